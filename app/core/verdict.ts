import { isUnknown, type Answers } from "./assessment/answer";
import { isDue, type ApplicableDuty } from "./duties/find-duties";
import type { Initiative } from "./initiatives/initiative";
import { gatesOf, type Questionnaire } from "./questionnaire/questionnaire";
import type { ScoredItem } from "./score/scored-items";
import type { AiUse, DimensionId, Track } from "./vocabulary";

/** How AI is used, as far as answers say: the rank of the verb from 0 (not at all) to 4 (in several areas). */
export type Use = { kind: "rank"; rank: 0 | 1 | 2 | 3 | 4 } | { kind: "unmanaged" } | { kind: "unknown" };

/** `needed`: a duty, or an initiative of kind `use`, asks for it. */
export type Gap = { item: string; open: boolean; needed: boolean };

/** The one sentence about an organisation, before it is put in words; composed from answers, never from a mean. */
export type Verdict = { use: Use; strengths: string[]; gaps: Gap[] };

/** Whether AI is in use: in the sentence that is the verb. */
export const useItem = "use-case-operation";
const told = 3;

/**
 * Of what is missing it names first what a duty asks for, then what nobody knows, then what the more initiatives of kind
 * `use` require: rules and a person come before aims and money (method, section 7).
 * @param items see `scoredItems`.
 * @param duties as they stand for the organisation.
 */
export function verdictOf(
  questionnaire: Questionnaire,
  track: Track,
  aiUse: AiUse,
  answers: Answers,
  items: ScoredItem[],
  duties: ApplicableDuty[],
  initiatives: readonly Initiative[],
): Verdict {
  const gates = new Set(gatesOf(questionnaire));
  const dutyItems = new Set(duties.filter(isDue).flatMap(({ duty }) => duty.fulfilledBy[track] ?? []));
  const strong = items.filter(({ level }) => level !== null && level >= 3);
  const rankOfStrength = ({ evidence, dimension }: ScoredItem) => 2 * Number(evidence) + Number(gates.has(dimension));
  const weak = items.filter(({ level }) => level === null || level <= 1);
  const uses = initiatives.filter(({ kind, tracks }) => kind === "use" && tracks.includes(track));
  const waitingFor = ({ id, level }: ScoredItem) =>
    uses.filter(({ requires }) => requires.items.some((need) => need.item === id && need.level > (level ?? 0))).length;
  const isNeeded = (item: ScoredItem) => dutyItems.has(item.id) || waitingFor(item) > 0;
  const rankOfGap = (item: ScoredItem) =>
    dutyItems.has(item.id) ? 200 : isUnknown(answers[item.id]) ? 100 : 5 * waitingFor(item) + 4 - (item.level ?? 4);
  return {
    use: usageOf(aiUse, items),
    strengths: onePerTopic(sortBy(strong, rankOfStrength)).map(({ id }) => id),
    gaps: onePerTopic(sortBy(weak, rankOfGap)).map((item) => ({ item: item.id, open: item.level === null, needed: isNeeded(item) })),
  };
}

/** What was said of the use of AI decides; the item speaks only where nobody knows. */
function usageOf(aiUse: AiUse, items: ScoredItem[]): Use {
  const level = items.find(({ id }) => id === useItem)?.level ?? null;
  if (aiUse === "unmanaged") return { kind: "unmanaged" };
  if (aiUse === "none") return { kind: "rank", rank: level === 1 ? 1 : 0 };
  if (aiUse === "trial") return { kind: "rank", rank: 2 };
  if (aiUse === "operation") return { kind: "rank", rank: level === 4 ? 4 : 3 };
  return level === null || level === 0 ? { kind: "unknown" } : { kind: "rank", rank: level };
}

/** Greatest first, equal ones in model order. */
const sortBy = (items: ScoredItem[], rank: (item: ScoredItem) => number) => items.toSorted((a, b) => rank(b) - rank(a));

function onePerTopic(items: ScoredItem[]): ScoredItem[] {
  const seen = new Set<DimensionId>();
  return items.filter(({ dimension }) => !seen.has(dimension) && seen.add(dimension)).slice(0, told);
}
