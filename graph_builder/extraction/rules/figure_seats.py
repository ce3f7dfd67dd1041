"""Whose seats are: a party's, a council's, those of a place or a constituency; and the subject of a verb of having."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in, parties_in, places_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, NumberMention, PartyMention, PlaceMention
from graph_builder.extraction.rules import figure_votes as votes
from graph_builder.extraction.rules.figure_counted import Counted, made_of
from graph_builder.extraction.rules.triggers import says, trigger, words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_AFTER_NOUN: Final = 3
"""Words between the seats and the assembly or constituency that they are in."""
_LOST_REACH: Final = 3
_WITHOUT: Final = words("دون بدون")
_HOLDING: Final = words("يتسع تتسع تسع يسع سعتها سعته طاقتها طاقته")
_VENUES: Final = folded(data("grammar_words")["event"]["venues"]) - {"مجلس", "جماعه"}
_WITHOUT_REACH: Final = 4
_HALL_REACH: Final = 6
_CONTEST_REACH: Final = 8
_COUNCIL_REACH: Final = 6
"""Words from a number of seats to the council that has them all."""
_CONSTITUENCIES: Final = folded(data("figure_words")["constituencies"])
_CONSTITUENCY: Final = data("figure_words")["constituencies"][0]
_COUNCILS: Final = folded(data("figure_words")["councils"])
_ALLOTTED: Final = folded(data("figure_words")["allotted"])
_CONTESTED: Final = folded(data("figure_words")["contested"])
_LOST: Final = folded(data("figure_words")["lost"])
_TO: Final = words("إلى لفائدة لصالح نصيب")
_TOOK: Final = words("حصل نال نالها حصدها فاز حازها")
_HOUSE: Final = next(iter(words("برلمان")))
HAVING: Final = folded(data("figure_words")["having"]) | trigger("composing")
_WHO: Final = words("الذي التي وهو وهي")


def owner(d: Discourse, s: Sentence, n: NumberMention, c: Counted) -> str | None:
    """Return whose the seats are where the words beside them say so.

    In order: the party to which they went, the constituency whose they are while they are contested, the council that
    has them, the place before their bracket, the constituency after them.
    """
    end = max(n.j, c.j)
    if (given := _given(s, end)) and (party := d.resolve_party(given, s, given.i)):
        return party.name
    if (listed := _listed(s, min(n.i, c.i), end)) is not None:
        return listed
    if any(w in _CONTESTED for w in s.norm) and (contested := _named_constituency(s)):
        return contested
    if holding := container(s, min(n.i, c.i), "public"):
        return s.text(holding.i, holding.j)
    if made_of(s, min(n.i, c.i)) is not None and (whole := council(d, s, n.i)):
        return whole
    return _in_bracket(s, n) or _allotted(s, end) or _constituency(d, s, end)


def is_contested(s: Sentence, n: NumberMention, c: Counted) -> bool:
    """Whether those counted only stand for something: "تنافس على عضوية المكتب 33 عضوا"."""
    if made_of(s, min(n.i, c.i)) is not None:
        return False
    start = max((k for k in s.signs if k < n.i), default=0)
    return any(s.norm[k].removeprefix("و") in _CONTESTED for k in range(max(start, n.i - _CONTEST_REACH), n.i))


def are_lost(s: Sentence, n: NumberMention) -> bool:
    """Whether the seats are told as taken away, not got, or those of a hall: "ألغت المحكمة مقعدين", "قاعة تضم 300 مقعد"."""
    if any(s.norm[k] in _WITHOUT or says(s, k, _HOLDING) for k in range(max(0, n.i - _WITHOUT_REACH), n.i)):
        return True
    hall = any(
        s.bare[k] in _VENUES or any(x.bare in _VENUES for x in s.tokens[k].word.splits)
        for k in range(max(0, n.i - _HALL_REACH), n.i)
    )
    if hall and any(s.norm[k].removeprefix("و") in HAVING for k in range(max(0, n.i - _LOST_REACH), n.i)):
        return True
    return any(says(s, k, _LOST) for k in range(max(0, n.i - _LOST_REACH), n.i))


def of_council(d: Discourse, s: Sentence, n: NumberMention) -> str | None:
    """Return the council that has the seats counted: "من أصل 39 التي يتكون منها مجلس كذا", else the one told last."""
    parties = (p for p in parties_in(s) if n.j <= p.i <= n.j + _COUNCIL_REACH)
    took = any(w in _TOOK for w in s.norm[n.j : n.j + _AFTER_NOUN])
    if took and (party := next(parties, None)) and (whose := d.resolve_party(party, s, party.i)):
        return whose.name  # "من بين 27 مقعدا حصل عليها الحزب"
    after = (
        b for b in bodies_in(s) if n.j <= b.i <= n.j + _COUNCIL_REACH and b.head in _COUNCILS and b.kind == "public"
    )
    told = next(after, None)
    return s.text(told.i, told.j).removeprefix(told.prefix) if told else council(d, s, n.i)


def council(d: Discourse, s: Sentence, before: int) -> str | None:
    """Return the council, no body of a party, named last before a token: "رئيسا لمجلس المقاطعة ... من أصل 30"."""
    for near in d.sentences[: s.index + 1][::-1]:
        end = before if near is s else len(near.norm)
        told = [b for b in bodies_in(near) if b.i < end and b.kind == "public" and b.number == "singular"]
        if councils := [b for b in told if b.head in _COUNCILS]:
            return near.text(councils[-1].i, councils[-1].j).removeprefix(councils[-1].prefix)
    return None


def container(s: Sentence, end: int, kind: str) -> BodyMention | None:
    """Return the body that is the subject of the verb of having members or seats, before a token.

    "تتكون لجنة التحكيم للحزب من خمسة أعضاء", "أمانة سلا، التي تضم 130 عضوا". ``kind``: as of a body mention.
    """
    counted = [m.j for m in of_type(s, NumberMention) if m.j <= end]
    for k in range(end - 1, max(counted, default=0) - 1, -1):
        if s.norm[k].removeprefix("و") not in HAVING:
            continue
        after = [b for b in bodies_in(s) if b.i == k + 1 and b.prefix == ""]
        start = k - (k > 0 and s.norm[k - 1] in _WHO)
        start -= s.is_sign(start - 1, "،,")
        before = [b for b in bodies_in(s) if b.j == start]
        return next((b for b in [*after, *before] if b.number == "singular" and b.kind == kind), None)
    return None


def _in_bracket(s: Sentence, n: NumberMention) -> str | None:
    """ "موزعة على إقليم كذا (11 مقعدا)": the place before a bracket with its seats."""
    place = next((p for p in of_type(s, PlaceMention) if p.j == n.i - 1), None) if s.is_sign(n.i - 1, "(") else None
    return s.text(place.i, place.j).removeprefix(place.prefix) if place else None


def _allotted(s: Sentence, end: int) -> str | None:
    """ "المقاعد الستة المخصصة لجهة كذا": the region to which seats are allotted."""
    for place in of_type(s, PlaceMention):
        if end <= place.i - 1 < end + _AFTER_NOUN and place.prefix == "ل" and s.bare[place.i - 1] in _ALLOTTED:
            return s.text(place.i, place.j).removeprefix(place.prefix)
    return None


def _listed(s: Sentence, start: int, end: int) -> str | None:
    """ "حازت لائحة «الوردة» ... على 24 مقعدا", "21 مقعدا للائحة «الأمل»": the list of candidates that has the seats."""
    last = max((m.j for m in of_type(s, NumberMention) if m.j <= start), default=0)
    return votes.named_list(s, end, end + 1) or votes.named_list(s, last, start) or votes.named_list(s, 0, start)


def _given(s: Sentence, end: int) -> PartyMention | None:
    """ "مقعدان للحركة الشعبية", "آلت أربعة مقاعد إلى الاتحاد الدستوري": the party to which seats went."""
    for p in parties_in(s):
        to = p.prefix == "ل" or (p.i > 0 and s.norm[p.i - 1] in _TO)
        if to and end <= p.i <= end + 2:
            return p
    return None


def _named_constituency(s: Sentence) -> str | None:
    """ "دائرة طنجة أصيلة": the constituency that a sentence names by its place."""
    for k in range(len(s.norm) - 1):
        if s.bare[k] in _CONSTITUENCIES or any(x.bare in _CONSTITUENCIES for x in s.tokens[k].word.splits):
            place = next((p for p in places_in(s) if p.i in (k, k + 1)), None)
            if place is not None:
                return f"{_CONSTITUENCY} {place.name}"
    return None


def _constituency(d: Discourse, s: Sentence, end: int) -> str | None:
    """ "ثلاثة مقاعد مخصصة للدائرة المحلية": the constituency that has the seats, with its place."""
    for k in range(end, min(end + _AFTER_NOUN, len(s.norm))):
        split = next((x for x in s.tokens[k].word.splits if x.prefix and x.bare in _CONSTITUENCIES), None)
        if split:
            last = k + 1
            while last < len(s.norm) and s.tokens[last].word.definite and last - k <= _AFTER_NOUN:
                last += 1
            if (named := _named_constituency(s)) is not None:
                return named
            place = d.main_place("provincial")
            words = [
                f"ال{_CONSTITUENCY}" if split.rest != split.bare else _CONSTITUENCY,
                s.text(k + 1, last),
                place.name if place else "",
            ]
            return " ".join(w for w in words if w)
    return None


def assembly(s: Sentence, c: Counted) -> str | None:
    """Return the assembly in which seats are: "سبعة مقاعد بالمجلس الجماعي"."""
    named = (b for b in bodies_in(s) if c.j <= b.i <= c.j + _AFTER_NOUN and b.kind != "party")
    told = next((s.text(b.i, b.j).removeprefix(b.prefix) for b in named), None)
    return told or next((s.text(k, k + 1) for k in range(c.j, min(c.j + 2, len(s.norm))) if s.bare[k] == _HOUSE), None)
