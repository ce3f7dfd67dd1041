"""Review: what a build doubts, put to a person one question after the other; the answers are decisions."""

from graph_builder.review.questions import FactQuestion, PairQuestion, Question, questions
from graph_builder.review.session import Session

__all__ = ["FactQuestion", "PairQuestion", "Question", "Session", "questions"]
