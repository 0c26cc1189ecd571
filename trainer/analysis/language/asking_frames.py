"""How meetings, pages and other deeds are asked for, and how weak openings go, over the classes of `words`."""

from __future__ import annotations

MEET = "(meet|visit|come (to|by|over|out|and|in|round|down|along|see)|stop (by|in|over)|drop (by|in|round)|pop (in|by|over|round|along)|swing by|call in|sit down|get together|host you|have you (over|in|round|along|visit)|show you (round|around|over|through the)|be there|drive (over|out|up)|measure up|take you (out|to lunch|to dinner|round)|catch up (over|in)|grab (a )?(coffee|lunch|drink)|see you (for|on|at|in|next|this|and|{weekday})|join (us|me|you)|meet (up|with)|demo(?! (website|site|version|page|video|account))|walk you through ~3 (in person|{weekday}))"

APPOINTMENT = (
    r"(let us|lets|let me) (fix|set|find|agree|pick|plan|arrange|get) (on )?(a|some|something|the) (\S+ )?(date|day|time|lunch|meeting|visit|chat|coffee|slot|call)",
    r"(love|like|hope|hoping|chance|pleasure|prefer) to (?!(tell|explain)\b)(\S+ ){1,4}(in person|face to face)",
    rf"{{wish}} (to |we |i |you |be |me |just |also |perhaps |maybe |possibly )*{MEET}",
    rf"(when|where|how soon|what time|which day) (could|can|would|might|may|should) (i|we|you) ~1 {MEET}",
    r"(have|got|find|spare|make|any|has|free|given) (me |us |some |any |the |you )*(time|half an hour|an hour|NUM minutes|a slot|a window|a gap|a moment) ~3 (for (a |an |some |our )*(coffee|lunch|meeting|demo|chat|tour|visit|breakfast|drink|call|zoom)|to (meet|sit|visit|see|show|get together))",
    r"(have|got|are|there is|theres|hold|holding|keep|keeping|saved) ~2 (slot|slots|opening|openings|appointments|appointment|gap|gaps|spaces|time) ~1 (left|on|for|{weekday}|available|open|at|free|next|this)",
    r"(shall we|lets|could we|can we|how about we|why dont we|we could) (say|make it|do|try|aim for|go for|plan|look at) (\S+ )?({weekday}|NUM|the NUM|noon|lunch|a time)",
    r"(i|we|one of us|somebody|someone|our \S+) (can|could|will|would|ll) (be there|come (over|by|out|round|down|in)|drive over|be with you|call in|call round|meet you|see you) ",
    r"(i|we|ill|well) (will |can |could |might |d like to )?(be|am|m) ~4 (near|around|in|close to|passing) ~3 (your|the) ~2 (office|area|town|shop|building|part|neighbourhood|neighborhood|street) ~4 (and|so) ~2 (pop|stop|drop|come|visit|meet|see|swing|call in|wondered|would|could)",
    r"(put|get|have|pencil|block|set|carve) ~2 (half an hour|an hour|NUM minutes|some time|a time|time|something|a date|you) ~2 (in|on|into|out of|aside|down) ~1 (the|your|our|my|for|this|later|next)? ?(diary|calendar|schedule|books|week|{weekday})",
    r"(available|free|around|open|in) ~1 (on|for|at|this|next)? ?(the )?({weekday}|NUM) ~2 (for|to) (a |an |some )?(\S+ )?(meeting|zoom|demo|chat|coffee|lunch|visit|walkthrough|meet|sit|show|call|discuss)",
    r"(open|up|free|game|interested in|willing) (to|for)? ?(a|an|having|doing) ~2 (meeting|demo|demonstration|visit|zoom|walkthrough|tour|coffee|lunch|sit down|trial lesson|presentation)",
    r"(would|does|do|will|might|could|is) ~1 (NUM|noon|half past|{weekday}) ((?!(i|we|they|you|and)\b)\S+ ){0,4}(suit|work|fit|be (good|okay|convenient|possible)|do|good for|convenient)",
    r"(book|schedule|reserve|arrange|set up|claim|confirm|secure|plan) (in |on )?(your|a|an|the|our|some) (own |free |first |annual |next |short |quick |brief |no obligation |complimentary |on site |private )*(survey|review|demo|demonstration|consultation|visit|meeting|slot|place|viewing|session|call|spot|seat|table|appointment|inspection|tasting|fitting|test drive|tour|check up|checkup|assessment|trial|audit|evaluation|valuation|time|chat|walkthrough|conversation)",
    r"(get|getting|put|fit|squeeze|pencil|slot|have) (you|him|her|them|it) (in for|in on|on the (books|schedule|calendar)|down for|booked|scheduled)",
    r"(come|coming) (and|to) (see|meet|visit|have a look|look|try|measure|show|inspect|take a look)(?! (if|what|whether|how)\b)",
)
"""A meeting, visit, demonstration or set-aside time (label guide: asks_for_appointment)."""

