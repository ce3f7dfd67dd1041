"""The site as files: whole, linked, safe, the same every time, and what its pages say of small worlds."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import EventFact, Fact, Reading, World
from graph_builder.query.questions import questions
from graph_builder.visual.site import article, body, event, overview, party, plan
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.site.search import index
from graph_builder.visual.site.write import site
from graph_builder.visual.words import LANGUAGES, words
from tests.worlds import PARTY, Said, branch, post, retold, small_world, training, world_of
from tests.worlds import article as article_of


class Markup(HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str]:
        return [value for _, about in self.elements if (value := about.get(attribute)) is not None]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every file of the site of the small world."""
    return {page.path: page.text for page in site(small_world())}


@pytest.fixture(scope="module")
def parsed(pages: dict[str, str]) -> dict[str, Markup]:
    return {path: Markup(text) for path, text in pages.items() if path.endswith(".html") and path != "network.html"}


def desk(*readings: Reading) -> Desk:
    """What pages are written with, in the world of some articles."""
    return Desk(Known(world_of(readings), DEFAULT_BASE), ("people",))


def find(at: Desk, kind: str, name: str) -> str:
    return next(each for each, entity in at.known.entities.items() if (entity.kind, entity.name) == (kind, name))


def said(page: Page) -> str:
    """What a page says, in one line, its pieces apart."""
    main = page.text.partition('<main id="main" tabindex="-1">')[2].partition("</main>")[0]
    return " ".join(Markup(main.replace("<", " <")).text.split())


def test_every_thing_and_article_has_a_page(pages: dict[str, str]) -> None:
    world = small_world()
    kinds = [entity.kind for entity in world.entities if entity.kind != "place"]
    for kind in ("person", "party", "body", "event", "plan"):
        assert sum(path.startswith(f"{kind}/") for path in pages) == kinds.count(kind)
    assert sum(path.startswith("article/") for path in pages) == 3
    assert {"index.html", "people.html", "bodies.html", "events.html", "articles.html", "network.html"} <= pages.keys()


def test_every_link_leads_to_a_page_and_every_anchor_to_a_place_on_it(
    pages: dict[str, str], parsed: dict[str, Markup]
) -> None:
    lost = []
    for path, page in parsed.items():
        for link in (*page.values("href"), *page.values("src")):
            if link.startswith("https://example.org/"):
                continue
            address, _, anchor = link.partition("#")
            target = (
                (Path("/", path).parent / unquote(address)).resolve().relative_to("/").as_posix() if address else path
            )
            place = parsed.get(target)
            if target not in pages or (anchor and place and anchor not in place.values("id")):
                lost.append((path, link))
    assert lost == []


def test_no_two_things_of_a_page_have_one_id(parsed: dict[str, Markup]) -> None:
    twice = {
        path: sorted({i for i in page.values("id") if page.values("id").count(i) > 1}) for path, page in parsed.items()
    }
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_everything_that_the_script_says_is_known_in_every_language(parsed: dict[str, Markup]) -> None:
    keys = {
        key
        for page in parsed.values()
        for name in ("data-say", "data-label", "data-placeholder")
        for key in page.values(name)
    }
    assert len(keys) > 100
    for language in LANGUAGES:
        assert sorted(keys - words()[language].keys()) == []


def test_no_page_holds_a_script_a_style_or_an_address_elsewhere(parsed: dict[str, Markup]) -> None:
    for path, page in parsed.items():
        assert [str(about.get("src")).rpartition("/")[2] for tag, about in page.elements if tag == "script"] == [
            "early.js",
            "words.js",
            "site.js",
        ], path
        assert not [tag for tag, _ in page.elements if tag in ("style", "iframe", "object", "img", "form", "base")]
        assert not [name for _, about in page.elements for name in about if name.startswith("on") or name == "style"]
        policy = next(about["content"] for tag, about in page.elements if about.get("http-equiv"))
        assert policy is not None
        assert policy.startswith("default-src 'none'; script-src 'self' file:;")
        assert "unsafe" not in policy
        assert "http" not in policy


def test_the_same_world_gives_the_same_bytes_in_whatever_order(pages: dict[str, str]) -> None:
    world = small_world()
    turned = World(
        tuple(reversed(world.readings)), tuple(reversed(world.entities)), dict(reversed(list(world.of.items())))
    )
    assert {page.path: page.text for page in site(turned)} == pages


