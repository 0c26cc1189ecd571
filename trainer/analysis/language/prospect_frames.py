"""How THEIR worries, things of use to them, and what is held back for the call are put, over the classes of `words`."""

from __future__ import annotations

CONCERN = (
    r"who (covers|pays|takes over) ",
    r"(going to|does|will|would|wont|might not|may not|doesnt) (\S+ )?cover (that|your|the|you|it|what)",
    r"(you|your \S+|they|their \S+|nobody|people|{folk}) ~2 (cannot|cant|could not|couldnt|unable to|can never|struggle to|struggled to|fail to) (get|find|reach|hire|keep|afford|park|see|hear|open|cope|sell|pay|sleep|read|book|send)",
    r"(unanswered|unfilled|unread|unused|unreliable|unsafe|unhappy|undervalued|underinsured|underpaid|overworked|overdrawn|overstretched|overlooked)",
    r"(best|top|right|fair|full|higher|better|highest) price (for|on) (your|the|their)",
    # something or somebody of theirs is in trouble
    r"(your|their|each|every|of your) ~2 ({asset}|{folk}) ~3 {loss} ",
    r"(NUM|some|many|most|several|one|few|half|two|three) of your (?!(business|neighbors|neighbours)\b)(\S+ )?({asset}|{folk}) ",
    r"({folk}) (are|is|were|was|have|has|keep|keeps|who|that|had|kept) (\S+ )?{loss} ",
    r"(keep|keeps|kept|still|always|forever|constantly) (losing|failing|breaking|leaking|dropping|running out|falling|waiting|chasing|missing|paying|tripping|freezing|crashing)",
    r"(may|might|will|would|could|wont|does|did|do|can) (not |never |no longer )(pass|last|cover|survive|work|hold|fit|start|close|open|match|comply|meet|renew|qualify|count)",
    r"(not|never|dont|doesnt|nothing) (add up|adds up|match|matches|balance|balances|tally|fit|reach|arrive|get through)",
    r"(finding|keeping|filling|hiring|covering|replacing|attracting|managing|scheduling|recruiting) (?!(this|my|it|you|out|back|hold|in|it|me|us|time|to|together)\b)(\S+ ){1,4}(is|are|gets|has been|can be|was|so|right now|these days|lately)",
    r"(is|are|was|were|be|been|getting|its|gets|seem|seems) (so |very |really |too |quite |pretty |a bit |rather |this |getting )*{hard} (to (find|get|keep|hire|fill|sell|reach|manage|cover|plan|park|heat|insure|run|staff)|in your|for your|for {folk}|right now|this|lately|these days|for you|at the moment)",
    r"(sales|bookings|trade|business|orders|takings|footfall|demand|traffic|volumes|enrolment|enrollment|attendance|occupancy|donations|membership|collections|listings|production|yields) (is|are|was|were|has been|have been|went|seem|seems|be|have|has|fell|dropped|dipped|slowed) ",
    # what if
    r"(if|when|should|what if|in case|suppose|before) (you|your \S+|the \S+|one of your \S+|something|anything|it|they|somebody|someone) ~2 (died|die|dies|closed|closes|fails|failed|broke|breaks|lost|lose|happened|happens|burned|flooded|hurt|injured|sick|goes wrong|went wrong|quit|leave|leaves|left|stopped|stop|goes down|ran out|run out|runs out)",
    r"what (would|will|does|did) (it|that|this) (mean|cost|do) (for|to)? ?(you|your)",
    r"(school fees|tuition|first home|childcare|nursery fees|care home|nappies|sleep|weekends|evenings|night shift|night shifts|day off|time off|overtime|sick pay|jury duty)",
    r"(pay|pays|paying|afford|cover|keep up|pay off) (off |up )?(the|your|their|a) mortgage",
    r"(cut|cuts|shorten|shortens|reduce|reduces|trim|halve|lower|slash|limit) (down )?(on )?(the )?(time|hours|amount|number|money|days|miles|minutes|wait|load) (\S+ )?(your|they|you|their|it|that|of|spent)",
    r"(denied|rejected|late|lost|missed|unpaid|failed|disputed|returned|damaged|cancelled|canceled|duplicate|wrong|missing|delayed|overdue|bounced|declined|broken|spoiled|unsold|incomplete) (claim|claims|order|orders|shipment|shipments|delivery|deliveries|payment|payments|invoice|invoices|booking|bookings|load|loads|parcel|parcels|application|applications|check|checks|cheque|cheques|card|cards|item|items|goods|stock|part|parts|filing|filings)",
    r"(throw|throws|throwing|threw|thrown) (away|out) ",
    r"(nobody|no one|noone) (can find|answers|has time|picks up|notices|tells|checks|shows up|is sure|told)",
    r"(over|above|below|under) (the )?asking",
    r"(so|so that) (they|people|owners|{folk}) (\S+ )?(know|never|dont|wont|keep|get home|sleep|stop|save|see) ",
    # relief
    r"(fewer|less|spend less|no more|without|cut out|cut down|save|hours of|hours on|stop|half the|too many|too much|so many|drowning in|buried in|behind on|tired of|instead of) (of |on |all |their |your |the |those |that |sunday |so )*{chore}",
    r"never (again )?(run out|worry|miss|lose|wait|pay|overpay|chase|guess|run short)",
    r"(wait|waits|waited|waiting|queue|queued|queuing|delay|delayed|behind|late) (for |about |up to |over |around |nearly |by |another )*(NUM|an|a|several|weeks|hours|days|months) ?(hour|hours|weeks|days|months|week|day|minutes|month)? (for|at|to|on|before|because|every|in)",
    r"(paying|pay|pays|paid|spending|spend|spends|wasting) (so much |a lot |extra |good money |NUM {money} |money |rent |twice |more )*(for|on) (\S+ ){1,4}(nobody|no one|you never|you dont|never|they dont|that dont|that doesnt)",
    r"(bill|bills|rent|rents|rates|premiums|premium|wages|prices|costs|fees|taxes|fuel|levy|tariffs|duties) (went|go|goes|going|has gone|have gone|are|is|may|could|will|keep|keeps|just|rose|jumped|doubled|climbed|shot|crept) (\S+ )?(up|hit|higher|rising|climbing|increase|rise|down|change|double|jump|go|again)",
    r"(rival|rivals|competitor|competitors|other shop|new shop|chain|supermarket) (\S+ ){0,3}(opening|opens|opened|moving|undercut|undercutting|copying|across|next door|poaching|taking|took|cheaper|stealing|beat|beating)",
    r"(rules|rule|law|laws|standard|regulation|regulations|levy|tax|inspection|inspections|wage rules|deadline|code) (\S+ ){0,3}(hit|hits|affect|affects|apply|applies|change|changes|changed|changing|moved|come|comes|coming|start|starts|catch|mean|means) (\S+ ){0,3}(your|you|in|on|for|into|this|last)",
    r"(buyer|buyers|tenant|customer|somebody|someone|people|family|families|couple|client|investor) (\S+ ){0,4}(wants|want|wanting|looking|asking|asked|keen|needs|ready|hoping|trying) (\S+ ){0,4}(your|you|exactly|someone|somebody|like)",
    r"(who|people|somebody|anyone|no one|nobody) (\S+ )?(can|could|they can|you can|to) (be )?(trust|trusted|rely|relied)",
    r"(flood|fire|storm|break in|burglary|bridge|roadworks|strike|outage|power cut|lawsuit|recall|leak|crash|theft) (took|hit|closed|closes|damaged|ruined|shut|cost|stopped|cut|affected|left|near|on your|at your|in your)",
)
"""A measure or a trouble of their work or life (label guide: speaks_to_prospect_concern)."""

