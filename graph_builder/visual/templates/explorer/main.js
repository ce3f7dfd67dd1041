// The page follows from the state: what is drawn, listed, told of what is chosen.
const LISTED = 200;
const narrow = matchMedia("(max-width: 58rem)");
const banner = document.getElementById("banner");

const always = () => true;

function choose(chosen) {
  const entity = data.overview && chosen?.entity ? entities.get(chosen.entity) : null;
  if (entity) return location.assign(shareLink(entity.share, entity.level));
  state.at = null;
  depart(chosen);
  const within = panel.contains(document.activeElement);
  state.chosen = chosen;
  refresh();
  refreshPanel();
  if (within) panel.focus({preventScroll: true});
}

// Show what the address names; `written` follows when the panel tells of it.
function arrive(written) {
  readAddress();
  refreshFilters();
  document.getElementById("words").value = state.words;
  const id = state.chosen?.entity;
  if (id && !isDrawn(id)) {
    surround(id);
    remember();
  }
  refresh();
  refreshPanel(written);
  if (state.view !== "network") return;
  if (id && narrow.matches) document.getElementById("drawn").scrollIntoView();
  if (state.at !== null) lookAt(state.at);
  else if (id) look(id, narrow.matches ? panel : null);
}

// The address changed by a link, by hand, or by going back.
function follow() {
  const before = state.chosen?.entity;
  arrive(() => {
    if (state.chosen?.entity === before) return;
    panel.querySelector("h2").focus({preventScroll: true});
    panel.scrollTop = 0;
  });
}

function isDrawn(id) {
  return state.places.has(id) && (state.about !== null || passes(entities.get(id)));
}

// Draw only what surrounds an entity, and say so in the address.
function showAround(id, limit) {
  surround(id, limit);
  redraw();
}

function showAll(places) {
  state.about = null;
  state.places = places;
  redraw();
}

function redraw() {
  state.at = null;
  remember();
  refresh();
  fit();
}

function lit() {
  const chosen = state.chosen;
  if (chosen?.entity) return Object.assign(new Set([chosen.entity, ...neighbours.get(chosen.entity)]), {centre: chosen.entity});
  const edge = chosen?.edge === undefined ? null : edges[chosen.edge];
  return edge ? Object.assign(new Set([edge.from, edge.to]), {centre: null}) : null;
}

function refresh() {
  draw(state.places, lit(), state.chosen?.edge);
  refreshShown();
  const table = state.view === "table";
  document.getElementById("drawn").hidden = table;
  document.getElementById("facts").hidden = !table;
  for (const each of document.querySelectorAll("[data-view]"))
    each.setAttribute("aria-pressed", String(each.dataset.view === state.view));
  document.body.classList.toggle("tabled", table);
}

// What passes the filters, in the drawing and in the list.
function refreshShown() {
  refreshBanner(show(state.about === null ? passes : always));
  refreshFound();
}

function refreshBanner(count) {
  const all = list.length;
  const said = [];
  if (state.about !== null) {
    const size = neighbours.get(state.about).size;
    const name = isolated(called(entities.get(state.about)));
    said.push(size > state.limit ? say("view.around_some", {name, n: state.limit, all: size}) : say("view.around", {name}));
    if (size > state.limit && state.limit < explorer.most) said.push(button(say("view.more", {n: Math.min(size, state.limit + AROUND)}), () => showAround(state.about, state.limit + AROUND)));
    said.push(button(say("view.back"), () => showAll(first)));
  } else if (all === 0) said.push(say("view.no_entities"));
  else if (count === 0) said.push(say("view.nothing"));
  else if (fullest.size > 0 && state.places === first) {
    said.push(say("view.partial", {n: first.size, all}));
    said.push(button(say("view.more", {n: fullest.size}), () => showAll(fullest)));
  } else if (fullest.size > 0) {
    if (fullest.size < all) said.push(say("view.capped", {n: fullest.size, all}));
    said.push(button(say("view.back"), () => showAll(first)));
  }
  banner.replaceChildren(...said.flatMap(part => [part, " "]));
}

// What the words find: the list, and the table where it is shown. A line of the list is made once.
const lines = new Map();
function line(entity) {
  if (!lines.has(entity.id)) lines.set(entity.id, element("li", {}, linked(entity, shape(entity.kind), element("bdi", {}, called(entity)))));
  return lines.get(entity.id);
}

function refreshFound() {
  const hits = found(state.words, passes);
  const cut = hits.length > LISTED ? " " + say("find.cut", {n: LISTED}) : "";
  document.getElementById("listed").textContent = hits.length ? say("find.found", {n: hits.length}) + cut : say("find.none");
  document.getElementById("list").replaceChildren(...hits.slice(0, LISTED).map(line));
  for (const each of document.querySelectorAll("#list [aria-current]")) each.removeAttribute("aria-current");
  if (state.chosen?.entity) line(entities.get(state.chosen.entity)).firstChild.setAttribute("aria-current", "true");
  if (state.view === "table") refreshTable();
}

