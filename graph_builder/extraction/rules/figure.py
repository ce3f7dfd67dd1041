"""Numbers that the text states: members, applications, prospects, votes, delegates, attendees, seats, branches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.events import Events
from graph_builder.extraction.mention_kinds import EventMention, NumberMention, PersonMention
from graph_builder.extraction.rules import figure_owner as owner
from graph_builder.extraction.rules import figure_shared as shared
from graph_builder.extraction.rules import figure_votes as votes
from graph_builder.extraction.rules.figure_counted import (
    NOUNS,
    OTHER_UNITS,
    Counted,
    congresses,
    context,
    counted,
    noun_at,
    phrase,
    planned,
    willing,
)
from graph_builder.extraction.rules.triggers import words
from graph_builder.extraction.sections import Sections
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded
from graph_builder.model import FigureFact, Quantity

NAMES = ("figure.",)
EXAMPLES = (
    (
        "فاز حزب الاستقلال بسبعة مقاعد، وثلاثة مقاعد لكل من الاتحاد الدستوري والحركة الشعبية والأصالة والمعاصرة.",
        (
            "7 | seats | حزب الاستقلال",
            "3 | seats | الاتحاد الدستوري",
            "3 | seats | الحركة الشعبية",
            "3 | seats | حزب الأصالة والمعاصرة",
        ),
    ),
    (
        "تصدر حزب الأصالة والمعاصرة بـ8 مقاعد، متبوعا بحزبي الاستقلال والتجمع الوطني للأحرار بـ6 مقاعد لكل واحد منهما.",
        ("8 | seats | حزب الأصالة", "6 | seats | حزب الاستقلال", "6 | seats | التجمع الوطني للأحرار"),
    ),
    (
        "حصل الاتحاد الدستوري والحركة الشعبية والأصالة والمعاصرة على مقعدين، ومقعد واحد للعدالة والتنمية والاستقلال.",
        (
            "2 | seats | الاتحاد الدستوري",
            "2 | seats | حزب الأصالة والمعاصرة",
            "1 | seats | حزب العدالة والتنمية",
            "1 | seats | حزب الاستقلال",
        ),
    ),
    (
        "كان حزب الاستقلال قد حل ثانيا على مستوى جهة الشرق، بحصوله على 16 مقعدا.",
        ("16 | seats | حزب الاستقلال",),
    ),
    ("عقد حزب الاستقلال لقاء. ويضم مجلس جهة الشرق ما مجموعه 51 مقعدا.", ("51 | seats | مجلس جهة الشرق",)),
    (
        "انتخب كريم العلمي عن حزب الاستقلال رئيسا لمجلس مقاطعة تابريكت، بعد حصوله على 16 صوتا من أصل 30.",
        ("16 | votes | كريم العلمي", "30 | votes | مجلس مقاطعة تابريكت"),
    ),
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
    ("حضر المؤتمر الإقليمي لحزب الاستقلال بسطات نحو مائتين وعشرين مؤتمرا.", ("220 | delegates | المؤتمر الإقليمي",)),
    (
        "حصل كريم العلمي على 120 صوتا، فيما نال منافسه سعيد الناصري 80 صوتا وعاد 35 صوتا لنبيلة الراضي.",
        ("120 | votes | كريم العلمي", "80 | votes | سعيد الناصري", "35 | votes | نبيلة الراضي"),
    ),
    ("فاز كريم العلمي على منافسه سعيد الناصري بـ77 صوتا مقابل 58.", ("77 | votes | كريم", "58 | votes | سعيد")),
    ("صوت لصالح كريم العلمي 45 عضوا.", ("45 | votes | كريم العلمي",)),
    ("نال حزب العدالة والتنمية 4500 صوت في دائرة سلا.", ("4500 | votes | حزب العدالة والتنمية",)),
    ("يتألف المكتب الإقليمي لحزب الاستقلال من 15 عضوا: تسعة رجال وست نساء.", ("9 | members |", "6 | members |")),
    ("ارتفع عدد منخرطي فرع حزب الاستقلال بسلا من 120 إلى 310 منخرطين.", ("120 | members | فرع", "310 | members | فرع")),
    (
        "انعقد المجلس الوطني لحزب الاستقلال بحضور 287 عضوا من أصل 400.",
        ("287 | attendees | اجتماع المجلس الوطني", "400 | members | المجلس الوطني"),
    ),
    (
        "فاز حزب الاستقلال بمقعدين بمجلس النواب، مقابل مقعد واحد لحزب الحركة الشعبية.",
        ("2 | seats | حزب الاستقلال", "1 | seats | الحركة الشعبية"),
    ),
    (
        "فاز بالرئاسة بعد تحالف من حزب الحركة الشعبية (9)، وحزب الاستقلال (5)، وحزب العدالة والتنمية (3).",
        ("9 | seats | الحركة الشعبية", "5 | seats | حزب الاستقلال", "3 | seats | حزب العدالة"),
    ),
    (
        "فاز كريم العلمي بـ45 صوتا مقابل 38 صوتا حصل عليها سعيد الناصري عن حزب الاستقلال.",
        ("45 | votes | كريم العلمي", "38 | votes | سعيد الناصري"),
    ),
    ("افتتح حزب الاستقلال فرعين جديدين بإقليم الجديدة.", ("2 | branches | حزب الاستقلال الجديدة",)),
    ("انتخب مؤتمر حزب الاستقلال لجنة للتنظيم من سبعة أعضاء.", ("7 | members | لجنة للتنظيم",)),
    ("يستهدف حزب الاستقلال 500 منخرط جديد.", ("500 | other | حزب الاستقلال",)),
    ("أبدى 30 متعاطفا رغبتهم في الانضمام إلى فرع حزب الاستقلال بسلا.", ("30 | prospects | فرع",)),
)
NEAR_MISSES = (
    "أصدر حزب الاستقلال (1) بيانا حول الماء بسلا.",
    "انعقد اللقاء يوم 12 أبريل 2017 على الساعة 10.",
    "تبعد المدينة 30 كيلومترا عن سلا.",
    "بلغت نسبة المشاركة 45 في المائة من أعضاء حزب الاستقلال بسلا.",
    "كلف تجهيز مقر حزب الاستقلال بسلا 200 ألف درهم.",
    "يبلغ الكاتب الإقليمي لحزب الاستقلال بسطات 45 سنة، وهو أب لثلاثة أبناء.",
    "ينص الفصل 12 من النظام الأساسي لحزب الاستقلال على انتخاب المكتب كل 4 سنوات.",
    "عقد حزب الاستقلال 48 مؤتمرا إقليميا خلال هذه السنة.",
    "ينعقد المؤتمر الوطني 18 لحزب الاستقلال ببوزنيقة.",
    "كان كريم العلمي منذ 1998 عضوا بالمجلس الوطني لحزب الاستقلال.",
    "تفوق كريم العلمي على سعيد الناصري بفارق 12 صوتا.",
    "خاطب الأمين العام لحزب الاستقلال آلاف المواطنين.",
)
CONFIDENCE: Final = 0.92
_PARTED: Final = folded(data("figure_words")["parted"])
_OUT_OF: Final = folded(data("figure_words")["out_of"])
_LIKE: Final = words("ب مقابل على ضد")
"""Before a number that leaves its noun to the one before it."""
_PEOPLE: Final = ("people", "officers", "members", "attendees", "delegates")
_SURE: Final[dict[str, Quantity]] = {kind: kind for kind in get_args(Quantity) if kind != "members"}
"""Kinds that the noun alone tells."""
_PLAIN: Final = ("applications", "votes", "seats")
"""Kinds whose noun says nothing more."""
_VOTERS: Final = ("voters", "people", "members", "delegates")
_GROUP: Final = 4
"""Words of a part's noun phrase."""
_DUALS: Final = ("seats", "branches")
"""Kinds of which a bare dual is a figure: "فرعين جديدين"."""
_PART_REACH: Final = 5
"""Words from one part of a whole to the next."""
_NEXT: Final = 3
"""Words from "of whom" to the part."""


