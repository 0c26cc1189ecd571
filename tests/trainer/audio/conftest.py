"""A private sound server for the tests of real sound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.virtual_sound import VirtualSound, available, virtual_sound


@pytest.fixture
def sound() -> Iterator[VirtualSound]:
    if not available():
        pytest.skip("needs PulseAudio and its tools")
    with virtual_sound() as running:
        yield running
