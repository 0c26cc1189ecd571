"""What ships under scenarios/ and assets/ holds together: texts, sounds, documentation, licences."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import phonenumbers
import pytest
import soundfile

from trainer.analysis import judge
from trainer.guides import load_guides
from trainer.judging import context_of, judged_as
from trainer.paths import ASSETS, SCENARIOS
from trainer.records import (
    Branch,
    JudgeRequest,
    ModelAnswer,
    Person,
    Prompt,
    Scenario,
    Seller,
    SpokenTurn,
    Try,
    Word,
)
from trainer.scenarios import load_library

LIBRARY = load_library()
MANIFEST: dict[str, Any] = json.loads((ASSETS / "MANIFEST.json").read_text("utf-8"))
FILES: dict[str, dict[str, Any]] = MANIFEST["files"]
SAMPLES = tomllib.loads((ASSETS / "samples" / "samples.toml").read_text("utf-8"))["samples"]
PROMPTS = [prompt for scenario in LIBRARY.scenarios for prompt in scenario.prompts]
NUMBER = "oh one one three, four nine six, oh one oh seven"


def by_id(scenario: Scenario) -> str:
    return scenario.id


# --------------------------------------------------------------------------- scenarios


def test_no_file_is_broken() -> None:
    assert not [str(mistakes) for mistakes in LIBRARY.broken]


def test_a_person_is_the_same_everywhere() -> None:
    people = {scenario.prospect.id: scenario.prospect for scenario in LIBRARY.scenarios}
    assert all(scenario.prospect == people[scenario.prospect.id] for scenario in LIBRARY.scenarios)


@pytest.mark.parametrize("scenario", LIBRARY.scenarios, ids=by_id)
def test_a_scenario_tells_the_user_all_they_need(scenario: Scenario) -> None:
    assert len(scenario.you_know) >= 3
    assert scenario.prospect.concern
    assert scenario.guide in load_guides()
    assert not any("!" in line for line in (scenario.title, scenario.trains, *scenario.you_know))


@pytest.mark.parametrize(
    ("scenario", "answer"),
    [(scenario, answer) for scenario in LIBRARY.scenarios for answer in scenario.model_answers],
    ids=lambda value: value.id if isinstance(value, Scenario) else value.guide,
)
def test_a_model_answer_misses_nothing(scenario: Scenario, answer: ModelAnswer) -> None:
    """As a recogniser would hand it over: no times, no punctuation."""
    said = [re.findall(r"[\w']+", text.lower()) for text in answer.says]
    turns = [
        SpokenTurn(words=tuple(Word(word=word) for word in words), caller_line=scenario.prompts[0].text)
        for words in said
    ]
    greeting = [SpokenTurn()] if len(turns) > 1 and scenario.kind != "leave-or-not" else []
    context = dataclasses.replace(
        context_of(scenario, LIBRARY.seller(scenario.seller)), **what_was_done(scenario, answer)
    )
    kind = judged_as(scenario)[0]
    request = JudgeRequest(id=None, kind=kind, turns=(*greeting, *turns), context=context)
    feedback = judge(request, load_guides()[answer.guide])
    assert feedback.headline.of
    assert not [one.check for one in feedback.findings if one.counted and one.outcome in ("missed", "unsure")]


def what_was_done(scenario: Scenario, answer: ModelAnswer) -> dict[str, Any]:
    """What is the call's to tell, not the words', in fields of the context."""
    match scenario.kind:
        case "get-through":
            return {"events": ("reached: schedule",)}
        case "leave-or-not":  # the reason, and after it the message if one is left
            return {"decision": "leave" if len(answer.says) > 1 else "hang-up"}
        case "draw-the-line":
            return {"events": answer.says}
    return {}


@pytest.mark.parametrize("scenario", LIBRARY.scenarios, ids=by_id)
def test_the_default_guide_has_a_model_answer(scenario: Scenario) -> None:
    assert scenario.guide in {answer.guide for answer in scenario.model_answers}


@pytest.mark.parametrize("seller", LIBRARY.sellers.values(), ids=lambda seller: seller.id)
def test_a_seller_has_a_number_kept_for_fiction(seller: Seller) -> None:
    """Ofcom's blocks for drama (Leeds, Manchester); North America's 555-0100 to 555-0199."""
    assert seller.number
    kept = {"GB": r"01(13|61) 496 0\d{3}", "US": r"\d{3}-555-01\d\d"}
    assert re.fullmatch(kept[seller.region], seller.number)
    parsed = phonenumbers.parse(seller.number, seller.region)
    assert phonenumbers.region_code_for_number(parsed) == seller.region


@pytest.mark.parametrize("record", [Scenario, ModelAnswer, Person, Prompt, Branch, Try, Seller])
def test_every_field_is_documented_with_an_example(record: type[Any]) -> None:
    heading = {
        "Scenario": "A scenario",
        "ModelAnswer": "`[[model_answers]]`",
        "Person": "`[prospect]`",
        "Prompt": "`[[prompts]]`",
        "Branch": "A branch",
        "Try": "`[[tries]]`",
    }
    text = (SCENARIOS / "README.md").read_text("utf-8")
    section = text.split(f"## {heading.get(record.__name__, 'A seller')}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+) \| (.+?) \|$", section, flags=re.MULTILINE)
    assert [row[0] for row in rows if all(cell.strip() for cell in row)] == [row[0] for row in rows]
    assert {row[0] for row in rows} == {field.name for field in dataclasses.fields(record)}


# --------------------------------------------------------------------------- sounds


def test_every_line_is_rendered_from_its_text_and_voice() -> None:
    for prompt in PROMPTS:
        assert (FILES[prompt.audio]["text"], FILES[prompt.audio]["voice"]) == (prompt.text, prompt.voice)
    for sample in SAMPLES:
        assert (FILES[sample["file"]]["text"], FILES[sample["file"]]["voice"]) == (
            sample["text"],
            sample["voice"],
        )


def test_the_manifest_lists_every_sound_and_no_other() -> None:
    shipped = {path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*") if is_sound(path)}
    used = {prompt.audio for prompt in PROMPTS} | {sample["file"] for sample in SAMPLES}
    assert shipped == set(FILES)
    assert {file for file, entry in FILES.items() if entry["voice"]} == used
    line_tones = {
        f"tones/{name}.flac" for name in ("dial", "ring-back", "ring", "beep", "us/ring-back", "us/ring")
    }
    assert line_tones <= shipped - used
    assert all(file.startswith("tones/") for file in shipped - used)


def is_sound(path: Path) -> bool:
    return path.suffix in (".ogg", ".flac", ".wav", ".mp3")


@pytest.mark.parametrize("file", FILES)
def test_a_sound_is_whole_and_clean(file: str) -> None:
    path, entry = ASSETS / file, FILES[file]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]
    assert entry["licence"] in ("Apache-2.0", "MIT")
    pcm, rate = soundfile.read(path)
    assert (rate, pcm.ndim) == (24_000, 1)
    assert len(pcm) / rate > (0.3 if entry["voice"] else 0.1)  # a key sounds for a moment
    assert len(pcm) / rate == pytest.approx(entry["seconds"], abs=0.01)
    assert np.max(np.abs(pcm)) < 0.99
    assert np.max(np.abs(pcm[[0, -1]])) < 0.01  # no click at either end


@pytest.mark.parametrize(
    ("tone", "region", "seconds", "pitches_hz"),
    [
        ("dial", "GB", 1.2, {350, 440}),
        ("ring-back", "GB", 2.0, {400, 450}),
        ("ring-back", "US", 3.0, {440, 480}),
        ("beep", "GB", 0.4, {1000}),
    ],
)
def test_a_tone_has_its_pitch_and_length(
    tone: str, region: str, seconds: float, pitches_hz: set[int]
) -> None:
    """Frequencies of ITU-T E.180's list of national tones."""
    pcm, rate = soundfile.read(LIBRARY.sound_path(tone, region))
    assert len(pcm) / rate == pytest.approx(seconds)
    strength = np.abs(np.fft.rfft(pcm, n=rate))  # one bin a hertz
    loudest = {int(hertz) for hertz in np.flatnonzero(strength > np.max(strength) / 2)}
    assert {min(pitches_hz, key=lambda pitch: abs(pitch - hertz)) for hertz in loudest} == pitches_hz
    assert all(min(abs(pitch - hertz) for pitch in pitches_hz) <= 5 for hertz in loudest)


