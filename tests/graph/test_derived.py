"""What follows from claims has a graph of its own, and says from which."""

from __future__ import annotations

from pyoxigraph import Literal

from graph_builder.graph.dataset import quads
from graph_builder.graph.terms import EDTF, ORG, PO, PROV, RDF, SCHEMA, SKOS
from graph_builder.resolution import resolve
from tests.chronology.careers import RASHID, SAMIR, bureau, held, told


def test_who_followed_whom_is_told_apart_from_what_articles_claim() -> None:
    before = told("2016-01-02", bureau(), held(RASHID))
    after = told("2017-05-08", bureau(), held(SAMIR, "elected", since="2017-05-06"))
    dataset = quads(resolve([before, after]))
    derived = [quad for quad in dataset if str(quad.graph_name).endswith("graph/derived>")]
    said = {quad.predicate: quad.object for quad in derived if quad.predicate != PROV.wasDerivedFrom}
    assert said[SCHEMA.endDate] == Literal("2016-01-02/2017-05-06", datatype=EDTF.EDTF)
    labels = {(quad.subject, quad.object) for quad in dataset if quad.predicate == SKOS.prefLabel}
    assert (said[PO.predecessor], Literal(RASHID, language="ar")) in labels
    assert (said[PO.successor], Literal(SAMIR, language="ar")) in labels
    claims = {quad.object for quad in derived if quad.predicate == PROV.wasDerivedFrom}
    assert claims == {quad.subject for quad in dataset if (quad.predicate, quad.object) == (RDF.type, ORG.Membership)}
    ends = [quad for quad in dataset if quad.predicate == SCHEMA.endDate]
    assert len(ends) == 1
    assert not [quad for quad in quads(resolve([before])) if str(quad.graph_name).endswith("graph/derived>")]
