// What the reader filters by. An entity stands while its kind, party, level and region are wanted, and one of its ties is.
const NO_FILTER = {of: "", level: "", region: "", year: "", sure: ""};
const KINDS = Object.keys(explorer.options.groups);
const filter = {...NO_FILTER, kinds: new Set(KINDS)};
const edgesOf = new Map(data.entities.map(entity => [entity.id, []]));
for (const edge of data.edges) {
  edgesOf.get(edge.from).push(edge);
  edgesOf.get(edge.to).push(edge);
}
let standing = null;

function inYear([first, last], year) {
  return (first === null || first <= year) && (last === null || last >= year);
}

// A tie of several facts stands while one of them does.
function tieStands(edge) {
  if (filter.sure !== "" && edge.sure * 100 < Number(filter.sure)) return false;
  return filter.year === "" || edge.years.length === 0 || edge.years.some(span => inYear(span, Number(filter.year)));
}

function entityStands(entity) {
  if (!filter.kinds.has(entity.kind)) return false;
  if (filter.of !== "" && entity.id !== filter.of && !entity.parties.includes(filter.of)) return false;
  if (entity.kind === "party") return true;
  if (filter.level !== "" && !entity.levels.includes(filter.level)) return false;
  if (filter.region !== "" && !entity.regions.includes(filter.region)) return false;
  if (filter.year !== "" && entity.years && !inYear(entity.years, Number(filter.year))) return false;
  const edges = edgesOf.get(entity.id);
  return entity.kind === "body" || edges.length === 0 || edges.some(tieStands);
}

function passes(entity) {
  standing ??= new Set(data.entities.filter(entityStands).map(each => each.id));
  return standing.has(entity.id);
}

function filtered() {
  return filter.kinds.size < KINDS.length || Object.keys(NO_FILTER).some(name => filter[name] !== "");
}

// The filters that are set, as parts of the address.
function filterParts() {
  const parts = Object.keys(NO_FILTER).filter(name => filter[name] !== "").map(name => name + "=" + encodeURIComponent(filter[name]));
  return filter.kinds.size < KINDS.length ? [...parts, "kinds=" + [...filter.kinds].join(",")] : parts;
}

function readFilters(parts) {
  const told = new Map(parts.map(part => part.split("=")).filter(pair => pair.length === 2));
  for (const select of ["level", "region", "sure", "of"]) filter[select] = known(select === "of" ? "party" : select, told.get(select));
  const [first, last] = span();
  const year = Number(told.get("year"));
  filter.year = year >= first && year <= last ? String(year) : "";
  filter.kinds = new Set(told.has("kinds") ? KINDS.filter(kind => told.get("kinds").split(",").includes(kind)) : KINDS);
  standing = null;
}

// What an address says, if it is one of the choices.
function known(select, value = "") {
  return [...document.getElementById(select).options].some(option => option.value === value) ? value : "";
}

// The first and last year of anything that is dated.
function span() {
  const years = [...data.edges.flatMap(edge => edge.years.flat()), ...data.entities.flatMap(entity => entity.years ?? [])].filter(year => year !== null);
  return years.length === 0 ? [0, -1] : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

function choices(id, first, options) {
  document.getElementById(id).replaceChildren(element("option", {value: ""}, first), ...options.map(([value, name]) => element("option", {value}, name)));
}

// The choices there are, in the language that is spoken.
function offerFilters() {
  const several = explorer.shares.length > 1;
  const parties = data.entities.filter(entity => entity.kind === "party").map(party => [party.id, party.name]);
  const shares = explorer.shares.map(({name}, number) => [String(number), name ?? say("find.no_party")]);
  choices("party", several ? say("view.to_overview") : say("find.all_parties"), several ? shares : parties);
  const has = (field, value) => data.entities.some(entity => entity[field].includes(value));
  const levels = ["national", "regional", "provincial", "local", "parallel", "other"].filter(level => has("levels", level));
  choices("level", say("find.all_levels"), levels.map(level => [level, say("level." + level)]));
  const regions = Object.entries(explorer.regions).filter(([code]) => has("regions", code));
  choices("region", say("find.all_regions"), regions.map(([code, names]) => [code, names[language] ?? names.fr ?? names.ar]));
  choices("sure", say("find.any_sure"), ["50", "70", "80", "90", "95"].map(n => [n, say("find.sure_from", {n})]));
  const [first, last] = span();
  const year = document.getElementById("year");
  document.getElementById("years").hidden = last < first;
  [year.min, year.max] = [String(first), String(last + 1)];
}

// Set the controls to what is filtered by; the end of the slider is no year.
function showFilters() {
  for (const id of ["level", "region", "sure"]) document.getElementById(id).value = filter[id];
  document.getElementById("party").value = explorer.shares.length > 1 ? String(data.number ?? "") : filter.of;
  for (const box of document.querySelectorAll(".kinds input")) box.checked = filter.kinds.has(box.value);
  const year = document.getElementById("year");
  year.value = filter.year === "" ? year.max : filter.year;
  const told = filter.year === "" ? say("find.any_year") : filter.year;
  document.getElementById("in-year").textContent = told;
  year.setAttribute("aria-valuetext", told);
}

function listenToFilters(changed) {
  const set = (name, value) => { filter[name] = value; standing = null; changed(); };
  for (const id of ["level", "region", "sure"]) document.getElementById(id).addEventListener("change", event => set(id, event.target.value));
  document.getElementById("party").addEventListener("change", event => {
    if (explorer.shares.length === 1) set("of", event.target.value);
    else location.assign("network.html" + (event.target.value === "" ? "" : "?in=" + event.target.value) + (language === "ar" ? "" : "#&" + language));
  });
  document.getElementById("year").addEventListener("input", event => set("year", event.target.value === event.target.max ? "" : event.target.value));
  for (const box of document.querySelectorAll(".kinds input")) box.addEventListener("change", () => {
    if (box.checked) filter.kinds.add(box.value);
    else filter.kinds.delete(box.value);
    set("kinds", filter.kinds);
  });
}