@pytest.mark.parametrize(("region", "rings_s"), [("GB", [0.4, 0.4]), ("US", [2.0])])
def test_the_phone_rings_as_in_its_country_and_as_loud_as_a_voice(region: str, rings_s: list[float]) -> None:
    pcm, rate = soundfile.read(LIBRARY.sound_path("ring", region))
    assert len(pcm) / rate == 2.0
    loud = np.max(np.abs(np.reshape(pcm, (-1, rate // 10))), axis=1) > 0.01  # by 0.1 s
    bursts = "".join("x" if one else " " for one in loud).split()
    assert [len(burst) / 10 for burst in bursts] == rings_s
    assert voiced_level_dbfs(pcm, rate) == pytest.approx(-22, abs=3)


@pytest.mark.parametrize("file", [file for file, entry in FILES.items() if entry["voice"]])
def test_voices_are_equally_loud(file: str) -> None:
    assert FILES[file]["lufs"] == pytest.approx(MANIFEST["loudness_lufs"], abs=1.0)
    pcm, rate = soundfile.read(ASSETS / file)
    assert voiced_level_dbfs(pcm, rate) == pytest.approx(-19, abs=3)


def voiced_level_dbfs(pcm: Any, rate: int) -> float:
    """Level of the blocks of 0.1 s that hold speech: a measure of our own beside the manifest's word."""
    size = rate // 10
    power = np.mean(np.reshape(pcm[: len(pcm) // size * size], (-1, size)) ** 2, axis=1)
    return float(10 * np.log10(np.mean(power[power > np.max(power) / 100])))


def test_the_licences_name_every_kind_of_file() -> None:
    text = (ASSETS / "LICENSES.md").read_text("utf-8")
    assert not [entry.name for entry in ASSETS.iterdir() if entry.name not in text and entry.is_dir()]


# --------------------------------------------------------------------------- sample answers


def test_the_sample_answers_speak_as_the_seller_in_other_voices() -> None:
    assert [sample["id"] for sample in SAMPLES] == [
        "good-voicemail",
        "poor-voicemail",
        "ready-callback",
        "stumbling-callback",
        "asks-for-a-page",
    ]
    own = {prompt.plays_message for prompt in PROMPTS}  # the user's message, where they left none
    theirs = {prompt.voice for prompt in PROMPTS if prompt.id not in own}
    assert not {sample["voice"] for sample in SAMPLES} & theirs
    for sample in SAMPLES:
        assert LIBRARY.scenario(sample["scenario"]).seller == sample["seller"]
        assert " ".join(part["text"] for part in sample["parts"]) == sample["text"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["id"])
def test_an_answer_starts_when_it_says(sample: dict[str, Any]) -> None:
    """Leading silence is the latency that the drill measures."""
    pcm, rate = soundfile.read(ASSETS / sample["file"])
    first = np.flatnonzero(np.abs(pcm) > 0.02)[0] / rate
    assert first == pytest.approx(sample["lead_s"], abs=0.15)
    assert len(pcm) / rate < LIBRARY.scenario(sample["scenario"]).max_seconds


def test_the_good_message_fits_the_band_and_its_number_can_be_written_down() -> None:
    sample = SAMPLES[0]
    pcm, rate = soundfile.read(ASSETS / sample["file"])
    voiced = np.flatnonzero(np.abs(pcm) > 0.02) / rate
    assert 15 <= voiced[-1] - voiced[0] <= 30
    assert sample["text"].lower().count(NUMBER) == 2
    groups = [
        part
        for part in sample["parts"]
        if re.fullmatch(r"(oh|one|three|four|nine|six|seven|[ ,.])+", part["text"])
    ]
    assert len(groups) == 6
    assert all(part["pause_s"] >= 0.2 for part in groups)
