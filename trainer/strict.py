"""Strict reading of outside data (scenario files, guides, settings, judge requests) into records.

Every mistake is found at once, each with the place, plain words and the nearest name that would do.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from rapidfuzz import process

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where ("prompts.0.audio", "" for the whole) and what, with the mend."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


class Unreadable(ValueError):  # noqa: N818 (it reads as what the data is)
    """Data that does not fit its record; `problems` lists all mistakes."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(str(problem) for problem in self.problems))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ " Did you mean 'x'?" with a leading space, or "" when nothing is near."""
    best = process.extractOne(name, list(known), processor=str.casefold, score_cutoff=60)
    return f" Did you mean '{best[0]}'?" if best else ""


def read(record: type[T], data: Any) -> T:
    """`data` (dicts, lists, text, numbers, as from JSON or TOML) as a `record`; nothing is coerced.

    Raises:
        Unreadable: with every mistake.
    """
    try:
        text = json.dumps(data, default=str, allow_nan=True)
        value: T = _adapter(record).validate_json(text)
    except ValidationError as error:
        raise Unreadable(_problem(record, item) for item in error.errors()) from None
    except (RecursionError, ValueError) as error:
        raise Unreadable([Problem("", f"cannot be read ({error})")]) from None
    return value


def json_schema(record: type[Any]) -> dict[str, Any]:
    """The JSON Schema of what `read` accepts, for editors."""
    return _adapter(record).json_schema()


# Building an adapter costs milliseconds, using one microseconds.
_adapter: Callable[[Any], TypeAdapter[Any]] = lru_cache(maxsize=None)(TypeAdapter)


def _problem(record: type[Any], item: Any) -> Problem:
    kind, context = item["type"], item.get("ctx", {})
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        *above, name = item["loc"]
        path = _without_branches(above)
        where = ".".join(str(part) for part in (*path, name))
        return Problem(where, f"is not a known field.{did_you_mean(str(name), _field_names(record, path))}")
    where = ".".join(str(part) for part in _without_branches(item["loc"]))
    if kind == "missing":
        return Problem(where, "is missing.")
    if kind == "literal_error":
        wanted = str(context.get("expected", ""))
        names = wanted.replace(" or ", ", ").replace("'", "").split(", ")
        return Problem(
            where, f"must be {wanted}, not {item['input']!r}.{did_you_mean(str(item['input']), names)}"
        )
    return Problem(where, f"{item['msg'][0].lower()}{item['msg'][1:]}, not {str(item['input'])[:60]!r}.")


def _without_branches(path: Iterable[Any]) -> list[Any]:
    """`path` without the record names that pydantic puts in to say which branch of a union it tried."""
    return [part for part in path if not (isinstance(part, str) and part[:1].isupper())]


def _field_names(record: Any, path: list[Any]) -> list[str]:
    """Names of the fields of the record that `path` leads to from `record`."""
    for part in path:
        if isinstance(part, int):
            record = next((arg for arg in get_args(_plain(record)) if arg is not Ellipsis), None)
        elif dataclasses.is_dataclass(_plain(record)):
            record = get_type_hints(_plain(record)).get(part)
        else:
            record = (get_args(_plain(record)) or (None,))[-1]
    record = _plain(record)
    return [field.name for field in dataclasses.fields(record)] if dataclasses.is_dataclass(record) else []


def _plain(hint: Any) -> Any:
    """`X | None` -> X."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint
