"""No rule of an article goes without practice."""

from __future__ import annotations

import pytest

from tools import coverage
from tools.coverage import Rule
from trainer.analysis.checks import all_checks
from trainer.article_rules import ARTICLE_RULES
from trainer.guides import load_guides

RULES = coverage.rules()


def test_the_page_shows_what_the_library_trains() -> None:
    """If not: python tools/coverage.py"""
    assert coverage.PAGE.read_text("utf-8") == coverage.text()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.article}-{rule.kind}-{rule.says}")
def test_a_rule_is_trained_by_two_scenarios_or_more(rule: Rule) -> None:
    assert len(rule.scenarios) >= coverage.WANTED


def test_every_rule_is_there() -> None:
    titles = {(rule.article, rule.kind, rule.says) for rule in RULES}
    assert {(rule.article, None, rule.says) for rule in ARTICLE_RULES.values()} <= titles
    checks = all_checks()
    for guide in load_guides().values():
        for article in guide.sources if guide.from_articles else ():
            counted = {
                (article, kind, checks[one.check].title)
                for kind, ones in guide.counts.items()
                for one in ones
            }
            assert counted <= titles


def test_a_scenario_trains_only_what_applies_in_it() -> None:
    by_title = {
        rule.says: rule.scenarios for rule in RULES if (rule.article, rule.kind) == ("002", "voicemail")
    }
    named = by_title[all_checks()["names-referrer"].title]
    assert "voicemail-referral-logistics" in named
    assert "voicemail-cold-furniture" not in named
