"""What is said on a call back: welcome, deferral, their time, the next step; and what an elevator speech ends on."""

from __future__ import annotations

from trainer.analysis.language.phrases import Phrases

_WORDS = {
    "day": "monday|tuesday|wednesday|thursday|friday|tomorrow|today|this afternoon|this morning|this evening|tonight|next week|later",
    "us": "me|us",
    "when": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|morning|afternoon|evening|noon|lunch|week|weekend|month|fortnight|NUM|hour|hours|minutes|minute|days|o clock|oclock|again then",
}

WELCOME = Phrases(
    {
        "welcome": [
            "(thanks|thank you|thank|cheers|appreciate|grateful|glad|pleased|happy|delighted|great|good|nice|lovely|kind|wonderful|perfect|excellent) ~3 (calling|call|called|ringing|ring|returning|return|getting|got back|coming back|phoning|hear from you|hearing from you|to hear|you rang|of you|speak with you|talk to you|hear your voice|timing|catch you)",
            "(thanks|thank you) so much",
            "(good|great|nice|lovely) (to hear from|to speak|hearing)",
        ],
        "remembers": [
            "(i|ive|we) ~1 (left|leaving|sent) (you )?~2 (message|messages|voicemail|note|email)",
            "(my|the|that|our) (message|voicemail|note)( i left)?",
            "(you got|you heard|you received|you listened to) my",
            "(i|we) (called|rang|phoned|tried) (you )?(earlier|yesterday|on|this|last|about|the other|a)?",
            "(returning|return) (my|our|your) (call|message)",
            "(got|received|heard|listened to|had) your (message|voicemail|call|note)",
            "(giving|give|gave) you a (call|ring|shout) back",
        ],
    },
    **_WORDS,
)

THEIR_TIME = Phrases(
    {
        "time": [
            "(is|was) ~1 (now|this|it) ~1 (still )?(a )?~1 (grand|handy|alright|all right|good|okay|convenient|bad|right|best(?! (number|line|way|phone))|fine|alright) ~1 (time|moment|for you|to talk|to speak|still|now)?",
            "(do|have|got|would|if) (you )?~1 (have|got|spare|a|the)? ?(a|one|NUM|couple|few|a couple of|a few|the) ~2 (minute|minutes|moment|moments|second|seconds|time|mins)( to| for| now| right now)?",
            "(did i|have i|am i|i hope im not|hope im not|not) ~1 (caught|catch|catching|interrupting|disturbing|calling) ~4",
            "(wont|will not|not going to|dont want to) ~1 (keep|take|hold|waste) ~3 (you|time|long|much|up)",
            "(ill|i will|let me|ill try to|i can|it will|itll|well) (be|keep it|keep this|make it|make this) ~1 (brief|quick|short)",
            "(it|this|that) ~2 (takes|take|will take|needs|is|be) ~3 (a minute|NUM seconds|a moment|one minute|seconds|quick|brief|two minutes|no more than|less than|under)",
            "(know|sure|appreciate|understand) (youre|you are|your|you) ~1 (busy|time)",
            "(just |only )?(a couple of|a few|couple) (minute|minutes|seconds|quick questions|quick question)( of your time| is all| and)?",
            "(just |only )?(NUM|one) (seconds|quick questions|quick question)( of your time| is all| and)?",
            "(quick|brief|short) ~1 (question|questions|call|one|version|chat|word|answer)",
            "(does|would) ~1 (now|this) ~1 (suit|work)",
            "(appreciate|respect|mindful of|value|conscious of) your time",
            "(ill|i will) (stop|finish|be done|wrap up) ~3",
            "(takes|take|be|only|just) ~1 (half a|a) (minute|moment|second|tick)",
            "(briefly|in a nutshell|in short|very quickly|real quick|really quickly)",
            "(here it is|heres|say it|say this|put it|sum it up|tell you|explain it|give it to you|all of it|the lot) ~5 in (one|a|a single|NUM) (breath|sentence|sentences|line|lines|words)",
            "(straight|right|directly) to (it|the point|business)(?<!goes straight to it)(?<!go straight to it)(?<!went straight to it)(?<!goes right to it)",
            "(get|getting|come|coming|keep|stick) (straight |right )?to the point",
            "(cut|cutting) to the chase",
            "beat(ing)? (about|around) the bush",
            "(long story short|the (long and )?short of it)",
            "(to|ill|let me|i will) (make|cut|keep) (it|this|a long story|a long story very) short",
        ],
        # So many minutes, which are a length and not a time of day: nothing before them says "until then".
        "minutes": [
            "(it|this|that) ~2 (takes|take|will take|needs|is|be) ~3 NUM minutes",
            "(just |only )?NUM(?<!\\bin NUM)(?<!within NUM)(?<!after NUM)(?<!in less than NUM) (minute|minutes|mins)( of your time| is all| and)?",
            "(tell|explain|show|share|say|answer|cover|sum|go|walk|run|give|do|say) ~5 in (just |only |under |about |less than )*NUM (minute|minutes|mins)",
        ],
    },
    **_WORDS,
)

