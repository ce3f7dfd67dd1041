"""Events: the noun phrases that denote them, with the body that holds them, the party and the place."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.inflection import Form, adjective_forms
from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, Split, Word, strip_article
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import EVENT
from graph_builder.extraction.mention_kinds import BodyMention, DateMention, EventMention
from graph_builder.extraction.mentions.attach import read_scope
from graph_builder.extraction.mentions.bodies import read_body, read_that_body
from graph_builder.extraction.mentions.parties import names_party, read_party
from graph_builder.extraction.mentions.times import TEENS, calendar, ordinals
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Head, Vocabulary, by_possession, folded, norms
from graph_builder.model import EventKind

_DEMONSTRATIVES: Final = folded(data("grammar_words")["event"]["demonstratives"])
_FOR: Final = folded(data("grammar_words")["event"]["for"])
_BROADCASTS: Final = folded(data("grammar_words")["event"]["broadcasts"])
_ON_AIR: Final = folded(data("grammar_words")["event"]["on_air"])
_PLANNED: Final = folded(data("grammar_words")["event"]["planned"])
_ITS_OPENING: Final = folded(data("grammar_words")["event"]["its_opening"])
_ACTS: Final = folded(data("grammar_words")["event"]["acts"])
"""What an event is for, in construct: "جلسة انتخاب رئيس الغرفة"."""
_FIRST: Final = folded(data("grammar_words")["event"]["first"])
_FIRST_ONE: Final = data("grammar_words")["event"]["first"][0]
_FIRST_OF: Final = folded(data("grammar_words")["event"]["first"][:2])
_IS: Final = folded(data("grammar_words")["event"]["is"])
_PLACED: Final[tuple[EventKind, ...]] = ("congress", "general_assembly")
"""Kinds of which one is called by its place: "مؤتمر سلا"."""
_FOR_TWO: Final = frozenset(tuple(norms(words)) for words in data("grammar_words")["event"]["for_two"])
_PURPOSE_ENDS: Final = folded(data("grammar_words")["event"]["purpose_ends"]).union(
    *(folded(data("trigger_words")[name]) for name in ("chairing", "training", "attending", "holding", "future"))
)
_NEEDED: Final = {
    need: frozenset(form for w in words for form in adjective_forms(w))
    for need, words in data("event_words")["needed"].items()
}
_WHICH: Final = folded(["الذي", "التي"])
_HOLDING: Final = folded(data("trigger_words")["holding"])
_ASSEMBLY: Final = fold(data("grammar_words")["event"]["assembly"])
_BETWEEN: Final = fold(data("grammar_words")["event"]["between"])
_SESSION: Final = fold(data("grammar_words")["event"]["session"])
_OPENING: Final = fold(data("grammar_words")["event"]["opening_noun"])
_SITTING: Final = fold(data("grammar_words")["event"]["sitting_noun"])
_WITH: Final = data("grammar_words")["event"]["with"]
_VENUES: Final = folded(data("grammar_words")["event"]["venues"])
_SUBJECT: Final = fold("موضوع")
_QUOTED: Final = '"«“'
_QUOTES: Final = frozenset('"«“')
_UNQUOTES: Final = frozenset('"»”')
_PRESENT: Final = ("ي", "ت")
_TITLED: Final[tuple[EventKind, ...]] = ("conference", "training", "campaign")
"""Kinds called by their titles; a party's congress in quotes is the party's: مؤتمر "البام"."""
_SHORTEST_TITLE: Final = 3
"""Tokens of the shortest title in quotes, with them."""
LONGEST_PURPOSE: Final = 6
"""Words of what an event is for that its label keeps."""
LONGEST_TITLE: Final = 10
"""Words of what an event is about, in quotes."""
_PASSING: Final = frozenset(strip_article(w) for w in folded(data("grammar_words")["event"]["passing"]))
REACH_OF_WITH: Final = 12
"""Words within which talks must say with whom they were."""
_SHORTEST: Final = 3
"""Letters of the shortest adjective."""
LONGEST_LABEL: Final = 12
"""Words of an event's label."""


