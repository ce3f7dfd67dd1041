"""An article as the recognisers and rules see it: sentences of tokens, and the mentions found in them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal

from graph_builder.arabic.normalise import fold, unmarked
from graph_builder.arabic.sentences import colon_dots, list_stops, sentences
from graph_builder.arabic.tokens import Token, Word, tokenise, word
from graph_builder.extraction.known import Known
from graph_builder.extraction.mention_kinds import NONE, M, Mention, by_type
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.model import Article, Evidence, Span

Side = Literal["before", "after"]


def _titles(name: str) -> dict[str, Word]:
    """Shortened titles, a conjunction allowed, and the words that they stand for."""
    told = data("person_words")[name].items()
    return {prefix + fold(short): word(prefix + title) for short, title in told for prefix in ("", "و")}


_SHORT_ALONE: Final = _titles("abbreviated")
_SHORT: Final = {**_SHORT_ALONE, **_titles("abbreviated_inside")}
_SHORTENING: Final = frozenset("./")
"""What stands after a shortened title."""


class Sentence:
    """A sentence of the title or of a body paragraph, with its mentions in order."""

    def __init__(self, article: Article, index: int, paragraph: int, span: Span) -> None:
        self.article = article
        self.index = index
        self.paragraph = paragraph
        """-1 for the title."""
        self.span = span
        self.tokens: list[Token] = _told(article.text, span, paragraph >= 0)
        self.norm: list[str] = [token.word.norm for token in self.tokens]
        self.bare: list[str] = [token.word.bare for token in self.tokens]
        self.signs: list[int] = [k for k, token in enumerate(self.tokens) if token.word.kind == "punct"]
        """The tokens that are punctuation."""
        self.item = False
        """A short line of those that a colon opens."""
        self.known: list[Known] = []
        """What is known of the spelling of each token."""
        self.may: list[int] = []
        """For each token the kinds of mention that its word may open: readers of other kinds need not look."""
        self.said: list[list[int]] = []
        """For each of the rules' lists the tokens that are in it, a conjunction before them allowed (``wordlists``)."""
        self.mentions: list[Mention] = []
        """Not overlapping, in order; bodies inside roles and events hang on those."""
        self.tops: dict[type[Mention], list[Mention]] | None = None
        """The mentions by type, once one has been asked for."""
        self.parts: dict[type[Mention], list[Mention]] | None = None
        """The mentions and those that hang on others, by type, once one has been asked for."""
        self.offices: Side | Literal[""] | None = ""
        """On which side of the names the offices of a roster stand, ``None`` if it is none, empty until asked for."""
        self._quote = ""
        self._evidence: dict[tuple[str, float], Evidence] = {}

    def text(self, i: int, j: int) -> str:
        """Return the text of tokens ``i`` to ``j`` without vowel signs and the like, one space between words."""
        text = self.article.text[self.tokens[i].start : self.tokens[j - 1].end] if i < j else ""
        return " ".join(unmarked(text).split())

    def saying(self, among: frozenset[str]) -> list[int]:
        """Return the tokens that are one of the words, a conjunction before it allowed. Not to be changed."""
        number = LISTS.number(among)
        if number < len(self.said):
            return self.said[number]
        return [k for k, token in enumerate(self.tokens) if not among.isdisjoint(token.word.said)]

    def says(self, k: int, among: frozenset[str]) -> bool:
        """Return whether token ``k`` is one of the words, a conjunction before it allowed."""
        number = LISTS.number(among)
        if number < len(self.said):
            return k in self.said[number]
        return not among.isdisjoint(self.tokens[k].word.said)

    def evidence(self, rule: str, confidence: float) -> Evidence:
        """Return this sentence as the evidence for a fact that ``rule`` read in it."""
        found = self._evidence.get((rule, confidence))
        if found is None:
            self._quote = self._quote or self.article.quote(self.span)
            found = Evidence(self.article.id, self.span.start, self.span.end, self._quote, rule, confidence)
            self._evidence[rule, confidence] = found
        return found

    def is_sign(self, i: int, signs: str) -> bool:
        """Whether token ``i`` is one of the punctuation ``signs``; beyond the ends it is none."""
        return 0 <= i < len(self.norm) and self.norm[i] in signs and self.tokens[i].word.kind == "punct"


def _told(text: str, span: Span, dotted: bool) -> list[Token]:
    """The tokens, the full stops of a list as commas, titles that are shortened as they are said."""
    tokens = tokenise(text, span.start, span.end)
    if text.find("\n", span.start, span.end) >= 0:
        tokens = [t for t in tokens if t.word.kind != "break"]
    if stops := list_stops(text, span):
        tokens = [Token(t.start, t.end, word("،")) if t.start in stops else t for t in tokens]
    if dotted and (dots := colon_dots(text, span)):
        first = min(dots)
        tokens = [Token(t.start, t.end, word(":")) if t.start == first else t for t in tokens]
        tokens = [t for t in tokens if t.start == first or t.start not in dots]
    if _SHORT.keys().isdisjoint([t.word.norm for t in tokens]):
        return tokens
    found = tokens[:1]
    for k in range(1, len(tokens)):
        if (title := _shortened(tokens, k)) is not None:
            found[-1] = Token(tokens[k - 1].start, tokens[k].end, title)
        else:
            found.append(tokens[k])
    return found


def _shortened(tokens: list[Token], k: int) -> Word | None:
    """The title that a full stop or stroke at token ``k`` shortens; "200 م. وحضر" has none."""
    before, sign = tokens[k - 1], tokens[k]
    title = (_SHORT if k > 1 else _SHORT_ALONE).get(before.word.norm)
    if title is None or sign.word.norm not in _SHORTENING or sign.start > before.end or k + 1 == len(tokens):
        return None
    return title if tokens[k + 1].word.kind == "word" and (k < 2 or tokens[k - 2].word.kind != "number") else None


def of_type(sentence: Sentence, kind: type[M]) -> list[M]:
    """Return the top mentions of one type; kept, for mentions change no more once an article is read into them."""
    if sentence.tops is None:
        sentence.tops = by_type(sentence.mentions)
    return sentence.tops.get(kind, NONE)  # type: ignore[return-value]


LONGEST_ITEM: Final = 8
"""Tokens of a line that is an item of a list; the sentence that opens the list is longer."""


def split(article: Article) -> list[Sentence]:
    """Split title and paragraphs into sentences of tokens."""
    parts = ([(-1, article.title)] if article.title else []) + list(enumerate(article.paragraphs))
    found: list[Sentence] = []
    for number, part in parts:
        for span in sentences(article.text, part, wrapped=True, dotted=number >= 0):
            found.append(Sentence(article, len(found), number, span))
    for before, sentence in pairwise(found):
        short = len(sentence.norm) <= LONGEST_ITEM
        sentence.item = short and (before.item or (before.norm[-1:] == [":"] and len(before.norm) > LONGEST_ITEM))
    return found
