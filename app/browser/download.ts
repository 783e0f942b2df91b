/** What the form says of itself, in the page's language. */
type Said = {
  working: string;
  done: string;
  cancelled: string;
  failed: string;
  away: string;
  /** Where several documents come in one file: how many are there, "{done}" of "{all}". */
  several?: string;
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
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") search.append(name, value);
  try {
    const tell = (done: number, all: number) =>
      show((said.several ?? "").replace("{done}", String(done)).replace("{all}", String(all)), true);
    const refused = await fetchFile(`${form.action}?${search.toString()}`, request.signal, tell);
    show(refused === null ? said.done : refused || said.failed, false);
  } catch {
    // A newer request of the same form speaks for itself.
    if (under.get(form) === request) show(request.signal.aborted ? said.cancelled : said.away, false);
  }
}

/** @returns the server's words where it refuses, null where the file is there. @throws where nobody answers. */
async function fetchFile(address: string, signal: AbortSignal, tell: (done: number, all: number) => void): Promise<string | null> {
  const response = await fetch(address, { signal });
  const isText = response.headers.get("content-type")?.startsWith("text/plain");
  const disposition = response.headers.get("content-disposition");
  // A file says what it is called; whatever else comes is a page of somebody in between.
  if (!response.ok || !disposition) return isText && !response.ok ? response.text() : "";
  const name = decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(disposition)?.[1] ?? "ki-pegel");
  const link = document.createElement("a");
  const several = Number(response.headers.get(countHeader) ?? 0);
  link.href = URL.createObjectURL(several > 0 && response.body ? await countFiles(response.body, several, tell) : await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return null;
}

/** Says how many documents an archive will hold; they come one after the other as they are made. */
export const countHeader = "Ki-Pegel-Documents";

/** Reads an archive as it comes, and tells with each of its files how many are there. */
async function countFiles(body: ReadableStream<Uint8Array>, all: number, tell: (done: number, all: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body.getReader();
  // The names of our own files: archives inside the archive have names as well.
  const named = /PK\u0003\u0004[^]{26}ki-pegel\//g;
  let end = "";
  let done = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(Uint8Array.from(next.value));
    const text = end + new TextDecoder("latin1").decode(next.value);
    const found = [...text.matchAll(named)];
    done += found.length;
    const last = found.at(-1);
    end = text.slice(Math.max(text.length - headBytes + 1, last ? last.index + last[0].length : 0));
    tell(Math.max(0, done - 1), all);
  }
  return new Blob(parts);
}

/** From the mark of a file to the end of our part of its name. */
const headBytes = 4 + 26 + "ki-pegel/".length;
