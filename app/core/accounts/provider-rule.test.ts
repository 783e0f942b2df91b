import { describe, expect, it } from "vitest";
import { providerOutcome } from "./provider-rule";

const identity = (address: string | null) => ({ issuer: "https://id.example.org", subject: "4711", address });

describe("somebody from the provider", () => {
  it.each([
    ["known by id", "a@example.org", "one", null, { kind: "sign-in", accountId: "one" }],
    ["known by id, with the address of another account", "a@example.org", "one", "two", { kind: "sign-in", accountId: "one" }],
    ["known by id, without an address", null, "one", null, { kind: "sign-in", accountId: "one" }],
    ["new, with a checked address of an account", "a@example.org", null, "two", { kind: "link", accountId: "two" }],
    ["new, with a checked address", "a@example.org", null, null, { kind: "create", address: "a@example.org" }],
    ["new, with none that is checked", null, null, null, { kind: "refuse" }],
  ])("%s", (_who, address, bySubject, byAddress, outcome) =>
    expect(providerOutcome(identity(address), bySubject, byAddress)).toEqual(outcome),
  );
});
