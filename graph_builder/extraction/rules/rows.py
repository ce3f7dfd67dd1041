"""Lists of people, whatever parts their items: one after another in a sentence, or a line each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.mention_kinds import Mention, NumberMention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.rules.listed import free_words
from graph_builder.extraction.rules.triggers import says, words

ADDING: Final = words(
    "إضافة بالإضافة إلى كذلك أيضا جانب فضلا عن أخيرا وأخيرا ثم وكذا وكذلك إضافة بجانب علاوة على من كل كلا كما "
    "ومن النساء الرجال الشباب الشابات نساء رجال شباب الوجوه الجديدة الجدد"
)
"""Words that go on with a list: of adding, and of sorts of people."""
_BRACKETED: Final = re.compile(r"\([^()]*\)")
LOCATING: Final = words(
    "في عن بالدائرة الدائرة بدائرة الانتخابية المحلية التشريعية الجهوية برسم على مستوى بإقليم بجهة بعمالة إضافة بالإضافة إلى فضلا ثم"
)
"""Words between somebody's name and where he stands, or is what all of a list are."""
_UNREAD_ITEM: Final = re.compile("^،و?w{1,4},?$")
"""An item that was not read, between two places: "X بسلا، كذا كذا في سطات، Y"."""
_UNKNOWN_PLACE: Final = re.compile("^،?,{1,3}w{1,3}[،؛]?و?$")
"""A place of which no list has all words, after "in": "X في درب كذا، وY"."""
_NO_PLACE: Final = words("حين ما الوقت المقابل الأخير أن هذا هذه ذلك")
"""After "in" or "on", words that are no place: "في حين", "على أن"."""
_MORE: Final = words("إضافة بالإضافة فضلا ثم")
_WHO: Final = words("الذي التي والذي والتي وهو وهي")
_JOINING: Final = frozenset("،,؛;/و-–.+")
_PLACING: Final = frozenset("،,؛;و()-–:/")
_BESIDE: Final = ("", "،", "(", ",", "-", "–", ":")
_LONGEST_LINE: Final = 18
"""Tokens of a line that is an item of a list."""
_TOLD_OF_HIM: Final = 7
"""Words that such a line has besides the name, at most."""
_CLAUSE: Final = 16
"""Tokens of a clause that tells something of one of a list."""
_OF_VOTES: Final = 2
"""Tokens from the number of votes to the next of a list."""
_UNREAD: Final = 4
"""Words of an item in which no name was read."""
_ITEMS: Final = 2
"""Such items one after another."""


class Row:
    """An item of a list: whom it names, where, and the office told beside the name."""

    __slots__ = ("office", "person", "s")

    def __init__(self, s: Sentence, person: PersonMention, office: RoleMention | None) -> None:
        self.s = s
        self.person = person
        self.office = office


def runs(d: Discourse, s: Sentence) -> list[list[Row]]:
    """Return the lists of two people or more in a sentence, past what is told of each."""
    found: list[list[Row]] = []
    if len(of_type(s, PersonMention)) < 2:
        return found
    n = 0
    while n < len(s.mentions):
        first = s.mentions[n]
        n += 1
        if not isinstance(first, PersonMention):
            continue
        run = [Row(s, first, _title(d, s, n - 1))]
        while (at := _following(d, s, n - 1, run[-1])) is not None:
            person = s.mentions[at]
            if isinstance(person, PersonMention):
                run.append(Row(s, person, _title(d, s, at)))
            n = at + 1
        if run[-1].office is None:
            run[-1].office = _beside(d, s, n - 1)
        if len(run) > 1:
            found.append(run)
    return found


def _title(d: Discourse, s: Sentence, n: int) -> RoleMention | None:
    """The office that stands as a title before the name of mention ``n``."""
    before = s.mentions[n - 1] if n else None
    if not isinstance(before, RoleMention) or before.form.number != "singular" or before.form.case:
        return None
    person = s.mentions[n]
    signs = gap(s, before, person, d.vocabulary)
    return before if person.prefix == "" and signs in ("", "،", ":") else None


