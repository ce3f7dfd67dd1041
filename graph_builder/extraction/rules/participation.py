"""Who took part in an event and as what: chairs, speakers, trainers, rapporteurs, attendees, those elected, groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import (
    BodyMention,
    DateMention,
    EventMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
    Sentence,
    of_type,
)
from graph_builder.extraction.events import Event, Events
from graph_builder.extraction.gaps import gap, people_run
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mentions.phrases import noun_phrase
from graph_builder.extraction.rules.triggers import first_of, says, trigger, words
from graph_builder.model import Capacity, ParticipationFact

NAMES = (
    "participation.chair",
    "participation.trainer",
    "participation.attendee",
    "participation.speaker",
    "participation.rapporteur",
    "participation.elected",
    "participation.guest",
)
EXAMPLES = (
    ("انعقد بسلا اجتماع المكتب المحلي لحزب الاستقلال برئاسة كريم العلمي.", ("كريم العلمي | chair",)),
    ("ترأس كريم العلمي اجتماع المكتب المحلي لحزب الاستقلال بسلا.", ("كريم العلمي | chair",)),
    (
        "نظم حزب الاستقلال دورة تكوينية بسلا أطرها حميد التازي بحضور سعيد الناصري وفاطمة الزاوي.",
        ("حميد التازي | trainer", "سعيد الناصري | attendee", "فاطمة الزاوي | attendee"),
    ),
    ("انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات وانتخب سعيد الناصري كاتبا إقليميا.", ("سعيد الناصري | elected",)),
    ("انعقد اجتماع المجلس الإقليمي للحزب بحضور كتاب الفروع.", ("كتاب الفروع | attendee",)),
)
NEAR_MISSES = (
    "قال كريم العلمي إن الحزب سينظم لقاءات.",
    "زار كريم العلمي مدينة سلا.",
)
CHAIRING = trigger("chairing")
TRAINING = trigger("training")
ATTENDING = trigger("attending")
SPEAKING = trigger("speaking")
STRONG_SPEAKING = trigger("strong_speaking")
RAPPORTEUR = words("مقرر مقررة")
GUESTS = trigger("guests")
_SUPERVISING = words("أشرف أشرفت يشرف")
_OF_THE_EVENT = words("رئاسة حضور تأطير إشراف")
_OFFICE_LIKE = words("برئاسة رئاسة بقيادة رئاسته رئاستها")
_EACH = words("كل لكل")
_WHO = words("الذي التي وقد قد")
_FREE = 5
"""Words between a verb and the name it governs, other mentions and titles not counted."""
_ROLE_BARRIER = words("أن إن بأن التي الذين حيث")
CONFIDENCE = {
    "chair": 0.84,
    "trainer": 0.88,
    "attendee": 0.7,
    "speaker": 0.85,
    "rapporteur": 0.85,
    "elected": 0.76,
    "guest": 0.8,
}


class Participations:
    """Collects participations of one article, each once."""

    def __init__(self, d: Discourse, events: Events, holdings: Sequence[Holding]) -> None:
        self.d, self.events = d, events
        self.found: dict[tuple[str, str, str], ParticipationFact] = {}
        self.holders = _holders(d, holdings)
        if d.main_party is None:
            return
        for s in d.sentences:
            self._governed(s)
            self._rapporteurs(s)
        self._elected(holdings)

    def facts(self) -> Iterator[ParticipationFact]:
        """Yield them in the order found."""
        yield from self.found.values()

    def add(self, s: Sentence, event: Event, who: str, capacity: Capacity, group: bool = False) -> None:
        """Note one participation; a chair or trainer is not told again as an attendee."""
        if (event.id, who, capacity) in self.found:
            return
        if capacity == "attendee" and any(
            (event.id, who, c) in self.found for c in ("chair", "trainer", "rapporteur", "speaker")
        ):
            return
        evidence = s.evidence(f"participation.{capacity}", CONFIDENCE[capacity])
        fact = ParticipationFact(event.id, None if group else who, who if group else None, capacity, evidence)
        self.found[event.id, who, capacity] = fact

    def event_of_speech(self, s: Sentence, who: str) -> str | None:
        """Return the event in which somebody speaks in this sentence, if he is known to speak there."""
        focus = self.events.focus(s)
        return focus.id if focus and (focus.id, who, "speaker") in self.found else None

    def _governed(self, s: Sentence) -> None:
        """Verbs and nouns that govern a name: "ترأس X", "برئاسة X", "بحضور X وY", "أكد X"."""
        covered = {k for m in s.mentions for k in range(m.i, m.j)}
        for k, norm in enumerate(s.norm):
            if k in covered and norm not in RAPPORTEUR and not _role_like(norm):
                continue
            if says(s, k, TRAINING):
                self._assign(s, k, "trainer", many=True)
            elif says(s, k, CHAIRING) and not self._supervises_training(s, k):
                self._assign(s, k, "chair", many=False)
            elif says(s, k, ATTENDING):
                self._assign(s, k, "attendee", many=True)
            elif says(s, k, GUESTS):
                self._assign(s, k, "guest", many=False)
            elif says(s, k, SPEAKING):
                self._speaker(s, k)

    def _supervises_training(self, s: Sentence, k: int) -> bool:
        """ "أشرف X على تأطير الورشات": a trainer, told at the noun."""
        person = next((m for m in of_type(s, PersonMention) if m.i > k), None)
        window = s.norm[k : (person.j if person else k) + 18]
        if s.norm[k] in _SUPERVISING and person and any(w in TRAINING for w in window):
            for event in self._events_for(s, k, person):
                self.add(s, event, self.d.person(person), "trainer")
            return True
        return False

    def _assign(self, s: Sentence, k: int, capacity: Capacity, many: bool) -> None:
        people, groups = self._listed(s, k, many)
        if not people and not groups and capacity != "attendee":
            people = self._before(s, k)
        if not people and not groups:
            return
        for event in self._events_for(s, k, people[0] if people else None):
            trains = capacity == "chair" and event.kind == "training" and says(s, k, _SUPERVISING)
            for person in people:
                self.add(s, event, self.d.person(person), "trainer" if trains else capacity)
            for group in groups:
                self.add(s, event, group, capacity, group=True)

    def _listed(self, s: Sentence, k: int, many: bool) -> tuple[list[PersonMention], list[str]]:
        """The people after token ``k``, through their roles and places, until the text turns to something else."""
        people: list[PersonMention] = []
        groups: list[str] = []
        at, free = k + 1, 0
        for n, m in enumerate(s.mentions):
            if m.i <= k:
                continue
            free += _free_words(self.d, s, at, m.i)
            if (
                free > _FREE
                or (people and any(s.norm[x] in _ROLE_BARRIER for x in range(at, m.i)))
                or _turns(s, at, m.i)
            ):
                break
            if isinstance(m, PersonMention):
                people.append(m)
                free = 0
                if not many and not _joined_next(self.d, s, n):
                    break
            elif isinstance(m, EventMention) and people:
                break
            elif isinstance(m, RoleMention) and m.form.number == "plural" and not _named_next(self.d, s, n):
                end = m.j if m.modified else noun_phrase(s, m.j, self.d.vocabulary)
                groups.append(s.text(m.i, max(end, m.j))[len(m.prefix) :])
                at = max(end, m.j)
                continue
            elif isinstance(m, RoleMention) and not people and not _named_next(self.d, s, n):
                holder = self.holders.get(_role_id(m))
                if holder is not None and not many:
                    people.append(holder)
                    break
            at = m.j
        return people, groups

    def _before(self, s: Sentence, k: int) -> list[PersonMention]:
        """ "وكان X قد ترأس ...": the subject before the verb."""
        before = [m for m in s.mentions if m.j <= k]
        if before and isinstance(before[-1], PersonMention) and k - before[-1].j <= 2:
            return [before[-1]]
        people = [m for m in before if isinstance(m, PersonMention)]
        return people[-1:] if s.norm[k].endswith(("ها", "ته")) else []

    def _events_for(self, s: Sentence, k: int, person: PersonMention | None) -> list[Event]:
        """The event a participation is in: after the name, else before the verb in its sentence, else the one in focus."""
        mentions = [m for m in of_type(s, EventMention) if self.events.of(m)]
        after = [m for m in mentions if m.i > k]
        before = [m for m in mentions if m.i <= k]
        direct = s.norm[k].endswith(("ه", "ها", "هما", "ته")) or s.norm[k].startswith("ب") or s.norm[k] in _OF_THE_EVENT
        if before and (direct or not after):
            return self.events.of(before[-1])
        if after and (person is None or after[0].i - max(k, person.j) < 12):
            return self.events.of(after[0])
        if before:
            return self.events.of(before[-1])
        focus = self.events.focus(s)
        return [focus] if focus else []

    def _speaker(self, s: Sentence, k: int) -> None:
        person = self.speaker_of(s, k)
        if person is None:
            return
        strong = any(w in STRONG_SPEAKING for w in s.norm[max(0, k - 3) : person.j + 6]) or s.norm[k] in STRONG_SPEAKING
        event = self.events.focus(s)
        if event is None or s.paragraph < 0:
            return
        name = self.d.person(person)
        present = any(e == event.id and who == name for e, who, _ in self.found)
        here = any(self.events.of(m) for m in of_type(s, EventMention) if m.demonstrative or not m.qualified)
        if strong or present or here:
            for speaker in self._together(s, k, person):
                self.add(s, event, self.d.person(speaker), "speaker")

    def _together(self, s: Sentence, k: int, person: PersonMention) -> list[PersonMention]:
        """All who are told to have spoken: "تناول الكلمة كل من X وY"."""
        at = next((n for n, m in enumerate(s.mentions) if m is person), None)
        if at is None or not any(w in _EACH for w in s.norm[k : person.i]):
            return [person]
        return people_run(s, at, 1, self.d.vocabulary)

    def speaker_of(self, s: Sentence, k: int) -> PersonMention | None:
        """Who speaks: the name, or the office of somebody named, right after the verb; else the name right before it."""
        after = [m for m in s.mentions if m.i > k]
        at = k + 1
        for n, m in enumerate(after[:4]):
            if _free_words(self.d, s, at, m.i) > (2 if n == 0 else 0) or (n and s.is_sign(m.i - 1, ".")):
                break
            if isinstance(m, PersonMention):
                return m
            if isinstance(m, RoleMention):
                following = after[n + 1] if n + 1 < len(after) else None
                if isinstance(following, PersonMention) and gap(s, m, following, self.d.vocabulary) in ("", "،"):
                    return following
                return self.holders.get(_role_id(m))
            at = m.j
        return self._subject_before(s, k)

    def _subject_before(self, s: Sentence, k: int) -> PersonMention | None:
        """The name, or the office of somebody named, right before the verb, "who" between allowed."""
        before = [m for m in s.mentions if m.j <= k]
        if not before or any(s.norm[x] not in _WHO and s.tokens[x].word.kind == "word" for x in range(before[-1].j, k)):
            return None
        last = before[-1]
        if isinstance(last, RoleMention):
            return self.holders.get(_role_id(last))
        return last if isinstance(last, PersonMention) else None

    def _rapporteurs(self, s: Sentence) -> None:
        """ "... إضافة إلى X، عضوة اللجنة المركزية، كمقررة"."""
        for n, role in enumerate(s.mentions):
            if not (isinstance(role, RoleMention) and role.head in RAPPORTEUR and (role.prefix == "ك" or role.event)):
                continue
            near = [m for m in s.mentions[max(0, n - 3) : n] if isinstance(m, PersonMention)]
            following = s.mentions[n + 1] if n + 1 < len(s.mentions) else None
            person = near[-1] if near else following if isinstance(following, PersonMention) else None
            if person is not None:
                for event in self._events_for(s, role.i, None):
                    self.add(s, event, self.d.person(person), "rapporteur")

    def _elected(self, holdings: Sequence[Holding]) -> None:
        """Those whose election the article reports take part as elected, in the election or the gathering that elected."""
        voted = any(first_of(s, ELECTED) is not None for s in self.d.sentences)
        for h in holdings:
            appointed = first_of(h.sentence, APPOINTING) is not None and first_of(h.sentence, ELECTED) is None
            if h.status == "elected" and h.rule not in _APPOINTING and not appointed:
                event = self._electing(h.sentence) or self._open(h)
                if event is not None and (voted or event.kind in _ASSEMBLIES):
                    self._date_by(event, h)
                    self.add(h.sentence, event, self.d.person(h.person), "elected")

    def _date_by(self, event: Event, h: Holding) -> None:
        """The gathering that elected has the day and the place told of the election, if it has none of its own."""
        days = [
            m.date for m in of_type(h.sentence, DateMention) if m.date and len(m.date) == FULL and "X" not in m.date
        ]
        if event.date is None and len(days) == 1:
            event.date = days[0]
        if event.place is None and h.role.places:
            event.place = h.role.places[0].name

    def _open(self, h: Holding) -> Event | None:
        """The election itself, where no gathering is told: of the body, else to the office."""
        if first_of(h.sentence, ELECTED) is None:
            return None
        body = h.role.body or h.body
        place = h.role.places[0].name if h.role.places else body.place.name if body and body.place else None
        label = f"{_ELECTION} {body.name if body else h.role.text}"
        return self.events.open_election(h.sentence, h.role.i, label, body, place)

    def _electing(self, s: Sentence) -> Event | None:
        local = [e for m in of_type(s, EventMention) for e in self.events.of(m)]
        private = [e for e in self.events.all if e.kind == "election" and e.mention.form.number == "singular"]
        local = [e for e in local if e.status == "held"]
        held = [e for e in self.events.all if e.kind in _ELECTORS and e.status == "held"]
        for pool in ([e for e in local if e.kind in _ELECTORS], held, [e for e in local if e in private], private):
            if pool:
                return pool[0]
        return None


FULL = len("2017-04-23")
_ELECTION = "انتخاب"
_APPOINTING = ("post.portfolio_by_verb", "post.by_office")
APPOINTING = trigger("appointing")
ELECTED = trigger("elected")
_ASSEMBLIES = ("congress", "general_assembly")
_ELECTORS = ("congress", "general_assembly", "meeting")


def _role_like(norm: str) -> bool:
    return norm in _OFFICE_LIKE


def _turns(s: Sentence, start: int, end: int) -> bool:
    """Whether a verb of another act stands between."""
    return any(
        s.norm[k] in SPEAKING or s.norm[k] in CHAIRING or says(s, k, TRAINING) or says(s, k, ATTENDING)
        for k in range(start, end)
    )


def _free_words(d: Discourse, s: Sentence, start: int, end: int) -> int:
    count, k = 0, start
    while k < end:
        title = (
            d.vocabulary.people.honorifics.longest(s.tokens[k].word.splits[-1].bare, s.bare, k)
            if s.tokens[k].word.splits
            else None
        )
        title = title or d.vocabulary.people.honorifics.longest(s.bare[k], s.bare, k)
        count += 0 if title or s.tokens[k].word.kind != "word" else 1
        k = title[0] if title else k + 1
    return count


def _joined_next(d: Discourse, s: Sentence, n: int) -> bool:
    """Whether another name follows with و right after this one."""
    following = s.mentions[n + 1] if n + 1 < len(s.mentions) else None
    if isinstance(following, RoleMention) and following.prefix == "و":
        return _named_next(d, s, n + 1) and gap(s, s.mentions[n], following, d.vocabulary) in ("", "،")
    return (
        isinstance(following, PersonMention)
        and following.prefix == "و"
        and gap(s, s.mentions[n], following, d.vocabulary) == ""
    )


def _named_next(d: Discourse, s: Sentence, n: int) -> bool:
    """Whether the holder of role ``n`` is named right after it."""
    k = n + 1
    while k < len(s.mentions) and isinstance(s.mentions[k], RoleMention | BodyMention | PlaceMention | PartyMention):
        k += 1
    if k >= len(s.mentions) or not isinstance(s.mentions[k], PersonMention):
        return False
    return gap(s, s.mentions[k - 1], s.mentions[k], d.vocabulary).strip("،:و") in ("", "w", ",")


def _role_id(role: RoleMention) -> tuple[str, ...]:
    return role.lemmas


def _holders(d: Discourse, holdings: Sequence[Holding]) -> dict[tuple[str, ...], PersonMention]:
    """Offices that one person of the article holds: "the provincial secretary said" is that person's speech."""
    holders: dict[tuple[str, ...], list[PersonMention]] = {}
    for h in holdings:
        if h.role.form.number == "singular" and len(h.role.lemmas) > 1 and h.status in ("current", "elected"):
            holders.setdefault(_role_id(h.role), []).append(h.person)
    return {role: found[0] for role, found in holders.items() if len({d.person(p) for p in found}) == 1}
