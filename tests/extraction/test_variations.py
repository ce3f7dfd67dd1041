"""How much is lost where names, places, parties or offices of the gold articles are others (``tools/vary_gold.py``)."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest

from graph_builder.articles import read_articles
from graph_builder.evaluation import Evaluation, evaluate_world
from graph_builder.evaluation.scores import by_table
from graph_builder.extraction import extract
from graph_builder.model import Article
from graph_builder.resolution import resolve
from tools.swap import Swap
from tools.vary_gold import WAYS, vary, write

GOLD = Path(__file__).parents[1] / "gold"
LOSSES: dict[str, dict[str, float]] = json.loads((GOLD / "losses.json").read_text(encoding="utf-8"))


def test_a_phrase_is_replaced_with_the_clitics_before_it() -> None:
    swap = Swap({"الحسين الناصري": "كريم العلمي", "الناصري": "العلمي", "كريم": "الحسين", "فاس": "تازة"})
    assert swap("وقال الناصري للحسين الناصري بفاس، لكريم") == "وقال العلمي لكريم العلمي بتازة، للحسين"


def test_a_word_in_two_senses_stays() -> None:
    assert Swap({"كاتب": "أمين", "كاتبة": "أمينة", "كاتب الدولة": "كاتب الدولة"})("كاتبة كاتبه كاتب الدولة") == (
        "أمينة كاتبه كاتب الدولة"
    )


@functools.cache
def evaluated(folder: Path) -> Evaluation:
    read = read_articles([str(path) for path in sorted(folder.glob("*.txt"))])
    return evaluate_world(resolve(extract(article) for article in read if isinstance(article, Article)), folder)


def scores(found: Evaluation, articles: set[str]) -> dict[str, float]:
    kept = tuple(judgement for judgement in found.judgements if judgement.article in articles)
    return {score.table: score.f1 for score in by_table(Evaluation(kept, tuple(sorted(articles)), ()))}


@pytest.mark.parametrize("how", WAYS)
def test_little_is_read_by_the_words_alone(how: str, tmp_path: Path) -> None:
    varied = [article for _, article in vary(GOLD / "dev", how)]
    write(varied, tmp_path)
    articles = {article.name for article in varied}
    before, after = scores(evaluated(GOLD / "dev"), articles), scores(evaluated(tmp_path), articles)
    lost = {table: round(before[table] - after[table], 4) for table in before}
    assert len(articles) >= LOSSES[how]["articles"]
    assert {table: (loss, LOSSES[how][table]) for table, loss in lost.items() if loss > LOSSES[how][table]} == {}
