"""The reading of one article: mentions, then the rules, then the facts in the order of the text."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction import bodies, event_facts, patterns, people
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.event_acts import join_acts
from graph_builder.extraction.events import Events
from graph_builder.extraction.holdings import Holding, posts
from graph_builder.extraction.mention_kinds import PersonMention
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.parties import parties
from graph_builder.extraction.rules import (
    deadline,
    figure,
    participation,
    participation_chosen,
    participation_elected,
    participation_host,
    participation_rapporteur,
    participation_reception,
    participation_speaker,
    plan,
    post_beside_name,
    post_by_line,
    post_by_office,
    post_by_place,
    post_by_verb,
    post_for_list,
    post_for_office,
    post_of_career,
    post_of_change,
    post_of_committee,
    post_of_contest,
    post_of_delegate,
    post_of_departure,
    post_of_deputy,
    post_of_head,
    post_of_lines,
    post_of_list,
    post_of_list_head,
    post_of_nomination,
    post_of_office_then_name,
    post_of_portfolio,
    post_of_predecessor,
    post_of_pronoun,
    post_of_seat,
    post_of_subject,
    post_of_table,
    post_same_office,
    post_told_apart,
    statement,
    steps,
)
from graph_builder.extraction.rules.departures import settled
from graph_builder.extraction.sections import Sections
from graph_builder.model import Article, Fact, Reading

POST_RULES: Final = (
    post_by_line,
    post_of_contest,
    post_told_apart,
    post_for_list,
    post_by_verb,
    post_of_head,
    post_of_committee,
    post_of_delegate,
    post_of_portfolio,
    post_by_office,
    post_for_office,
    post_of_career,
    post_of_change,
    post_of_departure,
    post_of_lines,
    post_of_nomination,
    post_of_pronoun,
    post_of_office_then_name,
    post_of_list_head,
    post_of_seat,
    post_of_table,
    post_beside_name,
)
"""Narrow rules first: of two that read one post, the first is its reason."""
BEYOND: Final = (
    post_told_apart,
    post_for_list,
    post_of_career,
    post_of_departure,
    post_of_lines,
    post_of_nomination,
    post_of_pronoun,
)
"""Those of them that look for the names beyond the sentence; the others need not be asked of one without a name."""
_NAMELESS: Final = tuple([rule for rule in POST_RULES if rule in BEYOND])
FURTHER_RULES: Final = (
    post_of_subject,
    post_of_deputy,
    post_by_place,
    post_of_predecessor,
    post_same_office,
    post_of_list,
)
"""They tell of an office that another rule has read, and of somebody named in the sentence."""
PARTICIPATION_RULES: Final = (
    participation_reception,
    participation_host,
    participation,
    participation_rapporteur,
    participation_elected,
    participation_chosen,
    participation_speaker,
)
"""Those who speak after those who take part otherwise: whoever is there and said something, said it there."""


def extract(article: Article) -> Reading:
    """Read the facts that an article states.

    Args:
        article: as read by ``graph_builder.articles``.

    Returns:
        The facts with their evidence, people first, each kind in the order of the text.
    """
    d = Discourse(article)
    holdings = list(settled(d, _holdings(d)))
    told = join_acts(Events(d))
    sections = Sections(d)
    taking_part = Participations(d, told, holdings)
    for rule in PARTICIPATION_RULES:
        rule.read(taking_part)
    facts: list[Fact] = [
        *people.people(d, holdings),
        *parties(d),
        *bodies.bodies(d),
        *posts(d, holdings),
        *event_facts.facts(d, told),
        *taking_part.facts(),
        *figure.figures(d, told, sections),
        *plan.plans(d),
        *statement.statements(d, taking_part, sections),
        *steps.steps(d, sections),
        *deadline.deadlines(d),
    ]
    return Reading(article, tuple(facts))


def _holdings(d: Discourse) -> list[Holding]:
    """Who holds what by the rules of posts, in their order for each sentence; then what rests on that."""
    holdings: list[Holding] = []
    rules = (patterns, *POST_RULES) if patterns.patterns() else POST_RULES
    named: list[Sentence] = []
    for s in d.sentences:
        if of_type(s, PersonMention):
            named.append(s)
        for rule in rules if named and named[-1] is s else _NAMELESS:
            holdings.extend(rule.holdings(d, s))
    for further in FURTHER_RULES:
        known = tuple(holdings)
        for s in named:
            holdings.extend(further.holdings(d, s, known))
    return holdings
