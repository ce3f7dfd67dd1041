"""A network too large to read at once, and what a reader filters, sends and saves, in a real browser."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from graph_builder.model import World
from graph_builder.visual.site.write import write_site
from graph_builder.visual.words import LANGUAGES
from tests.visual.conftest import Opener, Visitor, Watched, leading, settle
from tests.visual.test_axe import violations
from tests.visual.test_browser import PARTY_COLOUR, middle_of
from tests.visual.test_shares import QUOTE, country
from tests.worlds import HOSTILE_NAME, small_world

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.browser
BODY_COLOUR = [0x00, 0x9E, 0x73]
PICTURE = "document.querySelector('#network canvas').toDataURL()"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large") / "site"
    write_site(country(), folder)
    return folder


def listed(watched: Watched) -> set[str]:
    return set(watched.page.locator("#list a").all_text_contents())


def svg(watched: Watched, path: Path) -> ElementTree.Element:
    """Save the drawing and read it."""
    with watched.page.expect_download() as download:
        watched.page.locator("#svg").evaluate("each => each.click()")
    download.value.save_as(path)
    return ElementTree.parse(path).getroot()


def texts(picture: ElementTree.Element) -> set[str]:
    """Return the labels of a picture, in one line each."""

    def line(group: Iterable[str]) -> str:
        return re.sub("[\u2068\u2069]", "", " ".join(group))

    return {line(each.itertext()) for each in picture.iter("{http://www.w3.org/2000/svg}text")}


def test_a_large_network_opens_as_parties_that_lead_to_their_own(visit: Visitor, large: Path) -> None:
    reader = visit(large, "network.html")
    assert "عناصر الشبكة: 414" in reader.page.locator("#panel").inner_text()
    assert not reader.page.locator("#level").is_visible()
    with leading(reader.page):
        reader.page.locator("#panel").get_by_role("link", name="حزب 2").click()
    assert reader.address() == "network.html?in=1"
    assert reader.page.locator("#party").input_value() == "1"
    reader.page.locator("#words").fill("شخص 300")
    reader.page.locator("#list a").click()
    expect(reader.page.locator("#panel h2").first).to_have_text("شخص 300")
    expect(reader.page.locator("#panel blockquote").first).to_have_text(QUOTE)
    with leading(reader.page):
        reader.page.locator("#party").select_option("")
    assert reader.address() == "network.html"


def test_a_link_to_one_thing_finds_the_network_that_holds_it(visit: Visitor, large: Path) -> None:
    person = f"a{300:011x}"
    reader = visit(large, f"network.html?fr#{person}")
    assert reader.address() == f"network.html?in=1&fr#{person}"
    assert reader.page.locator("#panel blockquote").first.is_visible()
    assert reader.page.locator("html").get_attribute("lang") == "fr"
    with leading(reader.page):
        reader.page.get_by_role("link", name="Sa fiche").click()
    assert reader.address() == f"person/{person}.html?fr"


def test_the_table_of_a_large_network_loads_all_its_facts(visit: Visitor, large: Path) -> None:
    reader = visit(large, "network.html?in=0#&table")
    assert reader.page.locator("#counted").inner_text() == "المعلومات: 751"


def test_neighbours_are_drawn_thirty_at_a_time(visit: Visitor, large: Path) -> None:
    reader = visit(large, f"network.html?in=1#{2:012x}")
    banner = reader.page.locator("#banner")
    reader.page.get_by_role("button", name="أظهر محيطه وحده").click()
    expect(banner).to_contain_text("30 عنصرا من 151")
    banner.get_by_role("button").first.click()
    expect(banner).to_contain_text("60 عنصرا من 151")
    expect(reader.page).to_have_url(re.compile(f"around={2:012x}"))


@pytest.mark.parametrize("shown", ["", f"?in=1#{2:012x}", f"?in=1#a{300:011x}&table&sure=80"])
def test_axe_finds_nothing_wrong(visit: Visitor, large: Path, shown: str) -> None:
    reader = visit(large, f"network.html{shown}", reduced_motion="reduce")
    reader.page.evaluate(Axe().axe_script)
    found = [each for how in product(LANGUAGES, ("light", "dark")) for each in violations(reader, *how)]
    reader.page.set_viewport_size({"width": 360, "height": 780})
    reader.page.locator("#narrow").evaluate("each => each.open = true")
    found += [each for how in (("ar", "dark"), ("fr", "light")) for each in violations(reader, *how)]
    assert found == []


def test_a_click_on_a_party_or_a_level_of_the_overview_opens_its_network(visit: Visitor, large: Path) -> None:
    reader = visit(large, "network.html?fr")
    with leading(reader.page):
        reader.page.mouse.click(*middle_of(reader, PARTY_COLOUR))
    assert reader.address() in {"network.html?in=0&fr", "network.html?in=1&fr"}
    reader.go("network.html?fr")
    with leading(reader.page):
        reader.page.mouse.click(*middle_of(reader, BODY_COLOUR))
    assert reader.address() in {"network.html?in=0&fr#&level=local", "network.html?in=1&fr#&level=local"}
    assert reader.page.locator("#level").input_value() == "local"
    kept = reader.page.locator("#list a").all_text_contents()
    assert kept in (["حزب 1", "فرع حزب 1"], ["حزب 2", "فرع حزب 2"])
    assert reader.page.locator("#network").get_attribute("data-drawn") == "2"


@pytest.mark.parametrize("from_", ["network.html?en", "network.html?in=0&en#&year=2018"])
def test_the_search_finds_names_of_every_share_and_opens_theirs(visit: Visitor, large: Path, from_: str) -> None:
    reader = visit(large, from_)
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("شخص 300")
    reader.page.locator("#found [role=option]").first.wait_for()
    reader.page.keyboard.press("ArrowDown")
    with leading(reader.page):
        reader.page.keyboard.press("Enter")
    assert reader.address().startswith(f"network.html?in=1&en#a{300:011x}")
    assert reader.page.locator("#panel h2").first.inner_text() == "شخص 300"
    assert reader.page.evaluate("document.querySelector('#network').dataset.drawn > 0")


def test_the_search_finds_latin_spellings_without_leaving_the_page(visit: Visitor, seed_site: Path) -> None:
    reader = visit(seed_site, "network.html?fr#&sure=70")
    reader.page.evaluate("window.stays = true")
    reader.page.locator("#query").fill("Benabdallah")
    reader.page.locator("#found a").first.click()
    reader.page.wait_for_url("**/network.html?fr#*&sure=70")
    expect(reader.page.locator("#panel h2").first).to_have_text("محمد نبيل بنعبدالله")
    assert reader.page.evaluate("window.stays")
    reader.page.locator("#words").fill("benabdallah")
    expect(reader.page.locator("#list a")).to_have_text(["محمد نبيل بنعبدالله"])


def test_a_link_restores_what_was_chosen_filtered_and_looked_at(opened: Opener, seed_world: World) -> None:
    first = opened(seed_world, "?en#&place=04.291&kinds=party,body,person", reduced_motion="reduce")
    first.page.locator("#words").fill("المالكي")
    first.page.keyboard.press("Enter")
    expect(first.page.locator("#panel h2").first).to_have_text("حميد المالكي")
    for button in ("zoom_in", "zoom_in"):
        first.page.locator(f"#{button}").click()
    first.page.wait_for_url("**&place=04.291&*&words=*&at=*")
    link = first.page.url.partition("network.html")[2]
    drawings = []
    for rest in (link, link, link.partition("&at=")[0]):
        again = opened(seed_world, rest, reduced_motion="reduce")
        drawings.append(again.page.evaluate(PICTURE))
        assert again.page.locator("#panel h2").first.inner_text() == "حميد المالكي"
        assert again.page.locator("#place").input_value() == "04.291"
        assert again.page.locator("#words").input_value() == "المالكي"
        assert again.page.url.endswith(rest)
    assert drawings[0] == drawings[1] != drawings[2]


def test_the_drawing_follows_the_button_of_light_and_dark_and_is_light_in_print(opened: Opener, tmp_path: Path) -> None:
    watched = opened(small_world(), color_scheme="light")

    def inks() -> tuple[str, bool]:
        """Return the colour of words on the page, and whether the drawing's are of that colour."""
        ink = watched.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink')")
        found = svg(watched, tmp_path / "drawn.svg").iter("{http://www.w3.org/2000/svg}text")
        return ink, ink in {each.get("fill") for each in found}

    light = inks()
    watched.page.locator("#theme").click()
    dark = inks()
    watched.page.emulate_media(media="print")
    settle(watched.page)
    assert light == inks() == ("#1d2530", True)
    assert dark == ("#e8e6e0", True)


