"""The form of an own scenario in words: names of its fields and lines, help, and what is to be mended."""

from __future__ import annotations

from trainer.authoring.check import Mistake
from trainer.authoring.form import TALKED, Form
from trainer.facts import FACTS
from trainer.records import Kind
from ui.models.phrasing import quoted

KIND_HELP: dict[Kind, str] = {
    "voicemail": "You call, nobody answers, and you leave a message after their greeting.",
    "callback": "They ring you about a message that you left, and you talk.",
    "elevator": "Somebody asks who you are and what you do. You answer in one breath.",
    "leave-or-not": "You hear a greeting and decide, before the beep, whether to leave a message.",
}
FIELD_WORDS: dict[str, str] = {
    "title": "The title",
    "trains": "What it trains",
    "industry": "Their trade",
    "referrer": "Who sent you",
    "seller": "The seller",
    "prospect.name": "Their name",
    "prospect.region": "Their country",
    "default_message": "Your message",
    "facts": "What counts here",
    "follows": "The message it answers",
    "model_answers": "The model answer",
}
"""Field -> its name at the beginning of a sentence about what is wrong with it."""
OFFERED_CHECKS: dict[Kind, tuple[str, ...]] = {
    "callback": ("next-step", "recalls-reason", "own-name", "their-concern", "graceful-deferral"),
    "elevator": ("invites-conversation", "says-what-you-do", "own-name"),
}
"""Checks by which a line may be chosen: those that one reply can meet. Others stay where they are."""
_FIRST: dict[Kind, str] = {
    "voicemail": "Their greeting", "callback": "They say first", "elevator": "They ask",
    "leave-or-not": "Their greeting",
}  # fmt: skip
_PARTS = {"text": "", "audio": ", sound", "words": ", your words"}
_PREDICATES = ("must", "is", "are", "belongs", "has", "lead", "leads")


def line_title(form: Form, number: int) -> str:
    """What line `number` (from 0) is called."""
    if number == 0:
        return _FIRST.get(form.sheet.kind, "They say first")
    if form.sheet.kind in TALKED and number == len(form.turns) + 1:
        return "They say last" if form.sheet.kind == "callback" or form.turns else "They answer"
    return f"Then they say ({number})"


def mend_words(mistake: Mistake, form: Form) -> str:
    """The mistake as a sentence: "The title must not be empty."""
    parts = mistake.field.split(".")
    if parts[0] == "lines":
        name = line_title(form, int(parts[1])) + _PARTS.get(parts[2], "")
        return f"{name}: {_on_its_own(mistake.what)}"
    field = FIELD_WORDS.get(mistake.field, mistake.field)
    if mistake.what.split(" ", 1)[0] in _PREDICATES:
        return f"{field} {mistake.what}"
    return f"{field}: {mistake.what}"


def at_field(mistake: Mistake) -> str:
    """The same beside its field, whose name is there already."""
    shorter = _on_its_own(mistake.what).replace("is missing: ", "missing: ")
    return shorter[:1].upper() + shorter[1:]


def _on_its_own(what: str) -> str:
    """Without the field's name before it."""
    shorter = {
        "must not be empty.": "nothing is written yet.",
        "is missing: record it, or choose a file.": "record it, or choose a file.",
    }
    return shorter.get(what, what)


def mend_title(count: int) -> str:
    """Over the list of what is to be mended."""
    if count == 0:
        return "Ready to be saved"
    return "1 thing to mend" if count == 1 else f"{count} things to mend"


def seller_help(profile_name: str) -> str:
    """Who speaks in it."""
    if profile_name:
        return f"You speak as yourself, {profile_name}. Whoever has no profile speaks as this seller."
    return "Who you are in this call. Fill in Settings, Me, and you speak as yourself."


def fact_title(fact_id: str) -> str:
    """ "You know each other from before"."""
    title = FACTS[fact_id].title
    return title[:1].upper() + title[1:]


def page_title(subject: str, title: str) -> str:
    """The page's sentence."""
    if subject.startswith("edit:"):
        return f"Edit {quoted(title)}" if title else "Edit your scenario"
    return "New scenario"
