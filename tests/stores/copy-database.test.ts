import { afterEach, beforeEach, expect, it } from "vitest";
import { byOwner } from "../../app/core/mappe/audit";
import type { NewAssessment } from "../../db/stored-assessment";
import { openStores } from "../../db";
import { openDatabase, type Database } from "../../db/connection";
import { compareDatabases, copyDatabase } from "../../db/copy-database";
import { createDatabase, createSqlite, type TestDatabase } from "../support/engine";

const now = new Date("2026-11-21T12:00:00Z");
const act = { now, by: byOwner };
let places: TestDatabase[];
let from: Database;
let to: Database;
/** From SQLite to the engine under test. */
beforeEach(async () => {
  places = [await createSqlite(), await createDatabase()];
  const [source, target] = places;
  from = await openDatabase(source?.url ?? "");
  to = await openDatabase(target?.url ?? "");
  const stores = await openStores(source?.url ?? "");
  const program = await stores.apiKeys.create({ name: "Ä", scopes: ["score"], expiresOn: null }, "hash", now);
  for (let count = 0; count < 7; count += 1) {
    const assessment: NewAssessment = {
      ...{ track: "sme", depth: "full", aiUse: "none", modelVersion: "2.0.0", organisation: { name: `Größe ${count} 😀` } },
      ...{ answers: { B: { level: 1 }, a: { level: 2, note: "'); DROP TABLE answers; --" } } },
    };
    const id = await stores.assessments.create(assessment, { edit: `e${count}`, read: `r${count}` }, now);
    await stores.deviceKeys.keep("device", { id, sealed: "sealed" }, now);
    await stores.plans.saveSteps(id, [{ field: "x.status", seen: null, next: "done" }], now);
    await stores.authorTexts.save(id, [{ field: "summary", seen: null, next: "Fazit" }], "de", now);
    const person = await stores.people.invite(id, { name: "Ä", items: ["a"], until: null }, `p${count}`, now);
    if (typeof person !== "object" || !person) throw new Error("Nobody was asked");
    await stores.people.devices.keep("device", { id: person.id, sealed: "sealed" }, now);
    await stores.people.saveAnswers(id, person.id, [{ item: "a", seen: null, next: { level: 3 } }], { now, today: "2026-11-26" });
    const room = { id: `w${count}`, assessment_id: id, code: `code${count}`, items: '["a"]', most_people: 5, until: "2026-12-31" };
    await from("workshops").insert({ ...room, position: 1, shown: "[]", created_at: now.toISOString() });
    await from("workshop_people").insert({ person_id: person.id, workshop_id: room.id });
    await from("workshop_votes").insert({ person_id: person.id, workshop_id: room.id, item_id: "a", vote: '{"level":1}' });
    await from("recorded_answers").insert({ assessment_id: id, item_id: "a", recorded: "{}" });
    await stores.brands.save(id, [{ field: "name", seen: null, next: "Kreis" }], now);
    await from("rounds").insert({ assessment_id: id, number: 1, round: "{}" });
  }
  const creation = { idempotencyHash: "i", bodyHash: "b" };
  const made = { track: "sme", depth: "full", aiUse: "none", modelVersion: "2.0.0", organisation: {}, answers: {} } as const;
  await stores.apiAssessments.create(program, { id: "api", assessment: made, keys: { edit: "e", read: "r" }, creation }, now);
  await stores.barrierReports.add({ message: "m", contact: null }, now);
  await stores.mappen.create("mappe", "Kreis", { hash: "owner", sealedSecret: "sealed" }, act);
  await stores.apiMappen.create(program, "own", "Kreis", { hash: "program", sealedSecret: "sealed" }, now);
  await stores.mappen.addPerson(
    "mappe",
    { id: "p", name: "Ä", role: "viewer", byAccount: true, keyHash: "viewer", sealedSecret: null },
    act,
  );
  await stores.mappen.devices.keep("device", { id: "mappe", sealed: "sealed" }, now);
  await stores.mappen.add("mappe", ["api"], "read", null, act);
  const account = (await stores.accounts.create("a@example.org", "de", "hash", now)) ?? "";
  await stores.accounts.devices.keep(account, "device", now);
  await stores.accounts.identities.link(account, { issuer: "https://id.example.org", subject: "Ä", address: null }, now);
  await stores.accountSessions.begin(account, "session", "Firefox, Linux", now);
  await stores.accountLinks.make("link", { accountId: account, purpose: "reset", address: "a@example.org" }, now);
  await stores.accountFactors.propose(account, "sealed");
  await stores.accountFactors.replaceCodes(account, ["one", "two"]);
  await stores.mappeInvitations.make("mappe", "p", "invitation", "sealed", now);
  await stores.mappeBrands.save("mappe", [{ field: "name", seen: null, next: "Kreis" }], act);
  const wish = { mappeId: "mappe", options: "kind=pdf", origin: "https://x.example", day: "2026-11-21", assessmentIds: ["api"] };
  await stores.batches.create(wish, { open: 5, bytes: 1e9 }, now);
  await stores.rings.set("mappe", { rule: "open", track: "sme", modelVersion: "2.0.0" }, act);
  await stores.rings.invite("mappe", ["api"], 30, act);
  const webhook = await stores.webhooks.add("mappe", { url: "https://example.org/", events: ["member.joined"] }, act);
  await stores.webhooks.test("mappe", webhook ?? "", now);
  const row = { assessment_id: "api", assessment_updated_at: now.toISOString(), content_version: "c", summary: "{}" };
  await from("assessment_summaries").insert(row);
  await stores.close();
});
afterEach(async () => {
  await Promise.all([from.destroy(), to.destroy()]);
  for (const place of places) await place.remove();
});

