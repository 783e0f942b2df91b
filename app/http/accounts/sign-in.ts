import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";
import { bareCode, acceptedStep } from "../../core/accounts/totp-rule";
import { providerOutcome } from "../../core/accounts/provider-rule";
import type { Language } from "../../core/vocabulary";
import type { StoredAccount } from "../../../db/accounts";
import { accountDeviceOf, hashOf, newEditKey, secretTag } from "../access/keys";
import type { OpenAccounts } from "./open-accounts";
import { readJourney, type Provider, type ProviderJourney } from "./provider";
import { endProviderCookie, endStepCookie, providerCookie, readProviderCookie, readStepKey, stepCookie } from "./session-cookie";
import { isRecoveryCode, totpOffset } from "./totp";
import { beginSession, confirmSession, type Visit } from "./visit";

/** What became of an attempt. `second-step`: a code is asked for; `wait`: there were too many, for so many minutes. */
export type SignInResult =
  | { kind: "signed-in"; cookies: string[] }
  | { kind: "second-step"; cookie: string }
  | { kind: "refused" }
  | { kind: "wait"; minutes: number };

const minute = 60_000;

/** Counts an attempt before it is made, so that many at once are no way around. @returns minutes to wait, or null. */
async function counted(limiter: RateLimiterAbstract, who: string): Promise<number | null> {
  try {
    await limiter.consume(who);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / minute));
  }
}

/** Ways to sign in, for one request. */
export function signInOf(open: OpenAccounts, visit: Visit) {
  const { stores, secret, attempts, codes } = open;
  const { accounts, accountFactors, accountLinks } = stores;
  const { now, browser } = visit;

  /** Attempts of a browser that has been let in count apart, so that strangers who try passwords lock nobody out there. */
  async function triedBy(address: string, account: StoredAccount | null): Promise<string> {
    const device = browser.device?.hash;
    const isKnown = account !== null && device !== undefined && (await accounts.devices.knows(account.id, device));
    return `${secretTag(secret, "address", address)} ${isKnown ? device : "strangers"}`;
  }

  /** Whoever has proved who they are with one thing is asked for the second, where there is one. */
  async function afterFirst(account: StoredAccount): Promise<SignInResult> {
    if (account.totp?.step == null) return { kind: "signed-in", cookies: await beginSession(open, visit, account.id) };
    const step = newEditKey();
    await accountLinks.make(hashOf(step), { accountId: account.id, purpose: "second-step", address: account.address }, now);
    return { kind: "second-step", cookie: stepCookie(step, visit.cookieOptions) };
  }

  /** Whether a code is right; it is never taken again. */
  async function takesCode({ id, totp }: StoredAccount, code: string): Promise<boolean> {
    if (isRecoveryCode(code)) return accountFactors.useCode(id, secretTag(secret, "recovery code", `${id} ${bareCode(code)}`));
    const key = totp && accountDeviceOf(secret, id).unseal("totp", totp.sealed);
    const step = totp && key !== null ? acceptedStep(totpOffset(key, code, now), totp.step, now) : null;
    return step !== null && accountFactors.takeStep(id, step);
  }

  /** Compares a password, and takes as long where there is no account. @returns minutes to wait, or whether it is right. */
  async function proves(address: string, account: StoredAccount | null, password: string): Promise<number | boolean> {
    const { passwords } = open;
    if (!passwords) return false;
    const who = await triedBy(address, account);
    const wait = await counted(attempts, who);
    if (wait !== null) return wait;
    const isRight = await visit.outside(passwords.matches(account?.passwordHash ?? null, password));
    if (isRight) await attempts.delete(who);
    return isRight;
  }

  async function provesCode(account: StoredAccount, code: string): Promise<number | boolean> {
    const wait = await counted(codes, account.id);
    if (wait !== null) return wait;
    const isRight = await takesCode(account, code);
    if (isRight) await codes.delete(account.id);
    return isRight;
  }

  return {
    /** Takes as long and says the same whether or not there is such an account. */
    async withPassword(address: string, password: string): Promise<SignInResult> {
      await visit.count("sign-in");
      const account = await accounts.findByAddress(address);
      const right = await proves(address, account, password);
      if (typeof right === "number") return { kind: "wait", minutes: right };
      if (!right || !account) return { kind: "refused" };
      return afterFirst(account);
    },

    /** @returns null where the step that a password has opened is over. */
    async withCode(code: string): Promise<SignInResult | null> {
      await visit.count("sign-in");
      const step = readStepKey(visit.cookies, visit.cookieOptions);
      const link = step === null ? null : await accountLinks.find(hashOf(step), now);
      const account = link?.purpose === "second-step" && link.accountId !== null ? await accounts.find(link.accountId) : null;
      if (!account || step === null) return null;
      const right = await provesCode(account, code);
      if (typeof right === "number") return { kind: "wait", minutes: right };
      if (!right) return { kind: "refused" };
      // To one of two at once.
      if ((await accountLinks.use(hashOf(step), now)) === null) return null;
      return { kind: "signed-in", cookies: [...(await beginSession(open, visit, account.id)), endStepCookie(visit.cookieOptions)] };
    },

    /** Proves again who is signed in. @returns the cookie to set, minutes to wait, or null where something is wrong. */
    async confirm(password: string, code: string): Promise<{ cookie: string } | { wait: number } | null> {
      const { signedIn } = visit;
      if (!signedIn) return null;
      await visit.count("sign-in");
      const { account } = signedIn;
      const right = await proves(account.address, account, password);
      if (typeof right === "number") return { wait: right };
      const second = right && account.totp?.step != null ? await provesCode(account, code) : right;
      if (typeof second === "number") return { wait: second };
      return second ? { cookie: await confirmSession(open, visit, signedIn) } : null;
    },

    provider: open.provider && withProvider(open, open.provider, visit, afterFirst),
  };
}

