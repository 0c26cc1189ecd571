"""`ringback practise --round` live: it rings when it likes, is answered, and ends in a sheet."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, read_until, ringback, stored
from tests.flows.desktop import Desktop
from tests.flows.spoken import READY_REPLY, beginning


def test_a_round_rings_by_itself_and_ends_in_a_sheet(desktop: Desktop, data: Path, tmp_path: Path) -> None:
    with ringback(desktop, data, "practise", "--round", "1", "--minutes", "1") as program:
        assert program.stdin is not None
        read_until(program, "Enter answers")
        program.stdin.write("\n")
        program.stdin.flush()
        read_until(program, "They:")
        read_until(program, "Speak now")
        desktop.sound.speak(beginning(READY_REPLY, tmp_path / "reply.wav"))
        read_until(program, "The call is over")
        made = finish(program)
    (line,) = made["sheet"]
    assert line["times"]["pick-up"] > 0
    assert line["times"]["first-sound"] is not None
    assert made["middle"]["pick-up"] == line["times"]["pick-up"]
    assert [row["state"] for row in stored(desktop, data)] == ["judged"]
