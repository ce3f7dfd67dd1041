"""An article as the recognisers and rules see it: sentences of tokens, and the mentions found in them.

Mentions spell out their constructors: those that ``dataclass`` would make stay interpreted where the rest is compiled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, TypeVar

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.sentences import sentences
from graph_builder.arabic.tokens import Token, tokenise
from graph_builder.extraction.known import Known
from graph_builder.model import Article, EventKind, Evidence, Gender, Level, Span


@dataclass(slots=True, eq=False, init=False)
class Mention:
    """Tokens ``i`` to ``j`` (end excluded) of a sentence that denote something. ``prefix``: clitics before it."""

    i: int
    j: int
    prefix: str

    def __init__(self, i: int, j: int, prefix: str) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix


@dataclass(slots=True, eq=False, init=False)
class PersonMention(Mention):
    """A name of a person, as written, without honorifics and clitics."""

    name: str
    gender: Gender | None
    alone: bool
    """A family or given name only: to be understood from a fuller mention elsewhere."""

    def __init__(self, i: int, j: int, prefix: str, name: str, gender: Gender | None, alone: bool = False) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix
        self.name = name
        self.gender = gender
        self.alone = alone


@dataclass(slots=True, eq=False, init=False)
class PartyMention(Mention):
    """A party. ``key`` is ``None`` for one that is not in the lexicon; ``anaphor``: "الحزب"."""

    key: str | None
    name: str
    via: Literal["name", "nickname", "symbol", "parallel", "followers", "anaphor", "pattern"]

    def __init__(
        self,
        i: int,
        j: int,
        prefix: str,
        key: str | None,
        name: str,
        via: Literal["name", "nickname", "symbol", "parallel", "followers", "anaphor", "pattern"],
    ) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix
        self.key = key
        self.name = name
        self.via = via


@dataclass(slots=True, eq=False, init=False)
class PlaceMention(Mention):
    """A place. ``type_word``: the word of kind before it ("جهة"), folded and without article; empty if none."""

    name: str
    code: str | None
    kind: str
    type_word: str

    def __init__(self, i: int, j: int, prefix: str, name: str, code: str | None, kind: str, type_word: str) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix
        self.name = name
        self.code = code
        self.kind = kind
        self.type_word = type_word


@dataclass(slots=True, eq=False, init=False)
class DateMention(Mention):
    """A date, EDTF. ``None``: it refers to a date that the text does not fix. ``end``: the last day of several."""

    date: str | None
    weekday: int | None

    def __init__(self, i: int, j: int, prefix: str, date: str | None, weekday: int | None) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix
        self.date = date
        self.weekday = weekday


@dataclass(slots=True, eq=False, init=False)
class NumberMention(Mention):
    """A number in digits or words."""

    value: int
    exact: bool

    def __init__(self, i: int, j: int, prefix: str, value: int, exact: bool) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix
        self.value = value
        self.exact = exact


@dataclass(slots=True, eq=False, init=False)
class BodyMention(Mention):
    """A body. ``kind``: ``party``, ``public`` (of the state) or ``civil`` (unions, associations)."""

    name: str
    head: str
    level: Level | None
    kind: Literal["party", "public", "civil"]
    number: str
    party: PartyMention | None
    place: PlaceMention | None
    parent: BodyMention | None
    possessive: bool
    generic: bool
    """A head that names no body by itself ("المكتب الجديد")."""
    core: int
    """The end of the bare name, before party and place."""
    known: str
    """The parallel organisation of the lexicon that it is."""

    def __init__(
        self,
        i: int,
        j: int,
        prefix: str,
        name: str,
        head: str,
        level: Level | None,
        kind: Literal["party", "public", "civil"],
        number: str,
        party: PartyMention | None = None,
        place: PlaceMention | None = None,
        parent: BodyMention | None = None,
        possessive: bool = False,
        generic: bool = False,
        core: int = 0,
        known: str = "",
    ) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix
        self.name = name
        self.head = head
        self.level = level
        self.kind = kind
        self.number = number
        self.party = party
        self.place = place
        self.parent = parent
        self.possessive = possessive
        self.generic = generic
        self.core = core
        self.known = known


@dataclass(slots=True, eq=False, init=False)
class RoleMention(Mention):
    """A role phrase with the body, party and place that it names."""

    text: str
    head: str
    key: str
    form: Form
    lemmas: tuple[str, ...]
    public: bool
    definite: bool
    sense: Literal["holder", "office"]
    body: BodyMention | None
    party: PartyMention | None
    places: list[PlaceMention]
    former: bool
    level: Level | None
    possessive: bool
    """Of the person named before: نائبه."""
    event: bool
    """A chair of an event, not a post: رئيس المؤتمر."""
    modified: bool
    """Has an adjective, complement or body: more than a bare noun."""
    base_end: int
    inside: list[BodyMention]
    """Bodies named in its portfolio."""

    def __init__(
        self,
        i: int,
        j: int,
        prefix: str,
        text: str,
        head: str,
        key: str,
        form: Form,
        lemmas: tuple[str, ...],
        public: bool,
        definite: bool,
        sense: Literal["holder", "office"] = "holder",
        body: BodyMention | None = None,
        party: PartyMention | None = None,
        places: list[PlaceMention] | None = None,
        former: bool = False,
        level: Level | None = None,
        possessive: bool = False,
        event: bool = False,
        modified: bool = False,
        base_end: int = 0,
        inside: list[BodyMention] | None = None,
    ) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix
        self.text = text
        self.head = head
        self.key = key
        self.form = form
        self.lemmas = lemmas
        self.public = public
        self.definite = definite
        self.sense = sense
        self.body = body
        self.party = party
        self.places = [] if places is None else places
        self.former = former
        self.level = level
        self.possessive = possessive
        self.event = event
        self.modified = modified
        self.base_end = base_end
        self.inside = [] if inside is None else inside

    def completed(
        self, body: BodyMention | None, party: PartyMention | None, places: list[PlaceMention], public: bool
    ) -> RoleMention:
        """Return the role with what its sentence leaves unsaid; written out, for ``replace`` is slow."""
        return RoleMention(
            self.i, self.j, self.prefix, self.text, self.head, self.key, self.form, self.lemmas, public, self.definite,
            self.sense, body, party, places, self.former, self.level, self.possessive, self.event, self.modified,
            self.base_end, self.inside,
        )  # fmt: skip


@dataclass(slots=True, eq=False, init=False)
class EventMention(Mention):
    """A noun phrase that denotes an event."""

    label: str
    head: str
    kind: EventKind
    form: Form
    definite: bool
    ordinal: bool
    qualified: bool
    body: BodyMention | None
    party: PartyMention | None
    place: PlaceMention | None
    demonstrative: bool
    purpose: bool
    """Says what it is for."""
    broadcast: bool
    """A programme of radio or television."""

    def __init__(
        self,
        i: int,
        j: int,
        prefix: str,
        label: str,
        head: str,
        kind: EventKind,
        form: Form,
        definite: bool,
        ordinal: bool,
        qualified: bool,
        body: BodyMention | None = None,
        party: PartyMention | None = None,
        place: PlaceMention | None = None,
        demonstrative: bool = False,
        purpose: bool = False,
        broadcast: bool = False,
    ) -> None:
        self.i = i
        self.j = j
        self.prefix = prefix
        self.label = label
        self.head = head
        self.kind = kind
        self.form = form
        self.definite = definite
        self.ordinal = ordinal
        self.qualified = qualified
        self.body = body
        self.party = party
        self.place = place
        self.demonstrative = demonstrative
        self.purpose = purpose
        self.broadcast = broadcast


class Sentence:
    """A sentence of the title or of a body paragraph, with its mentions in order."""

    def __init__(self, article: Article, index: int, paragraph: int, span: Span) -> None:
        self.article = article
        self.index = index
        self.paragraph = paragraph
        """-1 for the title."""
        self.span = span
        self.tokens: list[Token] = tokenise(article.text, span.start, span.end)
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
        self.said: dict[frozenset[str], list[int]] = {}
        """The rules' lists of which it has a word, a conjunction before it allowed, each with those tokens."""
        self.mentions: list[Mention] = []
        """Not overlapping, in order; bodies inside roles and events hang on those."""
        self.tops: dict[type[Mention], list[Mention]] | None = None
        """The mentions by type, once one has been asked for."""
        self.parts: dict[type[Mention], list[Mention]] | None = None
        """The mentions and those that hang on others, by type, once one has been asked for."""
        self._quote = ""
        self._evidence: dict[tuple[str, float], Evidence] = {}

    def text(self, i: int, j: int) -> str:
        """Return the article's text of tokens ``i`` to ``j``."""
        return self.article.text[self.tokens[i].start : self.tokens[j - 1].end] if i < j else ""

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


