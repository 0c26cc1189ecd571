"""A user's day, command by command and with the window once.

    python -m tests.privacy.scripted_use OUT [TIMES]

Run in a process of its own, so that its files and connections can be watched. The data folder is that of
RINGBACK_DATA_DIR, which must be named; exports go to OUT. Ends with a mistake of ours, whose message holds
what was said.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import trainer.cli.printing
from tests.privacy.canary_engine import CANARY
from tests.trainer.packs import own
from trainer.authoring.drafts import Draft, Drafts
from trainer.authoring.form import new_form
from trainer.cli import BUG, main
from trainer.history.store import Store
from trainer.paths import ASSETS, data_dir
from trainer.records import MyPoints, Script, ScriptVersion
from trainer.transcription import engines, whisper_engine

ANSWER = str(ASSETS / "samples" / "ready-callback.ogg")


def run(*arguments: str) -> Any:
    """One command, which must do; its JSON."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = main([*arguments, "--json"])
    if status:
        raise SystemExit(f"{arguments}: status {status}")
    return json.loads(out.getvalue()) if out.getvalue() else None


def practise(scenario: str, times: int) -> str:
    """Attempts at `scenario`; the id of the last."""
    made = [
        run("practise", scenario, "--as", "sam-reyes", "--engine", "embedded", "--answer", ANSWER)
        for _ in range(times)
    ]
    last: str = made[-1]["attempt"]
    return last


def prepare() -> None:
    """A script, and points for a prospect, as the window keeps them; the next attempt keeps a copy."""
    with contextlib.closing(Store.open(data_dir())) as store:
        store.keep_points("dana-whitfield", MyPoints(why=CANARY, must=("why",), worry=CANARY))
        said = ScriptVersion(number=1, text=CANARY, saved_utc="2026-11-22T09:00:00+00:00", utc_offset_min=0)
        script = Script(
            id="S1", kind="voicemail", prospect_id=None, prospect=CANARY, name=CANARY, version=said
        )
        store.add_script(script)
        store.save_script("S1", replace(said, text=f"{CANARY} {CANARY}"), anew=True)


def author(out: Path) -> None:
    """Own scenarios with recordings, given away and taken in again, and a draft with one."""
    secret = own.scenario("secret", title=CANARY, sound="own/secret.flac").encode()
    files = own.good() | {"secret.toml": secret, "own/secret.flac": own.sound()}
    (out / "pack.zip").write_bytes(own.zipped(own.listed(files)))
    run("scenarios", "import", str(out / "pack.zip"))
    run("scenarios", "export", "--own", "-o", str(out / "own.zip"))
    drafts = Drafts(data_dir())
    place = drafts.put_sound(CANARY.encode())
    form = new_form("sam-reyes")
    line = replace(form.opening, text=CANARY, audio=place)
    drafts.keep(Draft(subject="", form=replace(form, sheet=replace(form.sheet, title=CANARY), opening=line)))


def day(out: Path, times: int) -> None:
    """Everything that the command line does to an attempt but the download of a model and Delete all."""
    run("profile", "set", "name=Sam Reyes", "company=Fieldline", "number=0113 496 0107")
    first = practise("voicemail-referral-logistics", times)
    prepare()
    kept = practise("callback-hurried-logistics", times)
    run("attempts", "list")
    run("attempts", "search", CANARY)
    run("attempts", "show", kept)
    for form in ("json", "csv", "html"):
        run("attempts", "export", kept, "--format", form, "-o", str(out / f"export.{form}"))
    run("attempts", "export", "-o", str(out / "all.zip"))
    run("attempts", "delete", first)
    run("attempts", "import", str(out / "all.zip"))
    run("attempts", "judge", "--all", "--guide", "be-ready")
    author(out)
    again = practise("secret", 1)
    run("retake", again, "--file", ANSWER, "--engine", "embedded")
    for looked_at in ("scenarios list", "guides list", "due", "doctor", "model status", "profile show"):
        with contextlib.suppress(SystemExit):  # the doctor has something to say on a machine without sound
            run(*looked_at.split())
    run("--measure-start")


def break_down(attempt: Any) -> NoReturn:
    """What our own mistake would look like, with the words in its message and in its frames."""
    raise RuntimeError(CANARY)


if __name__ == "__main__":
    if not os.environ.get("RINGBACK_DATA_DIR"):
        raise SystemExit("Name a folder that may be written to with RINGBACK_DATA_DIR.")
    engines._EMBEDDED_MODULE = "tests.privacy.canary_engine"
    whisper_engine.available = lambda: True
    whisper_engine.model_dir = lambda: Path("no model")
    day(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    trainer.cli.printing.attempt_text = break_down
    newest = run("attempts", "list")[0]["id"]
    assert main(["attempts", "show", newest]) == BUG
