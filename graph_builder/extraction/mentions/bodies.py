"""Bodies: bureaus, branches, councils, parallel organisations; bodies of the state and civil society apart."""

from __future__ import annotations

from typing import Final, Literal

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, Split, strip_article
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import BODY
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention
from graph_builder.extraction.mentions.attach import read_scope
from graph_builder.extraction.mentions.body_names import are_people, plain_name
from graph_builder.extraction.mentions.institutions import cause, end_of_institution, end_of_task
from graph_builder.extraction.mentions.known_bodies import known_body
from graph_builder.extraction.mentions.own_names import construct, own_name
from graph_builder.extraction.mentions.parties import names_party, read_party
from graph_builder.extraction.mentions.places import FUNCTION, TYPES, read_place, unlisted
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Head, Vocabulary, bares, by_possession, folded
from graph_builder.model import Level

_LEVELS: Final[dict[str, Level]] = {
    "national": "national", "regional": "regional", "provincial": "provincial", "local": "local", "parallel": "parallel"
}  # fmt: skip
_LOCAL: Final = ("regional", "provincial", "local")
_PLACE_LEVELS: Final[dict[str, Level]] = {
    "region": "regional", "province": "provincial", "city": "local", "commune": "local", "district": "local",
    "arrondissement": "local",
}  # fmt: skip
_NISBA: Final = ("ي", "يه", "يين", "يون", "يات")
"""Endings of adjectives of relation: "المنتخبين التقدميين"."""
_IN: Final = frozenset(["في", "داخل"])
_BRANCH: Final = fold("فرع")
_QUOTES: Final = '"«“'
_ORGANISATIONS: Final = frozenset([fold("منظمة")])
_COMMITTEE: Final = fold(data("body_words")["committees"][0])
_SHURA: Final = fold("شورى")
_TASKED: Final = folded(data("body_words")["tasked"])
_ELECTION: Final = frozenset(fold(word) for word in ("انتخابات", "انتخاب"))
_TERRITORIES: Final = {fold(word): word for word in data("body_words")["territories"]}
_QUALIFIED: Final = folded(data("body_words")["qualified"])
_PUBLIC: Final = frozenset(bares(name)[0] for name in data("body_words")["public"])
"""With which the names of bodies of the state begin."""
MOST_ADJECTIVES: Final = 3
LONGEST_NAME: Final = 9
"""Words of an open name after its head: "الجمعية الديمقراطية للمنتخبين التقدميين"."""


def read_body(s: Sentence, i: int, vocabulary: Vocabulary, scope: bool = True) -> BodyMention | None:
    """Read the body that token ``i`` begins to name, clitics allowed, with its party and place if ``scope``."""
    if not s.may[i] & BODY or are_people(s, i):
        return None
    for split in s.tokens[i].word.splits:
        term = vocabulary.parties.longest(split.rest, s.norm, i)
        if term and term[1].via != "parallel":
            return None
        known = known_body(s, i, split, vocabulary, True)
        if known is not None:
            return _with_scope(s, known, vocabulary) if scope and known.kind == "party" else known
        for head in by_possession(vocabulary.bodies.heads.get(split.bare, ()), s.tokens[i].word.surface):
            if head.form.case == "accusative" and split.rest != split.bare:
                continue
            body = _headed(s, i, split, head, vocabulary)
            if body:
                return _with_scope(s, body, vocabulary) if scope else body
    return None


def read_that_body(s: Sentence, at: int, vocabulary: Vocabulary, definite: bool = True) -> BodyMention | None:
    """ "رئيس المجلس", "كاتب للفرع": a body named in full elsewhere; not ``definite``: "في مجلس يضم ..."."""
    if at >= len(s.norm) or s.tokens[at].word.kind != "word":
        return None
    split = next(
        (x for x in s.tokens[at].word.splits if x.prefix in ("", "ل", "ب") and (x.rest != x.bare) == definite), None
    )
    if split is None:
        return None
    name, level = _that(split.bare, vocabulary)
    if not name or (split.bare in vocabulary.bodies.territories and _is_term(s, at + 1)):
        return None
    return BodyMention(
        at,
        at + 1,
        split.prefix,
        ARTICLE + name,
        split.bare,
        level,
        "public" if split.bare in vocabulary.bodies.public_heads else "party",
        "singular",
        generic=True,
        core=at + 1,
    )


