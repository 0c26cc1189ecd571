"""What a user may say to each line of the shipped call backs, and where the call goes then.

Words as a recogniser hands them over: small letters, no punctuation; "" is silence. Every branch of every
line is chosen by one reply or more; the first reply that leads somewhere is used in the walks.
"""

from __future__ import annotations

Replies = dict[str, list[tuple[str, str]]]
"""Line -> (what is said, the line that follows)."""

_DANA: Replies = {
    "opening": [
        ("", "anyone-there"),
        (
            "dana its sam im in a meeting whats the best number to call you back on in ten minutes",
            "call-me-back",
        ),
        ("oh hello i have been meaning to call you well maybe another time bye", "another-time"),
        ("hold on who is this i wasnt expecting you i i called about your surcharges", "another-time"),
        ("hello i called about priya patel and her fuel surcharges", "who"),
        (
            "dana sam reyes at fieldline priya found her carrier used the wrong weeks fuel rate "
            "shall we look at one of your bills together on thursday at ten",
            "agreed-at-once",
        ),
        ("hi dana this is sam reyes priyas carrier charged the fuel rate of the wrong week", "not-us"),
        (
            "hi dana sam reyes here i called because priya found something in her fuel surcharges",
            "what-was-it",
        ),
        ("hi dana its sam reyes how are you today", "once-more"),
    ],
    "anyone-there": [
        ("", "no-line"),
        (
            "sam reyes the carrier takes the wrong weeks rate shall we look at one bill on thursday",
            "agreed-at-once",
        ),
        ("yes priyas carrier charged the wrong weeks rate", "not-us"),
        ("yes sorry i am here its sam reyes", "once-more"),
    ],
    "who": [
        ("", "no-line"),
        ("oh we do all sorts of things", "another-time"),
        ("sam reyes its the wrong weeks fuel rate shall we look at one bill on thursday", "agreed-at-once"),
        ("sam reyes she paid the wrong weeks fuel rate", "not-us"),
        ("its sam reyes from fieldline", "once-more"),
    ],
    "what-was-it": [
        ("", "no-line"),
        ("the wrong weeks fuel rate shall we look at one of yours on thursday", "agreed-at-once"),
        ("they took the rate of the wrong week", "not-us"),
        ("well we are a growing company", "still-lost"),
        ("something was wrong with the fuel surcharges that priya patel pays", "not-us"),
    ],
    "not-us": [
        ("", "no-line"),
        ("rates change weekly can i ring you on thursday and we go through one bill", "agreed"),
        ("i see", "look-myself"),
    ],
}
_DANA["once-more"] = _DANA["what-was-it"]

_HELEN: Replies = {
    "opening": [
        ("", "anyone-there"),
        ("helen sam here im driving whats the best number to call you back on in an hour", "call-me-back"),
        ("yes hello how are you today", "your-name"),
        ("helen im sam reyes carriers charge flat packs as if the pallet were full height", "selling"),
        (
            "hello helen this is sam reyes i called about one line on your pallet bill that is often wrong",
            "which-line",
        ),
        ("hello helen this is sam reyes at fieldline", "what-about"),
    ],
    "anyone-there": [
        ("", "nobody-there"),
        ("yes sam reyes its about the height of your pallets", "selling"),
        ("yes sorry im here sam reyes at fieldline", "what-about"),
    ],
    "your-name": [
        ("", "nobody-there"),
        ("i only need two minutes", "not-for-me"),
        ("sam reyes at fieldline and it is the height that is wrong", "selling"),
        ("im sam reyes i work for fieldline", "what-about"),
    ],
    "which-line": [
        ("", "nobody-there"),
        ("its the height", "selling"),
        ("well let me tell you about us", "not-for-me"),
        ("the message was about one line on your pallet bill which is wrong for flat packs", "selling"),
    ],
    "what-about": [
        ("", "nobody-there"),
        ("the height", "reading"),
        ("we help people save money", "not-for-me"),
        ("one line on a pallet bill is wrong for flat packs", "reading"),
    ],
    "selling": [
        ("", "nobody-there"),
        ("not at all can i send you an email", "send-it"),
        ("no do you have a bill in front of you or shall i ring you tomorrow", "reading"),
        ("no shall i ring you tomorrow at nine", "we-go-through-them"),
        ("no not at all", "reading"),
    ],
    "reading": [
        ("thats it i can send you a brochure", "send-it"),
        ("thats it shall i ring you tomorrow at nine and we look at the others", "we-go-through-them"),
        ("yes thats what i meant", "ask-the-carrier"),
    ],
}

