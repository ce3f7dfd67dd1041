"""A build calls nobody and runs nothing, whatever its inputs ask for."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.listener import Listener
from tools.reliability.samples import TEXT, document, page

ROOT = Path(__file__).parents[1]
BUILD = """
import sys
from graph_builder import pipeline
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith(FORBIDDEN) else None)
FORBIDDEN = (
    "socket.connect", "socket.send", "socket.get",  # not bind: urllib3, which trafilatura imports, looks for IPv6 so
    "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pickle.", "urllib.",
)
summary = pipeline.build([sys.argv[1]], sys.argv[2])
print(summary.articles, sorted(set(seen)))
"""


def test_nothing_is_called_out_and_nothing_is_run(tmp_path: Path) -> None:
    listener = Listener()
    at = f"{listener.address}x"
    folder = tmp_path / "in"
    folder.mkdir()
    head = f"<base href='{at}'><link rel='stylesheet' href='{at}'><script src='{at}'></script>"
    (folder / "a.html").write_bytes(page(f"<img src='{at}'><iframe src='{at}'></iframe><p>{TEXT}</p>", head))
    entities = f"<!DOCTYPE html PUBLIC 'x' '{at}' [<!ENTITY e SYSTEM '{at}'><!ENTITY % p SYSTEM '{at}'> %p;]>"
    include = f"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{at}'/>"
    (folder / "b.xhtml").write_text(f"{entities}<html><body><p>&e; {TEXT}</p>{include}</body></html>", "utf-8")
    (folder / "c.docx").write_bytes(document(TEXT))
    with zipfile.ZipFile(folder / "c.docx") as old, zipfile.ZipFile(folder / "d.docx", "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "word/document.xml":
                declared = f"<!DOCTYPE d SYSTEM '{at}' [<!ENTITY e SYSTEM '{at}'>]>"
                data = data.replace(b"<w:document", declared.encode() + b"<w:document", 1)
            new.writestr(info, data)
    (folder / "e.jsonl").write_text(json.dumps({"text": TEXT, "url": at}), "utf-8")
    command = [sys.executable, "-c", BUILD, str(folder), str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "5 []"
    assert listener.calls == 0
    listener.socket.close()
