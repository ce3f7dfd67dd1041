"""Acts that are no events of their own: the founding of a branch, the election of its bureau, in a gathering told."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import of_type
from graph_builder.extraction.event_setting import FULL, near_by
from graph_builder.extraction.event_signs import dated, held
from graph_builder.extraction.events import Event, Events
from graph_builder.extraction.mention_kinds import EventMention
from graph_builder.extraction.rules import event_words

_WHOLES: Final = ("congress", "general_assembly", "meeting")


def join_acts(events: Events) -> Events:
    """Join each act to the gathering it was done in; a founding told with none is the founding assembly."""
    for e in list(events.all):
        founding = e.mention.head in event_words.FOUNDINGS
        if not (founding or _is_election(e)) or (founding and _is_in_row(e)) or _is_topic(e):
            continue
        whole = _whole(events, e)
        if whole is not None:
            events.join(e, whole)
            if founding:
                _founded_in(whole, e)
        elif founding and _is_told(e):
            e.kind = "general_assembly"
        elif founding:
            events.join(e, None)
    return events


def _is_election(e: Event) -> bool:
    return e.kind == "election" and e.mention.form.number == "singular"


def _is_in_row(e: Event) -> bool:
    """ "من تأسيس التنسيقية، واللقاء التواصلي، والحفل": one of several events told beside one another."""
    s, at, end = e.sentence, e.mention.i, e.mention.j
    last = e.mention.prefix == "و" or (at > 0 and s.norm[at - 1] in event_words.THEN)
    told = of_type(s, EventMention)
    return any((last and m.i < at) or (m.prefix == "و" and m.i - s.is_sign(end, "،,") == end) for m in told)


def _is_topic(e: Event) -> bool:
    """ "وفيما يخص انتخاب المكتب المسير، ...": the text turns to it as to an event of its own."""
    before = e.sentence.norm[max(0, e.mention.i - 2) : e.mention.i]
    return before[-1:] != [] and (before[-1].removeprefix("و") in event_words.AS_FOR or before == event_words.AS_TO)


def _is_of_known_body(e: Event) -> bool:
    """ "انتخاب المكتب الإقليمي", not "انتخاب مكتب جديد", which is elected wherever the article tells a gathering."""
    return e.mention.body is not None and e.mention.body.name.startswith(ARTICLE)


def _whole(events: Events, act: Event) -> Event | None:
    """The gathering of an act: told before it in its sentence, else an assembly of its day, else the only one told."""
    wholes = [e for e in events.all if e.kind in _WHOLES and e.status == act.status and not e.referred]
    if act.mention.head in event_words.FOUNDINGS or _is_of_known_body(act):
        wholes = [e for e in wholes if not (e.date and act.date) or near_by(e.date, act.date) or e.date == act.date]
    here = [e for m in of_type(act.sentence, EventMention) for e in events.of(m) if e in wholes]
    assemblies = [e for e in wholes if e.kind in event_words.ASSEMBLIES]
    if here:
        return here[0]
    if act.kind == "election" and assemblies:
        before = [e for e in assemblies if e.sentence.index < act.sentence.index]
        return (before[::-1] or assemblies)[0]
    return next((pool[0] for pool in (assemblies, wholes) if len(pool) == 1), None)


def _founded_in(whole: Event, act: Event) -> None:
    """The day and the place of a founding are those of the assembly that founded."""
    if any(word in whole.mention.label for word in event_words.OF_FOUNDING):
        whole.date = whole.date or act.date
        whole.place = whole.place or act.place


def _is_told(e: Event) -> bool:
    """Whether a founding is told as what happened: held by a verb, or on a day of its own."""
    day = len((e.date or "").split("/")[0]) == FULL
    return not e.referred and (day or held(e.sentence, e.mention) or dated(e.sentence, e.mention))
