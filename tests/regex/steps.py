"""A backtracking matcher that does as CPython's ``re`` does, and counts its steps: time without a clock.

It walks the tree that ``re`` itself makes of a pattern; single characters and places are judged by ``re``. A step is an
attempt to match a node at a place, or a place to which a repetition goes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from re import Pattern, _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

MOST = 200_000
Node = tuple[Any, Any]
_ONE = (_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN)


class TooManyError(Exception):
    """There were more than ``MOST`` steps."""


class Matcher:
    """A pattern, and how many steps were taken so far."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.tree = _parser.parse(pattern, flags)
        self._state = self.tree.state
        self._flags = self._state.flags
        self._judges: dict[int, Pattern[str]] = {}
        self._known: dict[tuple[int, str], bool] = {}
        self._text = ""
        self._groups: dict[int, tuple[int, int]] = {}
        self.steps = 0

    def search(self, text: str) -> list[tuple[int, int]]:
        """Return all matches, as ``finditer`` does."""
        found, start = [], 0
        while start <= len(text):
            match = next(((s, e) for s in range(start, len(text) + 1) if (e := self._first(text, s)) is not None), None)
            if match is None:
                break
            found.append(match)
            start = match[1] if match[1] > match[0] else match[1] + 1
        return found

    def match(self, text: str) -> tuple[int, int] | None:
        """Return the match at the beginning."""
        end = self._first(text, 0)
        return None if end is None else (0, end)

    def fullmatch(self, text: str) -> tuple[int, int] | None:
        """Return the match of all of it."""
        self._text, self._groups = text, {}
        return next(((0, end) for end in self._sequence(self.tree, 0, 0) if end == len(text)), None)

    def _first(self, text: str, start: int) -> int | None:
        self._text, self._groups = text, {}
        return next(self._sequence(self.tree, 0, start), None)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > MOST:
            raise TooManyError

    def _sequence(self, nodes: Sequence[Node], k: int, at: int) -> Iterator[int]:
        if k == len(nodes):
            yield at
            return
        for end in self._node(nodes[k], at):
            yield from self._sequence(nodes, k + 1, end)

    def _node(self, node: Node, at: int) -> Iterator[int]:
        self._step()
        op, value = node
        if op in _ONE:
            if at < len(self._text) and self.accepts(node, self._text[at]):
                yield at + 1
        elif op is _constants.AT:
            if self._judged(node, at):
                yield at
        else:
            yield from getattr(self, f"_{str(op).lower()}")(value, at)

    def accepts(self, node: Node, character: str) -> bool:
        """Whether a node that stands for one character stands for this one."""
        key = id(node), character
        if key not in self._known:
            self._known[key] = self._judge(node).match(character) is not None
        return self._known[key]

    def _judged(self, node: Node, at: int) -> bool:
        return self._judge(node).match(self._text, at) is not None

    def _judge(self, node: Node) -> Pattern[str]:
        if id(node) not in self._judges:
            self._judges[id(node)] = _compiler.compile(_parser.SubPattern(self._state, [node]), self._flags)
        return self._judges[id(node)]

    def _branch(self, value: Any, at: int) -> Iterator[int]:
        for alternative in value[1]:
            yield from self._sequence(alternative, 0, at)

    def _subpattern(self, value: Any, at: int) -> Iterator[int]:
        group, _, _, inner = value
        for end in self._sequence(inner, 0, at):
            if group is not None:
                self._groups[group] = at, end
            yield end

    def _atomic_group(self, value: Any, at: int) -> Iterator[int]:
        end = next(self._sequence(value, 0, at), None)
        if end is not None:
            yield end

    def _groupref(self, value: Any, at: int) -> Iterator[int]:
        start, end = self._groups[value]
        said = self._text[start:end]
        if self._text.startswith(said, at):
            yield at + len(said)

    def _assert(self, value: Any, at: int) -> Iterator[int]:
        if self._holds(value, at):
            yield at

    def _assert_not(self, value: Any, at: int) -> Iterator[int]:
        if not self._holds(value, at):
            yield at

    def _holds(self, value: Any, at: int) -> bool:
        direction, inner = value
        if direction > 0:
            return next(self._sequence(inner, 0, at), None) is not None
        start = at - inner.getwidth()[0]
        return start >= 0 and any(end == at for end in self._sequence(inner, 0, start))

    def _max_repeat(self, value: Any, at: int) -> Iterator[int]:
        low, high, inner = value
        if len(inner) == 1 and inner[0][0] in _ONE:
            end = self._run(inner[0], at, high)
            for place in range(end, at + low - 1, -1):
                self._step()
                yield place
        else:
            yield from self._again(value, 0, at)

    def _run(self, node: Node, at: int, most: Any) -> int:
        """Return where a run of single characters ends."""
        end = at
        while end < len(self._text) and end - at < most and self.accepts(node, self._text[end]):
            self._step()
            end += 1
        return end

    def _again(self, value: Any, times: int, at: int) -> Iterator[int]:
        low, high, inner = value
        if times < high:
            for end in self._sequence(inner, 0, at):
                if end > at or times < low:
                    yield from self._again(value, times + 1, end)
        if times >= low:
            yield at

    def _min_repeat(self, value: Any, at: int) -> Iterator[int]:
        low, high, inner = value
        places, times = [at], 0
        while places:
            if times >= low:
                yield from places
            if times == high:
                return
            places = [end for place in places for end in self._sequence(inner, 0, place)]
            times += 1

    def _possessive_repeat(self, value: Any, at: int) -> Iterator[int]:
        low, high, inner = value
        times = 0
        while times < high:
            end = next(self._sequence(inner, 0, at), None)
            if end is None or end == at:
                break
            at, times = end, times + 1
        if times >= low:
            yield at


