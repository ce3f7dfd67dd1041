"""The commands of the documentation load the parts of a graph into a real Oxigraph."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, serialize

from graph_builder.articles import article_from_text
from graph_builder.extraction import extract
from graph_builder.graph.dataset import quads
from graph_builder.query.store import in_both
from graph_builder.resolution import resolve

ROOT = Path(__file__).parents[2]


def test_each_statement_stands_in_its_graph_and_once_in_the_default_graph(tmp_path: Path) -> None:
    text = (ROOT / "seeds" / "001_pps_khemisset_branch.txt").read_text(encoding="utf-8")
    graph = quads(resolve([extract(article_from_text(text, id="a", file="a.txt", digest="0"))]))
    (tmp_path / "out" / "graph").mkdir(parents=True)
    for part, some in {"part-00000": graph[::2], "rest": graph[1::2]}.items():
        packed = gzip.compress(serialize(some, format=RdfFormat.N_QUADS) or b"")
        (tmp_path / "out" / "graph" / f"{part}.nq.gz").write_bytes(packed)
    told = (ROOT / "docs" / "how-to" / "spark.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ (.*oxigraph load .*)$", told, re.MULTILINE)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in commands:
        subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=tmp_path, env={"PATH": path}, check=True)
    loaded: set[Quad] = set(Store.read_only(str(tmp_path / "data")))
    assert len(commands) == 2
    assert loaded == set(in_both(graph))