def _beside(d: Discourse, s: Sentence, n: int) -> RoleMention | None:
    """The office that stands after the name of mention ``n``."""
    after = s.mentions[n + 1] if n + 1 < len(s.mentions) else None
    if (
        not isinstance(after, RoleMention)
        or after.prefix == "و"
        or not (after.form.number == "singular" or after.public)
    ):
        return None
    return after if gap(s, s.mentions[n], after, d.vocabulary).replace(")", "") in _BESIDE else None


def _following(d: Discourse, s: Sentence, n: int, row: Row) -> int | None:
    """The mention that is the next name of the list after the one of mention ``n``; the office between is told to ``row``."""
    k = n + 1
    while k < len(s.mentions) and not isinstance(s.mentions[k], PersonMention):
        k += 1
    if k >= len(s.mentions):
        return None
    first, second = s.mentions[n], s.mentions[k]
    offices = [m for m in s.mentions[n + 1 : k] if isinstance(m, RoleMention)]
    if any(r.form.number != "singular" and not r.public for r in offices) or len(offices) > 2:
        return None
    after = _beside(d, s, n)
    before = _title(d, s, k)
    if after is before and after is not None and gap(s, first, after, d.vocabulary) in ("،", ""):
        after = before if gap(s, after, second, d.vocabulary) else None
    told = [m for m in offices if m is not after and m is not before and not _bracketed(s, m)]
    start: Mention = after if after is not None else first
    if len(told) == 1 and told[0].form.case == "accusative" and told[0].i > start.i:
        start = after = told[0]  # "X، رئيس كذا، وكيلا للائحة، وY"
    elif told:
        return None
    if row.office is None:
        row.office = after
    if before is not None and before is not after:
        second = before
    return k if _joined(d, s, start, second) else None


def _bracketed(s: Sentence, m: Mention) -> bool:
    return s.is_sign(m.i - 1, "(")


def _joined(d: Discourse, s: Sentence, a: Mention, b: Mention) -> bool:
    """Whether nothing but signs, "and", what is told of the one and words of adding stand between two items."""
    signs = _BRACKETED.sub("", gap(s, a, b, d.vocabulary, ADDING)).strip(")").strip("(")
    conjoined = b.prefix == "و"
    if (signs != "" or conjoined) and set(signs) <= _JOINING:
        return True
    if _are_unread(d, s, a.j, b.i):
        return True
    if b.i - a.j > _CLAUSE:
        return False
    if _are_placed(d, s, a, b):
        return True
    if not (conjoined or s.is_sign(b.i - 1, "،,؛;") or signs[-1:] in ("،", ",", "و")):
        return False
    return s.norm[a.j + s.is_sign(a.j, "،,")] in _WHO or _is_counted(s, a, b)


def _are_placed(d: Discourse, s: Sentence, a: Mention, b: Mention) -> bool:
    """Whether only where they stand is told between two items: "X بدائرة أ، وY", "X، وبدائرة أ Y", "X في كذا؛ أ: Y"."""
    told = [m for m in s.mentions if a.j <= m.i < b.i]
    if any(not isinstance(m, PlaceMention) for m in told):
        return False
    parted = b.prefix == "و" or any(m.prefix.startswith("و") or s.norm[m.i - 1] == "و" for m in told)
    parted = parted or any(s.is_sign(k, "،,؛;/-–") or s.norm[k] in _MORE for k in range(a.j, b.i))
    if not parted:
        return False
    parts = [a, *told, b]
    signs = "".join(_UNREAD_ITEM.sub("", gap(s, m, n, d.vocabulary, LOCATING)) for m, n in pairwise(parts))
    if told and set(signs) <= _PLACING:
        return True
    at = a.j + s.is_sign(a.j, "،,")
    closed = b.prefix == "و" or signs[-1:] in ("،", "؛", "و")
    verbs = d.vocabulary.people.verbs
    named = not any(s.norm[k] in verbs or s.norm[k] in _NO_PLACE for k in range(at, b.i))
    return closed and named and says(s, at, LOCATING) and _UNKNOWN_PLACE.match(signs) is not None


def _is_counted(s: Sentence, a: Mention, b: Mention) -> bool:
    """Whether only a number, of votes, is told of the one: "X 1200 صوت، Y"."""
    numbers = [m for m in of_type(s, NumberMention) if m.i == a.j]
    told = [m for m in s.mentions if a.j <= m.i < b.i]
    return numbers == told and b.i - numbers[0].j <= _OF_VOTES if numbers else False


