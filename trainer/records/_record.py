"""What all records have in common."""

from __future__ import annotations

from typing import Any, ClassVar


class Record:
    """How records compare, serve as keys and are shown: by the values of their fields.

    Said once here, as a dataclass has the source of these written and compiled for itself: for the thirty
    records of the judge that took a twelfth of its start.
    """

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = map("{}={!r}".format, self.__dataclass_fields__, self._values())
        return f"{type(self).__name__}({', '.join(shown)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.__dataclass_fields__])
