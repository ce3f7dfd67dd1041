#!/usr/bin/env python3
"""Write docs/reference/questions.md from the questions of graph_builder/query/questions.

usage: tools/make_questions.py           (from anywhere; a test checks that the page equals a fresh generation)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graph_builder.query.questions import Question, questions  # noqa: E402

HEAD = """# The questions

What `graph-builder ask OUT NAME` answers ([how](../how-to/query.md)). Every parameter may be left out. Of a column of
things, CSV and JSON have the IRIs, too. Generated from `graph_builder/query/questions/*.rq` by
`tools/make_questions.py`.

| name | question | parameters |
|---|---|---|
"""


def about(question: Question) -> Iterator[str]:
    """Yield the lines of the section on a question."""
    yield f"\n## {question.name}\n\n"
    yield f"{question.titles['ar']} · {question.titles['fr']}\n\n{question.description}\n\n"
    yield "| column | what it holds |\n|---|---|\n"
    for column, held in question.columns.items():
        yield f"| `{column}`{' (thing)' if column in question.things else ''} | {held} |\n"


def parameters(question: Question) -> str:
    """Return the parameters of a question, each with its type and default."""
    told = (f"`{each.name}` ({each.type}{f', {each.default}' if each.default else ''})" for each in question.parameters)
    return ", ".join(told)


def generated() -> dict[Path, str]:
    """Return the generated page: path -> text."""
    every = questions()
    rows = [f"| [{each.name}](#{each.name}) | {each.titles['en']} | {parameters(each)} |\n" for each in every]
    lines = [line for each in every for line in about(each)]
    return {ROOT / "docs" / "reference" / "questions.md": "".join([HEAD, *rows, *lines])}


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
