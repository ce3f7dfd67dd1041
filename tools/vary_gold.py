"""Copies of gold articles with one thing replaced throughout, in text and gold alike, to see what reading leans on.

    PYTHONPATH=. python tools/vary_gold.py tests/gold/dev /tmp/varied --how names

writes the articles of a set with other people's names (or ``places``, ``parties``, ``roles``). Facts and sentences
stay, so what is read of the original and not of its variation was read by the words, not by the structure. An article
in which a word means two things is copied as it is. Same arguments, same bytes.

names    everybody is called like somebody of the same gender in another open set, so mostly like a real Moroccan
places   towns, provinces, regions of Morocco become others of their kind
parties  a Moroccan party becomes another with all it is called: name, symbol, followers, organisations of its own
roles    an office becomes another of its shape (``variations.yml``): كاتب محلي, أمين محلي, منسق محلي
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from graph_builder.arabic.normalise import fold
from graph_builder.lexicon.loader import data, rows
from graph_builder.lexicon.vocabulary import vocabulary
from tools.swap import WORD, Phrases, Swap, found, rest

GOLD: Final = Path(__file__).parents[1] / "tests" / "gold"
OPEN: Final = ("dev", "wide", "hard", "long", "retold")
KEPT: Final = ("id", "published", "source", "kind", "status", "level", "capacity", "what", "date", "due")
"""Keys of gold whose values are no words of the article."""


@dataclass(frozen=True)
class Article:
    """A gold article."""

    name: str
    text: str
    gold: dict[str, Any]

    @property
    def people(self) -> list[str]:
        """The names of its people."""
        return list(dict.fromkeys(self.gold["people"]))

    @property
    def parties(self) -> list[str]:
        """The names of its parties."""
        return [party if isinstance(party, str) else party["name"] for party in self.gold["parties"]]

    @property
    def spellings(self) -> Iterator[str]:
        """All that its people are called."""
        return chain(self.people, *self.gold.get("aliases", {}).values())


def read(folder: Path) -> list[Article]:
    """Return the articles of a gold set."""
    return [
        Article(path.stem, path.with_suffix(".txt").read_text("utf-8"), json.loads(path.read_text("utf-8")))
        for path in sorted(folder.glob("*.json"))
    ]


# ---------------------------------------------------------------- names


def split(name: str) -> tuple[str, str]:
    """Return the given and the family part of a name; a single word or compound is a family part.

    >>> split("عبد النبي آيت القاضي")
    ('عبد النبي', 'آيت القاضي')
    """
    words = name.split()
    given = 0
    while given < len(words) - 1 and fold(words[given]) in ("مولاي", "سيدي", "للا", "لاله", "عبد"):
        given += 1
    given += 1 + (given + 2 < len(words) and fold(words[given + 1]) in ("الدين", "الله", "الزهراء", "الاله", "الحق"))
    return (" ".join(words[:given]), " ".join(words[given:])) if given < len(words) else ("", name)


def gender(name: str, gold: dict[str, Any]) -> str:
    """Return ``f`` or ``m`` as the offices of gold or the lexicon of given names tell, ``u`` if neither does."""
    roles = [post["role"].split()[0] for key in ("posts", "posts_optional") for post in gold.get(key, ())
             if post["person"] == name and post["role"]]  # fmt: skip
    if any(role.endswith("ة") for role in roles):
        return "f"
    first = fold(name).split()[0]
    known = vocabulary().people.given.get(first, "m" if first in ("عبد", "مولاي", "سيدي") else "u")
    return "m" if known == "u" and roles else known


@cache
def donors(apart: str) -> dict[str, list[str]]:
    """Return the people of the open sets but for one, by gender: of articles about parties of Morocco."""
    pools: dict[str, dict[str, None]] = {"f": {}, "m": {}}
    for article in chain.from_iterable(read(GOLD / name) for name in OPEN if name != apart):
        if not is_moroccan(article):
            continue
        for name in article.people:
            if re.fullmatch(r"\w\w[\w ]+ \w\w[\w ]+", name) and (kind := gender(name, article.gold)) in pools:
                pools[kind][name] = None
    return {kind: list(names) for kind, names in pools.items()}


def vary_names(article: Article, draw: Random, origin: str) -> Phrases | None:
    """Other names for all people; None if a family name is a word of the text too, or two people share one."""
    pools = {kind: draw.sample(names, len(names)) for kind, names in donors(origin).items()}
    here, phrases = set(map(fold, WORD.findall(article.text))), {}
    for person in article.people:
        pool = pools["f" if gender(person, article.gold) == "f" else "m"]
        other = next(name for name in pool if here.isdisjoint(fold(name).split()[-1:]) and fold(name) not in here)
        here |= {fold(split(other)[1]), fold(other), fold(other).split()[-1]}
        phrases[person] = other if split(person)[0] else split(other)[1]
        for alias in article.gold.get("aliases", {}).get(person, ()):
            phrases.setdefault(alias, _alias(alias, person, other))
    families = [split(person)[1] for person in article.people if split(person)[0]]
    return None if found(rest(article.text, phrases), families) else phrases


def _alias(alias: str, person: str, other: str) -> str:
    """What somebody of another name is called where this person is called ``alias``."""
    given, family = split(person)
    words = fold(alias).split()
    if fold(alias) == fold(given):
        return split(other)[0]
    return split(other)[1] if len(words) == 1 or set(words) <= set(fold(family).split()) else other


# ---------------------------------------------------------------- places


@cache
def towns() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return each name of a place of Morocco that is nothing else, with its kinds and all its spellings."""
    kinds: dict[str, list[str]] = {}
    forms: dict[str, list[str]] = {}
    for code, kind, name, _french, _parent, _iso, variants, ambiguous in rows("places.tsv"):
        if code != "code" and ambiguous == "0" and kind != "cercle":
            kinds.setdefault(name, []).append(kind)
            forms.setdefault(name, [name]).extend(variants.split("|") if variants else ())
    return {name: (kinds[name][0], tuple(dict.fromkeys(forms[name]))) for name in kinds}


