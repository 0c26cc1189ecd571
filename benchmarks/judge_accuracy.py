"""How often the judge agrees with people who labelled messages by hand.

    python benchmarks/judge_accuracy.py SET… [--part tune|held|all] [--disagreements] [--by-source]
                                       [--forms text,spoken] [--corrupt 0,5,10,20] [--only CHECK]

A SET is a file of JSON lines: id, kind, text, spoken (or turns with both), context and labels: either the
labels of published messages, or outcomes by check id as in tests/messages. Per check: precision, recall, F1
with a 95 % interval (bootstrap over messages), the share of `unsure`; then the macro F1 over the checks with
at least five true cases. `unsure` and absent count as wrong, not-applicable as "no"; open labels (null) are
left out. `--part` splits by source with a fixed seed: a third is `held`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from mishear import mishear  # noqa: E402

from trainer.analysis import judge  # noqa: E402
from trainer.contract import read_request  # noqa: E402
from trainer.guides import guide_for, load_guides  # noqa: E402
from trainer.records import Feedback  # noqa: E402

SEED = 20261122
ENOUGH = 5
"""True cases that a label needs to enter the macro F1."""
INTERVAL_DRAWS = 500

VOICEMAIL = {
    "says_own_name": "own-name", "own_name_twice": "own-name-twice", "says_company": "company",
    "greets_prospect_by_name": "greets-by-name", "leaves_number": "number", "number_twice": "number-twice",
    "asks_for_call_back": "asks-for-call-back", "only_ask_is_call_back": "one-ask",
    "speaks_to_prospect_concern": "their-concern", "offers_value_or_idea": "value-for-them",
    "reason_or_curiosity": "reason-to-call", "names_referrer": "names-referrer",
    "promises_brevity": "promises-brevity", "friendly_close": "friendly-close",
    "pitches_product": "no-product-pitch", "sells_company_or_reputation": "no-company-pitch",
    "asks_for_appointment": "no-appointment", "mentions_email": "no-email", "mentions_website": "no-website",
    "justifies_product": "no-justification", "weak_opener": "strong-opening",
}  # fmt: skip
CALLBACK = {
    "says_own_name": "own-name",
    "speaks_to_prospect_concern": "their-concern",
    "restates_reason": "recalls-reason",
}  # fmt: skip
ELEVATOR = {"says_own_name": "own-name", "speaks_to_prospect_concern": "for-them"}
CHECK_OF_LABEL = {"voicemail": VOICEMAIL, "callback": CALLBACK, "elevator": ELEVATOR}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One label of one message beside what the judge said."""

    message: str
    source: str
    label: str
    check: str
    truth: bool
    outcome: str
    quotes: str

    @property
    def found(self) -> bool | None:
        """What the judge makes of the label; None where it could not tell."""
        if self.outcome in ("unsure", "absent"):
            return None
        return self.outcome == ("missed" if turned_round(self.check) else "met")

    @property
    def right(self) -> bool:
        return self.found is self.truth


def turned_round(check: str) -> bool:
    """Whether the label's positive case is a miss."""
    return check.startswith("no-") or check == "strong-opening"


def source(row: dict[str, Any]) -> str:
    return str(row.get("source_url") or row.get("source_title") or row.get("source") or "own")