NEXT_STEP = Phrases(
    {
        "next": [
            "(ill|i will|well|we will|ill have|let me|can i|could i|shall i|should i|may i|i can|id like to|want me to|would you like me to|if i|happy to|ive) ~2 (send|email|text|call|ring|phone|book|schedule|set|put|bring|drop|come|show|forward|post|follow|get|give|have|arrange|introduce|share|check|find|see you|stop by|walk) ~4 (you|over|back|up|it|that|this|on|by|in|at|tomorrow|together|our|a|the|him|her|someone)",
            # Somebody comes by, whatever way they travel.
            "(ill|i will|well|we will|let me|can i|can we|could i|could we|shall i|shall we|should i|may i|i can|i could|we could|id like to|want me to|how about i|how about we|why dont i|happy to) (just |quickly |even |always )?(drive|pop|nip|swing|walk|run|ride|head|cycle|drop|step|stop|fly|hop|come|wander|stroll) (over|round|around|across|along|by|in|out|down|up)(?! (the price|of|NUM|your|our|my)\\b)",
            "(shall|should|can|could|may|why dont|how about|what if|lets|let us|would you be open to|are you open to|would you be|would it|does it make sense to|want to|would you like|interested in) (we |i |it |you )?~2 (meet|meeting|talk|set|book|schedule|arrange|sit down|get together|begin|start|go over|look|have|put|do|find|grab|speak|say|see|try|continue|help|make|run|compare|take|walk|proceed|connect|exploring|learning)",
            "(does|would|will) that (work|suit|be okay|be all right|help)",
            "(okay|ok|alright|all right|fine|mind|convenient|possible|suit you) if (i|we) (just |also )?(try|call|ring|phone|come|drop|catch|reach|send|text|stop|check)",
            r"(i|we) can (get|have|send|put) \S+ (out|over|round|to you|there|down)",
            "(next step|next steps|what happens next|from here|going forward)",
            "(does|would|is|how about|what about|say|shall we say|are you free|are you available) ~2 {day} ~3 (work|suit|good|okay|okay for you|convenient|at|morning|afternoon|free)?",
            "(which|what) ~2 (day|time|works|suits|is best|email|address|number|would (suit|be|you|work|help))",
            "(i|we|somebody|someone|one of us) (could|can|will|would|might) (just |also )?(be|come|drop|pop|call|swing|look|bring|start|have) ~5 {when}",
            "(on|for|by) (monday|tuesday|wednesday|thursday|friday)( morning| afternoon| at)?",
            "(get|getting) you (scheduled|booked|set up|started|on the|in)",
            "(talk|speak|see you|meet|call you|catch up) ~2 (again )?~1 (on|at|next|tomorrow) ",
            "(book|schedule|arrange|set up|put in) (a|the|that|it|an|some|you|your)( \\S+)?",
            "(ill|i will|ill just|well|we will|let me|can i|could i|shall i|may i|id like to|happy to) ~2 (try|catch|reach|contact|speak|chat|talk|see|look|be) ~3 (again|back|later|on|at|next|in|by|before|after) ~2 {when}",
            "(ill|i will|well|we will|let me|can i|could i|shall i) ~2 (try|catch|reach|contact) (you|him|her|them) (again |back |then |on |next |this |first thing |later |the )*{when}",
        ],
        "veto": [
            # Stalling, and talk that is no step.
            "let me (just |quickly )*(find|think|see (if|what|who|where)|look (for|at my|up|it)|check (my|who|what|if|whether)|remember)( \\S+){0,3}",
            "(tell|telling) you (a little|a bit|all|some|something|more) (\\S+ )?about",
            # A brush-off: nothing is proposed, and nobody will do anything.
            "(well |you |you just |just )*have a (\\S+ )?(think|ponder|mull)( (about|over) (it|that|this))?( then)?",
            "(well |just |you |ill let you |let you )*(think (it|about it|that|this) over|think about (it|that|this)|sleep on it|mull it over)( then)?",
            "(maybe|perhaps|possibly|sometime|some time|some day|someday) ~2 (another|some other|some) (time|day)",
            "(never mind|nevermind|forget it|forget about it|leave it( there| then)?|no worries|doesnt matter|not to worry|suit yourself)( then)?",
            "(maybe|perhaps|i guess|i suppose) ~5 (send|email|show|give|get|text|find) you (something|anything|stuff|some stuff)",
        ],
    },
    **_WORDS,
)

