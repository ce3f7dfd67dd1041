"""QuickStatements (version 1) for Wikidata: of people and parties whose items are known, with the article as reference.

A party's item stands in the lexicon; a person's or a body's is known only if a user's file says it (``read_items``).
What no article with an address on the web states is left out, and so are candidates. A human has to check each line
before it is uploaded: it ends in a comment with the sentence.

    party membership (P102)      person, of the party that the office is in, or is held for
    member of (P463)             person, of the body that the office is in
    chairperson (P488), secretary general (P3975)   party, of the person who heads it

Format: https://www.wikidata.org/wiki/Help:QuickStatements
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph_builder.errors import ConfigurationError
from graph_builder.export.characters import for_xml
from graph_builder.export.dates import plain
from graph_builder.export.holdings import Holding, Source, holdings
from graph_builder.graph.reference import parties
from graph_builder.graph.source import address
from graph_builder.graph.ties import node_id
from graph_builder.model import Article, World

HEADS = {"general_secretary": "P3975", "general_keeper": "P3975", "president": "P488", "party_president": "P488"}
"""Role of the lexicon, held in a party as a whole -> property of the party."""
PRECISION = {4: "-00-00T00:00:00Z/9", 7: "-00T00:00:00Z/10", 10: "T00:00:00Z/11"}
"""Length of a date -> what Wikidata wants after it: a year, a month or a day."""
LONGEST = 200
"""Characters of a sentence in a comment."""
_ITEM = re.compile(r"Q[1-9][0-9]*")


def quickstatements(world: World, items: Mapping[str, str]) -> bytes:
    """Return commands, sorted; ``items``: node of a person or body -> its item in Wikidata."""
    articles = {reading.article.id: reading.article for reading in world.readings}
    listed = {
        node_id(entity): parties().get(entity.key or "", {}) for entity in world.entities if entity.kind == "party"
    }
    known = {node: str(entry["wikidata"]) for node, entry in listed.items() if entry.get("wikidata")}
    found: dict[str, dict[str, Source]] = {}
    for holding, sources in holdings(world):
        for command in _commands(holding, {**items, **known}):
            for source in sources:
                if where := _reference(articles[source.evidence.article]):
                    found.setdefault(command, {}).setdefault(where, source)
    lines = (_line(command, found[command]) for command in sorted(found))
    return "".join(lines).encode("utf-8")


def read_items(path: str | Path) -> dict[str, str]:
    """Return node -> item from a CSV file with the columns ``id`` (or ``person_id``) and ``wikidata``.

    Raises:
        ConfigurationError: the file cannot be read, has not these columns, or a cell is not an item (``Q42``).
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path} cannot be read ({error})", "Name a CSV file in UTF-8.") from error
    items = {}
    for number, row in enumerate(rows, start=2):
        name, item = row.get("id") or row.get("person_id"), row.get("wikidata")
        if item and (not name or not _ITEM.fullmatch(item)):
            raise ConfigurationError(f"{path}: row {number} is not an id and an item like Q42", "Correct it.")
        if name and item:
            items[name if ":" in name else f"person:{name}"] = item
    if not items:
        raise ConfigurationError(f"{path} names no item", "Give it the columns id (or person_id) and wikidata.")
    return items


def _commands(holding: Holding, items: Mapping[str, str]) -> Iterator[str]:
    """Yield what an office says of items, without its references."""
    person, party = items.get(holding.person), items.get(holding.party or "")
    body = items.get(holding.body or "")
    if not person or holding.status == "candidate":
        return
    tenure = [(name, plain(date)) for name, date in (("P580", holding.since), ("P582", holding.until))]
    during = [part for name, date in tenure if date for part in (name, _date(date))]
    if party:
        yield "\t".join([person, "P102", party])
    if body:
        yield "\t".join([person, "P463", body, *during])
    head = HEADS.get(holding.role)
    if party and head and not (holding.body or holding.place or holding.public):
        yield "\t".join([party, head, person, *during])


def _reference(article: Article) -> str | None:
    """Return the source of a statement: the article's address and when it was published."""
    url = address(article)
    if url is None:
        return None
    published = plain(article.published)
    url = url.replace("*", "%2A")  # "/*" would begin the comment
    return "\t".join(["S854", f'"{url}"', *(["S577", _date(published)] if published else [])])


def _line(command: str, sources: Mapping[str, Source]) -> str:
    """Return a command with all of its references, and the sentence to check."""
    references = sorted(sources)
    sentence = " ".join(for_xml(sources[references[0]].evidence.quote).split()).replace("*/", "* /")[:LONGEST]
    return "\t".join([command, references[0], *(f"!{each}" for each in references[1:])]) + f" /* {sentence} */\n"


def _date(date: str) -> str:
    return f"+{date}{PRECISION[len(date)]}"
