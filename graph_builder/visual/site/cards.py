"""Facts as a reader meets them: what is said, and below it every sentence that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import Markup

from graph_builder.graph.reference import parties
from graph_builder.visual.facts import SECTIONS, Field, Value
from graph_builder.visual.markup import date, environment, fit, marked, named, number, say
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.said import Said, Source
from graph_builder.visual.text import shown

Place = tuple[object, ...]
AT_FIRST = 2
"""Sentences of one fact that are shown at once; more are unfolded."""
LONG = 40
"""Facts of a kind, sentences of a fact, things in a list that the page of a thing shows; all are on one behind it."""


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one kind, written."""

    kind: str
    cards: tuple[Markup, ...]
    count: int
    rest: str | None
    """Where the others are, if these are not all."""


class Cards:
    """Writes facts for pages from which ``root`` leads to the site's folder."""

    def __init__(self, known: Known, root: str) -> None:
        self._known = known
        self._root = root
        self._links: dict[str, Markup] = {}
        self._values: dict[Value, Markup] = {}
        macros: Any = environment().get_template("site/card.html.j2").module
        self._card: Callable[..., Markup] = macros.card
        self._why: Callable[..., Markup] = macros.why
        self._when: Callable[..., Markup] = macros.when
        self._cited: dict[str, tuple[Markup, Markup]] = {}

    def card(self, said: Said, about: str | None = None, behind: str | None = None) -> Markup:
        """Return a fact on the page of the entity ``about``, not repeated there; ``behind`` has all its sentences."""
        head = [self.value(value) for _, value in _others(said.statement.head, about)]
        rows = [(name, self.value(value)) for name, value in _others(said.statement.rows, about)]
        return self._card(said.anchor, head, rows, self._sources(said, behind))

    def places(self, said: Said) -> list[list[Source]]:
        """Return the sources of a fact by the sentence that they are in: copies of a text have one."""
        found: dict[Place, list[Source]] = {}
        for source in said.sources:
            found.setdefault(self.place(source), []).append(source)
        return list(found.values())

    def _sources(self, said: Said, behind: str | None) -> Markup:
        """Return the sentences that state a fact, with their articles; all, or some with a link to the page behind."""
        places = self.places(said)
        most = LONG if behind else len(places)
        sentences = list(map(self.sentence, places[:most]))
        rest = f"{behind}#{said.anchor}" if len(places) > most else None
        return self._why(sentences[:AT_FIRST], sentences[AT_FIRST:], len(places) - AT_FIRST, rest)

    def sections(
        self, said: Iterable[Said], about: str | None = None, without: Sequence[str] = (), behind: str | None = None
    ) -> list[Section]:
        """Return facts by kind, in the order in which kinds are shown, but those of the kinds ``without``.

        ``behind`` is the page that has everything: with it, only the first facts of a kind are written.
        """
        kinds: dict[str, list[Said]] = {}
        for each in said:
            if each.kind not in without:
                kinds.setdefault(each.kind, []).append(each)
        return [self._section(kind, kinds[kind], about, behind) for kind in SECTIONS if kind in kinds]

    def _section(self, kind: str, said: Sequence[Said], about: str | None, behind: str | None) -> Section:
        most = LONG if behind else len(said)
        cards = tuple(self.card(each, about, behind) for each in said[:most])
        return Section(kind, cards, len(said), f"{behind}#{kind}" if len(said) > most else None)

    def value(self, value: Value) -> Markup:
        """Return a value of a fact, with a link to the page of what it names."""
        found = self._values.get(value)
        if found is None:
            found = self._values[value] = self._written(value)
        return found

    def _written(self, value: Value) -> Markup:
        kind, content = value
        match kind, content:
            case "entity", str():
                return self.link(content)
            case "word", str():
                missing = content.startswith("missing.")
                return fit('<span class="missing">%s</span>', say(content)) if missing else say(content)
            case "date", str():
                return date(content)
            case "number", int():
                return fit("<bdi>%s</bdi>", number(content))
        return fit("<bdi>%s</bdi>", shown(str(content)))

    def link(self, entity: str) -> Markup:
        """Return a link to an entity, by its name."""
        found = self._links.get(entity)
        if found is None:
            address = self._known.address(entity)
            found = self._links[entity] = fit('<a href="%s%s">%s</a>', self._root, address, self.name(entity))
        return found

    def name(self, entity: str) -> Markup:
        """Return the name of an entity; a party's in every language that the lexicon has it in."""
        kept = self._known.entities[entity]
        return named(kept.name, parties().get(kept.key or "") if kept.kind == "party" else None)

    def article(self, article: str) -> Markup:
        """Return a link to an article, by its title."""
        told = self._known.told[article]
        return fit('<a href="%s%s"><bdi>%s</bdi></a>', self._root, told["href"], told["title"] or told["id"])

    def copies(self, articles: Iterable[str]) -> list[Markup]:
        """Return a link to each of these copies of an article, by its newspaper or site, if it names one."""
        told = (self._known.told[article] for article in articles)
        link = '<a href="%s%s"><bdi>%s</bdi></a>'
        return [fit(link, self._root, each["href"], each["source"] or each["id"]) for each in told]

    def place(self, source: Source) -> Place:
        """Return where a sentence stands: one place for all copies of a text that have it in the same words."""
        said = source.evidence
        copies = self._known.world.copies.get(said.article)
        return (copies, said.quote) if copies else (said.article, said.start, said.end)

    def sentence(self, sources: Sequence[Source]) -> dict[str, object]:
        """Return the one sentence of these sources: its words marked, its article, how sure the least sure is.

        Of several copies of one text the first is its article, and the others are where it stands, too.
        """
        first, *others = sorted({source.evidence.article for source in sources})
        of_first = (source.evidence for source in sources if source.evidence.article == first)
        said = min(of_first, key=lambda evidence: (evidence.confidence, evidence.rule))
        title, when = self._citation(said.article)
        return {
            "quote": marked(said.quote, dict.fromkeys(name for source in sources for name in source.names)),
            "href": f"{self._root}{self._known.told[said.article]['href']}#s{said.start}",
            "title": title,
            "when": when,
            "also": self.copies(others),
            "percent": round(said.confidence * 100),
            "rule": shown(said.rule),
        }

    def _citation(self, article: str) -> tuple[Markup, Markup]:
        """Return the title of an article, and who published it when."""
        if article not in self._cited:
            told = self._known.told[article]
            title = fit("<bdi>%s</bdi>", told["title"] or say("missing.title"))
            self._cited[article] = title, self._when(told)
        return self._cited[article]


@cache
def role(phrase: str, key: str | None) -> Markup:
    """Return a role as an article words it; the script adds what it is called in another language, if it is known."""
    gloss = fit(' <span class="gloss" data-gloss="role.%s"></span>', key) if key else ""
    return fit("<bdi>%s</bdi>%s", shown(phrase), gloss)


def _others(fields: Iterable[Field], about: str | None) -> list[Field]:
    return [(name, value) for name, value in fields if value != ("entity", about)]
