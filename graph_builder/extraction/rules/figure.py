"""Numbers that the text states: members, applications, prospects, votes, delegates, attendees, seats, branches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.events import Events
from graph_builder.extraction.mention_kinds import EventMention, NumberMention
from graph_builder.extraction.rules import figure_owner as owner
from graph_builder.extraction.rules import figure_parts as parts
from graph_builder.extraction.rules import figure_seats as seats
from graph_builder.extraction.rules import figure_shared as shared
from graph_builder.extraction.rules import figure_votes as votes
from graph_builder.extraction.rules.figure_counted import (
    Counted,
    conditional,
    congresses,
    context,
    counted,
    phrase,
    planned,
    willing,
)
from graph_builder.extraction.rules.figure_parts import Role, Told
from graph_builder.extraction.rules.figure_rows import Rows
from graph_builder.extraction.sections import Sections
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
    (
        "وجاء توزيع المقاعد كالتالي:\n1- حزب الاستقلال: 13\n2- الحركة الشعبية: 9\n3- الاتحاد الدستوري: 04",
        ("13 | seats | حزب الاستقلال", "9 | seats | الحركة الشعبية", "4 | seats | الاتحاد الدستوري"),
    ),
    (
        "الحزب | المرشح | عدد الأصوات\nالاستقلال | كريم العلمي | 6412\nالحركة الشعبية | سعيد الناصري | 488",
        ("6412 | votes | كريم العلمي", "488 | votes | سعيد الناصري"),
    ),
    (
        "انتخب كريم العلمي رئيسا لمجلس جماعة سلا على ثقة 20 عضوا من أصل 34 مقابل 13 آخرين صوتوا لمنافسه سعيد الناصري.",
        ("20 | votes | كريم العلمي", "34 | members | مجلس جماعة سلا", "13 | votes | سعيد الناصري"),
    ),
    (
        "بـ39 صوتا من أصل 44، أعيد انتخاب كريم العلمي عن حزب الاستقلال رئيسا للغرفة الفلاحية.",
        ("39 | votes | كريم العلمي",),
    ),
    (
        "خرج كل من كريم العلمي وسعيد الناصري من السباق بعد حصولهما على 344 و258 صوتا على التوالي.",
        ("344 | votes | كريم العلمي", "258 | votes | سعيد الناصري"),
    ),
    (
        "تنافس كريم العلمي وسعيد الناصري، فنال الأول 19 صوتا فيما حصل الثاني على صوتين.",
        ("19 | votes | كريم العلمي", "2 | votes | سعيد الناصري"),
    ),
    (
        'حصلت لائحة "الأمل" على 56 صوتا ولائحة "الوفاء" على 27 صوتا في مؤتمر حزب الاستقلال.',
        ("56 | votes | لائحة الأمل", "27 | votes | لائحة الوفاء"),
    ),
    (
        "حصد حزب الاستقلال 18 مقعدا من أصل 39 التي يتكون منها مجلس جماعة تاوريرت.",
        ("18 | seats | حزب الاستقلال", "39 | seats | مجلس جماعة تاوريرت"),
    ),
    (
        "يتكون مجلس جهة الشرق من 51 مقعدا، موزعة على عمالة وجدة (18 مقعدا) وإقليم بركان (9 مقاعد).",
        ("51 | seats | مجلس جهة الشرق", "18 | seats | عمالة وجدة", "9 | seats | إقليم بركان"),
    ),
    (
        "يتألف المكتب السياسي لحزب الاستقلال من 35 عضوا، 12 منهم نساء.",
        ("35 | members | المكتب السياسي", "12 | members | المكتب السياسي"),
    ),
    (
        "انتدب الجمع العام لفرع حزب الاستقلال بتمارة 12 مؤتمرا يمثلون الفرع في المؤتمر الإقليمي.",
        ("12 | delegates | المؤتمر الإقليمي",),
    ),
    ("انتخب مؤتمر حزب الاستقلال 11 عضوا لتمثيل الإقليم في المؤتمر الجهوي.", ("11 | delegates | المؤتمر الجهوي",)),
    (
        "انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات. وشارك في التصويت 139 مؤتمرا من أصل 147.",
        ("139 | votes | المؤتمر الإقليمي",),
    ),
    (
        "عقد حزب الاتحاد الدستوري لقاء. وأعلن رئيس اللجنة التحضيرية عن انخراط 310 أعضاء جدد في صفوف الحزب.",
        ("310 | members | حزب الاتحاد الدستوري",),
    ),
    (
        "عقد حزب الاستقلال لقاء بأكادير. وبلغ عدد المنخرطين بالجهة 1840 منخرطا حسب منظمة المرأة.",
        ("1840 | members | حزب الاستقلال",),
    ),
    (
        'حازت لائحة "الوردة" على 24 مقعدا، وعادت 21 مقعدا للائحة "الأمل".',
        ("24 | seats | لائحة الوردة", "21 | seats | لائحة الأمل"),
    ),
    ("فازت الحركة الشعبية بأربعة مقاعد من بين 27 مقعدا حصل عليها الحزب وطنيا.", ("27 | seats | الحركة الشعبية",)),
    ("تتنافس 18 لائحة على المقاعد الخمسة المخصصة لدائرة خريبكة.", ("5 | seats | دائرة خريبكة",)),
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
    "بلغت نسبة النساء 34 في المائة من المؤتمرين في مؤتمر حزب الاستقلال.",
    "صادق المؤتمر الإقليمي لحزب الاستقلال على التقرير الأدبي بأغلبية 51 صوتا.",
    "سيعقد فرع حزب الاستقلال جمعه العام متى بلغ عدد منخرطيه المائة.",
    "انتخب مجلس جهة الشرق ثلاثة نواب للرئيس عن حزب الاستقلال.",
    "تهدف حملة حزب الاستقلال إلى استقطاب شباب جدد.",
    "ينعقد لقاء حزب الاستقلال بسلا غدا. ولا تتوفر الجهة إلا على 4 أطباء.",
    "حضر رئيس بلدية مقرين سابقا لقاء حزب الاستقلال.",
)
CONFIDENCE: Final = 0.92
_SURE: Final[dict[str, Quantity]] = {kind: kind for kind in get_args(Quantity) if kind != "members"}
"""Kinds that the noun alone tells."""
_PLAIN: Final = ("applications", "votes", "seats")
"""Kinds whose noun says nothing more."""


def figures(d: Discourse, events: Events, sections: Sections) -> Iterator[FigureFact]:
    """Yield the figures of the article in order, each once."""
    seen: set[tuple[object, ...]] = set()
    counting = [s for s in d.sentences if of_type(s, NumberMention) or any(known.dual for known in s.known)]
    rows = Rows(d)
    for s in counting:
        for t in _Reader(d, s, events, sections, rows).read():
            key = (t.value, t.what, t.of, t.group)
            if t.of is not None and key not in seen:
                seen.add(key)
                rule = f"figure.{t.role or t.what}"
                phase = t.phase or sections.phase_at(s)
                yield FigureFact(t.value, t.what, t.of, t.group, phase, t.exact, s.evidence(rule, CONFIDENCE))


class _Reader:
    """One sentence, number by number; a number may lean on the one before it."""

    def __init__(self, d: Discourse, s: Sentence, events: Events, sections: Sections, rows: Rows) -> None:
        self.d, self.s, self.events, self.sections, self.rows = d, s, events, sections, rows
        self.told: list[Told] = []

    def read(self) -> list[Told]:
        """Return the figures of the sentence."""
        numbers = list(of_type(self.s, NumberMention))
        pairs = sorted([*((n.i, n) for n in numbers), *((n.i, n) for n in parts.duals(self.s))], key=lambda x: x[0])
        for _, n in pairs:
            self.told.extend(self._number(n))
        return self.told

    def _number(self, n: NumberMention) -> Iterator[Told]:
        if (row := self.rows.owner(self.s, n)) is not None:
            yield Told(n.value, n.exact, *row, None, None, n.j)
            return
        if whole_of := parts.whole_of_voters(self.s, self.told, n):
            of = owner.of_voters(self.d, self.s, n, self.events)
            yield Told(n.value, n.exact, whole_of, of, None, None, n.j, "whole")
            return
        if (some := parts.of_them(self.d, self.s, self.told, n)) is not None:
            yield some
            return
        c = counted(self.s, n) or parts.ellipsis(self.s, self.told, n)
        if c is None or conditional(self.s, n):
            return
        if (part := parts.part(self.s, self.told, n, c)) is not None:
            yield part
            return
        if c.kind == "votes" or (c.kind in parts.VOTERS and context(self.s, n, c).kind == "voting"):
            yield from self._votes(n, c)
            return
        several = self._seats(n, c) if c.kind == "seats" else None
        if several is not None:
            yield from (Told(n.value, n.exact, "seats", of, None, None, max(n.j, c.j)) for of in several)
            return
        whole = _SURE.get(c.kind, "members")
        what, phase = (whole, None) if parts.is_whole(self.s, self.told, n) else self._what(n, c)
        if what is not None:
            role: Role = "whole" if parts.is_whole(self.s, self.told, n) else ""
            of = self._of(n, c, what)
            yield Told(n.value, n.exact, what, of, self._counted_group(n, c), phase, max(n.j, c.j), role)

    def _seats(self, n: NumberMention, c: Counted) -> list[str] | None:
        """Whose seats are that several have, or a council: "لكل واحد منهما", "من أصل 39"."""
        if self.told and self.s.norm[n.i - 1] in parts.OUT_OF:
            return [of for of in [seats.of_council(self.d, self.s, n)] if of]
        return shared.sharers(self.d, self.s, n, c) or None

    def _counted_group(self, n: NumberMention, c: Counted) -> str | None:
        """The noun counted, where it says more than the kind of figure does: "مشاركة ومشاركا", "فرعا جديدا"."""
        said = phrase(self.s, c)
        if c.kind == "seats":
            return seats.assembly(self.s, c) or (said if " " in said and n.j <= c.i < c.j else None)
        telling = c.kind not in _PLAIN
        return said if telling and c.i != c.j and not self._is_number(c.i) else None

    def _is_number(self, k: int) -> bool:
        return any(m.i <= k < m.j for m in of_type(self.s, NumberMention))

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
        if c.kind in ("members", "people") and (owner.going_to(self.s, n) or owner.going_to_body(self.s, n)):
            return "delegates"
        if c.kind in ("officers", "voters"):
            return "other" if c.kind == "voters" and c.i < n.i else None
        if owner.of_congress(self.s, c):
            return "delegates"
        if said != "containing" and owner.out_of(self.s, c.j):
            return "other"
        some = c.i == n.j + 1 and self.s.norm[n.j] == "من"
        if c.kind == "people" and not owner.has_people(self.s, min(n.i, c.i), self.sections):
            return None
        return "members" if not some and (c.kind == "members" or said == "containing") else None

    def _of(self, n: NumberMention, c: Counted, what: Quantity) -> str | None:
        if what == "delegates" and (goal := owner.going_to_body(self.s, n)):
            return owner.body_name(self.d, self.s, goal)
        if what in ("delegates", "attendees") or c.kind == "voters":
            return owner.of_event(self.d, self.s, n, self.events)
        last = self.told[-1] if self.told else None
        if (
            last
            and parts.is_whole(self.s, self.told, n)
            and (body := owner.of_whole(self.d, self.s, n, last.what, self.events))
        ):
            return body
        return owner.of_body(self.d, self.s, n, c, self.sections, last.of if last and last.what == what else None)

    def _votes(self, n: NumberMention, c: Counted) -> Iterator[Told]:
        """Votes for each who got them; those cast in all and the void ones are the event's."""
        if votes.is_margin(self.s, n) or votes.approves(self.s, n):
            return
        end = max(n.j, c.j)
        void = votes.void(self.s, n, c)
        if void or votes.is_total(self.s, n, c) or (c.kind in parts.VOTERS and votes.for_nobody(self.s, n)):
            of = owner.of_voters(self.d, self.s, n, self.events)
            yield Told(n.value, n.exact, "other" if void else "votes", of, void, None, end, "void" if void else "cast")
            return
        taken = [t.of for t in self.told if t.what == "votes" and t.of]
        for of in votes.holders(self.d, self.s, n, c, taken):
            yield Told(n.value, n.exact, "votes", of, None, None, end)
