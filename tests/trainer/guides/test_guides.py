"""The guides that ship count what the articles say; a wrong one is refused with every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.errors import Mistakes, UnknownName
from trainer.guides import guide_for, guide_hash, length_band, load_guides, read_guide
from trainer.paths import GUIDES as FOLDER

GUIDES = load_guides()

COUNTED = {
    ("sell-the-call", "voicemail"): """
        own-name own-name-twice company greets-by-name number number-twice number-right number-clear
        asks-for-call-back one-ask no-product-pitch no-company-pitch no-referral-pitch no-appointment
        no-email no-website no-justification reason-to-call names-referrer promises-brevity friendly-close
        length
        """,
    ("sell-the-call", "callback"): "recalls-reason keeps-promise next-step",
    ("sell-the-call", "leave-or-not"): "right-decision",
    ("earn", "voicemail"): """
        own-name number number-right asks-for-call-back their-concern value-for-them reason-to-call
        no-product-pitch no-company-pitch strong-opening
        """,
    ("earn", "callback"): "their-concern keeps-promise",
    ("earn", "elevator"): "for-them",
    ("earn", "leave-or-not"): "right-decision",
    ("introduce", "voicemail"): "own-name company says-what-you-do intro-in-ten steady",
    ("introduce", "elevator"): "own-name says-what-you-do under-ten invites-conversation steady",
    ("introduce", "leave-or-not"): "right-decision gave-a-reason",
    ("introduce", "draw-the-line"): "spaced-the-tries saw-the-brush-off stopped-at-the-line moved-on",
    ("introduce", "callback"): "own-name core-in-ten quick-pick-up",
    ("to-leave-or-not", "voicemail"): """
        own-name number asks-for-call-back no-product-pitch strong-opening covers-script reason-to-call
        value-for-them
        """,
    ("to-leave-or-not", "leave-or-not"): "right-decision gave-a-reason",
    ("to-leave-or-not", "get-through"): "reached-a-person asked-for-live courteous tried-another-way",
    ("to-leave-or-not", "draw-the-line"): "stopped-at-the-line",
    ("be-ready", "callback"): """
        quick-first-word own-name welcomes-the-call recalls-reason respects-their-time core-in-ten
        covers-script steady within-limit next-step
        """,
    ("point-to-the-email", "voicemail"): """
        own-name company greets-by-name promises-brevity length points-to-email no-call-back-ask
        """,
}


def test_guides_count_exactly_what_the_articles_say() -> None:
    counted = {
        (guide.id, kind): {one.check for one in listed}
        for guide in GUIDES.values()
        for kind, listed in guide.counts.items()
    }
    assert counted == {key: set(ids.split()) for key, ids in COUNTED.items()}


@pytest.mark.parametrize("guide", GUIDES.values(), ids=lambda guide: guide.id)
def test_advice_is_kind_and_sources_are_named(guide: object) -> None:
    assert all(
        not {"!", "fail"} & set(text.casefold().split()) and text.endswith(".")
        for text in guide.advice.values()
    )
    assert guide.sources or not guide.from_articles


@pytest.mark.parametrize(
    ("situation", "counts"), [("cold", "reason-to-call"), ("existing_customer", "value-for-them")]
)
def test_a_guide_may_narrow_a_check_by_situation(situation: str, counts: str) -> None:
    request = read_request({"kind": "voicemail", "text": "hello", "context": {"situation": situation}})
    counted = {one.check for one in judge(request, GUIDES["to-leave-or-not"]).findings if one.counted}
    assert counts in counted
    assert ({"reason-to-call", "value-for-them"} & counted) == {counts}
    assert ("asks-for-call-back" in counted) is (situation == "cold")
    assert "no-product-pitch" in counted


@pytest.mark.parametrize("when", ['"cold"', "{}", '{situation = ["luke-warm"]}', '{situations = ["cold"]}'])
def test_a_narrowing_that_means_nothing_is_refused(tmp_path: Path, when: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(
        'id = "w"\ntitle = "x"\nauthor = "x"\nstance = "x"\n'
        f'[counts]\nvoicemail = [{{check = "number", when = {when}}}]\n',
        "utf-8",
    )
    with pytest.raises(Mistakes, match=r"counts\.voicemail\.0\.(when|situations)"):
        read_guide(path)


def test_a_copied_and_edited_guide_works(tmp_path: Path) -> None:
    text = (FOLDER / "earn.toml").read_text("utf-8").replace('id = "earn"', 'id = "mine"')
    shorter = text.replace("[thresholds]\n", "[thresholds]\nunder_s = 8.0\n")
    (tmp_path / "mine.toml").write_text(shorter, "utf-8")
    guides = load_guides(tmp_path)
    assert guides["mine"].thresholds.under_s == 8.0
    assert set(GUIDES) < set(guides)
    assert guide_hash(guides["mine"]) != guide_hash(guides["earn"])


def test_every_mistake_of_a_wrong_guide_is_named(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(
        'id = "wrong"\ntitel = "x"\nauthor = "x"\nstance = "x"\n'
        '[counts]\nvoicemail = ["own-nam", "next-step", "pace"]\nvoicemial = ["own-name"]\n'
        '[advice]\nnumbr = "x"\n',
        "utf-8",
    )
    with pytest.raises(Mistakes) as caught:
        read_guide(path)
    text = str(caught.value)
    assert "titel: is not a known field. Did you mean 'title'?" in text
    assert "there is no check 'own-nam'. Did you mean 'own-name'?" in text
    assert "'next-step'. It belongs to another kind." in text
    assert "'pace' is shown, never counted." in text
    assert "voicemial" in text
    assert "advice.numbr" in text


@pytest.mark.parametrize("text", ["[", "counts = 3", "\x00", 'id = "x"\ncounts = {voicemail = "own-name"}'])
def test_a_file_that_is_no_guide_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(Mistakes):
        load_guides(tmp_path)


def test_a_band_must_rise_and_weights_be_positive(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(
        'id = "w"\ntitle = "x"\nauthor = "x"\nstance = "x"\n'
        '[counts]\nvoicemail = ["number", {check = "number", weight = -1.0}]\n'
        "[thresholds.length_s]\nnear_from = 9.0\ngood_from = 8.0\ngood_to = 7.0\nnear_to = 6.0\n",
        "utf-8",
    )
    with pytest.raises(Mistakes, match=r"(?s)must rise.*listed twice.*above 0"):
        read_guide(path)


def test_unknown_guide_is_refused_with_a_hint() -> None:
    with pytest.raises(UnknownName, match="earn"):
        guide_for(GUIDES, "earm", "voicemail")


def test_timer_zones_follow_the_kind() -> None:
    assert length_band(GUIDES["sell-the-call"], "voicemail").good_to == 30.0
    assert length_band(GUIDES["introduce"], "elevator").near_to == 10.0
    assert length_band(GUIDES["be-ready"], "callback").near_to == 45.0
