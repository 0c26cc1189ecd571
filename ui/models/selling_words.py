"""What are you selling, in words: the question before the call, and what came of it after."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.records import Attempt, Selling, Source

QUESTION = "What are you selling?"
BEFORE = "Somebody may answer, or their mailbox. Decide before you know."
CHOICES: dict[Selling, str] = {"call-back": "The call back", "meeting": "The meeting"}
ARTICLE = "002"
"""On the telephone the meeting is sold, on a mailbox the call back and nothing else."""
_NAMES: dict[str, str] = {"call-back": "the call back", "meeting": "the meeting"}


def selling_of(attempt: Attempt) -> str | None:
    """What the user set out to sell; None where they did not say."""
    return next((event.detail for event in attempt.events if event.name == "selling"), None)


def selling_sentence(attempt: Attempt, articles: Mapping[str, Source]) -> str:
    """What was chosen beside who answered, and what the article says; "" where nothing was chosen."""
    chosen = _NAMES.get(selling_of(attempt) or "")
    if chosen is None:
        return ""
    who = attempt.scenario.prospect.name if attempt.scenario.picks_up else "a mailbox"
    right = _NAMES["meeting" if attempt.scenario.picks_up else "call-back"]
    said = f"You set out to sell {chosen}, and {who} answered"
    if chosen == right:
        return f"{said}: that is what to sell then{_by(articles)}."
    return f"{said}: then {right} is what to sell{_by(articles)}."


def _by(articles: Mapping[str, Source]) -> str:
    article = articles.get(ARTICLE)
    return f" ({article.author})" if article else ""
