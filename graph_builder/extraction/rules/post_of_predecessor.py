"""The former holder, or a rival, told beside the one elected: "انتخب X كاتبا إقليميا خلفا لـY"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding, resolved
from graph_builder.extraction.mention_kinds import (
    Mention,
    NumberMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.rules.clauses import subject_after
from graph_builder.extraction.rules.triggers import ELECTING, SUCCEEDING, last_of, saying, says, words
from graph_builder.model import Status

NAMES = ("post.predecessor", "post.rival", "post.successor")
EXAMPLES = (
    (
        "صادق حزب الاستقلال على إعفاء كريم العلمي من مهمة أمين مال الحزب، وتعويضه بسعيد الناصري.",
        ("سعيد الناصري | أمين مال | | حزب الاستقلال | | elected",),
    ),
    (
        "انتخب كريم العلمي كاتبا إقليميا لحزب الاستقلال بسطات خلفا لسعيد الناصري.",
        ("سعيد الناصري | كاتب إقليمي | | حزب الاستقلال | سطات | former",),
    ),
    (
        "انتخب كريم العلمي كاتبا إقليميا لحزب الاستقلال بسطات متقدما على منافسه سعيد الناصري.",
        ("سعيد الناصري | كاتب إقليمي | | حزب الاستقلال | سطات | candidate",),
    ),
    (
        "منسقو حزب الاستقلال: كريم العلمي، رئيس جماعة سلا، خلفا لسعيد الناصري.",
        ("سعيد الناصري | منسق | | حزب الاستقلال | | former",),
    ),
    (
        "انتخب كريم العلمي رئيسا لحزب الاستقلال. وأشاد العلمي، الذي يشغل مهمة الكاتب المحلي بسلا، بسلفه سعيد الناصري.",
        ("سعيد الناصري | رئيس | | حزب الاستقلال | | former",),
    ),
    (
        "فاز كريم العلمي بمنصب الكاتب الإقليمي لحزب الاستقلال بسلا على حساب الأستاذ سعيد الناصري.",
        ("سعيد الناصري | الكاتب الإقليمي | | حزب الاستقلال | سلا | candidate",),
    ),
    (
        "فاز كريم العلمي برئاسة المجلس الوطني لحزب الاستقلال بعد حصوله على 40 صوتا مقابل 20 لسعيد الناصري.",
        ("سعيد الناصري | رئيس | المجلس الوطني | حزب الاستقلال | | candidate",),
    ),
    (
        "عين حزب الاستقلال كريم العلمي أمينا إقليميا بسلا بعد استقالة الأمين السابق سعيد الناصري.",
        ("سعيد الناصري | أمين إقليمي | | حزب الاستقلال | سلا | former",),
    ),
    (
        "فاز كريم العلمي بمنصب الكاتب الإقليمي لحزب الاستقلال بسلا متقدما على منافسيه سعيد الناصري (67 صوتا) ومنى الزين (21 صوتا).",
        ("سعيد الناصري | الكاتب الإقليمي | | حزب الاستقلال | سلا | candidate", "منى الزين | الكاتب الإقليمي"),
    ),
    (
        "عين حزب الاستقلال كريم العلمي أمينا إقليميا بسلا، معوضا سعيد الناصري.",
        ("سعيد الناصري | أمين إقليمي | | حزب الاستقلال | سلا | former",),
    ),
    (
        "أقالت قيادة حزب الاستقلال كريم العلمي من رئاسة الفرع بسلا وعينت سعيد الناصري مكانه.",
        ("سعيد الناصري | رئيس | الفرع | حزب الاستقلال | سلا | elected",),
    ),
    (
        "انتخب كريم العلمي رئيسا لحزب الاستقلال. ويحل كريم العلمي محل سعيد الناصري.",
        ("سعيد الناصري | رئيس | | حزب الاستقلال | | former",),
    ),
    (
        "انتخب كريم العلمي رئيسا لحزب الاستقلال. ونافسه على المنصب سعيد الناصري وحميد التازي.",
        (
            "سعيد الناصري | رئيس | | حزب الاستقلال | | candidate",
            "حميد التازي | رئيس | | حزب الاستقلال | | candidate",
        ),
    ),
    (
        "انتخب كريم العلمي رئيسا لحزب الاستقلال. وكان سعيد الناصري وحميد التازي قد انسحبا من المنافسة.",
        (
            "سعيد الناصري | رئيس | | حزب الاستقلال | | candidate",
            "حميد التازي | رئيس | | حزب الاستقلال | | candidate",
        ),
    ),
    (
        "أعفي الكاتب الإقليمي لحزب الاستقلال بسطات كريم العلمي من مهامه، وحلت محله نائبته فاطمة الزاوي.",
        ("فاطمة الزاوي | الكاتب الإقليمي | | حزب الاستقلال | سطات | elected",),
    ),
)
NEAR_MISSES = (
    "أعفي كريم العلمي من مهام منسق حزب الاستقلال بتازة.",
    "انتقد كريم العلمي الكاتب الإقليمي لحزب الاستقلال بسطات، وتعويضه سعيد الناصري.",
    "خلف الحريق في سلا خسائر، وزارها كريم العلمي.",
    "انتخب كريم العلمي رئيسا لحزب الاستقلال. وانسحب سعيد الناصري من القاعة.",
    "جاء بلاغ حزب الاستقلال بعد استقالة سعيد الناصري.",
    "سار كريم العلمي خلف سعيد الناصري.",
    "حضر كريم العلمي، رئيس جماعة سلا، خلفا لسعيد الناصري.",
    "انتخب كريم العلمي رئيسا لمجلس جماعة سلا متقدما على منافسه سعيد الناصري.",
    "انتخب كريم العلمي كاتبا إقليميا لحزب الاستقلال بسطات، ونال عضوية اللجنة كل من سعيد الناصري الذي حصل على 40 صوتا.",
)
RIVALS: Final = words(
    "منافسه منافسته منافسها منافستها لمنافسه لمنافسته لمنافسها لمنافستها غريمه غريمها غريمته غريمتها لغريمه لغريمها"
)
_FORMER: Final = words("سلفه سلفها لسلفه لسلفها بسلفه بسلفها سلفي")
_HELD_IT: Final = words("شغله شغلته يشغله تشغله تولاه تولته")
_WHICH: Final = words("الذي التي كان كانت")
_VOTES: Final = words("صوت صوتا أصوات صوتين")
_AGAINST: Final = words("مقابل ضد")
_GOT: Final = words("نال نالت حصل حصلت حصد حصدت حاز حازت جمع جمعت اكتفى اكتفت رصيد رصيده رصيدها أحرز أحرزت توقف وتوقف")
_SEATS: Final = words("عضوية لعضوية بعضوية")
_AHEAD: Final = words("متقدما متقدمة متفوقا متفوقة متغلبا متغلبة تفوق تفوقت تغلب تغلبت")
_EXPENSE: Final = words("حساب")
_OVER: Final = words("على")
_REPLACING: Final = words("يخلف تخلف خلف خلفت ليخلف لتخلف سيخلف ستخلف وخلف")
_AT: Final = words("محل مكان")
_PLACE: Final = words("محله محلها مكانه مكانها")
_OF_HIM: Final = words("له لها منه منها عنه عنها")
_FOLLOWING: Final = words(
    "لخلفه لخلفها بخلفه خلفه خلفته خلفها يخلفه تخلفه ليخلفه لتخلفه يخلفها ليخلفها عوضه عوضته عوضها يعوضه تعوضه ليعوضه لتعوضه"
)
_MAKING_GOOD: Final = words("تعويضه تعويضها بتعويضه بتعويضها")
_OFFICE: Final = words("المنصب منصب المهمة المسؤولية المهام")
_MAKING_UP: Final = words("يعوض تعوض سيعوض ستعوض ليعوض لتعوض")
_LOSS: Final = words("وفاة رحيل استقالة إقالة إعفاء تنحي عزل طرد مغادرة")
_AFTERWARDS: Final = words("بعد إثر عقب وبعد غداة")
"""Before the loss of the former holder: "بعد استقالة Y"."""
_CONTENDING: Final = words("نافسه نافسته نافسها نافستها ينافسه تنافسه ينافسها")
_WITHDRAWING: Final = words("انسحب انسحبت انسحبا انسحبوا ينسحب تنسحب انسحاب بانسحاب اعتذر اعتذرت تنازل تنازلت")
_CONTEST: Final = words("المنافسة السباق الترشح الترشيح ترشحه ترشحها ترشيحه ترشيحها المضمار")
_TELLING: Final = (
    SUCCEEDING
    | _MAKING_UP
    | _LOSS
    | RIVALS
    | _CONTENDING
    | _WITHDRAWING
    | _EXPENSE
    | _AHEAD
    | _REPLACING
    | _FORMER
    | _HELD_IT
    | _PLACE
    | _FOLLOWING
    | _MAKING_GOOD
)
NAMED: Final[dict[Status, str]] = {"former": "predecessor", "candidate": "rival", "elected": "successor"}
_ACTING: Final = "بالنيابة"
_REACH: Final = 4
"""Words between "in succession to" and the name."""
_FAR: Final = 8
"""Words from "succeeds" to "in this office"."""
_OF_MANY: Final = ("member", "deputy", "adviser")
"""Offices that several people hold: who stood for one is no rival of who holds another."""


def holdings(d: Discourse, s: Sentence, found: Sequence[Holding]) -> Iterator[Holding]:
    """Yield former holders of, and rivals for, the offices that ``found`` tells as won, in this sentence or before."""
    for k in saying(s, _TELLING):
        if says(s, k, _FOLLOWING) or s.norm[k] in _PLACE or _made_good(s, k):
            placed = list(_in_his_place(d, s, k, found)) if s.norm[k] in _PLACE else []
            yield from placed or _followed(d, s, k, found)
        elif s.norm[k] in SUCCEEDING:
            yield from _told(d, s, k, _after(s, k)[:1], found, "former", _by_title(s, k))
            yield from _in_his_place(d, s, k, found)
        elif says(s, k, _MAKING_UP) or (k > 0 and s.norm[k - 1] in _AFTERWARDS and says(s, k, _LOSS)):
            gone = subject_after(d, s, k + 1)
            before = [h for h in found if h.sentence is s and h.person.i < k and h.status == "elected"]
            yield from _told(d, s, k, [gone] if gone is not None and before else [], found, "former")
        elif s.norm[k] in _FORMER or (s.norm[k] in _HELD_IT and s.norm[k - 1] in _WHICH):
            yield from _told(d, s, k, _after(s, k)[:1], found, "former", anywhere=True)
        elif says(s, k, _REPLACING):
            yield from _replaced(d, s, k, found)
        else:
            yield from _told(d, s, k, _rivals(d, s, k), found, "candidate")
    yield from _standing(d, s, found)


def _rivals(d: Discourse, s: Sentence, k: int) -> Sequence[PersonMention]:
    """Those whom the word at token ``k`` tells as rivals: his rival, who contended, gave up, or was beaten."""
    if s.norm[k] in RIVALS:
        return _after(s, k)[:1]
    if says(s, k, _CONTENDING):
        return _run(d, s, _after(s, k)[:1])
    if says(s, k, _WITHDRAWING) and any(w in _CONTEST for w in s.norm[k + 1 : k + _FAR]):
        return _withdrawn(d, s, k)
    if s.norm[k] in _EXPENSE and k > 0 and s.norm[k - 1] in _OVER:
        return _after(s, k)[:1]
    over = says(s, k, _AHEAD) and k + 1 < len(s.norm) and s.norm[k + 1] in _OVER
    return _beaten(s, k) if over else []


def _by_title(s: Sentence, k: int) -> bool:
    """ "الرئيس الجديد الذي حل محل Y": whether the new holder is told by his office, no name before."""
    people = any(p.i < k for p in of_type(s, PersonMention))
    return not people and any(r.definite and r.j <= k for r in of_type(s, RoleMention))


def _made_good(s: Sentence, k: int) -> bool:
    """ "إعفاء X من مهمة كذا، وتعويضه بـY": whether the new holder is told right after, with "by"."""
    return says(s, k, _MAKING_GOOD) and any(p.i == k + 1 and p.prefix == "ب" for p in of_type(s, PersonMention))


def _followed(d: Discourse, s: Sentence, k: int, found: Sequence[Holding]) -> Iterator[Holding]:
    """ "وحلت محله X", "وخلفته X": the new holder, named next, of the office told last, unless his own is told after."""
    after = next((p for p in of_type(s, PersonMention) if 0 < p.i - k <= _FAR), None)
    told = [h for h in found if h.sentence.index == s.index and h.person.i < k and h.role.i < k]
    if after is None or not told or any(w in _OFFICE for w in s.norm[after.j : after.j + _REACH]):
        return
    last = max(told, key=lambda h: (h.person.i, h.role.i))
    own = d.person(after) == d.person(last.person) or _is_told(d, s, after, last, found)
    if not own and last.status != "candidate":
        yield Holding(after, last.role, s, "post.successor", 0.7, "elected", last.text, last.body)


def _in_his_place(d: Discourse, s: Sentence, k: int, found: Sequence[Holding]) -> Iterator[Holding]:
    """ "أقيل X من رئاسة الفرع وعين Y مكانه", "Y خلفا له": the new holder, named before, of the office that X left."""
    if s.norm[k] not in _PLACE and not (k + 1 < len(s.norm) and s.norm[k + 1] in _OF_HIM):
        return
    new = next((p for p in of_type(s, PersonMention) if p.j == k), None)
    near = [h for h in found if s.index - 1 <= h.sentence.index <= s.index and h.status == "former"]
    left = [h for h in near if new is not None and d.person(h.person) != d.person(new)]
    left = [h for h in left if h.sentence is not s or h.person.i < k]
    if new is not None and left and not _is_told(d, s, new, left[-1], found):
        h = left[-1]
        yield Holding(new, h.role, s, "post.successor", 0.7, "elected", h.text, h.body)


def _is_told(d: Discourse, s: Sentence, person: PersonMention, office: Holding, found: Sequence[Holding]) -> bool:
    """Whether what he became is told beside his name: "وعين مكانه X منسقا إقليميا"."""
    own = (h for h in found if h.sentence is s and h.role.head == office.role.head and h.status == "elected")
    return any(d.person(h.person) == d.person(person) for h in own)


def _run(d: Discourse, s: Sentence, first: Sequence[PersonMention]) -> list[PersonMention]:
    """The list that a name opens."""
    return people_run(s, s.mentions.index(first[0]), 1, d.vocabulary) if first else []


def _withdrawn(d: Discourse, s: Sentence, k: int) -> list[PersonMention]:
    """Who gave up standing: the subject after the verb, else the list right before it ("X وY قد انسحبا")."""
    after = subject_after(d, s, k + 1)
    if after is not None:
        return _run(d, s, [after])
    before = next((p for p in of_type(s, PersonMention)[::-1] if 0 <= k - p.j <= 1), None)
    return people_run(s, s.mentions.index(before), -1, d.vocabulary) if before is not None else []


def _standing(d: Discourse, s: Sentence, found: Sequence[Holding]) -> Iterator[Holding]:
    """Those who stood too: who got votes, who is called the candidate."""
    for number in of_type(s, NumberMention):
        person = _voted_for(s, number)
        if person is not None:
            yield from _told(d, s, number.i, [person], found, "candidate")
    for role in of_type(s, RoleMention):
        if role.key == "candidate" and role.definite and role.body is None and not role.places:
            yield from _told(d, s, role.i, [p for p in of_type(s, PersonMention) if p.i == role.j], found, "candidate")


def _contested(found: Sequence[Holding]) -> list[Holding]:
    """The offices that one person was elected to: not seats in a body, no deputies; who sought a public one got votes only."""
    elected = [h for h in found if h.status == "elected" and not h.role.public]
    return [h for h in elected if h.role.key not in _OF_MANY]


def _voted_for(s: Sentence, number: NumberMention) -> PersonMention | None:
    """Who got a number of votes: "31 صوتا لـX", "X (31 صوتا)", else the last name before it, a verb of getting between."""
    after = number.j
    against = number.i > 0 and s.norm[number.i - 1] in _AGAINST and any(w in _VOTES for w in s.bare[: number.i])
    voted = after < len(s.norm) and (s.bare[after] in _VOTES or against)
    if not voted or last_of(s, _SEATS, number.i) >= 0:
        return None
    after -= after < len(s.norm) and s.bare[after] not in _VOTES
    people = list(of_type(s, PersonMention))
    given = next(
        (p for p in people if 0 < p.i - after <= 2 and (p.prefix == "ل" or s.norm[p.i - 1].startswith("ل"))), None
    )
    if given is not None:
        return given
    before = [p for p in people if p.j <= number.i]
    getting = bool(before) and any(says(s, k, _GOT) for k in range(max(0, before[-1].i - 2), number.i))
    getting = getting or (bool(before) and before[-1].j == number.i - 1 and s.is_sign(number.i - 1, "("))
    return before[-1] if getting and number.i - before[-1].j <= _FAR else None


def _after(s: Sentence, k: int) -> list[PersonMention]:
    """The names after token ``k``, what is told of the first before it ("خلفا للرئيس السابق X") not counted."""
    aside = sum(m.j - m.i for m in s.mentions if m.i > k and not isinstance(m, PersonMention) and _before_name(s, m))
    people = [m for m in of_type(s, PersonMention) if 0 < m.i - k <= _REACH + aside]
    return [m for m in people if last_of(s, ELECTING, m.i) < k]


def _before_name(s: Sentence, m: Mention) -> bool:
    """Whether nothing but offices, parties and places stands between a mention and the next name."""
    at = s.mentions.index(m)
    following = next((x for x in s.mentions[at:] if not isinstance(x, (RoleMention, PartyMention, PlaceMention))), None)
    return isinstance(following, PersonMention)


def _beaten(s: Sentence, k: int) -> list[PersonMention]:
    """ "متقدما على X الذي نال ... وعلى Y": each name after "over"."""
    over = [n for n in range(k + 1, len(s.norm)) if says(s, n, _OVER)]
    people = [p for p in of_type(s, PersonMention) if any(0 < p.i - n <= _REACH for n in over)]
    return people if people and people[0].i - k <= _REACH + 1 else []


def _replaced(d: Discourse, s: Sentence, k: int, found: Sequence[Holding]) -> Iterator[Holding]:
    """ "ويخلف X في هذا المنصب Y", "X الذي خلف Y في المنصب": who is named second is the former holder."""
    people = list(of_type(s, PersonMention))
    after, before = [p for p in people if p.i > k], [p for p in people if p.j <= k]
    if not any(norm in _OFFICE for norm in s.norm[k : k + _FAR]) or not after:
        return
    new, old = (after[0], after[1:2]) if len(after) > 1 else (before[-1] if before else None, after[:1])
    if new is not None:
        yield from _told(d, s, k, old, [h for h in found if d.person(h.person) == d.person(new)], "former", True)


def _told(
    d: Discourse,
    s: Sentence,
    k: int,
    people: Sequence[PersonMention],
    found: Sequence[Holding],
    status: Status,
    anywhere: bool = False,
) -> Iterator[Holding]:
    """The office won nearest before token ``k``, told of its former holder or of those who sought it too."""
    told = _contested(found) if status == "candidate" else found
    won = [h for h in told if _won(h) and h.sentence.index <= s.index]
    here = [h for h in won if h.sentence is s]
    before = [h for h in here if h.person.i <= k] or (here if len(here) == 1 and s.norm[k] not in _AT else [])
    if not any(h.status == "elected" for h in before) and (anywhere or not before):
        names = {
            d.person(p) for p in of_type(s, PersonMention) if p.i < k
        }  # the winner, whose election was told before
        chosen_before = [h for h in won if h.status == "elected" and d.person(h.person) in names]
        before = sorted(chosen_before, key=_surely_won)[-1:] or before
    if not before and (anywhere or status == "candidate"):
        elected = [h for h in won if h.status == "elected" and h.role.form.number == "singular"]
        heads = {r.head for r in of_type(s, RoleMention) if r.j <= k}  # "الرئيس الجديد سلفه": of the president
        elected = [h for h in elected if h.role.head in heads] or elected
        before = [h for h in elected if anywhere or h.sentence is elected[-1].sentence][:1]
    if not before:
        return
    h = ([h for h in before if h.status == "elected"] or before)[-1]
    if status == "candidate" and not _is_sought(d, h):
        return
    text = (h.text or h.role.text).removesuffix(_ACTING).strip() if status == "former" else h.text
    role = h.role if h.sentence is s else resolved(d, h)
    chosen = {d.person(h.person) for h in here if h.status == "elected"} if status == "candidate" else set()
    for person in people:
        if d.person(person) != d.person(h.person) and d.person(person) not in chosen:
            yield Holding(person, role, s, f"post.{NAMED[status]}", 0.7, status, text, h.body)


def _is_sought(d: Discourse, h: Holding) -> bool:
    """Whether who stood too is told as a candidate for the office: one of a party, that one person holds."""
    role = resolved(d, h)
    civil = role.body is not None and role.body.kind == "civil"
    return not (role.public or civil) and role.key not in _OF_MANY


def _won(h: Holding) -> bool:
    """Whether somebody came into an office: not told of him as one that he has besides, on a council."""
    return h.status == "elected" or (h.status == "current" and not h.role.public)


def _surely_won(h: Holding) -> bool:
    """Whether the office is told in the accusative, as what somebody was elected to."""
    return h.role.form.case == "accusative"
