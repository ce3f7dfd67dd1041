"""How the time of reading and extraction grows with texts made to be slow, from size n to 8n: best of three, one core.

Time in proportion to the text gives a ratio of 8, quadratic time 64. What is read of the same texts is asserted in
``tests/articles/test_hostile_text.py``; that the steps of every regular expression grow with the text, in
``tests/regex/test_linear.py``.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

from graph_builder.articles import article_from_text
from graph_builder.extraction import extract

BODY = "انتخب أعضاء الفرع مكتبا جديدا، وترأس الجمع العام سالم البكري، وحضره ممثلو الهيئات الموازية."
MILLION = "كلمة " * 200_000
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
    "full stops": lambda n: f"{BODY}\n" + ". " * 50 * n,
    "brackets": lambda n: f"{BODY}\n" + "(«" * 25 * n,
    "names": lambda n: "سالم البكري وكريمة الزناتي و" * n,
    "posts": lambda n: f"{BODY}\n" + "الكاتب الإقليمي للحزب بمدينة سلا سالم البكري، " * n,
    "words of one letter": lambda n: f"{BODY}\n" + "و ب ل " * 10 * n,
    "vowel signs": lambda n: f"{BODY}\n" + "ب" + "\u064e" * 50 * n,
}
SIZE = 200


def seconds(text: str) -> tuple[float, float]:
    """Return how long reading the text, and extraction from it, take at best."""
    best = [float("inf"), float("inf")]
    for _ in range(3):
        moments = [time.process_time()]
        article = article_from_text(text, id="a", file="a", digest="")
        moments.append(time.process_time())
        extract(article)
        moments.append(time.process_time())
        best = [min(least, end - start) for least, (start, end) in zip(best, pairwise(moments), strict=True)]
    return best[0], best[1]


def main() -> None:
    """Print a row for every text, and the times of one line of a million characters."""
    seconds(BODY)  # the lexicon is compiled
    print(f"{'text':<28}{'characters':>12}{'reading 8n':>12}{'ratio':>8}{'extraction 8n':>15}{'ratio':>8}")
    for name, make in HOSTILE.items():
        large = make(8 * SIZE)
        short, long = seconds(make(SIZE)), seconds(large)
        cells = (f"{b:>{width}.3f} s{b / a:>8.1f}" for a, b, width in zip(short, long, (10, 13), strict=True))
        print(f"{name:<28}{len(large):>12,}{''.join(cells)}")
    reading, extraction = seconds(MILLION)
    print(f"{'one line':<28}{len(MILLION):>12,}{reading:>10.3f} s{'':>8}{extraction:>13.3f} s")


if __name__ == "__main__":
    main()
