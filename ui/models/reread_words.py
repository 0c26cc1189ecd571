"""What another guide, another engine or a revision made of a take, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.practice.comparison import CheckChange, check_changes, differing, replaced
from trainer.records import Attempt, Correct, Dispute, Feedback, Revision
from ui.models.check_lines import title_of
from ui.models.phrasing import engine_title, lower_first, quoted
from ui.models.spoken import WordAt, spoken
from ui.models.take_compare import check_words

_MOST_TOLD = 4


def by_guide(before: Feedback, after: Feedback, titles: Mapping[str, str]) -> str:
    """ "Read by Be ready: 7 of 8 met. By Sell the call it was 11 of 16.", and what counts instead."""
    now, was = (titles.get(one.guide, one.guide) for one in (after, before))
    told = [f"Read by {now}: {_met(after)}. By {was} it was {_met(before)}."]
    old, new = _counted(before), _counted(after)
    if new - old:
        told.append(f"Counted now: {_some(sorted(new - old))}.")
    if old - new:
        told.append(f"No longer: {_some(sorted(old - new))}.")
    return " ".join([*told, *_changed(before, after)])


def by_engine(before: Attempt, after: Attempt) -> str:
    """ "Small English heard “fieldline” where Tiny English heard “field line”.", and what that did."""
    now, was = (engine_title(one.engine or "") for one in (after, before))
    pairs = replaced(_words(before), _words(after))
    if not pairs:
        return f"{now} heard the same words as {was}."
    heard = "; ".join(_pair(*pair) for pair in pairs[:_MOST_TOLD])
    more = f" and {len(pairs) - _MOST_TOLD} more" if len(pairs) > _MOST_TOLD else ""
    told = [f"{now} heard it differently from {was}: {heard}{more}."]
    if before.feedback and after.feedback:
        told += [f"{_sentence(_met(after.feedback))}, before {_met(before.feedback)}."]
        told += _changed(before.feedback, after.feedback)
    return " ".join(told)


def heard_otherwise(before: Attempt, after: Attempt) -> frozenset[WordAt]:
    """The words of `after` that were other words in `before`."""
    was = {turn.turn: [word.word for word in turn.words] for turn in spoken(before)}
    return frozenset(
        (turn.turn, index)
        for turn in spoken(after)
        for index in differing([word.word for word in turn.words], was.get(turn.turn, []))[0]
    )


def revised(before: Attempt, after: Attempt, revision: Revision) -> str:
    """What was done, and "Judged again: 12 of 16 met, before 11 of 16 met."."""
    if isinstance(revision, Correct):
        done = f"Corrected to {quoted(' '.join(revision.words))}; what was heard is kept."
    elif isinstance(revision, Dispute):
        done = f"You dispute {quoted(lower_first(title_of(revision.check)))}; it no longer counts."
    else:
        done = "Taken back."
    if before.feedback is None or after.feedback is None:
        return done
    same = before.feedback.headline == after.feedback.headline
    was = ", as before" if same else f", before {_met(before.feedback)}"
    return " ".join(
        [done, f"Judged again: {_met(after.feedback)}{was}.", *_changed(before.feedback, after.feedback)]
    )


def _met(feedback: Feedback) -> str:
    return f"{feedback.headline.met} of {feedback.headline.of} met"


def _counted(feedback: Feedback) -> set[str]:
    return {found.check for found in feedback.findings if found.counted}


def _changed(before: Feedback, after: Feedback) -> list[str]:
    changes = check_changes(before, after)
    told = "; ".join(_change(one) for one in changes[:_MOST_TOLD])
    return [f"{told}."] if told else []


def _change(change: CheckChange) -> str:
    return f"{title_of(change.check)}: {check_words(change)[1]}"


def _some(checks: Sequence[str]) -> str:
    told = ", ".join(lower_first(title_of(check)) for check in checks[:_MOST_TOLD])
    return told + (f" and {len(checks) - _MOST_TOLD} more" if len(checks) > _MOST_TOLD else "")


def _pair(was: str, now: str) -> str:
    if not was:
        return f"{quoted(now)} added"
    return f"{quoted(now)} for {quoted(was)}" if now else f"no {quoted(was)}"


def _words(attempt: Attempt) -> list[str]:
    return [word.word for turn in spoken(attempt) for word in turn.words]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
