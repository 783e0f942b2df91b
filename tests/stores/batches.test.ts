import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { byOwner } from "../../app/core/mappe/audit";
import { openStores, type Stores } from "../../db";
import { createDatabase, engine, type TestDatabase } from "../support/engine";

const begun = new Date("2026-11-21T12:00:00Z");
const act = { now: begun, by: byOwner };
const after = (seconds: number) => new Date(begun.getTime() + seconds * 1000);
const limits = { open: 2, bytes: 1e9 };
const lease = 10_000;

let place: TestDatabase;
let folder: string;
let stores: Stores;
beforeEach(async () => {
  place = await createDatabase();
  folder = mkdtempSync(join(tmpdir(), "ki-pegel-batches-"));
  stores = await openStores(place.url, join(folder, "evidence"), folder);
  for (const mappe of ["a", "b", "c"]) {
    await stores.mappen.create(mappe, mappe, { hash: `owner ${mappe}`, sealedSecret: "sealed" }, act);
    const made = [1, 2].map((number) => ({
      id: `${mappe}${number}`,
      assessment: {
        track: "sme" as const,
        depth: "full" as const,
        aiUse: "unknown" as const,
        modelVersion: "2.0.0",
        organisation: {},
        answers: {},
      },
      keys: { edit: `e${mappe}${number}`, read: `r${mappe}${number}` },
      clientKey: `k${number}`,
    }));
    await stores.mappen.make(mappe, made, act);
  }
});
afterEach(async () => {
  await stores.close();
  await place.remove();
  rmSync(folder, { recursive: true });
});
const start = (mappeId: string, now = begun) =>
  stores.batches.create(
    { mappeId, options: "kind=pdf", origin: "https://x.example", day: "2026-11-21", assessmentIds: [`${mappeId}1`, `${mappeId}2`] },
    limits,
    now,
  );
const started = async (mappeId: string, now = begun) => {
  const made = await start(mappeId, now);
  if (typeof made === "string") throw new Error(made);
  return made.id;
};
const claimed = async (now: Date) => {
  const found = await stores.batches.claim(lease, now);
  return found && `${found.batch.mappeId} ${found.item?.position ?? "end"}`;
};

describe(`batches on ${engine}`, () => {
  it("are worked on by one process each, in turn, and by another once that has said nothing for long", async () => {
    const [one, other] = [await started("a"), await started("b", after(1))];
    expect([await claimed(after(2)), await claimed(after(2)), await claimed(after(2))]).toEqual(["a 1", "b 1", null]);
    await stores.batches.renew(one, lease, after(8));
    // The one that has spoken keeps it; of the other nothing was heard.
    expect([await claimed(after(13)), await claimed(after(13))]).toEqual(["b 1", null]);
    await stores.batches.settle(one, 1, { fileName: "a.pdf", bytes: 5 });
    await stores.batches.release(one);
    expect(await claimed(after(14))).toBe("a 2");
    await stores.batches.settle(one, 2, { fault: "broken" });
    await stores.batches.release(one);
    expect(await claimed(after(15))).toBe("a end");
    await stores.batches.finish(one, 1, after(16));
    expect(await stores.batches.list("a")).toMatchObject([{ id: one, all: 2, made: 1, failed: 1, summed: 1 }]);
    // Whoever was too late changes nothing of what is finished.
    await stores.batches.renew(one, lease, after(17));
    expect([(await stores.batches.claim(lease, after(60)))?.batch.id, await claimed(after(60))]).toEqual([other, null]);
  });

  it("are bounded for a Mappe, in all, and by what they take on disk", async () => {
    const first = await started("a");
    expect([await start("a"), typeof (await start("b")), await start("c")]).toEqual(["own-open", "object", "full"]);
    await stores.batches.finish(first, null, begun);
    const small = { mappeId: "c", options: "", origin: "", day: "", assessmentIds: ["c1"] };
    expect(await stores.batches.create(small, { open: 9, bytes: 1e6 }, begun)).toBe("full");
    // The oldest makes room for a fourth.
    for (const second of [1, 2, 3]) await stores.batches.finish(await started("a", after(second)), null, after(second));
    const kept = await stores.batches.list("a");
    expect([kept.length, kept.some(({ id }) => id === first)]).toEqual([3, false]);
    expect(await stores.batches.removeFinishedBefore(after(3))).toBe(2);
  });

  it("hand out no document of whoever has left, and delete it", async () => {
    const id = await started("a");
    for (const name of ["1", "1.json", "2", "all"]) await stores.batchFiles.put(id, name, name);
    await stores.batchFiles.put("gone", "1", "x");
    await stores.mappen.takeOut("a", "a1", act);
    await stores.batchFiles.removeOrphans(await stores.batches.kept());
    expect(["1", "1.json", "2", "all"].map((name) => existsSync(join(folder, id, name)))).toEqual([false, false, true, true]);
    expect(existsSync(join(folder, "gone"))).toBe(false);
    expect((await stores.batches.items(id)).map(({ assessmentId, isShared, clientKey }) => [assessmentId, isShared, clientKey])).toEqual([
      ["a1", false, null],
      ["a2", true, "k2"],
    ]);
    await stores.assessments.remove("a1");
    expect((await stores.batches.list("a"))[0]).toMatchObject({ all: 1 });
    await expect(async () => stores.batchFiles.read(id, "../1")).rejects.toThrow("no name");
  });
});
