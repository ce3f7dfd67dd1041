"""What words after a list say that those listed became: "صعد X وY إلى المكتب", "فاز X وY بعضوية المجلس", "إقالة X وY من المكتب"."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, PlaceMention, RoleMention
from graph_builder.extraction.rules.list_lead import SEEKING, WINNING, is_opened, presides
from graph_builder.extraction.rules.list_references import Office, member_of
from graph_builder.extraction.rules.triggers import ELECTING, LEAVING, saying, trigger, words

_RAISING: Final = ELECTING | WINNING | trigger("raising")
_INTO: Final = words(
    "إلى في ضمن داخل بعضوية لعضوية عضوية للعضوية بالعضوية مقاعد بمقاعد مقعد مقاعدهم مقاعدهن مقعديهما عضويتهم عضويتهن "
    "بمقاعدهم بمقاعدهن بعضويتهم ليكونوا ليصبحوا ليكونا أعضاء كأعضاء بصفتهم لتمثيل الإقليم الجهة المدينة الفرع على"
)
"""Words between those listed and the body that they come into."""
_SEATS: Final = words(
    "بعضوية لعضوية عضوية للعضوية بالعضوية مقاعد بمقاعد مقاعدهم مقاعدهن بمقاعدهم عضويتهم ليكونوا أعضاء لتمثيل ضمن"
)
_TO: Final = words("إلى")
_RESIGNING: Final = words(
    "الاستقالة استقالتهم باستقالتهم استقالاتهم باستقالاتهم استقالتهما باستقالتهما بالاستقالة انسحابهم الانسحاب"
)
_LEAVING_IT: Final = _RESIGNING | words("من عضوية")
_NOT: Final = words("لم لن لا رفض رفضت")
_SIGNING: Final = words(
    "الاستقالة الاستقالات استقالة المستقيلون المستقيلين المستقيلات الموقعون الموقعين الموقعات الموقعة الموقعان"
)
_LEFT: Final = trigger("all_resigning") | words("يستقيلوا استقالوا استقالة الاستقالة الاستقالات")
_BACK: Final = 3
"""Sentences back to what was left."""
_REACH: Final = 6
"""Tokens from a list to the body."""


def told_after(d: Discourse, s: Sentence, floor: int, start: int, end: int) -> Office | None:
    """Return what those of a list are, from token ``start`` to ``end``, if a body that they come into or leave follows."""
    body = next((b for b in bodies_in(s) if b.i >= end), None)
    if body is None or body.i - end > _REACH or body.number != "singular" or body.kind == "public" or presides(s, body):
        return None
    between = [k for k in range(end, body.i) if s.tokens[k].word.kind == "word"]
    if any(floor <= k < start for k in saying(s, _NOT)) or _is_told_of_others(s, end, body):
        return None
    gone = any(floor <= k < start for k in saying(s, LEAVING))
    whole = d.full_body(s, body) if body.generic else body
    if whole.generic or whole.kind == "public":
        return None
    resigning = any(s.norm[k] in _RESIGNING for k in between)
    if between and all(s.norm[k] in _LEAVING_IT for k in between):
        return member_of(whole, "former") if gone or resigning else None
    raised = any(floor <= k < start for k in saying(s, _RAISING))
    places = {k for p in of_type(s, PlaceMention) for k in range(p.i, p.j)}
    if gone or not raised or not all(s.norm[k] in _INTO or k in places for k in between):
        return None
    seats = body.prefix.endswith("ب") or any(s.norm[k] in _SEATS or s.norm[k] in _TO for k in between)
    seats = seats or (between != [] and any(floor <= k < start for k in saying(s, ELECTING)))
    seeking = any(floor <= k < start for k in saying(s, SEEKING))
    return member_of(whole, "candidate" if seeking else "elected") if seats else None


def departed(d: Discourse, s: Sentence, floor: int, start: int) -> Office | None:
    """Return what those listed have left, as told before: "قدم أعضاء المكتب استقالتهم. والموقعون عليها هم"."""
    told = any(floor <= k < start for k in saying(s, _SIGNING)) and is_opened(s, floor, start)
    if not told or any(floor <= k < start for k in saying(s, _NOT)):
        return None
    for other in d.sentences[max(0, s.index - _BACK) : s.index + 1][::-1]:
        left = [k for k in saying(other, _LEFT) if other is not s or k < floor]
        if not left:
            continue
        roles = [r for r in of_type(other, RoleMention) if r.key == "member" and r.body is not None]
        roles = [r for r in roles if r.form.number != "singular" and (other is not s or r.j <= floor)]
        if roles:
            return Office(roles[-1], "former", None)
        bodies = [b for b in bodies_in(other) if 0 < b.i - left[-1] <= _REACH and b.number == "singular"]
        if bodies and bodies[0].kind == "party" and not bodies[0].generic:
            return member_of(bodies[0], "former")
    return None


def _is_told_of_others(s: Sentence, end: int, body: BodyMention) -> bool:
    """Whether another office than membership stands between the list and the body."""
    roles = [r for r in of_type(s, RoleMention) if end <= r.i < body.j]
    return any(r.key != "member" or r.form.number == "singular" for r in roles)
