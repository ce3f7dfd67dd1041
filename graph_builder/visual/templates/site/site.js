// What every page does: speak another language, find things, fold and unfold, keep the reader's choice in the address.
(() => {
"use strict";
const root = document.documentElement;
const base = document.body.dataset.root;
const LANGUAGES = ["ar", "fr", "en"];
let language = root.lang;

// Whoever drives a browser waits for `data-ready`: nothing that was begun, by the page or by its reader, is still under way.
let begun = 0;
function underway(promise) {
  begun += 1;
  delete root.dataset.ready;
  return promise.finally(() => {
    begun -= 1;
    if (begun === 0) root.dataset.ready = "";
  });
}

function say(key, slots = {}) {
  return (words[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, slot) => slots[slot] ?? whole);
}

// An EDTF date in words, as the build writes it: as precise as it is known, and no more.
function dated(edtf) {
  const [start, end] = edtf.split("/");
  if (end === undefined) return day(start);
  const known = each => each !== "" && each !== "..";
  const key = known(start) && known(end) ? "date.range" : known(start) ? "date.since" : "date.until";
  return say(key, {start: day(start), end: day(end)});
}

function day(date) {
  const match = /^(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%]?)$/.exec(date);
  if (!match || (match[2] && match[2] !== "XX" && !("month." + match[2] in words[language]))) return date;
  const [, year, month, ofMonth, doubt] = match;
  const parts = [];
  if (ofMonth && ofMonth !== "XX") parts.push(ofMonth === "01" ? say("date.first") : String(Number(ofMonth)));
  if (month) parts.push(month === "XX" ? say("date.unknown_month") : say("month." + month));
  if (year !== "XXXX") parts.push(year);
  const written = parts.join(" ") + (year === "XXXX" ? say("date.unknown_year") : "");
  return doubt ? say("date.about", {date: written}) : written;
}

// Say everything on the page in a language. Texts of articles stay as they are; names follow where the lexicon has them.
function speak(chosen) {
  language = chosen;
  root.lang = chosen;
  root.dir = chosen === "ar" ? "rtl" : "ltr";
  for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say, each.dataset);
  for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", say(each.dataset.label, each.dataset));
  for (const each of document.querySelectorAll("[data-placeholder]")) each.placeholder = say(each.dataset.placeholder);
  for (const each of document.querySelectorAll("time[data-date]")) each.textContent = dated(each.dataset.date);
  for (const each of document.querySelectorAll("bdi[data-fr]")) {
    each.dataset.ar ??= each.textContent;
    each.textContent = each.dataset[chosen] ?? each.dataset.fr;
    each.lang = chosen === "ar" ? "ar" : each.dataset[chosen] ? chosen : "fr";
  }
  for (const each of document.querySelectorAll("[data-gloss]")) each.textContent = chosen === "ar" ? "" : "(" + say(each.dataset.gloss) + ")";
  for (const each of document.querySelectorAll("[data-language]"))
    each.setAttribute("aria-pressed", String(each.dataset.language === chosen));
  for (const each of document.querySelectorAll("a[href]")) each.setAttribute("href", addressed(each.getAttribute("href")));
  document.title = titled();
  root.classList.remove("unsaid");
  dispatchEvent(new Event("spoken"));
}

const own = document.title.split(" — ");
function titled() {
  return [...own.slice(0, -1), say("page.title")].join(" — ");
}

