"""Who heads a body, told by a verb, its subject and the body in any order: "يرأس X اللجنة", "ويرأسها X", "X الذي يقود الكتابة"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in, parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    Mention,
    PartyMention,
    PersonMention,
    RoleMention,
)
from graph_builder.extraction.mentions.bodies import read_that_body
from graph_builder.extraction.mentions.owners import read_owners
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.clauses import WHO, subject_after, subject_before
from graph_builder.extraction.rules.triggers import SUCCEEDING, saying, says, trigger, words
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded
from graph_builder.model import Status

NAMES = ("post.by_verb",)
EXAMPLES = (
    ("حضر كريم العلمي الذي يرأس المجلس الجهوي لحزب الاستقلال.", ("كريم العلمي | رئيس | المجلس الجهوي",)),
    ("المجلس الوطني لحزب الاستقلال الذي يرأسه كريم العلمي.", ("كريم العلمي | رئيس | المجلس الوطني",)),
    (
        "نصب حزب الاستقلال الكتابة الجهوية بجهة الشرق التي أصبح يقودها كريم العلمي خلفا لسعيد الناصري.",
        ("كريم العلمي | الكاتب الجهوي | | حزب الاستقلال | الشرق | elected",),
    ),
    (
        "تنظيم حزب الاستقلال\nفترأس كريم العلمي دائرة العمل الداخلي، وسعيد الناصري الدائرة السياسية.",
        (
            "كريم العلمي | رئيس | دائرة العمل الداخلي | حزب الاستقلال",
            "سعيد الناصري | رئيس | الدائرة السياسية | حزب الاستقلال",
        ),
    ),
    (
        "أحدث حزب الاستقلال لجنة التواصل. ويرأس اللجنة المهندس كريم العلمي.",
        ("كريم العلمي | رئيس | لجنة التواصل | حزب الاستقلال",),
    ),
    ("أصبح لحزب الاستقلال بسلا مكتب يرأسه كريم العلمي.", ("كريم العلمي | رئيس | المكتب | حزب الاستقلال",)),
    ("ويترأس كريم العلمي حزب الاستقلال منذ سنة 2012.", ("كريم العلمي | رئيس | | حزب الاستقلال",)),
    ("يعد حزب الاستقلال أقدم الأحزاب، ويرأسه كريم العلمي.", ("كريم العلمي | رئيس | | حزب الاستقلال",)),
    (
        "كان حاضرا عن الحركة الشعبية التي كان يرأسها كريم العلمي.",
        ("كريم العلمي | رئيس | | الحركة الشعبية | | former",),
    ),
    (
        "أحدث حزب الاستقلال لجنة للتواصل ينسقها كريم العلمي.",
        ("كريم العلمي | منسق | لجنة للتواصل",),
    ),
)
NEAR_MISSES = (
    "انعقد مؤتمر حزب الاستقلال بسلا تحت إشراف لجنة يرأسها كريم العلمي.",
    "شكر حزب الاستقلال المناضلين الذين يقودهم كريم العلمي.",
    "كان كريم العلمي الذي يرأس المؤتمر حاضرا.",
    "عقد حزب الاستقلال بسلا جمعا عاما لتجديد مكتب الفرع، ترأسه كريم العلمي.",
    "صادف ذلك التجمع الذي أقامه حزب الاستقلال بمراكش، والذي ترأسه كريم العلمي.",
    "ترأس كريم العلمي المجلس الوطني لحزب الاستقلال المنعقد بسلا.",
    "يقود كريم العلمي سيارة حزب الاستقلال.",
    "يترأس كريم العلمي لائحة حزب الاستقلال.",
    "حضر كريم العلمي على رأس وفد عن المكتب السياسي لحزب الاستقلال.",
)
_PRESIDING: Final = trigger("presiding")
_LEADING: Final = trigger("leading_body")
_COORDINATING: Final = trigger("coordinating")


def _with_pronoun(verbs: frozenset[str]) -> frozenset[str]:
    return LISTS.declare(verb + pronoun for verb in verbs for pronoun in ("ه", "ها"))


_OF_IT: Final = _with_pronoun(_PRESIDING | _LEADING | _COORDINATING)
_LEADING_IT: Final = _with_pronoun(_LEADING)
_COORDINATING_IT: Final = _with_pronoun(_COORDINATING)
_TELLING: Final = LISTS.declare(_PRESIDING | _LEADING | _COORDINATING)
_NOW_IT: Final = _with_pronoun(words("يرأس يقود تقود"))
_NOW: Final = words("يرأس يقود تقود")
"""Of the head of a body, not of who chairs one session of it."""
_NOUN: Final = words("على عن مسقط في")
"""Before "his head", which is spelt as the verb."""
_WAS: Final = words("كان كانت ظل ظلت")
_BECAME: Final = words("أصبح أصبحت صار صارت بات باتت أضحى أضحت")
_LIST: Final = words("لائحة اللائحة قائمة القائمة")
_MEETING: Final = words("مجلس مكتب ديوان أمانة")
_PRESIDED: Final = words("مجلس لجنة فريق مجموعة اتحاد")
_NEAR: Final = 3
"""Words before the verb within which "was" and "became" stand."""
_ASIDE: Final = 8
"""Words on a body between it and a verb without "which" and "and"."""
_COMMITTEES: Final = folded(data("body_words")["committees"])
_HEADS: Final = {"presiding": ("رئيس", "president"), "coordinating": ("منسق", "coordinator")}


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield who heads a body, where a verb says so."""
    for k in saying(s, _OF_IT):
        person = None if s.norm[k - 1 : k] and s.norm[k - 1] in _NOUN else subject_after(d, s, k + 1)
        owner = (_meant(s, k) or _meant_before(d, s, k)) if person is not None else None
        role = _office_of(d, s, k, owner) if owner is not None else None
        if person is not None and role is not None:
            yield Holding(person, role, s, NAMES[0], 0.8, _status(s, k, person))
    for k in saying(s, _TELLING):
        found = _told(d, s, k)
        sure = says(s, k, _NOW) or (k > 0 and s.norm[k - 1] in WHO) or len(found) > 1
        for person, role in found:
            if sure or not _is_session(role):
                yield Holding(person, role, s, NAMES[0], 0.8, _status(s, k, person))