def test_a_year_hides_what_had_ended_or_not_begun(visit: Visitor, large: Path) -> None:
    reader = visit(large, "network.html?in=1#&year=2018")
    year, count = reader.page.locator("#in-year"), reader.page.locator("#listed")
    expect(year).to_have_text("2018")
    expect(count).to_have_text(re.compile("^النتائج: 152"))
    reader.page.locator("#year").press("ArrowLeft" if reader.page.evaluate("document.dir") == "ltr" else "ArrowRight")
    expect(year).to_have_text("2017")
    reader.page.locator("#sure").select_option("95")
    expect(count).to_have_text(re.compile("^النتائج: 2"))
    reader.page.wait_for_url("**/network.html?in=1#&year=2017&sure=95")
    again = visit(large, reader.address())
    assert again.page.locator("#list a").all_text_contents() == ["حزب 2", "فرع حزب 2"]
    assert again.page.locator("#sure").input_value() == "95"


def test_level_and_region_keep_what_is_near_such_a_body(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world)
    everything = listed(watched)
    watched.page.locator("#level").select_option("local")
    local = listed(watched)
    assert "حميد المالكي" in local
    assert "نبيلة منيب" not in local
    assert local < everything
    watched.page.locator("#place").select_option("04")
    assert "حميد المالكي" in listed(watched) <= local
    watched.page.wait_for_url("**/network.html#&level=local&place=04")
    watched.page.locator("#words").fill("المالكي")
    watched.page.locator("#list a").first.click()
    watched.page.locator("#panel .iri").wait_for()
    watched.page.go_back()
    watched.page.locator("#panel .iri").wait_for(state="detached")
    assert watched.page.locator("#level").input_value() == "local"


