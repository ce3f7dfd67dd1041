"""A session of Spark for all tests, or the reason why there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MASTER = "local[2]"


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """Spark on this machine; where PySpark or Java are not there the test is skipped, in CI it fails."""
    for what, there in {"PySpark": find_spec("pyspark"), "Java": shutil.which("java")}.items():
        if not there:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"there is no {what} on this machine")
    from graph_builder.spark.session import session

    # The tests end before Java would have gained by compiling well.
    os.environ["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    interpreted = ("codegen.wholeStage=false", "codegen.factoryMode=NO_CODEGEN")
    small = ("adaptive.enabled=false", "shuffle.partitions=2")
    options = " ".join(f"--conf spark.sql.{option}" for option in (*interpreted, *small))
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"{options} pyspark-shell"
    started = session(MASTER)
    yield started
    started.stop()
