"""My points for the prospect that is up next: shown, written, and kept as soon as they are written."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.errors import WorldError
from trainer.records import Prepared, Scenario
from ui.bridge import Bridge
from ui.models.points_words import NOTHING, asks_for_worry, point_lines
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.points_card import PointsCard
from ui.widgets.points_form import PointsForm


class PointsPanel(QWidget):
    """A card of points that turns into a form and back.

    Signals:
        writing: the form is open: a widget, and the place in it that should be seen.
        written: the user is done with it.
    """

    writing = Signal(QWidget, QRect)
    written = Signal()

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self._scenario: Scenario | None = None
        self._prepared = Prepared()
        self._asked = 0
        """Questions to the history that are not answered; only the answer to the last one counts."""
        self.card, self.form = PointsCard(editable=True), PointsForm()
        self.form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addWidget(self.form)
        self.card.edit.clicked.connect(self._open)
        self.form.edited.connect(self._keep)
        self.form.closed.connect(self._close)
        bridge.opened.connect(self._ask)

    def show_for(self, scenario: Scenario) -> None:
        """Show what is prepared for its prospect; what is being written for another one is kept."""
        self.settle()
        self._scenario = scenario
        self.card.say_whose(scenario.prospect.name)
        self._show(Prepared())
        self.card.edit.setEnabled(False)  # until it is known what would be written over
        self._ask()

    def settle(self) -> None:
        """Keep what is still being written, and show it."""
        if not self.form.isHidden():
            self.form.commit()
            self._fold()

    @Slot()
    def _ask(self) -> None:
        if self._scenario and self._services.is_open:
            self._asked += 1
            found = self._services.practice.prepared(self._scenario)
            self._bridge.when_done(found, self._on_found, self._on_lost)

    def _on_found(self, prepared: Prepared) -> None:
        self._asked -= 1
        if not self._asked:
            self.card.edit.setEnabled(True)
            self._show(prepared)

    def _on_lost(self, error: Exception) -> None:
        self._asked -= 1
        if not isinstance(error, WorldError):
            raise error
        self._bridge.trouble.emit(str(error))

    def _show(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self.card.show_lines(point_lines(prepared), NOTHING)

    @Slot()
    def _open(self) -> None:
        assert self._scenario is not None
        services = self._services
        wanted = asks_for_worry(services.guide_records, services.settings.guide, self._scenario)
        self.form.show_points(self._prepared.points, with_worry=wanted)
        self.card.hide()
        self.form.show()
        self.form.begin()
        QTimer.singleShot(0, self, self._tell_where)  # once the form has its place

    @Slot()
    def _tell_where(self) -> None:
        self.writing.emit(self.form, self.form.rect())

    @Slot()
    def _keep(self) -> None:
        assert self._scenario is not None
        points = self.form.points()
        self._prepared = replace(self._prepared, points=points)
        kept = self._services.practice.keep_points(self._scenario.prospect.id, points)
        self._bridge.when_done(kept, self._on_kept)
        self._ask()  # without points of the user's own those of a script are shown again

    def _on_kept(self, _nothing: None) -> None:
        announce(self, "Your points are kept.")

    @Slot()
    def _close(self) -> None:
        self.settle()
        self.written.emit()

    def _fold(self) -> None:
        self.form.hide()
        self.card.show()
