import { deviceOf, isDeviceSecret, isKey, newDeviceSecret, type Device } from "./keys";

/** The one cookie, however many assessments a browser opens. */
const deviceCookie = "ki-pegel";
/** Before there was the one cookie, there was one for each assessment, named after it. */
const oldPrefix = "ki-pegel-";
const secondsPerDay = 24 * 60 * 60;
/** Browsers keep no cookie for longer; each visit to an assessment begins the time anew. */
const maxAge = 400 * secondsPerDay;

export type CookieOptions = { secure: boolean };

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

export function readBrowser(header: string | undefined, { secure }: CookieOptions) {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const [name = "", value = ""] = pair.trim().split("=", 2);
    cookies.set(name, value);
  }
  const known = cookies.get(deviceCookie);
  const secret = known !== undefined && isDeviceSecret(known) ? known : null;
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  const forget = (name: string) => `${name}=${attributes}; Max-Age=0`;
  const remember = (value: string) => `${deviceCookie}=${value}${attributes}; Max-Age=${maxAge}`;

  return {
    device: secret === null ? null : deviceOf(secret),
    /** Whether the browser has sent back our cookie. */
    keepsCookies: secret !== null,
    /** A secret for the time of the visit, to see whether it comes back; it is there, too, where two tabs begin at once. */
    check: secret === null ? `${deviceCookie}=${newDeviceSecret()}${attributes}` : null,
    /** The device cookie with its time begun anew; null where there is none. */
    renew: secret === null ? null : remember(secret),
    forget: forget(deviceCookie),
    /** The device of this browser, made where there is none yet, with the cookie that keeps it. */
    enrol(): { device: Device; cookie: string; secret: string } {
      const kept = secret ?? newDeviceSecret();
      return { device: deviceOf(kept), cookie: remember(kept), secret: kept };
    },
    /** Keys from the cookies of before, by assessment, each with the cookie that takes it back. */
    oldKeys: [...cookies].flatMap(([name, key]) =>
      name.startsWith(oldPrefix) && isKey(key) ? [{ assessmentId: name.slice(oldPrefix.length), key, forget: forget(name) }] : [],
    ),
  };
}

/** A cookie header with the device's secret in it, as the browser will send it from now on. */
export const withDevice = (header: string, secret: string): string => `${header}; ${deviceCookie}=${secret}`;
