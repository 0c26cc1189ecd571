"""About: version, data folder, how to remove everything, and whose work this stands on."""

from __future__ import annotations

import platform
from importlib.metadata import version

from PySide6.QtCore import QTimer, Slot, qVersion

from ui.bridge import Bridge
from ui.models.licences import Library, asset_licences, libraries
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.about import LicenceTable
from ui.widgets.data_folder import DataFolder
from ui.widgets.form import TitledCard, bullet
from ui.widgets.label import Label

_REMOVE = (
    "Close Ringback.",
    "Delete the data folder above: recordings, attempts, settings and speech models are in it.",
    "Delete the folder in which you put Ringback. It writes nowhere else.",
)


class About(Section):
    """The libraries are read one by one while the page is there already: all take a tenth of a second."""

    def __init__(self, services: Services, _bridge: Bridge) -> None:
        super().__init__()
        card = TitledCard(f"Ringback {version('ringback')}")
        card.body.addWidget(Label("Practise the message you leave, and the call that comes back.", wrap=True))
        facts = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}. MIT licence."
        card.body.addWidget(Label(facts, 13, tone="ink2", wrap=True))
        self.folder = DataFolder(services.data_dir)
        remove = TitledCard("Remove everything")
        remove.body.addWidget(self.folder)
        for number, line in enumerate(_REMOVE, start=1):
            remove.body.addLayout(bullet(line, f"{number}."))
        self.sounds = LicenceTable(asset_licences())
        sounds = TitledCard("Voices, sounds and icons")
        sounds.body.addWidget(self.sounds)
        self.libraries: LicenceTable | None = None
        self._others = TitledCard("Libraries")
        for each in (card, remove, sounds, self._others):
            self.body.addWidget(each)
        self.body.addStretch()
        self._unread, self._read = libraries(), list[Library]()
        self._reader = QTimer(self, interval=0)
        self._reader.timeout.connect(self._read_one)
        self._reader.start()

    @Slot()
    def _read_one(self) -> None:
        one = next(self._unread, None)
        if one is not None:
            self._read.append(one)
            return
        self._reader.stop()
        by_name = sorted(self._read, key=lambda one: one.name.lower())
        self.libraries = LicenceTable([(one.name, one.version, one.licence) for one in by_name])
        self._others.body.addWidget(self.libraries)
