"""What a caller may ask for: a call back, and all the other things (article 002 counts them one by one)."""

from __future__ import annotations

from trainer.analysis.language.phrases import Phrases

_WORDS = {
    "ring": "call|ring|phone|buzz|dial|telephone",
    "us": "me|us",
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight|morning|afternoon|evening",
    "meeting": "meeting|appointment|appointments|demo|demonstration|consultation|visit|viewing|showing|tour|walkthrough"
    "|sit down|zoom|coffee|lunch|breakfast|session|estimate|inspection|site visit|discovery call|strategy call|intro call"
    "|discovery|presentation|webinar|slot|intake",
    "may": "you can|you could|you may|you can also|you can always|feel free to|free to|youre welcome to|you are welcome to"
    "|welcome to|able to|happy for you to|you might|hesitate to|you want to|youd like to|you would like to|you wish to",
}

CALL_BACK = Phrases(
    {
        "ask": [
            "{ring} {us}( right| straight| back| please| today| now| anytime| at)*",
            "{ring} (or|and) (text|email|message|whatsapp|call) {us}",
            "{ring} NAME( back)?",
            "{ring} (?!you)\\S+ back (at|on) ~1 PHONE",
            "{ring} (him|her|my office|our office|our team|my cell|my mobile|my direct line|my number|our number|the office)",
            "(give|gimme|shoot|drop) {us} (a|an|the) ~2 (call|ring|buzz|bell|shout|callback|tinkle|holler|dial)( back)?",
            "(give|shoot) {us} ~1 (call|ring|buzz|bell|shout)( back)?",
            "(give|make) (the|our|my) ~2 (call|ring|buzz)( back)?",
            "(return|answer) (my|our|this|the) (call|phone call|message|voicemail)",
            "(hit|get|ring|phone|buzz) {us} back",
            "hit {us} up",
            "(get|come|reach|circle) back (to|with|out to) {us}",
            "(reach|contact|get|try|catch|dial|get hold of|get a hold of|get ahold of|find) {us} ~3 (on|at|by|via) ~4 PHONE",
            "(reach|contact|try|catch|get) {us} ~2 PHONE",
            "(reach out|get in touch|speak|talk|connect) (to|with) {us} ~3 (on|at|by|via) ~3 PHONE",
            "(please|just|so|and|to|then|kindly|can you|could you|would you|will you|ill|or) (call|dial|ring|phone) ~4 PHONE",
            "call(?<!a call)(?<!quick call)(?<!short call)(?<!brief call)(?<!phone call)(?<!my call)(?<!your call) ~3 PHONE",
            "(dial|phone) ~3 PHONE",
            "(please|kindly|just|or|so) (call|ring|phone) (back|today|now|anytime|soon|when|whenever|as soon as|at your|in)",
            "call back (today|now|soon|when|whenever|at your|as soon as|on|at)",
            "call (today|now|anytime)",
            "(appreciate|love|like|want|welcome|expect|await|for|get|request|requesting) (a|your|the) ~1 (call back|return call|ring back|returned call)",
            "(quick|brief) call back and",
            "(pick up|grab) the phone and (call|ring|phone)",
            "imperative that we (speak|talk)",
            "(need|want|like) you to (call|ring|phone) {us}",
        ],
        "veto": [
            "{may} ~2 ({ring}|reach|contact|get|give|try|drop|return|hit|catch|shoot)",
            "(dont|do not|no|not|never) ~2 (need|have|want|reason|expect) ~2 (to )?({ring}|return|get)",
            "(thanks|thank you|thank) ~2 for ~2 (calling|call|ringing|returning|getting)",
            "(when|before|after|once|until|if) you (called|rang|phoned)",
            "you (called|rang|phoned|gave) {us}",
            "(suggested|said|told|asked|recommended|wanted|mentioned) ~3 (i|we|me to|us to) ~2 (give|call|ring|phone)",
            "(asked|told|wanted|begged) (me|us) to (call|ring|phone|give)",
            "(people|they|customers|clients|folks|who) (call|ring|phone|hit) (me|us)",
            "(have|having|had) (someone|somebody|him|her|them) (call|ring|phone)",
        ],
    },
    **_WORDS,
)

ADDRESS = Phrases(
    {"address": ["\\S+ at \\S+ dot (com|net|org|co|io|uk|biz|info|us|ca|au|ai|app|i o|a i|c o|u k)"]},
)

