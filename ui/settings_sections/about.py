"""About: version, data folder, how to remove everything, and whose work this stands on."""

from __future__ import annotations

import platform
from importlib.metadata import version

from PySide6.QtCore import qVersion

from ui.bridge import Bridge
from ui.models.licences import asset_licences, libraries
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
    """Built when it is first looked at: reading the licences takes a tenth of a second."""

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
        self.libraries = LicenceTable([(one.name, one.version, one.licence) for one in libraries()])
        others = TitledCard("Libraries")
        others.body.addWidget(self.libraries)
        for each in (card, remove, sounds, others):
            self.body.addWidget(each)
        self.body.addStretch()
