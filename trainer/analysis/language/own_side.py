"""What is shown or told of the caller's own side: a demonstration, what changed with them, more about what they do.

It looks like something of use that is held out to THEM, and is only the offer (label guide: offers_value_or_idea,
reason_or_curiosity). Told by frames over classes of words.
"""

from __future__ import annotations

from trainer.analysis.language.frames import Frames

OWN_SIDE = Frames(
    {
        "own": (
            # A demonstration, or how it went with a client.
            "show|walk|take|tell|teach|explain|share|see|discuss|chat ~5 how I|our|NAME ~3",
            "show|walk|take|tell|teach|explain|share|see|discuss ~5 how|what it|that|this|one|they|these ~3 look|looks|work|works|do|does|feel|feels|run|runs|mean",
            "show|walk|take|tell|explain|share|see|discuss ~5 how ~6!YOUR|YOU|other|others work|works|run|runs|operates ?for ?in",
            "show|walk|tell|teach|explain|share|see ~4 what I do|offer|sell|make|have|provide|stand",
            "tell|show|give|share ~1 YOU ~1 more|all about|on|of ~1 I|our|it|what_we|what_i|this|NAME ~1",
            "tell|show|give|share ~1 YOU ~1 about|of our|my ~2",
            # What changed with them.
            "I ~2 made|make|making ~4 change|changes|improvement|improvements|update|updates|upgrades ~4",
            # News of which nothing is told.
            "have|got|with ~2 news to share|tell ~2 YOU",
            "speak|talk|chat|connect|meet with|to you",
            # Talk about the message before.
            "wonder|wondering|wondered|see|check|checking if|whether YOU ~2 got|get|received|receive|had|have|saw|seen|looked|read|managed ~6",
            "point YOU in|to|at|towards the|our",
            "something ~4!YOUR you|youll|youd ~2 like|love|enjoy not:to",
            "something ~1 in|on the|your|our ~1 diary|calendar|schedule|books|post|mail",
            "fine line between",
            # What the offer does for others, a plan for both, the offer found anew.
            "how|what ~10 with|using|through|via ~1 OUR|us",
            "INFO|information|details|info ~1 about|on|of|regarding|that OUR|what_we|what_i ~2",
            "idea|ideas|way|ways|thought|thoughts ~5 work|partner|collaborate|team|team_up|do_business together|with",
            "send|text|email|share|shoot|drop ~4 calendar|booking|scheduling|zoom|meeting|payment link|invite|invitation|page",
            "any|your ~1 thoughts|ideas|questions ~1 on|about|for",
            "FIND ~3 option|options|offer|offers|deal|deals|package|packages|solution|solutions ~1 from|that|for|which|to",
            "thought|think|figured|believe ~1 OUR|I|NAME ~4 might|may|could|would|can ~2 help|save|be|make|interest|GAIN",
        ),
    }
)
"""Label: `own`."""
