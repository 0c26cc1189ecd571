"""What the recogniser makes of the reply that is being given, and the line that it leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trainer.records import Prompt, SpokenTurn, Take, Transcript


class Understanding:
    """Of one call. `choose` gets the line, the greeting on picking up and the reply; it gives an id."""

    def __init__(self, choose: Callable[[Prompt, SpokenTurn, SpokenTurn], str]) -> None:
        self._choose_line = choose
        self._greeting = SpokenTurn()
        self._guess: str | None = None
        self._guessed: Transcript | None = None
        self._choosing: Prompt | None = None

    @property
    def waits(self) -> bool:
        """Whether the next line depends on words that are still being heard."""
        return self._choosing is not None

    def begin_reply(self) -> None:
        """A reply begins: nothing is known of it."""
        self.go_on()
        self._choosing = None

    def go_on(self) -> None:
        """The reply goes on: what was guessed is not all of it."""
        self._guess = self._guessed = None

    def line_known(self) -> None:
        """The next line is known, however."""
        self._choosing = None

    def guess(self, guess_id: str | None) -> None:
        """The recogniser has been asked, under this id, for the words so far."""
        self._guess = guess_id

    def choose(self, prompt: Prompt) -> None:
        """The reply to `prompt` is over: what was said leads on from it."""
        self._choosing = prompt

    def heard(self, takes: Sequence[Take], take_id: str, transcript: Transcript | None) -> bool:
        """Take in what was heard (None: nothing could be) in one of the call's `takes`, or as a guess.

        Returns whether the reply that is being given is meant.
        """
        if transcript and takes and take_id == takes[0].id and takes[0].turn == 0:
            self._greeting = SpokenTurn(words=transcript.words)
        meant = take_id == self._guess or (self.waits and bool(takes) and take_id == takes[-1].id)
        if meant:
            self._guessed = transcript
        return meant

    def chosen(self) -> str | None:
        """Id of the line that follows, once; None while the reply goes on or its words are not known."""
        if self._choosing is None or self._guessed is None:
            return None
        prompt, self._choosing = self._choosing, None
        reply = SpokenTurn(words=self._guessed.words, caller_line=prompt.text)
        self.go_on()
        return self._choose_line(prompt, self._greeting, reply)
