"""Figures that contradict each other are reported; those that may well agree are not."""

from __future__ import annotations

import pytest

from graph_builder.extraction import extract
from graph_builder.extraction.sums import mismatches
from tests.extraction.articles import article

FALSE = {
    "يضم فرع حزب الاستقلال بسلا 30 منخرطا، منهم 25 طالبا و10 مهندسين.": ("parts exceed the whole", 30, [25, 10]),
    "يتألف المكتب الإقليمي لحزب الاستقلال بسطات من 15 عضوا: ثمانية رجال وست نساء.": (
        "parts fall short of the whole",
        15,
        [8, 6],
    ),
    "انعقد المجلس الوطني لحزب الاستقلال بحضور 410 أعضاء من أصل 400 عضو.": ("parts exceed the whole", 400, [410]),
    "انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات. حصل كريم العلمي على 90 صوتا من أصل 140 صوتا معبرا عنها."
    " ونال سعيد الناصري 60 صوتا.": ("parts exceed the whole", 140, [90, 60]),
    "انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات بحضور 120 مؤتمرا. وحصل كريم العلمي على 90 صوتا من أصل 130"
    " صوتا معبرا عنها.": ("parts exceed the whole", 120, [130]),
}
TRUE = (
    "يضم فرع حزب الاستقلال بسلا 30 منخرطا، منهم 10 طلبة.",
    "يضم فرع حزب الاستقلال بسلا أزيد من 30 منخرطا، منهم 25 طالبا و10 مهندسين.",
    "يتألف المكتب الإقليمي لحزب الاستقلال بسطات من 15 عضوا: تسعة رجال وست نساء.",
    (
        "انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات. حصل كريم العلمي على 90 صوتا من أصل 140 صوتا معبرا عنها."
        " ونال سعيد الناصري 50 صوتا."
    ),
    "ارتفع عدد منخرطي فرع حزب الاستقلال بسلا من 310 إلى 120 منخرطا.",
)


@pytest.mark.parametrize(("text", "told"), FALSE.items())
def test_a_contradiction_is_found(text: str, told: tuple[str, int, list[int]]) -> None:
    (found,) = mismatches(extract(article(text)).facts)
    assert (found.problem, found.whole.value, [part.value for part in found.parts]) == told
    assert all(said.quote in text for said in found.sentences)


@pytest.mark.parametrize("text", TRUE)
def test_figures_that_may_agree_are_not_reported(text: str) -> None:
    assert list(mismatches(extract(article(text)).facts)) == []
