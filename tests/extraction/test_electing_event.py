"""Who was elected, or chaired, in which event: the event told x another one beside it x how it is told."""

from __future__ import annotations

from itertools import product

import pytest

from graph_builder.extraction import extract
from graph_builder.model import EventFact, ParticipationFact
from tests.extraction.articles import article

PEOPLE = ("كريم العلمي", "منى الزين", "سعيد الناصري")
DAY = "2019-05-12"
SESSIONS = """
عقد المجلس الوطني لحزب الاستقلال دورته الأولى يوم الأحد 12 ماي 2019 بسلا.
عقد المجلس الوطني لحزب الاستقلال، الأحد 12 ماي 2019 بسلا، اجتماعا خصص لاستكمال هياكل الحزب.
التأم المجلس الوطني لحزب الاستقلال يوم الأحد 12 ماي 2019 بسلا في دورة عادية.
خصصت اللجنة المركزية لحزب الاستقلال دورتها المنعقدة يوم الأحد 12 ماي 2019 بسلا لانتخاب القيادة الجديدة.
"""
CONGRESSES_BEFORE = """
ويأتي هذا الاجتماع بعد أسبوعين من المؤتمر الوطني السابع الذي انعقد ببوزنيقة يومي 27 و28 أبريل 2019.
وكان المؤتمر الوطني السابع للحزب، المنعقد يومي 27 و28 أبريل 2019 ببوزنيقة، قد أفرز أعضاء المجلس.
وذلك عقب المؤتمر الوطني السابع الذي اختتم أشغاله في 28 أبريل 2019.
وكان الحزب قد عقد مؤتمره الوطني السابع بالرباط يومي 27 و28 أبريل 2019.
وسبق للحزب أن عقد مؤتمره الوطني السابع بالرباط يوم 28 أبريل 2019.
وبعد أن عقد الحزب مؤتمره الوطني السابع بالرباط يوم 28 أبريل 2019، صار لزاما استكمال الهياكل.
وقال رئيس الجلسة إن المؤتمر الوطني السابع، الذي انعقد يوم 28 أبريل 2019، كان محطة ناجحة.
"""
ASSEMBLIES = """
عقد حزب الاستقلال بسلا مؤتمره الإقليمي يوم الأحد 12 ماي 2019.
احتضنت مدينة سلا، يوم الأحد 12 ماي 2019، أشغال المؤتمر الإقليمي لحزب الاستقلال.
نظم فرع حزب الاستقلال بسلا، يوم الأحد 12 ماي 2019، جمعا عاما لتجديد مكتبه.
جدد فرع حزب الاستقلال بسلا مكتبه خلال جمع عام انعقد يوم الأحد 12 ماي 2019.
"""
BESIDE_ASSEMBLIES = """
وذلك استعدادا للمؤتمر الوطني السابع عشر المقرر عقده يوم 15 يونيو 2019.
وقال ممثل القيادة إن المؤتمر الوطني السابع عشر، الذي انعقد يوم 28 أبريل 2019، كان محطة ناجحة.
وكانت اللجنة التحضيرية قد عقدت اجتماعا يوم الجمعة 3 ماي 2019 لضبط الترتيبات.
وسبق للكتابة الإقليمية أن نظمت لقاء تواصليا يوم 3 ماي 2019.
وعقد المجلس الوطني للحزب دورته العادية يوم السبت 4 ماي 2019 بالرباط.
"""
AHEAD = """
استعدادا لمؤتمره الإقليمي السابع
في أفق المؤتمر الوطني السابع
في إطار الإعداد للمؤتمر الإقليمي المقبل
ضمن الاستعدادات الجارية لعقد المؤتمر الوطني السابع
"""
MEETINGS = """
عقد المجلس الإقليمي لحزب الاستقلال بسلا اجتماعا يوم الأحد 12 ماي 2019
اجتمع المكتب الإقليمي لحزب الاستقلال بسلا يوم الأحد 12 ماي 2019
التأم المجلس الإقليمي لحزب الاستقلال بسلا يوم الأحد 12 ماي 2019
"""
OF_MADE_BODIES = """
التأمت الكتابة الإقليمية لحزب الاستقلال بسلا، المنبثقة عن المؤتمر السابع، في أول اجتماع لها يوم الأحد 12 ماي 2019
اجتمع أعضاء المكتب المحلي لحزب الاستقلال بسلا، الذي أفرزه المؤتمر المحلي الأخير، يوم الأحد 12 ماي 2019
اجتمعت اللجنة التحضيرية للمؤتمر الوطني السابع لحزب الاستقلال يوم الأحد 12 ماي 2019 بسلا
"""
CHAIRED = (" برئاسة {0}.", " ترأسه {0}.", ". وقد سير الاجتماع {0}.")
NATIONAL = """
وتم انتخاب {0} أمينا عاما للحزب و{1} نائبة له.
وتضم تشكيلة المكتب السياسي كلا من {0} و{1} و{2}.
"""
LOCAL = """
وأسفرت عملية التصويت عن انتخاب {0} كاتبا عاما و{1} أمينة للمال.
وانتخب كل من {0} و{1} و{2} أعضاء بالمكتب.
"""
SIDES = (
    (SESSIONS, CONGRESSES_BEFORE, NATIONAL),
    (ASSEMBLIES, BESIDE_ASSEMBLIES, LOCAL),
)


@pytest.mark.parametrize("side", SIDES)
def test_elected_in_the_event_told(side: tuple[str, str, str]) -> None:
    """Whether another event stands between the event that elected and those elected changes nothing."""
    for told, other, election in product(*(lines.strip().split("\n") for lines in side)):
        text = f"خبر\n{told}\n{other}\nوجرت الأشغال في أجواء ديمقراطية.\n{election.format(*PEOPLE)}"
        facts = extract(article(text)).facts
        days = {f.id: f.date for f in facts if isinstance(f, EventFact)}
        elected = {
            (f.person, days[f.event]) for f in facts if isinstance(f, ParticipationFact) and f.capacity == "elected"
        }
        assert elected == {(PEOPLE[k], DAY) for k in range(3) if f"{{{k}}}" in election}, text


def test_chaired_in_the_meeting_held() -> None:
    """What a meeting prepares, and the congress that made the body which met, has neither its day nor its chair."""
    lines = [f"{a}، {m}" for a, m in product(AHEAD.strip().split("\n"), MEETINGS.strip().split("\n"))]
    lines += [f"{m}، وذلك {a}،" for a, m in product(AHEAD.strip().split("\n"), MEETINGS.strip().split("\n"))]
    for told, chair in product([*lines, *OF_MADE_BODIES.strip().split("\n")], CHAIRED):
        text = f"خبر\n{told}{chair.format(PEOPLE[0])}\nوساد نقاش مسؤول."
        facts = extract(article(text)).facts
        days = {f.id: f.date for f in facts if isinstance(f, EventFact)}
        chairs = [days[f.event] for f in facts if isinstance(f, ParticipationFact) and f.capacity == "chair"]
        assert (chairs, [day for day in days.values() if day]) == ([DAY], [DAY]), text
