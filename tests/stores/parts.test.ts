import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { authorTextFields } from "../../app/core/assessment/author-text-fields";
import type { AuthorText } from "../../app/core/assessment/author-text";
import { noBrand } from "../../app/core/brand/brand";
import { fieldTag } from "../../app/core/assessment/merge-fields";
import type { KeptPlan } from "../../app/core/plan/kept-plan";
import type { PlanLimits } from "../../app/core/plan/settings";
import { openStores, type Stores } from "../../db";
import { createDatabase, engine, type TestDatabase } from "../support/engine";

const atNoon = new Date("2026-11-21T12:00:00Z");
const later = { now: new Date("2026-11-21T23:30:00Z"), today: "2026-11-22" };
const suggested: PlanLimits = {
  ...{ budgetEuro: 20_000, personDaysPerQuarter: 20, quarters: 4, forceDuties: true },
  ...{ pinned: [], excluded: [] },
};
/** A change by somebody who saw `seen`. */
const change = (field: string, seen: unknown, next: unknown) => ({ field, seen: fieldTag(seen), next });

let place: TestDatabase;
let stores: Stores;
let id: string;
beforeEach(async () => {
  place = await createDatabase();
  stores = await openStores(place.url);
  const assessment = {
    track: "sme",
    depth: "full",
    aiUse: "unknown",
    modelVersion: "1.0.0",
    organisation: {},
    answers: { a: { level: 1 } },
  } as const;
  id = await stores.assessments.create(assessment, { edit: "e", read: "r" }, atNoon);
});
afterEach(async () => {
  await stores.close();
  await place.remove();
});
const lastChange = async () => (await stores.assessments.find(id))?.updatedAt;

describe(`the limits of a plan on ${engine}`, () => {
  it("begin as the form was filled, with what was changed in it, on the day of the change", async () => {
    expect(await stores.plans.find(id)).toEqual({ limits: null, since: null, kept: null, steps: {} });
    const changes = [change("budgetEuro", 20_000, 5_000), change("choice.a", undefined, "pinned")];
    expect(await stores.plans.saveLimits(id, changes, suggested, later)).toEqual([]);
    const limits = { ...suggested, budgetEuro: 5_000, pinned: ["a"] };
    expect(await stores.plans.find(id)).toEqual({ limits, since: "2026-11-22", kept: null, steps: {} });
    expect(await lastChange()).toBe(later.now.toISOString());
  });

  it("are merged field by field", async () => {
    await stores.plans.saveLimits(id, [change("budgetEuro", 20_000, 5_000), change("choice.a", undefined, "pinned")], suggested, later);
    const second = [change("budgetEuro", 20_000, 7_000), change("quarters", 4, 8), change("choice.a", "pinned", "excluded")];
    expect(await stores.plans.saveLimits(id, second, suggested, later)).toEqual([{ field: "budgetEuro", stored: 5_000 }]);
    const { limits } = await stores.plans.find(id);
    expect(limits).toEqual({ ...suggested, budgetEuro: 5_000, quarters: 8, excluded: ["a"] });
    await stores.plans.saveLimits(id, [change("choice.a", "excluded", undefined)], suggested, later);
    expect((await stores.plans.find(id)).limits).toMatchObject({ pinned: [], excluded: [] });
  });
});

describe(`a plan that somebody takes on ${engine}`, () => {
  const kept: KeptPlan = {
    ...{ on: "2026-11-22", limits: { ...suggested, quarters: 8 }, from: { answers: "a", profile: "b", duties: "c" } },
    ...{ score: { before: 10, after: 20.5 }, gap: 0 },
    steps: [{ id: "a", start: 0, quarters: 1, costEuro: [0, 100], personDays: [1, 2], yearlyEuro: 0, yearlyPersonDays: 0 }],
  };
  it("is kept with its limits, and stays while limits and steps are changed", async () => {
    await stores.plans.saveLimits(id, [change("quarters", 4, 2)], suggested, { now: atNoon, today: "2026-11-21" });
    expect(await stores.plans.keep(id, kept, later)).toBe(true);
    expect(await lastChange()).toBe(later.now.toISOString());
    expect(await stores.plans.find(id)).toEqual({ limits: kept.limits, since: "2026-11-22", kept, steps: {} });
    await stores.plans.saveLimits(id, [change("budgetEuro", 20_000, 5_000)], suggested, later);
    await stores.plans.saveSteps(id, [change("a.status", undefined, "done")], later.now);
    const step = { status: "done", owner: "", due: "", note: "" };
    expect(await stores.plans.find(id)).toMatchObject({ limits: { budgetEuro: 5_000, quarters: 8 }, kept, steps: { a: step } });
  });

  it("goes where none is kept any more; limits and the day on which they were set stay", async () => {
    await stores.plans.keep(id, kept, later);
    await stores.plans.keep(id, null, { now: later.now, today: "2026-12-24" });
    expect(await stores.plans.find(id)).toEqual({ limits: kept.limits, since: "2026-11-22", kept: null, steps: {} });
  });

  it("is kept for nobody where the assessment is gone", async () => {
    await stores.assessments.remove(id);
    expect(await stores.plans.keep(id, kept, later)).toBeNull();
  });
});

