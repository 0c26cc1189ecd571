"""What is asked for beside the call, and weak openings, told by frames over classes of words."""

from __future__ import annotations

from trainer.analysis.language.frames import Frames

REQUEST = Frames(
    {
        "appointment": (
            "if you|youd ~1 join|joined|came|could_come|attend|attended",
            "like|love|want|welcome|invite|inviting|delighted|honored|honoured|having ~2 you ~2 to|and|all|both come|join|attend|visit|stop_by|drop_in|meet",
            "join|joining us|me for|at|on",
            "hold|holding|save|saved|saving|reserve|reserved|reserving|keep|keeping ~3!price|rate|offer|me seat|seats|place|places|spot|spots|table|slot|ticket|tickets ~2 for",
            "I ~1 free|available|open|flexible ~1 WEEKDAY|any|either|next|this|between|after|before ~1!talk|discuss WEEKDAY|NUM|week|day|afternoon|morning|lunchtime|evening|or|and",
            "if|whether|is|does|would|will|how|about|around ~1 WEEKDAY ~4!call|ring|before good|works|work|suits|suit|ok|okay|fine|convenient|alright|best|better|looks|sounds|free",
            "pencil|penciled|pencilled|put|slotted YOU in|down for|on|at|with",
            "opportunity|chance|like|love|pleasure|pleased|hoping|hope|want|wanted|honor|honour|happy|glad ~1 to ~1!also meet|sit_down|visit|drop_in|stop_by|come_by|come_out|swing_by|pop_in",
            "can|could|may|shall|let|should I|me ~1 come|drop|stop|swing|pop|call|bring|take|buy|show ~2 by|round|over|in|out|you ~3 for|on|to|around|lunch|coffee|dinner|breakfast|and|NUM",
            "set|put|block|carve|find|schedule|get|grab|book ~3 time|half_an_hour|an_hour|minutes ~2 WEEKDAY|together|to|aside|for|that|with|on|in_person",
            "our|a|one|the ~2 surveyor|engineer|technician|estimator|inspector|rep|consultant|adviser|advisor|designer|team|specialist|somebody|someone ~4 come|visit|stop|swing|call ~1 round|out|by|over|in|to",
            "good|best|convenient time|day|moment for|to ~5 come|walk|visit|meet|see|stop|look|measure|tour|show",
            "I ~2 be at|in|over|by|there YOUR ~2 at|by|on|in|this|tomorrow|around",
            "meet ~2 you|up in_person|face_to_face|for|on|at|over|next|this",
            "host|hosting|hold|holding|running|putting_on|throwing ~4 tour|tasting|viewing|open_day|open_house|seminar|dinner|webinar|event|workshop|reception|evening|demo",
            "reserve|claim|save|register|book|secure|hold|keep ~3!price|rate|me seat|seats|place|places|spot|spots",
            "come|stop ~1 in|by|over for ~2 tour|test_drive|tasting|fitting|viewing|demo|consultation|class|lesson|trial",
            "when|what_time|which_day can|could|would|will you ~1 come|make|stop|get|be",
            "reply|respond|text|email ~3 good|best time",
            "PHONE|call|ring|us|me|office|back to schedule|reschedule|book|arrange|reserve|rebook",
            "call|ring|phone ~2 back ~2 to|and reschedule|schedule|rebook|book",
            "get|getting|have|put you ~1 scheduled|rescheduled|booked|in|on_the ~1 for|calendar|schedule|with|soon",
            "set|setting you up|you_up ~3 demo|trial|tour|visit|consultation|WEEKDAY|time",
            "availability|openings|opening|slots|slot ~2 WEEKDAY|for|left|available|to",
            "book|schedule|arrange|reserve|set_up|organize|organise your|a|an ~3 appointment|visit|survey|tour|tasting|fitting|viewing|check|check_up|checkup|cleaning|service|session|slot|inspection|consultation|demo|assessment|lesson|time|place|table|trial|class|exam|screening|meeting",
            "welcome|appreciate ~1 NUM|half_an_hour|a_few minutes|minute|an_hour",
            "come see|meet|tour|try ~3",
            "I ~1 come ~2 look|measure|inspect|see ~1 at|it|the|your",
            "show it|you|them|your ~4 WEEKDAY|over_lunch|over_coffee",
            "have|has|got|ive|weve ~1 WEEKDAY ~4 or WEEKDAY",
            "have|get|send|sending a|an|our|someone|somebody|one|my ~3!I|call there|out|over|round|by ~3 WEEKDAY",
            "set_up|schedule|book|arrange a|the|your ~1 walk through",
            "take|buy YOU ~5 to|a|for ~2 lunch|dinner|coffee|breakfast|drink",
            "scheduling|booking ~3!YOU for|on WEEKDAY",
            "youre|you_are ~1 invited",
            "come on down",
            # A talk at a set time, in whatever words.
            "do|jump_on|hop_on|get_on|grab ~1 a|an|NUM|on_a ~3!I|YOU call|chat|zoom|conversation",
            "open to ~1 a|an|NUM ~3 chat|call|conversation|talk|discussion|minutes ~1 this|next|sometime|later|on|WEEKDAY",
            "talk|chat|connect|speak ~2!to|back next_week|later_this_week|sometime_this_week|sometime_next_week",
            # Times to choose from, and where to choose them.
            "ill|will|can|let_me|going_to ~2 send|email|text|shoot|share|suggest|propose|offer ~6 times|slots|dates|openings|windows",
            "can|or|just|please|could|and|to book|schedule ~1 directly|straight|through|via|at|online|here|using",
            "link|page ~3 to|where ~2 book|schedule|choose|pick|find|select|grab ~3 time|slot|day|date|spot|place|seat",
            "find|get|pick|choose|give YOU ~1 a|an ~1 slot|appointment|opening|date",
            "reply|respond|text|email|know|tell|find|pick|choose|set|suggest|send ~6 time|times|day|slot that|which ~1 suits|suit|works|work|fits",
            "calendar|meeting|zoom|teams|diary invite|invites|invitation|invitations",
            # An invitation.
            "with|about|regarding|extend|extending|send|sending|sent|accept|is ~3!I invitation|invite to|for",
            "guest_list|rsvp|save_the_date ~9",
            "love|like|honored|honoured|delighted|happy|pleased to have|host|welcome you|YOU ~2 at|over|round|along|in",
            "pop|stop|drop|swing down any|WEEKDAY|and|to",
            "bring it|them|her|him ~1 round|in|by|over",
        ),
        "web-site": (
            "visit|watch|see|find|at|to|online|out|on ~2 not:the|p|a|NUM|dollars|pounds|euros dot not:com|m|NUM",
            "scan ~2 code|qr",
            "please|just|or|you_can|simply|now book|order|reserve|register|apply|schedule|see|find|read ~3!more|people online",
            "book|reserve|schedule your|yours|a|it ~2 online",
            "see|find|look|check|view|watch|read|browse|follow|message|photos|listed|more ~3!your|you on ~1!your zillow|google|amazon|etsy|ebay|linkedin|facebook|instagram|youtube|tiktok|yelp|trustpilot|airbnb|rightmove|eventbrite|twitter|indeed|angi|angies",
            "is|are|all|listed|posted|available online not:so|and|marketing|sales|store|ads|reviews",
            "download|get|install ~1!your our|the|my app",
        ),
        "weak": (
            "one|once more|last|final time|try",
            "try|tried|trying ~1 your|both|all|the ~1!way cell|mobile|office|line|lines|number|numbers|desk|extension|home",
            "check|checking|wonder|wondering|see|ask|know|sure whether|if|that you|youd|youve|yall ~2 got|get|had|have|received|seen|decided|come|made|read|looked|thought|managed|gotten|reviewed",
            "come|came|made|make|reach|reached to|a a|decision decision|?yet",
            "any|had|get|a|another ~2 thoughts|luck|chance|decision ~1 yet|on|to|about my|the|it|yet",
            "quarterly|monthly|annual|regular|routine|usual|weekly|courtesy|wellness check|call|check_in|checkup|follow_up",
            "me once|again",
            "meaning|meant to ~1 reach|call|get|catch|ring|touch|follow",
            "third|second|fourth|fifth|NUM time lucky|charm|trying|calling|ringing|this|ive|around|time|lucky|its|is|the",
            "where your heads|head at",
            "get|getting|keep|kept|got|hitting|reaching ~1 your|the|straight_to voicemail|machine|answering",
            "lost|buried|slipped|missed|forgotten|overlooked|spam ~2 in|my|your ~1 inbox|email|message|spam|shuffle",
        ),
    }
)
"""Labels as in `asks.OTHER`, and `weak` as in `openers.WEAK`."""
