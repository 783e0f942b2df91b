import type { Readable } from "../access/assessment-access";
import type { MappeLook } from "../access/mappe-access";
import { refusal } from "../request";
import type { Brand } from "../../core/brand/brand";

/** An assessment whose documents look as a Mappe has set, in place of how they look by themselves. */
export const withBrand = (assessment: Readable, brand: Brand | null): Readable =>
  brand ? { ...assessment, brand: () => Promise.resolve(brand) } : assessment;

type Visitor = { mappen: { looksOf(assessmentId: string): Promise<MappeLook[]> } };

/**
 * The same as an address asks for it.
 * @param mappe id of a Mappe through which this visitor opens the assessment; empty or null: its own look.
 * @throws a refusal where there is none, or it has no brand.
 */
export async function inLook(assessment: Readable, mappe: string | null, { mappen }: Visitor): Promise<Readable> {
  if (!mappe) return assessment;
  const look = (await mappen.looksOf(assessment.id)).find(({ id }) => id === mappe);
  if (!look) throw refusal("not-found");
  return withBrand(assessment, look.brand);
}
