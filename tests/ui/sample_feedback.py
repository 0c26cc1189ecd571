"""Attempts as they are after a call: a message with two asks, a call back of two turns, their sound."""

from __future__ import annotations

import math
import random
from array import array
from collections.abc import Sequence
from dataclasses import replace

from tests.ui.fakes import CALL_BACK, VOICEMAIL, library
from trainer.records import (
    SAMPLE_RATE,
    Attempt,
    AttemptRow,
    Clause,
    Context,
    Counts,
    Evidence,
    Feedback,
    Finding,
    Fix,
    Headline,
    Part,
    Take,
    Timing,
    Transcript,
    Turn,
    Word,
)

# Part, start, end, words; "?" after a word: the engine was not sure of it.
SAID: tuple[tuple[Part, float, float, str], ...] = (
    ("greeting", 0.1, 0.85, "hi dana"),
    ("who", 0.95, 3.2, "this is sam reyes at fieldline"),
    ("reason", 3.25, 7.9, "priya nair said you would want to hear what she found in her fuel surcharges"),
    ("selling", 7.95, 12.6, "we audit every carrier invoice um on our own platform"),
    ("ask", 13.3, 15.9, "give me a call it takes two minutes"),
    ("second-ask", 15.95, 19.4, "or shoot me an email at sam at fieldline dot com"),
    ("number", 19.45, 23.2, "i'm on oh one one three four nine six oh one four? two?"),
    ("close", 23.25, 26.4, "thanks dana sam reyes at fieldline talk soon"),
)
REPLY: tuple[tuple[Part, float, float, str], ...] = (("greeting", 0.4, 1.1, "sam reyes hello"),)
ANSWER: tuple[tuple[Part, float, float, str], ...] = (
    ("close", 0.9, 2.4, "thanks for ringing back dana"),
    ("reason", 2.5, 7.8, "i left a message about the surcharges that priya found on her freight invoices"),
    ("ask", 8.6, 11.9, "have you got two minutes now or shall we say four o'clock"),
)


def words_of(said: Sequence[tuple[Part, float, float, str]]) -> tuple[Word, ...]:
    """The words, their clause's time shared by length."""
    words = []
    for _, start, end, text in said:
        each = text.split()
        rate = (end - start) / sum(len(word) + 1 for word in each)
        at = start
        for word in each:
            until = at + rate * (len(word) + 1)
            sure = 0.4 if word.endswith("?") else 0.97
            words.append(
                Word(word=word.rstrip("?"), start_s=round(at, 3), end_s=round(until, 3), confidence=sure)
            )
            at = until
    return tuple(words)


def ribbon_of(said: Sequence[tuple[Part, float, float, str]], turn: int) -> tuple[Clause, ...]:
    clauses, first = [], 0
    for part, start, end, text in said:
        count = len(text.split())
        clauses.append(
            Clause(
                turn=turn, part=part, quote=text.replace("?", ""), first_word=first,
                last_word=first + count - 1, start_s=start, end_s=end,
            )
        )  # fmt: skip
        first += count
    return tuple(clauses)


def evidence(words: Sequence[Word], first: int, last: int, turn: int = 0) -> Evidence:
    return Evidence(
        turn=turn, quote=" ".join(word.word for word in words[first : last + 1]), first_word=first,
        last_word=last, start_s=words[first].start_s, end_s=words[last].end_s,
    )  # fmt: skip


def finding(check: str, outcome: str = "met", **more: object) -> Finding:
    fields: dict = {"confidence": 0.95, "counted": True, "source": ("002",), **more}
    return Finding(check=check, outcome=outcome, **fields)


def take(turn: int, seconds: float) -> Take:
    return Take(
        id=f"take-{turn}", turn=turn, purpose="answer", path=f"audio/take-{turn}.wav",
        frames=round(seconds * SAMPLE_RATE),
    )  # fmt: skip


