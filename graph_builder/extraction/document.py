"""An article as the recognisers and rules see it: sentences of tokens, and the mentions found in them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Literal

from graph_builder.arabic.normalise import unmarked
from graph_builder.arabic.sentences import colon_dots, list_stops, sentences
from graph_builder.arabic.tokens import Token, tokenise, word
from graph_builder.extraction.habits import Habits, habits, respelt
from graph_builder.extraction.known import Known
from graph_builder.extraction.mention_kinds import NONE, M, Mention, by_type
from graph_builder.extraction.quoted import QUOTES, quotes_of_bodies, unquoted
from graph_builder.extraction.titles import has_title, with_titles
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.model import Article, Evidence, Span

Side = Literal["before", "after"]


class Sentence:
    """A sentence of the title or of a body paragraph, with its mentions in order."""

    def __init__(self, article: Article, index: int, paragraph: int, span: Span, habit: Habits | None = None) -> None:
        self.article = article
        self.index = index
        self.paragraph = paragraph
        """-1 for the title."""
        self.span = span
        self.tokens: list[Token] = _told(article.text, span, paragraph >= 0)
        self.quotes: list[int] = []
        """Where the signs stand that were around a body's name; they are no tokens."""
        self.signs: list[int] = _signs(self.tokens)
        """The tokens that are punctuation."""
        if any(self.tokens[k].word.norm in QUOTES for k in self.signs) and (signs := quotes_of_bodies(self.tokens)):
            self.quotes = [self.tokens[k].start for k in signs]
            self.tokens = unquoted(self.tokens, signs)
            self.signs = _signs(self.tokens)
        if habit is not None:
            self.tokens = respelt(self.tokens, habit)
        self.norm: list[str] = [token.word.norm for token in self.tokens]
        self.bare: list[str] = [token.word.bare for token in self.tokens]
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
        if i >= j:
            return ""
        start, end = self.tokens[i].start, self.tokens[j - 1].end
        text = self.article.text[start:end]
        for at in reversed(self.quotes):
            if start <= at < end:
                text = text[: at - start] + text[at - start + 1 :]
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
    return with_titles(tokens, vocabulary().people) if has_title(tokens) else tokens


def _signs(tokens: list[Token]) -> list[int]:
    return [k for k, token in enumerate(tokens) if token.word.kind == "punct"]


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
    spelling = habits(article.text)
    habit = spelling if any(spelling) else None
    for number, part in parts:
        for span in sentences(article.text, part, wrapped=True, dotted=number >= 0):
            found.append(Sentence(article, len(found), number, span, habit))
    for before, sentence in pairwise(found):
        short = len(sentence.norm) <= LONGEST_ITEM
        sentence.item = short and (before.item or (before.norm[-1:] == [":"] and len(before.norm) > LONGEST_ITEM))
    return found
