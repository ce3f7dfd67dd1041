"""Stories as readings, straight away: what a perfect extraction would read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from graph_builder.model import (
    Article,
    BodyFact,
    Capacity,
    EventFact,
    Evidence,
    Fact,
    Level,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PostFact,
    Reading,
    Span,
    StatementFact,
)
from tests.resolution.world.papers import Mention, Part, Story

CAPACITIES: dict[Part, Capacity] = {"chair": "chair", "elected": "elected", "attendee": "attendee", "guest": "guest"}
LABELS = {
    "general_assembly": ("جمع عام", "الجمع العام لتجديد المكتب", "جمع عام انتخابي"),
    "meeting": ("لقاء تواصلي", "اجتماع", "لقاء تنظيمي"),
    "training": ("دورة تكوينية", "يوم تكويني", "ورشة تكوينية"),
    "rally": ("مهرجان خطابي", "تجمع خطابي", "مهرجان"),
    "conference": ("ندوة", "ندوة فكرية", "مائدة مستديرة"),
}
"""How papers call one event."""
LEVELS: dict[str, Level] = {"local": "local", "provincial": "provincial", "national": "national"}


def reading(story: Story) -> Reading:
    """Return what a paper's article states."""
    text = f"{story.paper}\n{LABELS[story.happening.kind][story.wording]}\n"
    article = Article(
        story.id, text, f"{story.id}.txt", hashlib.sha256(story.id.encode()).hexdigest(), None, (Span(0, len(text)),),
        source=story.paper, published=story.published,
    )  # fmt: skip
    evidence = Evidence(story.id, 0, len(text), text, "world.fact", 0.9)
    return Reading(article, tuple(_facts(story, evidence)))


def _facts(story: Story, evidence: Evidence) -> Iterator[Fact]:
    told = story.happening
    yield PartyFact(told.party, (), None, None, evidence)
    body = "الفرع" if story.body_told else None
    if body:
        yield BodyFact(body, "local", told.party, None, story.place, (), evidence)
    label = LABELS[told.kind][story.wording]
    yield EventFact("e1", label, told.kind, story.date, story.place, (), told.party, body, "held", evidence)
    for mention in story.mentions:
        yield from _person(story, mention, evidence)


def _person(story: Story, mention: Mention, evidence: Evidence) -> Iterator[Fact]:
    aliases = (mention.later,) if mention.later else ()
    yield PersonFact(mention.printed, aliases, mention.soul.name.gender if mention.office else None, evidence)
    yield ParticipationFact("e1", mention.printed, None, CAPACITIES[mention.part], evidence)
    office = mention.office
    if office:
        woman = mention.soul.name.gender == "female"
        yield PostFact(
            person=mention.later or mention.printed,
            role=office.woman if woman else office.man,
            role_key=None,
            body=office.body,
            party=None if office.public or not mention.party_told else mention.soul.party,
            place=None if office.level == "national" else mention.soul.town,
            status="current",
            since=None,
            until=None,
            public=office.public,
            evidence=evidence,
        )
    if mention.later:
        yield StatementFact(mention.later, "التنظيم", "e1", evidence)
