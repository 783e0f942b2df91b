import { beforeAll, describe, expect, it } from "vitest";
import { newVisitor, type Visitor } from "../http/visitor";
import { addressOf, everyIntent, mappeRightsAt, ofAssessments, pathsTried, rightsAt, shown } from "./addresses";
import { expectNothingOfInside, expectUnharmed, sharedWorld, type MappeTenant, type Tenant } from "./world";

/** Nobody reads or writes across Mappen; on both engines, since who is let in is asked of the database. */
const world = sharedWorld();

const ofMappen = pathsTried.filter((path) => path.includes("/mappen/:id"));

describe("Mappen", () => {
  let mine: MappeTenant;
  let other: MappeTenant;
  let strangers: [who: string, visitor: Visitor][];
  beforeAll(async () => {
    mine = await world().settleMappe("Mappe-Eins");
    let alone: Tenant;
    [other, alone] = [await world().settleMappe("Mappe-Zwei"), await world().settle("Marke-Vier")];
    strangers = [
      ["nobody", newVisitor(world().url)],
      ["who owns another Mappe", other.people.owner],
      ["who owns an assessment that is in none", alone.owner],
    ];
  });
  const answerOf = async (visitor: Visitor, path: string, init: RequestInit = {}) => {
    const response = await visitor.send(path, init);
    const text = await response.text();
    expectNothingOfInside(text, path);
    return { status: response.status, text };
  };
  const addressIn = (route: string) => addressOf(route, { ":id": mine.id, ":assessment": mine.assessment, ":batch": mine.batch });
  const body = (route: string) => {
    const intent = route.endsWith("/ring") ? "set" : "rename";
    return new URLSearchParams({ ...everyIntent, intent, choice: "leave", confirm: "on" });
  };
  const kept = async () => [await world().stores.mappen.find(mine.id), await world().stores.mappen.count(mine.id)];

  it.each(ofMappen)("nobody but its people sees or changes anything at %s", async (route) => {
    const before = await kept();
    for (const [who, visitor] of strangers)
      for (const init of [{}, { method: "POST", body: body(route) }]) {
        const { status, text } = await answerOf(visitor, addressIn(route), init);
        expect([404, 405], `${who} ${route}`).toContain(status);
        expect(text, who).not.toContain(mine.marker);
      }
    expect(await kept()).toEqual(before);
  });

  it.each(ofMappen)("its people see what they may, and change nothing where they may not, at %s", async (route) => {
    const rights = mappeRightsAt(route);
    const before = await kept();
    for (const [person, right] of [
      ["owner", rights.mappeOwner],
      ["editor", rights.mappeEditor],
      ["viewer", rights.mappeViewer],
    ] as const) {
      const { status } = await answerOf(mine.people[person], addressIn(route));
      // What only takes what is sent has nothing to look at, for anybody.
      const shown = route.endsWith("/save/brand") || right === "nothing" ? 404 : right === "refused" ? 403 : 200;
      expect([person, status]).toEqual([person, shown]);
      if (right === "write") continue;
      const changed = await answerOf(mine.people[person], addressIn(route), { method: "POST", body: body(route) });
      expect([403, 404, 405], `${person} ${route}`).toContain(changed.status);
    }
    expect(await kept()).toEqual(before);
  });

  it.each(ofAssessments)("an assessment in one is nobody's of another at %s", async (route) => {
    const path = addressOf(route, { ":id": mine.assessment, ":person": "x" });
    const before = await world().stores.assessments.findWhole(mine.assessment);
    const sent = { method: "POST", body: body(route) };
    for (const person of ["owner", "editor", "viewer"] as const)
      for (const init of [{}, sent]) {
        const { status, text } = await answerOf(other.people[person], path, init);
        expect([404, 405], `${person} ${path}`).toContain(status);
        expect(text, person).not.toContain(mine.marker);
      }
    // Who looks into its own Mappe reads it as a reader does.
    const { viewer } = mine.people;
    const right = rightsAt(route).reader;
    const seen = right === "nothing" || /:(form|person|file|dimension)/.test(route) ? [403, 404, ...shown(route)] : shown(route);
    expect(right === "refused" ? [403, 404] : seen, `viewer ${path}`).toContain((await answerOf(viewer, path)).status);
    expect([403, 404, 405], `viewer ${path}`).toContain((await answerOf(viewer, path, sent)).status);
    expect(await world().stores.assessments.findWhole(mine.assessment)).toEqual(before);
  });

  it.each(ofAssessments)("an assessment in a ring is nobody's of its Mappe at %s", async (route) => {
    const path = addressOf(route, { ":id": mine.inRing, ":person": "x" });
    const before = await world().stores.assessments.findWhole(mine.inRing);
    for (const init of [{}, { method: "POST", body: body(route) }]) {
      const { status, text } = await answerOf(mine.people.owner, path, init);
      expect([404, 405], path).toContain(status);
      expect(text).not.toContain(mine.marker);
    }
    expect(await world().stores.assessments.findWhole(mine.inRing)).toEqual(before);
  });

  it("have left no word of anybody in the log", () => expectUnharmed(world(), mine.marker, mine.id, mine.assessment));
});
