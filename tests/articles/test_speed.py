"""Reading takes time in proportion to the text, whatever the text is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from graph_builder.articles import article_from_text

BODY = "انتخب أعضاء الفرع مكتبا جديدا، وترأس الجمع العام سالم البكري، وحضره ممثلو الهيئات الموازية."
LINES = 1_600
HOSTILE: dict[str, Callable[[int], str]] = {
    "short lines": lambda n: "\n".join(f"سطر قصير رقم {i} للتجربة" for i in range(n)),
    "one short line": lambda n: "سطر قصير واحد للتجربة\n" * n,
    "paragraphs that open alike": lambda n: "\n".join(f"{BODY} {i}." for i in range(n)),
    "headings of other stories": lambda n: f"مواضيع ذات صلة\n{BODY}\n" * n,
    "share buttons": lambda n: f"{BODY}\n" + "شارك\nعنوان خبر آخر من خمس كلمات طويلة\n" * n,
    "dates above the title": lambda n: "12 يونيو 2017\n" * n + f"عنوان المقال هنا طويل\n{BODY}",
    "updates above the title": lambda n: "سالم آخر تحديث 12 يونيو 2017\n" * n + f"عنوان المقال هنا طويل\n{BODY}",
    "links to other stories": lambda n: f"{BODY}\n" + "اقرأ أيضا: شيء\n" * n,
    "tabs": lambda n: "\tا" * 20 * n,
    "networks": lambda n: "Facebook " * 20 * n,
    "quotes": lambda n: '"' * 100 * n,
    "digits": lambda n: "1/" * 50 * n,
    "signs": lambda n: "ا | " * 20 * n,
    "controls": lambda n: "\x00\u202e" * 50 * n,
}


def seconds(text: str) -> float:
    start = time.process_time()
    article_from_text(text, id="a", file="a", digest="")
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    make = HOSTILE[name]
    seconds(make(10))
    small, large = (min(seconds(make(size)) for _ in range(2)) for size in (LINES // 8, LINES))
    # Linear is 8 times; quadratic would be 64 times.
    assert large < 30 * max(small, 0.002)


def test_a_line_of_a_million_characters() -> None:
    text = "كلمة " * 200_000
    assert seconds(text) < 5
