"""A user's folder of words: read, checked against what the package's files hold, named by its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import yaml

from graph_builder.arabic.normalise import fold
from graph_builder.errors import ConfigurationError
from graph_builder.lexicon import forms, shipped
from graph_builder.lexicon.merging import merged, merged_rows
from graph_builder.lexicon.references import unknown

RULES: Final = "rules.yml"
"""The one file that a user's folder may have and the package has not."""


@dataclass(frozen=True)
class Addition:
    """What a user adds to the lexicon."""

    digest: str
    """SHA-256 (hex) of the names and contents of the files."""
    files: tuple[str, ...]
    tables: Mapping[str, Any]
    """The documents, by name without ending."""
    rows: Mapping[str, list[list[str]]]
    """The rows of tab separated files, by name."""


def read_addition(folder: Path) -> Addition:
    """Read and check a folder of data files; hidden files and ``.md`` are passed over.

    Raises:
        ConfigurationError: a file cannot be read or does not have the form of the package's file of its name; file,
            line and remedy are named.
    """
    texts = {path.name: _text(path) for path in _files(folder)}
    tables = {name.removesuffix(".yml"): _document(name, text) for name, text in texts.items() if name.endswith(".yml")}
    rows = {name: _rows(name, text) for name, text in texts.items() if not name.endswith(".yml")}
    for name, value in tables.items():
        root = yaml.compose(texts[f"{name}.yml"], Loader=shipped.Loader)
        if root is not None:
            _check(f"{name}.yml", root, value)
    added = Addition(_digest(texts), tuple(texts), {n: v for n, v in tables.items() if v is not None}, rows)
    for problem in unknown(lambda name: _whole(added, name), lambda name: _whole_rows(added, name), added.tables, rows):
        raise ConfigurationError(problem, "Add the entry, or mend the key.")
    return added


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.name[0] != "." and path.suffix != ".md")
    except OSError as error:
        raise ConfigurationError(
            f"The lexicon {folder} cannot be read: {error.strerror}", "Name a folder of data files with --lexicon."
        ) from error
    known = {*shipped.names(), RULES}
    for path in found:
        if path.name not in known:
            near = get_close_matches(path.name, sorted(known), 1)
            raise ConfigurationError(
                f"{path} is no file of a lexicon" + (f" (is it {near[0]}?)" if near else ""),
                f"Files of a lexicon are {', '.join(sorted(known))}.",
            )
    if not found:
        raise ConfigurationError(f"There is no file in the lexicon {folder}", f"Put in any of {', '.join(known)}.")
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path.name} cannot be read: {error}", "Save it as a text file in UTF-8.") from error


def _digest(texts: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name, text in texts.items():
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()


def _document(name: str, text: str) -> Any:
    try:
        return yaml.load(text, Loader=shipped.Loader)  # noqa: S506 (a safe loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f", line {mark.line + 1}" if mark else ""
        raise ConfigurationError(
            f"{name}{where} is not YAML: {error.problem or error.context}",
            "Mind indents, brackets and colons; a text with a colon or # goes in quotes.",
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise ConfigurationError(f"{name} is not YAML: {error}", "Save it as plain text.") from error


def _check(name: str, root: yaml.Node, value: Any) -> None:
    stem = name.removesuffix(".yml")
    own = forms.RULES if name == RULES else shipped.table(stem)
    for misfit in (*_twice(root), *forms.misfits(stem, value, [own])):
        raise _error(name, root, misfit)
    whole = value if name == RULES else merged(own, value)
    for misfit in forms.missing(stem, whole, value):
        raise _error(name, root, misfit)


def _error(name: str, root: yaml.Node, misfit: forms.Misfit) -> ConfigurationError:
    fields = [str(step) for step in misfit.path if isinstance(step, str)]
    where = f" ({'.'.join(fields)})" if fields else ""
    return ConfigurationError(
        f"{name}, line {_line(root, misfit.path)}{where}: {misfit.problem}",
        f"docs/how-to/extend.md says what {name} may hold.",
    )


def _line(node: yaml.Node, path: forms.Path) -> int:
    """Return the number of the line on which the value at a path stands."""
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            node = next((inner for key, inner in node.value if key.value == str(step)), node)
    return int(node.start_mark.line) + 1


def _twice(node: yaml.Node, path: forms.Path = ()) -> Iterator[forms.Misfit]:
    """Yield keys that a table has twice: YAML would keep the last without a word."""
    if isinstance(node, yaml.SequenceNode):
        for n, inner in enumerate(node.value):
            yield from _twice(inner, (*path, n))
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, inner in node.value:
            if str(key.value) in seen:
                yield forms.Misfit((*path, str(key.value)), "this key stands here twice")
            seen.add(str(key.value))
            yield from _twice(inner, (*path, str(key.value)))


def _rows(name: str, text: str) -> list[list[str]]:
    columns = forms.COLUMNS[name]
    found = []
    for number, row in shipped.split(text.splitlines()):
        if tuple(row) == columns:
            continue
        problem = _row_problem(columns, row)
        if problem:
            raise ConfigurationError(
                f"{name}, line {number}: {problem}", f"Columns: {', '.join(columns)}; tabs between."
            )
        found.append(row)
    return found


def _row_problem(columns: tuple[str, ...], row: list[str]) -> str | None:
    if len(row) != len(columns):
        return f"has {len(row)} cells, not {len(columns)}"
    for column, cell in zip(columns, row, strict=True):
        choices, wanted = forms.CELLS.get(column, ((), ""))
        if choices and cell not in choices:
            return f"{column} is {cell!r}, has to be {wanted}"
        if column in ("name", "ar", "code") and not fold(cell).strip():
            return f"{column} is empty"
    return None


def _whole(added: Addition, name: str) -> Any:
    own = shipped.table(name)
    return merged(own, added.tables[name]) if name in added.tables else own


def _whole_rows(added: Addition, name: str) -> Iterable[list[str]]:
    return merged_rows(shipped.rows(name), added.rows.get(name, ()))
