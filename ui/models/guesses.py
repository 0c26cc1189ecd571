"""What is asked before the feedback is shown, and how the guesses read beside what was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trainer.records import Attempt, Feedback, Kind, Outcome, Prediction, Scenario
from ui.models.marks import finding_of
from ui.models.phrasing import length


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The three questions of one kind of call."""

    length: str
    counted: str
    """How the length is counted, in a sentence."""
    end_s: int
    """Where the scale of seconds ends."""
    tick_s: int
    aim: str
    """About the one aim of the call; "" where the kind has none."""
    aim_check: str | None
    """The check that knows the answer to `aim`."""
    ready: str


_ONE_REPLY = "From your first word to your last, with the pauses between."
_ALL_REPLIES = "Each reply from its first word to its last, added up."
_CLOCK_RAN = "The clock ran longer."
_QUESTIONS: dict[Kind, Questions] = {
    "voicemail": Questions(
        length="How long was it?", counted=_ONE_REPLY, end_s=60, tick_s=10,
        aim="Did you ask for one thing only?", aim_check="one-ask", ready="Were you ready?",
    ),
    "callback": Questions(
        length="How long did you speak, all in all?", counted=_ALL_REPLIES, end_s=120, tick_s=20,
        aim="Did you propose a next step?", aim_check="next-step", ready="Were you ready?",
    ),
    "elevator": Questions(
        length="How long was it?", counted=_ONE_REPLY, end_s=20, tick_s=5,
        aim="Did it end in something they can answer?", aim_check="invites-conversation",
        ready="Were you ready?",
    ),
    "leave-or-not": Questions(
        length="How long did you speak, all in all?", counted=_ALL_REPLIES, end_s=60, tick_s=10,
        aim="Was your decision right?", aim_check="right-decision", ready="Were you ready?",
    ),
    "get-through": Questions(
        length="How long did you speak, all in all?", counted=_ALL_REPLIES, end_s=60, tick_s=10,
        aim="Did you ask how to reach them live?", aim_check="asked-for-live", ready="Were you ready?",
    ),
}  # fmt: skip
_ANSWERED = replace(_QUESTIONS["callback"], length="How long did you speak?", end_s=60, tick_s=10)
"""After a voicemail that somebody has answered: then the meeting is what to sell."""
_USUAL = Questions(
    length="How long did you speak?",
    counted=_ALL_REPLIES,
    end_s=60,
    tick_s=10,
    aim="",
    aim_check=None,
    ready="Were you ready?",
)

_AIM_GUESSED: dict[str, dict[str, str]] = {
    "one-ask": {
        "yes": "You guessed that you asked for one thing only",
        "no": "You guessed that you asked for more than one thing",
        "not-sure": "You were not sure whether you asked for one thing only",
    },
    "next-step": {
        "yes": "You guessed that you proposed a next step",
        "no": "You guessed that you proposed no next step",
        "not-sure": "You were not sure whether you proposed a next step",
    },
    "invites-conversation": {
        "yes": "You guessed that it ended in something they can answer",
        "no": "You guessed that it ended in nothing they can answer",
        "not-sure": "You were not sure whether it ended in something they can answer",
    },
    "right-decision": {
        "yes": "You guessed that your decision was right",
        "no": "You guessed that your decision was not right",
        "not-sure": "You were not sure whether your decision was right",
    },
    "asked-for-live": {
        "yes": "You guessed that you asked how to reach them live",
        "no": "You guessed that you did not ask how to reach them live",
        "not-sure": "You were not sure whether you asked how to reach them live",
    },
}
_AIM_WAS: dict[str, dict[Outcome, str]] = {
    "one-ask": {"met": "only the call was asked for", "missed": "something else was asked for too"},
    "next-step": {"met": "one was heard", "missed": "none was heard"},
    "invites-conversation": {
        "met": "it ended in a question or an open hook",
        "missed": "no question or open hook was heard at the end",
    },
    "right-decision": {"met": "the guide agrees", "missed": "the guide would decide otherwise"},
    "asked-for-live": {"met": "that was heard", "missed": "that was not heard"},
}
_NO_ASK = "no ask for a call was heard"
_WITHOUT_AN_ASK = ("not-applicable", "missed")
"""What `one-ask` comes to where nothing is asked for; "missed" under the judges before the fifth."""
_UNTOLD = "it could not be told"
_READY_GUESSED = {
    "yes": "You felt ready",
    "nearly": "You felt nearly ready",
    "no": "You did not feel ready",
}


def questions_for(scenario: Scenario) -> Questions:
    """What to ask after a call of this scenario."""
    return _ANSWERED if scenario.picks_up else _QUESTIONS.get(scenario.kind, _USUAL)


def shows_clock(scenario: Scenario) -> bool:
    """Whether a clock runs while the user speaks, unless they have hidden it; getting through has none."""
    return scenario.kind != "get-through"


def counted_words(questions: Questions, *, clock: bool) -> str:
    """How the length is counted; `clock`: one was running on the screen, which counts in another way."""
    return f"{questions.counted} {_CLOCK_RAN}" if clock else questions.counted


def length_guess(attempt: Attempt) -> tuple[float, float] | None:
    """Seconds guessed and seconds measured; None where either is missing."""
    guess, feedback = attempt.prediction, attempt.feedback
    if guess is None or guess.seconds is None or feedback is None or feedback.seconds is None:
        return None
    return guess.seconds, feedback.seconds


def guess_sentences(attempt: Attempt) -> str:
    """The guesses about aim and readiness, each with what was found; "" where none was made."""
    if attempt.prediction is None or attempt.feedback is None:
        return ""
    said = (_aim(attempt.prediction, attempt.feedback), _ready(attempt.prediction, attempt))
    return " ".join(sentence for sentence in said if sentence)


def _aim(guess: Prediction, feedback: Feedback) -> str:
    guessed = _AIM_GUESSED.get(guess.aim_check or "", {}).get(guess.aim or "")
    if guessed is None or guess.aim_check is None:
        return ""
    finding = finding_of(feedback, guess.aim_check)
    if finding is None:
        return f"{guessed}."
    if guess.aim_check == "one-ask" and not finding.evidence and finding.outcome in _WITHOUT_AN_ASK:
        return f"{guessed}: {_NO_ASK}."
    if finding.outcome == "not-applicable":
        return f"{guessed}."
    return f"{guessed}: {_AIM_WAS[guess.aim_check].get(finding.outcome, _UNTOLD)}."


def _ready(guess: Prediction, attempt: Attempt) -> str:
    if guess.ready is None:
        return ""
    facts = ", and ".join(_ready_facts(attempt))
    return f"{_READY_GUESSED[guess.ready]}: {facts}." if facts else f"{_READY_GUESSED[guess.ready]}."


def _ready_facts(attempt: Attempt) -> Iterator[str]:
    for turn in attempt.turns:
        latency = turn.timing.first_word_latency_s
        if turn.timing.after == "opening" and latency is not None:
            yield f"your first sound came after {length(latency)}"
    steady = finding_of(attempt.feedback, "steady") if attempt.feedback else None
    if steady is not None and steady.outcome == "met":
        yield "the first 10 s were steady"
    elif steady is not None and steady.outcome == "missed":
        yield "there was more than one stumble in the first 10 s"
