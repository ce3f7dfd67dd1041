"""What an office is of: the body, party, event and places that its phrase names, in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from graph_builder.arabic.inflection import is_possessive
from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention, PlaceMention, RoleMention
from graph_builder.extraction.mentions.attach import read_scope
from graph_builder.extraction.mentions.bodies import read_body, read_that_body, take_chamber
from graph_builder.extraction.mentions.parties import names_party, read_party
from graph_builder.extraction.mentions.phrases import is_noun, names_scope, noun_phrase
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_WORDS: Final = data("grammar_words")["role"]
_ENVOY: Final = "envoy"
_DEPARTMENTS: Final = folded(_WORDS["departments"])
_DEANS: Final = folded(_WORDS["deans"])
_NEEDS_PLACE: Final = folded(_WORDS["needs_place"])
_TAKES_ANY: Final = folded(_WORDS["takes_any"])
_MEMBERS: Final = folded(_WORDS["members"])
_COMMUNES: Final = folded(_WORDS["communes"])
_NICKNAMES: Final = {fold(head): name for head, name in data("body_words")["nicknames"].items()}
_AREAS: Final = {fold(word): word for word in _WORDS["areas"]}
_HEADS_OF_AREAS: Final = folded(_WORDS["heads_of_areas"])
_PREFECTURES: Final = folded(_WORDS["prefectures"])
_COMMITTEES: Final = frozenset([fold(data("body_words")["committees"][0])])
_IN: Final = frozenset(["في", "داخل", "ضمن"])
_BUREAU: Final = fold("مكتب")
_BRANCH: Final = fold("فرع")
_KEEPER: Final = fold("أمين")
_RELATION: Final = ("ي", "يه")
_GENERAL: Final = fold("عام")
_CONGRESSES: Final = folded(_WORDS["congresses"])
_ACCREDITED: Final = folded(_WORDS["accredited"])


def read_owners(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """Body, party, places, in the order that the text has them."""
    _area(s, role)
    _owner(s, role, vocabulary)
    bare_place = role.public or role.head in _NEEDS_PLACE
    role.j, party, places = read_scope(s, role.j, vocabulary, party=True, places=True, bare_place=bare_place)
    if party:
        role.party = role.party or party
        role.modified = True
    if places:
        role.places = role.places or places
        role.modified = True
        _commune(s, role, places[0])
    if role.body is None and (body := _after_party(s, role, vocabulary)):
        _take_body(role, body)
    _of_council(s, role, vocabulary)
    if role.key == "list_head" and not role.places:
        _constituency(s, role, vocabulary)
    if role.key == "ambassador" and not role.places:
        _accredited(s, role)


def _owner(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """What the office is of: a body, an event, a party by its short name."""
    at = role.j + (role.j < len(s.norm) and s.norm[role.j] in _IN)
    body = (read_body(s, at, vocabulary) or _bureau_of(s, at, vocabulary)) if at < len(s.norm) else None
    if body and role.head == _KEEPER and body.head in vocabulary.bodies.districts and body.core > at + 1:
        role.places = [PlaceMention(at, body.core, "", s.text(at + 1, body.core), None, "city", body.head)]
        role.j, role.modified = body.core, True
        return  # "أمين مركز كذا": of a party, in a district that no list has
    if body and body.place and role.level == "local" and body.head in vocabulary.bodies.territories:
        return  # "الكاتب المحلي لجماعة كذا" is of the party there
    if body and body.prefix in ("", "ل", "ب") and not (body.prefix and body.i == at and at > role.j):
        _take_body(role, body)
        role.former = role.former or _left(s, body, vocabulary)
    elif (
        at == role.j < len(s.norm)
        and not names_party(s, at, vocabulary)
        and (that := read_that_body(s, at, vocabulary))
    ):
        _take_body(role, take_chamber(s, that, vocabulary))
    elif _is_event_next(s, role, at, vocabulary) and not role.modified:
        role.event = role.modified = True
        role.text += " " + s.text(at, at + 1)
        role.lemmas += (s.bare[at],)
        role.j = at + 1
    elif (party := _short_name(s, role, at, vocabulary)) is not None:
        role.party, role.j, role.modified = party, party.j, True
    elif not role.modified and at == role.j and role.head in _TAKES_ANY and at < len(s.norm):
        _unknown_body(s, role, at, vocabulary)


def _bureau_of(s: Sentence, at: int, vocabulary: Vocabulary) -> BodyMention | None:
    """ "بمكتب فرع الحزب بكذا": the branch whose bureau it is."""
    plain = (x for x in s.tokens[at].word.splits if x.rest == _BUREAU and x.prefix in ("", "ب", "ل"))
    bureau = next(plain, None)
    if bureau is None or at + 1 >= len(s.norm):
        return None
    branch = read_body(s, at + 1, vocabulary)
    return replace(branch, i=at, prefix=bureau.prefix) if branch is not None and branch.head == _BRANCH else None


def _area(s: Sentence, role: RoleMention) -> None:
    """ "أمين محافظة سطيف", "رئيسا للإقليم": where a party's area is a body, the office has its name from it."""
    if role.modified or role.head not in _HEADS_OF_AREAS or role.j >= len(s.norm):
        return
    split = next((x for x in s.tokens[role.j].word.splits if x.prefix in ("", "ل") and x.bare in _AREAS), None)
    if split is not None and (split.prefix == "" or split.rest != split.bare):
        role.text += f" {ARTICLE}{_AREAS[split.bare]}"
        role.lemmas += (split.bare,)


