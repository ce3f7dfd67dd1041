"""Rules of posts that are asked only of sentences with a name would tell nothing of the others."""

from __future__ import annotations

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import of_type
from graph_builder.extraction.extract import BEYOND, FURTHER_RULES, POST_RULES
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PersonMention
from tests.extraction.articles import article

TEXTS = [text for rule in (*POST_RULES, *FURTHER_RULES) for text, _ in rule.EXAMPLES]


def test_of_a_sentence_without_a_name_only_rules_that_look_beyond_it_tell_anything() -> None:
    for text in TEXTS:
        d = Discourse(article(text))
        nameless = [s for s in d.sentences if not of_type(s, PersonMention)]
        known = tuple(h for s in d.sentences for rule in POST_RULES for h in rule.holdings(d, s))
        told: list[Holding] = [
            h for s in nameless for rule in POST_RULES if rule not in BEYOND for h in rule.holdings(d, s)
        ]
        told += [h for s in nameless for rule in FURTHER_RULES for h in rule.holdings(d, s, known)]
        assert not told, text
