"""Checks that train the same thing, so that progress can be told in a few lines.

A skill counts as shown in a take when every check of it that was decided there is met: the checks of one take
are not independent of each other, takes nearly are, and a range must count what is independent.
"""

from __future__ import annotations

SKILLS: dict[str, tuple[str, ...]] = {
    "Saying who you are": (
        "own-name", "own-name-twice", "company", "says-what-you-do", "greets-by-name", "intro-in-ten",
        "under-ten", "core-in-ten",
    ),
    "Giving them a reason": (
        "reason-to-call", "their-concern", "value-for-them", "for-them", "names-referrer", "strong-opening",
        "recalls-reason", "covers-script",
    ),
    "Asking for one thing": (
        "asks-for-call-back", "one-ask", "points-to-email", "no-call-back-ask", "next-step",
        "invites-conversation", "asked-for-live",
    ),
    "Not selling yet": (
        "no-product-pitch", "no-company-pitch", "no-referral-pitch", "no-appointment", "no-email",
        "no-website", "no-justification", "did-not-pitch-the-gatekeeper",
    ),
    "The number": ("number", "number-twice", "number-right", "number-clear"),
    "Being brief": ("length", "promises-brevity", "within-limit", "respects-their-time"),
    "Being ready": (
        "quick-pick-up", "quick-first-word", "pause-after-objection", "welcomes-the-call", "keeps-promise",
        "graceful-deferral", "friendly-close", "courteous",
    ),
    "How it sounds": ("steady", "pace", "fillers", "pauses", "restarts", "level"),
    "Deciding": (
        "right-decision", "gave-a-reason", "reached-a-person", "tried-another-way", "spaced-the-tries",
        "saw-the-brush-off", "stopped-at-the-line", "moved-on",
    ),
}  # fmt: skip
"""Skill -> its checks; each check belongs to one."""
