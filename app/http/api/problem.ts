import { z } from "zod";
import { toldFaults, type FaultCode } from "../../core/assessment/save-file";
import { localeOf, type Locale } from "../../i18n/index";

/** Every way in which a request can fail, with its HTTP status. The words stand in `app/i18n`, under `api.problems`. */
export const problemStatus = {
  "malformed-request": 400,
  "invalid-parameters": 400,
  "malformed-json": 400,
  "key-missing": 401,
  "key-invalid": 401,
  "scope-missing": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "not-acceptable": 406,
  "created-and-deleted": 409,
  "round-not-so": 409,
  "too-many-rounds": 409,
  "link-not-known": 409,
  "already-in-mappe": 409,
  "mappe-full": 409,
  "batch-under-way": 409,
  "too-few": 409,
  "ring-begun": 409,
  "ring-changed": 409,
  "ring-full": 409,
  "length-required": 411,
  "changed-meanwhile": 412,
  "too-large": 413,
  "unsupported-media-type": 415,
  "invalid-input": 422,
  "idempotency-key-reused": 422,
  "too-many-requests": 429,
  internal: 500,
  busy: 503,
  "no-storage": 503,
} as const;
export type ProblemCode = keyof typeof problemStatus;
export const problemCodes = Object.keys(problemStatus) as ProblemCode[];

/** One fault of an input; `path` is dotted and empty for the input as a whole. */
export type InputFault = { path: string; code: FaultCode | "changed" | "taken" };

/** To be thrown: ends a request with a problem. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly errors: InputFault[] = [],
    readonly headers: Record<string, string> = {},
    /** How many there are in all, where `errors` are only the first of them. */
    readonly errorCount = errors.length,
  ) {
    super(code);
    this.name = "Problem";
  }
}

export const problemSchema = z
  .strictObject({
    type: z
      .string()
      .describe(
        "Path of the passage in the documentation that explains this kind of problem, as /en/api#problem-not-found. Stable, whatever the host: branch on it.",
      ),
    title: z.string().describe("The kind of problem in a few messages, in the language of the request."),
    status: z.int().describe("The HTTP status again."),
    detail: z.string().describe("What to do, in the language of the request."),
    errors: z
      .array(
        z.strictObject({
          path: z.string().describe("Dotted, for instance answers.strategy-goals.level; empty for the input as a whole."),
          code: z.string().describe("Stable: branch on it."),
          detail: z.string().describe("In the language of the request."),
        }),
      )
      .optional()
      .describe("Every fault of the input at once; of more than 100 the first 100."),
    errorCount: z.int().optional().describe("How many faults there are in all."),
  })
  .describe("What went wrong (RFC 9457).");
export type ProblemDocument = z.infer<typeof problemSchema>;

export function toProblemDocument({ code, errors, errorCount }: ApiProblem, { messages }: Locale): ProblemDocument {
  const faults = { ...messages.errors.saveFile, ...messages.api.faults };
  return {
    type: problemType(code),
    title: messages.api.problems[code].title,
    status: problemStatus[code],
    detail: messages.api.problems[code].detail,
    ...(errors.length > 0 && {
      errors: errors.slice(0, toldFaults).map((error) => ({ ...error, detail: faults[error.code] })),
      errorCount,
    }),
  };
}

/** The same in every language and under every address, because programs go by it. Where it leads, the problem is explained. */
const problemType = (code: ProblemCode): string => `${localeOf("en").href("/api")}#${problemAnchor(code)}`;
export const problemAnchor = (code: ProblemCode): string => `problem-${code}`;
