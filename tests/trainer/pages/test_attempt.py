"""The page for a coach: everything inside, everything escaped, nothing loaded."""

from __future__ import annotations

import base64
import dataclasses
import io
import re
import wave
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from tests.trainer.history.examples import PROMPT, SCENARIO, SELLER, feedback, transcript
from trainer.pages.attempt import attempt_page
from trainer.records import (
    Attempt,
    Clause,
    Context,
    Correct,
    Dispute,
    Evidence,
    Finding,
    Person,
    Source,
    Take,
    Turn,
)

HOSTILE = '<img src="http://example.org/x" onerror="window.stolen=1"></script><script>stolen()</script>'
ARTICLES = {"002": Source(title="Voicemails", author="A. <b>Author</b>", says="sell the call only")}


def wav(seconds: float = 4.0) -> bytes:
    """Silence."""
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(b"\0\0" * round(16_000 * seconds))
    return data.getvalue()


def attempt(said: str = "hello dana it is sam", **changed: object) -> Attempt:
    take = Take(id="t1", turn=0, purpose="answer", path="takes/a/t1.wav", frames=64_000)
    clauses = (
        Clause(
            turn=0, part="greeting", quote="hello dana", first_word=0, last_word=1, start_s=0.0, end_s=0.9
        ),
        Clause(turn=0, part="who", quote="it is sam", first_word=2, last_word=4, start_s=1.0, end_s=2.4),
    )
    findings = (
        Finding(
            check="one-ask", outcome="missed", confidence=0.9, counted=True, advice="Ask once.", wanted="1",
            evidence=(Evidence(turn=0, quote="it is", first_word=2, last_word=3, start_s=1.0),),
            source=("002",),
        ),
        Finding(check="number-twice", outcome="met", confidence=0.9, counted=True, near=True, disputed=True),
        Finding(check="not-selling", outcome="met", confidence=0.9),
    )  # fmt: skip
    judged = dataclasses.replace(
        feedback(), ribbon=clauses, findings=findings, ribbon_sentence="You spoke for 2 s."
    )
    turn = Turn(
        index=0, prompt_id="greeting", caller_line=PROMPT.text, takes=(take,),
        transcripts={"t1": (transcript(said),)},
    )  # fmt: skip
    whole = Attempt(
        id="A1", sequence=1, started_utc="2026-11-22T00:20:00Z", utc_offset_min=60, state="judged",
        scenario=SCENARIO, seller=SELLER, context=Context(), guide="sell-the-call", turns=(turn,),
        feedback=judged,
    )  # fmt: skip
    return dataclasses.replace(whole, **changed)


def page(one: Attempt, **recordings: bytes) -> str:
    return attempt_page(one, recordings, ARTICLES, {"sell-the-call": "Sell the call"})


def page_of_hostile_words() -> str:
    """A page of somebody who says, notes and is called markup; four words and four seconds of sound."""
    person = Person(id="x", name=HOSTILE, company=HOSTILE)
    scenario = dataclasses.replace(SCENARIO, title=HOSTILE, prospect=person)
    return page(
        attempt(f"hello dana it {HOSTILE.replace(' ', '_')} sam", scenario=scenario, note=HOSTILE), t1=wav()
    )


