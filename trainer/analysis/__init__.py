"""Step 5: from words to feedback. Pure functions: no files, no clocks, the same answer every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trainer.analysis import checks, deciding, following, quoting, ribbon, spent, suggest
from trainer.analysis.call import Call, Heard, Span
from trainer.analysis.delivery import fillers, restarts
from trainer.analysis.language.names import TITLES
from trainer.analysis.language.speech import HESITATIONS, NAME
from trainer.analysis.revisions import apply
from trainer.records import Counted, Counts, Evidence, Feedback, Finding, Guide, Headline, JudgeRequest

JUDGE_VERSION = "6"
"""Stored with every judgement; it changes whenever an outcome may."""

__all__ = ["JUDGE_VERSION", "judge"]

EDGE_WORDS = 3
"""Up to so many words of another sentence are no evidence ("we cover your furnace. One call and")."""
_ADDRESSES = frozenset({NAME, "sir", "madam", "maam", "mate"})
_CALLED = frozenset({"me", "us", "back", "call", "ring", "phone"})
_OURSELVES = frozenset({"we", "our", "were", "weve", "i", "im", "ive"})


def judge(request: JudgeRequest, guide: Guide, *, handed_over_from: str | None = None) -> Feedback:
    """Decide every check of the request's kind; `guide` says which are counted and by which thresholds.

    Raises:
        BadInput: a revision names words that do not exist.
    """
    revised, disputed = apply(request)
    call = Call(revised, guide.thresholds)
    counted = _counted(guide, call)
    findings = tuple(
        _finding(call, check, guide, check.id in counted, check.id in disputed)
        for check in checks.all_checks().values()
        if call.kind in check.kinds
    )
    clauses = ribbon.labelled(call, findings)
    shown = ribbon.merged(ribbon.with_the_ask(following.shown(call, clauses), call, findings))
    return Feedback(
        id=request.id,
        guide=guide.id,
        headline=_headline(findings),
        findings=quoting.shown(call, findings, clauses),
        ribbon=shown,
        ribbon_sentence=spent.sentence(shown, findings),
        fix=suggest.fix(call, findings, clauses, {check: one.weight for check, one in counted.items()}),
        counts=Counts(
            words=sum(len(turn.turn.words) for turn in call.turns),
            fillers=sum(len(fillers(turn)) for turn in call.turns),
            restarts=sum(len(restarts(turn)) for turn in call.turns),
        ),
        seconds=_seconds(call),
        handed_over_from=handed_over_from,
        others=deciding.others(call) if call.kind == "leave-or-not" else (),
    )


def _counted(guide: Guide, call: Call) -> dict[str, Counted]:
    """The checks that the guide counts for this kind in this situation."""
    listed = guide.counts.get(call.request.kind, ())
    return {
        one.check: one for one in listed if not one.situations or call.context.situation in one.situations
    }


def _finding(call: Call, check: checks.Check, guide: Guide, counted: bool, disputed: bool) -> Finding:
    applies = counted or not check.only_where_counted
    decision = check.decide(call) if applies else checks.NOT_APPLICABLE
    wanting = decision.outcome in ("missed", "unsure")
    return Finding(
        check=check.id,
        outcome=decision.outcome,
        confidence=decision.confidence,
        near=decision.near,
        counted=counted,
        value=decision.value,
        wanted=decision.wanted,
        evidence=tuple(
            _evidence(call.turns[span.turn], span, check.id)
            for span in _joined(_said(call, check.id, decision.spans))
        ),
        sold=decision.sold if decision.outcome == "missed" else None,
        disputed=disputed,
        advice=guide.advice.get(check.id, check.advice) if wanting else None,
        source=decision.source or check.source,
    )


def _said(call: Call, check: str, spans: tuple[Span, ...]) -> Iterator[Span]:
    """The spans without what is said before them in one breath: a name, or the call itself."""
    for span in spans:
        texts = [token.text for token in call.turns[span.turn].named.tokens[span.first : span.last + 1]]
        lead = next((at for at, text in enumerate(texts) if text not in _ADDRESSES), 0)
        skipped = lead if texts[lead] in _OURSELVES else 0
        if check == "one-ask" and "or" in texts[1:-1] and _CALLED.intersection(texts[: texts.index("or")]):
            skipped = texts.index("or")
        yield Span(span.turn, span.first + skipped, span.last)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that share a word as one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.turn, span.first)):
        before = joined[-1] if joined else None
        if before and before.turn == span.turn and span.first <= before.last:
            joined[-1] = Span(span.turn, before.first, max(before.last, span.last))
        else:
            joined.append(span)
    return joined


def _evidence(turn: Heard, span: Span, check: str) -> Evidence:
    first, last = turn.speech.words_of(span.first, span.last)
    if check not in quoting.AS_FOUND:
        first, last = _in_sentences(turn, first, last, one=check.startswith("no-"))
    return Evidence(
        turn=turn.index,
        quote=" ".join(word.word for word in turn.turn.words[first : last + 1]),
        first_word=first,
        last_word=last,
        start_s=turn.turn.words[first].start_s,
        end_s=turn.turn.words[last].end_s,
    )


def _in_sentences(turn: Heard, first: int, last: int, *, one: bool) -> tuple[int, int]:
    """The words from `first` to `last` without the edge of another sentence, where full stops were typed.

    With `one` only the longest stays: what is sold is sold in one sentence; a frame that began in the one
    before caught a name or a number.
    """
    words = [word.word for word in turn.turn.words]
    ends = [
        at
        for at in range(first, last)
        if words[at].endswith((".", "?", "!")) and words[at].casefold().strip(".") not in TITLES
    ]
    runs = list(zip([first, *(at + 1 for at in ends)], [*ends, last], strict=True))
    longest = max(runs, key=lambda run: (run[1] - run[0], run[0]))
    if one:
        return longest
    said = [run for run in runs if run == longest or run[1] - run[0] >= EDGE_WORDS]
    first, last = said[0][0], said[-1][1]
    while first < last and words[first].casefold().strip(".,!?…-") in HESITATIONS:
        first += 1
    return first, last


def _headline(findings: tuple[Finding, ...]) -> Headline:
    outcomes = [finding.outcome for finding in findings if finding.counted and not finding.disputed]
    return Headline(
        met=outcomes.count("met"),
        of=len(outcomes) - outcomes.count("not-applicable"),
        unsure=outcomes.count("unsure"),
    )


def _seconds(call: Call) -> float | None:
    """First to last voiced sound, turn by turn; None without times."""
    lengths = [turn.spoken_s for turn in call.turns if turn.spoken_s is not None]
    return round(sum(lengths), 3) if lengths else None
