"""Gold articles in another layout, punctuation or spelling that changes no fact, to see what reading loses by it.

``PYTHONPATH=. python tools/vary_layout.py SET OUT --how WAY`` writes the articles of the folder ``SET`` to ``OUT`` with
their gold. The gold stays as it is: the scorer folds what a way changes of names (hamza seats, digits, signs).
"""

from __future__ import annotations

import argparse
import json
import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph_builder.arabic.normalise import fold
from graph_builder.lexicon.vocabulary import vocabulary
from tools.layout_lists import Rewrite, bulleted, joined, name_first, numbered, office_first, rewritten, spaced

Gold = Mapping[str, Any]
Way = Callable[[str, Gold], str]
WIDTH = 70
"""Code points of a line as copied from a PDF."""
PROSE = 120
"""Code points. A longer line is no headline, label or item."""
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_HAMZA = str.maketrans("أإآ", "ااا")
_STOP = re.compile(r"(?<=\w{3})\. +(?=\D)")
_TITLED = re.compile(
    r"(?:(?:ال|لل?)(?:سيدة?|أخت?|رفيقة?|دكتورة?|أستاذة?|حاجة?|مناضلة?|مهندسة?)|[ذد]\.) ?$",
)
_QUOTED = "«»\"“”'"


def people(gold: Gold) -> list[str]:
    """Return the names of the people of an article, aliases too, longest first."""
    names = {*gold.get("people", []), *(name for names in gold.get("aliases", {}).values() for name in names)}
    return _longest_first(name for name in names if " " in name)


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(set(names), key=lambda name: (-len(name), name))


def any_of(names: Sequence[str]) -> re.Pattern[str]:
    """Return what finds any of the names as whole words; nothing if there is none."""
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)")


def _text(change: Callable[[str], str]) -> Way:
    return lambda text, _: change(text)


