"""When a row that was told is a fact of the gold, table by table: the evaluation contract as predicates.

What the gold does not state is not judged, except the date of an event: where the text fixes none, none may be told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph_builder.evaluation.gold import GoldFact
from graph_builder.evaluation.sameness import (
    ENOUGH,
    People,
    place_stems,
    same_party,
    same_person,
    same_place,
)
from graph_builder.evaluation.spelling import overlap, stems, stems_of
from graph_builder.evaluation.told import Row, Told

Match = Callable[[GoldFact, Told, People], bool]
IN_OFFICE = frozenset({"elected", "current"})
"""Whoever was elected holds the post: the two are told for each other."""
ELECTING = frozenset({"election", "congress", "general_assembly", "meeting"})
"""Events in which somebody is elected; the election may be told as the assembly, and the other way round."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is judged of a table: by which predicate, and in which columns rows that are alike count once."""

    name: str
    file: str
    """The table's file, and the gold's key."""
    columns: tuple[str, ...]
    match: Match
    once: bool = True
    """Whether this is the judgement of the table by which its rules and confidences are measured."""


def person(gold: GoldFact, told: Told, people: People) -> bool:
    """The same person."""
    return people.same(gold.says["name"], told.says["name"])


def post_core(gold: GoldFact, told: Told, people: People) -> bool:
    """The same person, role, body and party; a public office does not make its holder a party's."""
    said, row = gold.says, told.says
    if said.get("public") == "true" and not said.get("party") and row["party"]:
        return False
    return (
        people.same(said["person"], row["person"])
        and _same_role(said, row)
        and (not said.get("organ") or _same_body(said, row))
        and same_party(said.get("party", ""), row["party"])
    )


def post_full(gold: GoldFact, told: Told, people: People) -> bool:
    """The same post with its place and status."""
    status = gold.says.get("status", "")
    return (
        post_core(gold, told, people)
        and same_place(gold.says.get("place", ""), told.says["place"])
        and told.says["status"] in (IN_OFFICE if status in IN_OFFICE else {status})
    )


def _same_role(said: Row, row: Row) -> bool:
    """Tell whether two roles are one, with or without the words that also name its body, party or place."""
    aside = _around(said, row, "organ", "party", "place") | stems_of("branch")
    ours, theirs = stems(said["role"]), stems(row["role"])
    if ours & stems_of("deputy") != theirs & stems_of("deputy"):
        return False
    bare = ours - aside, theirs - aside
    return overlap(ours, theirs) >= ENOUGH or (all(bare) and overlap(*bare) >= ENOUGH)


def _same_body(said: Row, row: Row) -> bool:
    """Tell whether two posts are in one body; where none is told, the role may name it."""
    ours, theirs = stems(said["organ"]), stems(row["organ"] or row["role"])
    if same_place(said.get("place", ""), row["place"]):
        ours, theirs = _without(_around(said, row, "place", "party") | stems_of("party"), ours, theirs)
    ours, theirs = ours - stems_of("branch"), theirs - stems_of("branch")
    if row["organ"] and theirs:
        return overlap(ours, theirs) >= ENOUGH
    return ours <= theirs | stems(row["place"])


def unit(gold: GoldFact, told: Told, _: People) -> bool:
    """The same sort of body once party and place are out of its name, the same party, the same place."""
    said, row = gold.says, told.says
    aside = _around(said, row, "party", "place") | stems_of("party")
    if overlap(*_without(aside, stems(said["unit"]), stems(row["unit"]))) < ENOUGH:
        return False
    place = said.get("place", "")
    return same_party(said.get("party", ""), row["party"]) and (
        place_stems(place) <= stems(row["place"], row["unit"]) or same_place(place, row["place"])
    )


def event(gold: GoldFact, told: Told, _: People) -> bool:
    """The same event."""
    return same_event(gold.says, told.says)


def same_event(said: Row, row: Row) -> bool:
    """The same kind and date, as precisely as the gold's, and words of the label or a dated place in common."""
    date = said.get("date", "")
    if said["kind"] != row["kind"] or (row["date"][: len(date)] != date if date else row["date"]):
        return False
    ours, theirs = stems(said["label"]), stems(row["label"])
    if overlap(ours, theirs) >= 0.3 or ours <= theirs or theirs <= ours:
        return True
    place = said.get("place", "")
    return bool(date and place) and same_place(place, row["place"])


def participation(gold: GoldFact, told: Told, people: People) -> bool:
    """The same person in an event of the same kind, in a capacity that the gold accepts."""
    kinds = {gold.says["kind"], told.says["kind"]}
    return (
        (len(kinds) == 1 or (_is_election(gold) and kinds <= ELECTING))
        and told.says["capacity"] in gold.accept
        and people.same(gold.says.get("person", ""), told.says["person"])
    )


def participation_in_event(gold: GoldFact, told: Told, people: People) -> bool:
    """The same participation, in the same event."""
    if gold.event is None or told.event is None or not participation(gold, told, people):
        return False
    its_event = {**told.event, "kind": gold.event["kind"]} if _is_election(gold) else told.event
    return same_event(gold.event, its_event)


def _is_election(gold: GoldFact) -> bool:
    return gold.says["capacity"] == "elected"


def figure(gold: GoldFact, told: Told, _: People) -> bool:
    """The same value, of the same kind, of the same thing or part of it."""
    said, row = gold.says, told.says
    if (said["value"], said["what"]) != (row["value"], row["what"]):
        return False
    ours, theirs = stems(said.get("of", ""), said.get("group", "")), stems(row["of"], row["group"])
    return overlap(ours, theirs) >= 0.4 or (bool(ours) and ours <= theirs) or same_person(said.get("of", ""), row["of"])


def _around(said: Row, row: Row, *columns: str) -> frozenset[str]:
    """Return the stems of what both say in some columns."""
    return stems(*(facts.get(column, "") for facts in (said, row) for column in columns))


def _without(aside: frozenset[str], *phrases: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Return the phrases without some stems, but whole where nothing else is in them."""
    return tuple(phrase - aside or phrase for phrase in phrases)


_POST = ("person", "role", "organ", "party", "place")
_PARTICIPATION = ("person", "kind", "capacity", "event", "event_id")
TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("people", "people", ("name",), person),
        Table("posts (core)", "posts", _POST, post_core),
        Table("posts (full)", "posts", (*_POST, "status"), post_full, once=False),
        Table("units", "units", ("unit", "party", "place"), unit),
        Table("events", "events", ("label", "kind", "date", "place"), event),
        Table("participations", "participations", _PARTICIPATION, participation, once=False),
        Table("participations (event)", "participations", _PARTICIPATION, participation_in_event),
        Table("figures", "figures", ("value", "what", "of", "group"), figure),
    )
}
