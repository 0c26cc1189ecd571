"""The cards that are about the call as a whole: what it is, who is called, what the user knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from trainer.authoring.form import FORM_KINDS, Form
from trainer.facts import FACTS
from trainer.records import Scenario, Seller
from ui.form_parts.fields import Chips, ChoiceBox, OneLine, Sentences, SeveralLines
from ui.form_parts.part import Part
from ui.models.form_words import KIND_HELP, fact_title, seller_help
from ui.models.phrasing import KIND_WORDS
from ui.models.scenario_cards import DIFFICULTY_WORDS, SITUATION_WORDS
from ui.widgets.form import ADVICE_WIDTH, say

WORDY = ADVICE_WIDTH
_NO_MESSAGE = "No message in particular"


def of_sheet(name: str) -> tuple[Callable[[Form], Any], Callable[[Form, Any], Form]]:
    """How a field of the sheet is had and put."""

    def get(form: Form) -> Any:
        return getattr(form.sheet, name)

    def put(form: Form, value: Any) -> Form:
        changes: dict[str, Any] = {name: value}
        return replace(form, sheet=replace(form.sheet, **changes))

    return get, put


def text_of_sheet(name: str) -> tuple[Callable[[Form], str], Callable[[Form, str], Form]]:
    """The same for a text that may be left out."""
    get, put = of_sheet(name)
    return lambda form: get(form) or "", lambda form, value: put(form, value or None)


class AboutPart(Part):
    """What is practised."""

    def __init__(self, sellers: Mapping[str, Seller]) -> None:
        super().__init__("What you practise")
        kinds = {kind: KIND_WORDS[kind] for kind in FORM_KINDS}
        self.add_field("kind", "Kind of call", Chips("Kind of call", kinds), *of_sheet("kind"))
        title = OneLine("Title", "The renewal at the mill", WORDY)
        self.add_field("title", "Title", title, *of_sheet("title"))
        trains = OneLine("What it trains", "Naming her worry before my offer.", WORDY)
        self.add_field("trains", "What it trains", trains, *of_sheet("trains"), "One line, for the card.")
        hard = Chips("How hard", DIFFICULTY_WORDS)
        self.add_field("difficulty", "How hard", hard, *of_sheet("difficulty"))
        industry = OneLine("Their trade", "paper making")
        self.add_field("industry", "Their trade", industry, *of_sheet("industry"))
        known = ChoiceBox("How well they know you", SITUATION_WORDS)
        self.add_field("situation", "They know you", known, *of_sheet("situation"))
        referrer = OneLine("Who sent you", "Priya Patel")
        self.add_field("referrer", "Who sent you", referrer, *text_of_sheet("referrer"))
        names = {one.id: ", ".join(filter(None, (one.name, one.company))) for one in sellers.values()}
        seller = ChoiceBox("Seller", names)
        self.add_field("seller", "Seller", seller, *of_sheet("seller"))

    def show_speaker(self, name: str) -> None:
        """Say who speaks; `name` is that of the user's profile, "" without one."""
        say(self.rows["seller"].help, seller_help(name))

    def settle(self) -> None:
        """A referral has somebody who sent the user."""
        sheet = self.form.sheet
        say(self.rows["kind"].help, KIND_HELP[sheet.kind])
        self.rows["referrer"].setVisible(sheet.situation == "referral" or bool(sheet.referrer))


