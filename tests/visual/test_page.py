"""The network's page and its files as text: the same bytes every time, nothing fetched, no word taken for markup."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import World
from graph_builder.visual.network import library
from graph_builder.visual.site import network
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.pages import POLICY, Desk
from graph_builder.visual.site.write import MENU
from tests.visual.test_shares import country
from tests.worlds import small_world


def files(world: World, base: str = DEFAULT_BASE) -> dict[str, str]:
    return {page.path: page.text for page in network.files(Desk(Known(world, base), MENU))}


def written(text: str) -> Any:
    """Return what a script sets."""
    _, _, value = text.partition(" = ")
    return json.loads(value.removesuffix(";\n"))


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def small() -> dict[str, str]:
    return files(small_world())


def test_the_same_world_gives_the_same_bytes(small: dict[str, str]) -> None:
    assert files(small_world()) == small
    world = small_world()
    assert files(World(tuple(reversed(world.readings)), tuple(reversed(world.entities)), world.of)) == small


def test_it_is_arabic_from_right_to_left(small: dict[str, str]) -> None:
    assert small["network.html"].startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')


def test_it_asks_for_nothing_but_the_files_beside_it(small: dict[str, str]) -> None:
    shared = {"assets/font.css", "assets/site.css", "assets/early.js", "assets/words.js", "assets/site.js"}
    lists = {"index.html", "people.html", "bodies.html", "events.html", "articles.html"}
    for tag, attributes in Elements(small["network.html"]).tags:
        assert tag not in {"img", "iframe", "object", "embed", "base", "audio", "video", "form", "style"}
        assert not {"srcset", "style", "srcdoc"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")], tag
        for name in ("src", "href"):
            address = attributes.get(name) or "#"
            assert address.startswith("#") or address in shared | lists | small.keys()


def test_the_policy_is_that_of_the_site(small: dict[str, str]) -> None:
    tags = Elements(small["network.html"]).tags
    assert [a["content"] for _, a in tags if a.get("http-equiv") == "Content-Security-Policy"] == [POLICY]
    assert not [a for tag, a in tags if tag == "script" and "src" not in a]


def test_vis_network_comes_from_the_installed_pyvis_with_its_licence(small: dict[str, str]) -> None:
    assert small["assets/network/vis-network.js"] == library()
    assert "@version 9.1.2" in library()
    assert "Almende" in library()


def test_no_word_of_an_article_is_markup(small: dict[str, str]) -> None:
    assert "كريمة" not in small["network.html"]
    assert "<" not in small["assets/network/0.js"]
    names = {name for _, _, name, *_ in written(small["assets/network/0.js"])["entities"]}
    assert {'<img src=x onerror=alert("1")>', "كريمة الزناتي"} <= names
    assert "\\u06" not in small["assets/network/0.js"]


def test_entities_bear_the_names_that_they_have_in_the_graph() -> None:
    base = "https://example.org/id/"
    made = files(small_world(), base)
    rows = written(made["assets/network/0.js"])["entities"]
    assert written(made["assets/network/index.js"])["base"] == base
    more = [row[4] for row in rows if len(row) > 4]
    assert [each["iri"] for each in more if "iri" in each] == [f"{DEFAULT_BASE}party/pps"]


def test_a_world_without_anything_is_a_page_too() -> None:
    assert written(files(World((), (), {}))["assets/network/0.js"])["entities"] == []


def test_a_large_world_is_a_file_a_party_with_an_overview_that_leads_to_them() -> None:
    made = files(country())
    index = written(made["assets/network/index.js"])
    assert [share["count"] for share in index["shares"]] == [252, 152, 10]
    rows = index["overview"]["entities"]
    assert [(index["kinds"][kind], more["share"]) for kind, _, _, _, more in rows] == [
        ("party", 0),
        ("body", 0),
        ("party", 1),
        ("body", 1),
    ]
    assert [written(made[f"assets/network/{n}.js"])["number"] for n in range(3)] == [0, 1, 2]
    assert "assets/network/0.js" not in made["network.html"]


def test_many_facts_are_loaded_by_the_hundred_and_their_sentence_once() -> None:
    made = files(country())
    assert written(made["assets/network/0.js"])["count"] == 751
    parts = [written(made[f"assets/network/0-f{n}.js"]) for n in range(2)]
    assert "assets/network/0-f2.js" not in made
    assert [len(part["facts"]) for part in parts] == [500, 251]
    assert written(made["assets/network/0-s0.js"])["sentences"] == [0, 0, "قال المقال ذلك"]
    assert {tuple(row[3]) for part in parts for row in part["facts"]} == {(0, 0.9, 0)}
    assert "assets/network/0-s1.js" not in made
