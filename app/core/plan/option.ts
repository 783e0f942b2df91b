import { byId } from "../entry-of";
import type { InitiativeKind, Range } from "../initiatives/initiative";
import { middleOf } from "../initiatives/middle";
import type { DimensionId } from "../vocabulary";

/** An initiative that may be chosen. Amounts are middles of their ranges, or their upper quarter points (see `PlanLimits`). */
export type Option = {
  id: string;
  kind: InitiativeKind;
  /** Euros and person-days, once. */
  costEuro: number;
  personDays: number;
  costRange: Range;
  effortRange: Range;
  /** From the end on, every year. */
  yearlyEuro: number;
  yearlyPersonDays: number;
  /** How long it takes: never more person-days in a quarter than there are. */
  quarters: number;
  /** The scored items it lifts, by place, each above where it stands. */
  lifts: { place: number; level: number }[];
  /** Whether it names who is responsible for AI, where nobody is, as far as is known. */
  namesResponsible: boolean;
  /** Duties due now that it answers, by id. */
  duties: string[];
  /** One of each of these must be finished before, by id; what today's answers or finished initiatives meet is left out. */
  needs: string[][];
  /** Points, 0–100, that a dimension must have before, where it does not have them today. */
  stages: { dimension: DimensionId; points: number }[];
  /** Its place in the order of the list; Infinity where it is not listed. */
  position: number;
};

/** An initiative and the quarter in which it starts; they count from 0. */
export type Place = { candidate: Option; start: number };

/** As it is told of: whatever it was planned with, amounts are the middles of the ranges. */
export const atMiddles = ({ candidate, start }: Place): Place => ({
  start,
  candidate: { ...candidate, costEuro: middleOf(candidate.costRange), personDays: middleOf(candidate.effortRange) },
});

/** As the list has them, and what it does not have at its end, by id. */
export const inListOrder = (a: Option, b: Option): number => a.position - b.position || byId(a, b);
