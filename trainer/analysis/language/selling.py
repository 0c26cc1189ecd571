"""Selling, told apart: product, company, referral, and proof (article 002 names the things that get sold)."""

from __future__ import annotations

from trainer.analysis.language.phrases import Phrases

_WORDS = {
    "gain": "save|saves|saving|cut|cuts|cutting|reduce|reduces|reducing|increase|increases|increasing|grow|grows|growing|boost|boosts|boosting|double|triple|improve|improves|improving"
    "|lower|lowers|lowering|eliminate|eliminates|eliminating|avoid|avoids|avoiding|automate|automates|automating|streamline|streamlines|streamlining|generate|generates|generating|win|wins"
    "|close|closes|closing|book|books|booking|get|gets|getting|keep|keeps|keeping|find|finds|finding|fix|fixes|fixing|solve|solves|solving|recover|recovers|recovering|prevent|prevents|preventing"
    "|protect|protects|protecting|maximize|maximise|maximizing|drive|drives|driving|scale|scales|scaling|speed up|speeds up|simplify|simplifies|simplifying|replace|replaces|replacing|resolve|resolves|resolving"
    "|retain|retains|retaining|attract|attracts|attracting|convert|converts|converting|hire|hires|move|moves|make|makes|making|turn|turns|turning|stop|stops|stopping|sell|sells|selling|bring|brings|bringing"
    "|capture|captures|capturing|free up|frees up|achieve|achieves|stay|stays|discover|create|creates|creating|build|builds|building|earn|collect|reach|reaching|become|sleep|feel|live|pay|lose|qualify|rank|ranking|shorten|raise|onboard|ship|catch|catches|detect|detects|alerts|alert|tracks|identify|identifies|go|run|runs|secure|unlock|accelerate|consolidate|manage|access|take|transform|transforms|modernize|digitize|hit|fill|optimize|optimise|beat",
    "thing": "product|products|platform|system|software|solution|solutions|app|service|services|tool|tools|technology|program|programme|package|plan|plans|approach|process|device|devices|widgets|machine|machines|policy|policies|method|engine|assistant|marketplace|training|course|coaching|patch|card|equipment|material|sensors|agents|portal|offering",
    "us": "we|i|our team|our company|our firm|weve|ive|our clients|our customers|our product|our platform|our software|our system|our service|our services|our solution|our app|our tool|it|that|this|they|who|which|and",
    "great": "best|greatest|leading|finest|superior|amazing|incredible|fantastic|awesome|excellent|outstanding|exceptional|revolutionary|innovative|cutting edge|state of the art|world class|top notch|unbeatable|proven|powerful|premium|high quality|top quality|affordable|cost effective|competitive|unique|guaranteed|vetted|seamless|patented|unmatched|second to none|blown away|reliable|fastest|cheapest|lowest|smart|advanced|easy to use|turnkey|industry leading",
    "folk": "companies|businesses|business|teams|team|firms|clients|customers|people|owners|homeowners|brokerages|pharmacies|practices|organizations|organisations|departments|contractors|agencies|sellers|buyers|families|reps|leaders|managers|restaurants|schools|hospitals|dentists|agents|stores|manufacturers|brands|professionals|individuals|startups|providers|operators|retailers|landlords|investors|dealers|clinics|offices|orgs|shops|executives|roofers|lawyers|attorneys|veterans|seniors|patients|women|men|folks|you|your|them|employers|couples|parents|students|drivers|members|users|nonprofits|churches|farmers|plumbers|electricians|vendors|suppliers|property|another",
}

