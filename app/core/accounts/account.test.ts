import { expect, it } from "vitest";
import { accountAddressSchema, longestAddress } from "./account";

it("an address is kept in one form", () => {
  expect(accountAddressSchema.parse("  Erika.Muster@Example.ORG ")).toBe("erika.muster@example.org");
});

it.each(["", "erika", "erika@", "a@b\r\nBcc: c@d.de", `${"a".repeat(longestAddress - 11)}@example.org`])("%j is none", (typed) => {
  expect(accountAddressSchema.safeParse(typed).success).toBe(false);
});
