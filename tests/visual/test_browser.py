"""The page in a real browser, without a network: what a reader sees, finds, clicks, types and prints."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import World
from graph_builder.visual.site.known import Known
from tests.visual.conftest import Opener, Visit, Visitor, Watched, leading, settle
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


def names(watched: Watched) -> Locator:
    return watched.page.locator("#list a")


def middle_of(watched: Watched | Visit, colour: list[int]) -> tuple[float, float]:
    """Return the middle of something of this colour on the canvas, in pixels of the page."""
    settle(watched.page)
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
    watched.page.locator("#panel .iri").wait_for()
    name = heading(watched).inner_text()
    assert name in {entity.name for entity in seed_world.entities if entity.kind == "person"}
    quotes = watched.page.locator("#panel blockquote").all_inner_texts()
    texts = [reading.article.text for reading in seed_world.readings]
    assert quotes
    assert all(any(quote in text for text in texts) for quote in quotes)
    assert "97 %" in watched.page.locator("#panel figcaption").first.inner_text()
    expect(watched.page).to_have_url(re.compile(f"#{watched.id_of(name)}$"))


def test_a_click_on_an_arrow_shows_what_ties_its_ends(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    person = watched.id_of("نبيلة منيب")
    watched.choose(person)
    watched.page.get_by_role("button", name="أظهر محيطه وحده").click()
    (px, py), (x, y) = middle_of(watched, PARTY_COLOUR), middle_of(watched, PERSON_COLOUR)
    watched.page.mouse.click(px * 0.4 + x * 0.6, py * 0.4 + y * 0.6)
    expect(heading(watched)).to_have_text("الأمينة العامة")
    expect(watched.page.locator("#panel")).to_contain_text("الحزب الاشتراكي الموحد")
    expect(watched.page.locator("#panel blockquote")).to_have_count(1)
    expect(watched.page).to_have_url(re.compile(f"#tie={person}"))
    again = opened(seed_world, watched.page.url.partition("network.html")[2])
    expect(heading(again)).to_have_text("الأمينة العامة")


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
    expect(names(watched)).to_have_text([found])
    expect(watched.page.locator("#listed")).to_have_text("النتائج: 1")


def test_search_that_finds_nothing_says_so(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    watched.page.locator("#words").fill("zzz")
    expect(names(watched)).to_have_count(0)
    expect(watched.page.locator("#listed")).to_contain_text("لا نتيجة")


def test_filters_narrow_the_list_and_explain_an_empty_network(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    watched.page.get_by_label("الحزب", exact=True).select_option("الحزب الاشتراكي الموحد")
    expect(names(watched).get_by_text("نبيلة منيب", exact=True)).to_have_count(1)
    expect(names(watched).get_by_text("خالد خبيزي", exact=True)).to_have_count(0)
    for kind in ("party", "body", "event", "plan"):
        watched.page.locator(f".kinds input[value={kind}]").uncheck()
    expect(names(watched)).to_have_text(["نبيلة منيب"])
    watched.page.locator(".kinds input[value=person]").uncheck()
    expect(watched.page.locator("#banner")).to_have_text("لا عنصر في الشبكة يوافق هذا الاختيار.")


def test_the_journey_to_a_sentence_needs_only_the_keyboard(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    press = watched.page.keyboard.press
    press("Tab")
    expect(watched.page.locator(".skip")).to_be_focused()
    watched.page.locator("#words").focus()
    watched.page.keyboard.type("المكتب المحلي")
    press("ArrowDown")
    press("Enter")
    expect(heading(watched)).to_have_text("المكتب المحلي")
    expect(heading(watched)).to_be_focused()
    person = watched.page.locator("#panel .headline a", has_text="حميد المالكي")
    for _ in range(60):
        press("Tab")
        if person.evaluate("each => each === document.activeElement"):
            break
    press("Enter")
    expect(heading(watched)).to_have_text("حميد المالكي")
    expect(watched.page.locator("#panel .headline").first).to_contain_text("أمين المال")
    expect(watched.page.locator("#panel mark").get_by_text("حميد المالكي", exact=True).first).to_be_attached()
    press("Escape")
    expect(heading(watched)).to_contain_text("التفاصيل")
    watched.page.go_back()
    expect(heading(watched)).to_have_text("حميد المالكي")


def test_the_canvas_moves_with_the_arrow_keys(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    before = middle_of(watched, PARTY_COLOUR)
    watched.page.locator("#network .vis-network").focus()
    picture = "document.querySelector('#network canvas').toDataURL()"
    still = watched.page.evaluate(picture)
    watched.page.keyboard.down("ArrowLeft")
    watched.page.wait_for_function(f"still => {picture} !== still", arg=still)
    watched.page.keyboard.up("ArrowLeft")
    assert middle_of(watched, PARTY_COLOUR) != before


def test_a_link_restores_the_choice_the_language_and_the_view(opened: Opener, seed_world: World) -> None:
    first = opened(seed_world)
    first.page.locator("#words").fill("الطيب هاشمي")
    first.page.keyboard.press("Enter")
    expect(heading(first)).to_have_text("الطيب هاشمي")
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
    expect(reader.page.locator("#panel h2").first).to_have_text("حميد المالكي")
    sentence = reader.page.locator("#panel blockquote").first.inner_text()
    with leading(reader.page):
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
        watched.choose(watched.id_of(name))
        expect(watched.page.locator("#panel")).to_contain_text(missing)


def test_a_link_followed_while_the_address_lags_behind_what_was_typed_is_not_undone(
    opened: Opener, seed_world: World
) -> None:
    watched = opened(seed_world)
    id_ = watched.id_of("نبيلة منيب")
    watched.page.evaluate(
        """id => {
          const words = document.getElementById("words");
          words.value = "نبيلة";
          words.dispatchEvent(new Event("input"));
          setTimeout(() => {
            const late = performance.now() + 150;
            while (performance.now() < late);
            scheduler.postTask(() => { location.hash = id; }, {priority: "user-blocking"});
          });
        }""",
        id_,
    )
    expect(heading(watched)).to_have_text("نبيلة منيب")
    expect(watched.page).to_have_url(re.compile(f"#{id_}$"))


def test_the_table_holds_every_fact_and_downloads_as_csv(opened: Opener, tmp_path: Path) -> None:
    world = small_world()
    watched = opened(world)
    watched.page.get_by_role("button", name="الجدول").click()
    expect(watched.page.locator("#facts tbody tr")).to_have_count(watched.data()["count"])
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
    offices = {"نائب أمين المال": "يوسف بدر الدين مسعودي", "أمين المال": "حميد المالكي"}
    told = [f"{name} — {office}" for office, name in reversed(offices.items())]
    expect(watched.page.locator("#facts tbody th")).to_have_text(told)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_nothing_of_a_hostile_article_runs_or_leaves(opened: Opener, language: str) -> None:
    watched = opened(small_world(), f"?{language}")
    data = watched.data()
    shown = ""
    for _, id_, *_ in data["entities"]:
        watched.choose(id_)
        shown += watched.page.locator("#panel").inner_text()
        watched.page.locator("#panel a").evaluate_all(
            "all => all.forEach(a => { if (!/^(#|https:|[^:]*$)/.test(a.getAttribute('href'))) throw a.outerHTML })"
        )
    watched.page.locator("[data-view=table]").click()
    settle(watched.page)
    for text in (HOSTILE_NAME, HOSTILE_BODY, "<script>alert(1)</script>", "⟨U+202E⟩", '"<b>'):
        assert text in shown
    assert watched.page.locator("img, iframe").count() == 0
    assert watched.page.locator("script").count() == watched.page.locator("script[src^='assets/']").count() == 7


def test_a_large_network_begins_small_and_says_why(opened: Opener) -> None:
    watched = opened(crowd(1600))
    banner = watched.page.locator("#banner")
    expect(banner).to_contain_text("300 عنصرا من 1601")
    expect(names(watched)).to_have_count(200)
    banner.get_by_role("button").click()
    expect(banner).to_contain_text("رسم 1500 عنصرا من 1601")
    watched.page.locator("#words").fill("عضو 1600")
    watched.page.keyboard.press("Enter")
    expect(heading(watched)).to_have_text("عضو 1600")
    expect(banner).to_contain_text("محيط")
    banner.get_by_role("button").click()
    expect(banner).to_contain_text("300 عنصرا من 1601")


def test_a_page_without_anything_says_so(opened: Opener) -> None:
    watched = opened(World((), (), {}))
    assert "لم يعثر في المقالات" in watched.page.locator("#banner").inner_text()


def test_a_phone_shows_it_without_scrolling_sideways(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world, width=390, height=844, has_touch=True)
    wide = "document.documentElement.scrollWidth"
    assert watched.page.evaluate(wide) <= 390
    watched.page.locator("#narrow summary").tap()
    watched.page.locator("#words").fill("نبيلة")
    names(watched).tap()
    watched.page.locator("#panel .iri").wait_for()
    expect(watched.page.locator("#panel blockquote").first).to_be_visible()
    assert watched.page.evaluate(wide) <= 390
    watched.page.get_by_role("button", name="إغلاق").tap()
    watched.page.get_by_role("button", name="الجدول").tap()
    settle(watched.page)
    assert watched.page.evaluate(wide) <= 390


def test_print_shows_the_facts_and_no_controls(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    watched.page.locator("#words").fill("خالد خبيزي")
    watched.page.keyboard.press("Enter")
    expect(heading(watched)).to_have_text("خالد خبيزي")
    expect(watched.page.locator("#zoom_in")).to_be_visible()
    watched.page.emulate_media(media="print")
    expect(watched.page.locator("#words")).not_to_be_visible()
    expect(watched.page.locator("#zoom_in")).not_to_be_visible()
    expect(watched.page.locator("#panel blockquote").first).to_be_visible()
