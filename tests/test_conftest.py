"""The rules of conftest.py are themselves held: each must fail the test that breaks it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

BREAKS = {
    "Threads left running: forgotten": """
        def test_it():
            import threading, time
            threading.Thread(target=time.sleep, args=(4,), name="forgotten", daemon=True).start()
        """,
    "Logged: it broke": """
        def test_it():
            import logging
            logging.getLogger("somewhere").error("it broke")
        """,
    "Reached out to: 192.0.2.1": """
        def test_it():
            import socket
            try:
                socket.create_connection(("192.0.2.1", 80), timeout=1)
            except OSError:
                pass
        """,
    "Reached out to: example.com": """
        def test_it():
            import socket
            try:
                socket.getaddrinfo("example.com", 80)
            except OSError:
                pass
        """,
}
KEEPS = """
    import logging, os, socket, pytest

    @pytest.mark.logs_errors
    def test_asked():
        logging.error("asked for")

    def test_loopback():
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(server.getsockname()).close()
        with pytest.raises(OSError):
            socket.getaddrinfo("nowhere.invalid", 80)

    def test_data(tmp_path):
        assert os.environ["RINGBACK_DATA_DIR"] == str(tmp_path / "data")
    """


@pytest.fixture
def under_the_rules(pytester: pytest.Pytester) -> pytest.Pytester:
    shutil.copy(Path(__file__).parent / "conftest.py", pytester.path)
    return pytester


@pytest.mark.parametrize("reason", BREAKS)
def test_breaking_a_rule_fails_the_test(under_the_rules: pytest.Pytester, reason: str) -> None:
    under_the_rules.makepyfile(BREAKS[reason])
    result = under_the_rules.runpytest_subprocess("-p", "no:pytest-qt")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert reason in result.stdout.str()


def test_keeping_the_rules_passes(under_the_rules: pytest.Pytester) -> None:
    under_the_rules.makepyfile(KEEPS)
    result = under_the_rules.runpytest_subprocess("-p", "no:pytest-qt")
    result.assert_outcomes(passed=3)
