import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TOTP } from "otpauth";
import { openDatabase, type Database } from "../../db/connection";
import { localeOf } from "../../app/i18n";
import { endIdleAccounts } from "../../app/http/accounts/account-retention";
import { accountRoutes, addressOf, routePaths } from "../hostile/addresses";
import { goodPassword, openAccountWorld, type AccountWorld } from "./account-visitor";
import { linksOfMappe, makeMappe } from "./mappe-visitor";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const { accounts: words, keeping, mappe: mappeWords } = localeOf("de").messages;
const without = sharedApp();
let world: AccountWorld;
beforeAll(async () => {
  world = await openAccountWorld();
});
afterAll(() => world.close());

let count = 0;
let address: string;
beforeEach(() => {
  count += 1;
  address = `person${count}@example.org`;
});
const at = (response: Response) => [response.status, response.headers.get("location")];
const sessionOf = (visitor: Visitor) => visitor.cookies.get("__Host-ki_pegel_session");
const isSignedIn = async (visitor: Visitor) => (await visitor.get("/account")).status === 200;

it("leaves no trace where the operator wants none", async () => {
  const visitor = newVisitor(without.url);
  for (const path of [
    "/account",
    "/sign-in",
    "/sign-up",
    "/reset",
    "/sign-in/code",
    "/sign-in/provider",
    "/en/account/delete",
    "/invitation/x",
  ])
    expect((await visitor.get(path)).status, path).toBe(404);
  expect((await visitor.post("/sign-in", { address, password: goodPassword })).status).toBe(404);
  const home = await visitor.text("/");
  expect(home).not.toContain("/account");
  const privacy = await visitor.text("/privacy");
  expect([privacy.includes(words.privacy.noMoreCookies), privacy.includes("<h2>Konten</h2>")]).toEqual([true, false]);
  const owner = newVisitor(without.url);
  expect(await owner.text(`/mappen/${await makeMappe(owner)}/settings`)).not.toContain(words.ofMappe.title);
});

describe("the pages about accounts", () => {
  /** Whether the answer leads to where one signs in. */
  const leadsToSignIn = (response: Response) => /^(\/en)?\/sign-in(\?|$)/.test(response.headers.get("location") ?? "");

  it.each(accountRoutes)("are for whom the table says: $route", async ({ route, signedOut }) => {
    const path = addressOf(route, { ":key": "A".repeat(43) });
    const visitor = world.visit();
    const [seen, sent] = [await visitor.get(path), await visitor.post(path, { intent: "sign-out", address, password: goodPassword })];
    expect([seen.status < 500, leadsToSignIn(seen)]).toEqual([true, signedOut === "signIn"]);
    if (signedOut === "signIn") expect(sent.status === 405 || leadsToSignIn(sent), `${sent.status}`).toBe(true);
    else expect(sent.status).toBeLessThan(500);
  });
});

