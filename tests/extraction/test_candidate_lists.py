"""Lists of candidates, one constituency each, after many lead-ins and in many layouts; lists of others are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from graph_builder.extraction import extract
from graph_builder.model import PostFact
from tests.extraction.articles import article

ITEMS: Final = [
    ("كريم العلمي", "سطات"),
    ("منى الزين", "خريبكة"),
    ("سعيد الناصري", "تطوان"),
    ("فاطمة الزاوي", "بني ملال"),
    ("حميد التازي", "أزيلال"),
]
CONTEXTS: Final = """
كشف حزب الاستقلال عن أسماء مرشحيه للانتخابات التشريعية المقبلة.
حسم حزب الاستقلال في جهة بني ملال لائحة مرشحيه للاستحقاقات الانتخابية لشهر شتنبر.
واصل حزب الاستقلال منح التزكيات لخوض الانتخابات البرلمانية.
أعلنت اللجنة التنفيذية لحزب الاستقلال عن الدفعة الأولى من وكلاء اللوائح للانتخابات التشريعية.
أفاد مصدر من حزب الاستقلال أن القيادة حسمت في وكلاء لوائحها بعدد من الدوائر.
تستعد الأحزاب السياسية للانتخابات المقبلة، وفي مقدمتها حزب الاستقلال الذي حسم في تزكياته.
"""
LEADS: Final = """
وآلت التزكية لكل من
وعادت التزكية إلى كل من
وهكذا زكى الحزب
وزكى الحزب كلا من
ومنح الحزب تزكيته لكل من
ومنحت القيادة التزكية لكل من
وتم حسم تزكية كل من
وقد حسم الحزب في تزكية
وقرر الحزب ترشيح كل من
وتقرر ترشيح
ووضع الحزب ثقته في كل من
واختار الحزب كلا من
ويخوض الانتخابات باسم الحزب كل من
وسيخوض غمار المنافسة كل من
وحصل على تزكية الحزب كل من
ونال التزكية كل من
ويتعلق الأمر بكل من
ومن أبرز المرشحين
وسيمثل الحزب في هذه الاستحقاقات كل من
وسيقود لوائح الحزب كل من
ويقود لوائح الحزب كل من
ورشح الحزب
ورشحت القيادة كلا من
وضمت اللائحة كلا من
وتضم قائمة المرشحين كلا من
وجاءت اللائحة كالتالي:
وجاءت أسماء المرشحين على الشكل التالي:
ووقع الاختيار على كل من
وتمت تزكية كل من
وقد تأكد رسميا ترشيح كل من
وأسندت التزكية إلى
وجدد الحزب الثقة في كل من
وراهن الحزب على كل من
ودفع الحزب بكل من
وترشح باسم الحزب كل من
وسيتنافس باسم حزب الاستقلال كل من
وتصدر لوائح الحزب كل من
وهم:
ووكلاء اللوائح هم:
وتوزعت التزكيات بين
"""
OTHERS: Final = """
وحضر اللقاء كل من
وتحدث خلال اللقاء كل من
وغادر الحزب كل من
واحتج على منح التزكية كل من
ورفض الحزب منح التزكية لكل من
وأشرف على ملف التزكيات كل من
وهنأ الأمين العام كلا من
وسحب الحزب تزكيته من كل من
"""
"""Lead-ins to lists of people who do not stand."""
LAYOUTS: Final[list[Callable[[str, str], str]]] = [
    lambda name, place: f"{name} بدائرة {place}",
    lambda name, place: f"{name} في دائرة {place}",
    lambda name, place: f"{name} عن دائرة {place}",
    lambda name, place: f"{name} ({place})",
    lambda name, place: f"{name} ب{place}",
    lambda name, place: f"{name} وكيلا للائحة الحزب بإقليم {place}",
]
JOINTS: Final = ["، و", "؛ ", "، "]
RIGHT: Final = 0.95
"""The share of the names after those lead-ins that are read as candidates, each at his place; may rise, never fall."""


def _told(lead: str, n: int) -> set[tuple[str, str | None]]:
    """The candidates of the n-th trial, each with his place."""
    contexts = CONTEXTS.strip().splitlines()
    names = JOINTS[n % len(JOINTS)].join(LAYOUTS[n % len(LAYOUTS)](*item) for item in ITEMS)
    text = f"عنوان\n{contexts[n * 7 % len(contexts)]}\n{lead} {names}.\nوختم اللقاء بكلمة شكر للحاضرين."
    posts = [fact for fact in extract(article(text, title=True)).facts if isinstance(fact, PostFact)]
    return {(post.person, post.place) for post in posts if post.status == "candidate"}


def test_names_after_any_lead_in_are_candidates() -> None:
    leads = LEADS.strip().splitlines()
    trials = [(lead, 5 * n + k) for n, lead in enumerate(leads) for k in range(2)]
    right = sum(item in _told(lead, n) for lead, n in trials for item in ITEMS)
    assert right / (len(trials) * len(ITEMS)) >= RIGHT


def test_others_are_none() -> None:
    for n, lead in enumerate(OTHERS.strip().splitlines()):
        assert _told(lead, 6 * n + n % 5) == set(), lead
