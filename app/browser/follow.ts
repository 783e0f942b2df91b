import { belowBasePath } from "./below-base-path";
import { textsOf } from "./form-texts";

/** Milliseconds until a stream that was refused is asked for again. */
const patience = 5_000;

/** Keeps a page as it stands on the server: a stream says that something has changed, then the page is fetched and its parts exchanged. */
export function follow(page: HTMLElement): void {
  let source: EventSource | null = null;
  let [isFetching, isDue, last] = [false, false, page.dataset.followTag];

  async function refresh(): Promise<void> {
    isDue = true;
    if (isFetching) return;
    isFetching = true;
    while (isDue) {
      isDue = false;
      // What cannot be fetched now is fetched when the connection is back.
      const response = await fetch(location.pathname, { headers: { Accept: "text/html" } }).catch(() => null);
      if (response?.ok) exchange(page, await response.text());
      else if (response && response.status < 500 && response.status !== 429) location.reload();
    }
    isFetching = false;
  }

  function listen(): void {
    source?.close();
    source = new EventSource(belowBasePath(page.dataset.follow ?? ""));
    source.onmessage = ({ data }: MessageEvent<string>) => {
      if (data === last) return;
      last = data;
      void refresh();
    };
    source.addEventListener("over", () => {
      source?.close();
      source = null;
      void refresh();
    });
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) setTimeout(listen, patience);
    };
  }
  listen();

  const comeBack = () => {
    if (document.visibilityState === "hidden" || !source) return;
    listen();
    void refresh();
  };
  // A phone that was asleep or without a connection has missed something, and may not know it.
  window.addEventListener("online", comeBack);
  document.addEventListener("visibilitychange", comeBack);
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.dataset.offline !== undefined) void send(event, form, page);
  });
}

/**
 * Exchanges those parts that are not as they were; what somebody is filling in stays where the server has nothing new.
 * @param isAnswer to what somebody has sent: it stands in place of the form, whatever it says.
 */
function exchange(page: HTMLElement, html: string, isAnswer = false): void {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of page.querySelectorAll<HTMLElement>("[data-follow-part]")) {
    const next = fresh.querySelector<HTMLElement>(`[data-follow-part="${part.dataset.followPart ?? ""}"]`);
    if (!next) return location.reload();
    const { followOf } = next.dataset;
    if (!isAnswer && followOf !== undefined && followOf === part.dataset.followOf) continue;
    const before = shown.get(part) ?? part.innerHTML;
    shown.set(part, next.innerHTML);
    if (followOf !== undefined) part.dataset.followOf = followOf;
    else if (before === next.innerHTML) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    part.innerHTML = next.innerHTML;
    if (!focused) continue;
    // Whoever uses the keyboard stays where they were, or begins anew where that is gone.
    const again = focused instanceof HTMLButtonElement && part.querySelector<HTMLElement>(`button[value="${focused.value}"]`);
    const place = again || part.querySelector<HTMLElement>("h1");
    if (place && !again) place.tabIndex = -1;
    place?.focus();
  }
}
/** The HTML of parts as the server has sent it last: what a browser or a person has changed in it since does not count. */
const shown = new WeakMap<HTMLElement, string>();

/** Sends a form that must not be lost: without a connection it says so, and goes as soon as there is one. */
async function send(event: SubmitEvent, form: HTMLFormElement, page: HTMLElement): Promise<void> {
  event.preventDefault();
  const body = textsOf(form, event.submitter);
  const notice = page.querySelector<HTMLElement>("[data-follow-notice]");
  const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } }).catch(() => null);
  if (notice) notice.textContent = response ? "" : (form.dataset.offline ?? "");
  if (response) return exchange(page, await response.text(), true);
  window.addEventListener("online", () => form.isConnected && form.requestSubmit(event.submitter), { once: true });
}
