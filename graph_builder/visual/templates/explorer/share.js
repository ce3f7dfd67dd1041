// What the rows of a share say (packed.py writes them): entities, ties, where they stand, and facts when they are asked for.

// Ascending numbers, written as the first and the steps from each to the next.
function ascending(steps) {
  let at = 0;
  return steps.map(step => (at += step));
}

const list = data.entities.map(([kind, id, name = "", facts = [], more = {}]) => {
  const place = explorer.kinds[kind] + "/" + id;
  return {
    kind: explorer.kinds[kind], id, name, facts: ascending(facts), aliases: [],
    iri: explorer.base + place, href: place + ".html", ...more, parties: (more.parties ?? []).map(number => data.entities[number][1]),
  };
});
const entities = new Map(list.map(entity => [entity.id, entity]));
const edges = data.edges.map(([from, to, facts, words = [], sure = 0, years = [], line = 0], id) => ({
  id, from: list[from].id, to: list[to].id, facts: ascending(facts), ties: words.map(number => value(data.words[number])), sure,
  years: years.map(number => data.spans[number]), line: explorer.lines[line],
}));
const loose = ascending(data.loose);
const [first, fullest] = [data.first, data.fullest].map(placed);

function placed(row) {
  const places = new Map();
  for (let n = 0; row !== null && n < row.length; n += 3) places.set(list[row[n]].id, [row[n + 1], row[n + 2]]);
  return places;
}

// A value as a kind and its content.
function value(row) {
  return typeof row === "number" ? ["entity", list[row].id] : typeof row === "string" ? ["text", row] : row;
}

const neighbours = new Map(list.map(entity => [entity.id, new Set()]));
const edgesOf = new Map(list.map(entity => [entity.id, []]));
for (const edge of edges) {
  neighbours.get(edge.from).add(edge.to);
  neighbours.get(edge.to).add(edge.from);
  edgesOf.get(edge.from).push(edge);
  edgesOf.get(edge.to).push(edge);
}

// A body stands at its level and in its place; whatever else, where the bodies stand that it is tied to.
for (const entity of list) {
  const bodies = (entity.kind === "body" ? [entity] : Array.from(neighbours.get(entity.id), id => entities.get(id))).filter(each => each.kind === "body");
  entity.levels = new Set(bodies.map(body => body.level));
  entity.places = new Set(bodies.flatMap(({place}) => (place ? [place, explorer.places[place].in] : [])));
}

// Facts come by the hundred when they are asked for, and so do the sentences that state them, with their articles.
const facts = [];
const sentences = [];
const parts = {
  f({rules, values, facts: rows}, at) {
    const fields = row => Array.from({length: row.length / 2}, (_, n) => [explorer.fields[row[2 * n]], value(values[row[2 * n + 1]])]);
    const sources = row => Array.from({length: row.length / 3}, (_, n) => ({sentence: row[3 * n], confidence: row[3 * n + 1], rule: rules[row[3 * n + 2]]}));
    rows.forEach(([kind, head, rest, evidence], n) => {
      facts[at + n] = {kind: explorer.sections[kind], head: fields(head), rows: fields(rest), evidence: sources(evidence)};
    });
  },
  s({articles, sentences: row}, at) {
    const cited = articles.map(([href, id, title, source, published]) => ({href, id, title, source, published}));
    for (let n = 0; 3 * n < row.length; n += 1) sentences[at + n] = {article: cited[row[3 * n]], at: row[3 * n + 1], quote: row[3 * n + 2]};
  },
};

// Do something with facts or sentences: at once where they are here, else when they have come.
let loading = Promise.resolve();
function having(sign, numbers, act) {
  const here = sign === "f" ? facts : sentences;
  const missing = new Set(numbers.filter(number => here[number] === undefined).map(number => Math.floor(number / explorer.size)));
  if (missing.size === 0) return act();
  loading = loading.then(async () => {
    for (const place of missing) {
      if (here[place * explorer.size] !== undefined) continue;
      await load(data.number + "-" + sign + place);
      parts[sign](window.part, place * explorer.size);
    }
  });
  site.underway(loading.then(act));
}

function quoting(evidence, act) {
  having("s", evidence.map(each => each.sentence), act);
}

function everyFact() {
  return Array.from({length: data.count}, (_, number) => number);
}
