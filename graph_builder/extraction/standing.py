"""The party that somebody is told to stand for, beside the name: "X عن كذا", "الاستقلالي X", "X وY وكلاهما من كذا"."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.inflection import is_possessive
from graph_builder.extraction.discourse import Discourse, parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import adherent, stands_for
from graph_builder.extraction.known import PARTY
from graph_builder.extraction.mention_kinds import PartyMention, PersonMention, RoleMention
from graph_builder.extraction.rules.triggers import ELECTING, saying, says, words
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_STANDING_FOR: Final = frozenset(["عن", "من"])
_BOTH: Final = LISTS.declare(folded(data("grammar_words")["party"]["both"]))
_WINNING: Final = words("ظفر ظفرت فاز فازت انتزع انتزعت حاز حازت")
_BOTH_REACH: Final = 4
"""Words from "both" to the party they are of."""


def told_party(d: Discourse, s: Sentence, person: PersonMention, role: RoleMention) -> PartyMention | None:
    """Return the party that the sentence tells of the holder of an office, whatever party the office is of."""
    if not any(p is person for p in of_type(s, PersonMention)):
        return _after_office(s, role)  # an office told a sentence after its holder
    told = _in_brackets(s, person) or _after_office(s, role) or _of_both(d, s, person)
    told = told or adherent(s, person, d.vocabulary)
    return told or (_chosen_for(s, person) if role.public else None)


def _in_brackets(s: Sentence, person: PersonMention) -> PartyMention | None:
    """The party told right after a name: "X (حزب الاستقلال)", "X عن حزب الاستقلال", "X، عن حزب الاستقلال"."""
    before = next((p for p in of_type(s, PartyMention) if p.j == person.i and p.via != "anaphor"), None)
    if before is not None and before.i and s.norm[before.i - 1] in _STANDING_FOR:
        return before  # "منافسته من حزب الاستقلال X"
    return next((p for p in of_type(s, PartyMention) if p.via != "anaphor" and stands_for(s, person, p)), None)


def _of_both(d: Discourse, s: Sentence, person: PersonMention) -> PartyMention | None:
    """The party told of the last two, or of all: "X وY، وكلاهما من حزب كذا", "وهما معا من الأحرار"."""
    for k in saying(s, _BOTH):
        pair = [p for p in of_type(s, PersonMention) if p.j <= k][-2:]
        at = next((n + 1 for n in range(k + 1, min(k + _BOTH_REACH, len(s.norm) - 1)) if s.norm[n] in _STANDING_FOR), 0)
        if at and any(p is person for p in pair):
            named = (p for p in parties_in(s) if at <= p.i <= at + 1 and p.via != "anaphor")
            return next(named, None) or _in_short(d, s, at)
    return None


def _in_short(d: Discourse, s: Sentence, k: int) -> PartyMention | None:
    """A party by its short name at token ``k``: "الأحرار"."""
    term = d.vocabulary.after_hizb.longest(s.norm[k], s.norm, k)
    return PartyMention(k, term[0], "", term[1].key, term[1].name, "nickname") if term is not None else None


def _chosen_for(s: Sentence, person: PersonMention) -> PartyMention | None:
    """The party told before all whom it won an office: "انتخب عن حزب كذا X رئيسا لجماعة أ، وY رئيسا لجماعة ب"."""
    before = [p for p in of_type(s, PartyMention) if p.i < person.i]
    last = before[-1] if before else None
    if last is None or last.via == "anaphor":
        return None
    chosen = last.i > 1 and s.norm[last.i - 1] in _STANDING_FOR and says(s, last.i - 2, ELECTING)
    won = any(says(s, k, _WINNING) for k in range(max(0, last.i - 2), last.i))
    return last if chosen or won else None


def _after_office(s: Sentence, role: RoleMention) -> PartyMention | None:
    """ "X نائبا أول للرئيس (التجمع الوطني للأحرار)": the party in brackets right after the office."""
    bracketed = (p for p in of_type(s, PartyMention) if p.i == role.j + 1 and s.is_sign(role.j, "("))
    return next((p for p in bracketed if s.is_sign(p.j, ")") and p.via != "anaphor"), None)


def own_party(d: Discourse, s: Sentence, person: PersonMention, named: PartyMention) -> PartyMention | None:
    """Return what "his party" is: the party that the article tells beside the name; ``None`` for "the party"."""
    here = named.i < len(s.norm) and s.may[named.i] & PARTY and is_possessive(s.tokens[named.i].word.surface)
    return party_of(d, person) if here else None


def party_of(d: Discourse, person: PersonMention) -> PartyMention | None:
    """Return the party that the article tells beside a name, wherever it first does."""
    name = d.person(person)
    people = ((s, p) for s in d.sentences for p in of_type(s, PersonMention) if d.person(p) == name)
    told = (_in_brackets(s, p) or adherent(s, p, d.vocabulary) for s, p in people)
    return next((party for party in told if party is not None), None)


def party_won_for(d: Discourse, person: PersonMention) -> PartyMention | None:
    """Return the party told beside a name where the article tells the office that its bearer won."""
    name = d.person(person)
    people = ((s, p) for s in d.sentences for p in of_type(s, PersonMention) if d.person(p) == name)
    won = ((s, p) for s, p in people if any(r.i >= p.j and r.form.case and r.public for r in of_type(s, RoleMention)))
    told = (_in_brackets(s, p) or adherent(s, p, d.vocabulary) for s, p in won)
    return next((party for party in told if party is not None), None)


def before_bracket(s: Sentence, role: RoleMention) -> PartyMention | None:
    """Return the party right before an office in brackets: "حزب الاستقلال (وكيل اللائحة X)"."""
    party = next((p for p in of_type(s, PartyMention) if p.j == role.i - 1 and p.via != "anaphor"), None)
    return party if party is not None and s.is_sign(role.i - 1, "(") else None