M = TypeVar("M", bound=Mention)


def of_type(sentence: Sentence, kind: type[M]) -> list[M]:
    """Return the top mentions of one type; kept, for mentions change no more once an article is read into them."""
    if sentence.tops is None:
        sentence.tops = by_type(sentence.mentions)
    return sentence.tops.get(kind, [])  # type: ignore[return-value]


def by_type(mentions: Iterable[Mention]) -> dict[type[Mention], list[Mention]]:
    """Return mentions by their type, each in the order given."""
    found: dict[type[Mention], list[Mention]] = {}
    for m in mentions:
        found.setdefault(type(m), []).append(m)
    return found


LONGEST_ITEM: Final = 8
"""Tokens of a line that is an item of a list; the sentence that opens the list is longer."""


def split(article: Article) -> list[Sentence]:
    """Split title and paragraphs into sentences of tokens."""
    parts = ([(-1, article.title)] if article.title else []) + list(enumerate(article.paragraphs))
    found: list[Sentence] = []
    for number, part in parts:
        for span in sentences(article.text, part):
            found.append(Sentence(article, len(found), number, span))
    for before, sentence in pairwise(found):
        short = len(sentence.norm) <= LONGEST_ITEM
        sentence.item = short and (before.item or (before.norm[-1:] == [":"] and len(before.norm) > LONGEST_ITEM))
    return found