DEFERRAL = Phrases(
    {
        "attempt": [
            "(can|could|may|shall|let|ill|i will|would it be okay if i|is it okay if i|mind if i) (i |me |just )*~1 (call|ring|phone|get back to) (you|back)( back| right back| to you)?",
        ],
        "busy": [
            "(in the middle of|in a meeting|with someone|with a (family|client|patient|customer|class|group|colleague|visitor|buyer)|up a ladder|with a client|with a customer|on another line|on the other line|on another call|just stepping|about to step|walking into|(im|i am|still|just|currently|be) driving|(im|i am|currently) on the road|cant talk|cannot talk|cant speak|not able to talk|not a good time for me|tied up|stepping into|away from my desk)",
        ],
        "back": [
            "(call|ring|phone|get) (you )?(right )?back (in|within|at|this|later|shortly|as soon|tomorrow|today|when|to you)",
        ],
        "number": [
            "(whats|what is|which|is this|is that|your|the) ~2 (best |right |good )*(number|line)",
            "(best|right|good) (number|way|line) (to|for)",
            "(reach|call|ring|get) ~1 you (on|at|back on|back at) ~2 (this|that|the|same|your|number|PHONE)?",
            "(this|that|same) number",
            "PHONE",
        ],
        "soon": [
            "(in|within|under|give me) ~2 (NUM|ten|a few|an|half an|the|a couple of|one|a|just a|about NUM) ~1 (minutes|minute|hour|hours|moment|seconds|mins)",
            "(right|straight) back",
            "(shortly|as soon as|this afternoon|this morning|later today|later this|at NUM|at (one|noon|lunch)|today|first thing|tomorrow|before NUM|by NUM|by the end)",
        ],
    },
    **_WORDS,
)

STUMBLE = Phrases(
    {
        "stumble": [
            "(hold on|hang on|bear with me|one second|one sec|just a second|just a sec|wait a|let me think|let me see|let me just find|where was i|what was it|what was i|im trying to remember|i forgot|i forget|cant remember|dont remember)",
            "(you know|i mean|sort of|kind of|like) (you know|i mean|um|like|sort of|kind of)",
            "(sorry|oh|okay) (um|uh|sorry|i|so|wait|okay so)",
        ],
        "caught-out": [
            "(who is this|whos this|who was it|who did you say|sorry who|who am i)",
            "(wasnt|was not|didnt|did not|werent|not) ~1 (expecting|expect|prepared|ready)",
            "(caught|catch|catching) me (off|by|at a bad)",
        ],
    },
    **_WORDS,
)

