// What the reader filters by. An entity stands while its kind, party, level and place are wanted, and one of its ties is.
const NO_FILTER = {of: "", level: "", place: "", year: "", sure: ""};
const filter = {...NO_FILTER, kinds: new Set(explorer.kinds)};
let standing = null;

function inYear([first, last], year) {
  return (first === null || first <= year) && (last === null || last >= year);
}

// A tie of several facts stands while one of them does.
function tieStands(edge) {
  if (filter.sure !== "" && edge.sure < Number(filter.sure)) return false;
  return filter.year === "" || edge.years.length === 0 || edge.years.some(span => inYear(span, Number(filter.year)));
}

function entityStands(entity) {
  if (!filter.kinds.has(entity.kind)) return false;
  if (filter.of !== "" && entity.id !== filter.of && !entity.parties.includes(filter.of)) return false;
  if (entity.kind === "party") return true;
  if (filter.level !== "" && !entity.levels.has(filter.level)) return false;
  if (filter.place !== "" && !entity.places.has(filter.place)) return false;
  if (filter.year !== "" && entity.years && !inYear(entity.years, Number(filter.year))) return false;
  const ties = edgesOf.get(entity.id);
  return entity.kind === "body" || ties.length === 0 || ties.some(tieStands);
}

function passes(entity) {
  standing ??= new Set(list.filter(entityStands).map(each => each.id));
  return standing.has(entity.id);
}

function filtered() {
  return filter.kinds.size < explorer.kinds.length || Object.keys(NO_FILTER).some(name => filter[name] !== "");
}

// The filters that are set, as parts of the address.
function filterParts() {
  const parts = Object.keys(NO_FILTER).filter(name => filter[name] !== "").map(name => name + "=" + encodeURIComponent(filter[name]));
  return filter.kinds.size < explorer.kinds.length ? [...parts, "kinds=" + [...filter.kinds].join(",")] : parts;
}

// Set the filters that an address tells, as far as the reader could have set them.
function readFilters(told) {
  const offered = (select, value) => ([...document.getElementById(select).options].some(option => option.value === value) ? value : "");
  for (const name of ["level", "place", "sure"]) filter[name] = offered(name, told.get(name));
  filter.of = offered("party", told.get("of"));
  const [first, last] = span();
  const year = Number(told.get("year") ?? NaN);
  filter.year = year >= first && year <= last ? String(year) : "";
  filter.kinds = new Set(told.has("kinds") ? explorer.kinds.filter(kind => told.get("kinds").split(",").includes(kind)) : explorer.kinds);
  standing = null;
}

// The first and last year of anything that is dated.
function span() {
  const years = [...data.spans.flat(), ...list.flatMap(entity => entity.years ?? [])].filter(year => year !== null);
  return years.length === 0 ? [0, -1] : [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
}

function choices(id, first, options) {
  document.getElementById(id).replaceChildren(element("option", {value: ""}, first), ...options);
}

function option([value, name]) {
  return element("option", {value}, name);
}

// The choices there are, in the language that is spoken.
function offerFilters() {
  const several = explorer.shares.length > 1;
  const parties = list.filter(entity => entity.kind === "party").map(party => [party.id, called(party)]);
  const shares = explorer.shares.map((share, number) => [String(number), shareName(share)]);
  choices("party", several ? say("view.to_overview") : say("find.all_parties"), (several ? shares : parties).map(option));
  const levels = explorer.levels.filter(level => list.some(entity => entity.levels.has(level)));
  choices("level", say("find.all_levels"), levels.map(level => option([level, say("level." + level)])));
  choices("place", say("find.all_places"), offeredPlaces());
  choices("sure", say("find.any_sure"), ["50", "70", "80", "90", "95"].map(n => option([n, say("find.sure_from", {n})])));
  const [first, last] = span();
  const year = document.getElementById("year");
  document.getElementById("years").hidden = last < first;
  [year.min, year.max] = [String(first), String(last + 1)];
}

// A group a region: the whole of it, then its provinces.
function offeredPlaces() {
  const here = new Set(list.flatMap(entity => [...entity.places]));
  const name = ([, names]) => names[spoken()] ?? names.fr ?? names.ar;
  const places = Object.entries(explorer.places).filter(([code]) => here.has(code));
  return places.filter(([, names]) => names.in === undefined).map(region => element("optgroup", {label: name(region)},
    option([region[0], say("find.whole_region", {name: name(region)})]),
    ...places.filter(([, names]) => names.in === region[0]).map(place => option([place[0], name(place)]))));
}

// Set the controls to what is filtered by; the end of the slider is no year.
function showFilters() {
  for (const id of ["level", "place", "sure"]) document.getElementById(id).value = filter[id];
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
  for (const id of ["level", "place", "sure"]) document.getElementById(id).addEventListener("change", event => set(id, event.target.value));
  document.getElementById("party").addEventListener("change", event => {
    if (explorer.shares.length === 1) set("of", event.target.value);
    else location.assign(event.target.value === "" ? addressed("network.html") : shareLink(event.target.value));
  });
  document.getElementById("year").addEventListener("input", event => set("year", event.target.value === event.target.max ? "" : event.target.value));
  for (const box of document.querySelectorAll(".kinds input")) box.addEventListener("change", () => {
    if (box.checked) filter.kinds.add(box.value);
    else filter.kinds.delete(box.value);
    set("kinds", filter.kinds);
  });
}
