"""My points on the screens of calls: beside the call on a key, and while it rings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.errors import WorldError
from trainer.records import Prepared, Scenario
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.models.points_words import PointLine, lines_in_call, point_lines
from ui.models.speaker import known, speaker
from ui.services import Services
from ui.widgets.button import Button
from ui.widgets.points_card import PointsCard

WIDTH = 300
_ROOM = 1240
"""From this width on the column can stay in the middle while the points are shown."""


class CallPoints(QObject):
    """`card` stands beside the call; `button` shows and hides it, which is remembered from call to call.

    Signals:
        found: what is prepared for the call has come; what is shown may be another.
    """

    found = Signal()

    def __init__(self, services: Services, bridge: Bridge, page: QWidget, button: Button) -> None:
        super().__init__(page)
        self._services, self._bridge, self._page = services, bridge, page
        self._keeper = Keeper(services, bridge)
        self._scenario: Scenario | None = None
        self._asked = 0
        """Questions to the history that are not answered; only the answer to the last one counts."""
        self.prepared: tuple[PointLine, ...] = ()
        """What the user has written down, or marked in their script."""
        self._button, self._offered = button, False
        self.card, self.counterweight = PointsCard(), QWidget()
        self.card.setFixedWidth(WIDTH)
        button.clicked.connect(self._toggle)
        self.arrange(offered=False)

    def show_for(self, scenario: Scenario) -> None:
        """Show what is known and, once it is looked up, what is prepared."""
        self._scenario = scenario
        self._show(Prepared())
        if self._services.is_open:
            self._asked += 1
            found = self._services.practice.prepared(scenario)
            self._bridge.when_done(found, self._on_found, self._on_lost)

    def layout_around(self, content: QWidget) -> QHBoxLayout:
        """`content` with the card at its right, and as much room at its left."""
        beside = QVBoxLayout()
        beside.addWidget(self.card)
        beside.addStretch()
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.counterweight)
        across.addWidget(content, 1)
        across.addLayout(beside)
        return across

    def arrange(self, *, offered: bool | None = None) -> None:
        """Show the card if it is wanted, the page's column in the middle where there is room for that.

        `offered`: whether the call is in a state for it; None: as before.
        """
        self._offered = self._offered if offered is None else offered
        something = self._offered and bool(self.card.lines())
        shown = something and self._keeper.settings.points_in_call
        self._button.setVisible(something)
        self.card.setVisible(shown)
        self.counterweight.setFixedWidth(WIDTH if shown and self._page.width() >= _ROOM else 0)

    @Slot()
    def _toggle(self) -> None:
        self._keeper.keep(points_in_call=not self._keeper.settings.points_in_call)
        self.arrange()

    def _show(self, prepared: Prepared) -> None:
        assert self._scenario is not None
        profile, sellers = self._services.settings.profile, self._services.sellers
        seller, facts = speaker(self._scenario, profile, sellers), known(self._scenario, profile, sellers)
        self.prepared = point_lines(prepared)
        self.card.show_lines(lines_in_call(prepared, facts, seller))
        self.arrange()
        self.found.emit()

    def _on_found(self, prepared: Prepared) -> None:
        self._asked -= 1
        if not self._asked:
            self._show(prepared)

    def _on_lost(self, error: Exception) -> None:
        """Without the history what is known stays."""
        self._asked -= 1
        if not isinstance(error, WorldError):
            raise error
