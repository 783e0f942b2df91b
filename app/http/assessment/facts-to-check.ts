import { isOpen } from "../../core/rounds/round";
import type { Editable } from "../access/assessment-access";

/**
 * The number of the round that facts come from where they stand as it left them, and nobody has looked at them in the one under way:
 * what was so then may be so no more. Null where nothing is to be checked.
 */
export async function factsToCheck(assessment: Editable): Promise<number | null> {
  if (Object.keys(assessment.facts).length === 0) return null;
  const rounds = await assessment.rounds();
  if (rounds.closed.length === 0 || !isOpen(rounds)) return null;
  return (await assessment.areFactsChecked()) ? null : rounds.closed.length;
}
