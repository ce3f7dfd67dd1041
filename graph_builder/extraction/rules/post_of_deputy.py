"""Deputies told by a pronoun: "X كاتبا إقليميا، وY نائبا له", "نائبه الثاني Z", "ونيابتها لـW"."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import PersonMention, RoleMention, Sentence, of_type
from graph_builder.extraction.gaps import gap, people_run
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.rules.status import is_listing, listed_body
from graph_builder.extraction.rules.triggers import says, words

NAMES = ("post.deputy_by_pronoun",)
EXAMPLES = (
    (
        "انتخب فرع حزب الاستقلال بسلا كريم العلمي كاتبا محليا، وسعيد الناصري نائبا له.",
        ("سعيد الناصري | نائب الكاتب المحلي",),
    ),
    (
        "المكتب المحلي لحزب الاستقلال بسلا: أمين المال: حميد التازي، نائبه: خالد السباعي.",
        ("خالد السباعي | نائب أمين المال",),
    ),
    ("كريم العلمي أمينا للمال، ونائبته فاطمة الزاوي.", ("فاطمة الزاوي | نائبة أمين المال",)),
)
NEAR_MISSES = (
    "حضر كريم العلمي ونائبه اللقاء.",
    "قال خالد السباعي إن نائبه غاب.",
)
_DEPUTIES = words("نائب مساعد خليفة")
_OF_HIM = words("له لها لهما")
_ACTS = words("ينوب تنوب")
_FOR_HIM = words("عنه عنها")
_REACH = 5
"""Words between "acts for him" and the deputy's name."""
_LINES = 5
"""Lines of a list back to the principal: deputies may stand between."""
_IS = words("له لها لهما هو هي وهو وهي")


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield deputies whose principal was named before them, in this sentence or the line before."""
    principal: RoleMention | None = _last_role(d, s)
    for k, role in enumerate(s.mentions):
        if not isinstance(role, RoleMention):
            continue
        if role.head in _DEPUTIES and (role.possessive or _of_him(s, role)):
            people = _people(d, s, k, role)
            if principal is not None:
                yield from (_holding(d, s, person, role, principal) for person in people)
        elif not role.event and role.head not in _DEPUTIES and role.key != "candidate":
            principal = role
    yield from _acting(d, s)


def _acting(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "وينوب عنه X": the deputy of the officer named before."""
    for k in range(len(s.norm) - 1):
        if not (says(s, k, _ACTS) and s.norm[k + 1] in _FOR_HIM):
            continue
        principals = [r for r in of_type(s, RoleMention) if r.j <= k and r.head not in _DEPUTIES]
        people = [p for p in of_type(s, PersonMention) if 0 < p.i - k <= _REACH]
        if principals and people:
            lemma = "نائبة" if s.norm[k].removeprefix("و").startswith("ت") else "نائب"
            form = Form("f" if lemma.endswith("ة") else "m", "singular", "", True)
            role = RoleMention(
                k, k + 2, "", lemma, fold("نائب"), "deputy", form, (fold("نائب"),), False, False, possessive=True
            )
            yield _holding(d, s, people[0], role, principals[-1])


def _last_role(d: Discourse, s: Sentence) -> RoleMention | None:
    """The last role of the sentence before, if lines are officers of one list."""
    for k in range(s.index - 1, max(-1, s.index - 1 - _LINES), -1):
        roles = list(of_type(d.sentences[k], RoleMention))
        principals = [r for r in roles if r.head not in _DEPUTIES and r.key != "candidate"]
        if principals or not roles:
            return principals[-1] if principals else None
    return None


def _of_him(s: Sentence, role: RoleMention) -> bool:
    return role.j < len(s.norm) and s.norm[role.j] in _OF_HIM


def _people(d: Discourse, s: Sentence, k: int, role: RoleMention) -> list[PersonMention]:
    """The deputy; of a dual ("نائباه") the two named before or after."""
    person = _person(d, s, k, role)
    if person is None or role.form.number != "dual":
        return [person] if person else []
    at = s.mentions.index(person)
    return people_run(s, at, 1 if at > k else -1, d.vocabulary)[:2]


def _beside(d: Discourse, s: Sentence, before: PersonMention, role: RoleMention) -> bool:
    return gap(s, before, role, d.vocabulary).strip("(،") == ""


def _person(d: Discourse, s: Sentence, k: int, role: RoleMention) -> PersonMention | None:
    before = s.mentions[k - 1] if k else None
    after = s.mentions[k + 1] if k + 1 < len(s.mentions) else None
    told = role.form.case == "accusative" or not role.possessive or s.is_sign(role.i - 1, "(")
    if isinstance(before, PersonMention) and told and role.prefix == "" and _beside(d, s, before, role):
        return before
    if isinstance(after, PersonMention):
        signs = gap(s, role, after, d.vocabulary, _IS)
        if signs.strip(":،,-") == "":
            return after
    if (
        isinstance(before, PersonMention)
        and role.prefix == ""
        and gap(s, before, role, d.vocabulary) in ("", "(", "،", ":")
    ):
        return before
    return None


def _holding(d: Discourse, s: Sentence, person: PersonMention, role: RoleMention, principal: RoleMention) -> Holding:
    base = principal.text if principal.definite or " " not in principal.text else _definite(principal.text)
    head = role.text.split()[0].removeprefix("ال")
    ordinal = " ".join(role.text.split()[1:])
    text = f"{head} {base}" + (f" {ordinal}" if ordinal else "")
    merged = RoleMention(
        role.i, role.j, role.prefix, text, role.head, role.key, role.form, (role.head, *principal.lemmas), principal.public,
        True, body=principal.body, party=principal.party, places=principal.places, level=principal.level, modified=True,
    )  # fmt: skip
    body = principal.body or listed_body(d, s, role.i)
    return Holding(
        person,
        merged,
        s,
        "post.deputy_by_pronoun",
        0.92,
        "elected" if role.form.case or principal.form.case or is_listing(d, s) else "current",
        text,
        body,
    )


def _definite(text: str) -> str:
    """ "كاتب إقليمي" as the principal in construct: "الكاتب الإقليمي"; fixed constructs stay ("أمين المال")."""
    first, *rest = text.split()
    if rest and rest[0].startswith("ال"):
        return text
    return " ".join("ال" + w for w in (first, *rest))
