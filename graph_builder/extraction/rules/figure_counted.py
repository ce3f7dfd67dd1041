"""What a number counts: the noun beside it, and what the words before it say of those counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from graph_builder.arabic.inflection import adjective_forms, is_possessive, noun_forms, verb_forms
from graph_builder.arabic.tokens import Split
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    DateMention,
    EventMention,
    NumberMention,
    PartyMention,
    PersonMention,
    PlaceMention,
)
from graph_builder.extraction.mentions.times import APPROXIMATE
from graph_builder.extraction.rules.figure_number import NUMBER_OF, ends, is_share, is_year
from graph_builder.extraction.rules.figure_turned import are_gained, give_votes
from graph_builder.extraction.rules.triggers import words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, vocabulary
from graph_builder.model import Quantity

Kind = Quantity | Literal["people", "officers", "voters", "ballots"]
_WORDS: Final = data("figure_words")
_LEAVING: Final = frozenset(
    f for verb in _WORDS["leaving_verbs"] for f in verb_forms(verb.partition("/")[0], verb.partition("/")[2])
)
CONTEXT: Final[dict[str, frozenset[str]]] = {
    name: folded(said) | (_LEAVING if name == "leaving" else frozenset()) for name, said in _WORDS["context"].items()
}
OTHER_UNITS: Final = folded(_WORDS["other_units"])
_HELD_BY: Final = frozenset(
    f for noun in _WORDS["held"] for f, _ in noun_forms(noun.partition("/")[0], mp=noun.partition("/")[2])
)
_ALSO_NAMES: Final = words("مقر")
"""Nouns whose dual is a name as well."""
_VOTING_NOUN: Final = words("تصويت")
_POLLS: Final = words("تصويت اقتراع")
_NOT_VOTING: Final = folded(_WORDS["not_voting"])
_NO_ADJECTIVE: Final = folded(_WORDS["no_adjective"])
_DEPUTIES: Final = words("نائب نائبة نواب نائبات نوابا")
_BESIDE: Final = words("جانب بجانب رفقة وبحضور")
_NAMING: Final = (DateMention, PlaceMention, PartyMention, EventMention)
REACH: Final = 14
"""Words before a number within which a verb says what is counted."""
_AFTER: Final = 4
"""Words after the noun within which a verb may say so: "300 عضو شاركوا"."""
_LEAVING_AFTER: Final = 8
"""The same of those who leave: "قدم 14 عضوا من الحزب استقالتهم"."""
_THAT: Final = "ان"
_TO: Final = "الي"
_OWNER_REACH: Final = 9
_NUMBER_OF_REACH: Final = 9
"""Words between "عدد" and the number."""


_THINGS: Final = ("applications", "votes", "seats", "branches")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that may be counted, in one of its forms, with the words one of which must follow."""

    kind: Kind
    number: str
    gender: str
    pronoun: bool
    follow: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """Tokens ``i`` to ``j`` are the noun counted."""

    kind: Kind
    i: int
    j: int
    plain: bool
    """The noun says no more than the kind does."""


def _nouns() -> dict[str, list[Noun]]:
    table: dict[str, list[Noun]] = {}
    for kind, entries in _WORDS["nouns"].items():
        for entry in entries:
            head, _, follow = entry.partition(" ")
            ms, _, mp = head.partition("/")
            needed = frozenset(f for w in follow.split("/") if w for f in adjective_forms(w))
            for text, form in noun_forms(ms, mp=mp or None):
                if form.gender == "f" and form.number != "plural" and kind in _THINGS and not ms.endswith("ة"):
                    continue  # "طلبة" are students
                table.setdefault(text, []).append(Noun(kind, form.number, form.gender, form.pronoun, needed))
    return table


NOUNS: Final = _nouns()


