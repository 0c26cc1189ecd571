"""Fetch a speech model: the only place where Ringback goes to the network, and only when asked."""

from __future__ import annotations

import errno
import os
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from threading import Event
from typing import IO, Any
from urllib.parse import urlsplit

import requests
import truststore
import urllib3
from requests.adapters import HTTPAdapter

from trainer.errors import DownloadError, UnknownName
from trainer.paths import file_sha256, make_private_dir
from trainer.transcription.install import install_zip
from trainer.transcription.models import FOLDER, PARTIAL, missing_parts

HOME = "https://alphacephei.com/vosk/models"
"""Where Vosk's makers publish their models, as NAME.zip."""
CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 20.0
_PIECE_BYTES = 1 << 16
_ZIP_MAGIC = b"PK\x03\x04"
_KEPT = "What has come so far is kept; fetch again to go on."

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all (0: not known)."""


@dataclass(frozen=True, slots=True)
class Published:
    """A model as its makers publish it."""

    name: str
    sha256: str
    """Of its zip."""
    size_bytes: int | None = None
    """Of its zip; None: not known beforehand."""


DEFAULT = "vosk-model-small-en-us-0.15"
PUBLISHED = {
    model.name: model
    for model in (
        Published(DEFAULT, "30f26242c4eb449f948e42cb302dd7a686cb29a3423a8367f99ff41780942498", 41_205_931),
        Published(
            "vosk-model-en-us-0.22-lgraph",
            "d9838b4aaa82a75c4a17f5aca300eaca129aaab2a7cbf951bafbb500eb9c4334",
        ),
    )
}
"""The English models that Ringback can fetch and verify; both under the Apache licence 2.0."""


def published(name: str = DEFAULT) -> Published:
    """The model of that name.

    Raises:
        UnknownName: it is none that Ringback can verify.
    """
    if name not in PUBLISHED:
        raise UnknownName("model to fetch", name, list(PUBLISHED))
    return PUBLISHED[name]


def fetch(
    data_dir: Path,
    model: Published = PUBLISHED[DEFAULT],
    *,
    mirror_url: str | None = None,
    on_progress: Progress = lambda *_: None,
    cancel: Event | None = None,
) -> str:
    """Fetch, verify and install `model`; returns its name. An interrupted download is resumed.

    It comes from `mirror_url`, else the environment's RINGBACK_MODEL_URL, else its makers' own site.

    Raises:
        DownloadError: it could not be had; the message says why and whether trying again helps.
        WorldError: it cannot be installed. In any case nothing half-installed stays.
    """
    if not missing_parts(data_dir / FOLDER / model.name):
        return model.name
    base = mirror_url or os.environ.get("RINGBACK_MODEL_URL") or HOME
    url = f"{base.rstrip('/')}/{model.name}.zip"
    partial = data_dir / FOLDER / f"{model.name}.zip{PARTIAL}"
    try:
        make_private_dir(partial.parent)
        _complete(url, partial, model, on_progress, cancel or Event())
        _verify(partial, model)
    except OSError as error:
        raise DownloadError(_disk_trouble(error), "Free some space, then fetch again.") from error
    name = install_zip(partial, model.name, data_dir)
    partial.unlink()
    return name


def _complete(url: str, partial: Path, model: Published, on_progress: Progress, cancel: Event) -> None:
    """Bring `partial` to its full length."""
    done = partial.stat().st_size if partial.exists() else 0
    if done == model.size_bytes:
        return
    with _session() as session, _opened(session, url, done) as response:
        if response.status_code == requests.codes.requested_range_not_satisfiable:
            # What we have is no beginning of what they have.
            partial.unlink()
            raise DownloadError(f"The download from {_host(url)} could not be resumed.", "Fetch again.")
        _refuse_errors(response, url, model)
        if response.status_code != requests.codes.partial_content:
            done = 0
        in_all = model.size_bytes or done + int(response.headers.get("Content-Length") or 0)
        pieces = _pieces(response, url)
        first = next(pieces, b"")
        if done == 0 and not first.startswith(_ZIP_MAGIC[: len(first)]):
            raise DownloadError(*_not_a_zip(url))
        with _appending(partial, done) as file:
            for piece in chain([first], pieces):
                file.write(piece)
                done += len(piece)
                on_progress(done, in_all)
                if cancel.is_set():
                    raise DownloadError("The download was cancelled.", _KEPT)
                if model.size_bytes and done > model.size_bytes:
                    break  # Not our file; its checksum will say so.
    if done < in_all:
        raise _cut_off(url)


def _appending(partial: Path, done: int) -> IO[bytes]:
    """`partial` opened for writing from byte `done` on; private."""
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT, 0o600)
    os.truncate(handle, done)
    file = os.fdopen(handle, "wb")
    file.seek(done)
    return file


def _session() -> requests.Session:
    session = requests.Session()
    session.mount("https://", _SystemTrust())
    # Compressed in transit, sizes and places to resume from would not be the file's own.
    session.headers["Accept-Encoding"] = "identity"
    return session


class _SystemTrust(HTTPAdapter):
    """Trusts what the operating system trusts, so that it works behind a company's own certificates."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().init_poolmanager(*args, ssl_context=context, **kwargs)


def _opened(session: requests.Session, url: str, done: int) -> requests.Response:
    try:
        return session.get(
            url,
            headers={"Range": f"bytes={done}-"} if done else {},
            stream=True,
            timeout=(CONNECT_TIMEOUT_S, READ_TIMEOUT_S),
        )
    except requests.exceptions.SSLError as error:
        raise DownloadError(
            f"The connection to {_host(url)} is not trusted by this computer.",
            "Check its date, or fetch the model in a browser and import the file.",
        ) from error
    except requests.RequestException as error:
        raise DownloadError(
            f"{_host(url)} could not be reached.",
            "Check the connection, or fetch the model elsewhere and import the file.",
        ) from error


def _refuse_errors(response: requests.Response, url: str, model: Published) -> None:
    if response.status_code == requests.codes.not_found:
        raise DownloadError(f"{_host(url)} has no {model.name} (404).", "Check the mirror's address.")
    if response.status_code >= 400:
        raise DownloadError(f"{_host(url)} refused the download ({response.status_code}).", "Try later.")
    if "html" in response.headers.get("Content-Type", ""):
        raise DownloadError(*_not_a_zip(url))


def _pieces(response: requests.Response, url: str) -> Iterator[bytes]:
    """The body as it arrives, not in full pieces, so that a slow one still shows progress."""
    try:
        while piece := response.raw.read1(_PIECE_BYTES):
            yield piece
    except (urllib3.exceptions.HTTPError, ConnectionError) as error:
        raise _cut_off(url) from error


def _verify(partial: Path, model: Published) -> None:
    if file_sha256(partial) != model.sha256:
        partial.unlink()
        raise DownloadError(
            f"What came is not {model.name} as it was published (its checksum differs); it was deleted.",
            "Fetch again, or use another mirror.",
        )


def _cut_off(url: str) -> DownloadError:
    return DownloadError(f"The connection to {_host(url)} was cut off.", _KEPT)


def _not_a_zip(url: str) -> tuple[str, str]:
    return (
        f"{_host(url)} answered with a web page instead of the model.",
        "If your network asks you to sign in, do so in a browser, then fetch again.",
    )


def _disk_trouble(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "There is not enough space on the disk for the speech model."
    return f"The speech model could not be written ({error.strerror})."


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
