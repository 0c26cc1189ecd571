"""The user's own scripts: kept by the store, judged on a thread of their own while they are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from ulid import ULID

from trainer.errors import BadInput
from trainer.history.store import Store
from trainer.judging import context_of
from trainer.records import (
    Context,
    Guide,
    MarkedPoint,
    Person,
    Scenario,
    Script,
    ScriptKind,
    ScriptVersion,
)
from trainer.scripts.checking import Checked, check
from trainer.scripts.choice import context_for_anyone, fitting
from trainer.scripts.from_take import SCRIPT_KINDS, has_script, text_of
from trainer.scripts.pace import Pace, pace_of
from trainer.settings import Settings
from trainer.store_thread import StoreThread
from trainer.worker.casting import Casting

NEWEST_TAKES = 30
"""So many takes tell the user's pace: enough for a rate, few enough to follow a change of habit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What scripts are judged with, as it is at the moment."""

    scenarios: Callable[[], Sequence[Scenario]]
    settings: Callable[[], Settings]
    cast: Callable[[str], Casting]
    guides: Mapping[str, Guide]


class Scripts:
    """See `ui.script_services.Scripts`. Methods may be called from any thread."""

    def __init__(self, store: StoreThread, desk: Desk) -> None:
        self._store, self._desk = store, desk
        self._judging = ThreadPoolExecutor(max_workers=1, thread_name_prefix="scripts")

    def close(self) -> None:
        """Wait for what is being judged."""
        self._judging.shutdown(wait=True, cancel_futures=True)

    def all(self) -> Future[list[Script]]:
        """All of them: those for one prospect by name, then those for anyone."""
        return self._store.do(lambda store: store.scripts())

    def pace(self) -> Future[Pace]:
        """How fast the user speaks, from their newest takes."""
        return self._store.do(lambda store: pace_of(store.newest_feedback(tuple(SCRIPT_KINDS), NEWEST_TAKES)))

    def new(self, kind: ScriptKind, prospect: Person | None) -> Future[Script]:
        """Begin an empty one; `prospect` None: for anyone."""
        return self._add(_script(kind, prospect, ""))

    def from_attempt(self, attempt_id: str) -> Future[Script]:
        """A script of what was said; the future raises BadInput for a take that has no words for one."""

        def made(store: Store) -> Script:
            attempt = store.attempt(attempt_id)
            if not has_script(attempt):
                raise BadInput("This take has no words for a script.", "Choose one that was heard.")
            kind = SCRIPT_KINDS[attempt.scenario.kind]
            return store.add_script(_script(kind, attempt.scenario.prospect, text_of(attempt)))

        return self._store.do(made)

    def duplicate(self, script_id: str) -> Future[Script]:
        """The same again, without its earlier versions."""

        def made(store: Store) -> Script:
            script = store.script(script_id)
            prospect = Person(id=script.prospect_id, name=script.prospect) if script.prospect_id else None
            name = f"{script.name} 2" if script.name else ""
            return store.add_script(
                _script(script.kind, prospect, script.text, script.version.points, name=name)
            )

        return self._store.do(made)

    def save(self, script_id: str, text: str, points: Sequence[MarkedPoint], *, anew: bool) -> Future[Script]:
        """Keep what it says now: as a new version (`anew`), or in place of the newest."""
        version = _version(text, tuple(points))
        return self._store.do(lambda store: store.save_script(script_id, version, anew=anew))

    def rename(self, script_id: str, name: str) -> Future[Script]:
        """Call it something else; "": by whom it is for."""
        return self._store.do(lambda store: store.rename_script(script_id, name))

    def versions(self, script_id: str) -> Future[list[ScriptVersion]]:
        """All versions, newest first."""
        return self._store.do(lambda store: store.script_versions(script_id))

    def hide(self, script_ids: list[str]) -> Future[None]:
        """Let these be in no list, as if deleted."""
        return self._store.do(lambda store: store.hide_scripts(script_ids))

    def show_again(self, script_ids: list[str]) -> Future[None]:
        """Take `hide` back."""
        return self._store.do(lambda store: store.hide_scripts(script_ids, hidden=False))

    def delete(self, script_ids: list[str]) -> Future[None]:
        """Delete these with all their versions."""
        return self._store.do(lambda store: store.delete_scripts(script_ids))

    def forget_all(self) -> Future[None]:
        """Delete all scripts with all their versions."""
        return self._store.do(lambda store: store.forget_scripts())

    def check(self, script: Script, text: str, pace: Pace) -> Future[Checked]:
        """What the guide in force finds in `text`; the future raises UnknownName where that guide is gone."""

        def checked() -> Checked:
            context, guide = self._in_place(script)
            return check(text, script.kind, context, self._desk.guides, guide, pace)

        return self._judging.submit(checked)

    def practise(self, script_id: str, prospect_id: str) -> Future[str]:
        """Put it in force with this prospect; has the id of the scenario to practise it in."""

        def chosen(store: Store) -> str:
            kind = store.script(script_id).kind
            scenario = fitting(self._desk.scenarios(), kind, prospect_id, store.measured())
            if scenario is None:
                raise BadInput("There is no such call with them any more.", "Choose somebody else.")
            store.practise_script(script_id, prospect_id)
            return scenario.id

        return self._store.do(chosen)

    def _in_place(self, script: Script) -> tuple[Context, str | None]:
        """What is known where it would be said, and by which guide it is judged (None: the usual one)."""
        mine = script.prospect_id
        scenario = fitting(self._desk.scenarios(), script.kind, mine, ()) if mine else None
        if scenario is None:
            settings = self._desk.settings()
            return context_for_anyone(settings.profile), settings.guide
        casting = self._desk.cast(scenario.id)
        return context_of(scenario, casting.seller), casting.guide

    def _add(self, script: Script) -> Future[Script]:
        return self._store.do(lambda store: store.add_script(script))


def _script(
    kind: ScriptKind,
    prospect: Person | None,
    text: str,
    points: tuple[MarkedPoint, ...] = (),
    *,
    name: str = "",
) -> Script:
    return Script(
        id=str(ULID()),
        kind=kind,
        prospect_id=prospect.id if prospect else None,
        prospect=prospect.name if prospect else "",
        name=name,
        version=_version(text, points),
    )


def _version(text: str, points: tuple[MarkedPoint, ...]) -> ScriptVersion:
    """Its number is the store's to give."""
    now = datetime.now().astimezone()
    offset = now.utcoffset()
    return ScriptVersion(
        number=1,
        text=text,
        points=points,
        saved_utc=now.astimezone(UTC).isoformat(timespec="seconds"),
        utc_offset_min=int(offset.total_seconds() // 60) if offset else 0,
    )
