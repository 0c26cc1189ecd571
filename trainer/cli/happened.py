"""`attempts show ID --events`: what happened in a call, in plain words, with the times of its audio clock."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.cli.printing import plain
from trainer.drills import Effect, End, Listen
from trainer.errors import BadInput
from trainer.records import Attempt, CallEvent, Prompt
from trainer.replay import Replayed, replay

_SAID: dict[str, str] = {
    "begun": "The call begins.",
    "ring": "Ring {}.",
    "answered": "You pick up.",
    "beep": "The beep is over.",
    "speech-started": "You begin to speak.",
    "speech-ended": "You fall silent.",
    "spoke-over": "You speak over their line.",
    "key": "You press {}.",
    "turn-done": "You say that you are done.",
    "user-decided": "You decide: {}.",
    "hear-again": "You ask to hear the menu again.",
    "cannot-talk": "You mark that you cannot talk now.",
    "hang-up": "You hang up.",
    "chosen": "What you said leads to the line “{}”.",
    "chose-without-hearing": "Your words came too late; the usual line “{}” follows.",
    "own-message": "They play what you left in attempt {}.",
    "mailbox-full": "The mailbox is full.",
    "paused": "You pause the call.",
    "resumed": "You go on after {} s.",
    "device-replaced": "{}",
    "device-lost": "The microphone is lost: {}",
    "broken-off": "The call stops: {}",
    "dialled": "The call is placed: {}.",
    "way": "A way round voicemail: {}.",
    "reached": "This reaches: {}.",
}
"""Event -> sentence, with its detail; others are told by name."""
_LEFT = {"started-over": "You start over.", "closed": "The program is closed."}
_WAITED: dict[str, str] = {
    "greeting": "They wait no longer for your hello.",
    "patience": "Your silence lasts: the reply counts as finished.",
    "silence": "You have said nothing: they go on.",
    "limit": "The longest reply is over.",
    "menu": "The menu has waited for a key.",
}
"""Wait that is over -> sentence; the others only mark time."""
_SOUNDS = {"dial": "Dial tone.", "ring-back": "It rings at the other end."}
_ENDS = {
    "sent": "The call is over; what you said is sent.",
    "cut-off": "The call is over; you were cut off.",
    "missed": "It was not answered.",
    "nothing-left": "The call is over; nothing was left.",
}
TOO_OLD = "(Held before all of it was stored, so it cannot be gone through again.)"


def events_text(attempt: Attempt) -> str:
    """A line for each thing that happened, with what the drill made of it where it can be replayed."""
    try:
        steps, end = _effects_of(replay(attempt.scenario, attempt.events)), ""
    except BadInput:
        steps, end = {}, TOO_OLD
    lines = {prompt.id: prompt for prompt in attempt.scenario.prompts}
    told: list[str] = []
    for event in attempt.events:
        sentences = (*_told(event, lines), *_asked(steps.get(id(event), ())))
        told += [f"{_clock(event.at_s)}  {sentence}" for sentence in sentences]
    return "\n".join(filter(None, [*told, end])) or "Nothing is stored of what happened in it."


def _effects_of(replayed: Replayed) -> dict[int, tuple[Effect, ...]]:
    return {id(step.event): step.effects for step in replayed.steps}


def _told(event: CallEvent, lines: dict[str, Prompt]) -> Iterator[str]:
    """The event in a sentence; nothing for what another event says already."""
    detail = plain(event.detail)
    match event.name:
        case "line-started":
            yield f"They: “{plain(lines[event.detail].text)}”" if event.detail in lines else f"Line {detail}."
        case "line-ended":
            yield "They have finished."
        case "sound-started":
            sound = next((said for tag, said in _SOUNDS.items() if event.detail.startswith(tag)), "")
            yield from filter(None, [sound])
        case "sound-ended":
            pass
        case "time-passed":
            yield from filter(None, [_WAITED.get(event.detail, "")])
        case "left":
            yield _LEFT.get(event.detail, "You leave the call.")
        case name if name in _SAID:
            yield _SAID[name].format(detail)
        case name:
            yield f"{plain(name)} {detail}".strip() + "."


def _asked(effects: tuple[Effect, ...]) -> Iterator[str]:
    for effect in effects:
        match effect:
            case Listen(turn=turn):
                yield f"Your turn {turn} begins."
            case End(how):
                yield _ENDS[how]


def _clock(at_s: float) -> str:
    """ "  1:02.34": minutes, seconds, hundredths."""
    minutes, seconds = divmod(max(0.0, at_s), 60)
    return f"{int(minutes):3}:{seconds:05.2f}"
