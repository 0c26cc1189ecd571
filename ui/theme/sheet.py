"""The style sheet for Qt's own widgets; ours paint themselves."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from trainer.paths import ASSETS
from ui.theme.tokens import COLOUR_NAMES, Tokens

_SHEET = Template("""
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $raised; color: $ink; border: 1px solid $border; border-radius: 10px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox { min-height: 34px; padding: 0 11px; }
QPlainTextEdit { padding: 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $sunken; color: $ink2; }
QComboBox::drop-down { border: none; width: 32px; }
QComboBox::down-arrow { image: url("$icons/chevron-down-$shade.svg"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: $raised; color: $ink; border: 1px solid $border; outline: none;
    selection-background-color: $accent_soft; selection-color: $ink;
}
QListWidget {
    background: $raised; color: $ink; border: 1px solid $border; border-radius: 10px;
    padding: 4px; outline: none;
}
QListWidget:focus { border: 2px solid $accent; padding: 3px; }
QListWidget::item { padding: 7px 10px; border-radius: 6px; }
QListWidget::item:selected { background: $accent_soft; color: $ink; }
QToolTip { background: $raised; color: $ink; border: 1px solid $border; padding: 4px 6px; }
QMenu { background: $raised; color: $ink; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 16px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink2; }
QProgressBar { background: $sunken; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollArea, QScrollArea > QWidget > QWidget#page { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $ink2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(tokens: Tokens) -> str:
    """Qt style sheet in the colours of `tokens`."""
    values = {name: value for name, value in asdict(tokens).items() if name in COLOUR_NAMES}
    shade = "dark" if tokens.dark else "light"
    return _SHEET.substitute(values, icons=(ASSETS / "icons").as_posix(), shade=shade)
