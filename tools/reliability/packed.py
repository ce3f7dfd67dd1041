"""Packed files made to break what unpacks them: gzip, zip, web archives, DOCX, Parquet."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib

from tools.reliability.samples import TEXT, TEXTS, archive, document, page, parquet, record, records, repeated, response
from tools.reliability.texts import FILE_ENTITY, Inputs

_BYTES = TEXT.encode()


def _zeros(megabytes: int) -> bytes:
    """Return a gzip file of that many megabytes of zeros, made piece by piece."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    part = bytes(1 << 20)
    return b"".join([*(packer.compress(part) for _ in range(megabytes)), packer.flush()])


def _overlapping(number: int) -> bytes:
    """Return an archive whose members are all one stretch of the file, as zip bombs of Fifield's kind are."""
    packed = zlib.compress(bytes(20 << 20), 9)[2:-4]
    crc, size = zlib.crc32(bytes(20 << 20)), 20 << 20
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0) + b"a.txt"
    central = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0, 0, 0, 0, 0, 0)
        + b"a.txt"
        for _ in range(number)
    )
    start = len(local) + len(packed)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, number, number, len(central), start, 0)
    return local + packed + central + end


def _with_flag() -> bytes:
    """Return an archive whose member says that it has a password."""
    raw = bytearray(archive({"a.txt": _BYTES}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + flags] |= 1
    return bytes(raw)


def _method(number: int) -> bytes:
    """Return an archive whose member is packed in an unknown way."""
    raw = bytearray(archive({"a.txt": _BYTES}))
    for signature, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", raw, raw.index(signature) + at, number)
    return bytes(raw)


def _replaced(packed: bytes, old: bytes, new: bytes) -> bytes:
    return packed.replace(old, new)


def _docx(part: bytes, name: str = "word/document.xml") -> bytes:
    """Return a document with one part replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document(TEXT))) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, part if info.filename == name else old.read(info))
    return file.getvalue()


def _text(said: str) -> str:
    return f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"


def _body(inner: str, before: str = "") -> bytes:
    """Return a document of that XML."""
    return _docx(f"{before}<w:document {_W}><w:body>{inner}</w:body></w:document>".encode())


_W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
_LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))

GZIP_INPUTS: Inputs = {
    "300 MB of zeros": ("zeros.txt.gz", lambda: _zeros(300)),
    "300 MB of zeros as records": ("zeros.jsonl.gz", lambda: _zeros(300)),
    "cut off": ("cut.txt.gz", lambda: gzip.compress(_BYTES)[:-20]),
    "with a wrong sum": ("sum.txt.gz", lambda: gzip.compress(_BYTES)[:-8] + bytes(8)),
    "packed twice": ("twice.txt.gz", lambda: gzip.compress(gzip.compress(_BYTES))),
    "no gzip at all": ("none.txt.gz", lambda: _BYTES),
    "two parts": ("parts.jsonl.gz", lambda: gzip.compress(records(TEXTS[0])) + gzip.compress(records(TEXTS[1]))),
    "something after its end": ("after.txt.gz", lambda: gzip.compress(_BYTES) + b"garbage"),
    "only its first bytes": ("head.txt.gz", lambda: b"\x1f\x8b"),
}
ZIP_INPUTS: Inputs = {
    "a member of 300 MB": ("bomb.zip", lambda: archive({"a.txt": bytes(300 << 20), "b.txt": _BYTES})),
    "300 members that overlap": ("overlap.zip", lambda: _overlapping(300)),
    "50,000 members": ("many.zip", lambda: archive({f"{n}.txt": b"" for n in range(50_000)}, zipfile.ZIP_STORED)),
    "archives in it alone": ("nested.zip", lambda: archive({"inner.zip": archive({"a.txt": _BYTES})})),
    "nothing": ("empty.zip", lambda: archive({})),
    "pictures alone": ("pictures.zip", lambda: archive({"a.png": b"\x89PNG"})),
    "names that lead out of it": ("names.zip", lambda: archive({"../../a.txt": _BYTES, "/b.txt": TEXTS[1].encode()})),
    "names with newlines and markup": (
        "odd.zip",
        lambda: archive({"a\n<b>\u202e'\".txt": _BYTES, "\udc80.txt".encode("utf-8", "replace").decode(): b""}),
    ),
    "a password": ("password.zip", _with_flag),
    "an unknown way of packing": ("method.zip", lambda: _method(99)),
    "a wrong sum": (
        "sum.zip",
        lambda: _replaced(archive({"a.txt": _BYTES}, zipfile.ZIP_STORED), _BYTES[:8], b"12345678"),
    ),
    "cut off": ("cut.zip", lambda: archive({"a.txt": _BYTES})[:-30]),
    "no zip at all": ("none.zip", lambda: _BYTES),
    "a member damaged, a member sound": (
        "half.zip",
        lambda: _replaced(
            archive({"a.txt": b"aaaaaaaaaaaa", "b.txt": _BYTES}, zipfile.ZIP_STORED), b"aaaaaaaaaaaa", b"bbbbbbbbbbbb"
        ),
    ),
    "a link": ("link.zip", lambda: archive({"a.txt": b"/etc/passwd"})),
}
WARC_INPUTS: Inputs = {
    "no record": ("none.warc", lambda: _BYTES),
    "a length that is too large": ("longer.warc", lambda: record(response(page()), length=10**12)),
    "a length below zero": ("below.warc", lambda: record(response(page()), length=-5)),
    "a length that is no number": ("word.warc", lambda: record(response(page()), length="many")),
    "cut in a record": ("cut.warc", lambda: record(response(page())) + record(response(page()))[:200]),
    "a record damaged, a record sound": (
        "half.warc",
        lambda: record(response(page())) + b"WARC/1.1\r\nnonsense\r\n\r\n" + record(response(page())),
    ),
    "gzip cut in a record": (
        "cut.warc.gz",
        lambda: gzip.compress(record(response(page()))) + gzip.compress(record(response(page())))[:99],
    ),
    "a body that unpacks to 300 MB": (
        "bomb.warc",
        lambda: record(response(_zeros(300), "Content-Type: text/html\r\nContent-Encoding: gzip")),
    ),
    "a body that is not packed as it says": (
        "packing.warc",
        lambda: record(response(page(), "Content-Type: text/html\r\nContent-Encoding: br")),
    ),
    "chunks that are none": (
        "chunks.warc",
        lambda: record(response(page(), "Content-Type: text/html\r\nTransfer-Encoding: chunked")),
    ),
    "a million letters of headers": (
        "headers.warc",
        lambda: record(response(page(), "X: " + "a" * 1_000_000 + "\r\nContent-Type: text/html")),
    ),
    "addresses of markup and newlines": (
        "address.warc",
        lambda: record(response(page()), WARC_Target_URI="javascript:alert(1)<b>\u202e"),
    ),
    "1,000 pages in French": (
        "french.warc",
        lambda: record(response(b"<html><body><p>" + b"Le parti a tenu son congres. " * 9)) * 1000,
    ),
    "pages not found alone": (
        "missing.warc",
        lambda: record(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page()),
    ),
    "no kind that is read": ("kinds.warc", lambda: record(b"", kind="revisit") + record(b"a: b", kind="metadata")),
}
DOCX_INPUTS: Inputs = {
    "no archive": ("none.docx", lambda: _BYTES),
    "a part of 300 MB": ("bomb.docx", lambda: _docx(bytes(300 << 20))),
    "entities that grow (billion laughs)": (
        "laughs.docx",
        lambda: _body(_text("&a11;"), f"<!DOCTYPE d [<!ENTITY a0 'ha'>{_LAUGHS}]>"),
    ),
    "an entity that names a file": (
        "entity.docx",
        lambda: _body(_text(f"{TEXT} &f;"), f"<!DOCTYPE d [{FILE_ENTITY}]>"),
    ),
    "10,000 nested elements": ("deep.docx", lambda: _body("<w:p>" * 10_000 + "</w:p>" * 10_000)),
    "50,000 paragraphs": ("long.docx", lambda: _body("<w:p/>" * 50_000 + _text(TEXT))),
    "no main part": ("main.docx", lambda: archive({"word/other.xml": b"<a/>"})),
    "relations to elsewhere": ("relations.docx", lambda: _docx(b"<Relationships xmlns='x'/>", "_rels/.rels")),
    "no XML": ("xml.docx", lambda: _docx(b"\x00\x01")),
}
PARQUET_INPUTS: Inputs = {
    "its first and last bytes alone": ("marks.parquet", lambda: b"PAR1PAR1"),
    "nonsense between them": ("nonsense.parquet", lambda: b"PAR1" + _BYTES + struct.pack("<I", 9999) + b"PAR1"),
    "cut off": ("cut.parquet", lambda: parquet({"text": list(TEXTS)})[:-100]),
    "damaged in the middle": (
        "middle.parquet",
        lambda: _replaced(parquet({"text": list(TEXTS)}, compression="none"), _BYTES[:16], b"\xff" * 16),
    ),
    "texts that are numbers": ("numbers.parquet", lambda: parquet({"text": [1, 2]})),
    "texts that are lists": ("lists.parquet", lambda: parquet({"text": [["a"], None]})),
    "no row": ("rows.parquet", lambda: parquet({"text": ["a"]})[:0] or parquet({"text": [None]})),
    "no column of text": ("columns.parquet", lambda: parquet({"a": [1]})),
    "1,000 rows of one text of 20 MB": ("bomb.parquet", lambda: parquet({"text": repeated("ب " * (20 << 18), 1000)})),
    "a text of 40 MB": ("text.parquet", lambda: parquet({"text": ["ب " * (40 << 18), TEXT]})),
    "bytes that are no UTF-8": ("bytes.parquet", lambda: parquet({"text": [_BYTES, b"\xff"]})),
}
