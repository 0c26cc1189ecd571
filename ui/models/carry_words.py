"""How it ended when the history was taken elsewhere, taken back or judged again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window opens before the history is loaded
    from trainer.history.archive import Exported
    from trainer.history.arriving import Imported


def exported_words(wrote: Exported) -> str:
    """ "Exported 213 takes. Not in it: 1 take that cannot be read; 2 recordings, missing or changed."."""
    unreadable, recordings = len(wrote.unreadable), len(wrote.left_out)
    missing = [f"{counted(unreadable, 'take')} that cannot be read"] if unreadable else []
    missing += [f"{counted(recordings, 'recording')}, missing or changed"] if recordings else []
    left_out = f" Not in it: {'; '.join(missing)}." if missing else ""
    return f"Exported {counted(wrote.attempts, 'take')}.{left_out}"


def imported_words(came: Imported) -> str:
    """ "Imported 3 takes. Here already: 210 takes. Not in the file: 1 recording."."""
    here = f" Here already: {counted(came.skipped, 'take')}." if came.skipped else ""
    lost = came.without_recording
    missing = f" Not in the file: {counted(lost, 'recording')}." if lost else ""
    return f"Imported {counted(came.attempts, 'take')}.{here}{missing}"


def judged_words(anew: int) -> str:
    """ "Judged 213 takes anew."."""
    return f"Judged {counted(anew, 'take')} anew." if anew else "Every take was judged like this already."


def counted(number: int, what: str) -> str:
    """ "1 take", "2,140 takes"."""
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"
