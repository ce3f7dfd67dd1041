"""The bodies that "the council", "the branch", "the organisation" stand for, named in full elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import BodyMention, PlaceMention, RoleMention
from graph_builder.extraction.topics import topic
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_COMMITTEES: Final = folded(data("body_words")["committees"])
_NO_NAMES: Final = folded(data("body_words")["no_names"])
_COUNCIL: Final = fold(data("grammar_words")["role"]["council"])


class FullNames:
    """What bodies an article names in full, and where."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        vocabulary: Vocabulary,
        bodies_in: Callable[[Sentence], list[BodyMention]],
    ) -> None:
        self.sentences, self.vocabulary, self.bodies_in = sentences, vocabulary, bodies_in

    def body(self, sentence: Sentence, body: BodyMention) -> BodyMention:
        """Return the body that one told by its head alone stands for; itself if none is named in full."""
        heads = self.vocabulary.bodies.territories | {_COUNCIL} if body.head == _COUNCIL else {body.head}
        second: BodyMention | None = None
        last: BodyMention | None = None
        owned: BodyMention | None = None  # "فرعها بسلا" says where it is; whose, stands elsewhere
        for named, held, s in self.named(sentence, heads, body.i):
            if named.possessive and named.core - named.i == 1:
                owned = owned or named
            elif held:
                second = second or (named if s.index <= sentence.index else None)
                last = last or named
            else:
                place = self._of_topic(sentence, body, s) or named.place or (owned.place if owned else None)
                return named if place is named.place else replace(named, place=place)
        if second is None and owned is None and stands_alone(body) and body.head in self.vocabulary.bodies.unions:
            before = self.sentences[: sentence.index + 1][::-1]
            parallel = [b for s in before for b in self.bodies_in(s)[::-1] if b.known]
            return parallel[0] if parallel else last or body  # "المنظمة", of the youth named before
        return second or owned or last or body

    def _of_topic(self, sentence: Sentence, body: BodyMention, where: Sentence) -> PlaceMention | None:
        """The place of a local body that this passage is about, named in full in another passage or sentence."""
        if body.kind != "party" or body.head == _COUNCIL:
            return None
        place = topic(self.sentences, sentence, body.i) if where is not sentence else None
        framed = any(p is place for p in sentence.mentions)  # "أما في تمارة فقال كاتب الفرع ..."
        return place if framed or where.paragraph != sentence.paragraph else None

    def named(self, sentence: Sentence, heads: Set[str], at: int = 0) -> Iterator[tuple[BodyMention, bool, Sentence]]:
        """The bodies of these heads named in full; whether only an officer names them; where.

        Those before token ``at`` first, the nearest before; then what follows it, in the sentence and after.
        """
        before, after = self.sentences[: sentence.index + 1][::-1], self.sentences[sentence.index :]
        for n, s in enumerate((*before, *after)):
            officers = held(s)
            here = self.bodies_in(s)[::-1]
            if s is sentence:
                here = [b for b in here if (b.i <= at) == (n == 0)]
            for named in here:
                if named.head in heads and not self._by_head(named) and named.number == "singular":
                    yield named, id(named) in officers, s

    def _by_head(self, body: BodyMention) -> bool:
        """Whether a body's name stands elsewhere: "الفرع", "الشبيبة بجهة كذا"."""
        alone = body.head in self.vocabulary.bodies.unions and body.core - body.i == 1 and body.party is None
        return stands_alone(body) or (alone and not body.known)


def held(s: Sentence) -> set[int]:
    """Return the bodies of a sentence, by ``id``, that are named only to say who somebody is."""
    roles = [m for m in s.mentions if isinstance(m, RoleMention) and m.form.number == "singular" and not m.form.case]
    return {id(role.body) for role in roles if role.body is not None}


def stands_alone(body: BodyMention) -> bool:
    """Whether a body is told by its head alone ("الفرع"), so that its name stands elsewhere; "مهرجان كذا" is cut."""
    cut = body.kind == "civil" and not body.name.startswith(ARTICLE)
    return body.generic or (body.core - body.i == 1 and body.place is None and body.party is None and not cut)


def steering(s: Sentence, body: BodyMention) -> bool:
    """ "المكتب المسير", "التمثيلية الحزبية": no body's name; which one it is, if it is one, stands elsewhere."""
    described = body.core > body.i + 1 and all(w in _NO_NAMES for w in s.bare[body.i + 1 : body.core])
    return body.generic or (described and body.head not in _COMMITTEES)  # "لجنة مؤقتة" is one
