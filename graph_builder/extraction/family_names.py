"""People by family name alone, once the article has named them in full, and names with a slip in a part of them."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import Mention, PersonMention
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.names import Names, joined, name_parts, one_slip
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, vocabulary

_VERBS: Final = folded(data("person_words")["before_family_names"])
LONGEST_FAMILY_NAME: Final = 3
"""Words of a family name that stands alone: "بن عبد الله"."""


def find_family_names(s: Sentence, names: Names) -> None:
    """Add mentions of people by family name alone, and of names with a slip in their first part."""
    family, starts = names.family_names(), names.family_starts()
    if not family:
        return
    free = _free(s)
    added: list[Mention] = []
    end = 0
    for i, known in enumerate(s.known):
        if i < end or not free[i]:
            continue
        for letters in known.beginnings:
            if letters in starts:
                break
        else:
            continue  # most words: a loop costs them least
        found = _family_at(s, i, free, family)
        if found is None:
            continue
        j, prefix, canonical = found
        start, name = _with_slip(s, i, free, canonical)
        mention = PersonMention(
            start, j, prefix if start == i else "", name or s.text(i, j)[len(prefix) :], None, not name
        )
        names.add(mention.name, canonical)
        added.append(mention)
        end = j
    if added:
        s.mentions = sorted([*s.mentions, *added], key=lambda m: m.i)


def _free(s: Sentence) -> list[bool]:
    """Whether each token is outside all mentions."""
    free = [True] * len(s.tokens)
    for m in s.mentions:
        for k in range(m.i, m.j):
            free[k] = False
    return free


def _family_at(s: Sentence, i: int, free: list[bool], family: dict[str, str]) -> tuple[int, str, str] | None:
    for split_ in s.tokens[i].word.splits:
        if len(split_.prefix) > 1:
            continue
        for length in range(LONGEST_FAMILY_NAME, 0, -1):
            if i + length > len(s.tokens) or not all(free[k] for k in range(i, i + length)):
                continue
            part = joined([split_.rest, *s.norm[i + 1 : i + length]])
            if (
                part in family
                and len(part) > 2
                and (_is_no_word(split_.rest, length) or _follows_verb(s, i))
                and s.norm[i] not in FUNCTION
            ):
                return i + length, split_.prefix, family[part]
    return None


def _is_no_word(rest: str, length: int) -> bool:
    people = vocabulary().people
    bare = rest[2:] if rest.startswith("ال") else rest
    return length > 1 or not (rest in people.not_names or bare in people.not_names or bare in vocabulary().roles.heads)


def _follows_verb(s: Sentence, i: int) -> bool:
    """Whether what looks like an adjective follows a verb, of which somebody must be the subject: "حصد العلمي"."""
    return i > 0 and not _VERBS.isdisjoint(s.tokens[i - 1].word.said)


def _with_slip(s: Sentence, i: int, free: list[bool], canonical: str) -> tuple[int, str]:
    """Take in the words before a family name that are the other parts but for one slip ("عبر الرحيم بنصر")."""
    words = canonical.split()
    for length in range(min(len(words) - 1, 3), 0, -1):
        start = i - length
        if start < 0 or not all(free[k] for k in range(start, i)):
            continue
        before, expected = s.norm[start:i], [name_parts(w)[0] for w in words[-1 - length : -1]]
        bare = [name_parts(w)[0] if name_parts(w) else w for w in before]
        if len(words) - 1 == length and len("".join(bare)) > 4 and one_slip("".join(bare), "".join(expected)):
            return start, s.text(start, i) + " " + words[-1]
    return i, ""
