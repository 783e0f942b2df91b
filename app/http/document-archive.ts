import type { AppLoadContext } from "@remix-run/node";
import { Zip, ZipPassThrough } from "fflate";
import type { DocumentOptions } from "../documents/document-options";
import { papersFor } from "../documents/papers/paper";
import type { PortfolioEntry, PortfolioMember } from "../documents/sheets/portfolio/portfolio-entry";
import type { Locale } from "../i18n/index";
import { refusalWords } from "../views/refusal-words";
import { documentOf } from "./document-of";
import { reportOf } from "./report-of";

/** How many organisations one archive holds. */
export const mostInArchive = 200;
/** All files stand in it; the browser counts them by it. */
const folder = "ki-pegel";

export type ArchiveMember = { id: string; name: string };
type Context = Pick<AppLoadContext, "visitor" | "content" | "reports" | "documents" | "origin" | "today" | "now" | "log">;

/**
 * Documents of many organisations as one ZIP file, made one after the other as whoever asks takes them: nothing is kept, and never
 * more than one is in memory. What was not made is told in a file of its own.
 * @param isSummed whether a workbook over all comes last, with a link to each document.
 */
export function documentArchive(
  members: ArchiveMember[],
  options: DocumentOptions,
  isSummed: boolean,
  context: Context,
  locale: Locale,
): ReadableStream<Uint8Array> {
  const { documents: words } = locale.messages.mappe;
  const queue = members.values();
  const [names, faults, chunks] = [new Set<string>(), [] as string[], [] as Uint8Array[]];
  const made: PortfolioMember[] = [];
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
      if (made.length > 0) {
        const workbook = await context.documents.portfolio({ members: made, language: options.language, date: context.today });
        add(`${words.portfolioFile}.xlsx`, workbook);
      }
      if (faults.length > 0) add(words.faultsFile, new TextEncoder().encode([words.faultsIntro, ...faults, ""].join("\r\n")));
      zip.end();
      return false;
    }
    const { id, name } = next.value;
    const one = await make(id, options, isSummed ? name : null, context, locale);
    if ("fault" in one) faults.push(`${name}: ${one.fault}`);
    else {
      const file = unusedName(one.name, names);
      add(file, one.bytes);
      if (one.entry) made.push({ entry: one.entry, links: [{ title: words.document, href: file }] });
    }
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

type Made = { name: string; bytes: Uint8Array; entry: PortfolioEntry | null };

/** @param summedAs the organisation's name in the workbook over all; null where none is wanted. */
async function make(
  id: string,
  options: DocumentOptions,
  summedAs: string | null,
  context: Context,
  { messages }: Locale,
): Promise<Made | { fault: string }> {
  const assessment = await context.visitor.read(id);
  if (!assessment) return { fault: messages.mappe.documents.faultGone };
  try {
    const { track, weights } = assessment;
    // A paper that there is not for this kind of organisation is the usual one instead.
    const paper = papersFor(track).find((one) => one === options.paper) ?? null;
    const own = new Map(Object.entries(weights) as [keyof typeof weights, number][]);
    const { name, bytes } = await documentOf(assessment, { ...options, paper }, own, context);
    if (summedAs === null) return { name, bytes, entry: null };
    const data = await reportOf(assessment, own, context);
    return { name, bytes, entry: await context.documents.portfolioEntry({ data, language: options.language, name: summedAs }) };
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