TRADE = Phrases(
    {
        "trade": [
            "(we|i|our company|our team|our firm|the company|NAME|company) ((?!(should|must|might|did|to|could|would)\\b)\\S+ )?(help|helps|sell|sells|provide|provides|offer|offers|specialize|specialise|specializes|work with|works with|build|builds|make(?! (a lot|lots|sure|calls|it|time)\\b)|makes|design|designs|install|installs|manage|manages|check|checks|audit|audits|train|trains|teach|teaches|run|runs|clean|cleans|repair|repairs|fix|fixes|represent|represents|buy|buys|coach|coaches|advise|advises|supply|supplies|handle|handles|deliver|delivers|develop|develops|do(?! (appreciate|hope|not|know|think|want|apologi[sz]e|understand|believe|have|need|wonder|like|you|i|we)\\b)|does|write|writes|book|books|find|finds|turn|turns|take|takes|look after|looks after|keep|keeps|show|shows|lease|finance|insure|move|moves|print|prints|remove|removes|detects|reads|automate|protect|protects|connect|connects|recruit|recruits|place|places|save|saves|cut|cuts|plan|plans|created|built|give|gives|get|gets|stop|stops|make sure|arrange|source|ship|ships|test|support|supports|review|serve|market|inspect|host|hire|care for|translate|cater|bring|brings)",
            "(NAME|we|us|firm|agency|business|team|people|platform|software|app|service|shop|group|charity|charities|tool|system|one|company|companies) (who|that|which) ~1 (helps?|sells?|provides?|offers?|builds?|makes?|installs?|manages?|checks?|trains?|teach|teaches|runs?|cleans?|fix|fixes|does|finds?|keeps?|turns?|saves?|cuts?|stops?|looks? after|protects?|connects?|handles?|gets?|gives?|takes?) \\S+",
            "(im|i am) an? (?!(customer|neighbou?r|member|fan|caller|listener|reader|believer|bit|newcomer|beginner|sitter|stranger|fighter|quitter)\\b)(\\S+ )?\\S*(ner|ter|ker|ler|der|ger|per|ser|yer|eer|ier|ber|cher|tor|sor|ist|ian|ant|physio|vet|nurse|coach|chef|cook|man|woman|wright|smith|dentist)",
            "(i|we) put [a-z]+s (on|in|into|up|round|around)",
            "(im|i am|were|we are|this is|as|its|from|with|by|my name is NAME im|hes|shes) (a|an|the|your|in charge of|responsible for|in the|one of the) ~3 (agent|realtor|broker|consultant|advisor|adviser|coach|trainer|specialist|contractor|investor|buyer|company|firm|agency|lender|provider|supplier|accountant|lawyer|attorney|designer|engineer|developer|recruiter|planner|marketplace|platform|manufacturer|distributor|business|service|producer|assistant|underwriter|manager|director|therapist|plumber|electrician|roofer|cleaner|researcher|group|team|charity|school|clinic|representative|rep|app|studio|shop|practice|network|partner|bank|dealer|auditor)",
            "(my|our|the) (company|firm|team|business|agency|practice|platform|job|work|software|app) ~1 (is|does|helps|offers|provides|makes|handles|sells|works|specializes|builds|focuses|buys|cuts|checks)",
            "(specialize|specialise|specializing|specialising|focus|experts|expert|specialist|specialists) (in|on|at)",
            "(what|all) (we|i) do is",
            "(for|as) a living",
            "(we|i|we are|were|im|i am) (teach|teaching|read|treat|treating|deal in|dealing in|set up|act for|giving|manufacture|manufacturing|supplying|fly|place|rent|lease|grow|cook|fit|fitting|raise|look after|sort out|sort|tune|mend|paint|plumb|wire|roof|roast|bake|brew|breed|groom|walk|drive|carry|haul|store|pack|weigh|measure|survey|value|photograph|film|record|edit|publish|mix|cut|sew|stitch|weld|machine|mould|cast|forge)(ing|s)? (?!(you|that|it|him|her|to|your)\\b)\\S+",
            "(our|my|the) (software|platform|system|app|machines|tool|service|product|firm|shop|team) (calculates|files|tracks|handles|prints|sorts|does|makes|cleans|checks|sends|runs|keeps|finds|reads|books|manages)",
            "(i|we) (?!(am|are|was|were|have|had|got|get|just|want|wanted|know|think|notice|noticed|saw|see|left|leave|sent|gave|give|hope|thought|wonder|wondered|understand|believe|spoke|met|found|can|could|would|will|did|do|should|may|might|must|need|love|promise|counted|showed|spotted|heard|said|told|look|appreciate|tried|try|called|call|rang|ring|phoned|missed|came|went|took|asked|recently|also|really|only|never|dont|didnt|cant|wont|havent|actually|honestly|apologize|apologise|guess|bet|mean|reckon|realize|realise|remember|forgot|talked|emailed|dropped|promised|mentioned|noted|like|feel|figured|happen|happened|even|still|shall|keep|kept|go|put|sat|enjoyed|wish|agree|knew|make (a lot|lots)|speak|talk|chat|meet|ran|made|worked|won|dropped|drove|read|been|finally)\\b)[a-z]{3,}(?<!ed) (?!(you|to|that|if|it|him|her|back|forward|up|me|us|this)\\b)\\S+ ~3 (for|to|in|of|and|with|round|around|from|at|who|that|over|on|so|roofs|by|into|across|between)",
            "(helping|serving|working with|training|selling|building|supporting) ~3 (companies|businesses|people|teams|owners|clients|customers|firms|families|homeowners|agents|organizations|organisations|brokers|practices|managers|reps)",
            "(a|an|your) (local|regional|national|independent|certified|licensed|small|family) ~2 (agent|realtor|broker|company|firm|business|buyer|investor|contractor|advisor|agency)",
            "(realty|insurance|payroll|roofing|plumbing|freight|marketing|software|cleaning|staffing|mortgage|solar|landscaping|accounting|consulting|training|coaching|logistics|security|printing|catering|recruiting|construction|electric|heating|dental|legal|tax|bookkeeping|web|design|advertising|telecom|travel) (company|firm|agency|business|service|services|specialist|specialists|platform|software|team|consultant|consultants|provider|broker|brokers|agent)",
        ]
    },
    **_WORDS,
)

