"""Seats of a chamber or council, won for a constituency each: "على رأس الفائزين X عن دائرة أ، وY عن ب", "مقعد أ من نصيب X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in, places_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.rules.list_lead import WINNING, loose_words, turns
from graph_builder.extraction.rules.list_references import MEMBER
from graph_builder.extraction.rules.nominations import nomination
from graph_builder.extraction.rules.row_places import places_of
from graph_builder.extraction.rules.rows import Row, runs
from graph_builder.extraction.rules.triggers import LEAVING, saying, says, tells, trigger, words

NAMES = ("post.seat",)
EXAMPLES = (
    (
        "حصل حزب الاستقلال على 20 مقعدا بمجلس النواب. وعلى رأس الفائزين كريم العلمي عن دائرة سلا، وسعيد الناصري عن سطات، ومنى الزين عن تازة.",
        (
            "كريم العلمي | عضو | مجلس النواب | حزب الاستقلال | سلا | elected",
            "منى الزين | عضو | مجلس النواب | حزب الاستقلال | تازة | elected",
        ),
    ),
    (
        "فاز حزب الاستقلال بمقاعد في مجلس النواب، وفاز باسمه كل من كريم العلمي بدائرة سلا وسعيد الناصري بدائرة سطات. وإلى هؤلاء ينضاف كل من منى الزين عن تازة، وحميد التازي عن فاس.",
        ("حميد التازي | عضو | مجلس النواب | حزب الاستقلال | فاس | elected",),
    ),
    (
        "أما اللوائح الجهوية لحزب الاستقلال فقد حملت إلى مجلس النواب كلا من منى الزين عن جهة سوس ماسة، ونجاة الفاسي عن جهة الشرق.",
        ("نجاة الفاسي | عضو | مجلس النواب | حزب الاستقلال | الشرق | elected",),
    ),
    (
        "فاز حزب الاستقلال بمقعدين برلمانيين، إذ عاد مقعد الدائرة المحلية لسلا لكريم العلمي، فيما كان المقعد الثاني من نصيب منى الزين.",
        (
            "كريم العلمي | برلماني | | حزب الاستقلال | سلا | elected",
            "منى الزين | برلماني | | حزب الاستقلال | | elected",
        ),
    ),
)
NEAR_MISSES = (
    "حصل حزب الاستقلال على 20 مقعدا بمجلس النواب. والتقى كريم العلمي عن دائرة سلا، وسعيد الناصري عن سطات.",
    "حصل حزب الاستقلال على 20 مقعدا بمجلس النواب. وخسر كل من كريم العلمي عن دائرة سلا، وسعيد الناصري عن سطات.",
    "حضر اللقاء بمجلس النواب كريم العلمي عن جهة سلا، وسعيد الناصري عن سطات.",
    "فاز حزب الاستقلال بمقعدين برلمانيين، ووجه مقعد الرئاسة نداء لكريم العلمي.",
)
_BACK: Final = 3
"""Sentences back to the chamber whose seats are told."""
_SEATS: Final = trigger("seats_won")
_CHAMBERS: Final = frozenset(fold(name) for name in ("مجلس النواب", "مجلس المستشارين", "البرلمان", "مجلس الشيوخ"))
_PARLIAMENT: Final = "member_of_parliament"
_CARRYING: Final = words("حملت حمل أوصلت أوصل أدخلت منحت")
_ADDING: Final = words("ينضاف ينضافون تنضاف يضاف معهم معهن معه إليهم إليهن كذلك أيضا كما بالإضافة إضافة")
_FALLING: Final = words("عاد آل ذهب كان منح أسند")
_SHARE: Final = words("نصيب لصالح لفائدة حصة")
_SEAT: Final = words("مقعد المقعد")
_LOST: Final = LEAVING | words("خسر خسرت أخفق أخفقت فشل فشلت ترشح ترشحت سقط سقطت لم دون ضد")
_REACH: Final = 12
"""Tokens from a seat to whom it fell to."""
_MOST: Final = 0.6
"""Share of a list's items that have a place."""
_FORM: Final = Form("m", "singular", "", False)


class Seat(NamedTuple):
    """An office in a chamber, and the last token of its own sentence that tells it."""

    role: RoleMention
    end: int


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield who won the seats that the sentence, or one before, tells."""
    if (seat := _seat(d, s)) is None:
        return
    for rows in runs(d, s):
        places = places_of(d, rows)
        if sum(p is not None for p in places) >= _MOST * len(rows) and _is_won(d, s, rows):
            yield from (_holding(d, row.s, row.person, seat, place) for row, place in zip(rows, places, strict=True))
    yield from _fallen(d, s, seat)


def _holding(d: Discourse, s: Sentence, person: PersonMention, seat: Seat, place: PlaceMention | None) -> Holding:
    role = replace(seat.role, places=[place] if place is not None else [], party=d.party_at(s, person.i))
    return Holding(person, role, s, NAMES[0], 0.8, "elected")


def _seat(d: Discourse, s: Sentence) -> Seat | None:
    """The seat that is told last, here or up to some sentences before: of a chamber, or of parliament."""
    for other in d.sentences[max(0, s.index - _BACK) : s.index + 1][::-1]:
        if not tells(other, _SEATS):
            continue
        chamber = next((b for b in bodies_in(other)[::-1] if fold(b.name) in _CHAMBERS), None)
        if chamber is not None:
            return Seat(_of_chamber(chamber), chamber.j)
        member = next((r for r in of_type(other, RoleMention) if r.key == _PARLIAMENT), None)
        if member is not None:
            text = fold("برلماني")
            role = RoleMention(0, 0, "", text, text, _PARLIAMENT, _FORM, (text,), True, False, modified=True)
            return Seat(role, member.j)
    return None


def _of_chamber(chamber: BodyMention) -> RoleMention:
    role = office_of(chamber, MEMBER, "member")
    return replace(role, body=replace(chamber, place=None, party=None), party=None, public=True)


def _is_won(d: Discourse, s: Sentence, rows: list[Row]) -> bool:
    """Whether the words before a list tell those listed as winners, or add them to the winners of the sentence before."""
    first = rows[0]
    start = first.office.i if first.office is not None and first.office.i < first.person.i else first.person.i
    floor = max((p.j for p in of_type(s, PersonMention) if p.j <= start), default=0)
    lead = range(floor, start)
    if any(says(s, k, _LOST) for k in lead) or nomination(s, floor, start) is not None:
        return False
    if any(says(s, k, WINNING) or says(s, k, _CARRYING) for k in lead):
        return True
    if floor or not s.index or not any(says(s, k, _ADDING) for k in range(start + 1)):
        return False
    if any(turns(s, k, d.vocabulary.people.verbs) for k in loose_words(s, floor, start)):
        return False
    before = d.sentences[s.index - 1]
    return any(_is_won(d, before, run) for run in runs(d, before))


def _fallen(d: Discourse, s: Sentence, seat: Seat) -> Iterator[Holding]:
    """ "عاد مقعد دائرة أ لX", "كان المقعد الثاني من نصيب Y": to whom a seat fell."""
    for k in saying(s, _SEAT):
        person = next((p for p in of_type(s, PersonMention) if k < p.i <= k + _REACH), None)
        if person is None or not any(says(s, n, _FALLING) for n in range(max(0, k - 2), k)):
            continue
        if person.prefix == "ل" or says(s, person.i - 1, _SHARE):
            place = next((p for p in places_in(s) if k < p.i < p.j <= person.i), None)
            yield _holding(d, s, person, seat, place)
