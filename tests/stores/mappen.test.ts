import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { byAssessment, byOwner, wholeAudit } from "../../app/core/mappe/audit";
import { summarised } from "../../app/http/assessment/summaries";
import { openStores, type Stores } from "../../db";
import { openDatabase, type Database } from "../../db/connection";
import { portfolioStore } from "../../db/portfolios";
import { createDatabase, engine, type TestDatabase } from "../support/engine";
import { content } from "../support/content";

const day = 24 * 60 * 60 * 1000;
const begun = new Date("2026-11-21T12:00:00Z");
const later = new Date(begun.getTime() + day);
const act = { now: begun, by: byOwner };

let place: TestDatabase;
let stores: Stores;
let database: Database;
let queries = 0;
beforeEach(async () => {
  place = await createDatabase();
  stores = await openStores(place.url);
  database = await openDatabase(place.url);
  database.on("query", () => (queries += 1));
});
afterEach(async () => {
  await Promise.all([stores.close(), database.destroy()]);
  await place.remove();
});

const assessment = (name: string) => ({
  ...({ track: "sme", depth: "full", aiUse: "unknown", modelVersion: "2.0.0", organisation: { name } } as const),
  answers: { "strategy-goals": { level: 2 as const } },
});
const made = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const id = `m${String(index).padStart(4, "0")}`;
    return { id, assessment: assessment(`Betrieb ${index}`), keys: { edit: `e${id}`, read: `r${id}` } };
  });
async function newMappe(id = "mappe", now = begun) {
  await stores.mappen.create(id, "Kreis", { hash: `owner ${id}`, sealedSecret: "sealed" }, { now, by: byOwner });
  return id;
}

