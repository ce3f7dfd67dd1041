"""One decision, as a line of JSON: on two names, on a fact, or that an earlier one does not hold any more.

A decision names what it is about as the articles do, not by ids of a build, so that it outlives builds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from graph_builder.facts import FactError, as_json, from_json, restored
from graph_builder.model import EntityKind, Fact, Verdict

FactVerdict = Literal["accepted", "rejected", "corrected", "unsure"]
KINDS: tuple[EntityKind, ...] = ("person", "body", "event")
"""The kinds of things of which two may be decided to be one."""
DIGITS = 12


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name in an article. ``label``: what the article calls an event, whose name is a number."""

    article: str
    name: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class OnPair:
    """Two mentions denote one thing, two, or nobody knows; ``a`` comes before ``b``."""

    kind: EntityKind
    a: Mention
    b: Mention
    verdict: Verdict
    note: str | None = None
    time: int = 1
    """How often just this was decided, undone in between."""


@dataclass(frozen=True, slots=True)
class OnFact:
    """A fact of an article holds, does not, or should be another."""

    article: str
    fact: str
    """All that the fact states, as ``content`` writes it."""
    verdict: FactVerdict
    correction: str | None = None
    """The fact that is right, likewise."""
    note: str | None = None
    time: int = 1


@dataclass(frozen=True, slots=True)
class Undo:
    """The decision of this id does not hold any more."""

    of: str


Record = OnPair | OnFact | Undo


def content(fact: Fact) -> str:
    """Return what a fact states, without where: JSON with sorted keys, without what is not stated."""
    said = as_json(fact)
    return _text({name: value for name, value in said.items() if name != "evidence" and value not in (None, ())})


def record_id(record: OnPair | OnFact) -> str:
    """Return what identifies a decision: digits of a digest of all but its note."""
    return str(as_line(record)["id"])


def as_line(record: Record) -> dict[str, Any]:
    """Return a decision as the object of its line, with its id."""
    match record:
        case Undo():
            return {"undo": record.of}
        case OnPair():
            said: dict[str, Any] = {"on": record.kind, "a": _mention(record.a), "b": _mention(record.b)}
        case OnFact():
            said = {"on": "fact", "article": record.article, "fact": json.loads(record.fact)}
            if record.correction is not None:
                said["correction"] = json.loads(record.correction)
    said["verdict"] = record.verdict
    said |= {"time": record.time} if record.time > 1 else {}
    said |= {"note": record.note} if record.note else {}
    digest = hashlib.sha256(_text({k: v for k, v in said.items() if k != "note"}).encode()).hexdigest()
    return {"id": digest[:DIGITS], **said}


def from_line(said: object) -> Record:
    """Return the decision that a line's object says.

    Raises:
        ValueError: it is none; the message says why.
    """
    if not isinstance(said, Mapping):
        raise ValueError("it has to be an object")
    if "undo" in said:
        return Undo(_string(said, "undo"))
    note = said.get("note")
    time = said.get("time", 1)
    if not isinstance(time, int) or time < 1:
        raise ValueError("time has to be a number from 1")
    if said.get("on") == "fact":
        verdict: FactVerdict = _one_of(said, "verdict", get_args(FactVerdict))
        right = _right(said) if verdict == "corrected" else None
        return OnFact(_string(said, "article"), _stated(said, "fact"), verdict, right, note, time)
    kind: EntityKind = _one_of(said, "on", (*KINDS, "fact"))
    a, b = sorted((_told(said, "a"), _told(said, "b")))
    return OnPair(kind, a, b, _one_of(said, "verdict", get_args(Verdict)), note, time)


def fact_of(text: str, evidence: Mapping[str, Any]) -> Fact:
    """Return the fact that ``content`` wrote, with evidence."""
    return restored({**json.loads(text), "evidence": evidence})


def _mention(mention: Mention) -> dict[str, str]:
    label = {"label": mention.label} if mention.label is not None else {}
    return {"article": mention.article, "name": mention.name, **label}


def _told(said: Mapping[str, Any], end: str) -> Mention:
    mention = said.get(end)
    if not isinstance(mention, Mapping):
        raise ValueError(f"{end} has to be an object with article and name")
    label = mention.get("label")
    return Mention(_string(mention, "article"), _string(mention, "name"), label if isinstance(label, str) else None)


def _stated(said: Mapping[str, Any], name: str) -> str:
    """Return what a fact of a line states, as ``content`` writes it."""
    fact = said.get(name)
    if not isinstance(fact, Mapping) or "kind" not in fact or "evidence" in fact:
        raise ValueError(f"{name} has to be a fact without evidence")
    return _text({field: value for field, value in fact.items() if value not in (None, [])})


def _right(said: Mapping[str, Any]) -> str:
    """Return the fact that corrects another, if it is one."""
    evidence = {"article": "a", "start": 0, "end": 0, "quote": "q", "rule": "r", "confidence": 1}
    try:
        return content(from_json({**json.loads(_stated(said, "correction")), "evidence": evidence}))
    except FactError as error:
        raise ValueError(f"correction: {error}") from error


def _string(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not value:
        raise ValueError(f"{name} has to be a text")
    return value


def _one_of(said: Mapping[str, Any], name: str, among: tuple[Any, ...]) -> Any:
    value = said.get(name)
    if value not in among:
        raise ValueError(f"{name} is {value!r}, has to be one of {', '.join(among)}")
    return value


def _text(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True)
