"""Asking what a build holds: ``query``, ``explain``."""

from __future__ import annotations

from typing import get_args

import click

from graph_builder.query.explain import explain as explain_name
from graph_builder.query.explain import text as as_text
from graph_builder.query.run import Form
from graph_builder.query.run import query as ask


@click.command()
@click.argument("out")
@click.argument("sparql")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form)),
    default="table",
    show_default=True,
    help="table: to look at, long cells cut; csv, json: whole, of SELECT and ASK; turtle: of CONSTRUCT, DESCRIBE.",
)
def query(out: str, sparql: str, form: Form) -> None:
    """Ask the graph in the folder OUT a question in SPARQL; - reads the question from the standard input.

    The prefixes of the ontology and of the vocabularies it reuses are declared already. The default graph holds every
    statement; GRAPH ?article { ... } tells which article claims it. Nothing can be changed, nothing is fetched.

    \b
    Example:
      graph-builder query out 'SELECT ?name { ?person a foaf:Person ; skos:prefLabel ?name }' --format csv
    """
    question = click.open_file("-", encoding="utf-8").read() if sparql == "-" else sparql
    click.echo(ask(out, question, form), nl=False)


@click.command()
@click.argument("out")
@click.argument("name")
def explain(out: str, name: str) -> None:
    """Tell every fact about a person, a body or another thing in the graph of OUT, with the sentence that states it.

    NAME may be spelt with or without hamza, article, spaces; where it denotes several things, they are listed with ids.

    \b
    Example:
      graph-builder explain out 'NAME'
    """
    click.echo(as_text(explain_name(out, name)), nl=False)
