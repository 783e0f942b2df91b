import type { ReportInput } from "../core/report";
import type { DocumentRequest } from "../documents/make-document";
import type { Library } from "../documents/material";
import type { ClientRequest } from "./client-documents";
import { serve } from "./serve";

const [, , root = "", contentVersion = ""] = process.argv;
let library: Promise<Library> | undefined;
/** Read with the first job. */
const libraryOnce = () => (library ??= import("./library").then(({ readLibrary }) => readLibrary(root, contentVersion)));

/** Each fetches what it needs when it is first asked for, so that a process is ready at once and holds no more than it uses. */
const handlers = {
  report: async (input: ReportInput) => {
    const [{ makeReport }, { solver }] = await Promise.all([import("../core/report"), import("./solver")]);
    return makeReport(input, (await libraryOnce()).content, await solver());
  },
  document: async (request: DocumentRequest) => (await import("../documents/make-document")).makeDocument(request, await libraryOnce()),
  client: async (request: ClientRequest) => (await import("./client-documents")).makeClientDocuments(request, await libraryOnce()),
  picture: async (bytes: Uint8Array) => {
    const [{ readPicture }, { drawingFontFiles }] = await Promise.all([import("../intake/read-picture"), import("../documents/fonts")]);
    return readPicture(bytes, drawingFontFiles);
  },
};

/** What a pool over this script can be asked for. */
export type Jobs = {
  [Kind in keyof typeof handlers]: {
    request: Parameters<(typeof handlers)[Kind]>[0];
    result: Awaited<ReturnType<(typeof handlers)[Kind]>>;
  };
};

serve(handlers);
