"""The description of the tables is CSVW that the csvw package accepts, and reads the tables by."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from csvw.metadata import TableGroup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_builder.export.csvw import METADATA, csvw, write_csvw
from graph_builder.export.tables import COLUMNS, FORMULA, write_tables
from graph_builder.graph.dataset import quads
from graph_builder.graph.network import joined
from graph_builder.model import PersonFact, World
from tests.worlds import branch, small_world, world_of

BASE = "https://example.org/id/"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "tables"
    write_tables(small_world(), folder)
    write_csvw(folder)
    return folder


def test_metadata_tables_and_references_are_valid(either_world: World, tmp_path: Path) -> None:
    write_tables(either_world, tmp_path)
    write_csvw(tmp_path)
    group = CSVW(str(tmp_path / METADATA), validate=True)
    assert group.is_valid
    assert group.warnings == []
    TableGroup.from_file(tmp_path / METADATA).check_referential_integrity()


def test_a_dangling_reference_is_found(tables: Path, tmp_path: Path) -> None:
    for file in tables.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes().replace(b"001_branch,", b"001_other,", 1))
    (tmp_path / "articles.csv").write_bytes((tables / "articles.csv").read_bytes())
    with pytest.raises(ValueError, match=r"Key `001_other` not found in table articles\.csv"):
        TableGroup.from_file(tmp_path / METADATA).check_referential_integrity()


def test_cells_have_their_types(tables: Path) -> None:
    group = TableGroup.from_file(tables / METADATA)
    rows = {Path(str(table.url)).stem: list(table) for table in group.tables}
    person = next(row for row in rows["people"] if row["name"] == "سمير الوالي")
    assert (person["aliases"], person["articles"]) == (["الوالي", "سمير الوالى"], ["001_branch", "002_training"])
    post = next(row for row in rows["posts"] if row["role"] == "كاتبة عامة")
    assert {name: post[name] for name in ("confidence", "public", "start", "until", "since", "status")} == {
        "confidence": Decimal("0.9"),
        "public": False,
        "start": small_world().readings[0].facts[0].evidence.start,
        "until": None,
        "since": "2019-05-05",
        "status": "elected",
    }


def test_ids_stand_for_the_things_of_the_graph(tables: Path) -> None:
    known = {str(term).strip("<>") for quad in quads(small_world()) for term in (quad.subject, quad.object)}
    found: set[str] = set()
    for table in json.loads(csvw())["tables"]:
        with (tables / table["url"]).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for column in table["tableSchema"]["columns"]:
            name = column["name"]
            ids = [row[name] for row in rows if row[name]]
            found.update(column["valueUrl"].replace(f"{{{name}}}", each) for each in ids if "valueUrl" in column)
    assert len(found) > 20
    assert found <= known


def test_columns_are_those_of_the_tables() -> None:
    described = {
        table["url"]: tuple(column["titles"] for column in table["tableSchema"]["columns"])
        for table in json.loads(csvw(BASE))["tables"]
    }
    assert described == {f"{table}.csv": columns for table, columns in COLUMNS.items()}


def test_only_ids_that_all_live_below_another_base_are_linked() -> None:
    columns: list[dict[str, Any]] = json.loads(csvw(BASE))["tables"][3]["tableSchema"]["columns"]
    assert {column["name"]: column.get("valueUrl") for column in columns if column["name"].endswith("_id")} == {
        "person_id": f"{BASE}person/{{person_id}}",
        "body_id": f"{BASE}body/{{body_id}}",
        "party_id": None,
        "place_id": None,
    }


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1), st.lists(st.text(min_size=1), min_size=1, unique=True))
def test_any_names_come_back(tmp_path: Path, name: str, aliases: list[str]) -> None:
    aliases = sorted({alias.replace("|", "/") for alias in aliases} - {name})
    evidence = branch().facts[0].evidence
    world = world_of((replace(branch(), facts=(PersonFact(name, tuple(aliases), None, evidence),)),))
    entities = [replace(world.entities[0], name=name, aliases=tuple(aliases))]
    world = World(world.readings, tuple(entities), dict.fromkeys(world.of, entities[0]))
    write_tables(world, tmp_path)
    write_csvw(tmp_path)
    group = TableGroup.from_file(tmp_path / METADATA)
    [row] = next(table for table in group.tables if str(table.url) == "people.csv")
    guard = "'" if name.startswith(tuple(FORMULA)) else ""
    listed = joined(aliases)
    assert row["name"] == guard + name
    assert row["aliases"] == (
        (("'" if listed.startswith(tuple(FORMULA)) else "") + listed).split("|") if listed else []
    )


def test_an_empty_world_has_valid_tables(tmp_path: Path) -> None:
    write_tables(World((), (), {}), tmp_path)
    write_csvw(tmp_path)
    assert CSVW(str(tmp_path / METADATA), validate=True).is_valid
