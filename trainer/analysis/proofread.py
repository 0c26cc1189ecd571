"""A rewritten message read once more: whether a person would say it, and whether it is better.

The rules build from pieces of what was said; here the whole is judged again and each sentence is looked at.
Where anything is doubtful there is no rewritten message: advice alone is better than a poor example.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from trainer.analysis.call import Call
from trainer.analysis.checks import all_checks
from trainer.analysis.corrected import takes_back
from trainer.analysis.delivery import restarts
from trainer.analysis.language.asks import CALL_BACK
from trainer.analysis.language.courtesies import GOODBYES
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.speech import HESITATIONS, PHONE
from trainer.analysis.prose import OPENS, WAITING, is_typed
from trainer.records import Finding, Outcome, SpokenTurn, Word

LONGEST_BREATH = 30
"""Words without a mark above which nobody can tell where a sentence of speech ends."""
LONGEST_CLAUSE = 14
"""Words without a joining word above which a clause of speech is probably two whose break was not found."""
SHORTEST_REQUEST = 3
"""Words below which "please" asks for nothing ("Please Jenna.")."""
SHORTEST_PAIR = 8
"""Words below which "when we talked in March" has not got to its point."""
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SOMEBODY = word_set("he she he's she's he'd she'd")
_PEOPLE = word_set(
    """man woman guy lady client customer buyer friend colleague neighbour neighbor cousin brother sister
    somebody someone boss director manager owner doctor wife husband couple fella lad contact partner"""
)
_REASONS = ("reason-to-call", "value-for-them", "their-concern")
"""What leaves something to call about; the first where the guide counts it, else any."""
_OPENS = OPENS | WAITING | word_set("so and but or in at on")
_UNFINISHED = word_set(
    """and or but so to of for with from about the a an my your our because if when than is are was am at by
    as should would will must says said tell told have has do does did something anything wondered wondering
    hoping like your"""
)
"""Words with which no sentence ends."""
_JOINS = WAITING | word_set("and or but so that's what why where how whether than then whatever")
_ON_MY_LINE = re.compile(r"\b(?:on|at) (?:my|our) (?:cell|mobile|line|phone|number|direct line)[.,]", re.I)
"""What leads to a number that is not there any more."""
_RUN_INTO = re.compile(
    r"^(?:one|two|three|four|five|six) \d|\d (?:once more|again)\.$"
    r"|(?: (?:oh|zero|one|two|three|four|five|six|seven|eight|nine)){4}",
    re.I,
)
"""A number that took in a word of what is beside it, or was not understood."""
_STUMP = re.compile(
    r"\bwant to know[.?]$|\ba (?:wee|quick|brief|short)[.?]$|^all (?!the\b|i\b|you\b|right\b|we\b)", re.I
)
_LEADS_TO_NUMBER = word_set("on at is so number numbers line lines cell cells mobile mobiles im its")
_THING = re.compile(r"\b(?:a|an|the|any|some|that|those) (?:\S+ )?\S+[.]$", re.I)
_TOLD_OF = re.compile(r"(?:i|we|you|he|she|they)(?:'d)? (?!am\b|are\b|have\b|will\b)", re.I)
_LATE_ASK = re.compile(r"(?<!^)\b(\S+) (?:call|ring|phone|bell|buzz|give) (?:me|us)\b", re.I)
_LEADS_TO_ASK = word_set("and so please just you or but then could would kindly do can will back")


def passes(call: Call, text: str, check: str, findings: Collection[Finding]) -> bool:
    """Whether `text` mends `check`, loses nothing met, leaves something to call about, and reads well."""
    again = _heard(call, text)
    return _can_be_read(call, again) and _better(again, check, findings)  # the costly one last


def sounds(call: Call, text: str) -> bool:
    """Whether a person would say `text`, which was made from what was said in `call`."""
    return _can_be_read(call, _heard(call, text))


def _can_be_read(call: Call, again: Call) -> bool:
    """Whether `again`, made from `call`, reads well; what takes a number back in `call` may be torn in it."""
    typed = is_typed(word.word for turn in call.turns for word in turn.turn.words)
    return not any(takes_back(turn) for turn in call.turns) and reads_well(again, typed=typed)


def reads_well(call: Call, *, typed: bool) -> bool:
    """Whether there is no fragment, stammer, ask after a goodbye, or number before the ask it belongs to.

    `typed`: whether the sentences are the writer's own; those of speech are put together by us.
    """
    turn = call.turns[0]
    words = [word.word for word in turn.turn.words]
    names = set(_plain_words(" ".join(filter(None, _known_names(call)))))
    sentences = _SENTENCE_END.split(" ".join(words))
    if any(_ON_MY_LINE.search(sentence) and not _DIGIT.search(sentence) for sentence in sentences):
        return False
    sure = typed or not (any(_torn(*pair) for pair in pairwise(sentences)) or _nobody_named(call, sentences))
    if not sure or not all(_whole(sentence, names, typed) for sentence in sentences):
        return False  # what follows takes ten times as long
    hesitates = any(_bare(word) in HESITATIONS for word in words)
    return not (hesitates or restarts(turn) or _asked_late(call) or _number_first(call))


def _heard(call: Call, text: str) -> Call:
    """The call as if `text` had been left instead."""
    turn = SpokenTurn(words=tuple(Word(word=word) for word in text.split()))
    return Call(replace(call.request, turns=(turn,), revisions=()), call.thresholds)


def _better(again: Call, check: str, findings: Collection[Finding]) -> bool:
    """Whether the miss is mended, what was met is still met, and there is something to call about."""
    outcomes: dict[str, Outcome] = {}

    def outcome(one: str) -> Outcome:
        return outcomes.setdefault(one, all_checks()[one].decide(again).outcome)

    counted = {one.check for one in findings if one.counted}
    met = [one.check for one in findings if one.counted and one.outcome == "met"]
    wanted = _REASONS[:1] if "reason-to-call" in counted else _REASONS
    return (
        outcome(check) == "met"
        and any(outcome(one) == "met" for one in wanted)
        and not any(outcome(one) == "missed" for one in met)
    )


def _asked_late(call: Call) -> bool:
    """Whether a call is asked for, or a number said, after a goodbye."""
    tokens = call.turns[0].speech.tokens
    parted = next((at for at, token in enumerate(tokens) if token.text in GOODBYES), len(tokens))
    late = any(token.text == PHONE for token in tokens[parted:])
    return late or any(span.first > parted for span in call.spans(CALL_BACK, "ask"))


def _number_first(call: Call) -> bool:
    """Whether a number stands right before the request to call, which should have led to it."""
    numbers = [at for at, _ in call.turns[0].phones]
    asks = [span.first for span in call.spans(CALL_BACK, "ask")]
    if not numbers or not asks:
        return False
    words = call.turns[0].turn.words
    token = call.turns[0].speech.tokens[numbers[0]]
    begun = token.first_word == 0 or words[token.first_word - 1].word.endswith((".", "?", "!"))
    led_to = call.turns[0].speech.tokens[numbers[0] - 1].text in _LEADS_TO_NUMBER
    return max(numbers) < min(asks) or ((begun or not led_to) and numbers[0] < min(asks))


def _whole(sentence: str, names: Collection[str], typed: bool) -> bool:
    """Whether the sentence is one: begun as people begin them, ended, and no longer than a breath."""
    words = [_bare(word) for word in sentence.split()]
    if typed:
        return True
    known = words[0] in _OPENS or words[0] in names or words[0].split("'")[0] in names
    marks = sum(word.endswith((",", "…")) for word in sentence.split()[:-1])
    numbered = not any(letter.isalpha() for letter in sentence) or bool(_RUN_INTO.search(sentence))
    stump = (words[0] == "please" and len(words) < SHORTEST_REQUEST) or bool(_STUMP.search(sentence))
    waits = words[0] in WAITING and not marks and len(words) < SHORTEST_PAIR
    late = any(
        _bare(found[1]) not in _LEADS_TO_ASK and not found[1].endswith(",")
        for found in _LATE_ASK.finditer(sentence)
    )
    return (
        known
        and not late
        and words[-1] not in _UNFINISHED
        and not waits
        and not numbered
        and not stump
        and _one_breath(words)
        and len(words) <= LONGEST_BREATH * (1 + marks)
    )


def _one_breath(words: list[str]) -> bool:
    """Whether its parts between joining words are short: a long one is two whose break was not found."""
    run = 0
    for word in words:
        run = 0 if word in _JOINS else run + (not any(map(str.isdigit, word)))
        if run > LONGEST_CLAUSE:
            return False
    return True


def _torn(before: str, after: str) -> bool:
    """Whether `after` may say which thing `before` names ("with a trick. | I showed him"): who knows."""
    return bool(_THING.search(before) and _TOLD_OF.match(after))


def _nobody_named(call: Call, sentences: list[str]) -> bool:
    """Whether a sentence begins with "he" or "she" before anybody was named whom it could mean."""
    first = next((at for at, one in enumerate(sentences) if _bare(one.split()[0]) in _SOMEBODY), None)
    if first is None:
        return False
    before = set(_plain_words(" ".join(sentences[:first])))
    return before.isdisjoint(_PEOPLE | set(_plain_words(call.context.referrer or "")))


def _known_names(call: Call) -> list[str | None]:
    known = call.context
    return [known.caller_name, known.caller_company, known.prospect_name, known.referrer]


def _plain_words(text: str) -> list[str]:
    return [_bare(word) for word in text.split()]


def _bare(word: str) -> str:
    return word.casefold().strip(",.;:!?-—…()")