PRODUCT = Phrases(
    {
        "product": [
            "(help|helps|helped|helping|enable|enables|enabling|allow|allows|allowing|let|lets|empower|empowers) ~5 ({folk}) ~4 ({gain})",
            "(help|helps|helped|helping) ({gain}) ~2 (that|this|it|your|their|costs|time|more|the)",
            "(specialize|specialise|specializing|specialising|specialized|expert|experts|focus|focused) in (helping|getting|saving|cutting|reducing|increasing|growing|booking|generating|driving|fixing|recovering|resolving|making|lowering)",
            "(can|could|will|would|might|may|able to|going to|guarantee to|sure to|promise to|designed to|built to|made to|proven to|used to) ~2 (help|save|get|make|cut|reduce|increase|double|triple|boost|improve|lower|grow|solve|fix|bring|earn|give) (you|your|their|them|costs|that|business|time|money) ~3 (NUM|more|save|money|time|results|faster|better|costs|leads|sales|cost|get|grow|increase|reduce|rid|funded|approved|covered|revenue|percent|energy|sleep|out|bill|bills|payment|rate|rates|premium|profits|business|productivity|income|efficiency|a lot|thousands|hundreds|ton|quickly|close|sold|control|back|debt|deal|price|peace)",
            "(save|saves|saving|saved) (you|them|clients|customers|companies|businesses|people|families|homeowners|teams|up to|an average|about|over|between|around|roughly|as much)( \\S+)? (NUM|money|time|thousands|hundreds|hours|big|on|a lot|up to|a ton|dollars)",
            "(save|saves|saving|saved|seeing|see|cut|cuts|cutting|reduce|reduced|increase|increased|boost|boosted|grow|grew|improve|improved|earn|returns of|yield|yields) ~5 (by |up to |about )?NUM (percent|times|x|dollars|pounds|hours|to NUM percent)",
            "(most|many|our clients|our customers|customers|clients|departments|they|users|teams) ~3 (save|saved|saves|see|seeing|are seeing|cut|increase|grow|get|report|reduce|average|love|rave)",
            "(a|an|our|my|the|this|these|of|your own) ~4 ({thing}) (that|which|to|for|designed|built|powered|is|are|can|will|does|reads|has|automates|uses|helps|gives|integrates|tracks|handles|lets|makes|offers|works|saves|provides|includes|comes)( \\S+)? (automate|automates|helps|help|handles|handle|reads|tracks|lets|let|makes|make|saves|save|integrates|integrate|gives|give|does|do|designed|built|proven|best|great|easy|perfect|ideal|number|will|can|could|monitors|cuts|cut|reduces|reduce|works|uses|eliminates|runs|increase|increases|the|a|fast|free|amazing|customers|you|your)",
            "(our|my|the|these) ~2 ({thing}|rates|prices|pricing|quality|team|staff|options|coverage|homes|terms|results|widgets) (is|are|was|were|can|will|has|have|offers|provide|provides|gives|saves|makes|beats|beat|outperform) ~2 (the )?({great}|number one|number NUM|very|so|really|great|good|perfect|better|cheaper|faster|free|low|lower|top|award|unbeaten|designed|save|help|deliver|easy|second)",
            "(offer|offers|offering|provide|provides|providing|have|has|deliver|delivers|carry|got|sell|sells|with|using|for|the|our|some|most|just) (the |a |an |our |some |really |very |you |all |of )*({great}) ~2 ({thing}|rates|prices|pricing|options|deals|deal|quality|coverage|availability|selection|support|results|inventory|offers|offer|price|way|value|warranty|terms|benefits|service|cash|widgets|homes|local|contractors|rate|performance|around|staff|care|leads|materials|experience|cover)",
            "(great|good|excellent|some|really great|best|better|lower|low|competitive|new|special|amazing|fantastic) (options|rates|deals|availability|pricing|prices|deal|specials|discounts|promotions|offers|rate|terms|savings|financing|price|selection)",
            "(NUM|half|percent|dollars|pounds) (percent )?off",
            "(discount|discounts|discounted|promo|promotion|promotional|coupon|voucher|rebate on|special pricing|special price|sale price|sale prices|specials|clearance|cash back|cashback|introductory|complimentary|limited time|exclusive offer|exclusive deal|great offer|best price|best deal|lowest price|price match|half price|bonus)",
            "(free) ~1 (trial|estimate|estimates|quote|quotes|shipping|delivery|installation|month|months|damage assessment|assessment|setup|set up|sample|samples|upgrade|gift|for the first|leads|training|demo|service|support|maintenance|week|weeks|home|for|inspection|roof|no obligation)",
            "(no|without|zero|without any) ~2 (fee|fees|annual fee|commission|commissions|contingencies|contract|contracts|obligation|money down|upfront|upfront cost|hidden|interest|closing costs|risk|setup|repairs|financing contingencies|broker|brokers|spending|hiring|hassle|crash|disruption|behavior change|behaviour change|lifting|the usual|down payment|credit check|long term|medical exam|deductible|copay)",
            "(close|closing|cash|fund|funded|funding|buy|approved|approval|delivered|delivery|install|installed|results|turnaround|set up|up and running|done|live) ~3 (in|within|as soon as|in as little as|in under|inside) ~2 (NUM|days|hours|weeks|two|a day|a week|one|seconds|minutes)",
            "(close|closes) (quickly|fast) ~1 (with|cash)?",
            "(all |a )?(cash|fair|direct|competitive|top|strong|higher) (offer|cash offer|dollar)( for| with| without| on)?",
            "(buy|buys|purchase) ~3 (as is|cash|any condition)",
            "(leads|deals|months|month|one|weeks|NUM|order|hour|session|visit|job|appointments|ones) ~1 (is|are)? ?(on us|on the house|free)",
            "(so|where) (you|your|youre|they|staff|your team|your staff) ~2 (dont|do not|never|wont|isnt|arent|can|no longer|is not|stay|stays) ~3 (have|need|worry|doing|spend|miss|focus|lose|waste|aligned|get|has|deal|think|concentrate|sleep|enjoy|run|pay)",
            "(we|i) (do|take care of|handle|manage|cover|run) (all|everything|every|it all|the whole|your whole)",
            "(remove|removes|eliminate|eliminates|takes|take|cuts) ~2 (friction|the guesswork|guesswork|the hassle|the pain|hassle|the stress|out the middleman|the headache|the work|delays)",
            "(priced|pricing|price|below|starting|starts|starting at|for only|for just|only|just|as low as|as little as|from) ~3 (below market|under market|market value|NUM dollars|NUM pounds|NUM euros|NUM percent|per month|a month)",
            "(solid|great|huge|strong|massive|big|good|excellent|high) (spread|return|returns|roi|margins|results|numbers|upside|equity|yield|investment|success|benefits|value)",
            "(numbers|returns|results) ~1 (look|looks|are|is|speak|were) (solid|great|good|strong|amazing|fantastic|for themselves|incredible)",
            "(it|which|that) (is|s|was)? ?(fast|easy|simple|affordable|explainable|production ready|free|convenient|hassle free|risk free|award winning|painless|secure|the best|completely free|fully automated|on autopilot)",
            "(on|complete|completely on|full) autopilot",
            "without (them|you|anyone|your team|the) ~1 (lifting|doing|having|spending|needing)",
            "without (spending|lifting|hiring|adding|raising|the (crash|hassle|stress|usual|cost|headache|risk|wait)|having|increasing|paying|changing|disrupting|sacrificing|losing)",
            "(fix|fixes|solve|solves|fixed) (that|it|this|the problem|these|those)",
            "(get|gets|got) (you|them|businesses|clients|homeowners|people|your business) ~3 (funded|approved|more|NUM|results|sold|paid|covered|ranked|ranking|seen|found|in front|a better|a lower|the best|top dollar|cash|savings|out of|qualified|scheduled in)",
            "(rates|price|prices|deal|deals|offer) ~2 (before they|wont last|will not last|change|expires|expire|ends|end|go up|for a short)",
            "(thats|its|is|are) ~1 (right in|perfect for|ideal for|tailored|customized|customised|exactly what|just what) ~3 (wheelhouse|you|your|needs)",
            "(works|work) (great|well|wonders|better|perfectly|beautifully|with over|with more)",
            "(new|brand new|our new|our latest|latest) ~3 (mastercard|visa|card|product|platform|line|model|program|plan|service|offering|range|release|version|feature|collection)",
            "(always|never) (sleeps|forgets|knows|misses|stops|on|breaks|fails|tires)",
            "(would|you) ~2 (love|like) (it|some|one|them|our|these) ~1 (too|as well|widgets|products|product)",
            "(check|show) ~3 (off|out) (the|our|my) ({thing})",
            "(blew|blown|blows) ~1 away",
            "(ways|way|how) ~2 ({thing}) ~2 (can|could|will|would|might) (help|save|benefit)",
            "(ai|a i) (powered|driven|based|system|platform|assistant|enabled) ~3 (that|which|to|system|platform|tool|layer|detects|summarizes)",
            "(real time|24 7|around the clock|all in one|one stop|end to end|full service|done for you|white glove|hands free|month to month|plug and play|self sanitizing|always on)",
            "(we|i|weve|ive|ill) (built|created|developed|designed|invented|launched|made|engineered) ~4 (that|to|which|for|smart|sensors|platform|app|bottle|solution|system|tool|this|it|a|the|our)",
            "(our|my|the|your) (customers|clients|users|early customers|team) ~2 (cut|reduce|reduced|saved|save|love|grew|increase|increased|see|saw|improved|get|stays|stay|went)",
            "(instead of|the difference between|think of it|unlike|imagine|no more|say goodbye)",
            "(structures|surfaces|summarizes|detects|monitors|routes|extracts|tracks|predicts|integrates|fits|adapts|adjusts|tells|alerts|builds|digitizes|continuously|seamless)",
            "(cited|primary|audio|smart|digital|adaptive|adaptable|collapsible|real) (sources|fingerprinting|sensors|business card|workout)",
            "in (seconds|minutes|days not|half the time|real time|hours not|no time|under|less time)",
        ],
        "veto": [
            "(help|helping|help you) (you|your|yours)? ?(find out|figure out|understand|decide|with (that|your|this|anything|any))",
            "(what|how|anything|if|where) (i|we) (can|could|may|might) (help|do)",
            "(can|could|may|how may|how can) i help",
            "(get|gets|getting|got) (you|us|them|it) (scheduled|set up|booked|in touch|on the phone|over|the info|back|connected|a call)",
            "(get|give|make|take|find|go|run|keep|bring) (back|a call|me|us|in touch|it|a chance|a minute|a moment|on|time|through|over|with|ahead|by|touch)",
            "(your|their|his|her) (free|own|new|current|existing|last) ~1 (service|services|platform|system|software|product|products|website|site|coverage|policy|plan)",
            "free (to|checklist|report|guide|tip|tips|breakdown|audit|analysis|review|time|moment|tomorrow|today|on|for a|at)",
            "(feel|are you|youre|when youre|if youre|you are|be) free",
            "(no|without) ~1 (obligation|pressure|worries|rush|problem|need|risk to|hard feelings|strings)",
            "(best|good|great|better) (time|day|way to|number|regards|wishes|luck|person|to reach|weekend|week|one|for you|contact|for me|if|so far|of luck|news|question|to|rest|evening|afternoon)",
            "(my|the|our) (new|best|cell|mobile|direct|office|number|main) ~1 (number|line|extension|is)",
            "(quick|short|brief|special|just) (question|call|note|message|reminder)",
        ],
    },
    **_WORDS,
)

