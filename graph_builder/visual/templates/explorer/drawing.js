// The network: vis-network with positions computed beforehand; colours come from the style sheet.
const AROUND = 30;
// More than this many nodes are moved without their ties, which come back where the reader stops.
const QUICK = 1000;
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
  const places = new Map([[id, [0, 0]]]);
  ids.forEach((node, number) => {
    const ring = Math.floor(number / most);
    const radius = innermost(rings) + gap * ring;
    const here = Math.min(most, ids.length - ring * most);
    const turn = (2 * Math.PI * ((number % most) - Math.floor(here / 2) + ring / rings)) / most;
    places.set(node, [Math.round(radius * Math.cos(turn)), Math.round(radius * Math.sin(turn))]);
  });
  return places;
}

// Draw the nodes of `places`; `lit` are the ids to stand out (null: all alike), `chosen` an edge that is.
let drawn = null;
let paint = {};
function draw(places, lit, chosen) {
  if (drawn !== places) lay(places);
  for (const [id, node] of Object.entries(network.body.nodes)) light(node, lit === null || lit.has(id));
  for (const [id, tie] of Object.entries(network.body.edges)) ink(tie, edges[id], lit, chosen);
}

// Take everything out and put in what stands at `places`, painted and measured anew.
function lay(places) {
  const names = ["ink", "faint", "paper", "line", "accent", "edge", ...explorer.kinds];
  paint = Object.fromEntries(names.map(name => [name, colour(name)]));
  shownEdges.clear();
  shownNodes.clear();
  shownNodes.add(Array.from(places, ([id, place]) => nodeOf(entities.get(id), place)));
  shownEdges.add(edges.filter(edge => places.has(edge.from) && places.has(edge.to)).map(edgeOf));
  const quick = places.size > QUICK;
  network.setOptions({interaction: {hideEdgesOnDrag: quick, hideEdgesOnZoom: quick}});
  drawn = places;
}

// What is drawn is to be painted and measured anew: the language or the colours are others, or the font has come.
function forget() {
  drawn = null;
}

function nodeOf(entity, [x, y]) {
  const body = {background: paint[entity.kind], border: paint.edge};
  return {
    id: entity.id, group: entity.kind, shape: explorer.shapes[entity.kind], label: labelled(entity), x, y,
    color: {...body, highlight: {...body, border: paint.accent}, hover: {...body, border: paint.accent}},
    font: {...explorer.options.groups[entity.kind].font, strokeColor: paint.paper},
  };
}

function edgeOf(edge) {
  return {
    id: edge.id, from: edge.from, to: edge.to, label: isolated(shortened(tieWords(edge))),
    dashes: edge.line === "former" ? [7, 5] : edge.line === "candidate" ? [1.5, 4] : false,
    color: {color: paint.line, highlight: paint.accent, hover: paint.accent},
  };
}

// What changes with the reader's choice and filters is set in vis-network's own things, as an update of its data sets would
// set it in the version that pyvis ships: that takes ten times as long.
function light(node, stands) {
  const {group} = node.options;
  node.options.opacity = stands ? 1 : 0.18;
  write(node, {color: stands ? paint.ink : paint.faint, size: group === "party" ? partyFont() : explorer.options.groups[group].font.size});
}

function ink(tie, edge, lit, chosen) {
  const near = edge.id === chosen || (lit !== null && lit.centre !== null && (edge.from === lit.centre || edge.to === lit.centre));
  const told = near || lit === null;
  const quiet = entities.get(edge.from).kind === "person" && entities.get(edge.to).kind === "event" ? 0.5 : 1;
  tie.options.width = near ? 1.8 : 1;
  Object.assign(tie.options.color, {color: near ? paint.accent : paint.line, opacity: near ? 1 : told ? quiet : 0.18});
  tie.options.scaling.label.drawThreshold = near ? 7 : explorer.options.edges.scaling.label.drawThreshold;
  write(tie, {color: told ? paint.ink : "transparent", strokeColor: told ? paint.paper : "transparent", size: near ? 13 : 11});
}

function write(thing, font) {
  Object.assign(thing.labelModule.fontOptions, font);
  thing.labelModule.labelDirty = true;
}

// How many nodes the drawing shows stands in `data-drawn`, but not while it is to be drawn anew, or moves.
let visible = 0;
for (const event of ["_requestRedraw", "_startRendering"]) network.on(event, () => { delete canvas.dataset.drawn; });
network.on("_stopRendering", () => network.body.emitter.emit("_requestRedraw"));
network.on("afterDrawing", () => {
  const {renderingActive, redrawRequested} = network.renderer;
  if (!renderingActive && !redrawRequested) canvas.dataset.drawn = visible;
});

// Show the nodes that pass and the ties that stand; return how many nodes.
function show(passes) {
  const {nodes, edges: ties} = network.body;
  visible = 0;
  for (const id of drawn.keys()) {
    const stands = passes(entities.get(id));
    nodes[id].options.hidden = !stands;
    if (stands) visible += 1;
  }
  for (const id of Object.keys(ties)) ties[id].options.hidden = !tieStands(edges[id]);
  network._updateVisibleIndices();
  network.redraw();
  return visible;
}

function isVisible(id) {
  return network.body.nodes[id]?.options.hidden === false;
}

// A name as a label: short lines, each isolated, so that a canvas orders it by its own letters.
function labelled(entity) {
  const most = entity.kind === "person" || entity.kind === "event" ? 2 : 3;
  const lines = [called(entity), entity.where ?? ""].join(" ").trim().match(/\S.{0,17}(?=\s|$)|\S{1,17}-|\S{1,18}/g) ?? [""];
  if (lines.length > most) lines.splice(most - 1, Infinity, lines[most - 1] + " …");
  return lines.map(line => isolated(line.trim())).join("\n");
}

function shortened(text) {
  return text.length > 28 ? text.slice(0, 26).trimEnd() + " …" : text;
}

// Turn the view to an entity and what it is tied to, within the part of the canvas that `cover`, if any, leaves free.
function look(id, cover) {
  const nodes = [id, ...neighbours.get(id)].filter(isVisible);
  const place = canvas.getBoundingClientRect();
  const covered = cover ? Math.max(0, place.bottom - Math.max(place.top, cover.getBoundingClientRect().top)) : 0;
  const hidden = Math.min(covered, place.height * 0.7);
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

// What depends on the scale: the size of parties' names, and whether the heads of arrows could be seen.
function legible() {
  const heads = network.getScale() > 0.15;
  for (const node of Object.values(network.body.nodes)) if (node.options.group === "party") write(node, {size: partyFont()});
  for (const tie of Object.values(network.body.edges)) tie.options.arrows.to.enabled = heads;
  network.body.emitter.emit("_requestRedraw");
}

function fit() {
  network.fit({animation: false, maxZoomLevel: 1.2});
  legible();
}

// Where the reader looks: the middle and the scale, as an address bears it.
function position() {
  const {x, y} = network.getViewPosition();
  return [Math.round(x), Math.round(y), Number(network.getScale().toPrecision(3))].join(",");
}

function lookAt(place) {
  const [x, y, scale] = place.split(",").map(Number);
  network.moveTo({position: {x, y}, scale});
  legible();
}

function zoom(factor) {
  network.moveTo({scale: network.getScale() * factor});
  legible();
}
