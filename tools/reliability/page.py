"""docs/reliability.md: what was tried, and how it ended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from tools.reliability.tried import BAD, Outcome, Tried

COLUMNS: tuple[Outcome, ...] = ("refused", "processed", "cut off", "passed over", "skipped", *BAD)
BEGIN, END = "<!-- tried: made by tools/reliability -->\n", "<!-- end of what was tried -->\n"
_SCRATCH = re.compile(r"/tmp/tmp\w+")  # what is left out, not what is written to
_SIGNS = re.compile(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069]")


def page(before: str, tried: Sequence[Tried]) -> str:
    """Return the page with what stands between its marks made anew."""
    head, _, rest = before.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{_summary(tried)}\n{_each(tried)}{END}{tail}"


def listed(text: str) -> set[tuple[str, str]]:
    """Return family and name of all that a page lists."""
    found, family = set(), ""
    for line in text.partition(BEGIN)[2].partition(END)[0].splitlines():
        if line.startswith("### "):
            family = line.removeprefix("### ")
        elif family and line.startswith("| ") and not line.startswith(("| what ", "| --")):
            found.add((family, line.split(" | ")[0].removeprefix("| ")))
    return found


def _summary(tried: Sequence[Tried]) -> str:
    counts: dict[str, Counter[Outcome]] = {}
    for one in tried:
        counts.setdefault(one.family, Counter())[one.outcome] += one.number
    rows = [[family, ended.total(), *(ended[column] for column in COLUMNS)] for family, ended in counts.items()]
    total = sum(counts.values(), Counter())
    rows.append(["**all**", total.total(), *(total[column] for column in COLUMNS)])
    return _table(["what", "tried", *COLUMNS], rows)


def _each(tried: Sequence[Tried]) -> str:
    parts = []
    for family, group in groupby(tried, key=lambda one: one.family):
        by_name: dict[str, list[Tried]] = {}
        for one in group:
            by_name.setdefault(one.name, []).append(one)
        rows = [[name, _ended(ones), _said(ones)] for name, ones in by_name.items()]
        parts.append(f"### {family}\n\n{_table(['what', 'ended', 'what is said'], rows)}\n")
    return "\n".join(parts)


def _ended(ones: Iterable[Tried]) -> str:
    counted: Counter[Outcome] = Counter()
    for one in ones:
        counted[one.outcome] += one.number
    if counted.total() == 1:
        return next(iter(counted))
    return ", ".join(f"{number:,} {outcome}" for outcome, number in counted.items())


def _said(ones: Iterable[Tried]) -> str:
    said = next((one.said for one in ones if one.said), "")
    shown = _SIGNS.sub(" ", _SCRATCH.sub("…", said)).replace("|", "\\|").replace("<", "&lt;")
    return f"{shown[:200]}…" if len(shown) > 200 else shown


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["--"] * len(head), *rows]
    return "".join("| " + " | ".join(map(str, cells)) + " |\n" for cells in lines)
