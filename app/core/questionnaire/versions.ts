import { z } from "zod";

/** Of a questionnaire's model: 1.2.3. */
export const versionSchema = z.string().regex(/^\d+\.\d+\.\d+$/);

/** Negative where `a` is older than `b`; both are of the form 1.2.3. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