def test_the_overview_counts_bodies_by_level_and_names_the_latest_articles() -> None:
    at = desk(branch(), training())
    text = said(overview.page(at))
    assert "الحزب وطنية جهوية إقليمية محلية موازية أخرى الأشخاص المقالات" in text
    # Of the party: the committee; no regional or provincial body; branch and bureau; the youth. One body of no party.
    assert f"{PARTY} PPS 1 · · 2 1 · 3 2" in text
    assert "حزب لا تذكره المقالات · · · · · 1 0 0" in text
    assert "12 ماي 2019" in text


def test_a_party_shows_its_bodies_below_each_other_or_by_place() -> None:
    at = desk(branch(), training())
    groups = party.tree(at, at.known.bodies_of(find(at, "party", PARTY)))

    def shape(group: party.Group) -> tuple[object, ...]:
        nodes = [(_name(node["link"]), [_name(each["link"]) for each in node["below"]]) for node in group.bodies]
        return group.id, group.count, nodes, [shape(inner) for inner in group.groups]

    assert [shape(group) for group in groups] == [
        ("level-national", 1, [("اللجنة المركزية", [])], []),
        ("level-parallel", 1, [("شبيبة الحزب", [])], []),
        ("region-04", 2, [], [("province-04-501", 2, [("فرع تمارة", ["المكتب المحلي"])], [])]),
    ]


def _name(link: str) -> str:
    return Markup(link).text


def test_a_party_tells_who_sits_in_several_of_its_bodies() -> None:
    at = desk(branch(), training())
    several = party.several(at, at.known.of_party[find(at, "party", PARTY)])
    assert [(_name(who), [_name(each) for each in bodies]) for who, bodies in several] == [
        ("سمير الوالي", ["المكتب المحلي", "اللجنة المركزية"]),
        ("كريمة الزناتي", ["المكتب المحلي", "اللجنة المركزية"]),
    ]


def test_a_body_shows_who_holds_what_and_what_no_article_says() -> None:
    at = desk(branch(), training())
    text = said(body.page(at, at.known.entities[find(at, "body", "المكتب المحلي")]))
    assert "المكتب المحلي تمارة" in text
    assert "كريمة الزناتي كاتبة عامة سمير الوالي نائب الكاتب العام لا يقول أي مقال من هو أمين المال." in text
    assert "نساء: 1 من 2، حسب صيغ التأنيث والتذكير في المقالات." in text
    assert "يوسف المنصوري كاتب عام منصب سابق إلى 2019" in text


def test_an_event_tells_what_was_spoken_of_and_who_took_part_by_numbered_sentences() -> None:
    at = desk(branch(), training())
    text = said(event.page(at, at.known.entities[find(at, "event", "جمع عام")]))
    assert "ما قيل فيه عدد أعضاء الفرع — سمير الوالي 1 من شارك انتخاب 2 كريمة الزناتي 2 سمير الوالي 2" in text
    assert text.count("واختيرت") == 1
    silent = said(event.page(at, at.known.entities[find(at, "event", "قافلة")]))
    assert "لا يقول أي مقال عما تحدث فيه المشاركون." in silent


def test_events_that_bear_a_plans_name_are_told_apart_from_those_in_the_same_articles() -> None:
    source = article_of("004", "العنوان\nعقد الحزب لقاء جذور بتمارة.\n")
    said_so = Said(source)("لقاء")
    meeting = EventFact("e9", "لقاء جذور بتمارة", "meeting", None, None, (), None, None, "held", said_so)
    at = desk(branch(), Reading(source, (meeting,)))
    rollout = at.rollouts.of_plan[find(at, "plan", "جذور")]
    assert [each.entity.name for each in rollout.carrying] == ["لقاء جذور بتمارة"]
    assert sorted(each.entity.name for each in rollout.beside) == ["جمع عام", "دورة اللجنة المركزية"]
    text = said(plan.page(at, at.known.entities[find(at, "plan", "جذور")]))
    assert "أنشطة تحمل اسم الخطة 1 لقاء جذور بتمارة" in text
    assert "أنشطة الحزب في المقالات التي تذكر الخطة 2 جمع عام" in text
    (told,) = [e for e in at.known.entities.values() if e.name == "لقاء جذور بتمارة"]
    assert "خطة جذور" in said(event.page(at, told))


def test_a_body_tells_how_it_does_things_and_which_office_was_left() -> None:
    at = desk(training())
    branch_page = said(body.page(at, at.known.entities[find(at, "body", "فرع تمارة")]))
    assert "الانخراط طلب مكتوب 1 لقاء مع المكتب 1" in branch_page
    bureau_page = said(body.page(at, at.known.entities[find(at, "body", "المكتب المحلي")]))
    assert "يوسف المنصوري كاتب عام غادر المنصب ولا يقول أي مقال من خلفه. · إلى 2019" in bureau_page


