"""What a client is told when it gets no answer: a status of HTTP, what is wrong, what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from graph_builder.errors import GraphBuilderError


class Refused(GraphBuilderError):  # noqa: N818
    """A request that is answered with an error; nothing in it tells of the server's insides."""

    def __init__(self, status: int, problem: str, remedy: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem, remedy)
        self.status = status
        self.headers = dict(headers or {})


def busy() -> Refused:
    """Return that all workers are at work and enough questions wait."""
    return Refused(503, "The server is answering other questions", "Try again in a moment.", {"Retry-After": "2"})


def too_slow(seconds: float) -> Refused:
    """Return that a question took longer than it may."""
    return Refused(
        504,
        f"The question was not answered in {seconds:g} s and was stopped",
        "Ask for less: add LIMIT, join patterns by shared variables, give paths and REGEX a fixed start.",
    )


def too_large(what: str) -> Refused:
    """Return that an answer is larger than it may be (``what``: ``100,000 rows``)."""
    return Refused(
        422,
        f"The answer has more than {what}, and a part of it would be taken for the whole",
        "Ask for parts with ORDER BY, LIMIT and OFFSET, or count with COUNT.",
    )


def too_hungry(megabytes: int) -> Refused:
    """Return that a question's worker ended before its answer, as one does that is refused more memory."""
    return Refused(
        422,
        f"The question needs more memory than the {megabytes:,} MB it may use, and was stopped",
        "Ask for less: add LIMIT, leave out DISTINCT and ORDER BY, join patterns by shared variables.",
    )
