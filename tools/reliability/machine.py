"""Faults of disks, memory and processes, and mistakes of users, each at the real command."""

from __future__ import annotations

import io
import json
import os
import resource
import shutil
import signal
import subprocess
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from unittest import mock

from graph_builder.cli import main
from graph_builder.output import beside
from tools.reliability.faults import COMMAND, Bench, contents, run, told
from tools.reliability.inputs import NOBODY, ROOT
from tools.reliability.samples import TEXTS
from tools.reliability.tried import Tried, Verdict, attempt, bound_memory

Fault = Callable[[Bench], Verdict]
ROOM = (32, 128, 256, 512, 768, 1024, 1536, 2048)
"""Kilobytes that a full disk has left beside the old OUT."""
DATA = (1, 4, 16, 32, 64, 128)
"""Megabytes of memory that a build may use beyond what reading needs."""
FULL = ("faults of the machine", "disk full, at eight sizes")
MEMORY = ("faults of the machine", "memory runs out, at six sizes")
MANY = 160
"""Articles, so many that other processes read, too."""


def machine(b: Bench) -> Iterator[Tried]:
    """Try every fault."""
    for room in ROOM:
        yield _tried(*FULL, b, lambda b: _full(b, room))  # noqa: B023
    for data in DATA:
        yield _tried(*MEMORY, b, lambda b: _little_memory(b, data))  # noqa: B023
    for (family, name), fault in _OTHERS.items():
        yield _tried(family, name, b, fault)


def _tried(family: str, name: str, b: Bench, fault: Fault) -> Tried:
    b.renewed()
    outcome, said = attempt(lambda: fault(b), 600)
    return Tried(family, name, outcome, said)


def _build(b: Bench, *more: str | Path, **how: object) -> subprocess.CompletedProcess[str]:
    return run("build", b.home / "in", "-o", b.out, "--jobs", "1", *more, **how)


