"""The other authors' opinions of a decision, as lines to show."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.records import Feedback, Source
from ui.widgets.glyph import state_of
from ui.widgets.others_card import OpinionLine


def opinion_lines(feedback: Feedback | None, articles: Mapping[str, Source]) -> tuple[OpinionLine, ...]:
    """A line for each other author; `articles` (number -> article) names them. None for other calls."""
    lines = []
    for opinion in feedback.others if feedback else ():
        state = state_of(opinion.outcome)
        if state is not None:
            article = articles.get(opinion.article)
            who = f"{article.author}, “{article.title}”" if article else opinion.guide
            lines.append(OpinionLine(who, state, opinion.says))
    return tuple(lines)
