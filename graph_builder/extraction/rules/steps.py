"""The steps of a procedure told in order: "بعد التوصل بالطلب ... ثم ... وبعد ذلك ...", as a branch takes in members."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import PersonMention
from graph_builder.extraction.rules.triggers import saying, tells, trigger, words
from graph_builder.extraction.sections import Sections
from graph_builder.model import StepFact

NAMES = ("steps.sequence",)
EXAMPLES = (
    (
        "مسطرة الانخراط بفرع حزب الاستقلال بسلا: بعد التوصل بالطلب يتم الاتصال بالراغبين، ثم عقد لقاء مباشر معهم، وبعدها ملء الاستمارة.",
        ("1 | بعد التوصل بالطلب يتم الاتصال بالراغبين", "2 | عقد لقاء مباشر معهم", "3 | ملء الاستمارة"),
    ),
    (
        "وبخصوص الانخراط، نبدأ بلقاء فردي، ثم نسلم صاحب الطلب القانون الأساسي، وبعد ذلك يعرض الملف على المكتب.",
        ("1 | نبدأ بلقاء فردي", "2 | نسلم صاحب الطلب القانون الأساسي", "3 | يعرض الملف على المكتب"),
    ),
    (
        "تمر مسطرة التزكية من ثلاث محطات. في المرحلة الأولى يودع الملف لدى الفرع. في المرحلة الثانية تدرسه لجنة إقليمية. وأخيرا تبت فيه القيادة.",
        ("1 | يودع الملف لدى الفرع", "2 | تدرسه لجنة إقليمية", "3 | تبت فيه القيادة"),
    ),
    (
        "توصل فرع حزب الاستقلال بسلا بعشرين طلب انخراط.\n\nنبدأ بلقاء فردي، ثم نملأ الاستمارة، وبعد ذلك يعرض الملف على المكتب. وتشرف على هذه المسطرة لجنة من الفرع.",
        ("3 | يعرض الملف على المكتب",),
    ),
)
NEAR_MISSES = (
    "ثم غادر كريم العلمي القاعة.",
    "بعد اللقاء توجه الوفد إلى سلا، ثم عاد إلى الرباط.",
    "استمع الحاضرون إلى التقرير الأدبي، ثم فتح باب النقاش، وتم تسجيل ارتفاع عدد المنخرطين، ثم رفعت الجلسة.",
    "قدم المستشارون استقالتهم، ما سيجعلهم عرضة للتجريد من العضوية، ويتعلق الأمر بكريم العلمي، ثم سعيد الناصري، ثم أمينة الفاسي.",
)
_NAMED: Final = trigger("procedure")
_PROCEDURE: Final = trigger("procedure_of")
_THIS: Final = words("المسطرة")
"""The procedure that the article has named before."""
_THEN: Final = trigger("then")
_AFTER: Final = trigger("after")
_THAT: Final = trigger("after_that")
_STAGE: Final = trigger("stage")
_IN: Final = words("في وفي أما وأما")
_FIRST: Final = trigger("first_step")
CONFIDENCE: Final = 0.7
FEWEST: Final = 3
"""Steps: fewer are no procedure."""
SHORTEST: Final = 2
"""Words of a step."""


def steps(d: Discourse, sections: Sections) -> Iterator[StepFact]:
    """Yield the steps of each procedure that one passage tells, numbered in the order of the text."""
    for _, passage in groupby(d.sentences, lambda s: sections.speaker_at(s) or ("passage", s.paragraph)):
        yield from _procedure(d, [s for s in passage if not sections.is_heading(s)], sections)


def _procedure(d: Discourse, sentences: list[Sentence], sections: Sections) -> Iterator[StepFact]:
    """Yield what is told step by step where a passage names a procedure; a clause that names a person tells news."""
    name = _name(sentences) or (_name(d.sentences) if any(tells(s, _THIS) for s in sentences) else None)
    if name is None or not any(tells(s, _THEN) or tells(s, _STAGE) for s in sentences):
        return
    told = [(s, i, j) for s in sentences for i, j in _clauses(s)]
    if len(told) < FEWEST or any(i <= p.i < j for s, i, j in told for p in of_type(s, PersonMention)):
        return
    first = told[0][0]
    told = [*_first_sentence(sentences, first), *told]
    body = sections.body_at(first) or _body(first)
    for number, (s, i, j) in enumerate(told, 1):
        yield StepFact(name, body, number, s.text(i, j), s.evidence("steps.sequence", CONFIDENCE))


def _name(sentences: list[Sentence]) -> str | None:
    """What the passage calls the procedure: "مسطرة التزكية", else "الانخراط"."""
    for s in sentences:
        for k in saying(s, _NAMED):
            if s.norm[k] in _NAMED and k + 1 < len(s.norm) and s.tokens[k + 1].word.kind == "word":
                return s.text(k, k + 2)
    found = ((s, k) for s in sentences for k in saying(s, _PROCEDURE) if s.norm[k] in _PROCEDURE)
    return next((s.text(k, k + 1) for s, k in found), None)


def _body(s: Sentence) -> str | None:
    found = [b for b in bodies_in(s) if b.kind == "party"]
    return found[0].name + (f" {found[0].place.name}" if found and found[0].place else "") if found else None


def _clauses(s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the clauses that a word of order opens, and the one before the first of them if it begins a procedure."""
    openings = [(k, end) for k in range(len(s.norm)) if (end := _order(s, k)) > k]
    if not openings:
        return
    if (first := _beginning(s, openings[0][0])) is not None:
        openings.insert(0, (first, first))
    for (_, start), (stop, _) in pairwise([*openings, (len(s.norm), 0)]):
        said = [x for x in range(start, stop) if s.tokens[x].word.kind == "word" and s.norm[x] != "و"]
        if len(said) >= SHORTEST:
            yield said[0], said[-1] + 1 + s.is_sign(said[-1] + 1, ")")


def _first_sentence(sentences: list[Sentence], ordered: Sentence) -> Iterator[tuple[Sentence, int, int]]:
    """Yield the sentence before the first with a word of order, if it tells the beginning."""
    for before, s in pairwise(sentences):
        if s is ordered and _beginning(s, len(s.norm)) is None and tells(before, _FIRST):
            yield before, 0, max(k for k, token in enumerate(before.tokens) if token.word.kind == "word") + 1


def _order(s: Sentence, k: int) -> int:
    """The end of the words of order that begin at token ``k``: "ثم", "وبعد ذلك", "في المرحلة الثانية"; 0 if none do."""
    following = s.norm[k + 1 : k + 3]
    if s.norm[k] in _THEN:
        return k + 1
    if s.norm[k] in _AFTER and following[:1] and following[0] in _THAT:
        return k + 2
    if s.norm[k] in _IN and following[:1] and following[0] in _STAGE:
        return k + 3
    return 0


def _beginning(s: Sentence, before: int) -> int | None:
    """Where the clause before the first word of order begins, if it is told as the beginning: "بعد التوصل", "نبدأ", "يتم"."""
    return next((k for k in range(before) if s.norm[k] in _FIRST), None)
