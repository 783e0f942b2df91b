import { assess } from "../../core/assess";
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
    ({ body }, { content, now }) => ({
      json: toReportFile(assess(readAssessment(body.value, content), content, now.toISOString().slice(0, 10))),
    }),
  ),
];
