import { z } from "zod";
import { daysAfter } from "../../core/day";
import { mostParticipants, type ItemChoice } from "../../core/workshop/workshop";
import type { Messages } from "../../i18n/index";
import { textOf } from "../text-of";

/** What stands in the form that opens a workshop. */
export type WorkshopFields = { which: string; most: string; until: string };
export type WorkshopErrors = Partial<Record<keyof WorkshopFields, string>>;

const longestDays = 30;
const fixedChoices = ["all", "spread", "open"] as const;

/** @param choices what can be chosen, with the questions it means. @param today ISO day. @returns what is wished, or what is wrong, in words. */
export function readWorkshop(
  form: FormData,
  itemsOf: (choice: ItemChoice) => string[],
  { open: words }: Messages["workshop"],
  today: string,
): { wish: { items: string[]; mostPeople: number; until: string } } | { errors: WorkshopErrors; fields: WorkshopFields } {
  const fields = { which: textOf(form, "which"), most: textOf(form, "most").trim(), until: textOf(form, "until").trim() };
  const fixed = fixedChoices.find((choice) => choice === fields.which);
  const items = fields.which === "" ? [] : itemsOf(fixed ?? { dimension: fields.which });
  const most = z.coerce.number().int().min(2).max(mostParticipants).safeParse(fields.most);
  const until = z.iso.date().safeParse(fields.until);
  const isDay = until.success && until.data >= today && until.data <= daysAfter(today, longestDays);
  const errors: WorkshopErrors = {
    ...(items.length === 0 && { which: words.whichError }),
    ...(!most.success && { most: words.mostError }),
    ...(!isDay && { until: words.untilError }),
  };
  if (!most.success || !until.success || Object.keys(errors).length > 0) return { errors, fields };
  return { wish: { items, mostPeople: most.data, until: until.data } };
}
