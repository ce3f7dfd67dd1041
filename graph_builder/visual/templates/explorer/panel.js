// The details of what is chosen: every fact with its quoted sentence, its article and its confidence.
const EXPECTED = {person: "post", party: "post", body: "post", event: "participation"};
const AT_FIRST = 12;
const SENTENCES = 3;
const panel = document.getElementById("panel");

function valueElement(value) {
  const [kind, content] = value;
  if (kind === "entity") return linked(entities.get(content), element("bdi", {}, plain(value)));
  return element("bdi", {class: kind === "word" && content.startsWith("missing.") ? "missing" : null}, plain(value));
}

// The text with each of the names marked, letter for letter.
function marked(text, names) {
  const pieces = [];
  let rest = text;
  while (rest !== "") {
    const hits = names.map(name => [rest.indexOf(name), name]).filter(([at]) => at >= 0);
    if (hits.length === 0) break;
    const [at, name] = hits.sort((a, b) => a[0] - b[0] || b[1].length - a[1].length)[0];
    pieces.push(rest.slice(0, at), element("mark", {}, name));
    rest = rest.slice(at + name.length);
  }
  return [...pieces, rest];
}

// An article by its title, and when and by whom it was published; `anchor` is a sentence on its page.
function articleLine(article, anchor = "") {
  const date = article.published ? dated(article.published) : say("missing.published");
  return element("span", {},
    element("a", {href: addressed(article.href + anchor)}, element("bdi", {}, articleTitle(article))),
    " · ", element("bdi", {}, article.source ?? say("missing.source")), " · ", element("bdi", {}, date));
}

function evidenceElement({sentence, confidence, rule}, names) {
  const {article, quote, at} = sentences[sentence];
  const percent = say("panel.confidence", {n: Math.round(confidence * 100)});
  return element("figure", {},
    element("blockquote", {dir: "auto"}, ...marked(quote, names)),
    element("figcaption", {}, articleLine(article, "#s" + at), " · ",
      element("span", {title: say("panel.confidence_help")}, percent), " · ", element("code", {dir: "ltr"}, rule)));
}

// A card: the headline without what the panel is about, the details, the evidence.
function factElement(fact, about, names) {
  const other = ([, value]) => !(value[0] === "entity" && value[1] === about);
  const head = fact.head.filter(other);
  const rows = fact.rows.filter(other);
  const title = (head.length ? head : []).flatMap(([, value], n) => (n ? [" — ", valueElement(value)] : [valueElement(value)]));
  const told = element("dl", {});
  for (const [field, value] of rows)
    told.append(element("div", {}, element("dt", {}, say("field." + field)), element("dd", {}, valueElement(value))));
  const card = element("div", {class: "fact"},
    title.length ? element("p", {class: "headline"}, ...title) : null,
    rows.length ? told : null,
    fact.evidence.length > 1 ? element("p", {class: "count"}, say("panel.sources", {n: fact.evidence.length})) : null);
  return unfolding(card, fact.evidence, SENTENCES, each => evidenceElement(each, names), rest => rest);
}

// Write the first few of some things into a box, and the rest, which `cites` sentences, when it is asked for.
function unfolding(box, things, few, write, cites) {
  const rest = things.slice(few);
  box.append(...things.slice(0, few).map(write));
  if (rest.length > 0) {
    const more = button(say("panel.more", {n: rest.length}), () => quoting(cites(rest), () => more.replaceWith(...rest.map(write))));
    box.append(more);
  }
  return box;
}

// The evidence of facts that is shown before more of it is unfolded.
function shown(facts) {
  return facts.flatMap(fact => fact.evidence.slice(0, SENTENCES));
}

// Some facts by kind, those of `ahead` before all others.
function byKind(numbers, ahead = null) {
  const order = [...explorer.sections.filter(kind => kind === ahead), ...explorer.sections.filter(kind => kind !== ahead)];
  const ofKind = kind => numbers.map(number => facts[number]).filter(fact => fact.kind === kind);
  const inSteps = some => some.sort((a, b) => a.head[0][1][1] - b.head[0][1][1]);
  return order.map(kind => [kind, kind === "step" ? inSteps(ofKind(kind)) : ofKind(kind)]);
}

