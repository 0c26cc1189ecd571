"""What is said to an operator or administrator: the ways round voicemail (article 003), courtesy and rudeness."""

from __future__ import annotations

from trainer.analysis.language.phrases import Phrases

_WHO = "him|her|them|NAME|NAME NAME|(mr|mrs|ms|miss|doctor|dr) NAME|the (director|manager|buyer|owner|boss|chief executive)|anyone|anybody|somebody|someone"
_MENUS = "menu|menus|options|option|buttons|button|keypad|system|machine|machines|recording|recordings|maze|voicemail|circles"

ASKS = Phrases(
    {
        "page": [
            "(page|paging|paged|tannoy|bleep|buzz) ({who}|for|over)",
            "(can|could|would|will|might|may|please|able to|possible to|mind|try|have|had|get|give) ~3 (page|paged|paging|tannoyed|bleeped|buzzed|bleep|buzz)( {who})?",
            "(put|call|give) ~3 (over|on|out on) (the|your) ~1 (tannoy|intercom|pa|loudspeaker|speaker|pager)",
            "(call|fetch|get|find|grab) {who} (over|to the phone|on the phone|for me|from|off|out of)",
        ],
        "live": [
            "(how|where|any way|any chance|a way|the way|best way|way) ~4 (reach|get|catch|speak|talk|get hold|get through|find|contact) ~6 (live|direct|directly|in person|in the flesh|himself|herself|personally|voicemail)",
            "how ~1 (can|do|could|would|might|should|best) ~2 (reach|get hold of|get through to|catch|speak to|speak with|talk to|talk with|contact|find) ~1 {who}",
            "(whats|what is|what would be|what might be|is there|theres|there is|tell me|know|suggest|find out) ~3 (way|time|chance|number|moment|line|hour|extension) ~4 (reach|catch|get|speak|talk|ring|call|contact|find|for) ~1 {who}",
            "(reach|catch|get|speak to|speak with|talk to|talk with|get hold of|get through to|getting|reaching|catching) ~1 {who} (live|direct|directly|in person|in the flesh|personally|himself|herself|on the line|on the phone)",
            "(dont|do not|didnt|rather not|rather|instead of|without|not|avoid|no|than|hate|another|end up in|back to|back into) ~4 (voicemail|answering machine|answer phone|answerphone|a machine|recording)",
            "(live|real|actual|living|breathing) (person|voice|human|human being|conversation)",
            "(have|has|give|is there|got|share|know|tell me|whats|may i have|can i have|could i have|get) ~4 (direct|mobile|cell|direct dial) (number|line|phone|extension|dial)",
            "(where|when|how soon|what time) ~1 i ~1 (can|could|might|would|should) ~1 (reach|catch|find|get|speak to|speak with|talk to|talk with|call|ring|try) ~1 {who}",
            "help ~1 (me|us)? ?~1 (reach|catch|find|get|get hold of|speak to|speak with|talk to|get through to|reaching|finding) ~1 {who}",
            "(where|when|how soon|what time) ~3 (i )?(can|could|might|would|should|do|shall) ~1 i (reach|catch|find|get|speak to|speak with|talk to|talk with|call|ring|try) ~1 {who}",
        ],
        "schedule": [
            "(when|what time|what times|what hour|which days|what days|how early|how late) ~3 {who} ~4 (arrive|arrives|come|comes|get|gets|be|in|leave|leaves|start|starts|finish|finishes|go|goes|back|free|available|there|desk|work|works|around|about)",
            "(when|what time|what times|how early|how late) (does|do|is|are|will|would|might) (he|she|they) ~4 (arrive|come|get|be|in|leave|start|finish|go|back|free|available|there|work|around|about|desk)",
            "(when|what time|what times|how early|how late) (hes|shes|theyre|hell|shell|theyll|he|she|they|NAME|NAME NAME|NAME is|NAME NAME is) ~3 (arrive|arrives|come|comes|in|leave|leaves|start|starts|gets|get|back|free|available|finishes|around|about|there)",
            "(his|her|their|NAME|NAME NAME|the) (usual |normal |typical |regular )?(schedule|diary|calendar|hours|working hours|office hours|timetable|rota|routine)",
            "(usual|usually|normal|normally|typical|typically|generally|tend|tends|tend to) ~2 (hours|arrive|arrives|arrival|in|come|comes|start|starts|leave|leaves|get|gets|finish|there|time|day)",
            "(best|good|better|right|quiet) (time|moment|hour|day) ~2 (reach|catch|call|ring|try|get|speak|talk|find|phone|for)",
            "(does|do) (he|she|they|NAME|NAME NAME) ~2 (come|get|start|arrive|be|work|leave|finish) ~2 (early|late|in|first thing|before|after|by|at|around)",
            "(is|are|will|would) (he|she|they|NAME|NAME NAME) ~2 (in|there|around|about|free|back|available|at (his|her|their) desk) ~3 (early|first thing|before|after|later|at|around|this|tomorrow|today)",
        ],
        "tentative-slot": [
            "(book|pencil|put|schedule|arrange|find|hold|reserve|block|keep|squeeze|get|set|fit|make) ~5 (slot|tentative|tentatively|provisional|provisionally|appointment|diary|calendar|pencilled)",
            "(book|pencil|squeeze|fit|put|slot|schedule) (me|us|something|it|that|a call|five|ten|NUM|a NUM|a few) ~3 (in|down|minutes|minute)",
            "(slot|gap|opening|space|free time|free slot) ~4 (free|diary|calendar|day|tomorrow|today|this week|next week|with {who})",
            "(a )?(tentative|provisional) (slot|time|appointment|call|meeting|booking|NUM)",
        ],
        "lost-in-menus": [
            "(lost|stuck|trapped|confused|defeated|beaten|tangled|going round|gone round|went round|been round|round and round|in circles|wandering|drowning) ~6 ({menus})",
            "(pressed|pressing|tried|hit|pushed|been through) ~3 (every|all|each|wrong|five|six|seven|four|NUM) ~4 ({menus}|key|keys|number|numbers)",
            "({menus}) ~3 (got the better of|beat me|beats me|defeated|has me beaten|confused|too clever|lost me|swallowed)",
            "(no good|hopeless|useless|terrible|not clever|never been any good|bad) ~1 (with|at) ~3 ({menus}|these things|machines)",
        ],
        "sales": ["(put|transfer|connect|speak|talk|pass|switch|through|get|try|someone|somebody|anyone|anybody|person|word|have|give|colleague) ~6 (in |to |with |at |the |your )*(sales|sales department|sales team|sales people|sales desk|salespeople)"],
        "public-relations": ["(put|transfer|connect|speak|talk|pass|switch|through|get|try|someone|somebody|anyone|anybody|person|word|have|give|your|the) ~6 (public relations|press office|press department|press team|press desk|pr department|pr team|publicity|publicity department|communications team|communications department|corporate communications|media relations|media office)"],
        "champion": [
            "(who|anyone|anybody|someone|somebody|person|colleague) ~2 (else )?~2 (works|work|working|worked|sits|deals|dealing) ~2 (with|for|alongside|beside|next to|closely) ~1 {who}",
            "(who|who else|anyone|anybody|someone|somebody) ~4 (could|can|might|would|may) (help|put in a word|introduce|point|speak for|pass|get)",
            "(put in|put) a (good )?word",
        ],
    },
    who=_WHO,
    menus=_MENUS,
)  # fmt: skip
"""By the id of the way (`trainer.ways`), "page" and "live" apart: together they are what asks for them live."""