def _that(bare: str, vocabulary: Vocabulary) -> tuple[str, Level | None]:
    """The name without its article, and the level, of a body told by its head alone; no name if it is none."""
    heads = vocabulary.bodies.heads.get(bare, ())
    head = next((h for h in heads if h.form.number == "singular" and not h.form.pronoun and not h.form.case), None)
    if head is not None:
        return head.lemma, head.entry.get("level")
    return (_TERRITORIES.get(bare, ""), None)


def _is_term(s: Sentence, at: int) -> bool:
    """Whether an adjective follows "the term" of office: "للولاية الثانية" is no wilaya."""
    return at < len(s.norm) and s.tokens[at].word.definite and s.norm[at].endswith("ه")


def _headed(s: Sentence, i: int, split: Split, head: Head, vocabulary: Vocabulary) -> BodyMention | None:
    words = vocabulary.bodies
    lemma_bare = head.folded
    name_end, level = _name_end(s, i, head, split.rest != split.bare, vocabulary)
    if name_end <= i + 2 and lemma_bare in _TASKED:
        name_end = max(name_end, end_of_task(s, i + 1, vocabulary))
    if name_end == i + 1 < len(s.norm) and lemma_bare == _SHURA and not read_party(s, name_end, vocabulary):
        name_end += s.norm[name_end] in vocabulary.after_hizb  # "شورى الوفاق"
    generic = name_end == i + 1 and head.entry.get("generic", False)
    fresh = name_end < len(s.norm) and s.bare[name_end] in words.passing and lemma_bare in words.bureaus
    if generic and not fresh and not _stands_alone(s, i, name_end, head, vocabulary):
        return None
    body = BodyMention(
        i,
        max(name_end, _passing_end(s, name_end, vocabulary)),
        split.prefix,
        plain_name(s, i, split, name_end, head, vocabulary),
        lemma_bare,
        None,
        "party",
        head.form.number,
        core=name_end,
        possessive=head.form.pronoun,
        generic=generic and fresh,
    )
    core = tuple(w for w in s.bare[i + 1 : name_end] if w not in words.passing)
    body.level = _LEVELS.get(level or "")
    if (lemma_bare, *core[:1]) in words.national and body.level is None:
        body.level = "national"
    if core and body.level is None:  # "مكتب الفرع", "مجلسا للفرع" is of the branch's level
        inner = words.heads.get(core[0].removeprefix("لل"), ())
        body.level = next((_LEVELS.get(h.entry.get("level") or "") for h in inner), None)
    body.kind = _kind(lemma_bare, core, vocabulary)
    if body.kind == "party" and (end := end_of_institution(s, body, vocabulary)) > 0:
        body.kind, body.j, body.core = "public", end, end
        body.name = f"{body.name} {s.text(name_end, end)}".rstrip()
    named = (k for k in range(name_end - 1, i, -1) if s.norm[k] in vocabulary.followers)
    at = next((k for k in named if k == name_end - 1 or s.bare[k] not in words.heads), i)
    follower = vocabulary.followers.get(s.norm[at]) if at > i else None
    if (
        follower is not None and body.kind != "public"
    ):  # "منتدى المهندسين الحركيين": of the party whose members it names
        body.kind, body.level = "party", body.level or ("national" if lemma_bare in words.groups else "parallel")
        body.party = PartyMention(at, at + 1, "", follower.key, follower.name, "followers")
    return None if (lemma_bare, *core[:1]) in words.never else body


