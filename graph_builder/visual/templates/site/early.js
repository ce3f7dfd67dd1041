// Before anything is painted: the language that the address names (?fr), and the reader's choice of light or dark.
(() => {
  "use strict";
  const root = document.documentElement;
  const asked = location.search.slice(1).split("&").find(part => ["ar", "fr", "en"].includes(part)) ?? "ar";
  root.lang = asked;
  root.dir = asked === "ar" ? "rtl" : "ltr";
  root.classList.add("scripted");
  if (asked !== "ar") root.classList.add("unsaid");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Without storage the reader's system decides.
  }
})();
