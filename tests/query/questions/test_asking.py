"""What a user says of a parameter: names in any spelling, ids, dates, numbers; and how an answer is written."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from graph_builder.errors import QueryError
from graph_builder.graph.dataset import quads
from graph_builder.graph.terms import LEVEL, XSD
from graph_builder.query.questions import Parameter, Question, ask, question
from graph_builder.query.questions.binding import TYPES, term
from graph_builder.query.questions.catalogue import read
from graph_builder.query.store import in_both
from tests.query.questions.world import question_world

PPS = NamedNode("https://w3id.org/party-structure/id/party/pps")
ECHO = """# title: {ar: a, fr: b, en: c}
# description: d.
# parameters: {word: text}
# columns: {said: what was said}
SELECT ?said {
  VALUES ?word { UNDEF }
  BIND(?word AS ?said)
}
"""


@pytest.fixture(scope="module")
def store() -> Store:
    loaded = Store()
    loaded.extend(in_both(quads(question_world())))
    return loaded


def told(store: Store, kind: str, said: str) -> NamedNode | Literal:
    return term(store, Parameter("x", kind, None), said)


@pytest.mark.parametrize(
    "said", ["حزب التقدم والاشتراكية", "التقدم و الاشتراكيه", "party:pps", PPS.value, f"<{PPS.value}>"]
)
@pytest.mark.parametrize("kind", ["party", "organisation", "thing"])
def test_a_thing_is_named_in_any_spelling_or_by_its_id(store: Store, kind: str, said: str) -> None:
    assert told(store, kind, said) == PPS


def test_a_role_is_named_in_any_of_its_forms(store: Store) -> None:
    secretary = NamedNode("https://w3id.org/party-structure/id/role/general_secretary")
    for said in ("كاتب عام", "كاتبة عامة", "secrétaire général", "role:general_secretary"):
        assert told(store, "role", said) == secretary


def test_other_values_are_taken_as_they_are_written(store: Store) -> None:
    assert told(store, "date", "2019-05") == Literal("2019-05")
    assert told(store, "number", "0.8") == Literal("0.8", datatype=XSD.decimal)
    assert told(store, "text", 'a" } DROP ALL {') == Literal('a" } DROP ALL {')
    assert told(store, "article", "a1") == Literal("a1")
    assert told(store, "level", "local") == LEVEL["local"]


@pytest.mark.parametrize(
    ("kind", "said", "problem"),
    [
        ("person", "حزب التقدم والاشتراكية", "The graph has no person 'حزب التقدم والاشتراكية'. "),
        ("person", "سمير الوالج", "Did you mean: سمير الوالي"),
        ("body", "فرع", "2 things are called 'فرع'. Ask for one of them by its id:\n  body:"),
        ("date", "5 ماي 2019", "x cannot be '5 ماي 2019'. Give a year, month or day"),
        ("number", "1e9", "x cannot be '1e9'. Give a number"),
        ("text", "", "x cannot be ''. Give some words"),
        ("article", "a9", "There is no article 'a9'. Give its id"),
        ("level", "وطني", "x cannot be 'وطني'. Give one of: local, national, other, parallel, provincial, regional."),
    ],
)
def test_what_is_not_understood_says_what_to_give(store: Store, kind: str, said: str, problem: str) -> None:
    with pytest.raises(QueryError) as error:
        told(store, kind, said)
    assert problem in str(error.value)


def test_every_type_is_tested() -> None:
    things = {"thing", "organisation", "person", "party", "body", "event", "plan", "place", "role"}
    concepts = {"level", "status", "capacity", "quantity", "eventstatus"}
    assert things | concepts | {"date", "number", "text", "article"} == TYPES


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_words_are_more_than_a_value(said: str) -> None:
    found = Store().query(read("echo", ECHO).bound({"word": Literal(said)}))
    assert isinstance(found, QuerySolutions)
    assert [solution["said"] for solution in found] == [Literal(said)]


def test_an_unknown_question_or_parameter_says_which_there_are(store: Store) -> None:
    with pytest.raises(QueryError, match=r"no question 'composition s'.*Did you mean: composition"):
        question("composition s")
    with pytest.raises(QueryError, match=r"no question 'x'.*--list"):
        question("x")
    with pytest.raises(QueryError, match=r"offices has no parameter 'who'. It has: person\."):
        ask(store, question("offices"), {"who": "x"})
    with pytest.raises(QueryError, match=r"has no parameter 'who'. It has none\."):
        ask(store, without_parameters(), {"who": "x"})


def without_parameters() -> Question:
    return read("nothing", "# title: {ar: a, fr: b, en: c}\n# description: d.\n# columns: {x: y}\nSELECT ?x { }\n")


def test_names_are_in_the_language_asked_for_where_they_have_it(store: Store) -> None:
    answer = ask(store, question("bodies"), {"party": "party:usfp"}, "fr")
    assert answer.texts() == [
        ("Union socialiste des forces populaires", "0", "الكتابة الإقليمية", "", "provincial", "Salé")
    ]


def test_csv_has_the_iris_of_things_beside_their_names(store: Store) -> None:
    text = ask(store, question("women-by-level"), {"party": "party:usfp"}).csv()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows == [
        ["of_party", "of_party_iri", "level", "level_iri", "people", "women", "men", "unknown", "percent"],
        ["الاتحاد الاشتراكي للقوات الشعبية", "https://w3id.org/party-structure/id/party/usfp", "إقليمي",
         "https://w3id.org/party-structure/id/level/provincial", "1", "0", "1", "0", "0"],
    ]  # fmt: skip


def test_json_tells_words_from_things_and_leaves_out_what_is_not_there(store: Store) -> None:
    answer = json.loads(ask(store, question("renewed"), {"party": "party:usfp"}).json())
    body = answer["rows"][0].pop("body")
    assert answer == {
        "question": "renewed",
        "columns": ["body", "of_party", "last"],
        "rows": [
            {
                "of_party": {
                    "text": "الاتحاد الاشتراكي للقوات الشعبية",
                    "iri": "https://w3id.org/party-structure/id/party/usfp",
                },
                "last": {"text": "2021-02-01"},
            }
        ],
    }
    assert body["text"] == "الكتابة الإقليمية"
    missing = json.loads(ask(store, question("not-renewed")).json())
    assert all(row.keys() == {"body", "of_party"} for row in missing["rows"])


def test_a_table_is_aligned_and_counted(store: Store) -> None:
    lines = ask(store, question("women-share"), {"body": "مكتب تمارة"}).table().split("\n")
    assert lines[0].split() == ["body", "people", "women", "men", "unknown", "percent"]
    assert lines[2:] == ["مكتب تمارة  4       1      2    1        33", "(1 row)", ""]