COMPANY = Phrases(
    {
        "company": [
            "(leading|largest|biggest|oldest|number one|number NUM|premier|top|top rated|best|fastest growing|award winning|highest rated|most trusted|finest|foremost|world class|greatest|well known|renowned|respected|trusted) ~4 (company|firm|provider|agency|supplier|team|manufacturer|dealer|brand|name|agent|agents|realtor|contractor|distributor|platform|consultancy|in the|in town|in (your|this|the) area|producer|broker|brokerage|lender|business|companies|specialist|expert|experts|group|office|around|partner)",
            "(award|awards|awarded|accredited|certified|licensed|insured|bonded|bbb|a plus rated|five star|NUM star|haag certified|iso|trusted by|recognized|recognised|ranked|featured in|as seen|voted|rated|endorsed|approved by|authorized|authorised|government approved)",
            "(we|i|weve|ive|we have|i have|my team|our team|our company|my company|who|and) ~2 (helped|helping|saved|worked with|served|serve|trained|sold|supported|delivered|placed|assisted|represented|completed|done|closed|funded|grown|built|installed|won|partnered with|advised) ~2 (NUM|over|more than|hundreds|thousands|dozens|many|several|other|another|a lot|lots|companies|businesses|some of|a number|clients|a few|teams|many of|homeowners|families|people|your|customers|folks|individuals|a bunch|countless|similar|plenty)",
            "(just|recently|already|also|currently|last (week|month|year|quarter)) (helped|saved|sold|closed|worked with|finished|completed|wrapped|got|listed|placed|installed|did|rolled out)( with)? (another|a|an|one|NUM|several|two|three|some|other|your|for|with)",
            "(we|i|weve|ive) (helped|saved|got|took) (\\S+) (cut|save|saved|reduce|increase|grow|onboard|double|boost|get|go|win|raise|lower|close|hire|scale|from|generate|recover|improve|book|NUM|over|more)",
            "(work|works|working|worked) with (over|more than|hundreds|thousands|dozens|many|NUM|lots of|a lot of|most of|some of the|the top|the largest|the biggest|plenty|all the|every|several of|nearly|almost|half)",
            "(work|works|working|worked) with ~6 (working|works|worked|great|success|results|loves|love) ~2 (well|great|for them|it)",
            "(like|such as|including) (paypal|google|amazon|microsoft|apple|facebook|ibm|walmart|nike|coca cola|netflix|tesla|uber|salesforce|oracle|intel|ford|boeing|disney|target|starbucks|fedex|ups|peloton|spotify|airbnb|shopify|zoom|slack|cisco|dell|hp|sony|samsung|toyota|honda|bmw)",
            "(clients|customers|partners|portfolio|companies) ~2 (include|includes|including|like|such as)",
            "(years|decades|year) ~1 (of experience|in business|in the (business|industry|field)|experience|serving|helping|working with|track record)",
            "(been|have been|are) (in business|around|serving|doing this|in the industry|family owned|established) ~2 (for|since|over|NUM)?",
            "(since|established in|founded in) NUM",
            "(family owned|locally owned|veteran owned|established|reputation|track record|testimonials|case studies|success stories|market leader|market leaders|industry leader|industry leaders|thought leader|household name|fortune NUM|world leader|proud of our|experts in|second to none|best in class|A rated|the experts|expert team|expert advisors|our experts|specialists in the)",
            "(in|across|over|more than|serve|serving|sold|stocked in|with) NUM ~1 (states|countries|locations|restaurants|stores|clients|customers|companies|users|teams|units|offices|cities|active users|rei stores|homes|businesses|members|lenders|families|agents|branches|schools|hospitals|properties)",
            "(active|happy|satisfied|paying|loyal) (users|customers|clients|members)",
            "(seed|series NUM|series a|series b|funding) round",
            "(our|my) (clients|customers|users|buyers|sellers|early customers|members|patients|homeowners) ~2 (love|see|saw|report|have|are|get|say|cut|saved|save|average|reduce|reduced|went|rave|typically|tell|include|increase|increased)",
            "(a lot|lots|many|plenty|several|most|some) of ~2 (people|companies|businesses|homeowners|families|clients|your (neighbors|neighbours|competitors|peers)|teams|folks) ~2 (in|around|use|trust|work with us|like yours|have (used|switched|chosen)|are using|already)",
            "we (are|were) the (best|only|first|largest|leading|biggest|number|top|greatest|experts|premier|go to|most)",
            "(im|i am) (the|a|an) ~2 (number one|top|leading|best|award winning|expert|senior|certified) ~2 (agent|broker|producer|consultant|realtor|advisor|expert|specialist|in)",
            "(offers|has|have|provides|provide|makes|make|sell|sells) the (greatest|best|finest|highest|largest|most|leading|number one|top)",
        ],
        "veto": [
            "(top|best|leading|largest) (of|priority|notch|buyers|producers|reps|performers|sellers|candidates)",
            "(be|been|get|getting|become|stay|staying|is|isnt|are|arent|not) ~1 (certified|licensed|insured|rated|ranked|recognized)",
            "(in|across|since|over|with|sold) NUM (minutes|days|hours|weeks|months|seconds|percent|years|dollars)",
            "(number NUM|number one) (is|thing|reason|problem|complaint|question|challenge|concern|issue|mistake|priority)",
            "your (reputation|track record|testimonials|years|awards|award|certified|rated|team|customers|clients|users|company|firm)",
        ],
    },
    **_WORDS,
)

