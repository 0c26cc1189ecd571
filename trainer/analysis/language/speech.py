"""One normal form for typed prose and raw recogniser output.

Outcomes must not depend on punctuation or case, so both are thrown away here, once: apostrophes vanish
("I'm" -> "im"), other marks separate, compounds are written one way ("e-mail" -> "email"), and every
number, said or written, becomes one token (`NUM`, or `PHONE` when it is long enough to be dialled).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from trainer.analysis.language import numbers
from trainer.analysis.language.lexicon import word_set

NUM = "NUM"
PHONE = "PHONE"
NAME = "NAME"

HESITATIONS = word_set("uh um uhm umm uhh er erm eh ah hm hmm mm mhm")
"""Sounds that are no words. They are skipped by the phrases and counted by delivery."""

_COMPOUNDS = {
    ("e", "mail"): "email", ("e", "mails"): "emails", ("e", "mailed"): "emailed",
    ("e", "mailing"): "emailing", ("web", "site"): "website", ("voice", "mail"): "voicemail",
    ("on", "line"): "online", ("good", "bye"): "goodbye", ("break", "down"): "breakdown", ("per", "cent"): "percent",
}  # fmt: skip
_SPLIT_UP = {
    "callback": ("call", "back"), "followup": ("follow", "up"), "checkin": ("check", "in"),
    "alot": ("a", "lot"), "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"),
    "lemme": ("let", "me"), "gimme": ("give", "me"), "cuz": ("because",), "cause": ("because",),
    "ok": ("okay",), "thankyou": ("thank", "you"), "ya": ("you",), "yall": ("you", "all"),
}  # fmt: skip
_SYMBOLS = {
    "%": "percent", "&": "and", "@": "at", "+": "plus", "$": "dollars", "£": "pounds", "€": "euros",
}  # fmt: skip
_PIECE = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+|[^\W\d_]+|[%&@+$£€]|(?<=\w)[./](?=\w)")
DIALLED = 6
"""Words from which a number is one to dial."""
_MINUTES = word_set("minute minutes min mins second seconds hours days")
_PARTIES = word_set("b c d g p")
"""Letters that stand for who deals with whom: business, consumer, and so on."""
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")


class Token(NamedTuple):
    """A word of the normal form and the given words (inclusive indexes) that it stands for."""

    text: str
    first_word: int
    last_word: int
    number: numbers.Number | None = None


@dataclass(frozen=True)
class Speech:
    """One turn in normal form. `text` ends every token with one space, which is what phrases match."""

    tokens: tuple[Token, ...]

    @cached_property
    def text(self) -> str:
        """All tokens, each followed by a space."""
        return "".join(f"{token.text} " for token in self.tokens)

    @cached_property
    def present(self) -> frozenset[str]:
        """The texts of the tokens."""
        return frozenset(token.text for token in self.tokens)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where each token starts in `text`, and the end."""
        places, at = [], 0
        for token in self.tokens:
            places.append(at)
            at += len(token.text) + 1
        return (*places, at)

    @cached_property
    def token_at(self) -> dict[int, int]:
        """Offset in `text` -> token index (the end -> number of tokens)."""
        return {offset: index for index, offset in enumerate(self.offsets)}

    def with_names(self, places: Collection[int]) -> Speech:
        """The same speech with these tokens as `NAME`, so that a name is never taken for a word."""
        tokens = (
            Token(NAME, token.first_word, token.last_word) if index in places else token
            for index, token in enumerate(self.tokens)
        )
        return Speech(tuple(tokens)) if places else self

    def words_of(self, first: int, last: int) -> tuple[int, int]:
        """Inclusive word indexes of the tokens `first`..`last`."""
        return self.tokens[first].first_word, self.tokens[last].last_word


def normalise(words: Sequence[str]) -> Speech:
    """The normal form of `words` as given (split on white space). Never raises."""
    spoken = _spelled(list(_pieces(words)))
    pieces = [piece for piece in _compounded(spoken) if piece.text not in HESITATIONS]
    return Speech(tuple(_with_numbers(pieces)))


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """`text` in normal form, without the closing space; for names and key points."""
    return normalise(text.split()).text.strip()


