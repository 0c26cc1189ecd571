"""Whether anything but the call is sold, and which of the article's things it is."""

from __future__ import annotations

from trainer.analysis.call import Call, Span
from trainer.analysis.checks import NOT_APPLICABLE, Check, Decision, Example, faint, met, missed
from trainer.analysis.language.frames import Frames
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.negation import denied
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.pitches import PITCH
from trainer.analysis.language.pressing import PRESSING
from trainer.analysis.language.proof import JUSTIFICATION, REFERRAL
from trainer.analysis.language.selling import COMPANY, PRODUCT
from trainer.records import Kind, Sold

SUBJECT_WITHIN = 14
"""Words back from a boast in which its subject stands."""
_SELF = word_set("i we im ive weve our us my ours id were NAME company firm agency")
_OTHERS = word_set("you your youre youve youd youll he she")
NEAR_REFERRER = 14
"""Words after the referrer's name in which what is said is still about them."""


def _found(call: Call, label: str, *wordings: Phrases | Frames) -> list[Span]:
    """Where it is sold: free of what only looks like it, and not denied ("I'm not calling to sell ...")."""
    spans = call.without(
        [span for one in wordings for span in call.spans(one, label)],
        [span for one in wordings for span in call.spans(one, "veto")],
        spare_longer=label == "company",
    )
    return [span for span in spans if not denied(call.turns[span.turn].speech, span.first)]


def _nothing_sold(call: Call, spans: list[Span], sold: tuple[Sold, ...]) -> Decision:
    return missed(call, spans, sold=sold) if spans else met(call)


def no_product_pitch(call: Call) -> Decision:
    """Whether no feature, benefit, price or praise of product or service is told."""
    spans = call.without(_found(call, "product", PRODUCT, PITCH), call.quick)
    return _nothing_sold(call, spans, ("product",))


def no_company_pitch(call: Call) -> Decision:
    """Whether the company's and the caller's standing are not sold."""
    spans = [span for span in _found(call, "company", COMPANY, PITCH) if _of_themselves(call, span)]
    spans += [span for span in _found(call, "clients", PITCH) if _side_before(call, span) not in _OTHERS]
    return _nothing_sold(call, spans, ("company", "reputation"))


def _of_themselves(call: Call, span: Span) -> bool:
    """Whether it is said of the caller's side: "we" or the firm is named with it, and no "you" in between."""
    around = [token.text for token in call.turns[span.turn].named.tokens[span.first : span.last + 3]]
    return not _SELF.isdisjoint(around) or _side_before(call, span) in _SELF


def _side_before(call: Call, span: Span) -> str | None:
    """The last word before the span that says whose side it is about; None without one."""
    before = call.turns[span.turn].named.tokens[max(0, span.first - SUBJECT_WITHIN) : span.first]
    return next((token.text for token in reversed(before) if token.text in _SELF | _OTHERS), None)


def no_justification(call: Call) -> Decision:
    """Whether no proof or incentive backs the offer."""
    return _nothing_sold(
        call, _found(call, "justification", JUSTIFICATION, PITCH, PRESSING), ("justification",)
    )


def no_referral_pitch(call: Call) -> Decision:
    """Whether the referrer is not used to sell; what they found in mere information is curiosity."""
    if not call.context.referrer:
        return NOT_APPLICABLE
    spans = [
        span
        for span in call.without(call.spans(REFERRAL, "referral"), call.spans(REFERRAL, "veto"))
        if any(0 <= span.first - mention.last <= NEAR_REFERRER for mention in call.turns[span.turn].referrers)
    ]
    return _nothing_sold(call, spans, ("referral",))


_VOICEMAIL: frozenset[Kind] = frozenset({"voicemail"})

CHECKS = (
    Check(
        "no-product-pitch",
        "No product pitch",
        _VOICEMAIL,
        "Met when you tell no feature, benefit, price or praise of what you sell. Naming your trade is none.",
        "Cut what it does and how good it is; they cannot decide that from a message.",
        ("002", "000", "003"),
        no_product_pitch,
        (
            Example("met", "this is nadia with tallis freight ruth gave me your name please call me back"),
            Example("missed", "our platform is the best and it will save you thirty percent"),
            Example("met", "please call me back and i will tell you which one it takes two minutes"),
            Example("met", "i am not calling to sell you the best software please call me back"),
            Example("unsure", more=faint("we are the people from the north")),
            Example("not-applicable"),
        ),
    ),
    Check(
        "no-company-pitch",
        "No company pitch",
        _VOICEMAIL,
        "Met when you do not praise your company, your clients or yourself.",
        "Leave out how large, old or trusted you are.",
        ("002", "000"),
        no_company_pitch,
        (
            Example("met", "this is nadia with tallis freight please call me back"),
            Example("missed", "we are the leading freight company in the north"),
            Example("unsure", more=faint("we are the people from the north")),
            Example("not-applicable"),
        ),
    ),
    Check(
        "no-justification",
        "No proof",
        _VOICEMAIL,
        "Met when you give no figure, client result, guarantee, discount or deadline to back the offer.",
        "Keep figures and guarantees for the call, where they can ask about them.",
        ("002",),
        no_justification,
        (
            Example("met", "this is nadia please call me back on 0113 496 0107"),
            Example("missed", "we helped hundreds of companies and you get twenty percent off until friday"),
            Example("unsure", more=faint("we are the people from the north")),
            Example("not-applicable"),
        ),
    ),
    Check(
        "no-referral-pitch",
        "The referrer not used to sell",
        _VOICEMAIL,
        "Met when you name who you both know without telling what they bought or think of the product.",
        "Say that they wanted you two to talk; leave out what they bought.",
        ("002",),
        no_referral_pitch,
        (
            Example(
                "met",
                "ruth kemp was excited about some information that i gave her",
                {"referrer": "Ruth Kemp"},
            ),
            Example("missed", "ruth kemp bought two of them and loves them", {"referrer": "Ruth Kemp"}),
            Example("missed", "ruth kemp had our shelves put in last spring", {"referrer": "Ruth Kemp"}),
            Example("not-applicable", "a client bought two of them and loves them"),
            Example(
                "unsure", context={"referrer": "Ruth Kemp"}, more=faint("we are the people from the north")
            ),
        ),
    ),
)
