"""Forgetting somebody: put on the list, taken out of the folder, and out of all that is built with the list later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from graph_builder.erasure import Forgotten, folded, is_full, list_beside, new_list, read_list, with_person, written
from graph_builder.errors import QueryError
from graph_builder.facts import KINDS
from graph_builder.increments import options_of, renew
from graph_builder.memory import load_world
from graph_builder.model import Entity, PostFact, World
from graph_builder.output import write_file
from graph_builder.pipeline import Watcher
from graph_builder.resolution import spelling
from graph_builder.resolution.setting import setting

OWNER_ALONE = 0o600


@dataclass(frozen=True)
class Gone:
    """What went. ``facts``: how many of each kind; ``articles``: ids of those that told of the person."""

    spellings: tuple[str, ...]
    facts: Mapping[str, int]
    articles: tuple[str, ...]
    list_file: str
    still: tuple[str, ...]
    """Files and addresses of articles in whose names the person's name stands: they are not changed."""


def forget(
    person: str,
    out: str,
    facts: Sequence[str] = (),
    *,
    list_file: str | None = None,
    watch: Watcher = lambda _: None,
) -> Gone:
    """Forget a person of the folder ``out``: a name, or an id where several bear it.

    Hashes of the names, and of what tells the person from namesakes, go on the list ``list_file`` (by default the one
    beside ``out``), which is made if it is not there. Then the folder is written anew without the person, whose name
    is masked in what others' facts quote. Builds with the list do the same.

    Raises:
        QueryError: nobody of the folder bears the name, or several do.
    """
    path = Path(list_file or list_beside(out))
    world = load_world(out)
    meant = _person(world, person, out)
    options_of(out, facts, 1, watch, suppress=str(path) if path.exists() else None)  # or an error, before anything
    known = read_list(path) if path.exists() else new_list()
    write_file(path, written(_listed(known, world, meant)), OWNER_ALONE)
    renew(out, facts, suppress=str(path), watch=watch)
    return _gone(world, load_world(out), meant, str(path))


def _person(world: World, name: str, out: str) -> Entity:
    people = [entity for entity in world.entities if entity.kind == "person"]
    wanted = folded(name)
    found = [entity for entity in people if entity.id == name.removeprefix("person:")] or [
        entity for entity in people if wanted in {folded(spelt) for spelt in _spellings(entity)}
    ]
    if not found:
        raise QueryError(f"{out} holds nobody called {name}", "graph-builder explain finds names that are like it.")
    if len(found) > 1:
        ids = ", ".join(f"person:{entity.id}" for entity in found)
        raise QueryError(
            f"{len(found)} people are called {name}: {ids}", "Name one by its id; explain tells them apart."
        )
    return found[0]


def _spellings(entity: Entity) -> set[str]:
    return {entity.name, *entity.aliases, *(claim.name for claim in entity.claims)}


def _listed(known: Forgotten, world: World, meant: Entity) -> Forgotten:
    """Return the list with the person: all spellings, parties and places that articles tell, and the articles."""
    digests = {reading.article.id: reading.article.digest for reading in world.readings}
    claims = set(meant.claims)
    parties: set[str | None] = set()
    places: set[str] = set()
    for reading in world.readings:
        names = {claim.name for claim in claims if claim.article == reading.article.id}
        own = [fact for fact in reading.facts if isinstance(fact, PostFact) and fact.person in names]
        if own:
            at = setting(reading)
            parties.update(at.party(fact.party) for fact in own if fact.party)
            places.update(spelling.place(fact.place) for fact in own if fact.place)
    told = [(digests[claim.article], claim.name) for claim in meant.claims]
    return with_person(known, _spellings(meant), filter(None, parties), places, told)


def _gone(before: World, after: World, meant: Entity, path: str) -> Gone:
    counted = [
        Counter(KINDS[type(fact)] for reading in world.readings for fact in reading.facts) for world in (before, after)
    ]
    told = {claim.article for claim in meant.claims}
    names = {spelling.letters(name) for name in _spellings(meant) if is_full(name)}
    still = {
        name
        for reading in before.readings
        for name in (reading.article.file, unquote(reading.article.url or ""))
        if any(full in spelling.letters(name) for full in names)
    }
    return Gone(
        tuple(sorted(_spellings(meant))), dict(counted[0] - counted[1]), tuple(sorted(told)), path, tuple(sorted(still))
    )
