import { nextQuarter } from "../../core/plan/days";
import { toReportFile } from "../../core/report-file";
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
    },
    async ({ body }, { content, reports, today, locale }) => {
      const assessment = readAssessment(body.value, content);
      const plan = { limits: null, done: [], firstDay: nextQuarter(today) };
      return { json: toReportFile(await reports.make({ assessment, date: today, weights: new Map(), plan }), locale.language) };
    },
  ),
];
