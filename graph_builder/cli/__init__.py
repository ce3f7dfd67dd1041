"""The command line: parse, call one function, print. One module a group of commands."""

from __future__ import annotations

import click

from graph_builder import __version__
from graph_builder.cli.analysing import analyse
from graph_builder.cli.asking import ask, explain, query
from graph_builder.cli.building import build
from graph_builder.cli.checking import check
from graph_builder.cli.comparing import diff
from graph_builder.cli.exporting import export
from graph_builder.cli.forgetting import forget
from graph_builder.cli.growing import add, remove
from graph_builder.cli.judging import evaluate, schema
from graph_builder.cli.reviewing import review
from graph_builder.cli.serving import serve
from graph_builder.cli.showing import visualise
from graph_builder.cli.uploading import upload
from graph_builder.cli.watching import is_logged, show_failure
from graph_builder.errors import GraphBuilderError
from graph_builder.workers import collect_seldom

__all__ = ["main"]

EXIT_CODES = """\b
Exit codes:
  0    done
  1    some inputs could not be read, the rest was built; or there was none; or gold could not be read
  2    the command was not understood, or a lexicon, extractor or facts file that it names cannot be used
  3    OUT could not be written or read; what was there is as it was
  4    the query is wrong or not allowed, or names nothing in the graph
  5    the address cannot be listened at, or the other server not reached
  5    check found something to look at
  130  interrupted; what was there is as it was
"""


class Commands(click.Group):
    """Commands whose errors are a message and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; say what went wrong and what to do about it."""
        try:
            return super().invoke(ctx)
        except GraphBuilderError as error:
            show_failure(error.problem, error.remedy, error.exit_code)
            ctx.exit(error.exit_code)
        except click.UsageError as error:
            if not is_logged():
                raise
            show_failure(error.format_message(), "See graph-builder COMMAND --help.", error.exit_code)
            ctx.exit(error.exit_code)
        except RuntimeError as error:
            if not str(error).startswith("Corruption"):  # as the database says
                raise
            remedy = "Delete the folder store in it: graph.trig is read instead. Or build it again."
            show_failure("The database of the folder is damaged", remedy, 3)
            ctx.exit(3)
        except MemoryError:
            show_failure("Memory ran out", "Try --jobs 1, or fewer articles at a time. OUT is as it was.", 3)
            ctx.exit(3)
        except KeyboardInterrupt:
            show_failure("interrupted", "What was there before is as it was.", 130)
            ctx.exit(130)


@click.group(cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="graph-builder")
def main() -> None:
    """Read Arabic news about how parties are organised into one graph whose every fact shows its sentence."""
    collect_seldom()


for command in (
    build,
    add,
    remove,
    forget,
    visualise,
    query,
    ask,
    export,
    analyse,
    explain,
    check,
    evaluate,
    review,
    diff,
    schema,
    serve,
    upload,
):
    main.add_command(command)
