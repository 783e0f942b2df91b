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

const apiKeyPrefix = "kp_";

/** Opens the API for a program. The prefix lets scanners of published code know it for what it is. */
export const newApiKey = (): string => `${apiKeyPrefix}${newEditKey()}`;

export const isApiKey = (text: string): boolean => text.startsWith(apiKeyPrefix) && isKey(text.slice(apiKeyPrefix.length));

/** Something kept of what a program sent, to know it again. Without the program's key nobody can check a guess against it. */
export function keyedTag(apiKey: string, what: string, content: string | Uint8Array): string {
  return createHmac("sha256", apiKey).update(`${what} `).update(content).digest("hex");
}

/**
 * The edit key of an assessment that a program has made. Derived, so that its links can be told again although no key is
 * stored. The salt never leaves the server: whoever has got hold of an API key that was revoked since works out no link.
 */
export function editKeyFor(apiKey: string, salt: string, assessmentId: string): string {
  return createHmac("sha256", apiKey).update(`edit ${salt} ${assessmentId}`).digest("base64url");
}
