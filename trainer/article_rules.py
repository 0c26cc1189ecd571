"""What the articles teach that no check can tell, by the ids that scenarios name under `rules`.

What checks decide, when to leave a message (`trainer.facts`) and the ways round voicemail (`trainer.ways`)
have ids of their own and are not repeated here; `tools/coverage.py` puts all of them together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleRule:
    """One thing that an article teaches. `says` completes "This trains: …"."""

    id: str
    article: str
    says: str


_ALL = (
    ArticleRule("worry-money", "000", "speaking to whoever loses or makes money"),
    ArticleRule("worry-profit", "000", "speaking to a worry about profit"),
    ArticleRule("worry-customers", "000", "speaking to a worry about keeping customers"),
    ArticleRule("worry-people", "000", "speaking to a worry about finding and keeping good people"),
    ArticleRule("worry-family", "000", "speaking to a worry about family and children"),
    ArticleRule("worry-own-sales", "000", "helping them to sell more of what is theirs"),
    ArticleRule("worry-competition", "000", "speaking to a worry about competitors"),
    ArticleRule("worry-productivity", "000", "speaking to a worry about work that takes too long"),
    ArticleRule("worry-costs", "000", "speaking to a worry about rising costs"),
    ArticleRule("worry-tax", "000", "speaking to a worry about income tax"),
    ArticleRule("worry-morale", "000", "speaking to a worry about the spirit in the team"),
    ArticleRule("worry-trouble", "000", "speaking to the wish to have no problems"),
    ArticleRule("gift-tip", "000", "bringing a tip"),
    ArticleRule("gift-idea", "000", "bringing an idea"),
    ArticleRule("gift-lead", "000", "bringing somebody who wants to buy from them"),
    ArticleRule("vacation-greeting", "001", "meeting a greeting that says they are away"),
    ArticleRule("brush-off", "001", "meeting words that put you off"),
    ArticleRule("not-free", "001", "being called when you cannot talk"),
    ArticleRule("among-others", "000", "standing out among the messages of other sellers"),
    ArticleRule("news-in-full", "003", "telling a customer important news in full"),
    ArticleRule("answers-after-all", "002", "selling the meeting when they answer after all"),
)

ARTICLE_RULES: dict[str, ArticleRule] = {rule.id: rule for rule in _ALL}
