"""The person grammar: where a name begins, which words belong to it, where it ends.

    name     = [given | compound] {given | compound | family}      two parts at least
    compound = عبد X | بن X | آيت X | ... | X الدين
A known given name opens a name anywhere; an unknown word only where the context asks for a person (after an honorific
or a single role, in a list of people).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, Split
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import PLACE, TITLE
from graph_builder.extraction.mention_kinds import PersonMention
from graph_builder.extraction.mentions.name_parts import (
    Part,
    before_family,
    boundary,
    ends,
    is_byname,
    joins_another,
    names_agree,
    read_compound,
    subject_follows,
)
from graph_builder.extraction.mentions.namelike import (
    WITH_PRONOUN,
    described_plural,
    in_a_place,
    is_noun,
    is_preposition,
    is_told_of,
    of_somebody,
    opens_role,
    plausible,
)
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded
from graph_builder.model import Gender

MOST_PARTS: Final = 5
_SHORTEST_GLUED: Final = 5
"""Letters of the second half of a compound at least, before a family name without a blank: "عبد العزيزالعسري"."""
_CLITICS: Final = ("", "و", "ل", "ب", "ف", "ك", "ول", "وب", "فل")
_VERBS: Final = folded(data("grammar_words")["person"]["also_verbs"])
_TELLING: Final = folded(
    word for group in ("verbs_of_saying", "verbs_of_office") for word in data("not_names")["never"][group]
)
_INSTEAD: Final = folded(data("grammar_words")["person"]["instead"])
_BEFORE_NAMES: Final = folded(word for key in ("naming", "presence") for word in data("grammar_words")["person"][key])
_SHAPES: Final = tuple(data("grammar_words")["person"]["family_shapes"])
_ABD: Final = folded(data("grammar_words")["person"]["abd"])
_COURTESY: Final = folded(data("grammar_words")["person"]["inside"])
_KEEPING: Final = folded(["أمينة"])
_BORN: Final = fold("ولد")
_YEARS: Final = folded(["سنة", "عام", "في", "سنوات"])
_TOLD_BORN: Final = 8
"""Words of a sentence within which its "was born" tells when or where."""
_FUTURE: Final = ("سي", "ست")
_FOR_OTHERS: Final = folded(data("grammar_words")["person"]["for_others"])
_IN_THE_NAME: Final = fold("باسم")
_MOTHER: Final = fold("أم")
_TO_DO: Final = "لت"
"""How a verbal noun after "to" begins: "لتمثيل", "لتدبير"."""
_BELONGING: Final = folded(data("grammar_words")["person"]["belonging"])
_INSTEAD_OF: Final = folded(data("grammar_words")["person"]["instead_of"])


def read_person(s: Sentence, i: int, vocabulary: Vocabulary, strong: bool) -> PersonMention | None:
    """Read the name that begins at token ``i``, clitics allowed.

    Args:
        s: the sentence.
        i: where the name may begin.
        vocabulary: names, and words that are none.
        strong: the context asks for a person here, so that unknown words count as names.
    """
    if s.norm[i] in FUNCTION and not vocabulary.people.given.get(s.tokens[i].word.surface):
        return None
    for sure in (True, False) if strong else (True,):
        splits = s.tokens[i].word.splits
        for split in splits if sure else splits[::-1]:
            if not _may_split(s, i, split, vocabulary, sure):
                continue
            first = _first_part(s, i, split.rest, vocabulary, strong, sure)
            name = _rest(s, i, split.prefix, split.rest, first, vocabulary, strong) if first else None
            if name:
                return None if _follows_noun(s, i, first, name, vocabulary) else name
    return None


def _follows_noun(s: Sentence, i: int, first: Part | None, name: PersonMention, vocabulary: Vocabulary) -> bool:
    """Whether a definite word that no list has stands before a whole name: "منظمة الكشاف الجوال كريم العلمي"."""
    if first is None or first.kind != "unknown" or name.prefix or not s.tokens[i].word.definite:
        return False
    if i == 0 or s.tokens[i - 1].word.kind != "word" or s.may[i - 1] & TITLE or not s.known[i + 1].given:
        return False
    whole = read_person(s, i + 1, vocabulary, False)
    return whole is not None and not whole.prefix and whole.j >= name.j


def _may_split(s: Sentence, i: int, split: Split, vocabulary: Vocabulary, sure: bool) -> bool:
    """Whether the clitics of ``split`` may stand before a name; ``sure``: before a given name."""
    splits = s.tokens[i].word.splits
    if split.prefix not in _CLITICS or len(split.rest) < 2:
        return False
    if sure and any(x.prefix == split.prefix and x.rest == "ا" + split.rest for x in splits):
        return False
    if i and s.norm[i - 1] in _INSTEAD_OF and any(x.prefix == "ل" for x in splits):
        return split.prefix == "ل" and (sure or s.norm[i] not in vocabulary.people.given)  # "خلفا لعزيز كذا"
    if split.prefix and is_noun(splits[0].bare, vocabulary):
        return False
    if split.prefix not in ("", "و") and _is_shortened(s, i - 1):
        return False  # "د. بادي كذا"
    if split.prefix in ("", "و"):
        return True
    return sure and s.norm[i] not in vocabulary.people.given and not _is_word(splits, split, vocabulary)


def _is_shortened(s: Sentence, k: int) -> bool:
    """Whether a title written in short stands at token ``k``: "د.", "م."."""
    return k >= 0 and bool(s.may[k] & TITLE) and s.article.text[s.tokens[k].end - 1] in "./"


def _is_word(splits: Sequence[Split], split: Split, vocabulary: Vocabulary) -> bool:
    """Whether fewer clitics leave a word that is no name: "برقية" is no "ب" and a name, nor is "وبرقية"."""
    shorter = (x.rest for x in splits if len(x.rest) > len(split.rest) and split.prefix.startswith(x.prefix))
    return any(rest in vocabulary.people.not_names for rest in shorter)


def may_open(s: Sentence, i: int, vocabulary: Vocabulary, titled: bool = False) -> bool:
    """Whether the words after token ``i`` make any word here the first of a name.

    "Son of" or "daughter of" and what may be a name follow ("المامي ولد الداه"), or the word is a family name at the
    beginning of an item, or after a verb of saying, and a given name follows ("العلمي محمد،"). ``titled``: a title
    stands before it, so that even an ordinary word is a name ("السيد قادة بن عزوز").
    """
    if i + 1 >= len(s.norm) or s.tokens[i].word.kind != "word":
        return False
    here, following = s.known[i], s.known[i + 1]
    son = following.son
    told = here.family and following.given and (i == 0 or boundary(s, i - 1) or is_told(s, i))
    if not son and not told:
        return False
    p, norm, after = vocabulary.people, s.norm[i], s.norm[i + 1]
    if norm in p.not_names and not (son and titled):
        return False
    if any(vocabulary.places.longest(x.rest, s.norm, i) for x in s.tokens[i].word.splits if x.rest):
        return False
    if son:
        return _names_son(s, i, vocabulary)
    whole = read_compound(s, i + 1, after, vocabulary)
    end = whole.end if whole is not None and whole.kind == "given" else i + 2
    return norm not in p.given and ends(s, end, vocabulary)


def _names_son(s: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether "son of" after token ``i`` goes on as a name, and not as a town ("بن جرير")."""
    if i + 2 >= len(s.norm) or vocabulary.places.longest(s.norm[i + 1], s.norm, i + 1):
        return False
    named = s.tokens[i + 2].word.kind == "word" and s.norm[i + 2] not in FUNCTION
    return named and not s.tokens[i].word.surface.endswith(WITH_PRONOUN)


