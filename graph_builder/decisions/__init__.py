"""What people decided: which names are one thing, which facts hold. Kept apart from builds, as lines, replayed."""

from graph_builder.decisions.file import decisions_on, read_decisions
from graph_builder.decisions.records import OnFact, OnPair, Record, Undo
from graph_builder.decisions.replay import Decisions

__all__ = ["Decisions", "OnFact", "OnPair", "Record", "Undo", "decisions_on", "read_decisions"]
