"""The files that all pages share: style, script, words and font."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from graph_builder.graph.reference import roles
from graph_builder.visual.site import font
from graph_builder.visual.site.pages import Page
from graph_builder.visual.site.search import folding, script_json
from graph_builder.visual.words import LANGUAGES, words

_FILES = {
    "site.css": ("site/site.css", "explorer/network.css"),
    "early.js": ("site/early.js",),
    "site.js": ("site/site.js",),
}


def assets() -> Iterator[Page]:
    """Yield the files below ``assets/``."""
    templates = files("graph_builder.visual").joinpath("templates")
    for name, sources in _FILES.items():
        content = "\n".join(templates.joinpath(source).read_text(encoding="utf-8") for source in sources)
        yield Page(f"assets/{name}", content)
    yield Page("assets/words.js", _words())
    yield Page("assets/font.css", font.style())
    yield Page("assets/font-licence.txt", font.licence())


@cache
def _words() -> str:
    """Return the words of the interface and of roles, by language, and how spellings are folded."""
    told = {language: dict(words()[language]) for language in LANGUAGES}
    for language in LANGUAGES[1:]:
        told[language].update({f"role.{key}": str(entry[language]) for key, entry in roles().items()})
    return f"window.words = {script_json(told)};\nwindow.folding = {script_json(folding())};\n"
