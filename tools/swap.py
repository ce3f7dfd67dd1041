"""Phrases put in each other's place in Arabic text, whatever clitics stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from graph_builder.arabic.normalise import MARKS, fold

WORD: Final = re.compile(rf"[\w{MARKS}]+")
CLITICS: Final = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب", "فل", "فب")
_JOINT: Final = re.compile(r"[ \u00a0]{1,2}| ?[-–] ?")
"""What stands between the words of one phrase."""

Phrases = dict[str, str]
"""What stands in the place of what."""


class Swap:
    """Phrases put in each other's place, longest first, with the clitics before them ("لحسن" from "لمراد")."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str, str]]] = {}
        for phrase, other in phrases.items():
            words = [_key(word) for word in WORD.findall(phrase)]
            self._by_first.setdefault(words[0], []).append((words, phrase, other))
        for same in self._by_first.values():
            same.sort(key=lambda each: -len(each[0]))

    def __call__(self, text: str) -> str:
        """Return the text with its phrases replaced."""
        return "".join(piece for piece, _ in self.pieces(text))

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the text piece by piece, each with the phrase that it replaces, if any."""
        words = list(WORD.finditer(text))
        norms, at, i = [_key(word[0]) for word in words], 0, 0
        while i < len(words):
            match = self._at(text, words, norms, i)
            if match is None:
                i += 1
                continue
            end, prefix, phrase, other = match
            yield text[at : words[i].start()], ""
            yield _joined(words[i][0][: len(prefix)], other), phrase
            at, i = words[end - 1].end(), end
        yield text[at:], ""

    def _at(self, text: str, words: list[re.Match[str]], norms: list[str], i: int) -> tuple[int, str, str, str] | None:
        for prefix in CLITICS:
            if not norms[i].startswith(prefix):
                continue
            bare = norms[i][len(prefix) :]
            for first in (bare, "ا" + bare) if prefix[-1:] == "ل" else (bare,):
                for own, phrase, other in self._by_first.get(first, ()):
                    end = i + len(own)
                    joints = (text[words[k].end() : words[k + 1].start()] for k in range(i, min(end, len(words)) - 1))
                    if norms[i + 1 : end] == own[1:] and all(map(_JOINT.fullmatch, joints)):
                        return end, prefix, phrase, other
        return None


def _key(word: str) -> str:
    """A word folded, but for its ta marbuta: "كاتبه" is his secretary, "كاتبة" a woman."""
    return fold(word)[:-1] + "ة" if word.endswith("ة") else fold(word)


def found(text: str, phrases: Iterable[str]) -> list[str]:
    """Return those of the phrases that stand in a text, longest first where they overlap."""
    return list(dict.fromkeys(phrase for _, phrase in Swap(dict.fromkeys(phrases, "")).pieces(text) if phrase))


def rest(text: str, phrases: Iterable[str]) -> str:
    """Return a text without the phrases."""
    return " / ".join(piece for piece, phrase in Swap(dict.fromkeys(phrases, "")).pieces(text) if not phrase)


def _joined(prefix: str, phrase: str) -> str:
    """A clitic and a phrase: ل and ال make لل."""
    return prefix + ("ل" + phrase[2:] if prefix.endswith("ل") and phrase.startswith("ال") else phrase)
