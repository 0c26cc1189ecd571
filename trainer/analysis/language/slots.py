"""Where a name is to be expected: after the words that introduce one."""

from __future__ import annotations

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.phrases import Phrases

SLOTS = Phrases(
    {
        "own": [
            "(this is|my name is|my names|the name is|name is|its|it is|im|i am|its me|me again|again its|again this is)",
            "(again|hi|hello|hey|morning|afternoon|evening|speaking|thats)",
        ],
        "firm": [
            "(with|from|at|of|for|over at|here at|calling from|on behalf of|represent|representing|behalf of|by)",
        ],
        "guest": [
            "(hi|hello|hey|morning|afternoon|evening|dear|greetings|there|is that|thanks|thank you|speaking with)"
        ],
        "source": [
            "(to|with|from|by|friend|colleague|neighbor|neighbour|client|customer|that|friend of|sister|brother|and)"
        ],
    }
)
AFTER_NAME = word_set("here with from at calling again speaking over of")