_CANDIDATES = "ا1a -.\n\t/:,،و(<\"'|•_=+#?X\u064eé»[]{}%@~\\^!٣x\x00\u202e"


class Attacks:
    """What is made for a pattern to be slow on: pairs of a beginning and of what is repeated after it."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def all(self) -> list[tuple[str, str]]:
        """Return them."""
        tree = self._matcher.tree
        repeats = [node for node in _walk(tree) if str(node[0]).endswith("REPEAT") and node[1][1] > 20]
        own = [one for node in repeats for one in self._samples(node[1][2], 3)]
        begun = [self._samples(tree[:k], 1)[0] for k in range(1, min(len(tree), 5))]
        pumps = list(dict.fromkeys(filter(None, [*own, *self._samples(tree, 2), *begun])))[:10]
        pairs = [a + b for a in pumps[:4] for b in pumps[:4] if a != b][:8]
        before = max(("", *begun), key=len)
        return [(start, pump) for start in dict.fromkeys(["", before]) for pump in dict.fromkeys([*pumps, *pairs])]

    def _samples(self, nodes: Sequence[Node], most: int) -> list[str]:
        """Return strings that a part of the pattern accepts, more or less: of different characters and alternatives."""
        found = [""]
        for node in nodes:
            found = [before + after for before in found for after in self._of(node, most) or [""]][:most]
        return found

    def _of(self, node: Node, most: int) -> list[str]:
        op, value = node
        if op in _ONE:
            return self._characters(node)[:most]
        if str(op).endswith("REPEAT"):
            return [one * max(1, min(value[0], 4)) for one in self._samples(value[2], most)]
        if op in (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT, _constants.GROUPREF):
            return [""]
        return [one for inner in _inner(node)[:most] for one in self._samples(inner, most)][:most]

    def _characters(self, node: Node) -> list[str]:
        op, value = node
        own = [value] if op is _constants.LITERAL else []
        if op is _constants.IN:
            own = [
                v if k is _constants.LITERAL else v[0] for k, v in value if k in (_constants.LITERAL, _constants.RANGE)
            ]
        known = dict.fromkeys([*map(chr, own[:3]), *_CANDIDATES])
        return [character for character in known if self._matcher.accepts(node, character)]


def _walk(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        for inner in _inner(node):
            yield from _walk(inner)


def _inner(node: Node) -> list[Sequence[Node]]:
    op, value = node
    if op is _constants.BRANCH:
        return list(value[1])
    if op is _constants.SUBPATTERN:
        return [value[3]]
    if str(op).endswith("REPEAT"):
        return [value[2]]
    if op in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    return [value] if op is _constants.ATOMIC_GROUP else []


def growth(matcher: Matcher, way: str, make: Callable[[int], str], size: int) -> float:
    """Return how many times more steps a text takes that is twice as long."""
    counts = []
    for n in (size, 2 * size):
        matcher.steps = 0
        try:
            getattr(matcher, way)(make(n))
        except TooManyError:
            return float("inf")
        counts.append(matcher.steps)
    return counts[1] / counts[0]