def _name_end(s: Sentence, i: int, head: Head, definite: bool, vocabulary: Vocabulary) -> tuple[int, str | None]:
    """Read adjectives and complements after a head: where the name ends, and the level it tells."""
    words = vocabulary.bodies
    level: str | None = head.entry.get("level")
    at = end = i + 1
    adjectives, inner = 0, head.folded
    longest = min(2, len(s.norm) - at)
    longest = longest if head.folded in _PUBLIC else 0
    public = next((n for n in range(longest, 0, -1) if (head.folded, *s.bare[at : at + n]) in words.public), 0)
    named = at < len(s.norm) and (head.folded, s.bare[at]) in words.national and s.bare[at] not in words.adjectives
    at = end = at + (public or named)  # "مجلس الرئاسة"
    if public and at < len(s.norm) and s.bare[at - 1] in TYPES and read_place(s, at, vocabulary, scoped=True):
        return end, level  # "مجلس جماعة الفقيه بن صالح"
    at = end = own_name(s, at, head.folded, definite, vocabulary) if at == i + 1 else at
    while at < len(s.norm) and at - i <= LONGEST_NAME and s.tokens[at].word.kind == "word":
        adjective = words.adjectives.get(s.bare[at])
        office = s.bare[at] in vocabulary.roles.heads and head.folded not in words.open
        office = office and (head.folded, s.bare[at]) not in words.national  # "المكتب القيادي"
        agrees = not definite or s.tokens[at].word.definite
        if (adjectives or definite) and _opens_name(s, at, vocabulary):
            break
        if adjective and agrees and not office and not names_party(s, at, vocabulary):
            level = adjective.level or level
            adjectives += 1
            at = end = at + 1
        elif s.bare[at] in words.passing:
            at += 1
        elif definite and not office and adjectives < MOST_ADJECTIVES and _qualifies(s, at, head, vocabulary):
            adjectives += 1
            at = end = at + 1
        elif head.form.pronoun and s.tokens[at].word.splits[-1].prefix == "ل":
            break  # "فريقه للتعريف بالحزب"
        elif adjectives < MOST_ADJECTIVES and (
            step := _complement(s, at, inner, at == i + 1, definite, level in _LOCAL, vocabulary)
        ):
            inner = s.bare[at] if s.bare[at] in words.civil_heads else inner  # "فرع المرصد المغربي لحقوق الإنسان"
            at = end = step
        else:
            break
    return end, level


def _qualifies(s: Sentence, at: int, head: Head, vocabulary: Vocabulary) -> bool:
    """Whether an adjective of relation that no list has agrees with a definite head: "الهيئة التقريرية".

    In the masculine it may be a family name ("رئيس المجلس العروسي كريم"): a word known to be no name only.
    """
    norm, p = s.norm[at], vocabulary.people
    if head.folded not in _QUALIFIED or not s.tokens[at].word.definite or s.bare[at] in p.honorifics:
        return False
    if norm in vocabulary.followers or names_party(s, at, vocabulary):
        return False
    if head.folded.endswith("ه") or head.form.number == "plural":
        return norm.endswith("يه") and norm not in p.given and norm not in p.family
    return norm.endswith("ي") and norm in p.not_names and norm not in p.given


