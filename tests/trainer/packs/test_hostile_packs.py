"""Packs that nobody should be handed: each is refused with a sentence, and leaves nothing behind."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.trainer.packs.own import good, listed, scenario, sound, zipped
from trainer.audio.files import check_prompt
from trainer.errors import BadInput, WorldError
from trainer.own_scenarios import own_folder
from trainer.packs import import_pack
from trainer.scenarios import load_library

GOOD = listed(good())
PLACE = "own/hello.flac"


def with_files(files: dict[str, bytes]) -> bytes:
    """The good pack with more files, which its list names too."""
    return zipped(listed({**good(), **files}))


def with_list(data: bytes) -> bytes:
    """The good pack with these bytes for its list."""
    return zipped({**GOOD, "pack.json": data})


def with_file(name: str, data: bytes = b"x") -> bytes:
    """The good pack with one more file, which its list names too."""
    return with_files({name: data})


def with_name(name: str) -> bytes:
    """The good pack with a file whose name Python would tidy: written into the zip byte for byte."""
    stand_in = "z" * len(name.encode())
    return with_file(stand_in + ".ogg").replace(stand_in.encode(), name.encode())


def with_entry(name: str, mode: int) -> bytes:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = mode << 16
    return zipped([*GOOD.items(), (entry, b"/etc/passwd")])


def with_scenario(text: str | bytes) -> bytes:
    data = text if isinstance(text, bytes) else text.encode()
    return zipped(listed({**good(), "mine.toml": data}))


def with_line(old: str, new: str) -> bytes:
    text = scenario("mine")
    assert old in text
    return with_scenario(text.replace(old, new))


def with_sound(data: bytes) -> bytes:
    return zipped(listed({**good(), PLACE: data}))


def without(name: str) -> bytes:
    return zipped(listed({place: data for place, data in good().items() if place != name}))


def encrypted() -> bytes:
    data = bytearray(zipped(GOOD))
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + place] |= 1
    return bytes(data)


def damaged() -> bytes:
    """One bit of a stored file is turned over: its checksum says so."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)
    data = bytearray(packed.getvalue())
    data[data.index(b"fLaC") + 40] ^= 1
    return bytes(data)


def end_record(**fields: int) -> bytes:
    """The good pack with other numbers in its end record."""
    data = bytearray(zipped(GOOD))
    end = data.rindex(b"PK\x05\x06")
    places = {"disk": ("<H", 4), "entries": ("<H", 10), "listing": ("<I", 12), "offset": ("<I", 16)}
    for name, value in fields.items():
        form, place = places[name]
        struct.pack_into(form, data, end + place, value)
    return bytes(data)


def method(number: int) -> bytes:
    """The good pack, said to be packed by another method."""
    data = bytearray(zipped(GOOD))
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, number)
    return bytes(data)


def lies_about_size() -> bytes:
    """A bomb whose list of contents says that it is small."""
    data = bytearray(zipped({**GOOD, "big.ogg": bytes(50 * 2**20)}))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 10)
    return bytes(data)


def wav(channels: int = 1, rate: int = 8000, frames: int = 800, value: float = 0.1) -> bytes:
    data = io.BytesIO()
    pcm = np.full((frames, channels), value, np.float32)
    soundfile.write(data, pcm, rate, format="WAV", subtype="FLOAT")
    return data.getvalue()


