"""What the house promises of the package as a whole."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from graph_builder import __version__

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "graph_builder"
SOURCES = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def test_an_installed_copy_holds_every_file_of_the_package(tmp_path: Path) -> None:
    for name in ("setup.py", "setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    build = "from setuptools import build_meta; build_meta.build_wheel('wheel')"
    subprocess.run([sys.executable, "-c", build], cwd=tmp_path, check=True, capture_output=True)
    with zipfile.ZipFile(tmp_path / "wheel" / f"party_graph_builder-{__version__}-py3-none-any.whl") as wheel:
        held = set(wheel.namelist())
    assert {path.relative_to(ROOT).as_posix() for path in SOURCES} <= held
    assert any(name.endswith("/licenses/LICENSE") for name in held)


@pytest.mark.parametrize(("asked", "needed"), [("", []), ("1", ["mypy"])])
def test_only_a_compiled_package_needs_mypy_to_be_built(asked: str, needed: list[str]) -> None:
    ask = "from setuptools import build_meta; print(*build_meta.get_requires_for_build_wheel())"
    told = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=ROOT,
        env={**os.environ, "GRAPH_BUILDER_COMPILED": asked},
        check=True,
        capture_output=True,
        text=True,
    )
    assert [line.split()[0] for line in told.stdout.splitlines() if line.startswith("mypy")] == needed


MODULES = [path for path in SOURCES if path.suffix == ".py"]
WRITTEN = [path for path in MODULES if "\nGenerated from " not in path.read_text("utf-8")[:400]]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_written_by_hand_has_one_job(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


COMPILED = [path for path in WRITTEN if path.relative_to(PACKAGE).parts[0] in ("arabic", "extraction", "lexicon")]


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_constants_of_what_is_compiled_are_final(path: Path) -> None:
    """Else the compiled module looks each of them up by its name wherever it is used."""
    assigned = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.Assign)]
    names = [node.id for each in assigned for t in each.targets for node in ast.walk(t) if isinstance(node, ast.Name)]
    told = {"EXAMPLES", "NAMES", "NEAR_MISSES"}  # for the tests
    assert [name for name in names if re.fullmatch("_?[A-Z][A-Z0-9_]+", name) and name not in told] == []
