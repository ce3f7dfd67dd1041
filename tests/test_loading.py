"""A build in one's own Python: the same graph whichever library it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse
from rdflib import Dataset, Literal, URIRef

import graph_builder
from graph_builder.errors import OutputError, QueryError
from graph_builder.loading import Build
from graph_builder.pipeline import build

if TYPE_CHECKING:
    import networkx as nx

SEED = Path(__file__).parents[1] / "seeds" / "001_pps_khemisset_branch.txt"
TREASURER = "حميد المالكي"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    out = tmp_path_factory.mktemp("loading") / "out"
    build([str(SEED)], str(out))
    return graph_builder.load(out)


@pytest.fixture(scope="module")
def dataset(built: Build) -> Dataset:
    return built.dataset()


def named(store: Store) -> set[Quad]:
    return {quad for quad in store if quad.graph_name != DefaultGraph()}


def test_the_store_holds_the_graph_of_the_build(built: Build) -> None:
    assert named(built.store) == set(parse(path=built.folder / "graph.trig", format=RdfFormat.TRIG))


def test_rdflib_gets_every_statement_letter_for_letter(built: Build, dataset: Dataset) -> None:
    lines = "".join(
        f"{subject.n3()} {predicate.n3()} {value.n3()} {URIRef(str(graph)).n3()} .\n"
        for subject, predicate, value, graph in dataset.quads()
    )
    assert set(parse(lines, format=RdfFormat.N_QUADS)) == named(built.store)


@pytest.mark.filterwarnings(r"ignore:Dataset\.\w+ is deprecated")  # rdflib 7.6 in its own code
def test_the_default_graph_of_rdflib_is_all_graphs_and_knows_the_prefixes(dataset: Dataset) -> None:
    asked = "SELECT ?role { ?post org:member/foaf:name ?name ; po:roleName ?role }"
    found = dataset.query(asked, initBindings={"name": Literal(TREASURER, lang="ar")})
    assert [tuple(row) for row in found] == [(Literal("أمين المال", lang="ar"),)]  # type: ignore[arg-type]


def of_kind(network: nx.MultiDiGraph[str], kind: str) -> set[str]:
    return {name for name, about in network.nodes(data=True) if about["kind"] == kind}


def test_the_network_has_people_posts_and_their_sources(built: Build) -> None:
    network = built.network()
    people = of_kind(network, "person")
    assert len(people) == int(built.query("SELECT (COUNT(?p) AS ?n) { ?p a foaf:Person }").split()[1])
    (treasurer,) = (name for name in people if network.nodes[name]["label"] == TREASURER)
    (held,) = (edge for *_, edge in network.out_edges(treasurer, data=True) if edge["relation"] == "holds")
    assert (held["label"], held["status"], held["articles"]) == ("أمين المال", "elected", SEED.stem)
    assert TREASURER in held["quote"]
    assert not of_kind(network, "place")
    assert of_kind(built.network(places=True), "place")


def test_questions_are_answered(built: Build) -> None:
    offices = built.ask("offices", {"person": TREASURER})
    assert [row[1].text for row in offices.rows] == ["أمين المال"]
    assert built.ask("bodies", language="fr").rows[0][0].text == "Parti du progrès et du socialisme"
    with pytest.raises(QueryError):
        built.query("DROP ALL")


def test_what_is_not_a_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        graph_builder.load(tmp_path)


def test_importing_the_package_loads_no_library() -> None:
    code = (
        "import sys, graph_builder; print(*sorted({'rdflib', 'networkx', 'pyoxigraph', 'yaml'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "\n"
