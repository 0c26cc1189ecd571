from __future__ import annotations

from dataclasses import replace

from tests.trainer.examples import DANA, scenario
from trainer.records import KeyPoint, MarkedPoint, Measured, Script, ScriptVersion
from trainer.scripts.choice import fitting, key_points_for, prospects, title_of

RUTH = replace(DANA, id="ruth", name="Ruth Kemp")
EASY = replace(scenario("voicemail"), id="easy", difficulty=1)
HARD = replace(scenario("voicemail"), id="hard", difficulty=3)
PICKS_UP = replace(scenario("voicemail"), id="a-live", picks_up="line")
BACK = replace(scenario("callback"), id="back", prospect=RUTH)
ALL = (HARD, PICKS_UP, EASY, BACK)


def attempt(scenario_id: str, sequence: int) -> Measured:
    return Measured(
        sequence=sequence, id=str(sequence), day="2026-11-22", state="judged", kind="voicemail",
        scenario_id=scenario_id, prospect_id=DANA.id,
    )  # fmt: skip


def chosen(*history: Measured) -> str | None:
    found = fitting(ALL, "voicemail", DANA.id, history)
    return found.id if found else None


def test_never_practised_comes_first_the_easiest_of_them_before_all() -> None:
    assert chosen() == "easy"
    assert chosen(attempt("easy", 1)) == "hard"


def test_else_what_was_longest_ago() -> None:
    assert chosen(attempt("easy", 1), attempt("hard", 2)) == "easy"
    assert chosen(attempt("easy", 1), attempt("hard", 2), attempt("easy", 3)) == "hard"


def test_nobody_where_no_message_is_left_is_chosen() -> None:
    assert fitting((PICKS_UP,), "voicemail", DANA.id, ()) is None
    assert fitting(ALL, "callback", DANA.id, ()) is None


def test_prospects_are_those_of_the_kind_by_name() -> None:
    assert [person.id for person in prospects(ALL, "callback")] == ["ruth"]
    both = (*ALL, replace(EASY, id="other", prospect=RUTH))
    assert [person.name for person in prospects(both, "voicemail")] == ["Dana Whitfield", "Ruth Kemp"]


def test_a_script_is_called_by_its_name_or_by_whom_it_is_for() -> None:
    version = ScriptVersion(number=1, text="", saved_utc="2026-11-22T09:00:00+00:00", utc_offset_min=0)
    script = Script(
        id="S", kind="voicemail", prospect_id="dana", prospect="Dana Whitfield", name="", version=version
    )
    assert title_of(script) == "Dana"
    assert title_of(replace(script, prospect_id=None, prospect="")) == "Anyone"
    assert title_of(replace(script, name="Calm one")) == "Calm one"


def test_key_points_name_the_prospect_where_the_script_has_a_placeholder() -> None:
    text = "Hi [name], two bills"
    points = (MarkedPoint(start=0, end=9), MarkedPoint(start=11, end=20, must=True))
    version = ScriptVersion(
        number=1, text=text, points=points, saved_utc="2026-11-22T09:00:00+00:00", utc_offset_min=0
    )
    script = Script(id="S", kind="voicemail", prospect_id=None, prospect="", name="", version=version)
    assert key_points_for(script, "Dana Whitfield") == (
        KeyPoint(text="Hi Dana"), KeyPoint(text="two bills", must=True)
    )  # fmt: skip
