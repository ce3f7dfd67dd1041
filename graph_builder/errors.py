"""Every error a user can meet, each with what to do about it. The command line prints them without a traceback."""

from __future__ import annotations


class GraphBuilderError(Exception):
    """A problem that the user can mend: ``problem`` says what is wrong and with what, ``remedy`` what to do."""

    exit_code = 1

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}. {remedy}")
        self.problem = problem
        self.remedy = remedy


class InputError(GraphBuilderError):
    """A file or record cannot be read as an article; the others are processed all the same."""


def fault_of_ours(error: BaseException) -> InputError:
    """Return what to tell of a file on which this program, or a library, fails: one must not stop a night's work."""
    problem = f"cannot be read, by a fault of this program ({type(error).__name__})"
    return InputError(problem, "report it with the file; leave the file out until then")


class GoldError(InputError):
    """A gold file cannot be read, or is not as it must be; then nothing is judged."""


class ConfigurationError(GraphBuilderError):
    """A lexicon, an extractor or a file of facts that the command names cannot be used; nothing was written."""

    exit_code = 2


class OutputError(GraphBuilderError):
    """The result cannot be written, or is not one of ours; what was there before stays as it was."""

    exit_code = 3


class QueryError(GraphBuilderError):
    """A SPARQL query is malformed, not allowed, or names nothing in the graph."""

    exit_code = 4


class WorkerError(GraphBuilderError):
    """A process that worked for this one was killed; what was there before stays as it was."""

    exit_code = 3


class ServerError(GraphBuilderError):
    """The server cannot listen where it was asked to, or another server cannot be reached or refuses."""

    exit_code = 5
