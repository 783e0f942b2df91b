/**
 * Pages are plain HTML. The few parts that gain from a script are marked as islands; each is fetched and woken
 * when somebody first touches the page, so that the first view costs no script to speak of.
 */
type Wake = (element: HTMLElement, props: never) => void;

const islands: Record<string, () => Promise<{ default: Wake }>> = {
  "answer-form": () => import("./components/form/answer-form.island"),
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
}

for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.dataset.copy ?? "").then(() => {
      button.textContent = button.dataset.copied ?? button.textContent;
    });
  });
}

export {};