def _first_part(s: Sentence, i: int, rest: str, vocabulary: Vocabulary, strong: bool, sure: bool) -> Part | None:
    """The first part; ``sure`` asks for a given name or compound, else any word that may be a name will do."""
    p = vocabulary.people
    follower = rest in vocabulary.followers and rest.startswith(ARTICLE)
    in_the_name = rest == _IN_THE_NAME and i + 1 < len(s.norm) and s.norm[i + 1] in vocabulary.after_hizb
    if in_the_name or is_preposition(s, i) or follower or (rest == _BORN and _tells_birth(s, i, vocabulary)):
        return None  # "فاز باسم السنبلة"
    joined = rest != s.norm[i] and s.mentions != [] and s.mentions[-1].j == i  # "X وعوض Y": another of a list
    if rest in _INSTEAD and not joined and i + 1 < len(s.norm) and (s.norm[i + 1] in p.given or s.norm[i + 1] in _ABD):
        return None
    if (compound := read_compound(s, i, rest, vocabulary)) is not None:
        town = vocabulary.places.longest(rest, s.norm, i) if not strong else None
        named = town is not None and town[0] < len(s.norm) and s.norm[town[0]] in p.family
        return None if town and compound.kind == "compound" and not named else compound
    if rest in p.given:
        if (
            rest in _VERBS
            and not strong
            and s.norm[i - 1] not in _BEFORE_NAMES
            and (
                subject_follows(s, i + 1, vocabulary)
                or "علي" in s.norm[i + 1 : i + 16]
                or (i + 1 < len(s.norm) and s.norm[i + 1] in FUNCTION)
            )
        ):
            return None
        if rest in p.not_names and rest not in p.ambiguous and not strong:
            return None
        if rest in p.ambiguous and not (strong or names_agree(s, i, rest, vocabulary) or is_told(s, i)):
            return None
        return Part(i + 1, "given")
    verb = rest in _VERBS and s.tokens[i].word.surface.endswith("ى")  # "التقى" is no name "التقي"
    if (
        not (sure or verb or vocabulary.places.longest(rest, s.norm, i))
        and plausible(rest, vocabulary)
        and not of_somebody(s, i, vocabulary)
    ):
        return Part(i + 1, "family" if rest in p.family else "unknown")
    return None