def _replace(*pairs: tuple[str, str]) -> Way:
    def change(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return text

    return _text(change)


def _sub(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Way:
    compiled = re.compile(pattern, re.MULTILINE)
    return _text(lambda text: compiled.sub(new, text))


def _list(rewrite: Rewrite, inline: bool = False) -> Way:
    def change(text: str, gold: Gold) -> str:
        title, *body = text.split("\n")
        return "\n".join([title, *rewritten(body, any_of(people(gold)), rewrite, inline)])

    return change


def _body(change: Callable[[list[str]], list[str]]) -> Way:
    """Change the lines below the title."""
    return _text(lambda text: "\n".join([text.split("\n")[0], *change(text.split("\n")[1:])]))


def _is_prose(line: str) -> bool:
    return len(line) >= PROSE or (len(line) >= PROSE // 2 and line.rstrip().endswith((".", "،", ":")))


def _wrapped(lines: list[str]) -> list[str]:
    wrapper = textwrap.TextWrapper(WIDTH, break_on_hyphens=False, break_long_words=False)
    return [new for line in lines for new in (wrapper.wrap(line) or [""])]


def _one_paragraph(lines: list[str]) -> list[str]:
    """All from the first to the last line of prose as one."""
    prose = [k for k, line in enumerate(lines) if _is_prose(line)]
    if not prose:
        return lines
    first, last = prose[0], prose[-1] + 1
    return [*lines[:first], " ".join(line.strip() for line in lines[first:last] if line.strip()), *lines[last:]]


def _sentence_lines(lines: list[str]) -> list[str]:
    return [_STOP.sub(".\n\n", line) if _is_prose(line) else line for line in lines]


def _stops_to_commas(lines: list[str]) -> list[str]:
    return [_STOP.sub("، ", line) if _is_prose(line) else line for line in lines]


def _no_last_stop(lines: list[str]) -> list[str]:
    return [line.rstrip().removesuffix(".") for line in lines]


def _headline_twice(text: str) -> str:
    title = text.split("\n", maxsplit=1)[0]
    return f"{title}\n{text}"


def _each(n: int, pattern: str, change: Callable[[str], str], prose: bool = False) -> Way:
    """Change every ``n``-th match, ``prose``: in paragraphs alone, not in what a site prints around them."""
    compiled = re.compile(pattern)

    def all_of(text: str) -> str:
        seen = 0

        def one(match: re.Match[str]) -> str:
            nonlocal seen
            seen += 1
            return match[0] if seen % n else change(match[0])

        if not prose:
            return compiled.sub(one, text)
        return "\n".join(compiled.sub(one, line) if _is_prose(line) else line for line in text.split("\n"))

    return _text(all_of)


def _quoted(opening: str, closing: str, kind: str) -> Way:
    """Put what the gold calls parties, or bodies, in quotes."""

    def change(text: str, gold: Gold) -> str:
        names = gold.get("parties", []) if kind == "parties" else [p.get("organ") or "" for p in gold.get("posts", [])]
        wanted = _longest_first(name.removeprefix("حزب ") for name in names if " " in name)
        free = re.compile(rf"(?<![\w{_QUOTED}])(?:{'|'.join(map(re.escape, wanted)) or '(?!)'})(?![\w{_QUOTED}])")
        return free.sub(lambda match: f"{opening}{match[0]}{closing}", text)

    return change


def _woman(name: str, gold: Gold) -> bool:
    """Whether a person is a woman: by her office, else by her given name."""
    roles = [post["role"].split()[0] for post in gold.get("posts", []) if post["person"].endswith(name)]
    given = vocabulary().people.given.get(fold(name.partition(" ")[0]))
    return any(role.endswith("ة") for role in roles) or given == "f"


def _titled(man: str, woman: str) -> Way:
    """Put a title before each person who has none."""

    def change(text: str, gold: Gold) -> str:
        names = re.compile(f"(?<!\\w)(و?)({'|'.join(map(re.escape, people(gold))) or '(?!)'})(?!\\w)")

        def one(match: re.Match[str]) -> str:
            if _TITLED.search(text, max(0, match.start() - 12), match.start()):
                return match[0]
            return f"{match[1]}{woman if _woman(match[2], gold) else man}{match[2]}"

        title, _, body = text.partition("\n")
        text = body
        return f"{title}\n{names.sub(one, body)}"

    return change


def _untitled(text: str, gold: Gold) -> str:
    titles = r"(?:السيدة?|الأخت?|الرفيقة?|الدكتورة?|الأستاذة?|المناضلة?|المهندسة?|[ذد]\.) ?"
    names = "|".join(map(re.escape, people(gold))) or "(?!)"
    return re.sub(rf"(?<!\w)(و?){titles}(?=(?:{names})(?!\w))", r"\1", text)


def _waw_apart(text: str, gold: Gold) -> str:
    firsts = "|".join(sorted({re.escape(name.split()[0]) for name in people(gold)})) or "(?!)"
    return re.sub(rf"(?<!\w)و(?=ال\w{{3}}|(?:{firsts})(?!\w))", "و ", text)


WAYS: dict[str, Way] = {
    "comma_latin": _replace(("،", ","), ("؛", ";")),
    "comma_glued": _replace(("، ", "،")),
    "comma_apart": _replace(("،", " ،")),
    "comma_latin_apart": _replace(("،", " ,")),
    "comma_none": _replace(("، و", " و")),
    "comma_waw": _sub(r"(?<=\w)(?<!\d) و(?=ال\w{3})", "، و"),
    "stop_glued": _text(lambda text: _STOP.sub(".", text)),
    "stop_apart": _text(lambda text: re.sub(r"(?<=\w)\.(?=\s|$)", " .", text)),
    "stop_comma": _body(_stops_to_commas),
    "stop_none": _body(_no_last_stop),
    "colon_apart": _sub(r"(?<=\w):", " :"),
    "colon_glued": _sub(r"(?<=\w): ", ":"),
    "bracket_dash": _sub(r" \(([^()\n]+)\)", r" - \1 -"),
    "bracket_apart": _sub(r"\(([^()\n]+)\)", r"( \1 )"),
    "quote_plain": _text(lambda text: re.sub("[«»“”]", '"', text)),
    "quote_guillemets": _text(lambda text: re.sub(r'"([^"\n]+)"', r"«\1»", text)),
    "quote_none": _text(lambda text: re.sub('[«»“”"]', "", text)),
    "quote_party": _quoted('"', '"', "parties"),
    "quote_party_guillemets": _quoted("«", "»", "parties"),
    "quote_body": _quoted("«", "»", "bodies"),
    "dash_long": _replace((" - ", " — "), (" – ", " — ")),
    "dash_glued": _replace((" - ", "-"), (" – ", "–")),
    "bullet_hyphen": _list(bulleted("- ")),
    "bullet_glued": _list(bulleted("-")),
    "bullet_dash": _list(bulleted("– ")),
    "bullet_dot": _list(bulleted("• ")),
    "bullet_star": _list(bulleted("* ")),
    "bullet_square": _list(bulleted("▪ ")),
    "bullet_tick": _list(bulleted("✓ ")),
    "bullet_none": _list(bulleted("")),
    "bullet_number_hyphen": _list(numbered("#- ")),
    "bullet_number_bracket": _list(numbered("#) ")),
    "bullet_number_brackets": _list(numbered("(#) ")),
    "bullet_number_stop": _list(numbered("#. ")),
    "bullet_number_slash": _list(numbered("#/ ")),
    "bullet_number_space": _list(numbered("# ")),
    "bullet_number_eastern": _list(numbered("٠ - ")),
    "bullet_number_word": _list(numbered("أولا: ")),
    "item_stop": _list(bulleted("", ".")),
    "item_comma": _list(bulleted("", "،")),
    "item_semicolon": _list(bulleted("- ", "؛")),
    "item_blank": _list(spaced),
    "line_comma": _list(joined("، "), inline=True),
    "line_semicolon": _list(joined("؛ "), inline=True),
    "line_dash": _list(joined(" – "), inline=True),
    "line_hyphen": _list(joined(" - "), inline=True),
    "line_slash": _list(joined(" / "), inline=True),
    "line_and": _list(joined(" و"), inline=True),
    "line_and_comma": _list(joined("، و"), inline=True),
    "line_stop": _list(joined(". "), inline=True),
    "line_alone": _list(joined("، ")),
    "office_colon": _list(office_first(": ")),
    "office_colon_apart": _list(office_first(" : ")),
    "office_dash": _list(office_first(" – ")),
    "office_hyphen": _list(office_first(" - ")),
    "office_hyphen_glued": _list(office_first("- ")),
    "office_dots": _list(office_first("... ")),
    "office_equals": _list(office_first(" = ")),
    "office_spaces": _list(office_first("    ")),
    "office_space": _list(office_first(" ")),
    "office_slash": _list(office_first(" / ")),
    "office_comma": _list(office_first("، ")),
    "name_colon": _list(name_first(": ")),
    "name_dash": _list(name_first(" – ")),
    "name_hyphen": _list(name_first(" - ")),
    "name_comma": _list(name_first("، ")),
    "name_bracket": _list(name_first(" (", ")")),
    "name_space": _list(name_first(" ")),
    "name_dots": _list(name_first("... ")),
    "name_slash": _list(name_first(" / ")),
    "hamza_none": _text(lambda text: text.translate(_HAMZA)),
    "ya_dotless": _sub(r"(?<=\w)ي(?!\w)", "ى"),
    "ya_dotted": _sub(r"(?<=\w)ى(?!\w)", "ي"),
    "ta_ha": _sub(r"(?<=\w)ة(?!\w)", "ه"),
    "tatweel": _each(4, r"(?<=\w)[بتثسشكلنيفقعغهم](?=\w{2})", lambda letter: letter + "ـ", prose=True),
    "tanwin": _sub(r"(?<=\w{3})(?<!ئ)ا(?!\w)", "ا\u064b"),
    "tanwin_before": _sub(r"(?<=\w{3})ا(?!\w)", "\u064bا"),
    "diacritics": _each(3, r"(?<=[^\W\d_])[^\W\d_](?=[^\W\d_])", lambda letter: letter + "\u0651\u064e", prose=True),
    "servant_joined": _sub(r"(?<!\w)(و?)عبد ال", r"\1عبدال"),
    "servant_apart": _sub(r"(?<!\w)(و?)عبدال(?=\w)", r"\1عبد ال"),
    "waw_apart": _waw_apart,
    "waw_joined": _sub(r" و (?=\w)", " و"),
    "space_double": _replace((" ", "  ")),
    "space_hard": _each(3, " ", lambda _: "\u00a0"),
    "space_thin": _each(3, " ", lambda _: "\u2009"),
    "zero_width": _each(2, r"(?<=[\w،.:]) ", lambda _: "\u200f \u200b"),
    "direction": _sub("^", "\u200f"),
    "digits_eastern": _text(lambda text: text.translate(_EASTERN)),
    "lines_windows": _replace(("\n", "\r\n")),
    "lines_blank": _replace(("\n", "\n\n")),
    "lines_single": _sub(r"\n\n+", "\n"),
    "lines_sentence": _body(_sentence_lines),
    "lines_wrapped": _body(_wrapped),
    "lines_none": _body(_one_paragraph),
    "headline_twice": _text(_headline_twice),
    "title_sir": _titled("السيد ", "السيدة "),
    "title_comrade": _titled("الرفيق ", "الرفيقة "),
    "title_brother": _titled("الأخ ", "الأخت "),
    "title_doctor": _titled("الدكتور ", "الدكتورة "),
    "title_professor": _titled("الأستاذ ", "الأستاذة "),
    "title_short": _titled("ذ. ", "ذة. "),
    "title_shorter": _titled("د. ", "د. "),
    "title_letter": _titled("ذ ", "ذة "),
    "title_stroke": _titled("الأستاذ/ ", "الأستاذة/ "),
    "title_colon": _titled("السيد: ", "السيدة: "),
    "title_either": _titled("السيد(ة) ", "السيد(ة) "),
    "title_none": _untitled,
}
"""Each way by its name: what it makes of the text of an article, whose gold is given too."""


def varied(folder: Path, way: str) -> dict[str, str]:
    """Return the articles of a folder, by the stem of their file, written in one of ``WAYS``."""
    golds = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}
    return {stem: WAYS[way]((folder / f"{stem}.txt").read_text("utf-8"), gold) for stem, gold in golds.items()}


def main() -> None:
    """Write a varied set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="SET")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--how", choices=WAYS, required=True)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for stem, text in varied(asked.folder, asked.how).items():
        (asked.out / f"{stem}.txt").write_text(text, "utf-8", newline="")
        (asked.out / f"{stem}.json").write_bytes((asked.folder / f"{stem}.json").read_bytes())


if __name__ == "__main__":
    main()
