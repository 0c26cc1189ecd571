"""How long one judgement takes, and how long the judge takes to load, on one core.

python benchmarks/judge_speed.py
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TEXT = (
    "hello dana this is nadia farrow from tallis freight ruth kemp suggested that we talk i came across two "
    "invoices of yours that were billed twice and i would like to show you what else we found give me a call "
    "on oh one one three four nine six oh one oh seven it takes two minutes again nadia farrow oh one one "
    "three four nine six oh one oh seven thanks"
)
LIBRARIES = "json, tomllib, rapidfuzz, jellyfish, platformdirs"


def median_ms(command: list[str], runs: int = 7) -> float:
    """Median processor time of a process, milliseconds: what else the machine does must not count."""
    times = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return statistics.median(times)


def judgements_ms(text: str, runs: int = 200) -> list[float]:
    from trainer.analysis import judge
    from trainer.contract import read_request
    from trainer.guides import load_guides

    context = {"caller_name": "Nadia Farrow", "caller_company": "Tallis Freight", "prospect_name": "Dana",
               "referrer": "Ruth Kemp", "phone_number": "0113 496 0107"}  # fmt: skip
    request = read_request({"kind": "voicemail", "text": text, "context": context})
    guide = load_guides()["sell-the-call"]
    judge(request, guide)
    times = []
    for _ in range(runs):
        begun = time.process_time()
        judge(request, guide)
        times.append(1000 * (time.process_time() - begun))
    return times


def main() -> None:
    times = sorted(judgements_ms(TEXT))
    bare = median_ms([sys.executable, "-c", f"import {LIBRARIES}"])
    ours = median_ms([sys.executable, "-c", "import trainer.contract, trainer.guides"])
    print(
        json.dumps(
            {
                "words": len(TEXT.split()),
                "judgement_ms_median": round(statistics.median(times), 2),
                "judgement_ms_95": round(times[int(0.95 * len(times))], 2),
                "load_ms": round(ours),
                "bare_interpreter_with_libraries_ms": round(bare),
                "ratio": round(ours / bare, 2),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
