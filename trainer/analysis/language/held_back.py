"""What is named and left for the call, so that THEY ring to hear it: frames over classes of words (`frames`, `vocabulary`)."""

from __future__ import annotations

OPEN = (
    # What they ought to hear, and do not know yet.
    "NOTED ~9!OUR|ME YOU ~1 ought|should|want|need|better|glad|like ~2 AWARE",
    "YOU ought|should|better ~1 hear|be_told|know",
    "YOU may|might not ~2 seen|told|know|noticed|expected|aware",
    "I doubt|bet YOU ~3 seen|told|know|noticed|heard|recorded|expected",
    "did|has|have|had they|anyone|anybody|nobody|he|she|it|company|the_company ~1 tell|told|mention|mentioned|explain|explained ~1 YOU",
    "speak|talk|know|hear|tell|see|look|told ~4 before YOU sign|decide|buy|renew|accept|commit|agree|order|choose|pay",
    # What the caller knows of it, and what they would ask about it.
    "I ~1 know ~1 who|whos|whats|why|which|where|one",
    "something|things ~2 was|has|have|were ~1 decided|changed|happened|come_up|turned_up|cropped_up|moved",
    "to ask YOU ~2 about|who|why|what|where|whether",
    "I ~2 question|query ~2 about|on|regarding the|one|something|that|those",
    "not|dont|cant|cannot|wont|rather ~3 say|put|leave|read|go_into|explain ~3 on|in|over|to ~1 machine|message|voicemail|tape|recording",
    "not:nobody|never|hasnt|havent|not|you told|shown|showed|explained ?to ME ?exactly ?just why",
    "not:nobody|never|hasnt|havent|not|you told|shown|showed|explained ?to ME ?exactly ?just what|how|where|who|which not:you|YOU|I|to|much|many|good|great|busy|nice",
    # It is told to those who ring for it, or told to nobody else first.
    "if|should YOU ~2 like|want|care|curious|fancy|wondering ?to ?know|hear|see|find_out|learn which|what|who|how|why|where|when not:I|OUR|NAME|it|this|much|to",
    "a|an|one|NUM|something|two|couple ~5!OUR|I|question|questions|product|service|offer|plan|deal ?that|which ~3!YOU want|wants|like|need|needs|love to explain|discuss|go_over|check|ask|run|raise|tell ~5 you",
    "hear|hears|know ~2 from me|us ~1 than|before|first|not",
    "YOU ~1 the first ~2 know|hear",
    "dont|do_not ~1 book|sign|order|buy|pay|send|accept|agree|plant|renew ~4 before|until|till I|YOU ~1 talk|talked|speak|spoken|spoke|call|called|hear|heard",
    "call|ring|phone|bell|buzz ~2 before YOU ~1 book|sign|order|accept|agree|plant|renew|send|change|reply",
    "better|best|easier ~3 tell|explain|say ~3 by|over|on ~1 phone",
    # Somebody sends the caller, with a name that nobody has told the judge.
    "told|asked|urged|begged|advised ME to ask|call|ring|contact|phone|telephone|speak|talk ~1 YOU",
    "suggested|said|says|thinks|thought|reckons|insisted|feels ?that I ~1 ?should ~1 speak|talk|call|ring|contact|compare_notes|tell ~1 YOU|directly",
)
"""Something of use to them is named and left for the call (label guide: reason_or_curiosity)."""
