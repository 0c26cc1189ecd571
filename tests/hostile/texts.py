"""Records in which every text that comes from outside is hostile."""

from __future__ import annotations

from dataclasses import replace

from trainer.records import Attempt, Clause, Evidence, Feedback, Finding, Scenario, Seller, Transcript, Turn

CONTROL = "\x1b[31mred\x1b]0;title\x07\x9b2J\r\n\t\x08 \u2028 %s {0} %1 &File &amp;"
BIDI = "\u202etxet \u2066שלום (עולם) \u05d0 1-2-3"
LONG = "W" * 10_000
ZALGO = "Z" + "\u0300\u0301\u0335" * 60 + " 👩\u200d👩\u200d👧"


def mark_up(address: str) -> str:
    """Mark-up of every kind that a toolkit might act on; `address` must never be asked for anything."""
    return (
        f"<img src='{address}/image'><a href='{address}/link'>link</a><style>@import url({address}/s)</style>"
        f"<b>bold</b><table background='{address}/t'><tr><td>x</table> &lt; &#65; {address}/bare"
    )


def scenario_of(base: Scenario, text: str) -> Scenario:
    """`base`, its ids and course kept, in which every word says `text`."""
    return replace(
        base,
        title=text,
        industry=text,
        trains=text,
        you_know=(text, text),
        referrer=text,
        default_message=text,
        prospect=replace(base.prospect, name=text, company=text, role=text, concern=text),
        prompts=tuple(replace(prompt, text=text) for prompt in base.prompts),
        model_answers=tuple(replace(one, says=(text,) * len(one.says)) for one in base.model_answers),
        tags=(text,),
    )


def seller_of(base: Seller, text: str) -> Seller:
    """`base`, called `text`."""
    return replace(base, name=text, company=text, does=text, number=text, heard_as={text: (text,)})


def attempt_of(base: Attempt, text: str) -> Attempt:
    """`base`, in which everybody says `text` and is called so."""
    return replace(
        base,
        scenario=scenario_of(base.scenario, text),
        seller=seller_of(base.seller, text),
        turns=tuple(_turn(turn, text) for turn in base.turns),
        feedback=_feedback(base.feedback, text) if base.feedback else None,
        note=text,
        tags=(text,),
    )


def _turn(turn: Turn, text: str) -> Turn:
    heard = {take: tuple(_heard(one, text) for one in said) for take, said in turn.transcripts.items()}
    return replace(turn, caller_line=text if turn.caller_line else None, transcripts=heard)


def _heard(transcript: Transcript, text: str) -> Transcript:
    """Every seventh word is `text`: a whole transcript of it would be megabytes."""
    words = (
        replace(word, word=text) if place % 7 == 0 else word for place, word in enumerate(transcript.words)
    )
    return replace(transcript, words=tuple(words))


def _feedback(feedback: Feedback, text: str) -> Feedback:
    fix = feedback.fix and replace(feedback.fix, advice=text, suggestion=text, rewrite=text)
    return replace(
        feedback,
        findings=tuple(_finding(one, text) for one in feedback.findings),
        ribbon=tuple(_clause(one, text) for one in feedback.ribbon),
        ribbon_sentence=text,
        fix=fix,
    )


def _finding(finding: Finding, text: str) -> Finding:
    said = tuple(_evidence(one, text) for one in finding.evidence)
    value = text if isinstance(finding.value, str) else finding.value
    return replace(finding, evidence=said, value=value, advice=text if finding.advice else None)


def _evidence(evidence: Evidence, text: str) -> Evidence:
    return replace(evidence, quote=text)


def _clause(clause: Clause, text: str) -> Clause:
    return replace(clause, quote=text)
