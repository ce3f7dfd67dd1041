"""How the time of reading grows with texts made to be slow to read, from size n to 8n: best of three, one core.

Time in proportion to the text gives a ratio of 8, quadratic time 64. What is read of the same texts is asserted in
``tests/articles/test_hostile_text.py``.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from graph_builder.articles import article_from_text

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
}
SIZE = 200


def seconds(text: str) -> float:
    """Return how long reading the text takes at best."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        article_from_text(text, id="a", file="a", digest="")
        best = min(best, time.process_time() - started)
    return best


def main() -> None:
    """Print a row for every text, and the time of one line of a million characters."""
    print(f"{'text':<28}{'characters':>12}{'n':>10}{'8n':>10}{'ratio':>8}")
    for name, make in HOSTILE.items():
        large = make(8 * SIZE)
        short, long = seconds(make(SIZE)), seconds(large)
        print(f"{name:<28}{len(large):>12,}{short:>8.3f} s{long:>8.3f} s{long / short:>8.1f}")
    print(f"{'one line':<28}{len(MILLION):>12,}{'':>10}{seconds(MILLION):>8.3f} s")


if __name__ == "__main__":
    main()
