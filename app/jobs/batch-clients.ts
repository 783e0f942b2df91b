import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Assessment } from "../core/assessment/assessment";
import type { WholeAssessment } from "../core/assessment/whole-assessment";
import type { Content } from "../core/content";
import type { Language } from "../core/vocabulary";
import { plainName, shortHash } from "../documents/file-name";
import type { Locale } from "../i18n/index";
import { drawingFontFiles } from "../documents/fonts";
import { readCarriedFiles, type FileReaders } from "../intake/read-carried-files";
import { readPicture } from "../intake/read-picture";
import { readSaveFile } from "../intake/read-save-file";
import { readTemplate } from "../intake/read-template";
import { describeFault } from "./client-table/describe-fault";
import { noPlace } from "./client-table/read-head";
import { readClientTable } from "./client-table/read-client-table";

/** A client of a batch. `stem` begins the names of its files and stays the same as long as the client is the same one. */
export type BatchClient = {
  stem: string;
  /** Tells clients apart that somebody has given one key. */
  identity: string;
  /** As people call it. */
  name: string;
  /** As a table calls it; null where none does. */
  key: string | null;
  assessment: Assessment & Partial<WholeAssessment>;
  /** Of its documents, where they are not those of all. */
  language: Language | null;
  contact: string | null;
};

/** What did not work: which file or client, and why, for whoever started the batch. */
export type BatchFault = { what: string; why: string };

/** Whoever runs a batch waits for it alone. */
const filesAtOnce: FileReaders = {
  picture: (bytes) => readPicture(bytes, drawingFontFiles),
  template: (bytes) => Promise.resolve(readTemplate(bytes)),
};

const tables = /^\.(xlsx|ods|csv|txt|xls)$/i;

/** Every client that can be read, each under a name of its own, and every reason why others cannot. */
export async function readBatchClients(inputs: string[], content: Content, locale: Locale) {
  const clients = new Map<string, BatchClient>();
  const failed: BatchFault[] = [];
  const own: string[] = [];
  for (const input of inputs) {
    const file = basename(input);
    const bytes = await readFile(input).catch((error: Error) => error);
    if (bytes instanceof Error) failed.push({ what: file, why: bytes.message });
    else if (tables.test(extname(input))) {
      const table = readClientTable(bytes, content);
      failed.push(...table.faults.map((fault) => describeFault(fault, file, locale)));
      own.push(...table.own.map(({ cell, title }) => `${file}, ${cell}: ${title}`));
      for (const { row, name, key, ...client } of table.clients) {
        const repeated = {
          ...noPlace,
          row,
          client: name,
          value: key,
          code: key === null ? ("repeated-client" as const) : ("repeated-key" as const),
        };
        const identity = identityOf(client.assessment);
        add({ name, key, ...client, ...(key === null ? named(name, identity) : keyed(key, identity)) }, () =>
          describeFault(repeated, file, locale),
        );
      }
    } else {
      const { assessment, faults } = await readCarriedFiles(readSaveFile(bytes, content.models), filesAtOnce);
      const words = locale.messages.errors.saveFile;
      for (const { path, code, found } of faults)
        failed.push({ what: [file, path].filter(Boolean).join(", "), why: [words[code], found && `(${found})`].filter(Boolean).join(" ") });
      const stem = basename(input, extname(input));
      // Without a name, only its place tells one file "x.json" from another.
      const identity = assessment && (assessment.organisation.name ? `${stem} ${identityOf(assessment)}` : input);
      if (assessment && identity)
        add({ name: stem, key: null, assessment, language: null, contact: null, ...named(stem, identity) }, () => ({
          what: file,
          why: locale.messages.tables.clients.faults["repeated-client"],
        }));
    }
  }
  return { clients: [...clients.values()], failed, own };

  function add(client: BatchClient, repeated: () => BatchFault): void {
    if (clients.has(client.stem)) failed.push(repeated());
    else clients.set(client.stem, client);
  }
}

/** Who a client is, as far as an assessment says it: there are a score of towns called Neustadt, but few in one Land. */
const identityOf = ({ track, organisation: { name, land } }: Assessment) => JSON.stringify([name, track, land]);

const named = (name: string, identity: string) => ({ stem: [plainName(name), shortHash(identity)].filter(Boolean).join("-"), identity });

/** A key that is a plain name already needs no addition; two others may look the same once they are. */
function keyed(key: string, identity: string): Pick<BatchClient, "stem" | "identity"> {
  return plainName(key) === key ? { stem: key, identity } : { ...named(key, key), identity };
}
