"""The page of an article: the sentences that carry facts, and beside each what it says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from graph_builder.model import Article
from graph_builder.visual.markup import marked, say
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.site.said import Said, Source
from graph_builder.visual.text import shown

_APART = 3
"""More signs than this between two sentences are a gap that is shown as one."""


def page(desk: Desk, article: Article) -> Page:
    """Return the page of an article."""
    told = desk.known.told[article.id]
    said = desk.known.stated_by.get(article.id, [])
    sentences: dict[tuple[int, int], list[tuple[Said, Source]]] = {}
    for each in said:
        for source in each.sources:
            if source.evidence.article == article.id:
                sentences.setdefault((source.evidence.start, source.evidence.end), []).append((each, source))
    pieces = _pieces(desk, article, sentences)
    entities = {entity for each in said for entity in each.statement.entities()}
    return desk.page(
        "article.html.j2",
        str(told["href"]),
        str(told["title"] or told["id"]),
        [("articles.html", say("kinds.article"))],
        article=told,
        also=desk.cards.copies(other for other in desk.known.world.copies.get(article.id, ()) if other != article.id),
        whole=any(piece["text"] for piece in pieces),
        counts=[("site.facts", len(said)), ("site.named", len(entities)), ("site.sentences_read", len(sentences))],
        pieces=pieces,
    )


def _pieces(
    desk: Desk, article: Article, sentences: dict[tuple[int, int], list[tuple[Said, Source]]]
) -> list[dict[str, Any]]:
    """Return the sentences in the order of the text, and between them its other words, or that there are some."""
    pieces: list[dict[str, Any]] = []
    at = min((span.start for span in article.paragraphs), default=0)
    for start, end in sorted(sentences):
        between = _between(article, at, start)
        pieces.append(
            {
                "gap": bool(pieces) and not between and start - at > _APART,
                "text": shown(between),
                "start": start,
                "quote": marked(article.text[start:end], _names(sentences[start, end])),
                "facts": [_fact(desk, *each) for each in sentences[start, end] if each[0].kind != "named"],
                "named": [_named(desk, said) for said, _ in sentences[start, end] if said.kind == "named"],
            }
        )
        at = max(at, end)
    rest = _between(article, at, len(article.text))
    return [*pieces, {"gap": False, "text": shown(rest), "quote": None}] if rest else pieces


def _between(article: Article, start: int, end: int) -> str:
    """Return the article's own words between two places: none where a build kept only what is quoted."""
    cuts = ((max(span.start, start), min(span.end, end)) for span in article.paragraphs)
    return "\n".join(text for first, last in cuts if (text := article.text[first:last].strip()))


def _names(found: Iterable[tuple[Said, Source]]) -> list[str]:
    return list(dict.fromkeys(name for _, source in found for name in source.names))


def _named(desk: Desk, said: Said) -> Markup:
    """Return what the sentence names, by its page."""
    return desk.cards.value(said.statement.head[0][1])


def _fact(desk: Desk, said: Said, source: Source) -> dict[str, Any]:
    rows = [(name, value) for name, value in said.statement.rows if value[1] != "missing.value"]
    return {
        "kind": said.kind,
        "head": Markup(" — ").join(desk.cards.value(value) for _, value in said.statement.head),
        "rows": [(name, desk.cards.value(value)) for name, value in rows],
        "percent": round(source.evidence.confidence * 100),
        "rule": shown(source.evidence.rule),
    }
