"""The people of an article as facts, with their spellings and what the grammar tells of their gender."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.known import TITLE
from graph_builder.extraction.mention_kinds import PersonMention
from graph_builder.model import Gender, PersonFact

CONFIDENCE: Final = 0.97


def people(d: Discourse, holdings: Sequence[Holding]) -> Iterator[PersonFact]:
    """Yield each person once, with the sentence of the first mention."""
    genders: dict[str, Gender] = {}
    for h in holdings:
        if h.role.form.gender == "f" and h.role.form.number == "singular":
            genders[d.person(h.person)] = "female"
    first: dict[str, Sentence] = {}
    for s in d.sentences:
        for mention in of_type(s, PersonMention):
            name = d.person(mention)
            first.setdefault(name, s)
            gender = _title_gender(d, s, mention)
            if gender:
                genders.setdefault(name, gender)
    for name, s in first.items():
        aliases = tuple(sorted(a for a in d.names.spellings[name] if a != name))
        yield PersonFact(name, aliases, genders.get(name), s.evidence("person.name", CONFIDENCE))


def _title_gender(d: Discourse, s: Sentence, mention: PersonMention) -> Gender | None:
    """A title before the name is feminine or masculine: السيدة, السيد."""
    people_words = d.vocabulary.people
    if mention.i == 0 or not s.may[mention.i - 1] & TITLE:
        return None
    bare = s.tokens[mention.i - 1].word.splits
    for split in bare:
        if people_words.honorifics.longest(split.bare, s.bare, mention.i - 1):
            return "female" if split.bare in people_words.feminine else None
    return None