// A link within the site, in the language that is spoken; others as they are.
function addressed(href) {
  const match = /^([^?#:]+\.html)(?:\?([^#]*))?(#.*)?$/.exec(href);
  if (!match) return href;
  const [, file, asked = "", fragment = ""] = match;
  const query = [...asked.split("&").filter(part => part !== "" && !LANGUAGES.includes(part)), ...(language === "ar" ? [] : [language])];
  return file + (query.length > 0 ? "?" + query.join("&") : "") + fragment;
}

function remember() {
  history.replaceState(null, "", addressed((location.pathname.split("/").pop() || "index.html") + location.search + location.hash));
}

for (const each of document.querySelectorAll("[data-language]"))
  each.addEventListener("click", () => { speak(each.dataset.language); remember(); });

document.getElementById("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  dispatchEvent(new Event("themed"));
  try {
    localStorage.setItem("theme", root.dataset.theme);
  } catch {
    // It holds for this page.
  }
});

// Unfold whatever hides what the address names, and show it.
function unfold() {
  let target = null;
  try {
    target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return;
  }
  if (!target) return;
  if (target.tagName === "DETAILS") target.open = true;
  for (let each = target.parentElement; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  const inner = target.querySelector(":scope > details");
  if (inner) inner.open = true;
  target.scrollIntoView({block: "nearest"});
}
addEventListener("hashchange", unfold);

// What the reader unfolds in a chart is kept in the address, so that a copied link shows it.
for (const summary of document.querySelectorAll(".org summary, .regions summary, .answers summary"))
  summary.addEventListener("click", () => {
    const details = summary.parentElement;
    const id = details.id || details.closest("li[id]")?.id;
    if (!details.open && id) history.replaceState(null, "", location.pathname + location.search + "#" + id);
  });

addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("main details:not([open])")) {
    each.dataset.closed = "";
    each.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const each of document.querySelectorAll("details[data-closed]")) {
    each.open = false;
    delete each.dataset.closed;
  }
});

// ---- search: everything that has a name, on every page; the names are loaded when somebody begins to search
const input = document.getElementById("query");
const list = document.getElementById("found");
const told = document.getElementById("told");
const results = input.parentElement.querySelector(".results");
const SHOWN = 30;
let names = null;
let active = -1;

function load() {
  if (names) return names;
  names = underway(new Promise(resolve => {
    const script = document.createElement("script");
    script.src = base + "assets/found.js";
    script.addEventListener("load", () => {
      const rows = prepared();
      resolve(rows);
      if ("requestIdleCallback" in window) ripen(rows, 0);
    });
    document.head.append(script);
  }));
  return names;
}

const FOLDED = new RegExp("[" + Object.keys(window.folding).join("") + "]", "g");
function fold(text) {
  return text.replace(FOLDED, sign => window.folding[sign]).toLowerCase();
}

// What remains of a name when only its consonants count, in Arabic as in Latin letters: بنعبد الله and Benabdallah are one.
const SOUNDS = {
  "ب": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "چ": "x", "خ": "k", "ك": "k", "ق": "k", "گ": "g", "غ": "g", "د": "d", "ض": "d", "ذ": "d", "ظ": "d",
  "ر": "r", "ز": "z", "س": "s", "ص": "s", "ش": "x", "ف": "f", "ڤ": "f", "ل": "l", "م": "m", "ن": "n", "پ": "b",
};
function skeleton(word) {
  if (!/[a-z]/.test(word)) return consonants(word);
  return word.normalize("NFD").replace(/[^a-z]/g, "").replace(/^(el|al)(?=..)/, "").replace(/ch|sh/g, "x").replace(/kh|q|c/g, "k").replace(/gh/g, "g")
    .replace(/th/g, "t").replace(/dh/g, "d").replace(/dj|g(?=[ei])/g, "j").replace(/ph|v/g, "f").replace(/p/g, "b").replace(/[aeiouyhw]/g, "").replace(/(.)\1+/g, "$1");
}

function consonants(text) {
  return text.replace(/(^|\s)ال/g, "$1").replace(/\S/g, sign => SOUNDS[sign] ?? "").replace(/(\S)\1+/g, "$1");
}

// What is to be found by its name and other spellings.
function findable(name, others) {
  const text = fold(name + "\n" + others);
  return {text, start: text.slice(0, text.indexOf("\n")), bones: null};
}

function prepared() {
  return found.rows.map(([kind, file, name, about, others = ""]) => ({kind: found.kinds[kind], file, name, about: found.abouts[about], ...findable(name, others)}));
}

function bones(row) {
  const words = () => (/[a-z]/.test(row.text) ? row.text.split(/\s+/).map(skeleton) : consonants(row.text).split(/\s+/));
  row.bones ??= words().filter(each => each !== "");
  return row.bones;
}

