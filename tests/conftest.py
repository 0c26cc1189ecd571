"""Rules that hold for every test: silent, tidy, offline, and never near a person's own data.

Qt fixtures live in tests/ui and tests/flows, so that the core also runs where Qt is absent.
"""

from __future__ import annotations

import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import hypothesis
import pytest

THREAD_GRACE_S = 2.0
"""How long a thread that was told to end may take."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs_errors: the test provokes an error that is logged on purpose")
    sys.addaudithook(_refuse_the_network)
    # No test fails because the machine was busy.
    hypothesis.settings.register_profile("ringback", deadline=None)
    hypothesis.settings.load_profile("ringback")


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test starts finds the data folder or the models of the person who runs it."""
    monkeypatch.setenv("RINGBACK_DATA_DIR", str(tmp_path / "data"))


# --------------------------------------------------------------------------- threads


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """A thread that outlives its test fails it; those of wider fixtures were there before."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_S
    while left := [thread for thread in threading.enumerate() if thread not in before]:
        if time.monotonic() > deadline:
            pytest.fail(f"Threads left running: {', '.join(thread.name for thread in left)}")
        time.sleep(0.01)


# --------------------------------------------------------------------------- the log


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_error_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """An error in the log fails the test unless it is marked `logs_errors`."""
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    if errors.records and not request.node.get_closest_marker("logs_errors"):
        pytest.fail("Logged: " + "; ".join(record.getMessage() for record in errors.records))


# --------------------------------------------------------------------------- the network

_reached_out: list[str] = []
"""Hosts that were asked for since the running test began, whether or not the program noticed the refusal."""


def _refuse_the_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook (PEP 578), so that sockets opened inside libraries are seen too.

    Names below `.invalid` (RFC 6761) are how a test asks for a host that cannot be found.
    """
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else "localhost"  # a text or bytes is AF_UNIX
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if _is_local(host):
        return
    if not host.endswith(".invalid"):
        _reached_out.append(host)
    raise socket.gaierror(socket.EAI_NONAME, f"tests are offline: {host}")


def _is_local(host: str | None) -> bool:
    if host in (None, "", "localhost"):
        return True
    try:
        return ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    """A connection to anywhere but this machine fails the test, even where the program swallows it."""
    _reached_out.clear()
    yield
    if _reached_out:
        pytest.fail(f"Reached out to: {', '.join(_reached_out)}")
