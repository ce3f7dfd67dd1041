"""Items of a list of names that no name list has: what stands between two names as they do is a name too.

The person grammar reads a name by its own words. Where three names and more are told one after another, with signs or a
line each, an item that has no other reading ("عزيز صاحب الدين" between two of them) is read by its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import TITLE
from graph_builder.extraction.mention_kinds import Mention, PartyMention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.mentions.namelike import is_noun, plausible
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

Kind = Literal["named", "unread", "doubtful", "other"]
_AND: Final = "و"
_COMMAS: Final = "،,؛;"
_DASHES: Final = "-–•"
_OPENING: Final = folded(data("grammar_words")["person"]["between"])
_NAMELY: Final = folded(data("grammar_words")["person"]["namely"])
_IN: Final = folded(["في", "عن"])
_AT: Final = ("ب", "ل")
_FEWEST: Final = 3
"""Names that make a list."""
_READ: Final = 2
"""... of which so many were read, at least."""
_MANY: Final = 8
"""Names that make a list in which even words that no list of names has are a name."""
_WORDS: Final = range(2, 5)
"""Words of a name."""
_LONGEST_LINE: Final = 14
"""Tokens of a line that is one item."""


class Item:
    """Tokens of one item of a list; of one that is unread, those of the name that it seems to be."""

    __slots__ = ("end", "kind", "s", "start")

    def __init__(self, s: Sentence, start: int, end: int, kind: Kind) -> None:
        self.s = s
        self.start = start
        self.end = end
        self.kind = kind


def read_enumerated(sentences: list[Sentence], vocabulary: Vocabulary) -> None:
    """Add the names of items that stand among names as one of them, between commas or in lines."""
    for s in sentences:
        if _named(s) > 0 and len(s.signs) >= _FEWEST:
            _read(list(_parts(s, vocabulary)), vocabulary)
    if sum(_named(s) for s in sentences) >= _FEWEST:
        _read([_item(s, 0, len(s.norm), vocabulary, line=True) for s in sentences], vocabulary)


def _named(s: Sentence) -> int:
    """The number of people that a sentence names."""
    return sum(isinstance(m, PersonMention) for m in s.mentions)


def _read(items: list[Item], vocabulary: Vocabulary) -> None:
    run: list[Item] = []
    for item in [*items, None]:
        if item is not None and item.kind != "other":
            run.append(item)
            continue
        while run and run[-1].kind == "doubtful":
            run.pop()
        read = sum(len(_people(one)) for one in run)
        named = read + sum(_is_family_first(one, vocabulary) for one in run) if len(run) > _FEWEST else read
        if read and named >= _READ and len(run) >= _FEWEST and 2 * named >= len(run):
            for one in run:
                if one.kind == "unread" or (one.kind == "doubtful" and named >= _MANY):
                    _add(one, vocabulary)
        run = []


def _people(item: Item) -> list[PersonMention]:
    """The people read of an item, be it a part of a name only: "and" may join several."""
    return [m for m in item.s.mentions if isinstance(m, PersonMention) and item.start <= m.i < item.end]


def _is_family_first(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether nobody is read in an item that ends with a given name, as lists have it: "الوردي سعيد"."""
    return item.kind == "unread" and not _people(item) and item.s.norm[item.end - 1] in vocabulary.people.given


def _parts(s: Sentence, vocabulary: Vocabulary) -> Iterator[Item]:
    """The items of a sentence between commas, brackets not split; the first begins where a list is opened."""
    cuts = _cuts(s, _COMMAS)
    if len(cuts) < _FEWEST:
        cuts = _cuts(s, _DASHES)
    if len(cuts) < _FEWEST:
        return
    for before, after in pairwise([*cuts, len(s.norm)]):
        start = _opened(s, before + 1, after)
        if start > before + 1 and start < after:
            yield Item(s, before + 1, start, "other")
        yield _item(s, start, after, vocabulary)


def _cuts(s: Sentence, signs: str) -> list[int]:
    """The signs that part the items of a sentence, those in brackets not, with the place before the first token."""
    depth, cuts = 0, [-1]
    for k in s.signs:
        sign = s.norm[k]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and sign in signs:
            cuts.append(k)
    return cuts


def _opened(s: Sentence, start: int, end: int) -> int:
    """Where a list begins that is opened between two commas: after a colon, "each of", "they are"."""
    for k in range(end - 1, start - 1, -1):
        if s.is_sign(k, ":") or s.norm[k] in _NAMELY or (k > start and s.norm[k] in _OPENING):
            return k + 1
    return start


