import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import type { KeyHashes } from "../../../db/stored-assessment";

/** Opens an assessment for whoever holds it: 256 random bits, base64url. Only its hash is ever stored. */
export function newEditKey(): string {
  return randomBytes(32).toString("base64url");
}

/** A key that comes from another one, one way. @param what it is for. */
const derivedKey = (secret: string, what: string): string => createHmac("sha256", secret).update(what).digest("base64url");

/**
 * The key to hand to readers. Derived, so that whoever may edit can show it again although no key is stored;
 * one way, so that a reader cannot get back to the edit key. A new `version` makes the old link worthless.
 */
export function readKeyOf(editKey: string, version: number): string {
  return derivedKey(editKey, `read ${version}`);
}

/** The key for whoever checks answers against their evidence; derived like the one for readers. */
export function checkKeyOf(editKey: string, version: number): string {
  return derivedKey(editKey, `check ${version}`);
}

/** A plain hash suffices: there is nothing to guess in 256 random bits. */
export function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** What is kept of the keys of a new assessment, or of one whose links are made anew. */
export const keyHashesOf = (editKey: string): KeyHashes => ({ edit: hashOf(editKey), read: hashOf(readKeyOf(editKey, 1)) });

export const isKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

const apiKeyPrefix = "kp_";

/** Opens the API for a program. The prefix lets scanners of published code know it for what it is. */
export const newApiKey = (): string => `${apiKeyPrefix}${newEditKey()}`;

export const isApiKey = (text: string): boolean => text.startsWith(apiKeyPrefix) && isKey(text.slice(apiKeyPrefix.length));

/** Something kept of what was sent, to know it again. Without the key nobody can check a guess against it. */
export function keyedTag(key: string, what: string, content: string | Uint8Array): string {
  return createHmac("sha256", key).update(`${what} `).update(content).digest("hex");
}

/**
 * The edit key of an assessment that a program has made. Derived, so that its links can be told again although no key is
 * stored. The salt never leaves the server: whoever has got hold of an API key that was revoked since works out no link.
 */
export function editKeyFor(apiKey: string, salt: string, assessmentId: string): string {
  return derivedKey(apiKey, `edit ${salt} ${assessmentId}`);
}

/** The owner's key of a Mappe that a program has made; derived for the same reasons. */
export function mappeKeyFor(apiKey: string, salt: string, mappeId: string): string {
  return derivedKey(apiKey, `mappe ${salt} ${mappeId}`);
}

/** What a browser's cookie holds: 256 random bits, base64url, stored nowhere. */
export const newDeviceSecret = (): string => newEditKey();
export const isDeviceSecret = (text: string): boolean => isKey(text);

/**
 * A browser as the database knows it: by a hash of its secret, with keys of assessments that only the secret unseals.
 * Whoever has got hold of the database has neither.
 */
export function deviceOf(secret: string) {
  const derive = (what: string) => createHmac("sha256", secret).update(what).digest();
  const sealingKey = () => derive("sealing key");
  return {
    hash: derive("device").toString("hex"),

    /** @param assessmentId what the key is for: sealed for one, it does not unseal for another. */
    seal(assessmentId: string, key: string): string {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce).setAAD(Buffer.from(assessmentId));
      const sealed = Buffer.concat([cipher.update(key, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },

    /** @returns null where it was not sealed so. */
    unseal(assessmentId: string, text: string): string | null {
      const bytes = Buffer.from(text, "base64url");
      const [nonce, tag, sealed] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, sealedFrom), bytes.subarray(sealedFrom)];
      if (tag.length < tagBytes) return null;
      const decipher = createDecipheriv("aes-256-gcm", sealingKey(), nonce).setAAD(Buffer.from(assessmentId)).setAuthTag(tag);
      try {
        return decipher.update(sealed, undefined, "utf8") + decipher.final("utf8");
      } catch {
        return null;
      }
    },
  };
}
export type Device = ReturnType<typeof deviceOf>;

/**
 * What an account holds keys in, on every device. It comes from a secret of the installation, which is not in the database, and not
 * from the password: that may be forgotten and set anew, and whoever signs in elsewhere has none.
 */
export const accountDeviceOf = (installationSecret: string, accountId: string): Device =>
  deviceOf(derivedKey(installationSecret, `account ${accountId}`));

/** Something kept of an address or a code, to know it again. Without the installation's secret nobody can check a guess against it. */
export const secretTag = (installationSecret: string, what: string, content: string): string =>
  createHmac("sha256", installationSecret).update(`${what} ${content}`).digest("hex");

const nonceBytes = 12;
const tagBytes = 16;
const sealedFrom = nonceBytes + tagBytes;

/** What else a Mappe's links come from, derived from its secret: one for the people, one for the assessments it has made. */
export const peopleSecretOf = (secret: string): string => derivedKey(secret, "people");
export const clientSecretOf = (secret: string): string => derivedKey(secret, "clients");

/** The key in the link of a person of a Mappe. */
export const personKeyOf = (peopleSecret: string, personId: string, version: number): string =>
  derivedKey(peopleSecret, `person ${personId} ${version}`);

/** The edit key of an assessment that a Mappe has made, so that its link can be handed out again although no key is stored. */
export const clientKeyOf = (clientSecret: string, assessmentId: string, version: number): string =>
  derivedKey(clientSecret, `edit ${assessmentId} ${version}`);