MET_ALREADY = (
    r"(was|were|is|its|been|had|enjoyed|thanks for|thank you for|pleasure|great|good|nice|lovely) ~1 (good|great|nice|lovely|pleasure|pleased)? ?(to )?(meet|meeting|see|seeing|met|meeting with|seeing you|having) (you|up|with you)( (?!(on|next|this|tomorrow|again|could|can|would)\b)\S+){0,3}",
    r"(enjoyed|remember|after|following|since) (our|the|your) ~1 (meeting|visit|demo|tour|lunch|coffee)",
    r"(call|ring|phone|speak to|talk to|try|reach|catch) (you |me |us )+(again )?(on|at|this|next|later|tomorrow|before|after|any) ~3 ({weekday}|NUM)",
    r"(drop|drops|dropped|come|cut|went|fall|falls|goes|go) (by|to|in|down to|down by) (half|NUM|a third|a quarter|up to|around|over|about|zero|nothing)( \S+)?",
    r"(council|board|committee|they|he|she|staff|team) (meets|meet|visits|visit|meeting) ",
    r"(dont|do not|no|never|without|wont|doesnt) (need|want|have|make|making|needing|require|requires)? ?(a|an|any|for) (\S+ )?(appointment|meeting|demo|visit|consultation|survey|presentation|slot)",
    r"(clock|clocks|gave|lost|lose|loses|losing|waited|waits|spent|spend|spends|waste|wasted|wastes|save|saves|took|late|cost|costs) ~3 (half an hour|an hour|NUM minutes)( \S+){0,5}",
    r"(came|come|step|stepped|got|out|in|into|from|back|been|am|im|stuck|left) (out )?(of |in |from |into )*(a|the) (\S+ )?(meeting|appointment|demo|visit|presentation)",
    r"(did|had|enjoyed|after|finished|took|completed) (a|an|the|your|our|my) (\S+ ){0,2}(class|lesson|session|shift|drive|ride|visit|fitting)",
    r"(visit|see|find) (\S+ ){0,3}(dot )?(com|dot|website|site|page|online)( \S+)?",
    r"(your|their|calendar) (\S+ )?(booking|scheduling|calendar|business|zoom) (link|page|system|software|business|company|tool)",
)
"""What only looks like one: a meeting that was, or the time of a call."""

