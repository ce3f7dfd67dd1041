// What the reader has chosen, and the page that follows from it. The address's #fragment holds it, so links restore it.
const state = {query: "", view: "network", places: data.first, about: null, limit: AROUND, chosen: null};
const LISTED = 200;
const narrow = matchMedia("(max-width: 50rem)");
const banner = document.getElementById("banner");

const always = () => true;

// The fragment: what is chosen (an entity's id, article=ID), then the language and the view where they are not the first, whose
// surroundings alone are drawn, and what is filtered by.
function fragment(chosen) {
  const parts = [chosen === null ? "" : chosen.article ? "article=" + encodeURIComponent(chosen.article) : chosen.entity ?? ""];
  if (language !== "ar") parts.push(language);
  if (state.view !== "network") parts.push(state.view);
  if (state.about !== null) parts.push("around=" + state.about);
  return "#" + [...parts, ...filterParts()].join("&");
}

function readFragment() {
  const [first, ...rest] = location.hash.slice(1).split("&");
  for (const part of rest) {
    if (Object.hasOwn(window.words, part) && part !== language) speak(part);
    if (part === "table" && !data.overview) state.view = part;
  }
  offerFilters();
  readFilters(rest);
  const centre = rest.find(part => part.startsWith("around="))?.slice("around=".length);
  if (!entities.has(centre)) [state.about, state.places] = [null, state.about === null ? state.places : data.first];
  else if (state.about !== centre) surround(centre);
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
  const share = chosen?.entity && data.overview ? entities.get(chosen.entity) : null;
  if (share) return location.assign(shareLink(share));
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
  if (id && !isDrawn(id)) {
    surround(id);
    history.replaceState(null, "", fragment(state.chosen));
  }
  refresh();
  refreshPanel();
  if (!id || state.view !== "network") return;
  if (narrow.matches) document.getElementById("drawn").scrollIntoView();
  look(id, narrow.matches ? panel : null);
}

// The address changed by a link, by hand, or by going back.
function follow() {
  arrive();
  having(state.chosen?.entity ? entities.get(state.chosen.entity).facts : [], () => {
    panel.querySelector("h2").focus({preventScroll: true});
    panel.scrollTop = 0;
  });
}

function isDrawn(id) {
  return state.places[id] !== undefined && (state.about !== null || passes(entities.get(id)));
}

function surround(id, limit = AROUND) {
  state.about = id;
  state.limit = limit;
  state.places = around(id, limit);
}

// Draw only what surrounds an entity, and say so in the address.
function showAround(id, limit) {
  surround(id, limit);
  history.replaceState(null, "", fragment(state.chosen));
  refresh();
  fit();
}

function showAll(places) {
  state.about = null;
  state.places = places;
  history.replaceState(null, "", fragment(state.chosen));
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
    said.push(size > state.limit ? say("view.around_some", {name, n: state.limit, all: size}) : say("view.around", {name}));
    if (size > state.limit && state.limit < explorer.most) said.push(button(say("view.more", {n: Math.min(size, state.limit + AROUND)}), () => showAround(state.about, state.limit + AROUND)));
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
    element("li", {}, element("a", {href: data.overview ? shareLink(entity) : fragment({entity: entity.id}), "aria-current": state.chosen?.entity === entity.id ? "true" : null},
      shape(entity.kind), element("bdi", {}, entity.name)))));
  if (state.view === "table") having(everyFact(), () => fillTable(tabled(state.query, passes, filtered())));
}

function refreshPanel() {
  const chosen = state.chosen;
  const actions = {close: () => choose(null), around: () => showAround(chosen.entity), link: chosen && fragment(chosen)};
  panel.classList.toggle("open", chosen !== null);
  const show = (numbers, write) => having(numbers, () => { if (state.chosen === chosen) write(); });
  if (data.overview) sharesPanel();
  else if (chosen === null) show(data.loose, overviewPanel);
  else if (chosen.entity) show(entities.get(chosen.entity).facts, () => entityPanel(entities.get(chosen.entity), actions));
  else if (chosen.article) show(data.articles[articles.get(chosen.article)].facts, () => articlePanel(data.articles[articles.get(chosen.article)], actions));
  else show(data.edges[chosen.edge].facts, () => edgePanel(data.edges[chosen.edge], actions));
}

// What depends on the language besides the words of the template.
function refreshFilters() {
  offerFilters();
  showFilters();
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
  listenToFilters(() => { history.replaceState(null, "", fragment(state.chosen)); showFilters(); refresh(); });
  for (const each of document.querySelectorAll("[data-view]"))
    each.addEventListener("click", () => { state.view = each.dataset.view; history.replaceState(null, "", fragment(state.chosen)); refresh(); });
  for (const each of document.querySelectorAll("[data-language]"))
    each.addEventListener("click", () => { speak(each.dataset.language); history.replaceState(null, "", fragment(state.chosen)); foldedFacts = null; refreshFilters(); refresh(); refreshPanel(); });
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
  document.getElementById("fit").addEventListener("click", fit);
  document.getElementById("download").addEventListener("click", () =>
    having(everyFact(), () => saveText(csv(tabled(state.query, passes, filtered())), "text/csv", "csv")));
  document.getElementById("png").addEventListener("click", savePng);
  document.getElementById("svg").addEventListener("click", () => saveText(svgPicture(), "image/svg+xml", "svg"));
  document.addEventListener("keydown", event => { if (event.key === "Escape" && state.chosen !== null) choose(null); });
  listenToNetwork();
}

function listenToNetwork() {
  network.on("click", ({nodes, edges}) => {
    if (nodes.length > 0) choose({entity: nodes[0]});
    else if (edges.length > 0) choose({edge: edges[0]});
    else if (state.chosen !== null) choose(null);
  });
  network.on("doubleClick", ({nodes}) => { if (nodes.length > 0 && !data.overview) showAround(nodes[0]); });
  for (const [event, sign] of [["hoverNode", "pointer"], ["hoverEdge", "pointer"], ["blurNode", ""], ["blurEdge", ""]])
    network.on(event, () => { canvas.style.cursor = sign; });
  for (const event of ["zoom", "animationFinished"]) network.on(event, legible);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
  addEventListener("hashchange", follow);
}

if (narrow.matches) document.querySelector(".narrow").open = false;
if (data.overview) for (const each of document.querySelectorAll(".data, [data-view]")) each.hidden = true;
listen();
arrive();
if (!state.chosen?.entity) fit();
// A canvas keeps the widths of labels that it measured before the font was there.
if (!document.fonts.check("16px Explorer", "ا")) document.fonts.load("16px Explorer", "ا").then(() => { forget(); refresh(); });
