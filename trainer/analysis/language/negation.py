"""What is denied is not said: "I'm not calling to sell you anything"."""

from __future__ import annotations

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.speech import Speech

_DENIALS = word_set("not no never dont wont isnt arent didnt wasnt cant nothing neither without")
REACH = 6
"""Words before a phrase in which a denial still covers it, up to the start of the next clause."""
_BARRIERS = word_set("but because so and if when just only")
_CONDITIONS = word_set("if when")
"""What begins with such a word is a clause of its own ("there's no fee | if you sign by Friday")."""


def denied(speech: Speech, first: int) -> bool:
    """Whether a denial of the caller's own stands before token `first` in its clause."""
    if speech.tokens[first].text in _CONDITIONS:
        return False
    for index in range(first - 1, max(-1, first - 1 - REACH), -1):
        text = speech.tokens[index].text
        if text in _BARRIERS:
            return False
        if text in _DENIALS:
            return {"i", "im", "we", "were", "am", "this", "its", "ill", "well", "theres", "there", "is"} & {
                token.text for token in speech.tokens[max(0, index - 2) : index]
            } != set()
    return False
