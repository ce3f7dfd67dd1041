"""From names to entities: mentions, judgements of identity, names; and which words were added to the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from graph_builder.graph import reference
from graph_builder.graph.iris import Ids, in_lexicon
from graph_builder.graph.literals import text
from graph_builder.graph.source import Source
from graph_builder.graph.terms import (
    FOAF,
    ORG,
    PO,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
)
from graph_builder.model import (
    BodyFact,
    Claim,
    Entity,
    EntityKind,
    EventFact,
    Fact,
    PartyFact,
    PersonFact,
    PlanFact,
)

BASE_CLASSES: Mapping[EntityKind, NamedNode] = {
    "person": FOAF.Person,
    "party": PO.Party,
    "body": ORG.Organization,
    "event": PO.Event,
    "plan": PO.Programme,
    "place": SCHEMA.Place,
}


def mentioned(fact: Fact) -> tuple[EntityKind, str, str] | None:
    """Return kind, name and spelling of the thing that a fact introduces; ``None`` for other facts."""
    match fact:
        case PersonFact():
            return "person", fact.name, fact.name
        case PartyFact():
            return "party", fact.name, fact.name
        case BodyFact():
            return "body", fact.name, fact.name
        case EventFact():
            return "event", fact.id, fact.label
        case PlanFact():
            return "plan", fact.plan, fact.plan
    return None


def mention(ids: Ids, claim: Claim, digest: str) -> NamedNode:
    """Return the IRI of a name as one article uses it; ``digest`` is the article's."""
    return ids.mint("mention", claim.article, digest, claim.kind, claim.name)


def mentions(source: Source, claims: Iterable[Claim], facts: Iterable[Fact]) -> Iterator[Triple]:
    """Yield each name that the article uses, what it denotes, and the sentence that introduces it, where one does."""
    spellings: dict[tuple[EntityKind, str], str] = {}
    introduced: dict[tuple[EntityKind, str], list[Fact]] = {}
    for fact in facts:
        if named := mentioned(fact):
            kind, name, spelling = named
            spellings[kind, name] = min(spelling, spellings.get((kind, name), spelling))
            introduced.setdefault((kind, name), []).append(fact)
    for claim in claims:
        node = mention(source.ids, claim, source.article.digest)
        key = (claim.kind, claim.name)
        yield Triple(node, RDF.type, PO.Mention)
        yield Triple(node, PO.spelling, text(spellings.get(key, claim.name)))
        yield Triple(node, PO.denotes, source.ids.entity(source.world.of[claim]))
        evidence = sorted(fact.evidence for fact in introduced.get(key, ()))
        if evidence:
            yield from source.claim(node, evidence[0])
            for more in evidence[1:]:
                yield from source.annotation(node, more)
        else:
            yield Triple(node, PROV.hadPrimarySource, source.node)


def entity(ids: Ids, thing: Entity, genders: Iterable[str]) -> Iterator[Triple]:
    """Yield an entity's class and names, and the judgement that names denote it: which do, ``judged`` tells.

    ``genders``: what the grammar of its articles shows; stated if all agree.
    """
    node = ids.entity(thing)
    if in_lexicon(thing):
        known = reference.names(thing.kind, thing.key or "")
    else:
        known = frozenset((thing.name,))
        yield Triple(node, RDF.type, BASE_CLASSES[thing.kind])
        yield Triple(node, SKOS.prefLabel, text(thing.name))
    for name in {thing.name, *thing.aliases} - known:
        yield Triple(node, SKOS.altLabel, text(name))
    if thing.kind == "person":
        yield Triple(node, FOAF.name, text(thing.name))
        stated = set(genders)
        if len(stated) == 1:
            yield Triple(node, FOAF.gender, Literal(stated.pop()))
    judgement = _judgement(ids, thing)
    yield Triple(judgement, RDF.type, PO.Judgement)
    yield Triple(judgement, PO.concerns, node)
    for reason in thing.reasons:
        yield Triple(judgement, PO.reason, text(reason))


def judged(ids: Ids, thing: Entity, claim: Claim, digest: str) -> Triple:
    """Return that a name was judged to denote an entity; ``digest``: of the name's article."""
    return Triple(_judgement(ids, thing), PROV.wasDerivedFrom, mention(ids, claim, digest))


def _judgement(ids: Ids, thing: Entity) -> NamedNode:
    return ids.mint("judgement", thing.kind, thing.id)


def shared_text(ids: Ids, articles: Sequence[tuple[str, str]]) -> Iterator[Triple]:
    """Yield that articles (id and digest, sorted) are copies of one text: who copied whom is not known."""
    work = ids.mint("text", *articles)
    yield Triple(work, RDF.type, SCHEMA.CreativeWork)
    for article in articles:
        yield Triple(work, SCHEMA.workExample, ids.mint("article", *article))


def added_lexicon(ids: Ids, dataset: NamedNode, digest: str) -> Iterator[Triple]:
    """Yield that a dataset was read with a user's words besides the package's; ``digest``: SHA-256 of their files."""
    lexicon = ids.named("lexicon", digest[:16])
    yield Triple(dataset, PROV.wasDerivedFrom, lexicon)
    yield Triple(lexicon, RDF.type, PROV.Entity)
    yield Triple(lexicon, SCHEMA.sha256, Literal(digest))
