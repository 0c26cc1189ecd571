"""How much of THEIR money, time, trade or people is at stake: frames over classes of words (`frames`, `vocabulary`)."""

from __future__ import annotations

AT_STAKE = (
    # More or less of something, in figures.
    "NUM|half|third|quarter|percent|twice|lot more|less|fewer|extra|additional ~1!than FOLK|TOPIC|MEASURE|STOCK",
    "half|third|quarter|percent|twice as_many|as_much",
    "extra|another|additional NUM ~3 a|per|every|each month|week|year|day|season",
    "third|half|quarter|tenth|fifth|percent of ~1 YOUR",
    "NUM|a|an day|days|hour|hours|morning|afternoon|evening|half a|per|each|every week|month|day|year|shift|job|round",
    "take|takes|took|knock|knocks|cut|cuts|shave|shaves|trim|trims ~4!OUR NUM|hour|hours|day|days|minutes|third|half|week|weeks off ~1 YOUR|every|each|the",
    "MEASURE|TOPIC|STOCK|FOLK|cost|costs|prices ~1 drop|drops|dropped|dropping|fall|falls|fell|falling|rise|rises|rose|rising|climb|climbing|halve|double|doubled|doubling|suffer|suffers|slip|slipping|shrink|shrinking",
    "on_the_rise|on_the_up|rife|through_the_roof|razor_thin|wafer_thin|sleepless_night|fully_booked|sore_point|turn_away|turning_away|walk_off|walk_out",
    "by a third|quarter|fifth|half|tenth",
    "save|saves|saved|saving|cut|cuts ~4!OUR a|per|every|each week|month|year|day|season",
    "never ~4!I again",
    "nobody|no_one wants|likes",
    "so ?that your|their FOLK|TOPIC|MEASURE|STOCK|LIFE",
    "so ?that YOU|they stay|stop|keep|sell|save|spend|pay|sleep|win",
    "so ?that YOU|they dont|do_not lose|pay|waste|worry|run|spend|wait|chase",
    # What is paid, earned or lost.
    "what|how_much YOU ~2 pay|paying|paid|spend|spending|lose|losing|hand_over|make|earn|owe|charge|bill",
    "pay|paying|paid|pays|spend|spends ~1 less|more|over_the_odds|between|too",
    "worth|fetch|fetching|fetches ~3 more|less|now|today|on",
    "cost|costs|costing YOU|FOLK|a_day|money|thousands|NUM|by|them|people",
    "lose|loses|losing|lost NUM|half|a_third|most ~3 not:minutes|your",
    "loses|losing YOU|money|the|a|another",
    "lose money|a|another",
    "hurt|hurts|hurting|kill|kills|killing|drag|drags|dragging ~2 YOU|down",
    "not:BARE|I|ME|YOU|NAME|NUM|GOOD costs|fees|expenses",
    "get|getting|earn|earning|make|making|receive|receiving|paid ~2!I|ME less|too_little|nothing ~3 than|for|from",
    "YOU|they ~2 missing_out",
    # Work that is too much for them, or would be spared them.
    "juggle|juggles|juggling",
    "save|saves|saving|spare|spares|free|frees|free_up|frees_up|buy|buys ~1 YOUR ~5!OUR|I|call|minute|place|seat|spot|for hours|hour|days|time|work|typing|trips",
    "give|gives ~1 YOUR ~1 back|some|more|a_few|several ~2 hours|time|days",
    "take|takes|taking ~5!I|care work|weight|load|pressure|strain|paperwork off YOUR",
    "how ~1 YOU ~2 dealing|coping|managing|handling|handle|cope|deal|manage ~1 with|the|your|all|when|this|that|it",
    "YOU mentioned|said|told ~2 ?that your|the ~4!I|YOU|assistant|office keeps|never|wont|stopped|stops|cant|slow not:your|the",
    "CHANGE|better|best ~2 YOUR ~1 results|outcome|outcomes",
    # They are not seen or found; something of theirs has a fault.
    "not|isnt|arent|doesnt|dont|cant|cannot|never|wont ~2!I come|coming|show|showing|appear|appearing|find|found|load|loading|rank|ranking ~2 up|YOU|your|when|for|in|on|at_all",
    "FAULT ~3!I on|in|at|for YOUR",
    "not|dont|isnt|arent|never ~6!I|THEY covered|insured|protected|licensed",
    "not|isnt|wasnt|arent what ~2 expected|hoped|wanted|said|told|agreed|promised",
    "NUM|twice|double ?times the|what ~1 limit|average|going_rate|normal|usual",
    "turned_down|denied|rejected|refused|declined|sent_back ~1 YOUR|yours",
    "YOU ~4 NUM|some|several ~5 who|that|which ~2 shouldnt|dont|arent|cant|wont|isnt",
    "AUTHORITY ~1 auditing|inspecting|fining|cracking_down|audits|inspects",
    # Who may buy, rent or come to work for them.
    "SEEKER|FOLK|they|who|somebody|someone ~4!I asked|asking|asks ?me ?us about|after YOUR ~1 not:number|name|order|call|message",
    "asked|asking|wants_to_know ~1 ME ~1 what|how_much|whether|if YOUR|YOU ~6 sell|lease|rent|go|cost|worth|free|available|open",
    "a|an|one|two|three|NUM|another|my|some ~2 SEEKER ~6!I|ME|YOU SEEK ~8 YOUR|space|near|around|like|exactly",
    "I ~2 have|got|know|represent|found|help a|an|NUM|two|three|couple|few|another|some ~2!OUR|couple_of buyer|buyers|tenant|tenants|couple|family|families|investor|investors not:of",
    "I ~1 have|got|know|represent|found a|an|NUM|two|three|couple|few|another|strong|some ~4!YOU|I|slot|opening|openings|property|properties|home|homes|colleague|friend|son|sons|daughter|daughters|kids|boss|manager|question|date|dates|order who|whos|that ~3!I|YOU start|free|available|looking|wants|want|like|lives|live|finishes|finish|ready|moved|keen|interested",
    # What their house or land would bring, and what the law changes for them.
    "homes|houses|flats|places|properties|condos|units|land|farmland|lots|apartments|cottages|bungalows|barns ~7!I selling|going|renting|moving|sold|went|made|fetching|move|sell ~2 for|at|around|between|above|over|more|NUM",
    "house|place|home|one|flat|condo|yours|unit ~4!I went|sold|let|rented for|at|over NUM|more",
    "what|how_much ~3!I fetch|bring|go_for|sell_for|rent_for|goes_for|going_for|sells_for|rents_for",
    "get|getting|have|got ~1!I your|it|that|the|this ~2!I sold|rented|leased|let",
    "rules|rule|law|laws|standard|standards|regulation|regulations|code|limits|deadline|sign_up_date ~1 on|for|about|around ~5!I ~1 changed|change|changing|updated|altered|moved|new",
    "AUTHORITY ~2 altered|changed|moved|tightened|raised ~3 rules|rule|law|limit|limits|code|rate|rates|deadline",
)
"""A measure of their work or life that is to change (label guide: speaks_to_prospect_concern)."""

