"""The words that lead to a list of people: whether they open it, go on with what was told, or turn to something else."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, NumberMention, PersonMention, RoleMention
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    ELECTING,
    LEAVING,
    LISTING,
    MAKING,
    RENEWING,
    says,
    tells,
    trigger,
    words,
)

CHOSEN: Final = ELECTING | MAKING | RENEWING | LISTING
MADE_UP: Final = COMPOSING | words("مكونا متكونا مؤلفا مشكلا قوامها قوامه")
SEEKING: Final = words("ترشح ترشحت ترشحوا يترشح تترشح يتنافس تتنافس تنافس ينافس لترشيح ترشيح رشح رشحت")
GONE: Final = LEAVING | trigger("all_resigning") | trigger("resigned")
SEATS: Final = words(
    "أعضاء أعضائه أعضائها عضوية لعضوية بعضوية عضويته عضويتها تشكيلة تركيبة لائحة قائمة تطعيم تعزيز مقعدا مقعد مقاعد المقاعد"
)
WINNING: Final = trigger("winning") | words("الفائزين الفائزون الفائزات فوز بفوز حظي حظيت نالت حصل حصلت")
EACH: Final = words("كل كلا بكل لكل")
NAMELY: Final = words(
    "نجد قبيل فيها بينها منها ضمنها أبرزها هم هن هما وهم وهن وهما فهم فهن فهما الأمر أسماؤهم أسماء الأسماء بأسماء"
) | trigger("among")
CHOICE: Final = words("انتخاب بانتخاب اختيار باختيار الاختيار صعود بصعود الظفر بالظفر ثقة بثقة")
MAKES: Final = CHOSEN | MADE_UP | SEATS | words("إنشاء بإنشاء أنشأ أنشأت ألف ألفت") | CHOICE
NAMES_OF: Final = words("أسماء الأسماء أسماؤهم اللائحة القائمة التشكيلة القيادة")
_LEADS: Final = MAKES | WINNING | NAMELY | NAMES_OF
_JOINS: Final = NAMELY | MADE_UP
CHOOSES: Final = words(
    "ألف ألفت انتخب انتخبت ينتخب تنتخب اختار اختارت يختار تختار عين عينت يعين تعين زكى زكت نصب نصبت كلف كلفت يكلف تكلف رشح رشحت"
)
HEADING: Final = trigger("heading_lists")
_NEUTRAL: Final = trigger("telling_of_lists")
_NOT: Final = words("لم لن ليس غير دون ضد بدل سحب سحبت رفض رفضت")
_SOURCES: Final = trigger("by_source")
_ASIDE: Final = _SOURCES | words("التي الذي الذين")
_THE_LIST: Final = words("اللائحة القائمة التشكيلة القيادة")
_SUBJECTS: Final = words(
    "المراتب الصفوف اللائحة القائمة التشكيلة التركيبة القيادة الهيئة الجهاز المكتب اللجنة الكتابة الأمانة المجلس الديوان الفرع هذه هذا "
    "هاته الأخيرة الأخير ذلك أساسا حاليا بدورها بدوره لأول الفائزون المنتخبون العضوية فضلا علاوة"
)
_OF_LISTS: Final = _SUBJECTS | MAKES | NAMES_OF
_TELLS_OF_LISTS: Final = MAKES | _NEUTRAL | HEADING | WINNING | SEEKING
_AGAINST: Final = words("على عن ضد من")
SENT: Final = trigger("delegation") | words("الوفد")
_BRIDGE: Final = words(
    "من كل كلا إلى فعادت عادت كالتالي كالآتي على الشكل التالي النحو الآتي السادة السيدات بكل وهم هم الإخوة الأخوات "
    "والسادة الأمر ويتعلق يتعلق الجديد الجديدة الجدد المنتخب المنتخبة الأسماء أسماء التالية كذلك أيضا بالإضافة إضافة الرفاق "
    "الرفيقات في عضويتها عضويته عضوا عضوة أعضاء امرأتان امرأة رجال نساء"
)
SECTIONS: Final = words(
    "عن بجهة جهة إقليم بإقليم دائرة بدائرة بالدائرة فئة فرع عمالة بعمالة محافظة بمحافظة ولاية بولاية"
)
_OF_PART: Final = words("عن")
_OF_PART_WORDS: Final = 3
"""Words of a part that "عن" alone tells, with that word: "عن جبل لبنان"."""
_PARTS: Final = words("من ومن و في وفي أما ثم")
_SECTION: Final = 5
"""Words of the name of a part, at most."""
_OPENING: Final = words("من بين نصيب")
_PRESIDING: Final = words("الرئاسة رئاسة الفرز")
_BESIDE: Final = words("جانب بجانب")
_ON: Final = words("على")
_CHOICE_OF: Final = 7
"""Tokens from a choice, and who made it, to a list: "وقع اختيار المجلس الوطني للحزب على"."""
_OPENED: Final = 3
"""Tokens before a list within which something opens it."""
_HEADED: Final = 2
"""Free words of a heading."""


def presides(s: Sentence, body: BodyMention) -> bool:
    """Whether a body only presides over a congress, or counts its votes."""
    return any(says(s, k, _PRESIDING) for k in range(body.i, body.j))


def is_heading(s: Sentence) -> bool:
    """Whether a body, or an office of many, is all that a line says, two words apart: "من في المكتب السياسي؟"."""
    if not s.mentions or s.paragraph < 0 or s.is_sign(len(s.norm) - 1, "."):
        return False
    roles = [m for m in s.mentions if isinstance(m, RoleMention)]
    both = len(roles) == len(s.mentions) and all(r.key == roles[0].key for r in roles)  # "مساعدو ومساعدات الأمين العام"
    told = sum(m.j - m.i for m in s.mentions) if both or len(s.mentions) == 1 else 0
    return told > 0 and sum(token.word.kind == "word" for token in s.tokens) - told <= _HEADED


def beside_them(s: Sentence, role: RoleMention, start: int) -> bool:
    """Return whether those listed came beside the holders of an office: "إلى جانب أعضاء المكتب كل من X وY"."""
    beside = role.i > 0 and s.norm[role.i - 1] in _BESIDE
    return beside and any(s.norm[k] in EACH for k in range(role.j, start))


def others_follow(
    s: Sentence, role: RoleMention, start: int, own: RoleMention | None, person: PersonMention, verbs: frozenset[str]
) -> bool:
    """Return whether those listed are none of those told as many before them.

    "And" joins another officer to them ("أعضاء اللجنة، والكاتب العام للشبيبة X"), or the text turns elsewhere
    ("أعضاء المجلس، فتح باب الترشيح فتقدم كل من X وY").
    """
    joined = own is not None and own.i < person.i and own.prefix.startswith("و") and start - role.j <= 1
    return joined or any(turns(s, k, verbs) for k in loose_words(s, role.j, start))


def is_counted(s: Sentence, role: RoleMention) -> bool:
    """ "24 عضوا": whether an office stands after a number of people."""
    return any(n.j == role.i and n.value > 1 for n in of_type(s, NumberMention))


def is_opened(s: Sentence, floor: int, start: int) -> bool:
    """Whether a colon, "each of", "namely" or "is headed by" stands right before the list."""
    last = range(max(floor, start - _OPENED), start)
    if start == len(s.norm) and (not s.is_sign(start - 1, ".") or tells(s, LISTING)):
        return True
    if any(s.is_sign(k, ":") or s.norm[k] in EACH for k in last):
        return True
    on = start > 0 and s.norm[start - 1] in _ON
    if any(says(s, k, CHOICE) for k in (range(max(floor, start - _CHOICE_OF), start) if on else last)):
        return True  # "ووقع اختيار المؤتمرين على"
    return any(says(s, k, NAMELY) or says(s, k, MADE_UP) or says(s, k, WINNING) or says(s, k, HEADING) for k in last)


def before_section(s: Sentence, floor: int, start: int) -> int:
    """Return where the words before a list end, but for the part of all that it is: "فاز عن فئة الرجال |", ": عن دائرة كذا |"."""
    at = _section(s, floor, start)
    return at if any(s.tokens[k].word.kind == "word" for k in range(floor, at)) else start


def _section(s: Sentence, floor: int, start: int) -> int:
    """Where the name of a part begins that ends at token ``start``, a colon after it; there if there is none."""
    end = at = start - (start > floor and s.is_sign(start - 1, ":"))
    found = start
    while at > floor and end - at < _SECTION and s.tokens[at - 1].word.kind == "word":
        at -= 1
        if s.norm[at] in EACH or says(s, at, _LEADS) or says(s, at, _OPENING):
            return found
        if says(s, at, SECTIONS) and (not says(s, at, _OF_PART) or found < end or end - at <= _OF_PART_WORDS):
            found = at
    return found


def goes_on(s: Sentence, end: int, start: int) -> bool:
    """Return whether a list goes on with the one that ends at token ``end`` for another part: "، ومن جهة سوس | X وY"."""
    at = _section(s, end, start)
    return at < start and all(s.tokens[k].word.kind != "word" or s.norm[k] in _PARTS for k in range(end, at))


def begins_section(s: Sentence) -> bool:
    """Return whether the first word of a sentence names a part: "وعن الجنوب ...", "بجهة كذا ..."."""
    first = next((k for k, token in enumerate(s.tokens) if token.word.kind == "word"), None)
    return first is not None and says(s, first, SECTIONS)


def is_section(s: Sentence, start: int, verbs: frozenset[str]) -> bool:
    """Return whether all that stands before a list is the name of a part: "وعن فئة النساء X", "- برشيد: X", "لائحة الشباب: X"."""
    told = [k for k in range(start) if s.tokens[k].word.kind == "word"]
    if not 0 < len(told) <= _SECTION or any(m.i < start and isinstance(m, RoleMention) for m in s.mentions):
        return False
    if any(turns(s, k, verbs) or s.is_sign(k, "،,") for k in range(start)):
        return False
    return s.is_sign(start - 1, ":") or _section(s, 0, start) <= told[0]


def loose_words(s: Sentence, start: int, end: int) -> list[int]:
    """Return the words between two tokens that join nothing to a list; none of what is told aside between commas."""
    aside = _asides(s, start, end)
    return [k for k in range(start, end) if k not in aside and is_free(s, k)]


def clause_of_list(s: Sentence, floor: int, start: int) -> int:
    """Return where the clause that leads to a list begins: past the last comma, if it says by itself that a list follows."""
    comma = max((k for k in s.signs if floor <= k < start and s.norm[k] in "،,"), default=-1)
    alone = any(says(s, k, NAMES_OF) or says(s, k, HEADING) for k in range(comma + 1, start))
    return comma + 1 if comma >= floor and alone else floor


def is_free(s: Sentence, k: int) -> bool:
    """Whether token ``k`` is a word that joins no body to its list."""
    if s.tokens[k].word.kind != "word" or says(s, k, _BRIDGE) or says(s, k, _JOINS):
        return False
    return not any(m.i <= k < m.j for m in s.mentions)


def _asides(s: Sentence, start: int, end: int) -> set[int]:
    """What is told aside between two tokens: "، حسب البلاغ ذاته،", "، التي حصلنا على نسخة منها،", with its commas."""
    commas = [k for k in s.signs if start <= k < end and s.norm[k] in "،,"]
    if start == 0 and len(s.norm) and says(s, 0, _SOURCES):
        commas.insert(0, -1)  # "وحسب البلاغ ذاته، فقد ..."
    aside: set[int] = set()
    for first, second in pairwise(commas):
        if first not in aside and says(s, first + 1, _ASIDE):
            aside.update(range(max(0, first), second + 1))
    return aside


def others_made_up(s: Sentence, free: list[int]) -> int:
    """Count the subjects right after a word of making up that are none of a list: "وتضم الحكومة كلا من"."""
    return sum(k > 0 and says(s, k - 1, MADE_UP) and not says(s, k, _OF_LISTS) for k in free)


def turns(s: Sentence, k: int, verbs: frozenset[str]) -> bool:
    """Whether a free word before a list tells of something else than that people are in it: a verb, a negation."""
    if says(s, k, _NOT) or says(s, k, SENT):
        return True
    if says(s, k, _THE_LIST) and k > 0 and s.norm[k - 1] in _AGAINST:
        return True  # "احتج على اللائحة", "خرج من التشكيلة"
    norm = s.norm[k]
    verb = norm in verbs or (len(norm) > 1 and norm[0] in "وف" and norm[1:] in verbs)
    return verb and not says(s, k, _TELLS_OF_LISTS)
