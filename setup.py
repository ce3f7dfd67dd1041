"""What reads articles compiled to C, where it is asked for (docs/how-to/compile.md). All else is in setup.cfg.

``GRAPH_BUILDER_COMPILED=1 pip install .`` compiles with mypyc; mypy is a build requirement then only. Without it, or
without a C compiler, the package is pure Python and gives the same facts.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from setuptools import setup
from setuptools.command.build_ext import build_ext
from setuptools.errors import CCompilerError, ExecError, PlatformError

ROOMS = ("arabic", "extraction", "lexicon")
ASKED = os.environ.get("GRAPH_BUILDER_COMPILED") == "1"
DESCRIBED = {"dist_info", "egg_info"} & set(sys.argv)
"""Only what the package is is asked, and what building it takes: nothing is to be compiled yet."""


def extensions() -> list[Any]:
    """Return what to compile; nothing while pip asks what that takes, before mypy is there."""
    try:
        from mypyc.build import mypycify  # noqa: PLC0415 (a build requirement where it is asked for)
    except ImportError:
        return []
    modules = [str(path) for room in ROOMS for path in sorted(Path("graph_builder", room).rglob("*.py"))]
    checked = [
        "--config-file=",
        "--ignore-missing-imports",
        "--follow-imports=silent",
        *modules,
    ]  # the linter is for the rest
    # One file for all of it takes a gigabyte and twice the time to compile; neither that nor "3" makes it faster.
    return list(mypycify(checked, opt_level="2", debug_level="0", multi_file=True))


class BuildIfPossible(build_ext):
    """Compiles, or says that it cannot and leaves the modules as they are."""

    def run(self) -> None:
        """Compile all, or nothing."""
        try:
            super().run()
        except (CCompilerError, ExecError, PlatformError) as error:
            for built in self.get_outputs():
                Path(built).unlink(missing_ok=True)
            self.extensions = []
            self.warn(f"it cannot be compiled, so the package stays pure Python: {error}")


setup(
    cmdclass={"build_ext": BuildIfPossible},
    ext_modules=extensions() if ASKED and not DESCRIBED else [],
    setup_requires=["mypy >= 1.15"] if ASKED else [],
)
