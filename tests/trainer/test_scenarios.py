from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from trainer.errors import BadInput, Mistakes, UnknownName
from trainer.paths import ASSETS, SCENARIOS
from trainer.scenario_rules import KINDS, inside
from trainer.scenarios import load_library, read_scenario, read_seller
from trainer.toml_lines import MOST_BYTES

VOICEMAIL = """\
id = "my-voicemail"
kind = "voicemail"
title = "A title"
industry = "bakery"
situation = "cold"
seller = "sam-reyes"
trains = "Something."
difficulty = 1
max_seconds = 60

[prospect]
id = "ann-lee"
name = "Ann Lee"

[[prompts]]
id = "greeting"
text = "Leave a message."
audio = "hello.ogg"
voice = "mine"
"""
CALLBACK = (
    VOICEMAIL.replace('"voicemail"', '"callback"')
    .replace("my-voicemail", "my-callback")
    .replace("max_seconds = 60", 'follows = ["my-voicemail"]\ndefault_message = "Call me."')
)


@pytest.fixture
def extra(tmp_path: Path) -> Path:
    """A folder of the user's own with a sound and a voicemail that is right."""
    folder = tmp_path / "mine"
    folder.mkdir()
    shutil.copy(next((ASSETS / "voices").glob("*.ogg")), folder / "hello.ogg")
    (folder / "my-voicemail.toml").write_text(VOICEMAIL, encoding="utf-8")
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes_of(path: Path) -> list[str]:
    """All mistakes of the file, also against the rest of the library."""
    with pytest.raises(Mistakes) as caught:
        read_scenario(path, load_library())
    return caught.value.mistakes


# --------------------------------------------------------------------------- the library


def test_shipped_scenarios_come_in_the_order_of_their_kinds() -> None:
    library = load_library()
    assert not library.broken
    order = [KINDS.index(scenario.kind) for scenario in library.scenarios]
    assert order == sorted(order)
    assert library.scenario("voicemail-cold-furniture").prospect.name == "Helen Marsh"
    assert library.seller("sam-reyes").company == "Fieldline"


def test_an_unknown_id_names_the_nearest_ones() -> None:
    library = load_library()
    with pytest.raises(UnknownName, match="voicemail-cold-furniture"):
        library.scenario("voicemail-cold-furnitur")
    with pytest.raises(UnknownName, match="sam-reyes"):
        library.seller("sam-reys")


def test_own_scenarios_join_the_shipped_ones(extra: Path) -> None:
    write(extra, "my-callback", CALLBACK)
    library = load_library(extra=extra)
    assert not library.broken
    assert library.scenario("my-callback").follows == ("my-voicemail",)
    assert library.sound_path("hello.ogg") == extra / "hello.ogg"


def test_own_scenarios_need_no_folder(tmp_path: Path) -> None:
    assert load_library(extra=tmp_path / "absent").scenarios == load_library().scenarios


def test_a_broken_file_is_left_out_and_listed(extra: Path) -> None:
    broken = write(extra, "broken", "id = ")
    library = load_library(extra=extra)
    assert [mistakes.path for mistakes in library.broken] == [broken]
    assert library.scenario("my-voicemail")


def test_a_call_back_does_not_repeat_the_mistakes_of_its_message(extra: Path) -> None:
    write(extra, "my-callback", CALLBACK)
    write(extra, "my-voicemail", VOICEMAIL.replace("60", '"long"'))
    library = load_library(extra=extra)
    assert [mistakes.path.stem for mistakes in library.broken] == ["my-voicemail"]


def test_two_files_cannot_share_an_id(extra: Path) -> None:
    name = "elevator-trade-fair"
    shutil.copy(SCENARIOS / f"{name}.toml", extra)
    library = load_library(extra=extra)
    assert [str(mistakes.path.parent) for mistakes in library.broken] == [str(extra)]
    assert "is already the id of" in str(library.broken[0])
    assert [scenario.id for scenario in library.scenarios].count(name) == 1


def test_sounds_are_found_by_name_and_path_and_nowhere_else(tmp_path: Path) -> None:
    library = load_library(extra=tmp_path)
    assert library.sound_path("beep") == ASSETS / "tones" / "beep.flac"
    assert library.sound_path("ring", "US") == ASSETS / "tones" / "us" / "ring.flac"
    assert library.sound_path("ring", "FR") == library.sound_path("ring") == ASSETS / "tones" / "ring.flac"
    assert library.sound_path("beep", "US") == library.sound_path("beep")
    prompt = library.scenarios[0].prompts[0]
    assert library.sound_path(prompt.audio) == ASSETS / prompt.audio
    for wrong in ("whistle", "voices/none.ogg", "../LICENSE", "/etc/hostname"):
        with pytest.raises(BadInput, match="not there"):
            library.sound_path(wrong)


