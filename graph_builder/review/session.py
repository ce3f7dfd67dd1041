"""A session of review: which question is next, what an answer decides, and what undoing takes back. Prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from graph_builder.decisions.records import OnFact, OnPair, Record, Undo, content, record_id
from graph_builder.facts import FactError, as_json, from_json
from graph_builder.model import Verdict
from graph_builder.review.questions import FactQuestion, PairQuestion, Question

PAIR_VERDICTS: dict[str, Verdict] = {"y": "same", "n": "different", "u": "unsure"}
FACT_VERDICTS = {"y": "accepted", "n": "rejected", "u": "unsure"}


class Session:
    """Questions being answered. ``keep`` is told each decision at once, so that nothing is lost if the session ends."""

    def __init__(self, questions: Sequence[Question], written: Iterable[str], keep: Callable[[Record], None]) -> None:
        self._questions = questions
        self._written = set(written)
        self._keep = keep
        self._answers: list[OnPair | OnFact] = []

    @property
    def current(self) -> Question | None:
        """The question to answer; ``None`` when all are."""
        return self._questions[len(self._answers)] if len(self._answers) < len(self._questions) else None

    @property
    def progress(self) -> tuple[int, int]:
        """The number of the question, from 1, and of all."""
        return len(self._answers) + 1, len(self._questions)

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return len(self._answers)

    def answer(self, key: str, note: str | None = None) -> None:
        """Decide the current question: ``y``, ``n`` or ``u``."""
        match self.current:
            case PairQuestion(pair=pair, a=a, b=b):
                first, second = sorted((a.mention, b.mention))
                self._decide(OnPair(pair.a.kind, first, second, PAIR_VERDICTS[key], note))
            case FactQuestion(article=article, fact=fact):
                self._decide(OnFact(article.id, content(fact), FACT_VERDICTS[key], None, note))  # type: ignore[arg-type]

    def correct(self, changes: dict[str, Any]) -> None:
        """Decide that the current fact should say otherwise: field -> value, ``None`` for what is not stated.

        Raises:
            FactError: the fact would be none, or stays as it is.
        """
        question = self.current
        if not isinstance(question, FactQuestion):
            raise FactError("only a fact can be corrected")
        said = {**as_json(question.fact), **changes, "evidence": asdict(question.fact.evidence)}
        right = content(from_json(said))
        if right == content(question.fact):
            raise FactError("nothing changed")
        self._decide(OnFact(question.article.id, content(question.fact), "corrected", right))

    def undo(self) -> bool:
        """Take back the last answer of the session, and ask again; whether there was one."""
        if not self._answers:
            return False
        self._keep(Undo(record_id(self._answers.pop())))
        return True

    def _decide(self, record: OnPair | OnFact) -> None:
        while record_id(record) in self._written:
            record = replace(record, time=record.time + 1)
        self._written.add(record_id(record))
        self._keep(record)
        self._answers.append(record)
