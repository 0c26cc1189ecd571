from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.records import Person, Scenario, Seller
from trainer.strict import Problem, Unreadable, did_you_mean, read


@dataclass(frozen=True, kw_only=True)
class Leaf:
    name: str
    share: float = 0.5
    colour: Literal["red", "green"] = "red"


@dataclass(frozen=True, kw_only=True)
class Tree:
    id: str
    height: int
    crown: Leaf | None = None
    leaves: tuple[Leaf, ...] = ()
    heard_as: dict[str, tuple[str, ...]] = field(default_factory=dict)


def problems(data: Any, record: type[Any] = Tree) -> list[str]:
    with pytest.raises(Unreadable) as refusal:
        read(record, data)
    return [str(problem) for problem in refusal.value.problems]


def test_good_data_becomes_a_record_with_its_defaults() -> None:
    data = {"id": "oak", "height": 3, "leaves": [{"name": "a", "share": 1}], "heard_as": {"x": ["y"]}}
    assert read(Tree, data) == Tree(
        id="oak", height=3, leaves=(Leaf(name="a", share=1.0),), heard_as={"x": ("y",)}
    )


def test_every_mistake_is_found_at_once_with_its_place() -> None:
    found = problems({"height": "3", "leaves": [{"name": "a"}, {"share": "x"}], "colour": 1})
    assert {line.split(":")[0] for line in found} == {
        "id",
        "height",
        "leaves.1.name",
        "leaves.1.share",
        "colour",
    }


def test_a_missing_and_an_unknown_key_are_told_apart_and_the_near_name_is_offered() -> None:
    assert problems({"id": "oak", "hieght": 3}) == [
        "height: is missing.",
        "hieght: is not a known field. Did you mean 'height'?",
    ]


def test_an_unknown_key_deep_down_is_compared_with_the_fields_of_its_own_record() -> None:
    data = {
        "id": "o",
        "height": 1,
        "leaves": [{"name": "a", "color": "red"}],
        "crown": {"name": "b", "nmae": "c"},
    }
    assert sorted(problems(data)) == [
        "crown.nmae: is not a known field. Did you mean 'name'?",
        "leaves.0.color: is not a known field. Did you mean 'colour'?",
    ]


def test_an_unknown_key_may_begin_with_a_capital() -> None:
    assert problems({"Id": "o", "id": "oak", "height": 1, "crown": {"name": "a", "Colour": 1}}) == [
        "crown.Colour: is not a known field. Did you mean 'colour'?",
        "Id: is not a known field. Did you mean 'id'?",
    ]


def test_a_wrong_choice_names_the_choices() -> None:
    data = {"id": "o", "height": 1, "crown": {"name": "a", "colour": "gren"}}
    (found,) = problems(data)
    assert found == "crown.colour: must be 'red' or 'green', not 'gren'. Did you mean 'green'?"


@pytest.mark.parametrize(
    ("field_name", "value"),
    [("height", "3"), ("height", 3.5), ("height", True), ("height", None), ("id", 3), ("id", None),
     ("crown", "x"), ("crown", []), ("leaves", {}), ("leaves", "ab"), ("heard_as", {"x": "y"})],
)  # fmt: skip
def test_nothing_is_coerced(field_name: str, value: Any) -> None:
    found = problems({"id": "oak", "height": 3, field_name: value})
    assert all(line.startswith(field_name) for line in found)


@pytest.mark.parametrize("data", [None, 3, "oak", [], [{}]])
def test_what_is_no_table_is_refused(data: Any) -> None:
    assert problems(data)


def test_endless_nesting_is_refused_in_words() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert problems({"id": "oak", "height": 1, "crown": deep}) == ["crown: must be a table, not a list."]


def test_a_long_value_is_not_repeated_whole() -> None:
    (found,) = problems({"id": "oak", "height": "9" * 5000})
    assert len(found) < 200


def test_mistakes_of_shipped_records_use_their_own_field_names() -> None:
    assert problems({"id": "p", "nam": "Dana"}, Person) == [
        "name: is missing.",
        "nam: is not a known field. Did you mean 'name'?",
    ]
    assert "situation: must be" in " ".join(problems({"situation": "chilly"}, Scenario))
    assert read(Seller, {"id": "me"}) == Seller(id="me")


def test_did_you_mean_is_silent_when_nothing_is_near() -> None:
    assert did_you_mean("vosk", ["vosk:small", "embedded"]) == " Did you mean 'vosk:small'?"
    assert did_you_mean("zzz", ["vosk", "embedded"]) == ""
    assert did_you_mean("zzz", []) == ""


def test_a_problem_of_the_whole_has_no_place() -> None:
    assert str(Problem("", "is empty.")) == "is empty."


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["id", "height", "crown", "leaves", "name", "x", "X"]), inner, max_size=6
        )
    ),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(ANY_JSON)
def test_any_data_is_read_or_refused_with_reasons(data: Any) -> None:
    tree, reasons = None, []
    try:
        tree = read(Tree, data)
    except Unreadable as refusal:
        reasons = [problem.what for problem in refusal.problems]
    assert isinstance(tree, Tree) or (reasons and all(reasons))
