"""What is given on top, who takes the risk, how little there is, and who vouches: frames over classes of words.

All of it backs the offer (label guide: justifies_product); `pressing` holds the rest of it.
"""

from __future__ import annotations

BACKING = (
    # Given on top, or taken off.
    "throw|chuck|throwing|chucking|thrown in ~1 the|a|an|your|free|our|NUM",
    "cover|covers|pay|pays YOUR ~1 exit|switching|moving|termination|cancellation|legal fee|fees|cost|costs",
    "NUM ~1 normally|usually NUM",
    "NUM off a|all|any|every|if|each|when",
    "match whatever|any|anything|what ~2 YOU ~1 pay|paying|charged|quoted",
    "gift_card|gift_voucher|store_credit",
    "first|third|second|tenth NUM|one|ones|lesson|visit|box|leads|lead|event|month|year|audit ~2 free|on_me|on_us|on_the_house",
    "NUM|zero|no percent ~1 finance|interest|deposit|down|apr",
    "launch|trade|silver|introductory|member|pilot|early_bird price|rate|prices|rates",
    "is|are|its|comes|come free|complimentary to|for|with|this|until|till ~3",
    "council|government|grant|state|county|scheme|insurance|insurer ~1 cover|covers|picks_up ~2 NUM|half|third|quarter|all|most|part|up_to",
    "is|are|its|fully|part subsidised|subsidized|funded not:by_you",
    "buy|order|book|open|join|sign|refer ~5!I and ~1 YOU|I|theres|the|get|your ~3 get|free|NUM|add|chuck|half|off",
    # The risk is the seller's.
    "no win no fee",
    "or|otherwise|and|then YOU dont|do_not|wont pay",
    "neednt|dont_have_to|wont|dont pay ~1 us|me|till|until|a|anything|unless|for",
    "try|trial it|them|one ~2 for|and|free|out",
    "send|bring|hand|give it|them back",
    "no_quibble|cooling_off|cancel_any_time|cancel_anytime|stop_when_you_like",
    "nights|night|days|day|week|month trial|return|returns ~1 on|period|policy|and",
    "no card|contract|tie_in|deposit|commitment ~1 needed|details|required|wanted|and|no",
    # There is not much of it, or not for long.
    "got|have|ive|theres|only|are|be|just NUM|one|few|couple ~3!I|YOU|message|question|thing|minute|minutes left|remaining not:YOU|me|message|a|you|my",
    "last weekend|few|seats|chance ~1 of|for|to|left|at",
    "price|offer|deal|discount|sale|subsidy ~2!YOU disappears|gone|off|over|finishes|closes",
    "once|when they|theyre|its|it|that ?are|is gone|goes",
    "one|NUM ~1 FOLK|firm|client|dealer per|a|each ~1 town|city|street|area|postcode|county|event",
    # Who vouches for it, and what it did for others.
    "tested|regulated|audited|certified|backed|approved to|by|in|on|against ~2",
    "before_and_after|signed_statement|reference|references ~3 from|in|on|for|of|numbers|pictures|you|who",
    "FOLK that|who ~1 use|try|tried|used|switch|switched|joined|took|placed ~3!YOU keep|renew|stay|stayed|save|see|saw|still|average|get|never|say|report|love",
    "I ~1 got|get|took|helped a|an|one FOLK ~4 NUM|from|fully_booked|off|into",
)
"""Proof and incentive (label guide: justifies_product)."""