def noun_at(s: Sentence, k: int, clitics: bool = False) -> tuple[Noun, int] | None:
    """Return the noun that token ``k`` is, and its end: the one with the longest phrase. ``clitics``: ب, ل, و allowed."""
    if not 0 <= k < len(s.norm) or s.tokens[k].word.kind != "word":
        return None
    word = s.tokens[k].word
    nouns = [n for split in word.splits[: None if clitics else 1] for n in NOUNS.get(split.bare, ())]
    if not nouns:
        return None
    after = s.bare[k + 1] if k + 1 < len(s.norm) else ""
    fit = [n for n in nouns if (not n.follow or after in n.follow) and (not n.pronoun or is_possessive(word.surface))]
    best = max(fit, key=lambda n: (bool(n.follow), n.pronoun), default=None)
    return (best, k + 1 + bool(best.follow)) if best else None


def is_name(s: Sentence, k: int) -> bool:
    """Whether what looks like a dual is a person's name, or a town's: "بلدية مقرين", "مقران عبد الله"."""
    named = any(m.i <= k < m.j for m in s.mentions if isinstance(m, (PersonMention, PlaceMention)))
    counts = k + 1 < len(s.norm) and s.known[k + 1].dual
    return named or (s.bare[k].removesuffix("ين").removesuffix("ان") in _ALSO_NAMES and not counts)


def counted(s: Sentence, number: NumberMention) -> Counted | None:
    """Return what the noun after the number, else before it, says is counted; ``None`` where it is nothing of a party."""
    k = number.j
    if is_year(s, number) or is_share(s, number):
        return None
    if k < len(s.norm) and s.norm[k] in OTHER_UNITS:
        return None
    bracketed = s.is_sign(k, ")") and s.is_sign(number.i - 1, "(")  # "(64) عضوا"
    at = k + (k < len(s.norm) and (s.norm[k] == "من" or s.is_sign(k, '("«') or bracketed))
    found = noun_at(s, at, clitics=number.i == number.j)
    if found and (
        number.value > 1 or s.tokens[number.i].word.kind == "number"
    ):  # "وأحد أعضاء": no word for one stands before
        noun, end = found
        if noun.kind in ("members", "people") and (cast := _voters(s, number)) is not None:
            return cast
        if s.bare[at] in _DEPUTIES and any(x.prefix == "ل" for x in _splits(s, end)):
            return None  # "ثلاثة نواب للرئيس"
        if are_gained(s, number, at):
            return Counted("seats", at, end, False)
        return Counted(noun.kind, at, end, _plain(noun))
    return _before(s, number) or _made_up(s, number)


def _voters(s: Sentence, n: NumberMention) -> Counted | None:
    """ "وصل عدد المصوتين إلى 606 أعضاء": those told as voting, whatever the number's own noun is."""
    at = next((k for k in range(n.i - 1, max(-1, n.i - 1 - _NUMBER_OF_REACH), -1) if _number_of(s, k)), None)
    found = noun_at(s, at + 1, clitics=True) if at is not None else None
    told = at is not None and found is not None and found[0].kind == "voters"
    return Counted("voters", at + 1, found[1], True) if at is not None and found is not None and told else None


def _made_up(s: Sentence, n: NumberMention) -> Counted | None:
    """ "مكتبا سياسيا من تسعة": the members of a body, the number leaving them unsaid."""
    ends = n.j >= len(s.norm) or s.tokens[n.j].word.kind == "punct" or s.norm[n.j].startswith("و")
    bodies = (m for m in s.mentions if isinstance(m, BodyMention))
    return Counted("members", n.i, n.j, True) if ends and any(_is_made_of(s, n, b) for b in bodies) else None


def _is_made_of(s: Sentence, n: NumberMention, body: BodyMention) -> bool:
    return body.j == n.i - 1 and s.norm[n.i - 1] == "من" and body.number == "singular" and body.kind == "party"


def _splits(s: Sentence, k: int) -> tuple[Split, ...]:
    return s.tokens[k].word.splits if k < len(s.norm) else ()


def _plain(noun: Noun) -> bool:
    return noun.kind == "applications" or not (noun.kind in ("people", "officers") or noun.follow)


