"""Every regular expression of the package, found in its source: where it stands, what it is, how it is used."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import graph_builder

PACKAGE = Path(graph_builder.__file__).parent
CALLS = {"compile", "sub", "subn", "search", "match", "fullmatch", "findall", "finditer", "split"}
ANCHORED = {"match", "fullmatch"}
EXEMPT = {
    ("graph_builder.facts.schema", "_text_problems"): "patterns of the package's own schema: collected from there",
}
"""Where patterns are made of what a function is given: why each is no matter."""

KNOWN_WAYS = {"graph_builder.graph.blocks": frozenset({"fullmatch"})}
"""Modules whose patterns stand in tables, so that how they are used cannot be seen but by a person."""


class Expression(NamedTuple):
    """A regular expression. ``where``: module and what it is assigned to, or its line."""

    where: str
    pattern: str
    flags: int
    ways: frozenset[str]
    """``search``, ``match``, ``fullmatch``: how it is used; all of them if that cannot be seen."""


@cache
def expressions() -> tuple[Expression, ...]:
    """Return them all."""
    every = [found for path in sorted(PACKAGE.rglob("*.py")) for found in _of_file(path)]
    return tuple({(found.pattern, found.flags, found.ways): found for found in every}.values())


def _of_file(path: Path) -> Iterator[Expression]:
    tree = ast.parse(path.read_text("utf-8"))
    sites = [node for node in ast.walk(tree) if _is_site(node)]
    if not sites:
        return
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    for site in sites:
        yield from _of_site(module, site, parents)


def _is_site(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in CALLS
    )


def _of_site(module: ModuleType, site: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[Expression]:
    assert isinstance(site, ast.Call)
    assert isinstance(site.func, ast.Attribute)
    called = site.func.attr
    assigned = parents.get(site)
    name = (
        assigned.targets[0].id if isinstance(assigned, ast.Assign) and isinstance(assigned.targets[0], ast.Name) else ""
    )
    where = f"{module.__name__}.{name or site.lineno}"
    ways = _ways(module, name) if called == "compile" else frozenset({called if called in ANCHORED else "search"})
    try:
        compiled = _evaluated(module, site, called)
    except NameError:
        function = _enclosing(site, parents)
        if (module.__name__, function) not in EXEMPT:
            for pattern, flags in _recorded(module, function):
                yield Expression(where, pattern, flags, ways)
        return
    yield Expression(where, compiled.pattern, compiled.flags & ~re.UNICODE, ways)


def _evaluated(module: ModuleType, site: ast.Call, called: str) -> re.Pattern[str]:
    given = site.args if called == "compile" else [site.args[0]]
    flags = [word for word in site.keywords if word.arg == "flags"]
    call = ast.Call(ast.Attribute(ast.Name("re", ast.Load()), "compile", ast.Load()), given, flags)
    code = compile(ast.fix_missing_locations(ast.Expression(call)), "site", "eval")
    found: re.Pattern[str] = eval(code, vars(module))
    return found


def _ways(module: ModuleType, name: str) -> frozenset[str]:
    if not name:
        return KNOWN_WAYS.get(module.__name__, frozenset({"search", "fullmatch"}))
    used = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        if path.stem == module.__name__.rpartition(".")[2] or f"import {name}" in text or f", {name}" in text:
            used |= set(re.findall(rf"\b{name}\.(\w+)", text)) | (
                {"?"} if re.search(rf"\b{name}\b(?!\.| =|:)", text) else set()
            )
    if not used or not used <= CALLS:
        return frozenset({"search", "fullmatch"})
    return frozenset(way if way in ANCHORED else "search" for way in used)


def _enclosing(site: ast.AST, parents: dict[ast.AST, ast.AST]) -> str:
    node = site
    while not isinstance(node, ast.FunctionDef):
        node = parents[node]
    return node.name


def _recorded(module: ModuleType, function: str) -> list[tuple[str, int]]:
    """Return what a function without parameters compiles."""
    found: list[tuple[str, int]] = []
    called = inspect.unwrap(getattr(module, function))
    compiled = re.compile

    def recording(pattern: str, flags: int = 0) -> re.Pattern[str]:
        found.append((pattern, int(flags)))
        return compiled(pattern, flags)

    vars(re)["compile"] = recording
    try:
        called()
    finally:
        vars(re)["compile"] = compiled
    return found
