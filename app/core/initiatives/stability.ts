import { oneRater, type RatingError } from "../certainty/rater-error";
import { createRater } from "../certainty/rating";
import { createRandom } from "../certainty/random";
import { byId } from "../entry-of";
import type { Questionnaire } from "../questionnaire/questionnaire";
import { createListMaker, type ListInput } from "./order";

/** In which share of the draws (0–1) an initiative is among the first five (method, section 7). */
export type Stability = { id: string; share: number };

const stabilityDraws = 1_000;
const places = 5;

/** @param seed see `seedOf`, @param error see `errorOf`: the draws are the first ones of the rating band. */
export function stabilityOf(
  questionnaire: Questionnaire,
  input: ListInput,
  seed: string,
  error: RatingError = oneRater,
  draws = stabilityDraws,
): Stability[] {
  const items = [...input.items];
  const draw = createRater(questionnaire, items, error, createRandom(seed));
  const maker = createListMaker(input);
  const levels = new Float64Array(items.length);
  const counts = new Map<string, number>();
  for (let turn = 0; turn < draws; turn += 1) {
    draw(levels);
    for (const { initiative } of maker.entries(levels, places)) counts.set(initiative.id, (counts.get(initiative.id) ?? 0) + 1);
  }
  return [...counts].map(([id, count]) => ({ id, share: count / draws })).sort((a, b) => b.share - a.share || byId(a, b));
}
