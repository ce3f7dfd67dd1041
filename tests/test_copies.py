"""What becomes of copies of one text in all that a build writes."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import graph_builder
from graph_builder.graph.network import network
from graph_builder.increments import add, renew
from graph_builder.memory import load_readings, load_world
from graph_builder.model import Fact, World
from graph_builder.pipeline import build
from graph_builder.query.explain import explain, text
from tests.test_cli import run

REPORT = """جدد فرع حزب التقدم والاشتراكية بأزرو مكتبه في جمع عام انعقد يوم الأحد 12 مارس 2023 بدار الشباب.
وانتخب الجمع سعيد أمحزون كاتبا محليا للفرع، وفاطمة بوعزة أمينة للمال، ويوسف الزياني مقررا.
وأكد الكاتب المحلي في كلمته أن أول مهمة للمكتب هي فتح أبواب المقر في وجه الشباب وإعداد ملف عن النقل بالمدينة."""
OTHER = """انتخب سعيد أمحزون كاتبا محليا لفرع حزب التقدم والاشتراكية بأزرو. هكذا قررت القاعة بعد خمس ساعات من نقاش
لم يخل من حدة، ولم يهدأ إلا حين وعد الجميع بأن تفتح أبواب المقر كل مساء، وأن يزور المكتب الأحياء البعيدة قبل الصيف.
ومن الحاضرين من غادر قبل التصويت لأن أخاه لم يكن بين المرشحين، ومنهم من قال إن الشباب غائبون وإن النساء قليلات."""
COPY = f"خبر عاجل من الأطلس المتوسط\n\n{REPORT.rsplit(' ', 8)[0]}\n"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, page in (("a", f"مكتب جديد بأزرو\n\n{REPORT}\n"), ("b", f"حديث أزرو\n\n{OTHER}\n"), ("c", COPY)):
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("copies") / "out"
    build([str(articles)], str(out))
    return out


def report(out: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return told


def copies_in_table(out: Path) -> list[str]:
    with (out / "tables/articles.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["copies"] for row in csv.DictReader(file)]


def corroborated(out: Path) -> set[tuple[str, ...]]:
    """Return who is told in a post by several independent articles, and by how many."""
    return {(row[0], row[3]) for row in graph_builder.load(out).ask("corroborated").texts()}


def test_report_and_tables_tell_the_copies(out: Path) -> None:
    assert report(out)["copies"] == [["a", "c"]]
    assert (report(out)["counts"]["articles"], report(out)["counts"]["texts"]) == (3, 2)
    assert copies_in_table(out) == ["c", "", "a"]


def test_the_world_comes_back_with_its_copies(out: Path) -> None:
    assert load_world(out).copies == {"a": ("a", "c"), "c": ("a", "c")}


def test_copies_are_one_witness_of_a_tie(out: Path) -> None:
    graph = network(load_world(out))
    weights = {data["articles"]: data["weight"] for _, _, data in graph.edges(data=True)}
    assert weights["a|c"] == 1
    assert {articles: weight for articles, weight in weights.items() if "b" in articles and "|" in articles} == {
        "a|b|c": 2
    }


def test_one_copied_text_corroborates_nothing(out: Path) -> None:
    """The other officers are told by two copies, the secretary by another report, too."""
    assert corroborated(out) == {("سعيد أمحزون", "2")}


def test_who_is_told_of_most_is_told_of_by_independent_articles(out: Path) -> None:
    told = {row[0]: row[1] for row in graph_builder.load(out).ask("prominent").texts()}
    assert told == {"سعيد أمحزون": "2", "فاطمة بوعزة": "1", "يوسف الزياني": "1"}


def test_an_explanation_has_a_copied_sentence_once_with_its_articles(out: Path) -> None:
    [post] = [part for part in text(explain(out, "فاطمة بوعزة")).split("\n\n") if part.startswith("post")]
    says, quote, *where = post.splitlines()
    assert "أمينة المال" in says
    assert quote.count("فاطمة بوعزة") == 1
    assert [line.split(",")[0].strip() for line in where] == ["a", "c"]


def test_pages_show_a_copied_sentence_once_and_where_else_it_stands(out: Path) -> None:
    world = load_world(out)
    person = next(entity for entity in world.entities if entity.name == "فاطمة بوعزة")
    page = (out / f"site/person/{person.id}.html").read_text(encoding="utf-8")
    assert page.count("<blockquote") == len(facts_about(world, person.name)) == 3
    assert page.count("<bdi>c</bdi></a>") == 3
    [copied] = [
        path for path in (out / "site/article").iterdir() if '<code dir="ltr">c</code>' in path.read_text("utf-8")
    ]
    assert "<bdi>a</bdi></a>" in copied.read_text(encoding="utf-8")


def test_copies_can_be_taken_for_independent(articles: Path, tmp_path: Path) -> None:
    done = run("build", str(articles), "-o", str(tmp_path / "out"), "--no-copies")
    assert done.exit_code == 0
    assert report(tmp_path / "out")["copies"] == []
    assert {name for name, _ in corroborated(tmp_path / "out")} > {"سعيد أمحزون"}
    renew(str(tmp_path / "out"))
    assert report(tmp_path / "out")["copies"] == []


def test_a_copy_that_is_added_later_is_known(articles: Path, out: Path, tmp_path: Path) -> None:
    grown = str(tmp_path / "out")
    build([str(articles / "c.txt"), str(articles / "b.txt")], grown)
    assert report(tmp_path / "out")["copies"] == []
    add([str(articles / "a.txt")], grown)
    assert (tmp_path / "out/report.json").read_bytes() == (out / "report.json").read_bytes()


def test_where_somebody_is_forgotten_no_sketch_is_kept(articles: Path, tmp_path: Path) -> None:
    """A guessed sentence with the name could be tried on it; so nothing is said of copies either."""
    grown = str(tmp_path / "out")
    build([str(articles)], grown)
    assert all(reading.article.sketch for reading in load_readings(grown))
    assert run("forget", grown, "فاطمة بوعزة").exit_code == 0
    assert {reading.article.id for reading in load_readings(grown) if reading.article.sketch} == {"b"}
    assert report(tmp_path / "out")["copies"] == []


def facts_about(world: World, name: str) -> list[Fact]:
    """Return the facts of the article a in which a person stands."""
    return [
        fact
        for reading in world.readings
        if reading.article.id == "a"
        for fact in reading.facts
        if name in (getattr(fact, "name", None), getattr(fact, "person", None))
    ]
