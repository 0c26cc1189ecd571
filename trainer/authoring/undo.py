"""Undo and redo over a whole form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trainer.authoring.form import Form

MOST = 500
"""Steps that are remembered; typing in one field without a pause is one."""


@dataclass(frozen=True, slots=True)
class Step:
    """A form as it was or is, and the field whose change led to it."""

    form: Form
    field: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """`present` is what is shown. Every method returns other steps; these stay as they are."""

    present: Step
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    closed: bool = True
    """The next change begins a step of its own, even of the same field."""

    def changed(self, form: Form, field: str) -> Steps:
        """One more change, of `field`; what was undone before is gone."""
        if form == self.present.form:
            return self
        step = Step(form, field)
        if not self.closed and field == self.present.field:
            return Steps(step, self.past, (), closed=False)
        return Steps(step, (*self.past, self.present)[-MOST:], (), closed=False)

    def paused(self) -> Steps:
        """The user has paused: what is typed next is undone by itself."""
        return replace(self, closed=True)

    def undone(self) -> Steps:
        """One step back, if there is one."""
        if not self.past:
            return self
        return Steps(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redone(self) -> Steps:
        """One step forward again, if there is one."""
        if not self.future:
            return self
        return Steps(self.future[0], (*self.past, self.present), self.future[1:])
