"""A scenario that is being written: its steps, its draft on disk, and what saves it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from trainer.authoring.check import Mistake, Surroundings, mistakes, named
from trainer.authoring.drafts import FOLDER as DRAFTS
from trainer.authoring.drafts import Draft
from trainer.authoring.form import Form, lines_of
from trainer.authoring.text import toml_of
from trainer.authoring.undo import Step, Steps
from trainer.errors import WorldError
from trainer.own_scenarios import FOLDER as OWN
from trainer.paths import ASSETS
from trainer.records import Scenario
from ui.bridge import Bridge
from ui.services import Services

EDIT = "edit:"
"""How a subject begins whose scenario is there already."""
KEPT_AS_DRAFT, SAVED = "Not saved yet; kept as a draft.", "Saved."
_KEEP_MS = 400
"""After a change; with the writing itself it is on disk well within a second."""
_PAUSE_MS = 1000
"""Typing that stops for so long is one step of undo."""


class Writing(QObject):
    """Knows no widgets. `begin` opens another scenario; everything else is about the one that is open.

    Signals:
        stated: where it is kept now, in words.
        saved: the scenario, as it was read back.
        refused: why it was not saved.
    """

    stated = Signal(str)
    saved = Signal(object)
    refused = Signal(str)

    def __init__(self, services: Services, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self.subject = ""
        """As for `Draft`; it becomes "edit:ID" with the first saving."""
        self._steps: Steps | None = None
        self._clean: Form | None = None
        self._saving: tuple[Scenario, Form] | None = None
        self._around: Surroundings | None = None
        bridge.library_changed.connect(self._look_again)
        self._keep, self._pause = QTimer(self), QTimer(self)
        self._keep.timeout.connect(self._write)
        self._pause.timeout.connect(self._on_pause)
        for timer, after_ms in ((self._keep, _KEEP_MS), (self._pause, _PAUSE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(after_ms)

    def begin(self, subject: str, form: Form, *, from_draft: bool = False) -> None:
        """Write this. `subject` is as for `Draft`; `from_draft`: it is not saved, however it looks."""
        self.subject, self._saving, self._around = subject, None, None
        self._steps = Steps(Step(replace(form, sheet=replace(form.sheet, id=""))))
        self._clean = None if from_draft else self.form
        self._services.authoring.bring([line.audio for line in lines_of(form)])
        self.stated.emit(KEPT_AS_DRAFT if from_draft else "")

    @property
    def begun(self) -> bool:
        """Whether something is open."""
        return self._steps is not None

    @property
    def steps(self) -> Steps:
        """What was done so far."""
        assert self._steps is not None, "begin comes first"
        return self._steps

    @property
    def form(self) -> Form:
        """As it is now; without an id, which belongs to the file and cannot be undone."""
        return self.steps.present.form

    @property
    def scenario_id(self) -> str:
        """Of the file that is edited; "" for one that was never saved."""
        return self.subject.removeprefix(EDIT) if self.subject.startswith(EDIT) else ""

    @property
    def dirty(self) -> bool:
        """Whether closing would lose something if there were no draft."""
        return self.form != self._clean

    @property
    def draft(self) -> Draft:
        """What is kept."""
        return Draft(subject=self.subject, form=self.form)

    # ------------------------------------------------------------------ changes

    def change(self, form: Form, field: str) -> None:
        """The user has made this of it."""
        self._steps = self.steps.changed(form, field)
        self._pause.start()
        self._soon()

    def undo(self) -> str:
        """One step back; the field that it was about."""
        field, self._steps = self.steps.present.field, self.steps.undone()
        self._soon()
        return field

    def redo(self) -> str:
        """One step forward again; the field that it was about."""
        self._steps = self.steps.redone()
        self._soon()
        return self.steps.present.field

    @Slot()
    def _on_pause(self) -> None:
        if self._steps is not None:
            self._steps = self._steps.paused()

    # ------------------------------------------------------------------ the draft

    def _soon(self) -> None:
        if not self._keep.isActive():  # not put off by the next change: who types on is kept as well
            self._keep.start()

    @Slot()
    def _write(self) -> None:
        if not self.begun:
            return
        if self.dirty:
            done = self._services.authoring.keep(self.draft)
            self._bridge.when_done(done, self._on_kept, self._on_not_kept)
        else:
            self._services.authoring.discard()
            self.stated.emit(SAVED if self.scenario_id else "")

    def _on_kept(self, _: None) -> None:
        if self.begun and self.dirty:
            self.stated.emit(KEPT_AS_DRAFT)

    def _on_not_kept(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self.stated.emit(str(error))

    def flush(self) -> None:
        """Keep what was changed last, now."""
        self._keep.stop()
        self._write()

    def close(self) -> None:
        """Nothing is open any more; what is not saved stays as the draft."""
        self.flush()
        self._pause.stop()
        self._steps = None
        self._services.authoring.sweep()

    # ------------------------------------------------------------------ saving

    def mistakes(self) -> tuple[Mistake, ...]:
        """What is to be mended before it can be saved."""
        return mistakes(self._identified(), self._surroundings())

    def save(self) -> None:
        """Put it among the user's own scenarios; `saved` or `refused` says how it went."""
        scenario = named(self._identified(), self._surroundings())
        self._saving = scenario, self.form
        places = [prompt.audio for prompt in scenario.prompts]
        self._bridge.when_done(self._services.authoring.sounds(places), self._with_sounds, self._on_refused)

    def _with_sounds(self, sounds: dict[str, bytes]) -> None:
        if self._saving is not None:
            scenario, _ = self._saving
            done = self._services.shelf.save(scenario.id, toml_of(scenario), sounds)
            self._bridge.when_done(done, self._on_saved, self._on_refused)

    def _on_saved(self, scenario: Scenario) -> None:
        if self._saving is None or not self.begun:
            return
        (_, self._clean), self._saving = self._saving, None
        self.subject = f"{EDIT}{scenario.id}"
        self.flush()
        self.saved.emit(scenario)

    def _on_refused(self, error: Exception) -> None:
        self._saving = None
        if not isinstance(error, WorldError):
            raise error
        self.refused.emit(str(error))

    def _identified(self) -> Form:
        return replace(self.form, sheet=replace(self.form.sheet, id=self.scenario_id))

    def _surroundings(self) -> Surroundings:
        """Looked up once for each library: with thousands of scenarios it takes longer than a key may."""
        if self._around is None:
            services = self._services
            own, drafts = services.data_dir / OWN, services.data_dir / DRAFTS
            self._around = Surroundings(
                {one.id: one for one in services.scenarios},
                services.sellers,
                frozenset(services.guide_records),
                (ASSETS, own, drafts),
                # Files that cannot be read have names as well.
                frozenset(path.stem for path in own.glob("*.toml")),
            )
        return self._around

    @Slot()
    def _look_again(self) -> None:
        self._around = None
