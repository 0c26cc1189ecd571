"""A call from files through recorded menus: keys act on menus, and calls are placed at times of day."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.drills import Ask, Decide, Effect, HangUp, KeyPressed, Play
from trainer.rigs import UserDid
from trainer.rigs.scripted import FileRig, Step


class MenuRig(FileRig):
    """A scripted user of get-through.

    A key step is pressed when a menu begins to be read, after the waits before it, one digit a menu. A dial
    step places the next call; without one the first is placed in office hours and no other follows.
    """

    def __init__(self, steps: Sequence[Step], turns: int) -> None:
        """`turns`: replies that the drill can take.

        Raises:
            BadInput: there are more answers than turns.
        """
        super().__init__(steps, turns, greets=False)
        self._calls = 0

    def notice(self, effect: Effect) -> None:
        """Act as the script says: place a call, press a key, and else as on any call."""
        match effect:
            case Ask("when-to-call", times):
                self._place_call(times)
            case Play(prompt=prompt) if prompt and prompt.keys:
                self._press()
            case _:
                super().notice(effect)

    def belongs_to_next(self, step: Step, said: bool) -> bool:
        """Keys belong to the next menu, dialling to the next call."""
        return step.what in ("key", "dial") or super().belongs_to_next(step, said)

    def _place_call(self, times: tuple[str, ...]) -> None:
        self._calls += 1
        acts = self._next_act()
        if acts and acts.what == "dial":
            at_s = self._now + self._take_waits()
            self._push(at_s, UserDid(Decide(self._steps.pop(0).when)))
        elif self._calls == 1:
            self._push(self._now, UserDid(Decide("hours" if "hours" in times else times[0])))
        else:
            self._push(self._now, UserDid(HangUp()))

    def _next_act(self) -> Step | None:
        """The next step that is no wait."""
        return next((step for step in self._steps if step.what != "wait"), None)

    def _press(self) -> None:
        """Press the next digit while the menu that was just asked for is read, or hang up."""
        acts = self._next_act()
        if acts is None or acts.what not in ("key", "hang-up"):
            return
        at_s = self._sound_from + self._take_waits()
        step = self._steps.pop(0)
        if step.what == "hang-up":
            self._push(at_s, UserDid(HangUp()))
            return
        self._push(at_s, UserDid(KeyPressed(step.keys[0])))
        if step.keys[1:]:
            self._steps.insert(0, Step("key", keys=step.keys[1:]))
