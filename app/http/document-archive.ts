import type { AppLoadContext } from "@remix-run/node";
import { Zip, ZipPassThrough } from "fflate";
import type { DocumentOptions } from "../documents/document-options";
import { papersFor } from "../documents/papers/paper";
import type { Locale } from "../i18n/index";
import { refusalWords } from "../views/refusal-words";
import { documentOf } from "./document-of";

/** How many organisations one archive holds. */
export const mostInArchive = 200;
/** All files stand in it; the browser counts them by it. */
const folder = "ki-pegel";

export type ArchiveMember = { id: string; name: string };
type Context = Pick<AppLoadContext, "visitor" | "content" | "reports" | "documents" | "origin" | "today" | "now" | "log">;

/**
 * Documents of many organisations as one ZIP file, made one after the other as whoever asks takes them: nothing is kept, and never
 * more than one is in memory. What was not made is told in a file of its own.
 */
export function documentArchive(
  members: ArchiveMember[],
  options: DocumentOptions,
  context: Context,
  locale: Locale,
): ReadableStream<Uint8Array> {
  const { documents: words } = locale.messages.mappe;
  const queue = members.values();
  const [names, faults, chunks] = [new Set<string>(), [] as string[], [] as Uint8Array[]];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const add = (name: string, bytes: Uint8Array) => {
    // What is made is compressed already.
    const file = new ZipPassThrough(`${folder}/${name}`);
    zip.add(file);
    file.push(bytes, true);
  };

  async function addNext(): Promise<boolean> {
    const next = queue.next();
    if (next.done) {
      if (faults.length > 0) add(words.faultsFile, new TextEncoder().encode([words.faultsIntro, ...faults, ""].join("\r\n")));
      zip.end();
      return false;
    }
    const made = await make(next.value.id, options, context, locale);
    if ("fault" in made) faults.push(`${next.value.name}: ${made.fault}`);
    else add(unusedName(made.name, names), made.bytes);
    return true;
  }

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // Of somebody whose document is not made, nothing comes.
      let goesOn = true;
      while (goesOn && chunks.length === 0) goesOn = await addNext();
      for (const chunk of chunks.splice(0)) controller.enqueue(chunk);
      if (!goesOn) controller.close();
    },
  });
}

async function make(
  id: string,
  options: DocumentOptions,
  context: Context,
  { messages }: Locale,
): Promise<{ name: string; bytes: Uint8Array } | { fault: string }> {
  const assessment = await context.visitor.read(id);
  if (!assessment) return { fault: messages.mappe.documents.faultGone };
  try {
    const { track, weights } = assessment;
    // A paper that there is not for this kind of organisation is the usual one instead.
    const paper = papersFor(track).find((one) => one === options.paper) ?? null;
    return await documentOf(
      assessment,
      { ...options, paper },
      new Map(Object.entries(weights) as [keyof typeof weights, number][]),
      context,
    );
  } catch (error) {
    if (error instanceof Response) return { fault: refusalWords(messages, await error.text(), error.status).text };
    context.log.error({ error: String(error) }, "a document of an archive failed");
    return { fault: messages.mappe.documents.faultBroken };
  }
}

/** Two organisations may have one name. */
function unusedName(name: string, used: Set<string>): string {
  const [, stem = name, ending = ""] = /^(.*)(\.[a-z0-9]+)$/.exec(name) ?? [];
  let unused = name;
  for (let count = 2; used.has(unused); count += 1) unused = `${stem}-${count}${ending}`;
  used.add(unused);
  return unused;
}
