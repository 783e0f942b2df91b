import { expect, it } from "vitest";
import type { OfferedAnswer } from "../../views/round-hints";
import { adoptOffer } from "./adopt";

const offers: OfferedAnswer[] = [
  { from: "rules", label: "", text: null, answer: { level: 3, evidence: "Maßnahme umgesetzt" } },
  { from: "previous", label: "", text: null, answer: { answer: "na", reason: "kein Rat", note: "alt" } },
];
const adopted = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  adoptOffer(form, (item) => (item === "goals" ? offers : []));
  return Object.fromEntries(form);
};

it("puts the offered answer in, and stays at its question", () => {
  expect(adopted({ adopt: "goals rules", "goals.choice": "", "goals.evidence": " " })).toEqual({
    ...{ adopt: "goals rules", "goals.choice": "3", "goals.reason": "", "goals.note": "", "goals.evidence": "Maßnahme umgesetzt" },
    stay: "goals",
  });
  expect(adopted({ adopt: "goals previous" })).toMatchObject({ "goals.choice": "na", "goals.reason": "kein Rat", "goals.note": "alt" });
});

it("leaves what somebody has typed beside it", () => {
  expect(adopted({ adopt: "goals previous", "goals.note": "neu" })).toMatchObject({ "goals.choice": "na", "goals.note": "neu" });
});

it.each([[""], ["goals"], ["goals unheard-of"], ["backing rules"]])("does nothing for %j", (adopt) => {
  expect(adopted({ adopt })).toEqual({ adopt });
});
