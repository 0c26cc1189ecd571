from __future__ import annotations

from tests.trainer.examples import scenario
from trainer.records import Seller
from ui.models.speaker import introduction, speaker

SAM = Seller(
    id="sam-reyes",
    name="Sam Reyes",
    company="Fieldline",
    does="checks freight invoices",
    number="0113 496 0107",
)


def test_a_profile_with_a_name_speaks_and_else_the_scenario_s_seller() -> None:
    sellers = {"sam-reyes": SAM}
    nobody, ada = Seller(id="me"), Seller(id="me", name="Ada Quill")
    assert speaker(scenario("voicemail"), nobody, sellers) == SAM
    assert speaker(scenario("voicemail"), ada, sellers) == ada
    assert speaker(scenario("voicemail"), nobody, {}) == nobody


def test_the_user_is_told_who_they_are() -> None:
    assert introduction(SAM) == (
        "You are Sam Reyes from Fieldline. What you do: checks freight invoices. Your number: 0113 496 0107."
    )
    assert introduction(Seller(id="me", name="Ada Quill")) == "You are Ada Quill."
    assert introduction(Seller(id="me")) == ""