# --------------------------------------------------------------------------- one file


def test_a_right_file_is_read(extra: Path) -> None:
    scenario = read_scenario(extra / "my-voicemail.toml")
    assert (scenario.kind, scenario.prospect.name, scenario.max_seconds) == ("voicemail", "Ann Lee", 60.0)


def test_all_mistakes_are_named_at_once_with_their_lines(extra: Path) -> None:
    text = (
        VOICEMAIL.replace('title = "A title"', 'titel = "A title"')
        .replace('"cold"', '"icy"')
        .replace("60", "600")
        .replace("sam-reyes", "sam-reys")
        .replace("hello.ogg", "helo.ogg")
        .replace('voice = "mine"\n', "")
    )
    found = mistakes_of(write(extra, "my-voicemail", text))
    assert [mistake.split(":")[0] for mistake in found] == [
        "line 1, title",
        "line 3, titel",
        "line 5, situation",
        "line 6, seller",
        "line 9, max_seconds",
        "line 15, prompts.0.voice",
        "line 18, prompts.0.audio",
    ]
    assert "Did you mean 'title'?" in found[1]
    assert "Did you mean 'sam-reyes'?" in found[3]
    assert "Did you mean 'hello.ogg'?" in found[6]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"my-voicemail"', '"other"', "line 1, id: must be the file's name, 'my-voicemail'"),
        ('"my-voicemail"', '"My Mail"', "line 1, id: must be small letters"),
        ('"A title"', '" "', "line 3, title: must not be empty"),
        ('"Ann Lee"', '""', "line 13, prospect.name: must not be empty"),
        ("60", "4.9", "line 9, max_seconds: must be 5 to 300 seconds, not 4.9"),
        ("60", "nan", "line 9, max_seconds"),
        ("difficulty = 1", "difficulty = 4", "line 8, difficulty: must be 1 (easy) to 3 (hard), not 4"),
        ("difficulty = 1\n", "", "difficulty: is missing"),
        ("difficulty = 1", 'difficulty = 1\nothers = ["greeting"]', "there is no line 'greeting' after"),
        (
            '"Ann Lee"',
            '"Ann Lee"\nregion = "usa"',
            "line 14, prospect.region: must be a country's two capital",
        ),
        ("difficulty = 1", 'difficulty = 1\nrules = ["worry-cost"]', "Did you mean 'worry-costs'?"),
        ('voice = "mine"', 'voice = "mine"\nspeed = 3', "line 20, prompts.0.speed: must be 0.7 to 1.4"),
        ('voice = "mine"', 'voice = "mine"\nbackground = "ofice"', "Did you mean 'office'?"),
        ('"cold"', '"referral"', "referrer: is missing"),
        ("max_seconds = 60", 'follows = ["x"]', "line 9, follows: belongs to call backs only"),
        ("max_seconds = 60", 'default_message = "x"', "line 9, default_message: belongs to call backs"),
        ('"Leave a message."', '""', "line 17, prompts.0.text: must not be empty"),
        ("hello.ogg", "../mine/hello.ogg", "line 18, prompts.0.audio: must be a path below"),
        ("hello.ogg", "/etc/hostname", "line 18, prompts.0.audio: must be a path below"),
        ("hello.ogg", "a\\\\b.ogg", "line 18, prompts.0.audio: must be a path below"),
        ("hello.ogg", "a\\u0000b.ogg", "line 18, prompts.0.audio: must be a path below"),
        ("hello.ogg", "9" * 5000 + ".ogg", "line 18, prompts.0.audio: there is no sound file '999"),
        ("hello.ogg", "9" * 5000 + "/hello.ogg", "line 18, prompts.0.audio: there is no sound file '999"),
        ('id = "greeting"\n', 'id = "greeting"\nobjection = "no"\n', "line 17, prompts.0.objection"),
        ("[prospect]", "prospect = 1\n[x]", "line 11, prospect"),
    ],
)
def test_each_rule_names_line_and_key(extra: Path, old: str, new: str, says: str) -> None:
    found = mistakes_of(write(extra, "my-voicemail", VOICEMAIL.replace(old, new, 1)))
    assert any(says in mistake for mistake in found), found


