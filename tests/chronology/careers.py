"""Articles that tell who held what, for the tests: ``told("2017-05-06", held("A", since="2017-05-05"))``."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from graph_builder.model import Article, BodyFact, Evidence, Fact, PersonFact, PostFact, Reading, Status

PARTY, BUREAU, PLACE = "حزب التقدم والاشتراكية", "المكتب المحلي", "تمارة"
RASHID, SAMIR, KARIMA = "رشيد العلوي", "سمير الوالي", "كريمة الزناتي"
Told = Callable[[Evidence], Fact]


def told(published: str | None, *facts: Told, name: str | None = None) -> Reading:
    """Return an article of a day; ``name``: its id, if it is not that day."""
    number = name or f"a{published}"
    article = Article(
        number, " " * 9, f"{number}.txt", hashlib.sha256(number.encode()).hexdigest(), None, (), published=published
    )
    return Reading(article, tuple(fact(Evidence(number, n, n + 1, " ", "test", 0.9)) for n, fact in enumerate(facts)))


def bureau() -> Told:
    """The body in which all of them are."""
    return lambda evidence: BodyFact(BUREAU, "local", PARTY, None, PLACE, (), evidence)


def named(person: str) -> Told:
    """A person who is only named."""
    return lambda evidence: PersonFact(person, (), None, evidence)


def held(
    person: str,
    status: Status = "current",
    since: str | None = None,
    until: str | None = None,
    role: str = "general_secretary",
    party: str = PARTY,
    body: str | None = BUREAU,
) -> Told:
    """A post in the bureau."""
    return lambda evidence: PostFact(
        person, "كاتب عام", role, body, party, PLACE, status, since, until, public=False, evidence=evidence
    )