JUSTIFICATION = Phrases(
    {
        "justification": [
            "(save|saves|saved|saving|savings|cut|cuts|cutting|reduce|reduces|reduced|increase|increases|increased|boost|boosted|grow|grew|grown|double|improve|improved|lower|lowered|drop|dropped|raise|raised|off|more|up|down|disputes|time|retention|yield|return|returns|growth|results) ~5 (by |of |about |up to |to |like |over |around |nearly |roughly )*NUM (percent|hours|dollars|pounds|times|x|minutes|to NUM|days|weeks|a|reps|leads|more|units|teams)",
            "NUM (to NUM )?(percent|x|times|hours|dollars|pounds) ~1 (more|less|off|increase|savings|time savings|reduction|growth|return|faster|better|higher|lower|cheaper|improvement|boost|fee|or more|in savings|back|guarantee|a week|per week|a month|fewer|service calls|roi|average)",
            "(in|within|under|in under|less than|in as little as|inside|next|first|about|like) ~1 (NUM|two|the first|the next|one|a few) (NUM )?(days|weeks|hours|months|quarter|month|week|year|day)( without| guaranteed| or)?",
            "(guarantee|guaranteed|guarantees|money back|warranty|risk free|no risk|proven|prove|proof|backed by|certified|accredited|award|awards|award winning|patented|clinically|government|federal|official|approved program|testimonials|case study|case studies|references|track record|success rate|five star|reviews|rated|endorsed)",
            "(free trial|free month|free for|free of charge|no charge|no cost|at no cost|no cost to you|completely free|totally free|absolutely free|for free|its free|is free|free first|on us|on the house|complimentary|no obligation|free sample|free samples|free gift|free shipping|free installation|free setup)",
            "(discount|discounts|discounted|promo|promo code|promotion|promotional|coupon|voucher|specials|special pricing|special rate|special rates|special price|exclusive offer|exclusive deal|introductory|cash back|cashback|half price|lowest price|best price|price match|rebate|percent off|dollars off|pounds off|sale ends|on sale|reduced price|price drop|below market|under market|wholesale|savings on|save on your|no annual fee|no fee|no fees|no commission|no commissions|zero percent|NUM percent interest)",
            "(limited time|short time|limited number|limited spots|limited availability|only NUM|only a few|last chance|deadline|expire|expires|expiring|before they change|before it|wont last|going fast|moving fast|selling fast|running out|act now|act fast|hurry|while supplies|while stocks|ends|end on|last few|first come|before i (send|blast|list|release|offer)|before (we|its|they) ~2 (list|gone|sell|change|release|send|market)|first look|today only|this week only|until (friday|monday|the end|midnight|tomorrow)|by (the end of|friday|midnight)|spots left|seats left|spaces left|hold (these|this|the) (rates|rate|price|spot|offer))",
            "(local|running|special|great|some|current|new|got|month end|end of year|holiday|spring|summer|fall|winter|year end) (local )?(specials|promotions|promotion|deals|discounts|incentives|rebates|sale)",
            "(we|i|weve|ive|we have|i have|my team|our team) ~2 (helped|saved|sold|grown|closed|funded|recovered|generated|trained|increased|doubled|reduced) ~2 (NUM|over|more than|hundreds|thousands|dozens|many|several|other|another|a|an|clients|companies|businesses|some|two|three|few|similar)",
            "(we|i|weve|ive) (helped|saved|got|took) (\\S+) (cut|save|saved|reduce|increase|grow|onboard|double|boost|get|go|win|raise|lower|close|hire|scale|from|generate|recover|improve|book|NUM|over|more)",
            "(just|recently|already) (helped|saved|worked with|got) (another|a|an|one|NUM|several|two|three|some|other|your) ",
            "(most|many|our clients|our customers|customers|clients|users|departments|companies|homeowners|businesses|they|members|patients|teams) ~3 (save|saved|seeing|see|saw|report|cut|average|increase|increased|reduced|get|got|earn|love|loved|grew) ~4 (NUM|percent|results|hours|thousands|double|it)",
            "(our|my) (clients|customers|users|early customers|buyers|members|patients) ~2 (love|see|saw|report|are|get|say|cut|saved|save|average|reduce|reduced|went|rave|typically|increase|increased)",
            "(recently|just) (purchased|bought) ~3 (and|was|were|is) ~3 (loves|loved|blown|happy|thrilled|delighted|amazed|excited)",
            "(blown away|rave|raves|raving|swears by|swear by)",
            "(working|works|worked) (really |very |extremely |so )?(well|great|wonders) for (them|him|her|others|other|our|my|many)",
            "(works|working|worked) with (over |more than |nearly )(NUM|a hundred|a thousand) ",
            "(in|across|sold|over|stocked in|more than|have|got|serve|serving) NUM ~1 (states|countries|restaurants|stores|clients|customers|companies|users|units|active users|rei stores|businesses|teams|lenders|homes)",
            "(only )?(pay|fee|charge) ~2 (only|if|when|on) ~2 (results|we|you|settled|win|work|perform|close|it)",
            "NUM percent (fee|commission|rate|apr|interest|return|roi|success|match|discount|financing|guaranteed)",
            "(rate|rates|price|priced|interest) (of|at|as low as|from|starting at|starting|below) ~2 NUM",
            "(as low as|as little as|starting at|starts at|for only|for just|up to) NUM",
            "(get|getting|got) ~2 (you|them|businesses|clients) ~2 (funded|approved|sold|NUM|results|like NUM) ~2 (within|in|percent|more|faster)?",
            "(priority|vip|preferred|valued|exclusive) (code|pricing|customer discount|discount|access|rate)",
            "payment guaranteed",
            "cut that (to|by|down)",
        ],
        "veto": [
            "free (checklist|report|guide|tip|tips|audit|analysis|review|time|estimate|estimates|damage assessment|assessment|quote|consultation|to|home|valuation|evaluation|inspection|preview)",
            "(feel|are you|youre|if youre|you are|be|im) free",
            "(spend|spends|spending|spent|waste|wastes|wasting|abandon|abandons|lose|loses|losing|costing|take|takes) ~6 NUM",
            "NUM ~1 of (people|companies|businesses|owners|all|reps|homeowners|employees|teams|leads|calls|customers|adults|firms)",
            "NUM percent of",
            "(in|within|next|about|like|for|first|the next|under) ~1 (NUM|two|one|a few|the next) ~1 (minutes|minute|days|weeks|day|hours|hour|months|week|quarter|month|year)( to| of| from| on| and i| ill| for| if)",
            "(no|without) ~1 (pressure|need|rush|problem|worries|hard feelings|strings|obligation at all)",
            "(reviews|review) (and|for|on|of|is|are|your|page|site|the|from|with)",
            "(your|their|google|online|bad|negative|more) (reviews|warranty|awards|award|deadline|references|discount|rebate)",
            "(government|federal) (contract|contracts|agency|department|relations)",
            "(it|that|call|meeting|weekend|week|year|contract|lease|policy|term|agreement|subscription) (ends|end on|expires|expire)",
        ],
    },
    **_WORDS,
)

