"""One role, in the plural or dual, for a list of people: "أعضاء المكتب السياسي X وY", "X وY وZ (مستشارون)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import BRACKETED, WORDS, gap, people_run
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    Mention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.rules.list_lead import beside_them
from graph_builder.extraction.rules.list_references import are_leaders, told_last
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.roster import in_lines, only
from graph_builder.extraction.rules.status import (
    council_before,
    is_listing,
    of_many,
    renewal_told,
    status_of,
)
from graph_builder.extraction.rules.triggers import ELECTING, LISTING, first_of, says, words

NAMES = ("post.role_of_list",)
EXAMPLES = (
    (
        "عنوان\nتركيبة مكتب فرع حزب الاستقلال بسلا:\n1. الكاتب: كريم العلمي\n2. أمين المال: منى الزين\nالمستشارون :\n3. سعيد الناصري\n4. حميد التازي\n5. نجاة الفاسي",
        ("حميد التازي | المستشار | فرع | حزب الاستقلال | سلا",),
    ),
    (
        "حضر اللقاء أعضاء المكتب السياسي لحزب الاستقلال كريم العلمي، سعيد الناصري وحميد التازي.",
        (
            "كريم العلمي | عضو | المكتب السياسي",
            "سعيد الناصري | عضو | المكتب السياسي",
            "حميد التازي | عضو | المكتب السياسي",
        ),
    ),
    (
        "انتخب فرع حزب الاستقلال بسلا خالد السباعي وفاطمة الزاوي (مستشارون).",
        ("خالد السباعي | مستشار", "فاطمة الزاوي | مستشار"),
    ),
    (
        "انتخب فرع حزب الاستقلال بسلا خالد السباعي وفاطمة الزاوي (مستشارات ومستشارون).",
        ("خالد السباعي | مستشار", "فاطمة الزاوي | مستشار"),
    ),
    (
        "أما أعضاء المكتب الوطني لحزب الاستقلال، فانتخب المؤتمر كلا من كريم العلمي و سعيد الناصري.",
        ("كريم العلمي | عضو | المكتب الوطني | حزب الاستقلال | | elected", "سعيد الناصري | عضو | المكتب الوطني"),
    ),
    (
        "انتخب المجلس الوطني لحزب الاستقلال المكتب السياسي. أما الأعضاء الآخرون فهم: كريم العلمي، سعيد الناصري، فاطمة الزاوي.",
        ("كريم العلمي | العضو | المكتب السياسي", "فاطمة الزاوي | العضو | المكتب السياسي"),
    ),
    (
        "أما المستشارون المكلفون بمهام لدى الأمين العام لحزب الاستقلال فهم كريم العلمي وسعيد الناصري.",
        (
            "كريم العلمي | المستشار المكلف بمهام لدى الأمين العام",
            "سعيد الناصري | المستشار المكلف بمهام لدى الأمين العام",
        ),
    ),
    (
        "أعضاء المكتب السياسي لحزب الاستقلال:\n• كريم العلمي، أمين المال\n• فاطمة الزاوي\n• سعيد الناصري\nعقد الحزب لقاء.",
        ("فاطمة الزاوي | عضو | المكتب السياسي", "سعيد الناصري | عضو | المكتب السياسي"),
    ),
    (
        "انتخبت فاطمة الزاوي رئيسة لمجلس عمالة سلا. وانتخب كل من كريم العلمي (حزب الاستقلال) وسعيد الناصري (دون انتماء سياسي)، نوابا للرئيسة.",
        (
            "كريم العلمي | نائب الرئيسة | مجلس عمالة | حزب الاستقلال | سلا | elected",
            "سعيد الناصري | نائب الرئيسة | مجلس عمالة | | سلا | elected",
        ),
    ),
    (
        "جاء مكتب فرع حزب الاستقلال بسلا كالتالي:\nكريم العلمي: كاتب الفرع\n- خالد السباعي، فاطمة الزاوي، سعيد الناصري: مستشارون مكلفون بمهام",
        ("خالد السباعي | مستشار مكلف بمهام | | حزب الاستقلال", "سعيد الناصري | مستشار مكلف بمهام"),
    ),
    (
        "استقال من المجلس الجماعي لسلا كاتبة المجلس منى الزين، إضافة إلى المستشارين كريم العلمي وسعيد الناصري.",
        ("كريم العلمي | المستشار | المجلس الجماعي | | سلا", "سعيد الناصري | المستشار | المجلس الجماعي"),
    ),
    (
        "حضره عضوا المكتب السياسي لحزب الاستقلال كريم العلمي وسعيد الناصري.",
        ("كريم العلمي | عضو | المكتب السياسي", "سعيد الناصري | عضو"),
    ),
    (
        "وضم الوفد منى الزين وكريم العلمي، عضوي المكتب السياسي لحزب الاستقلال، وسعيد الناصري.",
        ("منى الزين | عضو | المكتب السياسي", "كريم العلمي | عضو | المكتب السياسي"),
    ),
    (
        "انتخب المكتب الجهوي لحزب الاستقلال. أما بقية الكتابة الإقليمية لحزب الاستقلال بسطات فهم: كريم العلمي نائبا للكاتب الإقليمي، ثم الأعضاء منى الزين وسعيد الناصري.",
        ("سعيد الناصري | العضو | الكتابة الإقليمية",),
    ),
)
NEAR_MISSES = (
    "انتخب حزب الاستقلال مكتبه الإقليمي بسلا، وحضر النواب حميد التازي وخالد السباعي ونبيل الراضي.",
    "انتخب أعضاء المكتب السياسي لحزب الاستقلال بعد الاجتماع كريم العلمي رئيسا.",
    "حضر أعضاء المكتب السياسي، وقال خالد السباعي كلمة.",
    "ترأس خالد السباعي اللقاء بحضور أعضاء المكتب.",
    "يتكون مكتب حزب الاستقلال بسلا من الأستاذ سعيد الناصري أمينا للمال، والنواب كريم العلمي وفاطمة الزاوي.",
    "وقع اختيار أعضاء المكتب المحلي لحزب الاستقلال بسلا على كريم العلمي.",
    "اجتمع المستشارون لدى الأمين العام. وقال خالد السباعي كلمة.",
)
_AS: Final = words("وهم هم هما بصفتهم بصفتهما وهن هن بصفتهن")
_VOTING: Final = words("انتخب ينتخب اختار يختار بايع زكى نصب عين كلف رشح صوت صوتت")
_FOR: Final = words("صوت صوتت يصوت")
_AMONG: Final = words("من ضمن أحد إحدى")
_OF: Final = words("من")
_OF_ALL: Final = words("أكبر أصغر")
_ON: Final = words("على")
_WITH: Final = words("لدى")
_EACH: Final = words("كل كلا بكل لكل")
_COUNCIL: Final = fold("مجلس")
_EACH_REACH: Final = 16
"""Words between "the members of the bureau" and "each of"."""
_LISTED: Final = 10
"""Words between "members of ..." and the colon that opens the list."""
_BRIDGE: Final = words(
    "السادة السيدات السيدين كل من وهم هم فهم فهن فهما هن وهن على التوالي الإخوة الأخوين الرفاق الرفيقين الأخوات والأخوات والسادة والسيدات هما اثنين فعادت إلى بكل بصفتهم بصفتهما ويتعلق الأمر ب الآخرون الآخرين الأخريات الباقون الباقين"
)


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the holders of plural and dual roles."""
    for k, role in enumerate(s.mentions):
        if isinstance(role, RoleMention) and not role.possessive and not role.event and of_many(role):
            yield from _list(d, s, k, role)


