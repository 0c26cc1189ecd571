"""Openings that ask for attention without giving anything: checking in, earlier tries, apologies."""

from __future__ import annotations

from trainer.analysis.language import asking_frames as frames
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.words import CLASSES

WEAK = Phrases(
    {
        "weak": [
            *frames.WEAK,
            "(following|follow|circling|circle|looping|checking|check|touching) (up )?(again|once more|from my|on my|to my|with my|on the (message|voicemail|email|note|call|letter) i)",
            "(following|follow) up (from|on|to|with) (my|our|a|the) (last|previous|earlier|recent|first|voicemail|email|message|call|note|letter|conversation|other)",
            "(following up|follow up) (with you|and see|and|to see|here|as)",
            "(check|checking) (on|up on) the (status|progress|state)",
            "(just|only|simply) (seeing|see) (where|how far|if theres|if there is|what you) ",
            "(give|giving|gave) (you )?(a|another|one (last|final|more)) (gentle |little |quick |friendly )?(nudge|reminder|poke)",
            "(hoping|hoped|wanted) to catch you (this time|again|today)",
            "(calling|ringing|phoning) (you )?(back )?(yet )?again",
            "trying (my luck|you) (again|once more)",
            "(close|closing) (the|this|our) (loop|file)",
            "(bump|bumping) (this|it|my)",
            "(dropped|stopped|swung|popped|came) (by|in) ~4 but",
            "(said|promised) (that )?(id|i would|i will|ill) ~1 (call|ring|phone|try|check) (you )?(again|back|in)",
            "(chasing|chase) (up )?(an|the|your|you|a|my) ",
            "(see|know|ask) where (we|things|you) (are|stand) (with|on)",
            "(still|stay|staying) on (your|the) radar",
            "(sent|emailed|texted) (\\S+ ){1,9}make sure (it|that|you|they|everything) (\\S+ )?(reached|arrived|got|came|received|made)",
            "(trying|tried|been trying|wanted to try|thought id try|attempting|attempted|attempt|havent been able|unable) ~2 (to )?(reach|call|catch|contact|you|get hold|get in touch|connect with|get a hold|get ahold)",
            "(second|third|fourth|another|last|final|one more|NUM) (attempt|try|voicemail|message|call|time|follow up) (to|from|in|for|reaching|this|i)?",
            "(not|never|havent) been able to (get|reach|catch|contact|speak|connect|talk)",
            "try (you )?(one more time|again|once more)",
            "(left|leaving|ill leave|going to leave|just leave) (you )?(a|another|several|NUM|two|three|a few|a couple|my) ~1 (message|messages|voicemail|voicemails|note)",
            "(sent|emailed|mailed|dropped|shot) (you )?(a|an|some|over|the|my|couple|several|NUM|few|last) ~4 (note|notes|email|emails|letter|message|messages|listings|information|info|brochure|week|package|proposal|quote|text)?",
            "(called|rang|phoned) (you )?(earlier|yesterday|last|before|a few|the other|on|NUM|several|again|recently)",
            "(sorry|apologies) (i|we|to (bother|disturb|trouble|call|ring|interrupt|have|keep|pester)|for|about|that|its taken|it took|you|again)",
            "(apologize|apologise|forgive) ~1 (for|me|the|my|us|i)",
            "(bother|bothering|bug|bugging|pester|pestering|interrupt|disturb) you",
            "thinking (about|of) you",
            "(say|saying) (hi|hello)",
            "(been|its been) (a|some) (while|long time|little while|minute|few)",
            "(see|wondering|wanted to know|ask) (how|if) (youre doing|things are|everything|you got|you received|you had|youd had|you have had|its going|you saw|you were able)",
            "again ~3 (still|i left|i sent|just(?! (so|a heads|read|saw|heard|found))|calling|trying|following|wanted)",
            "(make sure|making sure|ensure|see if|check if|confirm|wondering if) ~1 (you|everything|everythings|all|things) ~1 (is|got|received|saw|okay|are|had|alright|seen|get)",
            "(this is|its|be|leaving) my (second|third|fourth|fifth|last|final|NUM) (message|voicemail|call|attempt|try|time)",
            "(put|putting) a voice",
            "(still|again) (happy|hoping|trying|waiting|interested)",
            "(played|playing) phone tag|keep missing",
            "(keep|kept|we keep|weve been) ~1 missing",
            "(missed) (you|your call|each other)",
            "(get|got|did you get|received|receive) ~1 my (message|messages|email|voicemail|note|last)",
            "(my|our) (last|previous|earlier) (voicemail|message|email|call|note|conversation)",
            "(hope|hoping) (youre (well|doing|good|having)|you are (well|doing|good|having)|all is|everything|youve had|this finds|you had|your (day|week|weekend|morning))",
        ],
        # What says of itself that it is no more than another try.
        "checking": [
            "(just|only|simply) ((wanted|wanting|calling|ringing|phoning|thought (id|i would)|here) )?(to )?(following|follow) up",
            "(just|only|simply) ((wanted|wanting|calling|ringing|phoning|here) )?(to )?(check|checking|checked) (if|whether|how|that)",
            "(my|our|a) (last|final|second|third|fourth|NUM) follow up",
            "(checking|check|checked) (in|back|up|on you)",
            "(touch|touching|touched) base",
            "(circling|circle|looping|loop|reaching|swinging|popping|dropping) back",
            "(havent|have not|didnt|did not|not) ~1 (heard|hear) (back|from)",
        ],
        "farewell": [
            "(last|final) (voicemail|message|call|attempt|note|try) ~1 (from me|from us|i|so|for now|here)"
        ],
        "fair": [
            "(never|not yet|not) (spoken|met|talked) (before|yet|but|and|my|i|so)",
            "(returning|return) your ~1 (call|message|voicemail)",
            "(on|about|to|regarding) your ~3 (inquiry|enquiry|request|question|application|note|post|comment|reply|response|call|order|form|interest|email|visit|quote|message|claim|estimate|download)",
            "(you|youve) (asked|requested|called|filled|downloaded|mentioned|inquired|enquired|reached|submitted|left|visited|attended|signed|emailed)",
            "(ill|i will|going to) ~2 (try|call|reach) (you )?(again|back|later|one more time)",
            "(i probably|you probably)",
            "(im|i am) trying to reach (?!you\\b)\\S+",
            "(get hold of|reach|speak to|speak with|talk to|talk with|find|get) (whoever|somebody|someone|anybody|anyone|the (right )?(person|people|one|owner|manager))",
            "(will|ill|can|could) follow up with",
            "sent (you )?(\\S+ ){1,4}with (\\S+ ){0,5}(offer|special|discount|coupon|code|credit|voucher|gift)",
            "tried to (book|order|buy|pay|use|open|send|deliver|ship|process|upload|drop)",
        ],
    },
    **CLASSES,
)
