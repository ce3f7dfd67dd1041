"""Worlds to draw, the sample articles' own among them, and pages that report whatever they should not do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from pyoxigraph import Store

from graph_builder.arabic.normalise import fold
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.graph.reference import parties, places
from graph_builder.model import (
    Article,
    BodyFact,
    Claim,
    DeadlineFact,
    Entity,
    EventFact,
    Evidence,
    Fact,
    FigureFact,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PostFact,
    Reading,
    Span,
    StatementFact,
    StepFact,
    World,
)
from graph_builder.output import PAGES
from graph_builder.query.store import in_both
from graph_builder.visual.site import network
from graph_builder.visual.site.assets import assets
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.pages import Desk
from graph_builder.visual.site.write import MENU, write_pages
from tests.conftest import PATIENCE
from tests.worlds import claims_of, small_world

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass
class Gold:
    """A sample article with what its gold says, as facts, each quoted by the sentence with most of its words."""

    about: dict[str, Any]
    text: str

    def reading(self) -> Reading:
        name = self.about["id"]
        start = self.text.index(self.about["title"].split("\n")[0])
        title = Span(start, self.text.index("\n", start))
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        article = Article(
            name, self.text, f"{name}.txt", digest, title, (), (), self.about["source"], self.about["published"]
        )
        return Reading(article, (*self._things(), *self._acts(), *self._words()))

    def _said(self, *words: str | None) -> Evidence:
        wanted = {term for text in words if text for term in fold(text).split()}
        best, start, at = (0, 0, 0), 0, 0
        for at, sign in enumerate(self.text):
            if sign in ".\n" or at == len(self.text) - 1:
                sentence = self.text[start:at]
                best = max(best, (sum(term in fold(sentence) for term in wanted), -start, -at))
                start = at + 1
        _, first, last = best
        quote = self.text[-first:-last].strip()
        return Evidence(self.about["id"], -first, -first + len(quote), quote, "gold.by_hand", 0.97)

    def _things(self) -> Iterator[Fact]:
        about = self.about
        women = about.get("gender", {}).get("female", ())
        for name in about["people"]:
            aliases = tuple(about.get("aliases", {}).get(name, ()))
            yield PersonFact(name, aliases, "female" if name in women else None, self._said(name))
        for name in about["parties"]:
            yield PartyFact(name, (), None, None, self._said(name))
        for unit in about["units"]:
            names = tuple(about.get("unit_aliases", {}).get(unit["unit"], ()))
            said = self._said(unit["unit"], unit["place"])
            yield BodyFact(unit["unit"], unit["level"], unit["party"], None, unit["place"], names, said)

    def _acts(self) -> Iterator[Fact]:
        for post in self.about["posts"]:
            said = self._said(post["person"], post["role"])
            yield PostFact(
                post["person"], post["role"], None, post["organ"], post["party"], post["place"], post["status"],
                post["date"], None, post["public"], said,
            )  # fmt: skip
        covers = {c["event"]: tuple(c["places"]) for c in self.about.get("coverage", ())}
        for number, event in enumerate(self.about["events"]):
            said = self._said(event["label"], event["place"])
            yield EventFact(
                f"e{number}", event["label"], event["kind"], event["date"], event["place"], covers.get(number, ()),
                event["party"], None, "held", said,
            )  # fmt: skip
        for part in [*self.about["participations"], *self.about.get("collective_participations", ())]:
            who = part.get("person"), part.get("group")
            yield ParticipationFact(f"e{part['event']}", *who, part["capacity"], self._said(*who))

    def _words(self) -> Iterator[Fact]:
        about = self.about
        for figure in about["figures"]:
            said = self._said(str(figure["value"]), figure["of"], figure["group"])
            about_it = figure["of"], figure["group"], figure["phase"]
            yield FigureFact(figure["value"], figure["what"], *about_it, exact=True, evidence=said)
        for plan in about["plans"]:
            said = self._said(plan["plan"], plan["adopted_by"])
            yield PlanFact(plan["plan"], plan["party"], plan["adopted_by"], plan["adopted"], said)
        for statement in about.get("statements", ()):
            yield StatementFact(statement["speaker"], statement["about"], None, self._said(*statement.values()))
        for process in about.get("processes", ()):
            for number, step in enumerate(process["steps"], 1):
                yield StepFact(process["name"], process["unit"], number, step, self._said(step))
        for deadline in about["deadlines"]:
            said = self._said(deadline["what"], deadline["due"])
            yield DeadlineFact(deadline["what"], deadline["who"], "XXXX-06-30", deadline["due"], said)


def resolved(golds: list[Gold]) -> World:
    """Merge what the golds name alike, and the spellings that they say are one."""
    readings = tuple(gold.reading() for gold in golds)
    same = {
        alias: name
        for gold in golds
        for key in ("aliases", "unit_aliases")
        for name, aliases in gold.about.get(key, {}).items()
        for alias in aliases
    }
    labels = {(r.article.id, f.id): f.label for r in readings for f in r.facts if isinstance(f, EventFact)}
    found: dict[tuple[str, str], set[Claim]] = {}
    for claim in sorted({claim for reading in readings for claim in claims_of(reading)}):
        own = f"{claim.article}/{claim.name}" if claim.kind == "event" else same.get(claim.name, claim.name)
        found.setdefault((claim.kind, own), set()).add(claim)
    entities = []
    for (kind, own), claims in found.items():
        first = min(claims)
        name = labels[first.article, first.name] if kind == "event" else own
        aliases = {alias for alias, meant in same.items() if meant == own}
        number = hashlib.sha256(f"{kind}/{own}".encode()).hexdigest()[:12]
        key = listed(first.kind, name)
        entities.append(Entity(number, first.kind, name, tuple(sorted(aliases)), tuple(sorted(claims)), (), key))
    return World(readings, tuple(entities), {claim: entity for entity in entities for claim in entity.claims})


def listed(kind: str, name: str) -> str | None:
    """Return the lexicon's entry of a party, or of a place (the widest of that name)."""
    if kind == "party":
        return next((key for key, entry in parties().items() if entry["ar"] == name), None)
    found = [code for code, entry in places().items() if kind == "place" and entry["ar"] == name]
    return min(found, key=len, default=None)


