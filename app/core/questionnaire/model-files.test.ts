import { expect, it } from "vitest";
import { dimension, initiative, item } from "../../../tests/support/builders";
import { toInitiativesFile, toQuestionnaireFile } from "./model-files";

it("writes a questionnaire's model in the shape of the method, section 10, without its words", () => {
  const items = [item("a", { key: true }), item("b", { weight: 2, allowsNotApplicable: true, presupposesUse: true })];
  const content = {
    track: "sme" as const,
    modelVersion: "1.2.3",
    contradictions: [],
    dimensions: [dimension("strategy", items), dimension("funding", [item("c")], { weight: 0.5 })],
    text: "words",
  };
  expect(toQuestionnaireFile(content)).toStrictEqual({
    format: "ki-pegel/questionnaire",
    version: 2,
    track: "sme",
    modelVersion: "1.2.3",
    contradictions: [],
    dimensions: [
      {
        id: "strategy",
        gate: true,
        weight: 1,
        items: [
          { id: "a", weight: 1, key: true, allowsNotApplicable: false, presupposesUse: false },
          { id: "b", weight: 2, key: false, allowsNotApplicable: true, presupposesUse: true },
        ],
      },
      {
        id: "funding",
        gate: false,
        weight: 0.5,
        items: [{ id: "c", weight: 1, key: false, allowsNotApplicable: false, presupposesUse: false }],
      },
    ],
  });
});

it("writes the initiatives in the shape of the method, section 10", () => {
  const one = initiative("one", {
    tracks: ["sme"],
    lifts: [{ item: "a", level: 3, step: 1 }],
    requires: { items: [{ item: "b", level: 2 }], initiatives: ["two"], stages: [{ dimension: "skills", stage: 2 }] },
    costEuro: { "employees-1-9": { once: [1000, 5000], yearly: [0, 500] } },
    effortPersonDays: { "employees-1-9": { once: [3, 8], yearly: [1, 2] } },
    durationMonths: [1, 3],
    duties: ["literacy"],
    kind: "use",
  });
  expect(toInitiativesFile([one])).toStrictEqual({
    format: "ki-pegel/initiatives",
    version: 2,
    initiatives: [
      {
        id: "one",
        tracks: ["sme"],
        lifts: [{ item: "a", level: 3, step: 1 }],
        requires: { items: [{ item: "b", level: 2 }], initiatives: ["two"], stages: [{ dimension: "skills", stage: 2 }] },
        costEuro: { "employees-1-9": { once: [1000, 5000], yearly: [0, 500] } },
        effortPersonDays: { "employees-1-9": { once: [3, 8], yearly: [1, 2] } },
        durationMonths: [1, 3],
        duties: ["literacy"],
        kind: "use",
      },
    ],
  });
});
