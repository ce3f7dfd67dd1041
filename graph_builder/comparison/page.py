"""The differences as a page of its own: nothing fetched, no script, every word of an article escaped and isolated."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph_builder.comparison.differences import Difference
from graph_builder.comparison.told import NOTHING, in_words
from graph_builder.visual.text import shown


def page(differences: Sequence[Difference]) -> str:
    """Return the differences as HTML: the same bytes for the same builds."""
    style = files("graph_builder.comparison").joinpath("templates", "style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template("differences.html.j2")
        .render(
            differences=differences,
            nothing=NOTHING,
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
            style=Markup(style),  # noqa: S704 (our own file)
        )
    )


@cache
def _environment() -> Environment:
    loader = PackageLoader("graph_builder.comparison")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = shown
    environment.filters["in_words"] = in_words
    return environment
