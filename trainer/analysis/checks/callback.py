"""The call back: welcome, reason, promise, their time, the next step, or a graceful deferral."""

from __future__ import annotations

from trainer.analysis.call import Call, Span
from trainer.analysis.checks import NOT_APPLICABLE, Check, Decision, Example, faint, met, missed, unsure
from trainer.analysis.language.courtesies import BRIEF_MINUTES, brief
from trainer.analysis.language.earlier import EARLIER
from trainer.analysis.language.offers import CURIOSITY, EXCHANGE, LEAD, VALUE
from trainer.analysis.language.reasons import REASON
from trainer.analysis.language.replies import AVOIDING, DEFERRAL, NEXT_STEP, STUMBLE, THEIR_TIME, WELCOME
from trainer.analysis.language.speech import normalise
from trainer.analysis.subject import answers, handed_over, shared_with
from trainer.records import Kind

SHARED_WORDS = 2
"""Content words that reason or promise must share with the message that was left."""


def welcomes_the_call(call: Call) -> Decision:
    """Whether the caller is greeted by name, thanked, or told that the message is remembered."""
    early = call.turns[:2]
    names = [Span(turn.index, name.first, name.last) for turn in early for name in turn.prospects]
    thanks, caught_out = (
        call.spans(WELCOME, "welcome", turns=early),
        call.spans(STUMBLE, "caught-out", turns=early),
    )
    if caught_out and not thanks:  # "who is this? oh, Dana": nobody feels welcome
        return missed(call, caught_out)
    remembers = call.spans(WELCOME, "remembers", turns=early)
    spans = sorted([*names, *thanks, *remembers], key=lambda span: (span.turn, span.first))
    return met(call, spans[:2]) if spans else missed(call)


def recalls_reason(call: Call) -> Decision:
    """Whether it is said what the call was about, in line with the message that was left."""
    if not call.context.can_talk:
        return NOT_APPLICABLE
    spans = call.without(
        [*call.spans(REASON, "reason"), *call.spans(EARLIER, "reason")],
        [*call.spans(REASON, "veto"), *call.spans(EARLIER, "veto")],
    )
    if not spans and call.spans(REASON, "cut-short"):
        return missed(call, call.spans(REASON, "cut-short")[:1])
    topic = shared_with(call, call.context.message_left or "")
    if call.context.message_left and len(topic) < SHARED_WORDS:
        if not spans:
            told = handed_over(call)[:2] or answers(call)[:1]
            return met(call, told, 0.8) if told else missed(call)
        return met(call, spans[:1], 0.8) if topic else unsure(spans[:1])
    said = spans or topic or answers(call)
    return met(call, said[:1]) if said else missed(call)


AGREEING_WORDS = 4
"""Words in which one asks whether a step suits."""
_ASKS_WHETHER = frozenset({"does", "would", "will", "which", "what"})
TOLD_WORDS = 2
"""Content words of a promise that come again where it is kept; one may come by chance."""


def keeps_promise(call: Call) -> Decision:
    """Whether what the message promised is given, and in the time that it promised."""
    promised = _promises(call.context.message_left or "")
    if not call.context.can_talk:
        return NOT_APPLICABLE
    if not promised and not _promised_minutes(call.context.message_left or ""):
        return NOT_APPLICABLE
    minutes = _promised_minutes(call.context.message_left or "")
    seconds = sum(turn.spoken_s or 0.0 for turn in call.turns)
    if minutes and seconds > 60 * minutes:
        return missed(call, value=round(seconds, 1), wanted=f"{60 * minutes} s or less")
    if not promised:
        return (
            met(call, value=round(seconds, 1), wanted=f"{60 * minutes} s or less")
            if seconds
            else NOT_APPLICABLE
        )
    given = shared_with(call, promised)
    put_off = call.spans(AVOIDING)
    if len(given) < TOLD_WORDS:  # after it was told, to ring back is a next step
        put_off += call.spans(DEFERRAL, "busy", "back")
    if put_off:
        return missed(call, put_off[:1], 0.8)
    return met(call, given[:3], 0.7) if given else unsure()


