import type { PasswordFault } from "../../core/accounts/password-rule";
import { acceptedStep, bareCode } from "../../core/accounts/totp-rule";
import type { AccessGrant } from "../access/access";
import { deviceOf, hashOf, isKey, secretTag, type Device } from "../access/keys";
import type { AccountChange } from "./account-mails";
import type { linksOf } from "./links";
import type { OpenAccounts } from "./open-accounts";
import { endSessionCookie } from "./session-cookie";
import type { SignedIn } from "./signed-in";
import { newRecoveryCodes, newTotpSecret, totpAddress, totpOffset } from "./totp";
import { confirmSession, type Visit } from "./visit";

/** What opens to an account alone, and to this browser without it. */
export type Grants = { account: AccessGrant; browser: AccessGrant };

/** What somebody who is signed in may do with their account. */
export type OwnAccount = ReturnType<typeof ownAccount>;

export function ownAccount(open: OpenAccounts, visit: Visit, signedIn: SignedIn, grants: Grants, links: ReturnType<typeof linksOf>) {
  const { stores, secret, limits, mails } = open;
  const { accounts, accountFactors, accountLinks, accountSessions, deviceKeys, mappen, mappeInvitations } = stores;
  const { account, session, device } = signedIn;
  const { browser, now } = visit;
  const { id, address, language } = account;
  const tell = (change: AccountChange): void => mails.changed(change, address, language);

  /** What changes how somebody signs in ends all other sessions, and gives this one a new secret. @returns the cookie to set. */
  async function renewSessions(): Promise<string> {
    await accountSessions.endAll(id, session.id);
    await accountLinks.removeAll(id);
    return confirmSession(open, visit, signedIn);
  }

  return {
    ...{ address, createdAt: account.createdAt, isConfirmed: signedIn.isConfirmed },
    hasPassword: account.passwordHash !== null,
    hasCodes: account.totp?.step != null,
    list: () => grants.account.list(),
    mappen: () => grants.account.mappen.list(),

    async sessions() {
      const all = await accountSessions.list(id, now, limits);
      return all.map((one) => ({
        id: one.id,
        browser: one.browser,
        begunAt: one.begunAt,
        seenAt: one.seenAt,
        isThis: one.id === session.id,
      }));
    },
    endSession: (sessionId: string): Promise<void> => accountSessions.end(id, sessionId),
    endOtherSessions: (): Promise<void> => accountSessions.endAll(id, session.id),

    /** How many assessments and Mappen open on this browser, but not with the account. */
    async elsewhere(): Promise<number> {
      const [lines, folders] = [await grants.browser.list(), await grants.browser.mappen.list()];
      const held = new Set([...(await grants.account.list()), ...(await grants.account.mappen.list())].map((one) => one.id));
      return [...lines, ...folders].filter((one) => !held.has(one.id)).length;
    },
    /** Moves what this browser opens into the account. */
    async takeOver(): Promise<void> {
      if (browser.device) await move(browser.device, grants.account);
    },
    /** The account opens it no more; it stays. */
    forget: (assessmentId: string): Promise<void> => grants.account.forget(assessmentId),
    forgetMappe: (mappeId: string): Promise<void> => grants.account.mappen.forget(mappeId),

    /** What a link leads to that works once; null where it works no more. */
    async invitation(key: string): Promise<{ name: string; role: "owner" | "editor" | "viewer" } | null> {
      const found = isKey(key) ? await mappeInvitations.find(hashOf(key), now) : null;
      return found && { name: found.name, role: found.role };
    },
    /** Takes a Mappe into the account and uses the link up. @returns its id. */
    async accept(key: string): Promise<string | null> {
      const found = isKey(key) ? await mappeInvitations.use(hashOf(key), now) : null;
      const mappeKey = found && deviceOf(key).unseal(found.mappeId, found.sealed);
      return mappeKey ? ((await grants.account.mappen.accept(mappeKey))?.id ?? null) : null;
    },

    /** @returns why the password is not taken, or the cookie to set. */
    async setPassword(password: string): Promise<{ fault: PasswordFault } | { cookie: string } | null> {
      const { passwords } = open;
      if (!passwords) return null;
      const fault = await links.passwordFault(password, address);
      if (fault) return { fault };
      await accounts.setPassword(id, await visit.outside(passwords.hash(password)));
      tell("password");
      return { cookie: await renewSessions() };
    },

    changeAddress: (next: string): Promise<void> => links.askToChange(id, next, language),

    codes: {
      count: () => accountFactors.countCodes(id),

      /** The secret that an app is to keep: that which waits already, so that looking again does not spoil what was scanned. */
      async propose(): Promise<{ secret: string; address: string }> {
        const waiting = account.totp && device.unseal("totp", account.totp.sealed);
        const kept = waiting ?? newTotpSecret();
        if (waiting === null) await accountFactors.propose(id, device.seal("totp", kept));
        return { secret: kept, address: totpAddress(kept, address) };
      },

      /** With the first code that is right, codes are asked for. @returns codes for whoever loses the app, shown once; null where it is wrong. */
      async turnOn(code: string): Promise<{ recovery: string[]; cookie: string } | null> {
        const kept = account.totp?.step === null ? device.unseal("totp", account.totp.sealed) : null;
        const step = kept === null ? null : acceptedStep(totpOffset(kept, code, now), null, now);
        if (step === null || !(await accountFactors.takeStep(id, step))) return null;
        tell("codes-on");
        return { recovery: await renewRecovery(), cookie: await renewSessions() };
      },

      renewRecovery,

      async turnOff(): Promise<void> {
        await accountFactors.remove(id);
        tell("codes-off");
      },
    },

    /** @returns the cookies to set. */
    async signOut(): Promise<string[]> {
      await accountSessions.end(id, session.id);
      return [endSessionCookie(visit.cookieOptions)];
    },

    /** Deletes the account; what it opened opens to this browser from then on. @returns the cookies to set. */
    async remove(): Promise<string[]> {
      await move(device, grants.browser);
      await accounts.remove(id);
      tell("deleted");
      return [endSessionCookie(visit.cookieOptions), browser.enrol().cookie];
    },

    /** Everything that is stored about the account, but what opens something. */
    async data() {
      const [lines, folders, identities] = [
        await grants.account.list(),
        await grants.account.mappen.list(),
        await accounts.identities.list(id),
      ];
      return {
        ...{ address, language, createdAt: account.createdAt, usedAt: account.usedAt },
        ...{ hasPassword: account.passwordHash !== null, asksForCodes: account.totp?.step != null },
        recoveryCodes: await accountFactors.countCodes(id),
        knownBrowsers: await accounts.devices.count(id),
        identities,
        sessions: (await accountSessions.list(id, now, limits)).map(({ browser: name, begunAt, seenAt }) => ({
          browser: name,
          begunAt,
          seenAt,
        })),
        assessments: lines.map((line) => ({ id: line.id, name: line.organisation.name ?? null, may: line.may })),
        mappen: folders.map(({ id: mappeId, name, role }) => ({ id: mappeId, name, role })),
      };
    },
  };

  async function renewRecovery(): Promise<string[]> {
    const fresh = newRecoveryCodes();
    await accountFactors.replaceCodes(id, fresh.map((code) => secretTag(secret, "recovery code", `${id} ${bareCode(code)}`))); // prettier-ignore
    return fresh;
  }

  /** Keys from one holder to another, which keeps what it has where that may more. */
  async function move(from: Device, to: AccessGrant): Promise<void> {
    for (const { id: assessmentId, sealed } of await deviceKeys.list(from.hash)) {
      const key = from.unseal(assessmentId, sealed);
      if (key !== null) await to.accept(key);
    }
    for (const { id: mappeId, sealed } of await mappen.devices.list(from.hash)) {
      const key = from.unseal(mappeId, sealed);
      if (key !== null) await to.mappen.accept(key);
    }
    await deviceKeys.forgetAll(from.hash);
    await mappen.devices.forgetAll(from.hash);
  }
}
