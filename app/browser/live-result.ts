import { textsOf } from "./form-texts";

/** A form whose result follows each change: fetches the page that it would lead to and takes the result from there. */
export function followChanges(form: HTMLFormElement): void {
  let newest = 0;
  form.addEventListener("change", () => {
    const turn = ++newest;
    const search = new URLSearchParams([...textsOf(form)].filter(([, value]) => value !== ""));
    const address = `${location.pathname}?${search.toString()}`;
    void fetchResult(address, form.dataset.live ?? "").then((fresh) => {
      if (turn !== newest) return;
      const shown = document.getElementById(form.dataset.live ?? "");
      const failed = form.querySelector<HTMLElement>("[data-failed]");
      // An older result must not pass for that of what is chosen now.
      if (failed) failed.hidden = fresh !== null;
      shown?.toggleAttribute("data-outdated", fresh === null);
      if (!fresh) return;
      shown?.replaceChildren(...fresh.childNodes);
      history.replaceState(null, "", address);
    });
  });
}

/** @returns null where the server does not answer, or something else answers. */
async function fetchResult(address: string, id: string): Promise<HTMLElement | null> {
  try {
    const response = await fetch(address);
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html").getElementById(id) : null;
  } catch {
    return null;
  }
}
