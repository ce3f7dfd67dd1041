"""Role phrases: an office, its rank and portfolio, the body, party and places it names, in any form of the noun."""

from __future__ import annotations

from typing import Final, Literal

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, Split
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import ROLE
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.bodies import read_body
from graph_builder.extraction.mentions.owners import lacks_owner, of_the_town, read_owners
from graph_builder.extraction.mentions.phrases import is_noun, names_scope, noun_phrase, section_end
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.extraction.mentions.role_forms import form_of, read_adjectives, spelling
from graph_builder.extraction.mentions.tasks import in_series, read_acting, read_task, settle_key
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Head, Vocabulary, by_possession, folded

_WORDS: Final = data("grammar_words")["role"]
_DEPUTIES: Final = folded(_WORDS["deputies"])
_SERVING: Final = _DEPUTIES | folded(_WORDS["advisers"])
_CABINETS: Final = folded(_WORDS["cabinets"])
_PORTFOLIO_OPENERS: Final = folded(_WORDS["portfolio_openers"])
_NEEDS_PLACE: Final = folded(_WORDS["needs_place"])
_NEEDS_MORE: Final = folded(_WORDS["needs_more"])
_KEEPER: Final = fold("أمين")
_AREAS: Final = folded(_WORDS["areas"])
_IN_HAND: Final = folded(_WORDS["in_hand"])
_SERVICES: Final = folded(_WORDS["services"])
_COUNCIL: Final = fold(_WORDS["council"])
_COUNCILS: Final = {tuple(folded([w])) for w in _WORDS["councils"]}
_HEADS_OF_COUNCILS: Final = folded(_WORDS["heads_of_councils"])
_COMMISSIONER: Final = fold("مفوض")
_GENERAL: Final = fold("عام")
_TRUST: Final = frozenset(["سر", "مال"])
_MEMBERS: Final = folded(_WORDS["members"])
_ONE_OF: Final = {fold(many): one for many, one in data("role_words")["complements_in_plural"].items()}
_COMMUNES: Final = folded(_WORDS["communes"])
_IN_THE_NAME: Final = frozenset(["باسم"])
_DEANS: Final = folded(_WORDS["deans"])
_OFFICES: Final = folded(_WORDS["offices"])
_ABOUT: Final = frozenset(["عن", "علي"])
_WITHOUT: Final = folded(["بدون", "بلا", "دون"])
_GOVERNMENT: Final = fold("حكومة")
_DELEGATED: Final = fold("منتدب")
_BESIDE: Final = folded(_WORDS["accredited"])


def read_role(
    s: Sentence, i: int, vocabulary: Vocabulary, sense: Literal["holder", "office"] = "holder"
) -> RoleMention | None:
    """Read the role phrase that begins at token ``i``, clitics allowed; ``office`` reads "the presidency of ..."."""
    if not s.may[i] & ROLE:
        return None
    for split in s.tokens[i].word.splits:
        for head in by_possession(vocabulary.roles.heads.get(split.bare, ()), s.tokens[i].word.surface):
            if head.sense != sense or (head.form.case and split.rest != split.bare):
                continue
            if head.form.gender == "f" and split.bare in TYPES:
                continue  # "بمحافظة الجيزة" is a place
            role = _phrase(s, i, split, head, sense, vocabulary)
            if role:
                return role
    return None


