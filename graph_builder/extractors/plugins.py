"""Extractors that other installed distributions offer under the entry point group ``graph_builder.extractors``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from graph_builder.errors import ConfigurationError
from graph_builder.extractors.checked import Supplied, checked
from graph_builder.model import Article, Fact, Notice

GROUP = "graph_builder.extractors"
Supplier = Callable[[Article], Iterable[Mapping[str, object]]]
"""What an entry point is: given an article, it returns facts as JSON objects (facts.schema.json)."""
_CRASHES = (Exception, SystemExit)
"""What another program may raise without ending the build; an interruption by the user is none of these."""


@dataclass(frozen=True)
class Installed:
    """An extractor of another distribution."""

    name: str
    supply: Supplier
    distribution: str
    """Name and version of the distribution."""

    def facts(self, article: Article) -> tuple[list[Fact], list[Notice]]:
        """Return what it reads from an article; a crash is a notice, and then nothing of it is kept."""
        try:
            supplied = [Supplied(f"fact {n}", value) for n, value in enumerate(self.supply(article), 1)]
        except _CRASHES as error:
            problem = f"extractor {self.name} failed on it: {type(error).__name__}: {error}"
            return [], [Notice(article.file, "error", problem, f"tell the makers of {self.distribution}")]
        facts, refused = checked(article, supplied, self.name)
        return facts, [
            Notice(article.file, "warning", f"{told.where} of extractor {self.name} is refused: {told.reason}",
                   f"tell the makers of {self.distribution}")
            for told in refused
        ]  # fmt: skip

    def unused(self) -> Iterator[Notice]:
        """Yield nothing: it is asked for each article."""
        return iter(())

    def description(self) -> dict[str, str]:
        """Return what the report says of it."""
        return {"name": self.name, "distribution": self.distribution}


def names() -> list[str]:
    """Return the names of the extractors that are installed."""
    return sorted({point.name for point in entry_points(group=GROUP)})


def installed(name: str) -> Installed:
    """Return the extractor of this name.

    Raises:
        ConfigurationError: there is none, or there are two, or it cannot be loaded or called.
    """
    points = {(point.value, _distribution(point)): point for point in entry_points(group=GROUP, name=name)}
    offered = " and ".join(sorted(distribution for _, distribution in points))
    if not points:
        known = ", ".join(["rules", *names()])
        raise ConfigurationError(
            f"There is no extractor {name}",
            f"Installed are: {known}. Install the package that has it, or mend the name.",
        )
    if len(points) > 1:
        raise ConfigurationError(f"There are several extractors {name}: of {offered}", "Uninstall all but one.")
    (point,) = points.values()
    try:
        supply = point.load()
    except _CRASHES as error:
        problem = f"The extractor {name} of {offered} cannot be loaded: {type(error).__name__}: {error}"
        raise ConfigurationError(problem, "Mend its installation, or do without it.") from error
    if not callable(supply):
        raise ConfigurationError(f"The extractor {name} of {offered} is no function", "Tell its makers.")
    return Installed(name, supply, offered)


def _distribution(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else "an unnamed distribution"