CONCERN_VETO = (
    r"(pride|proud|committed|dedicated|known|famous|commitment|dedication|priority) (\S+ ){0,3}(customer|client|guest|patient|safety|security|quality) (\S+)?",
    r"(sorry|apologies) (\S+ ){0,2}(missed|to miss|that i missed|i missed)( \S+){0,3}",
    r"(left|leave|leaving) (you|me|a|your|my|this|that|us|another|one|two|several|an|the|voicemail|message)( \S+){0,2}",
    r"(before|after|if|when) you (leave|left|lose|lost) (the office|work|for|today|my|this|me)",
    r"(closed|open|late|early) (on|for|today|tomorrow|this|at|until)",
    r"(down|up) (the road|the street|for|to|at|and)",
)

VALUE = (
    r"(i|we|ive|weve) (\S+ )?(spoke|spoken|talked|checked|been on|had a word) (to|with) your (insurer|landlord|bank|council|supplier|accountant|lender|neighbour|neighbor|carrier|adjuster|\S+ department)",
    r"(wrote|written|noted|listed|jotted|set|marked) (down )?(NUM|some|a few|several|what|which|the|two|three) (\S+ ){1,2}(that|you|for|to|of|in|about|which)",
    r"(read|checked|went over|looked over|been over|looked through|went through) your (\S+ ){1,3}and (?!(i|we|would|wanted|thought|was|really|loved|id|im|had|it|call|please)\b)\S+",
    r"(have|made|took|got) (a|some|two|the) (recording|photo|photos|photograph|picture|pictures|sample|map|video|film|drawing) of ",
    r"(wants|want|wanted|would like|needs|need|hopes|asked) to (order|buy|hire|rent|book|sell|join|speak|place) (\S+ ){0,5}(from|with|for|to|by) you",
    r"(let you have|leave you|lend you|give you|send you|drop off|pass on|hand you) (a|the|our|my|his|her) (\S+ ){0,2}(checklist|guide|plan|report|sheet|template|name|key|map|number|figures|findings)( of| on| for| to)?",
    r"(i|we|ive|weve) (\S+ )?(just |have |also )?{examined} (?!(you|back|in|with)\b)(your|what|how|which|the|it|them|all|every|some|several|a) ",
    r"(i|we|ive|weve|ill) (have |got |also have |already have |have got |have now )+(the|your(?! (name|number|address|list))|some|his|her|their|those|all|both|NUM|a|two|three) ~2 {result_noun} (of|for|from|on|and|that|you|to|here|in|now|who|ready|with)",
    r"(have|has|got|is|are|with|shows|show|found|there|contains) (a|an|some|two|three|NUM|several|one|few|at least one) ~2 {flaw} (in|on|at|that|which|and|of|for|to|with|between)",
    r"(a|one|two|three|NUM|some|several|few) of (the|your|those|these) (\S+ )?(\S+) (is|are|do not|does not|dont|doesnt|look|looks|may be|might be|seem|seems|was|were|has|have) (\S+ )?(wrong|missing|out|off|incorrect|not|add|match|too|late|expired|due|overdue|double|twice|old|broken|empty|up for)",
    r"(i|we|ive|weve) (\S+ )?(know|knew|have|met|found|got) (of )?(a|an|some|two|somebody|someone|people|NUM|another|just the|one) ~3 (who|whos|looking|near you|that wants|wants|in need|available|ready|out of work|between jobs) ",
    r"(contact|name|person|supplier|candidate|tenant|fix|answer|part|home|use|lead|buyer) for (you|your) ",
    r"(can|will|could|would|ill|to|happy to|glad to) (also |gladly |quickly |just )*(show|tell|teach|walk|explain|talk|let you know|point out) (to )?(you )?(through |over |exactly |to you )*(how|what|which|why|where|who|when) (?!(what|does|how|would|can|call|please|to|our|we|i|it|us|this|im|were|much we|you can get|you could get|you are interested|to (reach|order|buy|sign))\b)\S+",
    r"(grant|grants|fund|scheme|tender|place|unit|post|subsidy|allowance|rebate|bursary|exemption) (\S+ ){0,5}(open|opened|opens|available|up for|free|coming up|reopened|on offer|closing)",
    r"(you|your \S+|they) (can|could|may|might|are able to|should be able to|are allowed to|would) ~1 (claim|reclaim|recover|avoid|deduct|appeal|apply for|write off|get a refund|be owed|be due|be entitled) ",
    r"(giving|give|given) (you |it |them )?away (a|an|our|free|the|some|it)?",
    r"(you|they) (may|can) (have|keep|use|take|borrow) (it|them|one|both|a copy|that|his|her|their|the) (for free|free|with|either|without|anyway|whether|at)? ?",
    r"(somebody|someone|a \S+|people|NUM \S+|\S+s|a \S+ \S+|client|woman|man|family|couple|gentleman|lady|buyer|developer|journalist|customer) (who )?(wants|want|is looking|are looking|looking|needs|asked|is asking|came in asking|was asking|hopes|would like|is keen) (\S+ )?(to|for) (rent|buy|lease|hire|use|stock|sell|feature|take|let|book|order|quote|borrow|share|an|a|your|exactly|just) ",
    r"your (\S+ )?(rival|competitor|landlord|supplier|listing|neighbour|neighbor|rivals|competitors|neighbours|neighbors|insurer|lender|council|old \S+) (has|have|just|is|are|have just|has just|changed|dropped|raised|lost|won|shows|says|opened|closed|moved|started|put) (\S+ )?(\S+)",
    r"(shop|house|unit|place|building|lot|field|office|flat|land|plot|yard|store|home|one) (\S+ )?(next|beside|opposite|across|behind|near|above|below|down) (\S+ ){1,5}(for|sold|sale|rent|empty|free|available|listed|closing|let|market|go|coming)",
    r"(cheaper|better|faster|easier|simpler|quicker|safer|legal|other|second) way (to|of|round|around|for) (?!(reach|contact|get hold|talk|speak|say)\b)\S+",
    r"(i|we) (made|drew up|drew|wrote|wrote down|wrote up|put|typed up|sketched|marked|mapped|listed|put together|worked up|filmed|photographed|recorded) (you |out |up )*(a|an|some|the|your|two|three|NUM|every|which|what) ~3 (list|plan|note|notes|map|page|drawing|sketch|schedule|summary|comparison|table|film|video|photograph|budget|estimate of your|timeline|calendar|guide|shops|places|people|names|of)",
    r"what (that|this|it|they|those|these) (means|mean|could mean|would mean|does|do) (for|to) (you|your)",
    r"(houses|homes|properties|flats|units|shops|farms|NUM|two|three|several) (\S+ )?(on|in|near|round|around|across) (your|the|this) (\S+ ){1,3}(sold|listed|let|went|closed|changed hands)",
    r"(rules|rule|law|laws|limits|code|deadline|rates|form|forms|threshold) (\S+ ){0,4}(changed|moved|changes|is changing|are changing|has changed|have changed) (\S+ ){0,3}(this|last|on|in|and|for|next|from|your|you)",
    r"(list|panel|shortlist|directory|line up|register) of (\S+ ){1,4}(to|for|who|that) ",
    r"(suggestion|idea|thought|tip|hint|pointer|warning|plan|recommendation|thoughts|ideas|tips|pointers|suggestions) (for|about|on|to help|that would|that could|which might|regarding|around) (your|you|the|how|what|getting|keeping|saving|cutting) ",
)
"""A definite useful thing that is told or promised (label guide: offers_value_or_idea)."""

