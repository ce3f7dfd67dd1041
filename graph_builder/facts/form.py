"""One fact as JSON: ``kind``, what it says, its evidence. Keys are those of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from graph_builder.facts.schema import problems, schema
from graph_builder.model import (
    BodyFact,
    DeadlineFact,
    EventFact,
    Evidence,
    Fact,
    FigureFact,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PostFact,
    StatementFact,
    StepFact,
)

KINDS: Mapping[type[Fact], str] = {
    PersonFact: "person",
    PartyFact: "party",
    BodyFact: "body",
    PostFact: "post",
    EventFact: "event",
    ParticipationFact: "participation",
    FigureFact: "figure",
    PlanFact: "plan",
    StatementFact: "statement",
    StepFact: "step",
    DeadlineFact: "deadline",
}
"""What each fact is called, in the order in which an article's facts are written."""
_CLASSES = {kind: fact for fact, kind in KINDS.items()}
_FIELDS: Mapping[object, Mapping[str, str]] = {
    sort: {field.name: str(field.type) for field in fields(sort)} for sort in (*KINDS, Evidence)
}
"""Class -> its fields, each with its type."""


class FactError(ValueError):
    """A value is not a fact as the schema wants it; the message says why."""


def as_json(fact: Fact) -> dict[str, Any]:
    """Return a fact as a JSON object, its kind first; only an event's own ``kind`` is called ``event_kind``."""
    said = {name: getattr(fact, name) for name in _FIELDS[type(fact)]}
    said["evidence"] = {name: getattr(fact.evidence, name) for name in _FIELDS[Evidence]}
    own = {"event_kind": said.pop("kind")} if isinstance(fact, EventFact) else {}
    return {"kind": KINDS[type(fact)], **own, **said}


def from_json(value: object) -> Fact:
    """Return the fact that a JSON object says; what it leaves out is not stated.

    Raises:
        FactError: the value is not as the schema wants it.
    """
    if not isinstance(value, Mapping):
        raise FactError("it has to be an object")
    kind = value.get("kind")
    if not isinstance(kind, str) or kind not in _CLASSES:
        raise FactError(f"kind is {kind!r}, has to be one of {', '.join(_CLASSES)}")
    for problem in problems(value, schema()["$defs"][kind], kind):
        raise FactError(problem)
    return restored(value)


def restored(value: Mapping[str, Any]) -> Fact:
    """Return the fact that ``as_json`` gave, without looking whether it is one."""
    kind = value["kind"]
    said = {name: inner for name, inner in value.items() if name != "kind"}
    if kind == "event":
        said["kind"] = said.pop("event_kind")
    evidence = Evidence(**_values(Evidence, said.pop("evidence")))
    return _CLASSES[kind](evidence=evidence, **_values(_CLASSES[kind], said))


def _values(sort: type[Fact] | type[Evidence], said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of the fields, with the types that they have in the model."""
    return {
        name: _value(annotation, said.get(name)) for name, annotation in _FIELDS[sort].items() if name != "evidence"
    }


def _value(annotation: str, value: Any) -> Any:
    if annotation.startswith("tuple"):
        return tuple(value or ())
    if value is not None and annotation in ("int", "float"):
        return int(value) if annotation == "int" else float(value)
    return value
