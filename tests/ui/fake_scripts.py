"""`ui.script_services.Scripts` in memory; it judges with the real judge, at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace

from trainer.errors import BadInput, UnknownName
from trainer.guides import load_guides
from trainer.judging import context_of
from trainer.records import (
    Attempt,
    MarkedPoint,
    Person,
    Scenario,
    Script,
    ScriptKind,
    ScriptVersion,
    Seller,
)
from trainer.scripts.checking import Checked, check
from trainer.scripts.choice import context_for_anyone, fitting
from trainer.scripts.from_take import text_of
from trainer.scripts.pace import Pace

WHEN = "2026-11-22T09:00:00+00:00"
LONGEST = 20_000


class FakeScripts:
    """`kept` and `asked` may be looked at; `failure`, once set, is what every call answers."""

    def __init__(
        self,
        scenarios: Callable[[], Sequence[Scenario]],
        profile: Callable[[], Seller],
        attempt: Callable[[str], Attempt],
    ) -> None:
        self._scenarios, self._profile, self._attempt = scenarios, profile, attempt
        self.kept: dict[str, list[ScriptVersion]] = {}
        self.asked: list[tuple[object, ...]] = []
        self.failure: Exception | None = None
        self.own_pace = Pace(words_a_minute=148, digits_a_second=2.2, own_words=True, own_digits=True)
        self.held: list[tuple[Future[Checked], Callable[[], Checked]]] | None = None
        """A list, once set: what is to be judged waits in it."""
        self._scripts: dict[str, Script] = {}
        self._hidden: set[str] = set()

    def put(
        self,
        text: str,
        kind: ScriptKind = "voicemail",
        prospect: Person | None = None,
        points: tuple[MarkedPoint, ...] = (),
        name: str = "",
    ) -> Script:
        """Have a script from the beginning."""
        version = ScriptVersion(number=1, text=text, points=points, saved_utc=WHEN, utc_offset_min=0)
        script = Script(
            id=f"S{len(self._scripts) + 1}",
            kind=kind,
            prospect_id=prospect.id if prospect else None,
            prospect=prospect.name if prospect else "",
            name=name,
            version=version,
        )
        self._scripts[script.id], self.kept[script.id] = script, [version]
        return script

    def all(self) -> Future[list[Script]]:
        shown = [one for one in self._scripts.values() if one.id not in self._hidden]
        shown.sort(key=lambda one: (one.prospect_id is None, one.prospect))
        return self._answer(lambda: shown)

    def pace(self) -> Future[Pace]:
        return self._answer(lambda: self.own_pace)

    def new(self, kind: ScriptKind, prospect: Person | None) -> Future[Script]:
        self.asked.append(("new", kind, prospect.id if prospect else None))
        return self._answer(lambda: self.put("", kind, prospect))

    def from_attempt(self, attempt_id: str) -> Future[Script]:
        self.asked.append(("from_attempt", attempt_id))
        attempt = self._attempt(attempt_id)
        return self._answer(lambda: self.put(text_of(attempt), "voicemail", attempt.scenario.prospect))

    def duplicate(self, script_id: str) -> Future[Script]:
        script = self._scripts[script_id]
        prospect = Person(id=script.prospect_id, name=script.prospect) if script.prospect_id else None
        return self._answer(
            lambda: self.put(script.text, script.kind, prospect, script.version.points, script.name)
        )

    def save(self, script_id: str, text: str, points: Sequence[MarkedPoint], *, anew: bool) -> Future[Script]:
        self.asked.append(("save", script_id, text, anew))
        return self._answer(lambda: self._save(script_id, text, tuple(points), anew))

    def rename(self, script_id: str, name: str) -> Future[Script]:
        self._scripts[script_id] = replace(self._script(script_id), name=name)
        return self._answer(lambda: self._scripts[script_id])

    def versions(self, script_id: str) -> Future[list[ScriptVersion]]:
        return self._answer(lambda: list(reversed(self.kept[script_id])))

    def hide(self, script_ids: list[str]) -> Future[None]:
        self.asked.append(("hide", *script_ids))
        return self._answer(lambda: self._hidden.update(script_ids))

    def show_again(self, script_ids: list[str]) -> Future[None]:
        return self._answer(lambda: self._hidden.difference_update(script_ids))

    def delete(self, script_ids: list[str]) -> Future[None]:
        self.asked.append(("delete", *script_ids))
        for script_id in script_ids:
            self._scripts.pop(script_id, None)
        return self._answer(lambda: None)

    def forget_all(self) -> Future[None]:
        return self._answer(self._scripts.clear)

    def check(self, script: Script, text: str, pace: Pace) -> Future[Checked]:
        def judged() -> Checked:
            mine = script.prospect_id
            scenario = fitting(self._scenarios(), script.kind, mine, ()) if mine else None
            seller = self._profile()
            context = context_of(scenario, seller) if scenario else context_for_anyone(seller)
            return check(text, script.kind, context, load_guides(), None, pace)

        if self.held is not None:
            waiting: Future[Checked] = Future()
            self.held.append((waiting, judged))
            return waiting
        return self._answer(judged)

    def practise(self, script_id: str, prospect_id: str) -> Future[str]:
        self.asked.append(("practise", script_id, prospect_id))
        scenario = fitting(self._scenarios(), self._script(script_id).kind, prospect_id, ())
        if scenario is None:
            failed: Future[str] = Future()
            failed.set_exception(BadInput("There is no such call with them any more."))
            return failed
        return self._answer(lambda: scenario.id)

    def _script(self, script_id: str) -> Script:
        if script_id not in self._scripts:
            raise UnknownName("script", script_id, [])
        return self._scripts[script_id]

    def _save(self, script_id: str, text: str, points: tuple[MarkedPoint, ...], anew: bool) -> Script:
        if len(text) > LONGEST:
            raise BadInput("This script is too long.")
        before = self.kept[script_id] if anew else self.kept[script_id][:-1]
        number = before[-1].number + 1 if before else 1
        version = ScriptVersion(number=number, text=text, points=points, saved_utc=WHEN, utc_offset_min=0)
        same = before and (before[-1].text, before[-1].points) == (text, points)
        self.kept[script_id] = list(before) if same else [*before, version]
        self._scripts[script_id] = replace(self._script(script_id), version=self.kept[script_id][-1])
        return self._scripts[script_id]

    def _answer(self, result: Callable[[], object]) -> Future:
        future: Future = Future()
        try:
            if self.failure:
                raise self.failure
            future.set_result(result())
        except Exception as error:
            future.set_exception(error)
        return future
