"""What the checks look at: the turns of one attempt in normal form, with what they share found once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from trainer.analysis.language import names
from trainer.analysis.language.courtesies import brief
from trainer.analysis.language.english import is_english
from trainer.analysis.language.frames import Frames, Tagged, tagged
from trainer.analysis.language.names import Mention
from trainer.analysis.language.phrases import Hit, Phrases
from trainer.analysis.language.slots import AFTER_NAME, SLOTS
from trainer.analysis.language.speech import PHONE, Speech, Token, normalise, plain
from trainer.records import Context, JudgeRequest, SpokenTurn, Thresholds, Word

Found = TypeVar("Found")

DOUBT = 0.6
"""Below this confidence a finding is `unsure`: nobody loses a mark for what may have been misheard."""

LONGEST_S = 24 * 3600.0
"""A word that ends a day after the start of its take has no time that means anything."""


class Span(NamedTuple):
    """Tokens `first`..`last` (inclusive) of a turn."""

    turn: int
    first: int
    last: int


@dataclass(frozen=True)
class Heard:
    """One turn: its words as given, and their normal form."""

    index: int
    turn: SpokenTurn
    context: Context

    @cached_property
    def speech(self) -> Speech:
        """The normal form."""
        return normalise([word.word for word in self.turn.words])

    @cached_property
    def named(self) -> Speech:
        """The normal form with the names of people and companies as `NAME`; phrases are looked for here."""
        firms = self._mentions(self.context.prospect_company, self._slots("firm"))
        certain = [*self.own_names, *self.companies, *self.prospects, *self.referrers, *firms]
        return self.speech.with_names(
            {index for one in certain if one.confidence >= DOUBT for index in range(one.first, one.last + 1)}
        )

    @cached_property
    def tagged(self) -> Tagged:
        """`named` with the classes of its words; frames are looked for here."""
        return tagged(self.named)

    def hits(self, wordings: Phrases | Frames) -> tuple[Hit, ...]:
        """Where the phrases or frames occur in `named`; looked for once however many checks ask."""
        key = id(wordings)
        if key not in self._found:
            self._found[key] = tuple(
                wordings.find(self.tagged) if isinstance(wordings, Frames) else wordings.find(self.named)
            )
        return self._found[key]

    @cached_property
    def _found(self) -> dict[int, tuple[Hit, ...]]:
        return {}

    @cached_property
    def phones(self) -> tuple[tuple[int, Token], ...]:
        """Every number that could be dialled: token index and token."""
        return tuple((index, token) for index, token in enumerate(self.speech.tokens) if token.text == PHONE)

    @cached_property
    def own_names(self) -> list[Mention]:
        """Where the caller says their own name."""
        early = set(range(5))
        before = {
            index - back
            for index, token in enumerate(self.speech.tokens)
            if token.text in AFTER_NAME
            for back in (1, 2)
            if index >= back
        }
        # "from Reeve" begins a company's name.
        firms = {hit.last + 1 for hit in self._introduced if hit.label == "firm"}
        expected = (self._slots("own") | early | before) - firms
        return self._mentions(self.context.caller_name, expected, person=True)

    @cached_property
    def companies(self) -> list[Mention]:
        """Where the caller's company is named; a surname that it shares with the caller is the caller's."""
        after_name = {mention.last + 1 for mention in self.own_names}
        slots = self._slots("firm") | self._slots("own") | after_name
        own = {index for name in self.own_names for index in range(name.first, name.last + 1)}
        found = self._mentions(self.context.caller_company, slots)
        named = set(plain(self.context.caller_company or "").split())
        return [
            self._in_full(firm, named) for firm in found if not set(range(firm.first, firm.last + 1)) <= own
        ]

    def _in_full(self, firm: Mention, named: Set[str]) -> Mention:
        """The mention with the words after it that are the firm's too ("Mourne Water" of three words)."""
        last = firm.last
        while last + 1 < len(self.speech.tokens) and self.speech.tokens[last + 1].text in named:
            last += 1
        return Mention(firm.first, last, firm.confidence)

    @cached_property
    def prospects(self) -> list[Mention]:
        """Where the prospect is named."""
        return self._mentions(self.context.prospect_name, self._slots("guest") | {0, 1, 2}, person=True)

    @cached_property
    def referrers(self) -> list[Mention]:
        """Where the referrer is named."""
        return self._mentions(self.context.referrer, self._slots("source"))

    @cached_property
    def sounds(self) -> tuple[float, float] | None:
        """First and last voiced sound, seconds: by voice activity, else by the words; None without times."""
        times = [(span.start_s, span.end_s) for span in self.turn.voiced or ()] or [
            (word.start_s, word.end_s)
            for word in self.turn.words
            if word.start_s is not None and word.end_s is not None
        ]
        return (min(start for start, _ in times), max(end for _, end in times)) if times else None

    @property
    def spoken_s(self) -> float | None:
        """Seconds from the first to the last voiced sound; None without times."""
        return self.sounds[1] - self.sounds[0] if self.sounds else None

    def start_s(self, token: int) -> float | None:
        """When a token begins, seconds; None without times."""
        return self.turn.words[self.speech.tokens[token].first_word].start_s

    def end_s(self, token: int) -> float | None:
        """When a token ends, seconds; None without times."""
        return self.turn.words[self.speech.tokens[token].last_word].end_s

    def heard_well(self, first: int, last: int) -> float:
        """The engine's mean confidence (0-1) in the words of these tokens; 1 where it reports none."""
        first_word, last_word = self.speech.words_of(first, last)
        known = [
            word.confidence
            for word in self.turn.words[first_word : last_word + 1]
            if word.confidence is not None
        ]
        return sum(known) / len(known) if known else 1.0

    def _slots(self, label: str) -> set[int]:
        return {
            place for hit in self._introduced if hit.label == label for place in (hit.last + 1, hit.last + 2)
        }

    @cached_property
    def _introduced(self) -> tuple[Hit, ...]:
        """The words after which a name is to be expected."""
        return tuple(SLOTS.find(self.speech))

    def _mentions(self, name: str | None, expected: set[int], *, person: bool = False) -> list[Mention]:
        theirs = [mention for other, said in self._spelled.items() if other != name for mention in said]
        return names.find(self.speech, name, self.context.heard_as, expected, theirs, person=person)

    @cached_property
    def _spelled(self) -> dict[str, list[Mention]]:
        """Where each known name is said as it is spelled: none of it is another one misheard."""
        known = self.context
        people = (known.caller_name, known.prospect_name, known.referrer, known.caller_company)
        return {name: names.spelled(self.speech, name) for name in people if name}

    def once(self, find: Callable[[Heard], Found]) -> Found:
        """What `find` finds in the turn; looked for once however many ask."""
        if find not in self._once:
            self._once[find] = find(self)
        return cast("Found", self._once[find])

    @cached_property
    def _once(self) -> dict[Callable[[Heard], Any], Any]:
        return {}


