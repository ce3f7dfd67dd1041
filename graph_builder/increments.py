"""Articles added to a built folder, or taken out of it: only what is new is read, all else is as in a full build."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath
from typing import Any

from graph_builder import __version__
from graph_builder.articles import Found, Place, Raw, found, raw
from graph_builder.articles.inputs import Source as File
from graph_builder.articles.inputs import discover
from graph_builder.decisions import Decisions, decisions_on
from graph_builder.erasure import list_for
from graph_builder.errors import ConfigurationError, InputError, OutputError, QueryError
from graph_builder.extractors import Source, sources
from graph_builder.lexicon.loader import addition
from graph_builder.memory import READINGS, Journal, Stored
from graph_builder.model import Notice
from graph_builder.output import open_output, tidied
from graph_builder.pipeline import Options, Watcher, Work, at_work, refuse_output_among_inputs
from graph_builder.report import Summary


@dataclass(frozen=True)
class Change:
    """What became of a folder. ``summary``: what it holds; ``None`` if nothing was to be done and it is as it was."""

    summary: Summary | None
    read: int = 0
    """Articles that were read."""
    known: int = 0
    """Articles that were not read again."""
    gone: tuple[str, ...] = ()
    """Ids of articles that are no longer there: removed, or replaced by what their file holds now."""


def add(
    inputs: Sequence[str],
    out: str,
    facts: Sequence[str] = (),
    *,
    keep_both: bool = False,
    jobs: int = 1,
    suppress: str | None = None,
    watch: Watcher = lambda _: None,
    decisions: Decisions | None = None,
) -> Change:
    """Add articles to the folder ``out``: it becomes what a build of the old and the new ones together writes.

    Only articles are read whose bytes are not known under their file's name. A file whose name is known takes the place
    of the known one, as if the old one had been overwritten; with ``keep_both`` it stands beside it. ``facts`` are the
    files of facts that ``out`` was built with, ``suppress`` the list of people to forget, if it is not beside ``out``.

    Raises:
        OutputError: ``out`` is not the folder of a build, or of another version.
        ConfigurationError: ``out`` was built with other words, extractors or facts.
    """
    refuse_output_among_inputs(inputs, out)
    files, notices = discover(inputs)
    with tidied(out), open_output(out, READINGS) as opened:
        options = options_of(out, facts, jobs, watch, decisions, suppress)
        listed = options.forgotten.digest if options.forgotten else None
        if listed == _report(out).get("forgotten") and _Adding(
            Stored(opened[READINGS]), files, notices, keep_both=keep_both
        ).is_nothing(options.columns):
            Journal(out).remove()
            return Change(None)
    with at_work(out, options) as work, open_output(out, READINGS) as opened:
        adding = _Adding(Stored(opened[READINGS]), files, notices, keep_both=keep_both)
        return adding.done(work)


def remove(
    names: Sequence[str],
    out: str,
    facts: Sequence[str] = (),
    *,
    suppress: str | None = None,
    watch: Watcher = lambda _: None,
    decisions: Decisions | None = None,
) -> Change:
    """Take articles out of the folder ``out``, by id or file, with all that only they state.

    It becomes what a build without them writes. The copies of an article go with its id, but not with its file.

    Raises:
        QueryError: a name is neither the id nor the file of an article that ``out`` holds.
        InputError: no article would be left.
    """
    options = options_of(out, facts, 1, watch, decisions, suppress)
    with at_work(out, options) as work, open_output(out, READINGS) as opened:
        stored = Stored(opened[READINGS])
        wanted = set(names)
        _refuse_unknown(out, wanted, stored)
        files = wanted & {item.place.file for item, _ in stored.found}
        kept = [item for item, name in stored.found if not wanted & {name, item.place.name, item.place.file}]
        places = {item.place for item in kept}
        gone = {name for item, name in stored.found if item.place not in places} - _ids(stored, places)
        if not kept:
            raise InputError("No article would be left", f"Delete the folder {out} instead.")
        work.run.stored = stored
        said = [note for note in stored.notices if _file(note) not in wanted and not _within(_file(note), files)]
        return Change(work.write(chain(said, kept)), 0, len(kept), tuple(sorted(gone)))


def renew(
    out: str,
    facts: Sequence[str] = (),
    *,
    suppress: str | None = None,
    watch: Watcher = lambda _: None,
    decisions: Decisions | None = None,
) -> Change:
    """Write the folder ``out`` anew from what it keeps, with the decisions and the list that there are now.

    No article is read.

    Raises:
        OutputError, ConfigurationError: as for ``add``.
    """
    options = options_of(out, facts, 1, watch, decisions, suppress)
    with at_work(out, options) as work, open_output(out, READINGS) as opened:
        stored = Stored(opened[READINGS])
        work.run.stored = stored
        kept = [item for item, _ in stored.found]
        return Change(work.write(chain(stored.notices, kept)), 0, len(kept))


def _refuse_unknown(out: str, wanted: set[str], stored: Stored) -> None:
    known = {name for item, own in stored.found for name in (own, item.place.name, item.place.file)}
    known.update(map(_file, stored.notices))
    unknown = sorted(wanted - known)
    if unknown:
        raise QueryError(
            f"{out} holds no article {', '.join(unknown)}", "tables/articles.csv lists the ids and files of articles."
        )


def _ids(stored: Stored, places: Collection[Place]) -> set[str]:
    return {name for item, name in stored.found if item.place in places}


def options_of(
    out: str,
    facts: Sequence[str],
    jobs: int,
    watch: Watcher,
    decisions: Decisions | None = None,
    suppress: str | None = None,
) -> Options:
    """Return how a folder was built, to build it in the same way again; by default with the decisions beside it.

    ``suppress`` is the list of people to forget, if it is not beside ``out``.

    Raises:
        ConfigurationError: this process has other words, or extractors and files of facts are other ones, or the list
            is not there.
    """
    report = _report(out)
    if report.get("version") != __version__:
        raise OutputError(f"{out} was built by another version than {__version__}", "Build it again from all articles.")
    _check_words(out, report.get("lexicon"))
    forgotten = list_for(out, suppress)
    if "forgotten" in report and forgotten is None:
        raise ConfigurationError(f"{out} was built with a list of people to forget", "Name it with --suppress.")
    told = frozenset(Notice(**notice) for notice in report["notices"])
    among, columns = _among(out, report, facts), report.get("columns", {})
    decided, held = decisions_on(out) if decisions is None else decisions, report["review"].get("below", 0.0)
    how = report["base"], among, report["min_confidence"], jobs, columns, decided, held, forgotten, watch, told
    with_text, copies = report.get("with_text", False), not report.get("no_copies")
    return Options(*how, with_text=with_text, copies=copies, pages=report.get("pages"))


def _report(out: str) -> dict[str, Any]:
    with open_output(out, "report.json") as files:
        report: dict[str, Any] = json.load(files["report.json"])
    return report


def _check_words(out: str, told: dict[str, Any] | None) -> None:
    own = addition()
    if told and own is None:
        files = ", ".join(told["files"])
        raise ConfigurationError(f"{out} was built with words of your own ({files})", "Name their folder: --lexicon.")
    if (told["digest"] if told else None) != (own.digest if own else None):
        raise ConfigurationError(f"{out} was built with other words", "Use the same, or build again from all articles.")


def _among(out: str, report: dict[str, Any], facts: Sequence[str]) -> Sequence[Source]:
    told = report.get("extractors", [{"name": "rules"}])
    files = [source["file"] for source in told if "file" in source]
    if len(files) != len(facts):
        names = ", ".join(files) or "none"
        raise ConfigurationError(f"{out} was built with other files of facts: {names}", "Name them, and no others.")
    among = sources([source["name"] for source in told if "file" not in source], facts)
    for source, before in zip((source.description() for source in among), told, strict=True):
        if source != before:
            was, now = (" ".join(said[key] for key in sorted(said)) for said in (before, source))
            raise ConfigurationError(
                f"{out} was built with {was}, which is {now} now", "Use the same, or build again from all articles."
            )
    return among


class _Adding:
    """Files to be added to what is stored."""

    def __init__(self, stored: Stored, files: Sequence[File], notices: Sequence[Notice], *, keep_both: bool) -> None:
        self._stored = stored
        self._files = files
        self._notices = notices
        self._names = Counter() if keep_both else Counter(file.name for file in files)
        """Files that take the places of those of their names, and how many."""

    def is_nothing(self, columns: Mapping[str, str]) -> bool:
        """Whether all is known, and nothing of it is other than it was."""
        stored = {item.place for item, _ in self._stored.found}
        places, said = set(), set(self._notices)
        for item in found(self._files, columns, self._stored.has):
            if isinstance(item, Notice):
                said.add(item)
            elif item.place not in stored:
                return False
            else:
                places.add(item.place)
        before = {place for place in stored if place.file in self._names}
        told = {notice for notice in self._stored.notices if _within(_file(notice), self._names)}
        return before <= places and told <= said <= set(self._stored.notices)

    def done(self, work: Work) -> Change:
        """Write the folder anew."""
        self._refuse_unclear()
        stored, journal = self._stored, work.run.journal
        work.run.stored = stored
        columns = work.options.columns
        files = raw(self._files, columns, lambda place: stored.has(place) or journal.has(place))
        stay = [item for item, _ in stored.found if item.place.file not in self._names]
        said = [notice for notice in stored.notices if not _within(_file(notice), self._names)]
        met: set[Place] = set()
        summary = work.write(chain(self._notices, said, _merged(stay, _met(files, met))))
        bytes_met = {(place.name, place.digest) for place in met}
        gone = {
            name for item, name in stored.found
            if item.place.file in self._names and (item.place.name, item.place.digest) not in bytes_met
        }  # fmt: skip
        read = work.run.read
        return Change(summary, read, summary.articles - read, tuple(sorted(gone)))

    def _refuse_unclear(self) -> None:
        """Raise an error where a new file could take the place of several."""
        stored = Counter(item.place[:3] for item, _ in self._stored.found)
        for (file, *_), number in sorted(stored.items()):
            if number > self._names.get(file, number):
                raise InputError(
                    f"There are {number} files {file} already, and one of them would be replaced",
                    "Say --keep-both to have the new one beside them, or remove the old ones first.",
                )


def _met(items: Iterable[Raw | Found | Notice], met: set[Place]) -> Iterator[Raw | Found | Notice]:
    """Yield what comes, and note the places of what may be articles."""
    for item in items:
        if not isinstance(item, Notice):
            met.add(item.place)
        yield item


def _merged(known: Iterable[Found], fresh: Iterable[Raw | Found | Notice]) -> Iterator[Raw | Found | Notice]:
    """Yield known articles and others in the order of their places; one that is in both once."""
    waiting = deque(known)
    for item in fresh:
        if not isinstance(item, Notice):
            while waiting and waiting[0].place < item.place:
                yield waiting.popleft()
            if waiting and waiting[0].place == item.place:
                waiting.popleft()
        yield item
    yield from waiting


def _file(notice: Notice) -> str:
    """Return the name of the file that a notice is about: without the number of a record, if it names one."""
    file, _, number = notice.file.rpartition(":")
    return file if number.isdecimal() else notice.file


def _within(name: str, files: Collection[str]) -> bool:
    """Whether a name is that of one of these files, or of what stands in one."""
    return name in files or any(str(parent) in files for parent in PurePosixPath(name).parents)
