"""A user's own rules (``rules.yml`` of ``--lexicon``): patterns of words and mentions that state a post.

A pattern is words and slots. ``a|b`` is either word, ``a?`` may be missing, ``...`` is up to eight words of any sort;
``{person}``, ``{role}``, ``{body}``, ``{party}`` and ``{place}`` are what the recognisers found there, clitics before
it included, with all that completes it (a role its body, a body its party and place).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final, cast, get_args

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.errors import ConfigurationError
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    Mention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.lexicon import loader
from graph_builder.lexicon.vocabulary import bares, vocabulary
from graph_builder.model import Article, Span, Status

SLOTS: Final[Mapping[str, type[Mention]]] = {
    "{person}": PersonMention,
    "{role}": RoleMention,
    "{body}": BodyMention,
    "{party}": PartyMention,
    "{place}": PlaceMention,
}
ANYTHING: Final = "..."
LONGEST_GAP: Final = 8
"""Words that ``...`` stands for at most."""
CONFIDENCE: Final = 0.7
"""Of a rule that does not say how often it is right."""
Found = Mapping[str, Mention]


@dataclass(frozen=True, slots=True)
class Part:
    """One step of a pattern: words of which one has to stand there, or a slot, or a gap."""

    words: frozenset[str] = frozenset()
    slot: str = ""
    optional: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule of a user. ``role``: the role that it states; empty where the pattern has a slot for it."""

    name: str
    parts: tuple[Part, ...]
    role: str
    status: Status
    confidence: float


def holdings(_: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the posts that the user's rules read in a sentence."""
    for pattern in patterns():
        yield from _holdings(s, pattern)


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the user's rules, each of which reads its own examples and none of its near misses.

    Raises:
        ConfigurationError: a rule is not as it should be, or does not read what its examples say.
    """
    entries = loader.rules()
    found = tuple(_pattern(entry) for entry in entries)
    for pattern, entry in zip(found, entries, strict=True):
        _try(pattern, entry)
    return found


def _pattern(entry: Mapping[str, Any]) -> Pattern:
    name, role = entry["name"], entry.get("role", "")
    parts = tuple(_part(name, word) for word in entry["pattern"].split())
    slots = [part.slot for part in parts if part.slot]
    confidence = float(entry.get("confidence", CONFIDENCE))
    if len(slots) != len(set(slots)) or "{person}" not in slots:
        raise _error(name, "its pattern has to have {person} once, and no slot twice")
    if bool(role) == ("{role}" in slots):
        raise _error(name, "it has to have either a role or the slot {role}")
    if role and bares(role)[0] not in vocabulary().roles.heads:
        raise _error(name, f"its role {role!r} begins with no head of role_words.yml; add that")
    if not 0 <= confidence <= 1:
        raise _error(name, f"its confidence {confidence} is not between 0 and 1")
    status: Status = next((known for known in get_args(Status) if known == entry.get("status")), "current")
    return Pattern(name, parts, role, status, confidence)


def _part(name: str, word: str) -> Part:
    if word == ANYTHING:
        return Part(gap=True)
    optional = word.endswith("?")
    word = word.removesuffix("?")
    if word in SLOTS:
        return Part(slot=word, optional=optional and word != "{person}")
    if not word or set(word) & set("{}"):
        raise _error(name, f"{word!r} in its pattern is no slot; slots are {', '.join(SLOTS)}")
    return Part(words=frozenset(fold(one) for one in word.split("|")), optional=optional)


def _holdings(s: Sentence, pattern: Pattern) -> Iterator[Holding]:
    seen: set[int] = set()
    for start in range(len(s.norm)):
        found = next(_matches(s, pattern.parts, start, {}), None)
        if found is not None and found["{person}"].i not in seen:
            seen.add(found["{person}"].i)
            yield _holding(s, pattern, found)


def _matches(s: Sentence, parts: tuple[Part, ...], k: int, found: Found) -> Iterator[Found]:
    """Yield what the slots are if the parts stand from token ``k`` on."""
    if not parts:
        yield found
        return
    part, rest = parts[0], parts[1:]
    if part.gap:
        for end in range(k, min(k + LONGEST_GAP, len(s.norm)) + 1):
            yield from _matches(s, rest, end, found)
        return
    if part.slot:
        for mention in (m for m in s.mentions if m.i == k and isinstance(m, SLOTS[part.slot])):
            yield from _matches(s, rest, mention.j, {**found, part.slot: mention})
    elif k < len(s.norm) and _is_word(s.norm[k], part.words):
        yield from _matches(s, rest, k + 1, found)
    if part.optional:
        yield from _matches(s, rest, k, found)


def _is_word(norm: str, words: frozenset[str]) -> bool:
    """Whether a token is one of the words, a conjunction before it allowed."""
    return norm in words or (norm[:1] in ("و", "ف") and norm[1:] in words)


def _holding(s: Sentence, pattern: Pattern, found: Found) -> Holding:
    person, body = found["{person}"], found.get("{body}")
    role, party, place = found.get("{role}"), found.get("{party}"), found.get("{place}")
    if not isinstance(role, RoleMention):
        role = _role(pattern.role, person)
    role = replace(
        role,
        body=body if isinstance(body, BodyMention) else role.body,
        party=party if isinstance(party, PartyMention) else role.party,
        places=[place] if isinstance(place, PlaceMention) else role.places,
    )
    return Holding(cast(PersonMention, person), role, s, f"lexicon/{pattern.name}", pattern.confidence, pattern.status)


def _role(phrase: str, person: Mention) -> RoleMention:
    lemmas = tuple(bares(phrase))
    roles = vocabulary().roles
    head = roles.heads[lemmas[0]][0]
    form = Form("m", "singular", "", False)
    public = bool(roles.public.longest(lemmas[0], lemmas, 0)) or bool(head.entry.get("public"))
    key = str(head.entry["key"])
    return RoleMention(
        person.i, person.j, "", phrase, lemmas[0], key, form, lemmas, public, definite=False, modified=True
    )  # fmt: skip


def _try(pattern: Pattern, entry: Mapping[str, Any]) -> None:
    """Read a rule's own examples with it."""
    for example in entry["examples"]:
        told = _read(pattern, example["text"])
        wanted = tuple(part.strip() for part in example["post"].split("|"))
        if wanted not in told:
            shown = "; ".join(" | ".join(post) for post in told) or "nothing"
            raise _error(pattern.name, f"in its example {example['text']!r} it reads {shown}, not {example['post']}")
    for text in entry["near_misses"]:
        if _read(pattern, text):
            raise _error(pattern.name, f"it reads a post in its near miss {text!r}")


def _read(pattern: Pattern, text: str) -> list[tuple[str, str]]:
    """Return person and role of the posts that a rule reads in a text."""
    d = Discourse(Article("example", text, "example", "", None, (Span(0, len(text)),)))
    return [(d.person(h.person), h.role.text) for s in d.sentences for h in _holdings(s, pattern)]


def _error(name: str, problem: str) -> ConfigurationError:
    return ConfigurationError(f"rules.yml, rule {name}: {problem}", "docs/how-to/extend.md says how a rule is written.")
