"""Events: the noun phrases that denote them, with the body that holds them, the party and the place."""

from __future__ import annotations

from graph_builder.arabic.inflection import adjective_forms
from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, Split, strip_article
from graph_builder.extraction.document import EventMention, Sentence
from graph_builder.extraction.mentions.attach import read_scope
from graph_builder.extraction.mentions.bodies import read_body, read_that_body
from graph_builder.extraction.mentions.parties import names_party, read_party
from graph_builder.extraction.mentions.times import TEENS, ordinals
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Head, Vocabulary, by_possession, folded
from graph_builder.model import EventKind

_DEMONSTRATIVES = folded(data("grammar_words")["event"]["demonstratives"])
_FOR = folded(data("grammar_words")["event"]["for"])
_BROADCASTS = folded(data("grammar_words")["event"]["broadcasts"])
_ON_AIR = folded(data("grammar_words")["event"]["on_air"])
_NEEDED = {w: frozenset(adjective_forms(w)) for w in data("event_words")["kinds"]["general_assembly"]}
_NEEDED["study"] = frozenset(
    form
    for kind in ("conference", "training")
    for w in data("event_words")["kinds"][kind]
    for form in adjective_forms(w)
)
_VENUES = folded(data("grammar_words")["event"]["venues"])
_QUOTES = frozenset('"«“')
LONGEST_PURPOSE = 5
"""Words of what an event is for that its label keeps."""
_PASSING = frozenset(strip_article(w) for w in folded(data("grammar_words")["event"]["passing"]))
LONGEST_LABEL = 12
"""Words of an event's label."""


def read_event(s: Sentence, i: int, vocabulary: Vocabulary) -> EventMention | None:
    """Read the event that token ``i`` begins to name, clitics allowed."""
    if i and s.bare[i - 1] in _VENUES:
        return None
    for split in s.tokens[i].word.splits:
        for head in by_possession(vocabulary.events.heads.get(split.bare, ()), s.tokens[i].word.surface):
            if head.sense != "holder" or (head.form.case and split.rest != split.bare):
                continue
            if head.entry.get("counted") and (head.form.number == "dual" or _counted(s, i)):
                continue
            event = _phrase(s, i, split, head, vocabulary)
            if event:
                return event
    return None


def _phrase(s: Sentence, i: int, split: Split, head: Head, vocabulary: Vocabulary) -> EventMention | None:
    lemma, needs = fold(head.lemma), head.entry.get("needs")
    at, kind, qualified, ordinal = _qualifiers(s, i, head, vocabulary)
    if needs in _NEEDED and not any(bare in _NEEDED[needs] for bare in s.bare[i + 1 : at]):
        return None
    if head.form.gender == "f" and lemma.endswith("ه") and not _is_noun(s, i, at):
        return None
    definite = split.rest != split.bare or head.form.pronoun
    event = EventMention(
        i, at, split.prefix, "", lemma, kind, head.form, definite, ordinal, qualified,
        demonstrative=i > 0 and s.norm[i - 1] in _DEMONSTRATIVES,
    )  # fmt: skip
    label_end = _purpose(s, event, _scope(s, event, vocabulary), vocabulary)
    event.label = _label(s, i, split, label_end, head)
    return event if _has_what_it_needs(event, needs) else None


def _has_what_it_needs(event: EventMention, needs: str | None) -> bool:
    """Whether a noun that is no event by itself has what makes it one: the founding of a body, a programme on air."""
    if needs == "body":
        return event.body is not None and event.body.number == "singular"
    if needs == "any":
        return bool(event.body or event.qualified or event.party)
    return event.broadcast if needs == "broadcast" else True


