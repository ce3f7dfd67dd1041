"""Which events an article tells: what is one event under several names, when and where each is."""

from __future__ import annotations

import pytest

from graph_builder.extraction import extract
from graph_builder.model import EventFact
from tests.extraction.articles import article

Told = tuple[str, str, str | None, str | None]
CASES: dict[str, tuple[str, list[Told]]] = {
    "the same congress, named by its number, then by what sort it is": (
        "انعقد المؤتمر الإقليمي الرابع لحزب الاستقلال بسطات يوم 4 ماي 2019.\nواختار المؤتمر الإقليمي العادي شعارا.",
        [("congress", "المؤتمر الإقليمي الرابع", "2019-05-04", "سطات")],
    ),
    "the same congress, named fuller the second time": (
        "انتهى المؤتمر الوطني لحزب الاستقلال أمس. وصادق المؤتمر الوطني السابع عشر على التقرير.",
        [("congress", "المؤتمر الوطني", None, None)],
    ),
    "congresses of two parties are two": (
        "حضر وفد المؤتمر الوطني لحزب الاستقلال بسلا، ثم المؤتمر الوطني لحزب الحركة الشعبية.",
        [
            ("congress", "المؤتمر الوطني", None, "سلا"),
            ("congress", "المؤتمر الوطني", None, None),
        ],
    ),
    "an ordinary session and an extraordinary one are two": (
        "عقد المجلس الوطني لحزب الاستقلال دورته العادية الثالثة بسلا. وسيجتمع المجلس في دورة طارئة يوم 3 ماي 2019.",
        [
            ("meeting", "دورة المجلس الوطني العادية الثالثة", None, "سلا"),
            ("meeting", "دورة طارئة", "2019-05-03", None),
        ],
    ),
    "what is held each month is a kind of event; a name loses the accusative of its sentence": (
        "عقد حزب الاستقلال بسلا اجتماعًا موسعا يوم 3 ماي 2019. وتعهد كريم العلمي بعقد لقاء تواصلي كل شهر بالرباط.",
        [("meeting", "اجتماع موسع", "2019-05-03", "سلا")],
    ),
    "a sitting of the congress is the congress": (
        "انعقد المؤتمر الوطني لحزب الاستقلال بسلا. وتحدث كريم العلمي في الجلسة الختامية للمؤتمر.",
        [("congress", "المؤتمر الوطني", None, "سلا")],
    ),
    "a gathering told as a feast is then this meeting": (
        "نظم حزب الاستقلال بسلا حفلا يوم 8 مارس 2022. وقد عرف هذا اللقاء الاحتفالي حضور كريم العلمي.",
        [("other", "حفل", "2022-03-08", "سلا")],
    ),
    "an event on the margin of another has its day and place": (
        "انعقد المؤتمر الإقليمي لحزب الاستقلال بسلا يوم 4 ماي 2019. ونظمت على هامش المؤتمر ندوة أطرها كريم العلمي.",
        [
            ("congress", "المؤتمر الإقليمي", "2019-05-04", "سلا"),
            ("conference", "ندوة", "2019-05-04", "سلا"),
        ],
    ),
    "the town of an event told first by its province only": (
        "عقد المكتب الإقليمي لحزب الاستقلال بالخميسات اجتماعه.\nوانتهى اجتماع المكتب الإقليمي المنعقد بمدينة تيفلت.",
        [("meeting", "اجتماع المكتب الإقليمي", None, "تيفلت")],
    ),
    "a town within the province that stands nearer": (
        "عقد حزب الاستقلال بإقليم العرائش مؤتمره الإقليمي يوم 4 ماي 2019 بالقصر الكبير.",
        [("congress", "المؤتمر الإقليمي", "2019-05-04", "القصر الكبير")],
    ),
    "a delegation received is no meeting that somebody else is going to hold": (
        "قال منسق حزب الاستقلال إنه سيعقد اجتماعا طارئا. واستقبل كريم العلمي وفدا منهم بمقر الحزب بمراكش.",
        [
            ("meeting", "اجتماع طارئ", None, None),
            ("meeting", "استقبال وفدا منهم بمقر الحزب بمراكش", None, "مراكش"),
        ],
    ),
    "the day in full after a weekday that nothing fixes": (
        "يستعد حزب الاستقلال لعقد مؤتمره الإقليمي بسلا، يوم السبت المقبل الموافق 4 ماي 2019.",
        [("congress", "المؤتمر الإقليمي", "2019-05-04", "سلا")],
    ),
    "the day in a line of its own": (
        "ينظم حزب الاستقلال بسلا المؤتمر المحلي الثاني\nوذلك يوم الأحد 5 ماي 2019 بمقر الحزب",
        [("congress", "المؤتمر المحلي الثاني", "2019-05-05", "سلا")],
    ),
    "the year of elections": (
        "يستعد حزب الاستقلال بسلا للانتخابات التشريعية لعام 2026.",
        [("election", "الانتخابات التشريعية", "2026", None)],
    ),
    "elections of a day are no meeting's": (
        "عقد حزب الاستقلال لقاء تواصلي بسلا حول نتائج الانتخابات الجماعية ليوم 8 شتنبر 2021.",
        [
            ("meeting", "لقاء تواصلي بسلا حول نتائج الانتخابات الجماعية", None, "سلا"),
            ("election", "الانتخابات الجماعية", "2021-09-08", None),
        ],
    ),
    "a meeting that became a congress in which something was done": (
        "تحولت الدورة العادية لحزب الاستقلال إلى مؤتمر استثنائي تم خلاله اختيار كريم العلمي أمينا عاما للحزب.",
        [
            ("meeting", "الدورة العادية", None, None),
            ("congress", "مؤتمر استثنائي", None, None),
        ],
    ),
    "a majority that runs a council does not march": (
        "استقال مستشارون من الأغلبية المسيرة للمجلس الجماعي بسلا من حزب الاستقلال.",
        [],
    ),
    "an extraordinary session is a meeting": (
        "عقدت الأمانة الجهوية لحزب الأصالة والمعاصرة دورة استثنائية بسلا.",
        [("meeting", "دورة استثنائية", None, "سلا")],
    ),
    "his session is the council's": (
        "صادق المجلس الوطني لحزب الاستقلال، خلال دورته الأولى المنعقدة أمس السبت، على لائحة المكتب.",
        [("meeting", "دورة المجلس الوطني الأولى", None, None)],
    ),
    "his campaign is no event": (
        "شكر المجلس الوطني لحزب الاستقلال كريم العلمي على حملته.",
        [],
    ),
    "a meeting held on a day of its own is one of its own": (
        "انعقد المؤتمر الإقليمي لحزب الاستقلال بسلا يوم 5 ماي 2024. وذكر بالاجتماع الذي عقدته يوم 14 أبريل 2024.",
        [
            ("congress", "المؤتمر الإقليمي", "2024-05-05", "سلا"),
            ("meeting", "الاجتماع", "2024-04-14", None),
        ],
    ),
    "a congress that merges parties": (
        "عقدت أحزاب اليسار مؤتمرها الاندماجي بمدينة بوزنيقة.",
        [("congress", "المؤتمر الاندماجي", None, "بوزنيقة")],
    ),
    "a step on the way is no event": (
        "شكر كريم العلمي أعضاء حزب الاستقلال بسلا على عملهم انطلاقا من انتخاب اللجنة التحضيرية.",
        [],
    ),
    "a body that met: when and where stand between the verb and the body": (
        "التأم يوم السبت 4 ماي 2019، بقاعة الأفراح بسلا، المجلس الإقليمي لحزب الاستقلال.",
        [("meeting", "اجتماع المجلس الإقليمي", "2019-05-04", "سلا")],
    ),
    "its council, held by a party; a council whose meeting is expected": (
        "عقد حزب الاستقلال مجلسه الوطني بفاس. وانتدب أعضاء في اللجنة المركزية المرتقب عقدها بسلا يوم 4 ماي 2030.",
        [
            ("meeting", "اجتماع المجلس الوطني", None, "فاس"),
            ("meeting", "اجتماع اللجنة المركزية", "2030-05-04", "سلا"),
        ],
    ),
    "a council that met right after the assembly has its day and place": (
        "عقد فرع حزب الاستقلال بسلا جمعه العام يوم 4 ماي 2019. والتأم مجلس الفرع مباشرة بعد انتهاء الجمع العام.",
        [
            ("general_assembly", "الجمع العام", "2019-05-04", "سلا"),
            ("meeting", "اجتماع مجلس الفرع", "2019-05-04", "سلا"),
        ],
    ),
    "a gathering told by its bare name, with who chaired it": (
        "جدد حزب الاستقلال بسلا هياكله يوم السبت 4 ماي 2019.\nوسير اللقاء كريم العلمي.",
        [("meeting", "اللقاء", "2019-05-04", None)],
    ),
    "meetings that a number counts, a committee that is formed: no events": (
        "عقد حزب الاستقلال بسلا 82 لقاء. ثم تم تكوين لجنتين للنساء والشباب.",
        [],
    ),
    "a congress right after a year, with its article": (
        "استضافت سلا يوم 28 دجنبر 2024 المؤتمر الإقليمي لحزب الاستقلال.",
        [("congress", "المؤتمر الإقليمي", "2024-12-28", None)],
    ),
    "the day of the opening is the first; the first session of a council is an event": (
        (
            "انعقد المؤتمر الوطني لحزب الاستقلال بسلا يوم 5 ماي 2019. وكانت الجلسة الافتتاحية يوم 3 ماي 2019."
            "\nوعقد المجلس في ختام الأشغال أول دورة له."
        ),
        [
            ("congress", "المؤتمر الوطني", "2019-05-03/2019-05-05", "سلا"),
            ("meeting", "أول دورة", "2019-05-05", "سلا"),
        ],
    ),
    "a founding told with the assembly that founded is that assembly": (
        "شهدت سلا مساء الأحد 5 ماي 2019 تأسيس فرع لحزب الاستقلال. الجمع العام التأسيسي ترأسه كريم العلمي.",
        [("general_assembly", "الجمع العام التأسيسي", "2019-05-05", None)],
    ),
    "a founding told with no assembly is one": (
        "أشرف كريم العلمي يوم الأحد 5 ماي 2019 بسلا على تأسيس فرع محلي لحزب الاستقلال.",
        [("general_assembly", "تأسيس فرع محلي لحزب الاستقلال", "2019-05-05", "سلا")],
    ),
    "a founding that is asked for is none": (
        "انعقد بسلا لقاء تواصلي لحزب الاستقلال. ودعا كريم العلمي إلى إحداث فرع للحزب بتمارة.",
        [("meeting", "لقاء تواصلي", None, "سلا")],
    ),
    "the election of its bureau is an act of an assembly": (
        "انعقد الجمع العام لفرع حزب الاستقلال بسلا. ومر انتخاب المكتب في جو ديمقراطي.",
        [("general_assembly", "الجمع العام لفرع حزب الاستقلال بسلا", None, "سلا")],
    ),
    "a branch founded by the verb": (
        "أسس حزب الاستقلال فرعا جديدا بتازة، يوم السبت 4 ماي 2019، وتم اختيار كريم العلمي كاتبا محليا.",
        [("general_assembly", "تأسيس فرع", "2019-05-04", "تازة")],
    ),
    "a bureau renewed by the verb": (
        "جدد فرع حزب الاستقلال بتازة مكتبه المحلي يوم السبت 4 ماي 2019. وانتخب كريم العلمي كاتبا للفرع.",
        [("general_assembly", "تجديد المكتب المحلي", "2019-05-04", "تازة")],
    ),
    "a council that chose on a day met on it": (
        "انتخب المجلس الوطني لحزب الاستقلال، يوم الأحد 5 ماي 2019 بسلا، كريم العلمي على رأس الحزب.",
        [("meeting", "اجتماع المجلس الوطني", "2019-05-05", "سلا")],
    ),
    "what had been decided was not to come": (
        "كان المؤتمر الوطني لحزب الاستقلال قد انتخب كريم العلمي أمينا عاما.",
        [("congress", "المؤتمر الوطني", None, None)],
    ),
    "the founding of a body whose name is an adjective too": (
        "جرى يوم الأحد 5 ماي 2019 بسلا تأسيس التنسيقية المحلية لحزب الاستقلال.",
        [("general_assembly", "تأسيس التنسيقية المحلية لحزب الاستقلال", "2019-05-05", "سلا")],
    ),
    "the first of several is one": (
        "افتتح حزب الاستقلال يوم السبت 4 ماي 2019 بسلا أولى مؤتمراته الإقليمية. وترأس كريم العلمي المؤتمر.",
        [("congress", "أول مؤتمر", "2019-05-04", "سلا")],
    ),
    "a bare noun means the event that the article is about, not one to come": (
        "عقد حزب الاستقلال بسلا مؤتمره الإقليمي.\nسينعقد المؤتمر الجهوي يوم 8 يونيو 2019.\nبدأ المؤتمر في 4 ماي 2019.",
        [
            ("congress", "المؤتمر الإقليمي", "2019-05-04", "سلا"),
            ("congress", "المؤتمر الجهوي", "2019-06-08", None),
        ],
    ),
    "a camp where a congress is": (
        "افتتح حزب الاستقلال يوم السبت 4 ماي 2019 بالمخيم البلدي بسلا مؤتمره الإقليمي الأول.",
        [("congress", "المؤتمر الإقليمي الأول", "2019-05-04", "سلا")],
    ),
}
DATED: dict[str, tuple[str, list[Told]]] = {
    "a bare weekday is the last before the day of the article": (
        "عقد حزب الاستقلال اجتماعا بسلا يوم السبت.",
        [("meeting", "اجتماع", "2019-11-02", "سلا")],
    ),
    "a month of which it is told that it is to come": (
        "ينتظر أن يلتئم المجلس الوطني لحزب الاستقلال بسلا في دجنبر.",
        [("meeting", "اجتماع المجلس الوطني", "2019-12", "سلا")],
    ),
    "a month of the year told before": (
        "ذكر كريم العلمي بالمؤتمر الوطني الخامس لحزب الاستقلال، الذي احتضنته سلا في أبريل من السنة الجارية.",
        [("congress", "المؤتمر الوطني الخامس", "2019-04", None)],
    ),
    "a founding assembly, in a meeting that is it": (
        "رأى النور فرع لحزب الاستقلال بسلا خلال جمع تأسيسي يوم 2 نونبر 2019، في لقاء حضره كريم العلمي.",
        [("general_assembly", "جمع تأسيسي", "2019-11-02", None)],
    ),
    "the day that a congress lasts to is not its own": (
        "ينعقد المؤتمر الوطني لحزب الاستقلال بسلا إلى غاية 5 نونبر 2019، وقد افتتح يوم الأحد 3 نونبر 2019.",
        [("congress", "المؤتمر الوطني", "2019-11-03", "سلا")],
    ),
}


