import { expect, it } from "vitest";
import { mayShareOffices } from "./shared-offices";

const small = { sizeClass: "inhabitants-under-20000", land: "SH" } as const;

it.each([
  ["a village", { ...small, name: "Gemeinde Nordmoor" }, true],
  ["whoever gives no name", small, true],
  ["a village whose name begins like an Amt", { ...small, name: "Amtsberg" }, true],
  ["an Amt, which is the office of others", { ...small, name: " Amt Nordmoor" }, false],
  ["a town, which has its own", { ...small, name: "Stadt Nordmoor" }, false],
  ["a town by another name", { ...small, name: "Bergstadt Nordmoor" }, false],
  ["a Land in which each has its own", { ...small, land: "NW" as const }, false],
  ["no Land", { sizeClass: small.sizeClass }, false],
  ["a larger one", { ...small, sizeClass: "inhabitants-20000-49999" as const }, false],
])("%s", (_who, organisation, expected) => {
  expect(mayShareOffices(organisation)).toBe(expected);
});
