"""Every rule file carries examples that must match and near misses that must not; they run from the rule's own file."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import pytest

from graph_builder.extraction import extract, rules
from graph_builder.model import (
    DeadlineFact,
    Fact,
    FigureFact,
    ParticipationFact,
    PlanFact,
    PostFact,
    StatementFact,
    StepFact,
)
from tests.extraction.articles import article

HELPERS = {
    "apart",
    "beside",
    "clauses",
    "departures",
    "deputies",
    "event_words",
    "figure_counted",
    "figure_event",
    "figure_fellows",
    "figure_future",
    "figure_joined",
    "figure_number",
    "figure_owner",
    "figure_parts",
    "figure_reader",
    "figure_rows",
    "figure_seats",
    "figure_shared",
    "figure_turned",
    "figure_void",
    "figure_votes",
    "links",
    "list_after",
    "list_lead",
    "list_openings",
    "list_parts",
    "list_references",
    "listed",
    "nominations",
    "renewed",
    "office_alone",
    "presiding",
    "roster",
    "row_places",
    "rows",
    "speakers",
    "status",
    "tails",
    "triggers",
}
"""Modules of words and shared questions: they state no fact."""
MODULES = [
    importlib.import_module(f"{rules.__name__}.{info.name}")
    for info in pkgutil.iter_modules(rules.__path__)
    if info.name not in HELPERS
]


def shown(fact: Fact) -> tuple[str, ...]:
    """What the examples tell of a fact, in their order."""
    match fact:
        case PostFact():
            told: tuple[object, ...] = (fact.person, fact.role, fact.body, fact.party, fact.place, fact.status)
        case ParticipationFact():
            told = (fact.person or fact.group, fact.capacity)
        case FigureFact():
            told = (fact.value, fact.what, fact.of)
        case PlanFact():
            told = (fact.plan, fact.party, fact.adopted_by, fact.adopted)
        case DeadlineFact():
            told = (fact.what, fact.due)
        case StatementFact():
            told = (fact.speaker, fact.about)
        case StepFact():
            told = (fact.number, fact.step)
        case _:
            told = ()
    return tuple("" if x is None else str(x) for x in told)


def facts_of(module: ModuleType, text: str) -> list[tuple[str, ...]]:
    """The facts that the rules of a module read in a text."""
    names: tuple[str, ...] = module.NAMES
    return [shown(f) for f in extract(article(text)).facts if f.evidence.rule.startswith(names)]


def agrees(expected: str, found: tuple[str, ...]) -> bool:
    """Whether a fact has every part that the example names; a part may be the beginning of what was found."""
    parts = [p.strip() for p in expected.split("|")]
    pairs = enumerate(zip(parts, found, strict=False))
    return all(not part or f == part or (n > 1 and f.startswith(part)) for n, (part, f) in pairs)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__.rsplit(".", 1)[-1])
def test_rule_has_examples_of_both_sorts(module: ModuleType) -> None:
    assert module.EXAMPLES
    assert module.NEAR_MISSES
    assert module.__doc__


@pytest.mark.parametrize(
    ("module", "text", "expected"),
    [(m, text, e) for m in MODULES for text, facts in m.EXAMPLES for e in facts],
    ids=lambda x: x.__name__.rsplit(".", 1)[-1] if isinstance(x, ModuleType) else "",
)
def test_example(module: ModuleType, text: str, expected: str) -> None:
    found = facts_of(module, text)
    assert any(agrees(expected, f) for f in found), found


@pytest.mark.parametrize(
    ("module", "text"),
    [(m, text) for m in MODULES for text in m.NEAR_MISSES],
    ids=lambda x: x.__name__.rsplit(".", 1)[-1] if isinstance(x, ModuleType) else "",
)
def test_near_miss(module: ModuleType, text: str) -> None:
    assert facts_of(module, text) == []
