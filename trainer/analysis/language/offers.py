"""What a message gives besides the thing sold: findings, ideas, leads, news; and what it holds back for the call."""

from __future__ import annotations

from trainer.analysis.language import prospect_frames as frames
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.words import CLASSES

_WORDS = {
    "idea": "idea|ideas|tip|tips|insight|insights|suggestion|suggestions|checklist|checklists|report|reports|guide|breakdown|findings|finding|analysis|audit|assessment report"
    "|recommendations|recommendation|benchmark|benchmarks|benchmarking|data|statistics|stats|numbers|figures|article|case law|whitepaper|white paper|playbook|template|worksheet|research|study"
    "|strategy|strategies|ways|way|trick|tricks|blueprint|scorecard|review|comparison|list of|map|calculator|toolkit|e book|ebook|health check|digital health check|metric|valuation|appraisal|market update|market report|rundown|thoughts|observations|advice|intel|information|info",
    "found": "found|noticed|spotted|uncovered|discovered|identified|flagged|came across|saw|seen|seeing|caught|picked up on|put together|pulled|ran|pulling|reviewed|reviewing|looked at|looking at|analyzed|analysed|compiled|prepared|mapped out|researched|researching|tracking|watching",
    "gave": "share|sharing|send|sending|give|giving|pass along|pass on|show you|tell you|walk you through|email you|let you have|offer|run|bring|leave you with|drop off|text you|put together",
    "now": "just|recently|last week|this week|yesterday|today|earlier",
    "gap": "gap|gaps|issue|issues|problem|problems|error|errors|mistake|mistakes|opportunity|opportunities|things|items|areas|places|pages|duplicate|duplicates|overcharges|mismatch|discrepancy|discrepancies|inconsistencies|spots|leaks|red flags",
}

EXCHANGE = Phrases(
    {
        "given": [
            "(call|ring|phone|buzz|bell|dial|telephone|hit me|talk) ~9 (and|then|so|when you do)? ?(ill|i will|i can|well|i could|id be happy to|let me|ill gladly) ~1 (tell|pass|hold|show|give|name|share|walk|take|read|introduce|talk|run|go|put|text|send|swap|connect)(?! you (off|more|a little|all about)) ~1 (you|it|them|the|what|which|how|who|his|her|their|through|your|him)",
            "(ill|i will|i can|i could) ~1 (tell|show|give|share|pass|name|walk|take) ~2 (you|it on|it along|them) ~2 (what|which|who|where|why|when|the (name|number|details|answer|address|page|list|figures|line)|his|her|their|about|one|through|if)",
            "you can have (his|her|their|the|them|it) ~1 (details|number|name|list|it|card)?",
            "(i|we) know (which|what|why|who|where|when) (?!(to|youre|you|it is|you are)\\b)\\S+",
            "(youll|you will|you) ~1 (want|know|hear) ~1 (to hear it|what it is|who it is|why|which one)",
            "(i )?thought of you",
            "(i )?(said|told them) id (ask|ring|tell|call) you ~1 (first)?",
            "(ill|i can|i could|let me) read (it |them )?(to )?(you|it|them)",
            "(hold|holding|hold off|keep) the (plates|line|price|slot|spot|order|door|place) ",
            "tell you ~1 (how|what|which|who|where|why|when) ",
            "(i|we|ive|weve) ~1 (have|got) (his|her|their|the(?! right)|a) ~1 (number(?! of)|name|names|answer|address|picture|pictures|photo|photos|key|figure|figures|number they|details|letter|list)",
            "(i|we) (took|have|got|ive got) ~2 (a|some|NUM|the|two|three) ~1 (picture|pictures|photo|photos|look|reading|measurement|video)",
        ],
        # Said of what was told just before: of use, and nothing is left of it.
        "told": [
            "(thought|think|figured|reckoned) (youd|you would|you might|you should) (want|like|need|care) to (know|hear|see)",
        ],
        "explained": [
            "(call|ring|phone|buzz|bell|dial|telephone|hit) ~9 (and|then|so|when you do)? ?(ill|i will|i can|well|let me) ~1 (explain|fill you in|tell you more|bring you up)",
            "(ill|i will) explain( everything| it| more| then| when)?",
            "(be|is|its|that is) ~1 (two|NUM|a couple) (words|lines|sentences)",
        ],
        "observed": [
            "(i|we|ive|weve|id) ~1 (spotted|counted|measured|added it up|worked out|worked it out|checked|went through|looked into|looked up|asked about|asked around|found out|overheard|read through) ~9 (your|you|youre|youve|yours|that|which|it|them|page|line)",
            "(NUM|two|three|four|five|some|several|one|most|half|many) of (your|yours|them) ~2",
            "(theres|there is|there are|theres been) ~2 (one|a|an|two|something|NUM|another|some) ~2 (line|thing|change|way|mistake|gap|letter|charge|rule|seam|crack|hole|box|clause|detail|catch|snag|deadline|grant|fund|law|scheme|trick|page|number|reason|pattern|figure|word|paragraph|column|part) ~3 (that|which|in|on|coming|going|round|around|out|of|you|to|for|between|under)",
            "(i|we) (have|got|ive got|had) (a|an|the) ~1 (guess|hunch|answer|thought|idea|theory|suspicion|solution|fix|plan|number|way|trick|name|figure|think) ~1 (why|about|on|for|how|that|to|of|what|is|it)",
            "(id|i would) (like|want|hate|rather|love) ~1 (you to|you) ~2 (know|hear|see|have|find|heard|knew)",
            "(your|the) ~3 (hasnt kept|is on the wrong|are up for|fall due|falls due|is out of date|has last years|doesnt match|do not match|dont match|contradicts|is missing|are missing|is shut|is closed|are quitting|are leaving|opens the wrong)",
        ],
    }
)