function refreshPanel(written = () => {}) {
  const chosen = state.chosen;
  const actions = {close: () => choose(null), around: () => showAround(chosen.entity)};
  panel.classList.toggle("open", chosen !== null);
  const write = (numbers, act) => telling(numbers, () => {
    if (state.chosen !== chosen) return;
    act();
    written();
  });
  if (data.overview) sharesPanel();
  else if (chosen === null) write(loose, overviewPanel);
  else if (chosen.entity) write(entities.get(chosen.entity).facts, () => entityPanel(entities.get(chosen.entity), actions));
  else write(edges[chosen.edge].facts, () => edgePanel(edges[chosen.edge], actions));
}

// What depends on the language besides the words of the template.
function refreshFilters() {
  offerFilters();
  showFilters();
  for (const place of document.querySelectorAll("[data-count]"))
    place.textContent = String(list.filter(entity => entity.kind === place.dataset.count).length);
  const drawn = new Set(edges.map(edge => edge.line));
  document.querySelector(".lines").hidden = drawn.size < 2;
  for (const place of document.querySelectorAll("[data-line]")) place.hidden = !drawn.has(place.dataset.line);
}

// Another language is spoken.
function tell() {
  document.title = say("site.network") + " — " + say("page.title");
  lines.clear();
  findableFacts = null;
  refreshFilters();
  repaint();
  refreshPanel();
}

function repaint() {
  forget();
  refresh();
}

function listen() {
  document.getElementById("words").addEventListener("input", event => {
    state.words = event.target.value;
    remember();
    refreshFound();
  });
  document.getElementById("words").addEventListener("keydown", event => {
    const link = document.querySelector("#list a");
    if (event.key === "ArrowDown" && link) { event.preventDefault(); link.focus(); }
    if (event.key === "Enter" && link) link.click();
  });
  listenToFilters(() => { remember(); showFilters(); refreshShown(); });
  for (const each of document.querySelectorAll("[data-view]"))
    each.addEventListener("click", () => { state.view = each.dataset.view; remember(); refresh(); });
  document.getElementById("zoom_in").addEventListener("click", () => { zoom(1.35); moved(); });
  document.getElementById("zoom_out").addEventListener("click", () => { zoom(1 / 1.35); moved(); });
  document.getElementById("fit").addEventListener("click", () => { fit(); state.at = null; remember(); });
  document.getElementById("download").addEventListener("click", () =>
    tabling(Infinity, rows => saveText(csv(rows), "text/csv", "csv")));
  document.getElementById("png").addEventListener("click", savePng);
  document.getElementById("svg").addEventListener("click", () => saveText(svgPicture(), "image/svg+xml", "svg"));
  document.addEventListener("keydown", event => { if (event.key === "Escape" && state.chosen !== null && !event.target.closest(".search")) choose(null); });
  for (const event of ["click", "auxclick", "contextmenu"]) document.getElementById("main").addEventListener(event, complete, true);
  for (const media of ["(prefers-color-scheme: dark)", "print"]) matchMedia(media).addEventListener("change", repaint);
  addEventListener("themed", repaint);
  addEventListener("spoken", tell);
  addEventListener("hashchange", follow);
  listenToNetwork();
}

// A link to an entity, as it is followed or copied, keeps what the reader has set, but not where one looks.
function complete(event) {
  const link = event.target.closest("a[data-id]");
  if (link === null) return;
  const entity = entities.get(link.dataset.id);
  state.at = null;
  link.href = data.overview ? shareLink(entity.share, entity.level) : fragment({entity: entity.id});
}

function moved() {
  state.at = position();
  remember();
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
  network.on("zoom", moved);
  network.on("dragEnd", ({nodes}) => { if (nodes.length === 0) moved(); });
  canvas.addEventListener("keyup", event => { if (/^Arrow|^[-+=[\]]$|^Page/.test(event.key)) moved(); });
}

// On other pages the search leads to the page of what it finds; here, to its place in the network, in this share or another.
site.leads = ({file}) => (entities.has(file) && !data.overview ? fragment({entity: file}) : "network.html#" + file);

if (narrow.matches) document.getElementById("narrow").open = false;
if (data.overview) for (const each of document.querySelectorAll(".data, [data-view]")) each.hidden = true;
listen();
document.title = say("site.network") + " — " + say("page.title");
arrive();
if (!state.chosen?.entity && state.at === null) fit();
