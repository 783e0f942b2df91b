type Wake = (element: HTMLElement, props: never) => void;
type Load = () => Promise<{ default: Wake }>;

const firstTouch = ["pointerdown", "keydown", "focusin", "touchstart", "input", "change"] as const;
/** Milliseconds until an island is asked for again that did not come. */
const patience = 3_000;

/** Fetches and wakes each island when somebody first touches the page, so that the first view costs no script to speak of. */
export function wakeIslands(islands: Record<string, Load>): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
    const load = islands[element.dataset.island ?? ""];
    if (!load) continue;
    const stop = new AbortController();
    const wake = () => {
      stop.abort();
      load().then(
        (island) => island.default(element, JSON.parse(element.dataset.props ?? "{}") as never),
        () => setTimeout(wake, patience),
      );
    };
    for (const event of firstTouch) document.addEventListener(event, wake, { signal: stop.signal, passive: true });
    // Touched before even this script had arrived.
    if (document.activeElement && document.activeElement !== document.body) wake();
  }
}
