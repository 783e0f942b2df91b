import { z } from "zod";
import { languages } from "../../core/vocabulary";
import type { Locale, Messages } from "../../i18n/index";
import type { ApiScope } from "../../../db/api-keys";
import type { ApiAccessGrant } from "../access/api-access";
import type { BatchDoor } from "../batches/start-batch";
import type { OpenDataset } from "../mappe/open-data";
import type { Services } from "../services";
import type { WebhookSettings } from "../webhooks/settings";
import type { DocumentFile } from "../assessment/document-of";
import { ApiProblem, type InputFault, type ProblemCode } from "./problem";

/** What a handler gets besides its input. No store: see `ApiVisitor`. */
export type ApiContext = Pick<Services, "content" | "reports" | "documents" | "saveFiles" | "pictures" | "templates"> & {
  /** What rings give to everybody. */
  openData: { list(): Promise<OpenDataset[]> };
  now: Date;
  /** ISO date. */
  today: string;
  /** Under which the program reaches this installation, for links. */
  origin: string;
  /** Of the operator, see `dayOf`. */
  timeZone: string;
  batches: BatchDoor;
  /** null: the operator wants none. */
  webhooks: WebhookSettings | null;
  /** Of texts and messages. */
  locale: Locale;
  /** The one of these media types that the program likes best; null where it takes none. */
  accepts: (types: string[]) => string | null;
};

/** `bytes` as they came, `value` what they say. */
export type Body = { bytes: Uint8Array; value: unknown };

/** Like `DocumentFile`, made while it is taken. */
export type StreamedFile = { body: ReadableStream<Uint8Array>; type: string; name: string };

/** `json`, `file` or none, as the operation's success says. */
export type Reply<Json> = { json?: Json; file?: DocumentFile | StreamedFile; headers?: Record<string, string> };

/** A request as it came in. */
export type RawCall = {
  context: ApiContext;
  visitor: ApiAccessGrant | null;
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  /** Reads the body as JSON. @throws Problem where it is none. */
  readBody: () => Promise<Body>;
};

export type Subject = "models" | "scores" | "assessments" | "reports" | "mappen";

type Parameters<Path, Query, Headers> = { path: Path; query: Query; headers: Headers };

/** What an operation says of itself: the router and the description are made of it. */
export type Operation = {
  id: keyof Messages["api"]["operations"];
  subject: Subject;
  method: "get" | "post" | "patch" | "delete";
  /** Below /api/v1, parameters in braces. */
  path: string;
  /** Null: needs no key. */
  scope: ApiScope | null;
  parameters: Parameters<z.ZodObject, z.ZodObject, z.ZodObject>;
  body: z.ZodType | null;
  success: Success;
  /** Formats that the program may choose from; null: JSON. */
  formats: readonly string[] | null;
  /** Other than those that every operation of its kind can end with. */
  problems: ProblemCode[];
  /** @throws Problem */
  run: (call: RawCall) => Promise<Reply<unknown>>;
};

export type Success<Json = unknown> = {
  status: 200 | 201 | 202 | 204;
  json?: z.ZodType<Json, Json>;
  /** Media types of files that may come instead of JSON, or come where there is no JSON. */
  files?: string[];
  /** Headers of the answer and what they say. */
  headers?: Record<string, string>;
  /** Seconds for which anybody may keep the answer; not given: nobody may. */
  cachedFor?: number;
};

type Shape = z.core.$ZodLooseShape;
type Definition<Path extends Shape, Query extends Shape, Headers extends Shape, Json> = Pick<Operation, "id" | "subject" | "method"> & {
  path: string;
  pathParameters?: Path;
  query?: Query;
  headers?: Headers;
  body?: z.ZodType;
  success: Success<Json>;
  formats?: readonly string[];
  problems?: ProblemCode[];
};
type Parsed<Path extends Shape, Query extends Shape, Headers extends Shape> = {
  path: z.output<z.ZodObject<Path>>;
  query: z.output<z.ZodObject<Query>>;
  headers: z.output<z.ZodObject<Headers>>;
  body: Body;
};

const language = z.enum(languages).optional().describe("Language of texts and messages; else Accept-Language decides, else it is German.");

/** An operation on public content, which needs no key. */
export function publicOperation<Json, Path extends Shape = object, Query extends Shape = object, Headers extends Shape = object>(
  definition: Definition<Path, Query, Headers, Json>,
  handle: (input: Parsed<Path, Query, Headers>, context: ApiContext) => Promise<Reply<Json>> | Reply<Json>,
): Operation {
  const { description, parse } = describe(definition, null);
  return { ...description, run: async (call) => handle(await parse(call), call.context) };
}

/** An operation for the holder of a key with `scope`. */
export function keyedOperation<Json, Path extends Shape = object, Query extends Shape = object, Headers extends Shape = object>(
  scope: ApiScope,
  definition: Definition<Path, Query, Headers, Json>,
  handle: (input: Parsed<Path, Query, Headers>, context: ApiContext, visitor: ApiAccessGrant) => Promise<Reply<Json>> | Reply<Json>,
): Operation {
  const { description, parse } = describe(definition, scope);
  return {
    ...description,
    async run(call) {
      // Before anything is read of what an unknown program sends.
      const { visitor } = call;
      if (!visitor) throw new ApiProblem("key-missing", [], { "WWW-Authenticate": challenge });
      if (!visitor.may(scope))
        throw new ApiProblem("scope-missing", [], { "WWW-Authenticate": `${challenge}, error="insufficient_scope", scope="${scope}"` });
      return handle(await parse(call), call.context, visitor);
    },
  };
}

export const challenge = 'Bearer realm="KI-Pegel"';

function describe<Path extends Shape, Query extends Shape, Headers extends Shape, Json>(
  { pathParameters, query, headers, body, formats, problems, ...same }: Definition<Path, Query, Headers, Json>,
  scope: ApiScope | null,
) {
  const schemas = {
    path: z.object(pathParameters ?? ({} as Path)),
    query: z.strictObject({ ...(query ?? ({} as Query)), language }),
    headers: z.object(headers ?? ({} as Headers)),
  };
  const description = { ...same, scope, parameters: schemas, body: body ?? null, formats: formats ?? null, problems: problems ?? [] };

  /** @throws Problem with every fault of the parameters. */
  async function parse({ path, query: asked, headers: sent, readBody }: RawCall): Promise<Parsed<Path, Query, Headers>> {
    const results = { path: schemas.path.safeParse(path), query: schemas.query.safeParse(asked), headers: schemas.headers.safeParse(sent) };
    // What no address can be, such as a track that does not exist, is not there.
    if (!results.path.success) throw new ApiProblem("not-found");
    const issues = [...(results.query.error?.issues ?? []), ...(results.headers.error?.issues ?? [])];
    if (issues.length > 0) throw new ApiProblem("invalid-parameters", issues.flatMap(faultsOf));
    return {
      path: results.path.data,
      query: results.query.data as unknown as z.output<z.ZodObject<Query>>,
      headers: results.headers.data as z.output<z.ZodObject<Headers>>,
      body: body ? await readBody() : { bytes: new Uint8Array(), value: undefined },
    };
  }
  return { description, parse };
}

export function faultsOf(issue: z.core.$ZodIssue): InputFault[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((path) => ({ path, code: "unknown-key" }));
  return [{ path: issue.path.join("."), code: issue.code === "too_big" ? "text-too-long" : "unknown-value" }];
}