// Work out the consonants of all rows while the reader does nothing, so that the first search in Latin letters need not.
function ripen(rows, from) {
  requestIdleCallback(deadline => {
    let at = from;
    for (; at < rows.length && deadline.timeRemaining() > 1; at += 1) bones(rows[at]);
    if (at < rows.length) ripen(rows, at);
  });
}

// Rows that have every term, those whose name begins with the query first; Latin terms count by their consonants, too.
function search(rows, query) {
  const terms = fold(query).split(/\s+/).filter(term => term !== "");
  if (terms.length === 0) return [];
  const whole = terms.join(" ");
  const latin = terms.map(term => (/^[a-zà-ÿ'’-]+$/.test(term) ? skeleton(term) : ""));
  const has = (row, term, n) => row.text.includes(term) || (latin[n].length > 1 && bones(row).some(each => each === latin[n] || (each.startsWith(latin[n]) && latin[n].length > 2)));
  const rank = row => (row.start === whole ? 0 : row.start.startsWith(whole) ? 1 : row.text.includes(whole) ? 2 : 3);
  return rows.filter(row => terms.every((term, n) => has(row, term, n))).map(row => [rank(row), row]).sort((a, b) => a[0] - b[0]).map(([, row]) => row);
}

function shape(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "shape " + kind);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#shape-" + kind);
  svg.append(use);
  return svg;
}

function option(row, number) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const name = document.createElement("bdi");
  item.id = "found-" + number;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  link.href = addressed(window.site.leads(row));
  link.tabIndex = -1;
  name.textContent = row.name;
  link.append(shape(row.kind), name);
  if (row.about) {
    const about = document.createElement("span");
    about.className = "count";
    about.dir = "auto";
    about.textContent = row.about;
    link.append(" ", about);
  }
  item.append(link);
  return item;
}

async function look() {
  const rows = await load();
  const query = input.value;
  const hits = search(rows, query);
  const shown = query.trim() !== "";
  active = -1;
  input.removeAttribute("aria-activedescendant");
  list.replaceChildren(...hits.slice(0, SHOWN).map(option));
  told.textContent = hits.length === 0 ? say("find.none") : say("find.found", {n: hits.length}) + (hits.length > SHOWN ? " " + say("find.cut", {n: SHOWN}) : "");
  open(shown);
}

function open(shown) {
  results.hidden = !shown;
  input.setAttribute("aria-expanded", String(shown));
}

function activate(number) {
  const items = [...list.children];
  if (items.length === 0) return;
  active = (number + items.length) % items.length;
  items.forEach((each, n) => each.setAttribute("aria-selected", String(n === active)));
  items[active].scrollIntoView({block: "nearest"});
  input.setAttribute("aria-activedescendant", items[active].id);
}

for (const coming of ["focus", "pointerenter"]) input.addEventListener(coming, load);
input.addEventListener("input", look);
input.addEventListener("keydown", event => {
  if (event.key === "ArrowDown") activate(active + 1);
  else if (event.key === "ArrowUp") activate(active - 1);
  else if (event.key === "Enter") list.children[Math.max(active, 0)]?.querySelector("a").click();
  else if (event.key === "Escape") open(false);
  else return;
  event.preventDefault();
});
input.parentElement.addEventListener("focusout", event => {
  if (!input.parentElement.contains(event.relatedTarget)) open(false);
});
results.addEventListener("mousedown", event => event.preventDefault());
addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  input.focus();
});

// Everything that will be read is laid out in the letters that remain.
const lettered = Promise.allSettled(Array.from(document.fonts, face => face.load()));

// What the script of the network uses, and may set: where a result of the search leads.
window.site = {say, dated, addressed, findable, search, shape, underway, lettered, leads: row => base + row.kind + "/" + row.file + ".html"};

if (language !== "ar") speak(LANGUAGES.includes(language) ? language : "ar");
unfold();
underway(Promise.all([lettered, new Promise(resolve => addEventListener("DOMContentLoaded", resolve))]));
})();