def lacks_owner(role: RoleMention) -> bool:
    """Whether a noun is an office only with what it does not have here: "موفدا إلى زحلة", "عميد الكلية"."""
    if role.key == _ENVOY and role.body is None and role.party is None:
        return True
    if role.head in _NEEDS_PLACE and not (role.places or role.body or role.modified):
        return True
    return role.head in _DEANS and _DEPARTMENTS.isdisjoint(role.lemmas[1:2])


def of_the_town(s: Sentence, role: RoleMention) -> None:
    """ "باشا المدينة", "عامل الإقليم", "والي الجهة": where, told by a word of kind."""
    if role.j == role.i + 1 < len(s.norm) and s.tokens[role.j].word.definite and s.bare[role.j] in TYPES:
        role.text += " " + s.text(role.j, role.j + 1)
        role.lemmas += (s.bare[role.j],)
        role.j += 1
        role.modified = True


def _commune(s: Sentence, role: RoleMention, place: PlaceMention) -> None:
    """ "رئيس جماعة سيدي يحيى", "عضو جماعة ...": the commune is the body."""
    heads = role.head in _TAKES_ANY or role.head in _MEMBERS
    if role.lemmas[1:2] == (_GENERAL,) and role.party is None and place.type_word in _PREFECTURES:
        heads = True  # "الكاتب العام لعمالة سلا"
    if role.body is None and heads and place.type_word in _COMMUNES | _PREFECTURES and place.prefix in ("", "ل", "ب"):
        text = s.text(place.i, place.j)[len(place.prefix) :]
        role.body = BodyMention(
            place.i, place.j, place.prefix, text, place.type_word, None, "public", "singular", core=role.j
        )
        role.body.place = place
        role.places = [place]


