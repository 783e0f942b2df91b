import { z } from "zod";
import { weightsSchema } from "../../core/assessment/whole-assessment";
import { dimensionIds } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { fieldPart, type Part } from "../part";

/** A weight as a list of choices sends it, also one that a program has given and the list does not usually offer. */
const typedWeight = z.string().regex(/^\d+(\.\d+)?$/).transform(Number).pipe(weightsSchema.valueType); // prettier-ignore

/** One part for each topic: how much it counts, relative to the others; 1, the questionnaire's own, is not kept. */
export const weightParts = ({ messages }: Locale): Part[] =>
  dimensionIds.map((dimension) => {
    const part = fieldPart(dimension, typedWeight, messages.report.weights.error, { usual: "1" });
    return {
      ...part,
      read(typed) {
        const read = part.read(typed);
        return "value" in read && read.value === 1 ? { value: undefined } : read;
      },
    };
  });
