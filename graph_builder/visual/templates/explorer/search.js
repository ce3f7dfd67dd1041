// Search that forgives spelling: hamza seats, final ya, ta marbuta, vowel signs, tatweel, digits, case.
function fold(text) {
  return Array.from(text, sign => explorer.fold[sign] ?? sign.toLowerCase()).join("");
}

const searchable = new Map(data.entities.map(entity => [entity.id, fold([entity.name, ...entity.aliases].join("\n"))]));

function terms(query) {
  return fold(query).split(/\s+/).filter(term => term !== "");
}

// The entities that pass the filters and have every term of the query, those whose name begins with it first.
function search(query, passes) {
  const wanted = terms(query);
  const found = data.entities.filter(e => passes(e) && wanted.every(term => searchable.get(e.id).includes(term)));
  if (wanted.length === 0) return found;
  const start = wanted.join(" ");
  const rank = e => (searchable.get(e.id).startsWith(start) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}