describe(`the steps of a plan on ${engine}`, () => {
  it("are merged field by field, and leave limits and other steps alone", async () => {
    await stores.plans.saveLimits(id, [change("quarters", 4, 2)], suggested, { now: atNoon, today: "2026-11-21" });
    const first = [change("a.status", undefined, "begun"), change("a.owner", undefined, "Erika"), change("b.due", undefined, "2027-01-31")];
    expect(await stores.plans.saveSteps(id, first, later.now)).toEqual([]);
    const second = [change("a.owner", undefined, "Bernd"), change("a.note", undefined, "läuft"), change("a.status", "begun", undefined)];
    expect(await stores.plans.saveSteps(id, second, later.now)).toEqual([{ field: "a.owner", stored: "Erika" }]);
    expect(await stores.plans.find(id)).toEqual({
      ...{ limits: { ...suggested, quarters: 2 }, since: "2026-11-21", kept: null },
      steps: {
        a: { status: "planned", owner: "Erika", due: "", note: "läuft" },
        b: { status: "planned", owner: "", due: "2027-01-31", note: "" },
      },
    });
    expect(await lastChange()).toBe(later.now.toISOString());
  });
});

describe(`an author's text on ${engine}`, () => {
  const text: AuthorText = {
    ...{ author: "Beratung Beispiel", language: "en", summary: "'); DROP TABLE author_texts; --\n\n- eins" },
    ...{ comments: { strategy: "Zu wenig Zeit" }, logo: { type: "png", base64: "iVBORw0KGgo=" }, answers: "a:1" },
  };
  /** The changes that make the one of the other, whatever stands there by then. */
  const replacing = (stored: Record<string, unknown>, next: Record<string, unknown>) =>
    [...new Set([...Object.keys(stored), ...Object.keys(next)])].map((field) => ({ field, seen: null, next: next[field] }));
  const write = (next: AuthorText | null) =>
    stores.authorTexts.find(id).then((now) => {
      const fields = (one: AuthorText | null) => authorTextFields(one, "de");
      return stores.authorTexts.save(id, replacing(fields(now), fields(next)), "de", later.now);
    });

  it("is kept as it was written, and goes once nothing is left of it", async () => {
    expect(await stores.authorTexts.find(id)).toBeNull();
    await write(text);
    expect(await stores.authorTexts.find(id)).toEqual(text);
    expect(await lastChange()).toBe(later.now.toISOString());
    await write({ ...text, summary: "", comments: {}, logo: null });
    expect(await stores.authorTexts.find(id)).toEqual({ ...text, summary: "", comments: {}, logo: null });
    await write(null);
    expect(await stores.authorTexts.find(id)).toBeNull();
  });

  it("speaks of the answers that there are when it is begun, in the language of the page", async () => {
    await stores.authorTexts.save(id, [change("summary", undefined, "Fazit")], "en", later.now);
    expect(await stores.authorTexts.find(id)).toMatchObject({ language: "en", answers: "a:1" });
  });

  it("is merged field by field", async () => {
    await write(text);
    const second = [change("summary", "", "Mein Fazit"), change("comment.skills", undefined, "Gut"), change("logo", text.logo, undefined)];
    expect(await stores.authorTexts.save(id, second, "de", later.now)).toEqual([{ field: "summary", stored: text.summary }]);
    expect(await stores.authorTexts.find(id)).toEqual({ ...text, comments: { strategy: "Zu wenig Zeit", skills: "Gut" }, logo: null });
  });
});

it(`a brand is merged field by field on ${engine}, and goes once nothing is left of it`, async () => {
  expect(await stores.brands.find(id)).toBeNull();
  await stores.brands.save(id, [change("name", undefined, "Kreis"), change("colour", undefined, "#8a1538")], later.now);
  expect(await stores.brands.find(id)).toEqual({ ...noBrand, name: "Kreis", colour: "#8a1538" });
  expect(await lastChange()).toBe(later.now.toISOString());
  const second = [change("name", undefined, "Amt"), change("footer", undefined, "Fuß"), change("colour", "#8a1538", undefined)];
  expect(await stores.brands.save(id, second, later.now)).toEqual([{ field: "name", stored: "Kreis" }]);
  expect(await stores.brands.find(id)).toEqual({ ...noBrand, name: "Kreis", footer: "Fuß" });
  await stores.brands.save(id, [change("name", "Kreis", undefined), change("footer", "Fuß", undefined)], later.now);
  expect(await stores.brands.find(id)).toBeNull();
});

it("nothing is saved of what is gone", async () => {
  await stores.assessments.remove(id);
  expect(await stores.plans.saveLimits(id, [change("quarters", undefined, 2)], suggested, later)).toBeNull();
  expect(await stores.plans.saveSteps(id, [change("a.status", undefined, "done")], later.now)).toBeNull();
  expect(await stores.authorTexts.save(id, [change("summary", undefined, "x")], "de", later.now)).toBeNull();
  expect(await stores.brands.save(id, [change("name", undefined, "x")], later.now)).toBeNull();
});