def _told(d: Discourse, s: Sentence, k: int) -> list[tuple[PersonMention, RoleMention]]:
    """Who heads what by the verb at token ``k``, and whom it is carried on to: "يرأس X اللجنة، وY الدائرة"."""
    person = subject_after(d, s, k + 1)
    role = _office_at(d, s, k, person.j) if person is not None else None
    if person is None or role is None:
        role = _office_at(d, s, k, k + 1)
        person = (subject_before(d, s, k) or subject_after(d, s, role.j)) if role is not None else None
        return [(person, role)] if person is not None and role is not None else []
    found = [(person, role)]
    while (further := _carried(d, s, k, found[-1][1])) is not None:
        found.append(further)
    return found


def _carried(d: Discourse, s: Sentence, k: int, last: RoleMention) -> tuple[PersonMention, RoleMention] | None:
    """ "وY الدائرة السياسية": the next name after "and", a body of the same sort right after it."""
    person = next((p for p in of_type(s, PersonMention) if p.i >= last.j), None)
    if person is None or gap(s, Mention(last.i, last.j, ""), person, d.vocabulary).strip("،؛و") != "":
        return None
    role = _office_at(d, s, k, person.j, any_noun=True)
    if role is not None and role.body is not None and role.body.kind == "civil" and last.body is not None:
        role.body.kind = last.body.kind
    return (person, role) if role is not None else None


def _office_at(d: Discourse, s: Sentence, k: int, at: int, any_noun: bool = False) -> RoleMention | None:
    """The office that the verb at token ``k`` makes of the body, or party, named at token ``at``."""
    if at >= len(s.norm) or s.tokens[at].word.kind != "word":
        return None
    if says(s, k, _LEADING):
        role = read_role(s, at, d.vocabulary, "office")
        return role if role is not None and role.modified and not role.prefix else None
    lemma, key = _HEADS["coordinating" if says(s, k, _COORDINATING) else "presiding"]
    role = _bare(at, lemma, key)
    read_owners(s, role, d.vocabulary)
    owner = role.body or role.party
    if owner is None or owner.prefix or role.event:
        return None
    known = role.body is None or any_noun or role.body.head in d.vocabulary.bodies.heads
    return role if known else None


def _bare(at: int, lemma: str, key: str) -> RoleMention:
    """An office told by a verb, before what it is of is read."""
    form = Form("m", "singular", "", False)
    return RoleMention(at, at, "", lemma, fold(lemma), key, form, (fold(lemma),), False, False)


def _is_session(role: RoleMention) -> bool:
    """Whether who "presided" may have chaired one session only: of a council, a bureau, a body with a level."""
    return role.body is not None and (role.body.level is not None or role.body.head in _MEETING)


