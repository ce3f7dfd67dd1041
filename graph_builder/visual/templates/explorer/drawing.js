// The network: vis-network with positions computed beforehand; colours come from the style sheet.
const neighbours = new Map(data.entities.map(entity => [entity.id, new Set()]));
for (const edge of data.edges) {
  neighbours.get(edge.from).add(edge.to);
  neighbours.get(edge.to).add(edge.from);
}
const AROUND = 30;
const shownNodes = new vis.DataSet();
const shownEdges = new vis.DataSet();
const canvas = document.getElementById("network");
const network = new vis.Network(canvas, {nodes: shownNodes, edges: shownEdges}, explorer.options);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

// What surrounds an entity (the best tied, up to a limit), on rings as near as possible, each looking through the gaps of the one within.
function around(id, limit) {
  const ids = [...neighbours.get(id)].sort((a, b) => neighbours.get(b).size - neighbours.get(a).size).slice(0, limit);
  const [seat, gap, least] = [125, 90, 200];
  const innermost = rings => Math.max(least, (Math.ceil(ids.length / rings) * seat) / (2 * Math.PI));
  const outermost = rings => innermost(rings) + gap * rings;
  const rings = [1, 2, 3, 4, 5, 6, 7, 8].reduce((best, next) => (outermost(next) < outermost(best) ? next : best));
  const most = Math.ceil(ids.length / rings);
  const places = {[id]: [0, 0]};
  ids.forEach((node, number) => {
    const ring = Math.floor(number / most);
    const radius = innermost(rings) + gap * ring;
    const here = Math.min(most, ids.length - ring * most);
    const turn = (2 * Math.PI * ((number % most) - Math.floor(here / 2) + ring / rings)) / most;
    places[node] = [Math.round(radius * Math.cos(turn)), Math.round(radius * Math.sin(turn))];
  });
  return places;
}

// Draw the nodes of `places` that pass; `lit` are the ids to stand out (null: all alike), `edge` a chosen edge.
function draw(places, passes, lit, edge) {
  const paint = {ink: colour("ink"), faint: colour("faint"), paper: colour("paper"), line: colour("line"), strong: colour("strong")};
  const nodes = data.nodes.filter(node => places[node.id] && passes(entities.get(node.id)));
  const ids = new Set(nodes.map(node => node.id));
  const edges = data.edges.filter(e => places[e.from] && places[e.to] && tieStands(e));
  replace(shownNodes, nodes.map(node => painted(node, places[node.id], paint, lit === null || lit.has(node.id))));
  replace(shownEdges, edges.map(e => inked(e, paint, lit, edge)));
  canvas.dataset.drawn = ids.size;
  return ids.size;
}

// Let a set hold these items. What is in it as it should be is left alone; a node that goes is hidden, and its arrows with
// it, which is quicker than taking it out.
const written = new Map([[shownNodes, new Map()], [shownEdges, new Map()]]);
function replace(set, items) {
  const last = written.get(set);
  const next = new Map(items.map(item => [item.id, JSON.stringify(item)]));
  const gone = [...last.keys()].filter(id => !next.has(id));
  const changed = items.filter(item => last.get(item.id) !== next.get(item.id));
  written.set(set, next);
  if (set === shownNodes) changed.push(...gone.map(id => ({id, hidden: true})));
  else if (gone.length > 0) set.remove(gone);
  if (changed.length > 0) set.update(changed);
}

// Take everything out, so that all of it is drawn and measured anew.
function forget() {
  for (const set of [shownNodes, shownEdges]) {
    set.clear();
    written.set(set, new Map());
  }
}

function isVisible(id) {
  return written.get(shownNodes).has(id);
}

function painted(node, [x, y], paint, lit) {
  const body = {background: colour(node.group), border: colour("edge")};
  return {
    ...node, hidden: false, label: node.label || isolated(entities.get(node.id).name), x, y, opacity: lit ? 1 : 0.18,
    color: {...body, highlight: {...body, border: paint.strong}, hover: {...body, border: paint.strong}},
    font: {size: node.group === "party" ? partyFont() : explorer.options.groups[node.group].font.size, color: lit ? paint.ink : paint.faint, strokeColor: paint.paper},
  };
}

function inked(edge, paint, lit, chosen) {
  const near = edge.id === chosen || (lit !== null && lit.centre !== null && (edge.from === lit.centre || edge.to === lit.centre));
  const colourOf = near ? paint.strong : paint.line;
  const quiet = entities.get(edge.from).kind === "person" && entities.get(edge.to).kind === "event" ? 0.5 : 1;
  return {
    ...edge, label: isolated(shortened(tieWords(edge))), width: near ? 1.8 : 1,
    dashes: edge.line === "former" ? [7, 5] : edge.line === "candidate" ? [1.5, 4] : false,
    color: {color: colourOf, highlight: paint.strong, hover: paint.strong, opacity: near ? 1 : lit === null ? quiet : 0.18},
    font: {color: near || lit === null ? paint.ink : "transparent", strokeColor: near || lit === null ? paint.paper : "transparent", size: near ? 13 : 11},
    scaling: {label: {drawThreshold: near ? 7 : explorer.options.edges.scaling.label.drawThreshold}},
  };
}

function shortened(text) {
  return text.length > 28 ? text.slice(0, 26).trimEnd() + " …" : text;
}

// Turn the view to an entity and what it is tied to, within the part of the canvas that `cover`, if any, leaves free.
function look(id, cover) {
  const nodes = [id, ...neighbours.get(id)].filter(isVisible);
  const place = canvas.getBoundingClientRect();
  const hidden = cover ? Math.max(0, place.bottom - Math.max(place.top, cover.getBoundingClientRect().top)) : 0;
  const animated = hidden === 0 && !calm.matches;
  network.fit({nodes, animation: animated && {duration: 250, easingFunction: "easeInOutQuad"}, maxZoomLevel: 1});
  if (animated) return;
  const scale = network.getScale() * (1 - hidden / place.height);
  const {x, y} = network.getViewPosition();
  network.moveTo({scale, position: {x, y: y + hidden / 2 / scale}});
  legible();
}

// Parties keep a size that can be read however far away they are.
function partyFont() {
  return Math.min(160, Math.max(explorer.options.groups.party.font.size, 13 / network.getScale()));
}

function legible() {
  const size = partyFont();
  shownNodes.update(shownNodes.get({filter: node => node.group === "party" && Math.abs(node.font.size / size - 1) > 0.1})
    .map(node => ({id: node.id, font: {...node.font, size}})));
}

function fit() {
  network.fit({animation: false, maxZoomLevel: 1.2});
  legible();
}

function zoom(factor) {
  network.moveTo({scale: network.getScale() * factor});
  legible();
}
