// What the reader has chosen, and the address that holds it: a copied address shows what the sender saw. The question mark is
// followed by the share and the language, the fragment by what is chosen (an entity, or tie=FROM,TO), then whatever is not as the
// page opens: the view, whose surroundings alone are drawn and how many, whether all is drawn, filters, words, where one looks.
const state = {words: "", view: "network", places: first, about: null, limit: AROUND, chosen: null, at: null};

function fragment(chosen) {
  const parts = [chosen?.entity ?? (chosen?.edge === undefined ? "" : "tie=" + edges[chosen.edge].from + "," + edges[chosen.edge].to)];
  if (state.view !== "network") parts.push(state.view);
  if (state.about !== null) parts.push("around=" + state.about + (state.limit === AROUND ? "" : "," + state.limit));
  if (state.places === fullest) parts.push("all");
  parts.push(...filterParts());
  if (state.words !== "") parts.push("words=" + encodeURIComponent(state.words));
  if (state.at !== null) parts.push("at=" + state.at);
  return "#" + parts.join("&");
}

// Set the state to what the address tells, as far as this share has it.
function readAddress() {
  const [named, ...rest] = location.hash.slice(1).split("&");
  const told = new URLSearchParams(rest.join("&"));
  state.view = told.has("table") && !data.overview ? "table" : "network";
  state.words = told.get("words") ?? "";
  state.at = /^-?\d+,-?\d+,\d+(\.\d+)?$/.test(told.get("at") ?? "") ? told.get("at") : null;
  offerFilters();
  readFilters(told);
  const [centre, limit] = (told.get("around") ?? "").split(",");
  if (entities.has(centre)) surround(centre, Math.min(Math.max(AROUND, Number(limit) || AROUND), explorer.most));
  else [state.about, state.places] = [null, told.has("all") && data.fullest !== null ? fullest : first];
  state.chosen = chosenIn(named);
  if (state.chosen === null && named !== "") site.underway(seek(named));
}

function chosenIn(named) {
  if (entities.has(named)) return {entity: named};
  const [from, to] = named.startsWith("tie=") ? named.slice("tie=".length).split(",") : [];
  const edge = edges.find(each => each.from === from && each.to === to);
  return edge === undefined ? null : {edge: edge.id};
}

// Draw only what surrounds an entity; the same surroundings are the same object, so that they are drawn once.
function surround(id, limit = AROUND) {
  if (state.about !== id || state.limit !== limit) state.places = around(id, limit);
  [state.about, state.limit] = [id, limit];
}

// Keep the address up to date. A slider or the wheel changes it many times a second, more often than browsers allow.
// Where the reader has gone elsewhere meanwhile, the page is about to follow.
let remembering = 0;
function remember() {
  const before = location.hash;
  clearTimeout(remembering);
  remembering = setTimeout(() => { if (location.hash === before) history.replaceState(null, "", fragment(state.chosen)); }, 100);
}

// A change that going back undoes.
function depart(chosen) {
  clearTimeout(remembering);
  history.replaceState(null, "", fragment(state.chosen));
  history.pushState(null, "", fragment(chosen));
}
