"""What cannot all be right is listed, and what can is not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_builder import cli, pipeline
from graph_builder.chronology import Contradiction, contradictions
from graph_builder.model import EventFact, FigureFact, Reading, World
from graph_builder.resolution import resolve
from tests.chronology.careers import BUREAU, PARTY, RASHID, SAMIR, Told, bureau, held, named, told
from tests.memory.corpora import written

OTHER = "حزب الاستقلال"


def found(*readings: Reading) -> list[Contradiction]:
    return contradictions(resolve(readings))


def test_two_holders_of_one_seat_at_one_time() -> None:
    readings = [
        told("2016-01-02", bureau(), held(RASHID)),
        told("2016-06-01", bureau(), held(SAMIR)),
        told("2016-09-01", bureau(), held(RASHID)),
    ]
    (one,) = found(*readings)
    assert (one.kind, {thing.name for thing in one.about}) == ("two holders", {RASHID, SAMIR})
    assert one.problem == "both are كاتب عام of the same on 2016-06-01"
    assert [said.article for said in one.sentences] == ["a2016-01-02", "a2016-06-01", "a2016-09-01"]
    assert found(*readings[:2]) == []


def test_the_day_on_which_one_follows_the_other_is_none() -> None:
    assert found(told("2017-05-06", bureau(), held(RASHID)),
                 told("2017-05-07", bureau(), held(SAMIR, "elected", since="2017-05-06"))) == []  # fmt: skip


def test_a_person_in_two_parties() -> None:
    both = told(
        None, held(RASHID, role="member", body=None), held(RASHID, role="member", party=OTHER, body=None), name="a"
    )
    (one,) = found(both)
    assert (one.kind, one.about[0].name) == ("two parties", RASHID)
    assert {thing.name for thing in one.about[1:]} == {PARTY, OTHER}
    assert len(one.sentences) == 2


def event(date: str, number: str) -> Told:
    return lambda evidence: EventFact(
        number, "جمع عام", "general_assembly", date, "تمارة", (), PARTY, None, "held", evidence
    )


def test_dates_of_one_event_that_exclude_each_other() -> None:
    world = resolve([told("2017-05-08", event("2017-05-06", "e1"), event("2017-05", "e2"), event("2017-05-05", "e3"))])
    first = next(thing for thing in world.entities if thing.kind == "event")
    one_event = World(
        world.readings, world.entities,
        {claim: first if claim.kind == "event" else thing for claim, thing in world.of.items()},
    )  # fmt: skip
    (one,) = contradictions(one_event)
    assert (one.kind, one.problem) == ("dates", "dated 2017-05 and 2017-05-05 and 2017-05-06")
    assert len(one.sentences) == 3


def test_figures_that_do_not_add_up() -> None:
    def figure(value: int, group: str | None, rule: str) -> Told:
        return lambda evidence: FigureFact(
            value,
            "members",
            BUREAU,
            group,
            None,
            exact=True,
            evidence=replace(evidence, start=0, rule=f"figure.{rule}"),
        )

    (one,) = found(told(None, bureau(), figure(20, None, "count"), figure(30, "نساء", "part"), name="a"))
    assert (one.kind, one.problem) == ("figures", "parts exceed the whole: 20 members, 30")
    assert [thing.kind for thing in one.about] == ["body"]


@pytest.mark.parametrize(("other", "kinds"), [("رشيد العلاوي", ["spellings"]), ("رشيد العلوى", [])])
def test_spellings_that_folding_does_not_make_one(other: str, kinds: list[str]) -> None:
    world = resolve([told(None, named(RASHID), name="a"), told(None, named(other), name="b")])
    person = next(thing for thing in world.entities if thing.kind == "person")
    one_person = World(world.readings, world.entities, dict.fromkeys(world.of, person))
    assert [one.kind for one in contradictions(one_person)] == kinds


def test_the_command_lists_them_with_their_sentences(tmp_path: Path) -> None:
    head = "خبر عن مكتب الفرع المحلي\nنشر يوم 0{} - 06 - 2017\n\n"
    text = "انتخب {} كاتبا عاما للمكتب المحلي لحزب التقدم والاشتراكية بتمارة. وشكر الحاضرين."
    names = enumerate((RASHID, SAMIR, RASHID), 1)
    files = {f"{n}.txt": head.format(n) + text.format(name) for n, name in names}
    out = str(tmp_path / "out")
    pipeline.build([written(tmp_path / "in", files)], out)
    done = CliRunner().invoke(cli.main, ["check", out])
    assert done.exit_code == 5
    assert done.output.startswith("two holders: ")
    listed = json.loads(CliRunner().invoke(cli.main, ["check", out, "--format", "json"]).output)
    assert [one["kind"] for one in listed] == ["two holders"]
    assert {said["article"] for said in listed[0]["sentences"]} == {"1", "2", "3"}
    pipeline.build([written(tmp_path / "one", {"1.txt": files["1.txt"]})], out)
    done = CliRunner().invoke(cli.main, ["check", out])
    assert (done.exit_code, done.output) == (0, "Nothing in it contradicts itself.\n")
