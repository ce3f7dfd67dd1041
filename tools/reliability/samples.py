"""One sound file of every format, to be damaged or to stand beside a damaged one."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile

TEXT = (
    "انتخب فرع حزب التقدم والاشتراكية بمدينة تمارة، يوم السبت 10 يونيو 2017، سالم البكري كاتبا محليا له خلفا "
    "لرشيد العلوي.\nوحضر الجمع العام 120 مشاركا، وترأسته كريمة الزناتي عضو المكتب السياسي للحزب."
)
_OTHER = (
    "عقد حزب الاستقلال مؤتمره الإقليمي بسلا، وانتخب المؤتمرون خالد الفاسي كاتبا إقليميا.\nوقال الكاتب إن الحزب سيجتمع "
    "بالخميسات يوم 12 ماي 2018."
)
TEXTS = (TEXT, _OTHER)
"""Articles in our own words."""


def page(body: str = f"<p>{TEXT}</p>", head: str = "") -> bytes:
    """Return a page of HTML."""
    start = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>جمع عام</title>{head}</head>"
    return f"{start}<body><article><h1>جمع عام</h1>{body}</article></body></html>".encode()


def records(*texts: str) -> bytes:
    """Return JSON Lines."""
    return "".join(
        json.dumps({"id": f"r{n}", "text": text, "published": "2017-06-12"}, ensure_ascii=False) + "\n"
        for n, text in enumerate(texts)
    ).encode()


def table(*texts: str) -> bytes:
    """Return CSV."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["id", "text", "published"], *([f"c{n}", t, "2017"] for n, t in enumerate(texts))])
    return file.getvalue().encode()


def repeated(text: str, times: int) -> object:
    """Return a column of one text many times, which is stored once."""
    import pyarrow as pa  # an extra

    return pa.DictionaryArray.from_arrays([0] * times, [text])


def parquet(columns: dict[str, object], **how: object) -> bytes:
    """Return a Parquet file."""
    import pyarrow as pa  # an extra
    from pyarrow import parquet as files

    sink = pa.BufferOutputStream()
    files.write_table(pa.table(columns), sink, **how)
    return bytes(sink.getvalue().to_pybytes())


def archive(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as packed:
        for name, held in members.items():
            packed.writestr(zipfile.ZipInfo(name, (2017, 6, 12, 0, 0, 0)), held, compression)
    return file.getvalue()


def record(block: bytes, kind: str = "response", length: object = None, **headers: str) -> bytes:
    """Return a record of a web archive; ``length``: what it says of its own, if that is not so."""
    named = {"WARC-Target-URI": "https://example.org/1", "Content-Type": "application/http; msgtype=response"}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in (named | headers).items()]
    head = ["WARC/1.1", f"WARC-Type: {kind}", "WARC-Date: 2017-06-12T00:00:00Z", "WARC-Record-ID: <urn:uuid:0>", *lines]
    said = "\r\n".join([*head, f"Content-Length: {len(block) if length is None else length}"])
    return f"{said}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body: bytes, headers: str = "Content-Type: text/html; charset=utf-8") -> bytes:
    """Return what a server sent."""
    return f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body


def document(*texts: str) -> bytes:
    """Return a DOCX file."""
    from docx import Document  # slow to import

    made = Document()
    for text in texts:
        made.add_paragraph(text)
    made.add_table(rows=1, cols=2).cell(0, 0).text = "الكاتب"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def sound() -> dict[str, bytes]:
    """Return a sound file of every format, by its ending."""
    return {
        ".txt": TEXT.encode(),
        ".html": page(),
        ".docx": document(TEXT),
        ".jsonl": records(*TEXTS),
        ".csv": table(*TEXTS),
        ".parquet": parquet({"id": ["p0", "p1"], "text": list(TEXTS)}),
        ".zip": archive({"a.txt": TEXT.encode(), "b.jsonl": records(*TEXTS)}),
        ".warc": record(response(page())),
        ".txt.gz": gzip.compress(TEXT.encode(), mtime=0),
        ".jsonl.gz": gzip.compress(records(*TEXTS), mtime=0),
        ".warc.gz": gzip.compress(record(response(page())), mtime=0),
    }
