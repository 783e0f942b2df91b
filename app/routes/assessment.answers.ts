import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerFieldsSchema, toAnswer, toFields } from "../forms/answers/answer-fields";
import type { SaveResult } from "../browser/autosave";
import { versionTag } from "../core/assessment/answer";
import { askedItems } from "../core/questionnaire/questionnaire";
import { editable, refusal } from "../http/request";

const bodySchema = z.strictObject({ item: z.string(), seen: z.string(), fields: answerFieldsSchema });

export function loader(): never {
  throw refusal("not-found");
}

/** Saves one answer and acknowledges it once it is on disk. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const assessment = await editable(args);
  if (!args.request.headers.get("content-type")?.startsWith("application/json")) return say({ status: "refused", errors: {} }, 415);
  const body = bodySchema.safeParse(await args.request.json().catch(() => null));
  if (!body.success) return say({ status: "refused", errors: {} }, 400);

  const { item: id, seen, fields } = body.data;
  const questionnaire = args.context.content.questionnaires[assessment.track];
  const item = questionnaire.dimensions.flatMap((dimension) => askedItems(dimension, "full")).find((candidate) => candidate.id === id);
  if (!item) return say({ status: "refused", errors: {} }, 422);
  const result = toAnswer(fields, item);
  if ("errors" in result) return say({ status: "refused", errors: result.errors }, 422);

  const conflicts = await assessment.saveAnswers([{ item: id, seen, next: result.answer }]);
  if (!conflicts) throw refusal("no-access");
  const [conflict] = conflicts;
  if (conflict) return say({ status: "conflict", seen: versionTag(conflict.stored), stored: toFields(conflict.stored) }, 409);
  return say({ status: "saved", seen: versionTag(result.answer) }, 200);
}

function say(result: SaveResult, status: number): Response {
  return Response.json(result, { status, headers: { "Cache-Control": "no-store" } });
}