def _list(d: Discourse, s: Sentence, k: int, role: RoleMention) -> Iterator[Holding]:
    """The people whom the role of mention ``k`` is told of."""
    if _is_another(d, s, role):
        return
    if k and isinstance(s.mentions[k - 1], RoleMention) and (_qualifies(s, k) or _of_both(s, k)):
        return
    start = k
    both = _of_both(s, k + 1) if k + 1 < len(s.mentions) else None
    while k + 1 < len(s.mentions) and (_qualifies(s, k + 1) or _beside_whom(s, k + 1)):
        role, k = _joined(s, role, s.mentions[k + 1]), k + 1
    people, ahead = _people(d, s, k, role, start)
    if both:
        if not people and isinstance(again := s.mentions[k + 1], RoleMention):
            people, ahead = _people(d, s, k + 1, again, k + 1)
        role = both
    body = _body_listed(d, s, role) if role.body is None else None
    here = ahead and people != [] and any(m is people[0] for m in s.mentions)  # not in lines below
    seats = role.public and role.definite and ahead  # "حضر البرلمانيان X وY"
    if not people or not (role.modified or body or seats) or _of_others(s, role, people[0], here):
        return
    each = here and s.norm[people[0].i - 1] in _OF and s.norm[people[0].i - 2] in _EACH
    opened = each or (here and gap(s, role, people[0], d.vocabulary).endswith(":"))
    told = opened and _elected_before(d, s, people[0].i)
    if role.form.case == "accusative" and (role.body or role.party) is not None:
        role = replace(role, form=replace(role.form, number="dual", case="construct"))
        elected = told
    else:
        bare = role.body is None
        listed = is_listing(d, s) or _ends_roster(d, s)
        elected = told or (bare and (listed or first_of(s, ELECTING, role.i) is not None or not ahead))
    seeking = role.key in ("candidate", "list_head")
    status = "elected" if elected and not (role.former or seeking) else status_of(d, s, role)
    if sum(_has_place(s, person) for person in people) > 1:
        return  # "X (سطات)، Y (سلا)": the office of each is at his place
    for person in people:
        yield Holding(person, role, s, "post.role_of_list", 0.92, status, body=body)


