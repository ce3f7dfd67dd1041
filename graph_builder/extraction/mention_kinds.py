"""What a stretch of a sentence may denote: a person, a party, a body, a role, an event, a place, a date, a number.

Mentions spell out their constructors: those that ``dataclass`` would make stay interpreted where the rest is compiled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from graph_builder.arabic.inflection import Form
from graph_builder.model import EventKind, Gender, Level


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


M = TypeVar("M", bound=Mention)
NONE: Final[list[Mention]] = []
"""The mentions of a type that a sentence has none of."""


def by_type(mentions: Iterable[Mention]) -> dict[type[Mention], list[Mention]]:
    """Return mentions by their type, each in the order given."""
    found: dict[type[Mention], list[Mention]] = {}
    for m in mentions:
        known = found.get(type(m))
        if known is None:
            found[type(m)] = [m]
        else:
            known.append(m)
    return found


def collect(mention: Mention | None, found: dict[int, Mention]) -> None:
    """Add a mention and those that hang on it, each once, to ``found`` by their ``id``."""
    if mention is None:
        return
    found[id(mention)] = mention
    if isinstance(mention, RoleMention):
        collect(mention.body, found)
        collect(mention.party, found)
        for place in mention.places:
            collect(place, found)
        for body in mention.inside:
            collect(body, found)
    elif isinstance(mention, BodyMention):
        collect(mention.party, found)
        collect(mention.place, found)
    elif isinstance(mention, EventMention):
        collect(mention.body, found)
        collect(mention.party, found)
        collect(mention.place, found)
