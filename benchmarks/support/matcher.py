"""What a user would build with spaCy instead: an entity ruler of our parties and places, a matcher for ten roles.

Clitics are written out as variants of each term and form, for an entity ruler cannot split them. Findings.md measured
"EntityRuler and Matcher for ten roles, with clitics": a pattern for each role, as whoever wants to know the role would
write. One pattern for all ten, which says only that there is a role, is faster; so is a larger cache of the tokenizer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import Matcher

from graph_builder.lexicon.loader import data, rows

ROLES = ("كاتب", "أمين", "رئيس", "نائب", "عضو", "منسق", "مستشار", "مقرر", "مفتش", "ناطق")
RANKS = ("عام", "إقليمي", "جهوي", "محلي", "وطني", "أول", "ثاني", "ثالث", "رسمي", "سياسي")
ENDINGS = ("", "ة", "ا", "ين", "ون", "ات")
CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
LARGE_CACHE = 1_000_000


def glued(term: str, clitics: Sequence[str] = CLITICS) -> list[str]:
    """Return a term with every clitic; ل swallows the alif of the article."""
    return [c + (term[1:] if c.endswith("ل") and term.startswith("ال") else term) for c in clitics]


def terms() -> Iterator[tuple[str, str]]:
    """Yield the names of parties, of their parallel organisations and of places, each with its label."""
    for entry in data("parties"):
        for text in (entry["ar"], *entry.get("variants", ()), *entry.get("bare", ())):
            yield "PARTY", text
        for parallel in entry.get("parallel", ()):
            for text in (parallel["ar"], *parallel.get("variants", ())):
                yield "ORGANISATION", text
    for row in rows("places.tsv"):
        if row[0] != "code":
            for text in (row[2], *filter(None, row[6].split("|"))):
                yield "PLACE", text


def pipeline(tokenizer_cache: int | None = None, clitics: Sequence[str] = CLITICS) -> Language:
    """Return the pipeline; ``tokenizer_cache`` is the number of spellings its tokenizer keeps, 10,000 unless set.

    The default is full once the patterns are read, so that a user who does not know of it tokenises every word anew.
    """
    nlp: Any = spacy.blank("ar")  # its parts are found by name, which types cannot follow
    if tokenizer_cache is not None:
        nlp.tokenizer.max_cache_size = tokenizer_cache
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": v} for label, term in terms() for v in glued(term, clitics)])
    made: Language = nlp
    return made


def matcher(nlp: Language, *, each: bool, clitics: Sequence[str] = CLITICS) -> Matcher:
    """Return a matcher of the ten roles with their ranks: a pattern for ``each``, or one for all, which is faster."""
    ranks = [article + rank + ending for rank in RANKS for article in ("", "ال") for ending in ("", "ة")]
    forms = {r: [v for e in ENDINGS for a in ("", "ال") for v in glued(a + r + e, clitics)] for r in ROLES}
    found = Matcher(nlp.vocab)
    for label, spellings in forms.items() if each else [("role", [v for vs in forms.values() for v in vs])]:
        found.add(label, [[{"TEXT": {"IN": spellings}}, {"TEXT": {"IN": ranks}, "OP": "*"}]], greedy="LONGEST")
    return found


def reader(
    *, each: bool, tokenizer_cache: int | None = None, clitics: Sequence[str] = CLITICS
) -> Callable[[Iterable[str]], int]:
    """Return a function that reads texts and counts the entities and roles found."""
    nlp = pipeline(tokenizer_cache, clitics)
    roles = matcher(nlp, each=each, clitics=clitics)

    def read(texts: Iterable[str]) -> int:
        return sum(len(doc.ents) + len(roles(doc, as_spans=True)) for doc in nlp.pipe(texts))

    return read