def read_event(s: Sentence, i: int, vocabulary: Vocabulary) -> EventMention | None:
    """Read the event that token ``i`` begins to name, clitics allowed."""
    if not s.may[i] & EVENT:
        return None
    if i and s.bare[i - 1] in _VENUES:
        return None
    for split in s.tokens[i].word.splits:
        for head in by_possession(vocabulary.events.heads.get(split.bare, ()), s.tokens[i].word.surface):
            if head.sense != "holder" or (head.form.case and split.rest != split.bare):
                continue
            if (head.entry.get("counted") and head.form.number == "dual") or _counted(s, i, split, head):
                continue
            event = _phrase(s, i, split, head, vocabulary)
            if event:
                return event
    return None


def _phrase(s: Sentence, i: int, split: Split, head: Head, vocabulary: Vocabulary) -> EventMention | None:
    lemma, needs = head.folded, head.entry.get("needs")
    at, kind, qualified, ordinal = _qualifiers(s, i, head, vocabulary)
    if (
        needs in _NEEDED
        and not _is_meant(s, i, at, split, head)
        and not any(bare in _NEEDED[needs] for bare in s.bare[i + 1 : at])
    ):
        return None
    if head.form.gender == "f" and lemma.endswith("ه") and not (_is_noun(s, i, at) or _is_his(s, i, kind)):
        return None
    if (whole := _session_of(s, i, at, split, head, vocabulary)) is not None:
        return whole
    definite = split.rest != split.bare or head.form.pronoun
    event = EventMention(
        i, at, split.prefix, "", lemma, kind, head.form, definite, ordinal, qualified,
        demonstrative=i > 0 and s.norm[i - 1] in _DEMONSTRATIVES,
    )  # fmt: skip
    of_several = head.form.number == "plural"
    first = _is_first_of(s, i) and not split.prefix and (of_several or not definite)
    event.ordinal, event.qualified = ordinal or first, qualified or first
    if first and of_several:
        event.form, event.definite = Form(head.form.gender, "singular", "", False), False
    label_end = _purpose(s, event, _scope(s, event, vocabulary), vocabulary)
    event.label = _label(s, i, split, label_end, head, event.body)
    if first:
        event.label = f"{_FIRST_ONE} {head.lemma}" if head.form.pronoun else f"{s.text(i - 1, i)} {event.label}"
    return event if _has_what_it_needs(s, event, needs) else None


def _is_first_of(s: Sentence, i: int) -> bool:
    """Whether an ordinal stands before: "أول اجتماع"; not where it only says so of one told: "هو خامس مؤتمر"."""
    return i > 0 and s.norm[i - 1] in _FIRST and (s.norm[i - 1] in _FIRST_OF or s.norm[i - 2] not in _IS)


def _is_meant(s: Sentence, i: int, end: int, split: Split, head: Head) -> bool:
    """Whether "the assembly" alone means one: "أشرف على الجمع", not "الجمع بين"."""
    meant = head.folded == _ASSEMBLY and split.rest != split.bare and end == i + 1
    return meant and head.form.number == "singular" and s.norm[end : end + 1] != [_BETWEEN]


def _has_what_it_needs(s: Sentence, event: EventMention, needs: str | None) -> bool:
    """Whether a noun that is no event by itself has what makes it one: the founding of a body, a programme on air."""
    if needs == "body":
        return event.body is not None and event.body.number == "singular"
    if needs == "any":
        return bool(event.body or event.qualified or event.party) or _was_held(s, event)
    if needs == "taught":
        return (event.qualified or event.party is not None) and (event.body is None or event.body.prefix != "")
    if needs == "with":
        return _WITH in s.norm[event.i : event.i + REACH_OF_WITH]
    if needs == "dated":
        return event.i + 1 < len(s.norm) and s.tokens[event.i + 1].word.kind == "number"
    return event.broadcast if needs == "broadcast" else True


