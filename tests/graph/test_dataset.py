"""The dataset: what each graph holds, and that it depends on nothing but the articles."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Quad, Store

from graph_builder import __version__
from graph_builder.errors import InputError
from graph_builder.export.tables import COLUMNS
from graph_builder.graph.dataset import DEFAULT_BASE, merged, quads
from graph_builder.graph.description import FILES, MEDIA_TYPES, TABLES
from graph_builder.graph.iris import SCHEMES
from graph_builder.graph.terms import OA, RDF
from graph_builder.model import BodyFact, Fact, PersonFact, PostFact, World
from graph_builder.query.grid import shown
from graph_builder.query.store import in_both, namespaces
from tests.worlds import (
    HOSTILE_BODY,
    HOSTILE_NAME,
    HOSTILE_TEXT,
    branch,
    hostile,
    retold,
    small_world,
    training,
    world_of,
)

ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def store() -> Store:
    return loaded(quads(small_world()))


def loaded(found: list[Quad]) -> Store:
    store = Store()
    store.extend(in_both(found))
    return store


def kept(found: list[Quad]) -> set[Quad]:
    store = Store()
    store.extend(found)
    return set(store)


def ask(store: Store, names: str, pattern: str) -> set[tuple[str, ...]]:
    """What a pattern finds for some variables, as a person reads it."""
    spaces = namespaces(store)
    found = store.query(f"SELECT {names} {{ {pattern} }}", prefixes=spaces)
    return {tuple(shown(row[name[1:]], spaces) for name in names.split()) for row in found}  # type: ignore[union-attr]


def shuffled(world: World, seed: int) -> World:
    order = random.Random(seed)
    readings, entities, of = list(world.readings), list(world.entities), list(world.of.items())
    for items in (readings, entities, of):
        order.shuffle(items)
    return World(tuple(readings), tuple(entities), dict(of))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_articles_does_not_matter(seed: int) -> None:
    assert quads(shuffled(small_world(), seed)) == quads(small_world())


def test_no_node_is_blank_and_every_subject_has_a_class() -> None:
    found = quads(small_world())
    assert not any(isinstance(node, BlankNode) for quad in found for node in (quad.subject, quad.object))
    assert {quad.subject for quad in found} == {quad.subject for quad in found if quad.predicate == RDF.type}


def test_every_literal_is_in_the_form_that_the_store_keeps() -> None:
    found = quads(small_world())
    assert kept(found) == set(found)
    assert len(set(found)) == len(found)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANYTHING, min_size=3, max_size=3, unique=True))
def test_any_name_makes_a_graph(names: list[str]) -> None:
    def renamed(fact: Fact) -> Fact:
        if isinstance(fact, PersonFact):
            return replace(fact, name=names[0])
        if isinstance(fact, PostFact):
            return replace(fact, role=names[1], since=names[2])
        return replace(fact, name=names[2]) if isinstance(fact, BodyFact) else fact

    reading = retold(hostile(), names[1], renamed)
    article = replace(reading.article, source=names[2], url=names[0], published=names[1])
    found = quads(world_of([replace(reading, article=article), branch()]))
    assert kept(found) == set(found)
    assert {quad.subject for quad in found} == {quad.subject for quad in found if quad.predicate == RDF.type}


def test_retracting_an_article_takes_its_graph_and_leaves_the_others() -> None:
    def claims(world: World) -> dict[str, set[Quad]]:
        graphs: dict[str, set[Quad]] = {}
        for quad in quads(world):
            graphs.setdefault(str(quad.graph_name), set()).add(quad)
        return {graph: told for graph, told in graphs.items() if "/claims/" in graph}

    every, fewer = claims(small_world()), claims(world_of([branch(), hostile()]))
    assert (len(every), len(fewer)) == (3, 2)
    assert fewer == {graph: told for graph, told in every.items() if graph in fewer}


def test_which_article_says_so_in_which_words(store: Store) -> None:
    said = branch().facts[0].evidence.quote
    karima = "?m org:member/foaf:name 'كريمة الزناتي'@ar"
    asked = f"{karima} ; po:quote ?words ; prov:hadPrimarySource/dcterms:identifier ?article"
    assert ask(store, "?article ?words", asked) == {("001_branch", said)}
    asked = f"GRAPH ?g {{ ?m a org:Membership }} {karima} . ?g dcterms:source/dcterms:title ?title"
    assert ask(store, "?title", asked) == {("فرع تمارة يجدد مكتبه",)}


def test_evidence_is_annotated_with_words_and_position(store: Store) -> None:
    texts = {reading.article.id: reading.article.text for reading in small_world().readings}
    asked = """?claim po:quote ?quote ; prov:hadPrimarySource/dcterms:identifier ?article .
        ?annotation oa:hasBody ?claim ; oa:hasTarget ?passage . ?passage oa:hasSource/dcterms:identifier ?article ;
        oa:hasSelector/oa:exact ?exact ; oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end"""
    found = ask(store, "?claim ?article ?quote ?exact ?start ?end", asked)
    assert {row[:1] for row in found} == ask(store, "?claim", "?claim po:rule ?rule")
    for _, article, quote, exact, start, end in found:
        assert texts[article][int(start) : int(end)] == exact == quote


def test_a_post_is_a_membership_with_role_post_party_place_and_dates(store: Store) -> None:
    asked = """?m org:member/foaf:name "كريمة الزناتي"@ar ; org:role ?role ; po:status ?status ; po:roleName ?name ;
        org:organization/skos:prefLabel ?body ; po:post/org:postIn/skos:prefLabel ?body ; po:party ?party ;
        po:place ?place ; schema:startDate ?since ; org:memberDuring/time:hasBeginning/time:inXSDDate ?since ;
        po:attestedOn ?attested ; po:public ?public"""
    assert ask(store, "?role ?name ?body ?party ?place ?status ?since ?attested ?public", asked) == {
        ("role:general_secretary", "كاتبة عامة", "المكتب المحلي", "party:pps", "place:04-501-01-07", "status:elected",
         "2019-05-05", "2019-05-12", "false")
    }  # fmt: skip


def test_a_role_that_the_lexicon_has_not_is_a_role_of_that_phrase(store: Store) -> None:
    asked = (
        "?m po:roleName ?name ; org:role ?role . FILTER(REGEX(STR(?role), '/[0-9a-f]{16}$')) ?role skos:prefLabel ?name"
    )
    phrases = {"نائب الكاتب العام", "مستشار جماعي", "رئيس الجماعة", "\t@role"}
    assert ask(store, "?name", asked) == {(phrase,) for phrase in phrases}


def test_former_candidate_and_public_posts_are_told_apart(store: Store) -> None:
    asked = """?m org:member/foaf:name 'يوسف المنصوري'@ar ; po:status ?status ; po:public ?public
        OPTIONAL { ?m po:party ?party } OPTIONAL { ?m schema:endDate ?until }"""
    assert ask(store, "?status ?public ?party ?until", asked) == {
        ("status:former", "false", "party:pps", "2019"),
        ("status:current", "true", "", ""),
        ("status:candidate", "true", "", ""),
    }


def test_holders_before_and_after_fill_one_post(store: Store) -> None:
    asked = "?m org:member/foaf:name ?who ; po:post ?post . ?post org:role role:general_secretary"
    assert ask(store, "?who", asked) == {("كريمة الزناتي",), ("يوسف المنصوري",)}
    assert len(ask(store, "?post", asked)) == 1


def test_bodies_have_class_level_party_and_parent(store: Store) -> None:
    asked = """?b po:level ?level ; skos:prefLabel ?name ; a ?class FILTER(?class != org:Organization)
        OPTIONAL { ?b org:unitOf ?of } OPTIONAL { ?b po:affiliatedWith ?beside }
        OPTIONAL { ?b org:subOrganizationOf/skos:prefLabel ?under }"""
    assert ask(store, "?name ?class ?level ?of ?beside ?under", asked) >= {
        ("المكتب المحلي", "po:Organ", "level:local", "party:pps", "", "فرع تمارة"),
        ("اللجنة المركزية", "po:Organ", "level:national", "party:pps", "", ""),
        ("شبيبة الحزب", "po:ParallelOrganization", "level:parallel", "", "party:pps", ""),
    }
    assert ask(store, "?class", "?b skos:prefLabel 'جمعية الحي'@ar ; a ?class") == {("org:Organization",)}


def test_an_event_has_class_dates_places_and_status_and_an_unknown_date_stays_absent(store: Store) -> None:
    asked = """?e skos:prefLabel ?name ; a ?class ; po:eventStatus ?status FILTER(?class != po:Event)
        OPTIONAL { ?e schema:location ?place }
        OPTIONAL { ?e schema:startDate ?from } OPTIONAL { ?e schema:endDate ?to }"""
    assert ask(store, "?name ?class ?status ?place ?from ?to", asked) == {
        ("جمع عام", "po:GeneralAssembly", "eventstatus:held", "place:04-501-01-07", "2019-05-05", ""),
        ("دورة اللجنة المركزية", "po:Meeting", "eventstatus:held", "", "2019-02", ""),
        ("دورة تكوينية", "po:Training", "eventstatus:announced", "place:04-421", "", ""),
        ("قافلة", "po:Campaign", "eventstatus:postponed", "", "2019-06-01", "2019-06-20"),
    }
    covered = "?e skos:prefLabel 'دورة تكوينية'@ar ; po:covers/skos:prefLabel ?place FILTER(LANG(?place) = 'fr')"
    assert ask(store, "?place", covered) == {("Marrakech-Safi",), ("Souss-Massa",)}


def test_people_and_groups_take_part_speak_and_owe(store: Store) -> None:
    asked = "?c ?how ?who . ?who skos:prefLabel ?name ; a ?class VALUES ?how { po:participant po:speaker po:obliged }"
    assert ask(store, "?how ?name ?class", asked) == {
        ("po:participant", "كريمة الزناتي", "foaf:Person"),
        ("po:participant", "سمير الوالي", "foaf:Person"),
        ("po:participant", "الكتاب الإقليميون", "foaf:Group"),
        ("po:participant", HOSTILE_NAME, "foaf:Person"),
        ("po:speaker", "سمير الوالي", "foaf:Person"),
        ("po:speaker", "المتدخلون", "foaf:Group"),
        ("po:obliged", "الفروع", "foaf:Group"),
    }


def test_figures_count_something_of_something(store: Store) -> None:
    asked = """?f schema:value ?n ; po:quantity ?what ; po:exact ?exact ; po:subjectName ?said
        OPTIONAL { ?f schema:observationAbout/skos:prefLabel ?of } OPTIONAL { ?f po:subgroup ?who ; po:phase ?when }"""
    assert ask(store, "?n ?what ?exact ?said ?of ?who ?when", asked) == {
        ("120", "quantity:members", "true", "فرع تمارة", "فرع تمارة", "", ""),
        ("30", "quantity:members", "false", "فرع تمارة", "فرع تمارة", "طلبة", "اليوم"),
        ("3", "quantity:other", "true", "برنامج اليوم", "", "", ""),
    }


def test_plans_steps_and_deadlines(store: Store) -> None:
    asked = "?p a po:Programme ; skos:prefLabel ?name ; po:adoptedBy/skos:prefLabel ?who ; po:adoptedOn ?when"
    assert ask(store, "?name ?who ?when", asked) == {("جذور", "اللجنة المركزية", "2019-02")}
    asked = """?s p-plan:isPrecededBy/schema:text ?before ; schema:text ?then ; schema:position 2 ;
        p-plan:isStepOfPlan/po:body/skos:prefLabel ?who"""
    assert ask(store, "?before ?then ?who", asked) == {("طلب مكتوب", "لقاء مع المكتب", "فرع تمارة")}
    asked = "?o po:task ?task ; po:due ?due ; po:dueText ?said FILTER(DATATYPE(?due) = edtf:EDTF)"
    assert ("عقد المؤتمرات", "XXXX-06-30", "قبل نهاية يونيو") in ask(store, "?task ?due ?said", asked)


def test_an_entity_says_which_mentions_it_was_merged_from_and_why(store: Store) -> None:
    samir = "?p foaf:name 'سمير الوالي'@ar"
    asked = f"""{samir} . ?j po:concerns ?p ; prov:wasDerivedFrom ?m ; po:reason ?why .
        ?m po:denotes ?p ; po:spelling ?as ; prov:hadPrimarySource/dcterms:identifier ?in
        FILTER(STRSTARTS(?why, ?as))"""
    assert ask(store, "?in ?as", asked) == {("001_branch", "الوالي"), ("002_training", "سمير الوالى")}
    assert ask(store, "?also", f"{samir} ; skos:altLabel ?also") == {("الوالي",), ("سمير الوالى",)}


def test_gender_is_stated_of_a_person_only_where_the_grammar_of_all_articles_agrees() -> None:
    def changed(fact: Fact) -> Fact:
        return replace(fact, gender="male") if isinstance(fact, PersonFact) else fact

    store = loaded(quads(world_of([branch(), retold(branch(), "x", changed)])))
    assert ask(store, "?name ?said", "?p foaf:name ?name ; po:grammaticalGender ?said") == {
        ("سمير الوالي", "male"),
        ("كريمة الزناتي", "female"),
        ("كريمة الزناتي", "male"),
    }
    assert ask(store, "?name ?agreed", "?p foaf:name ?name ; foaf:gender ?agreed") == {("سمير الوالي", "male")}


def test_places_parties_and_roles_come_with_their_names_and_surroundings(store: Store) -> None:
    asked = "place:04-501-01-07 schema:containedInPlace+/skos:prefLabel ?name FILTER(LANG(?name) = 'fr')"
    assert ask(store, "?name", asked) == {("Skhirate-Témara",), ("Rabat-Salé-Kénitra",), ("Maroc",)}
    assert ("Party of Progress and Socialism",) in ask(store, "?name", "party:pps skos:prefLabel ?name")
    assert ask(store, "?wider", "role:general_secretary skos:broader ?wider") == {("role:secretary",)}
    assert ask(store, "?name", "?place skos:hiddenLabel ?name") == set()


def test_all_regions_of_a_country_come_with_a_place_in_it(store: Store) -> None:
    asked = "?region po:areaKind 'region' ; schema:containedInPlace place:MA ; po:isoCode ?code"
    assert ask(store, "?code", asked) == {(f"MA-{number:02}",) for number in range(1, 13)}


def test_concepts_that_occur_come_with_their_names_and_schemes(store: Store) -> None:
    named = "?level skos:inScheme scheme:level ; skos:prefLabel ?name FILTER(LANG(?name) = 'fr')"
    assert ask(store, "?name", named) == {("local",), ("national",), ("parallèle",), ("autre",)}
    scheme = "status:elected skos:inScheme/skos:prefLabel ?name FILTER(LANG(?name) = 'en')"
    assert ask(store, "?name", scheme) == {("statuses of memberships",)}


def test_hostile_names_stay_words(store: Store) -> None:
    assert ask(store, "?name", "?p foaf:name ?name") >= {(HOSTILE_NAME,), ("x|y",), ("+212",)}
    assert (HOSTILE_BODY,) in ask(store, "?name", "?b a org:Organization ; skos:prefLabel ?name")
    assert (HOSTILE_TEXT.split("\n")[0],) in ask(store, "?title", "?a dcterms:title ?title")
    assert ask(store, "?p", "<http://evil.example/s> ?p ?o") == set()
    assert ask(store, "?url", "?a schema:url ?url") == {("https://example.org/1",)}


def test_the_description_counts_each_graph(store: Store) -> None:
    sizes = ask(store, "?g ?n", "?d a dcat:Dataset ; void:subset ?g . ?g void:triples ?n")
    assert len(sizes) == 5
    for graph, size in sizes:
        counted = f"{{ SELECT (COUNT(*) AS ?n) {{ GRAPH {graph} {{ ?s ?p ?o }} }} }}"
        assert ask(store, "?n", counted) == {(size,)}
    assert len(ask(store, "?title", "?d a dcat:Dataset ; dcterms:title ?title")) == 3


def test_the_description_counts_classes_and_properties_of_all_graphs_but_itself(store: Store) -> None:
    every = {quad.triple for quad in quads(small_world()) if not str(quad.graph_name).endswith("/description>")}
    asked = "?d a dcat:Dataset ; void:triples ?n ; void:distinctSubjects ?s"
    assert ask(store, "?n ?s", asked) == {(str(len(every)), str(len({triple.subject for triple in every})))}
    classes = ask(
        store, "?class ?n", "?d a dcat:Dataset ; void:classPartition ?p . ?p void:class ?class ; void:entities ?n"
    )
    assert {("foaf:Person", "6"), ("po:Training", "1"), ("schema:NewsArticle", "3"), ("org:Membership", "8")} <= classes
    assert sum(int(number) for _, number in classes) == sum(triple.predicate == RDF.type for triple in every)
    properties = "?d a dcat:Dataset ; void:propertyPartition ?p . ?p void:property ?property ; void:triples ?n"
    assert sum(int(number) for _, number in ask(store, "?property ?n", properties)) == len(every)


def test_the_description_says_when_where_and_with_what(store: Store) -> None:
    period = "?d a dcat:Dataset ; dcterms:temporal ?t . ?t dcat:startDate ?first ; dcat:endDate ?last"
    assert ask(store, "?first ?last", period) == {("2019-05-12", "2019-05-12")}
    assert ask(store, "?place", "?d a dcat:Dataset ; dcterms:spatial ?place") == {("place:MA",)}
    assert ask(store, "?base", "?d a dcat:Dataset ; void:uriSpace ?base") == {(DEFAULT_BASE,)}
    agent = "?d a dcat:Dataset ; prov:wasAttributedTo ?a . ?a skos:prefLabel ?name ; schema:softwareVersion ?version"
    assert ask(store, "?name ?version", agent) == {("graph-builder", __version__)}
    vocabularies = {name for (name,) in ask(store, "?v", "?d a dcat:Dataset ; void:vocabulary ?v")}
    assert "<https://w3id.org/party-structure/ontology>" in vocabularies
    assert {"org:", "oa:", "prov:", "skos:"} <= vocabularies
    assert not {"dcat:", "void:"} & vocabularies


def test_the_description_lists_the_files(store: Store) -> None:
    typed = (
        "?d a dcat:Dataset ; dcat:distribution ?f . ?f dcterms:identifier ?name OPTIONAL { ?f dcat:mediaType ?type }"
    )
    assert {name for name, _ in ask(store, "?name ?type", typed)} == set(FILES)
    assert ("graph.trig", f"<{MEDIA_TYPES}application/trig>") in ask(store, "?name ?type", typed)
    assert set(TABLES) == set(COLUMNS)


def test_what_nobody_states_is_not_in_the_description() -> None:
    described = {quad.predicate for quad in quads(small_world()) if str(quad.graph_name).endswith("/description>")}
    assert not {str(predicate) for predicate in described} & {
        f"<http://purl.org/dc/terms/{name}>"
        for name in ("license", "rights", "publisher", "issued", "modified", "created")
    }


def test_the_merged_graph_keeps_everything_but_annotations() -> None:
    found = quads(small_world())
    one = merged(found)
    assert one == merged(reversed(found))
    left_out = {quad.triple for quad in found} - {quad.triple for quad in one}
    assert {str(triple.predicate) for triple in left_out if triple.predicate != RDF.type} == {
        str(p) for p in (OA.hasBody, OA.hasTarget, OA.hasSource, OA.hasSelector, OA.exact, OA.start, OA.end)
    }
    assert {quad.triple for quad in one} < {quad.triple for quad in found}


def test_ids_live_where_the_build_says_but_those_of_the_lexicon_stay() -> None:
    base = "http://example.org/data/"
    found = quads(small_world(), base)
    places = {q.subject.value for q in found if "/place/" in q.subject.value}  # type: ignore[union-attr]
    assert {place.startswith(DEFAULT_BASE) for place in places} == {True, False}
    subjects = {q.subject.value for q in found}  # type: ignore[union-attr]
    listed = ("place", "party", "role", "scheme", *SCHEMES)
    assert all(s.startswith((base, *(f"{DEFAULT_BASE}{kind}/" for kind in listed))) for s in subjects)
    assert len(found) == len(quads(small_world()))


@pytest.mark.parametrize(
    "base",
    ["", "data/", "http://example.org", "http://example.org/x", "http://a b/", "http://a/<>/", "urn:x:", "http://a/#/"],
)
def test_a_base_that_cannot_begin_iris_is_refused(base: str) -> None:
    with pytest.raises(InputError, match="cannot begin IRIs"):
        quads(small_world(), base)


def test_ids_do_not_depend_on_other_articles() -> None:
    alone = {quad for quad in quads(world_of([training()])) if "/claims/" in str(quad.graph_name)}
    assert alone <= set(quads(small_world()))
