"""Edit scenario: an own scenario in a form, with its sounds, a live check and a draft that is never lost."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from trainer import events
from trainer.analysis.checks import all_checks
from trainer.authoring.form import Form, form_of, new_form
from trainer.own_scenarios import FOLDER, own_ids
from trainer.records import Scenario
from ui.bridge import Bridge
from ui.form_parts.page import FormPage
from ui.form_parts.whole import ScenarioForm
from ui.line_sounds import LineSounds
from ui.models.form_words import mend_title, mend_words
from ui.models.phrasing import quoted
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.text_copy import TextCopy, copy_title
from ui.widgets.announce import announce
from ui.widgets.call_notice import Choice
from ui.writing import EDIT, Writing

if TYPE_CHECKING:
    from trainer.authoring.drafts import Draft

TITLE = "Edit scenario"
ICON = "layout-grid"
ORDER = None

COPY, DRAFT = "copy:", "draft"


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return EditScenario(services, bridge, navigate)


class EditScenario(Screen):
    """Opened with "" (a new one), "edit:ID", "copy:ID" or "draft" (what was being written)."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._wanted = ""
        self._discarded: Draft | None = None
        self._trying = self._on_trial = False
        self._make()
        self._connect()
        self._connect_keys()

    # ------------------------------------------------------------------ coming and going

    def enter(self, subject: str | None) -> None:
        """Open `subject`; a draft that is there is offered first."""
        self._on_trial = False
        self._wanted = subject or ""
        if self._wanted == DRAFT and self.writing.begun:
            self._show_form("")
            return
        if self.writing.begun:  # left for a trial, and not come back to
            self.writing.close()
        self._bridge.when_done(self._services.authoring.kept(), self._on_kept)

    def leave(self) -> None:
        """Keep everything; the steps of undo stay only while the scenario is being tried."""
        self.sounds.stop()
        if not self.writing.begun:
            return
        if self._on_trial:
            self.writing.flush()
            return
        if self.writing.dirty:
            self._offer_way_back("{} is kept as a draft. It is not saved yet.", "Go on")
        self.writing.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up a recording before it closes the page."""
        if event.key() == Qt.Key.Key_Escape and self.sounds.recording:
            self.sounds.stop()
        else:
            super().keyPressEvent(event)

    def _on_kept(self, draft: Draft | None) -> None:
        if draft is None:
            self._open("" if self._wanted == DRAFT else self._wanted)
        elif self._wanted == DRAFT:
            self._go_on(draft)
        else:
            self._ask(
                f"You were writing {quoted(draft.title)}.",
                "It is not saved yet. There is one draft at a time.",
                Choice("Go on with it", partial(self._go_on, draft), "Enter"),
                Choice("Discard it", partial(self._discard, draft)),
            )

    def _go_on(self, draft: Draft) -> None:
        self._begin(draft.subject, draft.form, from_draft=True)

    def _discard(self, draft: Draft) -> None:
        self._services.authoring.discard()
        self._discarded = draft
        self._open(self._wanted)
        self.view.notice.tell(f"{quoted(draft.title)} was discarded.", "Undo")

    def _open(self, subject: str) -> None:
        scenario_id = subject.removeprefix(EDIT).removeprefix(COPY)
        found = next((one for one in self._services.scenarios if one.id == scenario_id), None)
        if found is None:
            self._begin("", new_form(next(iter(self._services.sellers))))
            return
        own = subject.startswith(EDIT) and found.id in own_ids(self._services.data_dir / FOLDER)
        form = form_of(found)
        if form is None:
            self._text_copy.open(found, own=own)
        elif own:
            self._begin(subject, form)
        else:
            sheet = replace(form.sheet, id="", title=copy_title(form.sheet.title))
            self._begin(f"{COPY}{found.id}", replace(form, sheet=sheet))

    def _ask(self, title: str, sentence: str, *choices: Choice) -> None:
        self.view.ask(title, sentence, *choices)
        self.changed.emit()

    def _offer_way_back(self, sentence: str, action: str) -> None:
        back = partial(self._navigate, "edit_scenario", DRAFT)
        self._bridge.offered.emit(sentence.format(quoted(self.writing.draft.title)), action, back)

    # ------------------------------------------------------------------ writing

    def _begin(self, subject: str, form: Form, *, from_draft: bool = False) -> None:
        self.writing.begin(subject, form, from_draft=from_draft)
        self.form.know(self._services.scenarios, self._services.settings.profile.name)
        self.form.begin(self.writing.form, keeps_person=subject.startswith(EDIT))
        self._show_form("title")

    def _show_form(self, field: str) -> None:
        """The form, with the cursor in `field`; "" is the button that saves it."""
        self.view.show_form()
        self._settle()
        self.sounds.show_sounds()
        if field:
            self.form.go_to(field)
        else:
            self.view.save.setFocus()
        self.changed.emit()

    @Slot(object, str)
    def _on_edited(self, form: Form, field: str) -> None:
        self.writing.change(form, field)
        if field.endswith(".audio"):
            self.writing.flush()  # what was spoken is harder to bring again than a word
        self._discarded = None
        self.view.notice.tell("")
        self._settle()
        self.sounds.show_sounds()

    def _settle(self) -> None:
        """Title, check and buttons are those of the form as it is."""
        writing, steps = self.writing, self.writing.steps
        past, future = bool(steps.past), bool(steps.future)
        self.view.settle(writing.subject, writing.form, writing.mistakes(), past=past, future=future)

    @Slot()
    def _undo(self) -> None:
        if self._is_writing and self.writing.steps.past:
            self._stepped(self.writing.undo(), "Undone")

    @Slot()
    def _redo(self) -> None:
        if self._is_writing and self.writing.steps.future:
            self._stepped(self.writing.redo(), "Done again")

    @property
    def _is_writing(self) -> bool:
        """Not while a question is asked, nor under a recording, which is for the line as it is."""
        return self.writing.begun and not self.view.asking and not self.sounds.recording

    def _stepped(self, field: str, words: str) -> None:
        self.form.show_form(self.writing.form)
        self._settle()
        self.sounds.show_sounds()
        self.form.go_to(field)
        announce(self, words)

    # ------------------------------------------------------------------ saving and trying

    @Slot()
    def _save(self) -> None:
        self._save_and(trying=False)

    @Slot()
    def _try(self) -> None:
        self._save_and(trying=True)

    def _save_and(self, *, trying: bool) -> None:
        if not self._is_writing:
            return
        self._trying = trying
        found = self.writing.mistakes()
        if found:
            self.form.show_all_mistakes()
            self._settle()
            self.form.go_to(found[0].field)
            announce(self, f"{mend_title(len(found))}. {mend_words(found[0], self.writing.form)}")
        else:
            self.writing.save()

    @Slot(object)
    def _on_saved(self, scenario: Scenario) -> None:
        self._settle()
        if self._trying:
            self._on_trial = True
            self._navigate("call", scenario.id)
        else:
            self.view.notice.tell(f"{quoted(scenario.title)} is saved.", "Back to Scenarios")
            announce(self, "Saved")

    @Slot(str)
    def _on_refused(self, why: str) -> None:
        self.view.notice.tell(f"It was not saved. {why}")

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        """After a trial there is a way back."""
        if self._on_trial and isinstance(event, events.CallEnded | events.AttemptMissed):
            self._on_trial = False
            self._offer_way_back("You were trying {}.", "Back to writing")

    @Slot()
    def _close(self) -> None:
        self._navigate("scenarios", self.writing.scenario_id if self.writing.begun else None)

    @Slot()
    def _on_notice(self) -> None:
        """Its one button: undo of discarding, or away from what is saved."""
        draft, self._discarded = self._discarded, None
        if draft is None:
            self._close()
        else:
            self._go_on(draft)
            self.writing.flush()

    # ------------------------------------------------------------------ parts

    def _make(self) -> None:
        services, bridge = self._services, self._bridge
        titles = {check.id: check.title for check in all_checks().values()}
        guides = {guide.id: guide.title for guide in services.guide_records.values()}
        self.writing = Writing(services, bridge, self)
        self.form = ScenarioForm(services.sellers, guides, titles)
        self.sounds = LineSounds(services, bridge, self.form.lines)
        self._text_copy = TextCopy(services, bridge, self._navigate, self._ask, self)
        self.view = FormPage(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.view.mends.chosen.connect(self.form.go_to)
        self.view.notice.chosen.connect(self._on_notice)
        self.writing.stated.connect(self.view.mends.show_state)
        self.writing.saved.connect(self._on_saved)
        self.writing.refused.connect(self._on_refused)
        self.sounds.changed.connect(self.changed)
        self._bridge.core_event.connect(self._on_event)
        self.view.undo.clicked.connect(self._undo)
        self.view.redo.clicked.connect(self._redo)
        self.view.close_form.clicked.connect(self._close)
        self.view.try_it.clicked.connect(self._try)
        self.view.save.clicked.connect(self._save)

    def _connect_keys(self) -> None:
        standard = QKeySequence.StandardKey
        keys = {
            self._undo: QKeySequence.keyBindings(standard.Undo),
            self._redo: QKeySequence.keyBindings(standard.Redo),
            self._save: [QKeySequence("Ctrl+S")],
            self._try: [QKeySequence("Ctrl+Return")],
        }
        for act, sequences in keys.items():
            shortcut = QShortcut(self)
            shortcut.setKeys(sequences)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
