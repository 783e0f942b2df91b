import { figuresOf, mean, quickFiguresOf, securedFiguresOf, type Figures } from "./figures";
import { strengths } from "./organisations";
import { nothingUnknown, realUnknown, type Leniency } from "./raters";
import { casesOf, type Case, type Size, type World } from "./world";

/** A table as it is printed; the first column names the row. */
export type Table = { title: string; head: string[]; rows: string[][] };

const ordinary: World = {
  strength: strengths.mid,
  leniency: { mean: 0, deviation: 0.25 },
  unknown: realUnknown,
  people: 1,
  evidence: false,
};
const complete: World = { ...ordinary, unknown: nothingUnknown };
const leniencies: Leniency[] = [0, 0.3].flatMap((mean) => [0, 0.25, 0.5].map((deviation) => ({ mean, deviation })));

const named = ({ mean, deviation }: Leniency): string => `${deviation} / ${mean > 0 ? "+" : ""}${mean}`;
const points = (value: number): string => value.toFixed(1);
const percent = (share: number): string => (Number.isNaN(share) ? "–" : (100 * share).toFixed(0));

/** The figures of a world with questions that hang together as they may, in the order weak, mid, strong. */
function inThreeStrengths(world: World, size: Size): { mid: Figures; bandHolds: string } {
  const [weak, mid, strong] = [strengths.weak, strengths.mid, strengths.strong].map((strength) =>
    figuresOf(casesOf({ ...world, strength }, size)),
  ) as [Figures, Figures, Figures];
  return { mid, bandHolds: [weak, mid, strong].map((figures) => percent(figures.bandHolds)).join(" / ") };
}

function openAnswers(size: Size): Table {
  return {
    title: "One person, 20 % of the answers open",
    head: ["leniency SD / mean", "bias", "RMSE", "with a number", "band holds", "width", "Y–U holds", "both hold"],
    rows: leniencies.map((leniency) => {
      const { mid, bandHolds } = inThreeStrengths({ ...ordinary, leniency }, size);
      const shares = [mid.rangeHolds, mid.bothHold].map(percent);
      return [named(leniency), points(mid.bias), points(mid.error), percent(mid.numbered), bandHolds, points(mid.width), ...shares];
    }),
  };
}

function completeAnswers(size: Size): Table {
  const worlds: [string, World][] = [
    ["one person", complete],
    ["one person, lenient", { ...complete, leniency: { mean: 0.3, deviation: 0.25 } }],
    ["evidence named, no effect", { ...complete, evidence: true }],
    ["two people", { ...complete, people: 2 }],
    ["two people, lenient", { ...complete, people: 2, leniency: { mean: 0.3, deviation: 0.25 } }],
  ];
  return {
    title: "All answered, leniency SD 0.25, mean 0 or +0.3 (lenient)",
    head: ["who answers", "bias", "RMSE", "band holds", "width"],
    rows: worlds.map(([name, world]) => {
      const { mid, bandHolds } = inThreeStrengths(world, size);
      return [name, points(mid.bias), points(mid.error), bandHolds, points(mid.width)];
    }),
  };
}

function securedStage(size: Size): Table {
  const cases = casesOf({ ...complete, leniency: { mean: 0, deviation: 0.3 } }, size);
  return {
    title: "Secured stage, one person, all answered, leniency SD 0.30",
    head: ["word", "of all", "share stated", "right", "among the two named"],
    rows: Object.entries(securedFiguresOf(cases)).map(([word, figures]) => [
      word,
      ...[figures.cases / cases.length, figures.stated, figures.right, figures.amongTheTwoNamed].map(percent),
    ]),
  };
}

function quickCheck(size: Size): Table {
  const worlds: [string, World][] = [
    ["20 % open", ordinary],
    ["all answered", complete],
  ];
  return {
    title: "Quick check against the truth of the full one, leniency SD 0.25",
    head: ["answers", "± 15 holds", "below 50", "50 or more", "secured ≤ 2"],
    rows: worlds.map(([name, world]) => {
      const { expected, belowHalf, halfOrMore, holdingBack } = quickFiguresOf(casesOf(world, size));
      return [name, ...[expected, belowHalf, halfOrMore, holdingBack].map(percent)];
    }),
  };
}

function assumptions(size: Size): Table {
  const cases = (world: World): Case[] => casesOf(world, { ...size, draws: 1 });
  const open = cases({ ...ordinary, leniency: { mean: 0, deviation: 0 } });
  return {
    title: "What is simulated",
    head: ["assumption", "as it came out"],
    rows: [
      ["mean of the true values", points(mean(open.map(({ truth }) => truth)))],
      ["answers that nobody can give, %", percent(mean(open.map(({ said }) => 1 - said.coverage)))],
      ["answers that equal the truth, nobody lenient, %", percent(mean(open.map(({ right }) => right)))],
      ["the same with leniency SD 0.25, %", percent(mean(cases(ordinary).map(({ right }) => right)))],
    ],
  };
}

/** Everything that the method page cites. Deterministic; shares in per cent, all else in points of 0–100. */
export function evidenceTables(size: Size): Table[] {
  return [assumptions, openAnswers, completeAnswers, securedStage, quickCheck].map((table) => table(size));
}
