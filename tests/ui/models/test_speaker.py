from __future__ import annotations

from dataclasses import replace

from tests.trainer.examples import scenario
from trainer.records import Seller
from ui.models.speaker import introduction, known, speaker

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


def test_a_scenario_of_another_trade_says_so() -> None:
    sellers, said = {"sam-reyes": SAM}, replace(scenario("voicemail"), seller="sam-reyes")
    ada = Seller(id="me", name="Ada Quill", does="cleans windows")
    assert known(said, ada, sellers) == (
        "Written for somebody who checks freight invoices."
        " Borrow that trade, and keep your own name, company and number.",
        *said.you_know,
    )
    assert known(replace(said, kind="elevator"), ada, sellers)[0].endswith("or borrow that trade.")


def test_nothing_is_said_of_the_trade_where_it_is_the_user_s_own_part() -> None:
    sellers, said = {"sam-reyes": SAM}, replace(scenario("voicemail"), seller="sam-reyes")
    for profile in (Seller(id="me"), Seller(id="me", name="Ada Quill", does=SAM.does)):
        assert known(said, profile, sellers) == said.you_know
    assert known(said, Seller(id="me", name="Ada Quill"), {}) == said.you_know


def test_the_user_is_told_who_they_are() -> None:
    assert introduction(SAM) == (
        "You are Sam Reyes from Fieldline. What you do: checks freight invoices. Your number: 0113 496 0107."
    )
    assert introduction(Seller(id="me", name="Ada Quill")) == "You are Ada Quill."
    assert introduction(Seller(id="me")) == ""
