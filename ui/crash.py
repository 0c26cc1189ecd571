"""Our own mistakes: into the log, and one dialog that says so without any spoken word."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer import log_file
from ui.widgets.button import Button
from ui.widgets.focus import FocusRing
from ui.widgets.label import Label

_log = logging.getLogger(__name__)
_TITLE = "Ringback made a mistake."
_SENTENCE = (
    "It is ours, not yours. What you said is kept. You can go on; if it happens again, close Ringback and "
    "open it once more. The details hold no words of yours."
)


class Notice(QDialog):
    """A title, a sentence, and details that can be copied (if there are any)."""

    def __init__(self, title: str, sentence: str, details: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = details
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Ringback")
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(16)
        column.addWidget(Label(title, 20, 600))
        column.addWidget(Label(sentence, tone="ink2", wrap=True))
        row = QHBoxLayout()
        row.addStretch()
        if details:
            copy = Button("Copy details")
            copy.clicked.connect(self._copy)
            row.addWidget(copy)
        close = Button("Close", "primary")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)
        FocusRing(self)
        close.setFocus()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


class Reporter(QObject):
    """Takes over `sys.excepthook` and `threading.excepthook` until `close`."""

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: QDialog | None = None
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._on_error, self._on_thread_error

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _on_thread_error(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self._on_error(happened.exc_type, happened.exc_value, happened.exc_traceback)

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):  # Ctrl-C in the terminal is no mistake
            self._before[0](kind, error, trace)
            return
        details = log_file.details(error.with_traceback(trace))
        _log.error("our own mistake\n%s", details)
        self._happened.emit(details)

    @Slot(str)
    def _show(self, details: str) -> None:
        if self._open is not None:  # one dialog, however often it happens
            return
        self._open = Notice(_TITLE, _SENTENCE, f"{_facts()}\n{details}")
        self._open.finished.connect(self._closed)
        self._open.open()

    @Slot()
    def _closed(self) -> None:
        self._open = None


def _facts() -> str:
    # Imported only now: they take their time, and the window is to open at once.
    import platform
    from importlib.metadata import PackageNotFoundError, version

    try:
        ours = version("ringback")
    except PackageNotFoundError:  # being installed anew; a mistake here would report itself for ever
        ours = "of unknown version"
    return (
        f"Ringback {ours}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.platform()}"
    )
