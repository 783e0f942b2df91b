import { z } from "zod";
import { apiScopes } from "../../../db/api-keys";
import { localeOf } from "../../i18n/index";
import { answerChangesSchema, assessmentFileSchema } from "./assessment-input";
import { assessmentListSchema, newAssessmentSchema } from "./assessments";
import { factChangesSchema, limitChangeSchema, profileChangeSchema, stepChangesSchema, targetChangesSchema } from "./assessment-parts";
import { batchListSchema, batchSchema, newBatchSchema } from "./batch-schema";
import { brandFileSchema, changedBrandSchema } from "./brands";
import { initiativeListSchema, initiativeSchema } from "./initiatives";
import { heldLinksSchema } from "./links";
import * as mappe from "./mappe-schema";
import type { Operation } from "./operation";
import { openDataSchema } from "./open-data";
import { problemSchema, problemStatus, type ProblemCode } from "./problem";
import { factListSchema, questionnaireFileSchema, questionnaireListSchema } from "./questionnaires";
import { regionListSchema, regionSchema } from "./regions";
import * as ring from "./ring-schema";
import { closingSchema } from "./rounds";
import { reportFileSchema } from "./report-schema";
import { newWebhookSchema, webhookListSchema, webhookSchema } from "./webhook-schema";

/** JSON Schemas that the description names, so that generated clients have words for them. */
const named: Record<string, z.ZodType> = {
  Assessment: assessmentFileSchema,
  AnswerChanges: answerChangesSchema,
  RoundClosing: closingSchema,
  NewAssessment: newAssessmentSchema,
  AssessmentList: assessmentListSchema,
  AssessmentLinks: heldLinksSchema,
  ProfileChange: profileChangeSchema,
  PlanLimitChange: limitChangeSchema,
  PlanStepChanges: stepChangesSchema,
  TargetChanges: targetChangesSchema,
  FactChanges: factChangesSchema,
  Brand: brandFileSchema,
  BrandChange: changedBrandSchema,
  MappeNaming: mappe.mappeNamingSchema,
  Mappe: mappe.mappeSchema,
  MappeList: mappe.mappeListSchema,
  NewMappe: mappe.newMappeSchema,
  MappePeople: mappe.mappePeopleSchema,
  Invitation: mappe.invitationSchema,
  Invited: mappe.invitedSchema,
  Addition: mappe.additionSchema,
  AdditionResult: mappe.additionResultSchema,
  NewClients: mappe.newClientsSchema,
  MadeClients: mappe.madeClientsSchema,
  MappeMembers: mappe.mappeMembersSchema,
  MappeMemberChange: mappe.memberChangeSchema,
  MappeMember: mappe.changedMemberSchema,
  MappeLinks: mappe.mappeLinksSchema,
  Portfolio: mappe.portfolioSchema,
  CommonGaps: mappe.gapsSchema,
  Comparison: mappe.comparisonSchema,
  MappeAudit: mappe.auditSchema,
  Batch: batchSchema,
  BatchList: batchListSchema,
  NewBatch: newBatchSchema,
  Ring: ring.ringSchema,
  RingRule: ring.ringRuleChangeSchema,
  RingRuleConsent: ring.ruleConsentSchema,
  RingInvitation: ring.ringInvitationSchema,
  OpenDataOffer: ring.openDataOfferBodySchema,
  MembershipList: ring.membershipListSchema,
  MembershipConsent: ring.membershipConsentSchema,
  OwnRing: ring.ownRingSchema,
  RingConsent: ring.ringConsentSchema,
  OpenDataConsent: ring.openDataConsentSchema,
  Webhook: webhookSchema,
  NewWebhook: newWebhookSchema,
  WebhookList: webhookListSchema,
  Report: reportFileSchema,
  QuestionnaireList: questionnaireListSchema,
  FactList: factListSchema,
  Questionnaire: questionnaireFileSchema,
  RegionList: regionListSchema,
  Region: regionSchema,
  OpenData: openDataSchema,
  InitiativeList: initiativeListSchema,
  Initiative: initiativeSchema,
  Problem: problemSchema,
};

const { messages } = localeOf("en");

