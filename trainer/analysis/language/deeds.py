"""What the caller's side did for others, and what became of it: frames for "we saved your competitors a fortune".

A deed for a third party is a boast (label guide: sells_company_or_reputation, "we've helped companies like ..."
true), and with its result proof as well (justifies_product, "client result"). Whom one works with is an
activity and neither, as long as nobody is named.
"""

from __future__ import annotations

_RIVAL = "competition|competitor|competitors|rivals|peers|neighbors|neighbours|suppliers"
"""Third parties although they are "yours"."""
_CLIENTS = "customers|clients|users|members|companies|firms|businesses|brands|clinics|shops"
_NOT_NAMED = "YOU|this|these|that|those|ours|mine|me|us|to|it|the|a|NAME|how|what"
"""Words with which "customers like" or "including" begins no name of a client."""
_LATE = "just|recently|lately|last|already"
_NO_DEED = "YOU|me|to|in|a|call|called|spoke|sent|left|noticed|had|got|read|saw|heard|moved|work|works|worked|live|bought|applied|asked|looked|looking|started|met|joined|was|been|wanted|finished"
"""Words after "we recently" with which nothing done for others begins."""
_DONE = "STRONG|HELP|saved|won|earned|made|got|kept|spared|protected|brought|freed|found"
_FOR_WHOM = "for|at"
_ABLE = "able_to|managed_to|manage_to"

RESULTS = (
    # Our product has gained others something.
    f"our ~3!YOU|UNSOLD have|has|already ~1 {_DONE} ~2!ME|YOU FOLK|NUM|hundreds|thousands",
    f"our|I ~3!YOU|UNSOLD have|has|weve|ive|already ~1 {_DONE} your {_RIVAL}",
    f"weve|ive|I ?OFTEN saved|made|won|earned|got|helped your {_RIVAL} ~3",
    f"our ~3!YOU|UNSOLD have|has|already ~1 {_DONE} ~4!YOU for ~3!YOU FOLK|{_RIVAL}",
    # What we could do for somebody.
    f"I|our ~3!YOU {_ABLE} accomplish|do|achieve|GAIN ~4!YOU {_FOR_WHOM} ~2!YOU NAME|his|her|their|FOLK|{_RIVAL}",
    f"what I ?OFTEN did|done|do|accomplished|achieved ~3!YOU {_FOR_WHOM} ~2!YOU NAME|his|her|their|FOLK|{_RIVAL}",
    "I ~1 able_to get|save|bring|win|take|cut|find|raise a|an|one|another|some|several ~2!YOU FOLK",
    "I ~2 working|worked|work with ~5!YOU FOLK ~4!YOU|I and they|it|he|she ~1 saw|got|cut|had|GAIN",
    "I ~1 worked with ~5!YOU FOLK ~4!YOU|I to GAIN",
    # An idea or a result that others had.
    "idea|ideas|something|approach|way|plan|strategy|method|process that|which ~2!YOU helped|got|saved|worked_for|earned ~1 a|an|another|one|our|some|several|two|other ~3!YOU FOLK",
    "results ~1 I ~5!YOU for|at|with not:YOU",
    "same|similar results|result|success|savings|outcome|outcomes ~1 as|I|that ~2!YOU I|other|our|NAME|they|FOLK",
)
"""What became of it for others: proof, and a boast."""

CLIENTS = (
    # Those who use it, by name, and what they get.
    f"{_CLIENTS} like|such_as not:{_NOT_NAMED} ~4!YOU|I cut|cuts|saved|save|doubled|halved|grew|raised|use|uses|trust|trusts us|our|their|NUM|with",
    "FOLK ~1 using|on not:the|it|this|a|your|these|that|for|to|them|in|their ~2!YOU|I are|is|have ~2 GAIN|seeing|getting",
    "NUM|half of|in|out_of the ~2 largest|biggest|top|leading|best|NUM ~2!YOU FOLK ~1!YOU use|uses|trust|rely|run|choose|buy ~1 it|us|our|this",
    "everyone|everybody ~8!YOU uses|use|trusts|trust us|our",
    f"{_CLIENTS} such_as|including not:{_NOT_NAMED} ~2!YOU|I are|have|already ~1 GAIN|seeing|getting|using ~2!YOU with|from|through|our|us",
)
"""What clients got from it, whoever the sentence is about: proof, and a boast."""

DEEDS = (
    *RESULTS,
    "were|im|we_are|i_am ~1 saving|helping|serving|supplying|getting|cutting|making|earning ~3!YOU FOLK ~2 like|such_as ~6 NUM|hundreds|thousands|half|third",
    "I|who|were ~2 work|working|worked|partner|partnered|partnering with ~1 several|number|range|some|other|LOTS ~6!YOU including|such_as not:FOLK|YOU|this|these|that|those|it|how|what",
    "I have been ~1 HELP|SELL|GAIN|doing|looking_after|training|coaching ~4!YOU|ME FOLK|them",
    f"I ~1 {_LATE} finished|wrapped_up|rewired|refitted|rebuilt|painted|cleaned|fitted|restored|replaced|did not:at|with|for ~4!YOU|I FOLK",
    f"I ~2 {_LATE} not:{_NO_DEED} ~5!YOU|I|that {_FOR_WHOM} ~3!YOU FOLK|{_RIVAL}",
    f"I ~2 {_LATE} not:{_NO_DEED} ~4!YOU|I|that {_FOR_WHOM} ~3!YOU your {_RIVAL}",
    f"I ~1 did|done|doing ~2 same ~4!YOU {_FOR_WHOM} ~3!YOU FOLK|{_RIVAL}",
    f"one|some|several|few|many|NUM of your {_RIVAL} ~3!YOU|I use|uses|are|is|have|has|just|already ~2 with|using|switched|joined|signed ~1 us|our|to_us|with_us",
    "show|tell|share|explain|learn|see|know|hear ~2 how I did|achieved|pulled_off it|this|that",
    "what I did at|for|with not:YOU|me|us|school|home|work",
    "our team|crew|guys|people|men|firm|shop|engineers|drivers did|built|fitted|painted|wired|fixed|moved|printed ~4!YOU for|at",
    "the|our last ~1 FOLK ~2!YOU I ~1 did|worked|helped|built ~2 for|with ~1",
    "our|my FOLK ~5!I have|has|often|all told|tell us|me not:about",
    f"one|two|three|some|several|few|many|NUM of your {_RIVAL} ~2!I signed_up|joined|booked|ordered|bought ~1!the",
    # What sets us above others.
    "FOLK|people ~1 come|turn|know to_us|us when|for|because",
    "our founder|founders|owner|director|ceo ~1 used_to|spent|ran|built|led|worked",
    "I ~1 do|sell|place|build|fit|close|move|treat|print more ~6!YOU than",
    "I have a|an ~1 great|good|strong|solid|long name|standing|record ~1 in|with|for|of",
    "know|do|does|understand|understands|fix|fixes ~3!YOU like nobody|no_one else",
    # How long.
    "I|ive|weve|been been|at ?at it|this since|for|NUM|all",
)
"""What was done for others, whether or not its result is told."""
