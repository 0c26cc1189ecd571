"""The one icon set: every file is used, licensed and can be drawn."""

from __future__ import annotations

import re

import pytest
from PySide6.QtSvg import QSvgRenderer

from trainer.paths import ASSETS, ROOT

ICONS = sorted((ASSETS / "icons").glob("*.svg"))


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_used_and_can_be_drawn(path) -> None:
    name = re.sub(r"-(light|dark)$", "-$shade", path.stem)
    sources = "".join(source.read_text(encoding="utf-8") for source in (ROOT / "ui").rglob("*.py"))
    assert f'"{name}"' in sources or f"/{name}.svg" in sources
    assert QSvgRenderer(str(path)).isValid()


def test_the_licence_stands_beside_them() -> None:
    assert "ISC License" in (ASSETS / "icons" / "LICENSE").read_text(encoding="utf-8")
