"""The site in a real browser, from a disk and without a network: what a reader follows, finds, sends and prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from graph_builder.model import World
from graph_builder.visual.words import date_in_words
from tests.visual.conftest import Visit, Visitor, leading
from tests.worlds import HOSTILE_BODY, HOSTILE_NAME

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = pytest.mark.browser
PARTY, BODY, PERSON = "حزب التقدم والاشتراكية", "المكتب المحلي", "حميد المالكي"


def heading(visit: Visit) -> str:
    return visit.page.locator("h1").inner_text()


def link(visit: Visit, name: str) -> Locator:
    return visit.page.locator("main").get_by_role("link", name=name, exact=True).first


def reach(visit: Visit, wanted: Locator) -> None:
    """Go from element to element until this one has the focus."""
    for _ in range(200):
        visit.page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError("the keyboard does not reach it")


def test_five_clicks_lead_from_the_overview_to_the_sentence_in_its_article(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site)
    for name in (PARTY, BODY, PERSON):
        with leading(reader.page):
            link(reader, name).click()
        assert heading(reader).startswith(name)
    post = reader.page.locator("#post .fact").first
    sentence = post.locator("blockquote").inner_text()
    assert "المالكي" in sentence
    with leading(reader.page):
        post.locator("figcaption a").click()
    assert heading(reader).startswith("بمكتب محلي موسع")
    assert sentence == reader.page.locator(".sentence:target blockquote").inner_text()


def test_the_page_beside_the_folder_leads_into_it(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site.parent)
    assert reader.address() == "site/index.html"
    assert heading(reader) == "خريطة التنظيم الحزبي"


def test_a_link_to_a_folded_body_unfolds_what_is_above_it(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site, "party/pps.html")
    body = reader.page.locator(".org li[id^=b-]", has_text="الخميسات").last
    anchor = body.get_attribute("id")
    reader.page.locator(".org summary").first.click()
    reader.page.locator(".org details").evaluate_all("all => all.forEach(each => each.open = false)")
    expect(body).not_to_be_visible()
    reader.page.evaluate("anchor => location.hash = anchor", anchor)
    body.locator("a").first.wait_for()
    expect(reader.page).to_have_url(re.compile(f"/party/pps.html#{anchor}$"))


def test_the_journey_needs_only_the_keyboard(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site)
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator(".skip")).to_be_focused()
    for name in (PARTY, BODY, PERSON):
        reach(reader, link(reader, name))
        with leading(reader.page):
            reader.page.keyboard.press("Enter")
        assert heading(reader).startswith(name)
    reach(reader, reader.page.locator("#post .fact figcaption a").first)
    with leading(reader.page):
        reader.page.keyboard.press("Enter")
    assert PERSON in reader.page.locator(".sentence:target mark").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("أَسْماء الهـــردوز", "أسماء الهردوز"),
        ("نبيله", "نبيلة منيب"),
        ("بنعبدالله محمد", "محمد نبيل بنعبدالله"),
        ("Benabdallah", "محمد نبيل بنعبدالله"),
        ("nabila mounib", "نبيلة منيب"),
        ("USFP", "الاتحاد الاشتراكي للقوات الشعبية"),
    ],
)
def test_search_forgives_spelling_and_knows_latin_letters(
    visit: Visitor, seed_site: Path, typed: str, found: str
) -> None:
    reader = visit(seed_site, "events.html")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type(typed)
    expect(reader.page.locator("#found [role=option] bdi").first).to_have_text(found)
    reader.page.keyboard.press("ArrowDown")
    with leading(reader.page):
        reader.page.keyboard.press("Enter")
    assert heading(reader) == found


def test_search_that_finds_nothing_says_so(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site)
    reader.page.locator("#query").fill("zzz")
    told = reader.page.locator("#told")
    expect(told).to_contain_text("لا نتيجة")
    reader.page.keyboard.press("Escape")
    expect(told).not_to_be_visible()


def test_a_copied_link_restores_language_and_what_was_unfolded(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site)
    reader.page.get_by_role("button", name="Fr").click()
    with leading(reader.page):
        link(reader, "Parti du progrès et du socialisme").click()
    assert reader.page.locator("html").get_attribute("dir") == "ltr"
    assert "Organisation" in reader.page.locator("#organisation h2").inner_text()
    reader.page.locator(".regions summary").first.click()
    reader.page.wait_for_url("**?fr#r-01")
    again = visit(seed_site, reader.address())
    assert again.page.locator("html").get_attribute("lang") == "fr"
    assert again.page.locator("#r-01").get_attribute("open") is not None
    assert "Carte de l’organisation des partis" in again.page.title()


def test_dates_and_numbers_are_written_as_in_each_language(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site, "articles.html")
    said = {}
    for language, name in (("ar", "ع"), ("fr", "Fr"), ("en", "En")):
        reader.page.locator(f"[data-language={language}]").click()
        assert reader.page.locator(f"[data-language={language}]").inner_text() == name
        said[language] = reader.page.locator("time").first.inner_text()
    assert said == {"ar": "6 يونيو 2017", "fr": "6 juin 2017", "en": "6 June 2017"}


def test_light_and_dark_are_kept_from_page_to_page(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site, color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = reader.page.evaluate(paper)
    reader.page.locator("#theme").click()
    with leading(reader.page):
        link(reader, PARTY).click()
    assert reader.page.evaluate(paper) != light


def test_without_script_everything_can_be_read_and_followed(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site, java_script_enabled=False)
    link(reader, PARTY).click()
    link(reader, BODY).click()
    expect(reader.page.locator("h1")).to_have_text(re.compile(f"^\\s*{BODY}"))
    expect(reader.page.locator("#query")).not_to_be_visible()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_nothing_of_a_hostile_article_runs_or_leaves(visit: Visitor, hostile_site: Path, language: str) -> None:
    reader = visit(hostile_site)
    shown = ""
    for path in sorted(hostile_site.rglob("*.html")):
        if path.name == "network.html":
            continue
        reader.go(f"{path.relative_to(hostile_site)}?{language}")
        shown += reader.page.locator("main").text_content() or ""
        reader.page.locator("a").evaluate_all(
            "all => all.forEach(a => { if (!/^(#|https:|[^:]*$)/.test(a.getAttribute('href'))) throw a.outerHTML })"
        )
        assert reader.page.locator("main :is(img, iframe, script, style, object, form)").count() == 0
    for text in (HOSTILE_NAME, HOSTILE_BODY, "<script>alert(1)</script>", "⟨U+202E⟩", '"<b>'):
        assert text in shown
    reader.page.locator("#query").fill(HOSTILE_NAME[:8])
    reader.page.locator("#found bdi", has_text=HOSTILE_NAME).first.wait_for()


PAGES = ("index.html", "people.html", "articles.html", "questions.html#q-holders", "party/pps.html")
KINDS = ("body", "person", "event", "plan", "article")


def spoken(address: str, language: str) -> str:
    """Return the address of a page in a language."""
    page, mark, anchor = address.partition("#")
    return f"{page}?{language}{mark}{anchor}"


def largest(folder: Path, kind: str) -> str:
    """Return the page of a kind with most on it."""
    path = max((folder / kind).iterdir(), key=lambda path: (path.stat().st_size, path.name))
    return f"{kind}/{path.name}"


def test_a_phone_shows_every_kind_of_page_without_scrolling_sideways(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site, width=360, height=780, has_touch=True)
    for language in ("ar", "fr"):
        for address in (*PAGES, *(largest(seed_site, kind) for kind in KINDS)):
            reader.go(spoken(address, language))
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_print_shows_every_sentence_and_no_controls(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site, largest(seed_site, "person"))
    folded = reader.page.locator("#named blockquote").first
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator("#query")).not_to_be_visible()
    expect(folded).to_be_visible()
    reader.page.evaluate("dispatchEvent(new Event('afterprint'))")
    reader.page.emulate_media(media="screen")
    expect(folded).not_to_be_visible()


def test_an_empty_world_has_a_site_that_says_so(visit: Visitor, tmp_path: Path) -> None:
    from graph_builder.visual.site.write import write_site

    write_site(World((), (), {}), tmp_path / "site")
    reader = visit(tmp_path / "site")
    assert "لم يعثر في المقالات" in reader.page.locator("main").inner_text()
    reader.go("people.html")
    assert "لا شيء في المقالات." in reader.page.locator("main").inner_text()


def test_dates_are_said_by_the_script_as_the_build_writes_them(visit: Visitor, seed_site: Path) -> None:
    dates = [
        "2017",
        "2017-04",
        "2017-05-01",
        "XXXX-06-30",
        "2016-XX-03",
        "2017-02~",
        "2016/2017-03",
        "2016/..",
        "../2017",
        "2017-13",
    ]
    reader = visit(seed_site)
    reader.page.evaluate(
        """dates => document.querySelector("main").append(...dates.map(date => {
          const made = document.createElement("time");
          made.dataset.date = date;
          made.className = "asked";
          return made;
        }))""",
        dates,
    )
    for language in ("fr", "en", "ar"):
        reader.page.locator(f"[data-language={language}]").click()
        written = [date_in_words(date)[language] for date in dates]
        assert reader.page.locator("time.asked").all_inner_texts() == written
