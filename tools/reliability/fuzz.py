"""Fuzzing: what a generator makes of sound inputs, always the same; each target in a process of its own."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph_builder.arabic.dates import read_date
from graph_builder.arabic.normalise import fold
from graph_builder.arabic.numbers import read_number
from graph_builder.arabic.sentences import sentences
from graph_builder.arabic.tokens import tokenise
from graph_builder.articles import article_from_text, read_articles
from graph_builder.decisions.file import read_decisions
from graph_builder.errors import GraphBuilderError
from graph_builder.extraction import extract
from graph_builder.extraction.mentions.times import calendar, number_words
from graph_builder.extractors import sources
from graph_builder.lexicon.addition import read_addition
from graph_builder.model import Article, Span
from graph_builder.query.guard import check
from tools.reliability.inputs import judged, lay_good
from tools.reliability.samples import TEXTS, sound
from tools.reliability.tried import PATIENCE, Outcome, Tried, Verdict, attempt

Try = Callable[[object], Outcome]
JUNK = [
    "\x00",
    "\u202e",
    "\u200f",
    "\ufeff",
    "ـ",
    "َ",
    "\ud7ff",
    "«",
    '"',
    "(",
    "...",
    "،",
    "١٢",
    "12/6/2017",
    "\n",
    "\t",
]
WORDS = sorted({word for text in TEXTS for word in text.split()} | set(JUNK))
EDITS = ("cut", "drop", "insert", "replace", "repeat", "swap")


class Target(NamedTuple):
    """What is fuzzed: what examples are like, and what tries one; an exception is a crash."""

    examples: st.SearchStrategy[object]
    tries: Try


def fuzzed(count: int) -> Iterator[Tried]:
    """Try ``count`` examples of every target."""
    for name, target in targets().items():
        outcome, said = attempt(lambda: run_target(target, count), PATIENCE + count)  # noqa: B023  # done at once
        if outcome != "processed":
            yield Tried("fuzzing", name, outcome, said, count)
            continue
        for ended, number in json.loads(said).items():
            yield Tried("fuzzing", name, ended, "", number)


def run_target(target: Target, count: int) -> Verdict:
    """Try so many examples of a target; tell how many ended how, as JSON."""
    ended: Counter[Outcome] = Counter()

    @counted(count)
    @given(target.examples)
    def one(example: object) -> None:
        ended[target.tries(example)] += 1

    one()
    return "processed", json.dumps(ended)


def counted(count: int) -> settings:
    """Return how to try so many examples, the same ones each time."""
    return settings(
        max_examples=count, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
    )  # fmt: skip


def damaged(sample: bytes, most: int = 5) -> st.SearchStrategy[bytes]:
    """Return bytes of a sound file after one edit or some."""
    edit = st.tuples(st.sampled_from(EDITS), st.integers(0, len(sample)), st.integers(0, 64), st.binary(max_size=8))
    return st.lists(edit, min_size=1, max_size=most).map(lambda edits: _edited(sample, edits))


def _edited(data: bytes, edits: list[tuple[str, int, int, bytes]]) -> bytes:
    for how, at, length, new in edits:
        start, end = at, at + length
        made: Mapping[str, bytes] = {
            "cut": data[:start],
            "drop": data[:start] + data[end:],
            "insert": data[:start] + new + data[start:],
            "replace": data[:start] + new + data[start + len(new) :],
            "repeat": data[:end] + data[start:end] * 3 + data[end:],
            "swap": data[:start] + data[start:end][::-1] + data[end:],
        }
        data = made[how]
    return data


def mixed(words: list[str]) -> st.SearchStrategy[str]:
    """Return texts of words, junk and whatever letters there are."""
    piece = st.sampled_from(words) | st.sampled_from(JUNK) | st.text(max_size=6)
    return st.lists(piece, max_size=60).flatmap(
        lambda pieces: st.sampled_from([" ", "", "\n", " و"]).map(lambda between: between.join(pieces))
    )


def targets() -> dict[str, Target]:
    """Return every target by name."""
    readers = {f"reader, {ending}": Target(damaged(sample), _reads(ending)) for ending, sample in sound().items()}
    text = mixed(WORDS)
    return {
        **readers,
        "reader, a text": Target(text, _is_article),
        "Arabic layer": Target(text, _arabic),
        "extractor": Target(text, _extracts),
        "guard of queries": Target(mixed([*query_words(), "SELECT", "{", "}", "<file:", "SERVICE", "#"]), _guards),
        "file of facts": Target(damaged(_FACT), _user_file("facts.jsonl", lambda path: sources((), (str(path),)))),
        "file of decisions": Target(damaged(_DECISION), _user_file("decisions.jsonl", read_decisions)),
        "folder of words": Target(
            damaged(_PARTIES), _user_file("parties.yml", lambda path: read_addition(path.parent))
        ),
    }


_FACT = (
    '{"kind": "person", "name": "سالم البكري", "aliases": [], "gender": null, "evidence": {"article": "a", "start": 0, '
    '"end": 5, "quote": "انتخب", "rule": "x", "confidence": 0.5}}\n'
).encode() * 2
_DECISION = b'{"on": "fact", "article": "a", "fact": {"kind": "person", "name": "x"}, "verdict": "rejected"}\n' * 2
_PARTIES = "- key: nour\n  ar: حزب النور\n  fr: Parti de la lumière\n  country: MA\n  kind: party\n".encode()


def query_words() -> list[str]:
    """Return the words of some questions that come with the program."""
    folder = Path(__file__).parents[2] / "graph_builder" / "query" / "questions"
    return [word for path in sorted(folder.glob("*.rq"))[:8] for word in path.read_text("utf-8").split()]


def _reads(ending: str) -> Try:
    def tries(example: object) -> Outcome:
        assert isinstance(example, bytes)
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch, "in")
            lay_good(folder)
            (folder / f"fuzzed{ending}").write_bytes(example)
            items = list(read_articles([str(folder)]))
            for item in items:
                if isinstance(item, Article) and item.file.startswith("fuzzed"):
                    extract(item)
        outcome, said = judged(items, ["fuzzed"])
        assert outcome in ("processed", "refused"), (outcome, said)
        return outcome

    return tries


def _is_article(example: object) -> Outcome:
    article = article_from_text(str(example), id="a", file="a", digest="")
    end = 0
    for span in sorted(
        [*article.paragraphs, *(Span(r.start, r.end) for r in article.removed), *filter(None, [article.title])]
    ):
        assert end <= span.start < span.end <= len(article.text), "stretches overlap"
        end = span.end
    return "processed"


def _arabic(example: object) -> Outcome:
    text = str(example)
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.word.spelt for token in tokens), "a token is not its stretch"
    assert fold(fold(text)) == fold(text), "folding twice is folding once"
    for span in sentences(text, Span(0, len(text))):
        assert text[span.start : span.end].strip()
    for index in range(len(tokens)):
        read_number(tokens, index, number_words())
        read_date(tokens, index, calendar(), None)
    return "processed"


def _extracts(example: object) -> Outcome:
    reading = extract(article_from_text(str(example), id="a", file="a", digest=""))
    for fact in reading.facts:
        said = fact.evidence
        assert reading.article.text[said.start : said.end] == said.quote, "a quote is not its stretch"
        assert 0 <= said.confidence <= 1
    return "processed"


def _guards(example: object) -> Outcome:
    try:
        check(str(example))
    except GraphBuilderError:
        return "refused"
    return "processed"


def _user_file(name: str, reads: Callable[[Path], object]) -> Try:
    def tries(example: object) -> Outcome:
        assert isinstance(example, bytes)
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch, name)
            path.write_bytes(example)
            try:
                reads(path)
            except GraphBuilderError as error:
                assert error.problem, "an error says nothing"
                assert error.remedy, "an error without a remedy"
                return "refused"
        return "processed"

    return tries