def test_a_line_id_is_used_once(extra: Path) -> None:
    text = VOICEMAIL + VOICEMAIL[VOICEMAIL.index("[[prompts]]") :]
    assert mistakes_of(write(extra, "my-voicemail", text)) == [
        "line 21, prompts.1.id: 'greeting' is already the id of another line."
    ]


def test_a_voicemail_needs_a_line(extra: Path) -> None:
    text = "prompts = []\n" + VOICEMAIL[: VOICEMAIL.index("[[prompts]]")]
    found = mistakes_of(write(extra, "my-voicemail", text))
    assert found == ["line 1, prompts: must hold at least one line: somebody speaks to you here."]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("my-voicemail", "my-voicemial", "there is no scenario 'my-voicemial'"),
        ('"my-voicemail"', '"voicemail-cold-furnitur"', "Did you mean 'voicemail-cold-furniture'?"),
        ('"my-voicemail"', '"elevator-trade-fair"', "is of kind elevator"),
        ('"my-voicemail"', '"voicemail-cold-furniture"', "a message to 'helen-marsh', but 'ann-lee'"),
        ('default_message = "Call me."', "", "default_message: is missing"),
    ],
)
def test_a_call_back_follows_a_message_to_the_same_person(extra: Path, old: str, new: str, says: str) -> None:
    found = mistakes_of(write(extra, "my-callback", CALLBACK.replace(old, new)))
    assert len(found) == 1
    assert says in found[0]


def test_a_message_may_lie_beside_its_call_back(extra: Path) -> None:
    assert read_scenario(write(extra, "my-callback", CALLBACK), load_library()).kind == "callback"


