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

// Open the share that holds something; an address may name it alone.
async function seek(id) {
  if (window.where === undefined) await load("where");
  if (!Object.hasOwn(where, id)) return false;
  const [number] = where[id];
  if (String(number) === shareAsked()) return false;
  location.replace(site.addressed("network.html?in=" + number + location.hash));
  return true;
}

async function begin() {
  if (window.share) return explore(window.share);
  const number = shareAsked();
  if (number !== null && /^\d+$/.test(number) && Number(number) < explorer.shares.length) {
    await load(Number(number));
    return explore(window.share);
  }
  const [chosen] = location.hash.slice(1).split("&");
  if (chosen !== "" && await seek(chosen)) return;
  explore(explorer.overview);
}

begin();
