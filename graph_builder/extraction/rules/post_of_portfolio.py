"""A portfolio given by a verb: "كلفت X بالإعلام، وY بالشباب": an officer in charge of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.phrases import noun_phrase
from graph_builder.extraction.mentions.places import read_place
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.triggers import first_of, saying, says, trigger, words

NAMES = ("post.portfolio_by_verb",)
EXAMPLES = (
    (
        "جدد فرع حزب الاستقلال بسلا مكتبه المحلي، على أن يتكفل كريم العلمي بملف العالم القروي، ويواكب سعيد الناصري قطاع الشباب.",
        ("كريم العلمي | مكلف بملف العالم القروي | المكتب المحلي", "سعيد الناصري | مكلف بقطاع الشباب"),
    ),
    (
        "كلفت الأمانة الجهوية لحزب الاستقلال بسوس ماسة فاطمة الزاوي بملف النساء، وكريم العلمي بالتنسيق مع الشباب.",
        ("فاطمة الزاوي | مكلف بملف النساء", "كريم العلمي | مكلف بالتنسيق مع الشباب"),
    ),
    (
        "أسندت إلى كريم العلمي مهمة العلاقات الخارجية بحزب الاستقلال، وأوكل ملف الشباب إلى سعيد الناصري.",
        (
            "كريم العلمي | مكلف بالعلاقات الخارجية | | حزب الاستقلال | | elected",
            "سعيد الناصري | مكلف بملف الشباب | | حزب الاستقلال | | elected",
        ),
    ),
)
NEAR_MISSES = (
    "كلف المجلس كريم العلمي بسلا.",
    "التقى كريم العلمي بالشباب.",
    "تعثر تشكيل الفريق منذ تكليف كريم العلمي بذلك غداة الانتخابات.",
)
_ENTRUSTING: Final = words("كلف كلفت تكليف بتكليف كلفوا")
_TAKING: Final = words(
    "يتكفل تتكفل تكفل تكفلت سيتكفل ستتكفل يواكب تواكب يتولى تتولى تولى تولت سيتولى ستتولى يتابع تتابع"
)
_FILES: Final = words("بقضايا قضايا بحقيبة حقيبة بملف ملف بقطاع قطاع بشؤون شؤون بلجنة بملفات ملفات بمهام")
_GIVING: Final = words("أسند أسندت أسندوا أوكل أوكلت أوكلوا عهد عهدت عهدوا فوض فوضت إسناد بإسناد إيكال")
_GIVEN: Final = words("ملف مهمة مهام حقيبة قطاع شؤون مسؤولية")
_THE_TASK: Final = words("مهمة مهام مسؤولية حقيبة")
_TO: Final = words("إلى لـ")
_NEAR: Final = 3
"""Words between a verb of taking in hand and the name."""
_WITH_THAT: Final = words("بالقيام بذلك بهذا بهذه")
_AN_OFFICE: Final = words("بمهام بمهمة بمنصب بصفة بصفته بصفتها بمسؤولية")
_BUREAUS: Final = trigger("bureaus")
_CHARGED: Final = "مكلف"
_AFFAIRS: Final = words("شؤون")
_FOR_NOW: Final = words("مؤقتا مؤقت")
_MOST: Final = 4
"""Words of a portfolio."""
_REACH: Final = 12
"""Words between the verb and the first name."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield those whom a verb puts in charge of something."""
    yield from _taken(d, s)
    yield from _given(d, s)
    verb = first_of(s, _ENTRUSTING)
    if verb is None:
        return
    last = verb
    for person in (m for m in s.mentions if isinstance(m, PersonMention) and m.i > verb):
        if person.i - last > _REACH:
            return
        end = _portfolio(d, s, person.j)
        if end is None:
            continue
        last = end
        role = _entrusted(s, person.j, end)
        own = next((b for b in bodies_in(s) if person.j < b.i < end), None)
        body = None if own else listed_body(d, s, person.i) or _body_before(d, s, person.i)
        if own is not None:  # "بتدبير المنسقية الجهوية": of its level, not of the body listed
            role.level, role.places = own.level, [own.place] if own.place else []
        yield Holding(person, role, s, "post.portfolio_by_verb", 0.85, "elected", body=body)


