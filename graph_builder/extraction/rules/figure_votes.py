"""Votes: for whom they were, how many were cast, how many were void."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse, parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import NumberMention, PartyMention, PersonMention, RoleMention
from graph_builder.extraction.rules.figure_counted import Counted, noun_at
from graph_builder.extraction.rules.figure_number import NUMBER_OF, about_from, last_counting
from graph_builder.extraction.rules.triggers import SUCCEEDING, says, trigger, words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, vocabulary

_WORDS: Final = {
    **{name: folded(said) for name, said in data("figure_words")["votes"].items() if isinstance(said, list)},
    "relative": words("الذي التي"),
    "respectively": folded(data("figure_words")["respectively"]),
}
_TO_REACH: Final = 12
"""Words from the noun to the name of who got the votes: titles and offices may stand between."""
_NEAR: Final = 4
_VOTES: Final = words("صوت صوتا أصوات")
_POLL: Final = words("تصويت اقتراع")
_ROUNDS: Final = words("جولة دور دورة مرة مرتبة رتبة مرحلة صف مركز لائحة دائرة")
"""Nouns whose ordinal tells no candidate."""
_BY_PLACE: Final = {next(iter(folded([word]))): place for word, place in data("figure_words")["by_place"].items()}
_OPENING: Final = 3
"""Words at most before votes that a sentence begins with."""
CHOOSING: Final = trigger("choosing")
WINNING: Final = trigger("winning")
_LIST: Final = data("figure_words")["votes"]["lists"][0]
_ON_BEHALF: Final = next(iter(words("عن")))
_FOR: Final = words("عن باسم")
_CASTING: Final = tuple(sorted(words("مصوت مقترع")))
_OVER: Final = words("على")
_REPLACING: Final = words("خلف يخلف خلفت تخلف ليخلف لتخلف معوض يعوض تعوض")
_GETTING: Final = words(
    "نال نالت حصل حصلت حصد حصدت حاز حازت أحرز أحرزت جمع جمعت ينل تنل يحصل تحصل اكتفى اكتفت متبوعا متبوعة حل حلت يليه تليه يليها تليها تلاه تلته"
)
_ASIDE: Final = words("الذي التي")
_THAT: Final = words("أن بأن إن")
_UPTO: Final = words("على سوى إلا أيضا كذلك فقط بدوره أكثر أزيد أقل حوالي نحو")


def is_total(s: Sentence, n: NumberMention, c: Counted) -> bool:
    """Whether the votes are all that were cast: "من مجموع 118 صوتا معبرا عنها"."""
    last = max((m.j for m in of_type(s, NumberMention) if m.j <= n.i), default=0)
    start = about_from(s, n)
    before, after = s.norm[max(last, start - 3) : n.i], s.bare[c.j : c.j + 1]
    cast = [*after, *s.bare[max(0, n.i - 3) : n.i]]
    if any(w in _WORDS["out_of"] for w in before) or any(w in _WORDS["cast"] for w in cast):
        return True
    told = next(
        (k for k in range(max(last, n.i - _TO_REACH), n.i - 1) if s.norm[k].removeprefix("و") in NUMBER_OF), None
    )
    return told is not None and s.bare[told + 1] in _VOTES and not _WORDS["cast"].isdisjoint(s.bare[told + 1 : n.i])


def for_nobody(s: Sentence, n: NumberMention) -> bool:
    """Whether those who voted are told without whom they voted for: "شارك في التصويت 139 مؤتمرا"."""
    if n.i and s.bare[n.i - 1] in _POLL:
        return True
    signs = [k for k in s.signs if s.is_sign(k, "،,؛")]
    start = max((k for k in signs if k < n.i), default=0)
    end = min((k for k in signs if k > n.i), default=len(s.norm))
    cast = any(is_voter(s, k) for k in range(start, n.i + 2) if k < len(s.norm))
    start, end = (start, end) if cast else (0, len(s.norm))
    to = any(w in _WORDS["to"] or w in _WORDS["for"] for w in s.norm[start:end])
    return not (to or any(start <= p.i < end for p in of_type(s, PersonMention)))


def is_voter(s: Sentence, k: int) -> bool:
    """Whether a word tells people as those who cast votes: "133 مصوتا", "1180 ناخبا"."""
    found = noun_at(s, k, clitics=True)
    return found is not None and found[0].kind == "voters"


def casts(s: Sentence, c: Counted) -> bool:
    """Whether those counted are told by the noun as having voted: "133 مصوتا"; an elector may have stayed away."""
    return any(split.bare.startswith(_CASTING) for split in s.tokens[c.i].word.splits) and is_voter(s, c.i)


def is_margin(s: Sentence, n: NumberMention) -> bool:
    """Whether the votes are a lead over another, or a majority that is only required: "بفارق 12 صوتا", "المحددة في 115 صوتا"."""
    return any(w in _WORDS["margin"] or w in _WORDS["required"] for w in s.norm[max(0, n.i - _NEAR) : n.i])


def approves(s: Sentence, n: NumberMention) -> bool:
    """Whether the votes are for what was put to the vote: "المصادقة على التقرير بأغلبية 51 صوتا"."""
    start = next((k for k in range(n.i) if not _WORDS["approving"].isdisjoint(s.tokens[k].word.said)), n.i)
    clauses = any(s.is_sign(k, "،,") for k in range(start, n.i)) and s.norm[n.i - 1] not in _WORDS["majority"]
    return start < n.i and not clauses and not any(p.i > start and p.j <= n.i for p in of_type(s, PersonMention))


def is_given(s: Sentence, k: int) -> bool:
    """Whether token ``k`` tells to whom votes were given: "صوت منهم 344 لصالح ..."."""
    return s.norm[k : k + 1] == ["لصالح"]


def holders(
    d: Discourse, s: Sentence, n: NumberMention, c: Counted, taken: list[str], unread: bool = False
) -> Iterator[str]:
    """Yield who got the votes: the candidates told right after, else the one before.

    ``taken``: of votes told before; ``unread``: the last of them are of somebody whose name was not read.
    """
    people = list(of_type(s, PersonMention))
    if named := _in_turn(d, s, n) or _by_place(d, s, n, max(n.j, c.j)):
        yield named
        return
    after = _recipients(s, n, c, people)
    if after:
        yield from (d.person(p) for p in after)
        return
    if (given := _given_party(s, n, c)) is not None and (party := d.resolve_party(given, s, given.i)) is not None:
        yield party.name
        return
    if (told := _of_whom(s, n, people)) is not None:
        yield d.person(told)
        return
    before = [p for p in people if p.j <= n.i and not _succeeded(s, p)]
    rivals = [p for p in before if _is_rival(s, p)]
    if _against(s, n):
        left = [p for p in rivals if d.person(p) not in taken] or [
            p for p in before if taken and d.person(p) not in taken and len(before) == 2
        ]
        if left:
            yield d.person(left[-1])
        elif listed := _list(s, c.j, min(c.j + _TO_REACH, len(s.norm))):
            yield listed
        return
    last = last_counting(s, n)
    if unread and not any(last <= m.i < n.i for m in (*before, *parties_in(s))):
        return
    yield from _subjects(d, s, n, before, rivals, taken)


def _subjects(
    d: Discourse,
    s: Sentence,
    n: NumberMention,
    before: list[PersonMention],
    rivals: list[PersonMention],
    taken: list[str],
) -> Iterator[str]:
    """The list, party or candidate told before the votes, else the one of whom the sentence goes on to tell."""
    last = last_counting(s, n)
    turn = bool(taken) and bool(rivals) and rivals[-1].i >= last
    first = before if turn or _since_last(s, n, rivals) else [p for p in before if p not in rivals]
    first = [p for p in first if not _is_aside(s, p, n)] or first
    listed = named_list(s, last, n.i) or _list(s, max([p.j for p in first], default=0), n.i)
    if listed:
        yield listed
    elif party := _party(d, s, n, first):
        yield party
    elif (taken and _anothers(s, n, first, last)) or (first and _announces(s, n, first[-1], last)):
        return
    elif first:
        yield d.person(first[-1])
    elif subject := _fronted(d, s, n) or _subject(d, s, n):
        yield subject


def _of_whom(s: Sentence, n: NumberMention, people: list[PersonMention]) -> PersonMention | None:
    """ "منافسه X، الذي لم يتجاوز رصيده 11 صوتا": the one of whom a relative clause right after him tells the votes."""
    for p in people[::-1]:
        k = p.j + s.is_sign(p.j, "،,")
        if k < n.i and s.norm[k] in _ASIDE and not any(x in s.signs for x in range(k, n.i)):
            told = any(k < m.i < n.i for m in (*people, *parties_in(s), *of_type(s, NumberMention)))
            return None if told else p
    return None


def _in_turn(d: Discourse, s: Sentence, n: NumberMention) -> str | None:
    """ "كل من X وY ... على 344 و258 صوتا على التوالي": the name whose place among the names is that of the number."""
    if not in_turn(s):
        return None
    run = [n]
    for m in [m for m in of_type(s, NumberMention) if m.i > n.i]:
        run += [m] if all(_joins(s, k) for k in range(run[-1].j, m.i)) else []
    for m in [m for m in of_type(s, NumberMention) if m.i < n.i][::-1]:
        run[:0] = [m] if all(_joins(s, k) for k in range(m.j, run[0].i)) else []
    names = [d.person(p) for p in of_type(s, PersonMention) if p.j <= run[0].i][-len(run) :]
    return names[run.index(n)] if len(names) == len(run) > 1 else None


def in_turn(s: Sentence) -> bool:
    """Whether each of several numbers is one of several names': "على التوالي"."""
    return any(w in _WORDS["respectively"] for w in s.norm)