def _is_another(d: Discourse, s: Sentence, role: RoleMention) -> bool:
    """ "أكبر الأعضاء سنا X", "أعضاء القيادة الجديدة": whether one of all is told, or the members of a body told before."""
    eldest = role.i > 0 and s.norm[role.i - 1] in _OF_ALL
    leaders = role.body is not None and are_leaders(role.body)
    return eldest or (leaders and told_last(d, s, role.i) is not None)


def _body_listed(d: Discourse, s: Sentence, role: RoleMention) -> BodyMention | None:
    """The body whose officers are listed, or the council that chose them, or that of another officer in the sentence."""
    body = None if role.public else listed_body(d, s, role.i) or council_before(d, s, role, chosen=True)
    if body is None and role.key == "adviser" and role.definite and _beside_council(s):
        return council_before(d, s, role)
    return body


def _beside_council(s: Sentence) -> bool:
    """ "كاتبة المجلس X، إضافة إلى المستشارين Y وZ": whether another officer of the sentence is of a council."""
    return any(r.body is not None and r.body.head == _COUNCIL for r in of_type(s, RoleMention))


def _has_place(s: Sentence, person: PersonMention) -> bool:
    """Whether a place stands in brackets after the name."""
    return s.is_sign(person.j, "(") and any(p.i == person.j + 1 for p in of_type(s, PlaceMention))


def _ends_roster(d: Discourse, s: Sentence) -> bool:
    """Whether the line follows a roster of officers elected: "المستشارون: X، Y" after a line for each officer."""
    return s.index > 0 and in_lines(d, d.sentences[s.index - 1]) and renewal_told(d, s)


def _of_others(s: Sentence, role: RoleMention, first: PersonMention, ahead: bool) -> bool:
    """ "وقع اختيار أعضاء الفرع على X": whether the names are no holders of the role, or those of another sort."""
    return (ahead and first.i > 0 and s.norm[first.i - 1] in _ON) or _of_parliament(s, role, first)


def _of_parliament(s: Sentence, role: RoleMention, first: PersonMention) -> bool:
    """ "أمين المال، والنواب X وY", "وحضر النواب X وY": members of parliament, no deputies of an officer or body."""
    told = role.prefix == "و" or (role.i > 0 and s.tokens[role.i - 1].word.kind == "word")
    return (
        told
        and not _heads_before(s, role)
        and role.key == "deputy"
        and role.definite
        and not role.modified
        and role.j == first.i
    )


def _heads_before(s: Sentence, role: RoleMention) -> bool:
    """Whether the head of a body is elected before the plural, his office told before his name: "الرئيس، X، والنواب Y وZ"."""
    before = [m for m in s.mentions if m.j <= role.i][-2:]
    if len(before) < 2 or not isinstance(head := before[0], RoleMention) or not isinstance(before[1], PersonMention):
        return False
    first = head.definite and not head.public and head.key in ("president", "secretary", "coordinator")
    return first and first_of(s, ELECTING | LISTING, head.i) is not None and before[1].i - head.j <= 2


def _next_person(s: Sentence, k: int) -> Mention | None:
    """The mention after the role; past who elects, if "each of" opens a list after him."""
    following = [m for m in s.mentions[k + 1 :] if not isinstance(m, (EventMention, BodyMention, PartyMention))]
    first = following[0] if following else None
    listed = isinstance(first, PersonMention) and s.norm[first.i - 1] in _OF and s.norm[first.i - 2] in _EACH
    return first if listed else s.mentions[k + 1] if k + 1 < len(s.mentions) else None


