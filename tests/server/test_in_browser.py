"""The page of questions in a real browser, against the running server."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from graph_builder.query.questions import question
from tests.conftest import PATIENCE
from tests.server.conftest import Served
from tests.worlds import HOSTILE_NAME, small_world

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PEOPLE = "SELECT ?person ?name { ?person a foaf:Person ; foaf:name ?name } ORDER BY ?name"
NAMES = sorted(entity.name for entity in small_world().entities if entity.kind == "person")


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page that may reach the server alone, and complains of nothing."""
    context = browser.new_context(base_url=served.address, locale="fr-MA", accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    complaints: list[str] = []
    requests: list[str] = []
    made = context.new_page()
    made.on(
        "console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None
    )
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("request", lambda request: requests.append(request.url))
    yield made
    context.close()
    assert [told for told in complaints if "400 (Bad Request)" not in told] == []
    assert [url for url in requests if not url.startswith((served.address, "data:", "blob:"))] == []


def asked(page: Page, query: str, language: str = "fr") -> None:
    """Open the link to a question, which asks it, and wait for the answer."""
    page.goto(f"/sparql?lang={language}#query={quote(query)}")
    page.locator("#shown > *").first.wait_for()


def rows(page: Page) -> list[list[str]]:
    return [row.locator("td").all_inner_texts() for row in page.locator("tbody tr").all()]


def test_a_question_that_is_typed_is_answered_as_a_table(page: Page) -> None:
    page.goto("/sparql")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.get_by_label("Requête").fill(PEOPLE)
    page.keyboard.press("Control+Enter")
    page.locator("tbody tr").first.wait_for()
    assert page.locator("#told").inner_text().startswith(f"Lignes : {len(rows(page))} · ")
    assert [row[1] for row in rows(page)] == sorted(row[1] for row in rows(page))
    assert set(NAMES) <= {row[1] for row in rows(page)}
    assert HOSTILE_NAME in {row[1] for row in rows(page)}


def test_things_have_their_names_and_lead_to_their_pages(page: Page) -> None:
    asked(page, PEOPLE)
    link = page.get_by_role("link", name="كريمة الزناتي")
    link.click()
    page.wait_for_url("**/page/person/*")
    assert page.locator("h1").inner_text() == "كريمة الزناتي"
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="What the articles say")).to_be_visible()


def test_the_address_holds_the_question_and_opens_it_again(page: Page, browser: Browser) -> None:
    page.goto("/sparql")
    page.get_by_label("Requête").fill("ASK { ?p a foaf:Person }")
    page.get_by_role("button", name="Exécuter").click()
    page.get_by_text("Oui", exact=True).wait_for()
    page.wait_for_url("**/sparql#query=*")
    link = page.url
    page.get_by_role("link", name="العربية").click()
    page.get_by_text("نعم", exact=True).wait_for()
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.goto("about:blank")
    page.goto(link)
    page.get_by_text("Oui", exact=True).wait_for()
    assert page.get_by_label("Requête").input_value() == "ASK { ?p a foaf:Person }"


def test_a_question_in_the_address_itself_is_asked_too(page: Page) -> None:
    page.goto(f"/sparql?query={quote('ASK { ?p a foaf:Nobody }')}")
    page.get_by_text("Non", exact=True).wait_for()


def test_a_ready_question_is_asked_about_somebody(page: Page) -> None:
    page.goto("/sparql")
    page.get_by_label("Questions prêtes").select_option(label=question("offices").titles["fr"])
    assert page.get_by_label("Requête").input_value() == question("offices").sparql
    page.get_by_label("person").fill("سمير الوالى")
    page.get_by_role("button", name="Mettre la question dans l’éditeur").click()
    expect(page.get_by_label("Requête")).to_have_value(re.compile(r"VALUES \?person \{ <"))
    page.get_by_role("button", name="Exécuter").click()
    page.locator("tbody tr").first.wait_for()
    expect(page.locator("tbody tr td:first-child").first).to_have_text("سمير الوالي")


def test_the_answer_can_be_taken_along_as_csv(page: Page) -> None:
    asked(page, PEOPLE)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Télécharger CSV").click()
    text = Path(downloading.value.path()).read_text(encoding="utf-8-sig")
    assert set(NAMES) <= {row["name"] for row in csv.DictReader(io.StringIO(text))}


def test_a_graph_is_shown_as_turtle(page: Page) -> None:
    asked(page, "CONSTRUCT { ?p a foaf:Person } { ?p a foaf:Person }")
    assert "a foaf:Person" in page.locator("#shown pre").inner_text()


def test_a_mistake_is_told_and_its_place_marked(page: Page) -> None:
    page.goto("/sparql")
    page.get_by_label("Requête").fill("SELECT * {\n ?s ?p }")
    page.get_by_role("button", name="Exécuter").click()
    page.locator(".error").wait_for()
    assert page.locator(".error").inner_text().startswith("The query is not SPARQL: error at 2:9")
    assert page.evaluate("document.getElementById('sparql').selectionStart") == len("SELECT * {\n ?s ?p }")


def test_lines_are_numbered(page: Page) -> None:
    page.goto("/sparql")
    page.get_by_label("Requête").fill("ASK\n{\n}")
    assert page.locator("#lines").inner_text().split() == ["1", "2", "3"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_accessible(page: Page, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    asked(page, PEOPLE, "ar")
    named = page.get_by_role("link", name="كريمة الزناتي")
    expect(named).to_be_visible()
    found = [violation["id"] for violation in Axe().run(page).response["violations"]]
    named.click()
    page.wait_for_url("**/page/person/*")
    found += [violation["id"] for violation in Axe().run(page).response["violations"]]
    assert found == []
