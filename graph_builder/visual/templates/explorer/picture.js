// The drawing as a picture: PNG from the canvas, SVG written from the same positions, shapes, colours and labels.
function save(address, kind) {
  const link = element("a", {href: address, download: say("table.file") + "." + kind});
  document.body.append(link);
  link.click();
  link.remove();
}

function saveText(text, type, kind) {
  const address = URL.createObjectURL(new Blob([text], {type}));
  save(address, kind);
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function savePng() {
  const picture = canvas.querySelector("canvas");
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [picture.width, picture.height];
  const pen = copy.getContext("2d");
  pen.fillStyle = colour("paper");
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(picture, 0, 0);
  save(copy.toDataURL("image/png"), "png");
}

function svgElement(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

const CORNERS = {
  hexagon: [[1, 0], [0.5, 0.87], [-0.5, 0.87], [-1, 0], [-0.5, -0.87], [0.5, -0.87]],
  square: [[1, 1], [-1, 1], [-1, -1], [1, -1]],
  diamond: [[1, 0], [0, 1], [-1, 0], [0, -1]],
  triangle: [[0, -1], [0.9, 0.7], [-0.9, 0.7]],
};

// Words stand out from the lines that they cross, as in the drawing.
function haloOf({strokeColor}) {
  return {stroke: strokeColor, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"};
}

function svgNode({x, y, options: {group, shape, label, color, opacity}, labelModule: {fontOptions: font}}) {
  const {size} = explorer.options.groups[group];
  const paint = {fill: color.background, stroke: color.border, "stroke-width": 1.5};
  const corners = CORNERS[shape]?.map(([dx, dy]) => (x + dx * size) + "," + (y + dy * size)).join(" ");
  const sign = corners ? svgElement("polygon", {points: corners, ...paint}) : svgElement("circle", {cx: x, cy: y, r: size, ...paint});
  const lines = label.split("\n").map((line, n) => svgElement("tspan", {x, y: y + size + font.size * (1.2 * n + 1.1)}, line));
  return svgElement("g", {opacity}, sign, svgElement("text", written(font), ...lines));
}

// Words stand out from the lines that they cross, as in the drawing.
function written({size, color, strokeColor}) {
  return {"font-size": size, fill: color, "text-anchor": "middle", stroke: strokeColor, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke"};
}

// A line from sign to sign with its head, and its words along it.
function svgEdge({from, to, options: {color, width, dashes, label}, labelModule: {fontOptions: font}}) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const size = node => explorer.options.groups[node.options.group].size + 2;
  const along = (far, aside = 0) => [from.x + (dx * far - dy * aside) / length, from.y + (dy * far + dx * aside) / length].map(Math.round);
  const [[x1, y1], [x2, y2]] = [along(size(from)), along(length - size(to))];
  const paint = {stroke: color.color, "stroke-width": width, ...(dashes ? {"stroke-dasharray": dashes.join(" ")} : {})};
  const head = [[x2, y2], along(length - size(to) - 7, 3), along(length - size(to) - 7, -3)].join(" ");
  const [x, y] = along(length / 2);
  const turn = Math.round((Math.atan2(dy, dx) * 180) / Math.PI);
  const upright = turn > 90 ? turn - 180 : turn < -90 ? turn + 180 : turn;
  return svgElement("g", {opacity: color.opacity}, svgElement("line", {x1, y1, x2, y2, ...paint}), svgElement("polygon", {points: head, fill: color.color}),
    svgElement("text", {x, y: y - 3, transform: `rotate(${upright} ${x} ${y})`, ...written(font)}, label));
}

function svgPicture() {
  const nodes = network.body.nodeIndices.map(id => network.body.nodes[id]);
  const margin = 120;
  const least = axis => nodes.reduce((found, node) => Math.min(found, node[axis]), 0) - margin;
  const most = axis => nodes.reduce((found, node) => Math.max(found, node[axis]), 0) + margin;
  const [x, y, width, height] = [least("x"), least("y"), most("x") - least("x"), most("y") - least("y")];
  const picture = svgElement("svg", {viewBox: [x, y, width, height].join(" "), width, height, "font-family": "Noto Sans Arabic, Tahoma, sans-serif"},
    svgElement("title", {}, document.title),
    svgElement("rect", {x, y, width, height, fill: colour("paper")}),
    svgElement("g", {}, ...network.body.edgeIndices.map(id => svgEdge(network.body.edges[id]))), svgElement("g", {}, ...nodes.map(svgNode)));
  return new XMLSerializer().serializeToString(picture);
}
