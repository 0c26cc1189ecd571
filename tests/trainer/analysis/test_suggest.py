"""The fix and the rewritten message read as something that a person would say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Counted, Fix, Kind

GUIDES = load_guides()
CONTEXT = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "phone_number": "0113 496 0107",
    "caller_does": "checks freight invoices", "prospect_name": "Owen",
}  # fmt: skip
REASON = "I found a mistake on your March bill."
"""Without a reason to call there is no rewritten message."""


def fix(text: str, guide: str = "sell-the-call", **context: str) -> Fix:
    request = read_request({"kind": "voicemail", "text": text, "context": {**CONTEXT, **context}})
    found = judge(request, GUIDES[guide]).fix
    assert found is not None
    return found


def rewrite(text: str, guide: str = "sell-the-call", **context: str) -> str:
    return fix(text, guide, **context).rewrite or ""


def test_the_comma_after_a_greeting_stays() -> None:
    assert rewrite(
        f"Hello Owen, this is Nadia from Tallis Freight. {REASON} Ring me on 0113 496 0107."
    ).startswith("Hello Owen, this is Nadia from Tallis Freight.")


def test_a_title_keeps_its_name() -> None:
    text = f"Hello Mrs. Wells, this is Nadia Tallis from Tallis Freight. {REASON} Ring me on 0113 496 0107."
    said = rewrite(text, prospect_name="Mrs. Wells")
    assert said.startswith("Hello Mrs. Wells, this is")
    assert "Thank you, Mrs. Wells." in said


def test_the_goodbye_stays_at_the_end() -> None:
    said = rewrite(f"Hi Owen, Nadia from Tallis Freight. {REASON} Ring me on 0113 496 0107. Goodnight.")
    assert said.endswith("Again, this is Nadia Tallis, 0113 496 0107. Thank you, Owen. Goodnight.")


def test_a_one_after_the_number_is_not_taken_for_its_digit() -> None:
    said = rewrite(
        f"Hi Owen, Nadia from Tallis Freight. {REASON} Ring me on 0113 496 0107. "
        "One lorry of yours was charged twice."
    )
    assert "0113 496 0107. One lorry of yours was charged twice." in said


def test_the_number_goes_with_the_ask_that_is_added() -> None:
    said = rewrite(
        f"Hi Owen, Nadia from Tallis Freight. {REASON} Whenever you get a second, 0113 496 0107. Thanks."
    )
    assert "bill. Please call me back on 0113 496 0107." in said
    assert "Whenever" not in said


def test_the_introduction_gets_its_trade_where_the_name_is() -> None:
    said = rewrite(
        "Hello Owen, this is Nadia from Tallis Freight. Please call me back.",
        "introduce",
        caller_does="audits bills",
    )
    assert said.startswith(
        "Hello Owen, this is Nadia from Tallis Freight. Tallis Freight audits bills. Please call"
    )


def test_who_you_are_comes_after_the_greeting() -> None:
    said = rewrite(f"Hello Owen. {REASON} Please call me back.")
    assert said.startswith("Hello Owen. This is Nadia Tallis from Tallis Freight.")


def test_a_referrer_who_was_cut_with_the_praise_is_named_again() -> None:
    said = rewrite(
        f"Hi Owen, Nadia from Tallis Freight. {REASON} Ruth Kemp bought two of them and loves them. "
        "Please call me back on 0113 496 0107.",
        referrer="Ruth Kemp",
    )
    assert "loves" not in said
    assert "I have your name from Ruth Kemp." in said


def test_what_is_for_them_becomes_a_reason() -> None:
    found = fix(
        "Hi Owen, Nadia Tallis from Tallis Freight. You have two trucks leaving Leeds half empty, "
        "the same road at the same time. Please call me back on 0113 496 0107. Nadia Tallis, "
        "0113 496 0107. It is two minutes. Thank you."
    )
    assert found.check == "reason-to-call"
    assert found.suggestion is not None
    assert found.suggestion.endswith("the same time. I will tell you the rest when you call.")


def test_what_would_be_torn_is_not_rewritten() -> None:
    found = fix(
        "Hello Owen, this is Nadia from Tallis Freight. Have a look at our website before you ring "
        "0113 496 0107."
    )
    assert found.rewrite is None


def test_a_second_ask_goes_and_the_call_beside_it_stays() -> None:
    said = rewrite(
        f"Hello Owen, this is Nadia from Tallis Freight. {REASON} Do visit our web page, "
        "or telephone 0113 496 0107."
    )
    assert f"{REASON} Telephone 0113 496 0107." in said


@pytest.mark.parametrize("guide", ["sell-the-call", "earn"])
def test_a_suggestion_is_no_half_sentence(guide: str) -> None:
    found = fix(
        "Hi Owen, Nadia Tallis from Tallis Freight. Have a look at our website. If it says out of bundle, "
        "that is money down the drain. Ring me on 0113 496 0107.",
        guide,
    )
    assert "If it says out of bundle." not in (found.suggestion or "")


def test_what_nothing_would_change_is_not_rewritten() -> None:
    found = fix(
        "Hi Owen, Nadia Tallis from Tallis Freight. Please call me back on 0113 496 0107. Thank you.", "earn"
    )
    assert found.check in ("their-concern", "value-for-them", "reason-to-call")
    assert found.rewrite is None


def test_a_condition_goes_with_the_offer_that_it_belongs_to() -> None:
    said = rewrite(
        "Hi Owen, Nadia Tallis from Tallis Freight. There's no set-up fee if you sign by the thirtieth. "
        "Your March bill charges two loads twice and I can tell you which. Ring me on 0113 496 0107."
    )
    assert "two loads twice" in said
    assert "sign by" not in said


def test_a_sentence_whose_end_sells_goes_whole() -> None:
    said = rewrite(
        "Hello Owen, it's Nadia Tallis from Tallis Freight. Our lorries never break down, they run all "
        "night, and the price beats anything in Leeds. Please ring me on 0113 496 0107. Thank you."
    )
    assert "lorries" not in said
    assert "run all night" not in said


def test_a_number_that_was_not_understood_is_not_made_up() -> None:
    found = fix("Hi Owen, Nadia here. Do call me, I'm on 0113 496, oh, hang on, I forget the end of it. Bye.")
    assert found.rewrite is None


def test_an_apology_in_the_breath_of_the_name_is_not_kept() -> None:
    found = fix(
        "Hello Owen, Nadia Tallis from Tallis Freight, sorry to bother you again. Ring me on 0113 496 0107."
    )
    assert found.rewrite is None or "sorry" not in found.rewrite


def test_without_an_ask_the_other_asks_become_the_one() -> None:
    found = fix(
        "Hi Owen, Nadia Tallis from Tallis Freight. Could you give me half an hour next Tuesday for a video "
        "call? Send me your email address and visit our website. Nadia Tallis, 0113 496 0107."
    )
    assert found.check == "one-ask"
    assert found.suggestion == "Please call me back on 0113 496 0107."


@pytest.mark.parametrize(
    ("check", "text", "suggestion"),
    [
        (
            "number",
            "Hi Owen, Nadia Tallis from Tallis Freight. Please call me back. Thank you.",
            "Please call me back on 0113 496 0107.",
        ),
        (
            "number-right",
            "Hi Owen, Nadia Tallis from Tallis Freight. Please call me back on 0113 496 0999. Nadia Tallis, "
            "0113 496 0999. It takes two minutes, and I have a figure for you. Thank you.",
            "Again, this is Nadia Tallis, 0113 496 0107.",
        ),
        (
            "promises-brevity",
            "Hi Owen, Nadia Tallis from Tallis Freight. I found a mistake on your March bill. Call me back "
            "on 0113 496 0107 and I will tell you where it is. Nadia Tallis, 0113 496 0107. Thank you.",
            "The call takes two minutes.",
        ),
        (
            "no-website",
            "Hi Owen, Nadia Tallis from Tallis Freight. I found a mistake on your March bill. Have a look at "
            "our website. Please call me back on 0113 496 0107 and I will tell you where it is. It takes two "
            "minutes. Nadia Tallis, 0113 496 0107. Thank you.",
            None,
        ),
    ],
)
def test_each_family_has_its_suggestion(check: str, text: str, suggestion: str | None) -> None:
    guide = replace(
        GUIDES["sell-the-call"], counts={"voicemail": (Counted(check=check), Counted(check="own-name"))}
    )
    found = judge(read_request({"kind": "voicemail", "text": text, "context": CONTEXT}), guide).fix
    assert found is not None
    assert found.check == check
    if suggestion:
        assert found.suggestion == suggestion
    else:
        assert found.suggestion is not None
        assert "website" not in found.suggestion


@pytest.mark.parametrize(
    ("kind", "check", "suggestion"),
    [
        ("callback", "welcomes-the-call", "Owen, thank you for calling back."),
        ("callback", "respects-their-time", "I'll be quick."),
        ("callback", "next-step", "Shall we go through it together on Thursday at ten?"),
        ("elevator", "own-name", "This is Nadia Tallis from Tallis Freight."),
        ("elevator", "says-what-you-do", "Tallis Freight checks freight invoices."),
    ],
)
def test_an_answer_gets_a_sentence_and_no_whole_rewrite(kind: Kind, check: str, suggestion: str) -> None:
    said: dict[str, object] = (
        {"turns": [{"text": "Hello?"}, {"text": "Who is this? Hang on."}]}
        if kind == "callback"
        else {"text": "Oh, hello, well, it is hard to say."}
    )
    guide = replace(GUIDES["introduce"], counts={kind: (Counted(check=check),)})
    found = judge(read_request({"kind": kind, "context": CONTEXT, **said}), guide).fix
    assert found is not None
    assert (found.check, found.suggestion, found.rewrite) == (check, suggestion, None)


def test_a_number_is_added_to_the_ask_that_was_made() -> None:
    said = rewrite(
        f"Hello Owen, this is Nadia Tallis from Tallis Freight. {REASON} "
        "Please call me back today. Thank you."
    )
    assert "Please call me back today. My number is 0113 496 0107." in said
    assert said.count("call me back") == 1


def test_selling_in_one_breath_with_the_name_is_cut_after_the_name() -> None:
    said = rewrite(
        "hello owen this is nadia from tallis freight our platform is the best i found a mistake on "
        "your march bill please call me back on "
        "0113 496 0107"
    )
    assert said.startswith("Hello Owen, this is Nadia from Tallis Freight. I found a mistake")


def test_a_goodbye_stays_at_the_end_however_it_is_said() -> None:
    said = rewrite(
        f"Hi Owen, this is Nadia from Tallis Freight. {REASON} Ring me on 0113 496 0107. "
        "All the best, bye. Okay, bye."
    )
    assert said.endswith("bye.")
    assert "bye. Again" not in said


def test_who_need_not_call_is_not_told_to() -> None:
    found = fix(
        "Hello Owen, Nadia Tallis from Tallis Freight. We audit bills, so that they are right. "
        "No need to ring me back, I'll try you on Thursday.",
        "to-leave-or-not",
        situation="cold",
    )
    assert "I will tell you the rest" not in (found.suggestion or "")
    assert found.rewrite is None


def test_a_rewrite_mends_what_the_fix_names() -> None:
    found = fix(
        "Hi Owen, Nadia Tallis from Tallis Freight. It pours again. Please call me back on 0113 496 0107.",
        "earn",
    )
    assert found.check in ("their-concern", "value-for-them")
    assert found.rewrite is None


def test_what_only_said_when_goes_with_what_was_done_then() -> None:
    said = rewrite(
        "Hi Owen, Nadia Tallis from Tallis Freight. I sent you a brochure last week. Two of your trucks "
        "leave Leeds half empty. Visit our website. Please call me back on 0113 496 0107."
    )
    assert "Last week." not in said


def test_where_a_name_and_a_number_alone_are_left_the_call_is_asked_for() -> None:
    guide = replace(GUIDES["sell-the-call"], counts={"voicemail": (Counted(check="no-product-pitch"),)})
    text = (
        "Hi Owen, this is Nadia Tallis from Tallis Freight. Our lorries are the best in the country and they "
        "never break down. 0113 496 0107. Thanks."
    )
    found = judge(read_request({"kind": "voicemail", "text": text, "context": CONTEXT}), guide).fix
    assert found is not None
    assert found.suggestion == "Please call me back on 0113 496 0107."


def recalled_as(message: str, **context: object) -> str | None:
    guide = replace(GUIDES["be-ready"], counts={"callback": (Counted(check="recalls-reason"),)})
    turns = [{"text": "Hello?"}, {"text": "Who is this? Hang on."}]
    known = {**CONTEXT, "message_left": message, **context}
    found = judge(read_request({"kind": "callback", "context": known, "turns": turns}), guide).fix
    assert found is not None
    return found.suggestion


def test_what_a_referrer_bought_is_not_told_again_as_the_reason() -> None:
    said = "Hi Owen, Nadia Tallis from Tallis Freight. Ruth Kemp bought it last year and she loves it."
    assert recalled_as(said, referrer="Ruth Kemp") is None


def test_a_reason_is_told_again_without_its_hesitations() -> None:
    told = recalled_as("hi owen this is um nadia tallis i found uh two mistakes on your march bill")
    assert told == "I called because I found two mistakes on your march bill."


def test_nothing_is_asked_about_what_is_not_known() -> None:
    guide = replace(GUIDES["introduce"], counts={"elevator": (Counted(check="invites-conversation"),)})
    request = {"kind": "elevator", "context": CONTEXT, "text": "I check freight invoices for hauliers."}
    found = judge(read_request(request), guide).fix
    assert found is not None
    assert found.suggestion is None


def test_what_nobody_could_say_in_a_breath_is_not_suggested() -> None:
    found = fix(
        "hi owen this is nadia from tallis freight your depot came up in my research this week looked like "
        "your trucks might not be leaving full for people waiting for pallets in the area on the same road "
        "each night have a look at our website or call me back at 0113 496 0107"
    )
    assert all(len(sentence.split()) <= 30 for sentence in (found.suggestion or "").split(". "))


@pytest.mark.parametrize(
    "text",
    [
        "I'm on the ferry. Can't talk. Try me later.",
        "Oh, not now, I'm driving, sorry.",
        "I'm with a customer. Call me another time.",
    ],
)
def test_who_cannot_talk_is_told_how_to_put_the_call_off(text: str) -> None:
    turns = [{"text": "Hello?"}, {"text": text}]
    context = {**CONTEXT, "can_talk": False}
    found = judge(
        read_request({"kind": "callback", "context": context, "turns": turns}), GUIDES["be-ready"]
    ).fix
    assert found is not None
    assert found.check == "graceful-deferral"
    assert found.suggestion is not None
    assert found.suggestion.startswith("Owen, thank you for calling back. What is the best number for you?")


def test_that_they_need_not_call_is_quoted_where_the_call_is_to_be_asked_for() -> None:
    text = "Hello Owen, Nadia Tallis from Tallis Freight. I check bills. No need to ring me. Goodbye."
    feedback = judge(
        read_request({"kind": "voicemail", "text": text, "context": CONTEXT}), GUIDES["sell-the-call"]
    )
    asked = next(one for one in feedback.findings if one.check == "asks-for-call-back")
    assert [one.quote for one in asked.evidence] == ["No need to ring me."]


def test_a_rewrite_does_not_part_twice() -> None:
    said = rewrite(f"Hi Owen, Nadia from Tallis Freight. {REASON} Ring me on 0113 496 0107. Love to Greta.")
    assert said.endswith("Again, this is Nadia Tallis, 0113 496 0107. Love to Greta.")
