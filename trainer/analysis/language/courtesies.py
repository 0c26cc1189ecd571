"""Promises to be quick, and friendly closes."""

from __future__ import annotations

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.phrases import Hit, Phrases
from trainer.analysis.language.speech import Speech

GOODBYES = word_set("bye goodbye goodnight cheerio")
GOODBYE_WORDS = 5
"""A clause of so few words that says bye is nothing else."""
BRIEF_MINUTES = 10
"""A call of up to ten minutes is quick (label guide: promises_brevity)."""

BRIEF = Phrases(
    {
        "brief": [
            "(quick|brief|short|a fast|speedy) ((?!(message|thought|note|demo|update|reminder|heads|hello|tip|turnaround|and|voicemail|email|intro)\\b)\\S+ )?(call|call back|chat|conversation|question|questions|talk|phone call|ring|word|discussion|catch up|rundown|convo)(?! (me|us)\\b)",
            "(keep|make|be|being|promise) ~2 (it|this|that|things) ~1 (brief|short|quick|simple and quick)",
            "(connect|speak|talk|chat|meet|discuss|catch up) ~1 briefly",
            "(wont|will not|not going to|wouldnt) (keep|hold|detain|take) (you|but|up)( long| more| a)?",
            "(take|takes|takes you|take you|taking|be|only|just|matter of|in|in less than|less than|under|half) (you )?(only |just |but |about )?(a|one|half a|two|no|five|ten) (minute|minutes|moment|second|seconds|time)",
            "in no time",
            "(its|it is|itll be|it will be|thisll be|this will be) (very |really |super |pretty )?(quick|brief|short)(?! (and|to|turn|way|fix|tip|question|but|for|on))",
            "one question (and|is all|only|then)",
            "(two|NUM|a couple of|couple of|few) (ticks|tick|jiffy|jiffies|secs|shakes)",
            "in a (jiffy|tick|flash|nutshell)",
            "(takes|take|taking|need|needs|be) no time",
            "briefly (share|explain|tell|show|discuss|talk|go over|touch|introduce|chat|speak|connect)",
            "(ill|i will|well|we will|it will|itll|promise to) be (very |really |super )?(brief|quick|short)",
            "dont want to (take|keep|use|hold) ~3 (long|much of your time|your time|more than a|up much|up a lot|up your)",
            "(wont|will not|not going to|not) (take|keep|waste|need|use|hold) ~3 (long|much of your time|your time|more than a|up much|up a lot|up your)",
            "(wont|will not) (be|take) (long|a minute|a moment|more than)",
            "(only|just|literally) ~2 (takes|take|needs|need|taking) ~2 (a|couple|few|one) ~2 (minute|minutes|seconds|moment|moments|second)",
            "(takes|take|in|for|need) (only |just |about |under |less than )?(a|one|two|a couple|a couple of|a few) (minute|minutes|moments|seconds) (of your time|to explain|to share|to tell|to go|to answer|tops|or less|or so|and)",
            "(couple|few) (of )?(quick )?(minutes|minute|seconds) (of your time|to explain|to share|to tell|to see|to chat|to talk|on the phone|is all|tops)",
            "(quick|brief|short) ~1 (on the phone|over the phone)",
        ],
        # A question that the message itself asks needs no call; when they may call is no length of it.
        "asked": [
            "(quick|brief|short) ~1 (question|questions) ~8 ((who|what|when|where|how|which) (do|does|did|is|are|much|many|long|often)|(do|does|did|are|is|have|has) (you|your|there|anyone|anybody|it|that))",
            "(quick|brief|short|one) ~1 (question|questions) (for you |NAME )*(when|what|who|how|where|which|are|do|does|is|have|did|would|if|why) (do|does|did|is|are|was|were|you|your|the|we|i|it|long|many|much|often|they|that)",
            "(when|whenever|once|as soon as|next time) (you|youve|youd|youll) ~2 (just |only )?(a|one|two|a few|a couple of|few|couple|NUM) ~1 (minute|minutes|moment|second|seconds|sec|secs|tick)",
            "(take|spare|have|got|find|get) (just |only )?(a|one) (quick )?(minute|moment|second|sec) to (call|give|ring|look|read|listen|review|visit|let|check|watch|return|respond|reply|think|consider)",
            "(quick|brief|short|one) ~1 (question|questions) (is|are|does|did|has|have|would|could|can) \\S+",
            "(?<!its )(?<!is )(?<!be )just ~2 quick (call|ring|bell) to (see|check|let|say|tell|ask|follow|introduce|confirm|remind|thank)",
            "subject line( is)? ~1 (quick|brief|short) ~1 (one|question|call|chat)",
        ],
        # What the offer does quickly is no quick call.
        "offer": [
            "(answer|answers|answered|answering|respond|responds|responded|responding|reply|replies|replying|leads|enquiry|inquiry|contact|contacted|load|loads|deliver|delivers|fix|fixes|install|installs|ship|ships|arrive|arrives|approve|approves|approved|pay|pays|approval|quote|quotes|results|set up|sets up|kick in|kick on|kicks in|kicks on|starts|done) ~5 (in|within|under) ~2 (a|one|NUM) (minute|minutes|second|seconds)",
            "(takes|took) (me|us|him|her|them|my|our|most|people|customers|it) ~2 (a|one|NUM) (minute|minutes|second|seconds)",
            "(about|around|some|only|just|roughly|NUM) ~2 (minute|minutes|seconds|second) (before|after|until|into|prior|later|earlier|past|ago)",
            "(takes|take|took|needs|only|just) (about |only |just |around |over |less than |under )?NUM (seconds|minutes|minute) to (load|set up|install|see|look|watch|read|fill|complete|apply|book|sign|order|open|respond|reply|answer|view|browse|finish)(?! (if|whether|what|where|how))",
            "NUM (seconds|minutes|minute) to (look|see|watch|read|load|view|browse)(?! (if|whether|what|where|how))",
            "(worth|for|save|saves|cost|costs) (it )?your NUM (seconds|minutes|minute)",
        ],
        "minutes": [
            "NUM(?<!first NUM)(?<!last NUM)(?<!next NUM) (or NUM |to NUM )?(minute|minutes|min|mins|seconds)( no more| tops| at most| or less| is all| max)?(?! (from|away|ago|drive|walk|video|recording|tour|late|early|teardown|film|of (?!your (time|day)\\b))\\b)",
            "one (or NUM |to NUM )?(minute|minutes|min|mins|seconds|second)",
        ],
    }
)  # fmt: skip

