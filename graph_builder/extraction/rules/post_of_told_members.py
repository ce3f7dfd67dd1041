"""Lists that a phrase opens far from what they are a list of: "ضم المكتب أسماء جديدة، ويتعلق الأمر بـX وY"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from graph_builder.extraction.discourse import Discourse, stands_alone
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    DateMention,
    EventMention,
    NumberMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.rules.status import listed_body, of_many, status_of
from graph_builder.extraction.rules.triggers import COMPOSING, ELECTING, LEAVING, says, tells, trigger, words
from graph_builder.model import Status

NAMES = ("post.told_members",)
EXAMPLES = (
    (
        "كما ضم المكتب السياسي لحزب الاستقلال أسماء جديدة، ويتعلق الأمر بكريم العلمي، منى الزين، وحميد التازي.",
        ("كريم العلمي | عضو | المكتب السياسي | حزب الاستقلال", "حميد التازي | عضو | المكتب السياسي | حزب الاستقلال"),
    ),
    (
        "صادق المجلس الوطني لحزب الاستقلال على تشكيلة المكتب السياسي التي تضم 3 أعضاء، في خطوة مهمة. ويتعلق الأمر بكل من كريم العلمي، منى الزين، وحميد التازي.",
        ("كريم العلمي | عضو | المكتب السياسي", "حميد التازي | عضو | المكتب السياسي"),
    ),
    (
        "ضم المكتب السياسي لحزب الاستقلال أسماء كل من؛ كريم العلمي، منى الزين، حميد التازي.",
        ("كريم العلمي | عضو | المكتب السياسي", "حميد التازي | عضو | المكتب السياسي"),
    ),
    (
        "انتخب مجلس شورى حزب الأمة مكتبا تنفيذيا لتدبير شؤون الحزب مكونا من كريم العلمي، منى الزين وحميد التازي.",
        ("كريم العلمي | عضو | مكتب تنفيذي | حزب الأمة", "حميد التازي | عضو | مكتب تنفيذي"),
    ),
    (
        "نشط اللقاء أعضاء من الكتابة الإقليمية لحزب الاستقلال بسطات ومن ضمنهم كريم العلمي ومنى الزين، حميد التازي.",
        ("كريم العلمي | عضو | الكتابة الإقليمية", "حميد التازي | عضو | الكتابة الإقليمية"),
    ),
    (
        "أعلن حزب الاستقلال نتائج انتخابات المجلس الوطني. والفائزون في الانتخابات هم: كريم العلمي ومنى الزين وحميد التازي.",
        ("كريم العلمي | عضو | المجلس الوطني | حزب الاستقلال | | elected", "حميد التازي | عضو | المجلس الوطني"),
    ),
    (
        "نال عضوية اللجنة التحضيرية لحزب الاستقلال كل من كريم العلمي، الذي حصل على 50 صوتا، ومنى الزين، التي حصلت على 40 صوتا، ثم حميد التازي.",
        ("منى الزين | عضو | اللجنة التحضيرية", "حميد التازي | عضو | اللجنة التحضيرية"),
    ),
    (
        "رتب حزب الاستقلال المرشحات والمرشحين العشرة الأوائل في اللائحة الوطنية الخاصة بالشباب على الشكل التالي: كريم العلمي، منى الزين، حميد التازي.",
        ("كريم العلمي | المرشح | | حزب الاستقلال | | candidate", "حميد التازي | المرشح | | حزب الاستقلال | | candidate"),
    ),
)
NEAR_MISSES = (
    "أعلن المكتب السياسي لحزب الاستقلال عن لائحة احتياطية للمكتب السياسي، ويتعلق الأمر بكريم العلمي ومنى الزين.",
    "غادر المكتب السياسي لحزب الاستقلال عدد من الوجوه، ويتعلق الأمر بكريم العلمي ومنى الزين.",
    "انعقد الجمع العام لتجديد المكتب المحلي لحزب الاستقلال بسلا بحضور كل من كريم العلمي ومنى الزين.",
    "استقبل المكتب السياسي لحزب الاستقلال فنانين، ويتعلق الأمر بكل من كريم العلمي ومنى الزين.",
    "ضم المكتب السياسي لحزب الاستقلال أسماء جديدة، وهنأ الحاضرون كريم العلمي ومنى الزين.",
    "انتخب المكتب السياسي لحزب الاستقلال، وتوفي أثناء اللقاء شخصان، ويتعلق الأمر بكريم العلمي ومنى الزين.",
)
_MATTER: Final = words("الأمر الامر")
_THEY: Final = words("هم هن هما وهم وهن وهما فهم فهن فهما")
_AMONG: Final = trigger("among") | words("أسماؤهم أسماؤهن")
_MADE_OF: Final = words("مكون مكونا مكونة مؤلفا مؤلفة متكونا متكونة مشكلا مشكلة يتكون تتكون يتألف تتألف المكون المكونة")
_MAKING: Final = COMPOSING | _MADE_OF
_STRONG: Final = _MATTER | _THEY | _AMONG
_NAMES_OF: Final = words("أسماء الأسماء")
_FILL: Final = words(
    "كل كلا كلاّ بكل لكل من ومن في وفي على وعلى ب يتعلق ويتعلق تعلق وتعلق السادة والسادة السيدات والسيدات الإخوة "
    "والإخوة الأخوات والأخوات الرفاق والرفاق الرفيقات والرفيقات التالية الآتية التوالي الترتيب حسب كالتالي كالآتي "
    "الشكل النحو التالي الآتي وذلك كما يلي لائحة بالسادة بالسيدات بالإخوة بالرفاق بالأخوات بالرفيقات"
)
_OPENING: Final = _STRONG | _MADE_OF | _NAMES_OF | _FILL
_LISTED_SO: Final = words("كالتالي كالآتي يلي التالي الآتي التوالي الترتيب")
_SEATS: Final = words("عضوية لعضوية بعضوية")
_COMPOSED: Final = COMPOSING | _SEATS | words("تشكيلة التشكيلة تشكيل تركيبة التركيبة لائحة أعضاء انتخاب بانتخاب هيكلة تجديد")
_WON: Final = words("الفائزين الفائزون الفائزات الناجحين الناجحون المنتخبين المنتخبون المنتخبات")
_TURNING: Final = (LEAVING | trigger("attending") | trigger("speaking")) - words("جانب بجانب") | words(
    "احتياطية الاحتياطية الاحتياط احتياط وفد الوفد وفدا توفي توفيت غاب غابت غياب تغيب استقبل استقبلت كرم تكريم تم "
    "أمام ضد بدل خلفا شخصان شخصين أشخاص فنانين مناضلين المناضلين ضيوف"
)  # fmt: skip
_ASIDE: Final = words(
    "الذي والذي التي والتي حصل حصلت نال نالت على ب صوتا أصوات صوت بمجموع ثم من عن جهة إقليم مدينة حزب بحصوله بحصولها"
)
_FEWEST: Final = 2
_FAR: Final = 45
"""Tokens from what the list is of to the phrase that opens it."""
_NEAR: Final = 4
"""Tokens from a word of composing to the body composed."""
_BESIDE: Final = ("", "(", ":", "-", "–", "،", ",")
_RESERVE: Final = words("احتياطية الاحتياطية الاحتياط احتياط")
_MEMBER: Final = "عضو"


class _Told(NamedTuple):
    """What a list is of."""

    role: RoleMention
    status: Status


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield those listed after a phrase that opens a list, in the office that is told of several before it."""
    for n, first in enumerate(s.mentions):
        if not isinstance(first, PersonMention):
            continue
        start = _opened(s, first)
        run = _run(d, s, n) if start is not None else []
        if start is None or len(run) < _FEWEST:
            continue
        told = _told(d, s, start)
        if told is not None and told.status == "candidate" and _placed(s, run) > 1:
            continue  # "X (سطات)، Y (سلا)": the office of each is at his place
        for person in run if told is not None else []:
            if told is not None and not _has_own(d, s, person):
                yield Holding(person, told.role, s, NAMES[0], 0.8, told.status)


