import { expect, it } from "vitest";
import { bullets, heading, hint, isClosed, isIntroduction, pageBreak, paragraph, staysOnAPage, table } from "./blocks";

const title = heading(1, "Pflichten");

const [said, rows] = [paragraph("Was gilt"), table("", [], [])];

it.each([
  [[title, said, rows], [1]],
  [[title, said, heading(2, "Zu klären")], [1]],
  [[heading(2, "Begründung"), said, heading(2, "Kosten")], []],
  [[heading(2, "Begründung"), said, heading(1, "Kosten")], []],
  [[title, said, pageBreak], []],
  [[title, said], []],
  [
    [title, hint("Stand heute"), said, rows],
    [1, 2],
  ],
  [
    [title, hint("Stand heute"), said, said, rows],
    [1, 3],
  ],
  [[title, said, said, said, said, rows], [1]],
  [[title, rows, said, rows], [1]],
  [[said, rows], []],
  [[rows, said, ...bullets(["Eins"])], [1]],
])("of %o stay with what follows: %j", (blocks, introducing) => {
  expect(blocks.flatMap((_, index) => (isIntroduction(blocks, index) ? [index] : []))).toEqual(introducing);
});

it.each([
  [[...bullets(["Eins"]), said], true],
  [[...bullets(["Eins"]), said, title], true],
  [[...bullets(["Eins"]), said, said], false],
  [[...bullets(["Eins"]), title], false],
  [[rows, said], false],
])("the first of %o stays with the words behind it: %s", (blocks, closed) => {
  expect(isClosed(blocks, 0)).toBe(closed);
});

it("a table of a plan with its sum stays on a page, one of all initiatives does not", () => {
  expect([staysOnAPage(Array(10)), staysOnAPage(Array(60))]).toEqual([true, false]);
});
