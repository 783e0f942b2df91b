import { createHash, createHmac, randomBytes } from "node:crypto";

/** Opens an assessment for whoever holds it: 256 random bits, base64url. Only its hash is ever stored. */
export function newEditKey(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The key to hand to readers. Derived, so that whoever may edit can show it again although no key is stored;
 * one way, so that a reader cannot get back to the edit key. A new `version` makes the old link worthless.
 */
export function readKeyOf(editKey: string, version: number): string {
  return createHmac("sha256", editKey).update(`read ${version}`).digest("base64url");
}

/** A plain hash suffices: there is nothing to guess in 256 random bits. */
export function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

export const isKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
