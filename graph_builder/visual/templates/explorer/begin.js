// Which share of the data the address names (?in=3): it is loaded, and shown. A page on a disk cannot fetch, but load scripts.
function load(file) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "assets/network/" + file + ".js";
    script.addEventListener("load", () => { script.remove(); resolve(); });
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

function shareAsked() {
  return new URLSearchParams(location.search).get("in");
}

// Open the share that holds something; an address may name it alone. Nothing comes of a page that is about to be left.
async function seek(id) {
  if (window.where === undefined) await load("where");
  if (!Object.hasOwn(where, id)) return;
  const [number] = where[id];
  if (String(number) === shareAsked()) return;
  location.replace(site.addressed("network.html?in=" + number + location.hash));
  return new Promise(() => {});
}

async function shareToShow() {
  if (window.share) return window.share;
  const number = shareAsked();
  if (number !== null && /^\d+$/.test(number) && Number(number) < explorer.shares.length) {
    await load(Number(number));
    return window.share;
  }
  const [chosen] = location.hash.slice(1).split("&");
  if (chosen !== "") await seek(chosen);
  return explorer.overview;
}

// A canvas keeps the widths of labels that it measured before the font was there, and what it shows moves when words around it
// are laid out anew.
async function begin() {
  const data = await shareToShow();
  await site.lettered;
  explore(data);
}

site.underway(begin());
