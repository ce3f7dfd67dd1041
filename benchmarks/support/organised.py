"""A country's worth of party organisation, generated: people, bodies, posts and events with articles that state them.

Everything follows from its number: no randomness. Sentences are our own and repeat.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from graph_builder.graph.reference import Entry, parties, places, roles
from graph_builder.lexicon.loader import rows
from graph_builder.model import (
    Article,
    BodyFact,
    Claim,
    Entity,
    EntityKind,
    EventFact,
    Evidence,
    Fact,
    Gender,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PostFact,
    Reading,
    Span,
    StatementFact,
    World,
)
from graph_builder.visual.territory import province_of

PARTIES = ("pps", "pi", "usfp", "pjd", "pam", "rni", "mp", "psu")
_ROLES = ("general_secretary", "deputy_general_secretary", "treasurer", "rapporteur", "member", "adviser", "member")
_POSTS, _LOCAL = 4, 140
"""Posts of a person, and local branches of a party."""


@cache
def _names() -> list[str]:
    given = [row[0] for row in rows("given_names_extra.tsv") if len(row) > 1][:160]
    family = ["الفاسي", "المالكي", "العلوي", "الزاوي", "بنجلون", "التازي", "السوسي", "الإدريسي", "المريني", "الوزاني"]
    towns = [str(place["ar"]) for place in list(places().values())[:400] if " " not in place["ar"]]
    return [f"{first} {last} {town}" for town in towns for last in family for first in given[::9]]


@dataclass
class _Body:
    name: str
    level: str
    party: str
    place: str | None
    code: str | None


@dataclass
class _Page:
    """An article being written: its lines so far, and the facts that they state."""

    number: int
    lines: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"article-{self.number:05}"

    def say(self, line: str) -> Evidence:
        """Add a sentence; return it as evidence."""
        start = sum(len(each) + 1 for each in self.lines)
        self.lines.append(line)
        return Evidence(self.id, start, start + len(line), line, f"rule.{len(self.facts) % 7}", 0.9)

    def reading(self) -> Reading:
        """Return the finished article with its facts."""
        text = "\n".join(self.lines)
        published = f"{2010 + self.number % 15}-{self.number % 12 + 1:02}-{self.number % 28 + 1:02}"
        digest = hashlib.sha256(text.encode()).hexdigest()
        title = Span(0, len(self.lines[0]))
        body = (Span(title.end + 1, len(text)),)
        article = Article(self.id, text, f"{self.id}.txt", digest, title, body, (), "صحيفة", published)
        return Reading(article, tuple(self.facts))


def organised(people: int = 5_000) -> World:
    """Return a world of so many people, ten facts to each."""
    entries = {key: parties()[key] for key in PARTIES}
    bodies = list(_bodies(entries))
    pages: list[_Page] = []
    for number in range(people):
        if number % 2 == 0:
            pages.append(_Page(len(pages)))
            pages[-1].say(f"أخبار التنظيم الحزبي، العدد {len(pages)}")
        _tell(pages[-1], number, bodies, entries)
    return _resolved([page.reading() for page in pages], entries)


def _bodies(entries: dict[str, Entry]) -> Iterator[_Body]:
    provinces = [code for code, place in places().items() if province_of(code) == code and len(code) < 8]
    towns = [code for code, place in places().items() if place["kind"] == "commune" and province_of(code)]
    for entry in entries.values():
        party = str(entry["ar"])
        for name in ("المكتب السياسي", "اللجنة المركزية", "المجلس الوطني", "اللجنة التحضيرية"):
            yield _Body(f"{name} ل{party}", "national", party, None, None)
        for code in provinces:
            place = str(places()[code]["ar"])
            yield _Body(f"المكتب الإقليمي ل{party} ب{place}", "provincial", party, place, code)
        for code in towns[:: len(towns) // _LOCAL]:
            place = str(places()[code]["ar"])
            yield _Body(f"فرع {party} ب{place}", "local", party, place, code)


def _tell(page: _Page, number: int, bodies: list[_Body], entries: dict[str, Entry]) -> None:
    """Say what there is to say of a person: who it is, four posts, and an event with what was done there."""
    name = _names()[number]
    own = [bodies[(number * 13 + step * 97) % len(bodies)] for step in range(_POSTS)]
    party = own[0].party
    said = page.say(f"تتوزع مسؤوليات {name} داخل {party} على هيئات مختلفة، كما ورد في بلاغ أصدره الحزب بهذه المناسبة.")
    gender: Gender = "female" if number % 4 == 0 else "male"
    page.facts += [PersonFact(name, (), gender, said), PartyFact(party, (), None, _key(party, entries), said)]
    for step, body in enumerate(own):
        key = _ROLES[(number + step) % len(_ROLES)]
        role = str(roles()[key]["feminine" if gender == "female" and "feminine" in roles()[key] else "ar"])
        since = f"{2008 + (number + step) % 12}-{number % 12 + 1:02}"
        line = page.say(
            f"وانتخب {name} في مهمة {role} ضمن {body.name}، بعد نقاش شارك فيه الحاضرون وصادقوا على لوائح العضوية."
        )
        page.facts.append(
            PostFact(name, role, key, body.name, body.party, body.place, "elected", since, None, False, line)
        )
        if step == 0:
            page.facts.append(BodyFact(body.name, body.level, body.party, None, body.place, (), line))  # type: ignore[arg-type]
    event = f"e{len(page.facts)}"
    place = own[-1].place or "الرباط"
    line = page.say(
        f"واحتضنت {place} لقاء تواصليا أطره {name} وحضره أعضاء {own[-1].name}، وتدارسوا فيه برنامج السنة المقبلة."
    )
    date = f"{2010 + number % 14}-{number % 12 + 1:02}-{number % 27 + 1:02}"
    page.facts += [
        EventFact(event, f"لقاء تواصلي ب{place}", "meeting", date, place, (), party, own[-1].name, "held", line),
        ParticipationFact(event, name, None, "speaker", line),
        StatementFact(name, "برنامج السنة المقبلة", event, line),
    ]


def _key(party: str, entries: dict[str, Entry]) -> str:
    return next(key for key, entry in entries.items() if entry["ar"] == party)


def _resolved(readings: list[Reading], entries: dict[str, Entry]) -> World:
    """Take each name for one thing, and each event for its own."""
    codes = {str(entry["ar"]): code for code, entry in reversed(list(places().items()))}
    found: dict[tuple[str, str], list[Claim]] = {}
    names: dict[tuple[str, str], str] = {}
    for reading in readings:
        for claim, label in _claims(reading):
            kind, name = claim.kind, claim.name
            own = f"{reading.article.id}/{name}" if kind == "event" else name
            found.setdefault((kind, own), []).append(claim)
            names[kind, own] = label
    entities = []
    for (sort, own), claims in found.items():
        key = codes.get(own) if sort == "place" else _key(own, entries) if sort == "party" else None
        number = hashlib.sha256(f"{sort}/{own}".encode()).hexdigest()[:12]
        unique = tuple(sorted(set(claims)))
        entities.append(Entity(number, unique[0].kind, names[sort, own], (), unique, (), key))
    return World(tuple(readings), tuple(entities), {claim: entity for entity in entities for claim in entity.claims})


def _claims(reading: Reading) -> Iterator[tuple[Claim, str]]:
    """Yield each name that facts use, with what the thing is called."""
    for fact in reading.facts:
        about: list[tuple[EntityKind, str | None]] = []
        match fact:
            case PersonFact():
                about = [("person", fact.name)]
            case PartyFact():
                about = [("party", fact.name)]
            case BodyFact():
                about = [("body", fact.name), ("party", fact.party), ("place", fact.place)]
            case PostFact():
                about = [("person", fact.person), ("body", fact.body), ("party", fact.party), ("place", fact.place)]
            case EventFact():
                yield Claim("event", reading.article.id, fact.id), fact.label
                about = [("body", fact.body), ("party", fact.party), ("place", fact.place)]
        yield from ((Claim(kind, reading.article.id, name), name) for kind, name in about if name is not None)
