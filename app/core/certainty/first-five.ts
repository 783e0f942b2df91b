import { pointsPerLevel } from "../score/dimension-score";
import { stageOf, tolerance } from "../score/stage";
import { entry } from "./at";
import type { SimulatedInitiative } from "./candidates";
import type { Draw } from "./draw";
import type { UncertaintyModel } from "./model";

const placeCount = 5;

/** Says which candidates a draw puts among the first five. */
export type FirstFive = (draw: Draw) => Int32Array;

/**
 * The order of section 7, made anew from a draw: gains from its levels and weights, requirements from the stages
 * of its dimensions. Rater noise moves the levels; an open item counts as level 0 before and after, as it does in
 * `recommend`, since what nobody knows cannot be assumed to be there.
 * @returns a function that gives the indices of candidates in their order, −1 for a place nobody takes, always in
 * the same array.
 */
export function createFirstFive({ dimensions, candidates, itemCount }: UncertaintyModel): FirstFive {
  const levelWorths = new Float64Array(itemCount);
  const places = new Int32Array(placeCount);
  const gains = new Float64Array(placeCount);
  const firstOptional = candidates.filter(({ legalDuty }) => legalDuty).length;

  return (draw) => {
    setLevelWorths(draw);
    places.fill(-1);
    let taken = 0;
    let duties = 0;
    for (let index = 0; index < candidates.length; index += 1) {
      const candidate = candidates[index] as SimulatedInitiative;
      // Whatever comes after the duties stays behind them.
      if (index === firstOptional) duties = taken;
      const gain = gainOf(candidate, draw);
      if (!(gain > tolerance && isReached(candidate, draw))) continue;
      const gainPerDay = gain / candidate.personDays;
      let place = taken;
      while (place > duties && entry(gains, place - 1) < gainPerDay) place -= 1;
      if (place === placeCount) continue;
      places.copyWithin(place + 1, place);
      gains.copyWithin(place + 1, place);
      places[place] = index;
      gains[place] = gainPerDay;
      taken = Math.min(taken + 1, placeCount);
    }
    return places;
  };

  /** Points of the overall value that one level of each item is worth: gains are linear, so this is all they need. */
  function setLevelWorths({ itemWeights, itemWeightSums, dimensionWeights }: Draw): void {
    let allWeights = 0;
    for (const weight of dimensionWeights) allWeights += weight;
    let item = 0;
    for (let index = 0; index < dimensions.length; index += 1) {
      const share = entry(dimensionWeights, index) / allWeights;
      const end = item + (dimensions[index]?.items.length as number);
      for (; item < end; item += 1)
        levelWorths[item] = pointsPerLevel * (share * (entry(itemWeights, item) / entry(itemWeightSums, index)));
    }
  }

  function gainOf({ lifts }: SimulatedInitiative, { levels }: Draw): number {
    let gain = 0;
    for (const { item, level } of lifts) {
      const from = entry(levels, item);
      if (level > from) gain += (level - from) * entry(levelWorths, item);
    }
    return gain;
  }

  function isReached({ requires }: SimulatedInitiative, { points }: Draw): boolean {
    for (const { dimension, stage } of requires) if (stageOf(entry(points, dimension)) < stage) return false;
    return true;
  }
}
