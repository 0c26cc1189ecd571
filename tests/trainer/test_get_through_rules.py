"""What a get-through scenario must hold: menus that lead on, ways and times that exist, an aim to reach."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trainer.errors import Mistakes
from trainer.paths import ASSETS
from trainer.scenarios import read_scenario

GOOD = """\
id = "my-menu"
kind = "get-through"
title = "A menu"
industry = "bakery"
situation = "cold"
seller = "sam-reyes"
trains = "Something."
difficulty = 1
times = { before = "early", hours = "menu" }

[prospect]
id = "ann-lee"
name = "Ann Lee"

[[prompts]]
id = "menu"
text = "For orders, press 1."
audio = "hello.ogg"
voice = "mine"
keys = { 0 = "operator", "#" = "menu" }
timeout_to = "mailbox"

[[prompts]]
id = "operator"
text = "Hello?"
audio = "hello.ogg"
voice = "mine"
way = "operator"
branches = [{ to = "early", met = ["asked-for-live"] }, { to = "mailbox" }]

[[prompts]]
id = "early"
text = "Ann Lee."
audio = "hello.ogg"
voice = "mine"
reaches = "person"
ends = true

[[prompts]]
id = "mailbox"
text = "Leave a message."
audio = "hello.ogg"
voice = "mine"
reaches = "mailbox"
ends = true
"""


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    shutil.copy(next((ASSETS / "voices").glob("*.ogg")), folder / "hello.ogg")
    path = folder / "my-menu.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_menu_with_an_operator_and_times_of_day_is_read(tmp_path: Path) -> None:
    scenario = read_scenario(written(tmp_path))
    menu, operator, early, _ = scenario.prompts
    assert menu.keys == {"0": "operator", "#": "menu"}
    assert (menu.timeout_to, operator.way, early.reaches) == ("mailbox", "operator", "person")
    assert scenario.times == {"before": "early", "hours": "menu"}


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (("0 =", "A ="), "prompts.0.keys: 'A' is no key of a telephone"),
        (("0 =", "10 ="), "'10' is no key of a telephone"),
        (('"operator", "#"', '"operater", "#"'), "there is no line 'operater'. Did you mean 'operator'?"),
        (('timeout_to = "mailbox"\n', ""), "prompts.0.timeout_to: is missing"),
        (('timeout_to = "mailbox"', 'timeout_to = "mailbx"'), "there is no line 'mailbx'"),
        (('way = "operator"', 'timeout_to = "menu"'), "prompts.1.timeout_to: belongs to a menu"),
        (
            ('timeout_to = "mailbox"', 'timeout_to = "mailbox"\nends = true'),
            "prompts.0.keys: belong to a rec",
        ),
        (('way = "operator"', 'way = "operater"'), "there is no way 'operater'. Did you mean 'operator'?"),
        (('reaches = "person"\nends = true', 'reaches = "person"'), "prompts.2.ends: must be true"),
        (('reaches = "person"', 'reaches = "persn"'), "prompts.2.reaches: must be"),
        (('before = "early"', 'before = "erly"'), "times.before: there is no line 'erly'"),
        (('before = "early"', 'dawn = "early"'), "times.dawn: must be"),
        (('timeout_to = "mailbox"', 'timeout_to = "menu"'), "back to it without a key"),
        (('hours = "menu"', 'hours = "operator"'), "no key, branch or time of day leads to 'menu'"),
        (('reaches = "person"', 'reaches = "dead-end"'), "must hold a line that reaches one of: person"),
        (('["asked-for-live"]', '["recalls-reason"]'), "there is no check 'recalls-reason' for this kind"),
        (('kind = "get-through"', 'kind = "elevator"'), "prompts.0.keys: belongs to get-through only"),
        (('kind = "get-through"', 'kind = "elevator"'), "times: belongs to get-through only"),
    ],
)
def test_what_leads_nowhere_is_refused_with_the_place(
    tmp_path: Path, change: tuple[str, str], wrong: str
) -> None:
    with pytest.raises(Mistakes) as refused:
        read_scenario(written(tmp_path, change))
    assert wrong in str(refused.value)
