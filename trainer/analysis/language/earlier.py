"""On a call back: what they asked, looked at or planned before, named again; frames over classes of words (`frames`)."""

from __future__ import annotations

from trainer.analysis.language.frames import Frames

EARLIER = Frames(
    {
        "reason": (
            # What they sent lies before the caller.
            "I ~2 have|see|got|looking_at|pulled_up ~1 YOUR not:call|file|last|first|full|contact|phone ~1 request|inquiry|enquiry|form|notes|application|order|claim|plans|photos|pictures|quote|estimate|questions|booking|ticket|survey",
            "YOUR notes|form|photos|pictures|question|questions|plans on|about|of|for|regarding",
            "it says ~1 here ~1 YOU ~2 not:call|called|you",
            # What they were about to do.
            "YOU ~1 still thinking|looking|hoping|planning|need|want|after|considering|in_the_market ~1 not:call|talk",
            "is|are|was the|your|that|those ~3!I still for_sale|available|on_the_market|open|broken|leaking|out",
            "did|have|were|was YOU ~2 decided|decide|find|found|sold|sell|fixed|fix|manage|buy|bought|choose|chosen|finish|finished ~1 the|a|an|on|your not:minute|moment|chance|second|time|message|call|email|place|office|way",
            "how|hows ~1 the|your ~2 search|hunt|project|move|trial|visit|test_drive|renovation|event|build|class|course|treatment|tour",
            "YOU ~1 mentioned|told|said ~3!call|back ?that YOUR|the ~3!call|message is|was|has|had|keeps|trips|leaks|needs",
            # What they looked at or took part in.
            "YOU ~2 on|at|through our|my|the ~1 site|website|page|app|stand|booth|store ~1 looking|asking|checking|about|for",
            "YOU ~2 looking_at|a_look_at a|an|the|our|some ~2!email|site|website|message|number not:email|site|website|message",
            "YOU ~2 picked_up|clicked|clicked_on|put_in|took|booked|entered|started|opted ~1 a|an|our|the|for ~2 leaflet|brochure|test|quiz|survey|class|viewing|tour|trial|demo|waitlist|application",
            "YOU ~2 clicked|clicked_on|answered ~1 our|an|the|my ~1 ad|ads|advert|post for|about|on",
            # Why the caller rang.
            "rang|called|phoned|reached_out|calling|ringing|reaching_out ~2 since|as YOU|your|the|we|there|theres",
            "let YOU know ?that the|your|a|theres|there",
            "rang|called|calling|ringing|tried ~3 with the|your|an|some ~1 answer|news|results|price|quote|figures|name|date|details",
            "purpose|point|aim of ~1 call|message ~1 was|is|to",
            "it was to say|tell|ask|thank",
            "its|it_is|this_is ~4 about|regarding|concerning not:it|that|this|you|me|us|time|NUM|the|your",
            "see who needs|wants|uses",
            "invite|inviting YOU to not:call|talk|a",
            "invite|inviting YOU to a not:call|talk",
        ),
        # The subject by its name, as an answer.
        "named": (
            "its|it_is the|your|that|those|my|a|an ~1 not:best|good|bit|pleasure|time|name|call|voicemail|message|lot|moment|number|way|day|one|day|shame|mess|long",
            "the answer|reason|thing|trick|problem|gap|short_of_it ~3 is|was|are",
        ),
        # What is told to who asks for it.
        "told": (
            "its|it_is not:a|the|your|me|us|you|NAME|so|very|been|ok|okay|fine|great|nice|good|lovely|about|just|all|only|quite|really ~1 not:bad|good|great",
            "YOUR ~3!I|name|number|call|message is|was|are|were|has|have|had|checks|owes|shows|lists|reads|ends|lets|charges|excludes",
            "YOU ~1 went|paid|paying|lost|missed|sent|filled",
            "he|she|they|people|it|most ~1 wants|stopped|dates|asks|checks|dont|doesnt|did|said|think|thinks|tells|pays",
            "here|heres the|it|what",
        ),
        "pleasantry": (
            "its|it_is ~3 good|great|nice|lovely|pleasure|kind|hear|speak|talk|calling|time|calls|me|here|speaking|ago",
        ),
        # Nothing is said of what the call is about.
        "veto": (
            "YOU ~1 requested|asked|wanted ~2 callback|call_back|call not:about|regarding|on|concerning|for|to|back",
            "YOU ~1 wanted|asked to talk|speak to|with somebody|someone|us|me",
            "YOU ~2 back on our ~1",
            "ask|tell|show|share YOU something not:about|on|regarding",
            "because ~2 gave|passed|sent ME YOUR ~1",
            "talk|speak|chat with|to YOU ~1 for a|NUM|just|one ~1 minute|moment|second|bit",
        ),
    }
)
"""Labels: `reason` and its `veto`; `named` and `told` in answer to whoever calls back, but for a `pleasantry`.

The rule is that of the label guide (restates_reason): the subject of this call or of the contact before it is said.
"""