def _before(s: Sentence, n: NumberMention) -> Counted | None:
    """ "بلغ عدد المؤتمرين 310", "فروعها البالغ عددها 52": a plural told by "number of"; "ملأ الاستمارة 210", "مقعد واحد"."""
    found = noun_at(s, n.i - 1, clitics=True)
    if s.tokens[n.i].word.definite and (named := noun_at(s, n.i - 2)) and named[1] == n.i and n.i > 1:
        return Counted(named[0].kind, n.i - 2, n.i, False)  # "الكتابات المحلية العشر"
    if found and n.value == 1 and found[0].number == "singular" and found[0].kind in _ONE:
        return Counted(found[0].kind, n.i - 1, n.i, True)
    if s.tokens[n.i].word.definite and (all_of := _definite(s, n)):
        return all_of
    if s.norm[n.i - 1] == "ال" and (his := noun_at(s, n.i - 2)) and his[0].pronoun:
        return Counted("members" if his[0].kind == "people" else his[0].kind, n.i - 2, n.i - 1, False)
    if n.j < len(s.norm) and s.tokens[n.j].word.kind == "word" and s.norm[n.j] not in _GOES_ON and not ends(s, n):
        return None
    if found and n.value > 1 and found[0].kind == "applications" and not found[0].follow:
        return Counted("applications", n.i - 1, n.i, True)
    at = next((k for k in range(n.i - 1, max(-1, n.i - 1 - _NUMBER_OF_REACH), -1) if _number_of(s, k)), None)
    limit = any(s.norm[k] == "لا" for k in range(max(0, (at or 0) - 2), n.i))
    if at is None and (told := _amount(s, n)) is not None:
        return told
    if at is None or limit or any(n.i > m.i > at for m in of_type(s, NumberMention)):
        return None
    own = s.norm[at].endswith(("هم", "ها", "هن"))
    places = range(at - 1, max(-1, at - _OWNER_REACH), -1) if own else range(at + 1, n.i)
    nouns = ((k, noun_at(s, k, clitics=True)) for k in places)
    return next(
        (Counted(f[0].kind, k, f[1], _plain(f[0])) for k, f in nouns if f and _many(f[0])), None,
    )  # fmt: skip


def _definite(s: Sentence, n: NumberMention) -> Counted | None:
    """ "المؤتمرون الثلاثون", "من أعضائه الثلاثين", "فروع حزب كذا الأربعة عشر": all of those that a noun before tells."""
    owner = next((m for m in s.mentions if m.j == n.i and isinstance(m, (PartyMention, BodyMention))), None)
    k = n.i - 1 if owner is None else owner.i - isinstance(owner, PartyMention)
    found = noun_at(s, k, clitics=True)
    kinds = ("delegates", "attendees", "seats", "branches")
    told = found is not None and (found[0].kind in kinds or (found[0].kind == "members" and found[0].pronoun))
    return Counted(found[0].kind, k, max(k + 1, min(found[1], n.i)), True) if found and told else None


def _amount(s: Sentence, n: NumberMention) -> Counted | None:
    """ "أصبحت فروع حزب كذا ستة", "بلغ منخرطو الحزب 3000": a plural right after the verb that tells its amount."""
    at = next((k for k in _reach(s, n.i) if _listed(s.norm[k]) == "amount"), None)
    found = noun_at(s, at + 1) if at is not None else None
    between = at is not None and any(at < m.i < n.i for m in of_type(s, NumberMention))
    if at is None or found is None or between or not _many(found[0]):
        return None
    return Counted(found[0].kind, at + 1, found[1], _plain(found[0]))


_ONE: Final = ("votes", "seats")
"""Kinds of which "one" is a figure: "مقعد واحد"."""
_GOES_ON: Final = words("في من حسب وفق بعد و اي")


def _number_of(s: Sentence, k: int) -> bool:
    return 0 <= k < len(s.norm) and any(split.rest in NUMBER_OF for split in s.tokens[k].word.splits)


