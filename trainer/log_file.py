"""The log under the data folder: rotating, private, without anything that was said."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path

from trainer.paths import make_private_dir

FILE_NAME = "ringback.log"
MAX_BYTES = 512 * 1024
KEPT = 2


class _PrivateHandler(logging.handlers.RotatingFileHandler):
    """Creates its files readable by this user only."""

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        path.touch(mode=0o600)
        if os.name == "posix":
            path.chmod(0o600)
        return super()._open()


def start(data_dir: Path) -> Path:
    """Log to a file under `data_dir` from now on; returns the file.

    Raises:
        OSError: it cannot be written.
    """
    folder = data_dir / "logs"
    make_private_dir(folder)
    handler = _PrivateHandler(folder / FILE_NAME, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return folder / FILE_NAME


def stop() -> None:
    """Close the log."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _PrivateHandler)]:
        root.removeHandler(handler)
        handler.close()


def details(error: BaseException | None = None) -> str:
    """`error` as file, line and function names: no values, because they may be spoken words.

    Without `error`, the exception that is being handled; "" if there is none.
    """
    error = error or sys.exception()
    if error is None:
        return ""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}' for frame in frames]
    return "\n".join([*lines, type(error).__name__])


def write_traceback(data_dir: Path) -> str:
    """Log the current exception; returns the log's path, or the details if it cannot be written."""
    text = details()
    try:
        path = start(data_dir)
        logging.getLogger("ringback").error("our own mistake\n%s", text)
    except OSError:
        return f"\n{text}\n"
    finally:
        stop()
    return str(path)
