"""Dates in running text, with and without a date of the article to compute from. Tuesday 6 June 2017 is the anchor."""

from __future__ import annotations

import datetime as dt

import pytest

from graph_builder.arabic.dates import read_date
from graph_builder.arabic.tokens import tokenise
from graph_builder.extraction.mentions.times import calendar

ANCHOR = dt.date(2017, 6, 6)


def read(text: str, anchor: dt.date | None) -> str | None:
    found = read_date(tokenise(text), 0, calendar(), anchor)
    return found.date if found else "no date"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("23 أبريل 2017", "2017-04-23"),
        ("يوم الأحد 23 أبريل 2017", "2017-04-23"),
        ("صباح يوم الأحد، 23 أبريل، 2017", "2017-04-23"),
        ("فاتح ماي 2018", "2018-05-01"),
        ("23/04/2017", "2017-04-23"),
        ("06 - 06 - 2017", "2017-06-06"),
        ("2017-04-23", "2017-04-23"),
        ("أيام 9-10-11 فبراير 2024", "2024-02-09/2024-02-11"),
        ("يومي 3 و4 يونيو 2017", "2017-06-03/2017-06-04"),
        ("شتنبر 2016", "2016-09"),
        ("كانون الثاني 2015", "2015-01"),
        ("٢٣ أبريل ٢٠١٧", "2017-04-23"),
        ("سنة 2016", "2016"),
        ("23 أيار/مايو 2017", "2017-05-23"),
        ("23 مارس/ آذار 2017", "2017-03-23"),
        ("21-22 فبراير الجاري 2014", "2014-02-21/2014-02-22"),
        ("السبت الماضي", None),
        ("7 أكتوبر", "XXXX-10-07"),
        ("شهر يونيو", "XXXX-06"),
        ("31 فبراير 2017", None),
        ("12 ربيع الأول", None),
        ("99 أبريل 2017", "no date"),
        ("الفرع المحلي", "no date"),
    ],
)
def test_without_a_date_of_the_article(text: str, date: str | None) -> None:
    assert read(text, None) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("السبت الماضي", "2017-06-03"),
        ("أول أمس السبت", "2017-06-03"),
        ("أول من أمس", "2017-06-04"),
        ("أمس الاثنين", "2017-06-05"),
        ("اليوم الثلاثاء", "2017-06-06"),
        ("الثلاثاء المقبل", "2017-06-13"),
        ("فبراير الماضي", "2017-02"),
        ("دجنبر المنصرم", "2016-12"),
        ("أكتوبر المقبل", "2017-10"),
        ("السبت والأحد الماضيين", "2017-06-03/2017-06-04"),
        ("نهاية الأسبوع الماضي", "2017-06-03/2017-06-04"),
        ("23 ماي", "2017-05-23"),
        ("15 من الشهر الجاري", "2017-06-15"),
        ("15 الجاري", "no date"),
        ("يوم 15 الجاري", "2017-06-15"),
        ("7 أكتوبر", "XXXX-10-07"),
        ("الأحد", None),
        ("يناير من السنة الجارية", "2017-01"),
        ("ثامن يونيو", "2017-06-08"),
    ],
)
def test_from_the_date_of_the_article(text: str, date: str | None) -> None:
    assert read(text, ANCHOR) == date