def test_the_day_of_an_article_that_only_its_text_states() -> None:
    text = "نصب حزب الاستقلال اليوم السبت 4 ماي 2019 مكتبه في حفل بسلا. وسيعقد المجلس الوطني للحزب اجتماعا بالرباط غدا."
    assert told(text) == [
        ("other", "حفل", "2019-05-04", "سلا"),
        ("meeting", "اجتماع", "2019-05-05", "الرباط"),
    ]


def told(text: str, published: str | None = None) -> list[Told]:
    found = extract(article(text, published)).facts
    return [(f.kind, f.label, f.date, f.place) for f in found if isinstance(f, EventFact)]


def test_a_meeting_that_is_held_later_is_announced() -> None:
    text = "ستعرض الترشيحات على الأمانة العامة لحزب الاستقلال في اجتماع يعقد نهاية الشهر الجاري."
    assert [f.status for f in extract(article(text)).facts if isinstance(f, EventFact)] == ["announced"]


@pytest.mark.parametrize("name", DATED)
def test_days_from_the_day_of_the_article(name: str) -> None:
    text, expected = DATED[name]
    assert told(text, "2019-11-04") == expected


@pytest.mark.parametrize("name", CASES)
def test_events_of_an_article(name: str) -> None:
    text, expected = CASES[name]
    assert told(text) == expected
