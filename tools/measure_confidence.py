"""How often each rule is right on gold, and whether confidence holds: the numbers of docs/explanation/extraction.md.

The confidences in ``graph_builder/extraction`` come from the rules that this prints: the share of a rule's facts that
the gold of ``SEEN`` has. Of ``BLIND`` only the calibration is measured, never its rules.

Writes docs/explanation/calibration-{seen,blind}.svg and the tables between the marks in docs/explanation/extraction.md.
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
SEEN = (
    *(
        ROOT / "tests" / "gold" / name
        for name in ("dev", "wide", "long", "retold", "retold_opened", "pages", "pages_opened")
    ),
    ROOT / "seeds",
)
BLIND = tuple(ROOT / "tests" / "gold" / name for name in ("blind", "pages_closed"))
SURE = 0.9
"""The bins below are small: they are also summed up."""
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


def table(title: str, bins: list[Bin]) -> str:
    """Return a calibration as a table in Markdown under its title, with the average of its errors."""
    error = calibration_error(bins)
    lines = [title + ("" if error is None else f" (expected calibration error {error:.3f})") + ":", ""]
    lines += ["| confidence | facts | stated | true | 95 % interval |", "|---|---|---|---|---|"]
    for found in bins:
        low, high = found.interval
        span, interval = f"{found.low:.2f} to {found.high:.2f}", f"{low:.2f} to {high:.2f}"
        lines.append(f"| {span} | {found.told} | {found.stated:.2f} | {found.share:.2f} | {interval} |")
    unsure = [found for found in bins if found.low < SURE]
    told, true = sum(found.told for found in unsure), sum(found.true for found in unsure)
    expected = round(sum(found.told * found.stated for found in unsure))
    lines += ["", f"Below {SURE:.2f} together: {told} facts, {true} true; {expected} if confidence held."]
    return "\n".join([*lines, "", ""])


def main() -> None:
    """Measure, print the rules, write plots and tables."""
    seen, blind = measure(SEEN), measure(BLIND)
    for rule in by_rule(seen):
        print(f"{rule.rule or rule.table:<32}{rule.told:>5}{rule.share:>7.2f}")
    made = BEGIN
    for name, title, measured in (("seen", "Seen articles", seen), ("blind", "Blind articles", blind)):
        bins = calibration(measured)
        (DOCS / f"calibration-{name}.svg").write_text(plot(bins, title) + "\n", encoding="utf-8")
        made += table(title, bins)
    page = DOCS / "extraction.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(f"{BEGIN}.*{END}", lambda _: made + END, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
