"""Phrases: what may stand in one, and that what spares work finds no less."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from trainer.analysis import language
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.speech import normalise


def found(phrase: str, text: str, **slots: str) -> list[str]:
    speech = normalise(text.split())
    hits = Phrases({"it": [phrase]}, **slots).find(speech)
    return [" ".join(token.text for token in speech.tokens[hit.first : hit.last + 1]) for hit in hits]


@pytest.mark.parametrize(
    ("phrase", "text", "finds"),
    [
        ("(call|ring) me", "please ring me today", ["ring me"]),
        ("(call|ring) me( back)?", "please call me", ["call me"]),
        ("call ~2 back", "call me right back", ["call me right back"]),
        ("call ~2 back", "call me right now and back", []),
        ("(speed up|cut) your bill", "we speed up your bill", ["speed up your bill"]),
        ("(give|send) (me |us |)(a|the) call", "give a call", ["give a call"]),
        ("call (?!me)\\S+ (back|(later|on) today)", "call us on today", ["call us on today"]),
        ("call(?<!a call) me", "a call me call me", ["call me"]),
        ("ring (me|us a) (call |)now", "ring us a now", ["ring us a now"]),
        (
            "ring (?!me)\\S+ (the )?(shop|front desk) (now)?",
            "ring at front desk now",
            ["ring at front desk now"],
        ),
        ("ring (so |very )*(soon|(right )?now)", "ring very right now", ["ring very right now"]),
        ("~1 (best|finest) boxes", "our finest boxes", ["our finest boxes", "finest boxes"]),
    ],
)
def test_phrase_finds_what_it_says(phrase: str, text: str, finds: list[str]) -> None:
    assert found(phrase, text) == finds


@pytest.mark.parametrize("phrase", ["{ring} me", "({ring}|text) me", "(text|{ring}|buzz)( to)? me"])
def test_slot_stands_for_its_words(phrase: str) -> None:
    assert found(phrase, "please phone me", ring="ring|phone") == ["phone me"]


def test_vocabulary_holds_the_words_of_the_slots_that_are_used() -> None:
    phrases = Phrases({"it": ["{ring} me ~2 back"]}, ring="ring|phone", unused="telegraph")
    assert phrases.vocabulary == {"ring", "phone", "me", "back"}


def families() -> Iterator[tuple[str, Phrases]]:
    for module in pkgutil.iter_modules(language.__path__):
        for name, value in vars(import_module(f"{language.__name__}.{module.name}")).items():
            if isinstance(value, Phrases):
                yield f"{module.name}.{name}", value


@pytest.mark.parametrize("kind", ["voicemail", "callback", "elevator"])
def test_no_phrase_is_passed_over_that_is_there(kind: str) -> None:
    file = Path(__file__).parents[2] / "messages" / f"{kind}.jsonl"
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    said = [turn["text"] for row in rows for turn in row.get("turns") or [row]]
    speeches = [normalise(text.split()) for text in said]
    for name, phrases in families():
        all_tried = Phrases(phrases._families, **phrases._words)
        for phrase in (phrase for group in all_tried._by_first.values() for phrase in group):
            phrase.needed = ()
        for speech in speeches:
            assert list(phrases.find(speech)) == list(all_tried.find(speech)), name
