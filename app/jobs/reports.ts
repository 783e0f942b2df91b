import { createHash } from "node:crypto";
import type { Frontier } from "../core/plan/frontier";
import type { Report, ReportInput } from "../core/report";
import type { Asking, Pool } from "./pool";
import { rememberLatest } from "./remember-latest";
import type { Jobs } from "./worker";

/** Works reports out outside the process that answers requests. Results are shared between callers: read them only. */
export type Reports = {
  /** @throws what `Pool.run` throws. */
  make(input: ReportInput, asking?: Asking): Promise<Report>;
  /** The same, of which nothing is kept: a batch would fill the memory with what nobody asks for again. @throws as `make` does. */
  makeOnce(input: ReportInput, asking?: Asking): Promise<Report>;
  /** See `reportFrontier`. @throws likewise. */
  frontier(input: ReportInput, report: Report, asking?: Asking): Promise<Frontier | null>;
};

const remembered = 200;

export function openReports(pool: Pick<Pool<Jobs>, "run">): Reports {
  const remember = rememberLatest<Report>(remembered);
  const rememberFrontier = rememberLatest<Frontier | null>(remembered);
  return {
    make: (input, { owner, signal } = {}) =>
      remember(cacheKey(input), (ended) => pool.run("report", input, { owner, signal: ended }), signal),
    makeOnce: (input, asking) => pool.run("report", input, asking),
    frontier: (input, report, { owner, signal } = {}) =>
      rememberFrontier(cacheKey(input), (ended) => pool.run("frontier", { input, report }, { owner, signal: ended }), signal),
  };
}

/** Everything a report depends on besides the content, which stays the same while the server runs. */
function cacheKey(input: ReportInput): string {
  const text = JSON.stringify({ ...input, weights: [...input.weights] });
  return createHash("sha256").update(text).digest("hex");
}