def _phrase(
    s: Sentence, i: int, split: Split, head: Head, sense: Literal["holder", "office"], vocabulary: Vocabulary
) -> RoleMention | None:
    form = form_of(s, i, head, vocabulary)
    gender = form.gender
    definite = split.rest != split.bare
    lemma = head.entry["ms"] if sense == "office" else head.lemma
    qualified = head.form.pronoun and _is_qualified(s, i + 1, vocabulary)  # "كاتبها الوطني": the national secretary
    text = ("ال" if definite or qualified else "") + spelling(
        lemma, head.entry.get("fs"), gender if sense == "holder" else "m"
    )
    noun = fold(head.entry["ms"]) if sense == "office" else head.folded
    role = RoleMention(
        i, i + 1, split.prefix, text, noun, head.entry["key"], form, (noun,),
        bool(head.entry.get("public")), definite, sense, possessive=head.form.pronoun,
    )  # fmt: skip
    read_adjectives(s, role, vocabulary)
    of_dean = role.j < len(s.norm) and s.bare[role.j] in _DEANS  # "وكيل عميد الداخلية"
    if (
        (role.head in _SERVING or of_dean or _of_cabinet(s, role))
        and not role.possessive
        and (sub := _deputy_of(s, role, vocabulary))
    ):
        return sub
    if of_dean:
        return None  # "وكلاء العمد": of departments that a list tells
    _complement(s, role, vocabulary)
    if role.head in _DEPUTIES:
        read_task(s, role, vocabulary)
    if head.entry.get("opens") or role.head in _PORTFOLIO_OPENERS or role.head == _KEEPER:
        _portfolio(s, role, vocabulary)
    role.base_end = role.j
    of_constituency = role.head in _DEPUTIES and not role.modified and _of_constituency(s, role)
    if role.key == "spokesperson" and role.j + 1 < len(s.norm) and s.norm[role.j] in _IN_THE_NAME:
        role.text += "" if role.modified else " " + s.text(role.j, role.j + 2)
        role.public = s.bare[role.j + 1] == _GOVERNMENT
        role.j, role.modified = role.j + 1 + role.public, True
    read_owners(s, role, vocabulary)
    _portfolio_after(s, role, vocabulary)
    _time(s, role, vocabulary)
    read_acting(s, role)
    settle_key(role)
    if role.head in _NEEDS_PLACE and not (role.places or role.body):
        of_the_town(s, role)
    if lacks_owner(role):
        return None
    told = role.modified or role.base_end > role.i + 1  # "الكاتب الجديد", "الكاتب السابق"
    bare = not told and not role.form.case and role.form.number == "singular"
    if role.head in _NEEDS_MORE and bare and sense == "holder" and not _told_alone(s, role, vocabulary):
        return None
    if (
        role.body is not None
        and role.party is None
        and (role.head in _HEADS_OF_COUNCILS or (role.head in _MEMBERS and role.body.place is not None))
        and _is_elected_council(s, role.body)
    ):
        role.body.kind = "public"
    role.public = role.public or _is_public(role, vocabulary) or of_constituency
    return role


