"""Which mentions of people in one article are one person: spellings, slips, family names alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import MOST_FORMS, strip_article
from graph_builder.arabic.tokens import word as spelling
from graph_builder.lexicon.vocabulary import vocabulary

_OPENING: Final = ("ال", "بن")
_LONG: Final = 7
"""Letters of a family name of two words at least, joined."""
SHORTEST_SLIP: Final = 5
"""Letters. In a shorter name a letter's difference is another name (كريم, كريمة)."""


@lru_cache(maxsize=MOST_FORMS)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the folded parts of a name, compounds joined, articles dropped.

    >>> name_parts("عبد الرحيم بن الصغير") == name_parts("عبدالرحيم بنصغير")
    True
    >>> len(name_parts("جمال العلوي")), name_parts("إلهام العلوي")[0] == fold("إلهام")
    (2, True)
    """
    people = vocabulary().people
    parts: list[str] = []
    joined = ""
    known = [spelling(x).norm if x.isalpha() else fold(x) for x in name.split()]  # most were met as tokens
    for word in " ".join(known).split():
        bare = word[2:] if word.startswith("ال") and len(word) > 3 else word
        if word in people.compounds or (word.startswith(_OPENING) and word[2:] in people.compounds):
            joined += _SON.get(word, word)
        elif joined or (parts and bare in people.second_parts and bare != word):
            head = joined or parts.pop()
            parts.append(head + bare)
            joined = ""
        else:
            parts.append(word if bare not in people.given and word in people.given else strip_article(word))
    if joined:
        parts.append(joined)
    return tuple(_unglued(part) for part in parts)


_SON: Final = {"ابن": "بن", "اوبن": "بن"}
"""Spellings of "son of" that make one name."""


_GLUED: Final = ("بنعبدال", "بنال", "عبدال", "بوال", "ايتال")


def _unglued(part: str) -> str:
    """ "بنعبدالله", "عبدالله": the article inside a glued compound goes too."""
    for head in _GLUED if part.startswith(_GLUED) else ():
        if part.startswith(head) and len(part) > len(head) + 1:
            return head[:-2] + part[len(head) :]
    return part


def one_slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter put in, left out, changed, or by two neighbours swapped."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > 1:
        return False
    k = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[k + 1 :] == b[k + 1 :] or (a[k : k + 2] == b[k : k + 2][::-1] and a[k + 2 :] == b[k + 2 :])
    return a[k + 1 :] == b[k:] if len(a) > len(b) else a[k:] == b[k + 1 :]


def _same_part(a: str, b: str) -> bool:
    """Equal but for one slip in a long part that is not "servant of": عبدالرحمن is not عبدالرحيم."""
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST_SLIP or a[:3] == "عبد" == b[:3]:
        return False
    return one_slip(a, b)


def same_person(a: str, b: str) -> bool:
    """Whether two names of one article are one person's: the shorter's parts, two at least, stand in the longer."""
    return _one(name_parts(a), name_parts(b))


def _one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    x, y = (b, a) if len(b) < len(a) else (a, b)
    if "".join(x) == "".join(y):
        return True
    if len(x) < 2:
        return len(x[0]) >= _LONG and x[0] == y[-1]  # "الرفيق بنعبد الله"
    slips = [p for p in x if p not in y]
    if not slips:
        return x[0] == y[0] or x[-1] == y[-1] or set(x) == set(y) or len(x) > 2
    given = vocabulary().people.given
    if len(slips) > 1 or (any(slip in given for slip in slips) and slips[0] != x[0]):
        return False
    return any(_same_part(slips[0], q) and q not in given for q in y if q not in x)


class Names:
    """The people of one article: every spelling with the name that stands for the person."""

    def __init__(self, mentions: Iterable[str]) -> None:
        counts: dict[str, int] = {}
        for name in mentions:
            counts[name] = counts.get(name, 0) + 1
        parts = {name: name_parts(name) for name in counts}
        apart = {name: {*own, "".join(own)} for name, own in parts.items()}  # one person's names share one of these
        groups: list[list[str]] = []
        having: dict[str, list[int]] = {}  # the groups that have a part
        for name in sorted(counts, key=lambda n: -len(parts[n])):
            own, shared = parts[name], apart[name]
            near = {g for part in shared if part in having for g in having[part]}
            home = [g for g in near if any(not shared.isdisjoint(apart[x]) and _one(own, parts[x]) for x in groups[g])]
            if len(home) == 1:
                groups[home[0]].append(name)
            else:
                home = [len(groups)]
                groups.append([name])
            for part in shared:
                having[part] = [*having.get(part, ()), *home]
        self._of: dict[str, str] = {}
        for group in groups:
            best = group[0]
            if len(group) > 1:
                told = [name for name in counts if name in group]
                best = max(told, key=lambda n: (len(parts[n]) > 1, counts[n], len(parts[n])))
            for name in group:
                self._of[name] = best
        self._family: dict[str, str] | None = None
        self._starts: set[str] = set()
        self.spellings: dict[str, list[str]] = {}
        for name in counts:
            self.spellings.setdefault(self._of[name], []).append(name)

    def canonical(self, name: str) -> str:
        """Return the name that stands for the person of this spelling."""
        return self._of[name]

    def add(self, spelling: str, canonical: str) -> None:
        """Note one more spelling of a person."""
        if spelling not in self._of:
            self._of[spelling] = canonical
            self.spellings[canonical].append(spelling)
            self._family = None

    def family_names(self) -> dict[str, str]:
        """Return the last parts that only one person bears, each with that person."""
        if self._family is None:
            bearers: dict[str, set[str]] = {}
            for canonical, spellings in self.spellings.items():
                for parts in map(name_parts, spellings):
                    if len(parts) > 1:
                        bearers.setdefault(parts[-1], set()).add(canonical)
            self._family = {part: next(iter(who)) for part, who in bearers.items() if len(who) == 1}
            heads = [head for head in vocabulary().people.compounds if len(head) == len("بن")]
            self._starts = {part[:3] for part in self._family}
            self._starts |= {head for head in heads if any(part.startswith(head) for part in self._family)}
        return self._family

    def family_starts(self) -> set[str]:
        """Return the first three letters of those parts."""
        self.family_names()
        return self._starts


def joined(words: Sequence[str]) -> str:
    """Return words as one name part would be folded, to compare with ``name_parts``."""
    people = vocabulary().people
    if len(words) > 1 and words[1] and words[1].removeprefix("ال") not in people.second_parts:
        first = words[0]  # only a compound makes them one
        if first not in people.compounds and not (first.startswith(_OPENING) and first[2:] in people.compounds):
            return ""
    parts = name_parts(" ".join(words))
    return parts[0] if len(parts) == 1 else ""
