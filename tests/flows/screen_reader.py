"""What a person with a screen reader is told: reads a running window through AT-SPI, as Orca does.

So the flows check what is really on the screen, in the process of its own in which the program runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
NOTHING = "/org/a11y/atspi/null"
FOCUSED, SHOWING = 12, 25
"""Bits of the state set (AtspiStateType)."""


@dataclass(frozen=True)
class Seen:
    """One thing on the screen: role ("button", "label"), what it says, and whether it has the focus."""

    role: str
    name: str
    description: str
    focused: bool


class ScreenReader:
    """Reads everything that the programs on one desktop show."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(session_bus) as session:
            bus = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
            (address,) = _ask(session, new_method_call(bus, "GetAddress"))
        self._bus: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        """Leave the accessibility bus."""
        self._bus.close()

    def seen(self) -> list[Seen]:
        """What is on the screen now, in reading order. Things that vanish meanwhile are left out."""
        return [thing for child in self._children(*ROOT) for thing in self._walk(*child)]

    def text(self) -> str:
        """All that is said on the screen now, one thing a line."""
        return "\n".join(f"{thing.name} {thing.description}".strip() for thing in self.seen())

    def _walk(self, owner: str, path: str) -> Iterator[Seen]:
        try:
            states = self._call(owner, path, "GetState")[0]
            bits = states[0] | states[1] << 32
            role = self._call(owner, path, "GetRoleName")[0]
            said = [self._property(owner, path, name) for name in ("Name", "Description")]
            children = self._children(owner, path)
        except Vanished:
            return
        if bits >> SHOWING & 1:
            yield Seen(role, said[0], said[1], bool(bits >> FOCUSED & 1))
        elif role != "application":
            return
        for child in children:
            yield from self._walk(*child)

    def _children(self, owner: str, path: str) -> list[tuple[str, str]]:
        children: list[tuple[str, str]] = self._call(owner, path, "GetChildren")[0]
        return [child for child in children if child[1] != NOTHING]

    def _property(self, owner: str, path: str, name: str) -> str:
        address = DBusAddress(path, bus_name=owner, interface=ACCESSIBLE)
        return str(_ask(self._bus, Properties(address).get(name))[0][1])

    def _call(self, owner: str, path: str, method: str) -> tuple[Any, ...]:
        address = DBusAddress(path, bus_name=owner, interface=ACCESSIBLE)
        return _ask(self._bus, new_method_call(address, method))


class Vanished(Exception):
    """The thing is not on the screen any more."""


def _ask(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    reply = bus.send_and_get_reply(message, timeout=10)
    if reply.header.message_type is MessageType.error:
        raise Vanished(reply.body)
    body: tuple[Any, ...] = reply.body
    return body
