import { expect, it } from "vitest";
import { clientKeySchema, longestClientKey, repeatedKey } from "./client-key";

it("is some text, cleaned, and not too long", () => {
  expect(clientKeySchema.parse(" K\u00A01 ")).toBe("K 1");
  for (const wrong of ["", "  ", "k".repeat(longestClientKey + 1)]) expect(clientKeySchema.safeParse(wrong).success, wrong).toBe(false);
});

it("is told where it is there already or comes twice; having none is no repetition", () => {
  expect(repeatedKey(["a", null, "b", null], new Set(["c"]))).toBeNull();
  expect(repeatedKey(["a", "b", "a"], new Set())).toBe("a");
  expect(repeatedKey(["a", "c"], new Set(["c"]))).toBe("c");
});
