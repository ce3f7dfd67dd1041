"""Whatever is added in any batches, changed or removed: readings, ids and notices are those of one build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder import pipeline
from graph_builder.extractors import Source
from graph_builder.increments import Change, add, remove
from graph_builder.memory import reader
from graph_builder.model import Article, Evidence, Notice, PersonFact, Reading, World
from tests.memory.corpora import PAGES, RASHID, RECORDS, Files, contents, written
from tests.unwritten import Unwritten


@pytest.fixture(scope="module", autouse=True)
def readings_only() -> Iterator[None]:
    """What a build does with readings is a function of them alone, so here it does nothing."""

    def read(article: Article, among: Sequence[Source]) -> tuple[Reading, list[Notice]]:
        evidence = Evidence(article.id, 0, 5, article.text[:5], "stand-in", 1.0)
        said = [Notice(article.file, "warning", "odd", "Look.")] if "وجدة" in article.text else []
        return Reading(article, (PersonFact(article.text[:5], (), None, evidence),)), said

    def resolve(readings: Iterable[Reading], _: object) -> World:
        return World(tuple(sorted(readings, key=lambda reading: reading.article.id)), (), {})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "read", read)
        patch.setattr(pipeline, "resolve", resolve)
        patch.setattr(pipeline, "Files", Unwritten)
        patch.setattr(pipeline, "write_articles", lambda *_: None)
        patch.setattr(pipeline, "world_in", lambda _: None)
        patch.setattr(pipeline, "write_pages", lambda *_: None)
        yield


NAMES = ("a.txt", "x.txt", "x.html", "d/x.txt", "d/a.txt", "e/x.txt")
LINES = st.lists(st.sampled_from(RECORDS), min_size=1, max_size=4).map(
    lambda records: "\n".join(map(json.dumps, records))
)
CORPORA = st.builds(
    lambda pages, records: {"m.txt": RASHID, **pages, **records},
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(PAGES), max_size=5),
    st.dictionaries(st.sampled_from(["r.jsonl", "x.jsonl"]), LINES, max_size=2),
)
"""Every one has an article that nothing else is mistaken for."""


@given(CORPORA, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_added_in_any_batches_is_one_build(corpus: Files, chance: Random) -> None:
    names = list(corpus)
    chance.shuffle(names)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        pipeline.build([written(home / "all", corpus)], str(home / "whole"))
        batches: list[list[str]] = [["m.txt"]]
        for name in names:
            if name != "m.txt":
                batches += [[]] if chance.random() < 0.6 else []
                batches[-1].append(name)
        for number, batch in enumerate(filter(None, batches)):
            inputs = [written(home / str(number), {name: corpus[name] for name in batch})]
            if number:
                add(inputs, str(home / "out"))
            else:
                pipeline.build(inputs, str(home / "out"))
        assert contents(home / "out") == contents(home / "whole")
        assert add([str(home / "all")], str(home / "out")) == Change(None)


@given(CORPORA, CORPORA)
@settings(max_examples=40)
def test_what_is_added_and_removed_was_never_there(corpus: Files, more: Files) -> None:
    new = {name: text for name, text in more.items() if name not in corpus}
    with TemporaryDirectory() as folder:
        home = Path(folder)
        pipeline.build([written(home / "old", corpus)], str(home / "out"))
        before = contents(home / "out")
        if new:
            add([written(home / "new", new)], str(home / "out"))
            remove(list(new), str(home / "out"))
        assert contents(home / "out") == before


@given(CORPORA, CORPORA)
@settings(max_examples=40)
def test_a_changed_file_takes_the_place_of_what_it_was(corpus: Files, changed: Files) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        pipeline.build([written(home / "old", corpus)], str(home / "out"))
        pipeline.build([written(home / "all", {**corpus, **changed})], str(home / "whole"))
        add([written(home / "new", changed)], str(home / "out"))
        assert contents(home / "out") == contents(home / "whole")


@given(CORPORA, CORPORA)
@settings(max_examples=40)
def test_both_are_kept_as_in_a_build_of_both_folders(corpus: Files, more: Files) -> None:
    new = {name: text for name, text in more.items() if corpus.get(name) != text and not name.endswith(".jsonl")}
    with TemporaryDirectory() as folder:
        home = Path(folder)
        pipeline.build([written(home / "old", corpus)], str(home / "out"))
        if new:
            inputs = [written(home / "old", corpus), written(home / "new", new)]
            pipeline.build(inputs, str(home / "whole"))
            add(inputs[1:], str(home / "out"), keep_both=True)
            assert contents(home / "out") == contents(home / "whole")