Role = Literal["", "part", "whole", "cast", "void"]
"""What a figure is to another of its sentence, kept in the name of its rule, so that sums can be checked."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure while its sentence is read."""

    value: int
    exact: bool
    what: Quantity
    of: str | None
    group: str | None
    phase: str | None
    end: int
    role: Role = ""


def figures(d: Discourse, events: Events, sections: Sections) -> Iterator[FigureFact]:
    """Yield the figures of the article in order, each once."""
    seen: set[tuple[object, ...]] = set()
    counting = [s for s in d.sentences if of_type(s, NumberMention) or any(known.dual for known in s.known)]
    for s in counting:
        for t in _Reader(d, s, events, sections).read():
            key = (t.value, t.what, t.of, t.group)
            if t.of is not None and key not in seen:
                seen.add(key)
                rule = f"figure.{t.role or t.what}"
                phase = t.phase or sections.phase_at(s)
                yield FigureFact(t.value, t.what, t.of, t.group, phase, t.exact, s.evidence(rule, CONFIDENCE))


class _Reader:
    """One sentence, number by number; a number may lean on the one before it."""

    def __init__(self, d: Discourse, s: Sentence, events: Events, sections: Sections) -> None:
        self.d, self.s, self.events, self.sections = d, s, events, sections
        self.told: list[_Told] = []

    def read(self) -> list[_Told]:
        """Return the figures of the sentence."""
        numbers = list(of_type(self.s, NumberMention))
        pairs = sorted([*((n.i, n) for n in numbers), *((n.i, n) for n in self._duals())], key=lambda x: x[0])
        for _, n in pairs:
            self.told.extend(self._number(n))
        return self.told

    def _number(self, n: NumberMention) -> Iterator[_Told]:
        if (party := votes.in_brackets(self.d, self.s, n)) is not None:
            yield _Told(n.value, n.exact, "seats", party, None, None, n.j)
            return
        c = counted(self.s, n) or self._ellipsis(n)
        if c is None:
            return
        if (part := self._part(n, c)) is not None:
            yield part
            return
        if c.kind == "votes" or (c.kind in _VOTERS and context(self.s, n, c).kind == "voting"):
            yield from self._votes(n, c)
            return
        if c.kind == "seats" and (parties := shared.sharers(self.d, self.s, n, c)):
            yield from (_Told(n.value, n.exact, "seats", of, None, None, max(n.j, c.j)) for of in parties)
            return
        whole = _SURE.get(c.kind, "members")
        what, phase = (whole, None) if self._is_whole(n) else self._what(n, c)
        if what is not None:
            role: Role = "whole" if self._is_whole(n) else ""
            of = self._of(n, c, what)
            yield _Told(n.value, n.exact, what, of, self._counted_group(c), phase, max(n.j, c.j), role)

    def _counted_group(self, c: Counted) -> str | None:
        """The noun counted, where it says more than the kind of figure does: "مشاركة ومشاركا", "فرعا جديدا"."""
        said = phrase(self.s, c)
        if c.kind == "seats":
            return owner.assembly(self.s, c)
        telling = c.kind not in _PLAIN
        return said if telling and c.i != c.j and not self._is_number(c.i) else None

    def _is_number(self, k: int) -> bool:
        return any(m.i <= k < m.j for m in of_type(self.s, NumberMention))

    def _is_whole(self, n: NumberMention) -> bool:
        """Whether the number is that of which the one before it is a part: "287 عضوا من أصل 400"."""
        return bool(self.told) and self.told[-1].what in _PEOPLE and self.s.norm[n.i - 1] in _OUT_OF

    def _what(self, n: NumberMention, c: Counted) -> tuple[Quantity | None, str | None]:
        """The kind of figure, and its phase if it is planned or a target."""
        said, phase = context(self.s, n, c), planned(self.s, n)
        if said.kind == "target" and c.kind not in ("attendees", "delegates"):
            training = any(m.i < n.i for m in of_type(self.s, EventMention))
            return ("other", said.word) if c.kind != "people" else ("attendees" if training else None, None)
        if said.kind == "leaving":
            return "other", None
        if c.kind == "delegates" and congresses(self.s, n, c):
            return None, None
        if c.kind in _SURE:
            return _SURE[c.kind], phase
        what = self._people(n, c, said.kind)
        return what, phase

    def _people(self, n: NumberMention, c: Counted, said: str) -> Quantity | None:
        """Whether people, and members, are told as present, as willing, or as belonging to a body."""
        if willing(self.s, n, c):
            return "prospects"
        if said == "presence":
            return "attendees"
        if c.kind in ("officers", "voters"):
            return "other" if c.kind == "voters" and c.i < n.i else None
        if owner.of_congress(self.s, c):
            return "delegates"
        if said != "containing" and owner.out_of(self.s, c.j):
            return "other"
        some = c.i == n.j + 1 and self.s.norm[n.j] == "من"
        return "members" if not some and (c.kind == "members" or said == "containing") else None

    def _of(self, n: NumberMention, c: Counted, what: Quantity) -> str | None:
        if what in ("delegates", "attendees") or c.kind == "voters":
            return owner.of_event(self.s, n, self.events)
        last = self.told[-1] if self.told else None
        if last and self._is_whole(n) and (body := owner.of_whole(self.d, self.s, n, last.what, self.events)):
            return body
        return owner.of_body(self.d, self.s, n, c, self.sections, last.of if last and last.what == what else None)

    def _votes(self, n: NumberMention, c: Counted) -> Iterator[_Told]:
        """Votes for each who got them; those cast in all and the void ones are the event's."""
        if votes.is_margin(self.s, n):
            return
        end = max(n.j, c.j)
        void = votes.void(self.s, n, c)
        if void or votes.is_total(self.s, n, c):
            of = owner.of_event(self.s, n, self.events) or owner.of_council(self.s, n)
            of = of or owner.of_body(self.d, self.s, n, c, self.sections, None)
            yield _Told(n.value, n.exact, "other" if void else "votes", of, void, None, end, "void" if void else "cast")
            return
        taken = [t.of for t in self.told if t.what == "votes" and t.of]
        for of in votes.holders(self.d, self.s, n, c, taken):
            yield _Told(n.value, n.exact, "votes", of, None, None, end)

    def _part(self, n: NumberMention, c: Counted) -> _Told | None:
        """A part of the people counted before: "منهم 17 امرأة", "تسعة أعضاء، ستة رجال وثلاث نساء"."""
        whole = next((t for t in reversed(self.told) if t.role != "part"), None)
        if whole is None or whole.what not in ("members", "attendees", "delegates") or c.kind not in _PEOPLE:
            return None
        between = range(self.told[-1].end, n.i)
        told = range(max(self.told[-1].end, n.i - _PART_REACH), n.i)
        parted = (self.told[-1].role == "part" and len(between) <= _PART_REACH) or any(self._parts(k) for k in told)
        apposed = c.kind == "people" and all(self.s.tokens[k].word.kind == "punct" for k in between)
        if not (parted or apposed):
            return None
        return _Told(n.value, n.exact, whole.what, whole.of, self._group(c), whole.phase, max(n.j, c.j), "part")

    def _parts(self, k: int) -> bool:
        return self.s.norm[k].removeprefix("و") in _PARTED

    def _group(self, c: Counted) -> str:
        """The noun phrase of a part: "أساتذة سلك الإعدادي"."""
        s, end = self.s, c.j
        while end < len(s.norm) and end - c.i < _GROUP and s.tokens[end].word.kind == "word" and s.norm[end][0] != "و":
            end += 1
        return s.text(c.i, end).removeprefix("و" if c.i == c.j - 1 and s.norm[c.i] not in NOUNS else "")

    def _ellipsis(self, n: NumberMention) -> Counted | None:
        """A number that leaves its noun to the number before or after: "58 مقابل 77 صوتا", "من 310 إلى 645 منخرطا"."""
        s, last = self.s, self.told[-1] if self.told else None
        after = next((m for m in of_type(s, NumberMention) if 0 < m.i - n.j <= 2), None)
        joined = after and all(w in {"الي", "من"} or w in _OUT_OF for w in s.norm[n.j : after.i])
        if after and joined and (found := counted(s, after)):
            return found
        if votes.is_given(s, n.j):
            return Counted("votes", n.i, n.j, True)
        if last is None:
            return None
        if s.norm[n.i - 1] in _OUT_OF:
            kind: Quantity = last.what if last.what in ("votes", "seats", "delegates", "branches") else "members"
            return Counted(kind, n.i, n.j, True) if kind not in ("seats", "branches") else None
        if last.what in ("votes", "other") and votes.is_void_word(s.norm[n.i - 1]):
            return Counted("votes", n.i, n.j, True)
        if last.what in ("votes", "members") and self._bare(n):
            return Counted(last.what, n.i, n.j, True)
        unknown = n.j < len(s.norm) and s.tokens[n.j].word.kind == "word" and s.norm[n.j] not in OTHER_UNITS
        parted = last.role == "part" or any(self._parts(k) for k in range(max(last.end, n.i - _NEXT), n.i))
        group = last.what in _PEOPLE and unknown and parted and s.norm[n.j] != "من"
        return Counted("people", n.j, n.j + 1, False) if group else None

    def _bare(self, n: NumberMention) -> bool:
        """Whether a number without noun is told like the one before it: "تلتها سوس ماسة بـ1250", "مقابل 52"."""
        s, last_votes = self.s, self.told[-1].what == "votes"
        ends = n.j >= len(s.norm) or s.tokens[n.j].word.kind == "punct" or s.norm[n.j][0] in "لو"
        named = last_votes and any(p.j == n.i for p in of_type(s, PersonMention))
        return named or (ends and (n.prefix.endswith("ب") or s.norm[n.i - 1] in _LIKE or s.is_sign(n.i - 1, "(:")))

    def _duals(self) -> Iterator[NumberMention]:
        """Duals that count by themselves: "فرعين جديدين"; in a list of parts of people too, "منهم 10 طلبة وصحفيتان"."""
        s = self.s
        for k, known in enumerate(s.known):
            if not known.dual or self._is_number(k):
                continue
            found = noun_at(s, k, clitics=True)
            if found is None or found[0].number != "dual":
                continue
            if found[0].kind in _DUALS or (found[0].kind in _PEOPLE and any(self._parts(x) for x in range(k + 1))):
                yield NumberMention(k, k, "", 2, True)
