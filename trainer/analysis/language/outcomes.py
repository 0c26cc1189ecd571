"""What an offer brings, what it is like and what it costs, told by frames over classes of words."""

from __future__ import annotations

OUTCOMES = (
    # What others got from it, and what it does for you.
    "FOLK|they ~2!YOU|I saw|seen|seeing|got|gets|see|sees|getting|had ~3 NUM|twice|new|more|extra|higher|better|fewer|less|record ~2 MEASURE|TOPIC|times|increase|percent|x|bookings",
    "FOLK|everyone|everybody ~2!YOU|I love|loves|adore|rave|swear ~1 it|them|this|us|our|about|by",
    "how ?our I|company|firm|team|NAME ?is ?are ?can ~1 GAIN ~3!YOU TROUBLE|MEASURE|issues|problem|problems|theft|leaks",
    "alternative|plan|plans|program|programme|scheme|policy|service|software|app ~4!you|youve|youre|I that|which ~1!YOU|I STRONG|put|puts|pay|pays|cover|covers|give|gives|protect|protects not:you|me|us|up|out|off|with",
    "I put_together|built|made|wrote|developed ~2!YOU something|tool|app|script|program|spreadsheet that|which not:I|YOU|may|might|could|will|helps|is|was ~1",
    "I ~1 guarantee|promise no|NUM|your not:call|name|number|message|details|data",
    "NUM dollars|pounds|euros|quid|bucks ~1 for the|your|all ?the|?of first|whole|lot|set|pair|full|entire|initial|job",
    "it|ours loads|weighs|runs_on|charges|holds|lasts ~4 yours|theirs|NUM",
    "NUM percent until|till",
    "nothing to pay|install|learn|set_up|download|maintain",
    "I have|got ~1 NUM|two|three|several ~2!YOU FOLK ~2 available|ready|who_can|who_could|who_live|who_are|looking_for",
    "no|without minimums|minimum|tie_ins|setup ~1",
    "turn|turns|convert|converts YOUR ~3 into",
    "make|makes short|light|quick work of",
    "I|it|which ~1!YOU make|makes YOUR ~2 look|feel|run|sell|last|shine|better|EASY",
    "the|this|our|each|every ~1!YOU PRODUCT ~1!YOU stops|cures|cuts|kills|halves|doubles|prevents ~3",
    "each|every|this ~1!YOU PRODUCT holds|does|makes|gives|saves ~1 twice|half|NUM|more",
    "YOU ~2!I will|would|youll ~1 love|adore not:to",
    # What it is like.
    "the new|latest model|version|range|line|release is|are|has|comes not:out|at|in|on|here",
    "lasts|last ~2 NUM years|months|weeks",
    "its|it_is|theyre|they_are|is|are ~1 EASY|cheap|light to run|use|own|fit|install|clean|learn|set_up|maintain",
    "on_call|available|open|answered|staffed ~1 day_and_night|seven_days|night_and_day",
)
"""Label guide: pitches_product (a feature, benefit, outcome or price)."""
