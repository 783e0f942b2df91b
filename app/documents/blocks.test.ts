import { expect, it } from "vitest";
import { heading, hint, isIntroduction, pageBreak, paragraph, staysOnAPage } from "./blocks";

const title = heading(1, "Pflichten");

it.each([
  [title, paragraph("Was gilt"), true],
  [title, heading(2, "Zu klären"), true],
  [heading(2, "Begründung"), heading(2, "Kosten"), false],
  [heading(2, "Begründung"), heading(1, "Kosten"), false],
  [title, pageBreak, false],
  [title, undefined, false],
  [hint("Stand heute"), paragraph("Was gilt"), false],
  [undefined, paragraph("Was gilt"), false],
])("words after %o and before %o introduce: %s", (before, after, introduces) => {
  expect(isIntroduction(before, after)).toBe(introduces);
});

it("a table of a plan with its sum stays on a page, one of all initiatives does not", () => {
  expect([staysOnAPage(Array(10)), staysOnAPage(Array(60))]).toEqual([true, false]);
});