def _tells_birth(s: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a sentence opens with "was born": a given name, and a year or town, follow: no "son of" in Mauritania."""
    if i > 0 or len(s.norm) == 1 or s.norm[1] not in vocabulary.people.given:
        return False
    told = range(2, min(_TOLD_BORN, len(s.norm)))
    return any(s.norm[k] in _YEARS or (s.norm[k].startswith("ب") and s.may[k] & PLACE) for k in told)


def is_told(s: Sentence, i: int) -> bool:
    """Whether what somebody says, does or is given in a party stands before token ``i``: "سيتولى عزيز كذا المهمة"."""
    if i == 0 or s.norm[i] in _FOR_OTHERS:
        return False
    return s.norm[i - 1] in _BEFORE_NAMES or not _TELLING.isdisjoint(s.tokens[i - 1].word.said)


def _rest(
    s: Sentence, i: int, prefix: str, rest: str, first: Part, vocabulary: Vocabulary, strong: bool
) -> PersonMention | None:
    """Extend the first part by what belongs to the name."""
    parts, at = [first], first.end
    while len(parts) < MOST_PARTS and at < len(s.norm) and s.tokens[at].word.kind == "word":
        part = _next_part(s, at, parts, vocabulary, strong)
        if part is None:
            break
        parts.append(part)
        at = part.end
    known = sum(part.kind in ("given", "compound") for part in parts)
    two = first.end - i == 2 and rest in vocabulary.people.given and not s.norm[i + 1].startswith(ARTICLE)
    two = two or (first.end - i == 2 and rest in _ABD and ARTICLE in s.norm[i + 1][_SHORTEST_GLUED:-2])
    if len(parts) < 2 and not (first.kind == "given" and (first.end - i > 2 or two)):
        return None  # "فاطمة الزهراء" goes on, "فاطمة خير" need not
    if not known and not (strong and _sure_of_unknown(s, i, at, parts, vocabulary)):
        return None
    gender: Gender | None = None
    return PersonMention(i, at, prefix, written(s, i, at, prefix, rest), gender)


def _sure_of_unknown(s: Sentence, i: int, end: int, parts: list[Part], vocabulary: Vocabulary) -> bool:
    """Whether words that are all unknown may be a name: no pronoun at an end, and what follows ends a name."""
    pronouns = any(s.norm[k].endswith(("ها", "هم", "هما", "نا", "ات", "ين", "ون")) for k in range(i, end))
    ended = ends(s, end, vocabulary) or parts[-1].kind == "family" or s.norm[end] in vocabulary.people.verbs
    return len(parts) <= 3 and not pronouns and ended


def _next_part(s: Sentence, at: int, parts: list[Part], vocabulary: Vocabulary, strong: bool) -> Part | None:
    """The part of a name that token ``at`` begins, if the name goes on."""
    norm, p = s.norm[at], vocabulary.people
    of_place = len(parts) > 1 and norm[0] == "ل" and norm[1:] in vocabulary.places  # "وX كذا لحماة"
    if (
        _another_begins(s, at, parts)
        or _stops(s, at, vocabulary)
        or (of_place and norm not in p.family and norm not in p.given)
    ):
        return None
    of_mother = (
        norm == _MOTHER and parts[-1].kind == "given" and at + 1 < len(s.norm) and s.tokens[at + 1].word.definite
    )
    compound = read_compound(s, at, norm, vocabulary) or (Part(at + 2, "compound") if of_mother else None)
    if compound:
        return compound  # "خديجة أم البشائر"
    office = norm in _KEEPING and ends(s, at + 1, vocabulary) and len(parts) > 1 and s.norm[at - 1].startswith(ARTICLE)
    if office or opens_role(s, at, vocabulary):
        return None  # "ومنى الزين أمينة."
    if norm in p.given and (norm not in p.not_names or norm in p.ambiguous):
        return Part(at + 1, "given")
    if (
        norm in _COURTESY
        and all(part.kind == "given" for part in parts)
        and at + 1 < len(s.norm)
        and (s.norm[at + 1] in p.family or s.norm[at + 1] in p.given)
    ):
        return Part(at + 1, "given")
    if [part.kind for part in parts] == ["given"] and is_byname(s, at, vocabulary, strong):
        return Part(at + 1, "unknown")
    last = strong and parts[-1].kind == "compound" and norm.startswith("ال") and boundary(s, at + 1)
    if last or _like_a_verb(s, at, parts, vocabulary) or before_family(s, at, parts, vocabulary):
        return Part(at + 1, "unknown")  # "يحي ولد أحمد الوقف" in a list
    if not plausible(norm, vocabulary) or of_somebody(s, at, vocabulary) or described_plural(s, at):
        return None
    second = strong and [part.kind for part in parts] == ["family"] and ends(s, at + 1, vocabulary)
    return Part(at + 1, "family") if norm in p.family else _unknown_part(s, at, parts, second, vocabulary)


def _another_begins(s: Sentence, at: int, parts: list[Part]) -> bool:
    """Whether another whole name follows: who succeeds, and whom ("خلف كريم العلمي سعيد الناصري")."""
    kinds = [part.kind for part in parts]
    if kinds[-1] != "family" or "given" not in kinds or at + 1 >= len(s.norm):
        return False
    definite = s.tokens[at - 1].word.definite and s.tokens[at + 1].word.definite
    return definite and s.known[at].given and s.known[at + 1].family


def _like_a_verb(s: Sentence, at: int, parts: list[Part], vocabulary: Vocabulary) -> bool:
    """Whether a last word has the shape of a future verb and closes a name: "يونس سيراج"."""
    p, norm = vocabulary.people, s.norm[at]
    sure = [part.kind for part in parts] == ["given"] and s.norm[at - 1] not in p.ambiguous
    done = at > 1 and s.norm[at - 2] in p.verbs  # "تقدم يونس سيراج على": a verb has been told
    return sure and norm.startswith(_FUTURE) and norm not in p.not_names and (done or ends(s, at + 1, vocabulary))


def _unknown_part(s: Sentence, at: int, parts: list[Part], second: bool, vocabulary: Vocabulary) -> Part | None:
    """An unknown word goes on with a name that has no family name yet, or as a definite or last word; two at most.

    ``second``: it follows a family name that the context asks for, and the name may end after it.
    """
    closed = (any(part.kind in ("family", "unknown", "compound") for part in parts) or len(parts) > 2) and not second
    if closed and not (s.norm[at].startswith("ال") or boundary(s, at + 1) or _becomes(s, at + 1, vocabulary)):
        return None
    shaped = s.norm[at].startswith(_SHAPES)
    if closed and s.norm[at].endswith("ا") and len(s.norm[at]) > 3 and parts[-1].kind == "family" and not shaped:
        return None  # an object in the accusative: "استقبل X وفدا"
    return Part(at + 1, "unknown") if sum(part.kind == "unknown" for part in parts) < 2 else None


def _becomes(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what somebody became follows, told in the accusative: "فادي وكيلي عسراوي كاتبا عاما"."""
    heads = vocabulary.roles.heads.get(s.bare[at], ())
    return s.tokens[at].word.surface.endswith("ا") and any(head.form.case for head in heads)


def _stops(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether token ``at`` is surely outside the name: a place, a preposition, the next name of a list."""
    norm, p = s.norm[at], vocabulary.people
    located = norm[0] == "ب" and norm[1:] in vocabulary.places and norm not in p.family
    purpose = norm.startswith(_TO_DO) and norm[1:] in p.not_names and norm not in p.family
    for_others = norm in _FOR_OTHERS and at + 1 < len(s.norm) and is_told_of(s, at + 1, vocabulary)
    if located or purpose or for_others or norm in _BELONGING or in_a_place(norm, vocabulary):
        return True
    return is_preposition(s, at) or joins_another(s, at, vocabulary)