OPEN = (
    r"(i|we|ive|weve) (\S+ )?(saw|know|heard|found out|learned|learnt|discovered|think i know) (who|why|what|where|which|when) (?!(to|you|youre|its|it is)\b)\S+",
    r"(have|got|had|is|theres|bring|with) (\S+ ){0,2}news (from|about|on|for|that)",
    r"(something|one thing|a thing|two things|a few things|things|one of them|a couple of things|some of it|part of it) (in \S+ |about \S+ |with \S+ |on \S+ )?(\S+ )?(does not|doesnt|didnt|did not|happened|changed|worries|worried|will surprise|would surprise|might surprise|surprised|stood out|stands out|caught|concerned|concerns|raised|odd|strange|struck|looks|looked|came|troubles|bothers|puzzled|puzzles|made me|jumped) ",
    r"(decision|news|update|change|result|results|answer|figure|development|progress|movement|changes|developments|ruling|verdict) (\S+ )?(on|about|for|from|regarding|concerning|with|affecting) (your|you|what you) ",
    r"(buyer|bank|lender|seller|landlord|council|insurer|court|county|lab|supplier|manufacturer|factory|adjuster|underwriter|committee|owner|tenant|judge|city|state|solicitor|school|developer|they) (has |have |just |had |finally |s )+(made|come|given|sent|replied|decided|answered|approved|changed|offered|agreed|asked|raised|moved|turned|found|accepted|issued|released|set|dropped|filed|posted) ",
    r"(happened|came up|changed|arrived|came back|come back|turned up) (\S+ )?(on|with|to|in|about|regarding|at) your ",
    r"(wanted|want|like|need|love|had|hoping|have|meaning|dying) to ask (you )?(\S+ )?(about|why|how|whether|what|if|who|when|where) (your|the|you|those|that|these|it|they) ",
    r"(your) (opinion|view|advice|take|thoughts|input|side|perspective|feedback|blessing|guess|expertise) (on|about|of|before|regarding|for) (?!(our|my)\b)\S+",
    r"(quick |one |small )*question for you (on|about|regarding|around) (your|the|how|why|what) ",
    r"(raised|raises|left|leaves|have|had|got|with|brings up|one|two|NUM|few|couple of|specific|some) (a |me with a |me with |one |two |some |small |specific |few )*(question|questions) (\S+ )?(for you )?(on|about|regarding|around) (your|the|how|why|what|that|those|a|one|something) (?!(business|company|order|renewal|insurance|policy|coverage|needs|interest|inquiry|enquiry|account|application|appointment|services|delivery)\b)\S+",
    r"(i|we|ive|weve) (\S+ )?(found|tracked down|located|got hold of|heard|overheard|discovered|learned|learnt|uncovered|came across|come across|stumbled on|dug up|spotted|noticed) (out )?(the|an|some|something|who|why|what|where|how|two|three|NUM|one|about|another|someone|somebody|a) (?!(call|lot|bit|little|while|property|house|home|listing|profile|company|website|number|name|business|information|time|way to (reach|contact))\b)\S+",
    r"(think|believe|suspect|reckon|pretty sure|fairly sure|know|figured out|worked out|found out) (i |we |that )*(know|see|found|can see|understand)? ?(why|what|where|who|which|how) (your|the|you|those|they|it|is) ",
    r"(rather|prefer to|better to|best to|easier to) (explain|tell|say|talk|discuss|go over|share|show) (it |you |that |them |this |about it )*(by|over|on|in|when|myself|to you|live|directly|than|and) (the |a )?(phone|telephone|person|call|voice|you|directly)?",
    r"(not |yet |before it is |before its |isnt |hasnt been |hasnt yet been )+(listed|public|announced|published|advertised|on the market|out) ",
    r"(want|like|need) (his|her|their) (name|names|number|numbers|details|address)",
    r"(have|tell you|give you|hear|pass on) (the|his|her|their|its) (name|names|number|numbers|details|price|date|answer|reason|list|figure|figures|rest|story)",
    r"((would|want|wanted|need|like) you|good|best) to (know|hear|be aware|find out) (of |about |that |it |this |what |who |before )*(\S+ )?(before|first|soon|about|from|in person|right away|today)",
    r"(need|needs|have|want|wanted|should|must|like|ought) to (hear|know|discuss|speak|talk) (\S+ )?(about|of)? ?(this|it|what|something|a change|that|one|how|why)",
)
"""Something of use to them is named and left for the call (label guide: reason_or_curiosity)."""