def _many(noun: Noun) -> bool:
    """A plural (of regular masculine ones the folded form is the dual's too), or the form that many filled in."""
    return noun.number != "singular" or noun.kind == "applications"


class Said(NamedTuple):
    """What a word says of those counted: a key of ``context`` in the lexicon, or nothing."""

    kind: str
    word: str


def context(s: Sentence, n: NumberMention, c: Counted) -> Said:
    """Return what the sentence says of those counted.

    The word nearest before holds; a list that the number ends ("بحضور ... و90 منخرطا") is read to its beginning.
    """
    return Said("voting", "") if give_votes(s, max(n.j, c.j)) else _context(s, n, c)


def _context(s: Sentence, n: NumberMention, c: Counted) -> Said:
    start = min(n.i, c.i)
    if made_of(s, start) is not None or _of_members(s, n) or any(_number_of(s, k) for k in (c.i - 1, *range(c.j, n.i))):
        return Said("containing", "")
    events = {k for m in of_type(s, EventMention) if m.kind != "election" for k in range(m.i, m.j)}
    amount, counted_before = "", {k for m in of_type(s, NumberMention) for k in range(m.i, m.j)}
    for k in _reach(s, start):
        said = _said(s, k) if k not in events else ""
        ends = said == "containing" or s.norm[k] == _THAT or s.tokens[k].word.kind == "punct" or k in counted_before
        if amount and ends:
            break
        if said == "amount":
            amount = "containing"
        elif said:
            if said in ("presence", "leaving") or not _ends_list(s, n):
                return Said(said, s.text(k, k + 1))
            break
    if amount and not _ends_list(s, n):
        return Said(amount, "")
    if _ends_list(s, n) and any(_said(s, k) == "presence" for k in range(start) if k not in events):
        return Said("presence", "")
    end = max(n.j, c.j)
    stop = next((k for k in range(end, len(s.norm)) if s.tokens[k].word.kind == "punct"), len(s.norm))
    later = [_said(s, k) for k in range(end, min(end + _LEAVING_AFTER, stop))]
    if "leaving" in later:
        return Said("leaving", "")
    return Said(next((said for said in later[:_AFTER] if said in ("presence", "voting")), ""), "")


def _of_members(s: Sentence, n: NumberMention) -> bool:
    """Whether "the number of its members" stands before: "حدد عدد أعضائه في 25 عضوا"."""
    for k in range(max(0, n.i - _AFTER - 1), n.i - 1):
        found = noun_at(s, k + 1, clitics=True) if _number_of(s, k) else None
        if found is not None and found[0].kind == "members" and found[0].pronoun:
            return True
    return False


def _reach(s: Sentence, start: int) -> Iterator[int]:
    """The tokens before a number within reach, the nearest first; what names a thing counts as one word."""
    inside = {k for m in s.mentions if isinstance(m, _NAMING) for k in range(m.i + 1, m.j)}
    left = REACH
    for k in range(start - 1, -1, -1):
        left -= k not in inside
        if left < 0:
            return
        yield k


def _said(s: Sentence, k: int) -> str:
    if _number_of(s, k + 1) and s.norm[k] in CONTEXT["target"]:
        return "containing"  # "بلوغ عدد المنخرطين 126" is a result
    if k and s.bare[k] in _VOTING_NOUN and s.norm[k - 1] in _NOT_VOTING:
        return ""
    if s.norm[k + 1 : k + 2] == ["في"] and s.bare[k + 2 : k + 3] and s.bare[k + 2] in _POLLS:
        return "voting"  # "80 عضوا شاركوا في التصويت"
    said = _listed(s.norm[k])
    back = k - 1 - (k > 1 and s.norm[k - 1] == _TO)
    before = _listed(s.norm[back]) if said == "presence" and k else ""
    return before if before in ("voting", "target") else said  # "صوت لفائدة فلان", "تستهدف استقطاب 200"


