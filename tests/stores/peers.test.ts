import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { histogramOf, totalOf, without, type Histogram } from "../../app/core/benchmark/histogram";
import { comparePeers, cohortKey, widening, type Cohort, type Contribution, type PeerScores } from "../../app/core/benchmark/peers";
import { isNarrower, minimumPeers } from "../../app/core/benchmark/publication";
import { dimensionIds, type DimensionId } from "../../app/core/vocabulary";
import { openStores, type Stores } from "../../db";
import { openDatabase, type Database } from "../../db/connection";
import { peerStore } from "../../db/peers";
import { publishMany } from "../support/many-peers";
import { engines, type TestDatabase } from "./engines";

const atNoon = new Date("2026-11-21T12:00:00Z");
const years = (count: number) => new Date(Date.UTC(2026 + count, 10, 21));

const modelVersion = "1.2.3";
const track: Cohort = { track: "sme", modelVersion };
const small: Cohort = { ...track, sizeClass: "employees-1-9" };
const medium: Cohort = { ...track, sizeClass: "employees-10-49" };
const smallNW: Cohort = { ...small, land: "NW" };
const smallBY: Cohort = { ...small, land: "BY" };
const mediumNW: Cohort = { ...medium, land: "NW" };
const mediumBY: Cohort = { ...medium, land: "BY" };
const narrowest = [smallNW, smallBY, mediumNW, mediumBY];

const some = (count: number) => Array.from({ length: count }, (_, index) => index);
const allScores = (score: number): PeerScores => Object.fromEntries(dimensionIds.map((dimension) => [dimension, score]));
const contribution = (cohort: Cohort, score: number): Contribution => ({ cohort, scores: { strategy: score } });

async function createAssessment(stores: Stores, id: string): Promise<string> {
  const organisation = { sizeClass: "employees-1-9", land: "NW" } as const;
  const assessment = { track: "sme", depth: "full", modelVersion, organisation, answers: {} } as const;
  return stores.assessments.create(assessment, { edit: `edit ${id}`, read: `read ${id}` }, atNoon, id);
}

