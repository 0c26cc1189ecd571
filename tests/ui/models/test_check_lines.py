from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui import sample_feedback as sample
from trainer.analysis.checks import all_checks
from trainer.records import Evidence, Feedback, Source
from ui.models.check_lines import grouped, line_of, missed_words, title_of
from ui.models.fix_lines import fix_lines
from ui.models.spoken import spoken

ARTICLES = {"002": Source(title="Of Messages", author="A. Author", says="ask for the call only")}
TURNS = spoken(sample.voicemail())


def feedback() -> Feedback:
    found = sample.voicemail().feedback
    assert found is not None
    return found


def test_the_fix_comes_first_then_misses_then_what_could_not_be_told():
    groups = grouped(feedback(), ARTICLES, TURNS)
    assert [line.check for line in groups.open] == [
        "one-ask", "number-twice", "no-product-pitch", "no-email", "number-right",
    ]  # fmt: skip
    assert groups.open[-1].word == "Could not tell"


def test_a_near_one_leads_the_met_ones():
    met = grouped(feedback(), ARTICLES, TURNS).met
    assert met[0].check == "length"
    assert met[0].word == "Near"
    assert len(met) == 11


def test_what_does_not_apply_is_last_of_what_is_not_counted():
    uncounted = grouped(feedback(), ARTICLES, TURNS).uncounted
    assert [line.check for line in uncounted] == ["pace", "fillers", "names-referrer"]
    assert uncounted[-1].word == "Does not apply"
    assert uncounted[-1].state is None


def test_the_reason_names_the_article_what_was_sold_and_the_confidence():
    line = next(
        line for line in grouped(feedback(), ARTICLES, TURNS).open if line.check == "no-product-pitch"
    )
    text = " ".join(line.why)
    assert "What was sold: the product." in text
    assert "A. Author, “Of Messages”: ask for the call only" in text
    assert "Confidence 95%." in text
    assert "Leave what you do for the call." in text


def test_the_line_quotes_what_was_said_and_knows_where_to_play():
    line = grouped(feedback(), ARTICLES, TURNS).open[0]
    assert line.detail == "“…or shoot me an email at sam at fieldline dot com”"
    assert line.place is not None
    assert line.place.first_word == 41


def test_a_quote_that_begins_a_sentence_has_no_dots_before_it():
    said = Evidence(turn=0, quote="We saved her nine percent.", first_word=20, last_word=24)
    line = line_of(sample.finding("no-justification", "missed", evidence=(said,)), ARTICLES, TURNS)
    assert line.detail == "“We saved her nine percent.”"


def test_what_could_not_be_told_says_what_was_heard():
    assert grouped(feedback(), ARTICLES, TURNS).open[-1].detail == "heard 0142 or 0107"


def test_our_own_checks_say_so():
    line = line_of(sample.finding("pace", source=("ours",), value=152, wanted="120 to 180"), ARTICLES, TURNS)
    assert "Our own addition, not from an article." in line.why
    assert line.detail == "152, wanted: 120 to 180"


def test_a_check_of_another_version_still_has_a_name():
    assert title_of("one-ask") == all_checks()["one-ask"].title
    assert title_of("points-nowhere-any-more") == "Points nowhere any more"


def test_the_fix_shows_the_words_before_and_the_words_that_matter():
    lines = fix_lines(feedback(), TURNS)
    assert lines.lead == "give me a call it takes two minutes"
    assert lines.marked.startswith("or shoot me")
    assert lines.suggestion == "give me a call, it takes two minutes"
    assert lines.shorter == "3.5 s shorter"
    assert lines.advice == ""


def test_without_a_suggestion_the_fix_advises():
    found = feedback()
    plain = replace(found, fix=replace(found.fix, suggestion=None))
    lines = fix_lines(plain, TURNS)
    assert lines.advice == "Ask for the call and for nothing else."
    assert lines.shorter == ""


def test_without_a_fix_the_card_says_that_nothing_was_missed():
    none = replace(feedback(), fix=None)
    assert fix_lines(none, ()).title == "Nothing missed that could be told"
    sure = replace(none, headline=replace(none.headline, unsure=0))
    assert fix_lines(sure, ()).title == "Nothing missed that this guide counts"


def test_the_whole_message_comes_with_its_length():
    found = feedback()
    whole = replace(found, fix=replace(found.fix, rewrite="Hi Dana. Call me.", rewrite_seconds=18.2))
    lines = fix_lines(whole, TURNS)
    assert (lines.whole, lines.whole_seconds) == ("Hi Dana. Call me.", "about 18.2 s")


def test_a_miss_that_has_no_words_shows_what_to_do():
    line = line_of(sample.finding("promises-brevity", "missed", advice="Say it is quick."), ARTICLES, TURNS)
    assert line.detail == "Say it is quick."
    assert line.place is None


@pytest.mark.parametrize(
    ("value", "wanted", "shown"),
    [
        (19.56, "under 10 s", "19.6 s, wanted: under 10 s"),
        (
            4.47,
            "2.5 digits a second or fewer, with pauses",
            "4.5 digits a second, wanted: 2.5 digits a second or fewer, with pauses",
        ),
        (26.3, "15-30 s", "26.3 s, wanted: 15-30 s"),
        (70.0, "120 s or less", "70.0 s, wanted: 120 s or less"),
        (1, "2 or more", "1, wanted: 2 or more"),
    ],
)
def test_a_measured_value_has_the_unit_of_what_is_wanted(value: float, wanted: str, shown: str):
    line = line_of(sample.finding("length", "missed", value=value, wanted=wanted), ARTICLES, TURNS)
    assert line.detail == shown


def test_a_missed_check_is_never_told_by_two_noes():
    noes = [one.id for one in all_checks().values() if one.title.startswith("No ") or " not " in one.title]
    told = [missed_words(check) for check in noes]
    assert not [words for words in told if words.startswith("Missed")]
    assert missed_words("one-ask") == "Missed: one ask"