def settled(watched: Watched) -> str:
    """Return the drawing as a picture, once fitting it anew changes nothing."""
    seen = [""]
    while len(seen) < 2 or seen[-1] != seen[-2]:
        watched.page.locator("#fit").click()
        settle(watched.page)
        seen.append(watched.page.evaluate(PICTURE))
    return seen[-1]


def test_a_filter_that_is_lifted_leaves_the_drawing_as_it_was(opened: Opener, seed_world: World) -> None:
    drawings = []
    for fragment in ("", "#&level=local&kinds=person,party"):
        watched = opened(seed_world, fragment)
        watched.page.locator("#level").select_option("")
        for kind in ("body", "event", "plan"):
            watched.page.locator(f".kinds input[value={kind}]").check()
        drawings.append(settled(watched))
    assert len(drawings[0]) > 20_000
    assert drawings[0] == drawings[1]


def test_filters_that_no_reader_could_set_are_ignored(opened: Opener, seed_world: World) -> None:
    watched = opened(seed_world, "#&level=<b>&place=__proto__&year=1&sure=200&kinds=&around=none")
    assert watched.page.locator("#level").input_value() == ""
    assert watched.page.locator("#banner").inner_text().strip() == "لا عنصر في الشبكة يوافق هذا الاختيار."


def test_the_drawing_is_saved_as_png_and_svg(opened: Opener, tmp_path: Path) -> None:
    watched = opened(small_world())
    with watched.page.expect_download() as download:
        watched.page.locator("#png").click()
    download.value.save_as(tmp_path / "drawn.png")
    assert (tmp_path / "drawn.png").read_bytes().startswith(b"\x89PNG\r\n")
    picture = svg(watched, tmp_path / "drawn.svg")
    assert "كريمة الزناتي" in texts(picture)
    assert any("<img" in text for text in texts(picture)), HOSTILE_NAME
    assert {each.tag.partition("}")[2] for each in picture.iter()} == {
        "svg", "title", "rect", "g", "line", "circle", "polygon", "text", "tspan",
    }  # fmt: skip
    arrows = [
        each for each in picture.iter("{http://www.w3.org/2000/svg}g") if each[:1] and each[0].tag.endswith("line")
    ]
    assert arrows
    assert all([part.tag.partition("}")[2] for part in arrow] == ["line", "polygon", "text"] for arrow in arrows)
    assert not {name for each in picture.iter() for name in each.attrib if name.startswith("on") or "href" in name}
