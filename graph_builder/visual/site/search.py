"""What the search box of every page looks through: the names of all things, in a script that is loaded on demand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from graph_builder.arabic.normalise import fold
from graph_builder.graph.reference import parties
from graph_builder.model import Entity
from graph_builder.visual.network import KINDS
from graph_builder.visual.site.known import Known
from graph_builder.visual.text import shown


def index(known: Known) -> str:
    """Return the script: a row a thing with its kind, file, name, what tells it apart, and its other spellings."""
    abouts: dict[str, int] = {}
    rows = [_row(known, entity, abouts) for entity in known.entities.values()]
    return f"window.found = {script_json({'kinds': KINDS, 'abouts': list(abouts), 'rows': rows})};\n"


def _row(known: Known, entity: Entity, abouts: dict[str, int]) -> Sequence[Any]:
    """Return the row of a thing; what tells it apart is said once in ``abouts``, since much is of one party or role."""
    about = abouts.setdefault(_context(known, entity), len(abouts))
    others = list(dict.fromkeys([*map(shown, entity.aliases), *_foreign(entity)]))
    spellings = ["\n".join(others)] if others else []
    return KINDS.index(entity.kind), known.file(entity), shown(entity.name), about, *spellings


def _foreign(entity: Entity) -> Iterator[str]:
    entry: Mapping[str, Any] = parties().get(entity.key or "", {}) if entity.kind == "party" else {}
    yield from (str(entry[name]) for name in ("abbreviation", "fr", "en") if entry.get(name))


def _context(known: Known, entity: Entity) -> str:
    """Return what tells things of one name apart: a person's first post, a body's place and party, an event's date."""
    told: list[str | None] = []
    match entity.kind:
        case "person":
            held = known.of_person.get(entity.id, [])
            told = [held[0].role] if held else []
        case "body":
            body = known.bodies[entity.id]
            told = [body.place, known.entities[body.party].name if body.party else None]
        case "event":
            told = [known.events[entity.id].place, known.events[entity.id].date]
    return " · ".join(shown(each) for each in told if each)


@cache
def folding() -> Mapping[str, str]:
    """Return what each sign becomes when spellings are folded, so that the page's search agrees with ours."""
    signs = (chr(code) for code in range(0x80, 0x10000) if not 0xD800 <= code < 0xE000)
    return {sign: fold(sign) for sign in signs if fold(sign) != sign.lower()}


def script_json(data: object) -> str:
    """Write JSON that can stand in a script, whatever it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
