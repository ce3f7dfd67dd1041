"""Articles made from a text, for tests of extraction."""

from __future__ import annotations

import hashlib
import re

from graph_builder.model import Article, Span


def article(text: str, published: str | None = None, title: bool = False) -> Article:
    """Return an article whose paragraphs are the lines of ``text``; the first is its title if ``title``."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id="a", text=text, file="a.txt", digest=digest, title=lines[0] if title and lines else None,
        paragraphs=tuple(lines[1:] if title else lines), published=published,
    )  # fmt: skip
