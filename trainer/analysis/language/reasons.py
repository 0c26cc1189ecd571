"""On a call back: what the call, or the contact before it, was about."""

from __future__ import annotations

from trainer.analysis.language.phrases import Phrases

_WORDS = {
    "day": "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today",
    "about": "about|regarding|concerning|in regard to|in regards to|with regard to|with regards to|on|for|re|around|with|as to|to discuss|to do with|relating to|in reference to|over|to talk about|to go over|to share|because|because of|after|to see if|to find out|to ask",
    "contact": "message|voicemail|call|called|calling|rang|ringing|phoned|reached out|reaching out|reach out|email|emailed|inquiry|enquiry|note|request|application|letter|contacted|contact|touch|inquired|enquired|interest|interested|asked|questions|question|spoke|talked|talking|speaking|connected|conversation|chat|quote|form|follow up|following up|responding|response|filled out|signed up|applied|downloaded|looking",
}

REASON = Phrases(
    {
        "reason": [
            "(message|messages|voicemail|voicemails|note|call|phone call|callback|call back|email|inquiry|enquiry|request|contact|question|questions|conversation|chat|appointment) ~4 {about} (?!(the message|you left|me|us|him|her|that|this|it|calling|getting|returning|holding|taking)\\b)\\S+",
            "(called|calling|rang|ringing|phoned|phoning|call|ring) ~3 (about|regarding|concerning|to discuss|to talk about|to go over|because|with (the|some|your|news|an|a)|on the|in regard|in regards|in reference|with regard|to share|to tell you|to let you know|to see if|to see whether|to check if|to check whether|to find out|to follow up|to touch base and|to confirm|to ask) (?!(me|us|that|it)\\b)\\S+",
            "(reached|reaching|reach) out ~3 (about|regarding|concerning|to discuss|to talk|because|with|on|to see|to share|to ask|to help|to invite|to find|after) (?!(me|us|you)\\b)\\S+",
            "(left|leave|sent|dropped) (you )?(a|the|that|my) ~1 (message|voicemail|note|email|letter) ~3 (about|regarding|on|concerning|because|for|with|that|saying|asking|to) \\S+",
            "(sent|mailed|emailed|texted|dropped) (off |over |across |out |you )*(a|an|the|some|our|my) ~3 (video|letter|email|note|postcard|brochure|sample|samples|report|quote|proposal|link|flyer|leaflet|package|catalogue|catalog) ~2 (about|showing|on|regarding|with|of|for|that|to|in|last|earlier) \\S+",
            "(responded|replied|reacted|applied|subscribed) to ~3 (ad|ads|post|posts|advert|adverts|listing|offer|campaign|mailer|letter|invitation|survey|newsletter)",
            "(came across|saw|noticed|found|visited|looked at|was looking at) your (?!(number|call|name|message|voicemail|email|details|card)\\b)(\\S+ ){1,4}(and|so|online|on|about|but) ",
            "(texted|messaged|emailed|wrote|mailed) (to )?you (\\S+ )?(about|regarding|concerning) \\S+",
            "(its|it is|it was) (about|regarding|to do with) (the|your|that|a|an) (?!(call|message|voicemail)\\b)\\S+",
            "(got|received|saw) your (inquiry|enquiry|request|application|order|form|questionnaire|email) (through|on|from|about|for|via|online) ",
            "(thats|that is|which is) why (i|we) (called|rang|phoned|reached|wrote|got in|left|emailed)",
            "(reason|reasons) ~2 (for|i|we|why|of|behind|that) ~2 (call|called|calling|my call|reached|reaching|rang|contacting|left|wanted|message|is|was)",
            "(message|messages|voicemail|call|called|calling|rang|ringing|reached|returning|contacted|spoke|talked|email|emailed|inquired|enquired|asked|inquiry|enquiry|note|thanks|thank you) ~7 (about|regarding|concerning) (your|the|our|how|what|a|an|some|that|those|these|getting|his|her|cutting|reducing|saving|improving|growing) (?!(message|call|voicemail|day)\\b)\\S+",
            "(regarding|concerning) (your|the|our) (?!(message|call|voicemail|day)\\b)\\S+",
            "(your|the) ~3 (inquiry|enquiry|request|application|quote|interest|order|claim|renewal|referral|estimate|submission|registration|download|visit|question|booking|appointment|listing|property) ~2 (for|about|on|regarding|at|in|you|that|with|to|of|came|is|was|from)",
            "(you|youd|you had|youve|you were|she|he|they) ~1 (asked|requested|inquired|enquired|expressed|wanted|applied|mentioned|were asking|signed up|filled|downloaded|called in|looking|were looking|interested|was asking|are looking|submitted) ~2 (about|for|to|interest|in|on|us|me|information|if|our|an|a|whether|how|that|the|out)",
            "back ~3 (about|regarding|concerning|on) (your|the|that|this|those|a|an|our|my|it) (?!(message|call|voicemail)\\b)\\S+",
            "(you|youd|youve) (asked|wanted|told) ~2 (me|us) to ~4 (about|on|for|because|regarding|once|when|with|over)",
            "(getting|get|got|been) in (touch|contact) ~2 (about|regarding|concerning|with|on|for|because|over)",
            "(called|calling|rang|ringing|phoned|phoning|call) (you )?because (you|youd|youve|your|theres|there|the|we|were|i|its|of)",
            "(you|youd|youve) (also |just |recently |had )*(came by|came in|came to|come by|come in|stopped by|stopped in|dropped by|dropped in|visited|walked in|attended|toured|test drove|registered|filled in|submitted|signed|joined|donated|enquired|inquired)",
            "(you|youd) (were|are|been) (asking|wondering|looking|after|hoping|trying|waiting|thinking) ~1 (about|if|whether|for|to|of|how|on)",
            "(found out|find out|heard|learned|know) about (the|that|your) \\S+",
            "(responding|response|replying|in reply|getting back|following up|follow up|follow) ~3 (to|on|about|with|regarding) (your|the|our|my|you about|you on|a) (?!(call|message|voicemail)\\b)\\S+",
            "(last time|when we|we) ~2 (were|talked|spoke|spoken|discussed|chatted|met|talking|last spoke) ~3 (about|how|on|that|regarding|your)",
            "(calling|ringing|returning|getting) (you )?back (about|with (the|some|your|news|an|a)|regarding|as|for (the|your)|concerning|on (the|your))",
            "(wanted|want|like|love|hoping|hoped|wanting|was going|trying) to ~2 (talk|discuss|share|ask|speak|chat|tell|show|go over|walk|follow up|run|see|introduce|invite|find out|explore) ~3 (about|you|with|your|how|whether|if|what|the|regarding|on|something)",
            "(idea|ideas|information|report|lead|news|tip|finding|findings|something|question|figure|opportunity|article|results) ~3 (for|about|on|i|that|you|from|we|regarding) ~3 (mentioned|promised|found|your|you|noticed|had|have|saw|the|how|her|his|gave)",
            "(im|i am|i was|were|we are) ~1 (researching|looking into|working on|looking at|reviewing|studying) ~1 (a|the|your|how|some|an|into)",
            "(program|programme|position|role|job|policy|quote|plan|project|offer|property|account|invoice|order|service|review|demo|proposal) (you|that|we|i) ~2 (requested|asked|wanted|reached|discussed|mentioned|applied|inquired|expressed|sent|talked|spoke|called|left|want)",
            "(talk|speak|chat|talking|speaking|discuss) (more )?(about|regarding) (?!(it|that|this|me|us|what|how you|the (message|call|voicemail))\\b)\\S+",
            "(you|youd|youve) (called|rang|phoned|wrote|emailed|texted|answered|responded|replied) (us |in |me |back )?(on|about|from|after|because|to|regarding|our|the) ~1 (?!(message|call|voicemail|minute|moment)\\b)\\S+",
            "(missing|missed|miss) each other (on|about|over|regarding) \\S+",
            "(we|i) (sent|mailed|posted|put) ((?!(link|email)\\b)\\S+ ){0,3}(letter|letters|postcard|postcards|card|cards|flyer|flyers|catalogue|catalog|mailer|sample|samples|brochure|brochures) ~5 (because|about|on|for|regarding|since|to|of)",
            "(when|last time|since|after) (we|you) (last |first )?(spoke|talked|met|chatted) ~3 you (had|said|were|mentioned|indicated|wondered|felt|thought) ~1 (?!(call|ring|today|back)\\b)\\S+",
            "(store|house|home|business|property|system) ~2 (you|that you) (want|wanted|are|were|plan)",
        ],
        # Said of a thing to somebody who has just asked what it is about.
        "answer": [
            "(its|it is|thats|theres|there is|there are) (the|your|number|a|an|NUM|two|three|one|in|on) (?!(best|good|bit|pleasure|time|name|call|voicemail|message|lot|moment)\\b)\\S+",
        ],
        # What the message kept back is handed over by its name.
        "handed": [
            "(heres|here is|this is|thats|that is) (the|that|my|your|our) \\S+",
            "(heres|here is|this is|thats|that is) what (i|we) (have )?\\S+",
            "(the|my|that|our) \\S+ (is|was|goes)",
        ],
        "cut-short": [
            "(call|called|calling|rang|ringing|phoned|message) ~3 (about|regarding|concerning|because) (hold on|hang on|wait|bear with|one second|one sec|let me|sorry|what was|where was|what is it)",
        ],
        "veto": [
            "(about|regarding|concerning|because) (hold on|hang on|wait|bear with|one second|one sec|let me|sorry|what was|where was|what is it)",
            "(thanks|thank you) for ~2 (calling|returning|getting|the call|taking|your time|holding|reaching|your call|the call back|calling back)",
            "about the message you",
            # When one will ring, and what one will not talk about.
            "(ring|call|phone|try|telephone) (you |me |them )?(back )?(on|for) (the )?(first|second|third|NUM|\\S+th|{day})",
            "(today|tomorrow|tonight|morning|afternoon|evening|week|{day}) (at )?(about|around) (NUM|noon|lunch|lunchtime|half|quarter)",
            "(not|dont|never|wont) ~1 (talk|speak|chat|talking) ~2 (about|regarding) (\\S+ )?\\S+",
            # Asking is not recalling ("what did I call you about again").
            "(what|why|which|where|who|whom|when) (did|was|were|had|have|has|is|are|would|do) (i|we|it|that|this|my|the|our|you) ~5 (about|for|regarding|concerning|call|called|calling|message|on|over)( again)?(?! (oh|ah|right|yes|about)\\b)",
            "(remind|tell|jog) (me|us|my memory) ~2 (what|why|which|who) ~8 (about|for|regarding|concerning|again|call|called|calling)",
            "(forget|forgot|forgotten|remember|recall|idea|clue|sure|know|see|find|check|think|memory) (exactly |now |again |just )*(what|why|which|who) (i|we|it|that|this|my|the|our) ~6 (about|for|regarding|concerning|called|call|calling)( again)?",
            "(suggested|said|asked|told|recommended|mentioned) ~6 (call|ring|reach|touch|speak|talk)(?! (me |us |you )?(about|regarding|concerning|on|to)\\b)",
            "(calling|called|call|ringing) ~3 because (?!(you|youd|youve)\\b)((?!(you|youd|youve)\\b)\\S+ ){0,4}(suggested|told|recommended|said|asked|mentioned|referred)",
            "(call|calling) ~3 (on|for) (another|the other) (line|call)",
        ],
    },
    **_WORDS,
)
