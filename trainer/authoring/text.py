"""A scenario as a file that people can read: TOML without what goes without saying."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from typing import Any

from trainer.records import Scenario

_TOP_LEVEL = re.compile(r"(?ms)\A(.*?)(?=^\s*\[|\Z)")
_SCHEMA_LINE = re.compile(r"\A#:schema [^\n]*\n")


def data_of(record: Any) -> dict[str, Any]:
    """A record as tables, lists and values; fields that are as they would be anyway are left out."""
    data = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        default = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        if value is not None and value != default:
            data[field.name] = _plain(value)
    return data


def toml_of(scenario: Scenario) -> bytes:
    """The scenario's file; it reads back as the same scenario."""
    import tomli_w  # when something is written, not when a form is opened

    return tomli_w.dumps(data_of(scenario)).encode("utf-8", "replace")


def renamed(text: str, new_id: str, title: str) -> str:
    """A scenario file's `text` under another id and title; everything else stays, comments as well."""
    import tomli_w

    data = {**tomllib.loads(text), "id": new_id, "title": title}
    body = _SCHEMA_LINE.sub("", text)  # it names a file that does not lie beside the copy
    top = _TOP_LEVEL.match(body)
    head = top[1] if top else ""
    for key in ("id", "title"):
        line = tomli_w.dumps({key: data[key]}).rstrip("\n")
        head = re.sub(rf"(?m)^{key}\s*=.*$", lambda _, line=line: line, head, count=1)
    changed = head + body[len(top[1]) if top else 0 :]
    # An id in an unusual spelling (a quoted key, a text over several lines) is found by reading it back.
    return changed if _reads_as(changed, data) else tomli_w.dumps(data)


def _reads_as(text: str, data: dict[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == data
    except tomllib.TOMLDecodeError:
        return False


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return data_of(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return {key: _plain(one) for key, one in value.items()} if isinstance(value, dict) else value
