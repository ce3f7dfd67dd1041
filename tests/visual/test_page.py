"""The page as text: the same bytes every time, nothing fetched, nothing of an article taken for markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import World
from graph_builder.visual.network import library
from graph_builder.visual.page import render
from tests.worlds import small_world


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text inside scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"} and data.strip():
            self.inline.append((*self.tags[-1], data))


@pytest.fixture(scope="module")
def page() -> str:
    return render(small_world())


def test_the_same_world_gives_the_same_bytes(page: str) -> None:
    assert render(small_world()) == page
    world = small_world()
    assert render(World(tuple(reversed(world.readings)), tuple(reversed(world.entities)), world.of)) == page


def test_it_is_arabic_from_right_to_left(page: str) -> None:
    assert page.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')


def test_nothing_is_fetched_from_anywhere(page: str) -> None:
    for tag, attributes in Elements(page).tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video", "form"}
        assert not {"src", "srcset", "style", "srcdoc"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert (attributes.get("href") or "#").startswith("#") or attributes["href"] == "index.html"
    style = next(text for tag, _, text in Elements(page).inline if tag == "style")
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_these_very_scripts_and_this_style(page: str) -> None:
    elements = Elements(page)
    policy = next(a["content"] for t, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy") or ""
    allowed = set(re.findall(r"sha256-[\w+/=]+", policy))
    inline = [text for _, attributes, text in elements.inline if attributes.get("type") != "application/json"]
    assert {f"sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}" for t in inline} == allowed
    assert len(inline) == 3
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script")


def test_vis_network_comes_from_the_installed_pyvis_with_its_licence(page: str) -> None:
    assert library() in page
    assert "@version 9.1.2" in library()
    assert "Almende" in library()
    assert "\r" not in page


def test_no_word_of_an_article_is_markup(page: str) -> None:
    tags = [tag for tag, _ in Elements(page).tags]
    assert tags.count("script") == 3
    assert "img" not in tags
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data
    assert "<" not in data[1]
    names = {entity["name"] for entity in json.loads(data[1])["entities"]}
    assert '<img src=x onerror=alert("1")>' in names


def test_arabic_is_written_as_letters(page: str) -> None:
    assert "كريمة الزناتي" in page
    assert "\\u06" not in page


def test_entities_bear_the_names_that_they_have_in_the_graph() -> None:
    assert f"{DEFAULT_BASE}person/" in render(small_world())
    other = render(small_world(), "https://example.org/id/")
    assert "https://example.org/id/person/" in other
    assert f"{DEFAULT_BASE}party/pps" in other


def test_a_world_without_anything_is_a_page_too() -> None:
    assert "</html>" in render(World((), (), {}))
