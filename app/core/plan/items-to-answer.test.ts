import { expect, it } from "vitest";
import { answersOf, standardModel } from "../../../tests/support/standard-model";
import { scoredItems } from "../score/scored-items";
import { itemsToAnswer } from "./items-to-answer";

it("offers what is finished and not yet answered so: below the level, or open; not what is reached or does not apply", () => {
  const answers = answersOf({ strategy: [1, 2, 3, "dk"], funding: ["na", null, 0, 0] }, 4);
  const items = scoredItems(standardModel(), { depth: "full", aiUse: "trial", answers });
  const ids = ["strategy-1", "strategy-2", "strategy-3", "strategy-4", "funding-1", "funding-2", "not-asked"];
  const lifts = ids.map((item) => ({ item, level: 2 as const, step: 1 }));
  expect(itemsToAnswer({ lifts }, items).map(({ id }) => id)).toEqual(["strategy-1", "strategy-4", "funding-2"]);
  const low = lifts.map((lift) => ({ ...lift, level: 1 as const }));
  expect(itemsToAnswer({ lifts: low }, items).map(({ id }) => id)).toEqual(["strategy-4", "funding-2"]);
});
