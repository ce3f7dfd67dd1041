"""Any facts that the schema allows, for property tests."""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from graph_builder.facts import KINDS
from graph_builder.model import Evidence, Fact

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip()))
DATES = st.sampled_from(["2017", "2017-02", "2017-02-03", "XXXX-06-30", "2017-04-23/2017-04-25"])
WHOLE = st.integers(0, 2**53 - 1)


def value(hint: Any, name: str) -> st.SearchStrategy[Any]:
    """Values of a field of the model."""
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(TEXT, max_size=3).map(tuple)
    if get_origin(hint) in (Union, types.UnionType):
        inner = next(arg for arg in get_args(hint) if arg is not types.NoneType)
        return st.none() | value(inner, name)
    if hint is Evidence:
        return instances(Evidence)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(), int: WHOLE, float: st.floats(0, 1),
        str: DATES if name in ("since", "until", "date", "adopted", "due") else TEXT,
    }  # fmt: skip
    return plain[hint]


def instances(sort: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(sort)
    return st.builds(sort, **{name: value(hint, name) for name, hint in hints.items()})


FACTS: st.SearchStrategy[Fact] = st.one_of(*(instances(sort) for sort in KINDS))
