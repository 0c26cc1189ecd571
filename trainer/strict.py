"""Strict reading of outside data (scenario files, guides, settings, judge requests) into records.

Every mistake is found at once, each with the place, plain words and the nearest name that would do. Written
here and not taken from a validation library, because every start of the program and of `ringback judge`
passes through it: such a library takes longer to import than a bare window to open
(benchmarks/start.py), and what records are made of is little: text, numbers, choices, tuples, tables.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any, str, list["Problem"]], Any]
"""(value, place, mistakes so far) -> what it stands for; mistakes are appended."""

SHOWN = 60
"""Characters of a wrong value that a message repeats."""


class Problem(NamedTuple):
    """One mistake: where ("prompts.0.audio", "" for the whole) and what, with the mend."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


class Unreadable(ValueError):
    """Data that does not fit its record; `problems` lists all mistakes."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(str(problem) for problem in self.problems))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """ " Did you mean 'x'?" with a leading space, or "" when nothing is near."""
    from rapidfuzz import process  # only when there is a mistake

    best = process.extractOne(name, list(known), processor=str.casefold, score_cutoff=60)
    return f" Did you mean '{best[0]}'?" if best else ""


def read(record: type[T], data: Any) -> T:
    """`data` (dicts, lists, text, numbers, as from JSON or TOML) as a `record`; nothing is coerced.

    Raises:
        Unreadable: with every mistake.
    """
    problems: list[Problem] = []
    reader: Reader = _reader(record)  # type: ignore[arg-type]  # the cache wants to know it can be hashed
    value: T = reader(data, "", problems)
    if problems:
        raise Unreadable(problems)
    return value


@cache
def _reader(hint: Any) -> Reader:
    """How values of type `hint` are read."""
    origin, arguments = get_origin(hint), get_args(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record(hint)
    if hint is Any or hint is object:
        return lambda value, _where, _problems: value
    if origin is Literal:
        return _choice(arguments)
    if origin in (Union, types.UnionType):
        return _either(arguments)
    if origin is tuple:
        return _items(_reader(arguments[0]))
    if origin is dict:
        return _table(_reader(arguments[0]), _reader(arguments[1]))
    return _plain(hint)


_WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _plain(kind: type) -> Reader:
    words = _WORDS[kind]

    def read_plain(value: Any, where: str, problems: list[Problem]) -> Any:
        if kind is float and type(value) is int:
            try:
                return float(value)
            except OverflowError:
                problems.append(Problem(where, f"must be {words} of usual size, not {_shown(value)}."))
                return None
        if type(value) is not kind:
            problems.append(Problem(where, f"must be {words}, not {_shown(value)}."))
            return None
        return value

    return read_plain


def _choice(names: Sequence[Any]) -> Reader:
    *first, last = (repr(name) for name in names)
    wanted = f"{', '.join(first)} or {last}" if first else last

    def read_choice(value: Any, where: str, problems: list[Problem]) -> Any:
        if isinstance(value, str | int) and value in names:
            return value
        hint = did_you_mean(value, map(str, names)) if isinstance(value, str) else ""
        problems.append(Problem(where, f"must be {wanted}, not {_shown(value)}.{hint}"))
        return None

    return read_choice


def _items(item: Reader) -> Reader:
    def read_items(value: Any, where: str, problems: list[Problem]) -> Any:
        if not isinstance(value, list | tuple):
            problems.append(Problem(where, f"must be a list, not {_shown(value)}."))
            return ()
        return tuple(item(one, _below(where, number), problems) for number, one in enumerate(value))

    return read_items


def _table(key: Reader, item: Reader) -> Reader:
    def read_table(value: Any, where: str, problems: list[Problem]) -> Any:
        if not isinstance(value, dict):
            problems.append(Problem(where, f"must be a table, not {_shown(value)}."))
            return {}
        return {
            key(name, _below(where, name), problems): item(one, _below(where, name), problems)
            for name, one in value.items()
        }

    return read_table


def _either(hints: Sequence[Any]) -> Reader:
    """The first reading without mistakes; else the mistakes of the reading that comes nearest."""
    may_be_none = type(None) in hints
    readers = [_reader(hint) for hint in hints if hint is not type(None)]

    def read_either(value: Any, where: str, problems: list[Problem]) -> Any:
        if value is None and may_be_none:
            return None
        tries: list[list[Problem]] = []
        for reader in readers:
            mistakes: list[Problem] = []
            result = reader(value, where, mistakes)
            if not mistakes:
                return result
            tries.append(mistakes)
        problems += sorted(tries, key=len)[0]
        return None

    return read_either


def _record(record: type[Any]) -> Reader:
    """Fields are resolved at the first use, so that records may name each other."""

    @cache
    def fields() -> dict[str, Reader]:
        hints = get_type_hints(record)
        return {field.name: _reader(hints[field.name]) for field in dataclasses.fields(record)}

    needed = {
        field.name
        for field in dataclasses.fields(record)
        if field.default is field.default_factory is dataclasses.MISSING
    }

    def read_record(value: Any, where: str, problems: list[Problem]) -> Any:
        if not isinstance(value, dict):
            problems.append(Problem(where, f"must be a table, not {_shown(value)}."))
            return None
        resolved, before = fields(), len(problems)
        given = {}
        for name, reader in resolved.items():
            if name in value:
                given[name] = reader(value[name], _below(where, name), problems)
            elif name in needed:
                problems.append(Problem(_below(where, name), "is missing."))
        for name in value:
            if name not in resolved:
                hint = did_you_mean(str(name), resolved)
                problems.append(Problem(_below(where, name), f"is not a known field.{hint}"))
        return record(**given) if len(problems) == before else None

    return read_record


def _below(where: str, name: object) -> str:
    return f"{where}.{name}" if where else str(name)


def _shown(value: Any) -> str:
    """A wrong value in few characters; lists and tables only by their kind, because they may be endless."""
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, str):
        return repr(value if len(value) <= SHOWN else value[:SHOWN] + "…")
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 4 * SHOWN:
        return "a number of very many digits"
    return repr(value)[:SHOWN]
