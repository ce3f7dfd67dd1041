// The same facts as a table, for those who do not see a canvas, and as CSV.
const ROWS_AT_FIRST = 150;
const tableHead = document.querySelector("#facts thead");
const tableBody = document.querySelector("#facts tbody");
let findableFacts = null;

function inWords(values) {
  return values.map(([, value]) => plain(value)).join(" — ");
}

// The facts that have every one of the words and, where a filter is set, speak of entities alone that pass it.
function tabled() {
  const all = facts.toSorted((a, b) => explorer.sections.indexOf(a.kind) - explorer.sections.indexOf(b.kind));
  findableFacts ??= all.map(fact => ({fact, ...site.findable(inWords(fact.head), inWords(fact.rows))}));
  const rows = state.words.trim() === "" ? all : site.search(findableFacts, state.words).map(row => row.fact);
  return filtered() ? rows.filter(factStands) : rows;
}

function factStands(fact) {
  const ids = [...fact.head, ...fact.rows].filter(([, [kind]]) => kind === "entity").map(([, [, id]]) => id);
  return Math.max(...fact.evidence.map(each => each.confidence)) * 100 >= Number(filter.sure) && ids.length > 0 && ids.every(id => passes(entities.get(id)));
}

// Do something with the rows of the table when the sentences of the first of them have come.
function tabling(few, act) {
  having("f", everyFact(), () => {
    const rows = tabled();
    quoting(rows.slice(0, few).flatMap(fact => fact.evidence), () => act(rows));
  });
}

let asked = 0;
function refreshTable() {
  const mine = (asked += 1);
  tabling(ROWS_AT_FIRST, rows => { if (mine === asked) fillTable(rows); });
}

function row(fact) {
  const joined = values => values.flatMap(([, value], n) => (n ? [" — ", valueElement(value)] : [valueElement(value)]));
  const details = fact.rows.map(([field, value]) => element("div", {}, element("span", {class: "count"}, say("field." + field) + say("sign.colon")), valueElement(value)));
  const cited = fact.evidence.map(each => sentences[each.sentence]);
  const sources = new Map(cited.toReversed().map(each => [each.article, each.at]));
  return element("tr", {},
    element("td", {}, say("fact." + fact.kind)),
    element("th", {scope: "row"}, ...joined(fact.head)),
    element("td", {class: "details"}, ...details),
    element("td", {class: "quote"}, ...Array.from(new Set(cited.map(each => each.quote)), quote => element("q", {dir: "auto"}, quote))),
    element("td", {class: "source"}, ...Array.from(sources, ([article, at]) => element("div", {}, articleLine(article, "#s" + at))).reverse()),
    element("td", {class: "number"}, Math.round(Math.max(...fact.evidence.map(each => each.confidence)) * 100) + " %"));
}

function fillTable(rows) {
  const columns = ["kind", "fact", "details", "quote", "article", "confidence"];
  tableHead.replaceChildren(element("tr", {}, ...columns.map(name => element("th", {scope: "col"}, say("table." + name)))));
  tableBody.replaceChildren(...rows.slice(0, ROWS_AT_FIRST).map(row));
  document.getElementById("counted").textContent = say("table.shown", {n: rows.length});
  if (rows.length > ROWS_AT_FIRST) {
    const rest = rows.slice(ROWS_AT_FIRST);
    const more = button(say("panel.more", {n: rest.length}), () => quoting(rest.flatMap(fact => fact.evidence), () => {
      line.remove();
      tableBody.append(...rest.map(row));
    }));
    const line = element("tr", {}, element("td", {colspan: String(columns.length)}, more));
    tableBody.append(line);
  }
}

// A cell of CSV. A text that a spreadsheet would take for a formula begins with an apostrophe.
function cell(content) {
  const text = String(content ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

// One line a fact and article: the kind, a column for every field that occurs, the evidence.
function csv(rows) {
  const fields = [...new Set(rows.flatMap(fact => [...fact.head, ...fact.rows].map(([field]) => field)))];
  const evidence = ["article_id", "article", "source", "published", "quote", "start", "confidence", "rule"];
  const lines = [[say("table.kind"), ...fields.map(field => say("field." + field)), ...evidence.map(name => say("table." + name))]];
  for (const fact of rows)
    for (const {sentence, confidence, rule} of fact.evidence) {
      const {article, quote, at} = sentences[sentence];
      const values = field => [...fact.head, ...fact.rows].filter(([name]) => name === field).map(([, value]) => value[0] === "date" ? value[1] : plain(value));
      lines.push([say("fact." + fact.kind), ...fields.map(field => values(field).join(" | ")),
        article.id, article.title, article.source, article.published, quote, at, confidence, rule]);
    }
  return "\ufeff" + lines.map(line => line.map(cell).join(",") + "\r\n").join("");
}
