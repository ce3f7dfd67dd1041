from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.analysis import measured
from graph_builder.convert import convert, convert_to_folder
from graph_builder.errors import OutputError
from graph_builder.export.csvw import write_csvw
from graph_builder.export.facts import write_facts
from graph_builder.export.followthemoney import followthemoney
from graph_builder.export.formats import Folder, Format
from graph_builder.export.graphml import graphml
from graph_builder.export.jsonld import jsonld
from graph_builder.export.neo4j import neo4j
from graph_builder.export.nquads import nquads
from graph_builder.export.popolo import popolo
from graph_builder.export.quickstatements import quickstatements
from graph_builder.export.tables import COLUMNS, write_tables
from graph_builder.export.trig import trig
from graph_builder.export.turtle import turtle
from graph_builder.export.xlsx import xlsx
from graph_builder.graph.dataset import quads
from graph_builder.graph.network import network
from graph_builder.graph.ties import node_id
from graph_builder.memory import ENTITIES, PAIRS, READINGS, write_entities, write_pairs
from graph_builder.output import open_output, replacing
from graph_builder.report import Report, article_text, summarise
from tests.memory.corpora import line
from tests.worlds import small_world

BASE = "https://example.org/id/"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    world = small_world()
    graph = quads(world, BASE)
    with replacing(folder) as new:
        (new / READINGS).write_text("".join(map(line, world.readings)), encoding="utf-8")
        (new / "graph.ttl").write_bytes(turtle(graph, BASE))
        (new / "graph.trig").write_bytes(trig(graph, BASE))
        write_facts(world, new / "facts.jsonl")
        write_entities(world, new / ENTITIES)
        write_pairs(world, new / PAIRS)
        write_tables(world, new / "tables")
        write_csvw(new / "tables", BASE)
        with Report(new / "report.json") as report:
            for reading in world.readings:
                report.add(article_text(reading, 0))
            report.finish(summarise(world, [], 0), world.copies.values(), [], 0.0, {})
    return folder


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld"])
def test_each_format_of_rdf_is_what_it_would_be_without_the_detour_through_a_folder(out: Path, form: Format) -> None:
    graph = quads(small_world(), BASE)
    direct = {
        "turtle": turtle(graph, BASE),
        "trig": trig(graph, BASE),
        "nquads": nquads(graph),
        "jsonld": jsonld(graph, BASE),
    }
    assert convert(out, form) == direct[form]


@pytest.mark.parametrize("form", ["graphml", "xlsx", "popolo", "followthemoney"])
def test_so_is_each_format_that_is_made_of_the_world(out: Path, form: Format) -> None:
    world = small_world()
    direct = {
        "graphml": graphml(measured(network(world, BASE))),
        "xlsx": xlsx(world),
        "popolo": popolo(world, BASE),
        "followthemoney": followthemoney(world, BASE),
    }
    assert convert(out, form) == direct[form]


def test_gephi_gets_a_place_for_each_node(out: Path) -> None:
    assert convert(out, "gexf").count(b"<viz:position ") == len(network(small_world()))


def test_quickstatements_are_of_the_items_that_are_named(out: Path) -> None:
    world = small_world()
    items = {node_id(entity): "Q101" for entity in world.entities if entity.name == "كريمة الزناتي"}
    assert convert(out, "quickstatements", items) == quickstatements(world, items) != b""


def read(folder: Path) -> dict[str, bytes]:
    with open_output(folder) as files:
        return {name: file.read() for name, file in files.items()}


def test_tables_are_copied_with_their_description_as_a_folder_of_their_own(out: Path, tmp_path: Path) -> None:
    convert_to_folder(out, "tables", tmp_path / "tables")
    copied = read(tmp_path / "tables")
    assert copied.keys() == {"csv-metadata.json", *(f"{table}.csv" for table in COLUMNS)}
    assert {f"tables/{name}": content for name, content in copied.items()} == {
        name: content for name, content in read(out).items() if name.startswith("tables/")
    }


def test_files_for_neo4j_are_a_folder_that_is_replaced_as_a_whole(out: Path, tmp_path: Path) -> None:
    form: Folder = "neo4j"
    convert_to_folder(out, form, tmp_path / "neo4j")
    convert_to_folder(out, form, tmp_path / "neo4j")
    assert read(tmp_path / "neo4j") == neo4j(network(small_world(), BASE, places=True))
    (tmp_path / "neo4j" / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="did not write"):
        convert_to_folder(out, form, tmp_path / "neo4j")


def test_a_folder_that_no_build_wrote_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"holds no manifest\.json"):
        convert(tmp_path, "nquads")