_OWEN: Replies = {
    "opening": [
        ("", "still-there"),
        (
            "owen its sam im with a client whats the best number to call you back on in ten minutes",
            "call-me-back",
        ),
        ("hello owen yes harrogate was lovely", "your-name"),
        ("owen sam reyes here they bill by weight some weeks and by floor space in others", "which-bill"),
        ("owen its sam reyes how are you and how is the cellar", "chat"),
        ("owen sam reyes here i rang because you asked why one pallet costs you two prices", "plain-words"),
    ],
    "still-there": [
        ("", "lost-you"),
        ("im here your carrier bills by weight some weeks and by floor space in others", "which-bill"),
        ("yes im here its sam reyes", "plain-words"),
    ],
    "your-name": [
        ("", "lost-you"),
        ("sam reyes they bill you by weight some weeks and by floor space in others", "which-bill"),
        ("its sam reyes from fieldline", "plain-words"),
    ],
    "chat": [
        ("", "lost-you"),
        ("dry please but your carrier bills by weight some weeks and by floor space in others", "which-bill"),
        ("oh i love a dry white", "out-of-time"),
        ("dry but i rang about your two prices for one pallet", "plain-words"),
    ],
    "plain-words": [
        ("", "lost-you"),
        ("the weight one week and the floor space the next", "which-bill"),
        ("well we look after importers", "out-of-time"),
        ("you asked me about the two prices for one pallet of wine", "which-bill"),
    ],
    "which-bill": [
        ("", "lost-you"),
        ("if you pick out one of each ill ring you on friday", "friday"),
        ("if you pick out one of each ill ring you tomorrow", "agreed"),
        ("i dont know yet", "keep-an-eye"),
    ],
}

_RUTH: Replies = {
    "opening": [
        ("", "still-there"),
        (
            "ruth its sam im in a meeting whats the best number to call you back on in ten minutes",
            "call-me-back",
        ),
        ("hello i have an answer about the closed surgeries", "and-you-are"),
        ("hello ruth its sam reyes do your bills show the time of the first try", "looking"),
        ("ruth sam reyes here it is only due when the driver noted a time", "others-said"),
        ("hello ruth this is sam reyes at fieldline", "in-a-word"),
    ],
    "still-there": [
        ("", "next-on-the-list"),
        ("yes sam reyes do your bills show the time of the first try", "looking"),
        ("yes it is only due when the driver noted a time", "others-said"),
        ("yes im here its sam reyes", "in-a-word"),
    ],
    "and-you-are": [
        ("", "next-on-the-list"),
        ("i rang you yesterday", "one-of-the-others"),
        ("sam reyes do your bills show the time of the first try", "looking"),
        ("sam reyes it is only due when the driver noted a time", "others-said"),
        ("im sam reyes from fieldline", "in-a-word"),
    ],
    "in-a-word": [
        ("", "next-on-the-list"),
        ("no you dont", "looking"),
        ("we are a family firm", "one-of-the-others"),
        ("you asked why you pay again when a surgery is closed", "looking"),
    ],
    "others-said": [
        ("", "next-on-the-list"),
        ("do your bills show that time or shall i ring you tomorrow", "looking"),
        ("i see lets go through one together ill ring you tomorrow at eleven", "agreed"),
        ("only with a time from the driver", "looking"),
    ],
    "looking": [
        ("then look at last months and ill ring you tomorrow at eleven", "agreed"),
        ("there you are then", "check-myself"),
    ],
}

REPLIES: dict[str, Replies] = {
    "callback-hurried-logistics": _DANA,
    "callback-wary-furniture": _HELEN,
    "callback-friendly-wine": _OWEN,
    "callback-curious-dental": _RUTH,
}
