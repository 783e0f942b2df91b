/**
 * Pages are plain HTML. The few parts that gain from a script are marked as islands; each is fetched and woken
 * when somebody first touches the page, so that the first view costs no script to speak of.
 */
type Wake = (element: HTMLElement, props: never) => void;

const islands: Record<string, () => Promise<{ default: Wake }>> = {
  "answer-form": () => import("./forms/answers/answer-form.island"),
};

const firstTouch = ["pointerdown", "keydown", "focusin", "touchstart", "change"] as const;

for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
  const load = islands[element.dataset.island ?? ""];
  if (!load) continue;
  const stop = new AbortController();
  const wake = () => {
    stop.abort();
    void load().then((island) => island.default(element, JSON.parse(element.dataset.props ?? "{}") as never));
  };
  for (const event of firstTouch) document.addEventListener(event, wake, { signal: stop.signal, passive: true });
  // Touched before even this script had arrived.
  if (element.contains(document.activeElement)) wake();
}

/** A form whose result follows each change: fetches the page it would lead to and takes the result from there. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-live]")) {
  let newest = 0;
  form.addEventListener("change", () => {
    const turn = ++newest;
    const search = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string" && value !== "") search.append(name, value);
    const address = `${location.pathname}?${search.toString()}`;
    void fetch(address)
      .then((response) => response.text())
      .then((html) => {
        const id = form.dataset.live ?? "";
        const fresh = new DOMParser().parseFromString(html, "text/html").getElementById(id);
        if (turn !== newest || !fresh) return;
        document.getElementById(id)?.replaceChildren(...fresh.childNodes);
        history.replaceState(null, "", address);
      });
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-download]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void import("./browser/download").then(({ download }) => download(form));
  });
}

for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
  // Browsers give the clipboard to secure pages only; elsewhere the link is there to be selected.
  button.hidden = !window.isSecureContext;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.dataset.copy ?? "").then(() => {
      if (button.nextElementSibling) button.nextElementSibling.textContent = button.dataset.copied ?? "";
    });
  });
}

export {};
