import { z } from "zod";
import { toReportFile } from "../../core/report-file";
import { documentKinds, inclusions, isWritten, withoutThose, type DocumentKind } from "../../documents/document-options";
import { paperSchema } from "../../documents/papers/paper";
import { fileTypes } from "../../documents/make-document";
import { tableIds } from "../../documents/sheets/tables/table";
import type { Brand } from "../../core/brand/brand";
import type { ApiAccessGrant } from "../access/api-access";
import { documentOf } from "../assessment/document-of";
import { withBrand } from "../mappe/looks";
import { reportOf } from "../assessment/report-of";
import { atRound } from "../assessment/round-of";
import { ownOrShared } from "./assessments";
import { keyedOperation, type ApiContext } from "./operation";
import { ApiProblem } from "./problem";
import { reportFileSchema } from "./report-schema";

const formats = ["json", ...documentKinds] as const;
type Format = (typeof formats)[number];

const plainType = (kind: DocumentKind) => fileTypes[kind].type.split(";")[0] ?? "";
const typeOf = (format: Format) => (format === "json" ? "application/json" : plainType(format));

/** What the address says, else what the program likes best. @throws Problem where that cannot be made. */
function choose(format: Format | undefined, accepts: ApiContext["accepts"]): Format {
  if (format) return format;
  const type = accepts([...new Set(formats.map(typeOf))]);
  const chosen = formats.find((one) => typeOf(one) === type);
  if (!chosen) throw new ApiProblem("not-acceptable");
  return chosen;
}

const part = z.enum(inclusions);

/** The names of what a format has no use for, and would leave unsaid. */
export function unusedOptions(
  format: Format,
  { without, table, paper }: { without?: unknown; table?: unknown; paper?: unknown },
): string[] {
  return [
    ...(without !== undefined && format === "json" ? ["without"] : []),
    ...(paper !== undefined && (format === "json" || !isWritten(format)) ? ["paper"] : []),
    ...(table !== undefined && format !== "csv" && format !== "csv-plain" ? ["table"] : []),
  ];
}

/** @throws Problem that names what a format has no use for. */
function refuseWithout(format: Format, given: { without?: unknown; table?: unknown; paper?: unknown }): void {
  const unused = unusedOptions(format, given);
  if (unused.length > 0)
    throw new ApiProblem(
      "invalid-parameters",
      unused.map((path) => ({ path, code: "unknown-key" })),
    );
}

/** @throws Problem where the assessment is in no such Mappe of this key. @returns null where that has no brand. */
async function lookIn({ mappen }: ApiAccessGrant, assessmentId: string, mappe: string): Promise<Brand | null> {
  if (!(await mappen.holds(mappe, assessmentId))) throw new ApiProblem("invalid-parameters", [{ path: "mappe", code: "unknown-value" }]);
  return (await mappen.open(mappe))?.brand() ?? null;
}

export const reportOperations = [
  keyedOperation(
    "reports",
    {
      id: "readReport",
      subject: "reports",
      method: "get",
      path: "/assessments/{id}/report",
      pathParameters: { id: ownOrShared },
      query: {
        format: z.enum(formats).optional().describe("Without it the Accept header decides."),
        without: z
          .union([part, z.array(part)])
          .optional()
          .describe("What a document leaves out; may be given several times. Not with JSON, which is always whole."),
        paper: paperSchema
          .optional()
          .describe(
            "Which paper a PDF, Word or OpenDocument text file is; for municipalities the report, for enterprises the owner's page unless told.",
          ),
        round: z
          .string()
          .regex(/^[1-9]\d?$/)
          .optional()
          .describe("Number of a closed round: its report instead of today's, as it was when it was closed."),
        mappe: z
          .string()
          .optional()
          .describe("Id of a Mappe of this key that the assessment is in: the document looks as that has set, not as the assessment has."),
        table: z.enum(tableIds).optional().describe("Which table a CSV file holds; scores unless told. With CSV only."),
      },
      success: { status: 200, json: reportFileSchema, files: [...new Set(documentKinds.map(plainType))] },
      formats,
      problems: ["not-acceptable", "busy"],
    },
    async ({ path, query }, context, visitor) => {
      const stored = await visitor.read(path.id);
      const found = stored && (await atRound(stored, query.round ?? null, context.today));
      if (!found) throw new ApiProblem("not-found");
      const { today } = found;
      const look = query.mappe === undefined ? null : await lookIn(visitor, path.id, query.mappe);
      const assessment = withBrand(found.assessment, look);
      const { locale, accepts, content, reports, documents, origin, now } = context;
      const format = choose(query.format, accepts);
      refuseWithout(format, query);
      if (format === "json") {
        const { report } = await reportOf(assessment, new Map(), { content, reports, today });
        return { json: toReportFile(report, locale.language, { brand: await assessment.brand() }) };
      }
      const include = withoutThose([query.without ?? []].flat());
      const options = {
        kind: format,
        paper: query.paper ?? null,
        language: locale.language,
        include,
        table: query.table ?? ("scores" as const),
      };
      return { file: await documentOf(assessment, options, new Map(), { content, reports, documents, origin, now, today }) };
    },
  ),
];
