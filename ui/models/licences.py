"""Whose work Ringback stands on, from the installed packages' own metadata."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from trainer.paths import ASSETS

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRAS = ('extra == "embedded"', "extra == 'embedded'")


@dataclass(frozen=True, slots=True)
class Library:
    """An installed library."""

    name: str
    version: str
    licence: str


def libraries() -> Iterator[Library]:
    """Every installed library that Ringback needs, directly or through another one; each takes its time."""
    known: set[str] = set()
    waiting = deque(["ringback"])
    while waiting:
        name = waiting.popleft()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in known:
            continue
        known.add(key)
        try:
            about = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another system, or an extra that is left out
            continue
        if key != "ringback":
            yield Library(about.metadata["Name"], about.version, licence_of(about.metadata))
        waiting.extend(_needed(about.requires or []))


def licence_of(about: metadata.PackageMetadata) -> str:
    """The licence in a few words: the SPDX expression, else the classifier, else the first line of the field.

    Packages have moved from the last to the first of these over the years (PEP 639).
    """
    values = about.json
    expression = str(values.get("license_expression", ""))
    if expression:
        return expression
    stated = str(values.get("license", "")).strip().splitlines()[:1]
    if stated and stated[0].upper() != "UNKNOWN" and len(stated[0]) <= 80:
        return stated[0]
    classifiers = [line for line in values.get("classifier", []) if line.startswith("License ::")]
    return ", ".join(line.rpartition(":: ")[2] for line in classifiers) or "see the package"


def asset_licences() -> list[tuple[str, str, str]]:
    """What, by whom, licence: the rows of the table in `assets/LICENSES.md`, without mark-up."""
    lines = (ASSETS / "LICENSES.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines
             if line.startswith("|")]  # fmt: skip
    return [(what, by, licence) for what, by, licence in cells[2:]]


def _needed(requirements: list[str]) -> Iterator[str]:
    for text in requirements:
        wanted, _, condition = text.partition(";")
        if "extra" not in condition or any(extra in condition for extra in _EXTRAS):
            match = _NAME.match(wanted.strip())
            if match:
                yield match.group()
