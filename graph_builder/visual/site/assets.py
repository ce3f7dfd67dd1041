"""The files that all pages share: style, script, words and font."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from graph_builder.graph.reference import roles
from graph_builder.visual.site import font
from graph_builder.visual.site.pages import Page
from graph_builder.visual.site.search import script_json
from graph_builder.visual.words import LANGUAGES, words

_FILES = ("site.css", "early.js", "site.js")


def assets() -> Iterator[Page]:
    """Yield the files below ``assets/``."""
    for name in _FILES:
        content = files("graph_builder.visual").joinpath("templates", "site", name).read_text(encoding="utf-8")
        yield Page(f"assets/{name}", content)
    yield Page("assets/words.js", _words())
    yield Page("assets/font.css", font.style())
    yield Page("assets/font-licence.txt", font.licence())


@cache
def _words() -> str:
    """Return the words of the interface and of roles, by language."""
    told = {language: dict(words()[language]) for language in LANGUAGES}
    for language in LANGUAGES[1:]:
        told[language].update({f"role.{key}": str(entry[language]) for key, entry in roles().items()})
    return f"window.words = {script_json(told)};\n"
