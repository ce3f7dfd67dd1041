// The interface's words, and the making of elements. Text enters the page only as text nodes and attributes.
const {say, dated, shape, addressed} = site;
const spoken = () => document.documentElement.lang;

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

// What an entity is called in the language that is spoken; the levels of the overview have no names of their own.
function called(entity) {
  if (data.overview && entity.level) return say("level." + entity.level) + say("sign.colon") + entity.count;
  return entity.names?.[spoken()] ?? (spoken() === "ar" ? entity.name : entity.names?.fr ?? entity.name);
}

// A link to an entity, where it is drawn; while it is followed or copied it bears all that the reader has set (main.js).
function linked(entity, ...children) {
  return element("a", {href: "#" + entity.id, "data-id": entity.id}, ...children);
}

// The network of a share.
function shareLink(share, level) {
  return addressed("network.html?in=" + share + (level ? "#&level=" + level : ""));
}

// A value of a fact as plain text.
function plain([kind, content]) {
  if (kind === "entity") return called(entities.get(content));
  if (kind === "word") return say(content);
  if (kind === "date") return dated(content);
  return String(content);
}

// The labels of an edge, in one line.
function tieWords(edge) {
  return [...new Set(edge.ties.map(plain))].join(say("sign.separator"));
}

function articleTitle(article) {
  return article.title ?? say("missing.title");
}
