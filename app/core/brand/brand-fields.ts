import { brandSchema, noBrand, type Brand } from "./brand";

/** Field by field, for `mergeFields`; what is as it is without a brand is no field. */
export function brandFields(brand: Brand | null): Record<string, unknown> {
  const usual: Record<string, unknown> = noBrand;
  return Object.fromEntries(Object.entries(brand ?? {}).filter(([name, value]) => value !== usual[name]));
}

/** @returns the brand of all fields, or null where there is none. @throws ZodError where a field is not as the schema has it. */
export function toBrand(fields: Record<string, unknown>): Brand | null {
  return Object.keys(fields).length === 0 ? null : brandSchema.parse(fields);
}
