import { expect, it } from "vitest";
import { isReached, type Standing } from "./standing";

it.each<[Standing | undefined, boolean]>([
  [1, false],
  [2, true],
  [3, true],
  ["na", true],
  ["open", false],
  [undefined, false],
])("level 2 where an item stands at %s: %s", (standing, reached) => {
  const standings = new Map(standing === undefined ? [] : [["item", standing]]);
  expect(isReached(standings, { item: "item", level: 2 })).toBe(reached);
});
