"""What keeps people awake, in the many ways in which they speak of it (article 000 names the fields)."""

from __future__ import annotations

from trainer.analysis.language.phrases import Phrases

_WORDS = {
    "more": "more|extra|additional|new|better|enough|qualified|higher|steady|consistent|fewer|inbound|incoming|exclusive|repeat|warm",
    "trade": "sales|leads|lead|customers|customer|clients|jobs|appointments|bookings|bookings|patients|orders|deals|calls|inquiries|enquiries"
    "|referrals|business|revenue|traffic|visitors|listings|students|members|tenants|guests|donors|conversions|meetings|cases|contracts|buyers",
    "cut": "cut|cutting|cuts|reduce|reducing|reduces|reduced|lower|lowering|lowers|slash|slashing|bring down|eliminate|eliminating|trim|trimming|minimize|minimise|control|controlling"
    "|stop|stopping|prevent|preventing|avoid|avoiding|decrease|decreasing|halve|drop|shave|drive down",
    "raise": "increase|increasing|increases|boost|boosting|boosts|improve|improving|improves|grow|growing|raise|raising|double|doubling|triple|maximize|maximizing|maximise|lift|accelerate|drive|driving|generate|generating|win|winning|get|getting|bring in|book|booking|close|closing|convert|converting|land|keep|keeping|protect|hit|scale|scaling",
    "you": "you|your|youre|their|them|they|teams|team|companies|company|businesses|business|owners|clients|homeowners|people|most|many|firms|practices|its",
}

