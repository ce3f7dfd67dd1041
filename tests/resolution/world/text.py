"""Stories as text in our own words, for the extraction to read; and what it read, with the truth of its names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from graph_builder.articles import article_from_text
from graph_builder.extraction import extract
from graph_builder.model import Claim, EventFact, Reading
from graph_builder.resolution import spelling
from graph_builder.resolution.claims import table
from tests.resolution.world.facts import LABELS
from tests.resolution.world.papers import Mention, Story
from tests.resolution.world.score import Truth

MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر")
HELD = {
    "جمع عام": "جمعا عاما",
    "جمع عام انتخابي": "جمعا عاما انتخابيا",
    "لقاء تواصلي": "لقاء تواصليا",
    "لقاء تنظيمي": "لقاء تنظيميا",
    "اجتماع": "اجتماعا",
    "يوم تكويني": "يوما تكوينيا",
    "مهرجان خطابي": "مهرجانا خطابيا",
    "تجمع خطابي": "تجمعا خطابيا",
    "مهرجان": "مهرجانا",
}
"""What an event is called as an object."""


def text(story: Story) -> str:
    """Return the article."""
    told = story.happening
    label = LABELS[told.kind][story.wording]
    town = f" ب{story.place}" if story.place else ""
    lines = [f"{label} ل{told.party}{town}", story.paper]
    if story.published:
        year, month, day = story.published.split("-")
        lines.append(f"{day}/{month}/{year}")
    who = f"فرع {told.party}" if story.body_told else told.party
    chair, *others = story.mentions
    verb = "عقد" if story.body_told else "نظم"
    first = f"{verb} {who}{town} {HELD.get(label, label)}{_when(story)}"
    lines += ["", f"{first}، ترأسه {_named(chair)}."]
    elected = [mention for mention in others if mention.part == "elected"]
    attending = [mention for mention in others if mention.part == "attendee"]
    guests = [mention for mention in others if mention.part == "guest"]
    if elected:
        lines += ["", f"وانتخب الحاضرون {'، و'.join(_elected(mention) for mention in elected)}."]
    if attending:
        lines += ["", f"وحضر اللقاء {'، و'.join(_named(mention) for mention in attending)}."]
    if guests:
        lines += ["", f"وحضر ضيفا {'، و'.join(_named(mention) for mention in guests)}."]
    if chair.later:
        lines += ["", f"وقال {chair.later} إن الحزب يواصل عمله التنظيمي بالمدينة."]
    return "\n".join(lines) + "\n"


def _when(story: Story) -> str:
    if not story.date:
        return ""
    year, month, *day = story.date.split("-")
    name = MONTHS[int(month) - 1]
    return f" يوم {int(day[0])} {name} {year}" if day else f" خلال شهر {name} {year}"


def _named(mention: Mention) -> str:
    """Return a name with the office as far as the paper tells it."""
    office = mention.office
    if office is None:
        return mention.printed
    role = office.woman if mention.soul.name.gender == "female" else office.man
    party = f" ل{mention.soul.party}" if mention.party_told and not office.public else ""
    where = "" if office.level == "national" else f" ب{mention.soul.town}"
    if office.level == "provincial":
        return f"{mention.printed}، ال{role.replace(' ', ' ال')}{party}{where}"
    return f"{mention.printed}، {role} {office.body}{party}{where}"


def _elected(mention: Mention) -> str:
    office = mention.office
    if office is None or office.level != "local" or office.public:
        return f"{mention.printed} مستشار{'ة' if mention.soul.name.gender == 'female' else 'ا'} بالمكتب المحلي"
    role = office.woman if mention.soul.name.gender == "female" else office.man
    head, *rest = role.split()
    accusative = head if head.endswith("ة") else f"{head}ا"
    return f"{mention.printed} {' '.join([accusative, *rest])}" + (" بالمكتب المحلي" if not rest else "")


def reading(story: Story) -> Reading:
    """Return what the extraction reads in the article."""
    written = text(story)
    digest = hashlib.sha256(written.encode()).hexdigest()
    return extract(article_from_text(written, id=story.id, file=f"{story.id}.txt", digest=digest))


def truth(stories: Iterable[Story], readings: Iterable[Reading]) -> Truth:
    """Return the truth of the names that were read: those printed, and the first event of the kind that was told."""
    known: dict[Claim, str] = {}
    for story, told in zip(stories, readings, strict=True):
        events = [fact for fact in told.facts if isinstance(fact, EventFact) and fact.kind == story.happening.kind]
        for fact in events[:1]:
            known[Claim("event", story.id, fact.id)] = story.happening.id
        known.update(_people(story, told))
    return known


def _people(story: Story, told: Reading) -> Iterator[tuple[Claim, str]]:
    printed = {spelling.person(m.printed): m.soul.id for m in story.mentions}
    printed |= {spelling.person(m.later): m.soul.id for m in story.mentions if m.later}
    for (kind, _), claims in table(told).items():
        for claim in claims if kind == "person" else ():
            soul = printed.get(spelling.person(claim.name))
            if soul is not None:
                yield claim, soul