/** What became of somebody who came back from the provider. */
export type ProviderResult =
  | (SignInResult & { kind: "signed-in" | "second-step" })
  | { kind: "confirmed"; cookies: string[] }
  /** `unverified`: the provider has not checked the address; `other`: somebody else is signed in here; `failed`: it did not work. */
  | { kind: "unverified" | "other" | "failed" };

function withProvider(open: OpenAccounts, provider: Provider, visit: Visit, afterFirst: (account: StoredAccount) => Promise<SignInResult>) {
  const { stores, log, mails } = open;
  const { accounts } = stores;
  const { now, cookieOptions, signedIn } = visit;

  async function accountFor(journey: ProviderJourney, query: string): Promise<StoredAccount | "unverified" | null> {
    const identity = await visit.outside(provider.finish(query, journey));
    const byAddress = identity.address === null ? null : await accounts.findByAddress(identity.address);
    const outcome = providerOutcome(identity, await accounts.identities.find(identity), byAddress?.id ?? null);
    if (outcome.kind === "refuse") return "unverified";
    const id = outcome.kind === "create" ? await accounts.create(outcome.address, journey.language, null, now) : outcome.accountId;
    const account = id === null ? null : await accounts.find(id);
    if (!account) return null;
    if (outcome.kind !== "sign-in") await accounts.identities.link(account.id, identity, now);
    if (outcome.kind === "link") mails.changed("provider", account.address, account.language);
    return account;
  }

  /** What a library says of a refusal may name somebody: the log has its code alone. */
  const failed = (error: unknown): { kind: "failed" } => {
    const { code, error: said } = error as { code?: unknown; error?: unknown };
    log.warn({ code: code ?? "unknown", said: said ?? null }, "signing in at the provider failed");
    return { kind: "failed" };
  };

  return {
    name: provider.name,

    /** @param next where to go afterwards, an address of ours. @returns where to send the browser; null where the provider is not there. */
    async begin(purpose: ProviderJourney["purpose"], next: string, language: Language): Promise<{ url: string; cookie: string } | null> {
      await visit.count("sign-in");
      try {
        const { url, cookie } = await visit.outside(provider.begin({ purpose, next, language }));
        return { url, cookie: providerCookie(cookie, cookieOptions) };
      } catch (error) {
        failed(error);
        return null;
      }
    },

    /** @returns what became of it, and where to go, null where the browser was not sent there from here. */
    async finish(query: string): Promise<{ result: ProviderResult; next: string; language: Language; cookie: string } | null> {
      const journey = readJourney(readProviderCookie(visit.cookies, cookieOptions));
      if (!journey) return null;
      const result = await finished(journey, query).catch(failed);
      return { result, next: journey.next, language: journey.language, cookie: endProviderCookie(cookieOptions) };
    },

    signOutUrl: (backTo: string): Promise<string | null> => visit.outside(provider.signOutUrl(backTo)).catch((error: unknown) => (failed(error), null)), // prettier-ignore
  };

  async function finished(journey: ProviderJourney, query: string): Promise<ProviderResult> {
    const account = await accountFor(journey, query);
    if (account === null) return { kind: "failed" };
    if (account === "unverified") return { kind: "unverified" };
    if (journey.purpose === "sign-in") return (await afterFirst(account)) as ProviderResult;
    if (signedIn?.account.id !== account.id) return { kind: "other" };
    return { kind: "confirmed", cookies: [await confirmSession(open, visit, signedIn)] };
  }
}