def bureau(*posts: tuple[str, str, str | None]) -> Desk:
    """The world of an article that says who holds what in a bureau."""
    lines = ["العنوان", *(f"{person} {role} في المكتب الإقليمي." for person, role, _ in posts)]
    source = article_of("001", "\n".join(lines) + "\n", published="2020-01-01")
    evidence = Said(source)
    facts: list[Fact] = [
        post(person, role, evidence(f"{person} {role}"), role_key=key, body="المكتب الإقليمي")
        for person, role, key in posts
    ]
    return desk(Reading(source, tuple(facts)))


@pytest.mark.parametrize(
    ("posts", "missing"),
    [
        ([("سعيد", "كاتب إقليمي", "provincial_secretary"), ("مريم", "أمينة المال", "treasurer")], []),
        ([("مريم", "أمينة المال", "treasurer")], ["head"]),
        ([("سعيد", "كاتب إقليمي", "provincial_secretary")], ["treasurer"]),
        (
            [("سعيد", "كاتب إقليمي", "provincial_secretary"), ("مريم", "نائبة المقرر", "deputy_rapporteur")],
            ["treasurer", "rapporteur"],
        ),
    ],
)
def test_a_bureau_is_expected_to_have_a_head_a_treasurer_and_whoever_has_a_deputy(
    posts: list[tuple[str, str, str | None]], missing: list[str]
) -> None:
    at = bureau(*posts)
    held = at.known.people_of(find(at, "body", "المكتب الإقليمي"))
    assert body.vacancies("المكتب الإقليمي", held) == missing
    assert body.vacancies("المجلس الوطني", held) == [office for office in missing if office == "rapporteur"]


def test_an_article_shows_its_sentences_in_order_with_what_they_say() -> None:
    at = desk(branch())
    source = at.known.articles["001_branch"]
    pieces = article.page(at, source).text
    starts = [int(start) for start in re.findall(r'id="s(\d+)"', pieces)]
    assert starts == sorted({fact.evidence.start for fact in branch().facts})
    assert "<mark>كريمة الزناتي</mark>" in pieces
    assert 'href="https://example.org/1" rel="noopener noreferrer"' in pieces


def test_names_are_found_by_every_spelling_and_told_apart() -> None:
    at = desk(branch(), training())
    found = json.loads(index(at.known).removeprefix("window.found = ").removesuffix(";\n"))
    rows = {
        name: (found["kinds"][kind], "".join(others).split("\n"), found["abouts"][about])
        for kind, _, name, about, *others in found["rows"]
    }
    assert rows["سمير الوالي"][:2] == ("person", ["الوالي", "سمير الوالى"])
    assert rows[PARTY] == (
        "party",
        ["الحزب", "PPS", "Parti du progrès et du socialisme", "Party of Progress and Socialism"],
        "",
    )
    assert rows["المكتب المحلي"] == ("body", [""], f"تمارة · {PARTY}")


def test_what_is_too_long_for_a_page_is_whole_on_one_behind_it() -> None:
    told = [retold(branch(), f"{number:03}_branch") for number in range(50)]
    written = {page.path: page.text for page in site(world_of(told))}
    first, behind = written["party/pps.html"], written["party/pps-facts.html"]
    # The party is named in fifty articles, which report two events each.
    assert (first.count("<blockquote"), behind.count("<blockquote")) == (40, 50)
    anchor = re.search(r'href="pps-facts.html#(\w+)"', first)
    assert anchor
    assert f'id="{anchor[1]}"' in behind
    assert (first.count("../event/"), written["party/pps-events.html"].count("../event/")) == (40, 100)
    assert 'href="pps-events.html"' in first
    assert 'href="../party/pps.html"' in behind
    assert "party/pps-several.html" not in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_every_answer_has_a_word(language: str) -> None:
    known = {
        key.partition(".")[2] for key in words()[language] if key.startswith(("column.", "field.", "table.", "kind."))
    }
    assert sorted({column for asked in questions() for column in asked.columns} - known) == []


@pytest.mark.parametrize("name", ["../../escaped", '"><script>alert(1)</script>', "con\x00", "مقال 1", "a" * 300])
def test_an_articles_file_name_never_becomes_a_path_or_markup(name: str) -> None:
    source = article_of(name, "العنوان\nعقد حزب التقدم والاشتراكية جمعا عاما بتمارة.\n")
    written = {page.path: page.text for page in site(world_of([Reading(source, ())]))}
    (path,) = [path for path in written if path.startswith("article/")]
    assert re.fullmatch(r"article/[0-9a-f]{12}\.html", path)
    assert "<script>alert" not in written[path] + written["articles.html"]
    assert f'href="{path}"' in written["articles.html"]
