"""Turtle, TriG, N-Quads and JSON-LD: the same statements, the same bytes, readable."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, parse
from rdflib.compare import isomorphic

from graph_builder.export.context import CONTEXT
from graph_builder.export.jsonld import jsonld
from graph_builder.export.nquads import nquads
from graph_builder.export.trig import trig
from graph_builder.export.turtle import turtle
from graph_builder.graph.dataset import merged, quads
from graph_builder.model import PartyFact, PersonFact, StatementFact
from tests.worlds import PARTY, branch, post, small_world, world_of

BASE = "http://example.org/data/"
WRITERS: dict[str, tuple[Callable[[list[Quad]], bytes], RdfFormat]] = {
    "turtle": (turtle, RdfFormat.TURTLE),
    "trig": (trig, RdfFormat.TRIG),
    "nquads": (nquads, RdfFormat.N_QUADS),
    "json-ld": (jsonld, RdfFormat.JSON_LD),
}


@pytest.fixture(scope="module")
def found() -> list[Quad]:
    return quads(small_world())


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written_is_what_was_there(name: str, found: list[Quad]) -> None:
    write, syntax = WRITERS[name]
    assert set(parse(write(found), format=syntax)) == set(merged(found) if name == "turtle" else found)


@settings(max_examples=40)
@given(st.lists(st.text(), min_size=4, max_size=4))
def test_any_words_come_back(words: list[str]) -> None:
    evidence = branch().facts[0].evidence
    person = PersonFact("سمير الوالي", (), None, evidence)
    held = post(person.name, words[0], evidence, status="candidate")
    said = StatementFact(words[1], words[2], None, evidence)
    short = PartyFact(PARTY, (), words[3], "pps", evidence)
    found = quads(world_of((replace(branch(), facts=(person, short, held, said)),)))
    for name, (write, syntax) in WRITERS.items():
        assert set(parse(write(found), format=syntax)) == set(merged(found) if name == "turtle" else found)


@pytest.mark.parametrize("name", WRITERS)
def test_another_base_is_written_and_read_as_well(name: str) -> None:
    found = quads(world_of([branch()]), BASE)
    write = {"turtle": turtle, "trig": trig, "json-ld": jsonld}.get(name)
    data = write(found, BASE) if write else nquads(found)
    assert set(parse(data, format=WRITERS[name][1])) == set(merged(found) if name == "turtle" else found)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own use
@pytest.mark.parametrize(("name", "syntax"), [("trig", "trig"), ("nquads", "nquads"), ("json-ld", "json-ld")])
def test_rdflib_reads_the_same_dataset(name: str, syntax: str, found: list[Quad]) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=WRITERS[name][0](found), format=syntax)
    graphs: dict[str, str] = {}
    for quad in found:
        graph = str(quad.graph_name).strip("<>")
        graphs[graph] = graphs.get(graph, "") + f"{quad.triple} .\n"
    for graph, text in graphs.items():
        assert isomorphic(dataset.graph(rdflib.URIRef(graph)), rdflib.Graph().parse(data=text, format="nt"))
    assert {str(graph.identifier) for graph in dataset.graphs() if len(graph)} == set(graphs)


def test_rdflib_reads_the_same_turtle(found: list[Quad]) -> None:
    text = "".join(f"{quad.triple} .\n" for quad in merged(found))
    graph = rdflib.Graph().parse(data=turtle(found), format="turtle")
    assert isomorphic(graph, rdflib.Graph().parse(data=text, format="nt"))


def test_turtle_begins_with_sorted_prefixes_all_of_them_used(found: list[Quad]) -> None:
    head, _, body = turtle(found).decode().partition("\n\n")
    prefixes = [re.fullmatch(r"@prefix ([\w-]+): <[^>]+> \.", line) for line in head.split("\n")]
    names = [match[1] for match in prefixes if match]
    assert len(names) == len(prefixes)
    assert names == sorted(set(names))
    assert all(f" {name}:" in body or f"\n{name}:" in body or f"^{name}:" in body for name in names)
    assert "https://w3id.org/party-structure/ontology#" not in body


def test_turtle_has_an_empty_line_before_each_subject_and_subjects_are_sorted(found: list[Quad]) -> None:
    blocks = turtle(found).decode().rstrip("\n").split("\n\n")[1:]
    subjects = [block.split(" ")[0] for block in blocks]
    assert len(subjects) == len({quad.subject for quad in merged(found)})
    assert all(line.startswith("    ") for block in blocks for line in block.split("\n")[1:])
    kinds = [subject.split(":")[0] for subject in subjects]
    assert kinds == sorted(kinds)
    assert all(block.split(" ")[1] == "a" for block in blocks)


def test_trig_has_a_block_for_each_graph(found: list[Quad]) -> None:
    text = trig(found).decode()
    opened = re.findall(r"^(\S+) \{$", text, re.MULTILINE)
    assert len(opened) == len({quad.graph_name for quad in found}) == len(re.findall(r"^\}$", text, re.MULTILINE))
    assert "\n\n    person:" in text
    assert "\t" not in text


def test_nothing_at_all_is_a_file_too() -> None:
    assert (turtle([]), trig([]), nquads([])) == (b"", b"", b"")
    assert json.loads(jsonld([]))["@graph"] == []


def test_json_ld_reads_like_json(found: list[Quad]) -> None:
    document = json.loads(jsonld(found))
    assert document["@context"] == {"@base": "https://w3id.org/party-structure/id/", **CONTEXT}
    nodes: dict[str, dict[str, Any]] = {}
    for graph in document["@graph"]:
        for node in graph["@graph"]:
            nodes.setdefault(node["@id"], {}).update(node)
    posts = [node for node in nodes.values() if node.get("roleName") == "كاتبة عامة"]
    assert len(posts) == 1
    post = posts[0]
    assert post["@type"] == "Membership"
    assert nodes[post["member"]]["name"] == "كريمة الزناتي"
    assert nodes[post["organization"]]["prefLabel"] == "المكتب المحلي"
    assert (post["role"], post["status"], post["party"]) == ("role/general_secretary", "status/elected", "party/pps")
    assert (post["public"], post["confidence"]) == (False, "0.9")
    assert post["startDate"] == {"@value": "2019-05-05", "@type": "xsd:date"}
    assert {"@value": "Party of Progress and Socialism", "@language": "en"} in nodes["party/pps"]["prefLabel"]
    figures = [node["value"] for node in nodes.values() if node["@type"] == "Figure"]
    assert sorted(figures) == [3, 30, 120]
    keys = {key for node in nodes.values() for key in node}
    assert keys - CONTEXT.keys() == {"@id", "@type", "oa:exact", "dcat:startDate", "dcat:endDate"}


def test_another_process_writes_the_same_bytes(found: list[Quad]) -> None:
    code = """import hashlib
from graph_builder.export.trig import trig
from graph_builder.graph.dataset import quads
from tests.worlds import small_world
print(hashlib.sha256(trig(quads(small_world()))).hexdigest())"""
    for seed in ("1", "2"):
        command = [sys.executable, "-c", code]
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert run.stdout.strip() == hashlib.sha256(trig(found)).hexdigest()
