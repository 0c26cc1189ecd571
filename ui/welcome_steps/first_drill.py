"""First drill: one message to leave."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Scenario
from ui.bridge import Bridge
from ui.models.scenario_list import in_order
from ui.models.speaker import known
from ui.services import Services
from ui.welcome_steps import Step, in_the_middle
from ui.widgets.avatar import Avatar
from ui.widgets.form import bullet
from ui.widgets.label import Label

TITLE = "First drill"
_FACTS_WIDTH = 540


class FirstDrill(Step):
    """Starts the easiest voicemail of the library; without one, Today says what is missing."""

    next_text = "Start the call"
    other_text = "Go to Today"

    def __init__(self, services: Services, _bridge: Bridge) -> None:
        super().__init__("Leave your first message.", "")
        self._services = services
        self.scenario: Scenario | None = None

    def enter(self) -> None:
        """Choose who is called; not before, because the first start need not wait for the library."""
        if self.scenario is None:
            self.scenario = first_voicemail(self._services.scenarios)
            self._show_scenario()

    def _show_scenario(self) -> None:
        if self.scenario is None:
            self.next_text, self.other_text = "Go to Today", ""
            self.under.setText("There is no voicemail to practise here yet.")
            return
        self.under.setText(
            "You hear a greeting and a beep, then you speak. Space hangs up, and you see what you said."
        )
        facts = known(self.scenario, self._services.settings.profile, self._services.sellers)
        self.body.addLayout(_person(self.scenario))
        self.body.addSpacing(4)
        self.body.addLayout(in_the_middle(_facts(facts), _FACTS_WIDTH))


def first_voicemail(scenarios: tuple[Scenario, ...]) -> Scenario | None:
    """The easiest voicemail; of several the one that comes first on Today."""
    voicemails = [one for one in in_order(scenarios) if one.kind == "voicemail"]
    return min(voicemails, key=lambda one: one.difficulty, default=None)


def _facts(known_before: tuple[str, ...]) -> QWidget:
    facts = QWidget()
    column = QVBoxLayout(facts)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for fact in known_before:
        column.addLayout(bullet(fact))
    return facts


def _person(scenario: Scenario) -> QHBoxLayout:
    names = QVBoxLayout()
    names.setSpacing(2)
    names.addWidget(Label(scenario.prospect.name, 20, 600, elide=True))
    company = scenario.prospect.company
    if company:
        names.addWidget(Label(company, tone="ink2", elide=True))
    line = QHBoxLayout()
    line.setSpacing(16)
    line.addStretch(1)
    line.addWidget(Avatar(scenario.prospect.name))
    line.addLayout(names)
    line.addStretch(1)
    return line
