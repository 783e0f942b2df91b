import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from "express";
import { languages, type Language } from "../../core/vocabulary";
import { momentOf } from "../../core/day";
import { localeOf } from "../../i18n/index";
import { findProgram, type Program } from "../access/api-access";
import { operationAuditedAs } from "../mappe/audited-as";
import { storageFaultOf } from "../../../db/explain-fault";
import type { Owner } from "../../jobs/waiting-line";
import { blockOf } from "../admission/address-block";
import { batchDoorOf } from "../batches/start-batch";
import { busySeconds, jobsOf, leaving, type Account } from "../jobs-of";
import { hashOf } from "../access/keys";
import { shapeOf, type Notice } from "../log";
import { hostFor, originFor } from "../security";
import { openDataOf } from "../mappe/open-data";
import type { Services } from "../services";
import { webhookSettingsOf } from "../webhooks/settings";
import { challenge, type ApiContext, type Operation } from "./operation";
import { ApiProblem, toProblemDocument, type ProblemCode } from "./problem";
import { openRateLimits } from "./rate-limit";
import { readBody } from "./read-body";
import { attachment } from "../../documents/file-name";

/** What is known of a request once it has been let in. */
type Caller = { context: ApiContext; program: Program | null };

const publicly = (seconds: number) => `public, max-age=${seconds}`;

/**
 * The API under /api/v1. It ends every request that comes this way, so that nothing of what is meant for pages applies:
 * no cookie is read and no Origin asked for, because a key is never sent by itself.
 * @param describe makes the OpenAPI document of these operations, when it is first asked for.
 */
export function apiRouter(services: Services, operations: Operation[], describe: () => unknown, notice: Notice): Router {
  const { environment, stores, content, log } = services;
  const limits = openRateLimits(
    { perKey: environment.API_LIMIT_PER_KEY, perAddress: environment.API_LIMIT_PER_ADDRESS },
    stores.rateLimits,
  );
  const router = express.Router();
  let description: unknown;

  /** Who asks, in which language and under which host. @throws Problem where the request is not to be answered. */
  async function admit(request: Request, response: Response): Promise<Caller> {
    const moment = momentOf(new Date(), environment.TIME_ZONE);
    const key = bearerOf(request);
    const program = key === null ? null : await findProgram(key, stores, moment);
    response.set(await limits.count(program?.keyId ?? null, request.ip ?? ""));
    const host = hostFor(request, environment);
    if (host === null) throw new ApiProblem("malformed-request");
    const path = request.baseUrl + request.path;
    if (key !== null && !program) notice("key", path);
    if (key !== null && !program) throw new ApiProblem("key-invalid", [], { "WWW-Authenticate": `${challenge}, error="invalid_token"` });
    const refuseHere = (code: "busy" | "too-many") => {
      notice(code, path);
      return refuse(code);
    };
    const account = { owner: ownerOf(program, request), signal: leaving(response), stay: nowhere };
    const batchDoor = batchDoorOf(services, account.owner);
    /** What the one place that counts refuses a page with. */
    const tooMany = (refused: unknown) => {
      if (!(refused instanceof globalThis.Response)) throw refused;
      notice("limit", path);
      const code = refused.status === 429 ? "too-many-requests" : "busy";
      throw new ApiProblem(code, [], { "Retry-After": refused.headers.get("Retry-After") ?? String(busySeconds) });
    };
    const context = {
      content,
      ...jobsOf(services, account, refuseHere, () => notice("job", path)),
      openData: openDataOf(services, moment),
      ...moment,
      timeZone: environment.TIME_ZONE,
      batches: { ...batchDoor, admit: (documents: number) => batchDoor.admit(documents).catch(tooMany) },
      webhooks: webhookSettingsOf(environment),
      origin: originFor(request, environment.PUBLIC_URL, host),
      locale: localeOf(languageOf(request)),
      accepts: (types: string[]) => request.accepts(types) || null,
    };
    return { context, program };
  }

  async function perform(operation: Operation, request: Request, response: Response): Promise<void> {
    const { context, program } = response.locals.caller as Caller;
    const visitor = program && program.wants(operationAuditedAs(operation));
    const { success } = operation;
    const { params: path, query, headers } = request;
    const reply = await operation.run({ context, visitor, path, query, headers, readBody: () => readBody(request, response) });
    await visitor?.given();
    response.status(success.status).set(reply.headers ?? {});
    if (success.cachedFor !== undefined) response.set("Cache-Control", publicly(success.cachedFor)).vary("Accept-Language");
    if (reply.file) {
      const { type, name } = reply.file;
      response.set({ "Content-Type": type, "Content-Disposition": attachment(name) });
      if ("bytes" in reply.file) response.send(Buffer.from(reply.file.bytes));
      else await sendStream(reply.file.body, response);
    } else if (reply.json === undefined) response.end();
    else response.json(reply.json);
  }

  router.use((request, response, next) => {
    response.set("Cache-Control", "no-store");
    admit(request, response).then((caller) => {
      response.locals.caller = caller;
      next();
    }, next);
  });
  router.get("/openapi.json", (_request, response) => {
    response.set("Cache-Control", publicly(300)).json((description ??= describe()));
  });
  router.all("/openapi.json", refuseMethod(["get"]));
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const here = operations.filter((operation) => operation.path === path);
    const route = router.route(path.replace(/\{(\w+)\}/g, ":$1"));
    for (const operation of here)
      route[operation.method]((request, response, next) => void perform(operation, request, response).catch(next));
    route.all(refuseMethod(here.map(({ method }) => method)));
  }
  router.use(() => {
    throw new ApiProblem("not-found");
  });

  const say: ErrorRequestHandler = (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const reason = storageFaultOf(error);
    if (reason !== null) notice("storage", request.baseUrl + request.path, reason);
    const problem = error instanceof ApiProblem ? error : reason !== null ? noStorage() : new ApiProblem(codeOf(error));
    if (problem.code === "internal")
      log.error(
        { path: shapeOf(request.baseUrl + request.path), stack: error instanceof Error ? error.stack : String(error) },
        "request failed",
      );
    const document = toProblemDocument(problem, localeOf(languageOf(request)));
    response
      .status(document.status)
      .set({ ...problem.headers, "Cache-Control": "no-store", "Content-Language": languageOf(request) })
      .vary("Accept-Language")
      .type("application/problem+json")
      .send(JSON.stringify(document));
  };
  router.use(say);
  return router;
}

