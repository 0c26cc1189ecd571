"""The words that records use for what there are only a few of."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "voicemail", "callback", "elevator", "leave-or-not", "get-through", "draw-the-line", "phone-test"
]
Situation = Literal["cold", "warm", "referral", "lead", "existing_customer", "follow_up"]
Background = Literal["office", "car", "street"]
Outcome = Literal["met", "missed", "unsure", "not-applicable"]
Part = Literal[
    "greeting", "who", "reason", "for-you", "ask", "number", "selling", "second-ask", "close", "padding"
]
Sold = Literal[
    "product", "company", "reputation", "justification", "referral",
    "appointment", "appointment-time", "e-mail", "web-site",
]  # fmt: skip
AttemptState = Literal[
    "recording", "interrupted", "abandoned", "waiting", "judged", "set-aside", "missed-ring"
]
BrokenOff = Literal["left", "started-over", "closed", "microphone", "trouble"]
"""What ended a call before its end: the user left it, began it again or closed the program; the microphone
went away; something else in the world (a full disk, a missing sound)."""
TimeOfDay = Literal["before", "hours", "after"]
"""When a call is placed: before the gatekeeper comes, in office hours, after the gatekeeper has gone."""
Reach = Literal["person", "schedule", "slot", "fact", "mailbox", "dead-end"]
"""What a line of a get-through call reaches: who was called, what helps to reach them, or nobody."""
TakePurpose = Literal["answer", "retake", "re-record"]
