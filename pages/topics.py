"""Topics: what the meetings speak of, how that changed, and what sets one apart from another."""

from __future__ import annotations

from pages.parts import topics_change, topics_frequency
from pages.parts.parameters import choose
from pages.parts.topics_basis import choose_basis, without_topics
from pages.parts.view import current_view, page_title

DRAW = {
    "frequency": topics_frequency.draw,
    "change": topics_change.draw,
}

# 1. What is in view. Topics chosen in the filters stand out among all: they do not narrow what is counted.
view = current_view()
words = view.words
page_title(without_topics(view), "page-topics")

# 2. Which question
name = choose(view, "view", tuple(DRAW), lambda code: words(f"topics-view-{code}"), words("topics-view"))

# 3. What is counted, and the answer
DRAW[name](choose_basis(view))
