"""Whether the signs and words between a name and an office let the one be of the other."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.gaps import BRACKETED, gap
from graph_builder.extraction.mention_kinds import Mention, PersonMention, RoleMention
from graph_builder.extraction.mentions.phrases import is_noun
from graph_builder.extraction.mentions.places import FUNCTION, TYPES
from graph_builder.extraction.rules.beside import PROFESSION, of_event, party_aside, place_aside, title_of
from graph_builder.extraction.rules.triggers import ELECTING, LEAVING, first_of, words

BRIDGE: Final = words(
    "بصفته بصفتها وهو وهي هو هي منصب بمنصب لمنصب مهمة بمهمة مهام بمهام لمهام كان كانت الذي التي "
    "حاليا في لشغل صفة بصفة رسميا لولاية ثانية جديدة مجددا ليكون لتكون منذ باعتباره باعتبارها الآخر "
    "الأخرى كذلك أيضا وبصفته بالإجماع بالأغلبية المطلقة بالتزكية بالأكثرية مهامه مهامها مهمته مهمتها "
    "دون بدون انتماء سياسي أول أصغر بمنصبه بمنصبها بمهامه بمهامها"
)
_PASSIVE: Final = BRIDGE | ELECTING | words("أن فيه فيها تم تمت جرى جرت وقع")
COMMAS: Final = ("،", ",")
_BACK: Final = frozenset(["", "|", "=", "؛", ";", "(", "-", "–", "/", ":", "،(", "-،", "(،"])
_FORWARD: Final = frozenset(["", "|", ":", "،", ",", ",,", "-", "–", ":-", "،:", "/", "="])
_RENEWED: Final = words("بتجديد تجديد الثقة ثقته في")
_SONS: Final = ("بن", "بو")
"""Beginnings of family names."""
_MAN: Final = "m"
"""Gender of a man's given name in the lexicon."""
_SERVANT: Final = words("عبد")
_LOSS: Final = words("استقالة إقالة إعفاء")
_PRONOUNS: Final = ("ها", "ت")
"""Ends of words that tell of whom they elect: "انتخابها", "انتخبت"."""
_HIS_OFFICE: Final = words("منصبه منصبها")


def link_back(d: Discourse, s: Sentence, person: PersonMention, role: RoleMention) -> str | None:
    """The signs between a name and the role after it, if they let the role be his."""
    if not may_hold(d, person, role):
        return None
    if s.is_sign(person.i - 1, "(") and s.is_sign(person.j, ")") and s.is_sign(role.j, "("):
        return None  # "النائبة (X)، أمينة المال (Y)"
    passive = _PASSIVE if role.form.case == "accusative" or _made(s, role) else BRIDGE  # "X انتخب بالإجماع رئيسا"
    at = s.mentions.index(person) + 1
    aside = at < len(s.mentions) and (party_aside(s, at) or place_aside(s, at))
    last = s.mentions[at] if aside else person
    signs = gap(s, last, role, d.vocabulary, passive)
    signs = (BRACKETED.sub("", signs) if aside else signs).replace(")", "")
    if role.prefix == "و":
        profession = sum(s.tokens[n].word.kind == "word" for n in range(person.j, role.i))
        told = signs[:1] in COMMAS and 1 <= profession <= PROFESSION and set(signs[1:]) <= set("w,و")
        told = told or (signs == "" and profession > 0)  # "X موثق ونائب الكاتب": titles of courtesy are no signs
        told = told or (signs == "w" and profession == 1 and _indefinite(d, s, person.j))
        town = role.public and role.lemmas[-1] in TYPES  # "رئيس المجلس X، وباشا المدينة": somebody else
        told = told or (
            signs in COMMAS and not (role.definite or town) and _introduced(s, at - 1) and not _names_next(s, role)
        )
        return "," if told and not _clause(s, person.j, role.i) else None
    if role.prefix not in ("", "ك", "ب"):
        return None
    if signs.strip("،,") in _BACK or signs in _BACK:
        return signs
    if not aside and signs in ("w", "w،", "w,") and _may_be_his_name(d, s, person.j, role):
        return signs
    if any(w in _HIS_OFFICE for w in s.norm[person.j : role.i]) and role.i - person.j <= PROFESSION:
        return ","  # "تخلى X عن منصبه كاتبا إقليميا"
    lost = any(x.bare in _LOSS for x in s.tokens[role.i - 1].word.splits)  # "طالب X باستقالة الكاتب"
    left = not lost and first_of(s, LEAVING, role.i) is not None and set(signs) <= set("w,") and signs.count("w") <= 1
    return "," if left else None


def _made(s: Sentence, role: RoleMention) -> bool:
    """Whether what somebody was made is told in a form that shows no case: "X التي تم انتخابها رئيسة"."""
    feminine = role.form.gender == "f" and not role.definite and role.form.number == "singular"
    return feminine and s.norm[role.i - 1] in ELECTING and s.tokens[role.i - 1].word.surface.endswith(_PRONOUNS)