def _entrusted(s: Sentence, at: int, end: int) -> RoleMention:
    """The office of whoever is in charge of what tokens ``at`` to ``end`` name: "مكلف بملف الشباب"."""
    joined = "" if any(x.prefix == "ب" for x in s.tokens[at].word.splits) else "ب"
    text = f"{_CHARGED} {joined}{s.text(at, end)}"
    form = Form("m", "singular", "accusative", False)
    lemmas = (_CHARGED, *s.bare[at:end])
    return RoleMention(at, end, "", text, _CHARGED, "entrusted", form, lemmas, False, False, modified=True)


def _body_before(d: Discourse, s: Sentence, i: int) -> BodyMention | None:
    """The bureau whose members the article gives tasks to: the last body of the party named before."""
    for other in d.sentences[: s.index + 1][::-1]:
        named = [b for b in bodies_in(other) if b.kind == "party" and b.number == "singular" and b.head in _BUREAUS]
        named = [b for b in named if (other is not s or b.j <= i) and not b.known]
        if named:
            return named[-1]
    return None


def _taken(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "يتكفل X بملف العالم القروي، ويواكب Y قطاع الشباب": what officers of the body listed take in hand."""
    for k in saying(s, _TAKING):
        person = next((p for p in of_type(s, PersonMention) if 0 < p.i - k <= _NEAR), None)
        body = listed_body(d, s, k) if person is not None else None
        if person is None or body is None or person.j >= len(s.norm) or s.norm[person.j] not in _FILES:
            continue
        end = noun_phrase(s, person.j, d.vocabulary)
        role = _entrusted(s, person.j, end)
        yield Holding(person, role, s, "post.portfolio_by_verb", 0.75, "elected", body=body)


def _given(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "أسندت إلى X مهمة العلاقات الخارجية", "أوكل ملف الشباب إلى X": a task given to somebody, told before or after him."""
    for k in saying(s, _GIVING):
        person = next((p for p in of_type(s, PersonMention) if k < p.i <= k + _REACH), None)
        if person is None or not (s.norm[person.i - 1] in _TO or person.prefix == "ل"):
            continue
        start = next((n for n in (k + 1, person.j) if n < len(s.norm) and says(s, n, _GIVEN)), None)
        if start is None:
            continue
        at = start + says(s, start, _THE_TASK)
        people = [p.i - (s.norm[p.i - 1] in _TO) for p in of_type(s, PersonMention) if p.i > at]
        end = min([noun_phrase(s, at, d.vocabulary), at + _MOST, *people])
        if (
            end <= at
            or read_role(s, at, d.vocabulary, "office") is not None
            or read_role(s, at, d.vocabulary) is not None
        ):
            continue  # "مهمة أمين المال": an office, which another rule tells
        role = _entrusted(s, at, end)
        body = listed_body(d, s, person.i)
        yield Holding(person, role, s, "post.portfolio_by_verb", 0.8, "elected", body=body)


def _of_a_body(d: Discourse, s: Sentence, at: int) -> bool:
    """ "برئاسة لجنة كذا": an office of a body, no portfolio."""
    office = read_role(s, at, d.vocabulary, "office") if s.tokens[at].word.kind == "word" else None
    return office is not None and office.body is not None


def _portfolio(d: Discourse, s: Sentence, at: int) -> int | None:
    """The end of "with the media", right after a name: definite nouns, "ملف" or "مهمة" before them; no place."""
    if (
        at >= len(s.norm)
        or s.norm[at] in _AN_OFFICE
        or s.norm[at] in _WITH_THAT
        or _of_a_body(d, s, at)
        or not any(x.prefix == "ب" for x in s.tokens[at].word.splits)
        or read_place(s, at, d.vocabulary)
    ):
        return None
    definite = any(x.prefix == "ب" and x.rest != x.bare for x in s.tokens[at].word.splits)
    filed = any(w in _FILES for w in s.norm[at : at + 2])  # "بملف كذا", "بتدبير شؤون كذا"
    if not (definite or filed):  # "بتدبير المرحلة": a task, no portfolio
        return None
    people = [p.i for p in of_type(s, PersonMention) if p.i >= at]
    end = min([noun_phrase(s, at, d.vocabulary), at + _MOST, *people])
    if s.norm[end - 1] in _AFFAIRS and any(b.i == end for b in bodies_in(s)):
        return None  # "بتدبير شؤون الكتابة المحلية": another rule tells who has the running of a body
    return next((k for k in range(at, end) if s.norm[k] in _FOR_NOW), end) if end > at else None
