"""The whole build: articles are read, facts extracted, names resolved, and everything written, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from graph_builder import __version__
from graph_builder.articles import Found, Raw, raw
from graph_builder.articles.inputs import discover
from graph_builder.decisions import Decisions
from graph_builder.erasure import Forgotten, hidden
from graph_builder.errors import InputError, OutputError
from graph_builder.extractors import Rules, Source
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.lexicon.loader import addition, adopt
from graph_builder.memory import READINGS, Journal, Run, shared, world_in
from graph_builder.model import Article, Notice, Reading
from graph_builder.output import PAGES, TIMES, replacing
from graph_builder.report import Summary, summarise
from graph_builder.resolution import resolve
from graph_builder.resolution.copies import copies as copies_among
from graph_builder.stages import Stages
from graph_builder.visual.site.write import write_pages
from graph_builder.workers import Workers
from graph_builder.writing import Files, Sifting, Teller, write_articles

MOST_FACTS = 200_000
"""Of more, pages are written only if that is asked for: all facts are in memory then."""
Watcher = Callable[[Article | Notice | str], None]
"""Is told of each article read (without its words), of each notice about an input, and of each stage by name, as they
happen or begin."""


@dataclass(frozen=True)
class Options:
    """How a folder is built; ``build`` says what each means."""

    base: str = DEFAULT_BASE
    among: Sequence[Source] = (Rules(),)
    min_confidence: float = 0.0
    jobs: int = 1
    columns: Mapping[str, str] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    held: float = 0.0
    forgotten: Forgotten | None = None
    watch: Watcher = lambda _: None
    told: frozenset[Notice] = frozenset()
    """Notices that are not new to the user."""
    with_text: bool = False
    copies: bool = True
    """Whether copies of one text are told from independent articles."""
    pages: bool | None = None


def build(
    inputs: Sequence[str],
    out: str,
    base: str = DEFAULT_BASE,
    watch: Watcher = lambda _: None,
    among: Sequence[Source] = (Rules(),),
    *,
    min_confidence: float = 0.0,
    jobs: int = 1,
    columns: Mapping[str, str] | None = None,
    decisions: Decisions | None = None,
    held: float = 0.0,
    forgotten: Forgotten | None = None,
    with_text: bool = False,
    copies: bool = True,
    pages: bool | None = None,
) -> Summary:
    """Build the folder ``out`` from files, folders and globs, as a whole or not at all; say what it holds.

    ``base`` begins the IRIs of the graph, ``among`` are who reads each article (``graph_builder.extractors.sources``).
    Facts of less than ``min_confidence`` (0 to 1) are left out of all that is built, as if they had not been read; so
    is whatever no other fact speaks of. ``jobs`` processes apply the rules where the articles are many, and what is
    built is the same; a program that asks for more than one must guard its start by ``if __name__ == "__main__"``.
    ``columns`` says what records call their fields (``read_articles``). ``decisions`` are what people decided of names
    and facts; facts of less confidence than ``held`` that nobody accepted are held back, and counted in the report.
    ``with_text`` keeps and shows articles whole, not only what is quoted of them. Copies of one text are told from
    independent articles, unless ``copies`` is false. Without ``pages`` none are written, and ``visualise`` does that
    later; unless told, they are where there are not more facts than ``MOST_FACTS``. Nothing is told of people on the
    list ``forgotten``, and their names are masked.
    Inputs that cannot be read are notices, and the rest is built; without a single article, or where ``out`` cannot be
    written or is not ours, an error says so and ``out`` stays as it was. What was read before an interruption is not
    read again by the next build of the same articles.
    """
    refuse_output_among_inputs(inputs, out)
    sources, notices = discover(inputs)
    how = base, among, min_confidence, jobs, columns or {}, decisions or Decisions(), held, forgotten, watch
    options = Options(*how, with_text=with_text, copies=copies, pages=pages)
    with at_work(out, options) as work:
        return work.write(chain(notices, raw(sources, columns, work.run.journal.has)))


@contextmanager
def at_work(out: str, options: Options) -> Iterator[Work]:
    """Yield what writes ``out`` anew, as a whole or not at all, while no other process does."""
    forgotten = options.forgotten
    how = [dict(options.columns), forgotten.digest if forgotten else None, options.with_text]
    journal = Journal(out, options.among, how)
    workers = Workers(options.jobs, partial(adopt, addition()))
    run = Run(options.among, journal, options.watch, told=options.told, workers=workers, whole=options.with_text)
    run.hide = partial(hidden, forgotten=forgotten) if forgotten else None
    stages = Stages(options.watch, lambda: workers.processor_seconds)
    with replacing(out, lambda folder: stages.write(folder / TIMES)) as folder, journal, workers:
        yield Work(folder, options, run, stages)
    journal.remove()


@dataclass(frozen=True)
class Work:
    """A folder that is being written."""

    folder: Path
    options: Options
    run: Run
    stages: Stages

    def write(self, items: Iterable[Raw | Found | Notice]) -> Summary:
        """Write all that comes of what was found in files, and was said of them; say what it is.

        Raises:
            InputError: there is no article.
        """
        options = self.options
        sifting = Sifting(options.decisions, options.min_confidence, options.held)
        met = Met(sifting)
        self.stages.begin("reading")
        known = [shared(met.sifted(reading)) for reading in self.run.keep(items, self.folder / READINGS)]
        self.stages.begin("resolving")
        copies = self.run.workers.ahead(copies_among, [reading.article for reading in known if options.copies])
        world = resolve(known, options.decisions.judgements(known))
        world = replace(world, copies=copies())
        if not world.readings:
            raise InputError("There is no article to build from", "Name files, folders or globs with Arabic articles.")
        summary = summarise(world, self.run.notices, met.left_out)
        how = {**how_built(options), "review": review(options, world.doubts, met)}
        with Files(self.folder, world, options.base, self.stages) as files:
            write_articles(world, self.run.lines, Teller(self.folder, options.base, sifting), files, self.run.workers)
            files.report.finish(summary, world.copies.values(), self.run.notices, options.min_confidence, how)
            store = files.finish()
        if self._has_pages(met.facts):
            self.stages.begin("writing pages")
            write_pages(world_in(self.folder), self.folder, options.base, store)
        self.stages.begin("bringing to disk")
        return summary

    def _has_pages(self, facts: int) -> bool:
        """Whether there will be pages; say so where there are too many facts."""
        if self.options.pages is None and facts > MOST_FACTS:
            problem = f"no pages are written: of {facts:,} facts, they would take much memory and time"
            self.options.watch(Notice(PAGES, "warning", problem, "ask with query, ask and serve, or say --pages"))
            return False
        return self.options.pages is not False


@dataclass
class Met:
    """What is noted of readings while they go by, before names are resolved."""

    sifting: Sifting
    facts: int = 0
    """How many the world is to have."""
    left_out: int = 0
    held_back: int = 0
    read: list[Reading] = field(default_factory=list)
    """All of them as they were read, where people decided anything."""

    def sifted(self, reading: Reading) -> Reading:
        """Return what the world is to have of a reading."""
        sure = self.sifting.sure(reading)
        known = self.sifting.known(sure)
        self.facts += len(known.facts)
        self.left_out += len(reading.facts) - len(sure.facts)
        self.held_back += len(sure.facts) - len(known.facts)
        if self.sifting.decisions:
            self.read.append(reading)
        return known


def how_built(options: Options) -> dict[str, object]:
    """Return what the report says of how the folder was built: all that must be the same to build it again."""
    how: dict[str, object] = {"base": options.base, "version": __version__, **_read_with(options.among)}
    if options.columns:
        how["columns"] = dict(options.columns)
    if options.forgotten:
        how["forgotten"] = options.forgotten.digest
    if options.with_text:
        how["with_text"] = True
    if not options.copies:
        how["no_copies"] = True
    if options.pages is not None:
        how["pages"] = options.pages
    return how


def review(options: Options, doubts: int, met: Met) -> dict[str, object]:
    """Return what the report says of what people decided, and of what they still have to."""
    told: dict[str, object] = {"doubts": doubts}
    if options.decisions:
        decided = options.decisions
        unused = decided.unused(met.read)
        told |= {"decisions": len(decided.holding), "unused": unused, "outweighed": decided.contradicting}
    if options.held:
        told |= {"below": options.held, "held_back": met.held_back}
    return told


def _read_with(among: Sequence[Source]) -> dict[str, object]:
    """Return what the report says of who read, where that is not the package alone."""
    added = addition()
    told: dict[str, object] = {"lexicon": {"digest": added.digest, "files": added.files}} if added else {}
    if any(not isinstance(source, Rules) for source in among):
        told["extractors"] = [source.description() for source in among]
    return told


def refuse_output_among_inputs(inputs: Sequence[str], out: str) -> None:
    """A folder that holds ``out`` would feed the next build with what this one writes."""
    for name in inputs:
        if Path(name).is_dir() and Path(out).resolve().is_relative_to(Path(name).resolve()):
            raise OutputError(f"{out} lies in {name}, which is read", "Choose a folder elsewhere with -o.")