INVITATION = Phrases(
    {
        "invite": [
            "who ~1 (do you|does|did|is|has|looks|would|will|handles|in|at|here|among|on|you) ~1 (you|your|yours|this|that|it|the|here|us|like|whats|who)",
            "(what|how|where|when|why|which|whats|hows|whos|whens|wheres) ~1 (you|your|yours|youre|do|does|did|is|are|would|about|has|have|kind|sort|if|much|many|often|that|brings|made|keeps|caught|works|matters|sounds)",
            "(do|does|did|is|are|would|could|can|have|has|should|will|shall|may|might|dont|isnt|arent|wouldnt|havent|want)(?<!can do)(?<!cant do)(?<!to do)(?<!i do)(?<!we do)(?<!they do)(?<!never do)(?<!could do)(?<!would do)(?<!will do)(?<!to have)(?<!dont have)(?<!never have)(?<!not have)(?<!wont have)(?<!i have)(?<!we have)(?<!they have)(?<!who have)(?<!who want)(?<!they want)(?<!i want)(?<!we want)(?<!people want)(?<!and do)(?<!and does)(?<!who does)(?<!who do)(?<!she does)(?<!he does)(?<!it does)(?<!and is)(?<!and has) (you|your|it|that|this|i|we|there|they|anyone|any|to|now|us|these|those|now|next|monday|tuesday|wednesday|thursday|friday)( \\S+)?",
            "(curious|wondering|wonder|wondered|ask me|guess|interested)",
            "(love|happy|like|glad|want) to (hear|show|learn|know|tell|explain|share|talk|chat|ask|see|understand|swap|compare|schedule)",
            "(let me|let us|ill|i can|i could|we should|we could|lets) (show|talk|tell|explain|prove|chat|meet|know|walk|give you an example|compare)",
            "(worth|open to|up for|fancy|care for) (a|an|having|hearing|talking|comparing|exploring) ",
            "(you know|sound familiar|make sense|isnt it|dont you|sounds familiar|any idea)",
            "(if you|when you|next time you|whenever you) ~3 (ever|want|need|know|manage|have|are|like|would|re|get|see|wonder)",
            "(how about you|what about you|yourself)",
            "and you(?! \\S)",
            "right(?<!all right)(?! \\S)",
        ]
    },
    **_WORDS,
)

AVOIDING = Phrases(
    {
        "avoiding": [
            "(before|first|but first|firstly) (i|let me|we|ill) (get into|tell|go into|come to|answer|say|explain)",
            "(let me|ill|i will|id like to) (first )?(tell you|start|begin) (about|with|by telling) ~1 (us|our|my|NAME|the company|ourselves|me)",
            "(rather|prefer to|better|best) ~2 (show|tell|explain|discuss|talk) ~3 (in person|face to face|when we meet|over coffee|in your office)",
            "(dont|do not|havent|cant|didnt) ~2 (have|got|find|remember|recall|know) ~3 (in front|to hand|with me|here|on me|it|that|them|what|anything|the details)",
            "(have|has|did|do|are|would) you ~4 (thought about|considered|interested in|looking to|ready to) (listing|selling|buying|switching|signing)",
            "(need|want|have) ~1 (you )?to (sign|join|register|subscribe|pay|buy) ~1 (up|first|with|for|before)?",
            "(ring|call|try|phone) ~1 back (tomorrow|later|next|another|again)",
            "(leave|leaving) it with me",
        ]
    },
)
