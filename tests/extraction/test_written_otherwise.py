"""A sentence as a hurried correspondent types it says what the plain one says; what looks alike says nothing."""

from __future__ import annotations

import pytest

from graph_builder.arabic.normalise import fold
from graph_builder.extraction import extract
from graph_builder.model import PostFact
from tests.extraction.articles import article

PLAIN = {
    "في المكتب": "انتخب المؤتمر كريم العلمي عضوا في المكتب السياسي لحزب الاستقلال.",
    "حضر": "وحضر اللقاء كريم العلمي عضو المكتب السياسي لحزب الاستقلال.",
    "رئيس": "وقال سعيد الناصري رئيس المجلس الوطني للحزب إن حزب الاستقلال مستعد.",
    "قائمة": "ويتكون المكتب المحلي لحزب الاستقلال من: كريم العلمي كاتبا محليا، منى الزين أمينة للمال.",
    "تضم": "ويضم المكتب السياسي لحزب الاستقلال كلا من كريم العلمي، وخالد السباعي. إضافة إلى نجاة الفاسي.",
}
OTHERWISE = [
    ("في المكتب", "انتخب المؤتمر كريم العلمي عضوا في «المكتب السياسي» لحزب الاستقلال."),
    ("في المكتب", "انتخب المؤتمر كريم العلمي عضوا ب«المكتب السياسي» لحزب الاستقلال."),
    ("في المكتب", 'انتخب المؤتمر كريم العلمي عضوا بـ"المكتب السياسي" لحزب الاستقلال.'),
    ("في المكتب", "انتخب المؤتمر السيد: كريم العلمي عضوا في المكتب السياسي لحزب الاستقلال."),
    ("في المكتب", "انتخب المؤتمر السيد(ة) كريم العلمي عضوا في المكتب السياسي لحزب الاستقلال."),
    ("حضر", "وحضر اللقاء كريم العلمي عضو “المكتب السياسي” لحزب الاستقلال."),
    ("حضر", "وحضر اللقاء ذ كريم العلمي عضو المكتب السياسي لحزب الاستقلال."),
    ("حضر", "وحضر اللقاء الأستاذ/ كريم العلمي عضو المكتب السياسي لحزب الاستقلال."),
    ("حضر", "وحضر اللقاء الأستاذ : كريم العلمي عضو المكتب السياسي لحزب الاستقلال."),
    ("حضر", "وحضر اللقاء الرفيق / كريم العلمي عضو المكتب السياسي لحزب الاستقلال."),
    ("رئيس", "وقال سعيد الناصري رئيس «المجلس الوطني» للحزب إن حزب الاستقلال مستعد."),
    ("رئيس", 'وقال الدكتور/ سعيد الناصري رئيس "المجلس الوطني" للحزب إن حزب الاستقلال مستعد.'),
    ("قائمة", "ويتكون «المكتب المحلي» لحزب الاستقلال من: ذ كريم العلمي كاتبا محليا، ذة منى الزين أمينة للمال."),
    ("قائمة", "ويتكون المكتب المحلي لحزب الاستقلال من: السيد: كريم العلمي كاتبا محليا، السيدة: منى الزين أمينة للمال."),
    ("تضم", "ويضم المكتب السياسي لحزب الاستقلال كلا من “ذ. كريم العلمي، وذ. خالد السباعي”. إضافة إلى ذة. نجاة الفاسي."),
]  # fmt: skip
NOTHING = [
    "وأضاف السيد: نحن أعضاء في المكتب السياسي.",
    "وتحدث كريم العلمي في ندوة «المجلس الوطني لحقوق الإنسان ومهام المرحلة الراهنة وآفاق العمل الحقوقي».",
]


def posts(text: str) -> set[tuple[str, str, str, str | None]]:
    """Return the posts of an article: person, role, body and party."""
    facts = extract(article(text)).facts
    return {
        (fold(fact.person), fold(fact.role), fold(fact.body or ""), fact.party)
        for fact in facts
        if isinstance(fact, PostFact)
    }


@pytest.mark.parametrize(("plain", "otherwise"), OTHERWISE)
def test_what_is_written_otherwise_says_the_same(plain: str, otherwise: str) -> None:
    told = posts(PLAIN[plain])
    assert told
    assert posts(otherwise) == told


@pytest.mark.parametrize("text", NOTHING)
def test_what_looks_alike_says_nothing(text: str) -> None:
    assert posts(text) == set()