OTHER = Phrases(
    {
        "appointment": [
            "(schedule|reschedule|rebook|arrange|organize|organise|book) ~4 ({meeting}|call|time|chat|conversation|{day}|NUM)",
            "(get|getting) you (scheduled|booked|on the (schedule|calendar|books)|in (for|to|on))",
            "(like|love|want|ready|time|able|easy) to (book|schedule|rebook)( \\S+)?",
            "(available|availability|slots|openings|opening|openings) ~3 (this week|next week|today|tomorrow|{day}) ~3 (estimate|inspection|appointment|visit|consultation|for)?",
            "(love|like|want|need) (just |about |only )?NUM (minutes|minute|mins|min)",
            "(schedule|reschedule|rebook|book) (it|you|a|an|your|with|in|online|now|today|something|us)",
            "(set|setting|line|put) (up|aside|in) ~4 ({meeting}|call|time|chat|conversation|minutes|something)",
            "(set|setting|find|pick|choose|schedule|get|grab|carve|block|nail|lock) ~3 (time|times|day|date|slot) ~3 (to|for|that|on|when|with|works)",
            "(find|pick|choose|agree on|suggest) (a|some|the) (time|day|date)",
            "(meet|meeting|sit down|get together|catch up|connect) ~2 (for|over|in|on) ~3 (coffee|lunch|breakfast|minutes|{day}|person|face)",
            "(like|love|want|wanted|hoping|hope|able|time|possible|easier|great|good) ~1 to (meet|sit down|get together|come by|stop by|drop by|pop in|come in|come out|visit|swing by|stop in)",
            "(can|could|may|shall|should) (we|i|you) (meet|sit down|get together|come by|stop by|drop by|pop in|come in|come out|visit|swing by)",
            "(set|make|book|have|get|need|confirm|arrange) (up )?(a|an|your|our|the) ~2 (appointment|appointments|meeting|demo|consultation|visit|viewing)",
            "(on|in|into) (your|my|our|the) (calendar|diary|schedule)",
            "(your|my|our) (calendar|calendly|diary|booking) (link|page)?",
            "(steal|grab|have|get|need|wanted|want|like|love|spare|borrow|take|ask for|for|give me|with) ~3 NUM (to NUM )?(minutes|minute|mins|min|hour) ~2 (of your|this|next|on|to show|to walk|to see|to share|to learn|to discuss|with you|together|from you|if|later|{day}|your time)",
            "NUM (to NUM )?(minutes|mins|min) ~2 (on your calendar|of your time|on the calendar|{day}|next week|this week)",
            "(are|would|will) you (be )?(free|available|around|open) ~3 (on|at|{day}|next|this|for|NUM|later)",
            "(does|would|will|how about|how is|hows|what about|is) ~1 ({day}|next week|this week|later this week|NUM) ~3 (work|suit|good|okay|better|fit|convenient|free)",
            "(how|what) about {day}",
            "(what|which|whatever|when) ~2 (day|time|times|days|date) ~3 (work|works|suits|suit|best|good|fits|is good|is best)",
            "let (me|us) know ~2 (when|what|which) ~4 (work|works|suits|free|available|best|good|convenient|calendar|schedule|time)",
            "(a|another|the) good time (to|for) (meet|talk|chat|connect|a|you|us|speak|catch)",
            "(your|you) ~1 (availability|calendar|diary) ~2 (looks|look|is|for|like|next|this|on)",
            "(come|stop|swing|pop|drop) (by|in|out|over|round) ~3 (and|to|on|for|your|the|our|this|next|{day})",
            "(a|an|quick|short|brief|free|minute) (demo(?! (website|site|at|version|page|video|for|of|or))|walkthrough|consultation|appointment|viewing|site visit|meeting|strategy session|discovery call|zoom call|video call|screen share)",
            "grab (a )?(coffee|lunch|breakfast|time|slot|spot)",
            "(buy|take) you ~1 (a coffee|coffee|lunch|breakfast)",
            "see you (and|in|on|at|{day}|next|for)",
        ],
        "existing-appointment": [
            "(confirm|confirming|remind|reminding|reminder|reminding you|about|regarding|for|before|missed|moved|after|since|our|your) ~4 (appointment|demo|meeting|session|consultation|visit|viewing|tune up|inspection|tour|showing) ~3 (is|today|tomorrow|scheduled|later|on|this|next|at|was|with|yesterday)",
            "(book|booking|books|get|getting|set|setting|generate|generating|more|qualified|schedule|scheduling|schedules) ~3 (qualified|new|more|sales|their|your|client|patient) ~2 (appointments|meetings|demos|consultations|viewings|jobs|calls)",
            "(missed|no show|cancelled|canceled|last|previous|upcoming|scheduled) ~2 (appointment|appointments|meeting|demo|consultation|visit|session)",
            "(appointment|appointments|meeting|meetings|demo|session|visit) (is|are|was|were|reminders|setting|setters|setter|booking|no shows|tomorrow|today|yesterday)",
            "since your (last|first) (visit|appointment|session)",
            "your (last|first|recent|upcoming) (visit|appointment|session|consultation|demo|meeting)",
        ],
        "e-mail": [
            "(email|emails|emailed|emailing|inbox|gmail|mailbox)",
            "(sales|info|hello|contact|support|office|admin|team|NAME) at \\S+ dot (com|net|org|co|io|uk|biz|info|us|ca|au|ai|app|i o|a i|c o|u k)",
            "(send|sending|sent|drop|shoot) you (a|an|some|the|my|over) ~2 (subject line|pdf|attachment|message with)",
            "subject line",
        ],
        "web-site": [
            "(www|https|http)",
            "\\S+ dot (com|net|org|io|co|ai|biz|info|us|ca|uk|app|dev|me|tv|au|edu|gov|shop|store|online|xyz|i o|a i|c o|u k|u s|c a)",
            "(google|search|search for|look up|type in|search online) (us|me|our|your|for|it|NAME|online|my)( \\S+)?",
            "(just|or) (google|search|look up|type) \\S+",
            "(see|view|find|watch|get|read|check) ~3 (online|on the web|on the internet|on our site|on my site)",
            "(visit|see|check out|check|go to|look at|head to|head over to|find|browse|on|at|through|via|in) (our|my|the) ~2 (website|site|webpage|web page|portal|blog|linkedin|youtube|facebook|instagram|app)",
            "(check|look|find|google|search|see) (us|me|it|this|them|the link|that) ~2 (out|up|online|on line)",
            "(our|my|the) (website|web page|webpage|landing page|homepage|online portal)",
            "(calendar|booking|calendly|zoom|scheduling|this|the|a|my|our|that|following|payment|secure) link",
            "link (to|in|below|for|i|that|is|and|so)",
            "(click|clicking) ~3 (link|button|here|below)",
            "calendly",
            "(time|slot|something|spot) ~1 on (my|our) calendar",
            "(book|schedule|register|sign up|order|apply|buy|read|learn more|more information|details|find out more) online",
            "\\S+ com (and|or|for|to|slash|thanks|thank|again|thats|if|is|so|you|where|\\Z)",
        ],
        "own-site": [
            "(request|inquiry|enquiry|form|order|visit|application|from) ~2 (from|on|at|through|via|to) \\S+ dot (com|net|org|io|co)",
            "(your|their|his|her|a|new|client|clients|better|build|built|building|design|designing|redesign) ~1 (website|websites|site|web page|page|landing page|homepage|blog|linkedin|instagram|facebook)( and| is| was| are| has| flagged| conversion| traffic)?",
            "(website|websites|site|web) (and|design|development|traffic|visitors|visitor|conversion|speed|audit|hosting|gaps|leads|builder|builds)",
        ],
        "text": [
            "(text|message|whatsapp|dm|texting) {us}( back)?",
            "(call|ring|phone) (or|and) (text|message|whatsapp|email)",
            "(text|email|message|whatsapp) (or|and) (call|ring|phone)",
            "(shoot|send|drop|give|fire) {us} (a|an|over a|back a) ~1 (text|message|note|line|email|reply|whatsapp|dm)",
            "(reply|respond|write back|answer) ~2 (to|by|with|yes|the|this|here|back|stop|when)",
            "(a call|call|ring) ~1 or (a )?(text|email|message)",
            "(call|reach|contact) {us} or (just )?(text|email|message)",
            "or (just )?(a )?(text|email|message|reply|text me|shoot)",
            "text ~4 PHONE",
        ],
        "visit": [
            "(visit|come|stop by|swing by|drop by|pop into|come down to|come in to|come see) ~1 (us|our|my|the) ~2 (store|shop|office|showroom|dealership|branch|booth|stand|showrooms)?",
            "press (NUM|one|two|the|any|star|pound|hash|zero)",
            "(sign|signed) (up|it|the)",
            "(log in|log on|log into|fill out|fill in|complete|download|register|apply)( now| today| for| the| your| our| a| it)",
            "(take|have) a (quick |good )?look (at|and|when|over)",
            "let me know ~4 (if|what|when|how|either|whether|which|your)",
        ],
    },
    **_WORDS,
)
