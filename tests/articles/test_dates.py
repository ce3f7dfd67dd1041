"""Date lines of pages in their many forms, and lines with dates that are no date lines."""

from __future__ import annotations

import pytest

from graph_builder.articles.dates import edtf, read
from graph_builder.lexicon.loader import data


@pytest.mark.parametrize(
    ("line", "value", "role"),
    [
        ("آخر تحديث : السبت 3 دجنبر 2016 - 7:45 مساءً", "2016-12-03", "updated"),
        ("نشر في المنبر يوم 06 - 06 - 2017", "2017-06-06", "published"),
        ("2016-12-15", "2016-12-15", "bare"),
        ("2009 / 12 / 14", "2009-12-14", "bare"),
        ("الاثنين 12 يونيو 2017", "2017-06-12", "bare"),
        ("12/06/2017", "2017-06-12", "bare"),
        ("06/13/2017", "2017-06-13", "bare"),
        ("١٥ ديسمبر ٢٠١٦", "2016-12-15", "bare"),
        ("بتاريخ 12 يونيو 2017", "2017-06-12", "bare"),
        ("سبتمبر 5, 2015", "2015-09-05", "bare"),
        ("الأحد 29/ديسمبر/2013 - 12:07 م", "2013-12-29", "bare"),
        ("15 تشرين الأول/أكتوبر 2020", "2020-10-15", "bare"),
        ("تاريخ النشر : الثلاثاء 12:00 10-7-2012", "2012-07-10", "published"),
        ("الخميس 7/3/1429 هـ - الموافق 13/3/2008 م (آخر تحديث) الساعة 16:25 (مكة المكرمة)", "2008-03-13", "updated"),
        ("21 شباط2025", "2025-02-21", "bare"),
        ("نشر في يونيو 2017", "2017-06", "published"),
        ("Posted on December 15, 2016 at 10:20 am", "2016-12-15", "published"),
        ("Publié le 3 février 2019", "2019-02-03", "published"),
        ("2017-06-12T10:00:00", "2017-06-12", "bare"),
        ("الرشيدية 29 غشت 2021", "2021-08-29", "bare"),
        ("الرباط في 3 نونبر 2024", "2024-11-03", "bare"),
        ("منارة بريس 09 مارس 2021", "2021-03-09", "bare"),
        ("نُشر يوم الخميس 23 يونيو 2016 على الساعة 17:45", "2016-06-23", "published"),
        ("سلا سيتي ـ الخميس 17 دجنبر 2015", "2015-12-17", "bare"),
        ("نشر\u200f \u200bيوم\u2009الثلاثاء\u200f \u200b13 مارس\u200b 2018", "2018-03-13", "published"),
    ],
)
def test_a_date_line(line: str, value: str, role: str) -> None:
    found = read(line)
    assert found is not None
    assert [(stamp.value, stamp.role) for stamp in found.stamps] == [(value, role)]


@pytest.mark.parametrize(
    "line",
    [
        "بلاغ المكتب السياسي ليوم 6 مارس 2019",
        "انعقد المؤتمر الخامس يوم 12 يونيو 2017 بالرباط",
        "من 12 يونيو 2017 إلى 14 يونيو 2017",
        "31/02/2017",
        "2017-13-45",
        "12 يونيو",
        "15 رمضان 1438",
        "0522 20 17 30",
        "نشر 2017 كتابا",
        "دورة 2017",
        "مؤتمر الحزب 12 مارس 2020",
        "سلا 12 مارس 2020 تستعد",
        "",
        "12 يونيو 2017 " * 20,
    ],
)
def test_no_date_line(line: str) -> None:
    assert read(line) is None


def test_two_labelled_dates_of_one_line() -> None:
    found = read("نشر في 12 يونيو 2017، آخر تحديث 14 يونيو 2017")
    assert found is not None
    assert [(s.value, s.role) for s in found.stamps] == [("2017-06-12", "published"), ("2017-06-14", "updated")]


def test_the_parts_of_a_line_with_a_name() -> None:
    found = read("سليم الحداد - نشر في 12 يونيو 2017")
    assert found is not None
    assert (found.before, found.rest, found.label) == ("سليم الحداد", ("سليم", "الحداد"), len("سليم الحداد "))


@pytest.mark.parametrize("family", ["gregorian", "latin"])
def test_every_name_of_a_month_is_read(family: str) -> None:
    for calendar in data("months")[family].values():
        assert len(calendar) == 12
        for number, names in enumerate(calendar, start=1):
            for name in names:
                assert edtf(f"7 {name} 2018") == f"2018-{number:02}-07"


def test_no_name_means_two_months() -> None:
    months: dict[str, int] = {}
    for family in ("gregorian", "latin"):
        for calendar in data("months")[family].values():
            for number, names in enumerate(calendar, start=1):
                assert all(months.setdefault(name, number) == number for name in names)
    assert len(data("months")["hijri"]) == 12


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("2017", "2017"),
        ("2017-06", "2017-06"),
        ("2017-06-12T00:00:00+01:00", "2017-06-12"),
        ("12.06.2017", "2017-06-12"),
    ],
)
def test_a_field_for_a_date(field: str, value: str) -> None:
    assert edtf(field) == value


@pytest.mark.parametrize("field", ["", "soon", "1438-06-12", "2017-06-31", "12", "20170612"])
def test_a_field_without_a_date(field: str) -> None:
    assert edtf(field) is None