/** What can go wrong whatever is asked, and what only some operations can answer with. */
export function problemsOf({ scope, body, parameters, problems }: Operation): ProblemCode[] {
  const named = Object.keys(parameters.path.shape).length > 0;
  return [
    "malformed-request",
    "invalid-parameters",
    // A wrong key is refused everywhere, so that nobody takes it for a good one.
    "key-invalid",
    ...(scope ? (["key-missing", "scope-missing"] as const) : []),
    ...(named ? (["not-found"] as const) : []),
    ...(body ? (["malformed-json", "length-required", "too-large", "unsupported-media-type", "invalid-input"] as const) : []),
    ...problems,
    "too-many-requests",
    "internal",
    "no-storage",
  ];
}

/**
 * The OpenAPI 3.1 description of these operations.
 * @param basePath below which the application is reached, "" where it is at the root.
 */
export function toOpenApi(operations: Operation[], basePath = "") {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = toOperation(operation);
  return {
    openapi: "3.1.0",
    info: {
      title: `${messages.layout.product} API`,
      version: "1.0.0",
      summary: messages.api.lead,
      description: [
        messages.api.languagesText,
        messages.api.errorsText,
        messages.api.unitList.join(" "),
        messages.api.repeatingText,
        messages.api.changingText,
      ].join("\n\n"),
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: `${basePath}/api/v1` }],
    tags: Object.entries(messages.api.subjects).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, toJsonSchema(schema)])),
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: `${messages.api.keysText} Authorization: Bearer kp_… Scopes: ${apiScopes.map((scope) => `${scope} (${messages.api.scopeTexts[scope]})`).join(", ")}.`,
        },
      },
      headers: {
        "RateLimit-Policy": { description: "How many requests (q) are allowed in how many seconds (w).", schema: { type: "string" } },
        RateLimit: { description: "How many requests are left (r), and for how many seconds this holds (t).", schema: { type: "string" } },
      },
    },
  };
}

function toOperation(operation: Operation) {
  const { id, subject, scope, body, success } = operation;
  const { title, text } = messages.api.operations[id];
  const parameters = (["path", "query", "headers"] as const).flatMap((place) => {
    const { properties = {}, required = [] } = toJsonSchema(operation.parameters[place]);
    return Object.entries(properties).map(([name, schema]) => ({
      name: place === "headers" ? headerName(name) : name,
      in: place === "headers" ? "header" : place,
      required: required.includes(name),
      ...describedOf(schema),
    }));
  });
  return {
    operationId: id,
    tags: [subject],
    summary: title,
    description: text,
    security: scope ? [{ key: [scope] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: refTo(body) } } } }),
    responses: {
      [success.status]: {
        description: success.json?.description ?? title,
        headers: { ...rateLimitHeaders, ...headersOf(success.headers ?? {}) },
        ...((success.json ?? success.files) && {
          content: {
            ...(success.json && { "application/json": { schema: refTo(success.json) } }),
            ...Object.fromEntries((success.files ?? []).map((type) => [type, {}])),
          },
        }),
      },
      ...problemResponses(problemsOf(operation)),
    },
  };
}

const rateLimitHeaders = Object.fromEntries(
  ["RateLimit-Policy", "RateLimit"].map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

const headersOf = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]));

/** One response for each status, which several problems may share. */
function problemResponses(codes: ProblemCode[]) {
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const titles = codes.filter((code) => problemStatus[code] === status).map((code) => `${messages.api.problems[code].title} (${code})`);
      return [
        status,
        { description: titles.join("; "), content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
      ];
    }),
  );
}

const headerName = (name: string) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** @throws where a schema of an operation has no name yet. */
function refTo(schema: z.ZodType) {
  const [name] = Object.entries(named).find(([, candidate]) => candidate === schema) ?? [];
  if (!name) throw new Error("A schema of the API has no name in openapi.ts");
  return { $ref: `#/components/schemas/${name}` };
}

type JsonSchema = { properties?: Record<string, { description?: string }>; required?: string[]; [key: string]: unknown };

/** What goes in, before any text is cleaned: the same form as what comes out. */
function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    // The largest whole numbers that JavaScript can tell apart are no rule of ours.
    override({ jsonSchema }) {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return rest as JsonSchema;
}

/** A parameter's description stands beside its schema. */
function describedOf({ description, ...schema }: { description?: string }) {
  return { ...(description !== undefined && { description }), schema };
}