VALUE = Phrases(
    {
        "value": [
            *frames.VALUE,
            "(have|got|with) (some |an )?(important|urgent|good|useful) (news|information) for (you|NAME)",
            "(idea|ideas|tip|tips|suggestion|suggestions|insight|insights|strategy|strategies|way|ways|thoughts|recommendations) ~3 (about|for|on|that|to|how|specifically|regarding|around|you can|you could|which) (your|you|how|what|getting|could|might|would|will|the|help|helps|reduce|save|cut|increase|improve|keep|grow|make|get|a|NUM)",
            "(have|had|got|have got|has|came up with|want to share|wanted to share|share|sharing|bring|with) (a|an|some|NUM|two|three|couple|few|one|several|another)? ?~2 (idea|ideas|tip|tips|suggestion|suggestions|insight|insights|strategy|strategies)",
            "free ~2 {idea}",
            "{gave} ~4 {idea} ~3 (on|about|for|that|of|how|you|with|showing|from|to|which|we|i)",
            "(with|have|has|got|pulled|ran|prepared|put together|compiled|did|created|made|built|designed|drafted|completed|finished|wrote) ~2 (a|an|some|the|your|our|quick|free|custom|short|few|NUM) ~3 {idea} (for|on|of|about|that|showing|to|you|in|which|comparing|with|from)",
            "{found} something (on|in|with|about) ~4 that (you|youll|youd) ~2 (want|should|ought|need|like)",
            "{found} ~5 {gap}( and| i| will| let| call| give| please| that)",
            "{found} ~3 {gap} ~6 (you|your|costing|that|on|in|with|could|might|at|creep|worth|we|i|missing|which)",
            "{gap} ~3 (on|in|with|at|about) (your|the) ~2 (site|website|listing|account|invoices|bills|bill|page|profile|ads|ad|contract|filing|return|policy|store|shop|menu|reviews|google|freight|lease|statement|statements|property|home|setup|process|data)",
            "(built|created|made|designed|mocked up|drafted|put together|recorded|wrote) (a|an|you|your|out|up|some|it) ~4 (website|site|version|preview|demo|mockup|mock up|page|video|plan|sample|draft|design|list|ad|listing|landing page|custom|model|proposal)( for| of| that| to)?",
            "(site|website|version|preview|page|video|plan|list|design|mockup) (i|we|that i|that we) (built|made|designed|created|put together|recorded|drafted)",
            "what (i|we) (found|noticed|came across|saw|uncovered|discovered|put together)",
            "(someone|somebody|a guy|a client|a customer|a friend|a colleague|a buyer|a family|a couple|a company|people|buyers|clients|customers|NUM ~2 buyers|couple) ~5 (looking for|interested in|asking about|asked about|asked me about|wants|want|who needs|needs|need|searching for|miss out|missed out|specifically asking|in the market|looking to (buy|hire|move|rent|lease|switch)) ~3 (your|services|area|neighborhood|neighbourhood|street|building|home|homes|what you|someone|a|exactly|like|in|buy|for)?",
            "(have|had|got|representing|represent|working with) (a|an|NUM|two|three|few|some|several|multiple|qualified|a few|a couple of|serious|ready)? ?~2 (buyers|buyer|tenants|tenant|client|clients|investor|investors|candidate|candidates) (who|that|looking|interested|miss|specifically|for|ready|wanting|in|asking|right now)",
            "(a|the|your) ~2 (home|house|property|place|listing|condo|unit|building|neighbor|neighbour)( \\S+)?( \\S+)?( \\S+)?( \\S+)? (just )?(sold|went under contract|closed|came on the market|hit the market|got an offer|listed|went for)",
            "(homes|houses|properties|prices|inventory|rates|values|market|interest rates) ~3 (dropped|drop|rose|rising|fell|falling|gone up|going up|went up|came down|coming down|gone down|jumped|shifted|changed|climbed|increased|are down|are up|selling for)",
            "(been|some|seeing|recent|interesting|big) ~1 (movement|activity|changes|shift|news|developments) ~3 (i|that|in|on|relevant|around|you|we|recently|which|might)",
            "(what|how much) (your|the) ~3 (worth|sell for|go for|value|be worth)",
            "(your|home|property|the current|free|an updated|business) (valuation|appraisal|home value|market value|market analysis)",
            "(according to|recent|new|latest) ~2 (study|studies|survey|surveys|research|figures|statistics)",
            "(lawsuit|claim|judgment|complaint|lien|notice|case|charge) ~3 (filed|entered|made|issued|recorded) ~1 (against|on|under|in)",
            "(window|deadline|days|time|chance) to (file|respond|claim|apply|appeal|object|answer|switch|opt)",
            "(real|actual|latest|hard|exact) (numbers|figures)",
            "(there is|theres|there are|found) (a|an|some|NUM|new) ~2 (grant|grants|credit|rebate|fund|funding|loophole|exemption|relief|incentive|program|scheme|allowance|refund|tool|report) ~3 (that|which|for|you|most|few|many|available|your|out)",
            "(someone|somebody|people|families|buyers|NUM ~1 (families|buyers|people|clients|customers|companies|readers|parents|neighbours|neighbors)|three families|two families) ~2 (asked|asking|ask) ~3 (about|for|if|who|whether|me)",
            "(save|saves|saving) (you|them) (a|an|NUM|up to|about|at least) ~1 (hour|hours|minutes|day|days|week) (a|per|every|each)",
            "(have|has|got|found|some|new) ~2 (data|figures|numbers|stats|statistics|research|intel) ~2 (on|about|for|showing|that|from) (what|how|your|other|the|similar|who|where)",
            "(have|has|got) some (data|figures|numbers|research) (on|about|for)",
            "(average|typical|benchmark|industry) ~3 (is|for|were|was|time|rate|cost|we) ~3 (seeing|see|teams|companies|your|your size|in|with|across)",
            "(owed|refund|entitled|unclaimed|overpaid|overpaying|overcharged) ~4 (you|your|for|to|on|by|money|program|credit)",
            "(youre|you are|your company is|you may be|you might be|you could be|they are|theyre) ((?!not\\b)\\S+ ){0,2}(overpaying|leaving money|missing out|losing|owed|entitled|paying too|paying more|not showing|ranking|being overcharged|not ranking)",
            "(isnt|arent|not) showing up",
            "ranking (above|higher|ahead|over)",
            "(show|walk|take|talk|tell|share|explain|teach) ~2 (you|with you) ~2 (how|what|the) ~2 (we|they|i|other|others|similar|top|she|he|companies) ~2 (did|pulled|do|does|are|got|have|fixed|solved|cut|run|found|saved|made|handle|handled|achieved)",
            "(how|what) (other|others|similar|top|the best|your competitors|companies|teams|businesses|practices) ~4 (run|handle|are doing|do|use|did|cut|save|saved|get|fixed|solve|solved|reduce|reduced|keep|manage)",
            "(info|information|details|numbers|figures|answer|answers|documents|report|data|list) (you|that you|she|they) (asked|requested|wanted|needed|were asking|inquired)",
            "(answer|answers) (to|for) your (question|questions)",
            "(will|would|can|could) show ~2 (you|exactly) ~1 (where|which|what)",
            "(change|changes|update|updates|law|rule|rules|regulation|regulations|deadline|recall|legislation|incentive|incentives|ruling) ~4 (affect|affects|affecting|impact|impacts|impacting|apply|applies|that will|that could|coming|taking effect|you should|you need)",
            "(metric|figure|stat|statistic|numbers|benchmark) (on|about|for|from|regarding) (your|the|how)",
            "(its|it is|thats|that is|probably|likely|are|is) ~2 costing (you|your)",
            "(new|where) ~2 (lanes|hires|offices|locations|sites|launches|openings) ~3 (usually|often|typically|where)",
            "(realize|realise|realizes|finds out|usually|often|typically) ~3 (onboarding|happens|breaks|broken|goes wrong|creep|what happens next)",
            "(introduce|introduction|intro|connect you|put you in touch|referral|refer) ~2 (you )?(to|with|for) ~3 (a|someone|buyer|client|customer|contact|company|people|several|you)",
            "(lead|leads|referral|prospect) for (you|your)",
            "(i|we|ive|weve) (found|located) it",
            "(it|they|that) ~3 (in underwriting|has been approved|was approved|is approved|been processed|is ready|has shipped|is on its way|went through|is being)",
        ],
        "veto": [
            r"(work|works|worked|working) with (?!(a|an|the|you|your)\b)(\S+ ){1,4}on (\S+ )?\S+",
            "(give|giving|gives) you (an|a better|some) idea",
            "(lookout|searching|looking|look) (out )?for ~1 ways( \\S+){0,3}",
            "(doing|did|done) (some|a little|my|a bit of|our|the) (research|reading|digging|homework) (on|into|about|for) \\S+",
            "(a |short |quick )*case (study|studies)( \\S+){0,3}",
            "if (youre|you are|you|they) ~1 (losing|missing|overpaying|paying|leaving)",
            "all the (information|info|details)",
            r"(tell|show|give|send|sending|giving|telling|share) (with )?(you )?(some |a little |a bit |even |lots )?(more|further) (\S+ )?(information|info|details|detail|on|about)?",
            "(eligible|qualify|qualifies|entitled|qualified) ~3 (special|discount|offer|rate|rates|promotion|pricing|program|leads|deal|deals)",
            "(im|i am|we are|were|a|local) ~3 (buyer|investor|buyers|investors) ~4 (interested|looking|in the|who)( in)?( your)?",
            "(free|no cost|complimentary) ~3 (estimate|quote|trial|consultation|demo|assessment|inspection|review)",
            "(quote|quotes|estimate|options|pricing|price|prices|rates|offer|offers|details|brochure|contract) ~3 (you asked|you requested|for you)",
            "(our|my) (information|info|website|number|service|services|product|products)",
            "(contact|my|more|further|additional|your|personal|account|billing|the right) (info|information|details|data|number|numbers)",
            "(way|ways) (to|that) (reach|contact|get|go|call|work together|connect)",
            "(by|on) the way",
            "(any|no|one|some|either|other|this|that|all the|a long|every) (way|ways)",
            "(numbers|number) (is|are|to|at|for me)",
        ],
    },
    **{**CLASSES, **_WORDS},
)

