// What the reader has chosen, and the page that follows from it. The address's #fragment holds it, so links restore it.
const state = {query: "", party: "", kinds: new Set(Object.keys(data.options.groups)), view: "network", places: data.first, about: null, chosen: null};
const LISTED = 200;
const narrow = matchMedia("(max-width: 50rem)");
const banner = document.getElementById("banner");

const passes = entity => state.kinds.has(entity.kind) && (state.party === "" || entity.id === state.party || entity.parties.includes(state.party));
const always = () => true;
const filtered = () => state.party !== "" || state.kinds.size < Object.keys(data.options.groups).length;

// The fragment: what is chosen (an entity's id, article=ID), then the language and the view where they are not the first.
function fragment(chosen) {
  const parts = [chosen === null ? "" : chosen.article ? "article=" + encodeURIComponent(chosen.article) : chosen.entity ?? ""];
  if (language !== "ar") parts.push(language);
  if (state.view !== "network") parts.push(state.view);
  return "#" + parts.join("&");
}

function readFragment() {
  const [first, ...rest] = location.hash.slice(1).split("&");
  for (const part of rest) {
    if (Object.hasOwn(data.words, part) && part !== language) speak(part);
    if (part === "table") state.view = part;
  }
  if (entities.has(first)) return {entity: first};
  if (!first.startsWith("article=")) return null;
  try {
    const article = decodeURIComponent(first.slice("article=".length));
    return articles.has(article) ? {article} : null;
  } catch {
    return null;
  }
}

function choose(chosen) {
  if (chosen?.edge === undefined) history.pushState(null, "", fragment(chosen));
  const within = panel.contains(document.activeElement);
  state.chosen = chosen;
  refresh();
  refreshPanel();
  if (within) panel.focus({preventScroll: true});
}

// Show what the address names.
function arrive() {
  state.chosen = readFragment();
  refreshFilters();
  const id = state.chosen?.entity;
  if (id && !isDrawn(id)) surround(id);
  refresh();
  refreshPanel();
  if (!id || state.view !== "network") return;
  if (narrow.matches) document.getElementById("drawn").scrollIntoView();
  look(id, narrow.matches ? panel : null);
}

// The address changed by a link, by hand, or by going back.
function follow() {
  arrive();
  panel.querySelector("h2").focus({preventScroll: true});
  panel.scrollTop = 0;
}

function isDrawn(id) {
  return state.places[id] !== undefined && (state.about !== null || passes(entities.get(id)));
}

function surround(id) {
  state.about = id;
  state.places = around(id);
}

function showAll(places) {
  state.about = null;
  state.places = places;
  refresh();
  fit();
}

function lit() {
  const chosen = state.chosen;
  if (chosen?.entity) return Object.assign(new Set([chosen.entity, ...neighbours.get(chosen.entity)]), {centre: chosen.entity});
  const edge = chosen?.edge === undefined ? null : data.edges[chosen.edge];
  return edge ? Object.assign(new Set([edge.from, edge.to]), {centre: null}) : null;
}

function refresh() {
  const count = draw(state.places, state.about === null ? passes : always, lit(), state.chosen?.edge);
  refreshBanner(count);
  refreshFound();
  const table = state.view === "table";
  document.getElementById("drawn").hidden = table;
  document.getElementById("facts").hidden = !table;
  for (const each of document.querySelectorAll("[data-view]"))
    each.setAttribute("aria-pressed", String(each.dataset.view === state.view));
  document.body.classList.toggle("tabled", table);
}

function refreshBanner(count) {
  const all = data.entities.length;
  const fullest = data.fullest && Object.keys(data.fullest).length;
  const said = [];
  if (state.about !== null) {
    const size = neighbours.get(state.about).size;
    const name = isolated(entities.get(state.about).name);
    said.push(size > MOST_AROUND ? say("view.around_some", {name, n: MOST_AROUND, all: size}) : say("view.around", {name}));
    said.push(button(say("view.back"), () => showAll(data.first)));
  } else if (all === 0) said.push(say("view.no_entities"));
  else if (count === 0) said.push(say("view.nothing"));
  else if (fullest && state.places === data.first) {
    said.push(say("view.partial", {n: Object.keys(data.first).length, all}));
    said.push(button(say("view.more", {n: fullest}), () => showAll(data.fullest)));
  } else if (fullest) {
    if (fullest < all) said.push(say("view.capped", {n: fullest, all}));
    said.push(button(say("view.back"), () => showAll(data.first)));
  }
  banner.replaceChildren(...said.flatMap(part => [part, " "]));
}

