// What the reader's words find in this share: as on every page, whatever the spelling, in Arabic or Latin letters.
const findable = list.map(entity => ({entity, ...site.findable(entity.name, [...entity.aliases, ...Object.values(entity.names ?? {})].join("\n"))}));

// The entities that pass the filters and have every word.
function found(words, passes) {
  const rows = findable.filter(row => passes(row.entity));
  return (words.trim() === "" ? rows : site.search(rows, words)).map(row => row.entity);
}
