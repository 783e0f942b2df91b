import { answerSchema } from "../../core/assessment/answer";
import type { Part } from "../part";
import { answerInputs, answerNames, errorText, fieldsOf, toAnswer, toFields, type AnswerMessages } from "./answer-fields";

type Item = { id: string; allowsNotApplicable: boolean };
const kept = new WeakMap<AnswerMessages, WeakMap<Item, Part>>();

/** One part for each question: the answer with its reason and remarks. Made once for each, as long as the content stays the same. */
export function answerParts(items: Item[], messages: AnswerMessages): Part[] {
  const made = kept.get(messages) ?? new WeakMap<Item, Part>();
  kept.set(messages, made);
  return items.map((item) => {
    const part = made.get(item) ?? answerPart(item, messages);
    made.set(item, part);
    return part;
  });
}

function answerPart(item: Item, messages: AnswerMessages): Part {
  return {
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
  };
}
