"""What Spark's Python workers run: a function of ours, in a process that has the words of the driver's lexicon."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph_builder.lexicon.loader import addition, adopt

if TYPE_CHECKING:
    from pyarrow import RecordBatch

ROWS = 100
"""Rows of articles that are handed back at a time: enough to cost nothing, few enough to hold."""
ARROW = {"int": "int32", "bigint": "int64", "boolean": "bool"}
"""Types that Arrow calls otherwise than Spark."""


class OnWorkers:
    """A function from rows to rows, for ``DataFrame.mapInArrow``.

    It travels as bytes within bytes: unpickling it imports what compiles the lexicon, which must be adopted before.
    """

    def __init__(self, work: Callable[..., Iterator[tuple[Any, ...]]], schema: str, *given: object) -> None:
        """Apply ``work`` to an iterator of rows (tuples); ``given``: its other arguments, ``schema``: of its rows."""
        self._addition = addition()
        self._work = pickle.dumps(partial(work, *given))
        self.schema = schema
        self._columns = dict(column.split() for column in schema.split(", "))

    def __call__(self, batches: Iterator[RecordBatch]) -> Iterator[RecordBatch]:
        """Yield what comes of batches."""
        import pyarrow as pa  # noqa: PLC0415  # an extra

        adopt(self._addition)
        work = pickle.loads(self._work)  # noqa: S301  # made by the driver of this very build
        made = work(_rows(batches))
        kinds = [pa.type_for_alias(ARROW.get(kind, kind)) for kind in self._columns.values()]
        while rows := list(islice(made, ROWS)):
            columns = [pa.array(column, kind) for column, kind in zip(zip(*rows, strict=True), kinds, strict=True)]
            yield pa.RecordBatch.from_arrays(columns, names=list(self._columns))


def _rows(batches: Iterable[RecordBatch]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of batches; the values of one at a time are in memory."""
    for batch in batches:
        for row in zip(*batch.columns, strict=True):
            yield tuple(value.as_py() for value in row)
