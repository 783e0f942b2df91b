import { RateLimiterRes } from "rate-limiter-flexible";
import type { Stores } from "../../../db/index";
import { blockOf } from "../admission/address-block";
import { hashOf } from "../access/keys";
import { ApiProblem } from "./problem";

/** Seconds over which requests are counted. */
const windowSeconds = 60;

export type RateLimits = { perKey: number; perAddress: number };

/**
 * Counts requests by key where there is one, else by address, together with other processes on the same database. An
 * address is kept as a hash, and not much longer than the window.
 * @param limits requests a minute.
 */
export function openRateLimits({ perKey, perAddress }: RateLimits, store: Stores["rateLimits"]) {
  const keys = limiter("key", perKey, store);
  const addresses = limiter("address", perAddress, store);
  return {
    /** @returns the headers that say what is left. @throws Problem where nothing is. */
    count: (keyId: string | null, address: string): Promise<Record<string, string>> =>
      keyId === null ? addresses(hashOf(blockOf(address))) : keys(keyId),
  };
}

/** With the fields of the IETF draft "RateLimit header fields for HTTP": a policy, and what is left of it. */
function limiter(name: string, quota: number, store: Stores["rateLimits"]) {
  const counted = store.limiter(name, quota, windowSeconds);
  const headersOf = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => ({
    "RateLimit-Policy": `"${name}";q=${quota};w=${windowSeconds}`,
    RateLimit: `"${name}";r=${remainingPoints};t=${secondsOf(msBeforeNext)}`,
  });
  return async (who: string) => {
    try {
      return headersOf(await counted.consume(who));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new ApiProblem("too-many-requests", [], {
        ...headersOf(refused),
        "Retry-After": String(secondsOf(refused.msBeforeNext)),
      });
    }
  };
}

const secondsOf = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));
