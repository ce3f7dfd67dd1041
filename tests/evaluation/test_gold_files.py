"""Gold files that are not as they must be: the error names the file and the entry."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph_builder.errors import GoldError
from graph_builder.evaluation.gold import REQUIRED, parsed, read_gold


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('{"people": [', "is not JSON in UTF-8"),
        ("\udcff", "is not JSON in UTF-8"),
        ("[]", "a gold file holds one object"),
        ('{"people": {"x": 1}}', "people is no list"),
        ('{"people": ["x", 1]}', "people, entry 2: a name is expected"),
        ('{"posts": ["x"]}', "posts, entry 1: an object is expected"),
        ('{"posts": [{"person": "x"}]}', "posts, entry 1: role is missing"),
        (
            '{"posts": [{"person": "x", "role": "y", "place": {}}]}',
            "posts, entry 1: place is neither text nor a number",
        ),
        ('{"units": [{"unit": null}]}', "units, entry 1: unit is missing"),
        ('{"events_optional": [{"kind": "rally"}]}', "events_optional, entry 1: label is missing"),
        (
            '{"participations": [{"person": "x", "event": 0, "capacity": "chair"}]}',
            "participations, entry 1: event 0 is no index into events, which are 0",
        ),
        (
            '{"events": [{"kind": "", "label": ""}], "participations": [{"event": 0, "capacity": "", "accept": ""}]}',
            "participations, entry 1: accept is no list of capacities",
        ),
        ('{"aliases": {"x": "y"}}', "aliases is no object of names and lists"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(GoldError) as error:
        read_gold(tmp_path)
    assert error.value.problem.startswith(str(path))
    assert problem in error.value.problem
    assert error.value.exit_code == 1


def test_the_gold_of_the_documentation_is_as_it_must_be() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "evaluate.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    gold = parsed("taza", json.loads(example))
    assert [(table, len(facts)) for table, facts in gold.required.items()] == [(table, 1) for table in REQUIRED]
    assert gold.required["participations"][0].accept == {"chair", "speaker"}
    assert gold.aliases == {"سعاد الوزاني": ("الوزاني",)}


def test_a_folder_without_gold(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(GoldError, match="no gold file"):
            read_gold(folder)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(GoldError, match=r"a\.json cannot be read: Is a directory"):
        read_gold(tmp_path)


def test_null_is_not_stated_and_values_are_as_in_the_tables(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(
        '{"posts": [{"person": "x", "role": "y", "place": null, "public": true}],'
        ' "figures": [{"value": 3, "what": "votes"}], "events": [{"kind": "rally", "label": "z",'
        ' "covers": ["s", "t"]}], "plans": 1}',
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    empty, gold = read_gold(tmp_path)
    assert (empty.article, empty.text, gold.article, gold.text) == ("a", None, "b", "نص")
    assert gold.required["posts"][0].says == {"person": "x", "role": "y", "place": "", "public": "true"}
    assert gold.required["figures"][0].says == {"value": "3", "what": "votes"}
    assert gold.required["events"][0].says["covers"] == "s|t"
    assert "units" not in gold.required
    assert gold.optional["units"] == ()
