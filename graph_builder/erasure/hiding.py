"""A reading without people who are to be forgotten: nothing is told of them, and their names are masked in all else.

Who is meant is settled article by article. A full name means the person on the list unless the article has its bearer
in other parties only, or, where it tells no party of him, speaks of other parties only; without parties, places are
compared in the same way. So a namesake in another party stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from graph_builder.erasure.forgotten import Forgotten, Person, folded, is_full
from graph_builder.erasure.masking import Mask
from graph_builder.memory.form import Kept
from graph_builder.memory.text import quoted, sparse, spread
from graph_builder.model import (
    BodyFact,
    EventFact,
    Evidence,
    Fact,
    Notice,
    ParticipationFact,
    PersonFact,
    PostFact,
    Reading,
    Span,
    StatementFact,
)
from graph_builder.resolution import spelling
from graph_builder.resolution.setting import Setting, setting


def hidden(kept: Kept, forgotten: Forgotten) -> Kept:
    """Return what was read of an article without everybody on the list; itself, if nobody of them is in it."""
    at = setting(kept.reading)
    meant = {name: person for name in _people(kept.reading) for person in _who(at, name, forgotten)}
    everybody = [person for person in forgotten.people if _fits(at, None, person, forgotten)]
    mask = Mask(forgotten, [*everybody, *meant.values()], _alone(kept.reading, meant))
    shown = [Span(0, len(kept.reading.article.text))] if kept.whole else quoted(kept.reading)
    reading = _without(kept.reading, _names(kept.reading, set(meant)), mask, shown)
    reading = reading if kept.whole else sparse(reading)
    if reading == kept.reading:
        return kept
    reading = replace(reading, article=replace(reading.article, sketch=b""))  # whoever guesses a name could try it
    return replace(kept, reading=reading, notices=_masked(kept.notices, mask), said=_masked(kept.said, mask))


def _people(reading: Reading) -> set[str]:
    """Return every name that facts use for a person."""
    found: set[str] = set()
    for fact in reading.facts:
        match fact:
            case PersonFact():
                found.update((fact.name, *fact.aliases))
            case PostFact() | ParticipationFact(person=str()):
                found.add(str(fact.person))
            case StatementFact():
                found.add(fact.speaker)
    return found


def _who(at: Setting, name: str, forgotten: Forgotten) -> Iterator[Person]:
    """Yield the one on the list whom a name means in an article."""
    claimed = forgotten.hash("claim", f"{at.reading.article.digest}\0{name}")
    hashed = forgotten.hash("name", folded(name)) if is_full(name) else ""
    for person in forgotten.people:
        if claimed in person.claims or (hashed in person.names and _fits(at, name, person, forgotten)):
            yield person
            return


def _fits(at: Setting, name: str | None, person: Person, forgotten: Forgotten) -> bool:
    """Whether what the article tells of a name, else of anything, allows that it means a person."""
    own = [
        fact for fact in at.reading.facts if isinstance(fact, PostFact) and folded(fact.person) == folded(name or "")
    ]
    parties = {at.party(fact.party) for fact in own if fact.party} or set(at.parties.values())
    hashed = {forgotten.hash("party", party) for party in parties if party}
    if hashed and person.parties:
        return bool(hashed & person.parties)
    told = [fact for fact in at.reading.facts if isinstance(fact, BodyFact | EventFact | PostFact)]
    places = {spelling.place(fact.place) for fact in own or told if fact.place}
    hashed = {forgotten.hash("place", place) for place in places}
    return not hashed or not person.places or bool(hashed & person.places)


def _names(reading: Reading, meant: set[str]) -> set[str]:
    """Return the names that mean somebody to be forgotten: with those that facts have beside them."""
    names = set(meant)
    for fact in reading.facts:
        if isinstance(fact, PersonFact) and names & {fact.name, *fact.aliases}:
            names.update((fact.name, *fact.aliases))
    alone = _alone(reading, names)
    return names | {name for name in _people(reading) if folded(name) in alone}


def _alone(reading: Reading, meant: Iterable[str]) -> frozenset[str]:
    """Return the names of one part by which the article means somebody to be forgotten, and nobody else."""
    meant = set(meant)
    others = {part for name in _people(reading) - meant if is_full(name) for part in spelling.person(name)}
    own = {spelling.person(name)[-1] for name in meant if spelling.person(name)}
    return frozenset(own - others)


def _without(reading: Reading, names: set[str], mask: Mask, shown: Iterable[Span]) -> Reading:
    article = reading.article
    pieces = [(span.start, mask.text(article.quote(span))) for span in shown]
    masked = replace(
        article,
        text=spread(pieces, len(article.text)),
        source=mask.text(article.source) if article.source else None,
    )
    facts = (_fact(fact, mask) for fact in reading.facts if not _tells_of(fact, names))
    quoted_anew = (replace(fact, evidence=_evidence(fact.evidence, masked.text)) for fact in facts)
    return Reading(masked, tuple(quoted_anew))


def _tells_of(fact: Fact, names: set[str]) -> bool:
    match fact:
        case PersonFact():
            return bool(names & {fact.name, *fact.aliases})
        case PostFact() | ParticipationFact(person=str()):
            return fact.person in names
        case StatementFact():
            return fact.speaker in names
    return False


def _fact(fact: Fact, mask: Mask) -> Fact:
    """Return the fact with names masked in whatever it says in words."""
    said: dict[str, Any] = {each.name: getattr(fact, each.name) for each in fields(fact)}
    for name, value in said.items():
        if isinstance(value, str):
            said[name] = mask.text(value)
        elif isinstance(value, tuple):
            said[name] = tuple(map(mask.text, value))
    return type(fact)(**said)


def _evidence(evidence: Evidence, text: str) -> Evidence:
    return replace(evidence, quote=text[evidence.start : evidence.end])


def _masked(notices: Iterable[Notice], mask: Mask) -> tuple[Notice, ...]:
    return tuple(replace(notice, problem=mask.text(notice.problem)) for notice in notices)