def _qualifiers(s: Sentence, i: int, head: Head, vocabulary: Vocabulary) -> tuple[int, EventKind, bool, bool]:
    """Read the adjectives after a head: their end, the kind they make, whether any, whether an ordinal."""
    words, lemma = vocabulary.events, fold(head.lemma)
    kind, at, qualified, ordinal = head.entry["kind"], i + 1, False, False
    while at < len(s.norm) and s.tokens[at].word.kind == "word" and at - i < LONGEST_LABEL:
        bare = s.bare[at]
        splits = s.tokens[at].word.splits
        bare = next((x.bare for x in splits if x.prefix == "ل" and x.bare in words.qualifiers), bare)
        if bare in words.qualifiers:
            if lemma not in words.fixed:
                kind = words.qualifiers[bare]
            kind = _exceptions(head).get(bare, kind)
            qualified = True
        elif (bare in ordinals() and s.norm[at + 1 : at + 2] != ["من"]) or (ordinal and bare in TEENS):
            ordinal = qualified = True
        elif bare in vocabulary.bodies.adjectives or bare in vocabulary.roles.adjectives:
            if names_party(s, at, vocabulary):
                break
            qualified = True
        elif bare not in _PASSING:
            break
        at += 1
    return at, kind, qualified, ordinal


def _exceptions(head: Head) -> dict[str, EventKind]:
    """Words that change the kind of this head alone: "مؤتمر صحفي" is a conference."""
    return {form: kind for adjective, kind in head.entry.get("but", {}).items() for form in adjective_forms(adjective)}


def _counted(s: Sentence, i: int) -> bool:
    """Whether a number stands before: "500 مؤتمر" are delegates, no congress."""
    return i > 0 and s.tokens[i - 1].word.kind == "number" and int(s.norm[i - 1][:6]) > 2


def _is_noun(s: Sentence, i: int, end: int) -> bool:
    """Whether a final ه is ta marbuta and no pronoun ("دوره الوطني" is his role): the next adjective agrees."""
    return not s.tokens[i].word.surface.endswith("ه") or (end > i + 1 and s.bare[i + 1].endswith("ه"))


def _purpose(s: Sentence, event: EventMention, end: int, vocabulary: Vocabulary) -> int:
    """What the event is for ("الخاص بتكريم ...", "لشرح ...", "حول ..."), or a broadcast's name."""
    at = event.j
    if at + 1 >= len(s.norm) or (s.tokens[at].word.kind == "punct" and s.norm[at] not in _QUOTES):
        return end
    named = s.tokens[at].word.kind == "number" or (s.norm[at] in _QUOTES and bool(_ON_AIR & set(s.norm)))
    broadcast = event.head in _BROADCASTS and named
    purpose = next(
        (x for x in s.tokens[at].word.splits if x.prefix == "ل" and x.rest == x.bare and len(x.rest) > 2), None
    )
    if not broadcast and s.norm[at] not in _FOR and not (purpose and read_party(s, at, vocabulary) is None):
        return end
    stop = at + (2 + (s.norm[at] in _QUOTES) if broadcast else LONGEST_PURPOSE)
    last = at
    while last < min(stop, len(s.norm)) and (s.tokens[last].word.kind != "punct" or broadcast):
        last += 1
    event.qualified, event.purpose, event.broadcast = True, True, broadcast
    return max(end, last)


def _label(s: Sentence, i: int, split: Split, end: int, head: Head) -> str:
    """The event as the text calls it; "its congress" as "the congress"."""
    first = f"{ARTICLE}{head.lemma}" if head.form.pronoun else s.tokens[i].word.surface[len(split.prefix) :]
    if split.prefix.endswith("ل") and not head.form.pronoun and split.rest != split.bare:
        first = "ا" + first
    rest = s.text(i + 1, end)
    return f"{first} {rest}" if rest else first


def _scope(s: Sentence, event: EventMention, vocabulary: Vocabulary) -> int:
    """Read whose event it is and where; return where the label ends."""
    at = event.j
    at += at + 1 < len(s.norm) and s.norm[at] == "من" and event.kind == "meeting"
    body = read_body(s, at, vocabulary) if at < len(s.norm) and s.tokens[at].word.kind == "word" else None
    body = body or read_that_body(s, at, vocabulary)
    if body and (body.prefix == "ل" or (body.prefix == "" and not event.definite)):
        event.body, event.qualified = body, True
        event.party, event.place, event.j = body.party, body.place, body.j
    label_end = event.j
    event.j, party, places = read_scope(
        s, event.j, vocabulary, party=event.party is None, places=event.place is None, bare_place=False, located=True
    )
    event.party = event.party or party
    if places:
        event.place = places[0]
    return label_end
