"""Names in a long list of which nothing else is told: members of the body whose members its passage chooses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, RoleMention
from graph_builder.extraction.rules.roster import only
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    ELECTING,
    LEAVING,
    MAKING,
    RENEWING,
    says,
    tells,
    trigger,
    words,
)

NAMES = ("post.member_of_long_list",)
EXAMPLES = (
    (
        (
            "وتتكون الكتابة الإقليمية لحزب الاستقلال بسطات، إضافة إلى كاتبها، من ستة أعضاء يمثلون الفروع كما يلي:\n"
            "فرع سطات: كريم العلمي، سعيد الناصري، منى الزين.\nفرع برشيد: حميد التازي، نجاة الفاسي، عمر الراضي."
        ),
        (
            "كريم العلمي | عضو | الكتابة الإقليمية | حزب الاستقلال",
            "حميد التازي | عضو | الكتابة الإقليمية | حزب الاستقلال",
        ),
    ),
    (
        "عين المجلس الوطني لحزب الاستقلال أربعة يسيرون المكتب التنفيذي، وهم كريم العلمي وسعيد الناصري ومنى الزين وحميد التازي.",
        ("كريم العلمي | عضو | المكتب التنفيذي | حزب الاستقلال", "حميد التازي | عضو | المكتب التنفيذي"),
    ),
)
NEAR_MISSES = (
    "حضر اجتماع المكتب الإقليمي لحزب الاستقلال بسطات كريم العلمي، سعيد الناصري، منى الزين، حميد التازي.",
    "انتخب المكتب السياسي لحزب الاستقلال. وشارك في اللقاء كريم العلمي، سعيد الناصري، منى الزين، حميد التازي.",
    "جدد المكتب الإقليمي لحزب الاستقلال الترحم على شهداء الوطن: كريم العلمي، سعيد الناصري، منى الزين، حميد التازي.",
)
_CHOSEN: Final = ELECTING | COMPOSING | MAKING | RENEWING | trigger("listing")
_ASIDE: Final = (
    LEAVING | trigger("attending") | trigger("speaking") | trigger("receiving") | trigger("chairing") | trigger("training")
    | trigger("seeking") | words("شهداء ضحايا وزراء الوزراء وفاة تكريم لاعبين فنانين مرشحي المرشحين التعازي تعازيه مثل أمثال من بينهم ضيوف")
)  # fmt: skip
"""Words before a list of others than members."""
_CHOOSES: Final = words("انتخب ينتخب اختار يختار عين يعين نصب كلف شكل")
_FEWEST: Final = 3
"""Names: fewer may be somebody else's."""
_BACK: Final = 3
"""Sentences back to the body."""
CONFIDENCE: Final = 0.7


def holdings(d: Discourse, s: Sentence, known: Sequence[Holding]) -> Iterator[Holding]:
    """Yield the members, but for people of whom the sentence tells an office."""
    run, end = _run(d, s), _start(s)
    if len(run) < _FEWEST or end is None:
        return
    held = {id(h.person) for h in known}
    if sum(id(p) in held for _, p in run) > len(run) // _FEWEST:
        return
    body = _body(d, s, end)
    if body is None:
        return
    for line, person in run:
        if id(person) not in held:
            yield Holding(person, office_of(body, "عضو", "member"), line, NAMES[0], CONFIDENCE, "elected")


def _start(s: Sentence) -> int | None:
    """Where the list begins in the sentence that opens it: at its first name, or after the colon at its end."""
    first = next((m for m in s.mentions if isinstance(m, PersonMention)), None)
    if s.norm[-1:] == [":"]:
        return len(s.norm)
    return first.i if first is not None else None


def _run(d: Discourse, s: Sentence) -> list[tuple[Sentence, PersonMention]]:
    """The names that follow in the sentence, or a name a line after its colon."""
    if s.norm[-1:] == [":"]:
        lines: list[tuple[Sentence, PersonMention]] = []
        for line in d.sentences[s.index + 1 :]:
            person = only(line, PersonMention) if line.item else None
            if not isinstance(person, PersonMention):
                break
            lines.append((line, person))
        return lines
    at = next((n for n, m in enumerate(s.mentions) if isinstance(m, PersonMention)), None)
    return [(s, p) for p in people_run(s, at, 1, d.vocabulary)] if at is not None else []


def _body(d: Discourse, s: Sentence, end: int) -> BodyMention | None:
    """The one body of a party that the opening of the list, or a sentence before it, tells as chosen or made up."""
    if any(s.norm[k].removeprefix("و") in _ASIDE for k in range(end)):
        return None
    for other in d.sentences[max(0, s.index - _BACK) : s.index + 1][::-1]:
        until = end if other is s else len(other.norm)
        if other is not s and tells(other, LEAVING):
            return None
        offices = [r for r in of_type(other, RoleMention) if r.j <= until and r.form.number != "singular"]
        if any(r.key != "member" for r in offices):
            return None
        members = [r.body for r in offices if r.body is not None and r.body.kind == "party"]
        told = members or [b for b in bodies_in(other) if b.j <= until and _is_chosen(other, b)]
        if told and tells(other, _CHOSEN):
            return _filled(other, told[-1], until)
    return None


def _filled(s: Sentence, body: BodyMention, end: int) -> BodyMention:
    """The body that those chosen fill, if the one right after the verb is who chooses: "عين المجلس ... المكتب، وهم ..."."""
    later = [b for b in bodies_in(s) if body.j <= b.i and b.j <= end and b.kind == "party" and b.number == "singular"]
    return later[-1] if later and body.i > 0 and says(s, body.i - 1, _CHOOSES) else body


def _is_chosen(s: Sentence, body: BodyMention) -> bool:
    """Whether a word of choosing or composing stands right before a body of a party: "انتخاب المكتب", "لائحة المكتب"."""
    party = body.kind == "party" and body.number == "singular"
    return party and body.i > 0 and body.prefix != "و" and says(s, body.i - 1, _CHOSEN)
