"""How long one judgement takes, and how long the judge takes to load and to start, on one core.

    python benchmarks/judge_speed.py

"load" imports the judge alone; "start" is `ringback judge` with nothing to judge, from the first moment of
its interpreter to the last; "one message" is the same with one message, whose phrases are compiled
meanwhile. It misses next to nothing; "own messages" are our voicemails of 50 to 70 words, for most of
which a rewritten message is tried as well. Load and start stand beside a bare interpreter that imports their
libraries: those of the judge alone, and those of the command line as well.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "messages" / "voicemail.jsonl"
sys.path.insert(0, str(ROOT))

TEXT = (
    "hello dana this is nadia farrow from tallis freight ruth kemp suggested that we talk i came across two "
    "invoices of yours that were billed twice and i would like to show you what else we found give me a call "
    "on oh one one three four nine six oh one oh seven it takes two minutes again nadia farrow oh one one "
    "three four nine six oh one oh seven thanks"
)
CONTEXT = {"caller_name": "Nadia Farrow", "caller_company": "Tallis Freight", "prospect_name": "Dana",
           "referrer": "Ruth Kemp", "phone_number": "0113 496 0107"}  # fmt: skip
REQUEST = {"kind": "voicemail", "text": TEXT, "context": CONTEXT}
LIBRARIES = "json, tomllib, rapidfuzz, jellyfish, platformdirs"
OF_THE_START = f"{LIBRARIES}, argparse, dataclasses, logging, typing"
JUDGE = "from trainer.cli import main; main(['judge', '--batch'])"
RUNS = {
    "bare": f"import {LIBRARIES}",
    "load": "import trainer.contract, trainer.guides",
    "bare, of the start": f"import {OF_THE_START}",
    "start": JUDGE,
    "one message": JUDGE,
}


def processor_ms(code: str, given: str) -> float:
    """Processor time of an interpreter that runs `code`, milliseconds: what else goes on must not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT, input=given, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def medians_ms(turns: int = 11) -> dict[str, float]:
    """The median of each of `RUNS`, taken in turns, as a busy machine's processors slow down and recover."""
    times: dict[str, list[float]] = {name: [] for name in RUNS}
    for _ in range(turns):
        for name, code in RUNS.items():
            times[name].append(processor_ms(code, json.dumps(REQUEST) if name == "one message" else ""))
    return {name: statistics.median(measured) for name, measured in times.items()}


def own_messages() -> list[dict[str, Any]]:
    """Our own voicemails of 50 to 70 words, as a recogniser writes them."""
    rows = map(json.loads, OWN.read_text("utf-8").splitlines())
    return [
        {"kind": row["kind"], "text": row["spoken"], "context": row["context"]}
        for row in rows
        if 50 <= len(row["spoken"].split()) <= 70
    ]


def judgements_ms(members: dict[str, Any], runs: int) -> list[float]:
    from trainer.analysis import judge
    from trainer.contract import read_request
    from trainer.guides import load_guides

    request = read_request(members)
    guide = load_guides()["sell-the-call"]
    judge(request, guide)
    times = []
    for _ in range(runs):
        begun = time.process_time()
        judge(request, guide)
        times.append(1000 * (time.process_time() - begun))
    return times


def main() -> None:
    times, took = sorted(judgements_ms(REQUEST, 200)), medians_ms()
    own = [statistics.median(judgements_ms(one, 7)) for one in own_messages()]
    print(
        json.dumps(
            {
                "words": len(TEXT.split()),
                "judgement_ms_median": round(statistics.median(times), 2),
                "judgement_ms_95": round(times[int(0.95 * len(times))], 2),
                "own_messages": len(own),
                "own_messages_ms_median": round(statistics.median(own), 2),
                "load_ms": round(took["load"]),
                "bare_interpreter_with_libraries_ms": round(took["bare"]),
                "ratio": round(took["load"] / took["bare"], 2),
                "start_ms": round(took["start"]),
                "bare_interpreter_with_libraries_of_the_start_ms": round(took["bare, of the start"]),
                "ratio_of_the_start": round(took["start"] / took["bare, of the start"], 2),
                "one_message_ms": round(took["one message"]),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
