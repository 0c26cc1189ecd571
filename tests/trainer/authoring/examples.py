"""Forms as people and hypothesis fill them in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from trainer.authoring.check import Surroundings
from trainer.authoring.form import FORM_KINDS, TALKED, Form, Turn, new_form, with_lines, with_turn
from trainer.guides import load_guides
from trainer.records import ModelAnswer
from trainer.scenarios import load_library

SHIPPED_SOUND = "voices/voicemail-cold-furniture-greeting.ogg"

texts = st.text(max_size=20)
some_texts = st.lists(texts, max_size=3).map(tuple)


def around() -> Surroundings:
    """The shipped library, as a form is checked against it."""
    library = load_library()
    known = {one.id: one for one in library.scenarios}
    return Surroundings(known, library.sellers, frozenset(load_guides()))


def filled(kind: str = "voicemail") -> Form:
    """A form in which nothing is left to mend."""
    form = new_form("sam-reyes")
    sheet = replace(
        form.sheet,
        kind=kind,
        title="The mill on Monday",
        industry="paper",
        trains="Saying one thing.",
        prospect=replace(form.sheet.prospect, name="Ada Mill"),
        you_know=("She runs a mill.",),
        default_message="One line of your bill is wrong." if kind == "callback" else None,
        facts=("cold-call",) if kind == "leave-or-not" else (),
    )
    form = replace(form, sheet=sheet)
    if kind == "callback":
        form = with_turn(with_turn(form))
        first = replace(form.turns[0], when="words", words=("price", "how much"))
        form = replace(form, turns=(first, form.turns[1]))
    return spoken(form)


def spoken(form: Form) -> Form:
    """The form with words and a shipped sound for each line."""
    every = replace(form, sheet=replace(form.sheet, kind="callback"))
    lines = (every.opening, *(turn.line for turn in every.turns), *((every.end,) if every.end else ()))
    said = [replace(line, text=f"This is {line.id}.", audio=SHIPPED_SOUND) for line in lines]
    return replace(with_lines(every, said), sheet=form.sheet)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Any form that somebody could have typed."""
    form = new_form(draw(texts))
    for _ in range(draw(st.integers(0, 3))):
        form = with_turn(form)
    kind = draw(st.sampled_from(FORM_KINDS))
    sheet = replace(
        form.sheet,
        kind=kind,
        id=draw(texts),
        title=draw(texts),
        industry=draw(texts),
        trains=draw(texts),
        difficulty=draw(st.integers(1, 3)),
        situation=draw(st.sampled_from(["cold", "warm", "referral", "lead"])),
        referrer=draw(st.none() | texts),
        prospect=replace(form.sheet.prospect, name=draw(texts), company=draw(st.none() | texts)),
        you_know=draw(some_texts),
        default_message=draw(st.none() | texts),
        can_talk=draw(st.booleans()),
        facts=draw(some_texts),
        model_answers=tuple(ModelAnswer(guide=g, says=draw(some_texts)) for g in draw(some_texts)),
        phrases={},
    )
    turns = tuple(draw(turn_of(turn, elevator=kind == "elevator")) for turn in form.turns)
    form = replace(form, sheet=sheet, turns=turns if kind in TALKED else ())
    every = (form.opening, *(turn.line for turn in form.turns), *((form.end,) if form.end else ()))
    said = [replace(line, text=draw(texts), audio=draw(texts)) for line in every]
    talked = replace(form, sheet=replace(sheet, kind="callback"))
    return replace(with_lines(talked, said), sheet=sheet)


@st.composite
def turn_of(draw: st.DrawFn, turn: Turn, *, elevator: bool) -> Turn:
    """The turn under some condition."""
    when = draw(st.sampled_from(["next", "words", "checks"]))
    line = replace(turn.line, objection=draw(st.booleans()), ends=elevator or draw(st.booleans()))
    words, checks = draw(some_texts), draw(some_texts)
    return replace(turn, line=line, when=when, words=words, checks=checks)
