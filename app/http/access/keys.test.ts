import { expect, it } from "vitest";
import { editKeyFor, hashOf, isApiKey, isKey, keyedTag, newApiKey, newEditKey, readKeyOf } from "./keys";

it("makes keys of 256 random bits that fit into an address", () => {
  const keys = Array.from({ length: 1000 }, newEditKey);
  expect(new Set(keys).size).toBe(1000);
  for (const key of keys) expect(Buffer.from(key, "base64url")).toHaveLength(32);
  expect(keys.every(isKey)).toBe(true);
});

it("derives the reader's key: the same each time, another one for each version and each assessment", () => {
  const [key, other] = [newEditKey(), newEditKey()];
  expect(readKeyOf(key, 1)).toBe(readKeyOf(key, 1));
  expect(new Set([key, other, readKeyOf(key, 1), readKeyOf(key, 2), readKeyOf(other, 1), readKeyOf(readKeyOf(key, 1), 1)]).size).toBe(6);
  expect(isKey(readKeyOf(key, 1))).toBe(true);
});

it("hashes with SHA-256", () => {
  expect(hashOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

it.each([
  "",
  "short",
  `${"A".repeat(42)}=`,
  "A".repeat(42),
  "A".repeat(44),
  `${"A".repeat(42)}\n`,
  `${"A".repeat(42)}ä`,
  "' OR 1=1 --".padEnd(43),
])("takes %j for no key", (text) => {
  expect(isKey(text)).toBe(false);
});

it("makes API keys of 256 random bits that one can tell by their beginning", () => {
  const key = newApiKey();
  expect(key).toMatch(/^kp_[\w-]{43}$/);
  expect(isApiKey(key)).toBe(true);
  expect(isKey(key)).toBe(false);
  expect(newApiKey()).not.toBe(key);
  for (const text of ["", "kp_", key.slice(1), key.slice(0, -1), `${key}x`, key.replace("kp_", ""), key.toUpperCase()])
    expect(isApiKey(text), text).toBe(false);
});

it("derives the edit key of a program's assessment from key, salt and id: the same each time, another one for each", () => {
  const [key, other] = [newApiKey(), newApiKey()];
  const derived = [
    editKeyFor(key, "salt", "id"),
    editKeyFor(other, "salt", "id"),
    editKeyFor(key, "pepper", "id"),
    editKeyFor(key, "salt", "id2"),
  ];
  expect(derived.every(isKey)).toBe(true);
  expect(new Set(derived).size).toBe(4);
  expect(editKeyFor(key, "salt", "id")).toBe(derived[0]);
});

it("marks what a program sends so that another program's mark of the same is another", () => {
  const [key, other] = [newApiKey(), newApiKey()];
  expect(keyedTag(key, "body", "a")).toBe(keyedTag(key, "body", Buffer.from("a")));
  expect(
    new Set([keyedTag(key, "body", "a"), keyedTag(other, "body", "a"), keyedTag(key, "idempotency key", "a"), keyedTag(key, "body", "b")])
      .size,
  ).toBe(4);
});
