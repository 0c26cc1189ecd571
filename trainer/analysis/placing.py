"""Where the sentences that are added to a message go, so that each stands beside what it belongs to.

"The call takes two minutes" follows the request to call; name and number are said again after that, in place
of a number that was already repeated alone; thanks come last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from trainer.analysis.breaks import GREETINGS
from trainer.analysis.language.asks import CALL_BACK
from trainer.analysis.language.courtesies import brief
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.names import TITLES
from trainer.analysis.language.speech import PHONE, normalise
from trainer.analysis.lines import Lines

TELLING_LETTERS = 4
"""Letters from which a word of a firm's name is not just "of" or "Ltd"."""
LAST_WORDS = 9
"""So few words after the number or the request are a last word to them ("I'm up till ten.")."""
_TRIES_AGAIN = re.compile(r"\bi(?:'ll| will) (?:try|call|ring|phone|catch|reach)\b", re.I)
"""Whoever says that they will call again asks for a call before that, or not at all."""
_GOES_ON = word_set("and but or so because otherwise then")
"""Words with which a sentence begins that belongs to the one before it."""
_SMALL = GREETINGS | word_set("this it's my we we're you how")
"""Words that are small inside a sentence; what else begins one here is a name."""
_BESIDE_A_NUMBER = word_set("that's that was is it's my number number's again once more at on so i'm")
"""Words that say nothing beside a number."""


class Said(NamedTuple):
    """Sentences; by index, which ask for a call, which hold a number to dial, which promise a quick call."""

    sentences: list[str]
    asks: list[int]
    numbers: list[int]
    quick: list[int]

    @classmethod
    def of(cls, sentences: list[str]) -> Said:
        """`sentences`, looked through once."""
        words = [sentence.split() for sentence in sentences]
        owner = [at for at, said in enumerate(words) for _ in said]
        speech = normalise([word for said in words for word in said])
        hits = list(CALL_BACK.find(speech))
        vetoed = {at for hit in hits if hit.label == "veto" for at in range(hit.first, hit.last + 1)}
        asks = {
            owner[speech.tokens[hit.first].first_word]
            for hit in hits
            if hit.label == "ask" and vetoed.isdisjoint(range(hit.first, hit.last + 1))
        }
        numbers = {owner[token.first_word] for token in speech.tokens if token.text == PHONE}
        quick = {owner[speech.tokens[hit.first].first_word] for hit in brief(speech)}
        return cls(sentences, sorted(asks), sorted(numbers), sorted(quick))

    def end(self) -> int:
        """The index at which a message ends but for a last word."""
        tries = next((at for at, one in enumerate(self.sentences) if _TRIES_AGAIN.search(one)), None)
        if not self.asks and tries is not None and tries > max([*self.numbers, -1]):
            return tries
        if not self.asks and not self.numbers:
            return len(self.sentences)
        last = max([*self.asks, *self.numbers])
        while last + 1 in self.quick:
            last += 1
        rest = [sentence.casefold().split() for sentence in self.sentences[last + 1 :]]
        few = sum(map(len, rest)) <= LAST_WORDS and not any(words[0] in _GOES_ON for words in rest)
        return last + 1 if few else len(self.sentences)

    def after_ask(self) -> int:
        """The index after the first request to call, and after the number where that follows it."""
        if not self.asks:
            return self.end()
        at = self.asks[0] + 1
        dialled = self.numbers[:1] == [at] and not self.sentences[at][0].isalpha()
        return at + 1 if dialled else at


def alone(sentence: str, name: str) -> bool:
    """Whether it is a number and nothing else but `name` ("That's 0113 496 0107.", "Nadia, 0113 …")."""
    known = _BESIDE_A_NUMBER | set(name.casefold().split())
    words = [word.casefold().strip(",.;:?!—–-…()") for word in sentence.split()]
    return all(word in known or not any(map(str.isalpha, word)) for word in words)


def placed(said: Said, ask: str, quick: str, again: str, name: str) -> list[str]:
    """The sentences of `said` with those that are not empty where they belong; `name` is the caller's."""
    sentences: list[str] = list(said.sentences)
    repeated = [at for at in said.numbers[1:] if alone(sentences[at], name)]
    additions: list[tuple[int, str]] = []
    if ask:
        additions.append((said.end(), ask))
    if quick:
        additions.append((said.end() if ask else said.after_ask(), quick))
    if again and repeated:
        sentences[repeated[-1]] = again
    elif again:
        additions.append((said.end(), again))
    return _with(sentences, additions)


def greeted(sentences: list[str], prospect: str) -> list[str]:
    """The introduction of a spoken message with a comma after the greeting: "Luis, hi, it's Amber"."""
    names = {word.casefold().strip(".") for word in prospect.split()}
    while len(sentences) > 1 and all(
        word.casefold().strip(".,") in GREETINGS | TITLES | names for word in sentences[0].split()
    ):
        first, _, rest = sentences[1].partition(" ")
        small = first.casefold() if first.casefold().strip(".,") in _SMALL else first
        sentences = [f"{sentences[0].rstrip('.')}, {small} {rest}".strip(), *sentences[2:]]
    return sentences


def with_firm(sentences: list[str], lines: Lines) -> list[str]:
    """The introduction with the firm after the caller's name; empty where there is no place for it.

    There is none, either, where a word of the firm is said already ("from Carr Crane Hire. … Crane hire").
    """
    name, firm = lines.name, lines.context.caller_company or ""
    known = {word.casefold() for word in name.split()}
    words = {word.casefold() for word in firm.split() if len(word) >= TELLING_LETTERS} - known
    said = " ".join(sentences).casefold()
    if not name or not firm or any(word in said for word in words):
        return []
    others = " ".join(filter(None, (lines.context.prospect_name, lines.context.referrer))).casefold().split()
    forms = [form for form in (name, name.split()[0]) if form.casefold() not in others]
    for form in forms:
        pattern = re.compile(rf"\b{re.escape(form)}\b(?: here| speaking)?(?=[.,;!]| and I\b)")
        for at, sentence in enumerate(sentences):
            if found := pattern.search(sentence):
                mended = f"{sentence[: found.end()]} from {firm}{sentence[found.end() :]}"
                return [*sentences[:at], mended, *sentences[at + 1 :]]
    return []


def _with(sentences: Sequence[str], additions: Sequence[tuple[int, str]]) -> list[str]:
    """The sentences with each addition before the index it names, in order."""
    found: list[str] = []
    for at in range(len(sentences) + 1):
        found += [text for place, text in additions if place == at]
        found += sentences[at : at + 1]
    return found