def _joins(s: Sentence, k: int) -> bool:
    return s.tokens[k].word.kind == "punct" or s.norm[k] == "و" or s.norm[k] in _VOTES


def _by_place(d: Discourse, s: Sentence, n: NumberMention, end: int) -> str | None:
    """ "حصل الأول على 47 صوتا", "المرشح الثاني على صوتين": the one of those named before that an ordinal tells."""
    near = [*range(max(0, n.i - 2), n.i), *range(end, min(end + 1, len(s.norm)))]
    place = next((_BY_PLACE[s.norm[k]] for k in near if s.norm[k] in _BY_PLACE and s.bare[k - 1] not in _ROUNDS), 0)
    told = [d.person(p) for o in d.sentences[max(0, s.index - 1) : s.index + 1] for p in of_type(o, PersonMention)]
    here = list(dict.fromkeys(d.person(p) for p in of_type(s, PersonMention) if p.j <= n.i))
    names = here if len(here) >= place else list(dict.fromkeys(told))
    return names[place - 1] if 0 < place <= len(names) else None


def _fronted(d: Discourse, s: Sentence, n: NumberMention) -> str | None:
    """ "بـ39 صوتا مقابل 5 لمنافسه Y، أعيد انتخاب X رئيسا": the one chosen after the votes that a sentence begins with."""
    after = next((p for p in of_type(s, PersonMention) if p.i > n.j and not _is_rival(s, p)), None)
    chosen = after is not None and any(
        says(s, k, CHOOSING) or says(s, k, WINNING) or s.norm[k] in _WORDS["ahead"] for k in range(n.j, after.i)
    )
    return d.person(after) if after is not None and chosen and n.i <= _OPENING else None


