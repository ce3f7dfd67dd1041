"""How templates write: words in the page's first language with what the script needs to say them in the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from graph_builder.graph.reference import Entry
from graph_builder.visual.text import isolated, shown
from graph_builder.visual.words import LANGUAGES, date_in_words, words

AT_ONCE = 12
"""Facts of one kind that are shown at once; the rest is unfolded."""
THIN = "\u202f"
"""Groups the digits of large numbers, as in French and by the SI, in all three languages."""


def number(value: int) -> str:
    r"""Write a whole number with its digits in groups of three.

    >>> number(12345)
    '12\u202f345'
    """
    return f"{value:,}".replace(",", THIN)


def _filled(key: str, slots: Iterable[tuple[str, object]]) -> tuple[str, Markup]:
    """Return a phrase with its slots filled, and the attributes from which the script fills it in other languages."""
    values = {name: number(v) if isinstance(v, int) else isolated(shown(str(v))) for name, v in slots}
    phrase = words()[LANGUAGES[0]][key]
    for name, value in values.items():
        phrase = phrase.replace(f"{{{name}}}", value)
    return phrase, Markup("").join(Markup(' data-{}="{}"').format(name, value) for name, value in values.items())


def fit(pattern: str, *values: object) -> Markup:
    """Return markup of ours with values in its places (``%s``), escaped where they are text.

    Does what ``Markup(pattern).format`` does, in a third of the time: pages are made of some millions of such pieces.

    >>> str(fit('<rect x="%.1f%%"/><text>%s%s</text>', 2.25, "<b>", Markup("<i>")))
    '<rect x="2.2%"/><text>&lt;b&gt;<i></text>'
    """
    filled = pattern % tuple([value if isinstance(value, (int, float)) else escape(value) for value in values])
    return Markup(filled)  # noqa: S704 (what is filled in has been escaped)


def say(key: str, **slots: object) -> Markup:
    """Return a phrase of the interface as an element that the script can say in another language.

    >>> str(say("kind.person"))
    '<span data-say="kind.person">شخص</span>'
    """
    return _said(key, tuple(slots.items()))


@lru_cache(maxsize=4096)
def _said(key: str, slots: tuple[tuple[str, object], ...]) -> Markup:
    phrase, attributes = _filled(key, slots)
    return Markup('<span data-say="{}"{}>{}</span>').format(key, attributes, phrase)


def label(key: str, **slots: object) -> Markup:
    """Return the attributes that name an element for those who do not see it."""
    return _labelled(key, tuple(slots.items()))


@lru_cache(maxsize=4096)
def _labelled(key: str, slots: tuple[tuple[str, object], ...]) -> Markup:
    phrase, attributes = _filled(key, slots)
    return Markup('data-label="{}" aria-label="{}"{}').format(key, phrase, attributes)


@cache
def date(edtf: str) -> Markup:
    """Return a date in words."""
    first = date_in_words(edtf)[LANGUAGES[0]]
    return Markup('<time data-date="{}">{}</time>').format(shown(edtf), shown(first))


def named(name: str, entry: Entry | None = None) -> Markup:
    """Return a name, with what the lexicon calls it in other languages."""
    others = [(language, str(entry[language])) for language in LANGUAGES[1:] if entry and entry.get(language)]
    told = Markup("").join(fit(' data-%s="%s"', language, other) for language, other in others)
    return fit("<bdi%s>%s</bdi>", told, shown(name))


def marked(quote: str, names: Iterable[str]) -> Markup:
    """Return a sentence with each of the names marked, letter for letter.

    >>> str(marked("a <b> c", ["<b>"]))
    'a <mark>&lt;b&gt;</mark> c'
    """
    pieces: list[Markup] = []
    rest = quote
    wanted = sorted(names, key=len, reverse=True)
    while True:
        hits = [(at, n, name) for n, name in enumerate(wanted) if (at := rest.find(name)) >= 0]
        if not hits:
            break
        at, _, name = min(hits)
        pieces += [escape(shown(rest[:at])), fit("<mark>%s</mark>", shown(name))]
        rest = rest[at + len(name) :]
    return Markup("").join([*pieces, escape(shown(rest))])


@cache
def environment() -> Environment:
    """Return the environment of all templates: what they write of articles is escaped, what they misspell fails."""
    made = Environment(
        loader=PackageLoader("graph_builder.visual"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(say=say, label=label, date=date, number=number, named=named, AT_ONCE=AT_ONCE)
    made.filters.update(shown=shown)
    return made


def fill(template: str, context: Mapping[str, Any]) -> str:
    """Return a template of ``templates/site`` filled from ``context``."""
    return environment().get_template(f"site/{template}").render(context)


def fragment(template: str, **context: Any) -> Markup:
    """Return a template of ``templates/site`` filled, as a piece of a page."""
    return Markup(fill(template, context))  # noqa: S704 (the template has escaped it)
