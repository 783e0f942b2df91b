import { expect, it } from "vitest";
import { askedItems } from "../../app/core/questionnaire/questionnaire";
import { readDemo } from "../../seeds/demo";
import { content } from "../support/content";

const examples = readDemo(process.cwd(), content.models);

it("there is one for every kind of reader", () => {
  expect(
    examples.map(({ name, assessment: { organisation, track, depth } }) => [name, organisation.name, track, depth, organisation.sizeClass]),
  ).toEqual([
    ["beispielkreis", "Beispielkreis", "municipality", "full", "inhabitants-100000-plus"],
    ["kleinhausen", "Kleinhausen", "municipality", "quick", "inhabitants-under-20000"],
    ["musterstadt", "Musterstadt", "municipality", "full", "inhabitants-20000-49999"],
    ["musterwerk", "Musterwerk GmbH", "sme", "full", "employees-50-249"],
    ["tischlerei-muster", "Tischlerei Muster", "sme", "full", "employees-10-49"],
  ]);
});

it.each(examples)("$name answers every question it is asked, and no other", ({ assessment: { track, depth, answers, modelVersion } }) => {
  const questionnaire = content.questionnaires[track];
  const asked = questionnaire.dimensions.flatMap((dimension) => askedItems(dimension, depth)).map(({ id }) => id);
  expect(Object.keys(answers).sort()).toEqual([...asked].sort());
  expect(modelVersion).toBe(questionnaire.modelVersion);
});