CONCERN = Phrases(
    {
        "concern": [
            # money made and lost
            "(shrinkage|working capital|credit line|inventory levels|stockouts|overstock|receivables|collections|underinsured|uninsured|obsolete|scrap|rework|spoilage|empty chairs|empty rooms|empty beds|unpaid balance|loan balance|amount you owe|owe|student loan|loan payment|monthly payment|payments)",
            "(profit|profits|profitability|margin|margins|bottom line|cash flow|revenue|revenues|turnover|income stream|passive income)",
            "(losing|lose|loses|lost|leaking|wasting|wastes|waste|leaving|leave|bleeding) ~3 (money|cash|revenue|sales|leads|customers|clients|business|dollars|pounds|time|hours|jobs|deals|staff|people|patients|budget|profit|on the table|sleep|employees|billion|million)",
            "(save|saves|saving|saved|savings) ~3 (money|time|hours|dollars|pounds|thousands|cash|costs|cost|tax|taxes|percent|energy|a headache|headaches|hassle|trouble|a fortune|thousand|minutes|week|month|year|on (your|their|energy|labor|labour|health|insurance|shipping|fuel|bills|taxes|costs|utilities|payroll|rent))",
            "(save|saving|saves) (you|them|companies|businesses|clients|customers|people|families|owners|a lot|up to|NUM|an average)",
            "(time|cost|money|tax|energy|real|big|significant|annual|monthly|potential|percent) savings",
            "(costing|costs|cost) (you|them|your|their|companies|businesses|teams|inbound|per|up|of (living|doing|labor|labour|fuel|energy|materials|goods|turnover))",
            "(rising|high|higher|hidden|operating|overhead|labor|labour|energy|fuel|freight|shipping|material|materials|healthcare|benefit|benefits|insurance|utility|running|increasing|soaring|your|unnecessary|extra|recruiting|hiring|support|payroll|rental|interest|ad|advertising) (costs|cost|expenses|bills|premiums|spend|overheads|bill|rates|payments)",
            "{cut} ~3 (costs|cost|expenses|spend|spending|bills|overhead|premiums|waste|risk|risks|churn|turnover|downtime|overtime|errors|mistakes|delays|complaints|no shows|time|taxes|tax|debt|payment|payments|absenteeism|stress|disputes|fees|cancellations|returns|losses|theft|fraud|backlog|foreclosure|admin|paperwork|meetings|pain|injuries|accidents|turnaround|chargebacks|penalties|headcount|workload|liability|emissions|friction)",
            "{cut} ~3 by ~2 (NUM|half|percent|a third)",
            "{raise} ~3 (profits|profit|revenue|sales|productivity|efficiency|margins|retention|morale|cash flow|conversion|conversions|connection|response|bookings|occupancy|traffic|visibility|presence|value|output|loyalty|satisfaction|engagement|performance|returns|quota|rankings|reviews|pipeline|rates|win rate|close rate|market share|numbers|online presence|security|safety|credit|savings)",
            "{raise} ~2 {more} ~2 {trade}",
            "{more} ~1 (sales|leads|customers|clients|jobs|patients|bookings|appointments|referrals|orders|revenue|traffic|business|buyers|donors|enquiries|inquiries|conversions|members|tenants)",
            "(missed|missing|lost|unanswered|dropped|unreturned) ~2 (calls|call|leads|sales|revenue|enquiries|inquiries|opportunities|customers|deadlines|appointments|deals|orders|business|patients|payments)",
            "(keep|keeps|keeping) ~3 (more of what|customers|clients|employees|staff|people|good people|talent|agents|you up|up at night|awake|margins|schedule full|your schedule|costs|patients|members|family|home|them coming back)",
            "(pay|paying|paid|pays|overpaying|overpay|overcharged|overcharging|being charged|getting charged|billed) ~1 (too much|more than|twice|extra|over|way too|for it|for something|for things|interest)",
            "(overpaying|overpay|overcharged|overspending|overpaid|overcharges)",
            "(what|how much) ~2 ~2 (paying|spending|losing|costing|wasting)",
            "(lower|reduce|better|current|monthly|high|rising|mortgage|your|card|lending) (interest )?(rate|rates|payment|payments|bill|bills) (were|are|have|is|now|work|went|dropped|change|changing|go|going|for your)",
            "(tax|taxes|taxation|irs|hmrc|vat) ~2 (bill|bills|burden|debt|return|returns|season|deadline|owed|problem|situation|situations|credit|credits|break|breaks|relief|liability|penalties|audit|refund|savings|deductions|changes|rules)",
            "(unpaid|back|property|income|payroll|sales|capital gains|owe|pay|paying|less|more|in|on|file|filing|your|lower) (tax|taxes)",
            "(debt|debts|foreclosure|bankruptcy|repossession|late payments|unpaid invoices|collections|chargebacks|credit score|bad debt|overdraft|probate|arrears|eviction)",
            "(duplicate|late|overdue|billing|invoice|invoicing|payroll|pricing|data entry|double|shipping) (carrier )?(invoice|invoices|errors|mistakes|payments|billing|charges|discrepancies|delays)",
            "(first|free|your|get|got|more) (NUM|fifty|new) ~1 (leads|customers|appointments|clients|jobs)",
            "{raise} ~3 (jobs|sales|leads|customers|clients|bookings|patients|orders|conversions|revenue|traffic|referrals|enquiries|inquiries|listings|donations|members)",
            # time and work
            "(spend|spends|spending|spent|waste|wasting|wasted|losing|lose|take|takes|taking|takes up) ~4 (hours|minutes|days|weeks|NUM|half|time|too much|evenings|weekends|months)( doing| on| per| every| a)",
            "(hours|minutes|days|weeks) ~2 (a|per|every|each|of) (day|week|month|case|year|deal|listing|admin|manual|work|meetings|reps|rep|file|client)",
            "(productivity|productive|efficiency|efficiencies|inefficient|inefficiencies|overtime|downtime|bottleneck|bottlenecks|backlog|backlogs|workload|workloads|turnaround|ramp time|lead time|lead times|response time|response times|delays|admin work|admin time|paperwork|busywork|burnout|cycle time|time consuming|wait times|capacity|outages|outage|scheduling conflicts)",
            "(ramp|onboarding|sales cycle|close|handle|hold|waiting|response|turnaround|payback|delivery|checkout) (time|times|period)",
            "(doing|do|done|entering|handling|managing|chasing|tracking|everything) ~3 (manually|by hand|all manually|yourself|on paper|in spreadsheets|spreadsheets)",
            "(manual|tedious|repetitive|scattered|outdated|slow|broken) (work|tasks|data|entry|processes|process|handoffs|systems|reporting|follow up|workflows|onboarding)",
            "(less|save|saves|saving|free up|frees up|gain|give you back|win back|short on|out of|more|buy back|get back|gets back) (of )?(your |their )?(time|hours)( with| for| to| on| and| back)?",
            "(off|from) your (plate|shoulders|desk|hands)",
            "(is|are|was|gets|get) (broken|a mess|messy|failing|slow|behind|stuck|chaotic|scattered|outdated|painful|inefficient)",
            "(friction|handoffs|guesswork|silos|siloed|bottlenecks|gut feeling|firefighting|chasing)",
            # people
            "(turnover|retention|retaining|attrition|recruiting|recruitment|staffing|hiring|understaffed|short staffed|short handed|labor shortage|labour shortage|shortage|shortages|morale|absenteeism|engagement|headcount|no shows|quitting|burned out|burnt out|sick days|vacancies|talent|onboard|training new)",
            "(find|finding|keep|keeping|retain|attract|attracting|hire|lose|losing) ~2 (good|great|qualified|right|top|reliable|skilled|new|key|best|your) (people|staff|employees|talent|reps|drivers|nurses|candidates|technicians|hires|workers|agents|engineers|caregivers|team)",
            # customers and competition
            "(customer|client|patient|guest|employee|member|brand|donor|tenant) (loyalty|retention|satisfaction|experience|churn|complaints|service|engagement|support|acquisition|turnover|reviews|happiness)",
            "(churn|loyalty|loyal|complaints|bad reviews|negative reviews|cancellations|conversion|conversions|conversion rate|close rate|win rate|connection rate|connect rate|reply rate|response rate|open rate|quota|pipeline|funnel|abandoned|abandon|rank|ranking|rankings|ranked|page one|first page|market share)",
            "(competitor|competitors|competition|rivals|rival|competing|compete|competitive)",
            # trouble
            "(headache|headaches|hassle|hassles|struggle|struggles|struggling|struggled|frustrated|frustrating|frustration|frustrations|stress|stressed|stressful|nightmare|pain point|pain points|overwhelmed|overwhelming|worry|worried|worries|worrying|concerned|bugging|annoying|burden|pain)",
            "(problem|problems|trouble|troubles|issue|issues|challenge|challenges|errors|mistakes|difficulty|difficulties|gaps|conflicts) ~1 (with|in|around|of|that|keeping|getting|finding|hiring|like|they|you|we see|and|on|creep|before|for)",
            "(risk|risks|at risk|exposed|exposure|breach|breaches|hacked|ransomware|cyber|fraud|theft|scam|phishing|lawsuit|lawsuits|liability|liable|penalty|penalties|fines|fined|compliance|compliant|noncompliance|audit|audits|violation|violations|recall|shutdown|accident|accidents|injury|injuries|safety|security)",
            "(leak|leaks|leaking|damage|damaged|mold|mould|storm|hail|flood|flooding|fire|break down|breakdowns|break ins|burglary|pests|termites|crash|failure|failures|fails|failing|spoils|spoil|expire|expired|waste|outdated)",
            "(stuck|sticking point|sitting around|waiting for the phone|falling through the cracks|fall through the cracks|slipping through|behind on|running out|undetected|too late|overrun|over budget|idle|empty seats|empty|vacant|vacancy|unsold|dead stock)",
            "up at night",
            "(tired|sick) of",
            # health, family, home, the future
            "(family|families|kids|children|loved ones|grandchildren|spouse|wife|husband|parents)( protected| secure| safe| taken care|s future| financially| future| covered)",
            "(protect|provide for|care for|look after|taking care of|take care of|time with|leave behind for|burden on) ~2 (family|kids|children|loved ones|families|spouse|parents|home|assets|savings|identity|business|income|future)",
            "(retirement|retire|retiring|nest egg|pension|college fund|estate|inheritance|life savings|financial future|financial security|peace of mind|sleep at night|college savings)",
            "(your health|their health|wellbeing|well being|energy levels|sustained energy|sleep better|back pain|joint pain|weight|sick|illness|medical bills|chronic|anxiety)",
            "(home|homes|house|property|properties|business|portfolio|asset|land) (value|values|equity|worth|prices|appreciated)",
            "(value|worth|price) of (your|their) (home|house|property|business|land|car|portfolio)",
            "(your|the|home|house|property|business|place|it|car) (is|are|could be|might be|may be) (worth|losing value|undervalued|going for)",
            "(what|how much) (your|it|the) ~2 (worth|sell for|go for)",
            "(equity|unclaimed|refund|refunds|overcharge|benefits you|entitled|money back|tax credit|grant|grants|rebate|rebates|incentives|owed)",
            "(get|got) it sold",
            "(sell|sells|selling|sold) (on (your|their) own|fast|quickly|quick|for more|for top|for less|your stuff|more|without|it without)",
            "(not|isnt|arent|wasnt|didnt|never|cant|without) ~2 (selling|sell|showing up|getting|converting|closing|growing|found|appearing|getting found|profitable|working|hitting)",
            "(real|great|big|huge|market|growth|good) (opportunity|opportunities|leverage)",
            "(growth|growing|scale|scaling|expand|expanding|expansion) (your|their|plans|goals|targets|stalled|fast|faster|revenue|sales|the business|challenges|without)",
            "(hit|hitting|miss|missing|meet|make|making|exceed) ~2 (quota|quotas|targets|target|numbers|goals|payroll|ends meet|deadlines|deadline|budget)",
            "(waiting list|wait list|scheduling|no show|overbooked|underbooked|full schedule|schedule full|booked out|slow season|slow months|seasonal)",
        ],
        "veto": [
            "(our|my) ~1 (profit|profits|revenue|sales|margins|customers|clients|growth|retention|team|bottom line|family|turnover|costs|leads|jobs|competitors|security|safety|estate|health|support)",
            "(we|i) (grew|increased|doubled|tripled|improved|boosted|raised|made|beat) our",
            "(your|their|the|an|any|for) ~1 (insurance|coverage|estate|security|health insurance|advertising|energy) (needs|need|agent|company|agency|plan|advisor|department|system|team|guard)",
            "(real|local real|commercial real) estate",
            "(health|life|home|auto|car|business) (insurance|coverage|policy|plan)",
            "(save|saving|discount|off) ~3 (your|our|next) ~1 (order|purchase|registration|subscription)",
            "(insurance|life|claims|safety|security|compliance|recruiting|recruitment|staffing|hiring|training|wellness|health|retirement|tax|benefits|fire|storm|pest|growth|energy) (company|agency|solutions|specialist|consultant|group|services|department|advisor|adviser|partners|manager|coordinator|director|team|firm|systems|magazine|officer)",
            "(raise|wish to raise) a concern",
            "(no|without|not a|any|isnt a|never a|zero) ~1 (problem|problems|trouble|hassle|worries|worry|pressure|risk|issue|issues|obligation|stress|hard feelings)",
            "(hope|sorry|not) ~4 (worry|trouble|problem|bother)",
            "(your|the|their) (renewal|claim|order|policy|account|subscription|quote|application|damage claim)",
            "(waste|wasting|take|save) ~2 your time",
            "(one|NUM|few|some|any) more (time|times)",
            "(retirement|estate|tax|health|financial|security|investment) (planning|planner|check|checks|insurance|care)",
            "off your plate whenever",
            "(home equity|equity) (loan|loans|line)",
            "(request|message|email|application) ~3 (through|falling|fall) ~1 the cracks",
            "competitors ~1 (mentioned|told|said|suggested|gave|recommended)",
            "(keep|keeping|not|stop) ~2 (bugging|bothering) you",
        ],
    },
    **_WORDS,
)
