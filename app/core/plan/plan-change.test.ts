import { expect, it } from "vitest";
import { changeOf, isUnchanged } from "./plan-change";

const laid = (firstDay: string, starts: Record<string, number>) => ({
  firstDay,
  steps: Object.entries(starts).map(([id, start]) => ({ id, start })),
});

it("compares by day, not by the number of the quarter", () => {
  const change = changeOf(laid("2027-01-01", { c: 0, b: 2, a: 1 }), laid("2027-04-01", { a: 0, b: 2, c: 3 }));
  expect(change).toEqual({
    ...{ added: [], dropped: [] },
    moved: [
      { id: "b", from: "2027-07-01", to: "2027-10-01" },
      { id: "c", from: "2027-01-01", to: "2028-01-01" },
    ],
  });
  expect(isUnchanged(change)).toBe(false);
});

it("names what comes in and what goes in the order of time, then by id", () => {
  const change = changeOf(laid("2027-01-01", { z: 0, y: 0, x: 1, same: 0 }), laid("2027-01-01", { same: 0, c: 2, b: 1, a: 2 }));
  expect(change.dropped.map(({ id }) => id)).toEqual(["y", "z", "x"]);
  expect(change.added).toEqual([
    { id: "b", start: "2027-04-01" },
    { id: "a", start: "2027-07-01" },
    { id: "c", start: "2027-07-01" },
  ]);
  expect(change.moved).toEqual([]);
});

it("is none where the same steps begin on the same days", () => {
  expect(isUnchanged(changeOf(laid("2027-01-01", { a: 1 }), laid("2027-04-01", { a: 0 })))).toBe(true);
  expect(isUnchanged(changeOf(laid("2027-01-01", { a: 1 }), laid("2027-01-01", {})))).toBe(false);
  expect(isUnchanged(changeOf(laid("2027-01-01", {}), laid("2027-01-01", { a: 1 })))).toBe(false);
  expect(isUnchanged(changeOf(laid("2027-01-01", { a: 1, b: 0 }), laid("2027-01-01", { b: 1 })))).toBe(false);
  expect(isUnchanged(changeOf(laid("2027-01-01", { a: 1 }), laid("2027-01-01", { b: 1 })))).toBe(false);
});
