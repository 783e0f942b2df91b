import type { Report, ReportInput } from "../core/report";
import type { Language, Track } from "../core/vocabulary";
import type { DocumentRequest } from "../documents/make-document";
import type { Library } from "../documents/material";
import type { ClientRequest } from "./client-documents";
import type { MembersReportRequest, PortfolioEntryRequest, PortfolioRequest } from "./portfolio-jobs";
import { serve } from "./serve";

const [, , root = "", contentVersion = ""] = process.argv;
let library: Promise<Library> | undefined;
/** Read with the first job. */
const libraryOnce = () => (library ??= import("./library").then(({ readLibrary }) => readLibrary(root, contentVersion)));

/** For all runs of the solver in one job together: half of what a job may take, and ten times what the hardest known plan needs. */
const mostPlanSeconds = 15;

async function planning() {
  const [core, { solver }, { content }] = await Promise.all([import("../core/report"), import("./solver"), libraryOnce()]);
  const [loaded, begun] = [await solver(), performance.now()];
  return { ...core, content, solver: loaded, secondsLeft: () => mostPlanSeconds - (performance.now() - begun) / 1000 };
}

/** Each fetches what it needs when it is first asked for, so that a process is ready at once and holds no more than it uses. */
const handlers = {
  report: async (input: ReportInput) => {
    const { makeReport, content, solver, secondsLeft } = await planning();
    return makeReport(input, content, solver, secondsLeft);
  },
  frontier: async ({ input, report }: { input: ReportInput; report: Report }) => {
    const { reportFrontier, content, solver, secondsLeft } = await planning();
    return reportFrontier(input, report, content, solver, secondsLeft);
  },
  document: async (request: DocumentRequest) => (await import("../documents/make-document")).makeDocument(request, await libraryOnce()),
  /** Makes ready what documents need, for somebody who is just about to ask for one: most ask for a PDF file. */
  warm: async (_nothing: null) => {
    const [{ makeReady }] = await Promise.all([import("../documents/pdf/render-pdf"), import("../documents/make-document"), libraryOnce()]);
    makeReady();
  },
  "portfolio-entry": async (request: PortfolioEntryRequest) =>
    (await import("./portfolio-jobs")).makePortfolioEntry(request, await libraryOnce()),
  portfolio: async (request: PortfolioRequest) => (await import("./portfolio-jobs")).makePortfolio(request),
  "members-report": async (request: MembersReportRequest) =>
    (await import("./portfolio-jobs")).makeMembersReport(request, await libraryOnce()),
  client: async (request: ClientRequest) => (await import("./client-documents")).makeClientDocuments(request, await libraryOnce()),
  "save-file": async (bytes: Uint8Array) => {
    const [{ readCounted }, { content }] = await Promise.all([import("../intake/read-save-file"), libraryOnce()]);
    return readCounted(bytes, content.models);
  },
  "client-table": async (bytes: Uint8Array) => {
    const [{ readClientTable }, { content }] = await Promise.all([import("./client-table/read-client-table"), libraryOnce()]);
    return readClientTable(bytes, content);
  },
  "client-table-template": async ({ track, language }: { track: Track; language: Language }) => {
    const [{ clientTableTemplate }, { content }] = await Promise.all([import("./client-table/client-table-template"), libraryOnce()]);
    return clientTableTemplate(content, track, language, "xlsx");
  },
  picture: async (bytes: Uint8Array) => {
    const [{ readPicture }, { drawingFontFiles }] = await Promise.all([import("../intake/read-picture"), import("../documents/fonts")]);
    return readPicture(bytes, drawingFontFiles);
  },
  template: async (bytes: Uint8Array) => (await import("../intake/read-template")).readTemplate(bytes),
};

/** What a pool over this script can be asked for. */
export type Jobs = {
  [Kind in keyof typeof handlers]: {
    request: Parameters<(typeof handlers)[Kind]>[0];
    result: Awaited<ReturnType<(typeof handlers)[Kind]>>;
  };
};

serve(handlers);