def _opens_name(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an adjective is a given name that a family name follows: "عضو المكتب السياسي العربي كذا"."""
    p, following = vocabulary.people, s.norm[at + 1] if at + 1 < len(s.norm) else ""
    family = following in p.family and strip_article(following) not in vocabulary.bodies.adjectives
    return s.norm[at] in p.given and family and following not in p.not_names


def _complement(
    s: Sentence, at: int, head: str, first: bool, definite_head: bool, located: bool, vocabulary: Vocabulary
) -> int | None:
    """Read one noun of an open name: definite, after لـ, or joined by و to another; return its end.

    ``located``: the name has told a level, so that "of" a name that is also a word tells its place ("للحاجب").
    """
    word = s.tokens[at].word
    norm = word.norm
    if head not in vocabulary.bodies.open or norm in FUNCTION:
        return _fixed_complement(s, at, head, first, vocabulary)
    to = word.splits[-1].prefix == "ل"
    before = s.tokens[at - 1].word.splits[-1:]
    again = to and not first and any(x.prefix == "ل" for x in before)  # "المجلس الوطني للمنظمة للمرشحة فلانة"
    if (
        again
        or read_party(s, at, vocabulary)
        or (
            (first or to)
            and read_place(s, at, vocabulary, scoped=(to and located) or (head,) in vocabulary.bodies.never)
        )
    ):
        return None
    split = word.splits[-1] if len(word.splits) > 1 and word.splits[-1].rest.startswith("ال") else word.splits[0]
    definite = split.rest.startswith("ال") and len(split.rest) > 4
    allowed = split.prefix in ("", "ل") or (split.prefix in ("و", "ول") and not first)
    if not (definite and allowed) or split.rest in vocabulary.people.given:
        named = head in vocabulary.bodies.civil_heads or (head == _COMMITTEE and not first)
        told = to and named and cause(s, at, vocabulary)
        return at + 2 if told else None if definite_head else construct(s, at, first, vocabulary)
    election = head == _COMMITTEE and split.bare in _ELECTION  # "اللجنة الوطنية للانتخابات"
    events = () if election else vocabulary.events.heads.get(split.bare, ())
    if split.prefix == "ل" and any(h.entry.get("needs") != "broadcast" for h in events):
        return None
    parallel = any(h.entry.get("level") == "parallel" for h in vocabulary.bodies.heads.get(split.bare, ()))
    of_youth = split.prefix == "ل" and parallel  # "المجلس الوطني للشبيبة الاشتراكية": of that
    if of_youth or (split.prefix == "" and ((definite_head and first) or not (first or split.bare.endswith(_NISBA)))):
        return None
    task = (
        first and head == _COMMITTEE and not _charged(s, at)
    )  # "لجنة المراقبة المالية", "لجنة التنسيق": what it does, no officer
    office = split.bare in vocabulary.roles.heads and split.prefix != "ل"
    if office and not task and not split.bare.endswith(("ين", "ات")):
        return None
    joined = split.prefix == "و" or (to and at + 1 < len(s.norm) and s.known[at + 1].given)  # "للأخت فلانة"
    titled = joined and vocabulary.people.honorifics.longest(split.bare, s.bare, at)
    if titled or (split.bare in vocabulary.events.heads and split.prefix == "و"):
        return None  # "لقطاع النساء والسيد X"
    if split.bare in vocabulary.bodies.periods:
        return None
    return at + 1


def _charged(s: Sentence, at: int) -> bool:
    """Whether "with" or "for" goes on with a participle: "اللجنة المكلفة بالتنظيم"."""
    return at + 1 < len(s.norm) and (s.norm[at + 1][0] == "ب" or s.norm[at + 1] == "عن")


def _fixed_complement(s: Sentence, at: int, head: str, first: bool, vocabulary: Vocabulary) -> int | None:
    """A body inside the name of another: "مكتب الفرع", "كتابة الفرع المحلي", or whose section it is: "أمانة المرأة"."""
    word = s.tokens[at].word
    sections = vocabulary.bodies.sections
    if first and head in vocabulary.bodies.sectioned and word.definite and word.bare in sections:
        return at + 1
    if head in vocabulary.bodies.sectioned and s.bare[at - 1] in sections and word.norm.startswith("وال"):
        return at + 1  # "أمانة التثقيف والتدريب السياسي"
    if first and head in vocabulary.bodies.bureaus and word.definite and word.bare in vocabulary.bodies.areas:
        return at + 1  # "مكتب الجهة", "لجنة الإقليم"
    if first and word.definite and word.bare in vocabulary.bodies.heads and not names_party(s, at, vocabulary):
        inner = vocabulary.bodies.heads[word.bare][0]
        if inner.form.number == "singular" and not inner.form.pronoun:
            return at + 1
    return None


def _stands_alone(s: Sentence, i: int, end: int, head: Head, vocabulary: Vocabulary) -> bool:
    """Whether a bare generic head is still a body: it has a party or place straight after ("مكتب فرع ..." apart)."""
    if head.form.number != "singular" or end >= len(s.norm) or head.folded in vocabulary.bodies.districts:
        return False
    if head.form.pronoun and head.folded in vocabulary.bodies.groups and _chamber(s, end, vocabulary) is not None:
        return True  # "رئيس فريقه بمجلس المستشارين"
    party = read_party(s, min(end + s.is_sign(end, _QUOTES), len(s.norm) - 1), vocabulary)
    if party and party.prefix in ("", "ل"):
        return True
    place = read_place(s, end, vocabulary, scoped=False)
    return bool(
        place and (place.type_word or place.code) and place.prefix in ("", "ب") and s.tokens[i].word.norm != "جماعه"
    )


def _passing_end(s: Sentence, end: int, vocabulary: Vocabulary) -> int:
    while end < len(s.norm) and s.bare[end] in vocabulary.bodies.passing:
        end += 1
    return end


def _kind(head: str, core: tuple[str, ...], vocabulary: Vocabulary) -> Literal["party", "public", "civil"]:
    words = vocabulary.bodies
    if head in words.public_heads or (head in _PUBLIC and any((head, *core[:n]) in words.public for n in (1, 2))):
        return "public"
    return "civil" if head in words.civil_heads else "party"


def _parent(s: Sentence, body: BodyMention, vocabulary: Vocabulary) -> BodyMention | None:
    """The organisation that the body is of: "الفرع الإقليمي لمنظمة النساء الاتحاديات"."""
    if body.kind != "party" or body.generic or body.j >= len(s.norm):
        return None
    parent = read_body(s, body.j, vocabulary, scope=False) or read_that_body(s, body.j, vocabulary)
    if parent is not None and parent.generic and parent.prefix == "ل" and parent.head in vocabulary.bodies.unions:
        return parent
    of_it = parent is not None and parent.kind == "civil" and parent.prefix == "ل" and parent.core > parent.i + 1
    if of_it and body.head in vocabulary.bodies.bureaus:
        return parent  # "المكتب التنفيذي لنقابة كذا"
    if parent is not None and parent.prefix == "ل" and parent.head in _ORGANISATIONS and parent.core > parent.i + 1:
        return parent  # "المكتب الجهوي لمنظمة نساء حزب كذا"
    return parent if parent and parent.prefix in ("", "ل") and parent.level == "parallel" else None


def _take_party(s: Sentence, body: BodyMention, party: PartyMention, parent: BodyMention | None) -> None:
    """Give a body its party, which ends the name of the organisation that it is of: "... لمنظمة نساء حزب كذا"."""
    body.party = party
    if parent is not None and party.i == body.core and party.prefix == "":
        body.name, body.core = f"{body.name} {s.text(party.i, party.j)}", party.j
    if body.kind == "civil":
        body.kind = "party"


def _with_scope(s: Sentence, body: BodyMention, vocabulary: Vocabulary) -> BodyMention:
    parent = _parent(s, body, vocabulary)
    if parent is not None and parent.generic:
        body.parent, body.j = parent, parent.j  # which organisation it is, the discourse says
    elif parent is not None:
        body.name += f" {s.text(parent.i, parent.core)}"
        body.parent, body.party, body.place = parent, parent.party, parent.place
        body.kind = parent.kind
        body.j = body.core = parent.core
    local = body.level != "national"
    at, party, places = read_scope(s, body.j, vocabulary, party=body.party is None, places=local, bare_place=local)
    if not places and not party and body.head == _BRANCH and (unknown := unlisted(s, body.core)):
        at, party, _ = read_scope(s, unknown.j, vocabulary, party=True, places=False, bare_place=False)
        places = [unknown]
    if party:
        _take_party(s, body, party, parent)
    if places:
        body.place = places[0]
        of_place = body.kind == "public" or body.head in vocabulary.bodies.of_places
        of_town = places[0].type_word or body.party is None  # "مجلس جماعة سلا", "مجلس سلا"
        if of_place and of_town and places[0].i == body.core == body.i + 1 and not places[0].prefix:
            body.kind, body.name = "public", f"{body.name} {s.text(places[0].i, places[0].j)}"
        elif body.head in vocabulary.bodies.public_heads and places[0].i == body.core == body.i + 1:
            body.name = f"{body.name} {places[0].name}"  # "رئيسا لجماعة كلميمة"
        if body.level is None:
            body.level = _PLACE_LEVELS.get(places[0].kind)
    body.j = at
    return take_chamber(s, body, vocabulary)


def take_chamber(s: Sentence, body: BodyMention, vocabulary: Vocabulary) -> BodyMention:
    """ "فريق الحزب بمجلس النواب": the chamber that a parliamentary group sits in joins its name."""
    if body.head not in vocabulary.bodies.groups and body.head != _COMMITTEE:
        return body
    chamber = _chamber(s, body.j, vocabulary)
    if chamber is not None and body.head == _COMMITTEE:
        body.kind, body.j = "public", chamber  # "لجنة الداخلية بمجلس النواب"
    elif chamber is not None:
        if body.core == body.i + 1:  # "الفريق الاشتراكي" is named by its adjective
            body.name = f"{body.name} {s.text(body.core, chamber)}"
            body.core = chamber
        body.j = chamber
        body.level, body.generic = body.level or "national", False
    return body


def _chamber(s: Sentence, at: int, vocabulary: Vocabulary) -> int | None:
    """Where the chamber of parliament named at a token ends: "بمجلس النواب", "في البرلمان"."""
    at += at < len(s.norm) and s.norm[at] in _IN
    splits = s.tokens[at].word.splits if at < len(s.norm) else ()
    chambers = (vocabulary.bodies.chambers.longest(x.bare, s.bare, at) for x in splits if x.prefix in ("", "ب"))
    return next((found[0] for found in chambers if found), None)
