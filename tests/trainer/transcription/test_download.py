"""Fetching a model from a server on this machine that behaves in every way servers behave."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.trainer.transcription.model_zips import FILES, NAME, model_zip, published, zip_of
from trainer.errors import BadInput, DownloadError, UnknownName
from trainer.paths import ROOT
from trainer.transcription import download
from trainer.transcription.download import PUBLISHED, Published, fetch
from trainer.transcription.models import FOLDER

DATA = model_zip()
MODEL = published(DATA)


class Server:
    """Serves `data`; how, the test says. `asked` are the Range headers that came."""

    def __init__(self) -> None:
        self.data = DATA
        self.status = 200
        self.content_type = "application/zip"
        self.ranges = True
        self.cut_after: int | None = None
        self.piece_bytes = 1 << 20
        self.asked: list[str | None] = []
        self.held = Event()
        """Set: let a server that stalls go on."""
        self.stall_after: int | None = None
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_: object) -> None:
                return

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = False
        self.url = f"http://127.0.0.1:{self._http.server_port}/models/"
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        asked = request.headers.get("Range")
        self.asked.append(asked)
        assert request.path == f"/models/{NAME}.zip"
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and self.ranges else 0
        if start >= len(self.data):
            request.send_error(416)
            return
        body = self.data[start:]
        request.send_response(206 if start and self.status == 200 else self.status)
        request.send_header("Content-Type", self.content_type)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        sent = body[: self.cut_after]
        try:
            for at in range(0, len(sent), self.piece_bytes):
                if self.stall_after is not None and at >= self.stall_after:
                    self.held.wait(30)
                request.wfile.write(sent[at : at + self.piece_bytes])
        except OSError:  # The other side has hung up.
            return

    def close(self) -> None:
        self.held.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def get(server: Server, data_dir: Path) -> Callable[..., str]:
    """Fetch the test model from the server."""
    return lambda model=MODEL, **options: fetch(data_dir, model, mirror_url=server.url, **options)


Get = Callable[..., str]


def installed(data_dir: Path) -> dict[str, bytes]:
    folder = data_dir / FOLDER / NAME
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def partial_bytes(data_dir: Path) -> int | None:
    path = data_dir / FOLDER / f"{NAME}.zip.partial"
    return path.stat().st_size if path.exists() else None


def assert_nothing_installed(data_dir: Path) -> None:
    assert not (data_dir / FOLDER / NAME).exists()
    assert [path for path in (data_dir / FOLDER).iterdir() if path.is_dir()] == []


def test_a_complete_download_is_installed(get: Get, data_dir: Path) -> None:
    shown: list[tuple[int, int]] = []
    assert get(on_progress=lambda done, in_all: shown.append((done, in_all))) == NAME
    assert installed(data_dir) == FILES
    assert partial_bytes(data_dir) is None
    assert shown[-1] == (len(DATA), len(DATA))
    assert [done for done, _ in shown] == sorted(done for done, _ in shown)


def test_what_is_installed_is_not_fetched_again(get: Get, server: Server) -> None:
    assert get() == get() == NAME
    assert len(server.asked) == 1


def test_the_environment_names_another_place(
    server: Server, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBACK_MODEL_URL", server.url)
    assert fetch(data_dir, MODEL) == NAME


def test_an_interrupted_download_is_resumed(get: Get, server: Server, data_dir: Path) -> None:
    server.cut_after = 100_000
    with pytest.raises(DownloadError, match=r"cut off.*kept; fetch again to go on"):
        get()
    assert_nothing_installed(data_dir)
    assert partial_bytes(data_dir) == 100_000
    server.cut_after = None
    first: list[int] = []
    get(on_progress=lambda done, _: first.append(done))
    assert server.asked == [None, "bytes=100000-"]
    assert first[0] > 100_000
    assert installed(data_dir) == FILES


def test_a_server_that_cannot_resume_sends_it_all_again(get: Get, server: Server, data_dir: Path) -> None:
    server.cut_after = 100_000
    with pytest.raises(DownloadError):
        get()
    server.cut_after, server.ranges = None, False
    get()
    assert installed(data_dir) == FILES


def test_a_complete_file_that_was_not_installed_yet_is_not_fetched_again(
    get: Get, server: Server, data_dir: Path
) -> None:
    (data_dir / FOLDER).mkdir(parents=True)
    (data_dir / FOLDER / f"{NAME}.zip.partial").write_bytes(DATA)
    get()
    assert server.asked == []
    assert installed(data_dir) == FILES


def test_a_beginning_that_is_longer_than_the_file_is_thrown_away(get: Get, data_dir: Path) -> None:
    (data_dir / FOLDER).mkdir(parents=True)
    (data_dir / FOLDER / f"{NAME}.zip.partial").write_bytes(DATA + b"more")
    with pytest.raises(DownloadError, match="could not be resumed"):
        get()
    get()
    assert installed(data_dir) == FILES


def test_a_wrong_file_is_deleted(get: Get, server: Server, data_dir: Path) -> None:
    server.data = DATA[:-1] + b"?"
    with pytest.raises(DownloadError, match="checksum differs"):
        get()
    assert_nothing_installed(data_dir)
    assert partial_bytes(data_dir) is None


def test_a_file_that_never_ends_is_stopped_at_its_size(get: Get, server: Server, data_dir: Path) -> None:
    server.data = DATA + bytes(50_000_000)
    with pytest.raises(DownloadError, match="checksum differs"):
        get()
    assert_nothing_installed(data_dir)


def test_a_size_need_not_be_known_beforehand(get: Get, data_dir: Path) -> None:
    shown: list[tuple[int, int]] = []
    get(dataclasses.replace(MODEL, size_bytes=None), on_progress=lambda *both: shown.append(both))
    assert shown[-1] == (len(DATA), len(DATA))
    assert installed(data_dir) == FILES


@pytest.mark.parametrize(("status", "words"), [(404, "has no"), (503, "refused the download")])
def test_an_error_of_the_server_is_named(
    get: Get, server: Server, data_dir: Path, status: int, words: str
) -> None:
    server.status = status
    with pytest.raises(DownloadError, match=rf"127\.0\.0\.1 {words}.*\({status}\)"):
        get()
    assert_nothing_installed(data_dir)
    assert partial_bytes(data_dir) is None


@pytest.mark.parametrize("content_type", ["text/html; charset=utf-8", "application/octet-stream"])
def test_a_web_page_is_not_taken_for_a_model(
    get: Get, server: Server, data_dir: Path, content_type: str
) -> None:
    server.data, server.content_type = b"<html>Please sign in</html>", content_type
    with pytest.raises(DownloadError, match=r"web page instead of the model.*sign in"):
        get()
    assert_nothing_installed(data_dir)
    assert partial_bytes(data_dir) is None


def test_a_slow_server_is_waited_for_and_shows_progress(get: Get, server: Server, data_dir: Path) -> None:
    server.piece_bytes = 2_000
    shown: list[int] = []
    get(on_progress=lambda done, _: shown.append(done))
    assert len(shown) > 3
    assert installed(data_dir) == FILES


def test_a_server_that_stalls_is_given_up_and_resumed_later(
    get: Get, server: Server, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "READ_TIMEOUT_S", 0.3)
    server.piece_bytes, server.stall_after = 10_000, 50_000
    with pytest.raises(DownloadError, match="cut off"):
        get()
    assert_nothing_installed(data_dir)
    server.stall_after = None
    get()
    assert installed(data_dir) == FILES


def test_a_cancelled_download_is_kept(get: Get, server: Server, data_dir: Path) -> None:
    server.piece_bytes = 10_000
    server.stall_after = 50_000
    cancel = Event()

    def cancelled(done: int, in_all: int) -> None:
        cancel.set()

    with pytest.raises(DownloadError, match=r"cancelled.*kept"):
        get(cancel=cancel, on_progress=cancelled)
    assert_nothing_installed(data_dir)
    assert partial_bytes(data_dir)
    server.stall_after = None
    get()
    assert installed(data_dir) == FILES


def test_a_host_that_cannot_be_found_is_named(data_dir: Path) -> None:
    with pytest.raises(DownloadError, match=r"models\.invalid could not be reached.*import the file"):
        fetch(data_dir, MODEL, mirror_url="http://models.invalid/x")


def test_a_port_where_nobody_answers_is_a_message(server: Server, data_dir: Path) -> None:
    with pytest.raises(DownloadError, match="could not be reached"):
        fetch(data_dir, MODEL, mirror_url="http://127.0.0.1:9/")


def test_an_address_that_is_none_is_a_message(data_dir: Path) -> None:
    with pytest.raises(DownloadError, match="could not be reached"):
        fetch(data_dir, MODEL, mirror_url="not an address")


def test_a_verified_zip_is_still_unpacked_with_care(server: Server, data_dir: Path) -> None:
    server.data = zip_of({f"{NAME}/../../escaped": b"x"})
    with pytest.raises(BadInput, match="leads out"):
        fetch(data_dir, published(server.data), mirror_url=server.url)
    assert_nothing_installed(data_dir)


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits")
def test_a_disk_that_fills_up_is_a_message(server: Server, data_dir: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path;"
        "from tests.trainer.transcription.test_download import MODEL, fetch;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
        "fetch(Path(sys.argv[1]), MODEL, mirror_url=sys.argv[2])"
    )
    command = [sys.executable, "-c", code, str(data_dir), server.url]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "DownloadError: There is not enough space on the disk" in run.stderr
    assert_nothing_installed(data_dir)


def test_only_models_with_a_known_checksum_are_fetched() -> None:
    with pytest.raises(UnknownName, match=r"vosk-model-small-en-us-0\.15"):
        download.published("vosk-model-small-en-us-0.14")
    assert download.published() is PUBLISHED[download.DEFAULT]
    assert all(isinstance(model, Published) and len(model.sha256) == 64 for model in PUBLISHED.values())
