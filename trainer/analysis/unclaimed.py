"""What other words are by how people speak them: thanks for a meeting, another try, a question, news.

No check looks for these, so no finding claims them; where nothing tells what they are, they stay "padding".
"""

from __future__ import annotations

import re

from trainer.analysis.breaks import NO_PERSON
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.prose import ends
from trainer.records import Clause, Part

# Compiled where they are first looked for (the module `re` keeps them): loading the judge must stay quick.
_JOINED = r"(?:(?:and|so|but|then|oh|okay|well|right) )*"
_THANKS_FOR = (
    _JOINED + r"(?:many |big )?(?:thanks|thank you|cheers|ta)(?: \S+){0,3} for (?!your time|listening)"
    r"|" + _JOINED + r"(?:it was |it's |it's been |was )?(?:so |really |very )?"
    r"(?:nice|good|great|lovely|a pleasure) (?:to (?:meet|see|talk|speak|chat)|"
    r"meeting|seeing|talking|speaking|chatting)\b(?! (?:to|with|from) you (?:soon|then|later))"
)
"""Thanks, or a pleasure, for something that was: it opens a message, and does not close it."""
_HOW_WE_MET = (
    _JOINED + r"(?:we|you and i)(?: both| briefly| just| last)* (?:met|sat|chatted|bumped|ran into|shared a|"
    r"were (?:at|in|on) (?:\S+ )?(?:school|college|course|table))\b(?!.* about )"
    r"|" + _JOINED + r"(?:i'm|i was) the (?:\S+ ){1,2}(?:by|at|in|with|who|from)\b"
    r"|"
    + _JOINED
    + r"i (?:met you|sat (?:next to|beside|opposite|behind) you|bumped into you|ran into you)\b"
)
_ANOTHER_TRY = (
    _JOINED + r"(?:i'll|i will|i'm going to|we'll|we will)(?: just| definitely| also)* "
    r"(?:(?:try|catch|phone|ring|call) (?:you |back |again )+|try (?:later|tomorrow|another)|"
    r"(?:give|drop) you (?:a|another) (?:\S+ )?(?:shout|ring|call|bell|buzz|tinkle|try)\b|"
    r"be (?:back )?in touch|call round|ring round|phone again|call back|ring back|phone back)"
)
"""The caller tries again (article 001): what remains to be said before a goodbye."""
_NO_CALL_NEEDED = (
    _JOINED + r"(?:there's |you've )?(?:no (?:need|call|rush|hurry)|you (?:needn't|don't need|don't have)|"
    r"don't (?:bother|trouble)) (?:for you )?(?:to |about )?(?:phone|ring|call|reply|answer)\w*(?: \S+){0,2}"
)
_FAREWELL = (
    _JOINED + r"(?:(?:give )?(?:my |all my |our )?(?:best|love|regards)(?: wishes)? to "
    r"(?!(?:" + "|".join(sorted(NO_PERSON)) + r")\b)\S+(?: \S+){0,3}|"
    r"(?:do )?(?:say|tell) (?:hi|hello|hey|hiya) to \S+(?: \S+){0,3}(?: (?:for|from) me)?|"
    r"remember me to \S+(?: \S+){0,2}|"
    r"(?:(?:hwyl|da boch|slán|slan|ciao|adios|adiós|tschüss|tschuss|au revoir|arrivederci|hasta luego|"
    r"hasta pronto|à bientôt|a bientot|sayonara|tot ziens|auf wiederhören|auf wiedersehen|toodle|laters|"
    r"ta-ra|tara|shalom|diolch|gracias|merci|danke|grazie|mahalo|adeus|obrigado)\b(?: \S+){0,3}))"
)
"""A good wish to somebody of theirs, or a farewell in another language."""
_COME_BACK_LATER = (
    _JOINED
    + r"(?:just |please |could you |can you )?(?:(?:try|call|ring|phone|catch) me (?:later|again|back|"
    r"tomorrow|tonight|in|after|at|this|when)|(?:tell|show|send|give) me)\b"
)
_ASKS = _JOINED + r"(?:who|what|which|where|when|why|how)(?:'s)?\b"
_A_TOLD_REASON = (
    r".*\b(?:said|mentioned|told me|tells me|heard|was)(?: there was)? something (?:about|to do with)\b"
)
_SENDS = (
    _JOINED
    + r"(?:maybe |perhaps )?(?:i can|i could|i'll|we can|we'll) (?:just )?(?:send|mail|email|text|post) you\b"
)
"""A next step, however small, that is offered to whoever called back."""
_HELP = (
    _JOINED
    + r"(?:i'll|i will|we'll|i can|i could|let me) (?:just |gladly |happily |soon )*(?:stay|hold|wait|read|"
    r"tell|show|talk|walk|check|sort|explain|work)\b (?!.*\b(?:about (?:us|me|our)|who we)\b)"
)
_NEWS_ENDS = frozenset({"ask", "number", "second-ask"})
_CONTENT: frozenset[Part] = frozenset({"reason", "for-you"})
_OPENING: frozenset[Part] = frozenset({"greeting", "who"})
_LEADS_IN = word_set(
    "and so but then well oh okay now look listen anyway basically actually because um uh right see"
)
_DEEDS = word_set(
    """asked checked looked counted found noticed been saw seen read heard worked measured went drove walked
    rang spoke added compared tested watched passed dug tried"""
)
"""What a caller has done for them before the call."""
_ME = word_set("i i've i'd i'm we we've we'd we're my our i'll we'll us me")
_NO_NEWS = word_set(
    """sorry apologies please hope hoping thanks thank how congrats congratulations if not no just yes yeah
    companies people businesses clients customers most many some others folks don't do let call give
    it's that's that what you're terribly promise message another good great lovely wow hang hold understood
    who which as"""
)
"""Words with which no news begins: courtesies, apologies, crowds, what is still to be done."""
_COURTESY_WITHIN = word_set(
    "sorry promise apologise apologize apologies bother congratulations excuse message messages voicemail"
)
NEWS_WORDS = 5
"""Words from which a clause can tell them something."""


