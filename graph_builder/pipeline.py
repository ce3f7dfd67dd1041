"""The whole build: articles are read, facts extracted, names resolved, and everything written, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from graph_builder import __version__
from graph_builder.articles import Found, found
from graph_builder.articles.inputs import discover
from graph_builder.decisions import Decisions
from graph_builder.erasure import Forgotten, hidden
from graph_builder.errors import InputError, OutputError
from graph_builder.export.csvw import write_csvw
from graph_builder.export.facts import write_facts
from graph_builder.export.tables import write_tables
from graph_builder.export.trig import write_trig
from graph_builder.export.turtle import write_turtle
from graph_builder.extractors import Rules, Source
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.lexicon.loader import addition
from graph_builder.memory import ENTITIES, PAIRS, READINGS, Journal, Run, write_entities, write_pairs
from graph_builder.model import Article, Notice, Reading, World
from graph_builder.output import TIMES, replacing
from graph_builder.query.store import write_store
from graph_builder.report import Summary, summarise, write_report
from graph_builder.resolution import resolve
from graph_builder.resolution.copies import copies as copies_among
from graph_builder.stages import Stages
from graph_builder.threshold import at_least
from graph_builder.visual.site.write import write_pages

Watcher = Callable[[Article | Notice | str], None]
"""Is told of each article read, of each notice about an input, and of each stage by name, as they happen or begin."""


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
) -> Summary:
    """Build the folder ``out`` from files, folders and globs, as a whole or not at all; say what it holds.

    ``base`` begins the IRIs of the graph, ``among`` are who reads each article (``graph_builder.extractors.sources``).
    Facts of less than ``min_confidence`` (0 to 1) are left out of all that is built, as if they had not been read; so
    is whatever no other fact speaks of. ``jobs`` processes apply the rules where the articles are many, and what is
    built is the same; a program that asks for more than one must guard its start by ``if __name__ == "__main__"``.
    ``columns`` says what records call their fields (``read_articles``). ``decisions`` are what people decided of names
    and facts; facts of less confidence than ``held`` that nobody accepted are held back, and counted in the report.
    ``with_text`` keeps and shows articles whole, not only what is quoted of them. Copies of one text are told from
    independent articles, unless ``copies`` is false. Nothing is told of people on the list
    ``forgotten``, and their names are masked.
    Inputs that cannot be read are notices, and the rest is built; without a single article, or where ``out`` cannot be
    written or is not ours, an error says so and ``out`` stays as it was. What was read before an interruption is not
    read again by the next build of the same articles.
    """
    refuse_output_among_inputs(inputs, out)
    sources, notices = discover(inputs)
    how = base, among, min_confidence, jobs, columns or {}, decisions or Decisions(), held, forgotten, watch
    options = Options(*how, with_text=with_text, copies=copies)
    with at_work(out, options) as work:
        return work.write(chain(notices, found(sources, columns, work.run.journal.has)))


@contextmanager
def at_work(out: str, options: Options) -> Iterator[Work]:
    """Yield what writes ``out`` anew, as a whole or not at all, while no other process does."""
    forgotten = options.forgotten
    how = [dict(options.columns), forgotten.digest if forgotten else None, options.with_text]
    journal = Journal(out, options.among, how)
    run = Run(options.among, journal, options.watch, told=options.told, jobs=options.jobs, whole=options.with_text)
    run.hide = partial(hidden, forgotten=forgotten) if forgotten else None
    stages = Stages(options.watch)
    with replacing(out, lambda folder: stages.write(folder / TIMES)) as folder, journal:
        yield Work(folder, options, run, stages)
    journal.remove()


@dataclass(frozen=True)
class Work:
    """A folder that is being written."""

    folder: Path
    options: Options
    run: Run
    stages: Stages

    def write(self, items: Iterable[Found | Notice]) -> Summary:
        """Write all that comes of the articles that were found, and of what was said of files; say what it is.

        Raises:
            InputError: there is no article.
        """
        left_out: Counter[str] = Counter()
        decided = self.options.decisions
        read: list[Reading] = []
        self.stages.begin("reading")
        readings = _noted(self.run.keep(items, self.folder / READINGS), read)
        sure = list(_sure(map(decided.reviewed, readings), self.options.min_confidence, left_out))
        known = [at_least(reading, self.options.held) for reading in sure]
        self.stages.begin("resolving")
        world = resolve(known, decided.judgements(known))
        if self.options.copies:
            world = replace(world, copies=copies_among(reading.article for reading in world.readings))
        if not world.readings:
            raise InputError("There is no article to build from", "Name files, folders or globs with Arabic articles.")
        _write(world, self.options.base, self.folder, self.stages)
        self.stages.begin("writing report")
        report = self.folder / "report.json"
        how = {**_how(self.options), "review": _review(self.options, world, read, facts_of(sure) - facts_of(known))}
        write_report(world, self.run.notices, report, self.options.min_confidence, left_out, how)
        self.stages.begin("bringing to disk")
        return summarise(world, self.run.notices, left_out)


def _how(options: Options) -> dict[str, object]:
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
    return how


def _review(options: Options, world: World, read: Sequence[Reading], held_back: int) -> dict[str, object]:
    """Return what the report says of what people decided, and of what they still have to."""
    doubts = sum(pair.outcome == "review" for pair in world.pairs)
    told: dict[str, object] = {"doubts": doubts}
    if options.decisions:
        decided = options.decisions
        told |= {"decisions": len(decided.holding), "unused": decided.unused(read), "outweighed": decided.contradicting}
    if options.held:
        told |= {"below": options.held, "held_back": held_back}
    return told


def facts_of(readings: Iterable[Reading]) -> int:
    """Return how many facts readings have."""
    return sum(len(reading.facts) for reading in readings)


def _read_with(among: Sequence[Source]) -> dict[str, object]:
    """Return what the report says of who read, where that is not the package alone."""
    added = addition()
    told: dict[str, object] = {"lexicon": {"digest": added.digest, "files": added.files}} if added else {}
    if any(not isinstance(source, Rules) for source in among):
        told["extractors"] = [source.description() for source in among]
    return told


def _noted(readings: Iterable[Reading], read: list[Reading]) -> Iterator[Reading]:
    """Yield readings, and note them."""
    for reading in readings:
        read.append(reading)
        yield reading


def _sure(readings: Iterable[Reading], min_confidence: float, left_out: Counter[str]) -> Iterator[Reading]:
    """Leave out unsure facts; count them by article."""
    for reading in readings:
        sure = at_least(reading, min_confidence)
        left_out[reading.article.id] = len(reading.facts) - len(sure.facts)
        yield sure


def _write(world: World, base: str, folder: Path, stages: Stages) -> None:
    stages.begin("writing graph")
    graph = quads(world, base)
    write_trig(graph, folder / "graph.trig", base)
    write_turtle(graph, folder / "graph.ttl", base)
    stages.begin("writing store")
    store = write_store(graph, folder)
    stages.begin("writing tables")
    write_tables(world, folder / "tables")
    write_csvw(folder / "tables", base)
    write_facts(world, folder / "facts.jsonl")
    write_entities(world, folder / ENTITIES)
    write_pairs(world, folder / PAIRS)
    stages.begin("writing pages")
    write_pages(world, folder, base, store)


def refuse_output_among_inputs(inputs: Sequence[str], out: str) -> None:
    """A folder that holds ``out`` would feed the next build with what this one writes."""
    for name in inputs:
        if Path(name).is_dir() and Path(out).resolve().is_relative_to(Path(name).resolve()):
            raise OutputError(f"{out} lies in {name}, which is read", "Choose a folder elsewhere with -o.")
