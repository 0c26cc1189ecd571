"""The JSON of requests and results keeps its promises."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from trainer.contract import feedback_json, judge_line, judge_lines, read_request
from trainer.errors import BadInput
from trainer.guides import load_guides

GUIDES = load_guides()
WORDS = [
    {"word": word, "start": index * 0.5, "end": index * 0.5 + 0.4, "confidence": 0.9}
    for index, word in enumerate(["hi", "owen", "this", "is", "nadya", "please", "call", "me", "back"])
]
CONTEXT = {"caller_name": "Nadia", "prospect_name": "Owen", "situation": None}


def judged(**members: object) -> dict[str, object]:
    return judge_line(json.dumps({"id": "x1", "kind": "voicemail", **members}), GUIDES)


def check(result: dict[str, object], name: str) -> dict[str, object]:
    checks = result["checks"]
    assert isinstance(checks, list)
    return next(one for one in checks if one["id"] == name)


def test_result_has_the_members_that_were_promised() -> None:
    result = judged(words=WORDS, context=CONTEXT)
    assert set(result) >= {"id", "guide", "headline", "checks", "ribbon", "fix", "counts", "seconds"}
    assert set(check(result, "own-name")) == {
        "id", "outcome", "near", "counted", "confidence", "value", "wanted", "evidence", "sold", "disputed",
        "advice", "source",
    }  # fmt: skip
    assert result["counts"] == {"words": 9, "fillers": 0, "restarts": 0}
    assert result["seconds"] == pytest.approx(4.4)
    assert result["guide"] == "sell-the-call"


def test_evidence_has_words_and_times() -> None:
    (evidence,) = check(judged(words=WORDS, context=CONTEXT), "asks-for-call-back")["evidence"]
    assert evidence == {
        "turn": 0, "quote": "please call me back", "first_word": 5, "last_word": 8, "start": 2.5, "end": 4.4,
    } or evidence["quote"] == "call me back"  # fmt: skip


def test_without_times_evidence_has_none() -> None:
    (evidence,) = check(judged(text="please call me back"), "asks-for-call-back")["evidence"]
    assert (evidence["start"], evidence["end"]) == (None, None)


@pytest.mark.parametrize(
    ("members", "place", "hint"),
    [
        ({"txt": "hello"}, "txt", "Did you mean 'text'?"),
        ({"text": 5}, "text", ""),
        ({"context": {"caller": "x"}}, "context.caller", "caller_name"),
        ({"context": {"situation": "luke-warm"}}, "situation", ""),
        ({"words": [{"word": "a", "begin": 1}]}, "begin", ""),
        ({"text": "a", "turns": []}, "turns", "not both"),
        ({"revisions": [{}]}, "revisions.0", "exactly one"),
        (
            {
                "text": "a",
                "revisions": [{"correct": {"turn": 3, "first_word": 0, "last_word": 0, "words": []}}],
            },
            "turn 3",
            "",
        ),
    ],
)
def test_a_wrong_request_is_refused_in_plain_words(members: dict[str, object], place: str, hint: str) -> None:
    result = judged(**members)
    assert result["id"] == "x1"
    assert place in str(result["error"])
    assert hint in str(result["error"])


def test_other_lines_go_on_after_a_wrong_one() -> None:
    lines = [
        '{"id": "a", "kind": "voicemail"}',
        "nonsense",
        "",
        '{"id": "b", "kind": "elevator", "text": "hi"}',
    ]
    results = list(judge_lines(lines, GUIDES))
    assert [result["id"] for result in results] == ["a", None, "b"]
    assert ["error" in result for result in results] == [False, True, False]


def test_a_request_must_be_an_object() -> None:
    with pytest.raises(BadInput, match="JSON object"):
        read_request([])


def test_correction_changes_outcome_and_indexes() -> None:
    wrong = {"kind": "voicemail", "text": "hi owen this is bob", "context": CONTEXT}
    right = {
        **wrong,
        "revisions": [{"correct": {"turn": 0, "first_word": 4, "last_word": 4, "words": ["nadia", "here"]}}],
    }
    assert check(judge_line(json.dumps(wrong), GUIDES), "own-name")["outcome"] != "met"
    after = judge_line(json.dumps(right), GUIDES)
    assert check(after, "own-name")["evidence"][0]["first_word"] == 4
    assert after["counts"]["words"] == 6
    undone = {**right, "revisions": [*right["revisions"], {"undo": 1}]}
    assert judge_line(json.dumps(undone), GUIDES)["checks"] == judge_line(json.dumps(wrong), GUIDES)["checks"]


def test_corrected_words_share_the_time() -> None:
    result = judged(
        words=WORDS,
        context=CONTEXT,
        revisions=[{"correct": {"turn": 0, "first_word": 4, "last_word": 4, "words": ["nadia", "here"]}}],
    )
    (evidence,) = check(result, "own-name")["evidence"]
    assert (evidence["start"], evidence["end"]) == (2.0, 2.2)


def test_a_disputed_check_leaves_headline_and_fix() -> None:
    before, after = judged(text="hello"), judged(text="hello", revisions=[{"dispute": "asks-for-call-back"}])
    assert before["headline"]["of"] - after["headline"]["of"] == 1
    assert check(after, "asks-for-call-back")["outcome"] == check(before, "asks-for-call-back")["outcome"]
    assert check(after, "asks-for-call-back")["disputed"] is True
    assert before["fix"]["check"] != after["fix"]["check"]


def test_headline_counts_only_counted_checks_that_were_decided() -> None:
    result = judged(text="hi owen this is nadia", context=CONTEXT)
    decided = [one for one in result["checks"] if one["counted"] and one["outcome"] != "not-applicable"]
    assert result["headline"]["of"] == len(decided)
    assert result["headline"]["met"] == sum(one["outcome"] == "met" for one in decided)


def test_a_guide_without_a_list_hands_over() -> None:
    result = judge_line('{"kind": "voicemail", "text": "hello"}', GUIDES, "be-ready")
    assert (result["guide"], result["handed_over_from"]) == ("sell-the-call", "be-ready")


def test_infinite_numbers_never_reach_the_result() -> None:
    result = judged(
        words=[{"word": "hello", "start": float("nan"), "end": float("inf"), "confidence": float("nan")}]
    )
    json.dumps(result, allow_nan=False)


def test_a_word_with_spaces_is_several_words() -> None:
    request = read_request({"kind": "voicemail", "words": [{"word": "call me", "start": 0.0, "end": 1.0}]})
    assert [word.word for word in request.turns[0].words] == ["call", "me"]
    assert feedback_json is not None


def test_judging_loads_no_window_sound_or_engine() -> None:
    heavy = "PySide6 sounddevice vosk faster_whisper sqlite_utils numpy soundfile"
    code = f"import sys, trainer.contract; print([m for m in '{heavy}'.split() if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ({"dispute": "number-twcie"}, "Did you mean 'number-twice'?"),
        ({"dispute": "next-step"}, "'voicemail' has no check 'next-step'"),
        ({"undo": 0}, "must be 1 or more"),
    ],
)
def test_a_revision_of_what_does_not_exist_is_refused(revision: dict[str, object], says: str) -> None:
    assert says in str(judged(text="hello", revisions=[revision])["error"])


def test_a_set_of_calls_is_no_kind_to_judge() -> None:
    assert "judge each by its own kind" in str(judged(kind="phone-test", text="hello")["error"])


@pytest.mark.parametrize(
    "name", ["caller_name", "caller_company", "prospect_name", "referrer", "phone_number"]
)
def test_what_is_blank_in_the_context_is_as_good_as_missing(name: str) -> None:
    text = "hi owen this is nadia i found two mistakes on your bill please call me back thanks"
    known = {key: value for key, value in CONTEXT.items() if key != name}
    assert judged(text=text, context=known | {name: " "}) == judged(text=text, context=known)