describe(`Mappen on ${engine}`, () => {
  it("read any number of assessments with the same number of queries", async () => {
    await newMappe();
    const portfolio = portfolioStore(database);
    const counts: number[] = [];
    for (const count of [3, 120]) {
      await stores.mappen.make("mappe", made(count).slice(count === 3 ? 0 : 3), act);
      const read = async () => summarised(await portfolio.lines("mappe", content.version), portfolio, content, "Europe/Berlin", later);
      const first = await read();
      expect(first).toHaveLength(count);
      // Kept with the first look, remembered with the second.
      for (let look = 0; look < 2; look += 1) {
        queries = 0;
        expect(await read()).toEqual(first);
        counts.push(queries);
      }
    }
    expect(counts).toEqual([2, 1, 2, 1]);
    // What is remembered is of the assessment as it is now.
    const renamed = [{ field: "name", seen: null, next: "Zeven" }];
    await stores.assessments.saveProfile("m0000", renamed, new Date(later.getTime() + day));
    const names = (await portfolio.lines("mappe", content.version)).map(({ organisation }) => organisation.name);
    expect([names.length, names.filter((name) => name === "Zeven").length]).toEqual([120, 1]);
  });

  it("work a summary out anew when its assessment or the content has changed, and only then", async () => {
    await newMappe();
    await stores.mappen.make("mappe", made(2), act);
    const read = async (version = content.version) => {
      const lines = await stores.portfolios.lines("mappe", version);
      const kept = lines.filter(({ summary }) => summary !== null).length;
      const rows = await summarised(lines, stores.portfolios, { ...content, version }, "Europe/Berlin", new Date(later.getTime() + day));
      return { kept, answered: rows.map(({ summary }) => summary.answered) };
    };
    expect(await read()).toEqual({ kept: 0, answered: [1, 1] });
    expect(await read()).toEqual({ kept: 2, answered: [1, 1] });
    const change = { item: "strategy-backing", seen: null, next: { level: 1 as const } };
    await stores.answers.save("m0001", [change], { now: later, today: "2026-11-22" });
    expect(await read()).toEqual({ kept: 1, answered: [1, 2] });
    expect(await read()).toEqual({ kept: 2, answered: [1, 2] });
    expect(await read("other content")).toEqual({ kept: 0, answered: [1, 2] });
  });

  it("count the answers of colleagues as the report does", async () => {
    await newMappe();
    await stores.mappen.make("mappe", made(1), act);
    const person = await stores.people.invite("m0000", { name: "Kern", items: ["strategy-backing"], until: null }, "hash", begun);
    if (person === null || person === "too-many") throw new Error("There is room.");
    const change = { item: "strategy-backing", seen: null, next: { level: 3 as const } };
    await stores.people.saveAnswers("m0000", person.id, [change], { now: begun, today: "2026-11-21" });
    const lines = await stores.portfolios.lines("mappe", content.version);
    const [row] = await summarised(lines, stores.portfolios, content, "Europe/Berlin", later);
    expect(row?.summary.answered).toBe(2);
  });

  it("keep no summary of what has changed just now: it may change again within the same millisecond", async () => {
    await newMappe();
    await stores.mappen.make("mappe", made(1), act);
    await summarised(await stores.portfolios.lines("mappe", content.version), stores.portfolios, content, "Europe/Berlin", begun);
    expect((await stores.portfolios.lines("mappe", content.version)).map(({ summary }) => summary)).toEqual([null]);
  });

  it("say how many rounds were closed and when", async () => {
    await newMappe();
    await stores.mappen.make("mappe", made(1), act);
    const kept = { closedOn: "2026-11-22", samePeople: true, contentVersion: "c" };
    await stores.rounds.close("m0000", 1, kept, later);
    const lines = await stores.portfolios.lines("mappe", content.version);
    const [row] = await summarised(lines, stores.portfolios, content, "Europe/Berlin", later);
    expect(row?.summary).toMatchObject({ rounds: 1, lastClosedOn: "2026-11-22", isBetweenRounds: true });
  });

  it("make all assessments or none", async () => {
    await newMappe();
    const [one, two] = made(2);
    if (!one || !two) throw new Error("There are two.");
    await expect(stores.mappen.make("mappe", [one, { ...two, id: one.id }], act)).rejects.toThrow();
    expect([await stores.mappen.count("mappe"), await stores.assessments.find("m0000")]).toEqual([0, null]);
    expect(await stores.mappen.make("none", made(1), act)).toBeNull();
  });

  it("forget what is deleted, and leave the assessments when they end", async () => {
    await newMappe();
    await stores.mappen.make("mappe", made(2), act);
    await summarised(await stores.portfolios.lines("mappe", content.version), stores.portfolios, content, "Europe/Berlin", later);
    await stores.mappen.devices.keep("device", { id: "mappe", sealed: "sealed" }, begun);
    await stores.assessments.remove("m0000");
    expect((await stores.portfolios.lines("mappe", content.version)).map(({ id }) => id)).toEqual(["m0001"]);
    await stores.mappen.remove("mappe");
    expect(await stores.assessments.find("m0001")).not.toBeNull();
    const left = ["mappen", "mappe_people", "mappe_audit", "mappe_assessments", "device_mappe_keys"];
    for (const table of left) expect(await database(table).select(), table).toEqual([]);
    expect(await database("assessment_summaries").pluck<string[]>("assessment_id")).toEqual(["m0001"]);
  });

  it("go with retention once they are empty and old, and not before", async () => {
    for (const id of ["old", "held", "young"]) await newMappe(id, id === "young" ? later : begun);
    await stores.mappen.make("held", made(1), act);
    expect(await stores.mappen.removeEmptyUntouchedSince(later)).toBe(1);
    expect(await stores.mappen.find("old")).toBeNull();
    // An assessment that retention has taken away can still be brought back, and with it its place.
    await stores.assessments.removeUntouchedSince(later, later);
    expect(await stores.mappen.removeEmptyUntouchedSince(later)).toBe(0);
    await stores.assessments.deleteRemovedBefore(new Date(later.getTime() + day));
    expect(await stores.mappen.removeEmptyUntouchedSince(later)).toBe(1);
    expect(await stores.mappen.find("young")).not.toBeNull();
  });

  it("let one of two win who renew the owner's link at once", async () => {
    await newMappe();
    await stores.mappen.devices.keep("device", { id: "mappe", sealed: "old" }, begun);
    const renew = (hash: string) =>
      stores.mappen.renewOwnerKey(
        "mappe",
        "owner mappe",
        { hash, sealedSecret: hash },
        { device: "device", sealed: hash },
        { now: later, by: byOwner },
      );
    expect((await Promise.all([renew("a"), renew("b")])).filter(Boolean)).toHaveLength(1);
    expect(await stores.mappen.findByKeyHash("owner mappe")).toBeNull();
  });

  it("say what was done in them, by whom, whatever becomes of it, and of what is seen once an hour", async () => {
    await newMappe();
    await stores.mappen.make("mappe", made(2), act);
    const minutes = (count: number) => new Date(begun.getTime() + count * 60_000);
    const person = { id: "p", name: "Frau Kern", role: "viewer", byAccount: false, keyHash: "viewer", sealedSecret: null } as const;
    await stores.mappen.addPerson("mappe", person, { ...act, now: minutes(1) });
    const look = (now: Date, id = "p") =>
      stores.mappeAudit.look("mappe", { what: "assessment", of: "m0001", detail: null }, { now, by: { by: "person", id } });
    await Promise.all([look(minutes(2)), look(minutes(2)), look(minutes(3)), look(minutes(2), "q"), look(minutes(62))]);
    await stores.mappen.share("mappe", "m0000", "edit", { ...act, now: minutes(63) });
    await stores.assessments.remove("m0000", undefined, { now: minutes(64), by: byAssessment });
    await stores.mappen.takeOut("mappe", "m0001", { now: minutes(65), by: byAssessment });
    await stores.mappen.takeOut("mappe", "m0001", { now: minutes(66), by: byAssessment });
    const list = async (filter = {}) =>
      (await stores.mappeAudit.list("mappe", { ...wholeAudit, ...filter }, { offset: 0, limit: 99 })).map(({ what, of, by }) =>
        `${by.id ?? by.by} ${what} ${of}`.trim(),
      );
    const all = await list();
    expect(all).toHaveLength(9);
    expect(all.slice(0, 3)).toEqual(["assessment left m0001", "assessment assessment-deleted m0000", "p assessment m0001"]);
    expect(all.slice(3, 5).sort()).toEqual(["p assessment m0001", "q assessment m0001"]);
    expect(all.slice(5).sort()).toEqual(["owner created", "owner made m0000", "owner made m0001", "owner person-invited p"]);
    expect(await list({ actor: "p" })).toHaveLength(2);
    expect(await list({ group: "removed" })).toEqual(all.slice(0, 2));
    expect(await list({ assessment: "m0000" })).toEqual(["assessment assessment-deleted m0000", "owner made m0000"]);
    await expect(database("mappe_audit").update({ by_id: "x" })).rejects.toThrow("The audit is only added to");
    expect(await stores.mappeAudit.removeBefore(minutes(60))).toBe(6);
    expect(await stores.mappeAudit.count("mappe", wholeAudit)).toBe(3);
  });
});