def _are_unread(d: Discourse, s: Sentence, start: int, end: int) -> bool:
    """Whether items in which no name was read stand between two names: "X، كذا كذا، وY", or the beginning of the second."""
    if end - start > _ITEMS * (_UNREAD + 1) + 1 or any(start <= m.i < end for m in s.mentions):
        return False
    items: list[range] = []
    at = start
    for k in range(start, end + 1):
        if k == end or s.tokens[k].word.kind != "word":
            items += [range(at, k)] if at < k else []
            at = k + 1
    if not 1 <= len(items) <= _ITEMS or not all(_may_name(d, s, item) for item in items):
        return False
    first, last = items[0], items[-1]
    begun = last.stop == end and last.start > start  # "X، والسعدي Y": a family name before the given one
    if begun and not (len(last) == 1 and s.norm[last.start].removeprefix("و").startswith("ال")):
        return s.mentions[_at(s, end)].prefix == "و"
    return first.start > start or s.norm[start].startswith("و") or len(first) == 1


def _at(s: Sentence, i: int) -> int:
    """The mention that begins at token ``i``."""
    return next(n for n, m in enumerate(s.mentions) if m.i == i)


def _may_name(d: Discourse, s: Sentence, item: range) -> bool:
    """Whether words may be a name that was not read: none of grammar, no verb first; any after a given name."""
    people = d.vocabulary.people
    word = s.norm[item.start]
    rest = word.removeprefix("و")
    if len(item) > _UNREAD or {word, rest} & people.verbs:
        return False
    return rest in people.given or not any(s.norm[k] in FUNCTION for k in item)


def block(d: Discourse, s: Sentence) -> list[Row]:
    """Return the lines, one person each, of which the sentence is the first; one in which no name was read parts none."""
    rows: list[Row] = []
    if line(d, s) is None or _goes_before(d, s.index - 1):
        return rows
    k = s.index
    while k < len(d.sentences):
        row = line(d, d.sentences[k])
        if row is not None:
            rows.append(row)
        elif not _is_nameless(d, k):
            break
        k += 1
    return rows


def _goes_before(d: Discourse, k: int) -> bool:
    """Whether a line of the same list stands at sentence ``k``."""
    return k >= 0 and (line(d, d.sentences[k]) is not None or _is_nameless(d, k))


def _is_nameless(d: Discourse, k: int) -> bool:
    """Whether a line between two of a list names nobody that was read, and is no heading of others."""
    if not 0 < k < len(d.sentences) - 1 or of_type(d.sentences[k], RoleMention):
        return False
    s = d.sentences[k]
    short = len(s.norm) <= _LONGEST_LINE and _is_paragraph(d, s) and not of_type(s, PersonMention)
    signs = any(s.norm[x] in "،,-–(" and s.tokens[x].word.kind == "punct" for x in range(1, len(s.norm)))
    return short and signs and all(line(d, d.sentences[n]) is not None for n in (k - 1, k + 1))


def line(d: Discourse, s: Sentence) -> Row | None:
    """Return the person whom a line names first, and the office beside; ``None`` if it says much more."""
    if not 0 < len(s.norm) <= _LONGEST_LINE or s.paragraph < 0:
        return None
    people = of_type(s, PersonMention)
    if len(people) != 1 or not _is_paragraph(d, s):
        return None
    person = people[0]
    at = person.j
    closed = at >= len(s.norm) or s.tokens[at].word.kind != "word" or any(m.i == at for m in s.mentions)
    more = sum(s.tokens[k].word.kind == "word" for k in range(at, len(s.norm)))
    if free_words(d, s, list(range(person.i))) or not closed or more > _TOLD_OF_HIM:
        return None
    return Row(s, person, next((r for r in of_type(s, RoleMention) if r.form.number == "singular"), None))


def _is_paragraph(d: Discourse, s: Sentence) -> bool:
    """Whether the sentence is all of its paragraph, as a line is."""
    around = (d.sentences[k] for k in (s.index - 1, s.index + 1) if 0 <= k < len(d.sentences))
    return all(other.paragraph != s.paragraph for other in around)