@dataclass(frozen=True)
class Call:
    """A whole attempt as the checks see it."""

    request: JudgeRequest
    thresholds: Thresholds

    @property
    def kind(self) -> str:
        """The drill's kind."""
        return self.request.kind

    @property
    def context(self) -> Context:
        """What is known about the call."""
        return self.request.context

    @cached_property
    def turns(self) -> tuple[Heard, ...]:
        """The turns in order."""
        return tuple(
            Heard(index, sane(turn), self.request.context) for index, turn in enumerate(self.request.turns)
        )

    @cached_property
    def quick(self) -> tuple[Span, ...]:
        """Where a quick call is promised; three checks ask."""
        return tuple(
            Span(turn.index, hit.first, hit.last) for turn in self.turns for hit in brief(turn.named)
        )

    @cached_property
    def has_words(self) -> bool:
        """Whether anything was said in words that the checks know."""
        return is_english(turn.speech for turn in self.turns)

    @cached_property
    def heard_overall(self) -> float:
        """The engine's mean confidence (0-1) in all words; 1 where it reports none."""
        known = [
            word.confidence for turn in self.turns for word in turn.turn.words if word.confidence is not None
        ]
        return sum(known) / len(known) if known else 1.0

    def spans(
        self, phrases: Phrases | Frames, *labels: str, turns: Iterable[Heard] | None = None
    ) -> list[Span]:
        """Where these families occur, in order (`labels` empty: all of them)."""
        return [
            Span(turn.index, hit.first, hit.last)
            for turn in (self.turns if turns is None else turns)
            for hit in turn.hits(phrases)
            if not labels or hit.label in labels
        ]

    @staticmethod
    def without(spans: Iterable[Span], vetoes: Iterable[Span], *, spare_longer: bool = False) -> list[Span]:
        """The spans that share no word with any veto.

        With `spare_longer`, a veto that lies strictly inside a span does not bar it: the span says more.
        """
        barring = list(vetoes)
        return [
            span
            for span in spans
            if not any(
                veto.turn == span.turn
                and veto.first <= span.last
                and span.first <= veto.last
                and not (spare_longer and span.first < veto.first and veto.last < span.last)
                for veto in barring
            )
        ]

    def heard_well(self, spans: Iterable[Span]) -> float:
        """The lowest mean confidence over the spans; 1 for none."""
        return min((self.turns[span.turn].heard_well(span.first, span.last) for span in spans), default=1.0)


def sane(turn: SpokenTurn) -> SpokenTurn:
    """`turn` with impossible times and confidences (not finite, negative, backwards) taken out."""
    return SpokenTurn(
        words=tuple(_in_order(map(_sane_word, turn.words))),
        caller_line=turn.caller_line,
        timing=turn.timing,
        voiced=turn.voiced,
        level=turn.level,
    )


def _in_order(words: Iterable[Word]) -> Iterator[Word]:
    """The words, without the times of those that would begin before the word before them."""
    latest = 0.0
    for word in words:
        if word.start_s is not None and word.start_s < latest:
            yield Word(word=word.word, confidence=word.confidence)
        else:
            latest = latest if word.start_s is None else word.start_s
            yield word


def _sane_word(word: Word) -> Word:
    start, end, confidence = word.start_s, word.end_s, word.confidence
    if (
        start is None
        or end is None
        or not (math.isfinite(start) and math.isfinite(end) and 0 <= start <= end <= LONGEST_S)
    ):
        start = end = None
    if confidence is not None:
        confidence = min(confidence, 1.0) if math.isfinite(confidence) and confidence >= 0 else None
    return Word(word=word.word, start_s=start, end_s=end, confidence=confidence)