REFERRAL = Phrases(
    {
        "referral": [
            "(purchased|bought|ordered|signed up|switched|invested|uses|used|using|hired|installed|became a (client|customer)|joined|chose|has been a client|has been a customer|has been using|went with)",
            "(blown away|loves|loved|raves|raved|rave|thrilled with|delighted with|happy with|very happy|impressed with|swears by|saved ~4 (NUM|money|time|thousands)|saw ~3 results|got ~3 results|satisfied with|pleased with)",
            "(agrees|agree|agreed|believes|says|said|thinks|feels|swears|confirmed) ~4 (our|we|the product|widgets|my) ~3 (best|great|number one|amazing|excellent|the|better|good|help|save)",
            "(thought|thinks|said|felt|knows|believes) (you|youd|that you|he|she) ~2 (would|will|might|could|should|need|d|want) ~2 (like|love|want|need|benefit|use|buy|one|some|enjoy|appreciate the)",
            "(great|good|excellent|amazing|fantastic|incredible) (results|success|experience) ~2 (with|for|from|using)",
            "(found|finds) ~3 (results|service|product|check|it) ~2 (eye opening|valuable|useful|great|helpful|amazing|excellent)",
            "(recommending|recommends|recommend) ~1 (our|us|my|the)",
            "(helped|saved|helping) (her|him|them|his|their) ~4 (NUM|save|get|cut|reduce|increase|grow|sell|find|with)",
        ],
        "veto": [
            "(delighted|excited|thrilled|happy|pleased|impressed|intrigued|blown away) (about|with|by|at) ~3 (information|info|idea|ideas|report|what i|what we|news|something|figures|numbers|article|tip)",
            "(found|said|thought|thinks) ~3 (information|info|idea|ideas|report|talk|speak|call|hear|connect|conversation|meet) ",
        ]
    },
    **_WORDS,
)
