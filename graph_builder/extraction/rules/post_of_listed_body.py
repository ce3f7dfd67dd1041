"""Members of a body told by its name and a list: "يتكون المكتب السياسي من: X، Y، Z", "عضوية الكتابة المحلية عادت إلى ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap, people_run
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, Mention, PersonMention, RoleMention
from graph_builder.extraction.mentions.bodies import read_that_body
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.roster import only
from graph_builder.extraction.rules.triggers import COMPOSING, ELECTING, first_of, last_of, saying, says, words

NAMES = ("post.member_of_listed_body",)
EXAMPLES = (
    (
        "ويتكون المكتب الإقليمي لحزب الاستقلال بسطات من: كريم العلمي، سعيد الناصري، فاطمة الزاوي.",
        (
            "كريم العلمي | عضو | المكتب الإقليمي",
            "سعيد الناصري | عضو | المكتب الإقليمي",
            "فاطمة الزاوي | عضو | المكتب الإقليمي",
        ),
    ),
    (
        "أما عضوية المكتب المحلي لحزب الاستقلال بسلا فعادت إلى كريم العلمي وسعيد الناصري.",
        ("كريم العلمي | عضو | المكتب المحلي", "سعيد الناصري | عضو | المكتب المحلي"),
    ),
    (
        "أفرز المؤتمر الإقليمي لحزب الاستقلال بسطات المكتب الإقليمي الجديد، وهو يضم كلا من:\nالعلوي كريم\nالناصري سعيد\nالتازي حميد",
        ("العلوي كريم | عضو | المكتب الإقليمي | حزب الاستقلال | سطات", "التازي حميد | عضو | المكتب الإقليمي"),
    ),
    (
        "وتضم التشكيلة الجديدة للمكتب السياسي لحزب الاستقلال بالإضافة إلى كريم العلمي، سعيد الناصري وفاطمة الزاوي.",
        ("سعيد الناصري | عضو | المكتب السياسي", "فاطمة الزاوي | عضو | المكتب السياسي"),
    ),
    (
        "ويضم المكتب السياسي لحزب الاستقلال كذلك كريم العلمي، وفاطمة الزاوي، إضافة إلى سعيد الناصري وحميد التازي.",
        ("كريم العلمي | عضو | المكتب السياسي", "حميد التازي | عضو | المكتب السياسي"),
    ),
    (
        "وأوضح البلاغ أن المكتب السياسي لحزب الاستقلال يضم 15 عضوا ضمنهم امرأتان وهما منى الزين وفاطمة الزاوي.",
        ("منى الزين | عضو | المكتب السياسي", "فاطمة الزاوي | عضو | المكتب السياسي"),
    ),
    (
        "ويضم المكتب السياسي لحزب الاستقلال 24 عضوا؛ وهم منى الزين، وفاطمة الزاوي، وكريم العلمي.",
        ("منى الزين | عضو | المكتب السياسي", "كريم العلمي | عضو | المكتب السياسي"),
    ),
    (
        "صادق المؤتمر الإقليمي لحزب الاستقلال بسلا على عضوية كل من كريم العلمي وفاطمة الزاوي في الكتابة الإقليمية.",
        ("كريم العلمي | عضو | الكتابة الإقليمية", "فاطمة الزاوي | عضو | الكتابة الإقليمية"),
    ),
)
NEAR_MISSES = (
    "استقبل المكتب السياسي لحزب الاستقلال فائزين بالجائزة وهما منى الزين وفاطمة الزاوي.",
    "استقبلت لائحة المكتب السياسي بالإضافة إلى كريم العلمي، سعيد الناصري وفاطمة الزاوي.",
    "وصل إلى سلا وفد عن المكتب السياسي لحزب الاستقلال ضم كلا من كريم العلمي وسعيد الناصري.",
    "استقبل المكتب السياسي لحزب الاستقلال كريم العلمي وسعيد الناصري.",
    "عقد المكتب المحلي لقاء مع كريم العلمي: فرصة جديدة.",
)
_COMPOSING: Final = COMPOSING | words(
    "تطعيم تعزيز عضوية لعضوية بعضوية عضويته عضويتها تشكيلة تركيبة أعضاء الأعضاء المنتخبين"
)
_BRIDGE: Final = words(
    "من كل كلا إلى فعادت عادت كالتالي كالآتي على الشكل التالي النحو الآتي السادة السيدات بكل وهم هم الإخوة الأخوات والسادة الأمر ويتعلق الجديد المنتخب الأسماء أسماء التالية التالي كذلك أيضا بالإضافة إضافة"
)
_FOR_SEATS: Final = words("لعضوية العضوية عضويته عضويتها بعضوية")
_EACH_OF: Final = words("كل كلا لكل بكل")
_LINES_FOLLOW: Final = _EACH_OF | words(
    "السادة والسادة السيدات والسيدات الإخوة الأخوات والأخوات الرفاق الرفيقات أسماؤهم الأسماء"
)
_GIVEN_TO: Final = words("على إلى الى لصالح من")
_AS_FOR: Final = words("أما اما فيما بينما")
_DELEGATION: Final = words("وفد وفدا الوفد لائحة")
_THEY: Final = words("هم هن هما")
_SEATS: Final = words("عضوية وعضوية")
_TELLING: Final = COMPOSING | _SEATS
_IN_SEATS: Final = words("في عضويتها عضويته كلا كلاّ")
_MEMBER: Final = "عضو"
_FEWEST: Final = 2
"""Names: one is no list."""
_LISTED: Final = 16
"""Words between the body and the colon that opens the list."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the members of bodies whose list follows, or goes before."""
    yield from _membership(d, s)
    yield from _they_are(d, s)
    yield from _chosen_for_seats(d, s)
    yield from _in_lines(d, s)
    for k, m in enumerate(s.mentions):
        body = m.body if isinstance(m, EventMention) and m.kind == "election" else m
        if not isinstance(body, BodyMention) or body.kind == "public" or k + 1 >= len(s.mentions):
            continue
        if any(w in _DELEGATION for w in s.norm[: body.i]):
            continue
        person = s.mentions[k + 1]
        if not isinstance(person, PersonMention) or not _opens(d, s, m, body, person):
            continue
        run = [p for p in people_run(s, k + 1, 1, d.vocabulary) if not _has_own_role(d, s, p)]
        if body.generic and (body := d.full_body(s, body)).generic:
            continue
        if len(run) >= _FEWEST:
            for member in run:
                yield Holding(
                    member, office_of(body, _MEMBER, "member"), s, "post.member_of_listed_body", 0.9, "elected"
                )


