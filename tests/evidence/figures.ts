import { tolerance } from "../../app/core/score/stage";
import type { Case } from "./world";

/** Shares 0–1; bias, error and width in points of 0–100. */
export type Figures = {
  /** Printed value minus the value of the truth: its mean, and the root of its mean square. */
  bias: number;
  error: number;
  /** Share of organisations that get a number. */
  numbered: number;
  /** Share whose rating band holds the value of the true levels of what was answered. */
  bandHolds: number;
  /** Mean width of the rating band. */
  width: number;
  /** Share whose range of open answers holds the value of the whole truth. */
  rangeHolds: number;
  /** The same for the band with the open answers on top. */
  bothHold: number;
};

export function figuresOf(cases: readonly Case[]): Figures {
  const errors = cases.map(({ said, truth }) => said.lower - truth);
  return {
    bias: mean(errors),
    error: Math.sqrt(mean(errors.map((error) => error * error))),
    numbered: shareOf(cases, ({ said }) => said.isPrinted),
    bandHolds: shareOf(cases, ({ rating, truthOfAnswered }) => isWithin(truthOfAnswered, rating.overall.low, rating.overall.high)),
    width: mean(cases.map(({ rating }) => rating.overall.high - rating.overall.low)),
    rangeHolds: shareOf(cases, ({ said, truth }) => isWithin(truth, said.lower, said.upper)),
    bothHold: shareOf(cases, ({ said, rating, truth }) =>
      isWithin(truth, rating.overall.low, Math.min(100, rating.overall.high + 100 * (1 - said.coverage))),
    ),
  };
}

/** What is said of the secured stage, and what is true of it. All shares 0–1; NaN of none. */
export type SecuredFigures = { cases: number; stated: number; right: number; amongTheTwoNamed: number };

/** All cases, and apart those called stable, likely and borderline. */
export function securedFiguresOf(cases: readonly Case[]): Record<"all" | "stable" | "likely" | "borderline", SecuredFigures> {
  const percent = ({ rating }: Case) => Math.round(100 * rating.secured.share);
  return {
    all: securedFigures(cases),
    stable: securedFigures(cases.filter((one) => percent(one) >= 90)),
    likely: securedFigures(cases.filter((one) => percent(one) >= 67 && percent(one) < 90)),
    borderline: securedFigures(cases.filter((one) => percent(one) < 67)),
  };
}

function securedFigures(cases: readonly Case[]): SecuredFigures {
  return {
    cases: cases.length,
    stated: mean(cases.map(({ rating }) => rating.secured.share)),
    right: shareOf(cases, ({ rating, trueSecured }) => rating.secured.stage === trueSecured),
    amongTheTwoNamed: shareOf(cases, ({ rating: { secured }, trueSecured }) =>
      [secured.stage, secured.other?.stage].includes(trueSecured ?? undefined),
    ),
  };
}

/** How often the sentences of the quick check are true of the full one, answered truly. Shares 0–1; NaN of none. */
export type QuickFigures = { expected: number; belowHalf: number; halfOrMore: number; holdingBack: number };

export function quickFiguresOf(cases: readonly Case[]): QuickFigures {
  const said = (verdict: "below-half" | "half-or-more") => cases.filter(({ quick }) => quick.verdict === verdict);
  const expecting = cases.filter(({ quick }) => quick.expected !== null);
  const heldBack = cases.filter(({ quick, trueSecured }) => quick.holdingBack.length > 0 && trueSecured !== null);
  return {
    expected: shareOf(expecting, ({ quick: { expected }, truth }) => expected !== null && isWithin(truth, expected.low, expected.high)),
    belowHalf: shareOf(said("below-half"), ({ truth }) => truth < 50 - tolerance),
    halfOrMore: shareOf(said("half-or-more"), ({ truth }) => truth >= 50 - tolerance),
    holdingBack: shareOf(heldBack, ({ trueSecured }) => (trueSecured ?? 0) <= 2),
  };
}

const isWithin = (value: number, low: number, high: number): boolean => value >= low - tolerance && value <= high + tolerance;

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const shareOf = (cases: readonly Case[], isSo: (one: Case) => boolean): number => mean(cases.map((one) => (isSo(one) ? 1 : 0)));
