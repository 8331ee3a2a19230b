"""Topics: what the meetings speak of, how that changed, and what sets one apart from another."""

from __future__ import annotations

from pages.parts import (
    topics_apart,
    topics_change,
    topics_frequency,
    topics_scheme,
    topics_together,
    topics_who,
    topics_words,
)
from pages.parts.parameters import choose
from pages.parts.topics_basis import choose_basis, without_topics
from pages.parts.view import current_view, page_title

# Sub-views that count releases or meetings, and those that do not.
COUNTING = {
    "frequency": topics_frequency.draw,
    "change": topics_change.draw,
    "apart": topics_apart.draw,
    "together": topics_together.draw,
    "who": topics_who.draw,
}
OTHER = {"words": topics_words.draw, "scheme": topics_scheme.draw}

# 1. What is in view. Topics chosen in the filters stand out among all: they do not narrow what is counted.
view = current_view()
words = view.words
page_title(without_topics(view), "page-topics")

# 2. Which question
questions = (*COUNTING, *OTHER)
name = choose(view, "view", questions, lambda code: words(f"topics-view-{code}"), words("topics-view"))

# 3. What is counted, and the answer
if name in COUNTING:
    COUNTING[name](choose_basis(view))
else:
    OTHER[name](view)
