"""Long work beside the window: the store answers meanwhile, and it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.trainer.history.examples import whole, write_wav
from trainer.errors import Cancelled
from trainer.guides import load_guides
from trainer.history.store import Store
from trainer.records import AttemptFilter
from trainer.store_thread import StoreThread
from trainer.worker.browsing import Browsing
from trainer.worker.carrying import Carrying

WAIT_S = 30.0


def no_progress(_done: int, _total: int) -> None:
    pass


@pytest.fixture
def threads(tmp_path: Path) -> Iterator[tuple[Browsing, Carrying]]:
    folder = tmp_path / "data"
    with closing(Store.open(folder)) as store:
        for number in range(4):
            whole(store, f"AAAA{number}")
    store_thread = StoreThread(folder)
    carrying = Carrying(store_thread, folder, load_guides())
    yield Browsing(store_thread), carrying
    carrying.close()
    store_thread.close()


def test_an_export_comes_back_through_the_same_door(
    threads: tuple[Browsing, Carrying], tmp_path: Path
) -> None:
    browsing, carrying = threads
    file = tmp_path / "some.zip"
    wrote = carrying.export(file, ["AAAA1", "AAAA2", "GONE0"], no_progress).result(WAIT_S)
    assert (wrote.attempts, wrote.recordings, wrote.unreadable) == (2, 2, ("GONE0",))
    assert carrying.import_from(file, no_progress).result(WAIT_S).skipped == 2
    assert browsing.count(AttemptFilter()).result(WAIT_S) == 4
    page = tmp_path / "page.html"
    carrying.export_page(page, "AAAA1").result(WAIT_S)
    assert "hello" in page.read_text(encoding="utf-8")


def test_the_store_answers_while_work_goes_on_and_cancel_stops_it(
    threads: tuple[Browsing, Carrying], tmp_path: Path
) -> None:
    browsing, carrying = threads
    reached, go_on = threading.Event(), threading.Event()

    def hold(done: int, _total: int) -> None:
        if done == 1:
            reached.set()
            go_on.wait(WAIT_S)

    work = carrying.export(tmp_path / "all.zip", None, hold)
    assert reached.wait(WAIT_S)
    assert browsing.set_note("AAAA0", "meanwhile").result(WAIT_S) is None
    assert browsing.find(AttemptFilter(words="meanwhile")).result(WAIT_S)[0].id == "AAAA0"
    carrying.cancel()
    go_on.set()
    with pytest.raises(Cancelled):
        work.result(WAIT_S)
    assert not (tmp_path / "all.zip").exists()
    assert carrying.judge_all(None, no_progress).result(WAIT_S) == 4


def test_marks_hiding_and_choices_pass_through(threads: tuple[Browsing, Carrying]) -> None:
    browsing, _ = threads
    browsing.set_tags("AAAA1", ["best"]).result(WAIT_S)
    browsing.set_favourite("AAAA1", True).result(WAIT_S)
    assert browsing.choices().result(WAIT_S).tags == ("best",)
    assert [row.id for row in browsing.find(AttemptFilter(favourite=True)).result(WAIT_S)] == ["AAAA1"]
    browsing.hide(["AAAA1"]).result(WAIT_S)
    assert browsing.count(AttemptFilter()).result(WAIT_S) == 3
    browsing.show_again(["AAAA1"]).result(WAIT_S)
    assert browsing.count(AttemptFilter(tag="best")).result(WAIT_S) == 1


def test_recordings_of_no_attempt_are_listed_beside_the_open_window(
    threads: tuple[Browsing, Carrying], tmp_path: Path
) -> None:
    browsing, carrying = threads
    write_wav(tmp_path / "data" / "takes" / "LOST" / "LOST-0.wav")
    (one,) = carrying.mend().result(WAIT_S)
    assert (one.what, one.done) == ("adopted", True)
    assert browsing.count(AttemptFilter()).result(WAIT_S) == 5


def test_a_file_is_made_beside_the_window_and_what_went_wrong_comes_back(
    threads: tuple[Browsing, Carrying], tmp_path: Path
) -> None:
    _, carrying = threads
    made_on: list[str] = []

    def content() -> bytes:
        made_on.append(threading.current_thread().name)
        return b"figures"

    carrying.write(tmp_path / "figures.csv", content).result(WAIT_S)
    assert (tmp_path / "figures.csv").read_bytes() == b"figures"
    assert made_on[0].startswith("writing")
    with pytest.raises(OSError, match="No such file"):
        carrying.write(tmp_path / "no" / "such.csv", content).result(WAIT_S)


def test_what_takes_a_moment_waits_for_no_long_work_and_is_finished_at_the_end(
    threads: tuple[Browsing, Carrying], tmp_path: Path
) -> None:
    _, carrying = threads
    held, go_on, made, closing = (threading.Event() for _ in range(4))

    def hold(_done: int, _total: int) -> None:
        held.set()
        go_on.wait(WAIT_S)

    def slow() -> bytes:
        made.set()
        assert closing.wait(WAIT_S)
        return b"figures"

    work = carrying.export(tmp_path / "all.zip", None, hold)
    assert held.wait(WAIT_S)
    assert carrying.working
    carrying.export_page(tmp_path / "page.html", "AAAA1").result(WAIT_S)
    assert carrying.working, "the page did not wait for the export"
    carrying.write(tmp_path / "slow.csv", slow)
    carrying.write(tmp_path / "waits.csv", lambda: b"more")
    carrying.export_page(tmp_path / "last.html", "AAAA2")
    assert made.wait(WAIT_S)
    carrying.cancel()
    go_on.set()
    with pytest.raises(Cancelled):
        work.result(WAIT_S)
    assert not carrying.working
    ending = threading.Thread(target=carrying.close)
    ending.start()
    closing.set()
    ending.join(WAIT_S)
    assert (tmp_path / "slow.csv").read_bytes() == b"figures"
    assert (tmp_path / "waits.csv").read_bytes() == b"more"
    assert "hello" in (tmp_path / "last.html").read_text(encoding="utf-8")
    assert not (tmp_path / "all.zip").exists()
