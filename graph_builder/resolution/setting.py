"""What the names of parties and places mean in one article: by them people, bodies and events are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.model import Claim, EntityKind, PartyFact, Reading
from graph_builder.resolution import spelling
from graph_builder.resolution.claims import Grade, Table, table
from graph_builder.resolution.grouping import only


@dataclass(frozen=True, slots=True)
class Setting:
    """A reading, and what stands for each party that it names."""

    reading: Reading
    parties: Mapping[str, str]
    table: Table

    @property
    def article(self) -> str:
        """The article's id."""
        return self.reading.article.id

    def claims(self, kind: EntityKind, *grades: Grade) -> list[Claim]:
        """Return the claims of one kind that the article makes with these grades, else the firm ones, each once."""
        return list(
            dict.fromkeys(claim for grade in grades or ("firm",) for claim in self.table.get((kind, grade), ()))
        )

    def party(self, name: str | None) -> str | None:
        """Return what stands for a party here; ``None`` for no name."""
        return None if name is None else self.parties[name]

    def place(self, name: str | None) -> str | None:
        """Return what stands for a place; ``None`` for no name."""
        return None if name is None else spelling.place(name)


def setting(reading: Reading) -> Setting:
    """Return the setting of a reading."""
    found: dict[str, str] = {}
    unclear: set[str] = set()
    facts = sorted((f for f in reading.facts if isinstance(f, PartyFact)), key=lambda f: (f.name, f.key or ""))
    for fact in facts:
        listed = fact.key in vocabulary().party_entries
        found.setdefault(fact.name, f"key:{fact.key}" if listed else spelling.party(fact.name))
    for fact in facts:
        for alias in fact.aliases:
            if found.setdefault(alias, found[fact.name]) != found[fact.name]:
                unclear.add(alias)
    uses = table(reading)
    firm = [claim.name for claim in uses.get(("party", "firm"), ())]
    for name in firm:
        if not spelling.is_anaphor(name):
            found.setdefault(name, spelling.party(name))
    named = only(found[name] for name in firm if name in found)
    for name in firm:
        found.setdefault(name, named or f"name:{spelling.letters(name)} {reading.article.id}")
    known = {name: own for name, own in found.items() if name in firm or name not in unclear}
    return Setting(reading, known, uses)
