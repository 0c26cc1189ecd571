"""What costs nothing, what there is little of or not for long, and the prospect's own figures and dates.

The first two back the offer (label guide: justifies_product; free, deadline, scarcity); the last are about the
problem ("a figure about the problem only is false") or belong to the prospect, and back nothing.
"""

from __future__ import annotations

_IDLE = "to|up|at|on|for|in|next|this|from|and|after|before|if|when|right|a|any|most|all|between|later|until|till|or|so|anytime|time|moment|enough|of|WEEKDAY|NUM|PHONE"
"""Words after a "free" that is a person's or a day's."""
_TOLD = "checklist|guide|tip|tips|report|information|info|resource|article|audit|analysis|review|teardown|estimate|estimates|quote|quotes|assessment|valuation|evaluation|consultation|inspection|preview|advice|fix|seminar|webinar|workshop|talk|dinner|lunch|sit|wifi|parking|newspaper|form|forms"
"""What is told for nothing is of use to them and no incentive to buy."""
_FEW = "NUM|one|two|few|couple|handful"
_IDIOMS = "message|question|questions|thing|things|minute|minutes|second|seconds|hour|hours|day|days|week|weeks|call|calls|percent|word|words|number|name|voicemail|more"
"""Of these few are no scarcity ("I only have a few minutes")."""

GIVEN = (
    f"a|our|with|get|offer|offering|offers|provide|have|some|you|do|complete|do_a free|complimentary not:{_IDLE}|{_TOLD} not:{_TOLD}",
    "doesnt|wont|didnt|dont|not|never ?even cost ~2 a|anything|NUM|penny|dime|cent|thing",
    "no|without|NUM ?a|?any upfront|up_front|down_payment|money_down|deposit",
)
"""What costs nothing: of the offer, and an incentive."""

FREE = (
    f"its|theyre|thats|or|them|em free not:{_IDLE}|i|{_TOLD}",
    "free of charge|cost",
)
"""An incentive, though nothing is said of what is free."""

SCARCE = (
    f"got|have|ive|theres|there_are|only|are|be|just ?a ?last {_FEW} ~3!I|YOU|{_IDIOMS} left|remaining|available not:YOU|me|message|a|you|my",
    f"I ?OFTEN|?can|?could only ~1 got|get|have|find|take|made|keep|ordered ~1 {_FEW} not:{_IDIOMS}",
    "I|can|could|will ~2 hold|reserve|save|set_aside ~3!YOU|on|line|ME until|till|through not:YOU",
    "I|were|im|crew|calendar|diary|schedule|books ~2!YOU booking|filling ~1 up|into|through",
    "lose|miss|losing|missing YOUR ~1 spot|place|slot|seat|turn|discount|rate",
    "you|youve ?have ?got ?only ?just until|till ~1!YOU WEEKDAY|noon|midnight",
    "NUM|percent|price|rate|offer|deal|discount|off|free|finance|it|they|that ~3!I|YOU|out|away|off until|till|before ~1 end of ~1 month|quarter|year|season|summer|winter|spring|promotion",
    "final notice",
    "offer|deal|price|rate|sale|discount|promotion|enrollment ~1!YOU open|good|valid|stands|runs ~1 for ~2 NUM|another|more",
    "holding|hold|saving|save|keeping|reserved|reserving a|your|one|the ~1 spot|place|slot|seat|table|space for YOU",
    # The risk is the seller's, and what they keep.
    "pay us|me ?absolutely nothing|zero",
    "if ~1!I YOU|it ~1!I dont|doesnt|not ~3!YOU I ~1 pay|refund|owe|give",
    "YOU ?get ?to ?can ?will keep ~3!I even_if|no_matter|either_way|whatever",
    "NUM ~3 a|per year|month|week saved",
    f"I ?can ?OFTEN only|just take|accept|serve|train ?on ~1 {_FEW} not:{_IDIOMS}",
    "NUM|two|three|several|other others|people|families|buyers|parties|couples ~1!YOU want|wants|interested|asked to|in",
    "it|I|which took|got|brought|cut|moved ~4!YOU|me|us from ~2 NUM ~2 to ~1 NUM",
)

_TAKEN = "took|grabbed|used|claimed|redeemed|signed|registered|requested|ordered|asked|entered|downloaded|booked|started|had|won|picked"
_PROBLEM = "pay|paying|overpay|overpaying|spend|spending|lose|losing|lost|waste|wasting|owe|owing|leak|leaking|miss|missing|charged|charging"

TAKEN = (
    f"you|youve ~2!I {_TAKEN} ~5!I free|complimentary|trial|coupon|voucher|discount|sample|pass|promotion ~1",
    f"saw|noticed|heard|see|know|understand ~2!I {_TAKEN} ~5!I free|complimentary|trial|coupon|voucher|discount|sample|pass",
    "your ~1 free trial|month|period|pass|sample|account ~6!I ends|ended|expires|expired|runs|ran|with",
    "toll|tax|gluten|sugar|dairy|hands|duty free ~1",
)
"""What they took before, and other things that are called free."""

THEIRS = (
    *TAKEN,
    f"YOU|FOLK|people|most|they ~3!I|dont|wont|never|not|nothing|only {_PROBLEM} ~6!I|save|cut|back|until|unless|nothing|by NUM ~1",
    "overpay|overpaying|overpays|overpaid ~6 NUM ~1",
    "cost|costs|costing YOU|FOLK|them ~3 NUM ~1 hours|days|weeks|a",
    "deadline ~2 for|to|on ~5!I|our tax|return|returns|form|forms|file|filing|appeal|claim|register|renew|renewal|permit|licence|license|submit",
    "wait|lead_time|waiting|delay|queue|rent|tax ~5!our went|gone|jumped|goes|rose from ~2 NUM ~3 to ~2 NUM",
    "your ~2!I|FOLK went|gone|fell|dropped|rose from ~2 NUM ~3 to ~2 NUM",
    "YOU ~1!I cut|raised|lowered|dropped|doubled|halved YOUR ~6",
    "YOUR gift card ~1",
    "price|prices|cost of not:our|my|the|this|it ~2 goes|go|going|is|are ~1 up|rising",
    "told|asked|wanted|said ~2!YOU to call|ring|phone|contact you ~2",
    "despite|your|youve|you_have|you_got ~2!I reviews|ratings|testimonials",
    "you|youve ?have|get ?got until ~3 to appeal|file|register|pay|submit|claim|renew|return|apply|reply|answer|object",
)
