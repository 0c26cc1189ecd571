"""Names that were heard as something else are found in a test sentence, taught, and forgotten again."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.analysis.teaching import Misheard, misheard, taught, untaught
from trainer.contract import read_request
from trainer.records import Guide, Seller

SAM = Seller(id="me", name="Sam Reyes", company="Fieldline")
PRIYA = Seller(id="me", name="Priya", company="Larkfield Payroll")
ABC = Seller(id="me", name="Siobhán Ní Dhúill", company=None)
PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})


@pytest.mark.parametrize(
    ("profile", "heard", "found"),
    [
        (SAM, "hi dana this is sam reyes at field line", {"Fieldline": "field line"}),
        (SAM, "Hello, this is Sam Rays from Fieldline.", {"Sam Reyes": "sam rays"}),
        (SAM, "this is sam raise from feel time", {"Sam Reyes": "sam raise", "Fieldline": "feel time"}),
        (
            SAM,
            "my name is some rays from field lion please",
            {"Sam Reyes": "some rays", "Fieldline": "field lion"},
        ),
        (PRIYA, "hello its prayer from larkfield", {"Priya": "prayer"}),
        (
            PRIYA,
            "hello its priya from lock field payroll thanks",
            {"Larkfield Payroll": "lock field payroll"},
        ),
        (ABC, "this is shove on knee dull", {"Siobhán Ní Dhúill": "shove on knee dull"}),
    ],
)
def test_a_name_that_was_misheard_is_found(profile: Seller, heard: str, found: dict[str, str]) -> None:
    assert {one.name: one.heard for one in misheard(profile, heard)} == found


@pytest.mark.parametrize(
    "heard",
    [
        "hi dana this is sam reyes from fieldline",
        "Hi, it's Sam from Fieldline.",
        "this is sam and i check freight invoices at fieldline",
        "one two three testing",
        "the weather is good today",
        "",
    ],
)
def test_nothing_is_offered_where_all_was_heard_as_written_or_nobody_was_named(heard: str) -> None:
    assert misheard(SAM, heard) == ()


def test_without_a_profile_there_is_nothing_to_teach() -> None:
    assert misheard(Seller(id="me"), "this is sam raise from feel time") == ()


def test_letters_that_are_only_parted_otherwise_are_told_from_other_words() -> None:
    assert Misheard("Fieldline", "field line").only_parted
    assert not Misheard("Fieldline", "feel time").only_parted


def test_what_was_taught_is_known_and_can_be_forgotten() -> None:
    (one,) = misheard(SAM, "this is sam reyes from feel time")
    knowing = taught(SAM, one)
    assert knowing.heard_as == {"Fieldline": ("feel time",)}
    assert taught(knowing, one) == knowing
    assert misheard(knowing, "this is sam reyes from feel time") == ()
    assert untaught(knowing, one) == SAM
    also = taught(knowing, Misheard("Fieldline", "field dime"))
    assert untaught(also, one).heard_as == {"Fieldline": ("field dime",)}


def test_the_judge_knows_a_company_by_what_was_taught() -> None:
    def outcome(profile: Seller) -> str:
        context = {"caller_company": profile.company, "heard_as": profile.heard_as}
        request = read_request(
            {"kind": "voicemail", "text": "this is sam reyes from feel time", "context": context}
        )
        return next(one.outcome for one in judge(request, PLAIN).findings if one.check == "company")

    assert outcome(SAM) != "met"
    assert outcome(taught(SAM, Misheard("Fieldline", "feel time"))) == "met"