describe.each(engines)("peers on $name", ({ name: engine, create }) => {
  let place: TestDatabase;
  let stores: Stores;
  /** A look at the tables behind the store's back. */
  let tables: Database;
  beforeEach(async () => {
    place = await create();
    stores = await openStores(place.url);
    tables = await openDatabase(place.url);
  });
  afterEach(async () => {
    await tables.destroy();
    await stores.close();
    place.remove();
  });

  let made = 0;
  async function newcomer(): Promise<string> {
    made += 1;
    return createAssessment(stores, `organisation number ${made}`);
  }
  /** Joins one after the other. @returns their ids. */
  async function joinAll(cohort: Cohort, scores: number[]): Promise<string[]> {
    const ids: string[] = [];
    for (const score of scores) {
      const id = await newcomer();
      await stores.peers.join(id, contribution(cohort, score), atNoon);
      ids.push(id);
    }
    return ids;
  }
  /** By cohort, the scores in the published state, as somebody sees them who is in none. */
  async function shown(cohort: Cohort): Promise<Record<string, number[]>> {
    const cells = await stores.peers.read(cohort, "nobody");
    const scores = (histogram: Histogram) => histogram.flatMap((count, score) => new Array<number>(count).fill(score));
    return Object.fromEntries(cells.map((cell) => [cell.cohort, scores(cell.histogram)]));
  }
  /** Live sizes: never read by the store's readers. */
  async function sizes(cohort: Cohort): Promise<number[]> {
    const rows = await tables("peer_cells")
      .whereIn("cohort", widening(cohort).map(cohortKey))
      .orderByRaw("length(cohort) desc")
      .select<{ size: number }[]>("size");
    return rows.map(({ size }) => size);
  }

  describe("join and leave", () => {
    it("keep a contribution as it was when it joined, and take it back whole, after years too", async () => {
      const id = await newcomer();
      const scores = { strategy: 63, funding: 0, acceptance: 100 };
      await stores.peers.join(id, { cohort: smallNW, scores }, atNoon);
      await stores.assessments.updateProfile(id, { depth: "quick", organisation: { sizeClass: "employees-10-49" } }, atNoon);
      expect(await stores.peers.contributionOf(id)).toEqual({ cohort: smallNW, scores, joinedAt: "2026-11-21T12:00:00.000Z" });
      expect(await tables("peer_scores").where({ assessment_id: id })).toHaveLength(9);

      await stores.peers.leave(id);
      expect(await stores.peers.contributionOf(id)).toBeNull();
      expect(await tables("peer_scores")).toEqual([]);
      expect(new Set(await tables("peer_cells").pluck("size"))).toEqual(new Set([0]));
    });

    it("put a new contribution in the place of the earlier one, in other cohorts too", async () => {
      const id = await newcomer();
      await stores.peers.join(id, contribution(smallNW, 10), atNoon);
      await stores.peers.join(id, contribution(mediumBY, 20), years(1));
      expect(await stores.peers.contributionOf(id)).toEqual({ ...contribution(mediumBY, 20), joinedAt: "2027-11-21T00:00:00.000Z" });
      expect(await sizes(smallNW)).toEqual([0, 0, 1]);
      expect(await sizes(mediumBY)).toEqual([1, 1, 1]);
    });

    it("count each once, however many come at the same time", async () => {
      const ids = await Promise.all(some(20).map(newcomer));
      await Promise.all(ids.map((id, index) => stores.peers.join(id, contribution(smallNW, index), atNoon)));
      await Promise.all(ids.slice(0, 4).flatMap((id) => [stores.peers.leave(id), stores.peers.leave(id)]));
      expect(await sizes(smallNW)).toEqual([16, 16, 16]);
    });

    it("do nothing where there is nothing, and refuse whom nobody knows", async () => {
      await stores.peers.leave("unknown");
      await expect(stores.peers.join("unknown", contribution(smallNW, 10), atNoon)).rejects.toThrow();
      expect(await tables("peer_cells")).toEqual([]);
      expect(await stores.peers.contributionOf("unknown")).toBeNull();
    });
  });

  describe("what is published", () => {
    it("is nothing with five, and with six all cohorts that hold them", async () => {
      await joinAll(smallNW, [10, 20, 30, 40, 50]);
      expect(await shown(smallNW)).toEqual({});
      await joinAll(smallNW, [60]);
      const six = [10, 20, 30, 40, 50, 60];
      expect(await shown(smallNW)).toEqual({ [cohortKey(smallNW)]: six, [cohortKey(small)]: six, [cohortKey(track)]: six });
      expect(await shown(smallBY)).toEqual({ [cohortKey(small)]: six, [cohortKey(track)]: six });
      expect(await shown(mediumBY)).toEqual({ [cohortKey(track)]: six });
    });

    it("is the wider cohort alone where no narrower one is large enough", async () => {
      await joinAll(smallNW, [10, 20, 30]);
      await joinAll(smallBY, [40, 50, 60]);
      const six = [10, 20, 30, 40, 50, 60];
      expect(await shown(smallNW)).toEqual({ [cohortKey(small)]: six, [cohortKey(track)]: six });
    });

    it("changes with the eighth change only", async () => {
      const first = await joinAll(smallNW, some(6));
      const state = await shown(smallNW);
      await joinAll(smallNW, some(7));
      expect(await shown(smallNW)).toEqual(state);
      await stores.peers.leave(first[0] ?? "");
      expect((await shown(smallNW))[cohortKey(smallNW)]).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6]);
    });

    it("does not count whoever leaves and returns, however often and with whatever score", async () => {
      const [first = ""] = await joinAll(smallNW, some(6));
      await joinAll(smallNW, some(6));
      const state = await shown(smallNW);
      for (const score of [0, 100, 50, 0]) {
        await stores.peers.leave(first);
        expect(await shown(smallNW)).toEqual(state);
        await stores.peers.join(first, contribution(smallNW, score), atNoon);
        expect(await shown(smallNW)).toEqual(state);
      }
      expect(await tables("peer_cells").pluck("changes")).toEqual([6, 6, 6]);
      await joinAll(smallNW, [99]);
      expect(await shown(smallNW)).toEqual(state);
      await joinAll(smallNW, [99]);
      expect((await shown(smallNW))[cohortKey(smallNW)]).toHaveLength(14);
    });

    it("is withdrawn with fewer than six, and comes back with those who were in it, unchanged", async () => {
      const [first = ""] = await joinAll(smallNW, some(6));
      const state = await shown(smallNW);
      await stores.peers.leave(first);
      expect(await shown(smallNW)).toEqual({});
      await stores.peers.join(first, contribution(smallNW, 0), atNoon);
      expect(await shown(smallNW)).toEqual(state);
    });

    it("does not come back with another in one's place, or with one other score", async () => {
      const [first = ""] = await joinAll(smallNW, some(6));
      await stores.peers.leave(first);
      await stores.peers.join(first, contribution(smallNW, 99), atNoon);
      expect(await shown(smallNW)).toEqual({});
      await stores.peers.leave(first);
      await joinAll(smallNW, [0]);
      expect(await shown(smallNW)).toEqual({});
    });

    it("never lets a wider cohort differ from a narrower one by a few", async () => {
      await joinAll(smallNW, some(8));
      await joinAll(smallBY, [99]);
      const before = await shown(smallBY);
      expect(before[cohortKey(small)]).toEqual([0, 1, 2, 3, 4, 5]);
      await joinAll(smallBY, some(4));
      expect(await shown(smallBY)).toEqual(before);
    });

    it("is the narrower cohort where it or a wider one could change, but not both", async () => {
      await joinAll(smallNW, [1, 2, 3]);
      await joinAll(smallBY, [91, 92, 93, 94, 95, 96]);
      await joinAll(smallNW, [4, 5, 6, 7]);
      const wider = [1, 2, 3, 91, 92, 93];
      expect(await shown(smallNW)).toEqual({ [cohortKey(small)]: wider, [cohortKey(track)]: wider });
      await joinAll(smallNW, [8]);
      expect(await shown(smallNW)).toEqual({
        [cohortKey(smallNW)]: [1, 2, 3, 4, 5, 6, 7, 8],
        [cohortKey(small)]: wider,
        [cohortKey(track)]: wider,
      });
    });

    it("hides nobody behind a score that others lack: each dimension is counted by itself", async () => {
      await joinAll(smallNW, some(6));
      const both = await newcomer();
      await stores.peers.join(both, { cohort: smallNW, scores: { strategy: 50, funding: 77 } }, atNoon);
      await joinAll(smallNW, some(20));
      const dimensions = (await stores.peers.read(smallNW, "nobody")).map(({ dimension }) => dimension);
      expect(new Set(dimensions)).toEqual(new Set(["strategy"]));
    });

    it("tells readers their own value in it, also after they have left or joined with another", async () => {
      const [first = "", second = ""] = await joinAll(smallNW, [11, 22, 33, 44, 55, 66]);
      await joinAll(smallNW, [77]);
      const own = async (id: string) => new Set((await stores.peers.read(smallNW, id)).map((cell) => cell.own));
      expect(await own(first)).toEqual(new Set([11]));
      expect(await own("nobody")).toEqual(new Set([null]));
      await stores.peers.leave(first);
      await stores.peers.join(first, contribution(smallNW, 99), atNoon);
      expect(await own(first)).toEqual(new Set([11]));
      await stores.peers.leave(second);
      expect(await own(second)).toEqual(new Set([22]));
    });
  });

  describe("a deleted assessment", () => {
    const traces = async () => [
      await tables("peer_contributions").pluck("assessment_id"),
      await tables("peer_scores").distinct("assessment_id").pluck("assessment_id"),
      await tables("peer_state_members").distinct("member").pluck("member"),
    ];

    it("takes its contribution along, leaving no id and no score of its own", async () => {
      const ids = await joinAll(smallNW, some(7));
      const [first = "", second = ""] = ids;
      await stores.peers.leave(second);
      for (const id of [first, second]) await stores.assessments.remove(id);
      expect(await sizes(smallNW)).toEqual([5, 5, 5]);
      for (const kind of await traces()) for (const id of [first, second]) expect(kind).not.toContain(id);
      for (const id of [first, second]) expect(place.bytes()).not.toContain(`${id}"`);
      expect(await tables("peer_state_members").whereNull("score")).toHaveLength(6);
      expect(await shown(smallNW)).toEqual({});
    });

    it("is out as well where retention removes it", async () => {
      const ids = await joinAll(smallNW, some(8));
      const [kept = ""] = ids;
      await stores.assessments.updateProfile(kept, { depth: "full", organisation: {} }, years(2));
      expect(await stores.assessments.removeUntouchedSince(years(1))).toBe(8 - 1);
      expect(await sizes(smallNW)).toEqual([1, 1, 1]);
      for (const kind of (await traces()).slice(0, 2)) expect(kind).toEqual([kept]);
    });

    it("cannot be deleted past the counts", async () => {
      const [first = ""] = await joinAll(smallNW, [1]);
      await expect(tables("assessments").where({ id: first }).delete()).rejects.toThrow();
    });
  });

  describe("reading", () => {
    it("touches the same few rows at a thousand and at a hundred thousand contributions", async () => {
      const read: number[] = [];
      for (const count of [1_000, 100_000]) {
        await publishMany(tables, { ...smallNW, modelVersion: `${count}.0.0` }, count);
        let rows = 0;
        const counter = (response: unknown[]) => void (rows += response.length);
        tables.on("query-response", counter);
        const cells = await peerStore(tables).read({ ...smallNW, modelVersion: `${count}.0.0` }, "organisation-500");
        tables.removeListener("query-response", counter);
        expect(cells.map(({ histogram }) => totalOf(histogram))).toEqual(new Array(27).fill(count));
        read.push(rows);
      }
      expect(read).toEqual([27, 27]);
    });

    it.runIf(engine === "SQLite")("finds them by their keys and scans no table", async () => {
      let asked: { sql: string; bindings: string[] } | null = null;
      tables.once("query", (query: { sql: string; bindings: string[] }) => void (asked = query));
      await peerStore(tables).read(smallNW, "nobody");
      const { sql, bindings } = asked ?? { sql: "", bindings: [] };
      const plan = await tables.raw<{ detail: string }[]>(`explain query plan ${sql}`, bindings);
      const steps = plan.map(({ detail }) => detail);
      expect(steps.filter((detail) => detail.startsWith("SEARCH"))).toHaveLength(2);
      expect(steps.filter((detail) => detail.includes("SCAN"))).toEqual([]);
    });

    it("gives every dimension of a full contribution", async () => {
      for (const score of some(6)) await stores.peers.join(await newcomer(), { cohort: smallNW, scores: allScores(score) }, atNoon);
      const values = comparePeers(smallNW, await stores.peers.read(smallNW, "nobody"));
      expect(values.map(({ dimension, median, organisations }) => [dimension, median, organisations])).toEqual(
        dimensionIds.map((id) => [id, 2.5, 5]),
      );
    });
  });
});

