import { attributesOf, prefixed, readCookies, type CookieOptions } from "./cookies";
import { deviceOf, isDeviceSecret, isKey, newDeviceSecret, type Device } from "./keys";

/** The one cookie, however many assessments a browser opens; its name without a prefix. */
const plainName = "ki-pegel";
/** Before there was the one cookie, there was one for each assessment, named after it. */
const oldPrefix = "ki-pegel-";
const secondsPerDay = 24 * 60 * 60;
/** Browsers keep no cookie for longer; each visit to an assessment begins the time anew. */
const maxAge = 400 * secondsPerDay;

/** What a request says of the browser that it comes from. */
export type Browser = ReturnType<typeof readBrowser>;

/** Whose keys open something for a request: the browser's, and before them those of the account that is signed in on it. */
export type KeyHolder = Browser & {
  devices: Device[];
  /** Where a key is kept that somebody brings, with the cookie of the browser. */
  keeper(): { device: Device; cookie: string };
};

/** @param account null: nobody is signed in. */
export function keyHolderOf(browser: Browser, account: Device | null): KeyHolder {
  const devices = [account, browser.device].filter((device) => device !== null);
  return { ...browser, devices, keeper: () => ({ ...browser.enrol(), ...(account && { device: account }) }) };
}

export function readBrowser(header: string | undefined, options: CookieOptions) {
  const cookies = readCookies(header);
  const name = prefixed(plainName, options);
  // A cookie from before there was a prefix still counts, so that nobody loses their list, but never against a prefixed one.
  const secret = [name, plainName].map((known) => cookies.get(known) ?? "").find(isDeviceSecret) ?? null;
  const attributes = attributesOf(options);
  const forget = (cookie: string) => `${cookie}=${attributes}; Max-Age=0`;
  const remember = (value: string) => `${name}=${value}${attributes}; Max-Age=${maxAge}`;
  const forgetUnprefixed = name !== plainName && cookies.has(plainName) ? [forget(plainName)] : [];

  return {
    device: secret === null ? null : deviceOf(secret),
    /** Whether the browser has sent back our cookie. */
    keepsCookies: secret !== null,
    /** A secret for the time of the visit, to see whether it comes back; it is there, too, where two tabs begin at once. */
    check: secret === null ? `${name}=${newDeviceSecret()}${attributes}` : null,
    /** The device cookie with its time begun anew, moved to its present name; none where there is none. */
    renew: secret === null ? [] : [remember(secret), ...forgetUnprefixed],
    forget: [forget(name), ...forgetUnprefixed],
    /** The device of this browser, made where there is none yet, with the cookie that keeps it. */
    enrol(): { device: Device; cookie: string; secret: string } {
      const kept = secret ?? newDeviceSecret();
      return { device: deviceOf(kept), cookie: remember(kept), secret: kept };
    },
    /** Keys from the cookies of before, by assessment, each with the cookie that takes it back. */
    oldKeys: [...cookies].flatMap(([old, key]) =>
      old.startsWith(oldPrefix) && isKey(key) ? [{ assessmentId: old.slice(oldPrefix.length), key, forget: forget(old) }] : [],
    ),
  };
}

/** A cookie header with the device's secret in it, as the browser will send it from now on. */
export const withDevice = (header: string, secret: string, options: CookieOptions): string =>
  `${header}; ${prefixed(plainName, options)}=${secret}`;
