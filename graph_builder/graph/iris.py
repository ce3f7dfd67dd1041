"""The IRIs of things: minted from what identifies them, so that every build gives the same ones and none is blank."""

from __future__ import annotations

import hashlib
import json
import re
from urllib.parse import quote

from pyoxigraph import NamedNode

from graph_builder.errors import InputError
from graph_builder.model import Article, Entity

DEFAULT_BASE = "https://w3id.org/party-structure/id/"
"""Where ids live unless a build says otherwise. Roles, parties and places of the lexicon always live here."""

_BASE = re.compile(r"https?://[^\s/<>\"{}|\\^`?#]+(/[^\s/<>\"{}|\\^`?#]+)*/")

KINDS = (
    "annotation", "article", "body", "claims", "dataset", "distribution", "event", "extractor", "figure", "graph",
    "group", "instant", "interval", "judgement", "lexicon", "membership", "mention", "obligation", "participation",
    "partition", "party", "passage", "period", "person", "place", "plan", "position", "post", "procedure", "quote",
    "role", "source", "statement", "step", "text",
)  # fmt: skip
"""The kinds of ids: each is a folder of the base and a prefix of the same name."""
SCHEMES = ("capacity", "eventstatus", "level", "quantity", "status")
"""The ontology's concept schemes: each a folder of the default base and a prefix of the same name."""
_LISTED = (*SCHEMES, "scheme")


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return prefix -> namespace for every kind of id below ``base``, and for the ontology's schemes."""
    return {kind: f"{base}{kind}/" for kind in KINDS} | {scheme: f"{DEFAULT_BASE}{scheme}/" for scheme in _LISTED}


def listed(kind: str, key: str) -> NamedNode:
    """Return the IRI of a role, party or place that the lexicon lists under ``key``, or of a concept scheme."""
    return NamedNode(f"{DEFAULT_BASE}{kind}/{local(key)}")


def local(key: str) -> str:
    """Return a key as the end of an IRI: dots become dashes, since Oxigraph's SPARQL has no names with two dots.

    >>> local("04.501.01.07")
    '04-501-01-07'
    """
    return quote(key.replace(".", "-"), safe="")


def in_lexicon(entity: Entity) -> bool:
    """Whether the entity is a party or place of the lexicon, so that its IRI and its names stand there."""
    return entity.key is not None and entity.kind in {"party", "place"}


def entity_id(entity: Entity) -> str:
    """Return the end of an entity's IRI, after base and kind: its key in the lexicon, else its own id."""
    return local(entity.key or "") if in_lexicon(entity) else entity.id


class Ids:
    """Mints the ids of one build below its base."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        if not _BASE.fullmatch(base):
            raise InputError(
                f"{base!r} cannot begin IRIs", f"Give an address that ends in a slash, like {DEFAULT_BASE}"
            )
        self.base = base
        self._begin = f"<{base}"

    def kind(self, node: str) -> str | None:
        """Return the kind of an id in brackets, or of that with which a line begins; ``None``: it lives elsewhere.

        >>> Ids("http://a/").kind("<http://a/body/0123> ! <http://a/C>")
        'body'
        """
        begin = len(self._begin)
        return node[begin : node.index("/", begin)] if node.startswith(self._begin) else None

    def mint(self, kind: str, *content: object) -> NamedNode:
        """Return the IRI of the thing of this kind that ``content`` (strings, numbers, None) identifies."""
        identity = json.dumps([kind, *content]).encode("ascii")
        return self.named(kind, hashlib.sha256(identity).hexdigest()[:16])

    def named(self, kind: str, name: str) -> NamedNode:
        """Return the IRI of a thing of this kind that has a name of its own."""
        return NamedNode(f"{self.base}{kind}/{name}")

    def entity(self, entity: Entity) -> NamedNode:
        """Return the IRI of an entity: the lexicon's, if it has an entry there."""
        base = DEFAULT_BASE if in_lexicon(entity) else self.base
        return NamedNode(f"{base}{entity.kind}/{entity_id(entity)}")

    def of_article(self, kind: str, article: Article, *content: object) -> NamedNode:
        """Return the IRI of something that belongs to one article, whatever other articles say."""
        return self.mint(kind, article.id, article.digest, *content)
