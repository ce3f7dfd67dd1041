"""The page in a real browser, without a network: what a reader sees, finds, clicks, types and prints."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import World
from graph_builder.visual.site.known import Known
from tests.visual.conftest import Opener, Visit, Visitor, Watched
from tests.visual.test_facts import crowd
from tests.worlds import HOSTILE_BODY, HOSTILE_NAME, PARTY, small_world

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = pytest.mark.browser
BLOB = """([red, green, blue]) => {
  const canvas = document.querySelector('#network canvas'), {width, height} = canvas;
  const copy = new OffscreenCanvas(width, height).getContext('2d', {willReadFrequently: true});
  copy.drawImage(canvas, 0, 0);
  const seen = copy.getImageData(0, 0, width, height).data, at = [];
  for (let i = 0; i < seen.length; i += 4)
    if (seen[i] === red && seen[i + 1] === green && seen[i + 2] === blue) at.push(i / 4);
  const middle = at[Math.floor(at.length / 2)], row = Math.floor(middle / width);
  const inRow = at.filter(each => Math.floor(each / width) === row).map(each => each % width);
  const box = canvas.getBoundingClientRect(), scale = box.width / width;
  return [box.x + inRow[Math.floor(inRow.length / 2)] * scale, box.y + row * scale];
}"""
PARTY_COLOUR, PERSON_COLOUR = [0xD5, 0x5E, 0x00], [0x56, 0xB4, 0xE9]


def heading(watched: Watched) -> Locator:
    return watched.page.locator("#panel h2").first


def names(watched: Watched) -> list[str]:
    return watched.page.locator("#list a").all_text_contents()


def middle_of(watched: Watched | Visit, colour: list[int]) -> tuple[float, float]:
    """Return the middle of something of this colour on the canvas, in pixels of the page."""
    x, y = watched.page.evaluate(BLOB, colour)
    return x, y


def test_it_opens_in_arabic_with_the_network_drawn(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    assert watched.page.title() == "الشبكة — خريطة التنظيم الحزبي"
    assert watched.page.locator("html").get_attribute("dir") == "rtl"
    assert middle_of(watched, PARTY_COLOUR)
    assert middle_of(watched, PERSON_COLOUR)
    assert "كل المقالات: 5" in watched.page.locator("#panel").inner_text()


def test_a_click_on_a_node_shows_its_facts_and_their_sentences(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world, "#" + "0" * 12)
    watched.page.mouse.click(*middle_of(watched, PERSON_COLOUR))
    name = heading(watched).inner_text()
    assert name in {entity.name for entity in seed_world.entities if entity.kind == "person"}
    quotes = watched.page.locator("#panel blockquote").all_inner_texts()
    texts = [reading.article.text for reading in seed_world.readings]
    assert quotes
    assert all(any(quote in text for text in texts) for quote in quotes)
    assert "97 %" in watched.page.locator("#panel figcaption").first.inner_text()
    assert watched.page.url.endswith("#" + watched.id_of(name))


def test_a_click_on_an_arrow_shows_what_ties_its_ends(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    person = watched.id_of("نبيلة منيب")
    watched.page.goto(watched.page.url.split("#")[0] + "#" + person)
    watched.page.get_by_role("button", name="أظهر محيطه وحده").click()
    (px, py), (x, y) = middle_of(watched, PARTY_COLOUR), middle_of(watched, PERSON_COLOUR)
    watched.page.mouse.click(px * 0.4 + x * 0.6, py * 0.4 + y * 0.6)
    assert heading(watched).inner_text() == "الأمينة العامة"
    assert "الحزب الاشتراكي الموحد" in watched.page.locator("#panel").inner_text()
    assert watched.page.locator("#panel blockquote").count() == 1
    assert "#tie=" + person in watched.page.url
    again = opened(seed_world, watched.page.url.partition("network.html")[2])
    assert heading(again).inner_text() == "الأمينة العامة"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("أَسْماء الهـــردوز", "أسماء الهردوز"),
        ("اسماء", "أسماء الهردوز"),
        ("نبيله", "نبيلة منيب"),
        ("بنعبدالله محمد", "محمد نبيل بنعبدالله"),
        ("خالد الخبيزى", "خالد خبيزي"),
        ("٩٠ دقيقه", "برنامج 90 دقيقة"),
    ],
)
def test_search_forgives_spelling(opened: Opener, seed_world: World, typed: str, found: str) -> None:
    watched = opened(seed_world)
    watched.page.get_by_label("كلمات في القائمة").fill(typed)
    assert names(watched) == [found]
    assert watched.page.locator("#listed").inner_text() == "النتائج: 1"


def test_search_that_finds_nothing_says_so(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    watched.page.locator("#words").fill("zzz")
    assert names(watched) == []
    assert "لا نتيجة" in watched.page.locator("#listed").inner_text()


def test_filters_narrow_the_list_and_explain_an_empty_network(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    watched.page.get_by_label("الحزب", exact=True).select_option("الحزب الاشتراكي الموحد")
    assert "نبيلة منيب" in names(watched)
    assert "خالد خبيزي" not in names(watched)
    for kind in ("party", "body", "event", "plan"):
        watched.page.locator(f".kinds input[value={kind}]").uncheck()
    assert names(watched) == ["نبيلة منيب"]
    watched.page.locator(".kinds input[value=person]").uncheck()
    assert watched.page.locator("#banner").inner_text().strip() == "لا عنصر في الشبكة يوافق هذا الاختيار."


def test_the_journey_to_a_sentence_needs_only_the_keyboard(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    press = watched.page.keyboard.press
    press("Tab")
    assert watched.page.evaluate("document.activeElement.className") == "skip"
    watched.page.locator("#words").focus()
    watched.page.keyboard.type("المكتب المحلي")
    press("ArrowDown")
    press("Enter")
    watched.page.wait_for_function("document.activeElement.tagName === 'H2'")
    assert heading(watched).inner_text() == "المكتب المحلي"
    person = watched.page.locator("#panel .headline a", has_text="حميد المالكي")
    for _ in range(60):
        press("Tab")
        if person.evaluate("each => each === document.activeElement"):
            break
    press("Enter")
    watched.page.wait_for_function("document.querySelector('#panel h2').innerText === 'حميد المالكي'")
    assert "أمين المال" in watched.page.locator("#panel .headline").first.inner_text()
    assert "حميد المالكي" in watched.page.locator("#panel mark").all_inner_texts()
    press("Escape")
    assert "التفاصيل" in heading(watched).inner_text()
    watched.page.go_back()
    assert heading(watched).inner_text() == "حميد المالكي"


def test_the_canvas_moves_with_the_arrow_keys(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    before = middle_of(watched, PARTY_COLOUR)
    watched.page.locator("#network .vis-network").focus()
    watched.page.keyboard.down("ArrowLeft")
    watched.page.wait_for_timeout(300)
    watched.page.keyboard.up("ArrowLeft")
    assert middle_of(watched, PARTY_COLOUR) != before


def test_a_link_restores_the_choice_the_language_and_the_view(opened: Opener, seed_world: World) -> None:
    first = opened(seed_world)
    first.page.locator("#words").fill("الطيب هاشمي")
    first.page.keyboard.press("Enter")
    first.page.locator("[data-language=fr]").click()
    first.page.get_by_role("button", name="Tableau").click()
    first.page.wait_for_url("**/network.html?fr#*&table&words=*")
    again = opened(seed_world, first.page.url.partition("network.html")[2])
    assert heading(again).inner_text() == "الطيب هاشمي"
    assert again.page.locator("html").get_attribute("lang") == "fr"
    assert again.page.locator("html").get_attribute("dir") == "ltr"
    assert again.page.locator("#facts").is_visible()
    assert again.page.locator("#party option").first.inner_text() == "Tous les partis"
    assert "Fonctions" in again.page.locator("#panel").inner_text()


@pytest.mark.parametrize("fragment", ["#nothing", "#&words=%E0%A4%A", "#tie=none,none", "#<img src=x>&zz&__proto__"])
def test_a_link_to_nothing_opens_the_overview(opened: Opener, seed_world: World, fragment: str) -> None:
    assert "التفاصيل" in heading(opened(seed_world, fragment)).inner_text()


def test_a_sentence_leads_to_its_place_on_the_page_of_its_article(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site, "network.html?fr")
    reader.page.locator("#words").fill("حميد المالكي")
    reader.page.keyboard.press("Enter")
    sentence = reader.page.locator("#panel blockquote").first.inner_text()
    reader.page.locator("#panel figcaption a").first.click()
    assert reader.page.locator(".sentence:target blockquote").inner_text() == sentence
    assert reader.page.locator("html").get_attribute("lang") == "fr"


def test_what_no_article_says_is_explained(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    for name, missing in [
        ("عبد العالي عطيف", "لا يذكر أي مقال منصبا لهذا الشخص."),
        ("فرع فاس", "لا يذكر أي مقال من يتحمل مسؤولية في هذه الهيئة."),
        ("المؤتمر الوطني العاشر", "لا يذكر أي مقال من شارك في هذا النشاط."),
        ("المؤتمر الوطني العاشر", "لا يذكره المقال"),
    ]:
        watched.page.goto(watched.page.url.split("#")[0] + "#" + watched.id_of(name))
        assert missing in watched.page.locator("#panel").inner_text()


def test_the_table_holds_every_fact_and_downloads_as_csv(opened: Opener, tmp_path: Path) -> None:
    world = small_world()
    watched = opened(world)
    watched.page.get_by_role("button", name="الجدول").click()
    data = watched.data()
    watched.page.wait_for_function("document.getElementById('counted').innerText !== ''")
    assert watched.page.locator("#facts tbody tr").count() == data["count"]
    with watched.page.expect_download() as download:
        watched.page.get_by_role("button", name="تنزيل CSV").click()
    download.value.save_as(tmp_path / "facts.csv")
    raw = (tmp_path / "facts.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert raw.startswith(b"\xef\xbb\xbf")
    said = Known(world, DEFAULT_BASE).said
    assert len(rows) == sum(len({source.evidence for source in each.sources}) for each in said)
    post = next(row for row in rows if row["المهمة"] == "كاتبة عامة")
    assert (post["الشخص"], post["الحزب"], post["منذ"]) == ("كريمة الزناتي", PARTY, "2019-05-05")
    assert post["الجملة"] in world.readings[0].article.text
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_the_table_follows_search_and_filters(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world, "#&table")
    watched.page.locator("#words").fill("امين المال")
    told = [row.split(" — ") for row in watched.page.locator("#facts tbody th").all_inner_texts()]
    assert [(role, person) for person, role in told] == [
        ("أمين المال", "حميد المالكي"),
        ("نائب أمين المال", "يوسف بدر الدين مسعودي"),
    ]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_nothing_of_a_hostile_article_runs_or_leaves(opened: Opener, language: str) -> None:
    watched = opened(small_world(), f"?{language}")
    data = watched.data()
    shown = ""
    for _, id_, *_ in data["entities"]:
        watched.page.goto(watched.page.url.split("#")[0] + f"#{id_}")
        shown += watched.page.locator("#panel").inner_text()
        watched.page.locator("#panel a").evaluate_all(
            "all => all.forEach(a => { if (!/^(#|https:|[^:]*$)/.test(a.getAttribute('href'))) throw a.outerHTML })"
        )
    watched.page.locator("[data-view=table]").click()
    for text in (HOSTILE_NAME, HOSTILE_BODY, "<script>alert(1)</script>", "⟨U+202E⟩", '"<b>'):
        assert text in shown
    assert watched.page.locator("img, iframe").count() == 0
    assert watched.page.locator("script").count() == watched.page.locator("script[src^='assets/']").count() == 7


def test_a_large_network_begins_small_and_says_why(opened: Opener) -> None:
    watched = opened(crowd(1600))
    banner = watched.page.locator("#banner")
    assert "300 عنصرا من 1601" in banner.inner_text()
    assert watched.page.locator("#list a").count() == 200
    banner.get_by_role("button").click()
    assert "رسم 1500 عنصرا من 1601" in banner.inner_text()
    watched.page.locator("#words").fill("عضو 1600")
    watched.page.keyboard.press("Enter")
    assert heading(watched).inner_text() == "عضو 1600"
    assert "محيط" in banner.inner_text()
    banner.get_by_role("button").click()
    assert "300 عنصرا من 1601" in banner.inner_text()


def test_a_page_without_anything_says_so(opened: Opener) -> None:
    watched = opened(World((), (), {}))
    assert "لم يعثر في المقالات" in watched.page.locator("#banner").inner_text()


def test_a_phone_shows_it_without_scrolling_sideways(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world, width=390, height=844, has_touch=True)
    wide = "document.documentElement.scrollWidth"
    assert watched.page.evaluate(wide) <= 390
    watched.page.locator("#narrow summary").tap()
    watched.page.locator("#words").fill("نبيلة")
    watched.page.locator("#list a").tap()
    assert watched.page.locator("#panel blockquote").first.is_visible()
    assert watched.page.evaluate(wide) <= 390
    watched.page.get_by_role("button", name="إغلاق").tap()
    watched.page.get_by_role("button", name="الجدول").tap()
    assert watched.page.evaluate(wide) <= 390


def test_print_shows_the_facts_and_no_controls(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    watched.page.locator("#words").fill("خالد خبيزي")
    watched.page.keyboard.press("Enter")
    watched.page.emulate_media(media="print")
    assert not watched.page.locator("#words").is_visible()
    assert not watched.page.locator("#zoom-in").is_visible()
    assert watched.page.locator("#panel blockquote").first.is_visible()
