import { expect } from "vitest";
import type { App } from "../support/app";
import { startApp } from "../support/app";
import { startSmtp } from "../support/smtp";
import { newVisitor, type Visitor } from "./visitor";

/** Behind https, so that cookies are as they are where people use them. */
export const accountOrigin = "https://ki-pegel.example.org";
export const goodPassword = "vier blaue Tassen Tee";

/** Settings with which people sign in by password. */
export const accountSettings = (smtpUrl: string) => ({
  ...{ ACCOUNTS: "password", ACCOUNT_SECRET: "a secret of this installation, for tests", PUBLIC_URL: accountOrigin },
  ...{ SMTP_URL: smtpUrl, MAIL_FROM: "ki-pegel@example.org" },
});

export type AccountWorld = Awaited<ReturnType<typeof openAccountWorld>>;

/** The application with accounts, and the mailboxes of everybody. */
export async function openAccountWorld(variables: Record<string, string> = {}) {
  const smtp = await startSmtp();
  const app: App = await startApp({ ...accountSettings(smtp.url), ...variables });

  /** Somebody with a browser, who comes through the proxy that the public address leads to. */
  const visit = (): Visitor =>
    newVisitor(app.url, (url, init) => {
      const headers = new Headers(init.headers);
      headers.set("Origin", accountOrigin);
      headers.set("User-Agent", "Mozilla/5.0 (X11; Linux) Firefox/145.0");
      return fetch(url, { ...init, headers });
    });

  /** The newest mail to an address, once so many have come. */
  async function mailTo(address: string, count: number): Promise<string> {
    const mine = () => smtp.mails.filter(({ to }) => to.includes(address));
    await expect.poll(() => mine().length, { timeout: 5_000 }).toBe(count);
    return mine().at(-1)?.text ?? "";
  }

  /** The path of the link in a mail. */
  const linkIn = (text: string): string => /https:\/\/ki-pegel\.example\.org(\/\S+\/[\w-]{43})/.exec(text)?.[1] ?? "";

  return {
    app,
    mails: smtp.mails,
    visit,
    mailTo,
    linkIn,

    /** Somebody who has made an account and is signed in with it. */
    async signUp(address: string, password = goodPassword): Promise<Visitor> {
      const visitor = visit();
      await visitor.get("/sign-in");
      await visitor.post("/sign-up", { address });
      const done = await visitor.post(linkIn(await mailTo(address, 1)), { password });
      expect([done.status, done.headers.get("location")]).toEqual([303, "/account"]);
      return visitor;
    },

    /** Types address and password. */
    async signIn(visitor: Visitor, address: string, password = goodPassword): Promise<Response> {
      await visitor.get("/sign-in");
      return visitor.post("/sign-in", { address, password });
    },

    async close() {
      await app.close();
      await smtp.close();
    },
  };
}
