"""The parent's end of the child process: start it, ask it, hear its answers, end it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from threading import Thread
from typing import IO, Any

from trainer.paths import ROOT
from trainer.transcription.engines import EngineChoice
from trainer.transcription.replies import NoReply, Reply, read_reply

TAIL_LINES = 40
"""Of what the child says on stderr: enough for a traceback, bounded however much Kaldi complains."""


class ChildProcess:
    """One running child. Its answers and its end reach `on_reply` and `on_exit` from a thread of its own."""

    def __init__(
        self,
        choice: EngineChoice,
        on_reply: Callable[[ChildProcess, Reply], None],
        on_exit: Callable[[ChildProcess], None],
    ) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "trainer.transcription.child", choice.module, choice.name,
             str(choice.model_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Where `trainer` is found without being installed, and no folder of the user's is kept busy.
            cwd=ROOT,
            # Ctrl-C in the terminal hangs up the call; it must not end the engine.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )  # fmt: skip
        self._on_reply, self._on_exit = on_reply, on_exit
        self._tail: deque[str] = deque(maxlen=TAIL_LINES)
        self._complaints = Thread(target=self._keep_tail, name="recogniser-stderr", daemon=True)
        self._answers = Thread(target=self._read, name="recogniser-stdout", daemon=True)
        self._complaints.start()
        self._answers.start()

    @property
    def pid(self) -> int:
        """The process id, for measuring its memory."""
        return self._process.pid

    @property
    def tail(self) -> str:
        """The last lines of its stderr. Holds no words of any take: engines print none there."""
        return "\n".join(self._tail)

    def ask(self, request: dict[str, Any]) -> None:
        """Send a request. If the child has ended meanwhile, `on_exit` tells."""
        stdin = _pipe(self._process.stdin)
        try:
            stdin.write(json.dumps(request).encode() + b"\n")
            stdin.flush()
        except OSError:
            return

    def end(self) -> None:
        """Kill it (it holds nothing that could be lost) and wait until it is gone; `on_exit` still comes."""
        self._process.kill()
        self._answers.join()

    def _read(self) -> None:
        try:
            for line in _pipe(self._process.stdout):
                self._on_reply(self, read_reply(line))
        except NoReply:
            # Half a line: it died while it was answering. Or it has lost its mind.
            self._process.kill()
        self._process.wait()
        self._complaints.join()
        self._close_pipes()
        self._on_exit(self)

    def _keep_tail(self) -> None:
        for line in _pipe(self._process.stderr):
            self._tail.append(line.decode(errors="replace").rstrip())

    def _close_pipes(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            try:
                _pipe(pipe).close()
            except OSError:  # A request that could not be flushed: nobody is there to read it.
                continue


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # All three were asked for.
    return pipe
