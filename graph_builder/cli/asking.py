"""Asking what a build holds: ``query``, ``ask``, ``explain``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

import click
from pyoxigraph import Store

from graph_builder.query.explain import explain as explain_name
from graph_builder.query.explain import text as as_text
from graph_builder.query.questions import Answer, Question, question, questions
from graph_builder.query.questions.asking import terms, told
from graph_builder.query.questions.catalogue import LANGUAGES
from graph_builder.query.remote import Remote, Server
from graph_builder.query.run import Form, query_remote
from graph_builder.query.run import query as run
from graph_builder.query.store import load

STORE = click.option(
    "--store", "address", metavar="URL", help="Ask a build on a server instead: where it answers SPARQL, without OUT."
)


@click.command()
@click.argument("out", required=False)
@click.argument("sparql", required=False)
@STORE
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Form)),
    default="table",
    show_default=True,
    help="table: to look at, long cells cut; csv, json: whole, of SELECT and ASK; turtle: of CONSTRUCT, DESCRIBE.",
)
def query(out: str | None, sparql: str | None, address: str | None, form: Form) -> None:
    """Ask the graph in the folder OUT a question in SPARQL; - reads the question from the standard input.

    The prefixes of the ontology and of the vocabularies it reuses are declared already. The default graph holds every
    statement; GRAPH ?article { ... } tells which article claims it. Nothing can be changed, nothing is fetched.

    \b
    Example:
      graph-builder query out 'SELECT ?name { ?person a foaf:Person ; skos:prefLabel ?name }' --format csv
    """
    where, asked = _where_and_what(out, sparql, address, "Name a folder and what to ask of it.")
    text = click.open_file("-", encoding="utf-8").read() if asked == "-" else asked
    click.echo(run(where, text, form) if address is None else query_remote(where, text, form), nl=False)


def _where_and_what(out: str | None, asked: str | None, address: str | None, wanted: str) -> tuple[str, str]:
    """Return the folder or the address, and what is asked of it; ``wanted`` is told where either is missing."""
    if address is not None and asked is None:
        out, asked = address, out
    elif address is not None:
        raise click.UsageError("Name a folder or a --store, not both.")
    if out is None or asked is None:
        raise click.UsageError(wanted)
    return out, asked


@click.command()
@click.argument("out", required=False)
@click.argument("name", required=False)
@STORE
@click.option("--param", "params", metavar="K=V", multiple=True, help="What to ask about; may be repeated.")
@click.option("--list", "listed", is_flag=True, help="List all questions with their parameters.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "sparql"]),
    default="table",
    show_default=True,
    help="table: to look at, long cells cut; csv, json: whole, with the IRIs of things; sparql: the query itself.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="ar",
    show_default=True,
    help="Of titles, and of names that have it.",
)
def ask(
    out: str | None,
    name: str | None,
    address: str | None,
    params: tuple[str, ...],
    listed: bool,
    form: Literal["table", "csv", "json", "sparql"],
    lang: str,
) -> None:
    """Ask the graph in OUT a question that comes with the program, by its NAME.

    People, bodies and other things are named in any spelling, or by their id; dates may be years or months.

    \b
    Examples:
      graph-builder ask --list --lang en
      graph-builder ask out composition --param body=BODY --param at=2019-05
      graph-builder ask out offices --param person=PERSON --format csv
    """
    if listed:
        click.echo("".join(_entry(each, lang) for each in questions()), nl=False)
    else:
        where, what = _where_and_what(out, name, address, "Name a folder and a question, or ask for --list.")
        asked, values = question(what), dict(_pair(param) for param in params)
        if address is None:
            store = load(where)
            click.echo(_answered(asked, values, store, store.query, form, lang), nl=False)
        else:
            with Server(where) as server:
                remote = Remote(server)
                click.echo(_answered(asked, values, remote.names, remote.query, form, lang), nl=False)


def _answered(
    asked: Question,
    values: dict[str, str],
    names: Store,
    query: Callable[[str], object],
    form: Literal["table", "csv", "json", "sparql"],
    lang: str,
) -> str:
    """Return a question's answer: ``names`` is where names are looked up, ``query`` what answers SPARQL."""
    bound = asked.bound(terms(names, asked, values))
    return bound if form == "sparql" else _written(told(names, asked, query(bound), lang), form)


def _written(answer: Answer, form: Literal["table", "csv", "json"]) -> str:
    match form:
        case "csv":
            return answer.csv()
        case "json":
            return answer.json()
    return answer.table()


def _entry(listed: Question, language: str) -> str:
    about = [f"{each.name} ({each.type}{f', {each.default}' if each.default else ''})" for each in listed.parameters]
    return f"{listed.name}\n    {listed.titles[language]}\n    {'; '.join(about)}\n"


def _pair(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not equals:
        raise click.UsageError(f"--param wants NAME=VALUE, not {param!r}.")
    return name, value


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
