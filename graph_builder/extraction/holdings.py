"""From "this person, this role phrase" to posts: party, body, place and status from the text around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.bodies import is_committee, section
from graph_builder.extraction.discourse import Discourse, bodies_in, places_in
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.full_names import stands_alone
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.extraction.organisations import headed_by
from graph_builder.extraction.societies import alone, bureau_of
from graph_builder.extraction.standing import before_bracket, own_party, party_won_for, told_party
from graph_builder.extraction.wholes import headed, in_full, of_branch
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.taxonomy import role_key
from graph_builder.lexicon.vocabulary import bares, folded
from graph_builder.model import Level, PostFact, Status

_BRANCH: Final = fold("فرع")
_COMMUNAL: Final = folded(data("body_words")["communal"])
"""Adjectives of the councils of a town: "المجلس الجماعي"."""
_COUNCIL: Final = folded([data("grammar_words")["role"]["council"]])
_UNIONS: Final = folded(data("body_words")["unions"])
_BUREAUS: Final = folded(data("body_words")["bureaus"])
_SOCIETIES: Final = folded(data("body_words")["societies"])
_DEPUTY: Final = frozenset([fold("نائب")])
_BY_PRONOUN: Final = "post.deputy_by_pronoun"
_SAID_BESIDE: Final = ("post.role_before_name", "post.role_after_name")
_COMPLETING: Final = (_BY_PRONOUN, "post.left")
"""They say whose deputy "نوابا له" are, and what office was left: the phrase beside a name is told no more."""
_PREPOSITIONS: Final = folded(data("grammar_words")["place"]["prepositions"])
_SECTIONS: Final = frozenset(["regional", "provincial", "local"])


@dataclass(slots=True, eq=False, init=False)
class Holding:
    """A rule's finding: ``person`` holds ``role``. ``text`` replaces the role's own phrase (a deputy's)."""

    person: PersonMention
    role: RoleMention
    sentence: Sentence
    rule: str
    confidence: float
    status: Status
    text: str
    body: BodyMention | None
    """The body listed or renewed here, for a role that names none."""

    def __init__(
        self,
        person: PersonMention,
        role: RoleMention,
        sentence: Sentence,
        rule: str,
        confidence: float,
        status: Status = "current",
        text: str = "",
        body: BodyMention | None = None,
    ) -> None:
        self.person = person
        self.role = role
        self.sentence = sentence
        self.rule = rule
        self.confidence = confidence
        self.status = status
        self.text = text
        self.body = body


_Office = tuple[str, frozenset[str]]
"""Somebody's name, and the words of a role."""


def office_of(body: BodyMention, lemma: str, key: str) -> RoleMention:
    """Return the office ``lemma`` of a body, for a sentence that tells it without its noun."""
    form = Form("m", "singular", "", False)
    head = fold(lemma)
    return RoleMention(
        body.i, body.j, "", lemma, head, key, form, (head,), False, False, body=body, party=body.party, modified=True
    )  # fmt: skip


_DATELINE: Final = "-–—ـ:/"


def posts(d: Discourse, holdings: Iterable[Holding]) -> Iterator[PostFact]:
    """Yield the posts of holdings, one for each place of a role over several places; the surest of equals only."""
    best: dict[tuple[_Office, tuple[str | bool | None, ...]], PostFact] = {}
    told = list(holdings)
    in_full = {_phrase(h) for h in told if h.rule in _COMPLETING}
    for holding in (h for h in told if h.rule in _COMPLETING or _phrase(h) not in in_full):
        for post in _posts(d, holding):
            office = post.person, _role(post)
            key = office, (_body(post), post.party, post.place, post.status == "former")
            known = best.get(key)
            if known is None or (post.status == "elected" != known.status):
                best[key] = post
    same: dict[_Office, list[PostFact]] = {}
    for (office, _), post in best.items():
        same.setdefault(office, []).append(post)
    told_again: list[PostFact] = []
    of_him = {post.person for post in best.values() if post.evidence.rule == _BY_PRONOUN and not post.public}
    for (office, _), post in best.items():
        bare = (
            post.person in of_him and office[1] == _DEPUTY and not post.public
        )  # "نائبين له": whose, another rule tells
        if not bare and not any(_fuller(other, post) for other in same[office]):
            told_again.append(post)
    yield from (post for post in told_again if not _is_headline(d, post, told_again))


def _is_headline(d: Discourse, post: PostFact, among: list[PostFact]) -> bool:
    """Whether the title tells in short an office that the text tells of the same person."""
    end = next((s.span.start for s in d.sentences if s.paragraph >= 0), 0)
    if post.evidence.start >= end:
        return False
    told = (p for p in among if p.person == post.person and p.evidence.start >= end)
    return any(_tells(p, post) for p in told)


def _tells(text: PostFact, title: PostFact) -> bool:
    """Whether an office of the text may be the one of the title: its role in full, its party, no other body."""
    if text.status != title.status or text.public != title.public or (title.party or text.party) != text.party:
        return False
    if None not in (title.place, text.place) and title.place != text.place:
        return False
    short, full = _body(title).split(), _body(text).split()
    same = not short or not full or set(bares(" ".join(short))) <= set(bares(" ".join(full))) or short[0] == full[0]
    return same and _role(title) <= _role(text) | frozenset(full)


def _phrase(h: Holding) -> tuple[int, int, int]:
    """The phrase that tells an office of somebody."""
    return h.sentence.index, h.role.i, h.person.i


def _role(post: PostFact) -> frozenset[str]:
    """The words of a role in any gender: "رئيس" of a verb and "رئيسة" of a noun are one."""
    return frozenset(word.removesuffix("ه") for word in bares(post.role)) - _PREPOSITIONS


def _body(post: PostFact) -> str:
    """The body; "مجلس الجماعة" and "جماعة كذا" are one."""
    if not (post.public and post.body):
        return post.body or ""
    told = bares(post.place or "")
    return " ".join(word for word in bares(post.body) if word not in told and word not in _COUNCIL) or post.body


def _fuller(p: PostFact, post: PostFact) -> bool:
    """Whether ``p`` says all that ``post`` says, and more."""
    if (p.status == "former") != (post.status == "former") or (post.party and p.party != post.party):
        return False
    told = (post.body is None or _body(post) == _body(p)) and (post.place is None or post.place == p.place)
    return told and (_body(p), p.place, p.party) != (_body(post), post.place, post.party)


def _posts(d: Discourse, h: Holding) -> Iterator[PostFact]:
    if h.role.event or _is_loose(h):
        return
    role = resolved(d, h)
    places: list[str | None] = [place.name for place in role.places]
    for name in places or [None]:
        yield PostFact(
            person=d.person(h.person),
            role=h.text or role.text,
            role_key=role_key(role.lemmas, role.key),
            body=role.body.name if role.body else None,
            party=role.party.name if role.party and role.party.name else None,
            place=name,
            status="former" if role.former else h.status,
            since=None,
            until=None,
            public=role.public,
            evidence=h.sentence.evidence(h.rule, h.confidence),
        )


def _is_loose(h: Holding) -> bool:
    """ "القيادي", "القيادية" is said of somebody, and is no office that people are chosen for or succeed to."""
    return h.role.key == "leader" and (h.status in ("elected", "candidate") or h.rule not in _SAID_BESIDE)


def resolved(d: Discourse, h: Holding) -> RoleMention:
    """Return the role with the body, party and places that its sentence and the text before leave unsaid."""
    role, s = h.role, h.sentence
    body = meant(d, s, role.body or _listed_here(d, h))
    if body is not None and _is_main_party(d, body):
        body, role = None, replace(role, body=None, party=role.party or d.main_party)
    public = role.public or (body is not None and body.kind == "public")
    status: Status = "former" if role.former else h.status
    party = _party(d, h, role, body, public)
    national = role.level == "national" and role.body is not None and role.body.place is None
    places = role.places or ([body.place] if body and body.place and not national else [])
    if not places and (place := _place(d, h, role, body, party, status, public)) is not None:
        places = [place]
    if body is None:
        body = headed(d, role, party, places) or _of_society(d, role, status, public)
        body = body or headed_by(d.organisation, h.sentence, role)
    if body is not None and role.body is None and status == "elected" and not public:
        body = bureau_of(d, h.sentence, body)
    if body is not None and status == "elected" and body.kind == "civil" and body.head in _BUREAUS:
        body = alone(body)
    if body is role.body and party is role.party and places is role.places and public is role.public:
        return role
    return role.completed(body, party, places, public)


def _of_society(d: Discourse, role: RoleMention, status: Status, public: bool) -> BodyMention | None:
    """The union that an article without parties is about, of the officers whom it tells as chosen, or of a section."""
    told = status == "elected" or role.level in ("regional", "provincial", "local")
    if d.society is None or public or not told or role.party is not None or role.key in ("candidate", "list_head"):
        return None
    return replace(d.society, place=None)


def _listed_here(d: Discourse, h: Holding) -> BodyMention | None:
    """The body listed, told in another passage: of the place that this one is about."""
    body = h.body
    if body is None or ({body.level, h.role.level} <= _SECTIONS and body.level != h.role.level):
        return None  # "الأمين الإقليمي" sits in no regional secretariat
    if body.place is None or body.kind != "party":
        return body
    here = (s for s in d.sentences if s.paragraph == h.sentence.paragraph)
    about = d.topic(h.sentence, h.person.i) if not any(b is body for s in here for b in bodies_in(s)) else None
    return replace(body, place=about) if about is not None else body


def meant(d: Discourse, s: Sentence, body: BodyMention | None) -> BodyMention | None:
    """The body in full: "the branch", "the branch of the organisation" and the like stand for one named elsewhere."""
    if body is None:
        return None
    if (council := d.council_of(s, body)) is not None:
        return council
    if stands_alone(body):
        body = d.full_body(s, body)
    if body.generic and d.society is not None and body.head in _SOCIETIES:
        return d.society
    full = in_full(d, body)
    return full if full is not body else _of_organisation(d, s, body)


def _of_organisation(d: Discourse, s: Sentence, body: BodyMention) -> BodyMention:
    """The body with the organisation that it is of, or is, as the article names that elsewhere."""
    if body.parent is not None and body.parent.generic:
        return _of_parent(body, d.full_body(s, body.parent))
    if body.kind == "civil" and body.head in _UNIONS and body.party is None:
        for s_ in d.sentences:  # "الفيدرالية الوطنية" of "الفيدرالية الوطنية للمرأة التجمعية"
            for other in bodies_in(s_):
                if other.party is not None and other.head == body.head and other.name.startswith(body.name):
                    return replace(other, place=body.place or other.place)
    if body.core - body.i == 1 and not body.known and (body.kind == "party" or body.head in _UNIONS):
        whole = d.full_body(s, body)
        own = whole.known or (body.head in _UNIONS and whole.kind == "party" and whole is not body)
        return replace(body, name=whole.name, party=whole.party, level=whole.level, kind=whole.kind) if own else body
    return body


def _party(d: Discourse, h: Holding, role: RoleMention, body: BodyMention | None, public: bool) -> PartyMention | None:
    """The party: in brackets after the name, of the office or its body, else the one that the text is about there."""
    civil = body is not None and body.kind == "civil" and role.party is None
    told = told_party(d, h.sentence, h.person, role) if not civil else None  # "(النهج)" tells his own, no union's
    named = role.party or (body.party if body else None) or before_bracket(h.sentence, role)
    if named is not None and named.via == "anaphor" and told is None:
        told = own_party(d, h.sentence, h.person, named)
    if told is not None or named is not None:
        return told or d.resolve_party(named, h.sentence, role.i)
    if public or (body is not None and body.kind == "civil"):
        elected = body is not None and body.head in d.vocabulary.bodies.territories | _COUNCIL
        return party_won_for(d, h.person) if public and elected else None
    special = d.party_of_title(role.lemmas) if body is None and not role.places else None
    return special or d.party_at(h.sentence, role.i)


def _place(
    d: Discourse,
    h: Holding,
    role: RoleMention,
    body: BodyMention | None,
    party: PartyMention | None,
    status: Status,
    public: bool,
) -> PlaceMention | None:
    """The place of an office that names none: of what is near, of the section or town that the article is about."""
    civil = body is not None and body.kind == "civil"
    level = (body.level if body and not (body.level == "parallel" and role.level) else None) or role.level
    local = (civil and h.body is not None) or (party is None and not public and d.main_party is None)
    place = d.main_place() if local else None
    if level != "national" and any(role is m for m in h.sentence.mentions):
        place = place or d.there(h.sentence, role)
    if place is None and body is not None:
        place = of_branch(d, h.sentence, body)
    if place is None and level in ("local", "provincial", "regional") and not civil:
        place = d.place_at(h.sentence, min(h.person.i, role.i), level)
    if place is None and body is not None and body.kind == "party" and not body.known and is_committee(body):
        place = told[1] if (told := section(d)) else None
    if place is None and _of_the_section(role, body, status, level):
        place = d.scope
    of_the_town = role.public and role.lemmas[-1] in TYPES  # "باشا المدينة"
    standing = role.key in ("candidate", "list_head")
    main = d.main_place() if place is None and (of_the_town or standing) else None
    return place or (main if main is None or of_the_town or _is_about(d, main) else None)


def _is_about(d: Discourse, place: PlaceMention) -> bool:
    """Whether an article names a place where people stand otherwise than in its dateline: "الرباط - وكالات"."""
    told = ((s, p) for s in d.sentences for p in places_in(s) if p.name == place.name)
    return any(p.i > 0 or not s.is_sign(p.j, _DATELINE) for s, p in told)


def _of_the_section(role: RoleMention, body: BodyMention | None, status: Status, level: Level | None) -> bool:
    """Whether an office without a level is of the section that the article is about: chosen there, or its council's."""
    if body is not None and body.kind == "public":
        return any(bare in _COMMUNAL for bare in bares(body.name))
    chosen = status in ("elected", "candidate") or (
        body is not None and body.level in ("local", "provincial", "regional")
    )
    sectional = level in (None, "other") or (level == "parallel" and status in ("elected", "candidate"))
    return not role.public and sectional and chosen and (body is None or body.kind == "party")


def _is_main_party(d: Discourse, body: BodyMention) -> bool:
    """Whether "the movement", "the front" is the party that the article is about, told by its first word."""
    alone = body.kind == "civil" and body.core - body.i == 1 and d.main_party is not None
    return alone and bares(body.name) == bares(d.main_party.name)[:1] if d.main_party else False


def _of_parent(body: BodyMention, parent: BodyMention) -> BodyMention:
    """The body as of the organisation meant: its party, and of a branch its name ("فرع المنظمة" is "فرع منظمة كذا")."""
    if parent.generic:
        return body
    name = f"{body.name.split()[0]} {parent.name}" if body.head == _BRANCH else body.name
    return replace(body, name=name, party=parent.party or body.party, parent=None)
