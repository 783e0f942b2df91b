import { cutPoints, tolerance } from "../../core/score/stage";
import type { Theme } from "../theme";

/**
 * What the cells of a column are coloured by: a value from 0 to 100, or a stage or level from 0 to 4, by the five stages, words by being among
 * those that call for something. The colour repeats what stands in the cell, and says nothing alone.
 */
export type Scale = { kind: "score" } | { kind: "stage" } | { kind: "words"; urgent: readonly string[] };

/** The colours of a stage, or those of what is urgent. */
export const looks = [0, 1, 2, 3, 4, "urgent"] as const;
export type ScaleLook = (typeof looks)[number];

/** The first that holds gives a cell its look. */
export type Condition = { look: ScaleLook } & ({ below: number } | { from: number } | { equals: string });

export function conditionsOf(scale: Scale): Condition[] {
  if (scale.kind === "words") return scale.urgent.map((equals) => ({ look: "urgent" as const, equals }));
  const ends = scale.kind === "stage" ? [0.5, 1.5, 2.5, 3.5] : cutPoints.map((end) => end - tolerance);
  const [lowest, second, third, fourth] = looks;
  const last = ends.at(-1) ?? 0;
  return [
    ...[lowest, second, third, fourth].flatMap((look, stage) => (ends[stage] === undefined ? [] : [{ look, below: ends[stage] }])),
    { look: 4 as const, from: last },
  ];
}

export function coloursOf(look: ScaleLook, { stages, colours }: Theme): { fill: string; text: string } {
  const stage = look === "urgent" ? undefined : stages[look];
  return stage ?? { fill: colours.warningHued, text: colours.text };
}

/** Whether an address stands for itself; any other is a file beside the one that names it. */
export const isAbsolute = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(address);