WEBSITE = (
    r"our (site|website|page|blog|app|homepage) (has|shows|explains|lists|tells|gives|will|covers|answers|is (at|called|NAME))",
    r"{point} ~4 (our|my|the|this|a|some|me|us) ~2 (on |to |at )?{media}",
    r"(find|follow|connect with|add|message|friend|watch|join|see|reach) (me|us|NAME) (on|at|over on|through|via) {media}",
    r"{point} ~3 (on|to|at|via|through|from) (our|my) {media}",
    r"(online|web|internet) (catalogue|catalog|shop|store|brochure|form|calendar|booking|portal|demo|guide|calculator|tool|gallery|course|account)",
    r"(is|are|all|its|posted|listed|shown|up|available|details) (all |also )?(on|at|over at) (our|my|the) {media}",
    r"(text|send|email|drop|share|message|texted|sent) (you |over |across )*(a |the |my |our |you )*link",
    r"(order|book|buy|sign up|register|apply|enrol|enroll|pay|reserve|reply|respond|find us|find me|look us up) (for it |it |now |today |yours |a place )*(on the web|online|over the internet|on the internet)",
    r"(visit|find|see|join|reach|check|book with|order from) (us|me|NAME) (on )?(line|online)",
    r"(page|pages|site) (with|where|that has|that shows) (the|our|all|your|you can) ",
    r"(type|put|enter) ~4 (into|in) (google|your browser|the search|a search)",
)
"""A page, link or search to which the message points (label guide: mentions_website)."""

NOT_POINTED_TO = (
    r"(read|heard|saw|found|looked) (\S+ ){0,2}(about )?(you|your \S+|them|it) (online|on the web|on the internet)",
    r"(you|youve|you have|your|someone|somebody|they|people|visitors|customers) ~2 (put|entered|filled|visited|registered|signed|requested|downloaded|came|found|left|submitted|used|looked|were|spent|browsed|inquired|enquired|landed|clicked|completed|asked|ordered|contacted) ~7 {media}",
    r"(i|we|ive|weve) ~1 (found|saw|noticed|was|were|came across|looked|visited|read|been|had|spotted|went) ~5 (your|you|on your|the) ~3 {media}",
    r"(i|we|ive|weve) ~1 (found|saw|noticed|came across|spotted) ~5 (on|through|via) {media}",
    r"link (between|with your|among|up)",
    r"(your|their) ~2 {media}",
    r"(design|build|make|host|fix|repair|run|create|develop|update|write|manage|redesign)s? (?!(me|us|up|sure)\b)~3 (website|websites|site|sites|page|pages|blog|web)",
)

OTHER_DEED = (
    r"(call|ring|phone) (me |us )?(back )?or (?!(i|ill|we|well|im|my|me|us|ask|so|NUM|PHONE|NAME|call|ring|phone|dial|reach|try|the|at|on|if|not|one|contact|give|hit|speak|talk|mobile|cell|office)\b)\S+",
    r"(please|kindly|or|just please|and please) (bring|watch|read|fill|sign|complete|pay|order|choose|visit|check|review|send|join|try|confirm|accept|apply|click|enter|download|open|scan|fax|post|mail|register|leave|upload|subscribe|donate|vote|buy|select|quote|mention|have your)( \S+)?",
    r"and (bring|watch|fill in|fill out|sign|complete|have a look at|take a look|read|check out|send (me|us)|ask (for|about) (a|our) (quote|demo|trial)) ",
    r"(press|hit|dial|push|punch) (NUM|one|two|nine|star|hash|pound|any key)",
    r"(pick up|order|buy|reserve|claim|get|collect) (yours|your copy|your free|one today|a copy) ",
)
"""Other things that a message asks for (label guide: only_ask_is_call_back)."""

