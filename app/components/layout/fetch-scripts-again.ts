/** A script that does not come is asked for again, under another address: browsers remember what has failed. The only script inside a page. */
export const fetchScriptsAgain = `document.addEventListener("error", ({ target: lost }) => {
  if (lost.localName !== "script") return;
  setTimeout(() => {
    const again = document.createElement("script");
    again.type = "module";
    again.src = lost.src.split("?")[0] + "?again=" + Date.now();
    lost.replaceWith(again);
  }, 3000);
}, true);`;
