"""A party's life over four years, made by hand: eight articles whose facts the known answers are reasoned from.

Read the sentences: they are the whole story. Karima leads the bureau of the Temara branch from 2018; in June 2020 a
congress replaces her by Youssef. Samir leaves the party for another in 2021. Two articles disagree about the bureau.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph_builder.model import (
    BodyFact,
    DeadlineFact,
    EventFact,
    Fact,
    FigureFact,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    Reading,
    StatementFact,
    StepFact,
    World,
)
from tests.worlds import Said, article, post, world_of

PPS, USFP = "حزب التقدم والاشتراكية", "الاتحاد الاشتراكي للقوات الشعبية"
BRANCH, BUREAU, COMMITTEE = "فرع تمارة", "مكتب تمارة", "اللجنة المركزية"
SECRETARIAT, YOUTH, SALE = "الكتابة الإقليمية", "شبيبة الحزب", "فرع سلا"
KARIMA, SAMIR, NADIA, YOUSSEF, RACHID = "كريمة الزناتي", "سمير الوالي", "نادية العلمي", "يوسف المنصوري", "رشيد الغازي"
SAME = {
    "الوالي": (SAMIR, None),
    PPS: (PPS, "pps"),
    USFP: (USFP, "usfp"),
    "تمارة": ("تمارة", "04.501.01.07"),
    "سلا": ("سلا", "04.441"),
    "الرباط": ("الرباط", "04.421"),
    "سوس ماسة": ("سوس ماسة", "09"),
}


def told(name: str, published: str | None, lines: str, facts: Callable[[Said], list[Fact]]) -> Reading:
    """Return an article of these lines, the first of which is its title."""
    source = article(name, lines, published=published, source="صدى المدينة")
    return Reading(source, tuple(facts(Said(source))))


def body(name: str, level: str, place: str | None, said: Said, words: str, **more: str | None) -> BodyFact:
    about: dict[str, str | None] = {"party": PPS, "parent": None} | more
    return BodyFact(name, level, about["party"], about["parent"], place, (), said(words))  # type: ignore[arg-type]


def assembly(said: Said) -> list[Fact]:
    held, chosen = said("جمعا عاما"), said("انتخبت")
    local = {"body": BUREAU, "status": "elected"}
    return [
        PartyFact(PPS, (), None, "pps", held),
        PersonFact(KARIMA, (), "female", chosen),
        PersonFact(SAMIR, ("الوالي",), "male", chosen),
        PersonFact(NADIA, (), "female", chosen),
        body(BRANCH, "local", "تمارة", said, "جمعا عاما"),
        body(BUREAU, "local", "تمارة", said, "انتخبت", parent=BRANCH),
        body(COMMITTEE, "national", None, said, "عضو اللجنة"),
        EventFact("e1", "جمع عام", "general_assembly", "2018-03-04", "تمارة", (), PPS, BRANCH, "held", held),
        post(KARIMA, "كاتبة عامة", chosen, role_key="general_secretary", since="2018-03-04", **local),
        post(SAMIR, "أمين المال", chosen, role_key="treasurer", since="2018-03-04", **local),
        post(NADIA, "مستشارة", chosen, role_key="adviser", **local),
        post(SAMIR, "عضو", said("عضو اللجنة"), role_key="member", body=COMMITTEE, since="2017"),
        ParticipationFact("e1", RACHID, None, "chair", held),
        ParticipationFact("e1", KARIMA, None, "elected", chosen),
        ParticipationFact("e1", SAMIR, None, "elected", chosen),
    ]


def training(said: Said) -> list[Fact]:
    held, names, plan = said("دورة تكوينية"), said("أطرها"), said("خطة جذور")
    return [
        PersonFact(RACHID, (), "male", names),
        PersonFact(NADIA, (), "female", names),
        PlanFact("جذور", PPS, COMMITTEE, "2019-01", plan),
        EventFact(
            "e1", "دورة تكوينية", "training", "2019-02-02", "الرباط", ("سوس ماسة",), PPS, COMMITTEE, "held", held
        ),
        ParticipationFact("e1", SAMIR, None, "trainer", names),
        ParticipationFact("e1", RACHID, None, "chair", names),
        ParticipationFact("e1", NADIA, None, "rapporteur", names),
        ParticipationFact("e1", None, "الكتاب الإقليميون", "attendee", said("حضرها")),
        StatementFact(SAMIR, "مسطرة الانخراط", "e1", said("تحدث الوالي")),
    ]


def intake(said: Said) -> list[Fact]:
    members, later, sale = said("120"), said("15"), said("فرع سلا 50")
    return [
        body(BRANCH, "local", "تمارة", said, "120"),
        body(SALE, "local", "سلا", said, "فرع سلا 50"),
        FigureFact(120, "members", BRANCH, None, None, True, members),
        FigureFact(70, "members", BRANCH, "طلبة", None, True, members),
        FigureFact(50, "members", BRANCH, "أساتذة", None, True, members),
        FigureFact(15, "applications", BRANCH, None, "الدخول المقبل", False, later),
        FigureFact(50, "members", SALE, None, None, True, sale),
        FigureFact(30, "members", SALE, "طلبة", None, True, sale),
        FigureFact(10, "members", SALE, "تجار", None, True, sale),
        FigureFact(300, "votes", SALE, None, None, True, said("300")),
        FigureFact(10, "delegates", SALE, None, None, True, said("مندوبين")),
        FigureFact(8, "delegates", SALE, "شباب", None, True, said("مندوبين")),
        FigureFact(7, "delegates", SALE, "نساء", None, True, said("مندوبين")),
        StepFact("الانخراط", BRANCH, 1, "طلب مكتوب", said("بطلب")),
        StepFact("الانخراط", BRANCH, 2, "لقاء مع المكتب", said("بطلب")),
    ]


def congress(said: Said) -> list[Fact]:
    held, chosen, left = said("مؤتمره"), said("انتخب"), said("خلفا")
    return [
        PersonFact(YOUSSEF, (), "male", chosen),
        EventFact("e1", "مؤتمر", "congress", "2020-06-14", "تمارة", (), PPS, BUREAU, "held", held),
        body(BUREAU, "local", "تمارة", said, "مؤتمره", parent=BRANCH),
        post(
            YOUSSEF, "كاتب عام", chosen, role_key="general_secretary", body=BUREAU, status="elected", since="2020-06-14"
        ),
        post(KARIMA, "كاتبة عامة", left, role_key="general_secretary", body=BUREAU, status="former", until="2020-06"),
        ParticipationFact("e1", NADIA, None, "chair", held),
        ParticipationFact("e1", YOUSSEF, None, "elected", chosen),
        ParticipationFact("e1", SAMIR, None, "attendee", held),
        DeadlineFact("عقد المؤتمرات", "الفروع", "2020-09-30", "قبل نهاية شتنبر", said("شتنبر")),
    ]


def switch(said: Said) -> list[Fact]:
    joined, office = said("التحق"), said("مستشارا")
    return [
        PersonFact(SAMIR, (), "male", joined),
        PartyFact(USFP, (), None, "usfp", joined),
        body(SECRETARIAT, "provincial", "سلا", said, "التحق", party=USFP),
        body(YOUTH, "parallel", None, said, "شبيبة", party=PPS),
        post(
            SAMIR,
            "كاتب إقليمي",
            joined,
            role_key="provincial_secretary",
            body=SECRETARIAT,
            party=USFP,
            status="elected",
        ),
        post(SAMIR, "مستشار جماعي", office, party=None, place="تمارة", public=True),
        post(RACHID, "رئيس الشبيبة", said("شبيبة"), body=YOUTH),
        post(NADIA, "رئيسة الجماعة", said("رئاسة"), party=PPS, place="تمارة", public=True, status="candidate"),
    ]


def dispute(said: Said) -> list[Fact]:
    bureau = said("الإقليمي")
    return [
        PersonFact(NADIA, (), "male", bureau),
        body(BUREAU, "provincial", "سلا", said, "الإقليمي"),
        post(KARIMA, "الكاتبة العامة", bureau, role_key="general_secretary", body=BUREAU, since="2018-05"),
        post(YOUSSEF, "كاتب عام", replace(bureau, confidence=0.4), role_key="general_secretary", body=BUREAU,
             status="elected", since="2020"),
    ]  # fmt: skip


def meeting(said: Said) -> list[Fact]:
    due = said("يونيو")
    return [
        body(COMMITTEE, "national", None, said, "تجتمع"),
        EventFact(
            "e1", "دورة اللجنة المركزية", "meeting", "2021-07", None, (), PPS, COMMITTEE, "announced", said("تجتمع")
        ),
        ParticipationFact("e1", NADIA, None, "guest", said("تجتمع")),
        DeadlineFact("تحصيل الاشتراكات", COMMITTEE, "XXXX-06-30", "قبل نهاية يونيو", due),
        StatementFact("المتدخلون", "مالية الحزب", None, due),
    ]


def question_world() -> World:
    """Return the world of all articles."""
    return world_of(
        (
            told("a1", "2018-03-10", ASSEMBLY, assembly),
            told("a2", "2019-02-05", TRAINING, training),
            told("a3", "2019-10-01", INTAKE, intake),
            told("a4", "2020-06-20", CONGRESS, congress),
            told("a5", "2021-02-01", SWITCH, switch),
            told("a6", "2021-03-01", DISPUTE, dispute),
            told("a7", None, MEETING, meeting),
        ),
        SAME,
    )


ASSEMBLY = """فرع تمارة يجدد مكتبه
عقد فرع حزب التقدم والاشتراكية بتمارة جمعا عاما يوم 4 مارس 2018 ترأسه رشيد الغازي.
انتخبت كريمة الزناتي كاتبة عامة وسمير الوالي أمينا للمال ونادية العلمي مستشارة في مكتب تمارة.
الوالي عضو اللجنة المركزية منذ 2017.
"""
TRAINING = """تكوين بالرباط
نظم الحزب دورة تكوينية بالرباط يوم 2 فبراير 2019 لفائدة جهة سوس ماسة.
أطرها سمير الوالي وترأسها رشيد الغازي وقررتها نادية العلمي.
حضرها الكتاب الإقليميون.
صادقت اللجنة المركزية على خطة جذور في يناير 2019.
تحدث الوالي عن مسطرة الانخراط.
"""
INTAKE = """أرقام الانخراط
يضم فرع تمارة 120 عضوا، منهم 70 طالبا و50 أستاذا.
تلقى الفرع نحو 15 طلبا للدخول المقبل.
يضم فرع سلا 50 عضوا، منهم 30 طالبا و10 تجار.
حصل مرشح فرع سلا على 300 صوت.
اختار فرع سلا 10 مندوبين، منهم 8 شباب و7 نساء.
يبدأ الانخراط بطلب مكتوب ثم لقاء مع المكتب.
"""
CONGRESS = """مؤتمر بتمارة
عقد مكتب تمارة مؤتمره يوم 14 يونيو 2020 برئاسة نادية العلمي وحضور سمير الوالي.
انتخب يوسف المنصوري كاتبا عاما.
جاء خلفا لكريمة الزناتي التي غادرت في يونيو 2020.
على الفروع عقد المؤتمرات قبل نهاية شتنبر.
"""
SWITCH = """الوالي يغير حزبه
التحق سمير الوالي بالاتحاد الاشتراكي كاتبا إقليميا بسلا.
كان الوالي مستشارا جماعيا بتمارة.
رشيد الغازي رئيس شبيبة الحزب.
ترشحت نادية العلمي إلى رئاسة الجماعة.
"""
DISPUTE = """رواية أخرى
كريمة الزناتي كاتبة عامة منذ ماي 2018 ثم يوسف المنصوري في 2020 في المكتب الإقليمي بسلا الذي منه نادية العلمي.
"""
MEETING = """موعد اللجنة
تجتمع اللجنة المركزية في يوليوز 2021 بدعوة لنادية العلمي.
على اللجنة المركزية تحصيل الاشتراكات قبل نهاية يونيو، كما قال المتدخلون عن مالية الحزب.
"""
