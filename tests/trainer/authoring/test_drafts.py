from __future__ import annotations

import stat
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings

from tests.trainer.authoring.examples import filled, forms
from trainer.audio import Pcm
from trainer.audio.files import load_sound, read_answer
from trainer.audio.own_lines import PEAK_DBFS, SPEECH_DBFS, as_line, flac_of
from trainer.audio.voice_activity import level_of, voiced_spans
from trainer.authoring.drafts import FILE, FOLDER, Draft, Drafts
from trainer.authoring.form import Form, new_form
from trainer.errors import BadInput, WorldError
from trainer.own_scenarios import own_folder
from trainer.paths import ASSETS
from trainer.records import SAMPLE_RATE
from trainer.worker.authoring import Authoring

GREETING = ASSETS / "voices" / "voicemail-cold-furniture-greeting.ogg"


class AtOnce(Executor):
    """Does the work where it is asked for."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


@pytest.fixture
def authoring(tmp_path: Path) -> Authoring:
    return Authoring(tmp_path, AtOnce())


def spoken_by(form: Form, sound: str) -> Form:
    return replace(form, opening=replace(form.opening, audio=sound))


@settings(max_examples=30)
@given(forms())
def test_a_draft_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, form: Form) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("data"))
    draft = Draft(subject="copy:one", form=form)
    drafts.keep(draft)
    assert drafts.kept() == draft


def test_a_draft_is_private_and_can_be_forgotten_and_kept_again(authoring: Authoring, tmp_path: Path) -> None:
    draft = Draft(subject="", form=filled())
    assert authoring.kept().result() is None
    authoring.keep(draft).result()
    file = tmp_path / FOLDER / FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert authoring.kept().result() == draft
    assert draft.title == "The mill on Monday"
    authoring.discard().result()
    assert authoring.kept().result() is None
    assert Draft(subject="", form=new_form("sam-reyes")).title == "a scenario without a title"


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b'{"subject": 1}', b"\xff", b"[" * 100_000])
def test_a_damaged_draft_is_put_aside(authoring: Authoring, tmp_path: Path, damage: bytes) -> None:
    authoring.keep(Draft(subject="", form=filled())).result()
    (tmp_path / FOLDER / FILE).write_bytes(damage)
    assert authoring.kept().result() is None
    assert (tmp_path / FOLDER / f"{FILE}.bad").read_bytes() == damage
    authoring.discard().result()
    assert not (tmp_path / FOLDER / f"{FILE}.bad").exists()


def test_a_draft_that_cannot_be_written_says_so_and_leaves_the_one_before(
    authoring: Authoring, tmp_path: Path
) -> None:
    draft = Draft(subject="", form=filled())
    authoring.keep(draft).result()
    (tmp_path / FOLDER / f"{FILE}.partial").mkdir()
    with pytest.raises(WorldError, match="could not be kept"):
        authoring.keep(Draft(subject="", form=new_form("sam-reyes"))).result()
    assert authoring.kept().result() == draft


# --------------------------------------------------------------------------- sounds


def recording() -> Pcm:
    """A quiet recording with a second of room on both sides."""
    room = np.zeros(SAMPLE_RATE, np.int16)
    return np.concatenate([room, read_answer(GREETING) // 8, room])


def test_a_recording_is_cut_to_the_voice_and_as_loud_as_shipped_lines(authoring: Authoring) -> None:
    made = authoring.recorded(recording().astype("<i2").tobytes()).result()
    pcm = np.frombuffer(authoring.pcm(made.place).result(), dtype="<i2").astype(np.int16)
    shipped = read_answer(GREETING)
    assert abs(made.seconds - len(shipped) / SAMPLE_RATE) < 0.6
    assert made.seconds == len(pcm) / SAMPLE_RATE
    level = level_of(pcm, voiced_spans(pcm))
    assert level.speech_dbfs is not None
    assert abs(level.speech_dbfs - SPEECH_DBFS) < 1.0
    assert level.clipped_share == 0.0


def test_a_voice_with_sharp_peaks_stays_softer(authoring: Authoring) -> None:
    pcm = recording()
    pcm[SAMPLE_RATE * 2] = 20_000
    made = authoring.recorded(pcm.astype("<i2").tobytes()).result()
    played = np.frombuffer(authoring.pcm(made.place).result(), dtype="<i2").astype(np.int16)
    assert level_of(played, ()).peak_dbfs == pytest.approx(PEAK_DBFS, abs=0.1)


def test_what_holds_no_voice_stays_as_it_is() -> None:
    quiet = np.zeros(SAMPLE_RATE, np.int16)
    assert as_line(quiet) is quiet


def test_a_file_of_another_rate_is_taken(authoring: Authoring, tmp_path: Path) -> None:
    sound = load_sound(GREETING)
    stereo = np.stack([sound.pcm, sound.pcm], axis=1)
    soundfile.write(tmp_path / "hello.wav", stereo, sound.rate)
    made = authoring.taken(tmp_path / "hello.wav").result()
    assert made.place.endswith(".flac")
    assert authoring.taken(tmp_path / "hello.wav").result() == made, "one sound has one name"


@pytest.mark.parametrize(
    ("data", "why"), [(b"", "is empty"), (b"no sound at all", "is no sound file"), (None, "does not exist")]
)
def test_a_file_that_cannot_be_used_says_why(
    authoring: Authoring, tmp_path: Path, data: bytes | None, why: str
) -> None:
    if data is not None:
        (tmp_path / "bad.wav").write_bytes(data)
    with pytest.raises(BadInput, match=why):
        authoring.taken(tmp_path / "bad.wav").result()


def test_a_file_longer_than_any_mailbox_speaks_is_refused(authoring: Authoring, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "long.wav", np.zeros(301 * 8000, np.int16), 8000)
    with pytest.raises(BadInput, match=r"long.wav is too long \(5 minutes; at most 5\)"):
        authoring.taken(tmp_path / "long.wav").result()


def test_nothing_recorded_is_no_sound(authoring: Authoring) -> None:
    with pytest.raises(BadInput, match="Nothing was recorded"):
        authoring.recorded(b"").result()


def test_a_sound_that_is_gone_says_so(authoring: Authoring) -> None:
    with pytest.raises(BadInput, match="not there any more"):
        authoring.pcm("sounds/gone.flac").result()
    assert len(authoring.pcm("voices/voicemail-cold-furniture-greeting.ogg").result()) > SAMPLE_RATE


def test_only_sounds_beside_the_draft_are_to_be_saved_and_swept(authoring: Authoring, tmp_path: Path) -> None:
    used, unused = (Drafts(tmp_path).put_sound(flac_of(np.full(800, value, np.int16))) for value in (1, 2))
    shipped = "voices/voicemail-cold-furniture-greeting.ogg"
    assert set(authoring.sounds((used, shipped, "")).result()) == {used}
    authoring.keep(Draft(subject="", form=spoken_by(filled(), used))).result()
    authoring.sweep().result()
    assert set(authoring.sounds((used, unused)).result()) == {used}
    authoring.discard().result()
    authoring.sweep().result()
    assert authoring.sounds((used, unused)).result() == {}


def test_own_sounds_are_brought_beside_the_draft(authoring: Authoring, tmp_path: Path) -> None:
    own = own_folder(tmp_path)
    (own / "sounds").mkdir()
    (own / "sounds" / "mine.flac").write_bytes(b"mine")
    authoring.bring(("sounds/mine.flac", "voices/shipped.ogg", "")).result()
    (own / "sounds" / "mine.flac").unlink()
    assert authoring.sounds(("sounds/mine.flac",)).result() == {"sounds/mine.flac": b"mine"}


def test_the_text_of_a_scenario_can_be_had_for_a_copy(authoring: Authoring, tmp_path: Path) -> None:
    text = authoring.text("callback-hurried-logistics", "mine", "Mine").result().decode()
    assert 'id = "mine"' in text
    assert 'title = "Mine"' in text
    (own_folder(tmp_path) / "old.toml").write_text('id = "old"\ntitle = "Old"\n', "utf-8")
    assert authoring.text("old", "new", "New").result() == b'id = "new"\ntitle = "New"\n'
    with pytest.raises(WorldError, match="cannot be read"):
        authoring.text("gone", "new", "New").result()


def test_it_works_on_a_thread_of_its_own(tmp_path: Path) -> None:
    authoring = Authoring(tmp_path)
    kept = authoring.keep(Draft(subject="", form=filled()))
    authoring.close()
    assert kept.done()
    assert Drafts(tmp_path).kept() is not None
