"""Texts, pages and records made to break what reads them: by family, what each is, its file's name and its bytes."""

# ruff: noqa: PLW0108  # bytes are made when they are wanted: some are large
from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from tools.reliability.samples import TEXT, TEXTS, page, records, table

Inputs = Mapping[str, tuple[str, Callable[[], bytes]]]
"""What an input is: its file, and what makes its bytes."""
MILLION = 1_000_000
_BYTES = TEXT.encode()
FILE_ENTITY = "<!ENTITY f SYSTEM 'file:///etc/passwd'>"
_LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))

TEXT_INPUTS: Inputs = {
    "nothing": ("nothing.txt", lambda: b""),
    "blanks alone": ("blank.txt", lambda: b" \t\r\n" * 1000),
    "NULs alone": ("nuls.txt", lambda: bytes(100_000)),
    "a NUL between words": ("nul.txt", lambda: _BYTES.replace(b" ", b" \x00", 1)),
    "a NUL after every letter": (
        "nul-letters.txt",
        lambda: b"\x00".join(_BYTES[n : n + 1] for n in range(len(_BYTES))),
    ),
    "a picture named .txt": ("picture.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "control characters": ("controls.txt", lambda: _BYTES + bytes(range(1, 32)) * 2),
    "bidi overrides and isolates": ("bidi.txt", lambda: "".join(f"\u202e\u2066\u202b{c}" for c in TEXT).encode()),
    "zero-width signs between all letters": ("zero-width.txt", lambda: "\u200b\u200d\ufeff".join(TEXT).encode()),
    "a line of a million characters": ("one-line.txt", lambda: ("كلمة " * (MILLION // 5)).encode()),
    "a word of a million letters": ("one-word.txt", lambda: ("ب" * MILLION).encode()),
    "a million vowel signs on a letter": ("vowels.txt", lambda: ("ب" + "\u064e" * MILLION).encode()),
    "a million digits": ("digits.txt", lambda: (TEXT + "\n" + "1" * MILLION).encode()),
    "a million opening brackets": ("brackets.txt", lambda: (TEXT + "\n" + "(«[" * (MILLION // 3)).encode()),
    "a million quotes": ("quotes.txt", lambda: (TEXT + "\n" + '"' * MILLION).encode()),
    "a million full stops": ("stops.txt", lambda: (TEXT + "\n" + ". " * (MILLION // 2)).encode()),
    "a sentence of 100,000 names": ("names.txt", lambda: ("سالم البكري وكريمة الزناتي و" * 50_000).encode()),
    "200,000 lines": ("lines.txt", lambda: ("سطر قصير للتجربة\n" * 200_000).encode()),
    "33 MB of text": ("huge.txt", lambda: _BYTES * (33 * (1 << 20) // len(_BYTES))),
    "Windows Arabic (cp1256)": ("cp1256.txt", lambda: TEXT.encode("cp1256")),
    "UTF-16, little end first": ("utf16-le.txt", lambda: b"\xff\xfe" + TEXT.encode("utf-16-le")),
    "UTF-16, big end first": ("utf16-be.txt", lambda: b"\xfe\xff" + TEXT.encode("utf-16-be")),
    "UTF-16 without its mark": ("utf16-none.txt", lambda: TEXT.encode("utf-16-le")),
    "UTF-16 cut in a letter": ("utf16-cut.txt", lambda: b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1]),
    "UTF-8 with its mark": ("utf8-mark.txt", lambda: b"\xef\xbb\xbf" + _BYTES),
    "UTF-8 cut in a letter": ("utf8-cut.txt", lambda: _BYTES[:-1]),
    "UTF-8 and cp1256 in one file": ("mixed.txt", lambda: _BYTES + TEXT.encode("cp1256")),
    "UTF-8 with halves of surrogate pairs": ("surrogates.txt", lambda: _BYTES + b"\xed\xa0\x80"),
    "UTF-8 with overlong forms": ("overlong.txt", lambda: _BYTES + b"\xc0\xaf"),
    "UTF-32": ("utf32.txt", lambda: TEXT.encode("utf-32")),
    "French": ("french.txt", lambda: b"Le parti a tenu son congres regional dimanche a Rabat. " * 5),
    "two copies of one article": ("good-1 copy.txt", lambda: TEXTS[0].encode()),
}

PAGE_INPUTS: Inputs = {
    "100,000 nested elements": ("deep.html", lambda: page("<div>" * 100_000 + TEXT)),
    "100,000 nested lists": ("deep-lists.html", lambda: page("<ul><li>" * 50_000 + TEXT)),
    "a million elements never closed": ("open.html", lambda: page("<b>" * 300_000 + TEXT)),
    "a million opening signs": ("signs.html", lambda: page("<" * MILLION)),
    "100,000 attributes": (
        "attributes.html",
        lambda: page("<p " + " ".join(f"a{n}=''" for n in range(100_000)) + f">{TEXT}"),
    ),
    "an attribute of a million characters": ("attribute.html", lambda: page(f"<p title='{'a' * MILLION}'>{TEXT}</p>")),
    "a page of 5 MB": ("large.html", lambda: page(f"<p>{TEXT}</p>" * 20_000)),
    "entities that grow (billion laughs)": (
        "laughs.xhtml",
        lambda: f"<!DOCTYPE html [<!ENTITY a0 'ha'>{_LAUGHS}]><html><body><p>&a11;</p></body></html>".encode(),
    ),
    "an entity that names a file": (
        "entity.xhtml",
        lambda: f"<!DOCTYPE html [{FILE_ENTITY}]><html><body><p>&f; {TEXT}</p></body></html>".encode(),
    ),
    "scripts in the text and its title": (
        "script.html",
        lambda: page(f"<p>{TEXT} &lt;script&gt;alert(1)&lt;/script&gt;</p><script>alert(2)</script>"),
    ),
    "JSON-LD nested 100,000 times": (
        "ld.html",
        lambda: page(head=f"<script type='application/ld+json'>{'[' * 100_000}</script>"),
    ),
    "JSON-LD that is no object": (
        "ld-odd.html",
        lambda: page(head="<script type='application/ld+json'>[1, null]</script>"),
    ),
    "dates that are none": (
        "dates.html",
        lambda: page(head="<meta property='article:published_time' content='2017-99-99'>"),
    ),
    "an encoding that it is not in": ("charset.html", lambda: page().replace(b"utf-8", b"utf-7")),
    "no element at all": ("plain.html", lambda: _BYTES),
    "only a menu": ("menu.html", lambda: page("<nav><a href='/'>الرئيسية</a></nav>")),
    "NULs in elements": ("nul.html", lambda: page(f"<p\x00>{TEXT}</p\x00>")),
    "a saved error of a server": ("error.php", lambda: b"<?php echo 1; ?><html><body><h1>500</h1></body></html>"),
}

RECORD_INPUTS: Inputs = {
    "a value nested 100,000 times": ("deep.jsonl", lambda: records(TEXT) + b"[" * 100_000 + b"\n"),
    "a number of 10,000 digits": (
        "number.jsonl",
        lambda: b'{"text": "x", "id": ' + b"1" * 10_000 + b"}\n" + records(TEXT),
    ),
    "NaN and infinities": ("nan.jsonl", lambda: b'{"text": NaN}\n{"text": 1e999}\n' + records(TEXT)),
    "halves of surrogate pairs": (
        "halves.jsonl",
        lambda: json.dumps({"text": TEXT + "\ud800", "id": "\udfff"}).encode(),
    ),
    "NULs and controls in strings": (
        "nul.jsonl",
        lambda: json.dumps({"text": TEXT, "title": "\x00\x1b[31m", "id": "\x00"}).encode(),
    ),
    "text that is a list": ("list.jsonl", lambda: b'{"text": ["a"]}\n[1]\n"a"\nnull\n' + records(TEXT)),
    "a key a hundred thousand times": ("keys.jsonl", lambda: b"{" + b'"text": "a", ' * 100_000 + b'"id": "k"}\n'),
    "two records in a line": ("two.jsonl", lambda: records(TEXT).strip() * 2),
    "old Mac's line ends": ("mac.jsonl", lambda: records(*TEXTS).replace(b"\n", b"\r")),
    "a line of 33 MB": ("long.jsonl", lambda: b'{"text": "' + b"a" * (33 << 20) + b'"}\n'),
    "ids of markup and formulas": (
        "ids.jsonl",
        lambda: b"".join(
            json.dumps({"text": f"{TEXT} {n}", "id": i}).encode() + b"\n"
            for n, i in enumerate(["<b>", "=1+1", "../../x", "a\nb", "\u202ex", "%00", " ", "x" * 10_000])
        ),
    ),
    "CSV, a quote that never ends": ("quote.csv", lambda: table(TEXT) + b'"x,"y'),
    "CSV, a cell of 33 MB": ("cell.csv", lambda: b"text\n" + b"a" * (33 << 20)),
    "CSV with NULs": ("nul.csv", lambda: table(*TEXTS).replace(b"2017", b"20\x0017")),
    "CSV with rows of other lengths": ("ragged.csv", lambda: table(*TEXTS) + b"only-id\na,b,c,d,e\n"),
    "CSV with a head alone": ("head.csv", lambda: table()),
    "CSV without a head": ("no-head.csv", lambda: table(TEXT).partition(b"\n")[2]),
    "CSV with 100,000 columns": ("columns.csv", lambda: b"," * 100_000 + b"\n" + b"," * 100_000),
    "CSV in cp1256": ("cp1256.csv", lambda: table(TEXT).decode().encode("cp1256")),
    "CSV in UTF-16": ("utf16.csv", lambda: table(TEXT).decode().encode("utf-16")),
}
