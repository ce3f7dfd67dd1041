"""Who spoke about what: the speaker of a verb of saying, and the words that tell the subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import PersonMention
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.speakers import SPEAKING, speaker_of
from graph_builder.extraction.rules.triggers import saying, says, trigger, words
from graph_builder.extraction.sections import Sections
from graph_builder.extraction.wordlists import LISTS
from graph_builder.model import StatementFact

NAMES = ("statement.said", "statement.section")
EXAMPLES = (
    ("أكد كريم العلمي أن الحزب سيجدد فروعه بجهة سوس.", ("كريم العلمي | أن الحزب سيجدد فروعه بجهة سوس",)),
    ("دعا سعيد الناصري إلى تقوية التنظيم.", ("سعيد الناصري | إلى تقوية التنظيم",)),
    ("وشددت أمينة الفاسي، رئيسة المنظمة، على ضرورة دعم النساء.", ("أمينة الفاسي | على ضرورة دعم النساء",)),
    ("وقدم كريم العلمي عرضا حول خطة الحزب.", ("كريم العلمي | حول خطة الحزب",)),
    ("وأشاد سعيد الناصري بعمل شبيبة الحزب.", ("سعيد الناصري | بعمل شبيبة الحزب",)),
    ("وختم كريم العلمي كلمته بالتأكيد على أهمية التكوين.", ("كريم العلمي | على أهمية التكوين",)),
    ("قال كريم العلمي إن الحزب قوي، فيما حضرت أمينة الفاسي.", ("كريم العلمي | إن الحزب قوي",)),
)
NEAR_MISSES = (
    "وعن انتخاب سعيد الناصري أعلنت الرئيسة عن ندوة.",
    "حضر كريم العلمي اللقاء.",
    "أكد البلاغ أن الحزب سيجدد فروعه.",
    "قدم كريم العلمي استقالته إلى الأمين العام للحزب.",
    "شكر كريم العلمي المناضلين على ثقتهم.",
    "تحدث كريم العلمي على هامش اللقاء.",
    "ألقى كريم العلمي كلمة قبل أن يغادر القاعة.",
    "اجتمع المكتب المحلي لحزب الاستقلال بسلا.\n\nكريم العلمي\n\nعقد فرع حزب الاستقلال بسلا جمعه العام يوم السبت بمقر الحزب.",
)
_THAT: Final = words("أن إن بأن أنه أنها بأنه بأنها أنهم أنهن")
_TOPIC: Final = words("أهمية ضرورة")
_FRAMES: Final = (
    (trigger("stating_that"), _THAT | _TOPIC),
    (trigger("stating_on"), words("على")),
    (trigger("stating_to"), words("إلى")),
    (trigger("stating_about"), words("عن حول بخصوص بشأن")),
)
"""Verbs and nouns of saying, and what opens the thing said by them."""
_WITH: Final = trigger("stating_with")
_STATING: Final = LISTS.declare(_WITH.union(_WITH, *(frame for frame, _ in _FRAMES)))
_CIRCUMSTANCE: Final = trigger("circumstance")
_BEFORE_THAT: Final = trigger("time_before_that")
_NEXT: Final = trigger("next_clause")
CONFIDENCE: Final = 0.8
LONGEST: Final = 25
"""Words of the subject kept; the quote has the whole sentence."""
_REACH: Final = 14
"""Words between the verb, or its subject, and what opens the thing said: an office and where it was said."""


def statements(d: Discourse, taking_part: Participations, sections: Sections) -> Iterator[StatementFact]:
    """Yield one statement for each speaker of a sentence, and one for each section under a speaker's name."""
    opened: set[str] = set()
    for s in d.sentences:
        if s.paragraph < 0:
            continue
        speaker = sections.speaker_at(s)
        if speaker and not sections.is_heading(s) and speaker not in opened:
            opened.add(speaker)
            about = s.text(0, min(LONGEST, len(s.norm)))
            yield StatementFact(speaker, about, None, s.evidence("statement.section", 0.75))
            continue
        found = _said(d, s, taking_part)
        if found is not None:
            who, about = found
            event = taking_part.event_of_speech(s, who)
            yield StatementFact(who, about, event, s.evidence("statement.said", CONFIDENCE))


def _said(d: Discourse, s: Sentence, taking_part: Participations) -> tuple[str, str] | None:
    for k in saying(s, SPEAKING):
        person = speaker_of(taking_part, s, k)
        if person is None or (person.gender == "male" and _feminine(s, k)):
            continue
        opener = _opener(s, k, _after(s, person, k))
        if opener is not None:
            return d.person(person), s.text(opener, min(opener + LONGEST, _end(s, opener)))
    return None


def _feminine(s: Sentence, k: int) -> bool:
    """Whether a woman speaks by the verb: "أعلنت" beside "أعلن", but not "لفت"."""
    return any(w.endswith("ت") and w[:-1] in SPEAKING for w in s.tokens[k].word.said)


def _opener(s: Sentence, k: int, start: int) -> int | None:
    """Where the thing said by the verb ``k``, or by a noun of saying after it, opens; no other verb of saying between."""
    by = k
    for x in range(start, min(start + _REACH, len(s.norm))):
        if _opens(s, by, x):
            return x
        if says(s, x, _STATING):
            by = x
        elif says(s, x, SPEAKING) and says(s, by, _STATING):
            return None
    return None


def _opens(s: Sentence, by: int, x: int) -> bool:
    """Whether token ``x`` opens what is said by the word of saying ``by``."""
    following = s.norm[x + 1] if x + 1 < len(s.norm) else ""
    if not following or following in _CIRCUMSTANCE or (s.norm[x] in _THAT and s.norm[x - 1] in _BEFORE_THAT):
        return False
    if says(s, by, _WITH) and s.norm[x].startswith("ب") and s.tokens[x].word.kind == "word" and x - by <= _REACH:
        return s.tokens[x].word.norm not in _STATING
    return any(s.norm[x] in openers and says(s, by, frame) for frame, openers in _FRAMES)


def _end(s: Sentence, start: int) -> int:
    """Where what is said from ``start`` on ends: before the next clause ("، فيما ..."), without final signs."""
    stop = next(
        (k for k in range(start, len(s.norm) - 1) if s.is_sign(k, "،,") and s.norm[k + 1] in _NEXT), len(s.norm)
    )
    return next((k + 1 for k in range(stop - 1, -1, -1) if s.tokens[k].word.kind != "punct"), 0)


def _after(s: Sentence, person: PersonMention, k: int) -> int:
    return person.j if any(m is person for m in of_type(s, PersonMention)) and person.i > k else k + 1