def link_forward(d: Discourse, s: Sentence, role: RoleMention, person: PersonMention) -> str | None:
    """The signs between a role and the name after it, if they let the role be his."""
    if not may_hold(d, person, role):
        return None
    at = s.mentions.index(role) + 1
    aside = at < len(s.mentions) and (of_event(s, at) or title_of(s, at))
    last = s.mentions[at] if aside else role
    signs = gap(s, last, person, d.vocabulary, BRIDGE)
    if aside and isinstance(last, RoleMention) and gap(s, role, last, d.vocabulary) != "":
        return None
    town = last is role and role.places and role.places[-1].j == role.j and s.tokens[role.j].word.definite
    if len(signs) > 1 and signs[0] == "w" and (s.norm[last.j].startswith("ب") or (town and signs[1] in COMMAS)):
        signs = signs[1:]  # a town that the lexicon does not have: "الكاتب الإقليمي ببوكذا، X", "بسلا الغربية، X"
    own = any(isinstance(m, RoleMention) and m.i <= person.j + 1 and m.i >= person.j for m in s.mentions)
    if signs == "www" and all(w in _RENEWED for w in s.norm[last.j : last.j + 3]):
        return ""  # "انتخاب الكاتب الإقليمي بتجديد الثقة في الرفيق X"
    alone = not (at >= 2 and isinstance(s.mentions[at - 2], PersonMention))  # "X، الكاتبة الجهوية والرفيق Y"
    if signs == "و" and s.norm[person.i - 1] != "و" and not own and alone:
        signs = ""  # "النائبة البرلمانية والأستاذة X": a title joined
    if signs in COMMAS and role.public and role.lemmas[-1] in TYPES:
        return None  # "باشا المدينة، X"
    if signs == "(" and s.is_sign(person.j, ")"):
        return signs  # "الرئيسة (X)، الكاتبة (Y)"
    return signs if person.prefix == "" and signs in _FORWARD else None


def may_hold(d: Discourse, person: PersonMention, role: RoleMention) -> bool:
    """Whether gender lets an office be somebody's: a man holds none told in the feminine; "خليفة", "عمدة" are of both."""
    if role.form.gender != "f" or role.head.endswith("ه"):
        return True
    first = fold(d.person(person).split()[0])
    return d.vocabulary.people.given.get(first) != _MAN and first not in _SERVANT


def _may_be_his_name(d: Discourse, s: Sentence, k: int, role: RoleMention) -> bool:
    """Whether the only word between a name and an office may be more of the name: "X الفلاني، رئيس ...".

    A noun without article right before an office rather governs it: "نقل X تحيات الأمين العام".
    """
    word = s.tokens[k].word
    if word.kind != "word" or s.norm[k] in FUNCTION or s.norm[k] in d.vocabulary.people.not_names:
        return False
    given = s.norm[k] in d.vocabulary.people.given
    apart = role.i > k + 1 or role.form.case == "accusative" or word.definite or word.surface.endswith("ي") or given
    clitic = s.norm[k][0] in "وفبلس" and not s.norm[k].startswith(_SONS)
    return apart and not clitic and not word.surface.endswith("ا") and (given or is_noun(s, k, d.vocabulary))


def _introduced(s: Sentence, k: int) -> bool:
    """Whether an office stands right before the name of mention ``k``: "المنسق الإقليمي X، وعضو مجلس الجهة"."""
    before = s.mentions[k - 1] if k else None
    return isinstance(before, RoleMention) and before.form.number == "singular" and before.j == s.mentions[k].i


def _names_next(s: Sentence, role: RoleMention) -> bool:
    """Whether a name follows an office: it is that one's."""
    return any(isinstance(m, PersonMention) and 0 <= m.i - role.j <= 1 for m in s.mentions)


def _indefinite(d: Discourse, s: Sentence, k: int) -> bool:
    """Whether an indefinite noun stands at token ``k``, as a profession: "X مبعوثة وعضوة المكتب"."""
    noun = s.tokens[k].word.surface.endswith(("ة", "ي")) and not s.tokens[k].word.definite
    return noun and s.norm[k] not in d.vocabulary.people.verbs and s.norm[k] not in FUNCTION


def _clause(s: Sentence, start: int, end: int) -> bool:
    """Whether more than a profession stands between: a function word other than those that join an office to a name."""
    return any(s.norm[k] in FUNCTION and s.norm[k] not in BRIDGE for k in range(start, end))


def rather_after(role: RoleMention, back: str, forward: str) -> bool:
    """Whether a role between two names is the second one's: nothing stands between them, and something before."""
    if role.form.case == "accusative" or (back in ("", "(") and not (back == "" and forward == ":")):
        return False
    return forward in ("", ":", "-", "–", "(") and back != ":"


def titled(d: Discourse, s: Sentence, person: Mention) -> bool:
    """Whether a title of courtesy stands right before a name."""
    return (
        person.i > 0 and d.vocabulary.people.honorifics.longest(s.bare[person.i - 1], s.bare, person.i - 1) is not None
    )
