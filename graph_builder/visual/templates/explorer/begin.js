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

async function begin() {
  if (window.share) return explore(window.share);
  const [, number] = /[?&]in=(\d+)(?:&|$)/.exec(location.search) ?? [];
  if (number !== undefined && Number(number) < explorer.shares.length) {
    await load(Number(number));
    return explore(window.share);
  }
  const chosen = location.hash.slice(1).split("&")[0];
  if (/^\w+$/.test(chosen)) {
    await load("where");
    if (Object.hasOwn(where, chosen)) return location.replace("network.html?in=" + where[chosen][0] + location.hash);
  }
  return explore(explorer.overview);
}

begin();
