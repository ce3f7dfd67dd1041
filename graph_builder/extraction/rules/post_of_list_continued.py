"""Members listed by a verb whose body is told before: "كما يضم، أيضا، X، Y", "وضمت اللائحة كل من X، Y", "وانتخب كل من X، Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, RoleMention
from graph_builder.extraction.rules.triggers import COMPOSING, LEAVING, saying, says, tells, trigger, words

NAMES = ("post.list_continued",)
EXAMPLES = (
    (
        "يضم المكتب السياسي لحزب الاستقلال سبعة أعضاء؛ وهم سعيد الناصري، وخالد السباعي، إضافة إلى نبيل الراضي. كما يضم، أيضا، كريم العلمي، ومنى الزين، وأخيرا حميد التازي.",
        ("كريم العلمي | عضو | المكتب السياسي | حزب الاستقلال", "حميد التازي | عضو | المكتب السياسي"),
    ),
    (
        "صادق المجلس الوطني لحزب الاستقلال على لائحة أعضاء لجنته التنفيذية. وضمت اللائحة كلا من: “كريم العلمي، ومنى الزين، وحميد التازي”.",
        ("كريم العلمي | عضو | اللجنة التنفيذية | حزب الاستقلال", "حميد التازي | عضو | اللجنة التنفيذية"),
    ),
    (
        "انتخب المؤتمر عشرة مناضلين ضمن تركيبة المجلس الوطني لحزب الاستقلال. وانتخب كل من المنسق الإقليمي للحزب كريم العلمي ومنى الزين، وحميد التازي.",
        ("منى الزين | عضو | المجلس الوطني | حزب الاستقلال", "حميد التازي | عضو | المجلس الوطني"),
    ),
)
NEAR_MISSES = (
    "جدد حزب الاستقلال مكتبه السياسي. وضم الوفد كريم العلمي، ومنى الزين، وحميد التازي.",
    "جدد حزب الاستقلال مكتبه السياسي. وضمت لائحة الضيوف كلا من كريم العلمي، ومنى الزين، وحميد التازي.",
    "جدد حزب الاستقلال مكتبه السياسي. وضمت اللائحة الاحتياطية كلا من كريم العلمي، ومنى الزين، وحميد التازي.",
    "اجتمع المكتب السياسي لحزب الاستقلال. وضمت اللائحة كلا من كريم العلمي، ومنى الزين، وحميد التازي.",
    "انتخب حزب الاستقلال مكتبه السياسي. وانتخب كل من كريم العلمي ومنى الزين وحميد التازي منسقين بسلا.",
)
_CHOOSING: Final = trigger("choosing")
_CHOSEN: Final = COMPOSING | _CHOOSING | words(
    "لائحة تشكيلة تركيبة أعضاء عضوية العضوية تجديد جدد جددت تشكيل بتشكيل هيكلة شكل شكلت"
)  # fmt: skip
_LIST: Final = words("اللائحة القائمة التشكيلة التركيبة")
_OF: Final = words("لائحة قائمة تشكيلة تركيبة")
_FILL: Final = words("أيضا كذلك كل كلا بكل لكل من أسماء السادة السيدات الإخوة الأخوات الرفاق الرفيقات السادة")
_ADDING: Final = words("إضافة بالإضافة إلى كذلك أيضا جانب فضلا عن أخيرا وأخيرا ثم وكذا وكذلك")
_EACH: Final = words("كل كلا بكل لكل")
_MATTER: Final = words("الأمر")
_SIGNS: Final = '،:؛"“”«»,'
_LISTING: Final = COMPOSING | _CHOOSING | _MATTER
_APART: Final = words("وفد الوفد وفدا احتياطية الاحتياطية احتياط الاحتياط الضيوف المرشحين المرشحون")
_FEWEST: Final = 3
"""Names: fewer may be somebody else's."""
_REACH: Final = 6
"""Tokens from the verb to the first name, at most; before the body, to a word of choosing."""
_BACK: Final = 3
"""Sentences back to the body."""
_TITLE: Final = 2
"""Tokens from an office told as a title to the name."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the members that verbs list of the body told last."""
    for k in saying(s, _LISTING):
        first = next((p for p in of_type(s, PersonMention) if p.i > k), None)
        if first is None or not _opens(s, k, first):
            continue
        run = _run(d, s, first)
        body = _body_before(d, s, k) if len(run) >= _FEWEST else None
        if body is not None and not _held_together(d, s, run[-1]):
            for person in run:
                yield Holding(person, office_of(body, "عضو", "member"), s, NAMES[0], 0.8, "elected")


