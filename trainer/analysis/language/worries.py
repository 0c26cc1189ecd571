"""What keeps THEM awake, told by frames over classes of words (`frames`, `vocabulary`)."""

from __future__ import annotations

from trainer.analysis.language.frames import Frames

WORRY = Frames(
    {
        "concern": (
            "TROUBLE",
            "CHANGE ~4!OUR|NAME MEASURE",
            "GAIN ~1 YOUR ~2!NAME MEASURE|TOPIC",
            "CHANGE ~2!OUR|ME MORE ~1 TOPIC",
            "CHANGE ~1 your|their ~1 TOPIC",
            "MORE|fill|filling|empty ~1 MEASURE|TOPIC",
            "your|their ~2!OUR|NAME|ITS|I|no MEASURE",
            "MEASURE ~1 is|are|has|have|keep|keeps|was|were|went|go|goes|going ~3!ME up|down|slow|hit|hurt|hurting|high|higher|low|lower|falling|rising|killing|eating|tight|out|double|doubled|creeping|through|jumped|costing|where",
            "FOLK ~2 leaving|quitting|struggling|struggle|worried|complaining|unhappy|shortage|waiting|stuck|short",
            "YOU ~3!OUR worried|concerned|unhappy|frustrated|fed_up|struggling|let_down|disappointed|anxious|nervous|upset|stretched|swamped|drowning|buried|stuck|tired|furious|overrun|behind|short",
            "are|were|feel you ~2 happy|satisfied|comfortable|content with ~4",
            "what|who ~1 happens|would_happen|pays|covers|looks ~5 if|when|while YOU|the|a",
            "how much|many|long|often ~4 cost|costs|costing|lose|losing|lost|spend|spending|waste|wasting|wait|pay|paying|slip|miss",
            "eat|eats|eating|cut|cuts|cutting into YOUR",
            "keep|keeps|kept ~2 you|him|her|them|tripping|failing|breaking|dropping|leaking|crashing|jamming awake|up|out|down",
            "about to fail|run_out|expire|break|lapse|close|lose|leave",
            "get|getting|got ~3 paid|reimbursed ~1 by|on|late|faster|for",
            "take|takes|took the ~3 worry|stress|pain|hassle|strain|guesswork ~1 out|off",
            "off|from YOUR plate|shoulders|desk|hands|mind",
            "less|lower|pay|paying|save|saves|reduce ~3!OUR tax|taxes|rent|interest|fuel|electricity|insurance",
            "let_down|ripped_off|laid_off|outbid|undercut|overlooked|turned_away|locked_out|left_hanging|passed_over",
            "get|getting|gets people|you|them|your|patients ~3 out_of|back|without debt|pain|work|surgery|bankruptcy",
            "who|which|what ~4 ready|likely|about to buy|leave|cancel|churn|quit|fail|sell",
            "stop|keep|save|prevent|protect|stopping|keeping|saving ~4!OUR|ME from ~1!I not:NUM|now|here|there|us",
            "LIFE ~2 paid|covered|protected|safe|secure|taken_care|looked_after",
            "pay|save|plan|paying|saving|planning for ~1 LIFE",
            "protect|leave|leaving|support|cover|provide|look_after|lose|losing YOUR|FOLK|their LIFE",
            "without having|losing|paying|spending|wasting|hiring|waiting|worrying|raising|cutting|hurting|risking|picking",
            "no more not:than|NUM|that",
            "never ~2 have|having|need to not:hear|call|talk|see|listen",
            "hurt|injure|hurting|wreck|ruin YOUR",
            "MORE money|cash|time",
            "MEASURE|TOPIC are|is|get all_over",
            "go|going|went|gone under|bust|out_of_business|bankrupt|wrong|missing|unanswered|to_waste",
            "from ~3 hours|days|weeks|months|NUM ~1!I to ~3 minutes|hours|days|NUM",
            "hard|hardest|tough|toughest|difficult|trickiest|biggest|main part|challenge|thing|problem|bit|struggle ~2 is|are|was|getting|finding|keeping|for",
            "when|if|whenever|in_case|every_time ~3!you|I goes|go|went|fails|breaks|drops|stops|freezes|floods|quits|crashes|runs ~1 down|out|off|wrong|dark|short|late|over|up|on",
            "fill|filling|cover|covering|hire|hiring|find|finding|lose|losing|need|short ~3!ME role|roles|shift|shifts|position|positions|seats|beds|chairs|tables|rooms|vacancies|stalls|slots",
            "put|gone|going|go|went|pushed|creeping|shot up ~3 NUM|percent|by|again|double",
            "extra|more|additional|another|new ~1 NUM ~2 TOPIC|FOLK|demo|demos|meetings|jobs|calls|covers",
            "NUM ~2 TOPIC|demos|jobs|meetings|calls|covers a|per|every|each month|week|year|day",
            "in front of ~2 buyers|customers|people|clients|prospects|audience|right",
            "too high|low|late|small|slow|long|expensive|much|many|thin|old",
            "be|been|get|getting|gets hit|hammered|squeezed|burned|burnt|stung|ripped_off|caught|stuck|audited|sued|fined|shut|denied|dropped|flagged|penalised|penalized",
            "hadnt|havent|hasnt|didnt|doesnt|wont|isnt|cant|couldnt|nobody|never returned|return|called_back|shown_up|show_up|answered|delivered|deliver|turned_up|replied|listened|cover",
        ),
        "veto": (
            "our|my ~2!YOU MEASURE|TROUBLE|TOPIC",
            "no|without|zero|not|isnt|wasnt|any|hope|sorry|apologies ~3!I|show|shows TROUBLE",
            "save|discount|off|reduce|lower ~3 our|your next|order|purchase|registration",
            "TROUBLE|MEASURE free|company|agency|firm|consultant|specialist|department|services|brokers|broker|insurer|insurance|bank|officer|manager|planner|planning|adviser|advisor|group|partners|solutions",
            "price|rate increase ~2 WEEKDAY|effect|into|goes|going|coming",
            "cost you nothing|anything|a_penny",
            "premium|price|order|budget package|plan|service|range|list|version|product|line|option|tier",
        ),
    }
)
"""Labels: `concern`, and `veto` for what only looks like one."""
