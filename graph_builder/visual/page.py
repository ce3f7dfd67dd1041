"""The page as one text: our template with data, style and scripts in it, and a policy that allows no others."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph_builder.graph.iris import DEFAULT_BASE, Ids
from graph_builder.model import World
from graph_builder.visual.data import page_data
from graph_builder.visual.network import KINDS, library
from graph_builder.visual.words import LANGUAGES, words

_SCRIPTS = ("words", "search", "drawing", "panel", "table", "main")
"""The parts of our script in the order in which they build on each other."""


def render(world: World, base: str = DEFAULT_BASE) -> str:
    """Return ``index.html``: everything in it, nothing fetched, the same bytes for the same world.

    ``base`` begins the IRIs of entities, as in the graph.
    """
    ids = Ids(base)
    data = page_data(world, lambda entity: ids.entity(entity).value)
    parts = {"style": _asset("style.css"), "library": library(), "script": _script()}
    template = _environment().get_template("page.html.j2")
    say = words()[LANGUAGES[0]]
    return template.render(data=_json(data), say=say, kinds=KINDS, policy=_policy(**parts), **parts)


@cache
def _environment() -> Environment:
    loader = PackageLoader("graph_builder.visual")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _asset(name: str) -> str:
    return files("graph_builder.visual").joinpath("templates", name).read_text(encoding="utf-8")


def _script() -> str:
    """Return our script: its parts share one scope of their own."""
    parts = "\n".join(_asset(f"explorer/{name}.js") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _json(data: object) -> str:
    """Write JSON that can stand in a script element whatever it holds: no ``<`` can end the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _policy(style: str, library: str, script: str) -> str:
    """Allow these very texts and nothing else: no other script or style, no frame, no form, no request to anywhere."""
    scripts = f"{_digest(library)} {_digest(script)}"
    return f"default-src 'none'; script-src {scripts}; style-src {_digest(style)}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