NESTED = zipped({"inner.zip": zipped(GOOD)})
HOSTILE: dict[str, tuple[bytes, str]] = {
    # places
    "parent": (with_file("../escaped.ogg"), "leads out"),
    "parent inside": (with_file("own/../../escaped.ogg"), "leads out"),
    "absolute": (with_file("/tmp/escaped.ogg"), "leads out"),
    "drive": (with_file("C:/escaped.ogg"), "leads out"),
    "drive, relative": (with_file("C:escaped.ogg"), "leads out"),
    "backslash": (with_name("..\\escaped.ogg"), "leads out"),
    "share": (with_name("\\\\host\\share\\escaped.ogg"), "leads out"),
    "dot": (with_file("own/./escaped.ogg"), "not every system"),
    "empty part": (with_file("own//escaped.ogg"), "not every system"),
    "NUL": (with_name("own/a\0b.ogg"), "cannot be shown"),
    "bell": (with_file("own/a\x07b.ogg"), "cannot be shown"),
    "line end": (with_file("own/a\nb.ogg"), "cannot be shown"),
    "turned round": (with_file("own/a\u202egpj.ogg"), "cannot be shown"),
    "invisible": (with_file("own/a\u200bb.ogg"), "cannot be shown"),
    "stream": (with_file("own/a.ogg:hidden.ogg"), "not every system"),
    "wild card": (with_file("own/a*.ogg"), "not every system"),
    "reserved": (with_file("own/CON.ogg"), "not every system"),
    "reserved folder": (with_file("aux/a.ogg"), "not every system"),
    "reserved port": (with_file("own/com1.tar.ogg"), "not every system"),
    "trailing dot": (with_file("own./a.ogg"), "not every system"),
    "trailing space": (with_file("own /a.ogg"), "not every system"),
    "long": (with_file(f"own/{'a' * 300}.ogg"), "not every system"),
    "other case": (with_file("OWN/Hello.FLAC", sound()), "is there twice"),
    "other composition": (with_files({"own/é.ogg": b"1", "own/e\u0301.ogg": b"2"}), "is there twice"),
    "twice": (zipped([*GOOD.items(), ("mine.toml", b"other")]), "is there twice"),
    "file and folder": (with_files({"own/a.ogg": b"1", "own/a.ogg/b.ogg": b"2"}), "file and a folder"),
    # kinds of entries
    "link": (with_entry("own/link.ogg", stat.S_IFLNK | 0o777), "link or a special file"),
    "device": (with_entry("own/device.ogg", stat.S_IFCHR | 0o600), "link or a special file"),
    "pipe": (with_entry("own/pipe.ogg", stat.S_IFIFO | 0o600), "link or a special file"),
    "program": (with_file("setup.exe"), "does not belong"),
    "python": (with_file("trainer.py"), "does not belong"),
    "zip in a zip": (NESTED, "does not belong"),
    # sizes
    "bomb": (with_file("own/zeros.ogg", bytes(40 * 2**20)), "far more than a scenario pack"),
    "bomb that lies": (lies_about_size(), "not a zip file that can be read|far more"),
    "many files": (zipped({f"{n}.ogg": b"" for n in range(2001)}), "more than 2000 files"),
    "says too many": (end_record(entries=65_535), "larger than a scenario pack"),
    "huge listing": (end_record(listing=2**31), "larger than a scenario pack"),
    "huge text": (with_scenario(scenario("mine") + "#" * 300_000), "larger than 256 KB"),
    # damage
    "no zip": (b"<html>please sign in</html>", "not a zip file"),
    "nothing": (b"", "not a zip file"),
    "cut": (zipped(GOOD)[:-200], "not a zip file"),
    "only its end": (zipped(GOOD)[-22:], "not a zip file"),
    "bit turned": (damaged(), "not a zip file that can be read"),
    "several disks": (end_record(disk=1), "one part of several"),
    "wrong offset": (end_record(offset=2**31), "not a zip file"),
    "encrypted": (encrypted(), "encrypted"),
    "LZMA": (method(14), "packed in an unusual way"),
    "unknown method": (method(77), "packed in an unusual way"),
    # the list
    "no list": (zipped(good()), "no pack.json"),
    "list is no JSON": (with_list(b"{"), "pack.json cannot be read"),
    "list is deep": (with_list(b"[" * 100_000), "pack.json cannot be read"),
    "list is UTF-16": (with_list(GOOD["pack.json"].decode().encode("utf-16")), "pack.json cannot be read"),
    "list is a list": (with_list(b"[]"), "pack.json cannot be read"),
    "list says too much": (zipped(listed(good(), extra=1)), "pack.json cannot be read"),
    "list of wrong types": (zipped(listed(good(), scenarios=[1])), "pack.json cannot be read"),
    "5,000 digits in it": (with_list(b'{"ringback_pack": ' + b"9" * 5000 + b"}"), "pack.json cannot be read"),
    "newer": (zipped(listed(good(), ringback_pack=2)), "newer Ringback"),
    "empty": (zipped(listed({})), "holds no scenarios"),
    "lists another": (zipped(listed(good(), scenarios=["other"])), "lists other scenarios"),
    "lists one twice": (zipped(listed(good(), scenarios=["mine", "mine"])), "lists other scenarios"),
    "unlisted file": (zipped({**GOOD, "own/more.ogg": b"x"}), "own/more.ogg is not in pack.json"),
    "listed, missing": (zipped(listed(good(), files={"gone.ogg": "0"})), "gone.ogg is missing"),
    "changed": (zipped({**GOOD, PLACE: sound(pitch_hz=880)}), "changed after the pack was made"),
    # scenarios
    "no TOML": (with_scenario("id = "), r"mine\.toml: line 1, at its end: this is not TOML"),
    "invalid UTF-8": (with_scenario(b"\xff\xfe\x00"), "not UTF-8"),
    "UTF-16": (with_scenario(scenario("mine").encode("utf-16")), "not UTF-8"),
    "NUL text": (with_scenario(b"\0" * 100), "not TOML"),
    "deep": (with_scenario("a = " + "[" * 5000 + "]" * 5000), "nested too deeply"),
    "many dots": (with_scenario(".".join("a" * 20_000) + " = 1"), "not a known field"),
    "5,000 digits": (with_line("difficulty = 1", "difficulty = " + "1" * 5000), "too many digits"),
    "NaN": (with_line("difficulty = 1", "difficulty = 1\nmax_seconds = nan"), "max_seconds"),
    "infinite": (with_line("difficulty = 1", "difficulty = 1\nmax_seconds = inf"), "max_seconds"),
    "wrong type": (with_line('title = "Mine"', "title = 5"), "title"),
    "list for text": (with_line('title = "Mine"', 'title = ["Mine"]'), "title"),
    "unknown field": (with_line('title = "Mine"', 'title = "Mine"\nrun = "rm"'), "run"),
    "other id": (with_line('id = "mine"', 'id = "yours"'), "must be the file's name"),
    "id that leads out": (with_line('id = "mine"', 'id = "../mine"'), "small letters"),
    "unknown kind": (with_line('kind = "voicemail"', 'kind = "spam"'), "kind"),
    "unknown seller": (with_line('seller = "ann-own"', 'seller = "nobody"'), "no seller 'nobody'"),
    "seller missing": (without("sellers/ann-own.toml"), "no seller 'ann-own'"),
    # sounds
    "sound missing": (without(PLACE), "hello.flac"),
    "sound outside": (with_line(PLACE, "../../../../etc/passwd"), "audio"),
    "sound by address": (with_line(PLACE, "http://127.0.0.1/x.ogg"), "audio"),
    "sound by file address": (with_line(PLACE, "file:///etc/passwd"), "audio"),
    "sound is a folder": (with_line(PLACE, "own"), "audio"),
    "sound is a scenario": (with_line(PLACE, "mine.toml"), "no name for a sound|audio"),
    "hidden sound": (zipped(listed({"mine.toml": scenario("mine", sound=".change.ogg").encode(),
                                    "sellers/ann-own.toml": good()["sellers/ann-own.toml"],
                                    ".change.ogg": sound()})), "no name for a sound"),
    "sound of nothing": (with_sound(b""), "no sound that can be played"),
    "sound is text": (with_sound(b"hello " * 1000), "no sound that can be played"),
    "sound without frames": (with_sound(wav(frames=0)), "no sound that can be played"),
    "sound of NaN": (with_sound(wav(value=float("nan"))), "no sound that can be played"),
    "sound of 1 Hz": (with_sound(wav(rate=1)), "no sound that can be played"),
    "sound of an hour": (with_sound(wav(rate=4000, frames=4000 * 400)), "no sound that can be played"),
}  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_pack_is_refused_and_leaves_nothing(hostile: str, tmp_path: Path) -> None:
    data, reason = HOSTILE[hostile]
    (tmp_path / "pack.zip").write_bytes(data)
    own = own_folder(tmp_path / "data")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BadInput, match=reason) as caught:
        import_pack(tmp_path / "pack.zip", load_library(extra=own), own, check_prompt, "replace")
    assert str(caught.value).startswith("pack.zip ")
    assert str(tmp_path) not in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_pack_that_they_were_made_from_is_taken_in(tmp_path: Path) -> None:
    (tmp_path / "pack.zip").write_bytes(zipped(GOOD))
    own = own_folder(tmp_path / "data")
    assert import_pack(tmp_path / "pack.zip", load_library(extra=own), own, check_prompt).added == ("mine",)


def test_marks_in_texts_stay_letters(tmp_path: Path) -> None:
    title = "<img src=http://127.0.0.1/x> &lt; %s {0}"
    (tmp_path / "pack.zip").write_bytes(with_line('title = "Mine"', f"title = '{title}'"))
    own = own_folder(tmp_path / "data")
    import_pack(tmp_path / "pack.zip", load_library(extra=own), own, check_prompt)
    assert load_library(extra=own).scenario("mine").title == title


def test_a_pack_that_is_not_there_is_named(tmp_path: Path) -> None:
    own = own_folder(tmp_path / "data")
    with pytest.raises(WorldError, match=r"none\.zip could not be read"):
        import_pack(tmp_path / "none.zip", load_library(extra=own), own, check_prompt)


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 60
    assert json.loads(GOOD["pack.json"])["scenarios"] == ["mine"]
