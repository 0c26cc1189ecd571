"""Frames and the classes that they are built of: inflections, gaps, compounds, and where a gap must end."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

from trainer.analysis import language
from trainer.analysis.language.frames import Frames, tagged
from trainer.analysis.language.speech import normalise
from trainer.analysis.language.vocabulary import bases, classes_of, compounds_at


def found(frame: str, text: str) -> list[str]:
    speech = normalise(text.split())
    return [
        " ".join(token.text for token in speech.tokens[hit.first : hit.last + 1])
        for hit in Frames({"it": (frame,)}).find(tagged(speech))
    ]


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("trims", "trim"),
        ("trimming", "trim"),
        ("halved", "halve"),
        ("worries", "worry"),
        ("worried", "worry"),
        ("losses", "loss"),
        ("boxes", "box"),
        ("organised", "organize"),
        ("cut", "cut"),
        ("lost", "lose"),
        ("rates", "rate"),
    ],
)
def test_word_is_known_by_its_base(word: str, base: str) -> None:
    assert base in bases(word)


@pytest.mark.parametrize(
    ("word", "other"), [("rates", "rat"), ("rated", "rat"), ("ages", "ag"), ("gas", "ga")]
)
def test_word_is_not_taken_for_a_shorter_one(word: str, other: str) -> None:
    assert other not in bases(word)


def test_classes_follow_the_base() -> None:
    assert "GAIN" in classes_of("streamlining")
    assert "MEASURE" in classes_of("premiums")
    assert classes_of("umbrella") == frozenset()


def test_several_words_may_be_one_member() -> None:
    assert compounds_at(["foot", "traffic", "fell"], 0) == {"MEASURE": 2}
    assert compounds_at(["foot", "soldier"], 0) == {}


def test_gap_skips_up_to_so_many_words() -> None:
    assert found("we ~2 HELP GAIN", "we can really help cut") == ["we can really help cut"]
    assert found("we ~2 HELP GAIN", "we can really always help cut") == []


def test_gap_skips_no_barred_word() -> None:
    assert found("CHANGE ~3!OUR MEASURE", "cut the fuel bill") != []
    assert found("CHANGE ~3!OUR MEASURE", "cut our own fuel bill") == []


def test_gap_ends_where_a_new_sentence_begins() -> None:
    assert found("CHANGE ~4 MEASURE", "we stop thanks your premium") == []
    assert found("CHANGE ~4 MEASURE", "we reduce i saw your premium") == []


def test_element_may_be_missing_or_turned_round() -> None:
    assert found("at ?DEGREE GOOD price", "at very reasonable price") == ["at very reasonable price"]
    assert found("at ?DEGREE GOOD price", "at reasonable price") == ["at reasonable price"]
    assert found("so not:much long", "so very long") == ["so very long"]
    assert found("so not:much long", "so much long") == []


def test_wording_of_several_words_stands_beside_words() -> None:
    assert found("you ~1 fed_up|tired", "you are fed up now") == ["you are fed up"]


def test_longest_member_is_tried_too() -> None:
    assert found("your MEASURE fell", "your foot traffic fell") == ["your foot traffic fell"]


def test_unknown_class_is_refused() -> None:
    frames = Frames({"it": ("we ~2 HELP GIAN",)})
    with pytest.raises(ValueError, match="GIAN"):
        next(frames.find(tagged(normalise(["hello"]))))


def test_every_frame_can_be_read() -> None:
    modules = [
        import_module(f"{language.__name__}.{one.name}") for one in pkgutil.iter_modules(language.__path__)
    ]
    families = [value for module in modules for value in vars(module).values() if isinstance(value, Frames)]
    assert families
    for frames in families:
        assert list(frames.find(tagged(normalise([])))) == []
