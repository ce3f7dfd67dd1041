"""What states that a thing is there, and where each article can be found."""

from __future__ import annotations

from collections.abc import Iterable

from graph_builder.graph.iris import DEFAULT_BASE, Ids
from graph_builder.graph.provenance import mentioned
from graph_builder.graph.source import address
from graph_builder.graph.ties import Names, node_id
from graph_builder.model import Evidence, World


def introductions(world: World) -> dict[str, list[Evidence]]:
    """Return node -> the sentences that introduce the thing, each once, by article and place."""
    found: dict[str, set[Evidence]] = {}
    for reading in world.readings:
        names = Names(world, reading.article.id, places=True)
        for fact in reading.facts:
            kind, name, _ = mentioned(fact) or (None, None, None)
            entity = names.find(name, kind) if kind else None
            if entity:
                found.setdefault(node_id(entity), set()).add(fact.evidence)
    return {node: sorted(evidence) for node, evidence in found.items()}


class Links:
    """Sources as an address with a note: ``{"url": ..., "note": ...}``."""

    def __init__(self, world: World, base: str = DEFAULT_BASE) -> None:
        ids = Ids(base)
        articles = [reading.article for reading in world.readings]
        self._addresses = {a.id: address(a) or ids.of_article("article", a).value for a in articles}

    def __call__(self, evidence: Iterable[Evidence]) -> list[dict[str, str]]:
        """Return each sentence once, with its article's address, or else the article's IRI in the graph."""
        stated = dict.fromkeys((self._addresses[each.article], each.quote) for each in evidence)
        return [{"url": url, "note": quote} for url, quote in stated]
