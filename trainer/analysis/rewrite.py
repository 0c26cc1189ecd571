"""A message made better from its own clauses: some cut, some said again, some added from what is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from rapidfuzz.distance import JaroWinkler

from trainer.analysis.call import DOUBT, Call, Heard
from trainer.analysis.checks.number import like_own
from trainer.analysis.delivery import stumbles
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.names import Mention
from trainer.analysis.language.speech import PHONE, Token, normalise
from trainer.analysis.prose import DANGLING, JOINTS, ends, is_typed, sentences
from trainer.records import Clause

USUAL_S_A_WORD = 0.4
"""Seconds a word at 150 words a minute, for text without times (label guide)."""

_THEIRS = word_set("her him his their them")
_WITH_IN = word_set("check checking checked drop dropping call calling ring ringing dial dialling")
"""Verbs that "in" belongs to ("just checking in")."""
_ASKED = word_set("why how who where when which")
_BEFORE_ASKED = word_set("know knows knew tell tells told see saw ask asked exactly")
"""After these a question word can end a sentence ("and I know why")."""
_TAIL = re.compile(r"(?:['’]s)?[.,?!;:]*$")
"""What stays on a word that becomes a name as written: an owner's ending and marks."""
_CAPITALS = {"i": "I", "i'm": "I'm", "i'll": "I'll", "i've": "I've", "i'd": "I'd"}


_DATES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july august
    september october november december easter christmas"""
)
_PERHAPS_DATES = word_set("march may")
_BEFORE_DATE = word_set("in of since by until next last your")


def said(call: Call, clauses: Iterable[Clause], cut: Collection[Clause]) -> list[str]:
    """The sentences that are left when `cut` goes, written as a person would; nothing dangles."""
    kept = list(clauses)
    left_out = {turn: stumbles(call.turns[turn]) for turn in {clause.turn for clause in kept}}
    swaps = {turn: call.turns[turn].once(_swaps) for turn in left_out}
    pieces: list[tuple[list[str], bool]] = []
    cut_before = False
    for clause in kept:
        if clause in cut:
            cut_before = True
            if pieces:
                _trim(pieces[-1][0])
            continue
        words = _written(call.turns[clause.turn], clause, swaps[clause.turn], left_out[clause.turn])
        while cut_before and words and _only_joins(words):
            words = words[1:]
        pieces.append((words, cut_before))
        cut_before = False
    return sentences(pieces, is_typed(word.word for turn in call.turns for word in turn.turn.words))


def _only_joins(words: list[str]) -> bool:
    """Whether the first word joins to what is gone; "so that" says what for."""
    first, second = ([word.casefold().strip(",") for word in words[:2]] + [""])[:2]
    return first in JOINTS and (first, second) != ("so", "that")


def opened(sentences: list[str]) -> list[str]:
    """The sentences, the first without the word that joined it to what is not there ("And your bill …")."""
    joint, _, rest = sentences[0].partition(" ") if sentences else ("", "", "")
    if not rest or joint.casefold().strip(",") not in JOINTS:
        return sentences
    return [rest[:1].upper() + rest[1:], *sentences[1:]]


def _trim(words: list[str]) -> None:
    """Take words off the end that wait for what is gone; a sentence that has ended waits for nothing."""
    while words and not ends(words[-1]) and words[-1].casefold().strip(",;:-—–'") in DANGLING:
        if words[-1].casefold() == "in" and words[-2:-1] and words[-2].casefold() in _WITH_IN:
            return
        if words[-1].casefold() in _ASKED and words[-2:-1] and words[-2].casefold() in _BEFORE_ASKED:
            return
        words.pop()


def _swaps(turn: Heard) -> dict[int, tuple[int, str]]:
    """Names and numbers as the profile writes them: by the first word said, the last and what to write."""
    context = turn.context
    swaps: dict[int, tuple[int, str]] = {}
    for mentions, name in (
        (turn.own_names, context.caller_name),
        (turn.companies, context.caller_company),
        (turn.prospects, context.prospect_name),
        (turn.referrers, context.referrer),
    ):
        for mention in mentions:
            if mention.confidence >= DOUBT and name and _whole(turn, mention.first, mention.last):
                first, last = turn.speech.words_of(mention.first, mention.last)
                swaps[first] = (last, _part_said(turn, mention, name))
    for firm in turn.companies:  # "Kim Larson Larson Payroll"
        first = turn.speech.tokens[firm.first].first_word
        own = next((at for at, (last, _) in swaps.items() if first in swaps and last == first - 1), None)
        if own is not None and turn.turn.words[first - 1].word[-1:].isalnum():
            swaps[own] = (swaps[own][0], f"{swaps[own][1]},")
    if context.phone_number:
        for place, token in turn.phones:
            if not _whole(turn, place, place) or _is_theirs(turn, place) or _is_another(turn, token):
                continue
            first = _number_start(turn, token, context.phone_number)
            last = _number_end(token, context.phone_number)
            swaps[first] = (max(first, last), context.phone_number)
    return swaps


def _is_another(turn: Heard, token: Token) -> bool:
    """Whether it is no number of the profile, not even with slips ("my mobile is 07700 900123")."""
    own = turn.context.phone_number
    return not (own and token.number and like_own(token.number.digits, own, turn.context.region))


def _number_start(turn: Heard, token: Token, number: str) -> int:
    """The first word of a number; what ends a sentence before it is no digit ("before six? 0113 …")."""
    words = [word.word for word in turn.turn.words[token.first_word : token.last_word + 1]]
    wanted = "".join(mark for mark in number if mark.isdecimal())
    if token.number is None or token.number.digits == wanted:
        return token.first_word
    for skipped in range(1, len(words)):
        rest = normalise(words[skipped:]).tokens
        if len(rest) != 1 or rest[0].number is None:
            continue
        if rest[0].number.digits == wanted or (rest[0].text == PHONE and ends(words[skipped - 1])):
            return token.first_word + skipped
    return token.first_word


def _is_theirs(turn: Heard, place: int) -> bool:
    """Whether the number at this token is somebody else's ("her number is …", "you can get him on …")."""
    before = turn.speech.tokens[max(0, place - 4) : place]
    return not _THEIRS.isdisjoint(token.text for token in before)


