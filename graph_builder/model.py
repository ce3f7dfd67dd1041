"""The plain data that every layer speaks: articles, evidence, facts, entities. Frozen; no behaviour but lookups.

Facts speak of one article and name things as that article does (``person="خالد خبيزي"``); resolution says which
entity each of those names is. Offsets count Unicode code points in ``Article.text``. Dates are EDTF strings, as precise
as the text allows and no more (``2017-02``, ``XXXX-06-30``). ``None`` always means: not stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, slots: bool, order: bool = False) -> Any:
        """Return the decorator that makes a class frozen for the type checker, which sees all code; but not slower.

        What really refuses to be changed takes four times as long to make, and an article has a hundred of them.
        """
        return dataclasses.dataclass(unsafe_hash=frozen, slots=slots, order=order)


Level = Literal["national", "regional", "provincial", "local", "parallel", "other"]
Status = Literal["current", "elected", "former", "candidate"]
EventKind = Literal[
    "congress", "general_assembly", "meeting", "training", "election", "rally", "conference", "campaign", "other"
]
EventStatus = Literal["held", "announced", "postponed", "cancelled"]
Capacity = Literal["chair", "organizer", "speaker", "trainer", "rapporteur", "attendee", "elected", "guest"]
Quantity = Literal[
    "members", "applications", "prospects", "votes", "delegates", "attendees", "seats", "branches", "other"
]
Gender = Literal["female", "male"]
EntityKind = Literal["person", "party", "body", "event", "plan", "place"]
Outcome = Literal["merged", "review", "apart"]
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points ``start`` to ``end``, end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Removed:
    """A stretch of text that is not the article proper, and why: ``ticker``, ``furniture``, ``repeat``, ``related``."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Something about an input that its owner should know; only an ``error`` makes the exit code 1."""

    file: str
    """The file as ``Article.file`` names it; a record of it as ``file:line``."""
    kind: Literal["error", "skipped", "warning"]
    """``error``: not read; ``skipped``: read and passed over (no Arabic, no text); ``warning``: read all the same."""
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: the text to which all offsets refer, and what the page itself states about it."""

    id: str
    """The file's stem, the record's own id, or stem and number; unique within a build."""
    text: str
    """Plain text: the decoded file, newlines as they stand. HTML: the extracted text."""
    file: str
    """The file as the command line named it: path relative to the input folder, ``/`` between parts."""
    digest: str
    """SHA-256 (hex) of the bytes of the file, or of the record."""
    title: Span | None
    paragraphs: tuple[Span, ...]
    """The body, in order, without furniture and repeats. Never overlaps ``title`` or ``removed``."""
    removed: tuple[Removed, ...] = ()
    source: str | None = None
    """The newspaper or site, only if the page names it."""
    published: str | None = None
    """EDTF date, only if stated."""
    url: str | None = None
    sketch: bytes = b""
    """By which copies of the article are known (``articles.sketch``)."""

    def quote(self, span: Span) -> str:
        """Return the text at ``span``, letter for letter."""
        return self.text[span.start : span.end]


REVIEWED = "reviewed/"
"""Stands before the rule of a fact that a person accepted or corrected."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Why a fact is believed: the sentence that states it, the rule that read it, and how often that rule is right."""

    article: str
    start: int
    end: int
    quote: str
    """``Article.text[start:end]``, letter for letter."""
    rule: str
    """Name of the rule, e.g. ``post.role_after_name``; of another extractor, ``<its name>/<its rule>``; ``reviewed/``
    before it where a person accepted or corrected the fact."""
    confidence: float
    """0 to 1: the share of facts of this rule and context that were right on gold articles."""


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A named real person of the article. ``gender`` comes from the grammar of the text alone."""

    name: str
    aliases: tuple[str, ...]
    gender: Gender | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A party that the article names; ``key`` is its entry in the lexicon, if it has one."""

    name: str
    aliases: tuple[str, ...]
    abbreviation: str | None
    key: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class BodyFact:
    """A body that the article names as one: a bureau, a branch, a council, a youth organisation (table ``units``)."""

    name: str
    level: Level
    party: str | None
    parent: str | None
    place: str | None
    aliases: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PostFact:
    """A person holds, won, left or seeks a role."""

    person: str
    role: str
    """The text's phrase in the singular and nominative, gender kept: ``نائب أمين المال``."""
    role_key: str | None
    """The role's entry in the lexicon's taxonomy."""
    body: str | None
    """The body it is in, where the text names one (column ``organ``)."""
    party: str | None
    place: str | None
    status: Status
    since: str | None
    until: str | None
    public: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EventFact:
    """Something that took place, or will. ``id`` is unique within the article: ``e1``, ``e2`` ..."""

    id: str
    label: str
    kind: EventKind
    date: str | None
    place: str | None
    covers: tuple[str, ...]
    """Places whose people it is for (the regions a training serves), not where it is held."""
    party: str | None
    body: str | None
    status: EventStatus
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ParticipationFact:
    """A person, or a group without names, took part in an event of the article."""

    event: str
    person: str | None
    group: str | None
    capacity: Capacity
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A number that the text states. ``of``: whose; ``group``: which part (a profession); ``phase``: when."""

    value: int
    what: Quantity
    of: str | None
    group: str | None
    phase: str | None
    exact: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A plan or programme of a party, and the body and date that adopted it."""

    plan: str
    party: str | None
    adopted_by: str | None
    adopted: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StatementFact:
    """Somebody spoke about something, at an event of the article where the text says so."""

    speaker: str
    about: str
    event: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StepFact:
    """One step, numbered from 1, of a procedure of a body (how a branch takes in members)."""

    procedure: str
    body: str | None
    number: int
    step: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DeadlineFact:
    """Who owes what by when."""

    what: str
    who: str | None
    due: str
    due_text: str
    evidence: Evidence


