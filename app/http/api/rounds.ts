import { z } from "zod";
import { beginRound } from "../../core/rounds/begin-round";
import type { RoundOutcome } from "../../../db/rounds";
import { canCloseOn } from "../assessment/rounds-page";
import { assessmentFileSchema } from "./assessment-input";
import { editableOf, ownOrShared, toAnswer } from "./assessments";
import { keyedOperation } from "./operation";
import { ApiProblem } from "./problem";
import { readAs } from "./read-as";

const pathParameters = { id: ownOrShared };
const number = z.coerce
  .number()
  .int()
  .min(1)
  .describe("Number of the round. One that is not under way is refused, so a repeated request does nothing.");
const success = { status: 200, json: assessmentFileSchema, headers: { ETag: "Tag of this version, for If-Match." } } as const;

export const closingSchema = z
  .strictObject({
    date: z.iso.date().optional().describe("Day on which the round ends: not before the last one, not in the future. Today unless told."),
    samePeople: z
      .boolean()
      .default(false)
      .describe("Whether those answered who had answered in the round before: smaller differences are then more than noise."),
  })
  .describe("How a round ends.");

export const roundOperations = [
  keyedOperation(
    "assessments:write",
    {
      id: "closeRound",
      subject: "assessments",
      method: "post",
      path: "/assessments/{id}/rounds/{number}/close",
      pathParameters: { ...pathParameters, number },
      body: closingSchema,
      success,
      problems: ["round-not-so", "too-many-rounds"],
    },
    async ({ path, body }, { content, today }, visitor) => {
      const assessment = await editableOf(visitor, path.id);
      const { date = today, samePeople } = readAs(closingSchema, body);
      if (!canCloseOn(date, await assessment.rounds(), today))
        throw new ApiProblem("invalid-input", [{ path: "date", code: "unknown-value" }]);
      checkOutcome(await assessment.closeRound(path.number, { closedOn: date, samePeople, contentVersion: content.version }));
      return toAnswer(await editableOf(visitor, path.id));
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      id: "beginRound",
      subject: "assessments",
      method: "post",
      path: "/assessments/{id}/rounds/{number}/begin",
      pathParameters: { ...pathParameters, number },
      success,
      problems: ["round-not-so"],
    },
    async ({ path }, { content }, visitor) => {
      const assessment = await editableOf(visitor, path.id);
      const { modelVersion } = content.questionnaires[assessment.track];
      checkOutcome(await assessment.beginRound(path.number, (whole) => beginRound(whole, modelVersion, content.models[whole.track])));
      return toAnswer(await editableOf(visitor, path.id));
    },
  ),
];

/** @throws Problem where nothing was done; null: the assessment has been removed meanwhile. */
function checkOutcome(outcome: RoundOutcome | null): void {
  if (outcome === null) throw new ApiProblem("not-found");
  if (outcome !== "done") throw new ApiProblem(outcome === "too-many" ? "too-many-rounds" : "round-not-so");
}
