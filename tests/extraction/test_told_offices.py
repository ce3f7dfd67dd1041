"""One office told in a sentence: names as they are turned, long bodies, officers of officers, guests not chosen."""

from __future__ import annotations

import pytest

from graph_builder.extraction import extract
from graph_builder.model import PostFact
from tests.extraction.articles import article

TURNED = ("تحاجيت خالد", "أوزكان رشيد", "بوخلخال محمد", "العلمي خالد", "الزكراوي عبد الكريم")
"""Family names first, in the lexicon or not."""
CONTEXTS = """
قال {X}، الكاتب الإقليمي لحزب الاستقلال بسطات، إن الأمر مهم.
أكد {X} الكاتب الإقليمي لحزب الاستقلال بسطات أن الأمر مهم.
من جانبه شدد {X} الكاتب الإقليمي لحزب الاستقلال بسطات على أهمية العمل.
وذلك بحضور {X} الكاتب الإقليمي لحزب الاستقلال بسطات.
حضر اللقاء السيد {X} الكاتب الإقليمي لحزب الاستقلال بسطات.
"""
NO_NAMES = (
    "هو عمل متقن وتوجه سعيد، رئيس الجماعة راض عنه.",
    "هو تسيير حسن، رئيس الجماعة راض عنه.",
    "انتهى اللقاء بشكل جميل، الكاتب الإقليمي لحزب الاستقلال شكر الحاضرين.",
)
TOLD = {
    "حضر كريم العلمي، عضو الهيئة التقريرية لحزب الأمة.": "عضو | الهيئة التقريرية | حزب الأمة | | current",
    "حضر كريم العلمي، عضو الغرفة الثانية عن حزب الاستقلال.": "عضو | الغرفة الثانية | حزب الاستقلال | | current",
    "حضر كريم العلمي، مبعوث المكتب التنفيذي لحزب الاستقلال.": "مبعوث | المكتب التنفيذي | حزب الاستقلال | | current",
    "حضر كريم العلمي موفدا من القيادة.": "",
    "حضر كريم العلمي، القيادي البارز بحزب الاستقلال.": "القيادي | | حزب الاستقلال | | current",
    "حضر كريم العلمي، مدير ديوان الأمين العام لحزب الاستقلال.": "مدير ديوان الأمين العام | | حزب الاستقلال | | current",
    "حضر كريم العلمي، المستشار السياسي للأمين العام لحزب الاستقلال.": (
        "المستشار السياسي للأمين العام | | حزب الاستقلال | | current"
    ),
    "حضر كريم العلمي الأمين العام المفوض لحزب الاستقلال.": "الأمين العام المفوض | | حزب الاستقلال | | current",
    "أشرف على اللقاء كريم العلمي بصفته رئيسا لمقاطعة بني مكادة.": "رئيس | مقاطعة بني مكادة | | بني مكادة | elected",
    "عاد منصب المنسق الإقليمي لحزب التجمع الوطني للأحرار بسطات إلى كريم العلمي.": (
        "المنسق الإقليمي | | التجمع الوطني للأحرار | سطات | elected"
    ),
    "شغل كريم العلمي منصب الكاتب الجهوي لحزب الاستقلال.": "الكاتب الجهوي | | حزب الاستقلال | | former",
    "عقدت منظمة الشبيبة الحركية مجلسها الوطني. وقال الكاتب الوطني كريم العلمي إن الأمر مهم.": (
        "الكاتب الوطني | منظمة الشبيبة الحركية | الحركة الشعبية | | current"
    ),
    "عقد حزب الحركة الشعبية وشبيبته الحركية لقاء. وقال الكاتب الوطني كريم العلمي إن الأمر مهم.": (
        "الكاتب الوطني | | الحركة الشعبية | | current"
    ),
    "حضر رئيس منظمة الكشاف الجوال كريم العلمي.": "رئيس | منظمة الكشاف | | | current",
    (
        "أعاد مؤتمر حزب الاستقلال بسطات انتخاب سعيد الناصري كاتبا إقليميا.\n"
        "وحضر اللقاء منى الزين عضوة المجلس الوطني، وحميد التازي رئيس جماعة تمارة، وكريم العلمي مفتش الحزب."
    ): "مفتش | | حزب الاستقلال | | current",
}


def posts(text: str) -> list[PostFact]:
    """The posts of a text, a sentence after it."""
    return [f for f in extract(article(f"خبر\n{text}\nوختم اللقاء بكلمة شكر.")).facts if isinstance(f, PostFact)]


@pytest.mark.parametrize("context", [line for line in CONTEXTS.splitlines() if line])
def test_family_names_first(context: str) -> None:
    missed = [name for name in TURNED if [f.person for f in posts(context.format(X=name))] != [name]]
    assert missed == []


def test_nouns_before_adjectives_are_no_names() -> None:
    assert [f.person for text in NO_NAMES for f in posts(text)] == []


def test_offices_told_in_full() -> None:
    found = {
        text: "; ".join(
            " | ".join((f.role, f.body or "", f.party or "", f.place or "", f.status))
            for f in posts(text)
            if f.person == "كريم العلمي"
        ).replace("  ", " ")
        for text in TOLD
    }
    assert found == TOLD