/** Whoever leaves before the end has what they wanted. */
async function sendStream(body: ReadableStream<Uint8Array>, response: Response): Promise<void> {
  try {
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), response);
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

function refuseMethod(methods: Operation["method"][]) {
  const allowed = methods.flatMap((method) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
  return () => {
    throw new ApiProblem("method-not-allowed", [], { Allow: allowed.join(", ") });
  };
}

/** A program counts as one wherever it runs; who has no key, by address. */
const ownerOf = (program: Program | null, { ip }: Request): Owner =>
  program ? { address: `key ${program.keyId}`, visitor: "" } : { address: hashOf(blockOf(ip ?? "")), visitor: "" };

/** The API has limits of its own in place of the door. */
const nowhere: Account["stay"] = { outside: (work) => work, leave: () => undefined };

const refuse = (code: "busy" | "too-many") =>
  new ApiProblem(code === "busy" ? "busy" : "too-many-requests", [], { "Retry-After": String(busySeconds) });

const noStorage = () => new ApiProblem("no-storage", [], { "Retry-After": String(busySeconds) });

/** The key that a request brings; null where it brings none, empty where it brings something else. */
function bearerOf(request: Request): string | null {
  const header = request.get("authorization");
  return header === undefined ? null : (/^Bearer +(\S+) *$/i.exec(header)?.[1] ?? "");
}

function languageOf(request: Request): Language {
  const asked = languages.find((language) => language === request.query.language);
  // The first is taken by whoever takes any.
  return asked ?? (request.acceptsLanguages(["de", "en"]) === "en" ? "en" : "de");
}

/** What Express finds wrong by itself: an address that cannot be decoded, a body that breaks off. */
function codeOf(error: unknown): ProblemCode {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500 ? "malformed-request" : "internal";
}
