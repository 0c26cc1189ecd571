"""Write scenarios/scenario.schema.json: the form of a scenario file, for editors that check TOML.

    python tools/schema.py

It is made from the records of `trainer.records`; the descriptions are the tables of scenarios/README.md.
Editors with Taplo (Even Better TOML) find it by the line `#:schema scenario.schema.json` in a file. What
takes more than one field to decide is for `ringback scenarios check`.
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
import types
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from trainer.records import Scenario  # noqa: E402

SCHEMA = ROOT / "scenarios" / "scenario.schema.json"
README = ROOT / "scenarios" / "README.md"
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
HEADINGS = {
    "Scenario": "A scenario",
    "ModelAnswer": "`[[model_answers]]`",
    "Person": "`[prospect]`",
    "Prompt": "`[[prompts]]`",
    "Branch": "A branch",
    "Try": "`[[tries]]`",
}
"""Record -> the beginning of its heading in the README."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 7, which Taplo reads) of a scenario file."""
    records: dict[str, Any] = {}
    _record(Scenario, records)
    whole = records.pop("Scenario")
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Ringback scenario",
        "description": "One thing to practise. scenarios/README.md explains every field.",
    }
    return {**head, **whole, "definitions": dict(sorted(records.items()))}


def text() -> str:
    """The file's whole content."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _record(record: type[Any], records: dict[str, Any]) -> None:
    """Add `record`, and the records that it is made of, to `records`."""
    records[record.__name__] = {}
    hints, says = get_type_hints(record), _descriptions(record.__name__)
    fields = dataclasses.fields(record)
    properties = {}
    for field in fields:
        form = _form(hints[field.name], records)
        described = {"description": says[field.name]} if field.name in says else {}
        # Beside a "$ref" draft 7 ignores everything, so a description needs a form of its own around it.
        properties[field.name] = {"allOf": [form], **described} if "$ref" in form else {**form, **described}
    records[record.__name__] = {
        "type": "object",
        "additionalProperties": False,
        "required": [
            field.name
            for field in fields
            if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        ],
        "properties": properties,
    }


def _form(hint: Any, records: dict[str, Any]) -> dict[str, Any]:
    """What a value of type `hint` looks like."""
    origin, arguments = get_origin(hint), get_args(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in records:
            _record(hint, records)
        return {"$ref": f"#/definitions/{hint.__name__}"}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        forms = [_form(one, records) for one in arguments if one is not type(None)]
        return forms[0] if len(forms) == 1 else {"anyOf": forms}
    if origin is tuple:
        return {"type": "array", "items": _form(arguments[0], records)}
    if origin is dict:
        keys = {"propertyNames": _form(arguments[0], records)} if arguments[0] is not str else {}
        return {"type": "object", **keys, "additionalProperties": _form(arguments[1], records)}
    return {"type": PLAIN[hint]}


def _descriptions(record: str) -> dict[str, str]:
    """Field -> what the README says of it, as plain text."""
    section = README.read_text("utf-8").split(f"## {HEADINGS[record]}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| .+? \| (.+) \| .+? \|$", section, flags=re.MULTILINE)
    return {field: meaning.replace("`", "").replace(r"\|", "|") for field, meaning in rows}


if __name__ == "__main__":
    SCHEMA.write_text(text(), encoding="utf-8")
    print(f"{SCHEMA.relative_to(ROOT)}: {len(schema()['definitions']) + 1} records")