def findings_of(words: Sequence[Word]) -> tuple[Finding, ...]:
    e_mail = evidence(words, 41, 51)
    return (
        finding("own-name", evidence=(evidence(words, 4, 5),)),
        finding("own-name-twice", evidence=(evidence(words, 4, 5), evidence(words, 67, 68))),
        finding("company", evidence=(evidence(words, 7, 7),)),
        finding("greets-by-name", evidence=(evidence(words, 0, 1),)),
        finding("number", evidence=(evidence(words, 54, 64),)),
        finding("number-twice", "missed", value=1, wanted="2 or more", evidence=(evidence(words, 54, 64),),
                advice="Say the number a second time, more slowly than the first."),
        finding("number-right", "unsure", confidence=0.4, value="heard 0142 or 0107",
                evidence=(evidence(words, 63, 64),)),
        finding("asks-for-call-back", evidence=(evidence(words, 33, 36),)),
        finding("no-product-pitch", "missed", sold=("product",), evidence=(evidence(words, 23, 32),),
                advice="Leave what you do for the call."),
        finding("one-ask", "missed", evidence=(e_mail,),
                advice="Ask for the call and for nothing else: a second way out is the one that is taken."),
        finding("no-email", "missed", sold=("e-mail",), evidence=(evidence(words, 44, 51),),
                advice="Keep the e-mail for later."),
        finding("no-website"), finding("no-appointment"), finding("promises-brevity"),
        finding("friendly-close", evidence=(evidence(words, 65, 66),)),
        finding("length", near=True, value=26.4, wanted="15 to 30 s"),
        finding("names-referrer", "not-applicable"),
        finding("pace", counted=False, value=152, wanted="120 to 180 words a minute", source=("ours",)),
        finding("fillers", counted=False, value=1, evidence=(evidence(words, 28, 28),), source=("ours",)),
    )  # fmt: skip


def voicemail(**changes: object) -> Attempt:
    """A message with two asks, 26.4 s, judged."""
    words = words_of(SAID)
    findings = findings_of(words)
    feedback = Feedback(
        id="attempt-1",
        guide="sell-the-call",
        headline=Headline(met=11, of=16, unsure=1),
        findings=findings,
        ribbon=ribbon_of(SAID, 0),
        ribbon_sentence="4.7 s sold, 3.5 s asked twice",
        fix=Fix(
            check="one-ask",
            advice="Ask for the call and for nothing else.",
            suggestion="give me a call, it takes two minutes",
            seconds_saved=3.5,
        ),
        counts=Counts(words=len(words), fillers=1, restarts=0),
        seconds=26.3,
    )
    attempt = _attempt("attempt-1", VOICEMAIL, 1, "sell-the-call")
    heard = take(0, 26.6)
    turn = Turn(
        index=0, prompt_id="greeting", caller_line=None, takes=(heard,),
        transcripts={heard.id: (Transcript(engine="embedded", words=words),)},
    )  # fmt: skip
    return replace(attempt, turns=(turn,), feedback=feedback, **changes)


def call_back() -> Attempt:
    """Picked up with a greeting, then one reply to the caller's line."""
    said = (REPLY, ANSWER)
    turns = []
    for index, part in enumerate(said):
        heard = take(index, part[-1][2] + 0.4)
        turns.append(
            Turn(
                index=index,
                prompt_id=f"line-{index}" if index else None,
                caller_line="Hi, it's Dana Whitfield, you left me a message on Tuesday." if index else None,
                timing=Timing(
                    pick_up_s=7.5,
                    first_word_latency_s=0.9 if index else 0.4,
                    after="opening" if index else None,
                ),
                takes=(heard,),
                transcripts={heard.id: (Transcript(engine="embedded", words=words_of(part)),)},
            )
        )
    answer = words_of(ANSWER)
    feedback = Feedback(
        id="attempt-2",
        guide="be-ready",
        headline=Headline(met=7, of=8, unsure=0),
        findings=(
            finding("quick-first-word", value=0.9, wanted="1.2 s or less", near=True),
            finding("own-name", evidence=(evidence(words_of(REPLY), 0, 1),)),
            finding("next-step", evidence=(evidence(answer, 26, 29, turn=1),)),
            finding("recalls-reason", evidence=(evidence(answer, 5, 12, turn=1),)),
            finding(
                "core-in-ten", "missed", value=11.9, wanted="10 s", advice="Say who, what and why first."
            ),
        ),
        ribbon=ribbon_of(REPLY, 0) + ribbon_of(ANSWER, 1),
        ribbon_sentence="",
        fix=Fix(check="core-in-ten", advice="Say who, what, why first."),
        counts=Counts(words=40, fillers=0, restarts=0),
        seconds=12.0,
    )
    return replace(_attempt("attempt-2", CALL_BACK, 2, "be-ready"), turns=tuple(turns), feedback=feedback)


