"""Make given_names.tsv and family_names.txt: Arab people's names from Wikidata, Moroccan ones first.

Run from the repository's root in an environment of its own (150 MB; needed here only, never at run time):

    pip install arabic-name-romanizer==0.2.0 pyyaml
    PYTHONPATH=. python tools/make_names.py

The package's table counts names by country and by place in the name (given, surname). Only its rows from Wikidata (CC0)
are read, and the lists are in the folded spelling of matching. Left out: what names_excluded.yml lists, words that
not_names.yml lists under `never`, and what the hand-written lists have.
"""

from __future__ import annotations

import importlib.metadata
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import yaml

import graph_builder
from graph_builder.arabic.normalise import fold

DATA = Path(graph_builder.__file__).parent / "lexicon" / "data"
HOME = "MA"
COUNTRIES = {
    HOME,
    "DZ",
    "TN",
    "LY",
    "MR",
    "EG",
    "SD",
    "PS",
    "JO",
    "LB",
    "SY",
    "IQ",
    "SA",
    "YE",
    "AE",
    "QA",
    "KW",
    "BH",
    "OM",
}
"""The Arab countries whose people's names are taken."""
SHARE = 0.25
"""A given name is borne as such at least this often for each time that it is a surname (often a father's name)."""
GIVEN_HEADER = """\
# Given names of Arab countries from Wikidata (CC0), by way of arabic-name-romanizer {version}.
# Made by tools/make_names.py, do not edit: further names and genders go to given_names_extra.tsv.
# Folded spelling; those that Moroccans bear first. Gender by form alone: f where it ends in ta marbuta,
# m for compounds of abd, Allah and ad-din, else u (not known).
"""
FAMILY_HEADER = """\
# Family names of Arab countries from Wikidata (CC0), by way of arabic-name-romanizer {version}.
# Made by tools/make_names.py, do not edit: further names go to family_names_extra.txt.
# Folded spelling; those that Moroccans bear first. Many are given names too (a father's name).
"""

Table = dict[str, Counter[str]]


def counts(role: str) -> Table:
    """Name -> times borne in each Arab country, in that place of the name (given or surname)."""
    package = importlib.metadata.distribution("arabic-name-romanizer")
    path = package.locate_file("arabic_name_romanizer/resources/names.sqlite3")
    found: Table = {}
    query = "SELECT arabic_key, country, count FROM units WHERE source = 'wikidata' AND role = ?"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        for name, country, times in base.execute(query, (role,)):
            if country in COUNTRIES:
                found.setdefault(fold(name), Counter())[country] += times
    return found


def by_use(names: Iterable[str], table: Table) -> list[str]:
    """Names that Moroccans bear first, then the more frequent ones."""
    return sorted(names, key=lambda name: (-table[name][HOME], -table[name].total(), name))


def listed(name: str) -> set[str]:
    """Folded first columns of a hand-written list."""
    lines = (line.split("#")[0].strip() for line in (DATA / name).read_text(encoding="utf-8").splitlines())
    return {fold(line.split("\t")[0]) for line in lines if line}


def settings() -> dict[str, set[str]]:
    """The folded word lists of names_excluded.yml, and `never` of not_names.yml."""
    parts = yaml.safe_load((DATA / "names_excluded.yml").read_text(encoding="utf-8"))
    groups = yaml.safe_load((DATA / "not_names.yml").read_text(encoding="utf-8"))["never"]
    parts["never"] = [word for words in groups.values() for word in words]
    return {part: {fold(word) for word in words} for part, words in parts.items()}


def sound(name: str, words: dict[str, set[str]]) -> bool:
    """Whether the form alone lets it be a name: plain Arabic letters, no word that never is one, no broken compound."""
    parts = name.split()
    plain = re.fullmatch("[\u0621-\u064a ]{3,}", name)
    return bool(plain) and len(parts) <= 3 and name not in words["never"] and parts[0] not in words["no_first_word"]


def gender(name: str, words: dict[str, set[str]]) -> str:
    """Gender as far as the form tells."""
    if name in words["masculine"] or words["masculine_parts"] & set(name.split()):
        return "m"
    return "f" if name.endswith(fold("\u0629")) else "u"


def write(name: str, header: str, lines: list[str]) -> None:
    """Write a list under its header, with the version that it comes from."""
    version = importlib.metadata.version("arabic-name-romanizer")
    (DATA / name).write_text(header.format(version=version) + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Write both lists."""
    words, given, family = settings(), counts("given"), counts("surname")
    none: Counter[str] = Counter()
    kept = {
        name
        for name, times in given.items()
        if times.total() > 1 and times.total() >= SHARE * family.get(name, none).total() and sound(name, words)
    }
    rows = by_use(kept - words["given"] - listed("given_names_extra.tsv"), given)
    write("given_names.tsv", GIVEN_HEADER, [f"{name}\t{gender(name, words)}" for name in rows])
    kept = {name for name, times in family.items() if (times[HOME] or times.total() > 1) and sound(name, words)}
    write("family_names.txt", FAMILY_HEADER, by_use(kept - words["family"] - listed("family_names_extra.txt"), family))


if __name__ == "__main__":
    main()
