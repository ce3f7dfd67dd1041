"""How often each rule is right on gold, and whether confidence holds: the numbers of docs/explanation/extraction.md.

The confidences in ``graph_builder/extraction`` come from the rules that this prints: the share of a rule's facts that
the gold of tests/gold/dev and seeds/ has. Of tests/gold/blind only the calibration is measured, never its rules.

Writes docs/explanation/calibration-{seen,blind}.svg and the table between the marks in docs/explanation/extraction.md.
Run from the repository: ``PYTHONPATH=. python tools/measure_confidence.py``.
"""

from __future__ import annotations

import re
from pathlib import Path

from graph_builder.articles import read_articles
from graph_builder.evaluation import Evaluation, evaluate_world
from graph_builder.evaluation.calibration import Bin, calibration, calibration_error
from graph_builder.evaluation.judge import Judgement
from graph_builder.evaluation.page import plot
from graph_builder.evaluation.scores import by_rule
from graph_builder.extraction import extract
from graph_builder.model import Article
from graph_builder.resolution import resolve

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs" / "explanation"
SEEN = (ROOT / "tests" / "gold" / "dev", ROOT / "seeds")
BLIND = (ROOT / "tests" / "gold" / "blind",)
BEGIN, END = "<!-- calibration: made by tools/measure_confidence.py -->\n", "<!-- end of calibration -->\n"


def measure(folders: tuple[Path, ...]) -> Evaluation:
    """Judge the articles of some folders by the gold beside them."""
    judgements: list[Judgement] = []
    articles: list[str] = []
    for folder in folders:
        read = read_articles([str(path) for path in sorted(folder.glob("*.txt"))])
        found = evaluate_world(resolve(extract(article) for article in read if isinstance(article, Article)), folder)
        judgements += found.judgements
        articles += found.articles
    return Evaluation(tuple(judgements), tuple(articles), ())


def table(seen: list[Bin], blind: list[Bin]) -> str:
    """Return both calibrations as one table in Markdown, with the averages of their errors under it."""
    lines = [
        "| confidence | seen: facts | stated | true | 95 % interval | blind: facts | stated | true | 95 % interval |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    cells = [{found.low: found for found in bins} for bins in (seen, blind)]
    for low in sorted(set().union(*cells)):
        high = max(bins[low].high for bins in cells if low in bins)
        lines.append(f"| {low:.2f} to {high:.2f} | " + " | ".join(_cells(bins.get(low)) for bins in cells) + " |")
    errors = [f"{error:.3f}" if (error := calibration_error(bins)) is not None else "-" for bins in (seen, blind)]
    return "\n".join([*lines, "", f"Expected calibration error: {errors[0]} seen, {errors[1]} blind.", ""])


def _cells(found: Bin | None) -> str:
    if found is None:
        return "| | |"
    low, high = found.interval
    return f"{found.told} | {found.stated:.2f} | {found.share:.2f} | {low:.2f} to {high:.2f}"


def main() -> None:
    """Measure, print the rules, write plots and table."""
    seen, blind = measure(SEEN), measure(BLIND)
    for rule in by_rule(seen):
        print(f"{rule.rule or rule.table:<32}{rule.told:>5}{rule.share:>7.2f}")
    for name, title, measured in (("seen", "Seen articles", seen), ("blind", "Blind articles", blind)):
        drawing = plot(calibration(measured), title)
        (DOCS / f"calibration-{name}.svg").write_text(drawing + "\n", encoding="utf-8")
    page = DOCS / "extraction.md"
    made = BEGIN + table(calibration(seen), calibration(blind)) + END
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(f"{BEGIN}.*{END}", lambda _: made, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