def _membership(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "على عضوية كل من X وY في الكتابة المحلية", "وتضم في عضويتها X وY": the body told after the list, or before the verb."""
    for k in saying(s, _TELLING):
        joins = says(s, k, COMPOSING) and s.norm[k].startswith("و")
        if s.norm[k] not in _SEATS and not joins:
            continue
        at = next((n for n, m in enumerate(s.mentions) if m.i > k), None)
        first = s.mentions[at] if at is not None else None
        if at is None or not isinstance(first, PersonMention) or not _only_bridge(s, k + 1, first.i):
            continue
        run = people_run(s, at, 1, d.vocabulary)
        after = s.mentions[at + len(run)] if at + len(run) < len(s.mentions) else None
        before = [m for m in s.mentions[:at] if isinstance(m, BodyMention) and m.number == "singular"]
        before = [] if any(w in _DELEGATION for w in s.norm[:k]) else before
        told = (
            after
            if isinstance(after, BodyMention) and s.norm[k] in _SEATS
            else before[-1]
            if joins and before
            else None
        )
        if isinstance(told, BodyMention) and told.kind != "public" and len(run) >= _FEWEST:
            for member in run:
                role = office_of(told, _MEMBER, "member")
                yield Holding(member, role, s, "post.member_of_listed_body", 0.85, "elected")


def _in_lines(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "... انتخاب المكتب الجديد، إلى جانب كل من:" and then a name a line: members, but for those with an office beside."""
    if s.norm[-1:] != [":"] or not any(w in _LINES_FOLLOW for w in s.norm[-4:]):
        return
    if first_of(s, ELECTING | COMPOSING) is None:
        return
    members = [r.body for r in of_type(s, RoleMention) if r.key == "member" and r.form.number == "plural" and r.body]
    body = members[-1] if members else listed_body(d, s, len(s.norm))
    if body is None or body.kind == "public":
        return
    for line in d.sentences[s.index + 1 :]:
        if not line.item:
            return
        person = only(line, PersonMention)
        if isinstance(person, PersonMention):
            role = office_of(body, _MEMBER, "member")
            yield Holding(person, role, line, "post.member_of_listed_body", 0.85, "elected")


def _chosen_for_seats(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "انتخب لعضوية المكتب كل من X وY", "عادت العضوية لكل من X وY": seats before the list, of the body told or listed."""
    for k in saying(s, _FOR_SEATS):
        at = next((n for n, m in enumerate(s.mentions) if m.i > k and isinstance(m, PersonMention)), None)
        if at is None or not any(s.norm[n] in _opening(s, k) for n in range(k + 1, s.mentions[at].i)):
            continue
        between = [m for m in s.mentions[:at] if m.i > k]
        told = read_that_body(s, k + 1, d.vocabulary) or next((m for m in between if isinstance(m, BodyMention)), None)
        body = told if told is not None and not told.generic else listed_body(d, s, k)
        run = people_run(s, at, 1, d.vocabulary)
        if body is not None and body.kind != "public" and len(run) >= _FEWEST and len(between) <= 1:
            for member in run:
                role = office_of(body, _MEMBER, "member")
                yield Holding(member, role, s, "post.member_of_listed_body", 0.85, "elected")


def _opening(s: Sentence, k: int) -> frozenset[str]:
    """What opens the list after a word of seats: "each of", after "as for" also "to" and "on"."""
    return _EACH_OF | _GIVEN_TO if any(says(s, n, _AS_FOR) for n in range(max(0, k - 2), k)) else _EACH_OF


def _they_are(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "عرض أسماء المكتب التنفيذي ...، وهم: X، وY، وZ": the body named last before "they are"."""
    for k in saying(s, _THEY):
        composed = last_of(s, COMPOSING, k)  # "المكتب الجديد يضم 9 أعضاء بينهم امرأتان وهما X وY"
        if not s.is_sign(k + 1, ":") and composed < 0:
            continue
        at = next((n for n, m in enumerate(s.mentions) if m.i > k), None)
        end, kinds = (k, (BodyMention, RoleMention)) if s.is_sign(k + 1, ":") else (composed, (BodyMention,))
        if any(r.j == k and r.form.number != "singular" for r in of_type(s, RoleMention)):
            continue  # "مستشارون وهم X وY"
        end += composed >= 0  # "يضم المكتب السياسي ... وهم X وY"
        before: list[Mention] = [m for m in s.mentions if (m.j <= end or m.i == end) and isinstance(m, kinds)]
        body = before[-1] if before else None
        if at is None or not isinstance(body, BodyMention) or body.number != "singular" or body.kind == "public":
            continue
        run = [p for p in people_run(s, at, 1, d.vocabulary) if not _has_own_role(d, s, p)]
        if len(run) >= _FEWEST and s.mentions[at].i - k <= _FEWEST:
            for member in run:
                role = office_of(body, _MEMBER, "member")
                yield Holding(member, role, s, "post.member_of_listed_body", 0.85, "elected")


def _only_bridge(s: Sentence, start: int, end: int) -> bool:
    return all(s.norm[n] in _BRIDGE or s.norm[n] in _IN_SEATS for n in range(start, end))


def _has_own_role(d: Discourse, s: Sentence, person: PersonMention) -> bool:
    """Whether a role follows the name, in brackets or not: that is the post, not membership alone."""
    at = s.mentions.index(person) + 1
    following = s.mentions[at] if at < len(s.mentions) else None
    return (
        isinstance(following, RoleMention)
        and gap(s, person, following, d.vocabulary) in ("", "(")
        and following.prefix == ""
    )


def _opens(d: Discourse, s: Sentence, m: Mention, body: BodyMention, person: PersonMention) -> bool:
    signs = gap(s, m, person, d.vocabulary, _BRIDGE | _COMPOSING | _IN_SEATS)
    composing = any(says(s, k, _COMPOSING) for k in range(max(0, body.i - 4), person.i))
    if composing and set(signs) <= set("w،,") and any(n in _EACH_OF for n in s.norm[person.i - 2 : person.i]):
        return True  # "شملت تشكيلة المكتب أسماء من مختلف الجهات، ويتعلق الأمر بكل من"
    if signs.endswith(":") and len(signs) <= _LISTED:
        return composing or first_of(s, ELECTING, person.i) is not None
    return composing and set(signs) <= set(",،:") and signs != ""
