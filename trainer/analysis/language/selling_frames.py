"""How selling is built, over the classes of `words`: who offers, what it does, for whom, and what backs it.

A frame names no product and no trade. Frames are phrases of `phrases.Phrases`; a space stands between words.
"""

from __future__ import annotations

OWN = r"((?!(you|your|youre|youve|their|his|her|me)\b)\S+ ){0,4}"
"""Up to four words, none of which turns to the other side ("I saw that you have the best ...")."""
DEFINITE = (
    r"(?!(touch|back|together|this|that|it|out|started|there|here|with|in|on|to|from|by|me|us|our|my)\b)\S+"
)
"""A word that says what is gained."""

PRODUCT = (
    r"(offer|offering|offers|giving|include|including|includes|receive|getting) (you |all |every \S+ )?(a |an )?(free|complimentary) (?!(checklist|report|guide|tip|tips|audit|analysis|review|time|estimate|estimates|assessment|quote|quotes|consultation|valuation|evaluation|inspection|inspections|preview|info|information)\b)\S+",
    r"(we|i|weve|ive) (have |just |now |also )*(rolled out|launched|got|built|made|developed|found|created) something (that|to|which|for)",
    r"with us ~2 (you|they|nobody|no one) ~2 (never|can|will|get|only|always|dont|pay|save)",
    r"(at|for) (no|zero) (extra|additional|added|further) (cost|charge|fee)",
    r"(better|more|less|faster|easier|longer|safer|warmer) (\S+ ){0,5}with (one of |some of |the help of )?(our|us) ",
    r"(we|i) (build|make|design|sell|offer|create|install|write|provide|grow|bake|publish|supply|print) (\S+ ){1,3}(that|which) (?!(i|we|you|may|might)\b)\S+",
    # we help WHOM GAIN what
    rf"{{offerer}} ~3 {{help}} (?!(me|us)\b)((?!(me|us)\b)\S+ ){{1,6}}{{gain}} {DEFINITE}",
    rf"{{offerer}} ~2 {{help}} {{gain}} {DEFINITE}",
    rf"{{offerer}} ~3 (help|helps|helped) ~3 {{folk}} ~3 (to|so|with|by|through) {{gain}} {DEFINITE}",
    rf"(so|which_means|means|so_that) (that )?(you|your \S+|they|their \S+|nobody|no one) ~1 (can|could|will|would|never|dont|wont|only|always|get|save|spend|pay) {DEFINITE}".replace(
        "_", " "
    ),
    # it GAINS yours; we MAKE it easy
    r"(our|my) ((?!(records|notes|files|system shows|data|cousin|brother|sister|wife|husband|boss|dad|mom|mum|mother|father|uncle|aunt|son|daughter|colleague|friend|manager|accountant|landlord|neighbor|neighbour)\b)\S+ ){1,3}{gains} ((?!(that|us)\b)\S+)",
    r"(our|my) \S+s (come|work|last|run|bring|make|take|give|let|keep|get|help|save|cut|fit|deliver|reduce|pay|handle|carry|stay|go|hold|start|cost|protect|build|clean|arrive) ",
    r"(our|the|this|these|that) \S*~1 {thing} (can|could|will|would|may|might|should) ~1 {gain} ",
    r"(we|NAME|it|they) ~1 (can |will |could |would )?(make|makes|making|made) (?!(sure|it|a|the|an|our)\b)\S+ ~2 {praise}",
    r"(we|NAME|it|they|that|which) ~1 (give|gives) (?!(you|me|us|him|her|them) (a )?(call|ring|shout|buzz|bell)\b)\S+ ~1 (a|an|the|more|full|extra|complete|back|access|control|instant|real) (?!(call|ring|shout|buzz)\b)\S+",
    r"(it|this|that|which|NAME) ~1 (take|takes) (\S+ ){1,4}off (your|their) (desk|plate|hands|shoulders|mind)",
    r"(we|NAME|it|they|that|which) ~1 (take|takes) (care of(?! (yourself|yourselves)\b)|the \S+ (out|away|off)|all|over|away|the (guesswork|hassle|pain|stress|work|strain))",
    r"(we|NAME|it|they|that|which) ((?!(didnt|doesnt|dont|cant|wont|not|never)\b)\S+ )?(free|frees|get|gets|keep|keeps|bring|brings|let|lets|show|save|saves) (your|their|people|{folk}) ",
    r"(we|they|it) (can |will |could |also )*(deliver|delivers|ship|ships|install|installs|finish|respond|come out|arrive|turn around) ~3 (within|in (under|less|just|only|NUM)|same|next|overnight|free|to your|at no|for free|by the next)",
    r"(with|using|under|through|thanks to) (our|this) ~6 (you|your|they|their|no one|nobody|{folk}) ~3 (can|could|will|would|never|get|gets|save|saves|only)",
    r"{gains} (twice|three|NUM|ten|several) times ",
    r"(NUM|twice|three|ten) times (as|longer|faster|more|better|the|stronger|cheaper) ",
    r"(in|at|for) half (the|of the) (time|cost|price|effort)",
    r"(we|you|they) ~1 (would|could|will|can|might) ~1 (cut|save|halve|double|reduce|earn|gain|lower|increase) (your|the|their|up|about|around|NUM|a|by|half) ",
    # praise of what is offered, and its price
    rf"(we|i|weve|ive|offer|offers|offering|provide|provides) {OWN}{{praise}} (?!(idea|ideas|news|reason|to)\b)(\S+ )?{{thing}}",
    r"(our|this|the|these) (\S+ )?({thing}) (is|are|its) ~2 {praise}",
    r"(our|my) ~1 (price|prices|rates|rate|service|quality|range|fees) (is|are|cannot|cant|beat|beats|start|starts|speak|speaks) ",
    r"(it|which|that) (is|was)? ?(the|so|very|really|also) ~1 {praise} ~1 {thing}",
    r"(its|it is|thats|theyre|they are) (the|so|very|really|also|more|completely|fully) ~1 {praise}",
    r"(only|just|from|costs|cost|at|for) ~1 NUM {money} (a|per|each|an) {each}",
    r"(is|are|be) (only|just|from|as little as|less than|under) NUM {money}",
    r"(warranty|guarantee|guaranteed|servicing|maintenance|delivery|installation|support|training) (is |are |and \S+ )?(included|free|at no|on us|thrown in)",
    r"(comes|come|supplied|sold) with (a|an|free|full|NUM|two|three|five|ten|our|every|all|unlimited) ",
    r"(without|no more|never have to|no need to) (surgery|drilling|mess|waiting|paperwork|hassle|guesswork|downtime|retyping|chasing|worrying|scaffolding|chemicals)",
    r"(cancel|return|pause|stop) (it )?(at )?(any time|anytime|whenever|when you)",
    r"(our|my|the) \S+ (are|is) ~2 (insured|vetted|trained|certified|guaranteed|hand made|handmade|hand picked|organic|waterproof)",
    r"(we|weve|NAME) (now |also |just |have |got |ve )*(a|launched|introduced|released|developed|opened|designed) ~1 (new|brand new|fresh) ~3 {thing}",
    r"(offer|give|do|get|bring|land|find) (you|them|people|{folk}) ~1 (a|an|some|the|our) ~2 {praise} ~1 {thing}",
    r"(heal|heals|works|runs|grows|cooks|dries|cures|loads|prints|cleans|charges|heats|cools|learns|starts|closes|ships|pays) (\S+ ){0,2}(NUM percent|twice|far|much|NUM times|three times) (faster|better|longer|more|less|cheaper|quicker)",
    r"our (\S+ ){1,4}(proven|designed|built|engineered|made|guaranteed|developed|approved) (to|for|by|in) ",
    r"(right|perfect|ideal|suitable|just the thing|good fit|great fit) for (you|your|{folk}) ",
)
"""A feature, benefit, outcome, price or praise of what the caller sells (label guide: pitches_product)."""