NAMED_WITHIN = 10
"""Words before and after a promise that say what is promised ("why does a pallet cost twice? I know it")."""


def _promises(message: str) -> str:
    """The words of the message that hold something back or offer it."""
    speech = normalise(message.split())
    hits = [
        hit
        for family in (CURIOSITY, VALUE, EXCHANGE, LEAD)
        for hit in family.find(speech)
        if hit.label not in ("told", "on-the-call", "veto")
    ]
    words = message.split()
    spans = [
        speech.words_of(
            max(0, hit.first - NAMED_WITHIN), min(len(speech.tokens) - 1, hit.last + NAMED_WITHIN)
        )
        for hit in hits
    ]
    return " ".join(" ".join(words[first : last + 1]) for first, last in spans)


def _promised_minutes(message: str) -> int:
    """Minutes that the message said the call would take; 0 for none."""
    speech = normalise(message.split())
    for hit in brief(speech):
        for token in speech.tokens[hit.first : hit.last + 1]:
            if token.number and "minute" in speech.text:
                return token.number.value
    return 0


def respects_their_time(call: Call) -> Decision:
    """Whether the first answer says or asks that it will be short, or whether now suits."""
    first = call.turns[1:2] or call.turns[:1]
    said = (*call.turns[:1], *first) if len(call.turns) > 1 else first
    short = [span for span in call.spans(THEIR_TIME, "minutes", turns=said) if _few_minutes(call, span)]
    spans = sorted(
        [*call.spans(THEIR_TIME, "time", turns=said), *short], key=lambda span: (span.turn, span.first)
    )
    if not spans and not call.context.can_talk:
        return NOT_APPLICABLE  # who puts the call off takes none of their time
    return met(call, spans[:1]) if spans else missed(call)


def _few_minutes(call: Call, span: Span) -> bool:
    """Whether the minutes named here make a short call."""
    tokens = call.turns[span.turn].speech.tokens[span.first : span.last + 1]
    return max((token.number.value for token in tokens if token.number), default=0) <= BRIEF_MINUTES


def next_step(call: Call) -> Decision:
    """Whether a next step is proposed or agreed."""
    if not call.context.can_talk:
        return NOT_APPLICABLE
    vetoes = [*call.spans(NEXT_STEP, "veto"), *call.spans(STUMBLE, "stumble")]
    spans = call.without(call.spans(NEXT_STEP, "next"), vetoes)
    if spans and len(spans) > 1 and _only_agrees(call, spans[-1]):
        return met(call, spans[-2:])
    return met(call, spans[-1:]) if spans else missed(call)


def _only_agrees(call: Call, span: Span) -> bool:
    """Whether it only asks whether the step named before it suits ("does that suit")."""
    tokens = call.turns[span.turn].speech.tokens[span.first : span.last + 1]
    return tokens[0].text in _ASKS_WHETHER and len(tokens) <= AGREEING_WORDS


def graceful_deferral(call: Call) -> Decision:
    """Whether the talk is put off well: their number asked for and a call back soon promised, calmly."""
    put_off = call.spans(DEFERRAL, "busy", "back")
    if call.context.can_talk and not put_off:  # "shall I ring you on Friday" is the next step
        return NOT_APPLICABLE
    attempt = sorted([*put_off, *call.spans(DEFERRAL, "attempt")], key=lambda span: (span.turn, span.first))
    if not attempt:
        return missed(call)
    number, soon = call.spans(DEFERRAL, "number"), call.spans(DEFERRAL, "soon")
    calm = len(call.spans(STUMBLE)) <= 1
    return (
        met(call, [*attempt[:1], *number[:1], *soon[:1]])
        if number and soon and calm
        else missed(call, attempt[:1])
    )