CLOSE = Phrases(
    {
        "thanks": ["(tar|tah) (very much|ever so|so much)", "(thanks|thank|thanking|thankyou|cheers|ta|tara|cheerio|ciao|toodle|bless|appreciate|appreciated|much obliged|grateful)"],
        "forward": [
            "(looking|look) ~1 forward",
            "(cant|cannot|can not) wait( to)?",
            "(hope|hoping|excited|eager|pleasure|delighted) to (hear|talk|speak|connect|chat|catch|see|meet|speaking|hearing)",
            "(love|happy|glad) to (hear from|hear back|meet|see you|have (met|spoken))",
            "(talk|speak|chat|see you|catch you|talk to you|speak to you|talk with you|speak with you|catch up) ((?!before\\b)\\S+ ){0,3}(soon|later|then|shortly|{day})",
        ],
        "wish": [
            "see you( later| soon| then| about| around)?(?! \\S)",
            # To those at home ("love to your mother"); who "would love to" or finds it "best to" does something.
            "{greetings} to (the|your|all|everyone|everybody|you and|both) \\S+",
            "{greetings} to (?!{deeds}\\b)[a-z]+( and (the |your )?[a-z]+)?(?! \\S)",
            "say (hello|hi|hey) to \\S+",
            "remember me to \\S+",
            "(hwyl|slan|slán|adios|adiós|hasta (luego|pronto|la vista|manana|mañana)|au revoir|a bientot|à bientôt|auf wieder(sehen|hören|horen)|tschuss|tschüss|arrivederci|sayonara|nos da|diolch|gracias|merci|danke|grazie|obrigad[oa]|tot ziens|khuda hafiz|do widzenia|dasvidaniya|shukran|oiche mhaith|go raibh maith agat|bonne (journee|journée|soiree|soirée)|hooroo|tatty bye|toodle pip|ta ra|ka kite)",
            "(have|enjoy) (a|an|your|the|yourself) ~4 (day|one|week|weekend|evening|afternoon|morning|night|rest|holiday|holidays|christmas|thanksgiving|easter|time|year)",
            "(good day|good evening|good night|bless you|god bless|(?<!for )(?<!been )(?<!around )(?<!too )(?<!me )so long(?! (at|as|we|that|to|since|and))|bye for now|see ya|stay warm|keep well|all the very best|be good|mind yourself|warm regards|take care(?! (of|that|to)\\b)|best of luck|good luck|all the best|best wishes|regards(?! (to|for)\\b)|kind regards|best regards|be well|stay safe|stay well|god bless|have fun|until then|wishing you|wish you|hope you|hope youre|hope all|hope everything|hope everythings|hope your|enjoy the)",
        ],
    },
    day="monday|tuesday|wednesday|thursday|friday|tomorrow",
    greetings="best(?<!its best)(?<!is best)(?<!be best)(?<!it best)(?<!was best)(?<!works best)(?<!our best)"
    "|love(?<!id love)(?<!would love)(?<!wed love)(?<!i love)(?<!we love)(?<!youd love)(?<!they love)(?<!who love)"
    "|regards(?<!with regards)(?<!in regards)(?<!as regards)|wishes|greetings|hello",
    deeds="ring|call|phone|try|use|email|text|talk|check|start|book|speak|leave|get|go|come|wait|be|do|have|see|meet|let"
    "|whatsapp|message|visit|write|reply|explain|help|hear|chat|discuss|know|avoid|catch|find|ask|act|learn|it|that|this"
    "|me|us|you|him|her|them",
)  # fmt: skip


def brief(speech: Speech) -> list[Hit]:
    """Where a quick call is promised, by word or by the number of minutes."""
    hits = list(BRIEF.find(speech))
    offered = {at for hit in hits if hit.label in ("offer", "asked") for at in range(hit.first, hit.last + 1)}
    return [
        hit
        for hit in hits
        if offered.isdisjoint(range(hit.first, hit.last + 1))
        and (hit.label == "brief" or (hit.label == "minutes" and _short(speech, hit)))
    ]


def _short(speech: Speech, hit: Hit) -> bool:
    """Whether the minutes (or seconds) named here are few enough."""
    span = speech.tokens[hit.first : hit.last + 1]
    values = [token.number.value for token in span if token.number] or [1]
    return span[-1].text.startswith("sec") or values[-1] <= BRIEF_MINUTES
