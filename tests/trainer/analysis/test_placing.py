"""What is added to a message stands where a person would say it, and what is cut leaves no stump."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides

GUIDES = load_guides()
CONTEXT = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "phone_number": "0113 496 0107",
    "prospect_name": "Owen",
}  # fmt: skip
FOUND = "Two loads on your March bill were charged twice and I know why."


def rewrite(text: str, **known: str) -> str:
    request = read_request({"kind": "voicemail", "text": text, "context": CONTEXT | known})
    found = judge(request, GUIDES["sell-the-call"]).fix
    assert found is not None
    return found.rewrite or ""


def test_a_quick_call_is_promised_beside_the_request() -> None:
    said = rewrite(
        f"Hi Owen, Nadia Tallis from Tallis Freight. {FOUND} Call me on 0113 496 0107. Nadia Tallis, "
        "0113 496 0107. Thanks, Owen."
    )
    assert "Call me on 0113 496 0107. The call takes two minutes. Nadia Tallis, 0113 496 0107." in said


def test_a_number_repeated_alone_is_repeated_with_the_name() -> None:
    said = rewrite(
        f"Hi Owen, Nadia Tallis from Tallis Freight. {FOUND} Call me on 0113 496 0107. That's "
        "0113 496 0107. Thanks, Owen."
    )
    assert said.endswith(
        "The call takes two minutes. Again, this is Nadia Tallis, 0113 496 0107. Thanks, Owen."
    )
    assert said.count("0113 496 0107") == 2


def test_a_number_repeated_with_the_first_name_is_not_said_a_third_time() -> None:
    said = rewrite(
        f"Hello Owen, Nadia Tallis, Tallis Freight. {FOUND} Call me, 0113 496 0107. I have the dates. "
        "Thanks, Owen. Nadia, 0113 496 0107."
    )
    assert said.count("0113 496 0107") == 2


def test_a_last_word_stays_the_last() -> None:
    said = rewrite(
        f"Hi Owen, Nadia Tallis from Tallis Freight. {FOUND} Call me on 0113 496 0107. I'm in till ten."
    )
    assert said.endswith("Again, this is Nadia Tallis, 0113 496 0107. I'm in till ten. Thank you, Owen.")


def test_the_firm_is_said_with_the_name() -> None:
    said = rewrite(f"Owen, it's Nadia Tallis. {FOUND} Call me on 0113 496 0107. Thanks.")
    assert said.startswith("Owen, it's Nadia Tallis from Tallis Freight. Two loads")


def test_the_firm_is_not_said_with_somebody_elses_name() -> None:
    said = rewrite(f"Hi Nadia, it's Nadia. {FOUND} Call me on 0113 496 0107. Thanks.", prospect_name="Nadia")
    assert "Hi Nadia from" not in said


def test_another_number_stays_as_it_was_said() -> None:
    said = rewrite(
        f"Hi Owen, Nadia Tallis from Tallis Freight. {FOUND} The port's hotline is 020 7946 0991. "
        "Call me on 0113 496 0107. Thanks, Owen."
    )
    assert "0113 496 0107" in said
    assert "hotline is 0113" not in said


def test_the_sentence_of_the_introduction_is_not_cut_in_two() -> None:
    said = rewrite(
        f"Hi Owen, Nadia Tallis from Tallis Freight, up the road in Leeds. {FOUND} Call me on 0113 496 0107."
    )
    assert said.startswith("Hi Owen, Nadia Tallis from Tallis Freight, up the road in Leeds. Two loads")


def test_what_led_to_a_number_goes_with_it() -> None:
    said = rewrite(
        f"Hi Owen, Nadia Tallis from Tallis Freight. {FOUND} Want to know which ones? 0113 496 0107. "
        "Nadia Tallis. 0113 496 0107. Have a good day."
    )
    assert said
    assert "Want to know." not in said
    assert "Nadia Tallis. Please" not in said


def test_the_call_is_asked_for_before_another_try_is_promised() -> None:
    said = rewrite(
        f"Hi Owen, Nadia Tallis from Tallis Freight. {FOUND} So I'll call you on Friday. Thanks, Owen."
    )
    assert "Please call me back on 0113 496 0107. The call takes two minutes." in said
    assert said.index("call me back") < said.index("on Friday")


def test_a_word_before_the_number_is_none_of_its_digits() -> None:
    said = rewrite(
        f"Hi Owen, Nadia Tallis from Tallis Freight. {FOUND} Could you ring me before six? 0113 496 0107."
    )
    assert "Could you ring me before six? 0113 496 0107." in said


def test_another_one_is_not_told_of_without_the_first() -> None:
    said = rewrite(
        "Hi Owen, Nadia Tallis from Tallis Freight. Our lorries are the best in the county. There's another "
        f"one that never breaks down. {FOUND} Call me on 0113 496 0107."
    )
    assert said
    assert "another one" not in said


def test_what_is_to_be_shared_is_told_first() -> None:
    said = rewrite(
        "Hi Owen, Nadia Tallis from Tallis Freight. Our clients save a third of their costs. Call me on "
        "0113 496 0107 and I'll share it with you. Thanks, Owen."
    )
    assert not said


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        (
            "owen hi it's nadia tallis from tallis freight i noticed two loads on your march bill that "
            "surprised me when you've got a moment call me on 0113 496 0107 and i'll tell you which",
            "that surprised me. When you've got a moment, call me on 0113 496 0107",
        ),
        ("owen hi it's nadia tallis from tallis freight two loads on your march bill were charged twice "
         "and i know why would you call me on 0113 496 0107",
         "Owen, hi, it's Nadia Tallis from Tallis Freight."),
    ],
)  # fmt: skip
def test_speech_is_written_as_people_write_it(said: str, reads: str) -> None:
    assert reads in rewrite(said)


def test_clauses_that_ran_together_are_no_example() -> None:
    assert not rewrite(
        "hi owen nadia tallis from tallis freight i place drivers round the east midlands two of your rivals "
        "lost their night shift leads this month for the same reason call me on 0113 496 0107"
    )
