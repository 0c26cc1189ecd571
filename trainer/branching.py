"""Where a call goes after a reply: which branch of the line fits what was said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from trainer.analysis import judge
from trainer.records import Branch, Context, Guide, JudgeRequest, Kind, Outcome, Prompt, SpokenTurn


def choose(
    prompt: Prompt,
    reply: SpokenTurn,
    context: Context,
    guide: Guide,
    kinds: Sequence[Kind] = ("callback",),
    *,
    greeting: SpokenTurn = SpokenTurn(),  # noqa: B008 - frozen
    phrases: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Id of the line that follows `reply` to `prompt`: the first branch that fits, else the last one.

    `kinds` are those whose checks a branch may ask for. `greeting` is what was said on picking up: a name
    given there has been given. `guide` gives the thresholds by which checks are decided, `phrases` are the
    scenario's.
    """
    outcomes: dict[str, Outcome] = {}
    if reply.words and any(branch.met or branch.missed for branch in prompt.branches):
        for kind in kinds:
            turns = (greeting, reply) if kind == "callback" else (reply,)
            request = JudgeRequest(id=None, kind=kind, turns=turns, context=context)
            found = {finding.check: finding.outcome for finding in judge(request, guide).findings}
            outcomes = found | outcomes
    said = " ".join(word.word for word in reply.words)
    fitting = (branch.to for branch in prompt.branches if _fits(branch, said, outcomes, phrases or {}))
    return next(fitting, prompt.branches[-1].to)


def _fits(
    branch: Branch, said: str, outcomes: dict[str, Outcome], phrases: Mapping[str, Sequence[str]]
) -> bool:
    if branch.silent and said:
        return False
    listens_for = [*branch.words, *(phrase for name in branch.about for phrase in phrases.get(name, ()))]
    if listens_for and not any(_says(said, phrase) for phrase in listens_for):
        return False
    return all(outcomes.get(check) == "met" for check in branch.met) and all(
        outcomes.get(check) == "missed" for check in branch.missed
    )


def _says(said: str, phrase: str) -> bool:
    """Whether the words of `phrase` follow each other in `said`, whatever the case and punctuation."""
    return f" {_plain(phrase)} " in f" {_plain(said)} "


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.casefold()))