@pytest.fixture(scope="session")
def seed_world() -> World:
    """What a perfect reading of seeds/ would give."""
    golds = [
        Gold(json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".txt").read_text(encoding="utf-8"))
        for path in sorted(SEEDS.glob("*.json"))
    ]
    return resolved(golds)


_TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""The first lays out anew what was written, the second begins to draw what has another size since."""
_STILL = """() => {
  const drawing = document.getElementById("network");
  return "ready" in document.documentElement.dataset && (!drawing?.checkVisibility() || "drawn" in drawing.dataset);
}"""


def settle(page: Page) -> None:
    """Wait until all that was begun is done: words are said, data and fonts are here, the network is drawn."""
    page.wait_for_selector("html[data-ready]", state="attached")
    page.evaluate(_TWO_FRAMES)
    page.wait_for_function(_STILL)


@contextmanager
def leading(page: Page) -> Iterator[None]:
    """Do something that leads to another page, and wait until that is ready."""
    page.evaluate("document.documentElement.dataset.left = ''")
    yield
    page.wait_for_selector("html[data-ready]:not([data-left])", state="attached")
    settle(page)


@dataclass
class Watched:
    """A page in the browser, with every request that left it and everything it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def id_of(self, name: str) -> str:
        """Return the id of the entity of this name."""
        return next(str(id_) for _, id_, found, *_ in self.data()["entities"] if found == name)

    def data(self) -> dict[str, Any]:
        """Return the share of the data that the page shows."""
        data: dict[str, Any] = self.page.evaluate("window.share")
        return data

    def choose(self, id_: str) -> None:
        """Go to the address of an entity, and wait until the panel tells of it."""
        self.page.goto(self.page.url.split("#")[0] + f"#{id_}")
        self.page.locator("#panel .iri", has_text=id_).wait_for()


Opener = Callable[..., Watched]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open the page of a world from a file, as a reader would; nothing may be asked for or go wrong meanwhile."""
    watched: list[Watched] = []

    def open_page(world: World, rest: str = "", width: int = 1280, height: int = 800, **more: Any) -> Watched:
        folder = tmp_path / "site"
        for file in (*assets(), *network.files(Desk(Known(world, DEFAULT_BASE), MENU))):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8", newline="\n")
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **more)
        context.set_default_timeout(PATIENCE)
        watch = Watched(context.new_page())
        watched.append(watch)

        def record(request: Request) -> None:
            if not request.url.startswith((f"{folder.as_uri()}/", "blob:", "data:")):
                watch.requests.append(request.url)

        def dismiss(dialog: Dialog) -> None:
            watch.complaints.append(dialog.message)
            dialog.dismiss()

        context.on("request", record)
        watch.page.on("console", lambda message: watch.complaints.append(message.text))
        watch.page.on("pageerror", lambda error: watch.complaints.append(str(error)))
        watch.page.on("dialog", dismiss)
        watch.page.goto(f"{folder.as_uri()}/network.html{rest}")
        settle(watch.page)
        return watch

    yield open_page
    for watch in watched:
        watch.page.context.close()
    assert [(watch.requests, watch.complaints) for watch in watched] == [([], [])] * len(watched)


@dataclass
class Visit:
    """A reader on the site, who notes every request that leaves it and every complaint of the browser."""

    page: Page
    folder: Path
    scripted: bool
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Open a page of the site by its address from the site's folder, and wait until it is ready."""
        self.page.goto(f"{self.folder.as_uri()}/{address}")
        if self.scripted:
            settle(self.page)

    def address(self) -> str:
        """Return where the reader is, from the site's folder."""
        return unquote(self.page.url.removeprefix(f"{self.folder.as_uri()}/"))


Visitor = Callable[..., Visit]


@pytest.fixture(scope="session")
def seed_site(seed_world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a perfect reading of seeds/."""
    return written(seed_world, tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of articles some of whose names, titles and sentences are markup."""
    return written(small_world(), tmp_path_factory.mktemp("hostile"))


def written(world: World, folder: Path) -> Path:
    """Write the pages of a world, those of questions among them, into a folder; return that of the site."""
    store = Store()
    store.bulk_extend(in_both(quads(world, DEFAULT_BASE)))
    write_pages(world, folder, DEFAULT_BASE, store)
    return folder / PAGES


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visitor]:
    """Let a reader visit a site on a disk; nothing may be asked for elsewhere or go wrong meanwhile."""
    visits: list[Visit] = []

    def begin(folder: Path, address: str = "index.html", width: int = 1280, height: int = 800, **more: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **more)
        context.set_default_timeout(PATIENCE)
        visit = Visit(context.new_page(), folder, more.get("java_script_enabled", True))
        visits.append(visit)

        def record(request: Request) -> None:
            if not request.url.startswith((f"{folder.as_uri()}/", "blob:", "data:font/")):
                visit.complaints.append(request.url)

        def dismiss(dialog: Dialog) -> None:
            visit.complaints.append(dialog.message)
            dialog.dismiss()

        context.on("request", record)
        visit.page.on("console", lambda message: visit.complaints.append(message.text))
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on("dialog", dismiss)
        visit.go(address)
        return visit

    yield begin
    for visit in visits:
        visit.page.context.close()
    assert [visit.complaints for visit in visits] == [[]] * len(visits)
