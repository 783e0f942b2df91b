import type { Response } from "express";
import { JobLimitError, OwnShareError, TooBusyError, type Asking } from "../jobs/pool";
import type { OpenJobs } from "../jobs/open-jobs";
import type { Owner } from "../jobs/waiting-line";
import type { Stay } from "./admission/door";

/** After how many seconds it makes sense to ask again where too much is waiting. */
export const busySeconds = 60;

type Jobs = Pick<OpenJobs, "reports" | "documents" | "pictures" | "saveFiles" | "templates" | "clientTables">;

/** On whose account a request asks for work, what ends it, and where the request itself waits meanwhile. */
export type Account = { owner: Owner; signal: AbortSignal; stay: Pick<Stay, "outside" | "leave"> };

/**
 * The work beside the server as one request may ask for it: on its visitor's account, and no longer than the visitor waits.
 * @param refuse makes what is thrown where there is too much to do, in all or for this visitor.
 * @param failed is told of a job that was begun and gave nothing, though somebody still waited for it.
 */
export function jobsOf(
  { reports, documents, pictures, saveFiles, templates, clientTables }: Jobs,
  { owner, signal, stay }: Account,
  refuse: (code: "busy" | "too-many") => unknown,
  failed: () => void,
): Jobs {
  const asking: Asking = { owner, signal };
  const told = <Result>(work: Promise<Result>): Promise<Result> =>
    stay.outside(work).catch((error: unknown) => {
      if (!signal.aborted && !(error instanceof TooBusyError || error instanceof OwnShareError)) failed();
      // What takes longer than any job may does so where there is too much to do, or was made to: either way it ends here.
      if (error instanceof TooBusyError || error instanceof JobLimitError) throw refuse("busy");
      throw error instanceof OwnShareError ? refuse("too-many") : error;
    });
  return {
    reports: {
      make: (input) => told(reports.make(input, asking)),
      makeOnce: (input) => told(reports.makeOnce(input, asking)),
      frontier: (input, report) => told(reports.frontier(input, report, asking)),
    },
    documents: {
      make: (request) => told(documents.make(request, asking)),
      makeOnce: (request) => told(documents.makeOnce(request, asking)),
      portfolioEntry: (request) => told(documents.portfolioEntry(request, asking)),
      portfolio: (request) => told(documents.portfolio(request, asking)),
      membersReport: (request) => told(documents.membersReport(request, asking)),
      expect: () => documents.expect(),
      typicalCost: (kind) => documents.typicalCost(kind),
    },
    pictures: { read: (bytes) => told(pictures.read(bytes, asking)) },
    templates: { read: (bytes) => told(templates.read(bytes, asking)) },
    saveFiles: { read: (bytes) => told(saveFiles.read(bytes, asking)) },
    clientTables: {
      read: (bytes) => told(clientTables.read(bytes, asking)),
      template: (track, language) => told(clientTables.template(track, language, asking)),
    },
  };
}

/** Aborted when the connection closes or the answer is sent: what is still under way then is for nobody. */
export function leaving(response: Response): AbortSignal {
  const left = new AbortController();
  response.once("close", () => left.abort(gone));
  return left.signal;
}
/** Made once: every answer ends so, and where an error was made takes long to tell. */
const gone = new DOMException("Nobody waits for this any more.", "AbortError");
