"""A session of Spark as builds want it: the one that ``spark-submit`` set up, or one of our own."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph_builder.errors import ConfigurationError, WorkerError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LOCAL = re.compile(r"local(?:\[(\*|\d+)\])?")
ATTEMPTS = 4
"""Times that a task is tried, as on a cluster; Spark's own local mode gives up at the first worker that is killed."""
OURS = {
    "spark.app.name": "graph-builder",
    "spark.sql.files.maxPartitionBytes": "32m",  # articles are read at about a megabyte a second and core
    "spark.sql.files.openCostInBytes": "64k",  # a file is an article, not a table
    "spark.sql.parquet.columnarReaderBatchSize": "64",  # a row may be an article's whole graph: 190 KB
    "spark.sql.session.timeZone": "UTC",  # the same dates on every machine
    "spark.ui.showConsoleProgress": "false",
}
"""What is set where ``spark-submit`` or ``spark-defaults.conf`` say nothing else."""
LOCAL = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
"""On one machine nothing listens to others."""


def session(master: str | None) -> SparkSession:
    """Return a session; ``master``: where it works, ``None`` for what ``spark-submit`` said.

    Raises:
        ConfigurationError: PySpark or Java are not there, or the cluster cannot be reached.
    """
    try:
        from py4j.protocol import Py4JError  # noqa: PLC0415  # an extra
        from pyspark import SparkConf  # noqa: PLC0415
        from pyspark.errors import PySparkException  # noqa: PLC0415
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError:
        remedy = "pip install 'party-graph-builder[spark]'"
        raise ConfigurationError("The Spark engine needs PySpark, which is not installed", remedy) from None
    local = _LOCAL.fullmatch(master or "")
    if local:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        master = f"local[{local[1] or 1},{ATTEMPTS}]"
    builder = SparkSession.builder.master(master) if master else SparkSession.builder
    try:
        said = SparkConf()
        for name, value in {**OURS, **(LOCAL if local else {})}.items():
            if not said.contains(name):
                builder = builder.config(name, value)
        spark = builder.getOrCreate()
    except (PySparkException, Py4JError) as error:
        remedy = "It needs Java 17 or newer (JAVA_HOME), and a master that can be reached (--master)."
        raise ConfigurationError(f"Spark does not start ({_first_line(error)})", remedy) from error
    spark.sparkContext.setLogLevel("ERROR")
    return spark


@contextmanager
def as_errors() -> Iterator[None]:
    """Tell as ``WorkerError`` that Spark gave up."""
    from py4j.protocol import Py4JError  # noqa: PLC0415  # an extra
    from pyspark.errors import PySparkException  # noqa: PLC0415

    try:
        yield
    except (PySparkException, Py4JError) as error:
        remedy = "Look at the log of the failed tasks; memory of executors is set by spark-submit."
        raise WorkerError(f"Spark gave up ({_first_line(error)})", remedy) from error


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
