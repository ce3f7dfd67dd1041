"""Two builds side by side: what only the later one says, what only the earlier one said, what they say differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph_builder.comparison.things import TABLES, Thing, things


@dataclass(frozen=True, slots=True)
class Change:
    """A thing of which two builds state different details."""

    old: Thing
    new: Thing

    @property
    def details(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The columns that differ, with the earlier and the later values."""
        pairs = {column: (values, self.new.details[column]) for column, values in self.old.details.items()}
        return {column: pair for column, pair in pairs.items() if pair[0] != pair[1]}


@dataclass(frozen=True, slots=True)
class Difference:
    """How the things of one table differ, each list in the order of its build's table."""

    table: str
    gained: tuple[Thing, ...]
    lost: tuple[Thing, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Say whether there is any difference."""
        return bool(self.gained or self.lost or self.changed)


def compare(old: str | Path, new: str | Path) -> list[Difference]:
    """Return how the build in the folder ``new`` differs from that in ``old``, table by table.

    Names are compared with spelling variants folded. Two people of one name are one here.

    Raises:
        OutputError: one of the folders is no build, or not as the build wrote it.
    """
    before, after = things(old), things(new)
    return [_difference(table, before[table], after[table]) for table in TABLES]


def _difference(table: str, old: Mapping[tuple[str, ...], Thing], new: Mapping[tuple[str, ...], Thing]) -> Difference:
    both = [Change(thing, new[key]) for key, thing in old.items() if key in new]
    return Difference(
        table,
        gained=tuple(thing for key, thing in new.items() if key not in old),
        lost=tuple(thing for key, thing in old.items() if key not in new),
        changed=tuple(change for change in both if change.details),
    )
