import { expect, it } from "vitest";
import { clientKeySchema, isSameClient, longestClientKey, repeatedKey } from "./client-key";

it("is some text, cleaned, and not too long", () => {
  expect(clientKeySchema.parse(" K\u00A01 ")).toBe("K 1");
  for (const wrong of ["", "  ", "k".repeat(longestClientKey + 1)]) expect(clientKeySchema.safeParse(wrong).success, wrong).toBe(false);
});

it("is told where it is there already or comes twice; having none is no repetition", () => {
  expect(repeatedKey(["a", null, "b", null], new Set(["c"]))).toBeNull();
  expect(repeatedKey(["a", "b", "a"], new Set())).toBe("a");
  expect(repeatedKey(["a", "c"], new Set(["c"]))).toBe("c");
});

it.each([
  ["Ahlen", "K-1", "Bünde", "K-1", true],
  ["Ahlen", "K-1", "Ahlen", "K-2", false],
  ["Ahlen", "K-1", "Ahlen", null, true],
  ["Ahlen", null, "Ahlen", null, true],
  ["Ahlen", null, "Bünde", null, false],
  [null, null, null, null, false],
])("%s (%s) and %s (%s) are the same organisation: %s", (name, clientKey, other, otherKey, isSame) => {
  expect(isSameClient({ name, clientKey }, { name: other, clientKey: otherKey })).toBe(isSame);
});