COURTESY = Phrases(
    {
        "polite": [
            "(please|thanks|thank you|thank|cheers|sorry|excuse me|pardon|grateful|appreciate|appreciated|obliged|much obliged|apologies|apologise|if you would|if you could|if you dont mind|if its not too much|if it isnt too much|if thats all right|if i may)",
            "(would|could|can|might|may) (you|i|we)",
            "(i )?(wonder|wondered|was wondering|wondering|hope|was hoping|hoping) ~1 (if|whether|you)",
            "(good|lovely|great) (morning|afternoon|evening|day)",
            "(hello|hi|hey|morning|afternoon|evening)( there)?",
            "(very|so|really|awfully) ~1 (kind|helpful|good) of you",
            "(have|enjoy) (a|the|your) ~2 (day|one|weekend|evening|morning|afternoon)",
            "(youve|you have) been ~2 (helpful|kind|great|wonderful|a help|a star|patient)",
        ],
        "rude": [
            "(shut up|get lost|for (gods|heavens|christs|petes|crying out) sake|what the hell|the hell|damn you|screw you|sod off|bugger off)",
            "(you|youre|your|you are|you must be|are you|you people are|this company is|what a|what an) ~2 (stupid|idiot|idiots|useless|incompetent|pathetic|hopeless|ignorant|deaf|thick|dumb|clueless|jobsworth|moron|fool|ridiculous)",
            "(this|thats|that|its|it) (is )?~1 (ridiculous|a joke|outrageous|pathetic|unacceptable|a disgrace|rubbish|nonsense)",
            "i (dont|do not|couldnt|could not) (care|give a)",
            "i (dont|do not|havent|have not) ~1 (got |have |has )?(all day|time for (this|you|games|that))",
            "you people",
            "(do your|just do your|thats your) job",
            "(whats|what is) your problem",
            "who do you think (you are|youre)",
            "(none|not any) of your (business|concern)",
            "(youre|you are|stop) ~1 (wasting|being difficult|no help|not helping|in my way)",
            "(hurry up|get a move on|chop chop|snap to it|look lively)",
            "i (demand|insist|order you)",
            "(just|look|listen|right) ~2 (put me|get me|get him|get her|get them|give me|transfer me|connect me) ~4 (now|immediately|this minute|this instant|at once|or else|or ill)",
            "(put|get|give|transfer|connect) (me|him|her|them) ~5 (immediately|this minute|this instant|at once|or else|or ill)",
            "(speak|talk) to your (manager|supervisor|boss|superior)",
        ],
    }
)  # fmt: skip
