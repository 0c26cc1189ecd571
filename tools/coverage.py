"""Write docs/coverage.md: every rule of the five articles, and the scenarios that train it.

    python tools/coverage.py

What can be told from a scenario is: which checks its guides count, which entries speak for or against a
message, which ways round voicemail it holds, what its tries meet. The rest its file names under `rules`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trainer.analysis.checks import all_checks  # noqa: E402
from trainer.article_rules import ARTICLE_RULES  # noqa: E402
from trainer.facts import FACTS  # noqa: E402
from trainer.guides import guide_for, load_guides  # noqa: E402
from trainer.judging import judged_as  # noqa: E402
from trainer.records import PUTS_OFF, Counted, Guide, Kind, Scenario  # noqa: E402
from trainer.scenarios import load_library  # noqa: E402
from trainer.ways import WAY_OF_TIME, WAYS  # noqa: E402

PAGE = ROOT / "docs" / "coverage.md"
WANTED = 2
"""Scenarios that each rule needs."""
SHOWN = 6
"""Scenarios that a row names."""
NEEDS_REFERRER = frozenset({"names-referrer", "no-referral-pitch"})
"""Checks that apply only where somebody gave the name."""


@dataclass(frozen=True)
class Rule:
    """One rule of an article. `kind` is None where it does not belong to one kind of practice."""

    article: str
    kind: Kind | None
    says: str
    scenarios: tuple[str, ...]


def rules() -> list[Rule]:
    """Every rule in the order of the articles, each with the ids of the scenarios that train it."""
    scenarios = load_library().scenarios
    found = [*_checks(scenarios), *_named(scenarios), *_facts(scenarios), *_ways(scenarios)]
    return sorted(found, key=lambda rule: rule.article)


def _checks(scenarios: tuple[Scenario, ...]) -> Iterator[Rule]:
    """What the articles' guides count."""
    guides, checks = load_guides(), all_checks()
    for guide in guides.values():
        if not guide.from_articles:
            continue
        (article,) = guide.sources
        for kind, counts in guide.counts.items():
            for count in {one.check: one for one in counts}.values():
                trained = tuple(
                    scenario.id for scenario in scenarios if _trains(scenario, guide, kind, count, guides)
                )
                yield Rule(article, kind, checks[count.check].title, trained)


def _trains(scenario: Scenario, guide: Guide, kind: Kind, count: Counted, guides: dict[str, Guide]) -> bool:
    """Whether the scenario shows this author's own good, and the check applies in it."""
    practised = judged_as(scenario)[0]
    authors = {scenario.guide, *(answer.guide for answer in scenario.model_answers)}
    judges = {guide_for(guides, author, practised)[0].id for author in authors}
    listed = [one for one in guide.counts[kind] if one.check == count.check]
    return (
        kind == practised
        and guide.id in judges
        and any(not one.situations or scenario.situation in one.situations for one in listed)
        and (count.check not in NEEDS_REFERRER or scenario.referrer is not None)
    )


def _named(scenarios: tuple[Scenario, ...]) -> Iterator[Rule]:
    for rule in ARTICLE_RULES.values():
        trained = tuple(scenario.id for scenario in scenarios if rule.id in _rules_of(scenario))
        yield Rule(rule.article, None, rule.says, trained)


def _rules_of(scenario: Scenario) -> set[str]:
    """What the file names, and what follows from what happens in the call."""
    found = set(scenario.rules)
    if scenario.others:
        found.add("among-others")
    if not scenario.can_talk:
        found.add("not-free")
    if scenario.picks_up:
        found.add("answers-after-all")
    if any(one.meets == "vacation" for one in scenario.tries):
        found.add("vacation-greeting")
    if any(one.meets in PUTS_OFF for one in scenario.tries):
        found.add("brush-off")
    return found


def _facts(scenarios: tuple[Scenario, ...]) -> Iterator[Rule]:
    for fact in FACTS.values():
        side = {"do": "leave a message", "dont": "leave none", "for-them": "leave a message"}[fact.side]
        trained = tuple(scenario.id for scenario in scenarios if fact.id in scenario.facts)
        yield Rule(fact.article, "leave-or-not", f"{side}: {fact.title}", trained)


def _ways(scenarios: tuple[Scenario, ...]) -> Iterator[Rule]:
    for way in WAYS.values():
        trained = tuple(scenario.id for scenario in scenarios if way.id in _ways_of(scenario))
        yield Rule("003", "get-through", f"a way round: {way.title}", trained)


def _ways_of(scenario: Scenario) -> set[str]:
    times = {WAY_OF_TIME[time] for time in scenario.times if time in WAY_OF_TIME}
    return times | {prompt.way for prompt in scenario.prompts if prompt.way}


# --------------------------------------------------------------------------- the page


def text() -> str:
    """The page as Markdown."""
    sources = {number: source for guide in load_guides().values() for number, source in guide.sources.items()}
    found = rules()
    lines = [
        "# What the library trains",
        "",
        f"Every rule of the five articles, and the scenarios that train it: at least {WANTED} each."
        " Written by `tools/coverage.py`; do not change it by hand.",
    ]
    for article in sorted(sources):
        source = sources[article]
        lines += ["", f"## {article}: {source.title} ({source.author})", ""]
        lines += ["| rule | practised in | scenarios | |", "|---|---|--:|---|"]
        lines += [_row(rule) for rule in found if rule.article == article]
    return "\n".join([*lines, "", *_callers()]) + "\n"


def _row(rule: Rule) -> str:
    shown = ", ".join(f"`{scenario}`" for scenario in rule.scenarios[:SHOWN])
    more = f" and {len(rule.scenarios) - SHOWN} more" if len(rule.scenarios) > SHOWN else ""
    return f"| {rule.says} | {rule.kind or 'any'} | {len(rule.scenarios)} | {shown}{more} |"


def _callers() -> list[str]:
    """Who rings back, by mood: no rule of an article, but what its readers meet."""
    rows = [
        f"| {scenario.prompts[0].mood} | {scenario.prospect.name} | `{scenario.id}` |"
        for scenario in load_library().scenarios
        if scenario.kind == "callback"
    ]
    return ["## Who rings back", "", "| mood | who | scenario |", "|---|---|---|", *sorted(rows)]


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
    few = [rule for rule in rules() if len(rule.scenarios) < WANTED]
    print(f"{PAGE.relative_to(ROOT)}: {len(rules())} rules, {len(few)} with fewer than {WANTED} scenarios")
    for rule in few:
        print(f"  {rule.article} {rule.kind or 'any'}: {rule.says} ({len(rule.scenarios)})")