class Elements(HTMLParser):
    """Every element with its attributes, and the text of the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_the_recording_is_inside_and_every_word_knows_its_time() -> None:
    elements = Elements(page(attempt(), t1=wav()))
    (sound,) = elements.all("audio")
    assert sound["src"] == "data:audio/wav;base64," + base64.b64encode(wav()).decode()
    words = [one for one in elements.all("button") if one["class"] == "word"]
    assert [word["data-start"] for word in words] == ["0.000", "0.500", "1.000", "1.500", "2.000"]
    assert [word["tabindex"] for word in words] == ["0", "-1", "-1", "-1", "-1"]
    assert {word["data-turn"] for word in words} == {"0"}
    assert sound["id"] == "sound-0"


def test_it_says_what_the_feedback_says() -> None:
    text = " ".join(Elements(page(attempt(note="my note"), t1=wav())).text.split())
    for said in (
        "3 of 5 met, 1 could not be told, 12.2 s", "Dana Okafor, Northline", "22 November 2026 01:20",
        "guide: Sell the call", "Please leave a message.", "You spoke for 2 s.", "Ask once.", "my note",
        "Near the edge, disputed", "“it is” at 1.0 s", "Wanted: 1.", "(A. <b>Author</b>)",
    ):  # fmt: skip
        assert said in text
    assert text.index("Missed") < text.index("Near the edge")


def test_the_parts_of_the_ribbon_are_buttons_with_names() -> None:
    elements = Elements(page(attempt(), t1=wav()))
    (drawing,) = elements.all("svg")
    assert (drawing["role"], drawing["aria-label"]) == ("toolbar", "Parts of reply 1")
    parts = elements.all("rect")
    assert [part["aria-label"] for part in parts] == ["Greeting 0.9 s", "Who I am 1.4 s"]
    assert {part["role"] for part in parts} == {"button"}
    assert [part["tabindex"] for part in parts] == ["0", "-1"]
    assert [part["data-start"] for part in parts] == ["0.000", "1.000"]


def test_the_ribbon_of_a_missing_recording_is_a_picture_that_can_be_read_aloud() -> None:
    elements = Elements(page(attempt()))
    (drawing,) = elements.all("svg")
    assert drawing["aria-label"] == "Greeting 0.9 s, Who I am 1.4 s"
    assert drawing["role"] == "img"
    assert all({"role", "tabindex", "data-start"}.isdisjoint(part) for part in elements.all("rect"))


def test_the_colours_of_the_ribbon_have_a_key() -> None:
    elements = Elements(page(attempt(), t1=wav()))
    assert "Greeting 0.9 sWho I am 1.4 s" in elements.text
    shown = [one["class"] for one in elements.all("span") if "swatch" in (one.get("class") or "")]
    assert shown == ["swatch greeting", "swatch who"] * 2, "in the key and beside the words"


def test_every_reply_has_its_ribbon() -> None:
    one = attempt()
    assert one.feedback
    again = tuple(dataclasses.replace(clause, turn=1) for clause in one.feedback.ribbon)
    untimed = dataclasses.replace(again[0], turn=2, start_s=None, end_s=None)
    ribbon = (*one.feedback.ribbon, *again, untimed)
    turns = tuple(dataclasses.replace(one.turns[0], index=index) for index in range(3))
    call = dataclasses.replace(one, turns=turns, feedback=dataclasses.replace(one.feedback, ribbon=ribbon))
    elements = Elements(page(call, t1=wav()))
    assert len(elements.all("svg")) == 2, "the third has no times"
    assert {rect["data-turn"] for rect in elements.all("rect")} == {"0", "1"}
    assert [drawing["aria-label"] for drawing in elements.all("svg")] == [
        "Parts of reply 1", "Parts of reply 2"
    ]  # fmt: skip
    assert "Reply 2" in elements.text.partition("What was said")[0]


def test_evidence_can_be_heard() -> None:
    (place,) = [one for one in Elements(page(attempt(), t1=wav())).all("button") if one["class"] == "where"]
    assert (place["data-turn"], place["data-start"]) == ("0", "1.000")


def test_corrected_words_are_those_shown() -> None:
    changed = attempt(
        revisions=(Correct(turn=0, first_word=1, last_word=1, words=("Danuta",)), Dispute(check="x"))
    )
    assert "Danuta" in page(changed)
    nonsense = attempt(revisions=(Correct(turn=3, first_word=1, last_word=1, words=("x",)),))
    assert ">dana</button>" in page(nonsense, t1=wav())


def test_a_missing_recording_is_said_and_the_rest_is_there() -> None:
    text = page(attempt())
    assert "The recording is missing or is not what was recorded." in text
    assert "<audio" not in text
    elements = Elements(text)
    assert "hello dana" in elements.text
    assert "“it is” at 1.0 s" in elements.text
    assert "Click a word" not in elements.text
    assert not elements.all("button"), "there is nothing that a press could play"


def test_only_what_can_be_heard_can_be_pressed() -> None:
    one = attempt()
    (turn,) = one.turns
    lost = dataclasses.replace(
        turn, takes=(dataclasses.replace(turn.takes[0], id="gone"),),
        transcripts={"gone": (transcript("good morning"),)},
    )  # fmt: skip
    assert one.feedback
    ribbon = tuple(dataclasses.replace(clause, turn=1) for clause in one.feedback.ribbon)
    call = dataclasses.replace(
        one, turns=(lost, dataclasses.replace(turn, index=1)),
        feedback=dataclasses.replace(one.feedback, ribbon=ribbon),
    )  # fmt: skip
    elements = Elements(page(call, t1=wav()))
    words = [button for button in elements.all("button") if button["class"] == "word"]
    assert {word["data-turn"] for word in words} == {"1"}
    assert [word["tabindex"] for word in words] == ["0", "-1", "-1", "-1", "-1"], "Tab still comes to one"
    assert not [button for button in elements.all("button") if button["class"] == "where"]
    assert "good morning" in elements.text
    assert "Click a word" in elements.text


@pytest.mark.parametrize(
    ("state", "said"),
    [("waiting", "Not judged yet"), ("interrupted", "Not judged yet"), ("abandoned", "Not judged<")],
)
def test_an_attempt_without_feedback_has_a_page(state: str, said: str) -> None:
    text = page(attempt(feedback=None, state=state), t1=wav())
    assert said in text
    assert ">sam</button>" in text


def test_markup_in_words_stays_words() -> None:
    elements = Elements(page_of_hostile_words())
    assert {tag for tag, _ in elements.found}.isdisjoint({"img", "iframe", "a", "object", "form", "link"})
    assert len(elements.all("script")) == 1
    assert not [name for _, attributes in elements.found for name in attributes if name.startswith("on")]
    assert elements.text.count("window.stolen=1") >= 4


def test_nothing_can_be_loaded_and_only_our_script_runs() -> None:
    text = page_of_hostile_words()
    elements = Elements(text)
    (policy,) = [one["content"] for one in elements.all("meta") if "http-equiv" in one]
    assert policy is not None
    assert policy.startswith("default-src 'none'; media-src data:; ")
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"""(src|href)=["'](?!data:)""", re.sub(r"&\w+;", "", text))
    assert not [attributes for _, attributes in elements.found if "style" in attributes]
