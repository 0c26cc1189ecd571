"""The guides: whose advice counts. Each is one TOML file that a person can read, copy and edit.

The six that ship are `*.toml` beside this module; a file of the same form in the user's `guides` folder is a
guide too, and one with the id of a shipped guide replaces it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer.check_ids import CHECK_IDS
from trainer.errors import Mistakes, UnknownName
from trainer.paths import GUIDES
from trainer.records import Band, Guide, Kind
from trainer.strict import Unreadable, did_you_mean, read
from trainer.toml_lines import load

DEFAULT_FOR_KIND: dict[Kind, str] = {
    "voicemail": "sell-the-call",
    "callback": "be-ready",
    "elevator": "introduce",
    "draw-the-line": "introduce",
    "leave-or-not": "to-leave-or-not",
    "get-through": "to-leave-or-not",
}
"""Who judges a kind for which the chosen guide has no list (guidance.md section 4)."""

NOT_COUNTED = frozenset({"pace", "fillers", "pauses", "restarts", "level", "did-not-pitch-the-gatekeeper"})
"""Shown, never counted (guidance.md section 3)."""


def load_guides(
    extra_dir: Path | None = None, on_broken: Callable[[Mistakes], None] | None = None
) -> dict[str, Guide]:
    """Every guide by id: the shipped ones, then those of `extra_dir`, if that folder exists.

    A file there that cannot be used is left out and told to `on_broken`.

    Raises:
        Mistakes: without `on_broken`, a file cannot be used; all of its mistakes are named.
    """
    found = {guide.id: guide for guide in map(read_guide, sorted(GUIDES.glob("*.toml")))}
    for path in sorted(extra_dir.glob("*.toml")) if extra_dir and extra_dir.is_dir() else ():
        try:
            guide = read_guide(path)
        except Mistakes as mistakes:
            if on_broken is None:
                raise
            on_broken(mistakes)
        else:
            found[guide.id] = guide
    return found


def read_guide(path: Path) -> Guide:
    """The guide in one file.

    Raises:
        Mistakes: with every mistake of the file.
    """
    _, data = load(path)
    data, shorthand = _spelled_out(data)
    mistakes = shorthand + list(_unknown_checks(data))
    try:
        guide = read(Guide, data)
    except Unreadable as error:
        raise Mistakes(path, [*map(str, error.problems), *mistakes]) from None
    mistakes += _senseless(guide)
    if mistakes:
        raise Mistakes(path, mistakes)
    return guide


def guide_for(guides: dict[str, Guide], guide_id: str | None, kind: Kind) -> tuple[Guide, str | None]:
    """The guide that judges `kind` when `guide_id` is chosen, and who handed over (None: itself).

    With `guide_id` None it is the guide that is usual for the kind.

    Raises:
        UnknownName: there is no guide `guide_id`, or none that judges this kind.
    """
    if guide_id is None:
        guide_id = DEFAULT_FOR_KIND.get(kind, "sell-the-call")
    if guide_id not in guides:
        raise UnknownName("guide", guide_id, list(guides))
    chosen = guides[guide_id]
    if kind in chosen.counts:
        return chosen, None
    heir = chosen.hands_over_to.get(kind, DEFAULT_FOR_KIND.get(kind, ""))
    if heir not in guides or kind not in guides[heir].counts:
        raise UnknownName(f"guide that judges '{kind}'", heir or guide_id, list(guides))
    return guides[heir], guide_id


def guide_hash(guide: Guide) -> str:
    """A short text that changes whenever anything in the guide does; stored with every judgement."""
    import hashlib  # here, as it is a twentieth of the start of `ringback judge`, which needs none

    text = json.dumps(asdict(guide), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def length_band(guide: Guide, kind: Kind) -> Band:
    """The zones of the call screen's timer, in seconds."""
    limits = guide.thresholds
    if kind == "voicemail":
        return limits.length_s
    if kind == "elevator":
        return Band(near_from=0.0, good_from=0.0, good_to=0.9 * limits.under_s, near_to=limits.under_s)
    return Band(near_from=0.0, good_from=0.0, good_to=limits.turn_limit_s, near_to=limits.turn_near_s)


def _spelled_out(data: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """`data` with every count spelled out as a table; and what is no count at all."""
    counts, mistakes = data.get("counts"), []
    if not isinstance(counts, dict):
        return data, []
    full: dict[str, Any] = {}
    for kind, listed in counts.items():
        if not isinstance(listed, list):
            mistakes.append(f"counts.{kind}: must be a list of check ids.")
            continue
        full[kind] = [_count(item) for item in listed]
    return {**data, "counts": full}, mistakes


def _count(item: Any) -> Any:
    """One entry as `Counted` has it: a bare id, or a table whose `when = {situation = [...]}` narrows it."""
    if isinstance(item, str):
        return {"check": item}
    when = item.get("when") if isinstance(item, dict) else None
    if not isinstance(when, dict) or set(when) != {"situation"}:
        return item
    rest = {name: value for name, value in item.items() if name != "when"}
    return {**rest, "situations": when["situation"]}


def _unknown_checks(data: dict[str, Any]) -> Iterator[str]:
    """Ids that no check of that kind has."""
    every = {check for ids in CHECK_IDS.values() for check in ids}
    counts = data.get("counts")
    for kind, listed in counts.items() if isinstance(counts, dict) else ():
        known = CHECK_IDS.get(kind, ())
        for item in listed:
            check = item.get("check") if isinstance(item, dict) else None
            if isinstance(check, str) and known and check not in known:
                elsewhere = " It belongs to another kind." if check in every else ""
                yield f"counts.{kind}: there is no check '{check}'.{elsewhere or did_you_mean(check, known)}"
            elif check in NOT_COUNTED:
                yield f"counts.{kind}: '{check}' is shown, never counted."
    advice = data.get("advice")
    for check in advice if isinstance(advice, dict) else ():
        if check not in every:
            yield f"advice.{check}: there is no such check.{did_you_mean(check, every)}"


def _senseless(guide: Guide) -> list[str]:
    """What reads well but cannot be meant."""
    mistakes = []
    band = guide.thresholds.length_s
    if not 0 <= band.near_from <= band.good_from < band.good_to <= band.near_to:
        mistakes.append("thresholds.length_s: near_from, good_from, good_to and near_to must rise.")
    for kind, listed in guide.counts.items():
        ids = [one.check for one in listed]
        for check in sorted(
            {check for check in ids if ids.count(check) > 1 and not _by_situation(guide, kind, check)}
        ):
            mistakes.append(f"counts.{kind}: '{check}' is listed twice.")
        mistakes += [
            f"counts.{kind}: the weight of '{one.check}' must be above 0."
            for one in listed
            if one.weight <= 0
        ]
    return mistakes


def _by_situation(guide: Guide, kind: Kind, check: str) -> bool:
    """Whether every entry of this check is for situations of its own."""
    situations = [one.situations for one in guide.counts[kind] if one.check == check]
    named = [situation for listed in situations for situation in listed]
    return all(situations) and len(named) == len(set(named))
