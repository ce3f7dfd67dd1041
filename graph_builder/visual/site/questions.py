"""The page of the questions that the graph is there to answer, each with the beginning of its answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from pyoxigraph import Store

from graph_builder.query.questions import Answer, Cell, Question, questions, told
from graph_builder.visual.markup import date, named, say
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.text import shown
from graph_builder.visual.words import LANGUAGES, words

ROWS = 12
"""Rows of an answer that are shown; ``graph-builder ask`` tells all."""
_CONCEPT = re.compile(r"/(status|level|capacity|eventstatus|quantity)/(\w+)$")
_WORDS = {"eventstatus": "event_status", "quantity": "what"}
"""The ontology's schemes whose words have another name in the interface."""
_DATE = re.compile(r"(\d{4}|XXXX)-[\dX]{2}(-[\dX]{2})?[?~%]?")


def page(desk: Desk, store: Store) -> Page:
    """Return the page, asked of the store that holds the graph."""
    known = desk.known
    pages = {known.ids.entity(entity).value: known.address(each) for each, entity in known.entities.items()}
    answers = [_answer(desk, pages, _asked(store, asked)) for asked in questions()]
    return desk.page("questions.html.j2", "questions.html", "", here="questions", answers=answers)


def _asked(store: Store, asked: Question) -> Answer:
    """Return the beginning of the answer about everything; none of a question that is to be asked about something."""
    if asked.pairs:
        return Answer(asked, (), (), 0)
    return told(store, asked, store.query(asked.sparql), LANGUAGES[0], most=ROWS)


def _answer(desk: Desk, pages: Mapping[str, str], answer: Answer) -> dict[str, Any]:
    asked = answer.question
    return {
        "name": asked.name,
        "title": named(asked.titles[LANGUAGES[0]], asked.titles),
        "columns": [_column(name) for name in answer.columns],
        "rows": [
            [_cell(desk, pages, name, cell) for name, cell in zip(answer.columns, row, strict=True)]
            for row in answer.rows
        ],
        "pairs": asked.pairs,
        "count": answer.count,
        "more": answer.count - len(answer.rows),
        "parameters": " ".join(f"--param {each.name}=…" for each in asked.parameters),
    }


def _column(name: str) -> Markup:
    known = words()[LANGUAGES[0]]
    key = next(
        (f"{group}.{name}" for group in ("column", "field", "table", "kind") if f"{group}.{name}" in known), None
    )
    return say(key) if key else Markup("<bdi>{}</bdi>").format(name.replace("_", " "))


def _cell(desk: Desk, pages: Mapping[str, str], column: str, cell: Cell) -> Markup:
    if cell.iri is not None and cell.iri in pages:
        return Markup('<a href="{}"><bdi>{}</bdi></a>').format(pages[cell.iri], shown(cell.text))
    concept = _CONCEPT.search(cell.iri or "")
    key = f"{_WORDS.get(concept[1], concept[1])}.{concept[2]}" if concept else ""
    if key in words()[LANGUAGES[0]]:
        return say(key)
    if column.endswith("article") and cell.text in desk.known.articles:
        return desk.top.article(cell.text)
    if _DATE.fullmatch(cell.text):
        return date(cell.text)
    return Markup("<bdi>{}</bdi>").format(shown(cell.text))
