from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer.practice.phone_test import ITEMS, PREFIX, SkillShown, runs, unfinished
from trainer.records import Measured
from trainer.scenarios import load_library

FIRST, SECOND = f"{PREFIX}1", f"{PREFIX}2"


def call(
    sequence: int,
    item: str = ITEMS[0],
    *,
    sitting: str | None = FIRST,
    met: tuple[str, ...] = ("own-name",),
    missed: tuple[str, ...] = (),
    judged: bool = True,
) -> Measured:
    return Measured(
        sequence=sequence, id=str(sequence), day="2026-11-22", state="judged" if judged else "abandoned",
        kind="voicemail", scenario_id=item, prospect_id="x", judge="2" if judged else None, met=met,
        missed=missed, sitting=sitting,
    )  # fmt: skip


def test_the_set_is_there_and_mixed() -> None:
    kinds = [load_library().scenario(item).kind for item in ITEMS]
    assert len(set(ITEMS)) == 8
    assert len(set(kinds)) == 6


def test_a_test_is_taken_up_where_it_was_left() -> None:
    history = [call(1, ITEMS[1]), call(2, ITEMS[0], judged=False), call(3, "voicemail-warm-wine")]
    run = unfinished(history)
    assert run
    assert run.done == (ITEMS[1],)
    assert run.left == (ITEMS[0], *ITEMS[2:])


def test_a_whole_test_is_finished_and_the_next_begins_anew() -> None:
    history = [call(number, item) for number, item in enumerate(ITEMS)]
    assert unfinished(history) is None
    assert runs(history)[0].left == ()
    history.append(call(99, ITEMS[0], sitting=SECOND))
    assert [run.id for run in runs(history)] == [SECOND, FIRST]
    assert unfinished(history) == runs(history)[0]


def test_a_profile_counts_calls_in_which_a_skill_was_shown_whole() -> None:
    history = [
        call(1, ITEMS[0], met=("own-name", "one-ask")),
        call(2, ITEMS[1], met=("company",), missed=("own-name", "number")),
        call(3, ITEMS[1], met=("own-name", "number")),  # the second go of the same call counts nothing
    ]
    assert runs(history)[0].profile == (
        SkillShown(skill="Saying who you are", shown=1, of=2),
        SkillShown(skill="Asking for one thing", shown=1, of=1),
        SkillShown(skill="The number", shown=0, of=1),
    )


def test_without_a_test_there_is_none() -> None:
    assert runs([]) == []
    assert runs([call(1, sitting=None), call(2, sitting="01J")]) == []
    assert unfinished([]) is None


@given(
    st.lists(
        st.tuples(st.sampled_from([*ITEMS, "another"]), st.sampled_from([FIRST, SECOND, None]), st.booleans())
    )
)
def test_every_call_is_done_or_left(made: list[tuple[str, str | None, bool]]) -> None:
    history = [
        call(number, item, sitting=sitting, judged=judged)
        for number, (item, sitting, judged) in enumerate(made)
    ]
    for run in runs(history):
        assert sorted((*run.done, *run.left)) == sorted(ITEMS)
        assert all(0 <= one.shown <= one.of <= 8 for one in run.profile)