def _was_held(s: Sentence, event: EventMention) -> bool:
    """Whether "which ... held" follows right after the noun: "التجمع الذي أقامه الحزب"."""
    if not event.definite or event.j + 1 >= len(s.norm):
        return False
    return s.norm[event.j] in _WHICH and s.norm[event.j + 1] in _HOLDING


def _qualifiers(s: Sentence, i: int, head: Head, vocabulary: Vocabulary) -> tuple[int, EventKind, bool, bool]:
    """Read the adjectives after a head: their end, the kind they make, whether any, whether an ordinal."""
    words, lemma = vocabulary.events, head.folded
    kind, at, qualified, ordinal = head.entry["kind"], i + 1, False, False
    while at < len(s.norm) and s.tokens[at].word.kind == "word" and at - i < LONGEST_LABEL:
        bare = s.bare[at]
        splits = s.tokens[at].word.splits
        if _opens_year(s, at) or head.entry.get("needs") == "body":
            break  # the founding of a body has no adjectives
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
        elif bare in words.telling or _is_opening(s, i, at) or bare in _NEEDED.get(head.entry.get("needs"), ()):
            qualified = True
        elif bare not in _PASSING and not _is_epithet(s, i, at, vocabulary):
            break
        at += 1
    return at, kind, qualified, ordinal