def _recipients(s: Sentence, n: NumberMention, c: Counted, people: list[PersonMention]) -> list[PersonMention]:
    """ "صوتا لمنافسه X", "صوتا لصالح X", "صوتا لكل من X وY"."""
    start = max(n.j, c.j)
    others = (m.i for m in of_type(s, NumberMention) if m.i >= start and s.norm[m.i - 1] not in _WORDS["out_of"])
    end = min([start + _TO_REACH, len(s.norm), *others])
    end = next((k for k in range(start, end) if s.norm[k] in _WORDS["against"] or s.norm[k] in _WORDS["whereas"]), end)
    following = [p for p in people if start <= p.i < end]
    if not following:
        return []
    first = following[0]
    told = (
        first.prefix == "ل"
        or (first.i == start and s.norm[first.i].startswith("ل"))
        or any(w in _WORDS["to"] for w in s.norm[start : first.i])
    )
    told = told or (start < first.i and _is_given(s, start))
    if not told and not any(p.j <= n.i for p in people) and first.i - start <= _NEAR and first.prefix == "":
        return [first]
    if not told:
        return []
    each = any(w in _WORDS["each"] for w in s.norm[start : start + 2])
    return following if each else [first]


def _given_party(s: Sentence, n: NumberMention, c: Counted) -> PartyMention | None:
    """ "300 صوت لحزب كذا", "صوتا لصالح الحزب": the party that got the votes, right after them."""
    end = max(n.j, c.j)
    to = end + any(w in _WORDS["to"] for w in s.norm[end : end + 1])
    return next((p for p in parties_in(s) if p.i == to and (to > end or p.prefix == "ل")), None)