_CALLBACK: frozenset[Kind] = frozenset({"callback"})
_LEFT = {
    "message_left": "hi dana its nadia call me and i will explain what i noticed on your freight invoices"
}
_BUSY = {"can_talk": False}

CHECKS = (
    Check(
        "welcomes-the-call",
        "Welcomes the call",
        _CALLBACK,
        "Met when you use their name, thank them for calling, or show that you remember your message.",
        "Greet them by name and thank them for calling.",
        ("004",),
        welcomes_the_call,
        (
            Example("met", "hi dana thanks for calling me back"),
            Example("missed", "yes speaking"),
            Example(
                "missed",
                "sorry who is this oh right dana i was not expecting you to call",
                {"prospect_name": "Dana"},
            ),
            Example("unsure", context={"prospect_name": "Dana"}, more=faint("yes that is what it was about")),
        ),
    ),
    Check(
        "recalls-reason",
        "Why you called",
        _CALLBACK,
        "Met when you say what your call was about, as your message had it.",
        "Say in one sentence what you called about.",
        ("004", "002"),
        recalls_reason,
        (
            Example(
                "met", "hi owen thanks for calling back i left you a message about duplicate freight invoices"
            ),
            Example("missed", "hi owen thanks for calling me back how are you"),
            Example("missed", "hi owen i called about um hold on let me find my notes"),
            Example("missed", "i called about um hold on i can tell you something about it", _LEFT),
            Example("unsure", "i called you about the new printers", _LEFT),
            Example("not-applicable", "i am with a client can i call you back in ten minutes", _BUSY),
        ),
    ),
    Check(
        "keeps-promise",
        "Keeps the promise",
        _CALLBACK,
        "Met when you give what your message promised, in the time that it promised.",
        "Give them first what your message promised.",
        ("002", "000"),
        keeps_promise,
        (
            Example("met", "what i noticed is that three of your freight invoices were charged twice", _LEFT),
            Example(
                "met",
                "i noticed three of your freight invoices were charged twice shall i ring you on friday",
                _LEFT,
            ),
            Example("missed", "let me tell you about our company and its history", _LEFT),
            Example("not-applicable", "let me tell you about our company"),
            Example("unsure", context=_LEFT, more=faint("yes that is what it was about")),
        ),
    ),
    Check(
        "respects-their-time",
        "Respects their time",
        _CALLBACK,
        "Met when you say or ask in your first answer that it will be short, or whether now suits.",
        "Say at once how little time it takes, or ask whether now suits.",
        ("004",),
        respects_their_time,
        (
            Example("met", "hi dana thanks for calling do you have two minutes"),
            Example("missed", "hi dana let me tell you all about us"),
            Example("not-applicable", "i am up a ladder i will ring you at eleven", _BUSY),
            Example("unsure", more=faint("yes that is what it was about")),
        ),
    ),
    Check(
        "next-step",
        "A next step",
        _CALLBACK,
        "Met when you propose or agree what happens next.",
        "Propose a time or the next thing that you will do.",
        ("002",),
        next_step,
        (
            Example("met", "shall we sit down on thursday at ten and go through it"),
            Example("missed", "that was all i wanted to say"),
            Example("missed", "maybe i can i can send you something okay bye"),
            Example("not-applicable", "i am with a client can i call you back in ten minutes", _BUSY),
            Example("unsure", more=faint("yes that is what it was about")),
        ),
    ),
    Check(
        "graceful-deferral",
        "A graceful deferral",
        _CALLBACK,
        "Met when you put the talk off calmly, ask for their number and promise a call soon.",
        "Ask for the best number and name a time within the hour.",
        ("ours",),
        graceful_deferral,
        (
            Example(
                "met",
                "dana i am with a client whats the best number to call you back on in ten minutes",
                _BUSY,
            ),
            Example("missed", "sorry i cant talk now bye", _BUSY),
            Example("not-applicable", "hi dana thanks for calling"),
            Example("unsure", context={"can_talk": False}, more=faint("yes that is what it was about")),
        ),
    ),
)
