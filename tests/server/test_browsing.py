"""What readers open: an IRI leads to its page or its data, in their language; the build's pages; nothing beside."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.query.questions import questions
from tests.server.conftest import Served, build, serving
from tests.worlds import HOSTILE_BODY, HOSTILE_NAME, small_world

PERSON = next(entity for entity in small_world().entities if entity.name == "كريمة الزناتي")
PATH = f"person/{PERSON.id}"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BASE = "http://data.example/id/"


class Reader(HTMLParser):
    """The words and the links of a page, and its elements that could run something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.words: list[str] = []
        self.active: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag in {"script", "img", "iframe", "object"} or any(name.startswith("on") for name in given):
            self.active.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(data.strip())


@pytest.mark.parametrize(
    ("accept", "where"),
    [
        (BROWSER, f"/page/{PATH}"),
        ("text/turtle", f"/data/{PATH}.ttl"),
        ("application/ld+json", f"/data/{PATH}.jsonld"),
        ("application/n-triples", f"/data/{PATH}.nt"),
        ("application/rdf+xml, text/turtle;q=0.5", f"/data/{PATH}.rdf"),
        ("*/*", f"/data/{PATH}.ttl"),
    ],
)
def test_an_iri_leads_to_its_page_or_its_data(served: Served, accept: str, where: str) -> None:
    answer = served.client.get(f"/id/{PATH}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["location"], answer.headers["vary"]) == (303, where, "Accept")
    assert served.client.get(where, headers={"Accept": accept}).status_code == 200


def test_data_of_a_thing_is_all_that_is_said_of_it_and_links_to_it(served: Served) -> None:
    answers = [served.client.get(f"/data/{PATH}.{ending}") for ending in ("ttl", "nt", "jsonld", "rdf")]
    found = [
        {
            str(quad.triple)
            for quad in parse(
                answer.content, RdfFormat.from_media_type(answer.headers["content-type"].partition(";")[0])
            )
        }
        for answer in answers
    ]
    iri = f"<{DEFAULT_BASE}{PATH}>"
    about = {str(quad.triple) for quad in quads(small_world()) if iri in (str(quad.subject), str(quad.object))}
    assert about < found[0]
    (herself,) = (node for node in answers[2].json()["@graph"] if node["@id"] == PATH)
    assert (herself["@type"], herself["prefLabel"]) == ("Person", "كريمة الزناتي")
    assert any("كاتبة عامة" in triple for triple in found[0] - about)
    assert all(each == found[0] for each in found)
    assert f'{iri}; rel="describes"'.replace("<", "<") in answers[0].headers["link"]


def test_the_page_of_a_person_shows_posts_with_sentences_and_articles(served: Served) -> None:
    answer = served.client.get(f"/page/{PATH}", params={"lang": "fr"})
    page = Reader(answer.text)
    assert "كريمة الزناتي" in page.words
    assert {"Ce que disent les articles", "personne", "adhésion", "rôle"} <= set(page.words)
    assert any("كاتبة عامة للمكتب المحلي" in words for words in page.words)
    bodies = [link for link in page.links if link.startswith("/page/body/")]
    articles = [link for link in page.links if link.startswith("/page/article/")]
    assert bodies
    assert articles
    for link in (bodies[0], articles[0]):
        assert served.client.get(link).status_code == 200
    assert f'</data/{PATH}.ttl>; rel="alternate"; type="text/turtle"' in answer.headers["link"]
    assert answer.headers["vary"] == "Accept, Accept-Language"


@pytest.mark.parametrize(
    ("accepted", "asked", "language"),
    [
        ("", "", "ar"),
        ("fr-MA,fr;q=0.9,en;q=0.8", "", "fr"),
        ("de, en;q=0.5", "", "en"),
        ("de", "", "ar"),
        ("fr", "en", "en"),
        ("fr", "xx", "fr"),
    ],
)
def test_a_page_is_in_the_reader_s_language(served: Served, accepted: str, asked: str, language: str) -> None:
    text = served.client.get(f"/page/{PATH}", params={"lang": asked}, headers={"Accept-Language": accepted}).text
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text


def test_every_thing_has_a_page_and_no_page_a_script(served: Served) -> None:
    """Hostile names among them: a text is shown as it stands."""
    seen = []
    things = {str(node).strip("<>") for quad in quads(small_world()) for node in (quad.subject, quad.object)}
    paths = sorted(
        {iri.removeprefix(DEFAULT_BASE) for iri in things if iri.startswith(DEFAULT_BASE) and iri.count("/") == 6}
    )
    for kind in dict.fromkeys(path.partition("/")[0] for path in paths):
        for path in [path for path in paths if path.startswith(f"{kind}/")][: 6 if kind in {"person", "body"} else 1]:
            answer = served.client.get(f"/page/{path}")
            page = Reader(answer.text)
            assert (path, answer.status_code, page.active) == (path, 200, [])
            assert list(parse(served.client.get(f"/data/{path}.jsonld").content, RdfFormat.JSON_LD))
            seen += page.words
    assert len(paths) > 50
    assert {HOSTILE_NAME, HOSTILE_BODY} <= set(seen)


def test_the_page_of_questions_lists_those_of_the_package(served: Served) -> None:
    answer = served.client.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": BROWSER})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    for each in questions():
        assert each.titles["ar"] in answer.text
    assert "</script>" in answer.text


def test_a_ready_question_is_given_about_a_name_in_any_spelling(served: Served) -> None:
    answer = served.client.get("/questions/offices", params={"person": "كريمه الزناتى"})
    assert f"  VALUES ?person {{ <{DEFAULT_BASE}{PATH}> }}\n" in answer.text
    rows = served.ask(answer.text).json()["results"]["bindings"]
    assert {row["office"]["value"] for row in rows} >= {"كاتبة عامة"}
    unknown = served.client.get("/questions/offices", params={"person": "لا أحد"})
    assert (unknown.status_code, unknown.text.splitlines()[0]) == (400, "The graph has no person 'لا أحد'.")
    assert served.client.get("/questions/nothing").status_code == 400


def test_the_ontology_is_served_as_page_and_as_data(served: Served) -> None:
    page = Reader(served.client.get("/ontology", headers={"Accept": BROWSER, "Accept-Language": "en"}).text)
    assert {"po:Organ", "party body"} <= set(page.words)
    data = served.client.get("/ontology", headers={"Accept": "text/turtle"})
    assert data.content == (Path(__file__).parents[2] / "ontology" / "party.ttl").read_bytes()
    same = served.client.get("/ontology", params={"format": "ntriples"}).content
    assert len(list(parse(same, RdfFormat.N_TRIPLES))) == len(list(parse(data.content, RdfFormat.TURTLE)))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A build with a base and pages of its own."""
    out = tmp_path_factory.mktemp("elsewhere") / "out"
    build(out, quads(small_world(), BASE))
    (out / "site").mkdir()
    (out / "site" / "index.html").write_text("<p>the site")
    (out / "site" / "person").mkdir()
    (out / "site" / f"{PATH}.html").write_text("<p>her page")
    (out / "site" / "leak").symlink_to(out / "graph.trig")
    (out / "secret").write_text("secret")
    with serving(out, "--workers", "1") as server:
        yield server


def test_the_pages_of_the_build_are_served_and_nothing_beside(elsewhere: Served) -> None:
    home = elsewhere.client.get("/")
    assert (home.status_code, home.headers["location"]) == (307, "/site/index.html")
    site = elsewhere.client.get("/site/index.html")
    assert (site.text, site.headers["content-security-policy"]) == ("<p>the site", "frame-ancestors 'none'")
    statuses = [
        elsewhere.client.get(path).status_code
        for path in ("/site/leak", "/site/%2e%2e/secret", "/site/..%2fsecret", "/secret", "/static/%2e%2e/words.py")
    ]
    assert statuses == [404] * 5


def test_ids_of_another_base_have_the_same_local_addresses(elsewhere: Served) -> None:
    page = Reader(elsewhere.client.get(f"/page/{PATH}").text)
    assert {"/site/index.html?ar", f"/site/{PATH}.html?ar"} < set(page.links)
    assert f"{BASE}{PATH}" in page.words
    assert [link for link in page.links if link.startswith("/page/party/pps")]
    assert elsewhere.client.get("/page/party/pps").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/page/person/none", "/page/person/%C3%A9", "/data/person/x.exe", "/data/person/x", "/site/"],
)
def test_what_is_not_there(served: Served, path: str) -> None:
    answer = served.client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_without_pages_the_start_is_the_page_of_questions(served: Served) -> None:
    assert served.client.get("/").headers["location"] == "/sparql"