LEAD = Phrases(
    {
        "lead": [
            "(talking|speaking|talked|spoke|chatting|met|chatted) (to|with) ~4 (about|regarding|who|that) ~3 (your|needs|need|wants|want|looking|you do|what you)",
            "(someone|somebody|a guy|a client|a customer|a friend|a company|a business|a family|a couple|a contact|buyer|buyers|a firm|people|one of my clients|neighbor|neighbour) ~4 (looking for|interested in|asking about|asked about|wants|needs|want|need|in the market|searching for|asking for) ~3 (your|someone|a|exactly|what you|like|services|to buy|help|the kind)",
            "(gave|passed|handed) (him |her |them |on )*(your name|your number|your card)",
            "(one of (my|our) (customers|clients|friends|contacts|neighbours|neighbors)|a (customer|client|friend|contact|neighbour|neighbor) of (mine|ours)) ~9 (he|she|they) ~1 (is |are |was |were )?(looking for|in need of|short of|needs|need|wants|want|after) (a|an|some|NUM|good|more|new)",
            "(asked|asking|asks|wanted to know) (\\S+ ){0,3}?(if i knew|if we knew|who i|who we|around for|for a good|who around|who could|who can|whether i knew) ",
            "(sounded|seemed|sounds|seems) ~1 (pretty|very|really|quite|keen|so)? ?(interested|keen|serious|ready)",
            "(a|an|your|another) (new |next |possible |potential |good |big )*(customer|client|buyer|order|job|tenant|pupil) for you(?! to)",
            "(have|got|found|know) (a|an|NUM|some|two|another)? ?(lead|referral|customer|client|buyer|order|prospect|job|project) for you",
            "(refer|introduce|send|bring) (you )?(a|some|them|him|her|NUM|two|more|new) ~2 (to you|your way|business|client|customer|buyer|customers|clients)",
        ]
    }
)

