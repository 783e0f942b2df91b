import { z } from "zod";
import { versionTag } from "../../core/assessment/answer";
import { toSaveFile } from "../../core/assessment/save-file";
import type { WholeAssessment } from "../../core/assessment/whole-assessment";
import type { ApiAssessmentLine, ListPosition } from "../../../db/api-assessments";
import type { ApiAccessGrant } from "../access/api-access";
import type { Editable, Readable } from "../access/assessment-access";
import { answerChangesSchema, assessmentFileSchema, readAnswerChanges, readAssessment } from "./assessment-input";
import { allowsMatch, etagOf } from "./etag";
import { linkFor, peopleLinksSchema } from "./links";
import { keyedOperation } from "./operation";
import { ApiProblem } from "./problem";

/** What stands for an assessment in an address. */
export const ownOrShared = z
  .string()
  .describe("Id of an assessment that this key has created, or that is shared with a Mappe of this key.");
const id = ownOrShared;
export const ifMatchHeader = z
  .string()
  .optional()
  .describe("ETag of the version you have seen. Without it what is sent is written over any other.");
export const etagHeader = { ETag: "Tag of this version, for If-Match." };
const instant = (what: string) => z.iso.datetime().describe(`${what}, UTC.`);

export const newAssessmentSchema = z
  .strictObject({
    id: z.string(),
    links: z.strictObject({
      self: z.url().describe("The assessment over the API."),
      report: z.url().describe("Its report over the API."),
      ...peopleLinksSchema,
    }),
  })
  .describe("A new assessment and the links that open it.");

export const assessmentListSchema = z
  .strictObject({
    assessments: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string().nullable().describe("Of the organisation, where it is given."),
        createdAt: instant("When it was created"),
        updatedAt: instant("When profile or answers were last changed"),
      }),
    ),
    next: z.string().nullable().describe("Send it as `after` for the next page; null on the last one."),
  })
  .describe("Assessments that this key has created, in that order.");

