"""Whether anything that the package needs at run time has a known vulnerability: ``make audit``.

pip-audit asks the index's service for each distribution. Where it is not reachable, that is said and is no failure: the
build must not depend on a network.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.installed import needed

PATIENCE = 120


def main() -> int:
    """Audit; return 1 if there is a known vulnerability."""
    wanted = "".join(f"{one.metadata['Name']}=={one.version}\n" for one in needed())
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "requirements.txt")
        listed.write_text(wanted, "utf-8")
        options = ["--requirement", str(listed), "--no-deps", "--disable-pip", "--format", "json", "--timeout", "5"]
        command = [sys.executable, "-m", "pip_audit", *options, "--progress-spinner", "off"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)  # noqa: S603
        except subprocess.TimeoutExpired:
            return _unreachable(f"no answer in {PATIENCE} s")
    try:
        told = json.loads(done.stdout)["dependencies"]
    except ValueError:
        return _unreachable(done.stderr.strip().rpartition("\n")[2])
    asked = [one for one in told if "skip_reason" not in one]
    if not asked:
        return _unreachable("the index knows none of them")
    bad = [(one["name"], one["version"], found["id"]) for one in asked for found in one["vulns"]]
    print(f"audit: {len(asked)} of {len(told)} distributions checked, {len(bad)} known vulnerabilities")
    for name, version, vulnerability in bad:
        print(f"audit: {name} {version}: {vulnerability}")
    return int(bool(bad))


def _unreachable(why: str) -> int:
    print(f"audit: not checked, the service of vulnerabilities is not reachable ({why})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
