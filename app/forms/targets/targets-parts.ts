import { z } from "zod";
import { targetSchema, type Target } from "../../core/rounds/target";
import type { DimensionId } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import type { Part, Typed } from "../part";

export const targetNames = (dimension: string) => ({ value: `${dimension}.value`, by: `${dimension}.by` });

const wholeNumber = z.string().trim().regex(/^\d{1,3}$/).transform(Number).pipe(targetSchema.shape.value); // prettier-ignore

/** One part for each topic: what it is to reach, and by when. Two empty inputs: no target. */
export function targetParts(dimensions: readonly DimensionId[], { messages }: Locale): Part[] {
  const { errors } = messages.rounds.targets;
  return dimensions.map((dimension) => {
    const names = targetNames(dimension);
    return {
      name: dimension,
      inputs: [names.value, names.by],
      read(typed) {
        const [value, by] = [typed[names.value]?.trim() ?? "", typed[names.by]?.trim() ?? ""];
        if (value === "" && by === "") return { value: undefined };
        const read = { value: wholeNumber.safeParse(value), by: targetSchema.shape.by.safeParse(by) };
        if (read.value.success && read.by.success) return { value: { value: read.value.data, by: read.by.data } satisfies Target };
        const wrong: Typed = {
          ...(!read.value.success && { [names.value]: errors.value }),
          ...(!read.by.success && { [names.by]: errors.by }),
        };
        return { errors: wrong };
      },
      write(stored) {
        const target = stored === undefined ? null : targetSchema.parse(stored);
        return { [names.value]: target ? String(target.value) : "", [names.by]: target?.by ?? "" };
      },
    };
  });
}
