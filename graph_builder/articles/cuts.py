"""What follows the article on its page: other stories, comments, boxes; and whether the article goes on after them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph_builder.articles.headline import SAMPLE, content, overlap
from graph_builder.articles.lines import Line

HEADINGS = ("related", "comments", "box")
ENOUGH_BODY = 60
"""Code points of paragraphs. Before them a heading of comments or other stories is only a button."""
SHORT_BODY = 300
"""Code points of paragraphs. After so few, what follows a heading may be more of an article than what precedes it."""
SAME_STORY = 0.25
"""Share of a paragraph's content words that the article so far must have, for it to be plainly the article."""
OWN_EXCERPT = 0.4
"""Share of a headline's content words in the paragraph below it, from which on that is the headline's own story."""
NEAR = 40
"""Lines. What stands farther away does not tell whether an article goes on, nor is it a list of headlines."""
BLOCKS = 10
"""Headings of other stories within one article. What follows more of them is a list."""
HEADLINE = 5
"""Words. Shorter lines are names, labels and sub-headings."""


def after_article(lines: Sequence[Line], start: int) -> dict[int, str]:
    """Return the lines that follow the article, by index, with the reason to remove them."""
    removed: dict[int, str] = {}
    seen = blocks = 0
    index = start
    while index < len(lines):
        line, following = lines[index], index + 1
        if line.kind == "body":
            seen += len(line.text)
        elif seen >= ENOUGH_BODY:
            if line.kind in HEADINGS and not _is_button(lines, index, seen):
                blocks += 1
                following = _end_of_block(lines, start, index) if blocks <= BLOCKS else len(lines)
                reason = "related" if line.kind == "related" else "furniture"
                removed.update((i, reason) for i in range(index, following))
            elif line.kind in ("share", "related_line") and _only_headlines(lines, index + 1):
                removed.update((i, "related") for i in range(index + 1, len(lines)))
                break
        index = following
    return removed


def _is_button(lines: Sequence[Line], index: int, seen: int) -> bool:
    """Whether a heading has the article below it rather than above: twice as much text follows, and little precedes."""
    return seen < SHORT_BODY and 2 * seen < sum(
        len(line.text) for line in _until_heading(lines, index + 1) if _is_whole(line)
    )


def _until_heading(lines: Sequence[Line], start: int) -> list[Line]:
    return list(takewhile(lambda line: line.kind not in HEADINGS, lines[start : start + NEAR]))


def _is_whole(line: Line) -> bool:
    """Whether a line is a paragraph and no excerpt that is cut off."""
    return line.kind == "body" and not line.text.rstrip("]) ").endswith(("…", "..."))


def _end_of_block(lines: Sequence[Line], start: int, heading: int) -> int:
    """Return where the article goes on after the block under ``heading``; the end, if it plainly does not."""
    if lines[heading].kind == "comments":
        return len(lines)
    following = next((i for i in range(heading + 1, len(lines)) if lines[i].kind == "body"), len(lines))
    if following == len(lines) or following - heading > 5 or not _goes_on(lines, start, heading, following):
        return len(lines)
    above = lines[following - 1]
    is_subheading = following - 1 > heading and above.kind == "short" and len(above.words) < HEADLINE
    return following - is_subheading


def _goes_on(lines: Sequence[Line], start: int, heading: int, following: int) -> bool:
    first = lines[following].text[:SAMPLE]
    so_far = content("\n".join(line.text for line in lines[max(start, heading - NEAR) : heading])[: 4 * SAMPLE])
    if not _is_whole(lines[following]) or overlap(first, so_far) < SAME_STORY:
        return False
    headlines = [line for line in lines[heading + 1 : following] if len(line.words) >= HEADLINE]
    if headlines and overlap(headlines[-1].text, content(first)) >= OWN_EXCERPT:
        return False
    rest = _until_heading(lines, following)
    bodies = sum(line.kind == "body" for line in rest)
    return 2 * sum(line.kind == "short" and len(line.words) >= HEADLINE for line in rest) < bodies


def _only_headlines(lines: Sequence[Line], start: int) -> bool:
    """Whether all lines from ``start`` on are headlines of other stories, and at least two."""
    if len(lines) - start > NEAR:
        return False
    rest = lines[start:]
    return sum(line.kind == "short" for line in rest) >= 2 and all(
        line.kind not in ("body", "comments") and (line.kind != "short" or _is_headline(line)) for line in rest
    )


def _is_headline(line: Line) -> bool:
    return len(line.words) >= HEADLINE and not line.text.endswith((".", "،", ":"))