def _is_qualified(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a definite adjective of offices stands at ``at``."""
    return at < len(s.norm) and s.tokens[at].word.definite and s.bare[at] in vocabulary.roles.adjectives


def _of_cabinet(s: Sentence, role: RoleMention) -> bool:
    """ "مدير ديوان الأمين العام"."""
    return role.j + 1 < len(s.norm) and s.norm[role.j].removeprefix("ل") in _CABINETS


def _deputy_of(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> RoleMention | None:
    """ "نائب أمين المال", "النائب الثاني للرئيس", "مساعد الكاتب العام": the principal's phrase, a deputy's role."""
    if role.j >= len(s.norm) or any(x.bare in _DEPUTIES for x in s.tokens[role.j].word.splits):
        return None
    cabinet = _of_cabinet(s, role)
    principal = read_role(s, role.j + cabinet, vocabulary)
    if principal is None and role.sense == "office":  # "نيابة الرئاسة"
        principal = read_role(s, role.j, vocabulary, "office")
    if principal is None or principal.prefix not in ("", "ل") or principal.form.case:
        return None
    if principal.form.number != "singular" or principal.head == role.head or "برلماني" in principal.lemmas[:1]:
        return None
    deputy = principal
    ranked = role.definite or role.modified  # "النائب الأول للرئيس", "نائبا ثانيا للرئيس"
    of_one = ranked and principal.prefix != ""  # "نائبا للرئيس" is "نائب الرئيس"
    deputy.text = (
        f"{role.text} {s.text(role.j, role.j + cabinet).removeprefix('ل')}".rstrip()
        + " "
        + (
            "ل" + (principal.text.removeprefix("ا") if principal.definite else principal.text)
            if of_one
            else principal.text
        )
    )
    deputy.i, deputy.prefix, deputy.form, deputy.head = role.i, role.prefix, role.form, role.head
    deputy.key = "deputy" if role.key == "list_head" else role.key  # "وكيل عميد الداخلية"
    deputy.lemmas = role.lemmas + principal.lemmas
    read_task(s, deputy, vocabulary)
    deputy.definite = role.definite
    deputy.possessive = False
    deputy.modified = True
    return deputy


def _complement(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """Fixed second parts: "المال", "السر", "الدولة"."""
    if role.j >= len(s.norm):
        return
    member = role.head in _MEMBERS
    body = read_body(s, role.j, vocabulary) if member or _may_be_known(s, role.j, vocabulary) else None
    if body is not None and (member or body.known):
        return  # "عضو الديوان السياسي", "منسقة المرأة التجمعية"
    split = next((x for x in s.tokens[role.j].word.splits if x.bare in _ONE_OF), None) or _plain(s, role.j)
    short = s.norm[role.j].removeprefix("لل")
    if short != s.norm[role.j] and short in vocabulary.roles.complements:  # "أمينا للسر": too short to be split
        split = Split("ل", ARTICLE + short, short)
    doubled = split.prefix == "ل" and s.norm[role.j][1:] in vocabulary.roles.complements  # "وكيلة للائحة"
    if doubled:
        split = Split("ل", ARTICLE + s.norm[role.j][1:], s.norm[role.j][1:])
    if s.norm[role.j][:1] == "ل" and s.norm[role.j][1:] in _TRUST and role.j + 1 < len(s.norm) and role.head == _KEEPER:
        split = Split("ل", s.norm[role.j][1:], s.norm[role.j][1:])  # "أمينا لسر الإقليم"
    of_list = role.key == "list_head"  # "وكيلا للائحة"
    of_one = split.rest != split.bare or split.bare in _ONE_OF or split.bare in _TRUST or of_list
    plain = split.prefix == "" or (split.prefix == "ل" and of_one)
    section = split.bare in vocabulary.roles.sections
    if section and (role.public or role.head in _PORTFOLIO_OPENERS):
        return  # a portfolio, of any length
    if split.bare in vocabulary.roles.complements and plain and not _is_bureau(s, role.j, vocabulary):
        surface = s.tokens[role.j].word.surface
        owned = split.rest == split.bare and split.bare in _TRUST  # "أمينا لسر الإقليم"
        definite = ARTICLE + surface[1 if doubled else 2 :] if split.prefix == "ل" else surface
        surface = surface[1:] if split.prefix and owned else definite
        one = _ONE_OF.get(split.bare)  # "وكلاء اللوائح": each heads one list
        role.text += " " + ((ARTICLE + one if s.tokens[role.j].word.definite else one) if one else surface)
        role.lemmas += (split.bare,)
        role.j += 1
        role.modified = True
        if s.norm[role.j : role.j + 1] != [] and s.norm[role.j] in _WITHOUT:
            role.text += " " + s.text(role.j, role.j + 2)  # "وزير دولة بدون حقيبة"
            role.j += len(s.norm[role.j : role.j + 2])
        read_adjectives(s, role, vocabulary)
        if section:
            end = section_end(s, role.j, split.rest == split.bare, vocabulary)
            role.text += f" {s.text(role.j, end)}" if end > role.j else ""
            role.lemmas += tuple(s.bare[role.j : end])
            role.j = end


def _may_be_known(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word may begin the name of a parallel organisation of the lexicon."""
    return any(x.rest in vocabulary.parties or x.bare in vocabulary.bodies.unions for x in s.tokens[at].word.splits)


def _is_bureau(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a national bureau of a party is named at ``at``: "الديوان السياسي", where "الديوان" is a minister's."""
    body = read_body(s, at, vocabulary, scope=False)
    return body is not None and body.kind == "party" and body.level == "national"


def _plain(s: Sentence, at: int) -> Split:
    splits = s.tokens[at].word.splits or (Split("", s.norm[at], s.bare[at]),)
    last = splits[-1]
    return last if last.prefix == "ل" and last.rest != last.bare else splits[0]


def _portfolio(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """What the holder is in charge of: "مسؤول عن التواصل", "وزير الصحة", "مسؤول التنسيق مع الشباب"."""
    at = role.j
    if at >= len(s.norm) or s.tokens[at].word.kind != "word":
        return
    word = s.tokens[at].word
    opened = role.head in _PORTFOLIO_OPENERS and (s.norm[at] in _ABOUT or word.splits[-1].prefix == "ب")
    direct = role.head in _PORTFOLIO_OPENERS | _DEANS or role.public or (role.head == _KEEPER and _keeps(s, role))
    direct = direct and not names_scope(s, at, vocabulary)
    opened = opened or (role.head in _SERVICES and word.splits[-1].prefix == "ل" and not names_scope(s, at, vocabulary))
    general = role.head == _COMMISSIONER and role.lemmas[1:] == (_GENERAL,)  # "مفوض عام التعبئة والتنظيم"
    if role.modified and not opened and not general:
        return
    if not opened and not (direct and is_noun(s, at, vocabulary)):
        return
    end = noun_phrase(s, at + (s.norm[at] in _ABOUT), vocabulary)
    if end > at + (s.norm[at] in _ABOUT):
        role.text += " " + s.text(at, end)
        role.lemmas += tuple(s.bare[at:end])
        bodies = (read_body(s, k, vocabulary, scope=False) for k in range(at + 1, end))
        role.inside = [b for b in bodies if b is not None and b.prefix == "" and b.j <= end][:1]
        role.j = end
        role.modified = True


def _keeps(s: Sentence, role: RoleMention) -> bool:
    """ "X أمين العمال", "X: أمين شؤون العضوية", "أمينا للشؤون القانونية": what a party's officer has in hand.

    Only right after a name, for the noun is a given name too.
    """
    last = s.mentions[-1] if s.mentions else None
    if not isinstance(last, PersonMention) or role.prefix or role.definite:
        return False
    if last.j != role.i and not (last.j == role.i - 1 and s.tokens[last.j].word.kind == "punct"):
        return False
    word = s.tokens[role.j].word
    if role.form.case == "accusative":
        return s.norm[role.j].startswith("لل") and word.splits[-1].bare not in _AREAS
    return s.bare[role.j] in _IN_HAND or (word.definite and not word.norm.endswith("ي"))


def _portfolio_after(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """ "عضو المكتب السياسي المكلف بالتواصل": the portfolio joins the role's text."""
    _beside_minister(s, role, vocabulary)
    at = role.j
    if at + 1 < len(s.norm) and _opens_portfolio(s, at, vocabulary) and s.tokens[at + 1].word.splits:
        opener = s.tokens[at + 1].word
        if opener.splits[-1].prefix == "ب" or opener.norm in _ABOUT:
            end = noun_phrase(s, at + 1 + (opener.norm in _ABOUT), vocabulary)
            if role.body is None:
                role.text += " " + s.text(at, end)
                role.lemmas += tuple(s.bare[at:end])
                role.modified = True
            role.j = end


def _beside_minister(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """ "كاتب الدولة لدى وزير كذا", "الوزيرة المنتدبة لدى رئيس الحكومة": the head they serve joins the role's text."""
    if not (_is_public(role, vocabulary) or role.public) or role.j + 1 >= len(s.norm) or s.norm[role.j] not in _BESIDE:
        return
    principal = read_role(s, role.j + 1, vocabulary)
    delegated = principal is not None and (principal.head != role.head or _DELEGATED in role.lemmas)
    if principal is not None and principal.public and delegated and not role.places:
        role.text += " " + s.text(role.j, principal.j)
        role.lemmas += tuple(s.bare[role.j : principal.j])
        role.j, role.modified = principal.j, True


def _opens_portfolio(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether token ``at`` is "in charge of", in any gender."""
    heads = vocabulary.roles.heads.get(s.bare[at], ())
    return any(h.folded in _PORTFOLIO_OPENERS and h.form.number == "singular" for h in heads)


def _time(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    while role.j < len(s.norm) and s.bare[role.j] in vocabulary.roles.times:
        role.former = role.former or s.bare[role.j] in vocabulary.roles.former
        role.j += 1


def _told_alone(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> bool:
    """Whether signs, "to him", a deputy show a bare noun to be an office: "الكاتب: ...", "كاتبا له", "نيابة الكاتب"."""
    before = vocabulary.roles.heads.get(s.bare[role.i - 1], ()) if role.i > 0 else ()
    of_one = role.prefix in ("", "ل") and role.definite  # "نائبة للأمين", "نائبة الأمين"
    deputed = any((of_one or head.sense == "office") and fold(head.entry["ms"]) in _DEPUTIES for head in before)
    after_office = role.i > 0 and (s.norm[role.i - 1] in _OFFICES or deputed)
    bracketed = s.is_sign(role.j, "(") and (role.i == 0 or s.tokens[role.i - 1].word.kind == "punct")
    if in_series(s, role):
        return True
    return bracketed or s.is_sign(role.j, ":/=|") or s.is_sign(role.i - 1, "(:|") or role.possessive or after_office


def _is_elected_council(s: Sentence, body: BodyMention) -> bool:
    """ "رئيس المجلس الإقليمي", "رئيس مجلس جهة كذا": of the province, unless the text says of the party."""
    if body.head != _COUNCIL:
        return False
    of_commune = body.place is not None and body.place.type_word in _COMMUNES
    return of_commune or (body.prefix == "" and tuple(s.bare[body.i + 1 : body.core]) in _COUNCILS)


def _of_constituency(s: Sentence, role: RoleMention) -> bool:
    """ "نائبا عن دائرة ...": a member of parliament."""
    return role.base_end < len(s.norm) and s.norm[role.base_end] == "عن"


def _is_public(role: RoleMention, vocabulary: Vocabulary) -> bool:
    if role.body is not None and role.body.kind == "public":
        return True
    lemmas = role.lemmas
    starts = range(2) if role.head in _DEPUTIES else range(1)
    return any(k < len(lemmas) and vocabulary.roles.public.longest(lemmas[k], lemmas, k) is not None for k in starts)
