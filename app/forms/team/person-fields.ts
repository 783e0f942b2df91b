import { z } from "zod";
import type { Person } from "../../core/agreement/team";
import { cleanText, textLimits } from "../../core/assessment/text";
import { askedItems, type Questionnaire } from "../../core/questionnaire/questionnaire";
import type { Depth } from "../../core/vocabulary";
import type { Messages } from "../../i18n/index";
import { textOf } from "../text-of";

/** What stands in the form of a person: topics that are given as a whole, and single questions of others. */
export type PersonFields = { name: string; until: string; topics: string[]; items: string[] };
export type PersonErrors = Partial<Record<"name" | "topics" | "until" | "address", string>>;

type Wish = Pick<Person, "name" | "items" | "until">;
type Asking = { questionnaire: Questionnaire; depth: Depth };

export const noPerson: PersonFields = { name: "", until: "", topics: [], items: [] };

export function toPersonFields({ name, until, items }: Wish, { questionnaire, depth }: Asking): PersonFields {
  const isGiven = new Set(items);
  const topics = questionnaire.dimensions.filter((dimension) => askedItems(dimension, depth).every(({ id }) => isGiven.has(id)));
  const ofTopics = new Set(topics.flatMap((topic) => topic.items.map(({ id }) => id)));
  return { name, until: until ?? "", topics: topics.map(({ id }) => id), items: items.filter((item) => !ofTopics.has(item)) };
}

/**
 * @param today ISO day: nobody is asked to answer before it. @param kept the day that stands already, which may have passed.
 * @returns what the form asks for, or what is wrong with each field, in words.
 */
export function readPerson(
  form: FormData,
  { questionnaire, depth }: Asking,
  { invite }: Messages["team"],
  today: string,
  kept: string | null = null,
): { wish: Wish } | { errors: PersonErrors; fields: PersonFields } {
  const chosen = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const [name, until] = [cleanText(textOf(form, "name")), textOf(form, "until").trim()];
  const fields = { name, until, topics: chosen("topics"), items: chosen("items") };
  const items = questionnaire.dimensions.flatMap((dimension) => {
    const isWhole = fields.topics.includes(dimension.id);
    return askedItems(dimension, depth).flatMap(({ id }) => (isWhole || fields.items.includes(id) ? [id] : []));
  });
  const isDay = z.iso.date().safeParse(until).success && (until >= today || until === kept);
  const errors: PersonErrors = {
    ...(name === "" && { name: invite.nameError }),
    ...(name.length > textLimits.name && { name: invite.nameTooLong }),
    ...(items.length === 0 && { topics: invite.itemsError }),
    ...(until !== "" && !isDay && { until: invite.untilError }),
  };
  return Object.keys(errors).length > 0 ? { errors, fields } : { wish: { name, items, until: until || null } };
}
