import { z } from "zod";
import { assess } from "../../core/assess";
import { toReportFile } from "../../core/report/report";
import { documentTypes, type DocumentFormat } from "./document-service";
import { keyedOperation, type ApiContext } from "./operation";
import { Problem } from "./problem";
import { reportFileSchema } from "./report-schema";

const json = "application/json";

/** @param formats that can be made besides JSON. */
export function reportOperations(formats: readonly DocumentFormat[]) {
  const offered = ["json", ...formats] as const;
  const typeOf = (format: (typeof offered)[number]) => (format === "json" ? json : documentTypes[format]);

  /** What the address says, else what the program likes best. @throws Problem where that cannot be made. */
  function choose(format: (typeof offered)[number] | undefined, accepts: ApiContext["accepts"]): (typeof offered)[number] {
    if (format) return format;
    const type = accepts(offered.map(typeOf));
    const chosen = offered.find((one) => typeOf(one) === type);
    if (!chosen) throw new Problem("not-acceptable");
    return chosen;
  }

  return [
    keyedOperation(
      "reports",
      {
        id: "readReport",
        subject: "reports",
        method: "get",
        path: "/assessments/{id}/report",
        pathParameters: { id: z.string().describe("Id of an assessment that this key has created.") },
        query: { format: z.enum(offered).optional().describe("Without it the Accept header decides.") },
        success: { status: 200, json: reportFileSchema, files: formats.map((format) => documentTypes[format]) },
        formats: offered,
        problems: ["not-acceptable"],
      },
      async ({ path, query }, { content, documents, now, speech, accepts }, visitor) => {
        const assessment = await visitor.read(path.id);
        if (!assessment) throw new Problem("not-found");
        const format = choose(query.format, accepts);
        const date = now.toISOString().slice(0, 10);
        if (format === "json") return { json: toReportFile(assess(assessment, content, date)) };
        return { file: await documents.make(assessment, { format, language: speech.language, date }) };
      },
    ),
  ];
}