def by_wording(clauses: list[Clause], place: int, kind: str) -> Part | None:
    """The part that the other words at `place` play by their own wording; None where they tell none."""
    clause = clauses[place]
    said = spoken(clause)
    before = beside(clauses, place, -1)
    if part := looks_back(clauses, place):
        return part
    if re.match(_ANOTHER_TRY, said):
        return "close" if kind == "voicemail" else "ask"
    if re.fullmatch(_NO_CALL_NEEDED, said) or (re.fullmatch(_FAREWELL, said) and before):
        return "close"
    return _in_an_answer(clause, said) if kind == "callback" and clause.turn else None


def looks_back(clauses: list[Clause], place: int) -> Part | None:
    """The part of thanks for what was, or of where they know each other from, before all else is said."""
    clause = clauses[place]
    opens = all(one.part in _OPENING for one in clauses[:place] if one.turn == clause.turn)
    if not opens or beside(clauses, place, 1) is None:
        return None
    if re.match(_THANKS_FOR, spoken(clause)):
        return "greeting"
    return "who" if re.match(_HOW_WE_MET, spoken(clause)) else None


def spoken(clause: Clause) -> str:
    """The clause in lower case, without marks."""
    return " ".join(words_of(clause))


def words_of(clause: Clause) -> list[str]:
    """The clause's words in lower case, without marks."""
    return [word.casefold().strip(",.;:!?-—…") for word in clause.quote.split()]


def _in_an_answer(clause: Clause, said: str) -> Part | None:
    """What words are with which whoever called back is answered."""
    if (
        re.match(_COME_BACK_LATER, said)
        or re.match(_SENDS, said)
        or (re.match(_ASKS, said) and clause.quote.endswith("?"))
    ):
        return "ask"
    if re.match(_A_TOLD_REASON, said):
        return "reason"
    return "for-you" if re.match(_HELP, said) else None


def news(clauses: list[Clause], place: int, kind: str) -> Part | None:
    """The part of something that they are told: why the call is made, or what is in it for them."""
    if not _tells(clauses, place):
        return None
    turn = clauses[place].turn
    earlier = [one.part for one in clauses[:place] if one.turn == turn]
    later = [one.part for one in clauses[place + 1 :] if one.turn == turn]
    told = next((part for part in reversed(earlier) if part != "padding"), None)
    if kind == "callback":
        return "for-you" if turn and (turn > 1 or not _CONTENT.isdisjoint(earlier)) else None
    if kind != "voicemail":
        return None
    if told in _CONTENT:
        done_for_them = words_of(clauses[place])[0] in _ME
        return "reason" if done_for_them else told
    follows = next((part for part in later if part != "padding"), None)
    if told in _OPENING and (follows in _CONTENT or follows in _NEWS_ENDS):
        return follows if follows in _CONTENT else "reason"
    return None


def _tells(clauses: list[Clause], place: int) -> bool:
    """Whether the words, with what goes on from them in one breath, tell of anything but the caller."""
    said = words_of(clauses[place])
    before = beside(clauses, place, -1)
    if before and before.part == "padding" and not ends(before.quote) and said[0] in _ME | _LEADS_IN:
        return False
    at = place
    while (after := beside(clauses, at, 1)) and after.part == "padding" and not ends(clauses[at].quote):
        if words_of(after)[0] not in _LEADS_IN:
            break
        said += words_of(after)
        at += 1
    while said and said[0] in _LEADS_IN:
        said = said[1:]
    if said[:2] == ["there's", "no"]:
        return False
    if len(said) < NEWS_WORDS or said[0] in _NO_NEWS or not _COURTESY_WITHIN.isdisjoint(said):
        return False
    if said[0] in _ME:
        return not _DEEDS.isdisjoint(said[1:5])
    vocative = said[0] in ("your", "the", "a") and before is not None and before.part == "who"
    return not (vocative and before is not None and not ends(before.quote) and before.quote.endswith(","))


def beside(clauses: list[Clause], place: int, step: int) -> Clause | None:
    """The clause `step` places on in the same turn; None where there is none."""
    at = place + step
    near = clauses[at] if 0 <= at < len(clauses) else None
    return near if near and near.turn == clauses[place].turn else None
