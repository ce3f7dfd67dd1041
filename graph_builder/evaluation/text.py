"""The evaluation as text: aligned columns on a terminal, lines with tabs in a pipe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from graph_builder.evaluation.calibration import calibration, calibration_error
from graph_builder.evaluation.judge import Evaluation
from graph_builder.evaluation.scores import by_rule, by_table
from graph_builder.query.grid import printable, width

Lines = Sequence[Sequence[str]]
_WORDS = frozenset({"table", "rule", "confidence"})
"""Columns that begin at the left; numbers end at the right."""


def text(evaluation: Evaluation, *, terminal: bool, faults: bool = False) -> str:
    """Return the scores by table and by rule and the calibration; with ``faults`` also every miss and error."""
    blocks = (_tables(evaluation), _rules(evaluation), _calibration(evaluation))
    shown = [_aligned(lines) if terminal else ["\t".join(line) for line in lines] for lines in blocks]
    error = calibration_error(calibration(evaluation))
    if error is not None:
        shown.append([f"expected calibration error: {error:.3f}"])
    if faults:
        shown.append(list(_faults(evaluation)))
    return "\n".join(chain.from_iterable((*block, "") for block in shown if block))


def _tables(evaluation: Evaluation) -> Lines:
    lines = [("table", "precision", "recall", "F1", "gold", "told", "right")]
    for score in by_table(evaluation):
        precision, recall, f1 = (f"{ratio:.3f}" for ratio in (score.precision, score.recall, score.f1))
        lines.append((score.table, precision, recall, f1, str(score.gold), str(score.told), str(score.right)))
    return lines


def _rules(evaluation: Evaluation) -> Lines:
    lines = [("rule", "table", "told", "true", "share", "stated")]
    for rule in by_rule(evaluation):
        name, stated = printable(rule.rule) or "(none)", "" if rule.stated is None else f"{rule.stated:.3f}"
        lines.append((name, rule.table, str(rule.told), str(rule.true), f"{rule.share:.3f}", stated))
    return lines


def _calibration(evaluation: Evaluation) -> Lines:
    lines = [("confidence", "facts", "stated", "true", "95 % interval")]
    for found in calibration(evaluation):
        span = f"{found.low:.2f} to {found.high:.2f}"
        interval = " to ".join(f"{end:.3f}" for end in found.interval)
        lines.append((span, str(found.told), f"{found.stated:.3f}", f"{found.share:.3f}", interval))
    return lines


def _aligned(lines: Lines) -> list[str]:
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    left = [name in _WORDS for name in lines[0]]
    return ["  ".join(map(_padded, line, widths, left)).rstrip() for line in lines]


def _padded(cell: str, columns: int, left: bool) -> str:
    space = " " * (columns - width(cell))
    return cell + space if left else space + cell


def _faults(evaluation: Evaluation) -> Iterator[str]:
    for judgement in evaluation.judgements:
        if judgement.outcome in ("missed", "wrong"):
            fact = "; ".join(f"{column}: {printable(value)}" for column, value in judgement.says.items())
            rule = f" [{printable(judgement.told.rule)}]" if judgement.told and judgement.told.rule else ""
            yield f"{judgement.outcome} {judgement.table} {printable(judgement.article)}: {fact}{rule}"
            if judgement.sentence:
                yield f"  {printable(judgement.sentence)}"
