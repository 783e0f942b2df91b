import { afterAll, beforeAll, expect, it } from "vitest";
import { localeOf } from "../../app/i18n";
import { startIdentityProvider, type ProvidedPeople } from "../support/identity-provider";
import { accountOrigin, openAccountWorld, type AccountWorld } from "./account-visitor";
import type { Visitor } from "./visitor";

const { accounts: words } = localeOf("de").messages;
const people: ProvidedPeople = {};
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let world: AccountWorld;
beforeAll(async () => {
  provider = await startIdentityProvider(accountOrigin, people);
  world = await openAccountWorld({ ACCOUNTS: "both", ...provider.settings });
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

const at = (response: Response) => response.headers.get("location");
const isSignedIn = async (visitor: Visitor) => (await visitor.get("/account")).status === 200;
const begin = async (visitor: Visitor, query = "") => at(await visitor.get(`/sign-in/provider?next=%2Fmappen${query}`)) ?? "";
/** All the way there and back. @returns the path with which the provider sends the browser back, and where that leads. */
async function come(visitor: Visitor, id: string, query = ""): Promise<{ back: string; led: string | null }> {
  const back = (await provider.signIn(provider.visit(), await begin(visitor, query), id)).slice(accountOrigin.length);
  return { back, led: at(await visitor.get(back)) };
}

it("makes an account of whoever comes first with a checked address, and knows them again by their id, whatever the address is then", async () => {
  people.erika = { email: "Erika@Example.org", email_verified: true };
  const visitor = world.visit();
  expect(await visitor.text("/sign-in")).toContain(words.signIn.provider("Testdienst"));
  const { back, led } = await come(visitor, "erika");
  expect(led).toBe("/mappen");
  expect(await visitor.text("/account")).toContain(words.page.as("erika@example.org"));
  const id = await visitor.begin({ name: "Vom Anbieter" });

  expect(at(await visitor.get(back)), "a code counts once").toBe("/sign-in?failed=failed");
  people.erika = { email: "other@example.org", email_verified: false };
  const second = world.visit();
  await come(second, "erika");
  expect((await second.get(`/assessments/${id}`)).status).toBe(200);
  await second.post("/account", { intent: "sign-out" });
  expect(await second.text("/sign-in?done=signed-out")).toContain(words.signIn.atProvider("Testdienst"));
});

it("asks for PKCE, state and nonce, and takes back no browser but the one that it has sent", async () => {
  people.otto = { email: "otto@example.org", email_verified: true };
  const visitor = world.visit();
  const url = new URL(await begin(visitor));
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    ...{ response_type: "code", code_challenge_method: "S256", redirect_uri: `${accountOrigin}/sign-in/return` },
    ...{ code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string, state: expect.stringMatching(/./) as string, nonce: expect.stringMatching(/./) as string }, // prettier-ignore
  });
  const back = (await provider.signIn(provider.visit(), url.href, "otto")).slice(accountOrigin.length);
  const other = world.visit();
  await begin(other);
  for (const [who, path] of [
    [other, back],
    [world.visit(), back],
    [visitor, back.replace(/state=[^&]+/, "state=made-up")],
  ] as const) {
    expect(at(await who.get(path))).toBe("/sign-in?failed=failed");
    expect(await isSignedIn(who)).toBe(false);
  }
});

it("links the account of a checked address, whose owner is told, and makes none of an unchecked one", async () => {
  const owner = await world.signUp("paula@example.org");
  const id = await owner.begin();
  people.mallory = { email: "paula@example.org", email_verified: false };
  const mallory = world.visit();
  expect((await come(mallory, "mallory")).led).toBe("/sign-in?failed=unverified");
  expect(await isSignedIn(mallory)).toBe(false);
  people.paula = { email: "paula@example.org", email_verified: true };
  const paula = world.visit();
  await come(paula, "paula");
  expect((await paula.get(`/assessments/${id}`)).status).toBe(200);
  expect(await world.mailTo("paula@example.org", 2)).toContain(words.mails.changed.what.provider);
});

it("confirms who somebody is by what they type at the provider anew, and as nobody else", async () => {
  people.anna = { email: "anna@example.org", email_verified: true };
  people.bert = { email: "bert@example.org", email_verified: true };
  const anna = world.visit();
  await come(anna, "anna");
  expect(await begin(anna, "&confirm")).toMatch(/[?&]prompt=login&max_age=0/);
  expect((await come(anna, "bert", "&confirm")).led).toBe("/account/confirm?failed=other");
  expect((await come(anna, "anna", "&confirm")).led).toBe("/mappen");
});
