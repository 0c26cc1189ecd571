"""Ids from titles and names: small letters, digits and single hyphens, as scenario files want them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from trainer.records import Kind

LONGEST = 48
"""Characters of a name that an id is made of: no file system minds a file of that name."""


def slug(words: str) -> str:
    """`words` as an id, for instance "Zoë's mill" -> "zoe-s-mill"; "" where nothing of them can be."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")


def free_id(kind: Kind, title: str, taken: Container[str]) -> str:
    """An id for a scenario of this title that is not among `taken`.

    It begins with the kind, as those of the shipped scenarios do; so it is never a name that a system keeps
    for itself ("con", "aux").
    """
    name = f"{kind}-{slug(title) or 'own'}"
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free
