import type { Respondent } from "../agreement/team";
import { sameItems } from "../assessment/model-versions";
import { isAnswered } from "../assessment/answer";
import { standingsOf, type Standing } from "../assessment/standing";
import { weightsByDimension, type Weights } from "../assessment/whole-assessment";
import { modelOf, type Content } from "../content";
import { askedItems, itemsOf } from "../questionnaire/questionnaire";
import { pointsPerLevel, scoredItems, type ScoredAssessment, type ScoredItem } from "../score/scored-items";
import { tolerance } from "../score/stage";
import { valueOf, type Value } from "../score/value";
import type { DimensionId, Track } from "../vocabulary";

/** What of a round moves a number or tells what was done; its answers are those that count, see `agreedAnswers`. */
export type RoundInput = ScoredAssessment & {
  track: Track;
  modelVersion: string;
  weights: Weights;
  /** Items that wait for somebody to confirm what was answered before. */
  waiting: string[];
  /** Initiatives that the plan has marked as done. */
  done: string[];
  /** Who has answered, see `respondentsOf`. */
  respondents: Respondent[];
};

/**
 * Y₂ − Y₁ in its two parts (method, section 8), over the comparable items and with the weights of the later round.
 * Points, unrounded.
 */
export type PartedChange = {
  before: Value;
  after: Value;
  total: number;
  /** What was answered in both rounds, and otherwise. */
  changed: number;
  /** The rest: answers that were open, or became so, or do not apply. Never called progress. */
  clarified: number;
};

export type ItemChangeKind = "better" | "worse" | "answered" | "opened" | "not-applicable" | "applicable";
export type ItemChange = { item: string; dimension: DimensionId; kind: ItemChangeKind; from: Standing; to: Standing };

export type RoundChange = {
  /** Items of the later round: those that can be compared, and those that it asks and that cannot. */
  comparable: string[];
  incomparable: string[];
  /** Items that can be compared once somebody has confirmed them. */
  waiting: string[];
  /** null where nothing comparable applies. */
  overall: PartedChange | null;
  /** Whether what changed is more than answering again would do anyway. */
  isBeyondNoise: boolean;
  threshold: number;
  dimensions: { id: DimensionId; change: PartedChange | null }[];
  items: ItemChange[];
  /** Initiatives that were done meanwhile. */
  done: string[];
};

/** From how many points on "changed" is called a change (method, section 8). */
const changeThresholds = { samePeople: 5, otherPeople: 13 } as const;

/**
 * What changed from one round to a later one.
 * @param isRunning whether the later one is still under way: then only what has been answered in it is compared.
 */
export function changeBetween(
  earlier: RoundInput,
  later: RoundInput,
  { samePeople, isRunning }: { samePeople: boolean; isRunning: boolean },
  content: Pick<Content, "models">,
): RoundChange {
  const model = modelOf(content, later);
  const asked = model.dimensions.flatMap((dimension) =>
    askedItems(dimension, later.depth).map(({ id }) => ({ id, dimension: dimension.id })),
  );
  const modelBefore = modelOf(content, earlier);
  const askedBefore = new Set(itemsOf(modelBefore, earlier.depth).map(({ id }) => id));
  const same = sameItems(earlier.modelVersion, later.modelVersion, content.models[later.track]);
  const before = standingsOf(modelBefore, earlier);
  const isShared = (item: string) => askedBefore.has(same.get(item) ?? "");
  const isWaiting = (item: string) => isRunning && later.waiting.includes(item) && !isAnswered(later.answers[item]);
  const shared = asked.filter(({ id }) => isShared(id));
  const compared = shared.filter(({ id }) => !isWaiting(id));
  const standingBefore = (item: string): Standing => before.get(same.get(item) ?? "") ?? "open";
  const after = standingsOf(model, later);

  const weighted = weightedItems(later, content);
  const pairs = compared.map(({ id, dimension }) => ({
    ...{ id, dimension, weight: weighted.get(id) ?? 0 },
    from: standingBefore(id),
    to: after.get(id) ?? "open",
  }));
  const overall = partedChange(pairs);
  const threshold = samePeople ? changeThresholds.samePeople : changeThresholds.otherPeople;
  return {
    comparable: compared.map(({ id }) => id),
    incomparable: asked.filter(({ id }) => !isShared(id)).map(({ id }) => id),
    waiting: shared.filter(({ id }) => isWaiting(id)).map(({ id }) => id),
    overall,
    isBeyondNoise: overall !== null && Math.abs(overall.changed) >= threshold - tolerance,
    threshold,
    dimensions: model.dimensions.map(({ id }) => ({ id, change: partedChange(pairs.filter(({ dimension }) => dimension === id)) })),
    items: pairs.flatMap(({ id, dimension, from, to }) => {
      const kind = kindOf(from, to);
      return kind ? [{ item: id, dimension, kind, from, to }] : [];
    }),
    done: later.done.filter((id) => !earlier.done.includes(id)),
  };
}

/** The weight of every asked item of the later round, as if all of them applied. */
function weightedItems(later: RoundInput, content: Pick<Content, "models">): ReadonlyMap<string, number> {
  const items = scoredItems(modelOf(content, later), { ...later, answers: {} }, weightsByDimension(later.weights));
  return new Map(items.map(({ id, weight }) => [id, weight]));
}

type Pair = { id: string; dimension: DimensionId; weight: number; from: Standing; to: Standing };

function partedChange(pairs: Pair[]): PartedChange | null {
  const [before, after] = [valueOf(itemsAt(pairs, "from")), valueOf(itemsAt(pairs, "to"))];
  if (!before || !after) return null;
  const applicable = pairs.reduce((sum, { weight, to }) => (to === "na" ? sum : sum + weight), 0);
  const raised = pairs.reduce(
    (sum, { weight, from, to }) => (typeof from === "number" && typeof to === "number" ? sum + weight * (to - from) : sum),
    0,
  );
  const changed = (pointsPerLevel * raised) / applicable;
  const total = after.lower - before.lower;
  const clarified = Math.abs(total - changed) <= tolerance ? 0 : total - changed;
  return { before, after, total, changed, clarified };
}

function itemsAt(pairs: Pair[], when: "from" | "to"): ScoredItem[] {
  return pairs.flatMap(({ id, dimension, weight, [when]: standing }) =>
    standing === "na" ? [] : [{ id, dimension, weight, share: weight, level: standing === "open" ? null : standing, evidence: false }],
  );
}

function kindOf(from: Standing, to: Standing): ItemChangeKind | null {
  if (from === to) return null;
  if (to === "na") return "not-applicable";
  if (from === "na") return "applicable";
  if (from === "open") return "answered";
  if (to === "open") return "opened";
  return to > from ? "better" : "worse";
}
