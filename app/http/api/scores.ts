import { toReportFile } from "../../core/report-file";
import { reportInputOf } from "../../core/report-input";
import { assessmentFileSchema, readAssessment } from "./assessment-input";
import { keyedOperation } from "./operation";
import { reportFileSchema } from "./report-schema";

export const scoreOperations = [
  keyedOperation(
    "score",
    {
      id: "score",
      subject: "scores",
      method: "post",
      path: "/scores",
      body: assessmentFileSchema,
      success: { status: 200, json: reportFileSchema },
      problems: ["busy"],
    },
    async ({ body }, context) => {
      const { content, reports, today, locale } = context;
      const whole = await readAssessment(body, context);
      return { json: toReportFile(await reports.make(reportInputOf(whole, content, today)), locale.language, whole) };
    },
  ),
];
