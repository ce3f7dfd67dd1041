"""The events of an article: which mentions are one event, when and where it is, and whose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.event_behind import is_behind
from graph_builder.extraction.event_sameness import (
    differ,
    features,
    is_first,
    may_add,
    one_election,
    opens,
)
from graph_builder.extraction.event_setting import date_of, in_a_town, near_by, place_of, together
from graph_builder.extraction.event_signs import (
    acted,
    background,
    dated,
    goes_on,
    held,
    introduces,
    looks_ahead,
    staged,
    status,
    told_apart,
)
from graph_builder.extraction.mention_kinds import BodyMention, DateMention, EventMention
from graph_builder.extraction.mentions.times import ordinals
from graph_builder.extraction.rules import event_words
from graph_builder.lexicon.vocabulary import bares
from graph_builder.model import EventKind, EventStatus

FULL: Final = len("2017-04-23")
_NEAR: Final = 6
"""Words from a meeting to what tells that it was in or right after a gathering."""


@dataclass(slots=True)
class Event:
    """An event while its mentions are gathered."""

    id: str
    kind: EventKind
    mention: EventMention
    sentence: Sentence
    date: str | None
    place: str | None
    status: EventStatus
    covers: tuple[str, ...] = ()
    referred: bool = False
    """Whether the text only refers to it so far: "منذ المؤتمر"."""
    leads: bool = False
    """Whether the title or the lead tells of it: the article is about it."""

    @property
    def features(self) -> frozenset[str]:
        """Adjectives and ordinals that tell it from others of its kind."""
        return features(self.mention)


@dataclass(slots=True)
class Series:
    """Several events told at once ("لقاءين تكوينيين"): kind, place and days, until each is told by its ordinal."""

    mention: EventMention
    sentence: Sentence
    place: str | None
    days: tuple[str, ...]


class Events:
    """The events of an article, in the order of the text, and which of them each mention denotes."""

    def __init__(self, d: Discourse) -> None:
        self.d = d
        self.all: list[Event] = []
        self._of: dict[int, list[Event]] = {}
        self._series: Series | None = None
        self._background: dict[int, bool] = {}
        self._back: dict[int, bool] = {}
        self._opened_so_far = 0
        for s in d.sentences:
            for m in of_type(s, EventMention):
                self._of[id(m)] = self._read(s, m)
            self._date_told_on(s)
        self._close_series()

    def _close_series(self) -> None:
        """Events told only together are one event."""
        if self._series and not self._numbered() and (self._series.mention.qualified or self._series.days != ("",)):
            self._open(self._series.sentence, self._series.mention)

    def _date_told_on(self, s: Sentence) -> None:
        """ "وذلك يوم الأحد 4 ماي 2014 ...": the day of the event told last, in a sentence or line of its own."""
        days = [m.date for m in of_type(s, DateMention) if m.date and len(m.date) == FULL and "X" not in m.date]
        if self.all and s.norm[:1] == [event_words.AND_THAT] and len(days) == 1 and not of_type(s, EventMention):
            self.all[-1].date = self.all[-1].date or days[0]

    def _next_id(self) -> str:
        self._opened_so_far += 1
        return f"e{self._opened_so_far}"

    def join(self, event: Event, whole: Event | None) -> None:
        """Make the mentions of an event those of another, of which it is an act; of none if ``whole`` is ``None``."""
        for mention, told in self._of.items():
            if event in told:
                self._of[mention] = [e for e in told if e is not event and e is not whole] + ([whole] if whole else [])
        self.all.remove(event)

    def of(self, mention: EventMention) -> list[Event]:
        """Return the events that a mention denotes: one, several ("الجلستين"), or none."""
        return self._of.get(id(mention), [])

    def focus(self, s: Sentence) -> Event | None:
        """Return the gathering that sentence ``s`` is about if it names none: the one told of most so far."""
        counts: dict[str, int] = {}
        for k in range(s.index + 1):
            for m in of_type(self.d.sentences[k], EventMention):
                for event in self.of(m) if not self.back(self.d.sentences[k], m) else ():
                    counts[event.id] = counts.get(event.id, 0) + 1 + m.demonstrative
        held = [e for e in self.all if e.id in counts and e.kind in event_words.GATHERINGS and e.status == "held"]
        return max(held, key=lambda e: (counts[e.id], -self.all.index(e)), default=None)

    def background(self, s: Sentence, m: EventMention) -> bool:
        """Return whether a mention only refers to its event: "منذ المؤتمر", "مندوبين إلى المؤتمر"."""
        if id(m) not in self._background:
            self._background[id(m)] = background(s, m)
        return self._background[id(m)]

    def back(self, s: Sentence, m: EventMention) -> bool:
        """Return whether a mention only refers to its event, or looks back to it: the tale goes on elsewhere."""
        if id(m) not in self._back:
            self._back[id(m)] = self.background(s, m) or is_behind(s, m)
        return self._back[id(m)]

    def scene(self, s: Sentence, i: int) -> Event | None:
        """Return the gathering in which what token ``i`` tells happens, if its clause names none.

        The last one told before in the sentence or its paragraph, else the one that the article is about.
        """
        for k in range(s.index, -1, -1):
            near = self.d.sentences[k]
            if near.paragraph != s.paragraph:
                break
            for m in reversed(list(of_type(near, EventMention))):
                told = [e for e in self.of(m) if e.kind in event_words.SCENES and e.status == "held"]
                if told and m.head in event_words.ACTS and self._has_gathering(near, m):
                    continue
                if (
                    told
                    and (k < s.index or m.i < i)
                    and not (self.background(near, m) if k == s.index else self.back(near, m))
                ):
                    return told[0]
        return self.focus(s)

    def _has_gathering(self, s: Sentence, m: EventMention) -> bool:
        """Whether the sentence tells before an act in which gathering it was: "لقاء من أجل تأسيس الفرع"."""
        return any(e.kind in event_words.GATHERINGS for o in of_type(s, EventMention) if o.i < m.i for e in self.of(o))

    def open_election(self, s: Sentence, i: int, label: str, body: BodyMention | None, place: str | None) -> Event:
        """Open the election that a post reported as won implies, where the article names no gathering that elected."""
        return self._open_implied("election", s, i, label, body, place)

    def open_meeting(self, s: Sentence, i: int, label: str, body: BodyMention, place: str | None) -> Event:
        """Open the meeting of a council that is told to have elected, where the article names no gathering."""
        return self._open_implied("meeting", s, i, label, body, place)

    def _open_implied(
        self, kind: EventKind, s: Sentence, i: int, label: str, body: BodyMention | None, place: str | None
    ) -> Event:
        form = Form("m", "singular", "", False)
        mention = EventMention(i, i, "", label, "", kind, form, True, False, True, body=body)
        at = place or (place_of(s, mention) if kind == "meeting" else None)
        event = Event(self._next_id(), kind, mention, s, date_of(s, mention), at, "held")
        self.all.append(event)
        return event

    def _numbered(self) -> list[Event]:
        return [e for e in self.all if e.mention.ordinal and self._series and e.kind == self._series.mention.kind]

    def _read(self, s: Sentence, m: EventMention) -> list[Event]:
        if m.form.number != "singular" and m.kind != "election":
            return self._several(s, m)
        whole = self._whole(s, m) if opens(m) else None
        if whole is not None:
            self._opened(whole, date_of(s, m))
            return [whole]
        known = self._apposed(s, m) or self._known(s, m)
        if known is not None:
            self._enrich(known, s, m)
            return [known]
        if not introduces(s, m) and acted(s, m):
            polls = [e for e in self.all if e.kind == "election" and e.status == "held" and not e.referred]
            return polls[-1:] if polls and m.head in event_words.SESSIONS else [self._open(s, m)]
        return [self._open(s, m)] if introduces(s, m) else []

    def _whole(self, s: Sentence, m: EventMention) -> Event | None:
        """The gathering that an opening or an end is of: told before in the sentence, else in focus."""
        before = [e for o in of_type(s, EventMention) if o.i < m.i for e in self.of(o)]
        return next((e for e in reversed(before) if e.kind in event_words.GATHERINGS), None) or self.focus(s)

    def _opened(self, e: Event, day: str | None) -> None:
        """The day of an opening is the first of its gathering."""
        if day and e.status == "held" and near_by(day, e.date or day):
            e.date = together(day, e.date or day)

    def _apposed(self, s: Sentence, m: EventMention) -> Event | None:
        """ "الجلسة الافتتاحية لمجلسه، دورة دجنبر", "التأم المجلس في أول دورة له": a session that is that meeting."""
        bare = m.head in event_words.GENERIC and (not m.qualified or is_first(m))
        if not (m.head in event_words.SITTINGS or bare) or m.prefix or m.definite or m.body:
            return None
        start = m.i - is_first(m)
        told = [o for o in of_type(s, EventMention) if o.j <= start]
        if told and start <= told[-1].j + 1 and s.is_sign(start - 1, "،,"):
            return next(iter(self.of(told[-1])), None)
        last = next((o for o in reversed(told) if not self.back(s, o)), None)
        if last is None or start == 0 or s.norm[start - 1] not in event_words.IN:
            return None
        whole = last.kind in event_words.GATHERINGS if bare else last.kind == "meeting"
        return next(iter(self.of(last)), None) if whole else None

    def only_gathering(self) -> Event | None:
        """Return the one gathering that the article tells as held and does not only look back to, if it is but one."""
        held = [e for e in self.all if e.kind in event_words.GATHERINGS and e.status == "held" and not e.referred]
        front = [e for e in held if not is_behind(e.sentence, e.mention)] or held
        return front[0] if len(front) == 1 else None

    def _several(self, s: Sentence, m: EventMention) -> list[Event]:
        """A dual or plural opens a series, or means the events of the one that is open."""
        if m.form.number != "dual":
            return []
        if self._series is None or (m.qualified and not self._series.mention.qualified):
            self._series = Series(m, s, place_of(s, m), tuple((date_of(s, m) or "").split("/")))
        return self._numbered()

    def _open(self, s: Sentence, m: EventMention) -> Event:
        event = Event(self._next_id(), m.kind, m, s, date_of(s, m), place_of(s, m), status(s, m))
        self._by_day(event)
        after = m.i > 0 and s.norm[m.i - 1] in event_words.AFTER
        event.referred = self.background(s, m) and (after or not told_apart(s, m))
        event.leads = s.paragraph <= 0 and not event.referred
        near = (m.i - _NEAR, m.j + _NEAR)
        if event.referred and not any(near[0] <= d.j and d.i <= near[1] for d in of_type(s, DateMention)):
            event.date = None
        if event.date is None and event.status == "held" and not event.referred and staged(s, m):
            event.date = self._scene_day(s)
        if event.status == "held" and (whole := self._beside(s, m) or self._afterwards(s, m)) is not None:
            event.date = event.date or (whole.date or "").split("/")[-1] or None
            event.place = event.place or whole.place
        series = self._series
        if series is not None and m.ordinal and m.head in event_words.GENERIC and m is not series.mention:
            number = min((ordinals()[w] for w in bares(m.label) if w in ordinals()), default=0)
            event.kind, event.place = series.mention.kind, event.place or series.place
            if event.date is None and 1 <= number <= len(series.days):
                event.date = series.days[number - 1] or None
        if m.head in event_words.SESSIONS and (whole := self.focus(s)) and whole.kind == "training":
            event.kind, event.place = whole.kind, event.place or whole.place
        if m.kind == "election" and m.form.number == "singular":
            self._in_gathering(s, event)
        self.all.append(event)
        return event

    def _in_gathering(self, s: Sentence, election: Event) -> None:
        """An election within a gathering has its day and place, and is to come where that is."""
        before = [e for o in of_type(s, EventMention) if o.i < election.mention.i for e in self.of(o)]
        if before and before[-1].status == "announced" and before[-1].kind in event_words.GATHERINGS:
            election.status = "announced"
        if (gathering := self.focus(s)) is not None:
            election.date, election.place = election.date or gathering.date, election.place or gathering.place

    def _beside(self, s: Sentence, m: EventMention) -> Event | None:
        """The event on whose margin another one is: "نظمت على هامش المؤتمر ندوة", "وعلى هامشه انعقدت ندوة"."""
        for o in of_type(s, EventMention):
            if o is not m and o.i and s.norm[o.i - 1] in event_words.MARGIN and self.of(o) and not dated(s, m):
                return self.of(o)[0]
        if any(w in event_words.ITS_MARGIN for w in s.norm[max(0, m.i - _NEAR) : m.i]):
            return self.scene(s, m.i)
        return None

    def _afterwards(self, s: Sentence, m: EventMention) -> Event | None:
        """The gathering in or right after which a body met: "التأم المجلس مباشرة بعد انتهاء المؤتمر"."""
        near = s.norm[max(0, m.i - _NEAR) : m.j + _NEAR]
        if m.kind != "meeting" or dated(s, m) or not any(w in event_words.AFTERWARDS for w in near):
            return None
        return self.focus(s)

    def _scene_day(self, s: Sentence) -> str | None:
        """The day told before in the paragraph, of no event yet; for the article's first event, before in the text."""
        taken = {e.date for e in self.all}
        before = [
            near
            for near in self.d.sentences[: s.index]
            if near.paragraph == s.paragraph or (not self.all and near.paragraph >= -1)
        ]
        days = [m.date for near in before for m in of_type(near, DateMention) if m.date and len(m.date) == FULL]
        anchor = self.d.anchor.isoformat() if self.d.anchor else None
        free = {day for day in days if day not in taken and day != anchor and "X" not in day}
        return free.pop() if len(free) == 1 else None

    def _by_day(self, event: Event) -> None:
        """An event after the day of the article is announced, one before it was held."""
        day = (event.date or "").split("/")[0]
        if self.d.anchor is not None and len(day) == FULL and event.status in ("held", "announced"):
            event.status = "announced" if day > self.d.anchor.isoformat() else "held"

    def _known(self, s: Sentence, m: EventMention) -> Event | None:
        candidates = [e for e in reversed(self.all) if self._compatible(e, s, m)]
        candidates = [e for e in candidates if goes_on(s, m, e.status, headline=e.sentence.paragraph < 0)]
        if is_first(m):
            candidates = [e for e in candidates if features(m) & e.features]
        if not candidates:
            return None
        if m.demonstrative or (m.definite and not m.qualified):
            return self._meant(candidates, s, m)
        said = features(m)
        close = [e for e in candidates if said - event_words.SORTS <= e.features or may_add(e.mention, e.kind, m)]
        if m.kind == "election":
            return next((e for e in close if one_election(e.mention, m) or (e.date and e.date == date_of(s, m))), None)
        if close and (m.definite or said or m.qualified):
            return close[0]
        told = [e for e in candidates if e.sentence.paragraph < 0 and s.paragraph <= 1]
        told = [e for e in told if e.kind == m.kind or e.status == "held"]
        return told[0] if told else None

    def _meant(self, candidates: list[Event], s: Sentence, m: EventMention) -> Event:
        """The event that a bare noun means: told in its paragraph, else held, else of the lead, else the last."""
        near = self._told_in_paragraph(s, m)
        alike = {e.id: (e.mention.head == m.head, e.kind == m.kind) for e in candidates}
        return max(candidates, key=lambda e: (alike[e.id], _told_fully(e), e in near, e.status == "held", e.leads))

    def _told_in_paragraph(self, s: Sentence, m: EventMention) -> list[Event]:
        """The events told before a mention in its paragraph."""
        near: list[Event] = []
        for k in range(s.index, -1, -1):
            if self.d.sentences[k].paragraph != s.paragraph:
                break
            near += [
                e for o in of_type(self.d.sentences[k], EventMention) if k < s.index or o.i < m.i for e in self.of(o)
            ]
        return near

    def _compatible(self, e: Event, s: Sentence, m: EventMention) -> bool:
        numbered = m.ordinal and e.mention.ordinal and self._series is not None
        feast = m.head in event_words.FEASTS and m.definite and not m.qualified
        pointing = m.demonstrative and m.kind in event_words.POINTED
        generic = (m.head in event_words.GENERIC and (not m.qualified or numbered)) or feast or pointing
        same = m.definite and not m.qualified and e.mention.head == m.head
        meant = event_words.SCENES if m.definite else event_words.GATHERINGS
        if (e.kind != m.kind and not same and not (generic and e.kind in meant)) or differ(e.mention, m):
            return False
        heads = {e.mention.head, m.head}
        loose = feast or pointing or heads & event_words.GENERIC or heads <= event_words.POLLS
        if len(heads) > 1 and not loose:
            return False
        again = m.definite and not m.qualified and (not dated(s, m) or m.kind == "campaign") and not told_apart(s, m)
        date = None if again else date_of(s, m)
        if date and e.date and not (date.startswith(e.date) or e.date.startswith(date) or _of_several_days(e, m, date)):
            return False
        return not (m.place and e.place and m.place.name != e.place)

    def _enrich(self, e: Event, s: Sentence, m: EventMention) -> None:
        """A later mention may tell date and place, and a fuller name."""
        told = told_apart(s, m) or (not self.background(s, m) and (held(s, m) or date_of(s, m)))
        if e.referred and told and e.status == "held":
            e.status = status(s, m)
        e.referred = e.referred and not told
        date = date_of(s, m)
        if e.date is None or (date and len(date) > len(e.date) and date.startswith(e.date)):
            e.date = date
            self._by_day(e)
        elif date and _of_several_days(e, m, date):
            e.date = together(e.date, date)
        if e.place is None or in_a_town(e.sentence, e.mention, s, m):
            e.place = place_of(s, m)
        fuller = len(m.label) > len(e.mention.label) or (m.ordinal and not e.mention.ordinal)
        if m.qualified and (not e.mention.qualified or (e.sentence.paragraph < 0 and fuller)):
            e.mention, e.sentence = m, s
        told = not self.background(s, m) and held(s, m) and not looks_ahead(s, m)
        if e.status == "announced" and (told or status(s, m) != "held"):
            e.status = status(s, m)
        self._by_day(e)


def _of_several_days(e: Event, m: EventMention, date: str) -> bool:
    """Whether a day beside a congress's own is another of its days."""
    return e.kind == m.kind == "congress" and e.status == "held" and near_by(e.date or "", date)


def _told_fully(e: Event) -> tuple[bool, bool]:
    """How likely an event is meant by its bare name: one that is told and no first of its kind to come."""
    return not e.referred, not is_first(e.mention) or e.date is not None
