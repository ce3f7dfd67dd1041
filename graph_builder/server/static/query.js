// The page that asks. Text enters it only as text nodes; nothing is fetched but from its own server.
(() => {
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const [form, examples, parameters, sparql, lines, run, stop, link, answer, told, download, shown] = [
  "ask", "examples", "parameters", "sparql", "lines", "run", "stop", "link", "answer", "told", "download", "shown",
].map(id => document.getElementById(id));
const AT_ONCE = 500, NAMED_AT_ONCE = 200;
let asking = null;

function say(key, n) {
  return data.say[key].replace("{n}", n);
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// ---- the editor: lines numbered, the question kept in the address

function number() {
  const count = sparql.value.split("\n").length;
  lines.textContent = Array.from({length: count}, (_, at) => at + 1).join("\n");
  lines.scrollTop = sparql.scrollTop;
}

function put(text) {
  sparql.value = text;
  number();
}

function keep() {
  history.replaceState(null, "", "#query=" + encodeURIComponent(sparql.value));
  for (const each of document.querySelectorAll(".languages a")) each.hash = location.hash;
}

function kept() {
  const hash = new URLSearchParams(location.hash.slice(1)).get("query");
  return hash ?? new URLSearchParams(location.search).get("query");
}

// ---- the ready questions and what they can be asked about

for (const [name, question] of Object.entries(data.questions))
  examples.append(element("option", {value: name}, question.title));

examples.addEventListener("change", () => {
  const question = data.questions[examples.value];
  parameters.replaceChildren();
  if (!question) return;
  put(question.sparql);
  for (const name of question.parameters) {
    const input = element("input", {name, dir: "auto", placeholder: data.say.everything, autocomplete: "off"});
    parameters.append(element("label", {}, name, input));
  }
  if (question.parameters.length) {
    const fill = element("button", {type: "button"}, data.say.fill);
    fill.addEventListener("click", bind);
    parameters.append(fill);
  }
});

// The server looks names up, however they are spelt, and gives the question about them.
async function bind() {
  const given = new URLSearchParams();
  for (const input of parameters.querySelectorAll("input")) if (input.value.trim()) given.set(input.name, input.value);
  const response = await reach(`/questions/${encodeURIComponent(examples.value)}?${given}`, {});
  if (!response) return;
  const text = await response.text();
  if (response.ok) put(text);
  else fail(text);
}

// ---- asking

form.addEventListener("submit", event => {
  event.preventDefault();
  ask();
});
sparql.addEventListener("input", number);
sparql.addEventListener("scroll", () => { lines.scrollTop = sparql.scrollTop; });
sparql.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask();
});
stop.addEventListener("click", () => asking?.abort());
link.addEventListener("click", async () => {
  keep();
  try {
    await navigator.clipboard.writeText(location.href);
    link.textContent = data.say.copied;
    setTimeout(() => { link.textContent = data.say.link; }, 2000);
  } catch {
    // Without a clipboard the address bar has the link.
  }
});
for (const button of document.querySelectorAll("[data-prefix]"))
  button.addEventListener("click", () => {
    sparql.setRangeText(button.dataset.prefix + ":", sparql.selectionStart, sparql.selectionEnd, "end");
    number();
    sparql.focus();
  });

async function ask() {
  asking?.abort();
  const mine = asking = new AbortController();
  keep();
  answer.hidden = false;
  download.hidden = true;
  shown.replaceChildren();
  told.textContent = data.say.waiting;
  [run.hidden, stop.hidden] = [true, false];
  const started = performance.now();
  const response = await post(sparql.value, "application/sparql-results+json, text/turtle;q=0.9", mine.signal);
  const text = response && await response.text().catch(() => null);
  if (mine !== asking) return;
  [run.hidden, stop.hidden] = [false, true];
  if (text === null) fail(mine.signal.aborted ? data.say.stopped : data.say.unreachable);
  else if (!response.ok) fail(text);
  else show(response.headers.get("Content-Type"), text, say("time", ((performance.now() - started) / 1000).toFixed(2)));
}

function post(query, accept, signal) {
  return reach("/sparql", {
    method: "POST", signal, body: query,
    headers: {"Content-Type": "application/sparql-query", Accept: accept},
  });
}

async function reach(address, request) {
  try {
    return await fetch(address, request);
  } catch {
    return null;
  }
}

// ---- showing

function fail(text) {
  answer.hidden = false;
  told.textContent = "";
  shown.replaceChildren(element("p", {class: "error", dir: "auto"}, text));
  const place = /error at (\d+):(\d+)/.exec(text);
  if (!place) return;
  const before = sparql.value.split("\n").slice(0, place[1] - 1).join("\n").length;
  const at = Math.min(before + (place[1] > 1 ? 1 : 0) + Number(place[2]) - 1, sparql.value.length);
  sparql.focus();
  sparql.setSelectionRange(at, at + 1);
}

function show(type, text, time) {
  if (type.startsWith("text/turtle")) {
    told.textContent = time;
    shown.replaceChildren(element("pre", {dir: "ltr"}, text));
    offer(data.say.turtle, "answer.ttl", () => Promise.resolve(text));
    return;
  }
  const found = JSON.parse(text);
  if ("boolean" in found) {
    told.textContent = time;
    shown.replaceChildren(element("p", {}, found.boolean ? data.say.yes : data.say.no));
    return;
  }
  const rows = found.results.bindings;
  told.textContent = `${say("rows", rows.length)} · ${time}`;
  if (rows.length) table(found.head.vars, rows);
  else shown.replaceChildren(element("p", {}, data.say.none));
  const query = sparql.value;
  offer(data.say.csv, "answer.csv", async () => (await post(query, "text/csv"))?.text());
}

function offer(label, name, content) {
  download.textContent = label;
  download.hidden = false;
  download.onclick = async () => {
    const text = await content();
    if (text === undefined) return;
    // The mark at the beginning tells spreadsheets that this is UTF-8.
    const address = URL.createObjectURL(new Blob(["\ufeff", text]));
    const anchor = element("a", {href: address, download: name});
    anchor.click();
    URL.revokeObjectURL(address);
  };
}

function table(names, rows) {
  const body = element("tbody", {});
  const head = element("tr", {}, ...names.map(name => element("th", {scope: "col"}, element("bdi", {dir: "ltr"}, name))));
  shown.replaceChildren(element("table", {}, element("thead", {}, head), body));
  const add = from => {
    const part = rows.slice(from, from + AT_ONCE);
    body.append(...part.map(row => element("tr", {}, ...names.map(name => element("td", {}, ...cell(row[name]))))));
    name(body);
    if (from + AT_ONCE >= rows.length) return;
    const more = element("button", {type: "button"}, say("more", rows.length - from - AT_ONCE));
    more.addEventListener("click", () => {
      more.remove();
      add(from + AT_ONCE);
    });
    shown.append(more);
  };
  add(0);
}

function cell(term) {
  if (!term) return [];
  if (term.type !== "uri") {
    const language = term["xml:lang"] ? {lang: term["xml:lang"]} : {};
    return [element("span", {...language, dir: "auto"}, visible(term.type === "bnode" ? "_:" + term.value : String(term.value)))];
  }
  const href = address(term.value);
  const link = href && {href, ...(href.startsWith("/") ? {} : {rel: "noreferrer"})};
  return [element(href ? "a" : "span", {...link, dir: "ltr", title: term.value, "data-iri": term.value}, short(term.value))];
}

// Signs that would turn the writing of what stands around them are shown, not obeyed.
function visible(text) {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, sign => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase()}⟩`);
}

function address(iri) {
  for (const base of data.bases)
    if (iri.startsWith(base) && iri.slice(base.length).split("/").length === 2)
      return `/page/${iri.slice(base.length)}?lang=${data.language}`;
  return /^https?:\/\//.test(iri) ? iri : null;
}

function short(iri) {
  let best = ["", ""];
  for (const [prefix, space] of Object.entries(data.prefixes))
    if (iri.startsWith(space) && space.length > best[1].length) best = [prefix, space];
  return best[1] ? `${best[0]}:${iri.slice(best[1].length)}` : iri;
}

// Things of the graph get their names instead of their IRIs, in the page's language where they have one.
async function name(body) {
  const links = [...body.querySelectorAll("a[data-iri]:not([data-named])")].filter(each => each.pathname.startsWith("/page/"));
  for (const each of links) each.dataset.named = "";
  const iris = [...new Set(links.map(each => each.dataset.iri))].slice(0, NAMED_AT_ONCE);
  if (!iris.length) return;
  const values = iris.map(iri => `<${iri}>`).join(" ");
  const query = `SELECT ?thing ?name { VALUES ?thing { ${values} } ?thing skos:prefLabel ?name }`;
  const response = await post(query, "application/sparql-results+json");
  if (!response?.ok) return;
  const names = new Map();
  for (const {thing, name} of (await response.json()).results.bindings) {
    const fits = [data.language, "ar"].indexOf(name["xml:lang"]), known = names.get(thing.value);
    const rank = fits < 0 ? 2 : fits;
    if (!known || rank < known.rank) names.set(thing.value, {rank, text: name.value, language: name["xml:lang"] ?? ""});
  }
  for (const each of links) {
    const found = names.get(each.dataset.iri);
    if (!found) continue;
    each.textContent = visible(found.text);
    each.dir = "auto";
    each.lang = found.language;
  }
}

// ---- at the beginning: the question of the address is asked, else one is proposed

const question = kept();
put(question ?? "SELECT ?person ?name {\n  ?person a foaf:Person ; skos:prefLabel ?name .\n}\nORDER BY ?name\n");
for (const each of document.querySelectorAll(".languages a")) each.hash = location.hash;
if (question) ask();
})();
