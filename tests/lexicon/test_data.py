"""The lexicon's data files are well formed and agree with each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import graph_builder
from graph_builder.arabic.normalise import fold

DATA = Path(graph_builder.__file__).parent / "lexicon" / "data"
ARABIC = re.compile(r"[ء-يگ0-9]+([ –-]+[ء-يگ0-9]+)*")
"""Arabic words as the lexicon spells them: letters without marks, single names joined by spaces or dashes."""
NAME_FILES = ("given_names.tsv", "given_names_extra.tsv", "family_names.txt", "family_names_extra.txt")
OTHER_FILES = (
    "parties.yml", "other_organisations.yml", "places.tsv", "places_extra.yml", "names_excluded.yml", "not_names.yml",
)  # fmt: skip
PARTY_FIELDS = {
    "key", "ar", "fr", "en", "abbreviation", "country", "kind", "variants", "after_hizb", "shared", "bare",
    "followers", "titles", "parallel", "members", "founded", "ended", "successor_of", "colour", "wikidata", "source",
}  # fmt: skip
PARALLEL_KINDS = {"youth", "women", "students", "professions", "elected", "union", "other"}
PLACE_COLUMNS = ["code", "kind", "ar", "fr", "parent", "iso", "variants", "ambiguous"]


@cache
def document(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """Lines of a list, without comments and the blank lines between its sections."""
    return tuple(line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#")


@cache
def places() -> tuple[dict[str, str], ...]:
    header, *rows = lines("places.tsv")
    return tuple(dict(zip(header.split("\t"), row.split("\t"), strict=True)) for row in rows)


def forms(party: dict[str, Any]) -> Iterator[str]:
    """Everything that denotes a party, its members or its own organisations."""
    for entry in (party, *party.get("parallel", ())):
        yield entry["ar"]
        for field in ("variants", "after_hizb", "bare", "followers"):
            yield from entry.get(field) or ()


def names(name: str) -> set[str]:
    return {fold(line.split("\t")[0]) for line in lines(name)}


def repeated(words: Iterator[str] | list[str]) -> list[str]:
    """Words that another one equals after folding."""
    return sorted(word for word, times in Counter(fold(word) for word in words).items() if times > 1)


@pytest.mark.parametrize("file", ["parties.yml", "other_organisations.yml"])
def test_entries_have_their_fields_and_unique_keys(file: str) -> None:
    entries = document(file)
    assert [key for key, times in Counter(entry["key"] for entry in entries).items() if times > 1] == []
    for entry in entries:
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", entry["key"]), entry["key"]
        assert all(ARABIC.fullmatch(form) for form in forms(entry)), entry
        assert entry["fr"].strip() == entry["fr"] != "", entry["key"]


@pytest.mark.parametrize("party", document("parties.yml"), ids=lambda party: str(party["key"]))
def test_party_is_well_formed(party: dict[str, Any]) -> None:
    assert set(party) <= PARTY_FIELDS
    assert set(party) >= {"key", "ar", "fr", "en", "abbreviation", "country", "kind", "source"}
    assert party["kind"] in {"party", "coalition"}
    assert re.fullmatch("[A-Z]{2}", party["country"])
    assert party["country"] == "MA" or party["key"].startswith(party["country"].lower() + "-")
    assert re.fullmatch("Q[1-9][0-9]+", party.get("wikidata", "Q10"))
    assert re.fullmatch("#[0-9a-f]{6}", party.get("colour", "#000000"))
    founded, ended = party.get("founded", 1900), party.get("ended")
    assert 1900 <= founded <= (ended or 2026) <= 2026
    keys = {other["key"] for other in document("parties.yml")} - {party["key"]}
    assert keys >= {*party.get("successor_of", ()), *party.get("members", ())}
    assert party["kind"] == "coalition" or "members" not in party
    for organisation in party.get("parallel", ()):
        assert set(organisation) <= {"ar", "fr", "kind", "variants"}
        assert organisation["kind"] in PARALLEL_KINDS


def test_every_form_denotes_one_party_or_organisation() -> None:
    entries = [*document("parties.yml"), *document("other_organisations.yml")]
    assert repeated([form for entry in entries for form in forms(entry)]) == []


def test_identifiers_of_parties_are_unique() -> None:
    assert repeated([party["wikidata"] for party in document("parties.yml") if "wikidata" in party]) == []


def test_short_names_stand_under_after_hizb_without_hizb() -> None:
    words = [word for party in document("parties.yml") for word in party.get("after_hizb", ())]
    assert [word for word in words if fold(word).split()[0] in {"حزب", "الحزب"}] == []


def test_the_lexicon_covers_moroccan_parties() -> None:
    parties = {party["key"]: party for party in document("parties.yml") if party["country"] == "MA"}
    assert sum(party["kind"] == "party" and not party.get("ended") for party in parties.values()) > 30
    assert parties["usfp"]["ar"] == "الاتحاد الاشتراكي للقوات الشعبية"
    assert parties["psu"]["ar"] == "الحزب الاشتراكي الموحد"
    symbols = {"pps": "الكتاب", "pi": "الميزان", "pjd": "المصباح", "pam": "الجرار", "rni": "الحمامة", "mp": "السنبلة"}
    assert all(symbol in parties[key]["after_hizb"] for key, symbol in symbols.items())


def test_other_organisations_are_no_parties() -> None:
    keys = {party["key"] for party in document("parties.yml")}
    for entry in document("other_organisations.yml"):
        assert set(entry) <= {"key", "ar", "variants", "fr", "kind", "party"}
        assert entry["kind"] in {"union", "association", "institution", "employers"}
        assert entry.get("party", "pi") in keys


def test_places_have_their_columns_and_tell_their_source() -> None:
    header = (DATA / "places.tsv").read_text(encoding="utf-8").split("\ncode\t")[0]
    assert all(line.startswith("#") for line in header.splitlines())
    assert "CC BY 4.0" in header
    assert "Haut-Commissariat au Plan" in header
    assert list(places()[0]) == PLACE_COLUMNS
    kinds = Counter(place["kind"] for place in places())
    assert kinds == {"region": 12, "province": 83, "cercle": 213, "commune": 1503, "arrondissement": 41}
    for place in places():
        assert ARABIC.fullmatch(place["ar"]), place
        assert place["fr"], place
        assert place["ambiguous"] in {"0", "1"}, place
        variants = place["variants"].split("|") if place["variants"] else []
        assert all(ARABIC.fullmatch(variant) for variant in variants), place
        assert repeated([place["ar"], *variants]) == [], place


def test_places_form_a_tree() -> None:
    parents = {place["code"]: place["parent"] for place in places()}
    assert len(parents) == len(places())
    for place in document("places_extra.yml")["places"]:
        assert place["code"] not in parents
        parents[place["code"]] = place.get("parent", "")
    for code in parents:
        trail = [code]
        while parents[trail[-1]]:
            trail.append(parents[trail[-1]])
            assert trail[-1] in parents, trail
            assert len(trail) < 8, trail
        assert re.fullmatch("[A-Z]{2}", trail[-1]), trail


def test_iso_codes_are_those_of_regions_and_provinces() -> None:
    coded = [place for place in places() if place["iso"]]
    assert {place["kind"] for place in coded} == {"region", "province"}
    assert len({place["iso"] for place in coded}) == len(coded) == 87
    assert {place["ar"]: place["iso"] for place in coded}["الشرق"] == "MA-02"


def test_extra_places_are_well_formed() -> None:
    extra = document("places_extra.yml")
    for place in extra["places"]:
        assert {"code", "kind", "ar", "fr"} <= set(place) <= set(PLACE_COLUMNS), place
        assert place["kind"] in {"district", "city", "country", "region"}
        assert (place["kind"] == "country") == ("parent" not in place), place
        assert place["kind"] != "country" or place["iso"] == place["code"]
        assert place.get("ambiguous", 1) == 1
        assert all(ARABIC.fullmatch(form) for form in (place["ar"], *place.get("variants", ()))), place
        assert repeated([place["ar"], *place.get("variants", ())]) == [], place
    census = {place["ar"] for place in places()}
    assert set(extra["variants"]) - census == set()
    assert {fold(word) for word in extra["ambiguous"]} - {fold(name) for name in census} == set()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("الرباط-سلا-القنيطرة", "الرباطسلاالقنيطرة"),
        ("مراكش-آسفي", "مراكشآسفي"),
        ("طنجة-تطوان-الحسيمة", "طنجة – تطوانالحسيمة"),
        ("فاس-مكناس", "فاس مكناس"),
        ("الناضور", "الناظور"),
    ],
)
def test_places_have_the_spellings_of_the_press(name: str, form: str) -> None:
    assert all(form in place["variants"].split("|") for place in places() if place["ar"] == name)


@pytest.mark.parametrize("word", ["الجديدة", "صباح", "الدورة", "المدينة", "الشرق"])
def test_places_that_are_words_are_marked(word: str) -> None:
    assert {place["ambiguous"] for place in places() if place["ar"] == word} == {"1"}


@pytest.mark.parametrize("word", ["الخميسات", "الرباط", "فاس", "تطوان", "مراكش", "تمارة", "سيدي قاسم"])
def test_plain_towns_are_not_marked(word: str) -> None:
    assert {place["ambiguous"] for place in places() if place["ar"] == word} == {"0"}


@pytest.mark.parametrize("file", NAME_FILES)
def test_lists_of_names_are_clean(file: str) -> None:
    assert (DATA / file).read_text(encoding="utf-8").startswith("#")
    columns = 2 if file.startswith("given") else 1
    for line in lines(file):
        name, *gender = line.split("\t")
        assert ARABIC.fullmatch(name), line
        assert len(gender) == columns - 1, line
        assert set(gender) <= {"f", "m", "u"}, line
    assert repeated([line.split("\t")[0] for line in lines(file)]) == []


def test_made_lists_leave_out_what_is_written_by_hand() -> None:
    assert names("given_names.tsv") & names("given_names_extra.tsv") == set()
    assert names("family_names.txt") & names("family_names_extra.txt") == set()


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("محمد", "m"),
        ("فاطنة", "f"),
        ("لحسن", "m"),
        ("إيطو", "f"),
        ("حمزة", "m"),
        ("عبد الإله", "m"),
        ("لوبنا", "f"),
        ("صباح", "u"),
    ],
)
def test_given_names_have_their_gender(name: str, gender: str) -> None:
    found = {fold(line.split("\t")[0]): line.split("\t")[1] for file in NAME_FILES[:2] for line in lines(file)}
    assert found[fold(name)] == gender


def test_no_word_that_is_never_a_name_is_in_the_lists_of_names() -> None:
    never = [word for words in document("not_names.yml")["never"].values() for word in words]
    assert all(isinstance(word, str) and ARABIC.fullmatch(word) for word in never)
    assert repeated(never) == []
    assert len(never) > 3000
    listed = set().union(*map(names, NAME_FILES))
    assert {fold(word) for word in never} & listed == set()


def test_ambiguous_words_are_names_and_are_listed_once() -> None:
    document_ = document("not_names.yml")
    ambiguous = document_["ambiguous"]
    assert repeated(ambiguous) == []
    never = {fold(word) for words in document_["never"].values() for word in words}
    folded = {fold(word) for word in ambiguous}
    assert folded & never == set()
    assert folded - set().union(*map(names, NAME_FILES)) == set()


@pytest.mark.parametrize(
    "word", ["أكد", "ترأس", "يشرف", "مشيرا", "الحزب", "رئيس", "الكاتب", "خلال", "الأحد", "شتنبر", "ثلاثة", "نجله"]
)
def test_words_beside_names_are_never_names(word: str) -> None:
    assert fold(word) in {fold(word) for words in document("not_names.yml")["never"].values() for word in words}


@pytest.mark.parametrize("word", ["أشرف", "أمين", "سعيد", "شباط", "العلمي", "صادق", "يتيم"])
def test_words_that_are_names_too_are_ambiguous(word: str) -> None:
    assert fold(word) in {fold(word) for word in document("not_names.yml")["ambiguous"]}


@pytest.mark.parametrize("file", [*NAME_FILES, *OTHER_FILES])
def test_files_are_tidy(file: str) -> None:
    text = (DATA / file).read_bytes().decode("utf-8")
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert re.search(r"[^\n]\n\Z", text)
    if not file.endswith(".tsv"):
        assert "\t" not in text
    assert not re.search(r"[ \t]+$", re.sub(r"\t+$", "", text, flags=re.M), flags=re.M)
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]", text)
