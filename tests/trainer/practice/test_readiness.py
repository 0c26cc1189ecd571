"""Readiness in parts: what is timed from where, by which band, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.analysis import judge
from trainer.analysis.call import DOUBT as JUDGES_DOUBT
from trainer.analysis.checks import timing
from trainer.cli.attempt_json import attempt_json
from trainer.cli.printing import attempt_text
from trainer.guides import load_guides
from trainer.judging import context_of, request_of
from trainer.paths import ASSETS, ROOT
from trainer.practice import readiness as parts_of
from trainer.practice.readiness import ReadinessPart, readiness, sentence, title, value
from trainer.records import Attempt, Dispute, Prediction, Take, Thresholds, Timing, Transcript, Turn, Word
from trainer.rigs.scripted import Step
from trainer.scenarios import load_library
from trainer.transcription import whisper_engine
from trainer.worker import Worker

LIBRARY = load_library()
SCENARIO = LIBRARY.scenario("callback-hurried-logistics")
SELLER = LIBRARY.seller(SCENARIO.seller)
READY = (
    "dana thanks for calling back its sam reyes at fieldline i check freight invoices i rang because priya"
    " patel found her carrier charging the wrong weeks fuel rate shall we go through it on thursday at ten"
)


def turn(
    index: int, said: str = "", latency: float | None = 0.5, *, confidence: float = 0.9, **timing_: Any
) -> Turn:
    """A turn whose words follow each other, three in a second, from its first sound on."""
    start = latency or 0.0
    words = tuple(
        Word(word=word, start_s=start + n / 3, end_s=start + n / 3 + 0.3, confidence=confidence)
        for n, word in enumerate(said.split())
    )
    take = Take(id=f"take-{index}", turn=index, purpose="answer", path="", frames=16_000 * 60)
    if index == 1:
        timing_.setdefault("after", "opening")
    return Turn(
        index=index,
        prompt_id=f"line-{index}" if index else None,
        caller_line="Hello?" if index else None,
        timing=Timing(first_word_latency_s=latency, **timing_),
        takes=(take,),
        transcripts={take.id: (Transcript(engine="fake", words=words),)},
    )


def call_back(*turns: Turn, **changes: Any) -> Attempt:
    """The turns as an attempt, judged by the guide for call backs."""
    attempt = Attempt(
        id="A1", sequence=1, started_utc="2026-11-22T00:20:00Z", utc_offset_min=0, state="judged",
        scenario=SCENARIO, seller=SELLER, context=context_of(SCENARIO, SELLER), guide="be-ready", turns=turns,
    )  # fmt: skip
    attempt = replace(attempt, **changes)
    return replace(attempt, feedback=judge(request_of(attempt), load_guides()["be-ready"]))


def by_id(attempt: Attempt) -> dict[str, ReadinessPart]:
    """The parts by their titles."""
    found = readiness(attempt)
    assert found is not None
    return {title(part): part for part in found}


# --------------------------------------------------------------------------- what is timed


def test_a_ready_call_back_part_by_part() -> None:
    found = by_id(call_back(turn(0, pick_up_s=7.5), turn(1, READY, 0.5, pick_up_s=7.5)))
    assert [part.state for part in found.values()] == ["met"] * 7
    assert {name: part.seconds for name, part in found.items()} == pytest.approx(
        {
            "Picked up": 7.5,
            "First sound": 0.5,
            "First telling word": 0.5,
            "Your name": 0.5 + 6 / 3,
            "Why you called": found["Why you called"].seconds,
            "Who, what and why": found["Who, what and why"].seconds,
            "Next step": found["Next step"].seconds,
        }
    )
    assert 5 < found["Why you called"].seconds < found["Who, what and why"].seconds < 10
    assert found["Next step"].seconds > found["Who, what and why"].seconds


def test_only_a_call_back_that_was_answered_has_parts() -> None:
    assert readiness(call_back()) is None
    voicemail = LIBRARY.scenario("voicemail-referral-logistics")
    assert readiness(replace(call_back(turn(0, READY)), scenario=voicemail)) is None


def test_before_it_is_judged_the_clock_is_known() -> None:
    waiting = replace(call_back(turn(0, pick_up_s=15.0), turn(1, "", 0.5)), feedback=None)
    found = readiness(replace(waiting, turns=(waiting.turns[0], replace(waiting.turns[1], transcripts={}))))
    assert [(part.id, part.state) for part in found or ()] == [("pick-up", "missed"), ("first-sound", "met")]


def test_a_name_given_on_picking_up_is_counted_from_there() -> None:
    name = by_id(call_back(turn(0, "sam reyes hello", 0.4), turn(1, "hi dana thanks for calling")))[
        "Your name"
    ]
    assert (name.since, name.turn, name.seconds, name.state) == ("pick-up", 0, 0.4, "met")


def test_what_is_not_said_is_missed_and_has_no_time() -> None:
    name = by_id(call_back(turn(0), turn(1, "hi dana how are you today")))["Your name"]
    assert (name.state, name.seconds, value(name)) == ("missed", None, "not heard")


def test_a_name_that_comes_late_is_near() -> None:
    waffle = "thank you so much " * 10
    late = by_id(call_back(turn(0), turn(1, f"{waffle} my name is sam reyes")))["Your name"]
    assert late.state == "near"


def test_a_reason_that_waits_for_the_second_reply_is_near() -> None:
    why = " ".join(READY.split()[14:])
    later = by_id(call_back(turn(0), turn(1, "hi dana its sam reyes"), turn(2, why)))
    assert later["Why you called, reply 2"].state == "near"
    assert later["Why you called, reply 2"].wanted == "in your first reply"


def test_a_call_back_put_off_well_shows_that_and_asks_for_nothing_else() -> None:
    said = "i am in a meeting can i call you back in ten minutes what is the best number for you"
    busy = replace(context_of(SCENARIO, SELLER), can_talk=False)
    found = by_id(call_back(turn(0), turn(1, said), context=busy))
    assert found["Put off well"].state == "met"
    assert not {"Why you called", "Who, what and why", "Next step"} & set(found)


# --------------------------------------------------------------------------- bands by kind of turn


@pytest.mark.parametrize(
    ("after", "latency", "state"),
    [
        ("opening", 0.2, "met"), ("opening", 0.9, "near"), ("opening", 1.5, "missed"),
        (None, 0.2, "met"), (None, 0.9, "near"), (None, 1.5, "missed"),
        ("objection", 0.2, "missed"), ("objection", 0.9, "met"), ("objection", 1.5, "met"),
        ("objection", 2.5, "missed"),
    ],
)  # fmt: skip
def test_a_breath_is_wanted_after_an_objection_and_none_elsewhere(after, latency, state) -> None:
    later = turn(2, READY, latency, after=after)
    found = by_id(call_back(turn(0), turn(1, READY), later))
    assert found["First sound, reply 2"].state == state
    if after == "opening":
        first = by_id(call_back(turn(0), turn(1, READY, latency)))
        assert first["First sound"].state == state


def test_an_um_does_not_make_the_first_word_come_sooner() -> None:
    found = by_id(call_back(turn(0), turn(1, f"um well oh hello yes {READY}", 0.4)))
    assert found["First sound"].state == "met"
    assert found["First telling word"].seconds == pytest.approx(0.4 + 5 / 3)
    assert found["First telling word"].state == "near"


def test_a_badly_heard_first_word_leaves_open_what_depends_on_it() -> None:
    reply = turn(1, f"arms {'hello ' * 12} dana", 2.0)
    heard = reply.transcripts["take-1"][0]
    unclear = replace(heard, words=(replace(heard.words[0], confidence=0.01), *heard.words[1:]))
    found = by_id(call_back(turn(0), replace(reply, transcripts={"take-1": (unclear,)})))
    assert found["First telling word"].state == "unsure"
    assert found["First telling word"].seconds == pytest.approx(2.0 + 13 / 3)


def test_no_word_begins_before_the_first_sound() -> None:
    reply = turn(1, READY, 0.5)
    early = replace(reply, timing=replace(reply.timing, first_word_latency_s=0.8))
    assert by_id(call_back(turn(0), early))["First telling word"].seconds == 0.8


def test_a_disputed_finding_is_not_held_against_anybody() -> None:
    attempt = call_back(turn(0), turn(1, "hi dana"), revisions=(Dispute(check="own-name"),))
    assert by_id(attempt)["Your name"].state is None


def test_bands_and_doubt_are_those_of_the_judge() -> None:
    usual = Thresholds()
    assert parts_of.PICK_UP.near_to == timing.PICK_UP_S
    assert (parts_of.AFTER_LINE.good_to, parts_of.AFTER_LINE.near_to) == (timing.QUICK_S, usual.first_word_s)
    objection = parts_of.AFTER_OBJECTION
    assert (objection.near_from, objection.near_to) == (timing.POUNCE_S, timing.LONG_PAUSE_S)
    assert parts_of.OPENING.good_to == usual.under_s
    assert parts_of.DOUBT == JUDGES_DOUBT


def test_the_judges_own_threshold_holds_where_the_judge_has_decided() -> None:
    attempt = call_back(turn(0), turn(1, READY, 1.5))
    guide = load_guides()["be-ready"]
    patient = replace(guide, thresholds=replace(guide.thresholds, first_word_s=2.0))
    part = by_id(replace(attempt, feedback=judge(request_of(attempt), patient)))["First sound"]
    assert (part.state, part.wanted) == ("near", "2 s or less")


# --------------------------------------------------------------------------- what always holds

latencies = st.none() | st.floats(0.0, 8.0)
replies = st.lists(
    st.tuples(st.lists(st.sampled_from((*READY.split(), "um", "hello")), max_size=30), latencies,
              st.sampled_from((None, "objection")), st.floats(0.0, 1.0)),
    max_size=3,
)  # fmt: skip


def attempt_with(
    said: Sequence[tuple[list[str], float | None, str | None, float]], pick_up_s: float | None
) -> Attempt:
    turns = [turn(0, pick_up_s=pick_up_s)]
    for index, (words, latency, after, confidence) in enumerate(said, start=1):
        more = {"after": after} if index > 1 else {}
        turns.append(turn(index, " ".join(words), latency, confidence=confidence, **more))
    return call_back(*turns)


@given(replies, st.none() | st.floats(0.0, 30.0))
def test_every_part_is_judged_by_what_it_shows(said, pick_up_s) -> None:
    attempt = attempt_with(said, pick_up_s)
    found = readiness(attempt)
    assert found is not None
    assert readiness(attempt) == found
    assert len({title(part) for part in found}) == len(found)
    outcomes = {finding.check: finding.outcome for finding in attempt.feedback.findings}
    for part in found:
        assert part.seconds is None or part.seconds >= 0
        assert part.wanted in sentence(part)
        assert value(part) in sentence(part)
        if part.id == "name":
            assert (part.state == "missed") == (outcomes["own-name"] == "missed")
        if part.id == "first-sound" and part.seconds is None:
            assert part.state is None


@given(st.floats(0.0, 10.0), st.floats(0.0, 10.0))
def test_a_longer_wait_is_never_the_better_one(one, other) -> None:
    order = ["met", "near", "missed"]
    sooner, later = (
        by_id(call_back(turn(0), turn(1, READY, wait)))["First sound"] for wait in sorted((one, other))
    )
    assert order.index(sooner.state) <= order.index(later.state)


@given(st.floats(0.0, 3.0), st.sampled_from((None, "objection")))
def test_a_time_is_borderline_where_its_uncertainty_could_turn_it(latency, after) -> None:
    part = by_id(call_back(turn(0), turn(1, READY), turn(2, READY, latency, after=after)))[
        "First sound, reply 2"
    ]
    reach = (max(0.0, latency - part.uncertainty_s), latency + part.uncertainty_s)
    could_be = {
        by_id(call_back(turn(0), turn(1, READY), turn(2, READY, wait, after=after)))[
            "First sound, reply 2"
        ].state
        == "missed"
        for wait in reach
    }
    if len(could_be) == 2:
        assert part.borderline
        assert "too near the edge" in sentence(part)


# --------------------------------------------------------------------------- where it is shown

DOCUMENT = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")


def documented(field: str) -> set[str]:
    """Everything set as code in the row of `field` in the table of an attempt."""
    (row,) = re.findall(rf"^\| `{field}` \|(.*)\|$", DOCUMENT, re.MULTILINE)
    return set(re.findall(r"`([^`]+)`", row))


def test_the_json_and_its_document_name_the_same_fields() -> None:
    attempt = call_back(turn(0, pick_up_s=3.0), turn(1, READY), prediction=Prediction(seconds=9.0))
    made = attempt_json(attempt)
    states, since = {"met", "near", "missed", "unsure"}, {"ring", "pick-up", "line"}
    ids = set(parts_of._TITLES)
    assert documented("readiness") == {*made["readiness"][0], *states, *since, *ids}
    answers = {"yes", "no", "not-sure", "nearly"}
    assert documented("prediction") == {*made["prediction"], *answers}
    assert [part["id"] for part in made["readiness"]] == [part.id for part in readiness(attempt) or ()]


def test_the_json_of_a_message_has_no_readiness() -> None:
    voicemail = LIBRARY.scenario("voicemail-referral-logistics")
    made = attempt_json(replace(call_back(turn(0, READY)), scenario=voicemail))
    assert made["readiness"] is None
    assert made["prediction"] is None


def test_the_parts_are_printed_for_a_call_back_and_for_nothing_else() -> None:
    attempt = call_back(turn(0, pick_up_s=3.0), turn(1, READY, 2.5))
    text = attempt_text(attempt)
    assert "+ Picked up: 3.0 s ± 0.1 after the first ring (14 s or less)" in text
    assert "x First sound: 2.5 s ± 0.1 after their line (1.2 s or less)" in text
    voicemail = replace(attempt, scenario=LIBRARY.scenario("voicemail-referral-logistics"))
    assert "Readiness" not in attempt_text(voicemail)


@pytest.mark.skipif(not whisper_engine.available(), reason="the embedded engine is not installed")
def test_the_shipped_samples_as_the_embedded_engine_hears_them(tmp_path: Path) -> None:
    from trainer.audio.files import read_answer

    heard = {}
    with closing(Worker(tmp_path, lambda _: None, engine="embedded")) as worker:
        for sample in ("ready", "stumbling"):
            pcm = read_answer(ASSETS / "samples" / f"{sample}-callback.ogg")
            steps = [Step("wait", seconds=4.0), Step("say", pcm=pcm)]
            casting = worker.cast(SCENARIO.id, "sam-reyes")
            heard[sample] = by_id(worker.calls.from_files(casting, steps).result(timeout=120))
    ready, stumbling = heard["ready"], heard["stumbling"]
    assert {part.state for part in ready.values()} == {"met"}
    assert ready["Picked up"].seconds == pytest.approx(4.0, abs=0.1)
    # The silences before the samples' first words are 0.5 and 2.5 s (assets/samples/samples.toml).
    assert ready["First sound"].seconds == pytest.approx(0.5, abs=parts_of.DEVICE_S)
    assert stumbling["First sound"].seconds == pytest.approx(2.5, abs=parts_of.DEVICE_S)
    assert ready["First telling word"].seconds == pytest.approx(0.5, abs=parts_of.WORDS_S)
    assert stumbling["First sound"].state == "missed"
    assert stumbling["First telling word"].seconds > 3
    assert stumbling["Your name"].state == "missed"
    assert stumbling["Who, what and why"].state == "missed"
