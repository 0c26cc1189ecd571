"""Editors are told the form that the program reads."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tools import schema
from trainer.paths import SCENARIOS

FORM = schema.schema()
FILES = sorted(SCENARIOS.glob("*.toml"))


def test_the_file_is_what_the_records_say() -> None:
    """If not: python tools/schema.py"""
    assert schema.SCHEMA.read_text("utf-8") == schema.text()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_scenario_refers_to_the_form_and_has_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("#:schema scenario.schema.json\n")
    assert misfits(tomllib.loads(text), FORM) == []


@pytest.mark.parametrize(
    ("change", "misfit"),
    [
        ({"difficulty": "2"}, "difficulty: is no integer"),
        ({"situation": "icy"}, "situation: is none of its names"),
        ({"titel": "x"}, "titel: is unknown"),
        ({"prospect": {"id": "x"}}, "prospect: name is missing"),
        ({"phrases": {"price": "how much"}}, "phrases.price: is no array"),
    ],
)
def test_a_mistake_is_seen(change: dict[str, Any], misfit: str) -> None:
    data = tomllib.loads(FILES[0].read_text("utf-8"))
    assert misfits({**data, **change}, FORM) == [misfit]


def test_every_field_is_explained() -> None:
    for form in (FORM, *FORM["definitions"].values()):
        assert not [name for name, field in form["properties"].items() if not field.get("description")]


def misfits(value: Any, form: dict[str, Any], place: str = "") -> list[str]:
    """What of `value` does not fit the part of JSON Schema that we write."""
    for part in form.get("allOf", ()):
        return misfits(value, part, place)
    if "$ref" in form:
        return misfits(value, FORM["definitions"][form["$ref"].rsplit("/", 1)[1]], place)
    if "enum" in form:
        return [] if value in form["enum"] else [f"{place}: is none of its names"]
    kinds = {
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
        "array": list,
        "object": dict,
    }
    if not isinstance(value, kinds[form["type"]]):
        return [f"{place}: is no {form['type']}"]
    if isinstance(value, list):
        return [found for item in value for found in misfits(item, form["items"], place)]
    if isinstance(value, dict):
        return _table_misfits(value, form, place)
    return []


def _table_misfits(value: dict[str, Any], form: dict[str, Any], place: str) -> list[str]:
    found = [f"{place}: {name} is missing" for name in form.get("required", ()) if name not in value]
    known, others = form.get("properties", {}), form["additionalProperties"]
    for name, item in value.items():
        below = f"{place}.{name}" if place else name
        if name in known:
            found += misfits(item, known[name], below)
        elif others is False:
            found.append(f"{below}: is unknown")
        else:
            found += misfits(item, others, below)
    return found
