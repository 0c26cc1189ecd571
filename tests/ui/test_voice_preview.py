from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.fakes import VOICEMAIL, FakeServices
from ui.voice_preview import VoicePreview


def test_the_end_of_a_voice_that_was_stopped_for_another_is_no_end(
    services: FakeServices, qtbot: QtBot
) -> None:
    voice = VoicePreview(services)
    by_id = {one.id: one for one in services.scenarios}
    voice.toggle(by_id[VOICEMAIL])
    first_ended = services.listening.on_end
    other = next(one for one in services.scenarios if one.prompts and one.id != VOICEMAIL)
    voice.toggle(other)
    assert voice.playing == other.id
    assert first_ended
    first_ended()
    qtbot.wait(1)
    assert voice.playing == other.id
    assert services.listening.on_end
    with qtbot.waitSignal(voice.changed):
        services.listening.on_end()
    assert voice.playing == ""
    assert services.listening.asked.count(("stop",)) == 1


def test_where_nobody_speaks_first_nothing_is_played(services: FakeServices) -> None:
    voice = VoicePreview(services)
    voice.toggle(replace(services.scenarios[0], prompts=()))
    assert voice.playing == ""
    assert services.listening.asked == []
