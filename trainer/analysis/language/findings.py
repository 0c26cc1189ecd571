"""What is given to THEM or held back for the call, told by frames over classes of words (`frames`, `vocabulary`)."""

from __future__ import annotations

from trainer.analysis.language.frames import Frames

FINDING = Frames(
    {
        # A definite thing of use that is told or promised.
        "value": (
            "your ~3!I|OUR|not FAULT",
            "NUM|some|several|two|three|four|five|one|half|most of your ~6!I FAULT",
            "there|there_is|theres|theres|found|noticed|spotted ~3!OUR FAULT ~2 on|in|at|under",
            "FIND ~3!OUR|YOU FAULT ~3 on|in|at|YOUR",
            "FIND ~3!OUR|but your|that|the ~8!I|OUR|but FAULT",
            "FIND ~4!OUR|but the|your ~4!I|OUR|but isnt|arent|wasnt|doesnt|dont|didnt|hasnt|havent|not",
            "a|an|one|two|three|NUM|another|my ~1 SEEKER ~9!I|ME SEEK ~8 YOUR|space|near|around|like|exactly",
            "looking|searching|hunting|asking for|after ~4 what|exactly|somebody|someone ~2 you|like_you|like_yours",
            "a|an|one|NUM|two|three|couple|few|some ~2!OUR INFO ~1!I on|for|about|to|which|YOU|from",
            "a|an|one|two|three|NUM|couple|few|some ~2!OUR INFO that not:I|NAME",
            "free ~1!OUR INFO to|on|for|about",
            "INFO|trick|way ~2 to|for|on ~1 GAIN|get|stop|cut|keep|help ~2 YOUR",
            "new|changed|another|change_in|change_to|coming ~2 rule|law|regulation|requirement|levy|standard|tariff|deadline|code ~8 your|you|kicks|takes|comes|apply|affects|hits|means",
            "deadline|window|cut_off|chance ~2 for|to claiming|claim|apply|applying|file|appeal|reclaim|object|register",
            "new|opened|reopened|launched|announced|unclaimed a|an|the FUND",
            "info|information|details|numbers|figures|answer|answers|documents|data|address|name you|she|he|they ~1 asked|wanted|requested|needed|inquired|were",
            "how|what other|others|similar|top|most|successful FOLK ~2 GAIN|do|did|run|handle|use|are",
            "built|made|created|designed|recorded|drafted|wrote|mocked_up|put_together ~4!I website|site|version|page|mockup|sample|draft|plan|design ~3!I for|of|to|with ~2 YOU|NAME|your",
            "website|site|version|page|mockup|sample|design|plan I ~2 built|made|created|designed|recorded|put_together|drafted",
            "metric|figure|stat|statistic|benchmark on|about|for|from YOUR",
            "according to ~3 study|survey|report|research|figures|data|numbers",
            "a|NUM|two|one|easy|another|simple|legal|cheaper way|ways|trick ~1 round|around|out|past",
            "YOUR ~6!I day|days|week|weeks|month|months|hours late|overdue|behind|short|over|early",
            "thing|things|number|numbers|figure|figures|fact|clause|line|detail your|the ~3!I hasnt|havent|never|doesnt|wont|didnt|dont",
            "asked|asking|wants|wanted|wondering|wondered if|whether|about ~2 YOU ~4 sell|selling|consider|rent|renting|move|moving|lease|part",
            "SEEKER ~3!I asked|asking|wants|want me|us to find|look_for|look|search",
            "SEEKER ~4!YOU|I missed|lost|outbid ~2 out|house|home|place|one|deal",
            "there|theres|see|found|spotted|noticed|flagged|caught ~4!no|any|OUR FLAW ~1 in|with|on|at how|your|the|yours|YOU",
            "know|met|found|have|got ~2 FOLK|somebody|someone|SEEKER ~2!call|I that|who|you ~2 GAIN|ought|should|need|meet|want|wants|buys|sells",
            "send|sending|have|found|got|here|heres|bring|bringing ~1 the|those|that ~3 you ~1 wanted|requested|asked|needed",
            "give|share|offer|bring|swap you ~1!our|my ~1 few|couple|some|NUM|two|three ~1 tips|pointers|ideas|insights|suggestions|figures",
            "I ~3 EXAMINE YOUR ~5 and ~1 I ~2 think|believe|see|saw|found|noticed|suspect",
            "show|share|tell|sharing ~3 what ~1 working|works|worked|selling ~2 for",
            "I ~1 believe|think|reckon|know YOU|your ~3 qualify|qualifies|eligible|entitled|owed|due|fall|fits|fit",
            "I found|have|got|located the ~3 YOU ~2 were|asked|wanted|needed|hunting|looking|lost|ordered|mentioned ~1 for|after|about",
            "price|prices|homes|houses|rents|rates ~4!and your|street|area|postcode|neighborhood|neighbourhood|block|road|zip ~4 up|down|jumped|risen|rose|dropped|fallen|going|sold|selling|more|less",
            "somebody|someone|people|a|another ~2 use|using|copied|copying|selling|advertising|pretending|calling|charging ~4 YOUR",
            "what ~2 other|others|the ~4!I pay|paying|charge|charging|do|doing|use",
            "people|customers|guests|visitors|patients ~3 wrong|old|nowhere|away|elsewhere",
            "I ~1 may|might|can|could|think|do ~1 know|have ~2 a|an|one|someone|somebody|who|way ~2 way|who|round|around|that|person",
            "worth|sell|selling|going|sold ~2 more|less|for than|well ~2 YOU|asking|think|last|paid",
            "I ~1 have|got|pulled|gathered ~2!OUR|ME INFO|results|numbers on|from|about not:our|my|this|how|hand",
            "what your|their|the ~2!I missed|overlooked|left_out|forgot|owes|owe|got_wrong",
            "build|make|design|put_together|create|draft|draw_up|prepare|do ~3!I something|sample|plan|version|one|draft|mockup|list|report|sketch ~5 no_cost|no_charge|for_free|free|nothing",
            # A rule, a trick, a date that they may not know of.
            "there|theres|there_is|there_are ~1!I|no NUM|one|a|an|another|two|some|few ~3!ME|no|NUM|question|questions thing|things|clause|date|line|rule|trick|way|form|account|scheme|paragraph|kind|kinds|law|exemption ~2!I that|which|in|with|through",
            "NUM|one|two|three|few|couple thing|things|steps you ~1 can|could|should|need|ought|must do|try|check|ask|know|fix|change|send",
            "I ~2!YOU like|want|love ~1 you to have it|one|this|them",
            "the answer was|is ~4 NUM|usually",
        ),
        # Something of use that is told whole, so that nothing of it is left for the call.
        "told": (
            "dont|do_not sign|tick|plant|touch|accept ~1 the|it|that|any|anything|their",
            "nobody|no_one|anybody|anyone|havent|hasnt ~2 told|mentioned ~1 you|anybody|anyone|them",
            "AUTHORITY ~2!YOU|I just|has|have|will|is|are ~2 extended|changed|opened|dropped|moved|announced|dropping|changing|raising|cutting|replace|redrew|published",
            "AUTHORITY ~2!YOU|I extended|changed|redrew|announced|dropped|moved|swaps|tests|reopened|published",
            "it turns out that|the|your|you",
            "may|might|probably|maybe ~1 not|havent have|seen|noticed",
            "youve ~1 got until|till",
        ),
        # News on their own affairs, an open question on a named fact of theirs: the call gives the rest.
        "open": (
            "I|theres|there_is|its|have|with|got ~3!OUR NEWS ~1 on|about|for|from|regarding|concerning ~1 your|the|what|you",
            "lender|bank|inspector|insurer|council|county|city|court|school|seller|landlord|adjuster|underwriter|lab|doctor|surgeon|dealer|manufacturer|factory|committee|embassy|office ~2 came|called|got|wrote|rang|replied|decided|answered ?us ?me ?back ~4 about|on|with|regarding|YOUR",
            "its|calling|ringing|message|reaching|regarding|phoning ~1 about|regarding|concerning a|an ~2 recall|lien|judgment|summons|lawsuit|violation|warrant|refund|discrepancy",
            "curious|wonder|wondering|wondered|ask|understand how|why|what|whether|if YOU ~8!doing|have|youve|want GAIN|handle|cover|deal|manage|handling|doing|covering|plan|planning|FAULT|TROUBLE|MEASURE|TOPIC|launch|opening|hiring|new",
            "result|results|decision|answer|verdict|report|test|quote|offer|bid ~4 is|are|came|come|just in|back|through|out",
            "come|came|gotten|got back with|to ~1 a|an|us|me|the answer|offer|decision|number|counter|us|me",
            "sure|want|wanted ?that YOU ~1 know|knew about|what|that|how your|the",
            "theres|there_is|there_was|is|was|have|had|hit ~2 issue|problem|snag|hiccup|holdup|delay|change ~1 with|on|about the|your",
            "why ~4 YOU|your ~8 never|leave|drop|left|back|lose|not|dont|stop|quit|fall",
            "something|one_thing|a_thing|thing|detail|line|point|clause|couple_of_things|few_things ~2 in|about|on|at|with|of your|the|it ~8",
            "I ~2 a hunch|theory|suspicion|feeling|guess|idea about|why|on|as|that|about_why",
            "find out|something|who|why|what ~2 something|about|your",
            "made|makes|got|set me wonder|wondering|think|thinking|curious",
            "run|ran|like_to_run ~3 past|by you",
            "ask|asking|know|hear|see|wonder|wondering|curious|interested|talk|discuss ~2 how|about ~1 YOU ~1 deal|cope|manage|handle|cover|plan|find|fill|dealing|coping|managing|handling|covering|planning|finding|filling",
        ),
        # Something that they own is named as the subject, and not why.
        "asset": (
            "calling|call|ringing|message|reaching_out|interested ~3 about|regarding|in ~1 your|the ~1 house|home|property|land|lot|building|condo|duplex|barn|farm|parcel|apartment ~1 at|on|behind|in|near|NUM",
        ),
        "veto": (
            "find_out|learn|hear|know more ~1 about",
            "see|know if it ~1 makes|make|would",
            "know if youd ~1 like|be",
            "let you know ~4",
            "if|whether you|youd ~1 be|are ?interested|open|free|available|around|still",
            "I|weve|NAME ~2 got|have|launched ~2 new|brand_new|fresh ~2 line|range|PRODUCT",
            "are you ~3",
            "how much|many|long|often ~3",
            "are|is|do|does|how|if|whether your ~6",
            "your ~3 application|booking|claim|loan|subscription|appointment|order|car|prescription|parcel|table|account ~2 is|are|has",
        ),
    }
)
"""Labels: `value`, `told`, `open`, `asset`, and `veto`."""