def vary_places(article: Article, draw: Random, _: str) -> Phrases | None:
    """Other places for all that the lexicon knows; None if there is none, or one is a person's name too."""
    protected = [*article.spellings, *party_names()]
    pools: dict[str, list[str]] = {}
    for name, (kind, _forms) in towns().items():
        if len(name) > 3 and not name.startswith(("سيدي", "مولاي")) and ("-" not in name or kind == "region"):
            pools.setdefault(kind, []).append(name)
    for kind in sorted(pools):
        draw.shuffle(pools[kind])
    names = {form: name for name, (_kind, forms) in towns().items() for form in forms}
    phrases: Phrases = {}
    for name in dict.fromkeys(names[form] for form in found(rest(article.text, protected), names)):
        kind, forms = towns()[name]
        other = next(other for other in pools[kind] if other != name and fold(other) not in fold(article.text))
        pools[kind].remove(other)
        phrases.update(dict.fromkeys(forms, other.replace("-", " ")))
    families = {split(person)[1] for person in article.people}
    return None if not phrases or families & phrases.keys() else phrases | {name: name for name in protected}


@cache
def party_names() -> tuple[str, ...]:
    """Return what parties and their organisations are called."""
    names = (
        [entry["ar"], *entry.get("variants", ()), *(each["ar"] for each in entry.get("parallel", ()))]
        for entry in data("parties")
    )
    return tuple(chain.from_iterable(names))


# ---------------------------------------------------------------- parties


