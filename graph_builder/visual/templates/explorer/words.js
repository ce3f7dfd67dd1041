// The data, the interface's words, and the making of elements. Text enters the page only as text nodes and attributes.
for (const entity of data.entities) {
  const place = entity.kind + "/" + entity.id;
  const usual = {aliases: [], parties: data.party ? [data.party] : [], facts: [], levels: [], regions: [], iri: explorer.base + place, href: place + ".html"};
  for (const [name, value] of Object.entries(usual)) entity[name] ??= value;
}
data.nodes = data.nodes.map((label, n) => ({id: data.entities[n].id, label, group: data.entities[n].kind, shape: explorer.shapes[data.entities[n].kind]}));
data.edges = data.edges.map((edge, id) => ({id, line: "current", years: [], ...edge}));
const entities = new Map(data.entities.map(entity => [entity.id, entity]));
const articles = new Map(data.articles.map((article, number) => [article.id, number]));
const facts = [];
let language = document.documentElement.lang;

// The word of a key in the chosen language, its {slots} filled.
function say(key, slots = {}) {
  return window.words[language][key].replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
}

// A text with its direction kept to itself, for lines that mix languages.
function isolated(text) {
  return "\u2068" + text + "\u2069";
}

// An element with attributes (null ones left out) and children: elements, strings, or null for none.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children.filter(child => child !== null));
  return made;
}

function button(label, act) {
  const made = element("button", {type: "button"}, label);
  made.addEventListener("click", act);
  return made;
}

// The sign of a kind: the same shape and colour as in the network.
function shape(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "shape " + kind);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#shape-" + kind);
  svg.append(use);
  return svg;
}

function speak(chosen) {
  language = chosen;
  sayLevels();
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === "ar" ? "rtl" : "ltr";
  document.title = say("page.title");
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = say(place.dataset.say);
  for (const place of document.querySelectorAll("[data-label]")) place.setAttribute("aria-label", say(place.dataset.label));
  for (const place of document.querySelectorAll("[data-language]"))
    place.setAttribute("aria-pressed", String(place.dataset.language === chosen));
}

// The levels of the overview have no names of their own.
function sayLevels() {
  for (const entity of data.entities) if (entity.level) entity.name = say("level." + entity.level) + say("sign.colon") + entity.count;
}

// Facts are loaded by the hundred when somebody asks for one of them.
function take(chunk, first) {
  chunk.facts.forEach((fact, n) => {
    for (const each of fact.evidence) each[1] = chunk.quotes[each[1]];
    facts[first + n] = fact;
  });
}

let loading = Promise.resolve();
function need(numbers) {
  const missing = new Set(numbers.filter(number => facts[number] === undefined).map(number => Math.floor(number / data.size)));
  if (missing.size === 0) return null;
  loading = loading.then(async () => {
    for (const place of missing) {
      if (facts[place * data.size] !== undefined) continue;
      await load(data.number + "-" + place);
      take(window.chunk, place * data.size);
    }
  });
  return loading;
}

// Do something with facts: at once where they are here, else when they have come.
function having(numbers, act) {
  const coming = need(numbers);
  if (coming === null) act();
  else coming.then(act);
}

function everyFact() {
  return Array.from({length: data.count}, (_, number) => number);
}

data.chunks.forEach(chunk => take(chunk, 0));
sayLevels();

// A page of the site, in the language that is spoken.
function pageOf(address) {
  const [file, anchor = ""] = address.split("#");
  return file + (language === "ar" ? "" : "?" + language) + (anchor && "#" + anchor);
}

// The network of a share.
function shareLink(entity) {
  const parts = ["", ...(language === "ar" ? [] : [language]), ...(entity.level ? ["level=" + entity.level] : [])];
  return "network.html?in=" + entity.share + (parts.length > 1 ? "#" + parts.join("&") : "");
}

// A value of a fact as plain text.
function plain([kind, content]) {
  if (kind === "entity") return entities.get(content).name;
  if (kind === "word") return say(content);
  if (kind === "date") return data.dates[content][language];
  return String(content);
}

// The labels of an edge, in one line.
function tieWords(edge) {
  return [...new Set(edge.ties.map(plain))].join(say("sign.separator"));
}

function articleTitle(article) {
  return article.title ?? say("missing.title");
}
