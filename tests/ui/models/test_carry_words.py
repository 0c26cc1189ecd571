from __future__ import annotations

from trainer.history.archive import Exported
from trainer.history.arriving import Imported
from ui.models.carry_words import exported_words, imported_words, judged_words


def test_an_export_says_what_is_not_in_it() -> None:
    whole = Exported(attempts=2140, recordings=2140, left_out=())
    assert exported_words(whole) == "Exported 2,140 takes."
    part = Exported(attempts=1, recordings=0, left_out=("a.wav", "b.wav"), unreadable=("x",))
    told = "Exported 1 take. Not in it: 1 take that cannot be read; 2 recordings, missing or changed."
    assert exported_words(part) == told


def test_an_import_says_what_was_here_and_what_did_not_come() -> None:
    came = Imported(attempts=3, skipped=210, recordings=2, without_recording=1)
    told = "Imported 3 takes. Here already: 210 takes. Not in the file: 1 recording."
    assert imported_words(came) == told
    assert imported_words(Imported(attempts=1, skipped=0, recordings=1, without_recording=0)) == (
        "Imported 1 take."
    )


def test_judging_again_says_how_many_are_new() -> None:
    assert judged_words(1) == "Judged 1 take anew."
    assert judged_words(0) == "Every take was judged like this already."
