"""HTML: the article's text by trafilatura, and what the markup states of title, site, date and address. No guesses."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any

import trafilatura

from graph_builder.articles.assemble import Stated
from graph_builder.articles.dates import edtf, read
from graph_builder.articles.decode import clean
from graph_builder.articles.words import words_of
from graph_builder.errors import InputError

LARGEST = 4 << 20
"""Code points of a page. Extraction takes ten seconds for a million in the worst case; a page has a tenth of that."""
CROWDED = 20_000
"""Words of a tag. The parser's time grows with the square of an element's attributes; pages have a few dozen."""
DEEPEST = 20
"""Levels of JSON in the markup that are searched."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

Tree = Any
"""An element tree of lxml, which ships no types."""

_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']++|"[^"]*"|'[^']*'|["'])*+""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_SIGN = re.compile(r"(?<!\s)\s+[-|–—»«•]+\s+")
_TITLES = ("//meta[@property='og:title']/@content", "string((//h1)[1])", "string((//title)[1])")
_SITES = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_URLS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_DATES = (
    "//meta[@property='article:published_time' or @property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished' or @name='article:published_time' or @name='pubdate' or @name='date']/@content",
    "//meta[@name='publishdate' or @name='DC.date.issued' or @name='dc.date']/@content",
    "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'published')]/@datetime",
    "//*[@itemprop='datePublished']/@datetime",
)
_NEAR_TITLE = "(//h1)[1]/following::*[position() <= 40][not(*)]"


def page(html: str) -> tuple[str, Stated]:
    """Return an article's text, empty if there is none, and what the markup states of it.

    Raises:
        InputError: it is too large, or cannot be read as HTML.
    """
    if len(html) > LARGEST:
        raise InputError("the page is larger than any article's", "save the article alone, or its text")
    if any(max(tag.count("="), len(tag.split())) > CROWDED for tag in _long_tags(html)):
        raise InputError("an element has more attributes than any page's", "save the article alone, or its text")
    try:
        tree = trafilatura.load_html(_CONTROLS.sub(" ", _DECLARATION.sub("", html)))
        if tree is None:
            return "", Stated()
        titles, stated = _texts(tree, _TITLES), _stated(tree)
        document = trafilatura.bare_extraction(tree, include_comments=False)
    except Exception as error:  # whatever a malformed page provokes in trafilatura and lxml
        raise InputError(
            f"cannot be read as HTML ({type(error).__name__})", "save the text of the page instead"
        ) from error
    text = clean(getattr(document, "text", None) or "")
    return text, stated._replace(title=_title(titles, stated.source, text))


def _long_tags(html: str) -> Iterator[str]:
    return (tag[0] for tag in _TAG.finditer(html) if tag.end() - tag.start() > CROWDED)


def _stated(tree: Tree) -> Stated:
    data = list(_objects([block for script in _scripts(tree) for block in _json(script)], DEEPEST))
    publishers = [entry["publisher"] for entry in data if isinstance(entry.get("publisher"), dict)]
    sites = [*_texts(tree, _SITES), *(_line(publisher.get("name")) for publisher in publishers)]
    dates = [*_texts(tree, _DATES), *(_line(entry.get("datePublished")) for entry in data)]
    published = next(filter(None, map(edtf, dates)), None) or _visible_date(tree)
    return Stated(None, next(filter(None, sites), None), published, next(iter(_texts(tree, _URLS)), None))


def _texts(tree: Tree, paths: Sequence[str]) -> list[str]:
    """Return what each path finds first, as one line, in the order of the paths."""
    found = [tree.xpath(path) for path in paths]
    lines = [_line(value if isinstance(value, str) else next(iter(value), "")) for value in found]
    return [line for line in lines if line]


def _line(value: object) -> str:
    return " ".join(clean(value).split()) if isinstance(value, str) else ""


def _scripts(tree: Tree) -> list[str]:
    return [script.text or "" for script in tree.xpath("//script[@type='application/ld+json']")]


def _json(script: str) -> list[Any]:
    try:
        return [json.loads(script)]
    except (ValueError, RecursionError):
        return []


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON value, outer ones first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list) and depth:
        for item in value:
            yield from _objects(item, depth - 1)


def _visible_date(tree: Tree) -> str | None:
    """Return a date that stands by itself close below the title."""
    for element in tree.xpath(_NEAR_TITLE):
        line = read(_line(element.text))
        if line and line.stamps and line.stamps[0].alone and line.stamps[0].role != "updated":
            return line.stamps[0].value
    return None


def _title(titles: Sequence[str], site: str | None, text: str) -> str | None:
    """Return the first title that is a line of the text, else the first; without the site's name beside it."""
    bare = [_without_site(title, site) for title in titles]
    lines = {words_of(line) for line in text.splitlines()[:10]}
    return next((title for title in bare if words_of(title) in lines), next(iter(bare), None))


def _without_site(title: str, site: str | None) -> str:
    signs = list(_SIGN.finditer(title))
    if site and signs:
        if words_of(title[signs[-1].end() :]) == words_of(site):
            return title[: signs[-1].start()]
        if words_of(title[: signs[0].start()]) == words_of(site):
            return title[signs[0].end() :]
    return title
