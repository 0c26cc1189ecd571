"""What presses for a decision or takes the risk out of it: last days, scarcity, gifts, promises to pay.

All of it backs the offer (label guide: justifies_product), told by frames over classes of words.
"""

from __future__ import annotations

from trainer.analysis.language.backing import BACKING
from trainer.analysis.language.frames import Frames
from trainer.analysis.language.scarce import FREE, GIVEN, SCARCE, THEIRS

PRESSING = Frames(
    {
        "justification": (
            *BACKING,
            # Until when it holds.
            "price|rate|offer|deal|quote|discount|special|pricing|promotion|promo|tariff|fare|sale ~4!YOU good|valid|honored|honoured|guaranteed|held ~1 through|until|till|thru|to|for",
            "offer|deal|discount|price|rate|special|sale|tariff ~2!YOU is ~1 till|until|through|only",
            "hold|lock|keep|reserve|honor|honour|freeze ~1 it|them|that|one|two|NUM|price|rate|offer|place|spot ~2 until|till|through|before",
            "passes|pass|points|credit|credits|coupon|voucher|bonus|benefits|miles ~2 expire|expires|run_out|runs_out",
            "urgent|urgently|immediately|asap ~8!email call|ring|back|respond|reply ~4 before|by|prior",
            "act ~2 before|now|by|fast|today",
            # How little there is left of it, and who else wants it.
            "filling|selling|booking|disappearing ?up ?pretty|?very|?really fast|quickly|quick",
            "I ~2 filling|booking|filled|booked ?up|?out ~2 fast|quickly|quick|soon",
            "funds|funding|money|grant|credit|credits|rebate ~1 run|runs|running|ran|dry out|fast|dry",
            "two|three|NUM|other|another ~1!I people|events|buyers|clients|families|offers|buyer|couple|party looking|asking|waiting|wanting at|for|on",
            "I have|got someone|somebody|people ~1 coming ~3 with|for",
            # What it costs less, or nothing.
            "its|the price ~1 dropped|reduced|slashed",
            "NUM under|below ?the book|asking|list|market|sticker|retail|cost|and",
            "beat ~1!ME any|every|all ~4 quote|price|offer|deal|rate|bid|estimate",
            "price|prices|rates ~1 cant|cannot be beat|beaten|matched",
            "at cost not:of|to|you|and|us|me",
            "same as cash",
            "totally|is|are|its|comes|and on the house not:next|you|across|down|opposite|near",
            "fee|fees|deposit|charge|installation|setup|delivery|shipping ~3!YOU is|are|be|gets ~1 waived|on_us|included|covered",
            "waive|waives|waiving|waived ~1 the|your|our|all|that|a|half",
            "free|complimentary ~1 guest|passes|pass|upgrade|camera|cameras",
            "gift|gifts|dollar|donation|donations ~2 gets|get|is|are|be|will ~1 doubled|matched|tripled",
            "wont|cant|cannot|not ~2!YOU|I be|stay|last|keep|hold|leave ~5!YOU forever|for_long|much_longer",
            "can|could only keep|hold|leave|save|honor|honour ~5!YOU for|until|till",
            "comes|goes|come|go|taken down|off|away ~1 WEEKDAY|soon",
            "nothing|little to lose",
            # Who stands behind it.
            "federally|government|state insured|backed|funded",
            "insured|backed|funded|guaranteed by ~1 the ~1 government|state|federal",
            "government|state ~3!YOU pay|pays|paying for ~3 solar|boilers|new|your|panels|roof",
            "insurance ~3 pay|pays|paying|cover|covers ~2 whole|for|all|everything",
            "I|were ~2 fully|properly|officially ~2 licensed|insured|accredited|certified|regulated",
            "zero|not_one|with_no ~2 accident|accidents|complaint|complaints|failure|failures|event|events|injury|injuries|incident|incidents|leak|leaks",
            "or I|NAME pay|pays|refund|give you",
            # Whom it helped, and by how much.
            "our FOLK ~2 clear|make|earn|take_home|save|average|averaged ~2 NUM|hundred|thousand|double|triple",
            "I ~1 shown|showed|taught|trained|coached ~2!YOU LOTS ~3!I FOLK",
            "FOLK ~1!I|YOU in|at|from ~3!I|YOU had|got|saw|saved|earned ~3 NUM|hundred|thousand ~3 forgiven|back|off|written_off|refunded",
            "our ~5 will|can|would tell you ?so",
            # Free, or nothing to pay.
            *GIVEN,
            *FREE,
            # So few, so long, so soon.
            *SCARCE,
        ),
        "veto": THEIRS,
    }
)
"""Labels: `justification`, and `veto` for what only looks like it."""
