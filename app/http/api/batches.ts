import { z } from "zod";
import { mostInBatch } from "../../core/mappe/batch";
import { includeField, inclusions } from "../../documents/document-options";
import { reportFileName } from "../../documents/file-name";
import { localeOf } from "../../i18n/index";
import type { ApiAccessGrant } from "../access/api-access";
import { batchArchive } from "../batches/batch-archive";
import { inBatchOrder } from "../batches/batch-choice";
import { batchLanguage, storedOptions } from "../batches/batch-wish";
import type { MappeBatch } from "../batches/batches-of";
import { startBatch } from "../batches/start-batch";
import { busySeconds } from "../jobs-of";
import { sharedRows } from "../mappe/mappe-page";
import { batchListSchema, batchSchema, newBatchSchema } from "./batch-schema";
import { mappePath, openedMappe } from "./mappen";
import { keyedOperation, type ApiContext } from "./operation";
import { ApiProblem, type InputFault } from "./problem";
import { readAs } from "./read-as";
import { unusedOptions } from "./reports";

const subject = "mappen" as const;
const batchPath = { ...mappePath, batch: z.string().describe("Id of a batch of the Mappe.") };
const hour = 60 * 60_000;

/** After so many seconds it makes sense to look again how far a batch is. */
const lookAgain = { "Retry-After": "5" };
const retryHeader = { "Retry-After": "While it is under way: seconds after which to look again." };

export const batchOperations = [
  keyedOperation(
    "mappen:write",
    {
      ...{ id: "startBatch", subject, method: "post", path: "/mappen/{id}/batches", pathParameters: mappePath, body: newBatchSchema },
      success: { status: 202, json: batchSchema, headers: { Location: "Address of the batch.", ...retryHeader } },
      problems: ["batch-under-way", "busy"],
    },
    async ({ path, body }, context, visitor) => {
      const mappe = await openedMappe(visitor, path.id);
      const wish = readAs(newBatchSchema, body);
      const ids = chosenOf(wish, sharedRows(await mappe.members(context.content, context.timeZone)), context);
      const started = await startBatch(mappe, { options: toOptions(wish), ids }, { ...context, door: context.batches });
      if (started === "own-open") throw new ApiProblem("batch-under-way", [], lookAgain);
      if (started === "full") throw new ApiProblem("busy", [], { "Retry-After": String(busySeconds) });
      const answer = await toAnswer(await openedBatch(visitor, path.id, started.id), context);
      return { ...answer, headers: { ...answer.headers, Location: `/api/v1/mappen/${path.id}/batches/${started.id}` } };
    },
  ),

  keyedOperation(
    "mappen:read",
    {
      ...{ id: "listBatches", subject, method: "get", path: "/mappen/{id}/batches", pathParameters: mappePath },
      success: { status: 200, json: batchListSchema },
    },
    async ({ path }, context, visitor) => {
      const batches = await (await openedMappe(visitor, path.id)).batches.list();
      return { json: { batches: batches.map((batch) => toHead(batch, context)) } };
    },
  ),

  keyedOperation(
    "mappen:read",
    {
      ...{ id: "readBatch", subject, method: "get", path: "/mappen/{id}/batches/{batch}", pathParameters: batchPath },
      success: { status: 200, json: batchSchema, headers: retryHeader },
    },
    async ({ path }, context, visitor) => toAnswer(await openedBatch(visitor, path.id, path.batch), context),
  ),

  keyedOperation(
    "reports",
    {
      ...{ id: "fetchBatch", subject, method: "get", path: "/mappen/{id}/batches/{batch}/documents", pathParameters: batchPath },
      success: { status: 200, files: ["application/zip"] },
      problems: ["batch-under-way"],
    },
    async ({ path }, _context, visitor) => {
      const { mappe, batch } = await openedBatch(visitor, path.id, path.batch);
      if (batch.finishedAt === null) throw new ApiProblem("batch-under-way", [], lookAgain);
      if (batch.made === 0) throw new ApiProblem("not-found");
      const locale = localeOf(batchLanguage(batch));
      const name = reportFileName(locale.messages.mappe.documents.fileName, mappe.name, batch.day, "zip");
      return { file: { body: await batchArchive(mappe, batch, locale), type: "application/zip", name } };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "deleteBatch", subject, method: "delete", path: "/mappen/{id}/batches/{batch}", pathParameters: batchPath },
      success: { status: 204 },
    },
    async ({ path }, _context, visitor) => {
      const { mappe, batch } = await openedBatch(visitor, path.id, path.batch);
      await mappe.batches.discard(batch.id);
      return {};
    },
  ),
];

type Wish = z.output<typeof newBatchSchema>;

/** @throws Problem where there is none, or its time is over. */
async function openedBatch(visitor: ApiAccessGrant, id: string, batchId: string) {
  const mappe = await openedMappe(visitor, id);
  const batch = await mappe.batches.find(batchId);
  if (!batch) throw new ApiProblem("not-found");
  return { mappe, batch };
}

/** Of whom documents are wanted. @throws Problem with every fault. */
function chosenOf(wish: Wish, rows: ReturnType<typeof sharedRows>, { locale }: Pick<ApiContext, "locale">): string[] {
  const { assessments, begun, without, ...options } = wish;
  const known = new Set(rows.map(({ id }) => id));
  const faults: InputFault[] = [
    ...unusedOptions(wish.kind, { ...options, without: without.length > 0 ? without : undefined }).map(
      (path) => ({ path, code: "unknown-key" }) as const,
    ),
    ...(assessments ?? []).flatMap((id, index) =>
      known.has(id) ? [] : [{ path: `assessments.${index}`, code: "unknown-value" } as const],
    ),
  ];
  if (faults.length > 0) throw new ApiProblem("invalid-input", faults);
  const ids = inBatchOrder(assessments ? rows.filter(({ id }) => assessments.includes(id)) : rows, begun, locale);
  if (ids.length === 0 || ids.length > mostInBatch) throw new ApiProblem("invalid-input", [{ path: "assessments", code: "missing" }]);
  return ids;
}

/** As a form would have named them. */
function toOptions({ kind, paper, language, table, without, workbook }: Wish): URLSearchParams {
  const options = new URLSearchParams({
    kind,
    language,
    ...(paper && { paper }),
    ...(table && { table }),
    ...(workbook && { summed: "on" }),
  });
  const included = inclusions.filter((one) => !without.includes(one));
  if (without.length > 0) for (const one of ["", ...included]) options.append(includeField, one);
  return options;
}

function toHead({ id, options, createdAt, finishedAt, all, made, failed, summed }: MappeBatch, { batches }: Pick<ApiContext, "batches">) {
  const { kind, paper, language } = storedOptions(options);
  const keptUntil = finishedAt === null ? null : new Date(Date.parse(finishedAt) + batches.keptHours * hour).toISOString();
  return { id, kind, paper, language, createdAt, finishedAt, keptUntil, all, made, failed, workbook: summed };
}

async function toAnswer({ mappe, batch }: Awaited<ReturnType<typeof openedBatch>>, context: Pick<ApiContext, "batches">) {
  const documents = (await mappe.batches.items(batch.id)).map(({ assessmentId, organisation, isShared, state, fileName, fault }) => ({
    ...{ assessment: assessmentId, name: isShared ? (organisation.name ?? null) : null, state },
    ...{ file: isShared ? fileName : null, fault: isShared ? fault : ("gone" as const) },
  }));
  return { json: { ...toHead(batch, context), documents }, headers: batch.finishedAt === null ? lookAgain : {} };
}
