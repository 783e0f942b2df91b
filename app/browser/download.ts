import { textsOf } from "./form-texts";

/** What the form says of itself, in the page's language. */
type Said = {
  working: string;
  done: string;
  cancelled: string;
  failed: string;
  away: string;
};

const under = new WeakMap<HTMLFormElement, AbortController>();

/**
 * Fetches the file that a form asks for, and tells meanwhile that it is on its way. Leaving the page or cancelling ends
 * the request, and with it the work on the server.
 */
export async function download(form: HTMLFormElement): Promise<void> {
  const said = JSON.parse(form.dataset.download ?? "{}") as Said;
  const status = form.querySelector<HTMLElement>("[role=status]");
  const cancel = form.querySelector<HTMLButtonElement>("[data-cancel]");
  const progress = form.querySelector<HTMLElement>("progress");
  const show = (text: string, working: boolean) => {
    if (status) status.textContent = text;
    for (const part of [progress, cancel]) if (part) part.hidden = !working;
  };

  under.get(form)?.abort();
  const request = new AbortController();
  under.set(form, request);
  if (cancel) cancel.onclick = () => request.abort();
  show(said.working, true);
  try {
    const refused = await fetchFile(`${form.action}?${textsOf(form).toString()}`, request.signal);
    show(refused === null ? said.done : refused || said.failed, false);
  } catch {
    // A newer request of the same form speaks for itself.
    if (under.get(form) === request) show(request.signal.aborted ? said.cancelled : said.away, false);
  }
}

/** @returns the server's words where it refuses, null where the file is there. @throws where nobody answers. */
async function fetchFile(address: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(address, { signal });
  const isText = response.headers.get("content-type")?.startsWith("text/plain");
  const disposition = response.headers.get("content-disposition");
  // A file says what it is called; whatever else comes is a page of somebody in between.
  if (!response.ok || !disposition) return isText && !response.ok ? response.text() : "";
  const name = decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(disposition)?.[1] ?? "ki-pegel");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return null;
}
