"""What is the caller's own: a demonstration, their news, their number and prices, what they would like to be told.

It looks like something of use that is held out to THEM, and is only the offer (label guide: offers_value_or_idea,
reason_or_curiosity). Told by frames over classes of words.
"""

from __future__ import annotations

from trainer.analysis.language.frames import Frames

OWN_SIDE = Frames(
    {
        "own": (
            # A demonstration, or how it went with a client.
            "show|walk|take|tell|teach|explain|share|see|discuss|chat ~5 how I|our|NAME ~3",
            "show|walk|take|tell|teach|explain|share|see|discuss ~5 how|what it|that|this|one|they|these ~3 look|looks|work|works|do|does|feel|feels|run|runs",
            "show|walk|take|tell|explain|share|see|discuss ~5 how ~6!YOUR|YOU|other|others work|works|run|runs|operates ?for ?in",
            "show|walk|tell|teach|explain|share|see ~4 what I do|offer|sell|make|have|provide|stand",
            "tell|show|give|share ~1 YOU ~1 more|all about|on|of ~1 I|our|it|what_we|what_i|this|NAME ~1",
            "tell|show|give|share ~1 YOU ~1 about|of our|my ~2",
            "show|walk|tell|explain ~4 what|how_much ~5!YOUR would|could|can|might ~1 save|cost|do|earn",
            "exciting|great|amazing|excellent|fantastic|perfect|unique opportunity|position|role|offer|deal ~2",
            # What changed with them.
            "I ~2 made|make|making ~4 change|changes|improvement|improvements|update|updates|upgrades ~4",
            # News of which nothing is told.
            "have|got|with ~2 news to share|tell ~2 YOU",
            "speak|talk|chat|connect|meet with|to you",
            # Talk about the message before.
            "wonder|wondering|wondered|see|check|checking if|whether YOU ~2 got|get|received|receive|had|have|saw|seen|looked|read|managed ~6",
            "point YOU in|to|at|towards the|our",
            "something ~4!YOUR you|youll|youd ~2 like|love|enjoy not:to",
            "something ~1 in|on the|your|our ~1 diary|calendar|schedule|books|post|mail",
            "fine line between",
            # What the offer does for others, a plan for both, the offer found anew.
            "how|what ~10 with|using|through|via ~1 OUR|us",
            "INFO|information|details|info ~1 about|on|of|regarding|that OUR|what_we|what_i ~2",
            "idea|ideas|way|ways|thought|thoughts ~5 work|partner|collaborate|team|team_up|do_business together|with",
            "send|text|email|share|shoot|drop ~4 calendar|booking|scheduling|zoom|meeting|payment link|invite|invitation|page",
            "any|your ~1 thoughts|ideas|questions ~1 on|about|for",
            "FIND ~3 option|options|offer|offers|deal|deals|package|packages|solution|solutions ~1 from|that|for|which|to",
            "thought|think|figured|believe ~1 OUR|I|NAME ~4 might|may|could|would|can ~2 help|save|be|make|interest|GAIN",
            # Their own number, price or paper; a place on their list; what they would do for them.
            "send|text|give|tell|show|leave|email|walk ~1 YOU ~1 OUR ~1 number|info|information|details|contact|card|address|email|line|cell|brochure|catalog|catalogue|price|prices|rates|plans|offer|offers|services|products|range|menu|company|portfolio|presentation|quote|special|deal",
            "walk|take|talk YOU through our ~1",
            "give|send|get|tell|offer|do ~1 YOU a|an|our|some|NUM|better ~2 price|quote|estimate|discount|rate|rates|deal|brochure|demo|tour|percent|proposal|bid",
            "get YOU ~1 started|booked|signed|set|scheduled|going|enrolled|approved|covered",
            "put|add|sign|book YOU ~1 on|in|up|down ~2 list|books|schedule|calendar|diary|waitlist",
            "tell|show|give YOU ~1 more|all ~1 about|of|on us",
            "tell YOU what i|ill|we|well ~1 do",
            "ways|way ?that|in_which I ~1 can|could|may|might",
            "idea|ideas ~2 how I ~1 can|could|may|might ~1 help|work|save",
            "hear|know|learn ~1 more|about ~1 our|us|what_we",
            "thing|things|something ~2 makes|sets|make|set us ~1",
            "something|thing|things|product|one ?that I ~2 offer|sell|do|provide|propose ~2 YOU|for",
            "hear|know|see what|how YOU ~1 think|thought|feel|like|say|decided",
            "question|questions|ask ~6 about YOUR ~1 insurance|coverage|order|renewal|needs|policy|account|appointment",
            "found|have|got|find ~3 rate|rates|deal|deals|offer|offers|option|options|price|prices|policy|plan|plans|quote|quotes ~1 for YOU",
            "worked_out|put_together|prepared|made|drafted ~3 price|quote|proposal|contract|offer|estimate ~2 for YOU",
            "built|made|created|developed|put_together|launched|designed ~1 something|tool|app|system|program|product that|which|to",
            "some|more|the information|info|details ~2 for YOU",
            # News that is advertising, and what they bought that runs out.
            "NEWS|news|update|updates|announcement ~1 about|on|from|regarding|to OUR|us ~2",
            "exciting news ~2",
            "your ~3 trial|membership|subscription|pass|passes|warranty|points|coupon|discount|offer|promotion|credits ~3 expire|expires|expired|expiring|about_to_expire|run_out|runs_out|ends|end",
            # What is asked of them or said about them, with nothing held out.
            "if|whether ~3 something|anything ~1!I YOU|your ~4",
            "I know how|what ~1 it|busy|crazy|hectic|valuable|hard ~2",
            "I know what youre|you ~1 thinking",
            "any ~1 news|movement|update|updates|progress|word|decision|change|changes|development|developments",
            "how YOU ~1 doing|getting_on|keeping|feeling|enjoying",
            "find ?out who",
            "something I ~1 want|need|like to know",
            "number|line YOU ~1 can|could ~1 call|reach|ring|dial|use",
            "learn|learned|heard|read|found_out|know ~1 about YOUR ~1 firm|company|business|shop|organization|school|team|practice|work",
            "wondering|wonder|ask|tell_me|let_me_know who ~2 handles|looks|in_charge|responsible|deals|takes|manages|right|best",
            "wonder|wondering|curious|ask|know|see what|which YOU ~2 looking|want|need|interested|training|after|hoping ~1 for|in",
            "YOU ~2 have|got|use|using|work ~2 somebody|someone|anyone|anybody|FOLK ~2 who|that|for ~3",
        ),
    }
)
"""Label: `own`."""
