import { expect, it } from "vitest";
import { dimensionScore, initiative, soundContent } from "../../../tests/support/builders";
import { itemStates, recommend } from "./recommend";
import { sizeClasses, tracks, type SizeClass } from "../vocabulary";
import { meanEffort } from "./mean-effort";

it("is the middle of the range, or the mean of the middles of the track", () => {
  const one = initiative("one", {
    effortPersonDays: { "employees-1-9": [1, 3], "employees-10-49": [4, 8], "inhabitants-under-20000": [50, 50] },
  });
  expect(meanEffort(one, "sme", "employees-10-49")).toBe(6);
  expect(meanEffort(one, "sme", null)).toBe(4);
  expect(meanEffort(one, "municipality", null)).toBe(50);
});

it("is what the recommendations divide their gains by", () => {
  for (const track of tracks) {
    const sizes: readonly SizeClass[] = sizeClasses[track];
    const effortPersonDays = Object.fromEntries(
      sizes.map((size, index): [SizeClass, [number, number]] => [size, [index + 1, 4 * index + 3]]),
    );
    const one = initiative("one", { effortPersonDays });
    for (const sizeClass of [...sizes, null]) {
      const states = itemStates(soundContent().questionnaires[track], "full", {}, new Map());
      const { recommended } = recommend([one], track, states, [dimensionScore("strategy", 0)], sizeClass);
      expect(meanEffort(one, track, sizeClass)).toBeCloseTo((recommended[0]?.gain ?? NaN) / (recommended[0]?.gainPerDay ?? NaN), 10);
    }
  }
});