export const assessmentOperations = [
  keyedOperation(
    "assessments:write",
    {
      id: "createAssessment",
      subject: "assessments",
      method: "post",
      path: "/assessments",
      headers: {
        "idempotency-key": z
          .string()
          .regex(/^[\x21-\x7e]{1,255}$/)
          .optional()
          .describe("A word of your own, such as a UUID. The same word with the same body gives the same assessment for 24 hours."),
      },
      body: assessmentFileSchema,
      success: {
        status: 201,
        json: newAssessmentSchema,
        headers: { Location: "Address of the assessment.", "Idempotency-Replayed": "true, where an earlier request had created it." },
      },
      problems: ["idempotency-key-reused", "created-and-deleted"],
    },
    async ({ headers, body }, context, visitor) => {
      const { origin } = context;
      const assessment = await readAssessment(body, context);
      const result = await visitor.create(assessment, body.bytes, headers["idempotency-key"] ?? null);
      if (result.outcome === "other-body") throw new ApiProblem("idempotency-key-reused");
      const made = result.id === null ? null : await visitor.edit(result.id);
      // Whoever has made it derives its links, whatever people have done with them since.
      if (!made?.keys) throw new ApiProblem("created-and-deleted");
      return {
        json: { id: made.id, links: linksOf(made.id, made.keys, origin) },
        headers: { Location: addressOf(made.id), ...(result.outcome === "repeated" && { "Idempotency-Replayed": "true" }) },
      };
    },
  ),

  keyedOperation(
    "assessments:read",
    {
      id: "listAssessments",
      subject: "assessments",
      method: "get",
      path: "/assessments",
      query: {
        limit: z.coerce.number().int().min(1).max(100).default(50).describe("Entries of a page."),
        after: z.string().optional().describe("`next` of the page before."),
      },
      success: { status: 200, json: assessmentListSchema },
    },
    async ({ query: { limit, after } }, _context, visitor) => {
      // One more than asked for tells whether there is a next page.
      const lines = await visitor.list(after === undefined ? null : readCursor(after), limit + 1);
      const page = lines.slice(0, limit);
      const last = page.at(-1);
      return { json: { assessments: page, next: last && lines.length > limit ? toCursor(last) : null } };
    },
  ),

  keyedOperation(
    "assessments:read",
    {
      id: "readAssessment",
      subject: "assessments",
      method: "get",
      path: "/assessments/{id}",
      pathParameters: { id },
      success: { status: 200, json: assessmentFileSchema, headers: etagHeader },
    },
    async ({ path }, _context, visitor) => {
      const assessment = await visitor.read(path.id);
      if (!assessment) throw new ApiProblem("not-found");
      return toAnswer(assessment);
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      id: "changeAnswers",
      subject: "assessments",
      method: "patch",
      path: "/assessments/{id}/answers",
      pathParameters: { id },
      headers: {
        "if-match": ifMatchHeader,
      },
      body: answerChangesSchema,
      success: { status: 200, json: assessmentFileSchema, headers: etagHeader },
      problems: ["changed-meanwhile"],
    },
    async ({ path, headers, body }, { content }, visitor) => {
      const assessment = await editableOf(visitor, path.id);
      const whole = await assessment.whole();
      const changes = readAnswerChanges(body.value, whole, content);
      const ifMatch = headers["if-match"];
      checkMatch(ifMatch, whole);
      const seen = (item: string) => (ifMatch === undefined ? null : versionTag(whole.answers[item] ?? null));
      // Between the look and the write somebody may still have been faster.
      const conflicts = await assessment.saveAnswersTogether(changes.map(({ item, next }) => ({ item, seen: seen(item), next })));
      if (conflicts && conflicts.length > 0)
        throw new ApiProblem(
          "changed-meanwhile",
          conflicts.map(({ item }) => ({ path: item, code: "changed" })),
        );
      return toAnswer(await editableOf(visitor, path.id));
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      id: "deleteAssessment",
      subject: "assessments",
      method: "delete",
      path: "/assessments/{id}",
      pathParameters: { id },
      headers: {
        "if-match": z.string().optional().describe("ETag of the version you have seen. Without it any version is deleted."),
      },
      success: { status: 204 },
      problems: ["changed-meanwhile"],
    },
    async ({ path, headers }, _context, visitor) => {
      const assessment = await editableOf(visitor, path.id);
      const ifMatch = headers["if-match"];
      checkMatch(ifMatch, await assessment.whole());
      // Between the look and the removal somebody may still have been faster.
      const isRemoved = await assessment.remove(ifMatch === undefined ? undefined : assessment.updatedAt);
      if (!isRemoved && ifMatch !== undefined) throw new ApiProblem("changed-meanwhile");
      return {};
    },
  ),
];

/** @throws Problem where there is none or it belongs to somebody else; nothing tells which. */
export async function editableOf(visitor: ApiAccessGrant, assessmentId: string): Promise<Editable> {
  const assessment = await visitor.edit(assessmentId);
  if (!assessment) throw new ApiProblem("not-found");
  return assessment;
}

/** An assessment as programs read it, with the tag of this version. */
export async function toAnswer(assessment: Readable) {
  const file = toSaveFile(await assessment.whole());
  return { json: file, headers: { ETag: etagOf(file) } };
}

/** @throws Problem where the program has seen another version. */
export function checkMatch(ifMatch: string | undefined, assessment: WholeAssessment): void {
  if (ifMatch !== undefined && !allowsMatch(ifMatch, etagOf(toSaveFile(assessment)))) throw new ApiProblem("changed-meanwhile");
}

const addressOf = (assessmentId: string) => `/api/v1/assessments/${assessmentId}`;

export function linksOf(assessmentId: string, keys: { edit: string; read: string }, origin: string) {
  const self = `${origin}${addressOf(assessmentId)}`;
  return { self, report: `${self}/report`, edit: linkFor(keys.edit, origin), read: linkFor(keys.read, origin) };
}

/** Where a list goes on, as an opaque word. */
const toCursor = ({ createdAt, id: last }: ApiAssessmentLine) => Buffer.from(`${createdAt} ${last}`).toString("base64url");

/** @throws Problem where the word does not come from here. */
function readCursor(cursor: string): ListPosition {
  const [, createdAt, last] = /^(\d{4}-\S{18}Z) ([\w-]{22})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!createdAt || !last) throw new ApiProblem("invalid-parameters", [{ path: "after", code: "unknown-value" }]);
  return { createdAt, id: last };
}
