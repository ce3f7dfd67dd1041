"""What an article is about at each point: the party that "the party" means, the place, the body listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from graph_builder.arabic.inflection import adjective_forms
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.document import Sentence, of_type, split
from graph_builder.extraction.family_names import find_family_names
from graph_builder.extraction.first_words import settle_first_words
from graph_builder.extraction.full_names import FullNames
from graph_builder.extraction.gaps import adherent, stands_for
from graph_builder.extraction.guests import is_guest, is_host
from graph_builder.extraction.homonyms import settle_homonyms
from graph_builder.extraction.locating import around, fits, narrow
from graph_builder.extraction.mention_kinds import (
    NONE,
    BodyMention,
    EventMention,
    M,
    Mention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
    by_type,
    collect,
)
from graph_builder.extraction.mentions import recognise
from graph_builder.extraction.mentions.chronology import count_from, full_date, settle, stated_day
from graph_builder.extraction.mentions.enumerated import read_enumerated
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.extraction.mentions.slots import read_slots
from graph_builder.extraction.names import Names
from graph_builder.extraction.organisations import organisation
from graph_builder.extraction.own_bodies import settle_own_bodies
from graph_builder.extraction.topics import is_council, is_of_association, is_that, is_there, society, topic
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, bares, folded, vocabulary
from graph_builder.model import Article, Level

_FEWEST_PARTIES: Final = 2
TITLE_WEIGHT: Final = 3
MAIN_SHARE: Final = 0.7
"""Of the weight of all parties: below it an article is about several, and a paragraph may be about another."""
_SAME_PLACES: Final = {
    "city": ("city", "province", "commune"), "province": ("province", "city", "region"), "commune": ("commune", "city"),
}  # fmt: skip
"""Kinds that a place of a kind may have in the lexicon, which calls a town and its province by one name."""
_LEVELS: Final[dict[str, Level]] = {
    form: adjective["level"]
    for adjective in data("role_words")["adjectives"]
    if adjective.get("level")
    for form in adjective_forms(adjective["ms"])
}
LEFT_REACH: Final = 4
"""Words between a word of leaving and the party left."""
_CLAUSES: Final = folded(data("grammar_words")["clauses"])
_LEAVING: Final = folded(data("grammar_words")["party"]["left"])
_GONE: Final = folded(data("grammar_words")["party"]["gone"])
_COUNCIL: Final = fold(data("grammar_words")["role"]["council"])
_COUNCILS: Final = frozenset([_COUNCIL, *folded(data("grammar_words")["role"]["communes"])])


class Discourse:
    """An article read into mentions, with what its mentions leave unsaid."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.vocabulary: Vocabulary = vocabulary()
        self.anchor = full_date(article.published)
        self.sentences = split(article)
        self.full = FullNames(self.sentences, self.vocabulary, bodies_in)
        for sentence in self.sentences:
            recognise(sentence, self.vocabulary, self.anchor)
        if self.anchor is None and (day := stated_day(self.sentences)) is not None:
            self.anchor = day
            count_from(self.sentences, day)
        read_enumerated(self.sentences, self.vocabulary)
        read_slots(self.sentences, self.vocabulary)
        settle(self.sentences, self.anchor)
        self.names = Names(m.name for s in self.sentences for m in s.mentions if isinstance(m, PersonMention))
        for sentence in self.sentences:
            find_family_names(sentence, self.names)
        settle_homonyms(self.sentences, parties_in, places_in)
        settle_first_words(self.sentences, parties_in, bodies_in)
        self._of_many = False
        self.main_party = self._main_party()
        settle_own_bodies(self.sentences, self.main_party, bodies_in)
        self.society = society(self.sentences) if self.main_party is None else None
        self.organisation = organisation(self.sentences, bodies_in, parties_in)
        self._settle_councils()
        self.renewed: dict[int, BodyMention | None] = {}
        """The body that a sentence tells as renewed, once it has been asked for."""
        self._main_places: dict[tuple[Level | None, str], PlaceMention | None] = {}
        self.scope = self._scope()

    def person(self, mention: PersonMention) -> str:
        """Return the name that stands for the person mentioned."""
        return self.names.canonical(mention.name)

    def tells(self, among: frozenset[str]) -> bool:
        """Return whether any sentence has one of the words, a conjunction before it allowed."""
        return any(s.saying(among) for s in self.sentences)

    def _main_party(self) -> PartyMention | None:
        weights: Counter[str] = Counter()
        first: dict[str, PartyMention] = {}
        for sentence in self.sentences:
            told = [party for party in parties_in(sentence) if party.via != "anaphor"]
            if told:
                organised = {id(p) for m in sentence.mentions if not isinstance(m, PartyMention) for p in parts_of(m)}
                shown = {id(p) for m in of_type(sentence, RoleMention) if not m.form.case for p in parts_of(m)}
                for party in told:
                    early = TITLE_WEIGHT if sentence.paragraph < 1 else 1
                    weight = early * (2 if sentence.paragraph < 0 else 1) + 2 * (
                        id(party) in organised and id(party) not in shown
                    )
                    weight *= 1 if party.via == "pattern" else 2  # "حزب الصالونات" may be no name
                    weight = early if is_guest(sentence, party) else weight + 2 * is_host(sentence, party, told)
                    weights[party.name] += 0 if _left(sentence, party) else weight
                    first.setdefault(party.name, party)
        if not weights or is_of_association(self.sentences, parties_in, bodies_in):
            return None
        main = max(weights, key=lambda name: (weights[name], -list(first).index(name)))
        self._of_many = weights[main] < MAIN_SHARE * weights.total()
        return first[main]

    def _settle_councils(self) -> None:
        """Tell where "مجلس الجماعة" is, and of the state "المجلس الإقليمي" that several parties share."""
        councils = [(s, b) for s in self.sentences for b in bodies_in(s) if b.head == _COUNCIL]
        for s, body in councils:
            if body.kind == "public" and body.place is None and (place := self.there(s, body)) is not None:
                body.place = replace(place, i=body.core - 1, j=body.core, prefix="")
                s.parts = None
        doubtful = [body for _, body in councils if body.kind == "party"]
        if doubtful and all(body.party is None for body in doubtful) and self._are_shared(doubtful):
            for body in doubtful:
                body.kind = "public" if body.level in ("regional", "provincial", None) else body.kind

    def _are_shared(self, councils: list[BodyMention]) -> bool:
        """Whether councils are told as many, or people as standing for several parties: "X عن حزب كذا رئيسا"."""
        people = [(s, m) for s in self.sentences for m in of_type(s, PersonMention)]
        told = {p.name for s, m in people for p in of_type(s, PartyMention) if stands_for(s, m, p)}
        told |= {p.name for s, m in people if (p := adherent(s, m, self.vocabulary)) is not None}
        return len(told) >= _FEWEST_PARTIES or any(b.number == "plural" for b in councils)

    def _scope(self) -> PlaceMention | None:
        """Return the place of the section that the article is about: of the first body, office or event with a level.

        ``None`` where that is national, or where title and lead name no section.
        """
        for sentence in (s for s in self.sentences if s.paragraph < 1):
            for mention in sentence.mentions:
                level = _level(mention)
                if level in ("national", None):
                    if level == "national":
                        return None
                    continue
                own = next((p for p in parts_of(mention) if isinstance(p, PlaceMention)), None)
                if own is None and level == "parallel" and self._is_national():
                    continue  # "كاتبا عاما للشبيبة", chosen by its national congress
                if own is not None and level == "local":
                    return self.narrowed(sentence, own)
                return own or self.place_at(sentence, mention.i, level)
        return self.main_place() if self._abroad() else None

    def _is_national(self) -> bool:
        """Whether title or lead tell of a national event."""
        lead = (s for s in self.sentences if s.paragraph <= 1)
        return any(_level(event) == "national" for s in lead for event in of_type(s, EventMention))

    def main_place(self, level: Level | None = None, kind: str = "") -> PlaceMention | None:
        """Return the place that the article names most, of those of a kind that a body of this level may have."""
        if (level, kind) not in self._main_places:
            self._main_places[level, kind] = self._main_place(level, kind)
        return self._main_places[level, kind]

    def _main_place(self, level: Level | None, kind: str) -> PlaceMention | None:
        told = [(s, p) for s in self.sentences for p in places_in(s) if fits(p, level) and kind in ("", p.kind)]
        own = [(s, p) for s, p in told if narrow([p], level)]
        weights: Counter[str] = Counter()
        first: dict[str, PlaceMention] = {}
        for sentence, place in own or told:
            weights[place.name] += TITLE_WEIGHT if sentence.paragraph < 1 else 1
            first.setdefault(place.name, place)
        for name, inner in around(first, weights, TITLE_WEIGHT + 1) if level == "local" else ():
            weights[inner] += weights.pop(name)
        if not weights:
            return None
        return first[max(weights, key=lambda name: (weights[name], -list(first).index(name)))]

    def council_of(self, sentence: Sentence, body: BodyMention) -> BodyMention | None:
        """Return the council of the state whose bureau a body is: "مكتب المجلس", where the article names such a one."""
        words = bares(body.name)
        if body.kind != "party" or body.party is not None or len(words) < 2 or words[1] not in _COUNCILS:
            return None
        named = (b for b, _, _ in self.full.named(sentence, self.vocabulary.bodies.territories | _COUNCILS))
        full = next(named, None)
        return full if full is not None and full.kind == "public" else None

    def full_body(self, sentence: Sentence, body: BodyMention) -> BodyMention:
        """Return the body that "the council", "the branch" stands for: the last named in full before, else after.

        One of which only an officer is named ("كاتب فرع الشبيبة حضر") comes last, after the sentence last of all.
        """
        return self.full.body(sentence, body)

    def topic(self, sentence: Sentence, i: int) -> PlaceMention | None:
        """Return the place that the passage of token ``i`` is about, told first in it: "وفي أكليم، ..."."""
        return topic(self.sentences, sentence, i)

    def party_at(self, sentence: Sentence, i: int) -> PartyMention | None:
        """Return the party that an office or body at token ``i`` belongs to if the text names none beside it."""
        before = [p for p in parties_in(sentence) if p.via != "anaphor" and p.i <= i and not _left(sentence, p, _GONE)]
        if before:
            clause = max((k for k in range(i) if sentence.norm[k] in _CLAUSES), default=-1)
            before = [p for p in before if p.i > clause] or before  # "فيما اختار حزب كذا X مرشحا"
            names = {p.name for p in before}
            main = self.main_party
            return main if main and main.name in names and len(names) > 1 else before[-1]
        return self._party_of_paragraph(sentence)

    def party_of_title(self, lemmas: tuple[str, ...]) -> PartyMention | None:
        """Return the party, of those that the article names, whose leader alone bears this title: "الكاتب الأول"."""
        for sentence in self.sentences:
            for party in parties_in(sentence):
                titles = self.vocabulary.party_entries[party.key].get("titles", ()) if party.key else ()
                if any(tuple(bares(title)) == lemmas for title in titles):
                    return party
        return None

    def _party_of_paragraph(self, sentence: Sentence) -> PartyMention | None:
        """Return the party that the paragraph is about so far, in an article about several; else the main one."""
        if not self._of_many or self.main_party is None:
            return self.main_party
        start = sentence.index
        while start > 0 and self.sentences[start - 1].paragraph == sentence.paragraph:
            start -= 1
        told = [p for s in self.sentences[start : sentence.index] for p in parties_in(s) if p.via != "anaphor"]
        names = {p.name for p in told}
        return told[-1] if len(names) == 1 and self.main_party.name not in names else self.main_party

    def resolve_party(self, party: PartyMention | None, sentence: Sentence, i: int) -> PartyMention | None:
        """Return the party meant by an explicit mention, or by "the party"."""
        if party is not None and party.via != "anaphor":
            return party
        if party is not None and self.main_party:
            near = any(p.via != "anaphor" and p.i <= i for p in parties_in(sentence))
            return self.main_party if near else self._party_of_paragraph(sentence)
        return self.party_at(sentence, i)

    def place_at(self, sentence: Sentence, i: int, level: Level | None) -> PlaceMention | None:
        """Return the place of a local body or office that names none: the nearest before, else the main one."""
        near = narrow([p for p in places_in(sentence) if p.i <= i and not _is_of_wider(sentence, p, level)], level)
        if level == "provincial":
            provinces = [p for p in near if p.kind == "province"]
            if provinces or (main := self.main_place(level, "province")):
                return provinces[-1] if provinces else main
        about = near[-1] if near else self.topic(sentence, i)
        if about is not None and fits(about, level):
            return about
        return self.main_place(level) or (self.main_place() if level == "regional" and self._abroad() else None)

    def narrowed(self, sentence: Sentence, place: PlaceMention) -> PlaceMention:
        """Return the place of a local body: of a province told around it, the town that the sentence names."""
        own = narrow(places_in(sentence), "local") if not narrow([place], "local") else []
        return own[-1] if own else place

    def there(self, sentence: Sentence, mention: Mention) -> PlaceMention | None:
        """Return the place that "in the town", "in the region" within a mention stands for: the last such one told."""
        kinds = {
            TYPES[x.bare]
            for k in range(mention.i, mention.j)
            for x in sentence.tokens[k].word.splits
            if is_there(x) or (k > mention.i and is_that(x) and is_council(sentence, k - 1))
        }
        if not kinds:
            return None
        wider = {kind for told in kinds for kind in _SAME_PLACES.get(told, ())}
        told = [(s, p) for s in self.sentences for p in places_in(s)]
        before = [p for s, p in told if s.index < sentence.index or (s is sentence and p.i < mention.i)]
        for some, those in ((kinds, before), (wider, before), (kinds | wider, [p for _, p in told][::-1])):
            fitting = [p for p in those if p.kind in some]
            if fitting:
                return fitting[-1]
        return None

    def _abroad(self) -> bool:
        """Whether the main party is of another country, whose regions the lexicon does not have."""
        key = self.main_party.key if self.main_party else None
        return key is not None and self.vocabulary.party_entries[key]["country"] != "MA"


