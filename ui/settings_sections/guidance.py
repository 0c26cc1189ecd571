"""Guidance: whose advice counts, and what that guide counts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup

from trainer.guides import DEFAULT_FOR_KIND
from trainer.records import Guide, Kind
from ui.bridge import Bridge
from ui.carry_control import CarryControl
from ui.keeper import Keeper
from ui.models.check_lines import title_of
from ui.models.phrasing import KIND_WORDS, lower_first
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.button import Button
from ui.widgets.form import TitledCard, note, row
from ui.widgets.label import Label
from ui.widgets.option_row import OptionRow
from ui.widgets.work_bar import WorkBar

_OWN = "Each scenario’s own"
_OWN_DETAIL = "The guide that the scenario names, else the usual one for its kind of call."
_AGAIN = (
    "They keep the guide they were judged by. This judges all of them by the guide above; "
    "earlier judgements are kept beside the new ones. You can stop it and go on later."
)
_ABOUT = "The others are shown too, but stay out of the headline and the one fix."


class Guidance(Section):
    """One row a guide; the card below follows the chosen one."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._keeper = Keeper(services, bridge)
        self._guides = services.guide_records
        self._kinds: list[Kind] = [
            kind for kind in KIND_WORDS if any(one.kind == kind for one in services.scenarios)
        ]
        self.options: dict[str | None, OptionRow] = {}
        """Guide id (None: each scenario's own) -> its row."""
        self.counts: dict[Kind, Label] = {}
        """Kind -> the checks that count in it."""
        self._group = QButtonGroup(self)
        choice = TitledCard("Guide")
        choice.body.setSpacing(8)
        choice.body.addWidget(self._option(None, _OWN, _OWN_DETAIL))
        for guide in sorted(self._guides.values(), key=lambda one: (not one.from_articles, one.title)):
            mark = "" if guide.from_articles else "not from the articles"
            author = guide.author[:1].upper() + guide.author[1:]
            detail = f"{author}. {guide.stance}" if guide.from_articles else guide.stance
            choice.body.addWidget(self._option(guide.id, guide.title, detail, mark))
        self.body.addWidget(choice)
        self.body.addWidget(self._counts_card())
        self.body.addWidget(self._again_card(services, bridge))
        self.body.addStretch()

    def enter(self) -> None:
        """Show the choice."""
        chosen = self._keeper.settings.guide
        self.options[chosen if chosen in self._guides else None].setChecked(True)
        for kind, label in self.counts.items():
            label.setText(self._counted(chosen, kind))

    def _option(self, guide: str | None, title: str, detail: str, mark: str = "") -> OptionRow:
        row = self.options[guide] = OptionRow(title, detail, mark)
        row.clicked.connect(partial(self._keep, guide))
        self._group.addButton(row)
        return row

    def _counts_card(self) -> TitledCard:
        card = TitledCard("What it counts")
        for kind in self._kinds:
            label = self.counts[kind] = Label(wrap=True)
            label.setContentsMargins(0, 8, 0, 0)
            card.body.addLayout(row(KIND_WORDS[kind], label))
        card.body.addWidget(note(_ABOUT))
        return card

    def _again_card(self, services: Services, bridge: Bridge) -> TitledCard:
        """Takes keep the guide that they were judged by until this is asked for."""
        self.carry, self.work = CarryControl(services, bridge, self), WorkBar()
        self.again = Button("Judge my takes again")
        self.again.clicked.connect(self._judge_again)
        self.carry.began.connect(self.work.begin)
        self.carry.progressed.connect(self.work.advance)
        self.carry.ended.connect(self.work.end)
        self.carry.ended.connect(self._rest)
        self.work.cancel_wanted.connect(self.carry.cancel)
        card = TitledCard("Takes you have made")
        card.body.addWidget(note(_AGAIN))
        card.body.addWidget(self.again)
        card.body.addWidget(self.work)
        return card

    @Slot()
    def _judge_again(self) -> None:
        self.again.setEnabled(False)
        self.again.setToolTip("They are being judged now.")
        self.carry.judge_all(self._keeper.settings.guide)

    @Slot()
    def _rest(self) -> None:
        self.again.setEnabled(True)
        self.again.setToolTip("")

    def _keep(self, guide: str | None, _checked: bool = False) -> None:
        self._keeper.keep(guide=guide)
        self.enter()

    def _counted(self, chosen: str | None, kind: Kind) -> str:
        """The checks in plain words, and who judges where the chosen guide has no list."""
        wanted = self._guides.get(chosen or "")
        guide = wanted if wanted and kind in wanted.counts else self._heir(wanted, kind)
        if guide is None:
            return "Nothing."
        titles = dict.fromkeys(lower_first(title_of(counted.check)) for counted in guide.counts[kind])
        listed = ", ".join(titles)
        return listed if guide is wanted else f"By “{guide.title}”: {listed}"

    def _heir(self, wanted: Guide | None, kind: Kind) -> Guide | None:
        named = wanted.hands_over_to.get(kind) if wanted else None
        heir = self._guides.get(named or DEFAULT_FOR_KIND.get(kind, ""))
        return heir if heir and kind in heir.counts else None