def _full(b: Bench, room: int) -> Verdict:
    disk = b.home / "disk"
    disk.mkdir(exist_ok=True)
    size = room + sum(-(-path.stat().st_size // 4096) * 4 + 4 for path in (b.home / "old").rglob("*"))
    mounted = _mount(disk, f"size={size}k")
    if mounted:
        return mounted
    try:
        shutil.copytree(b.home / "old", disk / "out")
        done = run("build", b.home / "in", "-o", disk / "out", "--jobs", "1")
        said = told(done, 3, "No space left", "Free some") if done.returncode else ""
        assert b.state(disk / "out") == ("old" if done.returncode else "new"), b.state(disk / "out")
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        told(run("build", b.home / "in", "-o", disk / "out", "--jobs", "1"), 0)
        assert b.state(disk / "out") == "new"
        assert os.listdir(disk) == ["out"], os.listdir(disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return ("refused", said) if said else ("processed", f"{room} KB are enough")


def _mount(disk: Path, options: str) -> Verdict | None:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return ("skipped", f"needs root to mount: {done.stderr.strip()}") if done.returncode else None


def _read_only(b: Bench) -> Verdict:
    disk = b.home / "disk"
    disk.mkdir(exist_ok=True)
    mounted = _mount(disk, "size=1m,ro")
    if mounted:
        return mounted
    try:
        said = told(run("build", b.home / "in", "-o", disk / "out"), 3, "cannot be written to", "Choose another place")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return b.verdict(said, refused=True)


def _without_rights(b: Bench) -> Verdict:
    """Build as somebody who may read everything and write nothing."""
    said = b.home / "said"
    said.touch()
    b.home.chmod(0o555)
    code = _in_process(b, _as_nobody)
    b.home.chmod(0o755)
    shown = said.read_text("utf-8", "replace").strip().replace("\n", " ")
    assert code == 3, f"exit code {code}: {shown[-600:]}"
    assert "cannot be written to" in shown, shown
    return b.verdict(shown, refused=True)


def _as_nobody() -> None:
    """Be somebody else than root, with all imported that the other may not read."""
    with suppress(SystemExit):
        main(["build", os.devnull, "-o", os.devnull])
    os.ftruncate(2, 0)
    os.lseek(2, 0, os.SEEK_SET)
    if os.geteuid() == 0:
        os.setuid(NOBODY)


def _little_memory(b: Bench, megabytes: int) -> Verdict:
    """Build with so much memory beyond what the process has."""
    code = _in_process(b, lambda: bound_memory(megabytes << 20))
    said = (b.home / "said").read_text("utf-8", "replace").strip().replace("\n", " ")
    if code < 0:  # libraries in C++ and Rust end the process themselves
        outcome, why = b.verdict(f"the database ends the process ({signal.Signals(-code).name})", refused=True)
        return ("cut off" if outcome == "refused" else outcome), why
    assert "Traceback" not in said, said[-600:]
    assert code in (0, 3), f"exit code {code}: {said[-300:]}"
    return b.verdict(said[:200], refused=code != 0)


def _in_process(b: Bench, before: Callable[[], object]) -> int:
    """Run the command in a process that has everything imported; return how it ended."""
    child = os.fork()
    if not child:
        code = 70
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(os.open(b.home / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            before()
            main(["build", str(b.home / "in"), "-o", str(b.out), "--jobs", "1"])
        except SystemExit as end:
            code = int(end.code or 0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _few_files(b: Bench) -> Verdict:
    done = _build(b, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24)))
    return b.verdict(told(done, 3, "Too few files may be open", "ulimit"), refused=True)


def _many(b: Bench) -> Path:
    folder = b.home / "many"
    folder.mkdir(exist_ok=True)
    lines = (json.dumps({"id": f"m{n}", "text": f"{TEXTS[n % 2]}\nالعدد {n} ."}) for n in range(MANY))
    (folder / "many.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def _worker_killed(b: Bench) -> Verdict:
    folder = _many(b)
    with _building(folder, b.out, "--jobs", "2") as process:
        for worker in _workers(process.pid):
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        _, said = process.communicate(timeout=300)
    assert process.returncode == 3, (process.returncode, said[-300:])
    assert "worker process was killed" in said, said[-300:]
    assert "--jobs" in said, said
    assert b.state() == "old", b.state()
    told(run("build", folder, "-o", b.out, "--jobs", "2"), 0)
    told(run("build", folder, "-o", b.home / "whole", "--jobs", "1"), 0)
    assert contents(b.out) == contents(b.home / "whole"), "the next run makes something else"
    return "refused", said.strip().replace("\n", " ")


def _parent_killed(b: Bench) -> Verdict:
    with _building(_many(b), b.out, "--jobs", "2") as process:
        workers = _workers(process.pid)
        process.kill()
        process.communicate(timeout=300)
    deadline = time.monotonic() + 120
    while any(Path(f"/proc/{worker}/cmdline").exists() and _alive(worker) for worker in workers):
        assert time.monotonic() < deadline, f"workers go on: {workers}"
        time.sleep(0.1)
    outcome, said = b.verdict("its workers end, too", refused=True)
    return ("cut off" if outcome == "refused" else outcome), said


def _alive(worker: int) -> bool:
    with suppress(OSError):
        return ") Z " not in Path(f"/proc/{worker}/stat").read_text()
    return False


class _building:  # noqa: N801  # used as a function
    """A build with other processes, met when they are at work."""

    def __init__(self, folder: Path, out: Path, *options: str) -> None:
        self._command = [*COMMAND, "build", str(folder), "-o", str(out), *options]

    def __enter__(self) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(self._command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)
        while len(_workers(self._process.pid)) < 2:
            assert self._process.poll() is None, "it ended before its workers began"
            time.sleep(0.02)
        return self._process

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


def _workers(parent: int) -> list[int]:
    """Return the processes that work for another; what multiprocessing tracks its resources with is none."""
    with suppress(OSError):
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        return [int(n) for n in children if b"spawn_main" in Path(f"/proc/{n}/cmdline").read_bytes()]
    return []


def _closed_output(b: Bench) -> Verdict:
    done = _build(b, capture_output=False, stderr=subprocess.PIPE, stdout=_broken_pipe())
    assert "Traceback" not in done.stderr, done.stderr[-400:]
    assert b.state() == "new", b.state()
    return "processed", "OUT is built; nobody reads the summary"


def _broken_pipe() -> int:
    heard, to = os.pipe()
    os.close(heard)
    return to


def _journal(damage: Callable[[bytes], bytes]) -> Fault:
    """Build, be killed when all is read, then find the journal damaged."""

    def fault(b: Bench) -> Verdict:
        child = os.fork()
        if not child:
            from graph_builder import pipeline

            vars(pipeline)["resolve"] = lambda *_: os._exit(9)
            b.build()
        os.waitpid(child, 0)
        path = beside(b.out, "journal")
        path.write_bytes(damage(path.read_bytes()))
        return b.verdict("what is whole of it is used", refused=False)

    return fault


def _damaged_out(b: Bench) -> Verdict:
    """Damage each file of OUT but the pages: who reads it says so, and whoever builds anew mends it."""
    refused = 0
    every = (path.relative_to(b.home / "old") for path in sorted((b.home / "old").rglob("*")) if path.is_file())
    names = [name for name in every if name.parts[0] != "site"]
    for name in names:
        b.renewed()
        path = b.out / name
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] + b"\x00" + data[len(data) // 2 + 1 :] if data else b"x")
        child = attempt(lambda: _asked(b))
        assert child[0] == "processed", (name, child)
        refused += child[1] == "refused"
    b.renewed()
    return b.verdict(f"{len(names)} files, each named by whoever reads it ({refused} refusals)", refused=True)


def _asked(b: Bench) -> Verdict:
    """Ask OUT, and add to it, by the command; tell whether either is refused."""
    codes = []
    for arguments in (["explain", str(b.out), "خالد الفاسي"], ["add", str(b.out), str(b.home / "in"), "--jobs", "1"]):
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as said:
            codes.append(main(arguments, standalone_mode=False) or 0)
        assert codes[-1] in (0, 3), said.getvalue()
        assert codes[-1] == 0 or len(said.getvalue().splitlines()) == 2, said.getvalue()
    return "processed", "refused" if any(codes) else ""


def _vanishing(b: Bench) -> Verdict:
    """Let files vanish between being found and being read."""
    from graph_builder import pipeline
    from graph_builder.articles import inputs as inputs_of
    from graph_builder.model import Article, Notice

    folder, said = b.home / "vanishing", []
    shutil.copytree(b.home / "in", folder)

    def discover(inputs: Sequence[str]) -> object:
        found = inputs_of.discover(inputs)
        (folder / "a3.txt").unlink()
        return found

    def watch(seen: Article | Notice | str) -> None:
        if isinstance(seen, Notice):
            said.append(f"{seen.file}: {seen.problem}; {seen.remedy}")

    with mock.patch.object(pipeline, "discover", discover):
        summary = pipeline.build([str(folder)], str(b.out), watch=watch)
    assert summary.articles == 3, summary
    shutil.rmtree(folder)
    return "refused", said[0]


def _refused(code: int, *words: str, build: str = "{home}/in -o {home}/out", cwd: str = "") -> Fault:
    """Return a build that has to be refused with an exit code and words, OUT as it was. ``build``: its arguments."""

    def fault(b: Bench) -> Verdict:
        arguments = build.format(home=b.home).split()
        done = run("build", *arguments, cwd=cwd.format(home=b.home) or ROOT, env=_ENVIRONMENT)
        return b.verdict(told(done, code, *words), refused=True)

    return fault


def _foreign(b: Bench) -> Verdict:
    (b.out / "mine").write_text("x")
    said = told(_build(b), 3, "did not write", "mine")
    assert (b.out / "mine").read_text() == "x"
    (b.out / "mine").unlink()
    return b.verdict(said, refused=True)


_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def _twice(b: Bench) -> Verdict:
    with _building(_many(b), b.out, "--jobs", "2"):
        said = told(_build(b), 3, "Another graph-builder is writing")
    return b.verdict(said, refused=True)


_MACHINE: dict[str, Fault] = {
    "read-only disk": _read_only,
    "no right to write": _without_rights,
    "24 open files at most": _few_files,
    "the standard output closed": _closed_output,
    "a worker killed": _worker_killed,
    "the build killed, its workers left": _parent_killed,
    "files that vanish while others are read": _vanishing,
    "the journal cut in a line": _journal(lambda data: data[:-40]),
    "the journal cut in its head": _journal(lambda data: data[:20]),
    "the journal overwritten": _journal(lambda data: bytes(len(data))),
    "a line of the journal overwritten": _journal(lambda data: data[:-400] + b"#" * 100 + data[-300:]),
    "each file of OUT damaged": _damaged_out,
}
_USER: dict[str, Fault] = {
    "two builds into one OUT": _twice,
    "OUT holds what is not ours": _foreign,
    "OUT is a file": _refused(3, "is a file", build="{home}/in -o {home}/first/a0.txt"),
    "OUT lies among the inputs": _refused(3, "which is read", build="{home} -o {home}/out"),
    "OUT is where one is": _refused(3, "the folder you are in", cwd="{home}/out"),
    "no folder for OUT": _refused(3, "There is no folder", build="{home}/in -o {home}/no/out"),
    "no article": _refused(1, "There is no article", "Name files", build="{home}/nowhere -o {home}/out"),
    "no lexicon": _refused(2, build="{home}/in -o {home}/out --lexicon {home}/nowhere"),
    "no file of facts": _refused(2, build="{home}/in -o {home}/out --facts {home}/nowhere"),
    "no extractor": _refused(2, "no extractor", build="{home}/in -o {home}/out --extractor none"),
    "an option that is none": _refused(2, build="{home}/in -o {home}/out --none"),
}
_OTHERS = {("faults of the machine", name): fault for name, fault in _MACHINE.items()}
_OTHERS |= {("mistakes at the command line", name): fault for name, fault in _USER.items()}
NAMES = (FULL, MEMORY, *_OTHERS)