CURIOSITY = Phrases(
    {
        "open": [
            *frames.OPEN,
            "(something|a question|an issue|a problem|a concern|a discrepancy|a change) ~1 (came up|has come up|came in|turned up|popped up|showed up)",
            "(gave|give|got|had) me ~1 (an idea|thinking|a thought)",
            "(came across|read|saw|noticed) (an|your|the|that|a) ~2 (article|post|announcement|interview|listing|filing|press release|job ad|ad|story|news) ~6 (idea|question|thought|curious|wondering|wanted to ask)",
            "(pass|passing) (something|a message|some|word) (on|along|to)",
            "(asked|wants|wanted|told) (me|us) to (pass|give|tell|let|share|show|bring) ~1 (something(?! call)|you|it|this|along|on|with you)",
            "(one|two|three|NUM|a few|couple of|another) (thing|things|question|line|clause|idea|ideas|item|items|page|mistake|way|ways) ~4 (you|your|that|which|in|on|about)",
            "(something|a few things|couple of things|two things|one thing|a thing) ~2 (i|we|that|you|about|in|on|at) ~3 (noticed|saw|found|came across|spotted|think|thought|wanted|want|need|should|read|heard|might|caught|would|could|may|know|looked|love)",
            "{found} something",
            "(i|ill|we|well) (should|could|will|can|ill) ~2 (explain|tell you|fill you in|share|give you|walk you through|show you|let you know|go over) ~3 (on a call|when|then|more|what|how|why|the|it|them|his|her|over the phone|everything|where|that|which)",
            "(call|ring|hit|phone|buzz) me ~4 and ~1 (ill|i will|i can|well|we can|you will|youll|let me) ~1 (explain|tell|give|share|walk|show|fill|send|go|let|text|run|learn|hear|find)",
            "(curious|wondering|wonder) (how|what|if|whether|about|why|to) (?!youre (the|a|interested|available|open)\b)~1 (youre|you|your|youve|hear|know)",
            "(question|questions) ~2 (for you|about|on) ~1 (whats ~1 your|something|that (i|came)|your recent|the way you)",
            "(got|have) a theory",
            "(important|urgent|time sensitive|quick|an) (update|news|information|change|notice) ~1 (regarding|about|on|to|for|concerning|that) ~1 (your|you)",
            "(update|news|change|notice) (regarding|about|on|to|concerning|for) your",
            "(good|great|exciting|interesting|some|big|important) (news|information|info|update|updates|data) ~2 (about|on|for|regarding|concerning|to share|from|that affects|relevant)",
            "(youll|you will|you can|you would|youd) (learn|discover|find out|hear|see|know) ~1 (what|how|why) (she|he|they|sarah|we|it|was|that|other|others|everyone|someone|your|the|you|is)",
            "(relevant|of interest|useful|interesting|helpful|valuable|worth knowing|worth hearing|worth a) to (you|your|what)",
            "(youd|you would|you will|youll|you might|you may) ~1 (want to know|find ~1 (interesting|useful|valuable|helpful|relevant)|want to hear|be interested to|like to know|like to hear|be surprised)",
            "(worth|you should|want you to|make sure you|making sure you|you were|to be|make you) (aware|hear|heard) ~1 (of|about|that your|how|it|what)",
            "(want|wanted|like|love|hoping|need) to ~2 (share|run|get your|pick your|compare|bounce) ~3 (it with|that with|past you|by you|thoughts|opinion|take|brain|notes|an idea|some (thoughts|ideas|findings|insights|news)|what i|what we|something)",
            "(i|we) (have|had|got) ~2 (an|a|some|NUM|few|couple) ~1 (idea|ideas|thought|thoughts|theory|suggestion|suggestions|buyer|buyers|client|lead|opportunity|proposal)",
            "(i|we) ~1 {found} ~3 (you|your|that you|the|youre) ~5 (and|which) ~3 (question|curious|wondering|wonder|thought|idea|ideas|had|have|ask)",
            "(record|opened|opening|launched|launching|hiring|expanding|expanded|acquired|acquisition|raised|raise|merger|announced|announcement|took on|promoted|promotion|moved|moving|new location|listing expired|came off) ~8 (curious|question|wondering|idea|ideas|thought you|thought it|thought of)",
            "(something|an idea|ideas|a way|ways|a strategy|an approach|one thing) (that )?~2 (might|may|could|would|will|can|should|helped|help|helps|works|worked)",
            "(see|find out|know) (if|whether) ~1 (the numbers|numbers work|it makes sense|youre (paying|owed|losing|getting)|you are (paying|owed|losing|getting)|you may|we can find|you might)",
            "what (happens|happened|comes) next",
            "(may|might|could) (be|have) ~2 (unpaid|owed|unclaimed|overpaying|overcharged|entitled|missing out|losing|a problem|an issue|some unpaid)",
            "(give|get|have|tell|send) you (his|her|their|the) (number|name|names|details|contact)",
            "(what|where) i (found|have found|noticed|saw|learned|discovered|saw there)",
        ],
        "on-the-call": [
            "(if you want|if you like|if youd like|want|would you like|happy to|id be happy|i can|i could|want me to) ~2 (send|text|email|share|shoot|forward|show) ~3 (a|an|it|you|over|the|some)",
            "(and|then) (ill|i will|i can|we can|well) ~1 (send|text|email|share|shoot|forward) ~3 (the|it|you|over|what|a)",
        ],
        "told": [
            "(ill|i will|im going to|we will|well) (text|email|send) you (too|it|that|everything|the details|the info|a copy)",
            "(ill|i will|will|im going to|well|let me) ~1 (text|email|send|mail|fax) (it|them|that|those|everything) (over|across|along|this|today|tonight|tomorrow|to|as|in)",
            "(no need|dont need|do not need|not necessary|you dont have) ~2 (to )?(call|ring|phone|return)",
            "(i will|ill|im going to|i am going to|im about to|about to|going to|let me|i just|just|im|ive|i have|i) ~1 (send|sending|sent|email|emailed|emailing|text|texting|texted|shoot|drop|hit send|hit send on|press send|forward|forwarding|mail|mailing)(?! (her|him|them|NAME)\\b) ~2 (you|over|an|a|on|the|some|it|out) ~4 (email|text|link|note|details|info|information|copy|pdf|brochure|report|video|summary|guide|checklist|article|with|message)",
            "(the rest|details|more|everything|all) ~3 (in|by|via|on) ~2 (email|link|website|site|page|inbox)",
        ],
    },
    **{**CLASSES, **_WORDS},
)

RECOMMENDED = Phrases(
    {
        "recommended": [
            "(suggested|recommended|said|asked|wanted|thinks|feels|felt|reckons|believes|thought|insisted|referred|sent|connected|introduced|pointed|encouraged|urged|advised|passed|speaks|spoke|recommends|suggests)",
            "put (me|us|you) (in|on|onto|through)",
            # Who only told what happened to them recommends nothing.
            "told(?! (me |us )?(that )?(you|youd) (lost|bought|moved|sold|opened|closed|left|broke|had)\\b)",
            "mentioned(?! (me |us )?(that )?(you|youd) (lost|bought|moved|sold|opened|closed|left|broke|had)\\b)",
            "(friend|colleague|acquaintance|contact|neighbor|neighbour|client|customer|referral|introduction|recommendation)",
        ]
    }
)
