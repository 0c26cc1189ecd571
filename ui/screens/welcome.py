"""Welcome: four steps at the first start, each of which can be left out and come back to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui import theme
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.welcome_steps import Step, first_drill, microphone, speech_model, you
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.fit_scroll import FitScroll
from ui.widgets.label import Label
from ui.widgets.steps import Steps

TITLE = "Welcome"
ICON = "user"
ORDER = None

_TITLES = (you.TITLE, microphone.TITLE, speech_model.TITLE, first_drill.TITLE)
_WIDTH = 820
_FOOT = "About 60 seconds in all. Your voice stays on this computer."


class Welcome(Screen):
    """Remembers the first step not yet done (`settings.welcome_step`) and begins there."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._keeper, self._navigate = Keeper(services, bridge), navigate
        self._drill = first_drill.FirstDrill(services, bridge)
        self.steps: tuple[Step, ...] = (
            you.You(services, bridge),
            microphone.Microphone(services, bridge),
            speech_model.SpeechModel(services, bridge),
            self._drill,
        )
        self._here = 0
        for step in self.steps:
            step.changed.connect(self._show_buttons)
            step.turned.connect(self._turn)
        self._lay_out()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self._here]

    def enter(self, subject: str | None) -> None:
        """Begin where one stopped; from the start once all is done."""
        done = self._keeper.settings.welcome_step
        self._show(done if done < len(self.steps) else 0)

    def leave(self) -> None:
        """Close the microphone."""
        self.step.leave()

    def escape(self) -> bool:
        """Esc goes back a step."""
        if self._here == 0:
            return False
        self._go_back()
        return True

    @Slot()
    def _go_on(self) -> None:
        if self.step.finish():
            self._advance(to_call=True)

    @Slot()
    def _skip(self) -> None:
        self._advance(to_call=False)

    @Slot()
    def _go_back(self) -> None:
        self.step.leave()
        self._show(self._here - 1)

    def _advance(self, *, to_call: bool) -> None:
        """This step is done. That this could not be kept is said, and stops nobody."""
        reached = self._here + 1
        self._keeper.keep(welcome_step=max(reached, self._keeper.settings.welcome_step))
        if reached < len(self.steps):
            self.step.leave()
            self._show(reached)
        elif to_call and self._drill.scenario:
            self._navigate("call", self._drill.scenario.id)
        else:
            self._navigate("today")

    def _show(self, place: int) -> None:
        self._here = place
        self._marks.show_step(place)
        for at, step in enumerate(self.steps):
            step.setVisible(at == place)
        self.step.enter()
        self._turn()

    @Slot()
    def _turn(self) -> None:
        """What there is to do now is another thing: the focus goes there, and the keys rest for a moment."""
        self._show_buttons()
        (self.step.main() or self.next).setFocus()
        self.changed.emit()

    @Slot()
    def _show_buttons(self) -> None:
        step = self.step
        self.back.setVisible(self._here > 0)
        self.other.setVisible(bool(step.other_text))
        self.other.set_text(step.other_text)
        self.next.kind = "primary" if step.next_is_main else "secondary"
        # Where the focus waits on another button, Enter means that one.
        self.next.key = "Enter" if step.next_is_main or step.main() is None else None
        self.next.set_text(step.next_text)
        self.next.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow and low windows have less around the card."""
        super().resizeEvent(event)
        side = max(theme.page_margin(self.width()), (self.width() - _WIDTH) // 2)
        low = self.height() < 720
        self._page.setContentsMargins(side - 4, 16 if low else 40, side - 4, 12 if low else 20)

    def _lay_out(self) -> None:
        self._marks = Steps(_TITLES)
        card = Card(inside=24)
        for step in self.steps:
            # Not a stack: that would be as high as its highest page.
            card.body.addWidget(step)
        self.back = Button("Back", height=44)
        self.other = Button("", "quiet", 44)
        self.next = Button("", "primary", 44, key="Enter")
        self.back.clicked.connect(self._go_back)
        self.other.clicked.connect(self._skip)
        self.next.clicked.connect(self._go_on)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(4, 0, 4, 0)
        buttons.setSpacing(12)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.other)
        buttons.addWidget(self.next)
        foot = Label(_FOOT, 13, tone="ink2", wrap=True)
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._page = QVBoxLayout(self)
        self._page.setSpacing(0)
        self._page.addWidget(self._marks, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._page.addStretch(1)
        self._page.addWidget(FitScroll(card), 1000)
        self._page.addSpacing(16)
        self._page.addLayout(buttons)
        self._page.addStretch(1)
        self._page.addSpacing(12)
        self._page.addWidget(foot)


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return Welcome(services, bridge, navigate)