def _item(s: Sentence, start: int, end: int, vocabulary: Vocabulary, line: bool = False) -> Item:
    """The item of tokens ``start`` to ``end``: a name, with its office or brackets; or words that stand for one."""
    start = _past_titles(s, start, end, vocabulary)
    other = Item(s, start, end, "other")
    if start >= end or (line and end - start > _LONGEST_LINE):
        return other
    told = [m for m in s.mentions if start <= m.i < end]
    first = told[0] if told else None
    if isinstance(first, PersonMention) and first.i - start <= 1:
        if not _closes(s, first.j, end, told[1:], line):
            return other
        more = first.i > start and _family_first(s, start, first, vocabulary)
        return Item(s, start, first.j if more else end, "unread" if more else "named")
    stop = next((k for k in range(start, end) if s.tokens[k].word.kind != "word" or s.norm[k] in _IN), end)
    if told and not _is_surname(s, start, stop, told[0], vocabulary):
        stop = min(stop, told[0].i)
    closed = _closes(s, stop, end, told, line)
    named = closed and (stop - start in _WORDS or (stop - start == 1 and _glued(s.norm[start], vocabulary)))
    return Item(s, start, stop, _kind(s, start, stop, vocabulary)) if named else other


def _past_titles(s: Sentence, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where the words of an item begin, past bullets, numbers and titles of courtesy."""
    while start < end and (s.tokens[start].word.kind != "word" or s.norm[start] == _AND):
        start += 1
    titled = start < end and s.may[start] & TITLE
    title = vocabulary.people.honorifics.longest(s.bare[start], s.bare, start) if titled else None
    return title[0] if title and s.norm[start] not in vocabulary.people.given else start


def _is_surname(s: Sentence, start: int, stop: int, m: Mention, vocabulary: Vocabulary) -> bool:
    """Whether a party or place that ends an item is the family name after a given one: "خديجة حزب الله"."""
    named = start < m.i and s.norm[start].removeprefix("و") in vocabulary.people.given
    return named and m.j == stop and m.prefix == "" and isinstance(m, PartyMention | PlaceMention)


def _family_first(s: Sentence, start: int, person: PersonMention, vocabulary: Vocabulary) -> bool:
    """Whether the one word before a name in its item is of it: "قمراوي محمد الصالح"."""
    word = s.norm[start]
    if not person.prefix and word.removeprefix("و") in vocabulary.people.family:
        return True
    return not (person.prefix or word.startswith("ال")) and plausible(word, vocabulary) and word not in FUNCTION


def _closes(s: Sentence, at: int, end: int, told: list[Mention], line: bool) -> bool:
    """Whether a name may end before token ``at`` of its item: at the end, a bracket, an office, "and" a name."""
    if at >= end or s.is_sign(at, "(."):
        return True
    following = next((m for m in told if m.i >= at), None)
    if s.norm[at] in _IN:
        return following is not None and following.i == at + 1 and isinstance(following, PlaceMention)
    if line and s.is_sign(at, "،,:-–"):
        return isinstance(following, RoleMention)
    if following is None or following.i != at:
        return False
    joined = isinstance(following, PersonMention) and following.prefix == "و"
    return joined or (isinstance(following, RoleMention) and following.prefix == "") or _is_where(following)


def _is_where(m: Mention | None) -> bool:
    """Whether a place is told as where somebody stands or is chosen: "X بسلا، كذا كذا بسطات، Y بفاس"."""
    return isinstance(m, PlaceMention) and (m.prefix in _AT or m.type_word != "")


def _glued(norm: str, vocabulary: Vocabulary) -> bool:
    """Whether a given name and a family name with the article stand without a blank: "عمرالعلمي"."""
    given, article, family = norm[:2] + norm[2:].partition(ARTICLE)[0], *norm[2:].partition(ARTICLE)[1:]
    return bool(article) and len(family) > 2 and given in vocabulary.people.given


def _kind(s: Sentence, start: int, end: int, vocabulary: Vocabulary) -> Kind:
    """Whether words that stand in a list may be a name: none of grammar or a body; doubtful if none is of names."""
    p = vocabulary.people
    words = [s.norm[start] if s.norm[start] in p.given else s.norm[start].removeprefix("و"), *s.norm[start + 1 : end]]
    opens = words[0] in p.given or not (words[0] in p.verbs or is_noun(words[0], vocabulary))
    grammar = any(
        w in FUNCTION and (w not in p.given or s.tokens[start + n].word.surface.endswith("ى"))
        for n, w in enumerate(words)
    )
    if not opens or grammar:
        return "other"
    if any(w in p.given or w in p.family or w in p.compounds or _glued(w, vocabulary) for w in words):
        return "unread"
    return "doubtful" if plausible(words[-1], vocabulary) else "other"


def _add(item: Item, vocabulary: Vocabulary) -> None:
    s, norm, p = item.s, item.s.norm[item.start], vocabulary.people
    joined = norm.startswith("و") and norm not in p.given and norm not in p.family
    prefix = "و" if joined else ""
    name = written(s, item.start, item.end, prefix, norm.removeprefix(prefix))
    s.mentions = [m for m in s.mentions if not item.start <= m.i < item.end]  # a part of the name
    s.mentions.append(PersonMention(item.start, item.end, prefix, name, None))
    s.mentions.sort(key=lambda m: m.i)
    s.tops = None
