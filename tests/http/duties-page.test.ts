import { expect, it } from "vitest";
import { localeOf } from "../../app/i18n";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

const app = sharedApp();
const { groups, duty, proof, until, then } = localeOf("de").messages.result.duties;

it.each([
  ["unknown", false, true],
  ["operation", true, false],
])("where the use of AI is %s, the page of duties opens what is to be clarified only as its first part", async (aiUse, isNow, isOpen) => {
  const visitor = newVisitor(app.url);
  const id = await visitor.begin({ aiUse });
  const page = await visitor.text(`/assessments/${id}/report/duties`);
  expect(page.includes(groups.now)).toBe(isNow);
  const fold = new RegExp(`<details([^>]*)><summary><strong>${groups["to-clarify"]}`).exec(page)?.[1];
  expect(fold?.includes("open")).toBe(isOpen);
  // Whoever says yes to a question reads what follows from it.
  expect(page).toContain(then);
});

it("shows of a duty first how far it is met and by when: a phone has room for so much", async () => {
  const visitor = newVisitor(app.url);
  const page = await visitor.text(`/assessments/${await visitor.begin({ aiUse: "operation" })}/report/duties`);
  const columns = [...page.matchAll(/<th scope="col"[^>]*>([^<]+)/g)].map(([, column]) => column);
  expect(columns.slice(0, 3)).toEqual([duty, proof, until]);
});
