import type { Response } from "express";
import { TooBusyError } from "../jobs/pool";
import type { Services } from "./services";

/** After how many seconds it makes sense to ask again where too much is waiting. */
export const busySeconds = 60;

/**
 * The work beside the server as one request may ask for it: it ends when whoever asked has left. What one visitor may ask
 * for beside others is to be bounded here.
 * @param busy what is thrown where there is too much to do, in place of TooBusyError.
 */
export function jobsOf(
  { reports, documents, pictures }: Pick<Services, "reports" | "documents" | "pictures">,
  signal: AbortSignal,
  busy: () => unknown,
): Pick<Services, "reports" | "documents" | "pictures"> {
  const told = <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((error: unknown) => {
      throw error instanceof TooBusyError ? busy() : error;
    });
  return {
    reports: { make: (input) => told(reports.make(input, signal)) },
    documents: { make: (request) => told(documents.make(request, signal)), typicalCost: (kind) => documents.typicalCost(kind) },
    pictures: { read: (bytes) => told(pictures.read(bytes, signal)) },
  };
}

/** Aborted when the connection closes or the answer is sent: what is still under way then is for nobody. */
export function leaving(response: Response): AbortSignal {
  const left = new AbortController();
  response.once("close", () => left.abort());
  return left.signal;
}