// In memory, because thousands of steps would wait for the disk; the suite above runs the same statements on every engine.
describe("nobody can be singled out", () => {
  const organisations = 34;
  /** The first three belong to the attacker, who knows what they contribute and sees everything that is published. */
  const attackers = 3;

  type Step = { organisation: number; action: "join" | "leave" | "delete"; contribution: Contribution };
  type Live = Map<number, Contribution>;
  type Seen = { cohort: string; dimension: DimensionId; histogram: Histogram; members: Map<number, number> };

  const membersOf = (live: Live, cohort: string, dimension: DimensionId) =>
    new Map(
      [...live].flatMap(([organisation, { cohort: own, scores }]): [number, number][] =>
        widening(own).map(cohortKey).includes(cohort) && scores[dimension] !== undefined ? [[organisation, scores[dimension]]] : [],
      ),
    );
  /** Organisations beyond the attacker's that are in one set only, or in both with different scores. */
  const differing = (one: Map<number, number>, other: Map<number, number>) =>
    [...new Set([...one.keys(), ...other.keys()])].filter((each) => each >= attackers && one.get(each) !== other.get(each)).length;

  /** Plays the steps; after each, `look` gets all that is shown, with who is in it as far as it is new. */
  async function play(steps: Step[], look: (shown: Seen[]) => void): Promise<void> {
    const stores = await openStores("file::memory:");
    const ids = await Promise.all(some(organisations).map((organisation) => createAssessment(stores, `organisation ${organisation}`)));
    const live: Live = new Map();
    const deleted = new Set<number>();
    let before = new Map<string, Seen>();
    for (const { organisation, action, contribution } of steps) {
      if (deleted.has(organisation)) continue;
      const id = ids[organisation] ?? "";
      if (action === "join") {
        await stores.peers.join(id, contribution, atNoon);
        live.set(organisation, contribution);
      } else {
        live.delete(organisation);
        if (action === "leave") await stores.peers.leave(id);
        else {
          await stores.assessments.remove(id);
          deleted.add(organisation);
        }
      }
      const now = new Map<string, Seen>();
      for (const cohort of narrowest)
        for (const cell of await stores.peers.read(cohort, "nobody")) {
          const key = `${cell.cohort} ${cell.dimension}`;
          const known = before.get(key);
          if (known && JSON.stringify(known.histogram) === JSON.stringify(cell.histogram)) now.set(key, known);
          else {
            const members = membersOf(live, cell.cohort, cell.dimension);
            expect(cell.histogram, "what is new is what is live").toEqual(
              histogramOf([...members.values()].map((score) => [score, 1] as const)),
            );
            now.set(key, { ...cell, members });
          }
        }
      const changed = [...now].some(([key, seen]) => before.get(key) !== seen);
      before = now;
      if (!changed) continue;
      look([...now.values()]);
      for (const reader of ids.slice(0, attackers))
        for (const cohort of narrowest) {
          const cells = await stores.peers.read(cohort, reader);
          for (const { histogram, own } of cells)
            expect(totalOf(own === null ? histogram : without(histogram, own))).toBeGreaterThanOrEqual(minimumPeers);
          for (const value of comparePeers(cohort, cells)) expect(value.organisations).toBeGreaterThanOrEqual(minimumPeers);
        }
    }
    await stores.close();
  }

  const organisation = fc.nat({ max: organisations - 1 });
  const action = fc.constantFrom<Step["action"][]>(
    ...(["join", "join", "join", "join", "join", "leave", "leave", "leave", "delete"] as const),
  );
  const score = fc.constantFrom(0, 25, 50, 75, 100);

  it("by comparing anything ever shown with anything else, whoever joins, leaves, returns, moves or goes", async () => {
    const cohort = fc.constantFrom(smallNW, smallNW, smallNW, smallBY, small, mediumNW);
    const scores = fc.record({ strategy: score, funding: score }, { requiredKeys: ["strategy"] });
    // Few enough that the same sets come up again and again.
    const organisation = fc.nat({ max: 21 });
    const step = fc.record({ organisation, action, contribution: fc.record({ cohort, scores }) });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 250, size: "max" }), async (steps) => {
        const ever = new Set<Seen>();
        await play(steps, (shown) => {
          for (const one of shown) {
            if (ever.has(one)) continue;
            for (const other of ever) {
              if (one.dimension !== other.dimension || JSON.stringify(one.histogram) === JSON.stringify(other.histogram)) continue;
              const count = differing(one.members, other.members);
              compared += 1;
              if (count > 0 && count < minimumPeers) expect.fail(`${one.cohort} and ${other.cohort} differ by ${count}`);
            }
            ever.add(one);
          }
        });
      }),
      { numRuns: 25 },
    );

    expect(compared, "states to compare").toBeGreaterThan(50);
  }, 120_000);

  it("by subtracting narrower cohorts, however many, from the wider one shown beside them", async () => {
    const places = [smallNW, smallBY, smallNW, smallBY, mediumNW, smallNW, smallBY, small];
    const stepOf = (organisation: number, action: Step["action"]): Step => {
      const cohort = places[organisation % places.length] ?? track;
      return { organisation, action, contribution: { cohort, scores: { strategy: (organisation * 37) % 101 } } };
    };
    const everybody = fc
      .shuffledSubarray(some(organisations), { minLength: organisations })
      .map((all) => all.map((each) => stepOf(each, "join")));
    const action = fc.constantFrom<Step["action"][]>("join", "join", "join", "leave");
    const afterwards = fc.array(fc.tuple(organisation, action), { maxLength: 100, size: "max" });
    const sequence = fc.tuple(everybody, afterwards).map(([first, then]) => [...first, ...then.map((step) => stepOf(...step))]);
    let subtracted = 0;
    await fc.assert(
      fc.asyncProperty(sequence, (steps) =>
        play(steps, (shown) => {
          for (const whole of shown)
            for (const parts of disjointSelections(shown.filter(({ cohort }) => isNarrower(cohort, whole.cohort)))) {
              // What has nothing in common with the rest adds only what is shown anyway.
              if (parts.some((part) => ![...part.members.keys()].some((member) => whole.members.has(member)))) continue;
              const left = new Map(some(organisations).map((each) => [each, Number(whole.members.has(each))]));
              for (const { members } of parts) for (const member of members.keys()) left.set(member, (left.get(member) ?? 0) - 1);
              const remaining = [...left].filter(([, times]) => times !== 0).map(([each]) => each);
              if (shown.some(({ members }) => members.size === remaining.length && remaining.every((each) => members.has(each)))) continue;
              const count = remaining.filter((each) => each >= attackers).length;
              if (parts.length > 1) subtracted += 1;
              if (count > 0 && count < minimumPeers)
                expect.fail(`${whole.cohort} without ${parts.map(({ cohort }) => cohort).join(", ")} leaves ${count}`);
            }
        }),
      ),
      { numRuns: 25 },
    );

    expect(subtracted, "differences to look at").toBeGreaterThan(50);
  }, 120_000);

  /** Every choice of one or more of which none lies inside another. */
  function disjointSelections(all: Seen[]): Seen[][] {
    return some(2 ** all.length)
      .map((bits) => all.filter((_, index) => bits & (1 << index)))
      .filter((chosen) => chosen.length > 0 && !chosen.some((one) => chosen.some((other) => isNarrower(one.cohort, other.cohort))));
  }
});
