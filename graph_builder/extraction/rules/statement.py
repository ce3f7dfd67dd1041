"""Who spoke about what: the speaker of a verb of saying, and the words that tell the subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import PersonMention, Sentence, of_type
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.speakers import SPEAKING, speaker_of
from graph_builder.extraction.rules.triggers import saying, words
from graph_builder.extraction.sections import Sections
from graph_builder.model import StatementFact

NAMES = ("statement.said", "statement.section")
EXAMPLES = (
    ("أكد كريم العلمي أن الحزب سيجدد فروعه بجهة سوس.", ("كريم العلمي | أن الحزب سيجدد فروعه بجهة سوس",)),
    ("دعا سعيد الناصري إلى تقوية التنظيم.", ("سعيد الناصري | إلى تقوية التنظيم",)),
)
NEAR_MISSES = ("حضر كريم العلمي اللقاء.", "أكد البلاغ أن الحزب سيجدد فروعه.")
_OPENERS: Final = words("أن إن بأن إلى على عن أهمية ضرورة أنه أنها بأنه حول")
CONFIDENCE: Final = 0.8
LONGEST: Final = 25
"""Words of the subject kept; the quote has the whole sentence."""


def statements(d: Discourse, taking_part: Participations, sections: Sections) -> Iterator[StatementFact]:
    """Yield one statement for each speaker of a sentence, and one for each section under a speaker's name."""
    opened: set[str] = set()
    for s in d.sentences:
        if s.paragraph < 0:
            continue
        speaker = sections.speaker_at(s)
        if speaker and not sections.is_heading(s) and speaker not in opened:
            opened.add(speaker)
            yield StatementFact(
                speaker, s.text(0, min(LONGEST, len(s.norm))), None, s.evidence("statement.section", 0.75)
            )
            continue
        found = _said(d, s, taking_part)
        if found is not None:
            who, about = found
            event = taking_part.event_of_speech(s, who)
            yield StatementFact(who, about, event, s.evidence("statement.said", CONFIDENCE))


def _said(d: Discourse, s: Sentence, taking_part: Participations) -> tuple[str, str] | None:
    for k in saying(s, SPEAKING):
        if s.norm[k] not in SPEAKING:
            continue
        person = speaker_of(taking_part, s, k)
        if person is None:
            continue
        start = _after(s, person, k)
        opener = next((x for x in range(start, min(start + 14, len(s.norm))) if s.norm[x] in _OPENERS), None)
        if opener is not None:
            return d.person(person), s.text(opener, min(opener + LONGEST, _end(s)))
    return None


def _end(s: Sentence) -> int:
    """The end of the sentence without its final signs."""
    return next((k + 1 for k in range(len(s.norm) - 1, -1, -1) if s.tokens[k].word.kind != "punct"), 0)


def _after(s: Sentence, person: PersonMention, k: int) -> int:
    return person.j if any(m is person for m in of_type(s, PersonMention)) and person.i > k else k + 1