// What the query finds: the list, and the table where it is shown.
function refreshFound() {
  const found = search(state.query, passes);
  const cut = found.length > LISTED ? " " + say("find.cut", {n: LISTED}) : "";
  document.getElementById("found").textContent = found.length ? say("find.found", {n: found.length}) + cut : say("find.none");
  document.getElementById("list").replaceChildren(...found.slice(0, LISTED).map(entity =>
    element("li", {}, element("a", {href: "#" + entity.id, "aria-current": state.chosen?.entity === entity.id ? "true" : null},
      shape(entity.kind), element("bdi", {}, entity.name)))));
  if (state.view === "table") fillTable(tabled(state.query, passes, filtered()));
}

function refreshPanel() {
  const chosen = state.chosen;
  const actions = {close: () => choose(null), around: () => { surround(chosen.entity); refresh(); fit(); }, link: chosen && fragment(chosen)};
  panel.classList.toggle("open", chosen !== null);
  if (chosen === null) overviewPanel();
  else if (chosen.entity) entityPanel(entities.get(chosen.entity), actions);
  else if (chosen.article) articlePanel(data.articles[articles.get(chosen.article)], actions);
  else edgePanel(data.edges[chosen.edge], actions);
}

// What depends on the language besides the words of the template.
function refreshFilters() {
  const parties = data.entities.filter(entity => entity.kind === "party");
  const select = document.getElementById("party");
  select.replaceChildren(element("option", {value: ""}, say("find.all_parties")), ...parties.map(party => element("option", {value: party.id}, party.name)));
  select.value = state.party;
  for (const place of document.querySelectorAll("[data-count]"))
    place.textContent = String(data.entities.filter(entity => entity.kind === place.dataset.count).length);
  const lines = new Set(data.edges.map(edge => edge.line));
  document.querySelector(".lines").hidden = lines.size < 2;
  for (const place of document.querySelectorAll("[data-line]")) place.hidden = !lines.has(place.dataset.line);
}

function listen() {
  document.getElementById("query").addEventListener("input", event => {
    state.query = event.target.value;
    document.querySelector(".narrow").open = true;
    refreshFound();
  });
  document.getElementById("query").addEventListener("keydown", event => {
    const first = document.querySelector("#list a");
    if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
    if (event.key === "Enter" && first) first.click();
  });
  document.getElementById("party").addEventListener("change", event => { state.party = event.target.value; showAll(data.first); });
  for (const box of document.querySelectorAll(".kinds input")) box.addEventListener("change", () => {
    if (box.checked) state.kinds.add(box.value);
    else state.kinds.delete(box.value);
    refresh();
  });
  for (const each of document.querySelectorAll("[data-view]"))
    each.addEventListener("click", () => { state.view = each.dataset.view; history.replaceState(null, "", fragment(state.chosen)); refresh(); });
  for (const each of document.querySelectorAll("[data-language]"))
    each.addEventListener("click", () => { speak(each.dataset.language); history.replaceState(null, "", fragment(state.chosen)); foldedFacts = null; refreshFilters(); refresh(); refreshPanel(); });
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("download").addEventListener("click", () => download(tabled(state.query, passes, filtered())));
  document.addEventListener("keydown", event => { if (event.key === "Escape" && state.chosen !== null) choose(null); });
  listenToNetwork();
}

function listenToNetwork() {
  network.on("click", ({nodes, edges}) => {
    if (nodes.length > 0) choose({entity: nodes[0]});
    else if (edges.length > 0) choose({edge: edges[0]});
    else if (state.chosen !== null) choose(null);
  });
  network.on("doubleClick", ({nodes}) => { if (nodes.length > 0) { surround(nodes[0]); refresh(); fit(); } });
  for (const [event, sign] of [["hoverNode", "pointer"], ["hoverEdge", "pointer"], ["blurNode", ""], ["blurEdge", ""]])
    network.on(event, () => { canvas.style.cursor = sign; });
  for (const event of ["zoom", "animationFinished"]) network.on(event, legible);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
  addEventListener("hashchange", follow);
}

if (narrow.matches) document.querySelector(".narrow").open = false;
listen();
arrive();
if (!state.chosen?.entity) fit();
