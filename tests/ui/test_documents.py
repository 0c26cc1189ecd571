from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ui.documents import documents


@pytest.mark.parametrize("there", [True, False])
def test_files_go_to_the_documents_or_home_where_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    folder = tmp_path / "Documents"
    if there:
        folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(folder))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert documents() == str(folder if there else tmp_path)
