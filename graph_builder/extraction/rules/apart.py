"""Offices told of somebody apart from his name: "الذي كان رئيسا", "وهو الآن وزير كذا", "بصفته كاتبا، دعا X ..."."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.mention_kinds import DateMention, Mention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.rules.links import BRIDGE
from graph_builder.extraction.rules.status import told_of_past
from graph_builder.extraction.rules.triggers import ACTING_ON, ELECTING, SUCCEEDING, last_of, saying, says, words

_AS: Final = words("بصفته بصفتها باعتباره باعتبارها")
_FAR: Final = 12
"""Words between the only person of a sentence and an office told of him as a predicate."""
_NEAR: Final = 3
"""Words between who succeeds and whom he succeeds, titles and a preposition."""
_TAKING_OVER: Final = words("خلف خلفت يخلف تخلف ليخلف لتخلف سيخلف ستخلف عوض عوضت يعوض تعوض ليعوض لتعوض")
_TRUST: Final = words("ثقة بثقة")
_MOST: Final = words("أصغر أول أكبر")
_PUTTING: Final = words("وضع وضعت")
_MAKING: Final = ELECTING | _PUTTING
_WHO: Final = words("الذي التي")
_WAS: Final = words("كان كانت صار صارت أصبح أصبحت ليصبح لتصبح ليصير بات")
_BECOMING: Final = ELECTING | _WAS
_HE: Final = words("وهو وهي فهو فهي")
_BOTH_WORDS: Final = 2
"""Words between a name, or where and when he was chosen, and what he became."""
_NOW: Final = words("الآن حاليا أيضا كذلك")


def told_on(
    d: Discourse, s: Sentence, k: int, role: RoleMention, last: tuple[int, PersonMention] | None
) -> tuple[PersonMention, bool] | None:
    """ "X، وزيرة كذا، التي كانت رئيسة ...", "وضع X، رئيس كذا، منسقا": a further office of the person just told of."""
    aside = last is not None and all(isinstance(m, (DateMention, PlaceMention)) for m in s.mentions[last[0] : k])
    if last is None or not aside or _is_of_another(d, s, role):
        return None
    which = any(w in _WHO for w in s.norm[s.mentions[k - 1].j : role.i])
    indefinite = role.form.case == "accusative" or (role.form.gender == "f" and not role.definite and not role.prefix)
    chosen = indefinite and last_of(s, _MAKING, last[1].i) >= 0
    between = gap(s, s.mentions[k - 1], role, d.vocabulary, BRIDGE).strip("،,")
    between = between if last[0] == k else gap(s, s.mentions[last[0] - 1], role, d.vocabulary, BRIDGE).strip("،,")
    near = between == "" or (
        chosen and set(between) <= set("w،") and between.count("w") <= _BOTH_WORDS
    )  # "X، رئيس لجنة في الاتحادية، نائبا للمنسق"
    return (last[1], False) if near and (which or chosen) else None


def _is_of_another(d: Discourse, s: Sentence, role: RoleMention) -> bool:
    """ "X أمينا عاما، وكذا كذا رئيسا": whether words joined to an office told of one person name another, who was not read."""
    n = next((n for n, m in enumerate(s.mentions) if m is role), 0)
    before = s.mentions[n - 1] if n else None
    if not isinstance(before, RoleMention) or not before.form.case or not role.form.case:
        return False
    at = before.j + s.is_sign(before.j, "،,؛")
    no_verb = at < role.i and s.norm[at][0] == "و" and s.norm[at][1:] not in d.vocabulary.people.verbs
    named = no_verb and all(s.tokens[k].word.kind == "word" and s.norm[k] not in FUNCTION for k in range(at, role.i))
    return named and role.i - at > 1


def was_held(d: Discourse, s: Sentence, role: RoleMention) -> tuple[PersonMention, bool] | None:
    """ "... فقد كان نائبا برلمانيا", "... وهو الآن وزير كذا": of the only person named before in the sentence."""
    construct = not (role.definite or role.prefix) and role.lemmas[1:] != ()
    was = (role.form.case == "accusative" or construct) and any(
        w in _WAS or w[1:] in _WAS for w in s.norm[role.i - 1 : role.i]
    )
    now = role.i > 1 and any(w in _HE for w in s.norm[role.i - 2 : role.i]) and s.norm[role.i - 1] in _HE | _NOW
    if (told := told_of_past(s, role)) is not None:
        return told, False
    if not (was or now):
        return None
    people = [m for m in s.mentions if isinstance(m, PersonMention) and m.j <= role.i]
    return (people[-1], False) if len({d.person(p) for p in people}) == 1 else None


def told_far(d: Discourse, s: Sentence, role: RoleMention) -> tuple[PersonMention, bool] | None:
    """ "X دخل غمار الانتخابات وكيلا للائحة", "بصفته كاتبا، دعا X ...": of the only person of the sentence."""
    people = [m for m in s.mentions if isinstance(m, PersonMention)]
    if role.prefix or not role.modified or len({d.person(p) for p in people}) != 1 or _is_of_another(d, s, role):
        return None
    if role.i and s.norm[role.i - 1] in _AS and people[0].i > role.i:
        return (people[0], True) if people[0].i - role.j <= _FAR else None
    before = [p for p in people if p.j <= role.i and role.i - p.j <= _FAR]
    most = s.norm[role.i - 1 : role.i] != [] and s.norm[role.i - 1] in _MOST and last_of(s, _BECOMING, role.i) >= 0
    told = (role.form.case == "accusative" or most) and not any(acts_on(s, p) for p in before)
    return (before[-1], False) if told and before and len(before) == len(people) else None


def in_place_of(s: Sentence, person: Mention, role: RoleMention) -> PersonMention | None:
    """ "حل X محل Y كاتبا محليا", "انتخب X خلفا لـY كاتبا": who gets the office of the one named right before it."""
    whole = [m for m in s.mentions if isinstance(m, PersonMention) and m.j == person.i]
    if whole and whole[0].i > 0 and says(s, whole[0].i - 1, _TAKING_OVER):
        return whole[0]  # "خلف X Y في منصب الكاتب"
    succeeding = any(says(s, k, SUCCEEDING) for k in range(max(0, person.i - 2), person.i))
    if role.form.case != "accusative" or role.i != person.j or not succeeding:
        return None
    before = [m for m in s.mentions if isinstance(m, PersonMention) and m.j <= person.i - 1]
    return before[-1] if before and person.i - before[-1].j <= _NEAR else None


def trusted(s: Sentence, role: RoleMention) -> tuple[PersonMention, bool] | None:
    """ "نال X ثقة الجمع العام لكذا كاتبا عاما": the office at the end of a clause on whom an assembly trusts."""
    if role.form.case != "accusative":
        return None
    at = max((k for k in saying(s, _TRUST) if k < role.i), default=-1)
    person = next((p for p in of_type(s, PersonMention) if p.j == at), None)
    between = range(at + 1, role.i)
    other = any(at < p.i < role.i for p in of_type(s, PersonMention)) or any(at < k < role.i for k in s.signs)
    return (person, False) if person is not None and len(between) <= _FAR and not other else None


def acts_on(s: Sentence, person: Mention) -> bool:
    """Whether the name is the subject of a verb that takes an object: what follows is whom he met or thanked."""
    return any(says(s, k, ACTING_ON) for k in range(max(0, person.i - 2), person.i))
