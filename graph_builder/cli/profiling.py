"""``--profile``: where the time of a command goes, function by function."""

from __future__ import annotations

import cProfile
import marshal
from collections.abc import Iterator
from contextlib import contextmanager

import click

from graph_builder.output import write_file
from graph_builder.workers import cores

_PROFILED = "graph_builder.profiled"


@contextmanager
def _profiled(file: str) -> Iterator[None]:
    """Measure the block, and write what was measured, however it ends. That it can be written is tried before."""
    write_file(file, b"")
    profile = cProfile.Profile()
    profile.enable()
    try:
        yield
    finally:
        profile.create_stats()
        write_file(file, marshal.dumps(vars(profile)["stats"]))  # as dump_stats does, but whole or not at all


def _begin(context: click.Context, _: click.Parameter, file: str | None) -> None:
    if file is not None:
        context.meta[_PROFILED] = True
        context.with_resource(_profiled(file))


PROFILE = click.option(
    "--profile", metavar="FILE", is_eager=True, expose_value=False, callback=_begin,
    help="Write there how long each function took (python -m pstats FILE shows it). Implies --jobs 1.",
)  # fmt: skip


def _jobs(context: click.Context, _: click.Parameter, wanted: int) -> int:
    return 1 if context.meta.get(_PROFILED) else wanted


JOBS = click.option(
    "--jobs", metavar="N", type=click.IntRange(1), default=cores, show_default="all processor cores", callback=_jobs,
    help="How many processes read, where the articles are many. What is built is the same.",
)  # fmt: skip
