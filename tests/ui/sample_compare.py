"""Three takes of one call: with a pitch and two asks, shorter, and as it should be."""

from __future__ import annotations

from dataclasses import replace

from tests.ui import sample_feedback as sample
from trainer.records import Attempt, Counts, Finding, Headline, Part, Transcript, Turn

MIDDLE: tuple[tuple[Part, float, float, str], ...] = (
    ("greeting", 0.2, 0.9, "hi dana"),
    ("who", 1.0, 3.3, "this is sam reyes at fieldline"),
    ("reason", 3.4, 8.2, "priya nair said you would want to hear what she found in her fuel surcharges"),
    ("ask", 8.6, 11.3, "give me a call it takes two minutes"),
    ("second-ask", 11.4, 14.7, "or shoot me an email at sam at fieldline dot com"),
    ("number", 14.8, 18.6, "i'm on oh one one three four nine six oh one four two"),
    ("close", 18.7, 21.6, "thanks dana sam reyes at fieldline talk soon"),
)
LATEST: tuple[tuple[Part, float, float, str], ...] = (
    ("greeting", 0.2, 0.9, "hello dana"),
    ("who", 1.0, 3.1, "sam reyes at fieldline"),
    ("reason", 3.2, 6.9, "priya nair said you would want to hear about her fuel surcharges"),
    ("ask", 7.0, 9.6, "please give me a call"),
    ("number", 9.7, 13.9, "i'm on oh one one three four nine six oh one four two"),
    ("who", 14.0, 15.7, "sam reyes again"),
    ("number", 15.8, 19.3, "oh one one three four nine six oh one four two"),
    ("close", 19.4, 20.3, "thanks dana"),
)


def takes() -> tuple[Attempt, Attempt, Attempt]:
    """The earliest first."""
    return (
        _take("early", 1, "2026-03-04T09:15:00+00:00", sample.SAID, 11),
        _take("middle", 2, "2026-03-09T10:20:00+00:00", MIDDLE, 13, good=("no-product-pitch",)),
        _take(
            "late", 3, "2026-03-12T10:58:00+00:00", LATEST, 15,
            good=("no-product-pitch", "one-ask", "no-email", "number-twice"),
        ),
    )  # fmt: skip


def _take(
    attempt_id: str,
    sequence: int,
    started_utc: str,
    said: tuple[tuple[Part, float, float, str], ...],
    met: int,
    good: tuple[str, ...] = (),
) -> Attempt:
    base = sample.voicemail()
    assert base.feedback is not None
    words = sample.words_of(said)
    take = replace(sample.take(0, said[-1][2] + 0.2), id=f"take-{attempt_id}")
    turn = Turn(
        index=0, prompt_id="greeting", caller_line=None, takes=(take,),
        transcripts={take.id: (Transcript(engine="embedded", words=words),)},
    )  # fmt: skip
    feedback = replace(
        base.feedback,
        headline=Headline(met=met, of=16, unsure=0),
        ribbon=sample.ribbon_of(said, 0),
        findings=tuple(_better(found, good) for found in base.feedback.findings),
        counts=Counts(words=len(words), fillers=0, restarts=0),
        seconds=said[-1][2] - said[0][1],
    )
    return replace(
        base, id=attempt_id, sequence=sequence, started_utc=started_utc, turns=(turn,), feedback=feedback
    )


def _better(found: Finding, good: tuple[str, ...]) -> Finding:
    return replace(found, outcome="met") if found.check in good else found
