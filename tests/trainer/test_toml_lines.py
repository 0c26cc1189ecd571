from __future__ import annotations

import tomllib

import pytest

from trainer.toml_lines import line_of, split_error

TEXT = '''\
id = "a"
"odd key" = 1
story = """
id = "not a key"
[not.a.header]
"""
list = [
  "x",
]
dotted.key = 2

[prospect] # who
name = "Ann"

[[prompts]]
id = "one"
[[prompts]]
id = "two"
[prompts.extra]
deep = true
'''


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("id", 1),
        ("odd key", 2),
        ("story", 3),
        ("list.0", 7),
        ("dotted.key", 10),
        ("prospect", 12),
        ("prospect.name", 13),
        ("prompts.0.id", 16),
        ("prompts.1.id", 18),
        ("prompts.1.extra.deep", 20),
    ],
)
def test_a_key_is_found_on_its_line(where: str, line: int) -> None:
    assert line_of(TEXT, where) == line


def test_a_missing_key_is_placed_at_its_table() -> None:
    assert line_of(TEXT, "prospect.role") == 12
    assert line_of(TEXT, "prompts.1.audio") == 17
    assert line_of(TEXT, "nothing") == 1
    assert line_of("", "") == 1


def test_the_text_used_here_is_toml() -> None:
    assert tomllib.loads(TEXT)["prompts"][1]["extra"] == {"deep": True}


@pytest.mark.parametrize(("text", "line"), [("a = 1\nb = = 2\n", 2), ('a = "', 0)])
def test_a_syntax_error_is_taken_apart(text: str, line: int) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    found, what = split_error(caught.value)
    assert found == line
    assert what
    assert "(at " not in what
