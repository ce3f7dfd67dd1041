"""Facts of others: taken if they hold, refused with a reason if not, joined with those of the rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from graph_builder.errors import ConfigurationError
from graph_builder.extractors import Ready, Rules, Source, read, sources
from graph_builder.extractors.plugins import GROUP, Installed
from graph_builder.facts import as_json
from graph_builder.model import Article, EventFact, Evidence, Fact, Notice, ParticipationFact, PersonFact, PostFact
from tests.worlds import branch

ARTICLE = branch().article
FACTS = branch().facts


class Given:
    """A source that says what a test wants."""

    def __init__(self, name: str, *facts: Fact) -> None:
        self.name = name
        self._facts = facts

    def facts(self, article: Article) -> tuple[list[Fact], list[Notice]]:
        return list(self._facts), []

    def unused(self) -> Iterator[Notice]:
        return iter(())

    def description(self) -> dict[str, str]:
        return {"name": self.name}


def supplied(*values: object) -> tuple[list[Fact], list[Notice]]:
    """What is made of the facts of an installed extractor called ``model``."""
    return Installed("model", lambda _: list(values), "model-package 2.0").facts(ARTICLE)  # type: ignore[arg-type]


def changed(fact: Fact, **more: object) -> dict[str, Any]:
    return {**as_json(fact), **more}


def with_evidence(fact: Fact, **more: object) -> dict[str, Any]:
    said = as_json(fact)
    return {**said, "evidence": {**said["evidence"], **more}}


PERSON = next(fact for fact in FACTS if isinstance(fact, PersonFact))
POST = next(fact for fact in FACTS if isinstance(fact, PostFact))
EVENT = next(fact for fact in FACTS if isinstance(fact, EventFact))
PRESENCE = next(fact for fact in FACTS if isinstance(fact, ParticipationFact))


def test_facts_that_hold_are_taken_and_their_rules_say_whose_they_are() -> None:
    facts, notices = supplied(*map(as_json, FACTS))
    assert notices == []
    assert [fact.evidence.rule for fact in facts] == ["model/test.rule"] * len(FACTS)
    own = [replace(f, evidence=replace(f.evidence, rule="test.rule")) for f in facts]
    assert own == list(FACTS)
    assert supplied(with_evidence(PERSON, rule="model/deep"))[0][0].evidence.rule == "model/deep"
    assert supplied(with_evidence(PERSON, rule="other/deep"))[0][0].evidence.rule == "model/other/deep"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("post", "it has to be an object"),
        (changed(POST, status="boss"), "post.status is 'boss', has to be one of"),
        (with_evidence(POST, article="999"), "evidence.article is '999', the article is '001_branch'"),
        (with_evidence(POST, start=POST.evidence.start + 1), "evidence.quote is not what the article says from"),
        (with_evidence(POST, quote=POST.evidence.quote + " "), "evidence.quote is not what the article says from"),
        (with_evidence(POST, quote=POST.evidence.quote.replace("ي", "ى", 1)), "letter for letter"),
        (with_evidence(POST, start=9, end=9, quote=""), r"post.evidence.quote is '', has to be like"),
        (with_evidence(POST, end=10**9), "evidence.quote is not what the article says from"),
        (changed(POST, role_key="boss"), "role_key 'boss' is no key of roles.yml"),
        (changed(next(f for f in FACTS if as_json(f)["kind"] == "party"), key="x"), "key 'x' is no key of parties.yml"),
        (changed(PRESENCE, event="e9"), "no event of the article has the id 'e9'"),
    ],
)
def test_a_fact_that_does_not_hold_is_refused_with_its_reason_and_the_rest_is_kept(value: object, reason: str) -> None:
    facts, (notice,) = supplied(as_json(PERSON), value, as_json(EVENT))
    assert [type(fact) for fact in facts] == [PersonFact, EventFact]
    assert (notice.file, notice.kind) == (ARTICLE.file, "warning")
    assert notice.problem.startswith("fact 2 of extractor model is refused: ")
    assert reason in notice.problem
    assert "model-package 2.0" in notice.remedy


def crashing(error: BaseException) -> Callable[[Article], Iterable[Any]]:
    def supply(article: Article) -> Iterator[Any]:
        yield as_json(PERSON)
        raise error

    return supply


@pytest.mark.parametrize("error", [ValueError("no answer"), SystemExit(3), RecursionError("deep")])
def test_a_crash_is_a_notice_and_the_others_facts_stay(error: BaseException) -> None:
    reading, (notice,) = read(ARTICLE, [Installed("model", crashing(error), "model-package 2.0"), Given("x", PERSON)])
    assert reading.facts == (PERSON,)
    assert (notice.file, notice.kind) == (ARTICLE.file, "error")
    assert notice.problem == f"extractor model failed on it: {type(error).__name__}: {error}"


def failing(error: BaseException) -> Callable[[Article], None]:
    def extract(article: Article) -> None:
        raise error

    return extract


def test_a_crash_of_the_rules_is_a_notice_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph_builder.extractors.source.extract", failing(IndexError("list index out of range")))
    reading, (notice,) = read(ARTICLE, [Rules(), Given("x", PERSON)])

    assert reading.facts == (PERSON,)
    assert (notice.file, notice.kind) == (ARTICLE.file, "error")
    assert notice.problem == "cannot be read, by a fault of this program (IndexError)"


def test_memory_that_runs_out_is_no_mistake_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph_builder.extractors.source.extract", failing(MemoryError()))
    with pytest.raises(MemoryError):
        read(ARTICLE, [Rules()])


def test_what_returns_no_list_is_a_crash_and_an_interruption_is_the_users() -> None:
    facts, (notice,) = Installed("model", lambda _: None, "m 1").facts(ARTICLE)  # type: ignore[arg-type, return-value]
    assert (facts, notice.kind) == ([], "error")
    with pytest.raises(KeyboardInterrupt):
        Installed("model", crashing(KeyboardInterrupt()), "m 1").facts(ARTICLE)


def test_one_source_alone_is_as_it_is() -> None:
    reading, notices = read(ARTICLE, [Given("x", *FACTS)])
    assert (reading.facts, notices) == (FACTS, [])


def test_what_is_said_already_is_not_said_again_and_kinds_are_in_order() -> None:
    other = Evidence(ARTICLE.id, 0, 4, ARTICLE.text[0:4], "y/r", 0.5)
    new = replace(PERSON, name="سمير", evidence=other)
    reading, _ = read(ARTICLE, [Given("x", *FACTS), Given("y", replace(POST, evidence=other), new)])
    assert set(reading.facts) - set(FACTS) == {new}
    assert set(FACTS) <= set(reading.facts)
    assert reading.facts[0] == new
    kinds = [type(fact) for fact in reading.facts]
    assert kinds == sorted(kinds, key=kinds.index)


def test_events_of_two_sources_keep_apart_unless_they_are_one() -> None:
    mine = replace(EVENT, id="e1")
    same = replace(EVENT, id="e7", evidence=replace(EVENT.evidence, rule="y/r"))
    another = replace(EVENT, id="e1", label="لقاء آخر")
    there = ParticipationFact("e1", "يوسف", None, "guest", EVENT.evidence)
    here = ParticipationFact("e7", "سناء", None, "guest", EVENT.evidence)
    reading, _ = read(ARTICLE, [Given("x", mine), Given("y", same, another, there, here)])
    events = {fact.label: fact.id for fact in reading.facts if isinstance(fact, EventFact)}
    assert events == {EVENT.label: "e1", "لقاء آخر": "e2"}
    present = {fact.person: fact.event for fact in reading.facts if isinstance(fact, ParticipationFact)}
    assert present == {"يوسف": "e2", "سناء": "e1"}


def ready(tmp_path: Path, *lines: str) -> Ready:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return Ready(str(path))


def test_facts_of_a_file_are_those_of_its_articles(tmp_path: Path) -> None:
    lost = with_evidence(PERSON, article="lost")
    source = ready(
        tmp_path, json.dumps(as_json(PERSON)), "", "{broken", '{"kind": "post"}', json.dumps(lost),
        json.dumps(with_evidence(POST, start=0)), "[1]", "9" * 5000,
    )  # fmt: skip
    facts, notices = source.facts(ARTICLE)
    assert facts == [replace(PERSON, evidence=replace(PERSON.evidence, rule="mine/test.rule"))]
    assert [(n.file, n.kind, n.problem[:40]) for n in notices] == [
        ("mine.jsonl", "warning", "line 6 is refused: evidence.quote is not")
    ]
    assert source.facts(ARTICLE) == ([], [])
    said = [notice.problem for notice in source.unused()]
    assert [problem.split(":")[0] for problem in said] == [
        "line 3 is not JSON", "line 4 is refused", "line 7 is refused", "line 8 is not JSON",
        "line 5 is of the article 'lost', which this build does not have",
    ]  # fmt: skip
    assert source.description()["name"] == "mine"


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="The facts in nowhere cannot be read"):
        Ready("nowhere")
    (tmp_path / "mine.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Ready(str(tmp_path / "mine.jsonl"))


def offered(monkeypatch: pytest.MonkeyPatch, **points: str) -> None:
    """Make these the installed extractors: name -> value."""

    def entry_points(group: str, name: str | None = None) -> list[EntryPoint]:
        assert group == GROUP
        return [EntryPoint(n, value, group) for n, value in points.items() if name in (None, n)]

    monkeypatch.setattr("graph_builder.extractors.plugins.entry_points", entry_points)


def test_sources_are_those_named_in_their_order_else_the_rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def names(found: tuple[Source, ...]) -> list[str]:
        return [source.name for source in found]

    offered(monkeypatch, model="tests.worlds:branch")
    (tmp_path / "mine.v2.jsonl").write_text("")
    file = str(tmp_path / "mine.v2.jsonl")
    assert names(sources()) == ["rules"]
    assert isinstance(sources()[0], Rules)
    assert names(sources(["model"])) == ["model"]
    assert names(sources(["model", "rules", "model"], [file])) == ["model", "rules", "mine"]
    assert names(sources(facts=[file])) == ["mine"]


@pytest.mark.parametrize(
    ("points", "asked", "says"),
    [
        ({"model": "tests.worlds:branch"}, "modle", "There is no extractor modle"),
        ({"model": "tests.nowhere:read"}, "model", "cannot be loaded: ModuleNotFoundError"),
        ({"model": "tests.worlds:nothing"}, "model", "cannot be loaded: AttributeError"),
        ({"model": "tests.worlds:PARTY"}, "model", "is no function"),
        ({"lexicon": "tests.worlds:branch"}, "lexicon", "may not be called lexicon"),
    ],
)
def test_an_extractor_that_cannot_be_used_is_refused(
    monkeypatch: pytest.MonkeyPatch, points: dict[str, str], asked: str, says: str
) -> None:
    offered(monkeypatch, **points)
    with pytest.raises(ConfigurationError) as error:
        sources([asked])
    assert says in error.value.problem
    if asked == "modle":
        assert "Installed are: rules, model." in error.value.remedy


def test_two_sources_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.jsonl").write_text("")
    with pytest.raises(ConfigurationError, match="Two sources of facts are called mine"):
        sources(facts=[str(tmp_path / folder / "mine.jsonl") for folder in ("a", "b")])
    (tmp_path / "rules.jsonl").write_text("")
    with pytest.raises(ConfigurationError, match="may not be called rules"):
        sources(facts=[str(tmp_path / "rules.jsonl")])
    twice = [EntryPoint("model", value, GROUP) for value in ("tests.worlds:branch", "tests.worlds:training")]
    monkeypatch.setattr("graph_builder.extractors.plugins.entry_points", lambda **_: twice)
    with pytest.raises(ConfigurationError, match="There are several extractors model"):
        sources(["model"])