def _listed(norm: str) -> str:
    """The list of ``context`` that has a word, a conjunction before it allowed."""
    told = _SAYING.get(norm, "")
    joined = _SAYING.get(norm[1:], "") if norm[:1] in "وف" else ""
    return min(told, joined, key=_KINDS.index) if told and joined else told or joined


_KINDS: Final = list(CONTEXT)
_SAYING: Final = {word: kind for kind in reversed(_KINDS) for word in CONTEXT[kind]}
"""The first list of ``context`` that has a word."""


def made_of(s: Sentence, i: int) -> int | None:
    """Return the head of the body told as made up of those counted at ``i``: "لجنة تنسيق من سبعة أعضاء"."""
    if (
        i < 2
        or s.norm[i - 1] != "من"
        or s.norm[i + 1 : i + 2] == [_TO]
        or any(x.rest in APPROXIMATE for x in s.tokens[i - 2].word.splits)
    ):
        return None
    heads = vocabulary().bodies.heads
    for k in range(i - 2, max(-1, i - 2 - _MADE_OF_REACH), -1):
        for split in s.tokens[k].word.splits:
            if any(h.form.number == "singular" and not h.form.pronoun for h in heads.get(split.bare, ())):
                return k
    return None


_MADE_OF_REACH: Final = 5


def _ends_list(s: Sentence, n: NumberMention) -> bool:
    """Whether و joins the number to what is before: "وأزيد من 90", "و40"."""
    joined = (w[1:] for w in s.norm[max(0, n.i - 3) : n.i] if w.startswith("و"))
    if n.i and s.norm[n.i - 1] in _BESIDE:
        return True
    return n.prefix.startswith("و") or any(w in APPROXIMATE or w in ("", "ما") for w in joined)


def congresses(s: Sentence, n: NumberMention, c: Counted) -> bool:
    """Whether what looks like delegates are congresses: "المؤتمرات الإقليمية التي بلغ عددها 48 مؤتمرا"."""
    if s.bare[c.i] not in _CONGRESS:
        return False
    adjective = c.j < len(s.norm) and s.bare[c.j] in _LEVELS
    told = any(m.form.number == "plural" and m.kind == "congress" for m in of_type(s, EventMention))
    held = any(w.removeprefix("و") in _HELD for w in s.norm[max(0, n.i - 2) : n.i])
    return adjective or held or (told and not any(w in _BOTH for w in s.norm))


_CONGRESS: Final = words("مؤتمر مؤتمرا مؤتمرات")
_BOTH: Final = words("ومؤتمرة ومؤتمر والمؤتمرين ومؤتمرا")
_LEVELS: Final = words("إقليمي إقليميا محلي محليا جهوي جهويا إقليمية محلية جهوية وطنيا")
_HELD: Final = words("عقد عقدت تنظيم نظم نظمت انعقاد بعقد بتنظيم")


def is_held(s: Sentence, c: Counted) -> bool:
    """Whether members are counted by what they hold: "40 انخراطا", "215 بطاقة"."""
    return any(split.bare in _HELD_BY for split in s.tokens[c.i].word.splits)


def phrase(s: Sentence, c: Counted) -> str:
    """Return the noun with the words that say more of those counted: "مستشارا جماعيا", "مشاركة ومشاركا"."""
    end = c.j
    while end < len(s.norm) and end - c.i < _PHRASE and s.tokens[end].word.kind == "word":
        joined = s.norm[end].startswith("و") and noun_at(s, end, clitics=True)
        if not (joined or _agrees(s.norm[end], s.norm[c.i])):
            break
        end += 1
    return s.text(c.i, end)


_PHRASE: Final = 4
"""Words of a noun with its adjectives."""


def _agrees(word: str, noun: str) -> bool:
    """Whether a word ends as an adjective of the noun would."""
    ends = ("ا", "ه", "ين", "ات")
    if word in _NO_ADJECTIVE:
        return False
    return not (word.startswith("و") or word.endswith("وا")) and any(
        word.endswith(e) and noun.endswith(e) for e in ends
    )