def _pieces(words: Sequence[str]) -> Iterator[Token]:
    for index, word in enumerate(words):
        for piece in _split(word):
            yield Token(piece, index, index)


@lru_cache(maxsize=4096)
def _split(word: str) -> tuple[str, ...]:
    """The normal pieces of one given word."""
    folded = unicodedata.normalize("NFKD", word.replace("£", "\0").replace("€", "\1"))
    bare = "".join(mark for mark in folded if not unicodedata.combining(mark))
    bare = bare.replace("\0", "£").replace("\1", "€").translate(_APOSTROPHES).casefold()
    pieces: list[str] = []
    currency = ""
    for piece in _PIECE.findall(bare):
        if piece in "$£€":
            currency = _SYMBOLS[piece]
            continue
        pieces.extend(_written(piece))
        if currency and piece[0].isdigit():
            pieces.append(currency)
            currency = ""
    return tuple(pieces)


def _written(piece: str) -> tuple[str, ...]:
    if piece == ".":
        return ("dot",)
    if piece == "/":
        return ("slash",)
    if piece in _SYMBOLS:
        return (_SYMBOLS[piece],)
    if piece in _SPLIT_UP:
        return _SPLIT_UP[piece]
    return (piece.replace(",", ""),)


def _spelled(pieces: list[Token]) -> list[Token]:
    """The pieces with initials as one word: "c r m" is written CRM as well."""
    found: list[Token] = []
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and _initial(pieces, end, end == at):
            end += 1
        end = max(end, at + 1)
        found.append(
            Token(
                "".join(piece.text for piece in pieces[at:end]),
                pieces[at].first_word,
                pieces[end - 1].last_word,
            )
        )
        at = end
    return found


def _initial(pieces: list[Token], at: int, first: bool) -> bool:
    """Whether the letter at `at` belongs to initials: a word of its own ("a", "I") must have one on either side."""
    text, following = pieces[at].text, pieces[at + 1].text if at + 1 < len(pieces) else ""
    if len(text) != 1 or not text.isalpha() or (text == "e" and following.startswith("mail")):
        return False
    if text == "a":
        return (first and following == "i") or (not first and len(following) == 1 and following.isalpha())
    if text == "i":
        return (not first and pieces[at - 1].text == "a") or (
            len(following) == 1 and following.isalpha() and following != "a"
        )
    return True


def _compounded(pieces: list[Token]) -> Iterator[Token]:
    at = 0
    while at < len(pieces):
        here, following = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
        joined = _COMPOUNDS.get((here.text, following.text)) if following else None
        if following and joined:
            yield Token(joined, here.first_word, following.last_word)
            at += 2
        else:
            yield here
            at += 1


def _joins_letters(texts: Sequence[str], at: int) -> bool:
    """Whether the two at `at` is read as "to" ("B2B", "b two c")."""
    around = (*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2])
    return texts[at] in ("2", "two") and len(around) == 2 and all(one in _PARTIES for one in around)


def _read(texts: Sequence[str], at: int) -> numbers.Number | None:
    """The number at `at`; of one to dial, the count that a unit of time follows is no digit ("... 0149, two minutes")."""
    number = numbers.read(texts, at)
    if number and number.length > DIALLED:
        end = at + number.length
        if texts[end : end + 1] and texts[end] in _MINUTES:
            return numbers.read(texts[: end - 1], at)
    return number


def _with_numbers(pieces: list[Token]) -> Iterator[Token]:
    texts = [piece.text for piece in pieces]
    at = 0
    while at < len(pieces):
        if _joins_letters(texts, at):
            yield pieces[at]._replace(text="to")
            at += 1
            continue
        number = _read(texts, at)
        if number is None:
            yield pieces[at]
            at += 1
            continue
        for part in numbers.split_repeated(number):
            kind = PHONE if part.dialable else NUM
            yield Token(kind, pieces[at].first_word, pieces[at + part.length - 1].last_word, part)
            at += part.length
