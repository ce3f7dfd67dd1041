"""Numbers that the text states: members, applications, prospects, votes, delegates, attendees, seats, branches."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import (
    BodyMention,
    EventMention,
    NumberMention,
    PersonMention,
    Sentence,
    of_type,
)
from graph_builder.extraction.events import Events
from graph_builder.extraction.rules.status import listed_body
from graph_builder.extraction.rules.triggers import says, words
from graph_builder.extraction.sections import Sections
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.terms import Terms
from graph_builder.lexicon.vocabulary import folded, norms
from graph_builder.model import FigureFact, Quantity

NAMES = ("figure.",)
EXAMPLES = (
    ("يضم فرع حزب الاستقلال بسلا 120 منخرطا.", ("120 | members | فرع",)),
    ("توصل فرع حزب الاستقلال بسلا بخمسة وعشرين طلب انخراط.", ("25 | applications | فرع",)),
    (
        "فاز كريم العلمي بـ312 صوتا مقابل 150 صوتا لسعيد الناصري.",
        ("312 | votes | كريم العلمي", "150 | votes | سعيد الناصري"),
    ),
    ("انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات بحضور أزيد من 400 مؤتمر.", ("400 | delegates | المؤتمر الإقليمي",)),
    (
        "انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات بحضور كريم العلمي وأزيد من 90 منخرطا.",
        ("90 | attendees | المؤتمر الإقليمي",),
    ),
    ("عرفت الندوة الجهوية لحزب الاستقلال مشاركة 60 مهندسا.", ("60 | attendees | الندوة الجهوية",)),
)
NEAR_MISSES = (
    "انعقد اللقاء يوم 12 أبريل 2017 على الساعة 10.",
    "تبعد المدينة 30 كيلومترا عن سلا.",
)
CONFIDENCE = 0.92
_AMONG = words("منهم منها منهن بينهم بينهن ضمنهم")
_OTHER_UNITS = words(
    "دقيقة دقائق ساعة ساعات يوما يوم أيام سنة سنوات عاما أعوام شهرا أشهر شهور أسبوع أسابيع مرحلة مراحل أصناف صنف محاور محور نقطة نقط في درهم دراهم مليون مليار"
    " كيلومترا كيلومتر متر مترا هكتار بالمائة بالمئة درجة قتيلا جهة جهات إقليما أقاليم جماعة دورة مرات مرة فبراير مارس اكتوبر"
)
_PERSONS = words("شخص شخصا أشخاص فردا")
_THEIR_NUMBER = words("عددهم وعددهم عددها وعددها")
_PRESENCE = folded(data("figure_words")["presence"])
_ATTENDANCE = words("حضور بحضور مشاركة بمشاركة الحاضرين الحضور")
_PRESENT_REACH = 8
"""Words from "attended by" to the number."""
_TO = words("لمنافسه لمنافسته لغريمه لصالح لفائدة")


def _kinds() -> Terms[Quantity]:
    nouns: Terms[Quantity] = Terms()
    for kind, phrases in data("figure_words")["kinds"].items():
        for phrase in phrases:
            nouns.add(norms(phrase), kind)
            nouns.add(["ال" + norms(phrase)[0], *norms(phrase)[1:]], kind)
    return nouns


_NOUNS = _kinds()
_PROSPECTS = folded(data("figure_words")["prospects"])


def figures(d: Discourse, events: Events, sections: Sections) -> Iterator[FigureFact]:
    """Yield the figures of the article in order, each once."""
    seen: set[tuple[object, ...]] = set()
    for s in d.sentences:
        for fact in _sentence(d, s, events, sections):
            key = (fact.value, fact.what, fact.of, fact.group)
            if key not in seen:
                seen.add(key)
                yield fact


def _sentence(d: Discourse, s: Sentence, events: Events, sections: Sections) -> Iterator[FigureFact]:
    among = not s.said.isdisjoint(_AMONG) and any(norm in _AMONG for norm in s.norm)
    last: Quantity | None = None
    for number in of_type(s, NumberMention):
        what, group = _counted(s, number), None
        if among and last == "members" and what in (None, "attendees") and (noun := _group(s, number)):
            what, group = "members", noun
        if what is None:
            continue
        last = what = _settled(s, number, what)
        of = _of(d, s, number, what, events, sections)
        if of is not None:
            evidence = s.evidence(f"figure.{what}", CONFIDENCE)
            yield FigureFact(number.value, what, of, group, sections.phase_at(s), number.exact, evidence)
    if among and last == "members":
        yield from _duals(d, s, events, sections)


def _settled(s: Sentence, number: NumberMention, what: Quantity) -> Quantity:
    """Members and people whom the sentence tells as present, or as still only willing."""
    if what not in ("members", "attendees"):
        return what
    if any(w in _PROSPECTS or w[1:] in _PROSPECTS for w in s.norm):
        return "prospects"
    if _present(s, number):
        return "attendees"
    return (
        "members" if what == "attendees" and s.norm[number.j : number.j + 1] and s.norm[number.j] in _PERSONS else what
    )


def _present(s: Sentence, number: NumberMention) -> bool:
    """Whether those counted were there: "attended by" stands near, or before a list that the number ends."""
    ends_list = number.prefix.startswith("و") or any(w.startswith("و") for w in s.norm[max(0, number.i - 3) : number.i])
    start = 0 if ends_list else number.i - _PRESENT_REACH
    return any(says(s, k, _PRESENCE) for k in range(max(0, start), number.i))


def _counted(s: Sentence, number: NumberMention) -> Quantity | None:
    """What the noun after the number, else just before it, says is counted."""
    k = number.j
    if k < len(s.norm) and s.norm[k] in _OTHER_UNITS:
        return None
    at = k + (k < len(s.norm) and (s.norm[k] == "من" or s.is_sign(k, '("«')))
    term = _NOUNS.longest(s.norm[at], s.norm, at) if at < len(s.norm) else None
    if term is None and any(w in _ATTENDANCE for w in s.norm[max(0, number.i - 3) : number.i]) and at < len(s.norm):
        return "attendees" if s.tokens[at].word.kind == "word" else None
    return term[1] if term else _noun_before(s, number)


def _noun_before(s: Sentence, number: NumberMention) -> Quantity | None:
    """ "... وملأ الاستمارة 210": the noun right before a number that no noun follows; "المؤتمرون، وعددهم 1400"."""
    at = number.i - 1
    if at < 0:
        return None
    if s.norm[at] in _THEIR_NUMBER:
        at -= 1 + s.is_sign(at - 1, "،,")
    elif number.j < len(s.norm) and s.tokens[number.j].word.kind == "word":
        return None
    if at < 0:
        return None
    terms = (_NOUNS.longest(x.rest, s.norm[: at + 1], at) for x in s.tokens[at].word.splits)
    return next((term[1] for term in terms if term), None)


def _group(s: Sentence, number: NumberMention) -> str | None:
    """The noun phrase after a number in a list of parts: "4 أساتذة سلك الإعدادي"."""
    k = number.j
    end = k
    while end < len(s.norm) and end - k < 4 and s.tokens[end].word.kind == "word" and not s.norm[end].startswith("و"):
        end += 1
    if end == k or s.norm[k] in _OTHER_UNITS:
        return None
    return s.text(k, end)


def _duals(d: Discourse, s: Sentence, events: Events, sections: Sections) -> Iterator[FigureFact]:
    """ "... و10 طلبة، وصحفيتين": a feminine dual in a list of parts is two of them."""
    for k, token in enumerate(s.tokens):
        norm = s.norm[k].removeprefix("و")
        if norm.endswith(("تين", "تان")) and len(norm) > 5 and token.word.kind == "word" and s.norm[k].startswith("و"):
            if norm[:-1] + "ين" in s.norm or _is_mention(s, k):
                continue
            number = NumberMention(k, k + 1, "و", 2, True)
            of = _of(d, s, number, "members", events, sections)
            if of:
                surface = token.word.surface[1:]
                yield FigureFact(2, "members", of, surface, sections.phase_at(s), True, s.evidence("figure.dual", 0.75))


def _is_mention(s: Sentence, k: int) -> bool:
    return any(m.i <= k < m.j for m in s.mentions)


def _of(d: Discourse, s: Sentence, n: NumberMention, what: Quantity, events: Events, sections: Sections) -> str | None:
    """Whose figure it is: a candidate's votes, an event's delegates, a body's members."""
    if what == "votes":
        return _candidate(d, s, n)
    if what in ("delegates", "attendees"):
        near = [e for m in of_type(s, EventMention) for e in events.of(m)]
        event = near[0] if near else events.focus(s)
        if event is None:
            return None
        return event.mention.label + (
            f" {event.place}" if event.place and event.place not in event.mention.label else ""
        )
    before = [b for b in _bodies(s) if b.i < n.i] or _bodies(s)
    if before:
        return _full_name(d, s, before[-1] if before[-1].i < n.i else before[0])
    section = sections.body_at(s)
    if section:
        return section
    listed = listed_body(d, s, n.i)
    if listed is not None:
        return _full_name(d, s, listed)
    party = d.main_party
    return party.name if party else None


def _full_name(d: Discourse, s: Sentence, body: BodyMention) -> str:
    """A body's name with its place."""
    full = d.full_body(s, body) if body.generic else body
    return full.name + (f" {full.place.name}" if full.place and full.place.name not in full.name else "")


def _bodies(s: Sentence) -> list[BodyMention]:
    return [b for b in bodies_in(s) if b.kind == "party" and b.number == "singular"]


def _candidate(d: Discourse, s: Sentence, n: NumberMention) -> str | None:
    people = list(of_type(s, PersonMention))
    if len(people) == 1:
        return d.person(people[0])
    others = [m.i for m in of_type(s, NumberMention) if m.i > n.i]
    end = min([n.j + 6, *others])
    following = [p for p in people if n.j <= p.i <= end]
    before = [p for p in people if p.j <= n.i]
    to = following and (following[0].prefix == "ل" or any(w in _TO for w in s.norm[n.j : following[0].i]))
    if to or (following and not before):
        return d.person(following[0])
    return d.person(before[-1]) if before else None