class PersonPart(Part):
    """Who is called, or calls."""

    def __init__(self) -> None:
        super().__init__("Who it is")
        self.keeps_person = False
        """Another name is the same person, as when a scenario that is there is edited."""
        name = OneLine("Their name", "Ada Mill")
        self.add_field("prospect.name", "Name", name, lambda form: form.sheet.prospect.name, self._named)
        self._add("company", "Company", "Mill and Daughters", "")
        self._add("role", "What they do", "head of buying", "")
        self._add("concern", "Their worry", "paper that comes late", "What keeps them awake, in their words.")

    def _add(self, name: str, word: str, example: str, help_text: str) -> None:
        def get(form: Form) -> str:
            return getattr(form.sheet.prospect, name) or ""

        def put(form: Form, value: str) -> Form:
            changes: dict[str, Any] = {name: value or None}
            person = replace(form.sheet.prospect, **changes)
            return replace(form, sheet=replace(form.sheet, prospect=person))

        width = WORDY if name == "concern" else 320
        self.add_field(f"prospect.{name}", word, OneLine(word, example, width), get, put, help_text)

    def _named(self, form: Form, name: str) -> Form:
        """Somebody else in a copy is another person, who answers no message to the first one."""
        person = replace(form.sheet.prospect, name=name)
        if self.keeps_person:
            return replace(form, sheet=replace(form.sheet, prospect=person))
        person = replace(person, id="")
        return replace(form, sheet=replace(form.sheet, prospect=person, follows=()))


class KnownPart(Part):
    """What the user knows before the call."""

    def __init__(self) -> None:
        super().__init__("What you know before")
        self._messages: dict[str, Scenario] = {}
        self._know = _Lines("What you know", "She runs a paper mill.\nHer contract ends in May.", lines=4)
        self.add_field(
            "you_know", "You know", self._know, *of_sheet("you_know"),
            "One sentence a line. Nobody should have to invent a reason to call.",
        )  # fmt: skip
        self._box = ChoiceBox("The message that they answer", {(): _NO_MESSAGE})
        self.add_field(
            "follows", "They answer", self._box,
            lambda form: form.sheet.follows, self._followed,
            "If you have left them this message, they play a part of it and ask about it.",
        )  # fmt: skip
        message = SeveralLines("Your message", "One line on a paper bill is often wrong. Call me.")
        self.add_field(
            "default_message", "Your message", message, *text_of_sheet("default_message"),
            "What you had left, for whoever has left no message.",
        )  # fmt: skip
        talk = Chips("Whether you can talk", {True: "You are free to talk", False: "It is a bad moment"})
        self.add_field(
            "can_talk", "When it rings", talk, *of_sheet("can_talk"),
            "In a bad moment, agreeing on another time is right.",
        )  # fmt: skip
        facts = Chips("What counts here", {fact: fact_title(fact) for fact in FACTS}, several=True)
        self.last_stop = list(facts.chips.values())[-1]
        """The last place to which Tab goes here."""
        self.add_field(
            "facts", "What counts here", facts, *of_sheet("facts"),
            "What speaks for a message here, and what against it. Your decision is judged by these.",
        )  # fmt: skip

    def settle(self) -> None:
        """Each kind has fields of its own."""
        kind = self.form.sheet.kind
        for name in ("follows", "default_message", "can_talk"):
            self.rows[name].setVisible(kind == "callback")
        self.rows["facts"].setVisible(kind == "leave-or-not")

    def offer_messages(self, scenarios: Iterable[Scenario]) -> None:
        """Offer the voicemails among them to be answered."""
        self._messages = {one.id: one for one in scenarios if one.kind == "voicemail"}
        names: dict[tuple[str, ...], str] = {(): _NO_MESSAGE}
        for one in self._messages.values():
            names[(one.id,)] = f"{one.prospect.name}: {one.title}"
        self._box.offer(names)

    def _followed(self, form: Form, follows: tuple[str, ...]) -> Form:
        """Whoever answers a message is the one to whom it was left."""
        sheet = replace(form.sheet, follows=follows)
        if follows:
            sheet = replace(sheet, prospect=self._messages[follows[0]].prospect)
        return replace(form, sheet=sheet)


class _Lines(Sentences):
    """Sentences, as a field."""

    def value(self) -> Any:
        """A tuple of texts."""
        return self.sentences()

    def show_value(self, value: Any) -> None:
        """Show a tuple of texts."""
        self.show_sentences(value)
