"""Write the tables of features into docs/explanation/resolution.md, from graph_builder/resolution/weights.yml.

Run: python -m tools.make_weights
"""

from __future__ import annotations

from pathlib import Path

from graph_builder.model import EntityKind
from graph_builder.resolution.matching import table

PAGE = Path(__file__).parents[1] / "docs/explanation/resolution.md"
KINDS: tuple[EntityKind, ...] = ("person", "body", "event")


def rows(kind: EntityKind) -> str:
    """Return the features of a kind as a table of Markdown."""
    lines = ["| bits | feature | why |", "|---:|---|---|"]
    lines += [f"| {feature.bits:+g} | {feature.says} | {feature.why} |" for feature in table(kind).values()]
    return "\n".join(lines)


def filled(page: str) -> str:
    """Return a page with the table of each kind between its marks."""
    for kind in KINDS:
        start, end = f"<!-- {kind} -->\n", "<!-- end -->"
        before, rest = page.split(start, 1)
        _, after = rest.split(end, 1)
        page = f"{before}{start}\n{rows(kind)}\n\n{end}{after}"
    return page


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