def waiting() -> Attempt:
    """Recorded, but not heard yet."""
    judged = voicemail()
    turn = replace(judged.turns[0], transcripts={})
    return replace(judged, id="attempt-3", state="waiting", turns=(turn,), feedback=None)


def _attempt(attempt_id: str, scenario_id: str, sequence: int, guide: str) -> Attempt:
    scenario = next(one for one in library().scenarios if one.id == scenario_id)
    return Attempt(
        id=attempt_id,
        sequence=sequence,
        started_utc="2026-03-12T10:42:00+00:00",
        utc_offset_min=0,
        state="judged",
        scenario=scenario,
        seller=library().sellers[scenario.seller],
        context=Context(),
        guide=guide,
    )


def speech(words: Sequence[Word], seconds: float) -> bytes:
    """Samples that look like these words: a burst for each, silence between."""
    samples = array("h", bytes(2 * round(seconds * SAMPLE_RATE)))
    luck = random.Random(7)
    for word in words:
        if word.start_s is None or word.end_s is None:
            continue
        first, last = int(word.start_s * SAMPLE_RATE), int(word.end_s * SAMPLE_RATE)
        loud = luck.uniform(2500, 12000)
        for index in range(first, min(last, len(samples))):
            swell = math.sin(math.pi * (index - first) / (last - first)) * luck.uniform(0.3, 1.0)
            samples[index] = int(loud * swell * math.sin(index * 0.06))
    return samples.tobytes()


def many() -> tuple[Attempt, ...]:
    """A fortnight of practice, oldest first."""
    scenarios = [one for one in library().scenarios if one.kind in ("voicemail", "callback", "elevator")]
    kept = []
    for number in range(24):
        scenario = scenarios[number * 7 % len(scenarios)]
        base = call_back() if scenario.kind == "callback" else voicemail()
        assert base.feedback is not None
        met = 11 + number % 5
        length = finding("length", near=number % 4 == 0) if number % 3 else finding("length", "missed")
        feedback = replace(
            base.feedback,
            headline=Headline(met=met, of=16, unsure=0),
            seconds=19.0 + number * 5 % 13,
            findings=() if scenario.kind == "callback" else (length,),
        )
        kept.append(
            replace(
                base,
                id=f"attempt-{number}",
                sequence=number,
                scenario=scenario,
                feedback=feedback,
                started_utc=f"2026-03-{1 + number // 2:02d}T{9 + number % 8:02d}:15:00+00:00",
                note="the one she rings back about" if number % 9 == 4 else "",
            )
        )
    return tuple(kept)


def row(sequence: int, prospect: str = "Dana Whitfield", **changes: object) -> AttemptRow:
    """A line of History."""
    fields: dict = {
        "id": f"a{sequence}", "sequence": sequence, "started_utc": "2026-03-12T10:42:00+00:00",
        "utc_offset_min": 0, "state": "judged", "kind": "voicemail", "scenario_id": "one", "title": "A lift",
        "prospect": prospect, "company": None, "guide": "sell-the-call", "engine": "embedded",
        "seconds": 20.0,
        "headline": Headline(met=9, of=10, unsure=0), "fix": "one-ask", "length_state": "met",
        "first_word_latency_s": None,
    }  # fmt: skip
    return AttemptRow(**{**fields, **changes})
