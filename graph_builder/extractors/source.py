"""Several sources of facts for one article, joined into one reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Protocol

from graph_builder.articles.inputs import notice
from graph_builder.errors import ConfigurationError, GraphBuilderError, fault_of_ours
from graph_builder.extraction import extract
from graph_builder.extractors.plugins import installed
from graph_builder.extractors.ready import Ready
from graph_builder.facts import KINDS
from graph_builder.model import Article, EventFact, Fact, Notice, ParticipationFact, Reading, StatementFact

RULES = "rules"
"""The name of the extractor that this package has itself."""
RESERVED = (RULES, "lexicon")
"""Names that others may not have: rules of ``--lexicon`` are called ``lexicon/...``."""
_ORDER = {sort: n for n, sort in enumerate(KINDS)}


class Source(Protocol):
    """Something that knows facts of articles."""

    @property
    def name(self) -> str:
        """What the rules of its facts begin with."""

    def facts(self, article: Article) -> tuple[list[Fact], list[Notice]]:
        """Return the facts of an article, and what its owner should know."""

    def unused(self) -> Iterator[Notice]:
        """Yield, when all articles are read, what was of none of them."""

    def description(self) -> dict[str, str]:
        """Return what the report says of it."""


class Rules:
    """The rules of this package."""

    name = RULES

    def facts(self, article: Article) -> tuple[list[Fact], list[Notice]]:
        """Return what the rules read; a fault of theirs is a notice: one article ends no build of a million."""
        try:
            return list(extract(article).facts), []
        except (MemoryError, GraphBuilderError):
            raise
        except Exception as error:
            return [], [notice(article.file, fault_of_ours(error))]

    def unused(self) -> Iterator[Notice]:
        """Yield nothing."""
        return iter(())

    def description(self) -> dict[str, str]:
        """Return its name."""
        return {"name": self.name}


class Told(Rules):
    """What the rules read from one article already."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        """Know the facts of the article that is asked about next."""
        self._facts = facts

    def facts(self, _: Article) -> tuple[list[Fact], list[Notice]]:
        """Return what the rules read."""
        return list(self._facts), []


def sources(extractors: Sequence[str] = (), facts: Sequence[str] = ()) -> tuple[Source, ...]:
    """Return the sources that a command names: extractors in their order, then files; the rules if it names none.

    Raises:
        ConfigurationError: an extractor or a file is not there, cannot be used, or two bear one name.
    """
    if not extractors and not facts:
        return (Rules(),)
    named = list(dict.fromkeys(extractors))
    found: list[Source] = [Rules() if name == RULES else installed(name) for name in named]
    found += [Ready(path) for path in facts]
    names = [source.name for source in found]
    for source in found:
        if names.count(source.name) > 1:
            problem = f"Two sources of facts are called {source.name}"
            raise ConfigurationError(problem, "Rename the file, or leave one out.")
        if source.name in RESERVED and not isinstance(source, Rules):
            problem = f"A source of facts may not be called {source.name}: this program calls its own so"
            raise ConfigurationError(problem, "Rename it.")
    return tuple(found)


def read(article: Article, among: Sequence[Source]) -> tuple[Reading, list[Notice]]:
    """Return what all sources read from an article, each kind in the order of the text, and their notices.

    What an earlier source said already is not said again; events of two sources never share an id by chance.
    """
    notices: list[Notice] = []
    joined = _Joined()
    for source in among:
        facts, said = source.facts(article)
        notices += said
        joined.take(facts)
    return Reading(article, tuple(joined.facts if len(among) == 1 else joined.ordered())), notices


class _Joined:
    """Facts of several sources for one article."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._said: set[object] = set()
        self._events: dict[object, str] = {}
        """What an event is, but for its id -> its id."""
        self._taken: set[str] = set()

    def take(self, facts: Iterable[Fact]) -> None:
        """Take in the facts of one more source."""
        facts = list(facts)
        ids = self._ids([fact for fact in facts if isinstance(fact, EventFact)])
        known = frozenset(self._said)
        for fact in facts:
            own = _with_event(fact, ids)
            if _content(own) not in known:
                self.facts.append(own)
                self._said.add(_content(own))

    def ordered(self) -> list[Fact]:
        """Return the facts by kind, each in the order of the text."""
        return sorted(self.facts, key=lambda fact: (_ORDER[type(fact)], fact.evidence.start, fact.evidence.end))

    def _ids(self, events: Sequence[EventFact]) -> dict[str, str]:
        """Return the id of each event here: that of an equal one of an earlier source, its own, or the next free."""
        earlier = dict(self._events)
        ids: dict[str, str] = {}
        for event in events:
            if event.id not in ids:
                ids[event.id] = earlier.get(_content(event)) or _free(event.id, self._taken)
                self._taken.add(ids[event.id])
            self._events.setdefault(_content(event), ids[event.id])
        return ids


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    number = 1
    while f"e{number}" in taken:
        number += 1
    return f"e{number}"


def _with_event(fact: Fact, ids: dict[str, str]) -> Fact:
    if isinstance(fact, EventFact):
        return replace(fact, id=ids[fact.id])
    if isinstance(fact, ParticipationFact | StatementFact) and fact.event is not None:
        return replace(fact, event=ids[fact.event])
    return fact


def _content(fact: Fact) -> tuple[object, ...]:
    """Return what a fact says; of an event without its id."""
    left_out = {"evidence", "id"} if isinstance(fact, EventFact) else {"evidence"}
    return (type(fact), *(getattr(fact, field.name) for field in fields(fact) if field.name not in left_out))