Fact = (
    PersonFact
    | PartyFact
    | BodyFact
    | PostFact
    | EventFact
    | ParticipationFact
    | FigureFact
    | PlanFact
    | StatementFact
    | StepFact
    | DeadlineFact
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one article: its facts, in the order of the text."""

    article: Article
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """A name as one article uses it for an entity: what was merged. ``name`` of an event is its id in the article."""

    kind: EntityKind
    article: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two tellings that resolution compared, each by one claim, and what came of it."""

    a: Claim
    b: Claim
    score: float
    """0 to 1: how likely both denote one thing; 1 and 0 where a person decided."""
    outcome: Outcome
    """``review``: too likely to keep apart unasked, not likely enough to merge."""
    reasons: tuple[str, ...]
    """What speaks for and against it, with bits: ``same name +6``."""


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """What a person decided of two claims."""

    a: Claim
    b: Claim
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world, merged from the claims of articles, and why they were merged."""

    id: str
    """Twelve hexadecimal digits, from what identifies the thing; the same in every build of the same articles."""
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    """Every other spelling met, sorted."""
    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]
    """One line for each merge of spellings: ``خبيزي = خالد خبيزي: family name alone, one bearer in the article``."""
    key: str | None = None
    """Its entry in the lexicon (party key, place code), if it has one."""


@dataclass(frozen=True, slots=True)
class World:
    """All readings and the entities they speak of: what the graph, the tables and the pages are made from."""

    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    of: Mapping[Claim, Entity]
    """The entity of each claim."""
    pairs: tuple[Pair, ...] = ()
    """What was compared by features, sorted: every merge beyond equal names, every doubt, and what was kept apart."""
    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Each article that has copies -> all articles of its text, itself among them, sorted (``resolution.copies``)."""

    @property
    def doubts(self) -> int:
        """How many pairs a person should decide on."""
        return sum(pair.outcome == "review" for pair in self.pairs)

    def independent(self, articles: Iterable[str]) -> int:
        """Return of how many texts articles are: copies of one are one witness."""
        return len({self.copies.get(article, (article,)) for article in articles})

    def entity(self, kind: EntityKind, article: str, name: str | None) -> Entity | None:
        """Return the entity that ``name`` denotes in ``article``; ``None`` for no name."""
        return None if name is None else self.of[Claim(kind, article, name)]

    def find(self, article: str, name: str | None, *kinds: EntityKind) -> Entity | None:
        """Return the entity of the first of these kinds that ``name`` denotes in ``article``, if it denotes any."""
        found = (self.of.get(Claim(kind, article, name)) for kind in kinds if name is not None)
        return next((entity for entity in found if entity is not None), None)
