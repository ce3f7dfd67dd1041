"""A user's folder of words: what it may hold, how it joins the package's, and what is said about mistakes in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph_builder.errors import ConfigurationError
from graph_builder.lexicon import forms, shipped
from graph_builder.lexicon.addition import read_addition
from graph_builder.lexicon.loader import Lexicon
from graph_builder.lexicon.merging import merged, merged_rows

DOCUMENTS = sorted(name.removesuffix(".yml") for name in shipped.names() if name.endswith(".yml"))


def folder(tmp_path: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def said(tmp_path: Path, files: Mapping[str, str]) -> str:
    with pytest.raises(ConfigurationError) as error:
        read_addition(folder(tmp_path, files))
    assert error.value.remedy
    return error.value.problem


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_the_package_holds_has_the_form_that_is_asked_of_users(name: str) -> None:
    own = shipped.table(name)
    closed = {steps for steps in forms.CLOSED if steps[0] == name}
    found = [misfit for misfit in forms.misfits(name, own, [own]) if "twice" not in misfit.problem]
    assert {misfit.problem for misfit in found} == {forms.CLOSED[steps] for steps in closed}
    assert list(forms.missing(name, own, own)) == []


def test_every_part_with_a_rule_of_its_own_is_one_that_the_package_has() -> None:
    for steps in (*forms.OPEN, *forms.CLOSED, *forms.REQUIRED, *forms.PATTERNS, *forms.CHOICES):
        value: Any = forms.RULES if steps[0] == "rules" else shipped.table(steps[0])
        for step in steps[1:]:
            entries = value if isinstance(value, list) else [value]
            value = next(entry[step] for entry in entries if step in entry)


def test_lists_grow_tables_grow_entries_merge_values_are_replaced() -> None:
    own = {
        "words": ["a", "b"],
        "table": {"x": 1, "y": 2},
        "entries": [{"key": "p", "ar": "P", "variants": ["p1"]}, {"key": "q", "ar": "Q"}],
    }
    added = {
        "words": ["c"],
        "table": {"y": 3, "z": 4},
        "entries": [{"key": "r", "ar": "R"}, {"key": "p", "fr": "Pé", "variants": ["p2"]}],
    }
    before = repr((own, added))
    assert merged(own, added) == {
        "words": ["c", "a", "b"],
        "table": {"x": 1, "y": 3, "z": 4},
        "entries": [
            {"key": "r", "ar": "R"},
            {"key": "p", "ar": "P", "variants": ["p2", "p1"], "fr": "Pé"},
            {"key": "q", "ar": "Q"},
        ],
    }
    assert repr((own, added)) == before


def test_a_row_takes_the_place_of_the_packages_row_of_its_first_cell() -> None:
    own = [["أحمد", "m"], ["سناء", "f"]]
    assert list(merged_rows(own, [["احمد", "u"], ["ليث", "m"]])) == [["احمد", "u"], ["ليث", "m"], ["سناء", "f"]]


def test_a_lexicon_gives_the_users_words_with_the_packages(tmp_path: Path) -> None:
    files = {
        "parties.yml": "- {key: xx-new, ar: حزب الجديد, country: XX}\n- {key: pps, variants: [حزب الكتاب الأحمر]}\n",
        "person_words.yml": "honorifics: [عطوفة]\n",
        "given_names_extra.tsv": "# a comment\nname\tgender\nليثان\tm\n",
        "family_names_extra.txt": "الخصاونةي\n",
        "rules.yml": "",
        "README.md": "# what this is",
        ".hidden": "x",
    }
    lexicon = Lexicon()
    lexicon.use(folder(tmp_path, files))
    parties = {entry["key"]: entry for entry in lexicon.table("parties")}
    own = {entry["key"]: entry for entry in shipped.table("parties")}
    assert lexicon.table("parties")[0]["key"] == "xx-new"
    assert parties.keys() - own.keys() == {"xx-new"}
    assert parties["pps"]["variants"] == ["حزب الكتاب الأحمر", *own["pps"].get("variants", [])]
    assert {key for key in own if parties[key] != own[key]} == {"pps"}
    assert lexicon.table("person_words")["honorifics"] == ["عطوفة", *shipped.table("person_words")["honorifics"]]
    assert lexicon.table("numbers") == shipped.table("numbers")
    assert next(iter(lexicon.rows("given_names_extra.tsv"))) == ["ليثان", "m"]
    assert next(iter(lexicon.rows("family_names_extra.txt"))) == ["الخصاونةي"]
    assert lexicon.rules() == ()
    assert lexicon.addition
    assert lexicon.addition.files == tuple(sorted(set(files) - {"README.md", ".hidden"}))


def test_without_a_folder_the_lexicon_is_the_packages() -> None:
    lexicon = Lexicon()
    assert lexicon.table("parties") == shipped.table("parties")
    assert list(lexicon.rows("places.tsv")) == list(shipped.rows("places.tsv"))
    assert (lexicon.addition, lexicon.rules()) == (None, ())


def test_the_digest_is_of_names_and_contents(tmp_path: Path) -> None:
    def digest(name: str, files: Mapping[str, str]) -> str:
        (tmp_path / name).mkdir()
        return read_addition(folder(tmp_path / name, files)).digest

    words = {"person_words.yml": "honorifics: [عطوفة]\n"}
    one = digest("a", words)
    assert digest("b", words) == one
    assert digest("c", {"person_words.yml": "honorifics: [سعادة]\n"}) != one
    assert digest("d", {**words, "not_names.yml": "ambiguous: [ليث]\n"}) != one


def test_words_cannot_be_added_once_the_lexicon_was_read(tmp_path: Path) -> None:
    words = folder(tmp_path, {"person_words.yml": "honorifics: [عطوفة]\n"})
    lexicon = Lexicon()
    lexicon.table("numbers")
    with pytest.raises(ConfigurationError, match="in use already"):
        lexicon.use(words)
    other = Lexicon()
    other.use(words)
    other.table("numbers")
    other.use(words)  # the same again changes nothing
    words.joinpath("person_words.yml").write_text("honorifics: [سعادة]\n", "utf-8")
    with pytest.raises(ConfigurationError, match="in use already"):
        other.use(words)


PARTY = "- key: xx-new\n  ar: حزب الجديد\n  country: XX\n"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("partys.yml", "[]", "partys.yml is no file of a lexicon (is it parties.yml?)"),
        ("parties.yml", "- {key: a, ar: [}", "parties.yml, line 1 is not YAML"),
        ("parties.yml", "\x00", "parties.yml is not YAML"),
        ("parties.yml", "key: xx-new\n", "parties.yml, line 1: has to be a list, not a table"),
        ("parties.yml", "- [x]\n", "parties.yml, line 1: has to be a table, not a list"),
        ("parties.yml", PARTY + "  varants: [x]\n",
         "parties.yml, line 4 (varants): there is nothing called varants here; is it variants?"),
        ("parties.yml", PARTY + "  variants: x\n", "parties.yml, line 4 (variants): has to be a list"),
        ("parties.yml", PARTY + "  variants: [x, 5]\n", "parties.yml, line 4 (variants): has to be a text (in quotes"),
        ("parties.yml", PARTY + "  variants: [' ']\n", "parties.yml, line 4 (variants): is empty"),
        ("parties.yml", PARTY + "  founded: long ago\n",
         "parties.yml, line 4 (founded): has to be a number, not a text"),
        ("parties.yml", PARTY + "  kind: club\n",
         "parties.yml, line 4 (kind): 'club' has to be one of party, coalition"),
        ("parties.yml", "- {key: xx, ar: ب, country: NO}\n",
         "parties.yml, line 1 (country): has to be a text (in quotes"),
        ("parties.yml", "- {key: X Y, ar: ب, country: XX}\n", "'X Y' has to be small letters a to z"),
        ("parties.yml", "- key: xx-new\n  ar: حزب\n", "parties.yml, line 1: the entry misses country"),
        ("parties.yml", PARTY + PARTY, "parties.yml, line 4: xx-new stands here twice"),
        ("parties.yml", PARTY + "  ar: حزب آخر\n", "parties.yml, line 2 (ar): this key stands here twice"),
        ("parties.yml", PARTY + "  members: [nobody]\n",
         "parties.yml: members of xx-new is nobody, a key that parties.yml does not have"),
        ("parties.yml", PARTY + "  parallel:\n    - {ar: فتية}\n",
         "parties.yml, line 5 (parallel): the entry misses kind"),
        ("roles.yml", "- {key: a, ar: عريف, public: false, broader: b}\n", "broader of a is b, a key that roles.yml"),
        (
            "roles.yml",
            "- {key: a, ar: عريف, public: false, broader: b}\n- {key: b, ar: قيم, public: false, broader: a}\n",
            "roles.yml: a stands above itself, by way of",
        ),
        ("role_words.yml", "heads:\n  - {key: a, ms: كاتب عام}\n",
         "role_words.yml, line 2 (heads.ms): 'كاتب عام' has to be one word"),
        ("trigger_words.yml", "electing: [بايع]\nvoting: [x]\n",
         "trigger_words.yml, line 2 (voting): there is nothing called voting here"),
        ("not_names.yml", "never:\n  mine: [5]\n", "not_names.yml, line 2 (never.mine): has to be a text"),
        ("not_names.yml", "never:\n  5: [a]\n", "not_names.yml, line 2 (never): a key has to be a text"),
        ("months.yml", "hijri: []\n", "months.yml, line 1: the calendars of all Arab countries are in the package"),
        ("places_extra.yml", "variants: {سلا: [x]}\n",
         "places_extra.yml, line 1 (variants): is for places of the census"),
        ("places_extra.yml", "places: [{code: x-a, kind: city, ar: الرمثا, parent: ZZ}]\n", "the parent of x-a is ZZ"),
        ("places_extra.yml", "places: [{code: '01', kind: region, ar: الشمال}]\n",
         "01 is the code of a place in places.tsv"),
        ("places.tsv", "x\tcity\tالرمثا\n", "places.tsv, line 1: has 3 cells, not 8"),
        ("places.tsv", "x\ttown\tالرمثا\tRamtha\tJO\t\t\t0\n",
         "places.tsv, line 1: kind is 'town', has to be one of city,"),
        ("places.tsv", "x\tcity\t\tRamtha\tJO\t\t\t0\n", "places.tsv, line 1: ar is empty"),
        ("given_names_extra.tsv", "# ليث\n\nليث\tmale\n",
         "given_names_extra.tsv, line 3: gender is 'male', has to be f, m or u"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_line_and_remedy(tmp_path: Path, name: str, text: str, says: str) -> None:
    assert says in said(tmp_path, {name: text})


def test_a_folder_that_is_none_or_empty_and_a_file_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="nowhere cannot be read: No such file"):
        read_addition(tmp_path / "nowhere")
    assert "There is no file in the lexicon" in said(tmp_path, {})
    (tmp_path / "parties.yml").write_bytes("حزب".encode("utf-16"))
    assert "parties.yml cannot be read" in said(tmp_path, {})