def _is_given(s: Sentence, k: int) -> bool:
    """Whether the word is "to" and a noun, an office or title: no verb of purpose ("ليفوز")."""
    norm = s.norm[k]
    return norm.startswith("ل") and not norm.startswith(("لي", "لت", "لا", "لم", "لن")) and len(norm) > 3


def _succeeded(s: Sentence, p: PersonMention) -> bool:
    """ "خلفا لـX، بعد حصوله على 34 صوتا", "فلان يخلف X بـ34 صوتا": the former holder got no votes."""
    return any(w in SUCCEEDING or w in _REPLACING for w in s.norm[max(0, p.i - 2) : p.i])


def _is_rival(s: Sentence, p: PersonMention) -> bool:
    """Whether somebody is told as the one who was beaten: "منافسه X", "تفوق Y على X"."""
    over = p.i > 1 and s.norm[p.i - 1] in _OVER and any(o.j == p.i - 1 for o in of_type(s, PersonMention))
    return over or any(w.removeprefix("ل") in _WORDS["rival"] for w in s.norm[max(0, p.i - _NEAR) : p.i])


def _is_aside(s: Sentence, p: PersonMention, n: NumberMention) -> bool:
    """Whether somebody is named only to tell of another: "لم ينل فلان، الذي نافس X على المنصب، سوى 92 صوتا"."""
    opens = next((k for k in range(p.i - 1, 0, -1) if s.norm[k] in _ASIDE and s.is_sign(k - 1, "،,")), None)
    if opens is None or any(s.is_sign(k, "،,") for k in range(opens, p.i)):
        return False
    return any(s.is_sign(k, "،,") for k in range(p.j, n.i))


def _anothers(s: Sentence, n: NumberMention, people: list[PersonMention], last: int) -> bool:
    """Whether a verb of getting votes after the last number has a subject that was not read: "فيما نال فلان 229 صوتا"."""
    verb = next((k for k in range(last, n.i) if says(s, k, _GETTING)), n.i)
    near = any(last <= m.i < n.i for m in (*people, *parties_in(s)))
    subject = verb + 1 < n.i and s.tokens[verb + 1].word.kind == "word" and s.norm[verb + 1] not in _UPTO
    return verb < n.i and subject and not near


def _announces(s: Sentence, n: NumberMention, p: PersonMention, last: int) -> bool:
    """Whether somebody only tells of the votes of another whose name was not read: "أعلن فلان أن الناصري حصل على 20 صوتا"."""
    that = next((k for k in range(max(p.j, last), n.i) if s.norm[k] in _THAT), n.i)
    verb = next((k for k in range(that + 1, n.i) if says(s, k, _GETTING) or says(s, k, WINNING)), n.i)
    named = any(that < m.i < n.i for m in (*of_type(s, PersonMention), *parties_in(s)))
    return that + 1 < verb < n.i and not named