def _opened(s: Sentence, first: PersonMention) -> int | None:
    """Where the phrase begins that opens the list of this name; ``None`` if there is none."""
    k, strong = first.i, False
    while k > 0 and (s.norm[k - 1] in _OPENING or s.is_sign(k - 1, ":؛;،-–\"«“") or s.norm[k - 1] == "و"):
        k -= 1
        strong = strong or s.norm[k] in _STRONG or s.norm[k] in _MADE_OF or s.norm[k] in _NAMES_OF
        strong = strong or (s.norm[k] in _LISTED_SO and any(s.is_sign(x, ":؛;") for x in range(k, first.i)))
    strong = strong or any(b.j == k and b.i and says(s, b.i - 1, _SEATS) for b in of_type(s, BodyMention))
    return k if strong and k < first.i and not s.is_sign(first.i - 1, "،") else None


def _run(d: Discourse, s: Sentence, n: int) -> list[PersonMention]:
    """The names listed from mention ``n`` on: with votes, towns, parties, offices in brackets between them."""
    run: list[PersonMention] = []
    last: PersonMention | None = None
    for m in s.mentions[n:]:
        if isinstance(m, PersonMention):
            if last is not None and not _joined(d, s, last, m):
                break
            run.append(m)
            last = m
        elif not isinstance(m, PlaceMention | PartyMention | NumberMention | DateMention | RoleMention):
            break
    return run


