"""The steps of a procedure told in order: "أولا ... بعدها ... ثم ... في المرحلة الثانية ...", as a branch takes in members."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.rules.triggers import tells, words
from graph_builder.extraction.sections import Sections
from graph_builder.model import StepFact

NAMES = ("steps.sequence",)
EXAMPLES = (
    (
        "مسطرة الانخراط بفرع حزب الاستقلال بسلا: بعد التوصل بالطلب يتم الاتصال بالراغبين، ثم عقد لقاء مباشر معهم، وبعدها ملء الاستمارة.",
        ("1 | بعد التوصل بالطلب يتم الاتصال بالراغبين", "2 | عقد لقاء مباشر معهم", "3 | ملء الاستمارة"),
    ),
)
NEAR_MISSES = ("ثم غادر كريم العلمي القاعة.", "بعد اللقاء توجه الوفد إلى سلا، ثم عاد إلى الرباط.")
_PROCEDURE: Final = words(
    "مسطرة الانخراط انخراط المنخرطين المنخرطات المنخارطات المنخارطيا الملتحقين الملتحقات المنخارطين العضوية إدماج لادماج الاستمارة الاستمارات استمارة"
)
_THEN: Final = words("ثم بعدها وبعدها وثم وأخيرا أخيرا بعدئذ")
_STAGE: Final = words("المرحلة مرحلة المراحل")
CONFIDENCE: Final = 0.7
_NAMED: Final = words("مسطرة الانخراط انخراط العضوية إدماج")
FEWEST: Final = 3
"""Steps: fewer are no procedure."""
SHORTEST: Final = 2
"""Words of a step."""


def steps(d: Discourse, sections: Sections) -> Iterator[StepFact]:
    """Yield the steps of each procedure that one passage tells, numbered in the order of the text."""
    for _, passage in groupby(d.sentences, lambda s: sections.speaker_at(s) or ("passage", s.paragraph)):
        yield from _procedure([s for s in passage if not sections.is_heading(s)], sections)


def _procedure(sentences: list[Sentence], sections: Sections) -> Iterator[StepFact]:
    if not any(tells(s, _PROCEDURE) for s in sentences) or not any(tells(s, _THEN) for s in sentences):
        return
    passage = [(s, step) for s in sentences for step in _split(s)]
    if len(passage) < FEWEST or not any(w in _PROCEDURE for s, _ in passage for w in s.norm):
        return
    if not any(w in _THEN for s, _ in passage for w in s.norm) or not any(_opens(s) for s, _ in passage):
        return
    first = passage[0][0]
    body = sections.body_at(first) or _body(first)
    seen: set[str] = set()
    number = 0
    for s, step in passage:
        if step not in seen:
            seen.add(step)
            number += 1
            yield StepFact(_name(first), body, number, step, s.evidence("steps.sequence", CONFIDENCE))


def _opens(s: Sentence) -> bool:
    return any(w in _PROCEDURE for w in s.norm) or any(w in _STAGE for w in s.norm)


def _name(first: Sentence) -> str:
    k = next((k for k, w in enumerate(first.norm) if w in _NAMED), None)
    if k is None:
        return "الانخراط"
    two = k + 1 < len(first.norm) and first.tokens[k + 1].word.kind == "word"
    return first.text(k, k + 1 + two)


def _body(s: Sentence) -> str | None:
    found = [b for b in bodies_in(s) if b.kind == "party"]
    return found[0].name + (f" {found[0].place.name}" if found and found[0].place else "") if found else None


def _split(s: Sentence) -> Iterator[str]:
    """Cut a sentence where it says "then", and at commas and items of a numbered list."""
    start = 0
    for k in range(len(s.norm) + 1):
        cut = k == len(s.norm) or s.norm[k] in _THEN or s.is_sign(k, "،؛:") or _item(s, k)
        if not cut:
            continue
        words_in = [x for x in range(start, k) if s.tokens[x].word.kind == "word"]
        if len(words_in) >= SHORTEST:
            heading = s.is_sign(k, ":") and any(s.norm[x] in _PROCEDURE for x in words_in)
            if not heading:
                yield s.text(words_in[0], words_in[-1] + 1)
        start = k + (k < len(s.norm) and (s.norm[k] in _THEN or s.tokens[k].word.kind == "punct"))


def _item(s: Sentence, k: int) -> bool:
    return s.tokens[k].word.kind == "number" and s.is_sign(k + 1, "-.)")
