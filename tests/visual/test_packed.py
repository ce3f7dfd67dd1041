"""The rows of a share say what its plain form says, and each sentence once."""

from __future__ import annotations

from typing import Any

import pytest

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.visual.data import share_data
from graph_builder.visual.facts import LINES, SECTIONS
from graph_builder.visual.network import KINDS
from graph_builder.visual.packed import FIELDS, Packed, packed, steps
from graph_builder.visual.shares import parties_of, shares
from graph_builder.visual.site.known import Known
from tests.worlds import small_world


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    known = Known(small_world(), DEFAULT_BASE)
    parties = parties_of(known)
    (everything,) = shares(known, parties)
    return share_data(known, everything, parties)


@pytest.fixture(scope="module")
def rows(plain: dict[str, Any]) -> Packed:
    return packed(plain, 0, DEFAULT_BASE)


def threes(row: list[Any]) -> list[tuple[Any, Any, Any]]:
    return list(zip(row[::3], row[1::3], row[2::3], strict=True))


def value(row: Any, entities: list[str]) -> tuple[str, Any]:
    if isinstance(row, int):
        return "entity", entities[row]
    return ("text", row) if isinstance(row, str) else (row[0], row[1])


def test_facts_name_the_same_things_and_cite_the_same_sentences(plain: dict[str, Any], rows: Packed) -> None:
    ids = [entity["id"] for entity in plain["entities"]]
    (part,), (told,) = rows.facts, rows.sentences
    sentences = [(told["articles"][article][1], start, words) for article, start, words in threes(told["sentences"])]
    assert len(set(sentences)) == len(sentences)
    for fact, (kind, head, rest, evidence) in zip(plain["facts"], part["facts"], strict=True):
        assert SECTIONS[kind] == fact["kind"]
        for packed_row, fields in ((head, fact["head"]), (rest, fact["rows"])):
            names, values = packed_row[::2], (value(part["values"][n], ids) for n in packed_row[1::2])
            assert [[FIELDS[n], each] for n, each in zip(names, values, strict=True)] == fields
        assert [(*sentences[n], sure, part["rules"][rule]) for n, sure, rule in threes(evidence)] == [
            (plain["articles"][article]["id"], start, plain["quotes"][quote], sure, rule)
            for article, quote, start, sure, rule in fact["evidence"]
        ]


def test_ties_bear_their_ends_facts_words_years_and_line(plain: dict[str, Any], rows: Packed) -> None:
    ids = [entity["id"] for entity in plain["entities"]]
    words, spans = rows.share["words"], rows.share["spans"]
    for edge, row in zip(plain["edges"], rows.share["edges"], strict=True):
        source, target, facts, ties, sure, years, line = [*row, *([[], 0] if len(row) == 5 else [0])][:7]
        assert (ids[source], ids[target], LINES[line]) == (edge["from"], edge["to"], edge["line"])
        assert facts == steps(edge["facts"])
        assert [value(words[n], ids) for n in ties] == [tuple(tie) for tie in edge["ties"]]
        assert sure == round(edge["sure"] * 100)
        assert [spans[n] for n in years] == [each for each in edge["years"] if each != (None, None)]


def test_an_entity_is_told_by_kind_name_and_what_is_unusual(plain: dict[str, Any], rows: Packed) -> None:
    by_name = {row[2]: row for row in rows.share["entities"]}
    kind, _, name, facts, more = by_name["فرع تمارة"]
    parties = [row[1] for row in rows.share["entities"] if row[0] == KINDS.index("party")]
    number = parties.index("pps")
    assert (KINDS[kind], name) == ("body", "فرع تمارة")
    assert more == {"level": "local", "place": "04.501", "parties": [number]}
    assert rows.share["entities"][number][4]["names"] == {
        "fr": "Parti du progrès et du socialisme",
        "en": "Party of Progress and Socialism",
    }
    assert facts == steps(next(each["facts"] for each in plain["entities"] if each["name"] == "فرع تمارة"))
