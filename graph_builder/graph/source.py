"""One article as the origin of claims: its IRI, what its names denote, and the evidence of what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from typing import Any
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from graph_builder.graph.iris import Ids
from graph_builder.graph.literals import decimal, integer, partial_date, text
from graph_builder.graph.terms import DCTERMS, FOAF, OA, PO, PROV, RDF, SCHEMA, SKOS, XSD
from graph_builder.model import REVIEWED, Article, Claim, EntityKind, Evidence, Fact, World

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
AGENTS: tuple[EntityKind, ...] = ("person", "body", "party")


def address(article: Article) -> str | None:
    """Return where the article stands on the web, if its page tells an address that can be one."""
    return article.url if article.url and _ADDRESS.fullmatch(article.url) else None


@dataclass(frozen=True)
class Source:
    """One article of a world."""

    world: World
    article: Article
    ids: Ids
    passages: dict[tuple[int, int], NamedNode] = field(default_factory=dict)
    """The passages that annotations have pointed to so far."""

    @cached_property
    def node(self) -> NamedNode:
        """The article itself."""
        return self.ids.of_article("article", self.article)

    @cached_property
    def graph(self) -> NamedNode:
        """The named graph of what it claims."""
        return self.ids.of_article("claims", self.article)

    def entity(self, kind: EntityKind, name: str | None) -> NamedNode | None:
        """Return the entity that a name denotes in this article.

        Raises:
            KeyError: resolution has no entity for the name.
        """
        entity = self.world.entity(kind, self.article.id, name)
        return None if entity is None else self.ids.entity(entity)

    def find(self, kinds: tuple[EntityKind, ...], name: str) -> NamedNode | None:
        """Return the entity of the first of these kinds that a name denotes here, if it denotes any."""
        claims = (Claim(kind, self.article.id, name) for kind in kinds)
        return next((self.ids.entity(self.world.of[claim]) for claim in claims if claim in self.world.of), None)

    def agent(self, name: str) -> tuple[NamedNode, list[Triple]]:
        """Return the person, body or party of this name; else a group of this article, with what is said of it."""
        found = self.find(AGENTS, name)
        if found:
            return found, []
        group = self.ids.of_article("group", self.article, name)
        return group, [Triple(group, RDF.type, FOAF.Group), Triple(group, SKOS.prefLabel, text(name))]

    def fact(self, kind: str, fact: Fact) -> NamedNode:
        """Return the IRI of a claim: from all that it says, where the article says it, and the rule that read it."""
        sort: Any = type(fact)
        said = [getattr(fact, name) for name in _stated(sort)]
        return self.ids.of_article(kind, self.article, said, *_place(fact.evidence), fact.evidence.rule)

    def claim(self, node: NamedNode, evidence: Evidence) -> Iterator[Triple]:
        """Yield why a claim is believed: its article, its sentence, the rule and how often that is right."""
        yield Triple(node, PROV.hadPrimarySource, self.node)
        yield Triple(node, PO.quote, text(evidence.quote))
        yield Triple(node, PO.rule, Literal(evidence.rule))
        yield Triple(node, PO.confidence, decimal(evidence.confidence))
        yield from self.attribution(node, evidence)
        yield from self.annotation(node, evidence)

    def attribution(self, node: NamedNode, evidence: Evidence) -> Iterator[Triple]:
        """Yield who read a claim, if others than the package's own rules did: their rules are called ``NAME/rule``.

        A rule whose fact a person reviewed is called ``reviewed/rule``: that tells nothing of who read it first.
        """
        name, others, _ = evidence.rule.removeprefix(REVIEWED).partition("/")
        if others:
            agent = self.ids.named("extractor", quote(name, safe=""))
            yield Triple(node, PROV.wasAttributedTo, agent)
            yield Triple(agent, RDF.type, PROV.SoftwareAgent)
            yield Triple(agent, SKOS.prefLabel, Literal(name))

    def annotation(self, node: NamedNode, evidence: Evidence) -> Iterator[Triple]:
        """Yield the Web Annotation that ties a claim to its passage."""
        where = _place(evidence)
        if where not in self.passages:
            self.passages[where] = self.ids.of_article("passage", self.article, *where)
            yield from self.passage(self.passages[where], evidence)
        annotation = self.ids.mint("annotation", node.value, *where)
        yield Triple(annotation, RDF.type, OA.Annotation)
        yield Triple(annotation, OA.hasBody, node)
        yield Triple(annotation, OA.hasTarget, self.passages[where])

    def passage(self, passage: NamedNode, evidence: Evidence) -> Iterator[Triple]:
        """Yield where a passage stands: by its words, and by its position in the article's text."""
        quote, position = (self.ids.of_article(kind, self.article, *_place(evidence)) for kind in ("quote", "position"))
        yield Triple(passage, RDF.type, OA.SpecificResource)
        yield Triple(passage, OA.hasSource, self.node)
        yield Triple(passage, OA.hasSelector, quote)
        yield Triple(passage, OA.hasSelector, position)
        yield Triple(quote, RDF.type, OA.TextQuoteSelector)
        yield Triple(quote, OA.exact, Literal(evidence.quote))
        yield Triple(position, RDF.type, OA.TextPositionSelector)
        yield Triple(position, OA.start, integer(evidence.start))
        yield Triple(position, OA.end, integer(evidence.end))

    def description(self) -> Iterator[Triple]:
        """Yield what the page states about itself."""
        article = self.article
        yield Triple(self.node, RDF.type, SCHEMA.NewsArticle)
        yield Triple(self.node, DCTERMS.identifier, Literal(article.id))
        yield Triple(self.node, SCHEMA.sha256, Literal(article.digest))
        if article.title:
            yield Triple(self.node, DCTERMS.title, text(article.quote(article.title)))
        if article.published:
            yield Triple(self.node, SCHEMA.datePublished, partial_date(article.published))
        if found := address(article):
            yield Triple(self.node, SCHEMA.url, Literal(found, datatype=XSD.anyURI))
        if article.source:
            publisher = self.ids.mint("source", article.source)
            yield Triple(self.node, SCHEMA.publisher, publisher)
            yield Triple(publisher, RDF.type, SCHEMA.NewsMediaOrganization)
            yield Triple(publisher, SKOS.prefLabel, text(article.source))


@cache
def _stated(kind: type[Fact]) -> tuple[str, ...]:
    """Return the fields of a kind of fact but for its evidence."""
    return tuple(each.name for each in fields(kind) if each.name != "evidence")


def _place(evidence: Evidence) -> tuple[int, int]:
    return evidence.start, evidence.end
