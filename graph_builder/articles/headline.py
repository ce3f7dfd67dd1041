"""Which line of a page is the article's title: of the short lines above the first paragraph, the one that fits it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph_builder.articles.dates import DateLine
from graph_builder.articles.lines import Line
from graph_builder.articles.origin import is_byline, is_masthead
from graph_builder.articles.words import words

ENOUGH = 0.34
"""Share of a headline's content words that the body must have, or a like sign; other stories' headlines have less."""
SAMPLE = 1_000
"""Code points of the body that are compared with headlines."""
NAME = 5
"""Words. No newspaper's name is longer."""
LETTERS = 4
"""Shorter words say nothing of what a text is about."""
BULLETS = ("•", "●", "▪", "◦", "*")
"""Signs before an item of a list, which is no headline."""

_WORD = re.compile(r"[^\W\d_]+")


def content(text: str) -> set[str]:
    """Return the words that tell what a text is about, each by its last five letters, so that prefixes do not count.

    >>> content("the party's congress") == {"party", "gress"}
    True
    """
    return {word[-5:] for word in _WORD.findall(text) if len(word) >= LETTERS}


def overlap(text: str, about: set[str]) -> float:
    """Return the share of a text's content words that are in ``about``."""
    mine = content(text)
    return len(mine & about) / len(mine) if mine else 0.0


def body_start(lines: Sequence[Line]) -> int:
    """Return the index of the first paragraph; without one by its looks, of the longest line after the first."""
    for index, line in enumerate(lines):
        if line.kind == "body":
            return index
    rest = [index for index, line in enumerate(lines) if line.kind == "short"][1:]
    return max(rest, key=lambda index: (len(lines[index].text), -index), default=len(lines))


def about(lines: Sequence[Line], start: int) -> set[str]:
    """Return the content words of the first paragraphs."""
    return content("\n".join(line.text for line in lines[start : start + 8])[:SAMPLE])


def title_index(lines: Sequence[Line], start: int, dates: dict[int, DateLine]) -> int | None:
    """Return the index of the title among the lines before ``start``, the first paragraph; ``None`` if none is one."""
    if start >= len(lines):
        return None
    heads = [i for i in range(start) if lines[i].kind == "short" and i not in dates]
    candidates = [i for i in heads if _is_headline(lines[i])]
    if len(candidates) > 1 and is_masthead(lines[candidates[0]]):
        del candidates[0]
    candidates = [i for i in candidates if i == candidates[0] or not is_byline(lines[i])]
    if not candidates:
        # A name of two words may be the newspaper's; it is a title only where nothing stands above it.
        return next((i for i in heads[:1] if len(lines[i].words) == 2 and not _is_section(lines[i])), None)
    if len(candidates) == 1:
        return candidates[0]
    printed = Counter(lines[i].words for i in heads)
    signs = [0.5 * (printed[lines[i].words] > 1) + 0.4 * _is_dated(dates.get(i + 1)) for i in candidates]
    # A headline that is printed twice, or has its date of publication right below, is the title.
    if signs[0] >= ENOUGH:
        return candidates[0]
    subject = about(lines, start)
    scores = [sign + overlap(lines[i].text, subject) for i, sign in zip(candidates, signs, strict=True)]
    enough = min(ENOUGH, max(scores))
    chosen = _block_start(lines, candidates, next(n for n, score in enumerate(scores) if score >= enough))
    return next((i for i in candidates if i > chosen and beside_title(lines[chosen], lines[i])), chosen)


def beside_title(line: Line, title: Line) -> bool:
    """Whether a line is the title with the newspaper's name before or after it, as in a browser's tab."""
    more, known = len(line.words) - len(title.words), len(title.words)
    return 0 < more <= NAME and title.words in (line.words[:known], line.words[more:])


def _block_start(lines: Sequence[Line], candidates: Sequence[int], chosen: int) -> int:
    """A fitting line may be the sub-title: of two headlines without a blank line between, the upper is the title."""

    def attached(n: int) -> bool:
        return n > 0 and candidates[n - 1] == candidates[n] - 1 and not lines[candidates[n]].apart

    return candidates[chosen - 1] if attached(chosen) and not attached(chosen - 1) else candidates[chosen]


def _is_section(line: Line) -> bool:
    return words().sections.issuperset(line.words)


def _is_headline(line: Line) -> bool:
    long = len(line.words) >= 3 and len(line.text) >= 12
    return long and not line.text.endswith(":") and not line.text.startswith(BULLETS) and not _is_section(line)


def _is_dated(date: DateLine | None) -> bool:
    return date is not None and any(stamp.role == "published" for stamp in date.stamps)