def _joined(s: Sentence, role: RoleMention, more: Mention) -> RoleMention:
    """The role with what qualifies it: "مستشارون مكلفون بمهام"."""
    with_ = f"{s.text(role.j, more.i)} " if more.i > role.j else ""
    if not isinstance(more, RoleMention):
        return role
    return replace(
        role, text=f"{role.text} {with_}{more.text}", j=more.j, party=role.party or more.party, modified=True
    )


def _people(d: Discourse, s: Sentence, k: int, role: RoleMention, start: int) -> tuple[list[PersonMention], bool]:
    """The list after the role, else the one before it; whether it is the one after.

    The role is mention ``k``; with what qualifies it, it begins at mention ``start``.
    """
    after = _next_person(s, k)
    if isinstance(after, PersonMention) and not _told_of_those_before(d, s, k, role):
        ahead = _ahead(d, s, role, after)
        if ahead is not None:
            return ahead, True
    if start > 0 and isinstance(s.mentions[start - 1], PersonMention) and role.prefix != "و":
        behind = _behind(d, s, start, role)
        if behind is not None:
            return behind, False
    return (_lines(d, s), True) if k == len(s.mentions) - 1 and s.norm[-1] in ":-" else ([], False)


def _ahead(d: Discourse, s: Sentence, role: RoleMention, first: PersonMention) -> list[PersonMention] | None:
    """The list after the role; ``None`` if what stands between says that it is another's."""
    signs = gap(s, role, first, d.vocabulary, _BRIDGE).replace(",", "")
    each = s.norm[first.i - 1] in _OF and s.norm[first.i - 2] in _EACH and role.key == "member"
    if (each and role.i > 0 and says(s, role.i - 1, _FOR)) or beside_them(s, role, first.i):
        return []  # "صوت أعضاء المجلس لفائدة كل من X وY"
    if each and role.modified and set(signs) <= set("w،") and first.i - role.j <= _EACH_REACH:
        signs = ":"  # "بخصوص أعضاء المكتب الوطني، فانتخب المؤتمر كلا من X وY"
    if signs.endswith(":") and len(signs) <= _LISTED and set(signs) <= set("w:،"):
        beside = s.mentions[s.mentions.index(first) + 1 :][:1]
        own = any(isinstance(m, RoleMention) for m in beside)
        # "باقي الأعضاء على الشكل التالي: ...", no roster of offices
        listing = not own and any(says(s, n, LISTING) for n in range(role.j, first.i))
        if not role.modified and signs != ":" and not listing:
            return []
        signs = ":"
    if signs == "" and role.i > 0 and says(s, role.i - 1, _VOTING):
        return []  # "انتخب أعضاء المجلس X رئيسا": the members elect
    if signs not in ("", ":", "،", "-", "–", "و", ":-", "؛", "(", "/"):
        return None
    run = [p for p in people_run(s, s.mentions.index(first), 1, d.vocabulary) if not _bracketed_role(s, p)]
    two = role.form.number == "dual" or role.form.case == "accusative"
    return run[:2] if two else _without_own_role(d, s, run)


def _behind(d: Discourse, s: Sentence, k: int, role: RoleMention) -> list[PersonMention] | None:
    """The list before the role; ``None`` if what stands between says that it is another's."""
    signs = BRACKETED.sub("", gap(s, s.mentions[k - 1], role, d.vocabulary, _AS)).replace(",", "").replace(")", "")
    if role.key == "member" and signs in ("w", "،w") and s.norm[role.i - 1] in _AMONG:
        return [s.mentions[k - 1]]  # type: ignore[list-item]  # "X، أحد أعضاء المكتب السياسي"
    if signs not in ("", "(", "،", "-", ":", "،("):
        return None
    run = [p for p in people_run(s, k - 1, -1, d.vocabulary) if not _told_in_brackets(s, p, role)]
    if len(run) < 2 and signs == "" and role.form.number == "plural":
        return []  # "دعا X أعضاء الحزب إلى ..."
    return run[:2] if role.form.number == "dual" else run


def _elected_before(d: Discourse, s: Sentence, i: int) -> bool:
    """Whether an election is reported before the list: in its sentence, or in one of the two before."""
    earlier = d.sentences[max(0, s.index - 2) : s.index]
    return first_of(s, ELECTING, i) is not None or any(first_of(other, ELECTING) is not None for other in earlier)