PRODUCT_VETO = (
    r"(idea|ideas|tip|tips|thoughts|suggestion|suggestions) (on|about|for) (how )?(to |you )?(can |could )?\S+( (it|that|this))?",
    r"your (\S+ )?({thing}) (that|which|is|was|are|were|renews|expires|ends|needs|has|on|in|with|and)( (comes|is|are|was|renews|expires|ends|runs|needs))?",
    r"(catches|catch|caught) your (eye|attention|interest)",
)
"""What only looks like it: things of theirs."""

COMPANY = (
    r"(spent|spend|put in|devoted) (the last |the past |over |more than |nearly |almost )*(NUM years|years|decades|NUM decades|a lifetime|my career)",
    r"(we|i) (are|am|was|were) the (people|team|firm|ones|company|guys|folks|crew) (behind|who|that) ",
    r"(most|half|all|many|NUM) (of )?(the )?(\S+ ){1,3}(are|is|stay|bank|came|come|have been) with us",
    r"our (work|name|story|team|products|firm|company) (was|has been|is|were|appeared|appears) (featured|on the|in the|shown|covered|used)",
    rf"(we|were|im|i|NAME|firm|company|team|practice|it) (are |am |is |was |were )?{OWN}(the|a|an|among|one of|some of|areas|countrys|nations) (\S+ )?(leading|largest|biggest|oldest|top|premier|foremost|finest|busiest|most (?!(folks|people|of|afternoons|mornings|days|weeks|times|nights|others)\b)\S+|fastest growing|award winning|number one|longest \S+|best known|best rated|highest rated|market leader|go to) ",
    r"(NUM|twenty|thirty|over NUM|many|several) years (of |in )?(experience|expertise|history|practice|the trade|the business|the industry|this trade|this field|service|serving|helping|doing)",
    r"(years|decades|generations|century) (of experience|of expertise|behind us|behind me|in the making|of history|of service|under our belt)",
    r"(experience|expertise) (in|of|with|helping|working) ",
    r"(we|ive|weve|we have|i have) ~1 been (doing|in|around|going|trading|making|building|serving|helping|selling|at this|open|established|here|running|looking after) ~5 (since|for|NUM|over|longer)",
    r"(we|i|weve|ive|NAME) ~2 {serve} (\S+ ){0,2}(?!NUM (day|days|hour|hours|week|weeks|year|minute|minutes)\b)({lots}) ",
    r"(we|i|NAME) ~1 (already|currently|also) {serve} (?!(your|you|with you)\b)\S+",
    r"(we|i|weve|ive|NAME) (\S+ )?(worked|work|working|partnered|partner) with (\S+ )?{lots} ",
    r"(we|i|weve|ive|NAME) (\S+ )?(worked|work|working|partnered|partner) with (\S+ )?(best|biggest|largest|leading|top|major|well known|big) ",
    r"(our|my) (client|customer) (list|roster|(base|book) (is|has|includes|include|ranges|of|now|counts)) ",
    r"(our|my) (clients|customers|partners|members) ~1 (are|include|range|number|come) ",
    r"(NUM|half|most|many|hundreds|thousands|dozens|plenty|majority|third|quarter|percent) (?!your\b)((?!(we|i)\b)\S+ ){0,6}(use|trust|chose|choose|rely on|work with|switched to|come to|came to|buy from|bought from|go with|went with|recommend|swear by|bank with|deal with) (us|our|me|NAME)",
    r"(we|our|were|rated|rating|scored|score|have|hold|got) ~3 (rated|rating|score|stars|scored|marks) ~2 (NUM|five|four|on|by|excellent|outstanding)",
    r"(rated|ranked|reviewed|scored) ~2 (NUM|five|four|top|first|excellent|outstanding|highly|number) ",
    r"(seen|heard|read) ~2 (of |about )?(us|our \S+|me|NAME) (in|on|at|from|before)",
    r"(accredited|certified|approved|authorised|authorized|preferred|official|gold|platinum) ~1 (partner|supplier|dealer|installer|provider|member|reseller|contractor|agent|agency|broker|body|company|firm) ",
    r"(our|my) (\S+ )?(?!(price|prices|rate|rates|fee|fees|terms)\b)(\S+) (is|are) (among|one of|some of|the best|the most|second to none|known|respected|famous) ",
    r"(a|an|the|were|is|as) (family|locally|veteran|employee|woman|women|independently) (business|owned|run|firm|company) ",
    r"(we|i|weve|ive|NAME) (recently|just|also|have|last \S+) (finished|completed|built|delivered|won|supplied|fitted|launched|refitted|placed|sold|closed) (?!(your|you|a call)\b)\S+ ~4 (for|at|with|in) ",
    r"(i|we) ~1 (sell|close|place|fill|deliver|finish|fix|answer|resolve|approve|settle) ~3 (in|within|for) (an average|under|less than|just|only|NUM percent|over NUM|about NUM)",
    r"(nobody|no one|none) (\S+ ){0,5}(better|faster|cheaper|more|longer) than (we|us|i|me|our)",
    r"(know|knows) (this|the|your) (market|area|trade|business|industry|street) (better|inside|well|like)",
    r"(offices|branches|showrooms|sites|plants|depots|teams|stores|staff) (across the|(in|across|over|at) (nearly |almost |about )?(NUM|many|every|all|most|over|more)) ",
    r"(was|were|been|am|are|im|voted|named|ranked) ~2 (the )?(top|best|number one|highest) ~1 (selling|rated|performing|agent|broker|producer|seller|provider|supplier|firm|dealer|employer|place|choice)",
    r"(we|i|weve|ive|our \S+) ~1 (won|win|received|earned|been given|hold|picked up) ~3 (award|awards|prize|medal|title|best|employer|accreditation|certification|recognition)",
    r"(sold|placed|let|closed|trained|fitted|built|filled|treated|coached|taught|helped) (NUM|more|over|dozens|hundreds|thousands|several|many|half) ~2 (?!(you|your|of your|for you)\b)\S+ ~3 (this|last|in|on|across|since|for|like|than|so|near|around|over|every)",
)
"""The standing of the company or the caller (label guide: sells_company_or_reputation)."""

