import { attributesOf, prefixed, readCookies, type CookieOptions } from "../access/cookies";
import { isKey } from "../access/keys";

/** No name that begins with "ki-pegel-": so began those of keys before there was one cookie for a browser. */
const sessionName = "ki_pegel_session";
const stepName = "ki_pegel_step";
const providerName = "ki_pegel_provider";

type Header = string | undefined;

const valueOf = (header: Header, name: string, options: CookieOptions): string | null =>
  readCookies(header).get(prefixed(name, options)) ?? null;

function keyIn(header: Header, name: string, options: CookieOptions): string | null {
  const value = valueOf(header, name, options);
  return value !== null && isKey(value) ? value : null;
}

/** @param seconds after which the browser forgets it; 0: at once. */
const cookie = (name: string, value: string, options: CookieOptions, seconds: number): string =>
  `${prefixed(name, options)}=${value}${attributesOf(options)}; Max-Age=${seconds}`;

/** The secret of a session in a cookie. */
export const readSessionKey = (header: Header, options: CookieOptions): string | null => keyIn(header, sessionName, options);

/** @param days after which the session is over in any case. */
export const sessionCookie = (key: string, days: number, options: CookieOptions): string =>
  cookie(sessionName, key, options, days * 24 * 60 * 60);

export const endSessionCookie = (options: CookieOptions): string => cookie(sessionName, "", options, 0);

/** Between a password and a code; over after ten minutes. */
export const stepCookie = (key: string, options: CookieOptions): string => cookie(stepName, key, options, 600);
export const endStepCookie = (options: CookieOptions): string => cookie(stepName, "", options, 0);
export const readStepKey = (header: Header, options: CookieOptions): string | null => keyIn(header, stepName, options);

/** What a browser was sent to the provider with, until it comes back: ten minutes. @param text without a semicolon or comma. */
export const providerCookie = (text: string, options: CookieOptions): string => cookie(providerName, text, options, 600);
export const endProviderCookie = (options: CookieOptions): string => cookie(providerName, "", options, 0);
export const readProviderCookie = (header: Header, options: CookieOptions): string | null => valueOf(header, providerName, options);
