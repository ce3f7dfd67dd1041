"""Lists of an article that give a name a line, and the ways to write them anew: bullets, numbers, signs, one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

LONGEST = 110
"""Code points of a line that is an item of a list."""
_BULLET = re.compile(r"^\s*(?:[-–—•●▪*·✓]+|\(?[\d٠-٩]{1,2}\s?[-–.)/]+|[\d٠-٩]{1,2} )\s*")
_END = " .،,؛;"
_PARTS = re.compile(r"\s*(?::|،|\s[-–—]\s)\s*")
_ORDINALS = (
    "أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا",
)  # fmt: skip
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Item(NamedTuple):
    """A line of a list: its words without bullet and last sign, and, if they are no more, its office and name."""

    text: str
    office: str
    name: str

    @property
    def nominative(self) -> bool:
        """Whether the office may stand first: "كاتبا عاما" stands after its name only."""
        return bool(self.office) and not self.office.split()[0].endswith(("ا", "اً", "ًا"))


Form = Callable[[Item], str]
Rewrite = Callable[[Sequence[Item]], list[str]]
"""The items of a list as new lines."""


def rewritten(lines: Sequence[str], names: re.Pattern[str], rewrite: Rewrite, inline: bool = False) -> list[str]:
    """Return the lines with each list written anew.

    Args:
        lines: those of an article, its title apart.
        names: finds the people of its gold.
        rewrite: makes new lines of a list.
        inline: the first new line goes on with the line above, if a colon ends that.
    """
    found: list[str] = []
    k = 0
    while k < len(lines):
        end = _list_end(lines, k, names)
        if end - k < 2:
            found.append(lines[k])
            k += 1
            continue
        new = rewrite([_item(line, names) for line in lines[k:end] if line.strip()])
        if inline and found and found[-1].rstrip().endswith(":") and new:
            found[-1] = f"{found[-1].rstrip()} {new.pop(0)}"
        found += new
        k = end
    return found


def _list_end(lines: Sequence[str], k: int, names: re.Pattern[str]) -> int:
    """Where the list ends that begins with line ``k``; blank lines between two items are of it."""
    end = at = k
    while at < len(lines):
        line = lines[at].strip()
        if line:
            if len(line) > LONGEST or line.endswith(":") or ". " in line or not names.search(line):
                break
            end = at + 1
        elif at == k:
            break
        at += 1
    return end


def _item(line: str, names: re.Pattern[str]) -> Item:
    text = _BULLET.sub("", line).strip().rstrip(_END)
    parts = _PARTS.split(text)
    bracketed = re.fullmatch(r"([^()]+) \(([^()]+)\)", text)
    if bracketed:
        parts = [bracketed[1], bracketed[2]]
    if len(parts) == 2:
        held = [names.fullmatch(part.strip()) for part in parts]
        if held[0] and not names.search(parts[1]):
            return Item(text, parts[1], parts[0])
        if held[1] and not names.search(parts[0]):
            return Item(text, parts[0], parts[1])
    return Item(text, "", "")


def numbered(sign: str) -> Rewrite:
    """Each item after a number; ``sign`` has ``#`` where the number stands, ``٠`` for an Eastern one."""

    def number(k: int) -> str:
        if sign.startswith("أولا"):
            return sign.replace("أولا", _ORDINALS[k]) if k < len(_ORDINALS) else "- "
        return sign.replace("#", str(k + 1)).replace("٠", str(k + 1).translate(_EASTERN))

    return lambda items: [number(k) + item.text for k, item in enumerate(items)]


def bulleted(sign: str, end: str = "") -> Rewrite:
    """Each item after a sign, and with one at its end."""
    return lambda items: [f"{sign}{item.text}{end}" for item in items]


def joined(sign: str) -> Rewrite:
    """All items in one line, parted by a sign."""
    return lambda items: [sign.join(item.text for item in items) + "."]


def spaced(items: Sequence[Item]) -> list[str]:
    """Items with a blank line between."""
    return [line for item in items for line in (item.text, "")]


def office_first(between: str) -> Rewrite:
    """The office, a sign, the name; what has no office in the nominative stays."""
    return lambda items: [f"{i.office}{between}{i.name}" if i.nominative else i.text for i in items]


def name_first(between: str, end: str = "") -> Rewrite:
    """The name, a sign, the office, what may close it; what has no office stays."""
    return lambda items: [f"{i.name}{between}{i.office}{end}" if i.office else i.text for i in items]
