import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf, newApiKey } from "../../app/http/access/keys";
import { openStores, type Stores } from "../../db";
import { openDatabase } from "../../db/connection";
import { createDatabase, engine, everythingIn, type TestDatabase } from "../support/engine";

const atNoon = new Date("2026-11-21T12:00:00Z");
const later = new Date("2026-11-22T12:00:00Z");
const hostile = `'); DROP TABLE api_keys; -- "\\ %00 \${x} <script>`;

describe(`API keys on ${engine}`, () => {
  let place: TestDatabase;
  let stores: Stores;
  beforeEach(async () => {
    place = await createDatabase();
    stores = await openStores(place.url);
  });
  afterEach(async () => {
    await stores.close();
    await place.remove();
  });
  const wish = { name: hostile, scopes: ["score", "reports"] as ("score" | "reports")[], expiresOn: "2027-12-31" };

  it("are kept as they were made, found by their hash alone, and each has a salt of its own", async () => {
    const { apiKeys } = stores;
    const [key, other] = [newApiKey(), newApiKey()];
    const id = await apiKeys.create(wish, hashOf(key), atNoon);
    await apiKeys.create({ ...wish, expiresOn: null }, hashOf(other), atNoon);
    const found = await apiKeys.findByHash(hashOf(key));
    expect(found).toEqual({
      ...wish,
      id,
      linkSalt: expect.stringMatching(/^[0-9a-f]{64}$/),
      createdAt: "2026-11-21T12:00:00.000Z",
      lastUsedOn: null,
      revokedAt: null,
    });
    expect((await apiKeys.findByHash(hashOf(other)))?.linkSalt).not.toBe(found?.linkSalt);
    for (const unknown of [key, "", hashOf("x"), hostile]) expect(await apiKeys.findByHash(unknown)).toBeNull();
    const tables = await openDatabase(place.url);
    expect(await everythingIn(tables)).toContain(hashOf(key));
    expect(await everythingIn(tables)).not.toContain(key);
    await tables.destroy();
  });

  it("are never two with the same hash", async () => {
    await stores.apiKeys.create(wish, "hash", atNoon);
    await expect(stores.apiKeys.create(wish, "hash", atNoon)).rejects.toThrow();
  });

  it("are listed in the order in which they were made", async () => {
    const second = await stores.apiKeys.create(wish, "b", later);
    const first = await stores.apiKeys.create(wish, "a", atNoon);
    expect((await stores.apiKeys.list()).map(({ id }) => id)).toEqual([first, second]);
  });

  it("are revoked once, and the others stay good", async () => {
    const { apiKeys } = stores;
    const [id, other] = [await apiKeys.create(wish, "a", atNoon), await apiKeys.create(wish, "b", later)];
    expect(await apiKeys.revoke(id, atNoon)).toBe(true);
    expect(await apiKeys.revoke(id, later)).toBe(true);
    expect(await apiKeys.revoke(hostile, later)).toBe(false);
    expect((await apiKeys.list()).map((key) => [key.id, key.revokedAt])).toEqual([
      [id, "2026-11-21T12:00:00.000Z"],
      [other, null],
    ]);
  });

  it("remember the day of their last use", async () => {
    const id = await stores.apiKeys.create(wish, "a", atNoon);
    await stores.apiKeys.markUsed(id, "2026-11-22");
    expect(await stores.apiKeys.findByHash("a")).toMatchObject({ lastUsedOn: "2026-11-22" });
  });
});