def _meant(s: Sentence, k: int) -> BodyMention | PartyMention | None:
    """The body or party that the pronoun of the verb at token ``k`` means, told before it in the sentence.

    Who "chaired it" may have chaired an event: only "which", or a body right before, says that he did not.
    """
    feminine = s.norm[k].endswith("ها")
    which = any(s.norm[n] in WHO for n in range(max(0, k - _NEAR), k))
    told: list[Mention] = [*bodies_in(s), *parties_in(s), *of_type(s, EventMention)]
    told = sorted((m for m in told if m.j <= k and _is_feminine(s, m) == feminine), key=lambda m: (m.j, -m.i))
    last = told[-1] if told else _right_before(s, k)
    if not isinstance(last, (BodyMention, PartyMention)):
        return None
    between = range(last.j, k)
    gathering = any(isinstance(m, EventMention) for m in told) and not says(s, k, _NOW_IT)
    if gathering and isinstance(last, PartyMention):
        return None  # "التجمع الذي أقامه حزب كذا، والذي ترأسه X"
    if which or (says(s, k, _NOW_IT) and s.norm[k][0] in "وف" and not any(s.is_sign(n, ".؛:") for n in between)):
        return last
    beside = len(between) <= _ASIDE and not any(s.norm[n] in FUNCTION and s.norm[n] != "من" for n in between)
    apart = gathering and len(between) > 0
    return last if beside and not apart and isinstance(last, BodyMention) else None


def _right_before(s: Sentence, k: int) -> BodyMention | None:
    """The body right before the verb, "which" between, that its pronoun does not agree with: a slip of the writer."""
    return next((b for b in bodies_in(s) if b.j == k or (b.j == k - 1 and s.norm[k - 1] in WHO)), None)


def _meant_before(d: Discourse, s: Sentence, k: int) -> BodyMention | PartyMention | None:
    """The same where the verb opens its sentence, or "which" follows a body told by its head alone."""
    if k > 1 and s.norm[k - 1] in WHO:
        return read_that_body(s, k - 2, d.vocabulary)
    if k > 0 and (head := read_that_body(s, k - 1, d.vocabulary, definite=False)) is not None:
        return head  # "يتوفر على مكتب يرأسه X"
    return _meant_at_end(d.sentences[s.index - 1], s.norm[k].endswith("ها")) if k == 0 and s.index else None


def _meant_at_end(before: Sentence, feminine: bool) -> BodyMention | PartyMention | None:
    """The last body or party of a sentence that a pronoun may mean, if no event is told that it may mean too."""
    named: list[BodyMention | PartyMention] = [*bodies_in(before), *parties_in(before)]
    told = [m for m in named if _is_feminine(before, m) == feminine]
    events = [e for e in of_type(before, EventMention) if _is_feminine(before, e) == feminine]
    return max(told, key=lambda m: (m.j, -m.i)) if told and not events else None


def _is_feminine(s: Sentence, m: Mention) -> bool:
    if isinstance(m, EventMention):
        return m.form.gender == "f"
    if isinstance(m, BodyMention):
        return m.head.endswith("ه")
    return s.norm[m.i].endswith("ه")


def _office_of(d: Discourse, s: Sentence, k: int, owner: BodyMention | PartyMention) -> RoleMention | None:
    """The office that the verb with a pronoun makes of the body or party meant; who heads a list heads no body."""
    if isinstance(owner, BodyMention) and owner.j <= k and owner.i > 0 and s.norm[owner.i - 1] in _LIST:
        return None
    if isinstance(owner, BodyMention) and owner.head in _COMMITTEES and d.full_body(s, owner).generic:
        return None  # "تحت إشراف لجنة يرأسها X": of no name
    if isinstance(owner, BodyMention) and says(s, k, _LEADING_IT):
        role = read_role(s, owner.i, d.vocabulary, "office") if owner.j <= k else None
        if role is None and owner.head in _PRESIDED | d.vocabulary.bodies.unions:
            role = _owned(_bare(owner.i, *_HEADS["presiding"]), owner)
        return role if role is not None and role.modified else None
    if says(s, k, _LEADING_IT) or (isinstance(owner, BodyMention) and owner.number != "singular"):
        return None
    lemma, key = _HEADS["coordinating" if says(s, k, _COORDINATING_IT) else "presiding"]
    return _owned(_bare(k, lemma, key), owner)


def _owned(role: RoleMention, owner: BodyMention | PartyMention) -> RoleMention:
    if isinstance(owner, PartyMention):
        return replace(role, party=owner, modified=True)
    return replace(role, body=owner, party=owner.party, modified=True)


def _status(s: Sentence, k: int, person: PersonMention) -> Status:
    """ "كان يرأسه X": held before; "أصبح يقوده X", "سيرأسه X", "خلفا لـY": held newly."""
    near = s.norm[max(0, k - _NEAR) : k]
    if any(word in _WAS for word in near):
        return "former"
    after = person.j < len(s.norm) and s.norm[person.j] in SUCCEEDING
    became = any(says(s, n, _BECAME) for n in range(max(0, k - _NEAR), k))
    return "elected" if after or became or s.norm[k].removeprefix("و").startswith("س") else "current"
