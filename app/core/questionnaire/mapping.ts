import { z } from "zod";
import { ownValue } from "../entry-of";
import { idSchema } from "../vocabulary";
import { versionSchema } from "./versions";

const carries = ["same", "review"] as const;

/**
 * What an answer to an item of the version before is worth: `same`, it answers the item of the same id; `review`, it is
 * shown there, to be confirmed; `none`, it says nothing any more. An item with another id names it.
 */
const carriedSchema = z.union([z.enum([...carries, "none"]), z.strictObject({ to: idSchema, carries: z.enum(carries) })]);

/** How answers to one version of a questionnaire become answers to the next. */
export const mappingSchema = z.strictObject({ from: versionSchema, items: z.record(idSchema, carriedSchema) });
export type Mapping = z.infer<typeof mappingSchema>;

/** Where an answer goes; null: nowhere. */
export function destinationOf({ items }: Mapping, item: string): { to: string; carries: (typeof carries)[number] } | null {
  const carried = ownValue(items, item);
  if (carried === undefined || carried === "none") return null;
  return typeof carried === "string" ? { to: item, carries: carried } : carried;
}