def part_of(rows: list[dict[str, Any]], part: str) -> list[dict[str, Any]]:
    """The rows of two thirds of the sources (tune), of the other third (held), or all."""
    sources = sorted({source(row) for row in rows})
    random.Random(SEED).shuffle(sources)
    held = set(sources[: len(sources) // 3])
    return [row for row in rows if part == "all" or (source(row) in held) == (part == "held")]


def feedback_of(row: dict[str, Any], form: str, guides: Any) -> Feedback:
    members = {"id": row["id"], "kind": row["kind"], "context": row.get("context") or {}}
    if row.get("turns"):
        own = {"text", "spoken", "heard"}
        turns = [
            {**{k: v for k, v in turn.items() if k not in own}, **_said(turn[form])} for turn in row["turns"]
        ]
        request = read_request({**members, "turns": turns})
    else:
        request = read_request({**members, **_said(row[form])})
    guide, _ = guide_for(guides, None, request.kind)
    return judge(request, guide)


def _said(form: str | list[tuple[str, float]]) -> dict[str, Any]:
    """The member of a request that holds a text, or words with their confidence."""
    if isinstance(form, str):
        return {"text": form}
    return {"words": [{"word": word, "confidence": confidence} for word, confidence in form]}


def truths(row: dict[str, Any]) -> Iterable[tuple[str, str, bool]]:
    """Label, check and whether the label is true; open labels are left out."""
    labels = {**row["labels"], **(row.get("extra_labels") or row["labels"].get("extra_labels") or {})}
    for label, check in CHECK_OF_LABEL.get(row["kind"], {}).items():
        if isinstance(labels.get(label), bool):
            yield label, check, labels[label]
    for check, outcome in labels.items():
        if outcome in ("met", "missed", "not-applicable"):
            yield check, check, outcome == ("missed" if turned_round(check) else "met")


def verdicts(rows: Iterable[dict[str, Any]], form: str, guides: Any) -> list[Verdict]:
    found = []
    for row in rows:
        findings = {finding.check: finding for finding in feedback_of(row, form, guides).findings}
        for label, check, truth in truths(row):
            finding = findings.get(check)
            quotes = " / ".join(evidence.quote for evidence in finding.evidence) if finding else ""
            outcome = finding.outcome if finding else "absent"
            found.append(Verdict(row["id"], source(row), label, check, truth, outcome, quotes))
    return found


def f1(group: Iterable[Verdict]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the positive case (label true)."""
    hits = misses = alarms = 0
    for verdict in group:
        if verdict.truth and verdict.found is True:
            hits += 1
        elif verdict.truth:
            misses += 1
        elif verdict.found is not False:
            alarms += 1
    precision = hits / (hits + alarms) if hits + alarms else 0.0
    recall = hits / (hits + misses) if hits + misses else 0.0
    return precision, recall, 2 * hits / (2 * hits + misses + alarms) if hits else 0.0


def by_label(found: list[Verdict]) -> dict[str, list[Verdict]]:
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in found:
        groups[verdict.label].append(verdict)
    return groups


def macro(found: list[Verdict]) -> float:
    scores = [f1(group)[2] for group in by_label(found).values() if sum(v.truth for v in group) >= ENOUGH]
    return sum(scores) / len(scores) if scores else 0.0


def interval(group: list[Verdict], score: Any) -> tuple[float, float]:
    """95 % bootstrap interval over messages."""
    messages: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in group:
        messages[verdict.message].append(verdict)
    names, draw = list(messages), random.Random(SEED)
    scores = sorted(
        score([verdict for name in draw.choices(names, k=len(names)) for verdict in messages[name]])
        for _ in range(INTERVAL_DRAWS)
    )
    return scores[int(0.025 * INTERVAL_DRAWS)], scores[int(0.975 * INTERVAL_DRAWS) - 1]


def table(found: list[Verdict], title: str, intervals: bool) -> None:
    print(f"\n{title}\n{'check':22}{'true':>6}{'P':>7}{'R':>7}{'F1':>7}  {'95 %':>11}{'unsure':>8}")
    for label, group in by_label(found).items():
        precision, recall, score = f1(group)
        low, high = interval(group, lambda some: f1(some)[2]) if intervals else (score, score)
        unsure = sum(verdict.found is None for verdict in group) / len(group)
        count = sum(verdict.truth for verdict in group)
        name = CHECK_OF_LABEL["voicemail"].get(label) or label
        print(
            f"{name:22}{count:6}{precision:7.2f}{recall:7.2f}{score:7.2f}"
            f"  {low:5.2f}-{high:4.2f}{unsure:8.1%}"
        )
    low, high = interval(found, macro) if intervals else (0.0, 0.0)
    unsure = sum(verdict.found is None for verdict in found) / len(found)
    print(f"macro F1 {macro(found):.3f} ({low:.2f}-{high:.2f}), unsure {unsure:.1%}, {len(found)} decisions")


def show_disagreements(found: list[Verdict], rows: list[dict[str, Any]], only: str | None) -> None:
    texts = {row["id"]: row.get("text") or row.get("turns") for row in rows}
    for verdict in sorted(found, key=lambda verdict: (verdict.label, verdict.message)):
        if not verdict.right and only in (None, verdict.check):
            wanted = "true" if verdict.truth else "false"
            print(f"\n[{verdict.label}] {verdict.message}: label {wanted}, judge {verdict.outcome}")
            print(f"    because of: {verdict.quotes}")
            print(f"    {texts[verdict.message]}")


def by_source(found: list[Verdict]) -> None:
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in found:
        groups[verdict.source].append(verdict)
    print("\nright decisions by source")
    for name, group in sorted(groups.items(), key=lambda item: sum(v.right for v in item[1]) / len(item[1])):
        right = sum(verdict.right for verdict in group)
        print(f"{right / len(group):7.1%} {len(group):5}  {name[:90]}")


def corrupted(rows: list[dict[str, Any]], percent: int) -> list[dict[str, Any]]:
    """The rows with a form "heard": so many per cent of the spoken words wrong."""
    share = percent / 100
    return [
        {
            **row,
            "heard": mishear(row.get("spoken") or "", share, row["id"]),
            "turns": [
                {**turn, "heard": mishear(turn["spoken"], share, row["id"])}
                for turn in row.get("turns") or ()
            ],
        }
        for row in rows
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET")
    parser.add_argument("--part", choices=("tune", "held", "all"), default="all")
    parser.add_argument("--forms", default="text,spoken")
    parser.add_argument("--disagreements", action="store_true")
    parser.add_argument("--only", metavar="CHECK")
    parser.add_argument("--by-source", action="store_true")
    parser.add_argument("--no-intervals", action="store_true")
    parser.add_argument(
        "--by-check", action="store_true", help="the table for each share of misheard words too"
    )
    parser.add_argument("--corrupt", metavar="PERCENT,…", default="")
    args = parser.parse_args()
    every = [
        json.loads(line)
        for path in args.sets
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]
    rows, guides = part_of(every, args.part), load_guides()
    print(f"{len(rows)} messages from {len({source(row) for row in rows})} sources ({args.part})")
    for form in filter(None, args.forms.split(",")):
        found = verdicts(rows, form, guides)
        table(found, form, not args.no_intervals)
        if args.by_source:
            by_source(found)
        if args.disagreements:
            show_disagreements(found, rows, args.only)
    for percent in map(int, filter(None, args.corrupt.split(","))):
        found = verdicts(corrupted(rows, percent), "heard", guides)
        if args.by_check:
            table(found, f"{percent} % misheard", intervals=False)
        wrong = sum(verdict.found is (not verdict.truth) for verdict in found) / len(found)
        print(
            f"{percent:3} % of words misheard: macro F1 {macro(found):.3f}, opposite {wrong:.1%}, "
            f"unsure {sum(v.found is None for v in found) / len(found):.1%}"
        )


if __name__ == "__main__":
    main()