def test_a_link_does_not_lead_out_of_the_audio_folder(extra: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.ogg").write_bytes(b"x")
    (extra / "linked.ogg").symlink_to(tmp_path / "secret.ogg")
    path = write(extra, "my-voicemail", VOICEMAIL.replace("hello.ogg", "linked.ogg"))
    assert "there is no sound file 'linked.ogg'" in mistakes_of(path)[0]


@pytest.mark.parametrize("sound", ["out/secret.ogg", "linked.ogg", "in/../../secret.ogg", "in", "", "in/"])
def test_no_way_leads_to_a_sound_outside(extra: Path, tmp_path: Path, sound: str) -> None:
    shutil.copy(extra / "hello.ogg", tmp_path / "secret.ogg")
    (extra / "out").symlink_to(tmp_path)
    (extra / "linked.ogg").symlink_to(tmp_path / "secret.ogg")
    (extra / "in").mkdir()
    assert inside(extra, sound) is None


def test_links_within_the_folder_are_followed(extra: Path) -> None:
    (extra / "in").mkdir()
    (extra / "hello.ogg").rename(extra / "in" / "hello.ogg")
    (extra / "here").symlink_to(extra / "in")
    (extra / "linked.ogg").symlink_to(extra / "in" / "hello.ogg")
    for sound in ("in/hello.ogg", "here/hello.ogg", "linked.ogg"):
        found = inside(extra, sound)
        assert found is not None
        assert found.samefile(extra / "in" / "hello.ogg")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"id = 'a'\nkind = = 1\n", "line 2: this is not TOML"),
        (b"id = 'a'\nkind = 'x", "this is not TOML"),
        (b"id = '\xff'\n", "is not UTF-8 text (byte 6)"),
        (b"#" * (MOST_BYTES + 1), "is larger than 256 KB"),
        (b"a = " + b"[" * 5000, "nested too deeply"),
        (b"", "title: is missing"),
    ],
)
def test_a_file_that_is_no_scenario_is_refused_in_words(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(Mistakes) as caught:
        read_scenario(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_file_that_cannot_be_opened_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    for name in ("absent", "folder"):
        with pytest.raises(Mistakes, match="cannot be read"):
            read_scenario(tmp_path / f"{name}.toml")


def test_a_seller_has_a_name_and_a_country(tmp_path: Path) -> None:
    with pytest.raises(Mistakes) as caught:
        read_seller(write(tmp_path, "max", 'id = "moritz"\nregion = "uk"\nnumbr = "1"\n'))
    assert [mistake.split(":")[0] for mistake in caught.value.mistakes] == [
        "line 1, id",
        "line 1, name",
        "line 2, region",
        "line 3, numbr",
    ]
    assert "Did you mean 'number'?" in caught.value.mistakes[3]


def test_a_broken_seller_does_not_stop_the_library(extra: Path) -> None:
    (extra / "sellers").mkdir()
    broken = write(extra / "sellers", "max", "id = 1")
    library = load_library(extra=extra)
    assert [mistakes.path for mistakes in library.broken] == [broken]
    assert (
        tomllib.loads((SCENARIOS / "sellers" / "sam-reyes.toml").read_text("utf-8"))["id"] in library.sellers
    )


def with_branches(branches: str, *, ends: str = "true", kind: str = "callback") -> str:
    return f'''
id = "x"
kind = "{kind}"
title = "T"
industry = "i"
situation = "cold"
seller = "sam-reyes"
trains = "t"
difficulty = 1
default_message = "m"
prospect = {{ id = "p", name = "P" }}
[[prompts]]
id = "opening"
text = "Hello?"
audio = "tones/beep.flac"
voice = "v"
branches = {branches}
[[prompts]]
id = "bye"
text = "Bye."
audio = "tones/beep.flac"
voice = "v"
ends = {ends}
'''


@pytest.mark.parametrize(
    ("branches", "wrong"),
    [
        ('[{ to = "by" }]', "there is no line 'by'. Did you mean 'bye'?"),
        ('[{ to = "bye", words = ["x"] }]', "must always fit: it is the last one"),
        ('[{ to = "bye", met = ["own-nam"] }, { to = "bye" }]', "there is no check 'own-nam'"),
        ('[{ to = "opening", silent = true }, { to = "bye" }]', "or round in a circle"),
        ('[{ too = "bye" }]', "is not a known field"),
    ],
)  # fmt: skip
def test_a_call_that_leads_nowhere_is_refused_with_the_place(
    tmp_path: Path, branches: str, wrong: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_text(with_branches(branches))
    with pytest.raises(Mistakes) as refused:
        read_scenario(path)
    assert wrong in str(refused.value)


def test_a_call_with_branches_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(with_branches('[{ to = "bye", words = ["no"] }, { to = "bye" }]'))
    assert [branch.to for branch in read_scenario(path).prompts[0].branches] == ["bye", "bye"]


ANSWERS = """
[[model_answers]]
guide = "earn"
says = [%s]
[[model_answers]]
guide = "%s"
says = ["x"]
"""


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        (ANSWERS % ('"x"', "earn"), "line 22, model_answers.0.guide: 'earn' has more than one"),
        (ANSWERS % ("", "introduce"), "line 23, model_answers.0.says: must hold one text for each reply"),
        (ANSWERS % ('"x", " "', "introduce"), "line 23, model_answers.0.says: must hold one text"),
        (ANSWERS % ('"x"', "erna"), "line 25, model_answers.1.guide: there is no guide 'erna'."),
    ],
)
def test_a_model_answer_says_something_to_a_guide_that_there_is(
    extra: Path, answers: str, wrong: str
) -> None:
    path = write(extra, "my-voicemail", VOICEMAIL + answers)
    with pytest.raises(Mistakes) as refused:
        read_scenario(path, load_library(), ["earn", "introduce"])
    assert any(wrong in mistake for mistake in refused.value.mistakes), refused.value.mistakes


@pytest.mark.parametrize(
    ("phrases", "about", "wrong"),
    [
        (
            "price = ['how much']",
            '["prise"]',
            "there is no list 'prise' under [phrases]. Did you mean 'price'?",
        ),
        ("price = []", '["price"]', "phrases.price: must hold at least one word or phrase"),
        ("price = ['x']\ntime = ['y']", '["price"]', "phrases.time: is not used"),
    ],
)
def test_lists_of_phrases_are_there_and_used(tmp_path: Path, phrases: str, about: str, wrong: str) -> None:
    path = tmp_path / "x.toml"
    branches = f'[{{ to = "bye", about = {about} }}, {{ to = "bye" }}]'
    path.write_text(with_branches(branches) + f"[phrases]\n{phrases}\n")
    with pytest.raises(Mistakes) as refused:
        read_scenario(path)
    assert wrong in str(refused.value)


def test_branches_belong_to_call_backs(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(with_branches('[{ to = "bye" }]', kind="elevator"))
    with pytest.raises(Mistakes, match="belongs to call backs only"):
        read_scenario(path)


def test_a_scenario_whose_file_is_wrong_is_not_called_unknown(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("id = 1")
    with pytest.raises(Mistakes, match=r"mine\.toml: line 1"):
        load_library(extra=tmp_path).scenario("mine")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a link")
def test_a_folder_that_cannot_be_read_is_no_empty_one(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    endless.symlink_to(endless)
    library = load_library(extra=endless)
    assert library.scenarios
    with pytest.raises(Mistakes, match="the folder cannot be read"):
        library.scenario("mine")
