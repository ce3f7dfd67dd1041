"""The evaluation as a page of its own: nothing fetched, no script, every word of an article escaped and isolated."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph_builder.evaluation.calibration import FEW, Bin, calibration, calibration_error
from graph_builder.evaluation.judge import Evaluation, Judgement
from graph_builder.evaluation.matching import TABLES
from graph_builder.evaluation.scores import by_rule, by_table
from graph_builder.visual.text import shown

SIZE = 330
"""Width and height of the plot in pixels."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 318, 28, 298


def page(evaluation: Evaluation) -> str:
    """Return the report as HTML: the same bytes for the same evaluation."""
    style = files("graph_builder.evaluation").joinpath("templates", "style.css").read_text(encoding="utf-8")
    found = calibration(evaluation)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            style=Markup(style),  # noqa: S704 (our own file)
            policy=f"default-src 'none'; style-src '{_digest(style)}'; base-uri 'none'; form-action 'none'",
            articles=len(evaluation.articles),
            absent=evaluation.absent,
            scores=by_table(evaluation),
            rules=by_rule(evaluation),
            bins=found,
            error=calibration_error(found),
            plot=Markup(plot(found, "Calibration")),  # noqa: S704 (escaped by its own template)
            few=FEW,
            faults=[(table, _of(evaluation, table, "missed"), _of(evaluation, table, "wrong")) for table in TABLES],
        )
    )


def plot(bins: Sequence[Bin], title: str) -> str:
    """Return the calibration as SVG: a point a bin, with its 95 % interval; hollow where its facts are few."""
    ticks = [{"x": _x(n / 10), "y": _y(n / 10), "label": f"{n / 10:.1f}"} for n in range(0, 11, 2)]
    points = [
        {"x": _x(b.stated), "y": _y(b.share), "from": _y(b.interval[0]), "to": _y(b.interval[1]), "told": b.told}
        | {"few": b.few}
        for b in bins
    ]
    frame = {"size": SIZE, "left": _LEFT, "right": _RIGHT, "top": _TOP, "bottom": _BOTTOM}
    return _environment().get_template("plot.svg.j2").render(title=title, ticks=ticks, points=points, **frame)


def _x(ratio: float) -> float:
    return round(_LEFT + ratio * (_RIGHT - _LEFT), 1)


def _y(ratio: float) -> float:
    return round(_BOTTOM - ratio * (_BOTTOM - _TOP), 1)


def _of(evaluation: Evaluation, table: str, outcome: str) -> list[Judgement]:
    return [j for j in evaluation.judgements if (j.table, j.outcome) == (table, outcome)]


@cache
def _environment() -> Environment:
    loader = PackageLoader("graph_builder.evaluation")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = shown
    environment.filters["ratio"] = lambda number: f"{number:.3f}"
    return environment


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