def _against(s: Sentence, n: NumberMention) -> bool:
    return any(w in _WORDS["against"] for w in s.norm[max(0, n.i - 2) : n.i])


def _since_last(s: Sentence, n: NumberMention, rivals: list[PersonMention]) -> bool:
    """Whether a rival is told of after the last number, so that the next one is his: "فيما نال منافسه X 31 صوتا"."""
    last = max((m.j for m in of_type(s, NumberMention) if m.j <= n.i), default=None)
    return bool(rivals) and (last is None or rivals[-1].i >= last) and (last is not None or _only(s, n, rivals))


def _only(s: Sentence, n: NumberMention, rivals: list[PersonMention]) -> bool:
    return not any(p.j <= n.i and p not in rivals for p in of_type(s, PersonMention))


def _list(s: Sentence, start: int, end: int) -> str | None:
    """ "القائمة الفائزة", "لائحته": a list of candidates told instead of a name, with its adjective."""
    for k in range(end - 1, start - 1, -1):
        bare = next((x for x in s.tokens[k].word.splits if x.bare in _WORDS["lists"] and x.bare != x.rest), None)
        if (named := named_list(s, k, k + 1)) is not None:
            return named
        if bare:
            described = k + 1 < end and s.tokens[k + 1].word.definite
            if bare.bare == s.norm[k].removeprefix("و").removeprefix("ال") and not described:
                continue  # "اللائحة" that was put to the vote: it is nobody's
            return s.text(k, k + 1 + described).removeprefix("و")
    return None


def named_list(s: Sentence, start: int, end: int) -> str | None:
    """Return the list of candidates that begins last between two tokens, by its name: 'لائحة "الأمل"', "لائحة الأمل والتغيير"."""
    parties = {p.i for p in parties_in(s)}
    for k in range(min(end, len(s.norm) - 1) - 1, start - 1, -1):
        if k + 1 in parties or not any(x.rest in _WORDS["lists"] for x in s.tokens[k].word.splits):
            continue
        quoted = int(s.is_sign(k + 1, '"«“'))
        last = k + 1 + quoted
        while last < min(k + _NEAR + 2, len(s.norm)) and _is_named(s, last, bool(quoted)):
            last += 1
        if last > k + 1 + quoted:
            return f"{_LIST} {s.text(k + 1 + quoted, last)}"
    return None


def _is_named(s: Sentence, k: int, quoted: bool) -> bool:
    """Whether a word goes on with a list's name: any within quotes, else a definite noun that is no office's."""
    if quoted:
        return not s.is_sign(k, '"»”')
    heads = vocabulary().roles.heads
    return s.tokens[k].word.definite and s.norm[k] not in _WORDS["relative"] and s.bare[k] not in heads


def _party(d: Discourse, s: Sentence, n: NumberMention, people: list[PersonMention]) -> str | None:
    """The party nearest before the number, where no candidate of it is named: "وحصل حزب الاستقلال على 4500 صوت"."""
    last = last_counting(s, n)
    start = max([last, *(p.j for p in people)])
    parties = [p for p in parties_in(s) if start <= p.i < n.i and not _for_whom(s, p.i, people)]
    if not parties or (people and people[-1].i >= last):
        return None
    party = d.resolve_party(parties[-1], s, parties[-1].i)
    return party.name if party else None


def _for_whom(s: Sentence, i: int, people: list[PersonMention]) -> bool:
    """Whether the party at token ``i`` is only the one that a person stands for: "انتخب X عن حزب كذا ... بـ16 صوتا"."""
    if i == 0 or s.norm[i - 1] not in _FOR:
        return False
    return s.norm[i - 1] != _ON_BEHALF or any(i - 2 <= p.j <= i - 1 for p in people)


def _subject(d: Discourse, s: Sentence, n: NumberMention) -> str | None:
    """The one person of the sentence before, of whom this one goes on to tell."""
    if s.index == 0 or any(m.i < n.i for m in of_type(s, RoleMention)):
        return None
    people = {d.person(p) for p in of_type(d.sentences[s.index - 1], PersonMention)}
    return people.pop() if len(people) == 1 else None
