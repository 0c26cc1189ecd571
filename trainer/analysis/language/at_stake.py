"""How much of THEIR money, time, trade or people is at stake: frames over classes of words (`frames`, `vocabulary`)."""

from __future__ import annotations

AT_STAKE = (
    # More or less of something, in figures.
    "NUM|half|third|quarter|percent|twice|lot more|less|fewer|extra|additional ~1!than FOLK|TOPIC|MEASURE|STOCK",
    "half|third|quarter|percent|twice as_many|as_much",
    "extra|another|additional NUM ~3 a|per|every|each month|week|year|day|season",
    "third|half|quarter|tenth|fifth|percent of ~1 YOUR",
    "NUM|a|an day|days|hour|hours|morning|afternoon|evening|half a|per|each|every week|month|day|year|shift|job|round",
    "take|takes|took|knock|knocks|cut|cuts|shave|shaves|trim|trims ~4!OUR NUM|hour|hours|day|days|minutes|third|half|week|weeks off ~1 YOUR|every|each|the",
    "MEASURE|TOPIC|STOCK|FOLK|cost|costs|prices ~1 drop|drops|dropped|dropping|fall|falls|fell|falling|rise|rises|rose|rising|climb|climbing|halve|double|doubled|doubling|suffer|suffers|slip|slipping|shrink|shrinking",
    "on_the_rise|on_the_up|rife|through_the_roof|razor_thin|wafer_thin|sleepless_night|fully_booked|sore_point|turn_away|turning_away|walk_off|walk_out",
    "by a third|quarter|fifth|half|tenth",
    "save|saves|saved|saving|cut|cuts ~4!OUR a|per|every|each week|month|year|day|season",
    "never ~4!I again",
    "nobody|no_one wants|likes|knows",
    "so ?that your|their FOLK|TOPIC|MEASURE|STOCK|LIFE",
    "so ?that YOU|they stay|stop|keep|sell|save|spend|pay|sleep|win",
    "so ?that YOU|they dont|do_not lose|pay|waste|worry|run|spend|wait|chase",
    # What is paid, earned or lost.
    "what|how_much YOU ~2 pay|paying|paid|spend|spending|lose|losing|hand_over|make|earn|owe|charge|bill",
    "pay|paying|paid|pays|spend|spends ~1 less|more|over_the_odds|between|too",
    "worth|fetch|fetching|fetches ~3 more|less|now|today|on",
    "cost|costs|costing YOU|FOLK|a_day|money|thousands|NUM|by|them|people",
    "lose|loses|losing|lost NUM|half|a_third|most ~3 not:minutes|your",
    "loses|losing YOU|money|the|a|another",
    "lose money|a|another",
    "hurt|hurts|hurting|kill|kills|killing|drag|drags|dragging ~2 YOU|down",
)
"""A measure of their work or life that is to change (label guide: speaks_to_prospect_concern)."""
