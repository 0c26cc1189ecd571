"""Choosing a sound device by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from trainer.settings import DeviceName
from ui.widgets.form import FIELD_WIDTH


class DeviceBox(QComboBox):
    """`nothing` is the first entry and means None.

    Signals:
        picked: the user chose an entry (a `DeviceName` or None).
    """

    picked = Signal(object)

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self.setAccessibleName(name)
        self.setMaximumWidth(FIELD_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A long name must not widen the page; it is elided here and whole in the list.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._on_activated)
        self.show_devices((), None)

    def show_devices(self, devices: Sequence[DeviceName], chosen: DeviceName | None) -> None:
        """Offer `devices`; a `chosen` one that is not among them is kept and said to be away."""
        self.clear()
        self.addItem(self._nothing, None)
        names = [device.name for device in devices]
        for device in devices:
            twice = names.count(device.name) > 1
            self.addItem(f"{device.name} ({device.host_api})" if twice else device.name, device)
        if chosen is not None and chosen not in devices:
            self.addItem(f"{chosen.name} (not connected)", chosen)
        self.show_chosen(chosen)

    def show_chosen(self, chosen: DeviceName | None) -> None:
        """Show `chosen` without telling anybody."""
        entries = [self.itemData(place) for place in range(self.count())]
        self.setCurrentIndex(entries.index(chosen) if chosen in entries else 0)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow; the name is elided."""
        return QSize(120, super().minimumSizeHint().height())

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        self.picked.emit(self.itemData(place))
