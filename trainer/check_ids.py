"""The public names of all checks, by kind of drill (guidance.md section 3).

Stored attempts, guides and people's scripts use them, so they never change. Guides name checks of drills that
are built later; a test holds this list and `trainer/analysis/checks` together for the kinds that are built.
"""

from __future__ import annotations

from trainer.records import Kind

_DELIVERY = ("pace", "fillers", "pauses", "restarts", "level")

CHECK_IDS: dict[Kind, tuple[str, ...]] = {
    "voicemail": (
        "own-name",
        "own-name-twice",
        "company",
        "greets-by-name",
        "says-what-you-do",
        "intro-in-ten",
        "number",
        "number-twice",
        "number-right",
        "number-clear",
        "asks-for-call-back",
        "one-ask",
        "no-product-pitch",
        "no-company-pitch",
        "no-referral-pitch",
        "no-appointment",
        "no-email",
        "no-website",
        "no-justification",
        "their-concern",
        "value-for-them",
        "reason-to-call",
        "names-referrer",
        "promises-brevity",
        "friendly-close",
        "strong-opening",
        "covers-script",
        "steady",
        "length",
        "points-to-email",
        "no-call-back-ask",
        *_DELIVERY,
    ),
    "callback": (
        "quick-pick-up",
        "quick-first-word",
        "pause-after-objection",
        "own-name",
        "welcomes-the-call",
        "recalls-reason",
        "core-in-ten",
        "keeps-promise",
        "respects-their-time",
        "covers-script",
        "steady",
        "their-concern",
        "within-limit",
        "next-step",
        "graceful-deferral",
        *_DELIVERY,
    ),
    "elevator": (
        "own-name",
        "says-what-you-do",
        "under-ten",
        "invites-conversation",
        "for-them",
        "steady",
        *_DELIVERY,
    ),
    "leave-or-not": ("right-decision", "gave-a-reason"),
    "get-through": (
        "reached-a-person",
        "asked-for-live",
        "courteous",
        "tried-another-way",
        "did-not-pitch-the-gatekeeper",
        *_DELIVERY,
    ),
    "draw-the-line": ("spaced-the-tries", "saw-the-brush-off", "stopped-at-the-line", "moved-on"),
}