def _told_of_those_before(d: Discourse, s: Sentence, k: int, role: RoleMention) -> bool:
    """Whether the role stands right after names, indefinite ("X وY نائبين") or of several before a further name."""
    before, after = s.mentions[k - 1] if k else None, s.mentions[k + 1]
    signs = gap(s, before, role, d.vocabulary) if isinstance(before, PersonMention) else WORDS
    if signs not in ("", "(", "،") or (signs == "،" and (role.definite or role.prefix)):
        return False
    indefinite = not role.definite and (role.body is None or role.body.prefix != "")
    several = len(people_run(s, k - 1, -1, d.vocabulary)) > 1
    if not isinstance(after, PersonMention):
        return False
    joined = gap(s, role, after, d.vocabulary).startswith(("و", "،")) or after.prefix == "و"
    return indefinite or (several and joined)


def _qualifies(s: Sentence, k: int) -> bool:
    """Whether mention ``k`` only qualifies the role before it: "المستشارون المكلفون بمهام"."""
    role, before = s.mentions[k], s.mentions[k - 1]
    return (
        isinstance(role, RoleMention)
        and isinstance(before, RoleMention)
        and role.key == "entrusted"
        and role.i == before.j
    )


def _of_both(s: Sentence, k: int) -> RoleMention | None:
    """The office of men and women, as of men, where mention ``k`` tells again what the one before told of the others."""
    role, before = s.mentions[k], s.mentions[k - 1]
    if not (isinstance(role, RoleMention) and isinstance(before, RoleMention)):
        return None
    again = role.key == before.key and role.prefix == "و" and role.i == before.j
    if not again or {role.form.gender, before.form.gender} != {"m", "f"} or not of_many(role):
        return None
    men = role if role.form.gender == "m" else before
    return replace(men, i=before.i, j=role.j, prefix=before.prefix)


def _beside_whom(s: Sentence, k: int) -> bool:
    """Whether mention ``k`` is the office that the advisers before it work beside: "المكلفون بمهام لدى الأمين العام"."""
    role, before = s.mentions[k], s.mentions[k - 1]
    beside = isinstance(role, RoleMention) and role.form.number == "singular" and role.i == before.j + 1
    return beside and s.norm[before.j] in _WITH


def _bracketed_role(s: Sentence, person: PersonMention) -> bool:
    """Whether the name, or the names that it stands with, have a role of their own in brackets: "X وY (نائباه)"."""
    at = s.mentions.index(person) + 1
    while at < len(s.mentions) and isinstance(s.mentions[at], PersonMention) and s.mentions[at].prefix == "و":
        at += 1
    return at < len(s.mentions) and isinstance(s.mentions[at], RoleMention) and s.is_sign(s.mentions[at].i - 1, "(")


def _told_in_brackets(s: Sentence, person: PersonMention, role: RoleMention) -> bool:
    """Whether another office than ``role`` follows the name in brackets."""
    at = s.mentions.index(person) + 1
    following = s.mentions[at] if at < len(s.mentions) else None
    return isinstance(following, RoleMention) and following is not role and s.is_sign(following.i - 1, "(")


def _lines(d: Discourse, s: Sentence) -> list[PersonMention]:
    """Lines after a heading that are a name and no more; bulleted ones may have an office beside, which is the post."""
    people: list[PersonMention] = []
    for other in d.sentences[s.index + 1 :]:
        person = only(other, PersonMention)
        if isinstance(person, PersonMention):
            people.append(person)
        elif other.tokens[0].word.kind != "punct" or not of_type(other, RoleMention):
            break
    return people


def _without_own_role(d: Discourse, s: Sentence, run: list[PersonMention]) -> list[PersonMention]:
    """Drop the last name of a list if its own role follows it: it belongs to the next group."""
    if not run:
        return run
    last = run[-1]
    at = s.mentions.index(last) + 1
    following = s.mentions[at] if at < len(s.mentions) else None
    if not isinstance(following, RoleMention):
        return run
    if len(run) < 2:  # "وهم: X نائبا للكاتب، وY أمينا للمال": each with his own
        return [] if following.form.case == "accusative" and following.i == last.j else run
    own = following.form.number == "singular" and following.prefix == ""
    return run[:-1] if own and gap(s, last, following, d.vocabulary) in ("", "(") else run
