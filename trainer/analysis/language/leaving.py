"""Which entries for and against leaving a message somebody names, by meaning (`trainer.facts`)."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.phrases import Hit, Phrases
from trainer.analysis.language.speech import Speech, normalise, plain
from trainer.facts import FACTS

_THEY = "they|he|she|hes|shes|theyre|them|him|her|this prospect|the prospect|the customer"
_NEWS = "information|info|news|facts|figures|figure|numbers|tip|idea|insight|data|report|result|results|finding|findings"

_PHRASES = Phrases(
    {
        "spoken-before": [
            "(spoke|spoken|talked|met|chatted) ~3 (before|already|last|earlier|at|with|to|once|previously|and)",
            "(i know|we know|ive met|weve met|knows me|know me|knew me|remembers me|remember me)",
            "(positive|good|warm|encouraging|nice|great) (feedback|conversation|chat|response|reaction|talk|call|meeting)",
            "(had|have) ~2 (conversation|chat|talk|meeting)",
            "(previous|prior|earlier|last) (conversation|chat|talk|meeting|call)",
            "(previously|already|before) (spoken|spoke|talked|met)",
            "(liked|went well|was positive|were positive|sounded keen|responded well)",
        ],
        "good-lead": [
            "(good|hot|warm|strong|interested|qualified|real) (lead|leads|enquiry|inquiry|prospect)",
            "(a|the|this|our|my) (lead|enquiry|inquiry)",
            "(following|follow) up ~3 (lead|enquiry|inquiry|request|interest)",
            "(showed|shown|show|shows|expressed|showing|showed us) ~2 interest",
            "({they}) ~2 (asked|enquired|inquired|requested|interested|wrote in|filled|signed up|downloaded)",
            "(asked|enquired|inquired) (us|me|for|about)",
            "(is|are|was|were|be|seems|sounds|sounded|very) (interested|keen)",
            "(requested|downloaded|filled in|signed up|wants|want) ~3 (quote|brochure|demo|details|price|prices|form|sample)",
        ],
        "needed-information": [
            "(valuable|useful|important|relevant|vital|needed|helpful|good) ({news})",
            "({news}) ~3 ({they}|you) ~2 (need|needs|want|wants|should|must|ought|can use|could use)",
            "({they}) ~1 (need|needs|ought|should|must|want|wants) to (know|hear)",
            "(have|got|know|hold|ive) ~4 ({they}) (need|needs|can use|could use)",
            "(something|what|things) (that )?({they}) (need|needs|should|must|ought)",
            "you know something ~2 (need|needs)",
        ],
        "prepared-message": [
            "(prepared|rehearsed|written|planned|practised|practiced|scripted|worked out) ~4 (message|script|it|text)",
            "(message|script) ~4 (prepared|ready|rehearsed|written|strong|impact|powerful|worked out|planned)",
            "(enough|strong|real|big) impact",
            "(strong|good|powerful|compelling|great) (message|script)",
            "impact",
        ],
        "mid-sale": [
            "(middle|midst|half way|halfway|part way) ~2 (of|through|in|into) ~3 (sale|deal|negotiation|order|process|contract|project|talks)",
            "(mid|during|in) ~1 (sale|negotiation|negotiations|deal)",
            "(sale|deal|order|offer|proposal|quote|contract) ~3 (under way|underway|going on|in progress|open|running|on the table|pending|waiting)",
            "(negotiating|closing the deal|about to sign|about to close|waiting for my quote)",
            "({they}) ~2 (considering|deciding on|looking at) ~2 (offer|quote|proposal|contract)",
        ],
        "timely-information": [
            "(urgent|timely|time critical|time sensitive|pressing)",
            "(cannot|cant|can not|wont|will not|must not) wait",
            "(deadline|expires|runs out|ends|closes|due|before|by|until) ~2 (today|tonight|tomorrow|friday|monday|tuesday|wednesday|thursday|noon|week|month|deadline|morning)",
            "(needs|need|has|have|wants|must|should) ~2 (know|hear|decide|be told|answer) ~2 (today|now|soon|quickly|before|by|straight away|at once|immediately)",
            "deadline",
        ],
        "existing-customer": [
            "(existing|current|regular|longstanding|long standing|loyal|old|my|our|good|a) (customer|client|customers|account)",
            "(customer|client) (of ours|of mine|already|of yours|for years)",
            "(already|been) ~3 (buys|buy|bought|buying|customer|client|orders|ordered) ~2 (from us|from me|ours|of)",
            "(buys|bought|ordered|orders|buy) (from|with) (us|me)",
            "({they}) (is|are|was) (already )?(customer|customers|client|clients)",
        ],
        "something-for-them": [
            "(something|anything|a benefit|value|worth) ~3 (in it )?for (them|him|her)",
            "(helps|help|benefits|useful to|of use to|matters to|valuable to|worth something to) (them|him|her|their|his)",
            "(a|an|my|the|this|have|give|got|bring) (tip|idea|referral|sales lead|introduction|buyer|customer)s? for (them|him|her)",
            "(lead|buyer|tip|idea|somebody|someone|customer) ~4 (for|asked about|wants|needs) (them|him|her|their|his)",
            "(earns|earned|earn) the call",
            "what keeps (them|him|her) awake",
        ],
        "cold-call": [
            "(cold|exploratory|first|blind|speculative) (call|calls|calling|contact|approach|message|prospect)",
            "cold",
            "(never(?<!you never)|not|havent|hasnt|dont|doesnt|didnt|nobody|no) ~2 (spoken|spoke|talked|met|know|knows|heard of|heard)",
            "(stranger|strangers|unknown)",
            "(do not|does not|did not|have not|has not) ~1 (know|knows|met|spoken|heard)",
            "(no|without) (relationship|connection|contact|introduction)",
            "(just|only|merely) (exploring|prospecting|fishing|trying)",
            "new to (them|him|her)",
        ],
        "already-has-it": [
            "(already|probably|likely|surely|certainly|must) ~2 (has|have|own|owns|use|uses|got|had|bought)",
            "(has|have|had|got|own|owns|bought) ~3 (already|one already|everything)",
            "(already|probably) (covered|equipped|supplied|sorted|got one|served)",
            "(not|doesnt|dont|wont|wouldnt) ~1 need (it|one|us|another|any|what)",
            "everybody has (one|it)",
        ],
        "existing-relationship": [
            "(existing|current|longstanding|long standing|established|loyal|old|another|other|present|incumbent) (relationship|supplier|vendor|provider|agent|broker|agency|partner|dealer|adviser|advisor)",
            "(with|use|uses|using|have|has|loyal to|happy with|tied to|works with|work with|buys from) ~2 (competitor|supplier|vendor|provider|somebody else|someone else|rival|incumbent)",
            "(loyal|committed|married|tied) ~1 to",
            "(relationship|contract|deal|arrangement) ~2 (with|to) ~3 (competitor|else|supplier|rival|another|vendor|somebody|someone)",
            "up against",
            "(competitor|incumbent|competition)",
        ],
        "fund-raising": [
            "(charity|charities|charitable|donation|donations|donate|fundraising|fundraiser|fund raising|good cause)",
            "(raise|raising|raises|collecting|collect) ~2 (money|funds|donations)",
        ],
        "insurance-or-investments": [
            "(insurance|insurances|stocks|shares|investment|investments|annuities|pension|pensions|mortgage|mortgages)",
            "(financial|investment|wealth|retirement) (planning|advice|adviser|advisor|products|services|planner|management)",
        ],
    },
    they=_THEY,
    news=_NEWS,
)

_DENIALS = word_set(
    "not no never nobody without dont doesnt didnt isnt arent wasnt werent hasnt havent aint nor cant cannot"
)
_BARRIERS = word_set("but because so and since as though")
_REACH = 4
"""Words before a phrase in which a denial still covers it, up to the start of the next clause."""
_SAYS_NO = frozenset({"cold-call", "timely-information", "already-has-it"})
"""Families whose phrases hold their own "not"."""


def named(speech: Speech) -> list[tuple[str, Hit]]:
    """(fact id, where) of every entry that is named and not denied, in order."""
    return [(hit.label, hit) for hit in _PHRASES.find(speech) if not _denied(speech, hit)]


def _denied(speech: Speech, hit: Hit) -> bool:
    """Whether a denial stands within the phrase, or shortly before it in its clause."""
    words = [token.text for token in speech.tokens[hit.first : hit.last + 1]]
    if hit.label in _SAYS_NO:
        if words[0] in _DENIALS | {"do", "does", "did", "have", "has"}:
            return False
    elif _DENIALS & set(words):
        return True
    for index in range(hit.first - 1, max(-1, hit.first - 1 - _REACH), -1):
        text = speech.tokens[index].text
        if text in _BARRIERS:
            return False
        if text in _DENIALS:
            return True
    return False


def facts_of(entries: Iterable[str]) -> tuple[str, ...]:
    """The ids of entries that are given as ids, titles or in words; what is none of these is left out."""
    found: dict[str, None] = {}
    for entry in entries:
        exact = _exact(entry)
        ids = [exact] if exact else [label for label, _ in named(normalise(entry.replace("_", " ").split()))]
        found |= dict.fromkeys(ids)
    return tuple(found)


def _exact(entry: str) -> str | None:
    """The fact of which `entry` is the id or the title."""
    identifier = entry.strip().casefold().replace("_", "-").replace(" ", "-")
    if identifier in FACTS:
        return identifier
    words = plain(entry)
    return next((fact.id for fact in FACTS.values() if plain(fact.title) == words), None)
