"""Requests of the SPARQL 1.1 Protocol, as far as an endpoint that is read only knows them (sections 2.1 and 2.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from urllib.parse import parse_qsl

from graph_builder.server.refusal import Refused

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
_MOST_PARAMETERS = 10_000


@dataclass(frozen=True, slots=True)
class Question:
    """A query and the dataset that the request names for it."""

    sparql: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str = ""
    """The form of the answer, if the request names one (``format=csv``); else the Accept header decides."""


def from_get(query_string: bytes) -> Question | None:
    """Return what a GET request asks; ``None`` if it asks nothing, which is to ask for the service's description.

    Raises:
        Refused: the request is not as the protocol has it, or is an update.
    """
    parameters = _parameters(query_string)
    return _question(parameters) if {name for name, _ in parameters} - {"lang", "format"} else None


def from_post(query_string: bytes, content_type: str, body: bytes) -> Question:
    """Return what a POST request asks, in either form of the protocol.

    Raises:
        Refused: the request is not as the protocol has it, or is an update.
    """
    header = Message()
    header["Content-Type"] = content_type or "none/none"
    media = header.get_content_type()
    if media == UPDATE:
        raise _read_only()
    if media not in (FORM, DIRECT):
        problem = f"A request of type {content_type or '(none)'} cannot be read"
        raise Refused(415, problem, f"Post {FORM} or {DIRECT}.", {"Accept-Post": f"{DIRECT}, {FORM}"})
    if (charset := header.get_content_charset("utf-8")) not in ("utf-8", "us-ascii"):
        raise Refused(415, f"A request in {charset} cannot be read", "Send it in UTF-8.")
    if media == FORM:
        return _question([*_parameters(query_string), *_parameters(body)])
    try:
        direct = body.decode("utf-8")
    except UnicodeDecodeError:
        raise _not_utf8() from None
    if any(name == "query" for name, _ in _parameters(query_string)):
        raise Refused(400, "The request has two queries", "Send one: in the body, or as query=.")
    return _question([*_parameters(query_string), ("query", direct)])


def _question(parameters: Iterable[tuple[str, str]]) -> Question:
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        given.setdefault(name, []).append(value)
    if "update" in given or any(name.startswith("using-") for name in given):
        raise _read_only()
    queries = given.get("query", [])
    if len(queries) != 1:
        problem = f"The request has {len(queries)} queries" if queries else "The request has no query"
        raise Refused(400, problem, "Send one query: as query=, or as the body of a POST.")
    return Question(
        queries[0],
        tuple(filter(None, given.get("default-graph-uri", []))),
        tuple(filter(None, given.get("named-graph-uri", []))),
        given.get("format", [""])[-1],
    )


def _parameters(encoded: bytes) -> list[tuple[str, str]]:
    try:
        text = encoded.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise _not_utf8() from None
    except ValueError:
        raise Refused(400, f"The request has more than {_MOST_PARAMETERS:,} parameters", "Send fewer.") from None


def _not_utf8() -> Refused:
    return Refused(400, "The request is not in UTF-8", "Send it in UTF-8, percent-encoded in addresses and forms.")


def _read_only() -> Refused:
    problem = "An update would change the graph, which is read only here"
    return Refused(403, problem, "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE; to change the graph, build it again.")