COMPANY_VETO = (
    r"(congratulations|congrats|well done)( (?!(we|our|i|im|were|weve|NAME)\b)\S+){1,6}",
    r"(youre|theyre|(you|they|your \S+) (are|is)) (still )?(the|a|one of)( (?!(we|our|i|im|were|weve|NAME)\b)\S+){1,5}",
    r"(you|they|your \S+) (were|are|was|is|got|been|have been|has been) (just |now |also )?(listed|named|ranked|voted|rated|chosen|featured|awarded|recognized|recognised)( \S+){0,7}",
    r"(have|ive|weve) known( (?!(we|our|were|weve)\b)\S+){1,6}",
    r"(you|youve|youd|youre|they) (have |had |were |are )?(been|the best|made|sell|won|bake|run)( (?!(we|our|i|im|were|weve|NAME)\b)\S+){0,7}",
    r"(you|they|your \S+) (have|has|make|makes|sell|sells|bake|run|do) the( (?!(we|our|i|im|were|weve|NAME)\b)\S+){1,5}",
    r"(read|saw|heard|noticed|know|see|understand|congratulations|congrats|seen|thought|believe) (on |that |about |in )?(your|you|youre|youve)( (?!(we|our|i|im|were|weve|NAME)\b)\S+){0,7}",
    r"(been|tried|trying|waiting|wanting) (trying|to|for)( (?!(we|our|NAME)\b)\S+){0,6}",
)