def _written(
    turn: Heard, clause: Clause, swaps: Mapping[int, tuple[int, str]], left_out: Collection[int]
) -> list[str]:
    """The clause's words without those to be left out, with `swaps` in place of what was said."""
    words: list[str] = []
    index = clause.first_word
    while index <= clause.last_word:
        if index in left_out:
            _leave_out(words, turn.turn.words[index].word)
            index += 1
            continue
        last, text = swaps.get(index, (index, ""))
        if last > clause.last_word:  # the rest of the name is in the next clause
            last, text = index, ""
        given = turn.turn.words[last].word
        tail = given[len(_TAIL.sub("", given)) :]
        words.append(f"{text}{tail}" if text else _capital(given, words))
        index = last + 1
    return words


def _leave_out(words: list[str], stumble: str) -> None:
    """Close the gap: the comma before what is left out goes, the end of the sentence stays."""
    if words and ends(stumble) and not ends(words[-1]):
        words[-1] = words[-1].rstrip(",") + stumble[-1]
    elif words and stumble.endswith(","):
        words[-1] = words[-1].rstrip(",")


def _capital(given: str, before: list[str]) -> str:
    """The word with the capital that it has wherever it stands; "march" and "may" after "in" are months."""
    dated = given in _DATES or (given in _PERHAPS_DATES and before[-1:] != [] and before[-1] in _BEFORE_DATE)
    return given.capitalize() if dated else _CAPITALS.get(given, given)


def _part_said(turn: Heard, mention: Mention, name: str) -> str:
    """The whole name for several words, else the first name or the surname, whichever was said."""
    parts = name.split()
    if mention.last > mention.first or len(parts) == 1:
        return name
    said = turn.speech.tokens[mention.first].text
    return max((parts[0], parts[-1]), key=lambda part: JaroWinkler.similarity(said, part.casefold()))


def _number_end(token: Token, number: str) -> int:
    """The last word of a number; a "one" after the whole of it belongs to what follows ("One question")."""
    digits = "".join(mark for mark in number if mark.isdecimal())
    one_more = token.number is not None and token.number.digits == f"{digits}1"
    return max(token.first_word, token.last_word - 1) if one_more else token.last_word


def _whole(turn: Heard, first: int, last: int) -> bool:
    """Whether the words of these tokens stand for nothing else ("ABC—0800" does)."""
    tokens = turn.speech.tokens
    first_word, last_word = turn.speech.words_of(first, last)
    before = first == 0 or tokens[first - 1].last_word < first_word
    return before and (last + 1 == len(tokens) or tokens[last + 1].first_word > last_word)


def seconds_of(call: Call, text: str) -> float:
    """How long `text` takes at the caller's own pace; digits count one by one, as they are spoken."""
    count = sum(max(1, sum(mark.isdecimal() for mark in word)) for word in text.split())
    return round(count * seconds_a_word(call), 1)


def seconds_a_word(call: Call) -> float:
    """The caller's own pace, or the usual one where there are no times."""
    spoken = sum(turn.spoken_s or 0.0 for turn in call.turns)
    if spoken <= 0:
        return USUAL_S_A_WORD
    words = sum(
        max(1, sum(mark.isdecimal() for mark in word.word)) for turn in call.turns for word in turn.turn.words
    )
    return spoken / words if words else USUAL_S_A_WORD


def length_s(call: Call) -> float:
    """How long the whole attempt took, or would take at the usual pace."""
    spoken = sum(turn.spoken_s or 0.0 for turn in call.turns)
    return spoken or sum(
        seconds_of(call, " ".join(word.word for word in turn.turn.words)) for turn in call.turns
    )
