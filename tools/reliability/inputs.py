"""Every hostile input beside two sound articles: it is read or refused by name, and they are read as ever."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from graph_builder.articles import read_articles
from graph_builder.articles.inputs import shown
from graph_builder.extraction import extract
from graph_builder.model import Article, Notice
from tools.reliability import files, packed, texts
from tools.reliability.samples import TEXTS
from tools.reliability.tried import Tried, Verdict, attempt

ROOT = Path(__file__).parents[2]
GOOD = {f"good-{n}.txt": text for n, text in enumerate(TEXTS, start=1)}
FAMILIES: Mapping[str, texts.Inputs] = {
    "texts": texts.TEXT_INPUTS,
    "pages": texts.PAGE_INPUTS,
    "records": texts.RECORD_INPUTS,
    "gzip": packed.GZIP_INPUTS,
    "zip": packed.ZIP_INPUTS,
    "web archives": packed.WARC_INPUTS,
    "DOCX": packed.DOCX_INPUTS,
    "Parquet": packed.PARQUET_INPUTS,
}
"""Families of inputs that are bytes."""
WHOLE = (("whole builds", "all inputs in one folder, by the command"),)
NOBODY = 65534
"""A user who may not do what root may."""


def wanted() -> Iterator[tuple[str, str, Callable[[Path], object]]]:
    """Yield family, name and maker of every input; what a maker makes stands in the folder given."""
    for family, inputs in FAMILIES.items():
        for name, (file, make) in inputs.items():
            yield family, name, _written(file, make)
    for name, called in files.NAMES.items():
        yield "names of files", name, files.named(called)
    for name, (file, build) in files.SPECIAL.items():
        yield "files that are none", name, _built(file, build)


def _written(file: str, make: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_bytes(make())


def _built(file: str, build: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda folder: build(folder / file)


def tried_inputs() -> Iterator[Tried]:
    """Read every input, each in a folder and a process of its own."""
    for family, name, make in wanted():
        with tempfile.TemporaryDirectory() as scratch:
            Path(scratch).chmod(0o755)
            folder = Path(scratch, "in")
            outcome, said = attempt(lambda: _read(folder, make))  # noqa: B023  # done at once
            yield Tried(family, name, outcome, said)
            _opened(folder)


def all_at_once() -> Tried:
    """Build, by the command, from all inputs together."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = Path(scratch, "in"), Path(scratch, "out")
        lay_good(folder)
        for _, _, make in wanted():
            make(folder)
        laid = {shown(path.name) for path in folder.iterdir()}
        command = [sys.executable, "-m", "graph_builder", "build", str(folder), "-o", str(out)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1800, check=False)
        (family, name), number = WHOLE[0], len(laid)
        if done.returncode != 1 or "Traceback" in done.stderr:
            return Tried(family, name, "crashed", f"exit code {done.returncode}: {done.stderr[-300:]}", number)
        report = json.loads((out / "report.json").read_bytes())
    read = {article["file"] for article in report["articles"]}
    said = {notice["file"] for notice in report["notices"]}
    if not set(GOOD) <= read:
        return Tried(family, name, "lost", f"{set(GOOD) - read}", number)
    counts = report["counts"]
    told = (
        f"{counts['articles']} articles; {counts['errors']:,} errors, {counts['skipped']:,} skipped, each with its file"
    )
    return Tried(family, name, "processed", told if said else "", number)


def lay_good(folder: Path) -> None:
    """Make a folder with the sound articles."""
    folder.mkdir()
    for name, text in GOOD.items():
        (folder / name).write_text(text, "utf-8")


def _read(folder: Path, make: Callable[[Path], object]) -> Verdict:
    lay_good(folder)
    make(folder)
    if os.geteuid() == 0 and list(folder.glob("closed*")):
        list(read_articles([str(folder)]))  # all is imported that the other may not read
        os.setuid(NOBODY)
    before = {shown(path.name) for path in folder.iterdir()} - set(GOOD)
    items = []
    for item in read_articles([str(folder)]):
        items.append(item)
        if isinstance(item, Article):
            extract(item)
    return judged(items, before)


def judged(items: Iterable[Article | Notice], hostile: Iterable[str]) -> Verdict:
    """Tell how a run ended for the hostile files of a folder, from what was read and said of all its files."""
    items = list(items)
    read = {item.file for item in items if isinstance(item, Article)}
    said = [item for item in items if isinstance(item, Notice)]
    if not set(GOOD) <= read:
        return "lost", f"not read: {', '.join(sorted(set(GOOD) - read))}"
    nameless = [notice for notice in said if not (notice.file and notice.problem and notice.remedy)]
    if nameless:
        return "crashed", f"a notice without name or remedy: {nameless[0]}"
    told = next((f"{notice.problem}; {notice.remedy}" for notice in said if notice.kind != "warning"), "")
    if read - set(GOOD):
        return "processed", told
    return ("refused", told) if told else ("passed over", f"nothing is said of {', '.join(sorted(hostile))}")


def _opened(folder: Path) -> None:
    """Let a folder be removed again."""
    for path in folder.glob("closed*"):
        path.chmod(0o700)
