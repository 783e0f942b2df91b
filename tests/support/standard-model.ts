import type { Answers, Level } from "../../app/core/assessment/answer";
import type { Item, Questionnaire } from "../../app/core/questionnaire/questionnaire";
import { dimensionIds, type DimensionId } from "../../app/core/vocabulary";
import { gates } from "./builders";

/** The method's nine dimensions with four items each, named `<dimension>-1` to `-4`; the first is the key item. */
export function standardModel(overrides: (id: string) => Partial<Item> = () => ({})): Questionnaire {
  return {
    track: "municipality",
    modelVersion: "1.0.0",
    contradictions: [],
    dimensions: dimensionIds.map((id) => ({
      id,
      gate: gates.includes(id),
      weight: 1,
      items: [1, 2, 3, 4].map((number) => {
        const item = `${id}-${number}`;
        return { id: item, weight: 1, key: number === 1, allowsNotApplicable: true, presupposesUse: false, ...overrides(item) };
      }),
    })),
  };
}

export type Given = Level | "dk" | "na" | null;

/** One answer for all items, or four for each dimension; null: not answered. */
export function answersOf(given: Given | Partial<Record<DimensionId, readonly Given[]>>, rest: Given = null, evidence?: string): Answers {
  const entries = dimensionIds.flatMap((id) =>
    [0, 1, 2, 3].map((place): [string, Given] => {
      const own = typeof given === "object" && given !== null ? given[id] : undefined;
      return [`${id}-${place + 1}`, own ? (own[place] ?? null) : typeof given === "object" && given !== null ? rest : given];
    }),
  );
  const remarks = evidence ? { evidence } : {};
  return Object.fromEntries(
    entries.flatMap(([id, value]): [string, Answers[string]][] =>
      value === null
        ? []
        : value === "na"
          ? [[id, { answer: "na", reason: "gibt es nicht" }]]
          : value === "dk"
            ? [[id, { answer: "dk", ...remarks }]]
            : [[id, { level: value, ...remarks }]],
    ),
  );
}
