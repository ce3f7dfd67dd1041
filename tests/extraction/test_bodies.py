"""Which bodies of parties an article names, and where they are (table ``units``)."""

from __future__ import annotations

import pytest

from graph_builder.extraction import extract
from graph_builder.model import BodyFact
from tests.extraction.articles import article

NAMED = (
    (
        "مولاي عبد الله: ميلاد فرع لحزب الاستقلال بإقليم الجديدة\nأسس حزب الاستقلال فرعا له بجماعة مولاي عبد الله.",
        [("فرع", "حزب الاستقلال", "مولاي عبد الله")],
    ),
    (
        "التأم استقلاليو أكوراي، بإقليم الحاجب، لتجديد مكتب فرع حزب الاستقلال.",
        [("فرع", "حزب الاستقلال", "أكوراي")],
    ),
    (
        "عقد حزب الاستقلال لقاء بفاس. وانتخب الفرع المحلي بزواغة لجنته.\nوهذا مكتب الفرع.",
        [("الفرع المحلي", "حزب الاستقلال", "زواغة"), ("مكتب الفرع", "حزب الاستقلال", "زواغة")],
    ),
    (
        "وجدة: كريم العلمي كاتبا إقليميا لحزب الاستقلال\nويتألف المكتب الإقليمي من 17 عضوا.",
        [("المكتب الإقليمي", "حزب الاستقلال", "وجدة")],
    ),
    (
        "انتخب المجلس الوطني للمنظمة للمرشحة منى الزين رئيسة لمنظمة نساء حزب الاستقلال.",
        [
            ("المجلس الوطني للمنظمة", "حزب الاستقلال", None),
            ("منظمة نساء", "حزب الاستقلال", None),
        ],
    ),
    ("عقد فرع حزب الاستقلال صباح الأحد جمعه العام بسلا.", [("فرع", "حزب الاستقلال", "سلا")]),
)
UNNAMED = (
    "عقد حزب الاستقلال لقاء بالمركز العام للحزب بالرباط.",
    "ألغت المحكمة الإدارية قرارا لحزب الاستقلال.",
    "ينتمي كريم العلمي، المحامي بهيئة المحامين بسلا، إلى حزب الاستقلال.",
    "أشرفت على مؤتمر حزب الاستقلال لجنة تترأسها الأستاذة منى الزين.",
    "الشباب الاستقلالي منظمة تابعة لحزب الاستقلال.",
    "المؤتمر الوطني أعلى هيئة تقريرية لحزب الاستقلال.",
    "وعد الكاتب الإقليمي لحزب الاستقلال بالعمل رفقة فريقه للتعريف بالبرنامج.",
    "عقد حزب الاستقلال لقاء بسطات.\nأبو كريم / مكتب مراكش",
    "حضر أعضاء مكتب جماعة أولاد عزوز لقاء حزب الاستقلال.",
    "عقد حزب الاستقلال جمعه العام بفضاء القرب المعرفة.",
    "تابع حزب الاستقلال العدوان على قطاع غزة.",
)


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    facts = extract(article(text)).facts
    return [(fact.name, fact.party, fact.place) for fact in facts if isinstance(fact, BodyFact)]


@pytest.mark.parametrize(("text", "bodies"), NAMED)
def test_a_body_is_told_once_with_its_own_place(text: str, bodies: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == bodies


@pytest.mark.parametrize("text", UNNAMED)
def test_what_is_no_body_of_a_party_is_none(text: str) -> None:
    assert told(text) == []
