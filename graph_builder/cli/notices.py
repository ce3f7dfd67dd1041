"""What is to be said about inputs, equal things together: a thousand files with one fault are one line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph_builder.model import Notice

MOST_WARNINGS = 10
"""Lines of warnings. Errors and what was skipped are all told: without a build there is no report that lists them."""
EXAMPLES = 3

_DIFFERS = re.compile(r"\([^()]*\)|'[^']*'|\"[^\"]*\"|(?<![\w-])\d[\d/.-]*")
"""What differs between notices that say the same: what stands in brackets or quotes, numbers, dates."""


@dataclass
class _Group:
    """Notices that say the same."""

    first: Notice
    like: str
    """What they say, without what differs between them."""
    files: list[str] = field(default_factory=list)
    number: int = 0
    equal: bool = True

    def add(self, notice: Notice) -> None:
        self.number += 1
        self.equal = self.equal and notice.problem == self.first.problem
        if len(self.files) < EXAMPLES:
            self.files.append(notice.file)

    def line(self) -> str:
        kind, problem, remedy = self.first.kind, self.first.problem, self.first.remedy
        if self.number == 1:
            return f"{kind}: {self.first.file}: {problem}; {remedy}"
        more = f" and {self.number - EXAMPLES:,} more" if self.number > EXAMPLES else ""
        said = problem if self.equal else self.like
        return f"{kind}: {self.number:,} times: {said}; {remedy}: {', '.join(self.files)}{more}"


class Notices:
    """The notices of one run; of those that say the same, their number and the first files are kept."""

    def __init__(self) -> None:
        """Begin with none."""
        self.counts: Counter[str] = Counter()
        self._groups: dict[tuple[str, str, str], _Group] = {}

    def add(self, notice: Notice) -> None:
        """Take note of one."""
        self.counts[notice.kind] += 1
        like = _DIFFERS.sub(_shortened, notice.problem)
        self._groups.setdefault((notice.kind, like, notice.remedy), _Group(notice, like)).add(notice)

    def lines(self) -> Iterator[str]:
        """Yield a line for each group, in the order in which they were first met."""
        warnings = [group for group in self._groups.values() if group.first.kind == "warning"]
        left = warnings[MOST_WARNINGS:]
        yield from (group.line() for group in self._groups.values() if group not in left)
        if left:
            number = sum(group.number for group in left)
            yield f"... and {number:,} more warnings; the report.json of a build lists all"


def _shortened(found: re.Match[str]) -> str:
    return "(…)" if found[0].startswith("(") else "…"
