"""The shapes: one of everything conforms, and each rule finds what breaks it, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph_builder.graph.dataset import quads
from graph_builder.graph.terms import OA, PO, PROV, RDF, XSD
from graph_builder.graph.validation import Finding, findings
from graph_builder.model import BodyFact, Fact, PersonFact
from tests.worlds import branch, retold, small_world, world_of

SHAPES = Path(__file__).parent / "shapes"
ONTOLOGY = Path(__file__).parents[2] / "ontology"
EX = "https://example.org/"
INVALID = sorted(SHAPES.glob("invalid/*.ttl"))


def example(path: Path) -> list[Quad]:
    """The statements of an example, with evidence for the claims that a line ``# evidence:`` names."""
    text = path.read_text(encoding="utf-8")
    named = " ".join(re.findall("^# evidence: (.*)$", text, re.MULTILINE)).split()
    return [*parse(text, format=RdfFormat.TURTLE), *(quad for name in named for quad in evidence(name))]


def evidence(name: str) -> Iterable[Quad]:
    claim, annotation = NamedNode(EX + name), NamedNode(f"{EX}annotation-of-{name}")
    yield Quad(claim, PO.quote, Literal("جملة", language="ar"))
    yield Quad(claim, PO.rule, Literal("rule"))
    yield Quad(claim, PO.confidence, Literal("0.9", datatype=XSD.decimal))
    yield Quad(claim, PROV.hadPrimarySource, NamedNode(EX + "article"))
    yield Quad(annotation, RDF.type, OA.Annotation)
    yield Quad(annotation, OA.hasBody, claim)
    yield Quad(annotation, OA.hasTarget, NamedNode(EX + "passage"))


def expected(path: Path) -> set[tuple[str, str]]:
    return set(re.findall(r"^# expect: (\S+) (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE))


def found(results: Iterable[Finding]) -> set[tuple[str, str]]:
    return {(result.node.removeprefix(EX), result.message) for result in results}


def test_one_of_everything_conforms() -> None:
    assert findings(example(SHAPES / "valid.ttl"), ONTOLOGY) == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_each_invalid_example_is_found_for_its_reason(path: Path) -> None:
    results = findings(example(SHAPES / "valid.ttl") + example(path), ONTOLOGY)
    assert found(results) == expected(path)
    assert {result.severity for result in results} <= {"Violation", "Warning"}
    disputes = {result.message for result in results if result.severity == "Warning"}
    assert disputes == {message for _, message in expected(path) if message.startswith("Articles disagree")}


def test_each_rule_has_an_invalid_example() -> None:
    rules = set(re.findall('sh:message "(.*?)"', (ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")))
    assert rules == {message for path in INVALID for _, message in expected(path)}


def test_a_built_world_conforms() -> None:
    assert findings(quads(small_world()), ONTOLOGY) == []


def test_the_graph_of_articles_conforms(built: list[Quad]) -> None:
    """Articles may disagree, which is a warning; nothing may be wrong."""
    assert [result for result in findings(built, ONTOLOGY) if result.severity != "Warning"] == []


def test_articles_that_contradict_each_other_are_kept_side_by_side_and_reported() -> None:
    def changed(fact: Fact) -> Fact:
        if isinstance(fact, PersonFact):
            return replace(fact, gender="female")
        return replace(fact, level="provincial") if isinstance(fact, BodyFact) and fact.place else fact

    results = findings(quads(world_of([branch(), retold(branch(), "004_other", changed)])), ONTOLOGY)
    assert [(result.severity, result.message) for result in results] == [
        ("Warning", "Articles disagree about the level of the body."),
        ("Warning", "Articles disagree about the level of the body."),
        ("Warning", "Articles disagree about the person's gender."),
    ]
