"""Every regular expression takes steps in proportion to the text, whatever the text is.

Texts are made from each pattern to be slow on it: what its repetitions accept, again and again, and an end that does
not fit. Steps are counted by a matcher that does as ``re`` does, so that no clock decides.
"""

from __future__ import annotations

import re

import pytest

from tests.regex.collected import Expression, expressions
from tests.regex.steps import Attacks, Matcher, growth

SIZE = 20
MOST = 2.5
"""How many times more steps twice the text may take: 2 is linear, 4 quadratic; below that there is what is fixed."""
FEW = 200
"""Steps below which what is fixed hides how they grow."""
ENDS = ("\x00", "!")
EXPRESSIONS = expressions()


def worst(pattern: str, flags: int, way: str) -> tuple[float, str]:
    """Return the fastest growth of steps, and a text on which it is met."""
    matcher = Matcher(pattern, flags)
    found = (0.0, "")
    for start, pump in Attacks(matcher).all():
        for end in ENDS:
            ratio = growth(matcher, way, lambda n: start + pump * n + end, SIZE)  # noqa: B023  # called at once
            if matcher.steps > FEW:
                found = max(found, (ratio, f"{start!r} + {pump!r} * n + {end!r}"))
    return found


@pytest.mark.parametrize(
    "expression", EXPRESSIONS, ids=[one.where.removeprefix("graph_builder.") for one in EXPRESSIONS]
)
def test_steps_grow_with_the_text(expression: Expression) -> None:
    for way in sorted(expression.ways):
        ratio, text = worst(expression.pattern, expression.flags, way)
        assert ratio <= MOST, f"{way} of {expression.pattern!r} on {text}"


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"(a+)+$", "match"),
        (r"(a|a)*b", "match"),
        (r"(?:\s|\w+)*!x", "match"),
        (r"a*a*b", "match"),
        (r"\s+$", "search"),
        (r"\W*x", "search"),
        (r'".*?"x', "search"),
        (r"(?:ab?)*?(?:ab?)*c", "fullmatch"),
    ],
)
def test_patterns_that_are_slow_are_found(pattern: str, way: str) -> None:
    assert worst(pattern, 0, way)[0] > MOST


@pytest.mark.parametrize("expression", EXPRESSIONS[::4], ids=lambda one: one.where.removeprefix("graph_builder."))
def test_the_matcher_does_as_re_does(expression: Expression) -> None:
    compiled = re.compile(expression.pattern, expression.flags)
    matcher = Matcher(expression.pattern, expression.flags)
    for start, pump in Attacks(matcher).all():
        text = f"{start}{pump * 3}، {pump}!"
        assert matcher.search(text) == [found.span() for found in compiled.finditer(text)], text
        whole = compiled.fullmatch(start + pump)
        assert matcher.fullmatch(start + pump) == (whole and whole.span())