WEAK = (
    r"(its|it is|only|just) me (once )?again",
    r"me once more",
    r"me (once )?again(?! (this|its|my|im|i am|that|thats|the|PHONE|NAME|NUM)\b)",
    r"(make|making|made|be) sure (that )?(my|you|your|the|everything|it|this) (\S+ ){0,3}(got|received|reached|reach|arrived|get|saw|seen|came|okay|alright)",
    r"hard \S+ to (reach|get|catch|pin|track|find)",
    r"left (\S+ )?(word|messages|notes|a couple|a few|another|several|my number) ",
    r"(just|only) (a )?(quick |short |brief |friendly |little |gentle )*(follow up|check in|note|hello|nudge|touch base|courtesy call)",
    r"(calling|ringing|phoning|trying|writing|here|its|it is|im|i am|this is) ~2 (you )?(once )?(again|one more time|once more) ~1 (about|to|because|on|for|with|regarding|just|at|and|i|in|from|since|NAME)?",
    r"(give|giving|have|having|make|making|gave) (you |it |this )*(another|one more|one last|a second|a final|a last) (try|go|shot|attempt|call|ring|shout)",
    r"(see|check|know|ask|wondering|wondered|wonder|find out|sure) (if|whether|that) (you|youd|youve|you have|you had|anyone|my|the) ~3 (chance|get|got|receive|received|read|seen|see|looked|made|reviewed|review|thought|decided|able|arrived|interested|time to|opportunity|any questions|still)",
    r"(i|we) ~1 (rang|called|phoned|emailed|wrote|tried|texted|dropped by|stopped by|messaged) (you |a |an |over |my |by |it |one )*(\S+ )?(on|last|yesterday|earlier|before|back|and|but|a few|this|in|couple|several|twice|already|the other|message|messages|voicemail|letter|note|email|proposal|quote|to)",
    r"(ive|i have|weve|we have) (now |already |just |been )*(rung|called|phoned|emailed|written|tried(?! your (?!(mobile|cell|phone|desk|office|number|line|voicemail|extension)\b))|left|sent|calling|ringing|trying|emailing|chasing|texted|messaged|reached out)",
    r"(you|youve|you have|i|weve|we|no|not|still) (\S+ )?(not|havent|never|no|without|didnt|haven) ~1 (replied|responded|answered|reply|response|answer|come back|got back|gotten back|heard|hear|returned|respond|spoken|talked|spoke|connected)",
    r"sorry (to (?!(be|hear|say)\b)\S+|for|about|if|that|i|we|its|it|im|ive|you|again|my)",
    r"(hate|dont mean|do not mean|dont want|do not want|not trying|never want) to (be|bother|chase|nag|pester|bug|keep|disturb|intrude|push|interrupt)",
    r"(hope|hoping|trust) (i am|im|that i am|that im|this is|its|it is) (not|no|isnt) ",
    r"(ringing|calling|wanted|here|like|thought|phoning|reaching out|just|meaning|hoping|trying) (you )?(id |i would |just |i )*(to )?(check on|check if|check whether|check to|check that|check up|catch up|chase|touch|see how|see where|remind|nudge|reconnect|circle back|say hello|say hi|get hold|get through|get in touch)",
    r"(follow|following|followed) up (on|with|from|about|to|after|regarding) (our|my|the|a|that|you on|you about) (\S+ )?(chat|talk|discussion|meeting|quote|proposal|bid|samples|sample|catalogue|catalog|contract|invoice|call|message|email|voicemail|letter|conversation|note|visit|demo|information|info|package|offer|brochure|estimate)",
    r"(wondering|wondered|see|know|ask|find out|check) (where|how) (you|youre|things|we|that|it) ~2 (at|stand|stands|going|got to|getting)",
    r"(reaching out|calling|ringing|here|wanted|just|phoning|like|hoping) (just )?to (just )?(reconnect|check in|stay in touch|keep in touch|make sure (you|everything|we|its|it|i))( \S+)?",
    r"any(?<!with any) (news|update|updates|thoughts|word|progress|decision|feedback|luck|questions|movement) (on|about|from|yet|with|regarding)",
    r"(how|hows) (are things|things are|everything|it going|you are getting on|are you doing|you are doing|is everything|have you been)",
    r"(been|its been|has been|it has been) ~1 (a |some |quite |too )*(while|long|time|ages|weeks|months)( since)?",
    r"(not|havent|have not) (spoken|talked|spoke|chatted|connected|met|seen each other) (in|for|since|yet)",
    r"(did|have) you (ever )?(get|got|receive|received|read|see|seen|look|looked|had|have|manage|managed) ~2 (my|the|our|a|to|at|it)",
    r"(hard|difficult|tough|tricky) (man|woman|person|one)? ?to (reach|get|catch|pin|track|find)",
)
"""Openings with nothing new for them (label guide: weak_opener)."""
