"""What is asked for. On voicemail only the call back is sold (article 002); all else is a second ask."""

from __future__ import annotations

from trainer.analysis.call import Call, Span
from trainer.analysis.checks import NOT_APPLICABLE, Check, Decision, Example, faint, met, missed, unsure
from trainer.analysis.language.asks import ADDRESS, CALL_BACK, NO_NEED, OTHER
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.negation import denied
from trainer.analysis.language.ordinary import is_ordinary
from trainer.analysis.language.requests import REQUEST
from trainer.records import Kind, Sold

_TIMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday today tomorrow morning afternoon evening
    tonight week weekend noon oclock pm convenience"""
)
NEAR_TIME = 6
"""Words around the wish to meet in which a day or hour belongs to it."""
CALL_MINUTES = 10
"""A length up to this, named for a talk, is no appointment (label guide: asks_for_appointment)."""
MOMENT_MINUTES = 4
"""The same where it is wished for as a thing of its own ("I'd love ten minutes to reconnect")."""
_SET_ASIDE = word_set("love like do grab schedule book set reserve")
"""Words with which minutes are wished for, rather than named as the length of the call back."""


def call_back_asks(call: Call) -> list[Span]:
    """Where a call back is asked for; permissions and thanks for one are none."""
    return call.without(call.spans(CALL_BACK, "ask"), call.spans(CALL_BACK, "veto"))


def _appointments(call: Call) -> list[Span]:
    """Where a meeting is asked for; a few minutes on the telephone are the call back itself."""
    asked = call.without(
        [*call.spans(OTHER, "appointment"), *call.spans(REQUEST, "appointment")],
        call.spans(OTHER, "existing-appointment"),
    )
    return [span for span in _meant(call, asked) if not _few_minutes(call, span)]


def _few_minutes(call: Call, span: Span) -> bool:
    tokens = call.turns[span.turn].speech.tokens[span.first : span.last + 1]
    limit = MOMENT_MINUTES if tokens[0].text in _SET_ASIDE else CALL_MINUTES
    numbers = [token.number.value for token in tokens if token.number]
    return (
        bool(numbers)
        and max(numbers) <= limit
        and not _names_a_time(call, span)
        and any(token.text.startswith("min") for token in tokens)
    )


def _sites(call: Call) -> list[Span]:
    vetoes = [*call.spans(OTHER, "own-site"), *call.spans(OTHER, "e-mail"), *_addresses(call)]
    sites = [*call.spans(OTHER, "web-site"), *call.spans(REQUEST, "web-site")]
    return _meant(call, call.without(sites, vetoes))


def asks_for_call_back(call: Call) -> Decision:
    """Whether there is at least one clear request to call back."""
    asks = call_back_asks(call)
    if asks:
        return met(call, asks, value=_places(asks))
    near = _perhaps_asked(call)
    return unsure(near[:1]) if near else missed(call, call.spans(NO_NEED))


def _places(asks: list[Span]) -> int:
    """How often it is asked: several phrases find "give me a ring on 0113 …", which asks once."""
    apart = [
        span
        for at, span in enumerate(asks)
        if not any(span.turn == one.turn and span.first <= one.last + 1 for one in asks[:at])
    ]
    return len(apart)


def _perhaps_asked(call: Call) -> list[Span]:
    """Where a call back may have been asked for and misheard."""
    return call.without(call.spans(CALL_BACK, "near"), call.spans(CALL_BACK, "veto"))


def one_ask(call: Call) -> Decision:
    """Whether the call back is asked for and is the only thing asked for."""
    asks = call_back_asks(call)
    others = [*_appointments(call), *_sites(call), *call.spans(OTHER, "text", "visit")]
    email = [span for span in _emails(call) if _wanted(call, span)]
    others = sorted([*others, *email], key=lambda span: (span.turn, span.first))
    if others or asks:
        return missed(call, others) if others else met(call, asks)
    near = _perhaps_asked(call)  # that nothing is asked for at all is what `asks-for-call-back` says
    return unsure(near[:1]) if near else NOT_APPLICABLE


def _wanted(call: Call, span: Span) -> bool:
    """Whether an e-mail is asked for, not only mentioned."""
    before = [
        token.text for token in call.turns[span.turn].speech.tokens[max(0, span.first - 5) : span.first]
    ]
    return bool({"me", "us", "or", "your", "reply", "at"} & set(before)) and not {"i", "ill", "sent"} & set(
        before
    )


def _meant(call: Call, spans: list[Span]) -> list[Span]:
    """The spans that are not denied ("I don't want a meeting")."""
    return [span for span in spans if not denied(call.turns[span.turn].speech, span.first)]


def _absent(call: Call, spans: list[Span], sold: Sold) -> Decision:
    return missed(call, spans, sold=(sold,)) if spans else met(call)


def no_appointment(call: Call) -> Decision:
    """Whether no meeting is asked for or set."""
    spans = _appointments(call)
    timed = any(_names_a_time(call, span) for span in spans)
    return (
        missed(call, spans, sold=("appointment", "appointment-time") if timed else ("appointment",))
        if spans
        else met(call)
    )


def _names_a_time(call: Call, span: Span) -> bool:
    """Whether day or hour is named beside the wish to meet."""
    tokens = call.turns[span.turn].speech.tokens
    around = tokens[max(0, span.first - NEAR_TIME) : span.last + 1 + NEAR_TIME]
    return bool(_TIMES & {token.text for token in around})


def _addresses(call: Call) -> list[Span]:
    """Where an address for e-mail is spelled; what stands before "at" must be no ordinary word."""
    return [
        span
        for span in call.spans(ADDRESS)
        if not is_ordinary(call.turns[span.turn].named.tokens[span.first].text)
    ]


def _emails(call: Call) -> list[Span]:
    """Where an e-mail or an address for one is named."""
    return _meant(call, [*call.spans(OTHER, "e-mail"), *_addresses(call)])


def no_email(call: Call) -> Decision:
    """Whether no e-mail is mentioned."""
    return _absent(call, _emails(call), "e-mail")


def no_website(call: Call) -> Decision:
    """Whether no page, link or site is offered."""
    return _absent(call, _sites(call), "web-site")


def points_to_email(call: Call) -> Decision:
    """Whether an e-mail is named and pointed to."""
    spans = [span for span in _emails(call) if not _theirs_to_send(call, span)]
    return met(call, spans[:1]) if spans else missed(call)


def _theirs_to_send(call: Call, span: Span) -> bool:
    """Whether it is the listener who should write ("or send me an e-mail"), so that none is pointed to."""
    tokens = call.turns[span.turn].speech.tokens[max(0, span.first - 4) : span.first]
    before = {token.text for token in tokens}
    return bool({"me", "us", "or", "reply"} & before) and not {"i", "ill", "ive", "sent", "sending"} & before


def no_call_back_ask(call: Call) -> Decision:
    """Whether no call back is asked for."""
    asks = call_back_asks(call)
    return missed(call, asks) if asks else met(call)


_VOICEMAIL: frozenset[Kind] = frozenset({"voicemail"})

CHECKS = (
    Check(
        "asks-for-call-back",
        "Asks for the call",
        _VOICEMAIL,
        "Met when you clearly ask them to call you back. That they may call is no request.",
        "Ask plainly: call me back on this number.",
        ("002", "000", "003"),
        asks_for_call_back,
        (
            Example("met", "hi owen please call me back on 0113 496 0107"),
            Example("unsure", "hi owen cool me back thank you"),
            Example("missed", "hi owen you can call me back if you like on 0113 496 0107"),
        ),
    ),
    Check(
        "one-ask",
        "One ask",
        _VOICEMAIL,
        "Met when you ask for a call back and for nothing else. Does not apply where you ask for nothing.",
        "Keep the call back and leave the rest for when you talk.",
        ("002",),
        one_ask,
        (
            Example("met", "please call me back i have some news for you again call me on 0113 496 0107"),
            Example("missed", "please call me back or shoot me an email"),
            Example("unsure", "hi owen cool me back thank you"),
            Example("not-applicable", "hi owen you have my number thank you"),
        ),
    ),
    Check(
        "no-appointment",
        "No appointment",
        _VOICEMAIL,
        "Met when you neither ask for a meeting, demo or visit nor set a time for one.",
        "Sell the meeting when you speak; the message only sells the call.",
        ("002",),
        no_appointment,
        (
            Example("met", "i am confirming our demo tomorrow at two call me if anything comes up"),
            Example("missed", "i would like to set up a meeting with you next week"),
            Example("unsure", more=faint("it would be good to hear about it")),
            Example("not-applicable"),
        ),
    ),
    Check(
        "no-email",
        "No e-mail",
        _VOICEMAIL,
        "Met when you mention no e-mail, whether sent, to come or wanted.",
        "Leave the e-mail out: it gives them a reason not to call.",
        ("002",),
        no_email,
        (
            Example("met", "please call me back on 0113 496 0107"),
            Example("missed", "i have just sent you an e mail with the details"),
            Example("unsure", more=faint("it would be good to hear about it")),
            Example("not-applicable"),
        ),
    ),
    Check(
        "no-website",
        "No web site",
        _VOICEMAIL,
        "Met when you send them to no page, link or site.",
        "Leave the web site out; what they read there, they need not call for.",
        ("002",),
        no_website,
        (
            Example("met", "i noticed something on your website call me"),
            Example("missed", "have a look at our website tallis freight dot com"),
            Example("unsure", more=faint("it would be good to hear about it")),
            Example("not-applicable"),
        ),
    ),
    Check(
        "points-to-email",
        "Points to the e-mail",
        _VOICEMAIL,
        "Met when you name an e-mail and point them to it.",
        "Say that an e-mail is coming and how they will know it.",
        ("ours",),
        points_to_email,
        (
            Example("met", "no need to call back i am sending you an e-mail now"),
            Example("missed", "please call me back on 0113 496 0107"),
            Example("missed", "please call me back or send me an e-mail"),
            Example("unsure", more=faint("it would be good to hear about it")),
        ),
        only_where_counted=True,
    ),
    Check(
        "no-call-back-ask",
        "No call asked for",
        _VOICEMAIL,
        "Met when you do not ask for a call back.",
        "Let the e-mail do the asking.",
        ("ours",),
        no_call_back_ask,
        (
            Example("met", "no need to call me back i am sending you an e-mail now"),
            Example("missed", "please call me back on 0113 496 0107"),
            Example("unsure", more=faint("it would be good to hear about it")),
            Example("not-applicable"),
        ),
        only_where_counted=True,
    ),
)
