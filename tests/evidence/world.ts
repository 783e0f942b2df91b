import type { Answers } from "../../app/core/assessment/answer";
import { quickOutlook, type QuickOutlook } from "../../app/core/certainty/quick-check";
import { createRandom, type Random } from "../../app/core/certainty/random";
import { oneRater, twoRaters } from "../../app/core/certainty/rater-error";
import { rate, type Rating } from "../../app/core/certainty/rating";
import { hash } from "../../app/core/certainty/seed";
import { scoreDimensions } from "../../app/core/score/dimension-score";
import { scoreOverall, type OverallScore } from "../../app/core/score/overall-score";
import { scoredItems, type ScoredItem } from "../../app/core/score/scored-items";
import { isPrinted, valueOf, type Value } from "../../app/core/score/value";
import type { Stage } from "../../app/core/score/stage";
import type { Depth } from "../../app/core/vocabulary";
import { standardModel } from "../support/standard-model";
import { drawOrganisation, type Strength, type Truth } from "./organisations";
import { agreed, answersFrom, drawOpen, drawRatings, type Leniency, type Unknown } from "./raters";

/** Where it is known what is really there. */
export type World = {
  strength: Strength;
  leniency: Leniency;
  unknown: Unknown;
  people: 1 | 2;
  /** Whether every answer names evidence; nobody becomes more careful by it here. */
  evidence: boolean;
};

/** How much is computed: organisations of a world, and draws of each rating band. */
export type Size = { organisations: number; draws: number };

/** What the product says of one organisation, and what it would say had the questions been answered truly. */
export type Case = {
  said: Value & { isPrinted: boolean };
  rating: Rating;
  /** The value with all 36 items answered truly, and with those answered truly that were answered at all. */
  truth: number;
  truthOfAnswered: number;
  /** Of the truth; null where too much is open for a stage. */
  trueSecured: Stage | null;
  /** Share of the answers that are the true level. */
  right: number;
  quick: QuickOutlook;
};

const model = standardModel();

/** The same organisations in every world of one strength, so that worlds differ by what is changed in them. */
export function casesOf(world: World, { organisations, draws }: Size): Case[] {
  return Array.from({ length: organisations }, (_, number) => {
    const random = createRandom(seedFor(`organisation ${number}`));
    const truth = drawOrganisation(model, world.strength, random);
    const open = drawOpen(truth, world.unknown, random);
    const ratings = drawAnswers(truth, world, random);
    const answers = answersFrom(ratings, open, world.evidence);
    const { items } = assess(answers);
    const answered = [...truth].filter(([id]) => !open.has(id));
    return {
      said: { ...valueFrom(items), isPrinted: isPrinted(valueFrom(items)) },
      rating: rate(model, items, seedFor(`rating ${number}`), world.people === 1 ? oneRater : twoRaters, draws),
      ...truthsOf(truth, open),
      right: answered.filter(([id, level]) => ratings.get(id) === level).length / answered.length,
      quick: quickFrom(answers),
    };
  });
}

function drawAnswers(truth: Truth, { leniency, people }: World, random: Random): Truth {
  const first = drawRatings(truth, leniency, random);
  return people === 1 ? first : agreed([first, drawRatings(truth, leniency, random)]);
}

function truthsOf(truth: Truth, open: ReadonlySet<string>): Pick<Case, "truth" | "truthOfAnswered" | "trueSecured"> {
  const all = assess(answersFrom(truth, new Set(), false));
  const answered = assess(answersFrom(truth, open, false));
  return {
    truth: valueFrom(all.items).lower,
    truthOfAnswered: valueFrom(answered.items).lower,
    trueSecured: answered.overall.securedStage,
  };
}

function quickFrom(answers: Answers): QuickOutlook {
  const { items, overall } = assess(answers, "quick");
  return quickOutlook(model, items, overall);
}

function assess(answers: Answers, depth: Depth = "full"): { items: ScoredItem[]; overall: OverallScore } {
  const items = scoredItems(model, { depth, aiUse: "unknown", answers });
  return { items, overall: scoreOverall(items, scoreDimensions(model, depth, items, new Map()), depth) };
}

function valueFrom(items: ScoredItem[]): Value {
  const value = valueOf(items);
  if (value === null) throw new Error("Every item applies to a simulated organisation.");
  return value;
}

const seedFor = (name: string): string => hash(name).toString(16).padStart(8, "0");
