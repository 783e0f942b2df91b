import type { Content } from "../../app/core/content";
import type { RoundInput } from "../../app/core/rounds/change";
import type { Mapping } from "../../app/core/questionnaire/mapping";
import { soundContent } from "./builders";
import { answersOf, standardModel } from "./standard-model";

/** The standard model as 1.0.0, and as 2.0.0 with one question sharper, one that asks something else, and one under another name. */
export function twoModels(): Content {
  const content = soundContent();
  const words = content.questionnaires.municipality;
  const first = standardModel((id) => ({ presupposesUse: id === "use-cases-4" }));
  const renamed = (id: string) => (id === "skills-1" ? "skills-9" : id);
  const second = {
    ...first,
    modelVersion: "2.0.0",
    dimensions: first.dimensions.map((one) => ({ ...one, items: one.items.map((item) => ({ ...item, id: renamed(item.id) })) })),
  };
  const items = first.dimensions.flatMap((one) => one.items.map(({ id }) => id));
  const mapping: Mapping = {
    from: "1.0.0",
    items: {
      ...Object.fromEntries(items.map((id) => [id, "same" as const])),
      ...{ "strategy-1": "review", "funding-1": "none", "skills-1": { to: "skills-9", carries: "same" } },
    },
  };
  const models = { "1.0.0": { ...words, ...first }, "2.0.0": { ...words, ...second, mapping } };
  return { ...content, models: { municipality: models, sme: models } };
}

/** A round of the standard model in which everything stands at level 2. */
export const roundInput = (more: Partial<RoundInput> = {}): RoundInput => ({
  ...{ track: "municipality", depth: "full", aiUse: "unknown", modelVersion: "1.0.0" },
  ...{ answers: answersOf(2), weights: {}, waiting: [], done: [], respondents: [], ...more },
});