def _joined(d: Discourse, s: Sentence, a: PersonMention, b: PersonMention) -> bool:
    """Whether only signs, and what may be told of a name in a list, stand between two names."""
    if gap(s, a, b, d.vocabulary).strip("،,؛;/-–") == "" and (b.prefix == "و" or b.i > a.j):
        return True
    inside = {x for m in s.mentions if a.j <= m.i < b.i for x in range(m.i, m.j)}
    between = [k for k in range(a.j, b.i) if k not in inside and s.tokens[k].word.kind != "punct"]
    apart = b.prefix == "و" or any(s.is_sign(k, "،,؛;") or s.norm[k] in ("و", "ثم") for k in range(a.j, b.i))
    return apart and all(s.norm[k] in _ASIDE or s.norm[k] == "و" for k in between)


def _has_own(d: Discourse, s: Sentence, person: PersonMention) -> bool:
    """Whether an office of the body follows the name: it is told by that."""
    at = s.mentions.index(person) + 1
    m = s.mentions[at] if at < len(s.mentions) else None
    return isinstance(m, RoleMention) and not m.public and gap(s, person, m, d.vocabulary) in _BESIDE


def _placed(s: Sentence, run: list[PersonMention]) -> int:
    """Of how many names a place is told right after."""
    places = {k for p in of_type(s, PlaceMention) for k in (p.i, p.i - 1, p.i - 2)}
    return sum(person.j in places for person in run)


def _told(d: Discourse, s: Sentence, start: int) -> _Told | None:
    """What the list is of: told before the phrase in its sentence, or in the one before where nothing is told there."""
    told, settled = _told_in(d, s, start)
    if told is not None or settled:
        return told
    before = d.sentences[s.index - 1] if s.index else None
    if before is None or before.paragraph < max(0, s.paragraph - 1):
        return None
    return _told_in(d, before, len(before.norm))[0]


def _told_in(d: Discourse, s: Sentence, end: int) -> tuple[_Told | None, bool]:
    """What a list is of that is opened at token ``end`` or after the sentence; whether another reading is settled."""
    if any(says(s, k, _WON) for k in range(max(0, end - _FAR), end)):
        return _won(d, s, end), True
    for m in reversed(s.mentions):
        if m.j > end or m.j < end - _FAR:
            continue
        if any(says(s, k, _TURNING) for k in range(m.j, end)):
            return None, True
        if isinstance(m, RoleMention) and of_many(m) and not m.event:
            return _of_role(d, s, m), True
        body = m.body if isinstance(m, EventMention) and m.kind == "election" else m
        if isinstance(body, BodyMention) and _is_composed(s, body, end + 1):
            return _of_body(d, s, body), True
        if isinstance(m, PersonMention):
            return None, True
    return None, False


def _of_role(d: Discourse, s: Sentence, role: RoleMention) -> _Told | None:
    """Members, candidates and officers told in the plural."""
    if any(says(s, k, _RESERVE) for k in range(max(0, role.i - _NEAR), role.j)):
        return None
    if role.key == "candidate":
        return _Told(role, "candidate") if not role.places else None
    if role.key != "member" or (role.body is None and listed_body(d, s, role.i) is None):
        return None
    told = role if role.body is not None else office_of_listed(d, s, role)
    return _Told(told, status_of(d, s, told) if told is role else "elected") if told is not None else None


def office_of_listed(d: Discourse, s: Sentence, role: RoleMention) -> RoleMention | None:
    """Return membership of the body whose members are listed at a role that names none."""
    body = listed_body(d, s, role.i)
    return office_of(body, _MEMBER, "member") if body is not None and body.kind != "public" else None


def _of_body(d: Discourse, s: Sentence, body: BodyMention) -> _Told | None:
    if any(says(s, k, _RESERVE) for k in range(max(0, body.i - _NEAR), min(body.j + _NEAR, len(s.norm)))):
        return None
    whole = d.full_body(s, body) if stands_alone(body) else body
    if whole.kind == "public" or (whole.generic and whole is body):
        return None
    made = tells(s, ELECTING) or tells(s, COMPOSING)
    return _Told(office_of(whole, _MEMBER, "member"), "elected" if made else "current")


def _is_composed(s: Sentence, body: BodyMention, end: int) -> bool:
    """Whether a word of composing or choosing stands right before the body, or between it and the list."""
    if body.number != "singular" or body.kind == "public":
        return False
    near = range(max(0, body.i - _NEAR), body.i)
    return any(says(s, k, _COMPOSED) for k in near) or any(says(s, k, _MAKING) for k in range(body.j, min(end, len(s.norm))))


def _won(d: Discourse, s: Sentence, end: int) -> _Told | None:
    """Those who won the election of a body told last, here or before."""
    for other in d.sentences[: s.index + 1][::-1]:
        for event in of_type(other, EventMention)[::-1]:
            inside = [b for b in of_type(other, BodyMention) if event.i <= b.i <= event.j]
            body = event.body or (inside[0] if inside else None)
            before = other is not s or event.i < end
            if event.kind == "election" and before and body is not None and body.kind != "public":
                return _Told(office_of(body, _MEMBER, "member"), "elected")
    return None