def _is_epithet(s: Sentence, i: int, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word of no list is an adjective of the event, between it and its body: "اجتماع ساخن للجنته"."""
    if at != i + 1 or at + 1 >= len(s.norm) or len(s.norm[at]) < _SHORTEST or s.norm[at] in vocabulary.people.given:
        return False
    agrees = s.norm[at].startswith(ARTICLE) == (s.norm[i] != s.bare[i] and ARTICLE in s.norm[i])
    whose = any(x.prefix == "ل" and x.bare in vocabulary.bodies.heads for x in s.tokens[at + 1].word.splits)
    return agrees and whose and s.bare[at] not in vocabulary.bodies.heads and s.norm[at] not in _PURPOSE_ENDS


def _is_opening(s: Sentence, i: int, at: int) -> bool:
    """Whether the sitting at token ``i`` is a gathering's first or last: "جلسة الافتتاح"."""
    return at == i + 1 and s.norm[at] in _ITS_OPENING


def _opens_year(s: Sentence, at: int) -> bool:
    """ "الانتخابات التشريعية لعام 2026": a year, no adjective."""
    year = any(x.rest in calendar().year for x in s.tokens[at].word.splits)
    return year and at + 1 < len(s.norm) and s.tokens[at + 1].word.kind == "number"


def _exceptions(head: Head) -> dict[str, EventKind]:
    """Words that change the kind of this head alone: "مؤتمر صحفي" is a conference."""
    return {form: kind for adjective, kind in head.entry.get("but", {}).items() for form in adjective_forms(adjective)}


def _counted(s: Sentence, i: int, split: Split, head: Head) -> bool:
    """Whether a number stands before: "500 مؤتمر" are delegates, "82 لقاء" many; not a date's, nor with its article."""
    if i == 0 or s.tokens[i - 1].word.kind != "number" or int(s.norm[i - 1][:6]) <= 2:
        return False
    dated = bool(s.mentions) and s.mentions[-1].j == i and isinstance(s.mentions[-1], DateMention)
    return not dated and split.rest == split.bare and not (split.prefix or head.form.pronoun)


def _is_his(s: Sentence, i: int, kind: EventKind) -> bool:
    """Whether a noun in ta marbuta with "his" is a gathering: "دورته الأولى"; his campaign is none."""
    return kind != "campaign" and s.tokens[i].word.surface.endswith("ته")


def _is_noun(s: Sentence, i: int, end: int) -> bool:
    """Whether a final ه is ta marbuta and no pronoun ("دوره الوطني" is his role): the next adjective agrees."""
    surface = s.tokens[i].word.surface
    return not surface.endswith("ه") or (end > i + 1 and s.bare[i + 1].endswith("ه"))


def _purpose(s: Sentence, event: EventMention, end: int, vocabulary: Vocabulary) -> int:
    """Read what the event is for ("الخاص بتكريم ...", "حول ..."), or a broadcast's name; return where it ends."""
    at = event.j
    if at + 1 >= len(s.norm) or (s.tokens[at].word.kind == "punct" and s.norm[at] not in _QUOTES):
        return end
    counted = s.tokens[at].word.kind == "number" and s.norm[at + 1] not in _PLANNED
    named = counted or (s.norm[at] in _QUOTES and bool(_ON_AIR & set(s.norm)))
    if event.head in _BROADCASTS and named:
        event.qualified = event.purpose = event.broadcast = True
        return max(end, min(at + 2 + (s.norm[at] in _QUOTES), len(s.norm)))
    if (titled := _title_in_quotes(s, event, vocabulary)) > at:
        event.qualified = event.purpose = True
        return max(end, titled)
    opener = _opens_purpose(s, event, vocabulary)
    last = _past_title(s, _purpose_end(s, at, opener, vocabulary), vocabulary)
    if not opener or last < at + opener or (last == at + opener and s.norm[at] in _FOR):
        return end
    event.qualified = event.purpose = True
    return max(end, last)


def _title_in_quotes(s: Sentence, event: EventMention, vocabulary: Vocabulary) -> int:
    """Return where the title of a seminar, course or campaign right after it ends: ندوة "الواقع الحقوقي"."""
    at = event.j
    if event.kind not in _TITLED or s.norm[at] not in _QUOTES or read_party(s, at + 1, vocabulary) is not None:
        return at
    end = _purpose_end(s, at, 0, vocabulary)
    return end if end - at >= _SHORTEST_TITLE else at


def _opens_purpose(s: Sentence, event: EventMention, vocabulary: Vocabulary) -> int:
    """Return the number of words after an event that open what it is for: 0 if none do."""
    at = event.j
    if (s.norm[at], s.norm[at + 1]) in _FOR_TWO:
        return 2
    body = any(not x.prefix and x.bare in vocabulary.bodies.heads for x in s.tokens[at].word.splits)
    purpose = next(
        (x for x in s.tokens[at].word.splits if x.prefix == "ل" and x.rest == x.bare and len(x.rest) > 2 and not body),
        None,
    )
    named = s.norm[at] in vocabulary.people.given or (
        purpose is not None and purpose.rest in calendar().year | _PURPOSE_ENDS
    )
    if at == event.i + 1 and s.norm[at] in _ACTS and not event.definite:
        return 1
    return int(s.norm[at] in _FOR or bool(purpose and not named and read_party(s, at, vocabulary) is None))


def _purpose_end(s: Sentence, at: int, opener: int, vocabulary: Vocabulary) -> int:
    """Where what an event is for ends: at a sign, a verb, a date; a title in quotes with the quotes."""
    k = at + opener
    if k < len(s.norm) and s.norm[k] in _QUOTES and s.tokens[k].word.kind == "punct":
        closed = next((x for x in range(k + 1, min(k + LONGEST_TITLE + 2, len(s.norm))) if s.norm[x] in _UNQUOTES), 0)
        return closed + 1 if closed else at
    while k < min(at + LONGEST_PURPOSE, len(s.norm)):
        word = s.tokens[k].word
        ended = any(x.rest in _PURPOSE_ENDS for x in word.splits) or (k > at and _is_verb(word, vocabulary))
        if word.kind != "word" or ended:
            break
        k += 1
    return k


def _past_title(s: Sentence, last: int, vocabulary: Vocabulary) -> int:
    """Where a title in quotes ends after "on the subject": 'حول موضوع: "كذا"'; ``last`` if none follows."""
    title = last + s.is_sign(last, ":")
    if s.bare[last - 1] != _SUBJECT or not s.is_sign(title, _QUOTED):
        return last
    end = _purpose_end(s, title, 0, vocabulary)
    return end if end > title else last


def _is_verb(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word is nothing but a verb in the present: "حملة للانخراط تستهدف ..."."""
    return word.norm.startswith(_PRESENT) and word.norm in vocabulary.people.verbs


def _label(s: Sentence, i: int, split: Split, end: int, head: Head, body: BodyMention | None) -> str:
    """The event as the text calls it; "its congress" as "the congress", "of its council" as "of the council"."""
    first = f"{ARTICLE}{head.lemma}" if head.form.pronoun else written(s, i, i + 1, split.prefix, split.rest)
    rest = s.text(i + 1, end)
    if body is not None and body.possessive and body.j <= end:
        name = f"لل{body.name[2:]}" if body.prefix == "ل" and body.name.startswith(ARTICLE) else body.prefix + body.name
        rest = " ".join(filter(None, [s.text(i + 1, body.i), name, s.text(body.j, end)]))
    return f"{first} {rest}" if rest else first


def _session_of(s: Sentence, i: int, end: int, split: Split, head: Head, vocabulary: Vocabulary) -> EventMention | None:
    """ "الجلسة الختامية للمؤتمر الوطني", "افتتاح الجامعة الصيفية": a sitting of a congress, an opening: the whole."""
    if head.folded == _OPENING and end == i + 1 < len(s.norm):
        whole = read_event(s, end, vocabulary)
        if whole is not None and whole.definite and whole.prefix == "":
            whole.i, whole.prefix = i, split.prefix
            return whole
    if head.folded != _SITTING or end + 1 >= len(s.norm):
        return None
    out_of = s.norm[end] == "من"
    whole = read_event(s, end + out_of, vocabulary)
    if whole is None or whole.kind != "congress" or not (whole.definite and (out_of or whole.prefix == "ل")):
        return None
    whole.i, whole.prefix = i, split.prefix
    return whole


def _of_event(s: Sentence, event: EventMention, vocabulary: Vocabulary) -> None:
    """ "الدورة الثالثة للجامعة الصيفية": the session of an event is of its kind."""
    if event.head != _SESSION or event.j >= len(s.norm):
        return
    for split in s.tokens[event.j].word.splits:
        for head in vocabulary.events.heads.get(split.bare, ()) if split.prefix in ("", "ل") else ():
            end, kind, _, _ = _qualifiers(s, event.j, head, vocabulary)
            needed = _NEEDED.get(head.entry.get("needs"))
            if needed is None or any(bare in needed for bare in s.bare[event.j + 1 : end]):
                event.j, event.kind, event.qualified = end, kind, True
                return


def _scope(s: Sentence, event: EventMention, vocabulary: Vocabulary) -> int:
    """Read whose event it is and where; return where the label ends."""
    _of_event(s, event, vocabulary)
    at = event.j
    at += at + 1 < len(s.norm) and s.norm[at] == "من" and event.kind == "meeting"
    body = read_body(s, at, vocabulary) if at < len(s.norm) and s.tokens[at].word.kind == "word" else None
    body = body or read_that_body(s, at, vocabulary)
    if body and (body.prefix == "ل" or (body.prefix == "" and not event.definite)):
        event.body, event.qualified = body, True
        event.party, event.place, event.j = body.party, body.place, body.j
    label_end = event.j
    bare = event.kind in _PLACED and event.j == event.i + 1 and not event.definite
    event.j, party, places = read_scope(
        s, event.j, vocabulary, party=event.party is None, places=event.place is None, bare_place=bare, located=True
    )
    event.party = event.party or party
    if places:
        event.place = places[0]
        label_end = places[0].j if bare and places[0].i == label_end and not places[0].prefix else label_end
    return label_end