describe("making an account", () => {
  it("needs the mail, a link that works once, and a password that is hard to guess", async () => {
    const visitor = world.visit();
    await visitor.get("/sign-in");
    expect(await (await visitor.post("/sign-up", { address: ` ${address.toUpperCase()} ` })).text()).toContain(words.sent.signUp);
    const link = world.linkIn(await world.mailTo(address, 1));
    expect(link).toMatch(/^\/account\/link\//);
    expect((await visitor.get(link)).status).toBe(200);
    for (const [password, fault] of [
      ["kurz", "too-short"],
      ["Passwort2026", "common"],
      [`${address}`, "personal"],
    ] as const) {
      const refused = await visitor.post(link, { password });
      const page = await refused.text();
      expect([refused.status, page.includes(words.passwordFaults(12, 128)[fault])], password).toEqual([422, true]);
      expect(page, "never sent back").not.toMatch(/type="password"[^>]*value=/);
    }
    expect(at(await visitor.post(link, { password: goodPassword }))).toEqual([303, "/account"]);
    expect(await visitor.text("/account")).toContain(words.page.as(address));
    const again = world.visit();
    expect((await again.get(link)).status).toBe(404);
    await again.post(link, { password: goodPassword });
    expect(await isSignedIn(again)).toBe(false);
    const kept = await world.app.services.stores.accounts.findByAddress(address);
    expect(kept?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("says the same of an address that has one, whose owner is told so by mail", async () => {
    await world.signUp(address);
    const visitor = world.visit();
    const answers = [];
    for (const one of [address, `nobody-${address}`])
      for (const path of ["/sign-up", "/reset"]) {
        const response = await visitor.post(path, { address: one });
        answers.push([path, response.status, (await response.text()).replaceAll(one, "")]);
      }
    expect(answers[0]).toEqual(answers[2]);
    expect(answers[1]).toEqual(answers[3]);
    await world.mailTo(`nobody-${address}`, 1);
    await world.mailTo(address, 3);
    const subjects = world.mails.filter(({ to }) => to.includes(address)).map(({ text }) => text.split("\n")[2] ?? "");
    expect(subjects.some((line) => line.includes("Sie haben aber schon eines"))).toBe(true);
  });
});

describe("signing in", () => {
  it("says the same of a wrong password and of an address without an account", async () => {
    await world.signUp(address);
    const visitor = world.visit();
    const answerTo = async (one: string) => {
      const response = await world.signIn(visitor, one, "ein falsches Passwort");
      return [response.status, (await response.text()).replaceAll(one, "")];
    };
    expect(await answerTo(address)).toEqual(await answerTo(`nobody-${address}`));
    expect(sessionOf(visitor)).toBeUndefined();
  });

  it("begins with a new secret each time, in a cookie for this host alone, and ends on each device by itself", async () => {
    const first = await world.signUp(address);
    const second = world.visit();
    const done = await world.signIn(second, address);
    expect(at(done)).toEqual([303, "/account"]);
    const cookie = done.headers.getSetCookie().find((line) => line.startsWith("__Host-ki_pegel_session="));
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=604800$/);
    const stolen = world.visit();
    stolen.cookies.set("__Host-ki_pegel_session", sessionOf(second) ?? "");
    await second.post("/account", { intent: "sign-out" });
    expect(await second.text(`/mappen/${"A".repeat(22)}`), "it may be in the account").toContain(words.toAccount);
    expect(await second.text(`/sign-in?next=/invitation/${"A".repeat(43)}`)).toContain(words.signIn.forInvitation);
    expect([await isSignedIn(second), await isSignedIn(stolen), await isSignedIn(first)]).toEqual([false, false, true]);

    await world.signIn(second, address);
    const page = await first.text("/account");
    const [, id = ""] = /name="id" value="([\w-]{22})"\/><button class="link-button" name="intent" value="end-session"/.exec(page) ?? [];
    await first.post("/account", { intent: "end-session", id });
    expect([await isSignedIn(second), await isSignedIn(first)]).toEqual([false, true]);
    await world.signIn(second, address);
    await first.post("/account", { intent: "end-others" });
    expect([await isSignedIn(second), await isSignedIn(first)]).toEqual([false, true]);
  });

  it("lets nobody end another's session", async () => {
    const [mine, other] = [await world.signUp(address), await world.signUp(`other-${address}`)];
    const { accounts, accountSessions } = world.app.services.stores;
    const account = await accounts.findByAddress(address);
    const [session] = await accountSessions.list(account?.id ?? "", new Date(), { idleHours: 1, days: 1 });
    await other.post("/account", { intent: "end-session", id: session?.id ?? "" });
    expect(await isSignedIn(mine)).toBe(true);
  });

  it("is slowed down for strangers after ten wrong passwords, not on a browser that the account knows, nor after a reset", async () => {
    const known = await world.signUp(address);
    await known.post("/account", { intent: "sign-out" });
    const stranger = world.visit();
    for (let tried = 0; tried < 10; tried += 1) expect((await world.signIn(stranger, address, "ein falsches Passwort")).status).toBe(422);
    const slowed = await world.signIn(stranger, address);
    expect([slowed.status, (await slowed.text()).includes("zu viele Versuche")]).toEqual([429, true]);
    expect(at(await world.signIn(known, address))).toEqual([303, "/account"]);

    const owner = world.visit();
    await owner.get("/sign-in");
    expect((await world.signIn(owner, address)).status).toBe(429);
    await owner.post("/reset", { address });
    const next = "drei rote Kannen Kaffee";
    expect(at(await owner.post(world.linkIn(await world.mailTo(address, 2)), { password: next }))[1]).toBe("/sign-in?done=password-set");
    expect(await isSignedIn(known)).toBe(false);
    expect(at(await world.signIn(owner, address, next))).toEqual([303, "/account"]);
  });
});

describe("what an account opens", () => {
  it("opens on every device, not without being signed in, and not to another account", async () => {
    const mine = await world.signUp(address);
    const id = await mine.begin({ name: "Kontowerk GmbH" });
    const mappe = await makeMappe(mine, "Mappe im Konto");
    const elsewhere = world.visit();
    expect((await elsewhere.get(`/assessments/${id}`)).status).toBe(404);
    await world.signIn(elsewhere, address);
    expect([(await elsewhere.get(`/assessments/${id}`)).status, (await elsewhere.get(`/mappen/${mappe}`)).status]).toEqual([200, 200]);
    const page = await elsewhere.text("/account");
    expect([page.includes("Kontowerk GmbH"), page.includes("Mappe im Konto")]).toEqual([true, true]);
    const other = await world.signUp(`other-${address}`);
    const routes = routePaths.filter((route) => /^\/(assessments|mappen)\/:id/.test(route));
    expect(routes.length).toBeGreaterThan(50);
    for (const route of routes) {
      const path = addressOf(route, { ":id": route.startsWith("/mappen") ? mappe : id, ":person": "x", ":assessment": id });
      const [seen, sent] = [await other.get(path), await other.post(path, { intent: "go-full", name: "Geändert" })];
      expect([seen.status, [404, 405].includes(sent.status)], path).toEqual([404, true]);
      expect(await seen.text(), path).not.toMatch(/Kontowerk|Mappe im Konto/);
    }
    expect(await world.app.services.stores.assessments.find(id)).toMatchObject({ organisation: { name: "Kontowerk GmbH" } });
    await other.post("/account", { intent: "drop", id });
    await mine.post("/account", { intent: "sign-out" });
    expect((await mine.get(`/assessments/${id}`)).status).toBe(404);
    expect((await elsewhere.get(`/assessments/${id}`)).status).toBe(200);
  });

  it("takes over what the browser opened, keeps the further right, and hands it back when the account is deleted", async () => {
    const visitor = world.visit();
    const id = await visitor.begin({ name: "Vorher AG" });
    const { read } = await visitor.links(id);
    await visitor.post("/sign-up", { address });
    await visitor.post(world.linkIn(await world.mailTo(address, 1)), { password: goodPassword });
    expect(await visitor.text("/account")).toContain(words.page.takeOver);
    await visitor.post("/account", { intent: "take-over" });
    const second = world.visit();
    await world.signIn(second, address);
    await second.get(read);
    expect((await second.get(`/assessments/${id}/profile`)).status).toBe(200);
    const data = (await (await second.get("/account/data")).json()) as { address: string; assessments: unknown[] };
    expect(data).toMatchObject({ address, assessments: [{ id, name: "Vorher AG", may: "edit" }], asksForCodes: false });
    expect(JSON.stringify(data)).not.toMatch(/argon2|[\w-]{43}/);

    expect(await second.text(`/device/forget?assessment=${id}`)).toContain(keeping.forget.alsoInAccount);
    expect(await second.text("/device/forget")).toContain(keeping.forget.allBesideAccount);
    const warned = await second.text("/account/delete");
    expect([warned.includes(words.remove.others), warned.includes(words.remove.invited)]).toEqual([true, false]);
    expect(at(await second.post("/account/delete", {}))).toEqual([303, "/sign-in?done=deleted"]);
    expect(await world.mailTo(address, 2)).toContain(words.mails.changed.what.deleted);
    expect([await isSignedIn(visitor), await isSignedIn(second)]).toEqual([false, false]);
    expect((await second.get(`/assessments/${id}/profile`)).status).toBe(200);
    expect((await visitor.get(`/assessments/${id}`)).status).toBe(404);
    expect((await world.signIn(second, address)).status).toBe(422);
  });

  it("renews the links of an assessment for whoever holds it in the account", async () => {
    const mine = await world.signUp(address);
    const id = await mine.begin();
    const { edit } = await mine.links(id);
    expect((await mine.post(`/assessments/${id}`, { intent: "renew-edit-link" })).status).toBe(303);
    const second = world.visit();
    await world.signIn(second, address);
    expect((await second.get(`/assessments/${id}`)).status).toBe(200);
    expect((await world.visit().get(edit)).status).toBe(404);
  });
});

describe("a Mappe by account", () => {
  const invite = async (owner: Visitor, mappe: string, role: string, to = address) => {
    const page = await (
      await owner.post(`/mappen/${mappe}/settings`, { intent: "invite-account", address: to, "account-role": role })
    ).text();
    return /\/invitation\/[\w-]{43}/.exec(page)?.[0] ?? "";
  };

  it.each([
    ["owner", 200, 200],
    ["editor", 403, 200],
    ["viewer", 403, 403],
  ] as const)("is taken in once as %s, with what that role may", async (role, mayDelete, mayAdd) => {
    const owner = world.visit();
    const mappe = await makeMappe(owner);
    const link = await invite(owner, mappe, role);
    expect(await world.mailTo(address, 1)).toContain(link);
    const stranger = world.visit();
    expect(at(await stranger.get(link))).toEqual([302, `/sign-in?next=${encodeURIComponent(link)}`]);

    const account = await (async () => {
      world.mails.length = 0;
      return world.signUp(address);
    })();
    expect(await account.text(link)).toContain("Kreis Musterland");
    expect(at(await account.post(link, {}))).toEqual([303, `/mappen/${mappe}`]);
    expect(await account.text("/account/delete")).toContain(words.remove.invited);
    expect(await account.text("/mappen")).toContain(keeping.forget.alsoInAccount);
    if (mayDelete !== 200)
      expect(await account.text(`/mappen/${mappe}/settings`)).toContain(mappeWords.settings.notOwner(mappeWords.rights[role]));
    expect((await account.get(`/mappen/${mappe}/delete`)).status).toBe(mayDelete);
    expect((await account.get(`/mappen/${mappe}/add`)).status).toBe(mayAdd);
    const other = await world.signUp(`other-${address}`);
    await other.post(link, {});
    expect([(await other.get(link)).status, (await other.get(`/mappen/${mappe}`)).status]).toEqual([404, 404]);

    const page = await owner.text(`/mappen/${mappe}/settings`);
    const [, person = ""] = /name="id" value="([\w-]{16})"/.exec(page) ?? [];
    expect(await linksOfMappe(owner, mappe)).toHaveLength(1);
    await owner.post(`/mappen/${mappe}/settings`, { intent: "remove-person", id: person });
    expect((await account.get(`/mappen/${mappe}`)).status).toBe(404);
  });

  it("lets an invited owner invite, and not renew the link of whoever has made the Mappe", async () => {
    const owner = world.visit();
    const mappe = await makeMappe(owner);
    const second = await world.signUp(address);
    await second.post(await invite(owner, mappe, "owner"), {});
    const third = await world.signUp(`third-${address}`);
    await third.post(await invite(second, mappe, "viewer", `third-${address}`), {});
    expect((await third.get(`/mappen/${mappe}`)).status).toBe(200);
    expect(await linksOfMappe(second, mappe)).toEqual([]);
    expect((await second.post(`/mappen/${mappe}/settings`, { intent: "renew-owner" })).status).toBe(404);
    expect((await owner.get(`/mappen/${mappe}`)).status).toBe(200);
  });
});

/** Works on the database beside the application. */
async function inDatabase(work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase(world.app.services.environment.DATABASE_URL);
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}
const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000).toISOString();
const accountId = async () => (await world.app.services.stores.accounts.findByAddress(address))?.id ?? "";

describe("what changes how somebody signs in", () => {
  const pages = accountRoutes.flatMap((page) => ("isConfirmed" in page && !page.route.startsWith("/en/") ? [page.route] : []));

  it("is asked for the password again after a quarter of an hour, and given a new secret", async () => {
    const mine = await world.signUp(address);
    const id = await accountId();
    await inDatabase((database) =>
      database("account_sessions")
        .where({ account_id: id })
        .update({ confirmed_at: minutesAgo(16) }),
    );
    for (const path of pages) {
      const to = [302, `/account/confirm?next=${encodeURIComponent(path)}`];
      expect(at(await mine.get(path))).toEqual(to);
      expect(at(await mine.post(path, { password: "drei rote Kannen Kaffee", intent: "off" }))).toEqual(to);
    }
    expect(await accountId()).toBe(id);
    const before = sessionOf(mine);
    expect((await mine.post("/account/confirm", { password: "ein falsches Passwort", next: "/account/password" })).status).toBe(422);
    expect(at(await mine.post("/account/confirm", { password: goodPassword, next: "//evil.example" }))).toEqual([303, "/account"]);
    expect(sessionOf(mine)).not.toBe(before);
    for (const path of pages) expect((await mine.get(path)).status, path).toBe(200);
  });

  it("ends every other session and link with a new password, and tells by mail", async () => {
    const mine = await world.signUp(address);
    const other = world.visit();
    await world.signIn(other, address);
    await other.post("/reset", { address });
    const link = world.linkIn(await world.mailTo(address, 2));
    const before = sessionOf(mine);
    expect(at(await mine.post("/account/password", { password: "drei rote Kannen Kaffee" }))).toEqual([303, "/account?saved=password"]);
    expect(sessionOf(mine)).not.toBe(before);
    expect([await isSignedIn(mine), await isSignedIn(other), (await other.get(link)).status]).toEqual([true, false, 404]);
    expect((await world.signIn(other, address)).status).toBe(422);
    expect(await world.mailTo(address, 3)).toContain(words.mails.changed.what.password);
  });

  it("takes a new address once its mail is read, unless it is another account's", async () => {
    const mine = await world.signUp(address);
    await world.signUp(`taken-${address}`);
    await mine.post("/account/address", { address: `taken-${address}` });
    expect(await world.mailTo(`taken-${address}`, 2)).toContain("Sie haben aber schon eines");
    await mine.post("/account/address", { address: `new-${address}` });
    const link = world.linkIn(await world.mailTo(`new-${address}`, 1));
    await mine.get(link);
    expect(await mine.text("/account")).toContain(words.page.as(address));
    expect(at(await mine.post(link, {}))).toEqual([303, "/account?saved=address"]);
    const page = await mine.text("/account?saved=address");
    for (const text of [words.page.saved.address, words.page.as(`new-${address}`)]) expect(page).toContain(text);
    const told = await world.mailTo(address, 2);
    expect(told).toContain(words.mails.changed.what.address);
    // No account has this address any more, so that a new password is no advice.
    expect(told).not.toContain(words.signIn.reset);
    expect(told).toContain("/imprint");
  });
});

describe("a code as second proof", () => {
  async function turnOn(visitor: Visitor): Promise<{ app: TOTP; recovery: string[] }> {
    const page = await visitor.text("/account/codes");
    const secret = /totp-secret">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(" ", "") ?? "";
    expect(await visitor.text("/account/codes"), "looking again spoils nothing").toContain(secret.slice(0, 4));
    const app = new TOTP({ secret });
    expect((await visitor.post("/account/codes", { intent: "on", code: "000000" })).status).toBe(422);
    const shown = await (await visitor.post("/account/codes", { intent: "on", code: app.generate() })).text();
    return { app, recovery: [...shown.matchAll(/<code>([A-Z2-7-]{19})<\/code>/g)].map(([, code = ""]) => code) };
  }

  it("is asked for, counts once, and has codes for whoever loses it", async () => {
    const mine = await world.signUp(address);
    const { app, recovery } = await turnOn(mine);
    expect(new Set(recovery).size).toBe(10);
    const visitor = world.visit();
    expect(at(await world.signIn(visitor, address))).toEqual([303, "/sign-in/code?next=%2Faccount"]);
    expect(await visitor.text("/sign-in/code?next=%2Faccount")).toContain(words.secondStep.lost);
    expect(await isSignedIn(visitor)).toBe(false);
    const send = (code: string) => visitor.post("/sign-in/code", { code });
    expect((await send(app.generate())).status, "the code that turned it on").toBe(422);
    const next = app.generate({ timestamp: Date.now() + 30_000 });
    expect(at(await send(`${next.slice(0, 3)} ${next.slice(3)}`))).toEqual([303, "/account"]);

    const third = world.visit();
    await world.signIn(third, address);
    expect((await third.post("/sign-in/code", { code: next })).status, "used already").toBe(422);
    const [code = ""] = recovery;
    expect(at(await third.post("/sign-in/code", { code: code.toLowerCase() }))).toEqual([303, "/account"]);
    const fourth = world.visit();
    await world.signIn(fourth, address);
    expect((await fourth.post("/sign-in/code", { code })).status).toBe(422);
    expect(await fourth.post("/sign-in/code", { code: "" }).then(({ status }) => status)).toBe(422);

    expect(await mine.text("/account/codes")).toContain(words.codes.left(9));
    await mine.post("/account/codes", { intent: "off" });
    expect(at(await world.signIn(fourth, address))).toEqual([303, "/account"]);
  });

  it("may be tried five times, and opens nothing without the password before it", async () => {
    const mine = await world.signUp(address);
    await turnOn(mine);
    const stranger = world.visit();
    expect(at(await stranger.post("/sign-in/code", { code: "123456" }))).toEqual([303, "/sign-in"]);
    await world.signIn(stranger, address);
    for (let tried = 0; tried < 5; tried += 1) expect((await stranger.post("/sign-in/code", { code: "000000" })).status).toBe(422);
    expect((await stranger.post("/sign-in/code", { code: "000000" })).status).toBe(429);
  });
});

describe("in time", () => {
  it("links, sessions and accounts that nobody uses go, these after a mail", async () => {
    const mine = await world.signUp(address);
    const assessment = await mine.begin();
    const { edit } = await mine.links(assessment);
    await mine.post("/reset", { address });
    await world.mailTo(address, 2);
    const id = await accountId();
    const open = world.app.services.accounts;
    if (!open) throw new Error("No accounts");
    const left = async (table: string, column: string) => {
      let rows: unknown[] = [];
      await inDatabase(async (database) => (rows = await database(table).where({ [column]: id })));
      return rows.length;
    };
    const now = new Date();
    const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const run = (days: number) => endIdleAccounts(open, 24, inDays(days), inDays(days));
    expect([await left("account_sessions", "account_id"), await left("account_links", "account_id")]).toEqual([1, 1]);
    await run(1);
    expect([await left("account_sessions", "account_id"), await left("account_links", "account_id")]).toEqual([0, 0]);
    await run(690);
    expect(world.mails.filter(({ to, text }) => to.includes(address) && text.includes("In 30 Tagen"))).toEqual([]);
    await run(705);
    expect(await world.mailTo(address, 3)).toContain("In 30 Tagen");
    await run(733);
    expect(await left("accounts", "id")).toBe(1);
    await run(736);
    expect([await left("accounts", "id"), await left("account_devices", "account_id")]).toEqual([0, 0]);
    expect(at(await world.visit().get(edit))).toEqual([302, `/assessments/${assessment}`]);
  });
});
