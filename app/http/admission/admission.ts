import { randomBytes } from "node:crypto";
import type { Request } from "express";
import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";
import type { Stores } from "../../../db/index";
import type { Owner } from "../../jobs/waiting-line";
import { cookieOptionsOf } from "../access/cookies";
import { readBrowser } from "../access/device-cookie";
import { openDoor } from "./door";
import type { Environment } from "../environment";
import { hashOf, keyedTag } from "../access/keys";
import { blockOf } from "./address-block";
import { refusal } from "../request";

/** What strangers may do so often and no more. */
const limitedActions = ["creation", "barrier-report", "download", "upload", "reminder", "invitation", "sign-in", "account-mail"] as const;
export type LimitedAction = (typeof limitedActions)[number];

const hour = 60 * 60;
/** So many mails within the hour reach one recipient, whoever sends them. */
const mailsToRecipient = 3;
const mostRecognised = 10_000;

/**
 * The one door to everything that costs something (docs/decisions/0036): pages, forms, calculations, documents and uploads
 * are done on somebody's account, so that each waits for their own and nobody for another's.
 */
export type Admission = ReturnType<typeof openAdmission>;

export function openAdmission(environment: Environment, rateLimits: Stores["rateLimits"]) {
  const door = openDoor({ share: environment.VISITOR_SHARE / 100 });
  const recognised = new Set<string>();
  const settings: Record<LimitedAction, { perAddress: number; inAll: number }> = {
    creation: { perAddress: environment.CREATIONS_PER_ADDRESS, inAll: environment.CREATIONS_IN_ALL },
    "barrier-report": { perAddress: environment.BARRIER_REPORTS_PER_ADDRESS, inAll: environment.BARRIER_REPORTS_IN_ALL },
    download: { perAddress: environment.DOWNLOADS_PER_ADDRESS, inAll: environment.DOWNLOADS_IN_ALL },
    upload: { perAddress: environment.UPLOADS_PER_ADDRESS, inAll: environment.UPLOADS_IN_ALL },
    reminder: { perAddress: environment.REMINDERS_PER_ADDRESS, inAll: environment.REMINDERS_IN_ALL },
    invitation: { perAddress: environment.INVITATIONS_PER_ADDRESS, inAll: environment.INVITATIONS_IN_ALL },
    "sign-in": { perAddress: environment.SIGN_INS_PER_ADDRESS, inAll: environment.SIGN_INS_IN_ALL },
    "account-mail": { perAddress: environment.ACCOUNT_MAILS_PER_ADDRESS, inAll: environment.ACCOUNT_MAILS_IN_ALL },
  };
  // Whom mails go to is known here by a tag that nobody can check a guess against once this process has ended.
  const recipientSecret = randomBytes(32).toString("hex");
  const toRecipient = rateLimits.limiter("mail to", mailsToRecipient, hour);
  const limiters = new Map(
    limitedActions.map((action) => [
      action,
      {
        perAddress: rateLimits.limiter(`${action} address`, settings[action].perAddress, hour),
        inAll: rateLimits.limiter(`${action} all`, settings[action].inAll, hour),
      },
    ]),
  );

  return {
    door,

    /**
     * On whose account a request goes: of its browser where that holds a key to something, else of all others at its address.
     * A cookie alone does not count, since anybody can make up thousands.
     */
    ownerOf(request: Pick<Request, "ip" | "headers" | "secure">): Owner {
      const device = readBrowser(request.headers.cookie, cookieOptionsOf(request, environment)).device?.hash;
      return { address: hashOf(blockOf(request.ip ?? "")), visitor: device !== undefined && recognised.has(device) ? device : "" };
    },

    /** Notes that a browser has opened something with a key that it holds. */
    recognise(deviceHash: string): void {
      recognised.delete(deviceHash);
      recognised.add(deviceHash);
      const [oldest] = recognised;
      if (recognised.size > mostRecognised && oldest !== undefined) recognised.delete(oldest);
    },

    /** Counts what is limited, for an address and in all. @throws a refusal where there were too many within the hour. */
    async count(action: LimitedAction, { address }: Owner, times = 1): Promise<void> {
      const limiter = limiters.get(action);
      if (!limiter) return;
      await consume(limiter.perAddress, address, times, "too-many");
      await consume(limiter.inAll, "all", times, "busy");
    },

    /** Counts a mail to somebody who has not asked for it, for them as well. @throws as `count` does. */
    async countMail(owner: Owner, recipient: string): Promise<void> {
      await consume(toRecipient, keyedTag(recipientSecret, "recipient", recipient.toLowerCase()), 1, "too-many");
      await this.count("invitation", owner);
    },
  };
}

async function consume(limiter: RateLimiterAbstract, who: string, times: number, code: "too-many" | "busy"): Promise<void> {
  try {
    await limiter.consume(who, times);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw refusal(code, Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
  }
}
