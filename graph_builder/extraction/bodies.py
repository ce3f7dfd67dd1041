"""The bodies of parties that an article names as one, with level, party, parent and place (table ``units``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.arabic.inflection import adjective_forms
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.full_names import steering
from graph_builder.extraction.mention_kinds import BodyMention, NumberMention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.rules.triggers import ELECTING, RENEWING, last_of
from graph_builder.extraction.wholes import in_full, of_branch
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import bares, folded
from graph_builder.model import BodyFact, Level

CONFIDENCE: Final = 0.92
_MAKING: Final = ELECTING | RENEWING
_REACH: Final = 8
"""Words between a verb of electing or founding and the body it makes, told without article: "انتخب مكتبا محليا"."""
_ADJECTIVES: Final = frozenset(
    f for a in data("body_words")["adjectives"] for f in adjective_forms(a["ms"], a.get("fs"))
)
_COMMITTEES: Final = folded(data("body_words")["committees"])
_DOUBTFUL: Final = folded(data("body_words")["doubtful"])
_ELATIVES: Final = folded(data("body_words")["elatives"])
_OWNED: Final = folded(data("body_words")["owned"])
_PLACED: Final = folded(data("body_words")["placed"])
_VENUES: Final = folded(data("body_words")["spaces"])
_OFFICES: Final = folded(data("body_words")["offices"])
_OFFICE_WORDS: Final = folded(data("body_words")["office_words"])
_OFFICE_REACH: Final = 2
"""Words, names aside, from what tells an office to the body that stands for it: "منافسه على"."""
_UNIONS: Final = folded(data("body_words")["unions"])
_KINDS_TOLD: Final = frozenset(f for a in data("body_words")["kinds_told"] for f in adjective_forms(a))
_CONSTITUENCY: Final = fold("دائرة")
_FOR: Final = folded(["عن", "مستوى", "صعيد"])
_BRANCH: Final = fold("فرع")
_PREPARATORY: Final = frozenset(adjective_forms(data("body_words")["preparatory"]))


def bodies(d: Discourse) -> Iterator[BodyFact]:
    """Yield each body once, with its fullest name and the sentence that first names it."""
    found: dict[tuple[str, str, str], BodyFact] = {}
    for s in d.sentences:
        for mention in _named_in(s):
            if (fact := _fact(d, s, mention)) is None:
                continue
            name = _stems(mention.known or fact.name)
            key = (name, fact.party or "", _known_place(found, fact, name))
            known = found.get(key)
            if known is None:
                found[key] = fact
            elif fact.name != known.name and fact.name not in known.aliases:
                found[key] = replace(known, aliases=tuple(sorted({*known.aliases, fact.name})))
    yield from _merged([fact for fact in found.values() if not _alone(fact)])


def _named_in(s: Sentence) -> Iterator[BodyMention]:
    """The bodies of a sentence, and after each the organisation that it is of, which has no place of its own."""
    told = bodies_in(s)
    for k, mention in enumerate(told):
        if k and _is_its_branch(told[k - 1], mention):
            continue
        branch = next((b for b in told[k + 1 : k + 2] if _is_its_branch(mention, b)), None)
        yield replace(mention, place=branch.place) if branch is not None else mention
        parent = mention.parent
        if parent is not None and parent.known and parent.core > parent.i + 1:
            yield parent


def _is_its_branch(body: BodyMention, branch: BodyMention) -> bool:
    """Whether a branch right after an organisation only tells where that is: "رابطة المحامين فرع إنزكان"."""
    own = branch.head == _BRANCH and branch.core == branch.i + 1 and branch.place is not None and not branch.prefix
    return own and branch.i == body.j and body.place is None and (bool(body.known) or body.head in _UNIONS)


def _merged(facts: list[BodyFact]) -> Iterator[BodyFact]:
    """Give each body the names of those that are it told in short."""
    whole = [
        next((k for k, other in enumerate(facts) if _said_by(fact, other, n > k)), n) for n, fact in enumerate(facts)
    ]
    for n, fact in enumerate(facts):
        short = {x.name for k, x in enumerate(facts) if whole[k] == n} - {fact.name}
        if whole[n] == n:
            yield replace(fact, aliases=tuple(sorted({*fact.aliases, *short}))) if short else fact


def _said_by(fact: BodyFact, other: BodyFact, later: bool) -> bool:
    """Whether ``other`` is the same body told more fully, or first: "كتابة الحزب", "الكتابة الإقليمية"."""
    if fact is other or (fact.party, fact.place) != (other.party, other.place):
        return False
    short, long = bares(fact.name), bares(other.name)
    if other.parent is not None and short[-1].removeprefix("لل") in _UNIONS and long[: len(short) - 1] == short[:-1]:
        return len(short) > 1  # "المجلس الوطني للمنظمة" beside "المجلس الوطني لمنظمة كذا"
    if fact.place is None:
        return False
    if short == long:
        return later and fact.level == other.level
    return short[0] == long[0] and set(short) < set(long) and set(long[1:]) - set(short) <= _ADJECTIVES


def _alone(fact: BodyFact) -> bool:
    """Whether the name is a head alone ("الفرع"): it stands for a body named in full elsewhere, or for none."""
    return " " not in fact.name and fact.place is None


def _known_place(found: dict[tuple[str, str, str], BodyFact], fact: BodyFact, name: str) -> str:
    """The place of a body named before, for a mention that leaves it out; else its own."""
    if fact.place:
        return fact.place
    same = [key for key in found if key[:2] == (name, fact.party or "")]
    return same[-1][2] if same else ""


def _stems(name: str) -> str:
    return " ".join(bares(name))


def _fact(d: Discourse, s: Sentence, m: BodyMention) -> BodyFact | None:
    if m.number != "singular" or m.kind != "party" or not _named(s, m) or d.council_of(s, m) is not None:
        return None
    if m.head in _DOUBTFUL and not any(role.body is m for role in of_type(s, RoleMention)):
        return None
    m = in_full(d, m)
    party = d.resolve_party(m.party, s, m.i)
    if party is None or not party.name:
        return None
    level: Level = m.level or "other"
    place = (d.narrowed(s, m.place) if level == "local" else m.place).name if m.place else None
    if place is None and (branch := of_branch(d, s, m)) is not None:
        place = branch.name
    named = m.core > m.i + 1 or m.party is not None
    if place is None and level != "national" and (there := d.there(s, m)) is not None:
        place = there.name
    if place is None and level in ("local", "provincial", "regional") and named:
        near = d.place_at(s, m.i, level)
        place = near.name if near else None
    if place is None and not m.known and is_committee(m) and (told := section(d)):
        level, place = told[0], told[1].name
    name = m.name
    if level == "parallel" and m.core == m.i + 1 and m.party and m.party.via == "anaphor":
        name = f"{name} {s.text(m.party.i, m.party.j)}"  # "شبيبة الحزب"
    parent = m.parent.name if m.parent is not None and not m.parent.generic else None
    return BodyFact(name, level, party.name, parent, place, (), s.evidence("body.name", CONFIDENCE))


def is_committee(m: BodyMention) -> bool:
    """Return whether it is a committee of the body that the article is about: preparatory, or with a task, no level."""
    core = bares(m.name)[1:]
    national = m.level == "national" and not (core[:1] and core[0] in _PREPARATORY and len(core) == 1)
    return m.head in _COMMITTEES and not national and m.level in (None, "parallel", "national") and len(core) > 0


def section(d: Discourse) -> tuple[Level, PlaceMention] | None:
    """Return the level and place of the branch that title and lead tell of, or of what they tell takes place there."""
    for s in (s for s in d.sentences if s.paragraph <= 0):
        for m in bodies_in(s):
            if m.kind == "party" and m.level in ("local", "provincial", "regional") and m.place:
                return m.level, m.place
    return ("other", d.scope) if d.scope else None


def _is_owner(s: Sentence, k: int) -> bool:
    """Whether a body of the state or an association begins at token ``k``."""
    return any(b.i == k and b.kind != "party" for b in bodies_in(s))


def _is_office(s: Sentence, m: BodyMention) -> bool:
    """Whether a secretariat stands for its office: "منافسه على الأمانة العامة", "وصول فلان للأمانة العامة"."""
    if m.head not in _OFFICES:
        return False
    people = {k for p in of_type(s, PersonMention) for k in range(p.i, p.j)}
    left = _OFFICE_REACH
    for k in range(m.i - 1, -1, -1):
        if any(x.bare in _OFFICE_WORDS for x in s.tokens[k].word.splits):
            return True
        left -= k not in people
        if left < 0 or (s.tokens[k].word.kind != "word") or (left < _OFFICE_REACH - 1 and k not in people):
            return False
    return False


def _tells_kind(s: Sentence, m: BodyMention) -> bool:
    """Whether only the kind of a body is told, by one adjective: "هيئة موازية للحزب"."""
    return m.head in _UNIONS and m.core == m.i + 2 and s.bare[m.i + 1] in _KINDS_TOLD


def _named(s: Sentence, m: BodyMention) -> bool:
    """Whether the phrase names one body: definite, just made, or with place or party; not "a bureau", "34 branches"."""
    if m.party is None and s.norm[m.j : m.j + 1] != [] and s.norm[m.j] in _OWNED and _is_owner(s, m.j + 1):
        return False  # "لجنة الاستئناف التابعة للجامعة الملكية"
    if steering(s, m) or (m.i > 0 and s.norm[m.i - 1] in _ELATIVES) or _is_office(s, m) or _tells_kind(s, m):
        return False
    if m.head == _CONSTITUENCY and (m.prefix == "ب" or (m.i > 0 and s.norm[m.i - 1] in _FOR)):
        return False  # "ترشح عن دائرة كذا"
    alone = m.core == m.i + 1 and m.party is None and m.place is not None and m.place.prefix == ""
    if (m.head in _PLACED and alone) or (m.head in _VENUES and m.prefix == "ب"):
        return False  # "أبو كذا / مكتب مراكش", "مكتب جماعة كذا", "بفضاء القرب"
    definite = m.name.startswith("ال") or any(s.tokens[k].word.definite for k in range(m.i + 1, m.core))
    counted = any(n.j == m.i for n in of_type(s, NumberMention))
    maker = last_of(s, _MAKING, m.i)
    made = m.level is not None and m.core > m.i + 1 and maker >= 0 and m.i <= maker + _REACH
    return not counted and (definite or made or m.place is not None or m.party is not None)
