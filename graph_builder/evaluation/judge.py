"""Each fact told, and each of the gold, gets its judgement: one to one, so that a fact told twice is an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph_builder.evaluation.gold import Gold, GoldFact
from graph_builder.evaluation.matching import TABLES, Table
from graph_builder.evaluation.nearest import Sentences
from graph_builder.evaluation.sameness import People
from graph_builder.evaluation.told import ArticleTables, Tables, Told

Outcome = Literal["right", "wrong", "missed", "optional", "unknown"]
"""``optional``: true, but not required, so it counts neither way; ``unknown``: gold does not say (figures of kind
other)."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one fact: ``told`` and ``gold`` both if right, ``gold`` alone if missed, else ``told`` alone."""

    table: str
    article: str
    outcome: Outcome
    told: Told | None
    gold: GoldFact | None
    sentence: str
    """Where it was told; of a missed fact, the sentence with most of its words; empty if none is known."""

    @property
    def says(self) -> dict[str, str]:
        """What the fact says in the columns by which it is judged, without those that it does not state."""
        fact = self.told or self.gold
        found = fact.says if fact else {}
        columns = (column for column in TABLES[self.table].columns if column != "event_id")
        return {column: value for column in columns if (value := found.get(column, ""))}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All judgements, by table and article; the gold articles; those of them that were not built, all of it missed."""

    judgements: tuple[Judgement, ...]
    articles: tuple[str, ...]
    absent: tuple[str, ...]


def judge(tables: Tables, golds: Iterable[Gold]) -> Evaluation:
    """Judge what was told of the articles that have gold; other articles do not count."""
    golds = tuple(golds)
    built = {gold.article: tables.of(gold.article) for gold in golds}
    judgements = (
        judgement
        for table in TABLES.values()
        for gold in golds
        if table.file in gold.required
        for judgement in _article(table, gold, built[gold.article])
    )
    names = tuple(gold.article for gold in golds)
    return Evaluation(tuple(judgements), names, tuple(name for name in names if name not in tables.articles))


def _article(table: Table, gold: Gold, built: ArticleTables) -> Iterator[Judgement]:
    people = People(gold.aliases)
    told = built.told(table.file, table.columns)
    wanted, spare = gold.required[table.file], gold.optional[table.file]
    found = pairs([[i for i, row in enumerate(told) if table.match(fact, row, people)] for fact in wanted])
    for number, row in enumerate(told):
        if number in found:
            outcome: Outcome = "right"
        elif any(table.match(fact, row, people) for fact in spare):
            outcome = "optional"
        else:
            outcome = "unknown" if table.file == "figures" and row.says["what"] == "other" else "wrong"
        fact = wanted[found[number]] if number in found else None
        yield Judgement(table.name, gold.article, outcome, row, fact, row.quote)
    missed = [fact for number, fact in enumerate(wanted) if number not in found.values()]
    sentences = Sentences(gold.text, (fact["evidence"]["quote"] for fact in built.facts)) if missed else None
    for fact in missed:
        yield Judgement(table.name, gold.article, "missed", None, fact, sentences.nearest(fact) if sentences else "")


def pairs(fits: Sequence[Sequence[int]]) -> dict[int, int]:
    """Pair as many as can be, one to one: ``fits[i]`` are the right-hand sides that fit ``i``; return right -> left.

    By augmenting paths, so the number of pairs does not depend on the order.

    >>> pairs([[0, 1], [0]])
    {0: 1, 1: 0}
    """
    partner: dict[int, int] = {}

    def settle(left: int, tried: set[int]) -> bool:
        for right in fits[left]:
            if right not in tried:
                tried.add(right)
                if right not in partner or settle(partner[right], tried):
                    partner[right] = left
                    return True
        return False

    for left in range(len(fits)):
        settle(left, set())
    return partner
