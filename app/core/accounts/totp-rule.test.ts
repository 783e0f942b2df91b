import { describe, expect, it } from "vitest";
import { acceptedStep, bareCode } from "./totp-rule";

const now = new Date(1_000_000 * 30_000 + 12_345);

describe("a code", () => {
  it.each([
    [0, null, 1_000_000],
    [-1, null, 999_999],
    [1, null, 1_000_001],
    [2, null, null],
    [null, null, null],
    [0, 999_999, 1_000_000],
    [0, 1_000_000, null],
    [-1, 1_000_000, null],
    [1, 1_000_000, 1_000_001],
  ])("%s half minutes off, after one of %s: %s", (offset, last, step) => expect(acceptedStep(offset, last, now)).toBe(step));

  it("may be typed in groups", () => expect([bareCode(" 123 456 "), bareCode("abcd-efgh")]).toEqual(["123456", "ABCDEFGH"]));
});