it("copies everything, in batches, there and back again", async () => {
  const copied = await copyDatabase(from, to, 3, () => undefined);
  expect(Object.fromEntries(copied.map(({ table, rows }) => [table, rows]))).toEqual({
    ...{ people: 7, person_answers: 7, recorded_answers: 7, device_people: 7 },
    ...{
      assessments: 8,
      answers: 14,
      previous_answers: 0,
      plans: 0,
      plan_steps: 7,
      author_texts: 7,
      brands: 7,
      rounds: 7,
      device_keys: 7,
      changes: 43,
      reminders: 0,
    },
    ...{ api_keys: 1, api_assessments: 1, api_mappen: 1, api_creations: 1, barrier_reports: 1, times: 0 },
    ...{ accounts: 1, account_devices: 1, account_identities: 1, account_sessions: 1, account_links: 1, account_recovery_codes: 2 },
    ...{ mappe_invitations: 1, workshops: 7, workshop_people: 7, workshop_votes: 7 },
    ...{ mappe_brands: 1, batches: 1, batch_items: 1 },
    ...{ mappen: 2, mappe_people: 1, device_mappe_keys: 1, mappe_assessments: 1, assessment_summaries: 1, rings: 1, ring_members: 1 },
    mappe_audit: 8,
    webhooks: 1,
    webhook_messages: 1,
  });
  expect(copied.every(({ differences }) => differences === 0)).toBe(true);

  const third = await createSqlite();
  const back = await openDatabase(third.url);
  expect((await copyDatabase(to, back, 500, () => undefined)).every(({ differences }) => differences === 0)).toBe(true);
  expect(await back("answers").orderBy(["assessment_id", "item_id"])).toEqual(await from("answers").orderBy(["assessment_id", "item_id"]));
  await back.destroy();
  await third.remove();
});

it("copies nothing into a database that holds something", async () => {
  await to("barrier_reports").insert({ id: "a", message: "m", created_at: now.toISOString() });
  await expect(copyDatabase(from, to, 3, () => undefined)).rejects.toThrow("The target is not empty: there are rows in barrier_reports");
  expect(await to("assessments").select()).toEqual([]);
});

it("tells rows that differ, and rows that are missing", async () => {
  await copyDatabase(from, to, 3, () => undefined);
  await to("answers").where({ item_id: "a" }).update({ answer: "{}" });
  await to("author_texts")
    .where({ assessment_id: (await to("author_texts").first<{ assessment_id: string }>()).assessment_id })
    .delete();
  const compared = await compareDatabases(from, to, 100, () => undefined);
  const differing = compared.filter(({ differences }) => differences > 0).map(({ table, differences }) => [table, differences > 6]);
  expect(differing).toEqual([
    ["answers", true],
    ["author_texts", true],
  ]);
});