def _opens(s: Sentence, k: int, first: PersonMention) -> bool:
    """Whether the list follows the verb at once: past "the list", "also", "each of", signs and the office of the first."""
    titles = [
        r for r in of_type(s, RoleMention) if k < r.i and 0 <= first.i - r.j <= _TITLE and r.form.number == "singular"
    ]
    start = k + 1
    start += start < first.i and s.norm[start] in _LIST
    end = titles[0].i if titles else first.i
    filled = all(s.norm[n] in _FILL or s.is_sign(n, _SIGNS) for n in range(start, end))
    each = any(s.norm[n] in _EACH for n in range(start, end))
    composing = says(s, k, COMPOSING)
    return filled and end - k <= _REACH and (each or (composing and _is_verb_alone(s, k, start)))


def _is_verb_alone(s: Sentence, k: int, start: int) -> bool:
    """Whether the verb has no subject of its own but "the list", or the list of a body right before it."""
    own = k > 1 and any(b.j == k and says(s, b.i - 1, _OF) for b in of_type(s, BodyMention))
    return start > k + 1 or own or k <= 1


def _run(d: Discourse, s: Sentence, first: PersonMention) -> list[PersonMention]:
    """The list from its first name, offices told as titles before names passed."""
    run = [first]
    for person in of_type(s, PersonMention):
        if person.i <= first.i:
            continue
        between = [m for m in s.mentions if run[-1].j <= m.i < person.i]
        title = between[0] if len(between) == 1 and isinstance(between[0], RoleMention) else None
        told = title or person
        near = person.i - title.j <= _TITLE if title is not None else not between
        signs = gap(s, run[-1], told, d.vocabulary, _ADDING)
        joined = signs.strip("،,؛") == "" and (signs != "" or told.prefix == "و")
        if not (near and joined):
            break
        run.append(person)
    return run


def _held_together(d: Discourse, s: Sentence, last: PersonMention) -> bool:
    """Whether an office in the plural follows the last name: "X وY منسقين"."""
    after = next((m for m in s.mentions if m.i >= last.j), None)
    many = isinstance(after, RoleMention) and after.form.number != "singular"
    return many and after is not None and gap(s, last, after, d.vocabulary).strip("،(") == ""


def _body_before(d: Discourse, s: Sentence, k: int) -> BodyMention | None:
    """The body chosen or composed that is told last before token ``k``, in this sentence or those before."""
    if any(says(s, n, _APART) for n in range(max(0, k - _REACH), min(k + _REACH, len(s.norm)))):
        return None
    for other in d.sentences[max(0, s.index - _BACK) : s.index + 1][::-1]:
        end = k if other is s else len(other.norm)
        if tells(other, LEAVING):
            return None
        told = [b for b in bodies_in(other) if b.j <= end and b.kind != "public" and b.number == "singular"]
        chosen = [b for b in told if _is_chosen(other, b)]
        if chosen:
            body = d.full_body(other, chosen[-1]) if chosen[-1].generic else chosen[-1]
            return body if not body.generic else None
    return None


def _is_chosen(s: Sentence, body: BodyMention) -> bool:
    """Whether a word of choosing or composing stands before the body, or right after it."""
    held = any(r.body is body and r.form.number == "singular" for r in of_type(s, RoleMention))
    composed = any(says(s, n, COMPOSING) for n in range(body.j, min(body.j + 2, len(s.norm))))
    chooses = body.i > 0 and body.prefix == "" and says(s, body.i - 1, _CHOOSING)
    chosen = composed or any(says(s, n, _CHOSEN) for n in range(max(0, body.i - _REACH), body.i))
    return chosen and not held and not chooses
