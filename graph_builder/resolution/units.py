"""The bodies of one article: which of its names mean one body, whose it is, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph_builder.model import BodyFact, EventFact, PlanFact, PostFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Union, by_marks, only
from graph_builder.resolution.homonyms import NATIONWIDE, STATE
from graph_builder.resolution.setting import Setting


@dataclass(slots=True)
class Use:
    """A name of a body in an article, and what the facts with it tell."""

    name: str
    firm: bool
    owners: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    levels: set[str] = field(default_factory=set)
    public: bool = False
    core: tuple[str, ...] = ()

    @property
    def reach(self) -> str:
        """``national``, ``parallel`` or empty."""
        if "national" in self.levels or (not self.levels and spelling.is_national(self.core)):
            return "national"
        return "parallel" if "parallel" in self.levels or spelling.organisation(self.name) else ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A body as one article names it. ``owner``: what stands for its party; ``place`` likewise."""

    article: str
    names: frozenset[str]
    """Names that get claims."""
    aliases: frozenset[str]
    core: tuple[str, ...]
    owner: str | None
    place: str | None
    reach: str
    public: bool
    reasons: frozenset[str]
    members: frozenset[str] = frozenset()
    """Who holds posts in it: the identities of people."""
    near: str | None = None
    """What stands for the only place that the article names."""


def units(at: Setting) -> Iterator[Unit]:
    """Yield the bodies that an article names, for names as ``homonyms.tell_apart`` leaves them."""
    uses = _uses(at)
    union = _joined(uses, at)
    for numbers in union.sets():
        own = [uses[n] for n in numbers]
        if any(use.firm for use in own):
            yield _unit(at, own)


def _uses(at: Setting) -> list[Use]:
    """Return the names with what is told of each, in alphabetical order."""
    found = {claim.name: Use(claim.name, firm=True) for claim in at.claims("body")}
    for claim in at.claims("body", "spelling", "loose"):
        found.setdefault(claim.name, Use(claim.name, firm=False))
    for fact in at.reading.facts:
        match fact:
            case BodyFact():
                _tell(found[fact.name], at, fact.party, fact.place)
                found[fact.name].levels.add(fact.level)
            case PostFact(body=str(name)):
                _tell(found[name], at, None if fact.public else fact.party, fact.place)
                if fact.public:
                    found[name].public = True
                    found[name].owners.update([STATE] if fact.party is None else [])
            case EventFact(body=str(name)) | PlanFact(adopted_by=str(name)):
                _tell(found[name], at, fact.party, None)
    places = sorted({claim.name for claim in at.claims("place")}, key=lambda name: (-len(name), name))
    for use in found.values():
        _read_name(use, places, sorted(name for name, own in at.parties.items() if own in use.owners))
    return [found[name] for name in sorted(found)]


def _tell(use: Use, at: Setting, party: str | None, place: str | None) -> None:
    if party is not None:
        use.owners.add(at.parties[party])
    if place is not None:
        use.places.add(spelling.place(place))


def _read_name(use: Use, places: Sequence[str], parties: Sequence[str]) -> None:
    """Take from a name what it tells itself: the place at its end, the party of an organisation that is known."""
    if not use.places:
        use.places.update(spelling.place(place) for place in places if spelling.ends_with(use.name, place))
    core = spelling.core(use.name, *places, *parties)
    known = spelling.organisation(use.name)
    if known and use.owners <= {f"key:{known[0]}"}:
        use.owners.add(f"key:{known[0]}")
        core = spelling.core(known[1])
    use.core = spelling.synonyms().get(core, core)


def _joined(uses: list[Use], at: Setting) -> Union:
    union = Union(len(uses))
    alike: dict[tuple[str, ...], list[int]] = {}
    for n, use in enumerate(uses):
        alike.setdefault(use.core, []).append(n)
    for numbers in alike.values():
        for same in by_marks([uses[n].owners for n in numbers], unmarked_alike=True):
            owned = [numbers[k] for k in same]
            for home in by_marks([_where(uses[n]) for n in owned], unmarked_alike=True):
                for k in home:
                    union.join(owned[home[0]], owned[k])
    _join_aliases(uses, union, at)
    return union


def _where(use: Use) -> set[str]:
    """The marks of its place: that of a national body does not matter; an organisation without one is the country's."""
    if use.reach == "national":
        return {NATIONWIDE}
    return use.places or ({NATIONWIDE} if use.reach == "parallel" and use.firm else set())


def _join_aliases(uses: list[Use], union: Union, at: Setting) -> None:
    """Join a name of other words to the one body whose alias the extraction says it is."""
    number = {use.name: n for n, use in enumerate(uses)}
    bearers: dict[int, set[int]] = {}
    for fact in at.reading.facts:
        if isinstance(fact, BodyFact):
            for alias in fact.aliases:
                bearers.setdefault(number[alias], set()).add(number[fact.name])
    for n, facts in sorted(bearers.items()):
        bodies = {union.find(fact) for fact in facts}
        a, b = uses[n], uses[min(facts)]
        if len(bodies) == 1 and a.core != b.core and _agree(a.owners, b.owners) and _agree(a.places, b.places):
            union.join(n, min(facts))


def _agree(a: set[str], b: set[str]) -> bool:
    return not a or not b or bool(a & b)


def _unit(at: Setting, own: list[Use]) -> Unit:
    firm = [use for use in own if use.firm]
    first = min(firm, key=lambda use: (not use.places, not use.levels, use.name))
    reach = next((r for r in ("national", "parallel") if any(use.reach == r for use in firm)), "")
    names = frozenset(use.name for use in own)
    owner = only({owner for use in firm for owner in use.owners})
    facts = (fact for fact in at.reading.facts if isinstance(fact, BodyFact) and fact.name in names)
    aliases = {alias for fact in facts for alias in fact.aliases} - names
    return Unit(
        article=at.article,
        names=names,
        aliases=frozenset(aliases),
        core=first.core,
        owner=None if owner == STATE else owner,
        place=None if reach == "national" else only({place for use in firm for place in use.places}),
        reach=reach,
        public=any(use.public for use in firm) or spelling.is_public(first.core),
        reasons=frozenset(_why(use, first) for use in own if use is not first),
    )


def _why(use: Use, first: Use) -> str:
    """Say why a name is taken for the body of another."""
    if use.core != first.core:
        because = "another name of it in the article"
    elif spelling.core(use.name) == spelling.core(first.name):
        because = "same name but for articles"
    elif spelling.core(use.name) in spelling.synonyms():
        because = "two names of one body in the lexicon, same party"
    elif spelling.organisation(use.name):
        because = "one organisation of the lexicon"
    else:
        because = "same name, told with its place or party"
    return f"{use.name} = {first.name}: {because}"
