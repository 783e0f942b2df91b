import { answerSchema } from "../../core/assessment/answer";
import type { Part } from "../part";
import { answerInputs, answerNames, errorText, fieldsOf, toAnswer, toFields, type AnswerMessages } from "./answer-fields";

/** One part for each question: the answer with its reason and remarks. */
export function answerParts(items: { id: string; allowsNotApplicable: boolean }[], messages: AnswerMessages): Part[] {
  return items.map((item) => ({
    name: item.id,
    inputs: answerInputs.map((input) => answerNames(item.id)[input]),
    read(typed) {
      const result = toAnswer(fieldsOf(item.id, typed), item);
      if ("answer" in result) return { value: result.answer ?? undefined };
      const errors = answerInputs.flatMap((input) => {
        const error = result.errors[input];
        return error ? [[answerNames(item.id)[input], errorText(input, error, messages)] as const] : [];
      });
      return { errors: Object.fromEntries(errors) };
    },
    write(value) {
      const fields = toFields(value === undefined ? null : answerSchema.parse(value));
      return Object.fromEntries(answerInputs.map((input) => [answerNames(item.id)[input], fields[input]]));
    },
  }));
}
