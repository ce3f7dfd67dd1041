"""The script of the documentation loads the parts of a graph into a real Oxigraph, of whole builds only."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, serialize

from graph_builder.articles import article_from_text
from graph_builder.extraction import extract
from graph_builder.graph.dataset import quads
from graph_builder.query.store import in_both
from graph_builder.resolution import resolve
from graph_builder.spark.folder import MARK

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "docs" / "examples" / "spark" / "load.sh"


def load(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script for the folder ``out``, to make ``data``."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", str(SCRIPT), "out", "data"]
    return subprocess.run(command, cwd=folder, env={"PATH": path}, capture_output=True, text=True, check=False)


def test_each_statement_stands_in_its_graph_and_once_in_the_default_graph(tmp_path: Path) -> None:
    text = (ROOT / "seeds" / "001_pps_khemisset_branch.txt").read_text(encoding="utf-8")
    graph = quads(resolve([extract(article_from_text(text, id="a", file="a.txt", digest="0"))]))
    (tmp_path / "out" / "graph").mkdir(parents=True)
    (tmp_path / "out" / MARK).touch()
    for part, some in {"part-00000": graph[::2], "rest": graph[1::2]}.items():
        packed = gzip.compress(serialize(some, format=RdfFormat.N_QUADS) or b"")
        (tmp_path / "out" / "graph" / f"{part}.nq.gz").write_bytes(packed)
    done = load(tmp_path)
    assert done.returncode == 0, done.stderr
    loaded: set[Quad] = set(Store.read_only(str(tmp_path / "data")))
    assert loaded == set(in_both(graph))


@pytest.mark.parametrize(
    ("made", "said"),
    [("out/graph/rest.nq.gz", "out is no whole build"), (f"out/{MARK} data/CURRENT", "data is there already")],
)
def test_a_half_build_is_not_loaded_and_a_database_not_replaced(tmp_path: Path, made: str, said: str) -> None:
    for name in made.split():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    done = load(tmp_path)
    assert (done.returncode, done.stderr.startswith(said)) == (2, True)
