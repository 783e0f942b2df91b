import { z } from "zod";
import { commonGaps, commonMeasures } from "../../core/mappe/common-gaps";
import { isComparable, largestDifferences } from "../../core/mappe/compare";
import { filterPortfolio, mediansOf, sortKeys, sortPortfolio, type PortfolioFilter, type PortfolioRow } from "../../core/mappe/portfolio";
import { progressStates } from "../../core/mappe/progress-state";
import { laender, sectors, sizeClasses, trackSchema } from "../../core/vocabulary";
import { fileTypes } from "../../documents/make-document";
import { membersDocumentKinds } from "../../documents/members/members-document-kinds";
import { organisationName } from "../../views/organisation-name";
import { filterNames } from "../../views/portfolio-search";
import type { ApiAccessGrant } from "../access/api-access";
import { sharedRows } from "../mappe/mappe-page";
import { membersReportFile } from "../mappe/members-report";
import { mappePath, openedMappe } from "./mappen";
import { comparisonSchema, gapsSchema, portfolioSchema } from "./mappe-schema";
import { keyedOperation, type ApiContext } from "./operation";
import { ApiProblem } from "./problem";

const subject = "mappen" as const;

const filters = {
  search: z.string().max(100).optional().describe("Part of a name."),
  track: trackSchema.optional(),
  land: z.enum(laender).optional(),
  sizeClass: z.enum([...sizeClasses.municipality, ...sizeClasses.sme]).optional(),
  sector: z.enum(sectors).optional(),
  stage: z.enum(["0", "1", "2", "3", "4", "none"]).optional().describe("Secured stage; none: no stage is printed."),
  state: z.enum(progressStates).optional(),
  round: z
    .string()
    .regex(/^[1-9]\d?$/)
    .optional()
    .describe("Number of the round that is under way, or was closed last."),
  dueBy: z.iso.date().optional().describe("Due again by this day."),
};
/** As many stand beside each other. */
const mostCompared = 3;

export const mappePortfolioOperations = [
  keyedOperation(
    "mappen:read",
    {
      ...{ id: "readPortfolio", subject, method: "get", path: "/mappen/{id}/portfolio", pathParameters: mappePath },
      query: {
        ...filters,
        sort: z.enum(sortKeys).default("due").describe("What is due first unless told. By value it is no ranking."),
        order: z.enum(["up", "down"]).default("up"),
        limit: z.coerce.number().int().min(1).max(500).default(100).describe("Entries of a page."),
        page: z.coerce.number().int().min(1).default(1),
      },
      success: { status: 200, json: portfolioSchema },
    },
    async ({ path, query }, context, visitor) => {
      const { sort, order, limit, page, ...asked } = query;
      const rows = await rowsOf(visitor, path.id, context);
      const nameOf = (row: PortfolioRow) => organisationName(row, context.locale);
      const given: Partial<PortfolioFilter> = asked;
      const filter = Object.fromEntries(filterNames.map((name) => [name, given[name] ?? ""])) as PortfolioFilter;
      const found = filterPortfolio(rows, filter, nameOf);
      const { collator } = context.locale;
      const sorted = sortPortfolio(found, { key: sort, isDescending: order === "down" }, (a, b) => collator.compare(nameOf(a), nameOf(b)));
      return {
        json: {
          ...{
            all: rows.length,
            found: found.length,
            medians: mediansOf(found).map(({ topics, ...medians }) => ({ ...medians, topics: Object.fromEntries(topics) })),
          },
          rows: sorted.slice((page - 1) * limit, page * limit).map(toRow),
          next: page * limit < found.length ? page + 1 : null,
        },
      };
    },
  ),

  keyedOperation(
    "mappen:read",
    {
      ...{ id: "readCommonGaps", subject, method: "get", path: "/mappen/{id}/gaps", pathParameters: mappePath },
      success: { status: 200, json: gapsSchema },
    },
    async ({ path }, context, visitor) => {
      const rows = await rowsOf(visitor, path.id, context);
      const measures = commonMeasures(rows, context.content, context.today).map(({ initiative, lifts, onlyOpen, of }) => ({
        ...{ initiative: initiative.id, lifts, onlyOpen, of },
      }));
      const organisations = rows.filter(({ summary }) => summary.answered > 0).length;
      const gaps = commonGaps(rows, context.content).map(({ track, modelVersion, dimension, item, low, open, applicable }) => ({
        ...{ track, modelVersion, dimension, item, low, open, applicable },
      }));
      return { json: { organisations, gaps, measures } };
    },
  ),

  keyedOperation(
    "mappen:read",
    {
      ...{ id: "compareInMappe", subject, method: "get", path: "/mappen/{id}/comparison", pathParameters: mappePath },
      query: {
        with: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .describe("Two or three ids of assessments in the Mappe; given once for each."),
      },
      success: { status: 200, json: comparisonSchema },
    },
    async ({ path, query }, context, visitor) => {
      const rows = await rowsOf(visitor, path.id, context);
      const wanted = [query.with ?? []].flat();
      const chosen = [...new Set(wanted)].flatMap((id) => rows.find((row) => row.id === id) ?? []);
      if (chosen.length < wanted.length || wanted.length < 2 || wanted.length > mostCompared)
        throw new ApiProblem("invalid-parameters", [{ path: "with", code: "unknown-value" }]);
      const comparable = isComparable(chosen);
      const differences = comparable ? Object.fromEntries(largestDifferences(chosen)) : null;
      return { json: { comparable, rows: chosen.map(toRow), differences } };
    },
  ),
  keyedOperation(
    "reports",
    {
      ...{ id: "readMembersReport", subject, method: "get", path: "/mappen/{id}/report", pathParameters: mappePath },
      query: { format: z.enum(membersDocumentKinds).default("pdf") },
      success: { status: 200, files: membersDocumentKinds.map((kind) => fileTypes[kind].type) },
      formats: membersDocumentKinds,
      problems: ["too-few", "busy"],
    },
    async ({ path, query: { format: kind } }, context, visitor) => {
      const mappe = await openedMappe(visitor, path.id);
      const file = await membersReportFile(mappe, { kind, language: context.locale.language }, context);
      if (!file) throw new ApiProblem("too-few");
      return { file };
    },
  ),
];

/** Of all in a Mappe those that are shared with it. @throws Problem */
async function rowsOf(visitor: ApiAccessGrant, id: string, { content, timeZone }: Pick<ApiContext, "content" | "timeZone">) {
  return sharedRows(await (await openedMappe(visitor, id)).members(content, timeZone));
}

function toRow({ id, track, modelVersion, organisation, changedOn, state, due, summary: { levels: _levels, ...summary } }: PortfolioRow) {
  return { id, name: organisation.name ?? null, track, modelVersion, organisation, changedOn, state, due, ...summary };
}
