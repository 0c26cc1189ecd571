"""Scenario packs: chosen scenarios with their sounds and sellers in one zip, to give to somebody else.

A pack is laid out as the user's own folder is (`<id>.toml`, `sellers/`, sounds), with a list of its files in
`pack.json`. Nothing in it is trusted: everything is unpacked aside, read and checked before a file is moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from trainer.own_scenarios import Change, CheckSound, apply
from trainer.packs.placing import Arriving, Imported, OnClash, Placing, arriving
from trainer.packs.reading import Unpacked
from trainer.packs.writing import export_pack
from trainer.scenarios import Library

__all__ = ["Arriving", "Imported", "OnClash", "arrival", "export_pack", "import_pack", "preview"]


def preview(pack: Path, library: Library, own: Path, check_sound: CheckSound) -> tuple[Arriving, ...]:
    """What is in a pack and how it stands to the library; nothing is changed.

    Raises:
        BadInput: it is no pack, or not one to be trusted; says what is wrong and where.
        WorldError: it cannot be read, or there is no room to unpack it.
    """
    with Unpacked(pack, own, check_sound) as unpacked:
        return tuple(arriving(unpacked, library, own))


def import_pack(
    pack: Path,
    library: Library,
    own: Path,
    check_sound: CheckSound,
    on_clash: OnClash | Mapping[str, OnClash] = "skip",
) -> Imported:
    """Take in a pack: all that is chosen of it or, when that fails, nothing.

    `on_clash` says what happens where an id is taken by a different scenario: one way for all, or by id
    (skip where it is not named). One of Ringback's own is never replaced: "replace" keeps both there.

    Raises:
        BadInput, WorldError: as `preview`, or the user's folder cannot be written.
    """
    change, imported = arrival(pack, library, own, check_sound, on_clash)
    apply(own, change.writes, change.removes)
    return imported


def arrival(
    pack: Path,
    library: Library,
    own: Path,
    check_sound: CheckSound,
    on_clash: OnClash | Mapping[str, OnClash] = "skip",
) -> tuple[Change, Imported]:
    """What `import_pack` would do.

    Raises:
        BadInput, WorldError: as `preview`.
    """
    with Unpacked(pack, own, check_sound) as unpacked:
        placing = Placing(unpacked, library, own)
        for one in arriving(unpacked, library, own):
            way = on_clash if isinstance(on_clash, str) else on_clash.get(one.scenario.id, "skip")
            placing.decide(one, way)
        return Change(placing.writes()), placing.done()