JUSTIFICATION = (
    r"(offer|offering|offers|giving|include|including|includes|receive|getting) (you |all |every \S+ )?(a |an )?(free|complimentary) (?!(checklist|report|guide|tip|tips|audit|analysis|review|time|estimate|estimates|assessment|quote|quotes|consultation|valuation|evaluation|inspection|inspections|preview|info|information)\b)\S+",
    r"their (\S+ ){1,3}(fell|dropped|rose|went up|went down|grew|doubled|halved|came down|tripled|shot up|by half) ",
    r"until ({weekday}|NUM|the) (\S+ ){0,2}to (lock|sign|decide|claim|join|order|get|book|enrol|enroll|register|take)",
    r"our (\S+ ){1,3}(rate|score|record|average|turnaround) (is|was|of|runs) (\S+ ){0,3}NUM",
    r"(costs|cost|costing) (you )?nothing to (try|start|join|see|look|switch|cancel|use|get started|find out)",
    r"(NUM|percent|most|all|half|many|every one) of our (?!(prices|products|range|services)\b)\S+",
    r"(NUM|nine|half|most|eight) (out of|in) (NUM|ten|every) ~2 (customers|clients|{folk}|members|users|buyers|who|that|of) ~3 (renew|stay|recommend|come back|choose|use|tell|report|save|see|switch|would|love|with|get)",
    r"(a|an|one|another|two|three|NUM|local|client|customer|clients|customers) ~2 ({folk}|client|customer|clients|customers) ~6 {result} (?!(you|your|me|out|a call)\b)\S+",
    r"(our|my|average|typical) ~1 (average|typical|last|existing|current|other)? ?(customer|client|customers|clients|member|members|user|users|tenants|patients|students) ~2 (\S+s|see|save|cut|get|renew|report|stay|double|reduce|love|rave|gain|earn) ",
    r"(tested|proven|recommended|approved|backed|certified|endorsed|supported|verified|rated|trusted|recognised|recognized) by ",
    r"(only|just) ~3 (room|space|spaces|place|places|spots|seats|slots|units|copies|tickets|left|openings) ~1 (for|left|open|remaining|on|available|this)",
    r"(stock|stocks|supplies|supply|places|seats|spaces|numbers|tickets|spots) (is|are|is running|are running) (very |really |getting |almost |so )*(low|short|limited|scarce|filling|going|out)",
    r"(first|NUM|one|a|your|every|second|third) (first |second |NUM )?(month|week|year|box|visit|lesson|order|session|class|case|delivery|service|hour|load|quarter|consultation|cup|set|unit|meal|night) (is |are |comes |for |at |on )*(free|for nothing|half price|no charge|no cost|on us|on me|on the house)",
    r"(nothing|no money|no payment|no payments|zero) (to pay|due|down|up front|upfront|until)",
    r"(no|without|zero|any) ~1 (fee|fees|charge|cost|commission|payment) (unless|until|if|whatsoever|up front|for the|to you|involved)",
    r"(by|of|up to|about|around|nearly|almost|over|roughly) ~1 (a )?{share} (in|within|over|on|at|for|off|across) ~1 (a|the|one|NUM|their|our|its|your|just|under|less)",
    r"{result} ~4 (by|to|in|from|within|over) (a |about |over |around |nearly |under |just |one )*{share} ?(month|months|week|weeks|year|day|days|quarter)?",
    r"{gains} ~5 by (a |about |around |up to |over |nearly )*(third|quarter|fifth|tenth|half|NUM)",
    r"{gain} (\S+ ){0,9}(by|of) (up to |as much as |about |over |at least |around |nearly |an average of |roughly |more than )*NUM percent",
    r"(gift|gifts|dollar|pound|donation|donations|contribution) (is|are|will be) ~1 (matched|doubled|tripled)",
    r"(an|on) average (of|in|is) (just |only |about |under )*NUM (days|weeks|hours|minutes|percent|{money})",
    r"(for|at|above|over) NUM percent of (list|asking|the list|the asking|market|their asking)",
    r"(price|prices|rates|fees|premiums|offer|cost|costs) (go|goes|are going|is going|will go|will rise|rise|increase|are rising|climb|jump) ~1 (up )?(on|in|from|after|next|at|again|this|by|soon)",
    r"(offer|deal|sale|enrolment|enrollment|registration|booking|bookings|discount|price|promotion|special|rate|window) ~3 (closes|close|closing|finishes|stops|is over|ends|expires|runs out|goes away|until|till|good for) ",
    r"(order|book|sign|join|register|reserve) ~4 (before|by|until|this week|this month|today|now) ~4 (and|to|you|for|get|we|is|are|while|at) ",
    r"(if|when|once) you ~1 (decide|order|sign|book|buy|join|switch|commit|register|act|start) ~3 (this|by|before|today|now|with|within|in) ",
    r"(money|deposit|fee|payment|cash) back (if|guarantee|in|when|unless|within|promise)",
    r"(get|have|give you|refund) (all )?(your|you) money back",
    r"(return on|payback|pays for itself|paid for itself|pay for itself|breaks even|break even) ",
    r"(see|saw|seen|get|got|had|expect|notice) ~2 (a )?(return|results|difference|improvement|savings|payback|increase|drop|reduction) ~2 (within|in|inside|after|of|from|by|on) ",
    r"(percent|NUM {money}|(?<!and a )half|third|quarter) (off|less|cheaper|discount|saving|reduction) ",
    r"(case study|case studies|success stories|references|testimonials|proof|evidence|trial results|test results) (from|of|for|that|to|on|with|and)",
    r"(take|takes|knock|knocks|shave|give|get) ~2 (NUM percent|NUM {money}|a third|a quarter|half|ten percent|something) off",
    r"(you would|you could|youd|you will|youll|it will|it would|that would|could) ~1 save ~3 (NUM|hundreds|thousands|half|a third) ",
)
"""Proof and incentive (label guide: justifies_product)."""

JUSTIFICATION_VETO = (
    r"(your|their) (\S+ ){0,3}(rate|rates|plan|warranty|rating|mortgage|rent|cover|coverage|membership|tariff|subscription|licence|license|guarantee|permit|certificate) (\S+ )?(ends|end|ended|expires|expire|expired|ran out|runs out|renews|lapses|dropped|drops|went|goes|fell|is about to|is due)( (?!(we|i|our)\b)\S+){0,4}",
    r"(congratulations|congrats|well done)( (?!(we|our|i|im|were|weve|NAME)\b)\S+){1,6}",
    r"on the house(?= (next|two|NUM|down|across|opposite|near|on|beside|behind|you|at|in|that)\b)",
    r"(up|due|expires|expire|ends|end|over|out|renews|closes|matures|comes up|runs out) in (about |around |just |under |less than |the next )*(NUM|a few|two) (days|weeks|months|years|hours)",
    r"(call|ring|phone|back|reach|catch|here|office|desk) ~2 (before|by|until|till|after) (NUM|noon|lunch|{weekday})",
)
