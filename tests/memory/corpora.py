"""Small articles of our own, and folders of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pyoxigraph import Store

from graph_builder.articles import Place
from graph_builder.memory.form import Kept, as_line
from graph_builder.model import Reading
from graph_builder.output import open_output

TEXT = "انتخب {} كاتبا محليا لفرع حزب التقدم والاشتراكية بمدينة {}. وقال إن الفرع يضم 120 عضوا."
RASHID, SAMIR, KARIMA = (
    TEXT.format("رشيد العلوي", "تمارة"),
    TEXT.format("سمير الوالي", "سلا"),
    TEXT.format("كريم", "وجدة"),
)
DATES = f"فرع الحزب يجدد مكتبه بالمدينة\nآخر تحديث : 3 ماي 2018\nنشر في 12 أبريل 2018\n\n{SAMIR}\n"
PAGES = (RASHID, SAMIR, KARIMA, DATES, "", "The party held its congress.")
"""Two that are no articles among them."""
RECORDS = (
    {"text": RASHID}, {"text": SAMIR, "id": "x"}, {"text": RASHID, "id": "x"}, {"text": KARIMA, "date": "قريبا"},
    {"id": "y"},
)  # fmt: skip
Files = Mapping[str, str]


def contents(out: Path) -> dict[str, bytes]:
    with open_output(out) as files:
        return {name: file.read() for name, file in files.items()}


def written(folder: Path, files: Files) -> str:
    """Write files into a folder and return its name."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def line(reading: Reading) -> str:
    """Return a reading as a build keeps it."""
    place = Place(reading.article.file, "", 0, reading.article.digest)
    return as_line(Kept(place, reading.article.id, reading, (), ()))


def quads(out: Path) -> list[str]:
    """Return what the database of a build holds."""
    return sorted(str(quad) for quad in Store.read_only(str(out / "store")))
