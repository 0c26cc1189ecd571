"""Get-through from files: keys, waits, answers and calls in steps, to a judged attempt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trainer.test_session import babble, from_files, rig
from trainer.errors import BadInput
from trainer.records import Attempt
from trainer.rigs.scripted import Step

MENU, BY_TIME = "get-through-menu-dispatch", "get-through-chief-executive"
PAGE = "good morning could you page tom for me please"


def told(attempt: Attempt, *names: str) -> list[str]:
    return [f"{event.name} {event.detail}".strip() for event in attempt.events if event.name in names]


def outcome(attempt: Attempt, check: str) -> str:
    assert attempt.feedback
    return next(one.outcome for one in attempt.feedback.findings if one.check == check)


def test_keys_lead_through_menus_and_words_to_the_person(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[PAGE]) as made:
        attempt = from_files(made, MENU, Step("key", keys="20"), Step("say", pcm=babble(2.0)))
    assert told(attempt, "dialled", "key", "way", "reached") == [
        "dialled hours", "key 2", "key 0", "way operator", "reached person",
    ]  # fmt: skip
    assert told(attempt, "line-started") == [
        "line-started menu", "line-started deliveries", "line-started operator", "line-started tom",
    ]  # fmt: skip
    assert [turn.index for turn in attempt.turns] == [0]
    assert {outcome(attempt, check) for check in ("reached-a-person", "asked-for-live", "courteous")} == {
        "met"
    }
    assert outcome(attempt, "tried-another-way") == "not-applicable"


def test_a_wait_before_a_key_lets_the_menu_be_read(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[PAGE]) as made:
        attempt = from_files(
            made, MENU, Step("wait", seconds=2.0), Step("key", keys="0"), Step("say", pcm=babble(1.0))
        )
    at_s = {f"{event.name} {event.detail}": event.at_s for event in attempt.events}
    assert at_s["key 0"] - at_s["line-started menu"] == pytest.approx(2.0)
    assert "line-ended menu" not in at_s  # it was interrupted


def test_without_a_key_the_menu_is_read_again_and_ends_in_a_mailbox(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        attempt = from_files(made, MENU, Step("hang-up"), Step("dial", when="hours"), Step("wait", seconds=1))
    assert told(attempt, "dialled", "reached") == ["dialled hours", "dialled hours", "reached mailbox"]
    assert attempt.state == "judged"
    assert outcome(attempt, "reached-a-person") == "missed"


def test_a_second_call_at_another_hour_is_another_way(tmp_path: Path) -> None:
    with rig(tmp_path, hears=["put me through to her immediately"]) as made:
        attempt = from_files(made, BY_TIME, Step("say", pcm=babble(2.0)), Step("dial", when="before"))
    assert told(attempt, "dialled", "way", "reached") == [
        "dialled hours", "reached dead-end", "dialled before", "way before-gatekeeper", "reached person",
    ]  # fmt: skip
    assert outcome(attempt, "reached-a-person") == "met"
    assert outcome(attempt, "courteous") == "missed"


def test_a_call_that_is_left_at_once_is_kept_and_not_judged(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        attempt = from_files(made, MENU, Step("hang-up"))
    assert (attempt.state, attempt.feedback) == ("abandoned", None)


def test_more_answers_than_it_can_take_are_refused(tmp_path: Path) -> None:
    answers = [Step("say", pcm=babble(0.5))] * 40
    with rig(tmp_path) as made, pytest.raises(BadInput, match="There are 40 answers"):
        from_files(made, MENU, *answers)


def test_dialling_is_no_step_of_another_kind(tmp_path: Path) -> None:
    with rig(tmp_path) as made, pytest.raises(BadInput, match="'dial' is no step"):
        from_files(made, "voicemail-cold-furniture", Step("dial", when="hours"))


def test_an_end_is_known_to_whoever_waits_for_a_call_from_files(tmp_path: Path) -> None:
    """A phone that is not answered in time is missed; nobody waits for it for ever."""
    with rig(tmp_path) as made:
        attempt = from_files(made, "callback-hurried-logistics", Step("wait", seconds=40.0))
    assert attempt.state == "missed-ring"