def _constituency(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """ "وكيل اللائحة للانتخابات التشريعية بدائرة خريبكة": past the election, to the place."""
    at = role.j
    if at < len(s.norm) and any(x.bare in vocabulary.events.heads for x in s.tokens[at].word.splits):
        at += 1
        while at < len(s.norm) and s.tokens[at].word.definite:
            at += 1
    end, _, places = read_scope(s, at, vocabulary, party=False, places=True, bare_place=False)
    if places:
        role.j, role.places = end, places


def _accredited(s: Sentence, role: RoleMention) -> None:
    """ "سفيرا لدى جمهورية كذا", "سفيرا لجلالته لدى ...": the state, by its full name."""
    at = next((k for k in range(role.j, min(role.j + 2, len(s.norm))) if s.norm[k] in _ACCREDITED), None)
    if at is None or at + 1 >= len(s.norm):
        return
    end = at + 2
    while end < len(s.norm) and s.tokens[end].word.definite:
        end += 1
    role.places = [PlaceMention(at + 1, end, "", s.text(at + 1, end), None, "country", "")]
    role.j, role.modified = end, True


def _after_party(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> BodyMention | None:
    if not (role.party or role.places) or role.j >= len(s.norm):
        return None
    body = read_body(s, role.j, vocabulary)
    of_it = body is not None and body.prefix == "ل" and role.party is None  # "الكاتب الإقليمي بطنجة لنقابة كذا"
    return body if body and (body.prefix == "ب" or of_it) else None


def _take_body(role: RoleMention, body: BodyMention) -> None:
    if body.party is not None and body.core == body.i + 1 and (name := _NICKNAMES.get(body.head)) is not None:
        body.name, body.kind, body.level = name, "party", "national"  # "رئيسا لبرلمان الحزب"
    role.body, role.j, role.modified = body, body.j, True
    role.party = body.party or role.party
    role.level = role.level or body.level
    if body.place:
        role.places = [body.place]


def _of_council(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """ "رئيس لجنة المالية بالمجلس الجماعي لكذا": a committee of a council of the state."""
    own = role.body
    if own is None or own.kind != "party" or own.head not in _COMMITTEES or own.party or own.place:
        return
    at = role.j + (role.j < len(s.norm) and s.norm[role.j] in _IN)
    council = read_body(s, at, vocabulary) if at < len(s.norm) else None
    if council is not None and council.kind == "public" and (at > role.j or council.prefix == "ب"):
        own.kind, role.public, role.j = "public", True, council.j
        own.place = council.place
        role.places = [council.place] if council.place else role.places


def _left(s: Sentence, body: BodyMention, vocabulary: Vocabulary) -> bool:
    """Whether "former" stands after the body: "أمينة مال الفرع السابقة"."""
    return any(s.bare[k] in vocabulary.roles.former for k in range(body.core, body.j))


def _is_event_next(s: Sentence, role: RoleMention, at: int, vocabulary: Vocabulary) -> bool:
    splits = s.tokens[at].word.splits if at < len(s.norm) else ()
    prefixes = ("", "ل") if role.head in _TAKES_ANY else ("",)  # "رئيسا للمؤتمر", but "مرشحا للانتخابات"
    known = next((x for x in splits if x.prefix in prefixes and x.bare in vocabulary.events.heads), None)
    owned = known is not None and at + 1 < len(s.norm) and read_party(s, at + 1, vocabulary) is not None
    named = known is not None and (known.rest != known.bare or owned)  # "رئيس المؤتمر", "رئيس مؤتمر حزب كذا"
    if known is not None and known.prefix and known.bare in _CONGRESSES:
        return True  # "رئيسا للمؤتمر الوطني"
    return named and not names_party(s, at, vocabulary)  # "مرشح التجمع الوطني للأحرار"


def _short_name(s: Sentence, role: RoleMention, at: int, vocabulary: Vocabulary) -> PartyMention | None:
    """A party told without "party" after a leader's office: "رئيس الإصلاح والتنمية", "الأمين العام للوسط الاجتماعي"."""
    if at != role.j or at >= len(s.norm) or not (role.head in _TAKES_ANY or _GENERAL in role.lemmas):
        return None
    for split in s.tokens[at].word.splits:
        term = vocabulary.after_hizb.longest(split.rest, s.norm, at) if split.prefix in ("", "ل") else None
        if term is not None and term[0] > at + 1:
            return PartyMention(at, term[0], split.prefix, term[1].key, term[1].name, "name")
    return None


def _unknown_body(s: Sentence, role: RoleMention, at: int, vocabulary: Vocabulary) -> None:
    """ "رئيس كذا": a body that the lexicon has no head for; it is of civil society until the text says otherwise."""
    if not is_noun(s, at, vocabulary) or names_scope(s, at, vocabulary) or s.norm[at][0] in "بلوف":
        return
    if (
        is_possessive(s.tokens[at].word.surface)
        or s.norm[at] in vocabulary.people.verbs
        or role.form.case == "accusative"
    ):
        return  # "الرئيس سلفه", "مدير حملته", "رئيسا ينوب عنه X"
    if role.definite:
        _of_relation(s, role, at)
        return
    end = noun_phrase(s, at, vocabulary)
    if end > at:
        known = vocabulary.roles.public.longest(role.head, (role.head, s.bare[at]), 0)  # "رئيس الحكومة"
        kind: Literal["public", "civil"] = "public" if known is not None else "civil"
        role.body = BodyMention(at, end, "", s.text(at, end), s.bare[at], None, kind, "singular", core=end)
        role.j, role.modified = end, True


def _of_relation(s: Sentence, role: RoleMention, at: int) -> None:
    """ "الرئيس التونسي", "المدير الفني": an adjective of relation, for a noun with article governs no other."""
    if s.tokens[at].word.definite and s.norm[at].endswith(_RELATION):
        role.text += " " + s.text(at, at + 1)
        role.lemmas += (s.bare[at],)
        role.j, role.modified = at + 1, True
        role.public = role.public or role.key == "president"
