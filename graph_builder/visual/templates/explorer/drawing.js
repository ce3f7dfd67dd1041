// The network: vis-network with positions computed beforehand; colours come from the style sheet.
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

// Draw the nodes of `places`; `lit` are the ids to stand out (null: all alike), `chosen` an edge that is. What is in the
// drawing as it should be is left alone.
let drawn = {places: null, written: new Map()};
function draw(places, lit, chosen) {
  const names = ["ink", "faint", "paper", "line", "accent", "edge", ...explorer.kinds];
  const paint = Object.fromEntries(names.map(name => [name, colour(name)]));
  if (drawn.places !== places) forget(places);
  const nodes = Array.from(places, ([id, place]) => painted(entities.get(id), place, paint, lit === null || lit.has(id)));
  update(shownNodes, nodes);
  update(shownEdges, edges.filter(edge => places.has(edge.from) && places.has(edge.to)).map(edge => inked(edge, paint, lit, chosen)));
}

function update(set, items) {
  const changed = items.map(item => [item, JSON.stringify(item)]).filter(([item, text]) => drawn.written.get(item.id) !== text);
  for (const [item, text] of changed) drawn.written.set(item.id, text);
  if (changed.length > 0) set.update(changed.map(([item]) => item));
}

// Take everything out, so that all of it is drawn and measured anew.
function forget(places = null) {
  shownEdges.clear();
  shownNodes.clear();
  drawn = {places, written: new Map()};
}

// Show the nodes that pass and the ties that stand; return how many nodes. An update of vis-network's data sets takes ten times
// as long for each: this sets what such an update would set, in the version that pyvis ships.
function show(passes) {
  const {nodes, edges: lines} = network.body;
  let count = 0;
  for (const id of drawn.places.keys()) {
    const stands = passes(entities.get(id));
    nodes[id].options.hidden = !stands;
    if (stands) count += 1;
  }
  for (const id of Object.keys(lines)) lines[id].options.hidden = !tieStands(edges[id]);
  network._updateVisibleIndices();
  network.redraw();
  canvas.dataset.drawn = count;
  return count;
}

function isVisible(id) {
  return network.body.nodes[id]?.options.hidden === false;
}

function painted(entity, [x, y], paint, lit) {
  const body = {background: paint[entity.kind], border: paint.edge};
  const {font} = explorer.options.groups[entity.kind];
  return {
    id: entity.id, group: entity.kind, shape: explorer.shapes[entity.kind], label: labelled(entity), x, y, opacity: lit ? 1 : 0.18,
    color: {...body, highlight: {...body, border: paint.accent}, hover: {...body, border: paint.accent}},
    font: {size: entity.kind === "party" ? partyFont() : font.size, color: lit ? paint.ink : paint.faint, strokeColor: paint.paper},
  };
}

// A name as a label: short lines, each isolated, so that a canvas orders it by its own letters.
function labelled(entity) {
  const most = entity.kind === "person" || entity.kind === "event" ? 2 : 3;
  const lines = [called(entity), entity.where ?? ""].join(" ").trim().match(/\S.{0,17}(?=\s|$)|\S{1,18}/g) ?? [""];
  if (lines.length > most) lines.splice(most - 1, Infinity, lines[most - 1] + " …");
  return lines.map(line => isolated(line.trim())).join("\n");
}

function inked(edge, paint, lit, chosen) {
  const near = edge.id === chosen || (lit !== null && lit.centre !== null && (edge.from === lit.centre || edge.to === lit.centre));
  const colourOf = near ? paint.accent : paint.line;
  const quiet = entities.get(edge.from).kind === "person" && entities.get(edge.to).kind === "event" ? 0.5 : 1;
  return {
    id: edge.id, from: edge.from, to: edge.to, label: isolated(shortened(tieWords(edge))), width: near ? 1.8 : 1,
    dashes: edge.line === "former" ? [7, 5] : edge.line === "candidate" ? [1.5, 4] : false,
    color: {color: colourOf, highlight: paint.accent, hover: paint.accent, opacity: near ? 1 : lit === null ? quiet : 0.18},
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

function legible() {
  const size = partyFont();
  const changed = shownNodes.get({filter: node => node.group === "party" && Math.abs(node.font.size / size - 1) > 0.1});
  if (changed.length > 0) shownNodes.update(changed.map(node => ({id: node.id, font: {...node.font, size}})));
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