def _level(mention: Mention) -> Level | None:
    """The level that a mention of a party's body, office or event tells."""
    if isinstance(mention, RoleMention):
        return None if mention.public or (mention.body and mention.body.kind != "party") else mention.level
    if isinstance(mention, BodyMention):
        return mention.level if mention.kind == "party" else None
    if isinstance(mention, EventMention):
        own = next((_LEVELS[word] for word in bares(mention.label) if word in _LEVELS), None)
        return own or (_level(mention.body) if mention.body else None)
    return None


def _is_of_wider(s: Sentence, place: PlaceMention, level: Level | None) -> bool:
    """Whether a place is told as that of a province's or region's officer, so that a branch's is elsewhere."""
    if level != "local":
        return False
    wider = (m for m in s.mentions if _level(m) in ("provincial", "regional"))
    return any(part is place for m in wider for part in parts_of(m))


def _left(s: Sentence, party: PartyMention, words: frozenset[str] = _LEAVING) -> bool:
    """Whether the text says that somebody left this party: "غادر صفوف ...", "استقالته من حزب ..."."""
    return any(word in words for word in s.norm[max(0, party.i - LEFT_REACH) : party.i])


def parts_of(mention: Mention) -> list[Mention]:
    """Return a mention and those that hang on it; one that hangs on two of them stands twice."""
    children: tuple[Mention | None, ...] = ()
    if isinstance(mention, RoleMention):
        children = (mention.body, mention.party, *mention.places, *mention.inside)
    elif isinstance(mention, BodyMention):
        children = (mention.party, mention.place)
    elif isinstance(mention, EventMention):
        children = (mention.body, mention.party, mention.place)
    return [mention, *(part for child in children if child is not None for part in parts_of(child))]


def parties_in(sentence: Sentence) -> list[PartyMention]:
    """Return all parties of a sentence, those inside other mentions too, in order."""
    return _inside(sentence, PartyMention)


def places_in(sentence: Sentence) -> list[PlaceMention]:
    """Return all places of a sentence, in order."""
    return _inside(sentence, PlaceMention)


def bodies_in(sentence: Sentence) -> list[BodyMention]:
    """Return all bodies of a sentence, in order."""
    return _inside(sentence, BodyMention)


def _inside(sentence: Sentence, kind: type[M]) -> list[M]:
    """The parts of one type; kept, for mentions change no more once an article is read into them."""
    if sentence.parts is None:
        found: dict[int, Mention] = {}
        for m in sentence.mentions:
            collect(m, found)
        sentence.parts = by_type(sorted(found.values(), key=lambda p: p.i))
    return sentence.parts.get(kind, NONE)  # type: ignore[return-value]
