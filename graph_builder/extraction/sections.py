"""Sections of an article under a person's name: who speaks there, and about which branch."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention
from graph_builder.extraction.rules.triggers import says, tells, words
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_ABOUT: Final = words("عن حول")
_PHASES: Final = LISTS.declare(folded(data("grammar_words")["figure"]["phases"]))
_ELECTIONS: Final = folded(data("grammar_words")["figure"]["elections"])
_PROSE: Final = 8
"""Tokens of the first sentence that somebody says under the own name: shorter lines are items of a list."""
_REACH: Final = 4
"""Words between a speaker and the branch that he speaks of."""


class Sections:
    """The sections that lines with nothing but a person's name open."""

    def __init__(self, d: Discourse) -> None:
        self.d = d
        self._bodies = _subjects(d)
        self._speaker: dict[int, str | None] = {}
        self._body: dict[int, str | None] = {}
        self._phase: dict[int, str | None] = {}
        self._headings = _headings(d)
        speaker = body = phase = None
        for s in d.sentences:
            heading = self._headings.get(s.index)
            if heading is not None:
                speaker, body, phase = heading, self._bodies.get(heading), None
            if speaker is not None:
                named = [b for b in bodies_in(s) if b.level == "local" and b.place]
                body = _name(named[0]) if named else body
            phase = _phase(s) or (phase if not _numbered(s) else None)
            self._speaker[s.index], self._body[s.index], self._phase[s.index] = speaker, body, phase

    def is_heading(self, s: Sentence) -> bool:
        """Return whether the sentence is a line with nothing but a person's name, under which that person speaks."""
        return s.index in self._headings

    def speaker_at(self, s: Sentence) -> str | None:
        """Return who speaks in the section of this sentence."""
        return self._speaker[s.index]

    def body_at(self, s: Sentence) -> str | None:
        """Return the branch that the section of this sentence is about, with its place."""
        return self._body[s.index]

    def phase_at(self, s: Sentence) -> str | None:
        """Return the phase ("before the elections") that the item of this sentence is about."""
        return self._phase[s.index]


def _headings(d: Discourse) -> dict[int, str]:
    """The lines under which somebody speaks, by sentence: at least two in an article, each with prose below.

    A name on a line before all prose is who wrote the article; one without prose below is one of a list.
    """
    opened = next((s.index for s in d.sentences if s.paragraph >= 0 and len(s.norm) >= _PROSE), len(d.sentences))
    named = [_heading(d, s) for s in d.sentences]
    found = {
        s.index: name
        for s, below, name, beyond in zip(d.sentences, d.sentences[1:], named, named[1:], strict=False)
        if name and s.index > opened and not beyond and not below.item and len(below.norm) >= _PROSE
    }
    return found if len(set(found.values())) > 1 else {}


def _heading(d: Discourse, s: Sentence) -> str | None:
    """A line that is a person's name and no more."""
    if s.paragraph < 0 or len(s.mentions) != 1 or not isinstance(s.mentions[0], PersonMention):
        return None
    mention = s.mentions[0]
    covered = mention.j - mention.i
    words_in = sum(t.word.kind == "word" for t in s.tokens)
    return d.person(mention) if words_in - covered <= 1 else None


def _subjects(d: Discourse) -> dict[str, str]:
    """ "X عن تجربة فرع فاس", "عن فرع فاس X": the body each speaker is announced to speak of."""
    found: dict[str, str] = {}
    for s in d.sentences:
        people = list(of_type(s, PersonMention))
        for body in bodies_in(s):
            opened = next((k for k in range(body.i - 1, max(-1, body.i - 1 - _REACH), -1) if says(s, k, _ABOUT)), None)
            if opened is None:
                continue
            before = [p for p in people if p.j <= opened and opened - p.j <= 1]
            after = [p for p in people if 0 <= p.i - body.j <= _REACH]
            for person in (
                (before[-1:] or after[:1]) if not s.norm[opened].startswith("و") else (after[:1] or before[-1:])
            ):
                found.setdefault(d.person(person), _name(body))
    return found


def _name(body: BodyMention) -> str:
    return body.name + (f" {body.place.name}" if body.place and body.place.name not in body.name else "")


def _numbered(s: Sentence) -> bool:
    return bool(s.tokens) and (s.tokens[0].word.kind == "number")


def _phase(s: Sentence) -> str | None:
    if not tells(s, _PHASES):
        return None
    for k, norm in enumerate(s.norm[:-1]):
        if norm in _PHASES and s.norm[k + 1] in _ELECTIONS:
            return s.text(k, k + 2)
    return None