def called(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a party is called, each with what kind of naming it is."""
    names = (entry["ar"], *entry.get("variants", ()))
    for name in names:
        yield name, "حزب name" if name.startswith("حزب ") else "name"
    for name in names:
        yield f"حزب {name.removeprefix('حزب ')}", "حزب name"
    for name in entry.get("after_hizb", ()):
        yield f"حزب {name}", "حزب symbol"
    for name in entry.get("followers", ()):
        yield name, "followers " + re.sub(r"^.*?(ي?(ة|ات|ين|ون)?)$", r"\1", name) + "ال" * name.startswith("ال")
    for parallel in entry.get("parallel", ()):
        for name in (parallel["ar"], *parallel.get("variants", ())):
            yield name, f"{parallel['kind']} {name.split()[0]}"


@cache
def moroccan() -> tuple[dict[str, Any], ...]:
    """Return the parties of Morocco in the lexicon."""
    return tuple(entry for entry in data("parties") if entry["country"] == "MA")


def is_moroccan(article: Article) -> bool:
    """Whether parties of Morocco, and none that the lexicon does not have, are the article's."""
    known = {fold(name) for entry in moroccan() for name, _ in called(entry)}
    return bool(article.parties) and known.issuperset(map(fold, article.parties))


def vary_parties(article: Article, draw: Random, _: str) -> Phrases | None:
    """Other parties of Morocco for those of the article; None if it has none, or names one as no other is named."""
    if not is_moroccan(article):
        return None
    others = [entry for entry in moroccan() if len(entry.get("parallel", ())) > 1 and not entry.get("ended")]
    draw.shuffle(others)
    words = " / ".join([article.text, *strings(article.gold)])
    phrases: Phrases = {name: name for name in party_names()}
    named = set(found(words, [*phrases, *(name for entry in moroccan() for name, _how in called(entry))]))
    short: set[str] = set()  # what may stand for a party or its organisations elsewhere in the article
    for entry in moroccan():
        told = [(name, how) for name, how in called(entry) if name in named]
        if not told:
            continue
        other = next((other for other in others if other is not entry and _named_alike(told, other)), None)
        if other is None or entry.get("titles") or other.get("titles"):
            return None  # who leads a party under a title that is its own
        others.remove(other)
        replaced = {name: _same(how, other) for name, how in reversed(told)}
        phrases.update(replaced)
        heads = {name.split()[0].removeprefix("ال") for name, how in called(entry) if how == "name"}
        short |= {"ال" + head for head in heads} | {*entry.get("after_hizb", ()), *entry.get("bare", ())}
    doubtful = found(rest(words, phrases), sorted(short))
    return None if doubtful else phrases


def _named_alike(told: Iterable[tuple[str, str]], other: dict[str, Any]) -> bool:
    kinds = {how for _, how in called(other)}
    return kinds | {"name"} >= {how for _, how in told}


def _same(how: str, other: dict[str, Any]) -> str:
    """What the other party is called in the same way."""
    return next((name for name, kind in called(other) if kind == how), str(other["ar"]))


# ---------------------------------------------------------------- roles


def vary_roles(article: Article, draw: Random, _: str) -> Phrases | None:
    """Other offices; None if the article has none of them, or has one of their words in another sense."""
    words = yaml.safe_load(Path(__file__).with_name("variations.yml").read_text("utf-8"))
    kept = {phrase: phrase for phrase in words["kept"]}
    phrases: Phrases = {}
    for offices in words["rotations"]:
        shift = draw.randrange(1, len(offices))
        for number, forms in enumerate(offices):
            for form, other in zip(forms, offices[(number + shift) % len(offices)], strict=True):
                phrases.setdefault(form, other)
                phrases.setdefault("ال" + form, "ال" + other)
    named = found(" / ".join(article.spellings), phrases)
    doubtful = found(rest(article.text, kept), words["doubtful"])
    told = found(article.text, phrases) and is_moroccan(article)
    return {**phrases, **kept} if told and not named and not doubtful else None


# ---------------------------------------------------------------- all


WAYS: Final[dict[str, Callable[[Article, Random, str], Phrases | None]]] = {
    "names": vary_names,
    "places": vary_places,
    "parties": vary_parties,
    "roles": vary_roles,
}


def strings(value: Any) -> Iterator[str]:
    """Yield what gold says in words of the article."""
    if isinstance(value, dict):
        yield from chain.from_iterable(strings(item) for key, item in value.items() if key not in KEPT)
    elif isinstance(value, list):
        yield from chain.from_iterable(map(strings, value))
    elif isinstance(value, str):
        yield value


def put(value: Any, swap: Swap) -> Any:
    """Return gold with its phrases replaced, in keys (names of people) too."""
    if isinstance(value, dict):
        return {swap(key): item if key in KEPT else put(item, swap) for key, item in value.items()}
    if isinstance(value, list):
        return [put(item, swap) for item in value]
    return swap(value) if isinstance(value, str) else value


def vary(folder: Path, how: str, seed: int = 1) -> Iterator[tuple[Article, Article]]:
    """Yield the articles of a set that can be varied, each with its variation."""
    for article in read(folder):
        phrases = WAYS[how](article, Random(f"{seed} {how} {article.name}"), folder.name)  # noqa: S311
        if phrases is None:
            continue
        swap = Swap(phrases)
        varied = Article(article.name, swap(article.text), put(article.gold, swap))
        stand = [swap(name) in varied.text for name in article.people if name in article.text]
        if all(stand) and varied.text != article.text:
            yield article, varied


def write(articles: Iterable[Article], folder: Path) -> None:
    """Write articles as a gold set."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in articles:
        (folder / f"{article.name}.txt").write_text(article.text, encoding="utf-8")
        gold = json.dumps(article.gold, ensure_ascii=False, indent=1)
        (folder / f"{article.name}.json").write_text(gold + "\n", encoding="utf-8")


def main() -> None:
    """Write a variation of a set, with the articles that cannot be varied as they are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("set", type=Path, help="a folder of gold articles")
    parser.add_argument("out", type=Path, help="where the variation is written")
    parser.add_argument("--how", choices=WAYS, required=True)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    varied = {article.name: article for _, article in vary(asked.set, asked.how, asked.seed)}
    articles = [varied.get(article.name, article) for article in read(asked.set)]
    write(articles, asked.out)
    print(f"{len(varied)} of {len(articles)} articles varied")


if __name__ == "__main__":
    main()