// Do something when the panel has what it shows of facts before more is unfolded.
function telling(numbers, act) {
  having("f", numbers, () => quoting(byKind(numbers).flatMap(([, some]) => shown(some.slice(0, AT_FIRST))), act));
}

function sectionElement(kind, facts, about, names) {
  const box = element("section", {}, element("h3", {}, say("section." + kind), " ", element("span", {class: "count"}, String(facts.length))));
  return unfolding(box, facts, AT_FIRST, fact => factElement(fact, about, names), shown);
}

// The sections of some facts; an expected kind without facts says so.
function sections(numbers, about, names, ahead = null, expected = null) {
  return byKind(numbers, ahead).map(([kind, some]) => {
    if (some.length > 0) return sectionElement(kind, some, about, names);
    if (kind !== expected?.kind) return null;
    return element("section", {}, element("h3", {}, say("section." + kind)), element("p", {class: "missing"}, say(expected.missing)));
  });
}

function titled(kind, sign, name, act) {
  const close = button("×", act);
  close.setAttribute("aria-label", say("panel.close"));
  close.className = "close";
  return [close, element("p", {class: "kind"}, shape(sign), " ", kind), element("h2", {tabindex: "-1"}, element("bdi", {}, name))];
}

function entityPanel(entity, actions) {
  const kind = EXPECTED[entity.kind];
  const expected = kind ? {kind, missing: `missing.${kind}_of_${entity.kind}`} : null;
  const tools = element("p", {class: "tools"},
    neighbours.get(entity.id).size ? button(say("panel.around"), actions.around) : null,
    element("a", {href: addressed(entity.href)}, say("panel.page")),
    linked(entity, say("panel.link")));
  const spellings = entity.aliases.flatMap((alias, n) => [n ? say("sign.separator") : "", element("bdi", {}, alias)]);
  panel.replaceChildren(...titled(say("kind." + entity.kind), entity.kind, called(entity), actions.close), tools,
    spellings.length ? element("p", {class: "aliases"}, say("panel.aliases") + say("sign.colon"), ...spellings) : "",
    ...sections(entity.facts, entity.id, [entity.name, ...entity.aliases], entity.kind, expected).filter(each => each !== null),
    element("p", {class: "iri"}, say("panel.iri") + say("sign.colon"), element("code", {dir: "ltr"}, entity.iri)));
}

function edgePanel(edge, actions) {
  const [from, to] = [entities.get(edge.from), entities.get(edge.to)];
  const ends = element("p", {}, valueElement(["entity", from.id]), document.documentElement.dir === "rtl" ? " ← " : " → ", valueElement(["entity", to.id]));
  panel.replaceChildren(...titled(say("panel.relation"), from.kind, tieWords(edge), actions.close), ends,
    ...sections(edge.facts, null, [from.name, ...from.aliases]).filter(each => each !== null));
}

// What a share is called: its party, in the language that is spoken.
function shareName({name, names}) {
  return name === null ? say("find.no_party") : names?.[spoken()] ?? (spoken() === "ar" ? name : names?.fr ?? name);
}

// What the overview leads to: every share with its size.
function sharesPanel() {
  const items = explorer.shares.map((share, number) => element("li", {},
    element("a", {href: shareLink(number)}, element("bdi", {}, shareName(share))), " ", element("span", {class: "count"}, String(share.count))));
  panel.replaceChildren(element("p", {class: "help"}, say("view.overview", {n: explorer.all})),
    element("section", {}, element("h2", {tabindex: "-1"}, say("kinds.party")), element("ul", {class: "articles"}, ...items)));
}

// Nothing is chosen: how to begin, and the facts that no element of the network leads to.
function overviewPanel() {
  panel.replaceChildren(
    element("h2", {tabindex: "-1"}, say("panel.label")),
    element("p", {class: "help"}, say("panel.help")),
    element("p", {}, element("a", {href: addressed("articles.html")}, say("site.all_articles", {n: data.articles}))),
    ...(loose.length ? [element("h2", {}, say("panel.unattached")), ...sections(loose, null, []).filter(each => each !== null)] : []));
}
