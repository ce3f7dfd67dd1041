"""A share as the page loads it: rows of numbers that point into tables, since ids, names and words repeat.

What the script can tell itself is left out, and so is whatever a row would end with and is as usual:

- entity: kind, id, name, numbers of its facts, what else is known of it;
- tie: numbers of its source and target, of its facts and words, confidence in percent, years, line;
- place: number of the entity, x, y, all in one row;
- fact: kind, head, rows (a field and a value in turn), evidence (a sentence, confidence and rule in turn);
- sentence: article, where it begins in the article's text, its words, all in one row;
- value: the number of an entity, an article's words, or a kind of value with its content.

Ascending numbers of facts are written as the first and the steps from each to the next.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any, Generic, TypeVar

from graph_builder.visual.facts import LINES, SECTIONS, Field, Value
from graph_builder.visual.network import KINDS
from graph_builder.visual.words import LANGUAGES, words

AT_ONCE = 500
"""Facts, and sentences, that are loaded together."""
FIELDS = tuple(key.removeprefix("field.") for key in words()[LANGUAGES[0]] if key.startswith("field."))
"""The fields that facts have, in the order of ui.yml."""

Json = dict[str, Any]
_Any = TypeVar("_Any", bound=Hashable)
_Thing = TypeVar("_Thing")
_Sentence = tuple[int, int, int]
"""The number of its article, where it begins there, and the number of its words."""


class _Table(Generic[_Any]):
    """Values in the order in which they are first met, each once."""

    def __init__(self) -> None:
        self._numbers: dict[_Any, int] = {}

    def number(self, value: _Any) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def numbers(self, values: Iterable[_Any]) -> list[int]:
        return [self.number(value) for value in values]

    def values(self) -> list[_Any]:
        return list(self._numbers)


@dataclass(frozen=True, slots=True)
class Packed:
    """The rows of a share and, apart, those of its facts and of the sentences that state them."""

    share: Json
    facts: list[Json]
    sentences: list[Json]


def packed(data: Json, number: int, base: str) -> Packed:
    """Return a share as rows; ``base`` begins the IRIs of its entities."""
    place = {entity["id"]: n for n, entity in enumerate(data["entities"])}
    told: _Table[Value] = _Table()
    spans: _Table[Any] = _Table()
    share = {
        "number": number,
        "party": place.get(data["party"]),
        "count": len(data["facts"]),
        "articles": len(data["articles"]),
        "loose": steps(data["loose"]),
        "entities": [_entity(entity, place, base, alone=data["party"] is None) for entity in data["entities"]],
        "edges": [_edge(edge, place, told, spans) for edge in data["edges"]],
        "first": places(data["first"], place),
        "fullest": places(data["fullest"], place) if data["fullest"] else None,
    }
    share |= {"words": [_value(value, place) for value in told.values()], "spans": spans.values()}
    cited = sorted({_sentence(each) for fact in data["facts"] for each in fact["evidence"]})
    numbers = {sentence: n for n, sentence in enumerate(cited)}
    return Packed(
        share,
        [_facts(facts, place, numbers) for facts in _by_the_hundred(data["facts"])],
        [_sentences(sentences, data) for sentences in _by_the_hundred(cited)],
    )


def _by_the_hundred(things: Sequence[_Thing]) -> Iterator[Sequence[_Thing]]:
    for start in range(0, len(things), AT_ONCE):
        yield things[start : start + AT_ONCE]


def _sentence(evidence: Sequence[Any]) -> _Sentence:
    article, quote, start, *_ = evidence
    return article, start, quote


def steps(numbers: Sequence[int]) -> list[int]:
    """Return ascending numbers as the first and the steps from each to the next.

    >>> steps([143, 144, 713])
    [143, 1, 569]
    """
    return [*numbers[:1], *(after - before for before, after in pairwise(numbers))]


def places(positions: Mapping[str, Sequence[int]], place: Mapping[str, int]) -> list[int]:
    """Return where things stand, in one row."""
    return list(chain.from_iterable((place[entity], x, y) for entity, (x, y) in positions.items()))


def _entity(entity: Json, place: Mapping[str, int], base: str, *, alone: bool) -> list[Any]:
    usual = {"iri": f"{base}{entity['kind']}/{entity['file']}", "aliases": [], "parties": []}
    own = {**entity, "parties": [place[party] for party in entity["parties"]] if alone else []}
    more = {key: value for key, value in own.items() if usual.get(key) != value}
    for key in ("id", "kind", "file", "name", "facts"):
        del more[key]
    return _short([KINDS.index(entity["kind"]), entity["file"], entity["name"], steps(entity["facts"]), more])


def _edge(edge: Json, place: Mapping[str, int], told: _Table[Value], spans: _Table[Any]) -> list[Any]:
    years = [] if edge["years"] == [(None, None)] else spans.numbers(edge["years"])
    ends = place[edge["from"]], place[edge["to"]]
    words_of = told.numbers(edge["ties"])
    return _short([*ends, steps(edge["facts"]), words_of, round(edge["sure"] * 100), years, LINES.index(edge["line"])])


def _short(row: list[Any]) -> list[Any]:
    """Leave out what is empty or nought at the end of a row."""
    while row and not row[-1]:
        row.pop()
    return row


def _value(value: Value, place: Mapping[str, int]) -> Any:
    kind, content = value
    return place[str(content)] if kind == "entity" else content if kind == "text" else [kind, content]


def _facts(facts: Iterable[Json], place: Mapping[str, int], sentences: Mapping[_Sentence, int]) -> Json:
    """Return some facts with the rules and values that they name."""
    values: _Table[Value] = _Table()
    rules: _Table[str] = _Table()

    def fields(some: Iterable[Field]) -> Iterator[int]:
        for name, value in some:
            yield FIELDS.index(name)
            yield values.number((value[0], value[1]))

    def sources(evidence: Iterable[Sequence[Any]]) -> Iterator[float]:
        for each in evidence:
            *_, confidence, rule = each
            yield from (sentences[_sentence(each)], confidence, rules.number(rule))

    rows = [
        [SECTIONS.index(fact["kind"]), [*fields(fact["head"])], [*fields(fact["rows"])], [*sources(fact["evidence"])]]
        for fact in facts
    ]
    return {"rules": rules.values(), "values": [_value(value, place) for value in values.values()], "facts": rows}


def _sentences(cited: Iterable[_Sentence], data: Json) -> Json:
    """Return some sentences with their articles."""
    articles: _Table[int] = _Table()
    row = [(articles.number(article), start, data["quotes"][quote]) for article, start, quote in cited]
    told = [_article(data["articles"][each]) for each in articles.values()]
    return {"articles": told, "sentences": list(chain.from_iterable(row))}


def _article(article: Json) -> list[str | None]:
    return [article[name] for name in ("href", "id", "title", "source", "published")]