NO_STAKE = (
    # Good wishes and offers of help.
    "hope|hoping|wish|wishes|wishing|regards|love|happy|merry|greetings|enjoy|holiday|weekend|summer|easter|christmas|evening|time ~7 to|with|and|for YOUR ~1 LIFE",
    "are|were|will|when|do|did|have|would|see|meet|welcome you and|or YOUR ~1 LIFE",
    "help|service|assistance|use ~1 you|to_you or|and YOUR ~1 LIFE",
    "not|without ~1 annoying|pushy|bothering|pressure",
    "asked for|about YOUR ~1 number|name|email|address",
    "see|check how YOU ~1 doing|managing|getting|finding|handling",
    "I ~1 not|couldnt|cant|cannot|didnt|dont ~1 find|see your ~1 extension|number|email|name|address|card|message|desk|house|note",
    "I ~1 not|couldnt|cant|cannot|didnt|dont ~1 find|see YOU at|there|in|yesterday|today",
    # A form that they filled in, and what it was for.
    "TROUBLE|MEASURE|TOPIC|LIFE|insurance|damage ~1 inquiry|enquiry|request|application|form|question|questionnaire|appointment|consultation",
    "your ~2 quote request",
    "fill|filled|submitted|sent|received|got|saw ~1!I YOUR|a|the|our|ME ~1 form|request|inquiry|enquiry|application ~1 about|for|on|regarding ~2 MEASURE|TROUBLE|TOPIC|LIFE",
    "permit|permits ~4!I came|approved|granted|through|issued",
    # A man's name.
    "its|it_is|this_is|im YOUR ~2 bill",
    # When somebody works, or is open.
    "open|available|here|deliver|delivers|staffed|operate|operates|closed|answered ~3 NUM day|days|hour|hours a|per|every|each week|day|year",
    "I ~1 work|drive|travel ~1 NUM day|days|hours a|per|every|each week|day",
    "role|job|position|post ~3!YOU NUM day|days|hours a|per|every|each week|day",
    # A trade that deals with troubles.
    "TROUBLE|fire|storm|smoke|water|flood ~1 remediation|restoration|mitigation|abatement|assessment|prevention|collection|department|agency|company|firm|specialist|business|team|clinic",
    "TROUBLE|fire|storm|smoke|water|flood|damage ~1 control|removal|cleanup|repair|repairs|cleaning|inspection|testing|screening",
    "YOUR|factory|vehicle ~2 warranty|membership|subscription|trial ~3 expire|expires|expired|expiring|about_to_expire",
    # Money that is lent, and costs that are none.
    "approved|qualify|qualified|up_to|thousand|million|NUM|funds|funding|lend|offer ~4 working_capital|credit_line|line_of_credit",
    "costs ~1 nothing|NUM pounds|dollars|euros",
    "costs nothing",
    "bad credit is|ok|okay|fine|no|welcome",
    "no|zero|without|OUR|any|free|GOOD ~3!YOUR cost|costs|fee|fees|charge|charges|expense|expenses",
)
"""What names a worry and is none, or not theirs: a courtesy, a form, a trade, opening hours."""
