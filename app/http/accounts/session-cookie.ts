import { isKey } from "../keys";

/** Bound to this host and to https by its name, where there is https (RFC 6265bis); a plain name on http. */
const nameOf = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);
const attributes = (secure: boolean): string => `; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/** No name that begins with "ki-pegel-": so began those of keys before there was one cookie for a browser. */
const sessionName = "ki_pegel_session";
const stepName = "ki_pegel_step";
const providerName = "ki_pegel_provider";

function valueOf(header: string | undefined, name: string): string | null {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("=", 2));
  return pairs.find(([found]) => found === name)?.[1] ?? null;
}

function keyIn(header: string | undefined, name: string): string | null {
  const value = valueOf(header, name);
  return value !== null && isKey(value) ? value : null;
}

/** The secret of a session in a cookie. */
export const readSessionKey = (header: string | undefined, secure: boolean): string | null => keyIn(header, nameOf(sessionName, secure));

/** @param days after which the session is over in any case. */
export const sessionCookie = (key: string, days: number, secure: boolean): string =>
  `${nameOf(sessionName, secure)}=${key}${attributes(secure)}; Max-Age=${days * 24 * 60 * 60}`;

export const endSessionCookie = (secure: boolean): string => `${nameOf(sessionName, secure)}=${attributes(secure)}; Max-Age=0`;

/** Between a password and a code; over after ten minutes. */
export const stepCookie = (key: string, secure: boolean): string => `${nameOf(stepName, secure)}=${key}${attributes(secure)}; Max-Age=600`;
export const endStepCookie = (secure: boolean): string => `${nameOf(stepName, secure)}=${attributes(secure)}; Max-Age=0`;
export const readStepKey = (header: string | undefined, secure: boolean): string | null => keyIn(header, nameOf(stepName, secure));

/** What a browser was sent to the provider with, until it comes back: ten minutes. @param text without a semicolon or comma. */
export const providerCookie = (text: string, secure: boolean): string =>
  `${nameOf(providerName, secure)}=${text}${attributes(secure)}; Max-Age=600`;
export const endProviderCookie = (secure: boolean): string => `${nameOf(providerName, secure)}=${attributes(secure)}; Max-Age=0`;
export const readProviderCookie = (header: string | undefined, secure: boolean): string | null =>
  valueOf(header, nameOf(providerName, secure));
