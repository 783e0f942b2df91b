import { createHash } from "node:crypto";

/** A strong entity tag: equal for equal values only. */
export function etagOf(value: unknown): string {
  return `"${createHash("sha256").update(JSON.stringify(value)).digest("base64url")}"`;
}

/** Whether an If-Match header lets the version with this tag be changed (RFC 9110, section 13.1.1). */
export function allowsMatch(ifMatch: string, etag: string): boolean {
  return ifMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim() === etag);
}
