import { expect, it } from "vitest";
import { allowsMatch, etagOf } from "./etag";

it("tells versions apart, and is the same for the same", () => {
  const [one, other] = [etagOf({ a: 1 }), etagOf({ a: 2 })];
  expect(one).toMatch(/^"[\w-]{43}"$/);
  expect(one).not.toBe(other);
  expect(etagOf({ a: 1 })).toBe(one);
});

it.each([
  ['"a"', true],
  ["*", true],
  ['"b", "a"', true],
  ['"b","a"', true],
  ['W/"a"', false],
  ["a", false],
  ['"b"', false],
  ["", false],
])("If-Match: %s lets the version be changed: %s", (ifMatch, allowed) => {
  expect(allowsMatch(ifMatch, '"a"')).toBe(allowed);
});
