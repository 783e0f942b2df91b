import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { grantKey, kindOf, newProgram, type Program } from "./program";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

const app = sharedApp();
const file = toSaveFile({
  ...{ track: "sme", depth: "full", aiUse: "unknown", modelVersion: "2.0.0", answers: {} },
  organisation: { name: "Musterbau GmbH", land: "NW" },
});
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
let program: Program;
let id: string;
beforeAll(async () => {
  program = newProgram(app.url, (await grantKey(app)).key);
});
beforeEach(async () => {
  id = (await program.post("/assessments", file)).body.id;
});
const at = (part: string) => `/assessments/${id}/${part}`;
const change = (part: string, body: unknown, headers: Record<string, string> = {}) => program.patch(at(part), body, headers);
const tag = async () => (await program.get(`/assessments/${id}`)).headers.get("etag") ?? "";

describe("a program changes", () => {
  it("the profile, field by field", async () => {
    const changed = await change("profile", { depth: "quick", organisation: { sizeClass: "employees-10-49", land: null } });
    expect(changed.body).toMatchObject({
      depth: "quick",
      aiUse: "unknown",
      organisation: { name: "Musterbau GmbH", sizeClass: "employees-10-49" },
    });
    expect(changed.body.organisation).not.toHaveProperty("land");
    expect(changed.body.history.at(-1)).toMatchObject({ by: "api", what: "profile" });
    expect(changed.headers.get("etag")).toBe(await tag());
  });

  it("limits and steps of the plan", async () => {
    const { body: report } = await program.get(at("report"));
    expect(report.plan.suggested).toBe(true);
    const limited = await change("plan/limits", { budgetEuro: 12_345 });
    expect(limited.body.plan.limits).toEqual({ ...report.plan.limits, budgetEuro: 12_345 });
    expect(limited.body.plan.limits.cautious).toBe(true);
    const { cautious: _cautious, ...daring } = limited.body.plan.limits;
    expect((await change("plan/limits", { cautious: false })).body.plan.limits).toEqual(daring);
    const [initiative = ""] = app.services.content.initiatives.filter(({ tracks }) => tracks.includes("sme")).map((one) => one.id);
    const stepped = await change("plan/steps", { [initiative]: { status: "begun", owner: "IT" } });
    expect(stepped.body.plan.steps[initiative]).toEqual({ status: "begun", owner: "IT", due: "", note: "" });
    expect((await change("plan/steps", { [initiative]: { due: "2027-01-31" } })).body.plan.steps[initiative]).toMatchObject({
      owner: "IT",
      due: "2027-01-31",
    });
    expect((await change("plan/steps", { [initiative]: null })).body.plan.steps[initiative]).toMatchObject({
      status: "planned",
      owner: "",
    });
  });

  it("targets", async () => {
    const target = { value: 60, by: "2027-12-31" };
    expect((await change("targets", { strategy: target, skills: target })).body.round.targets).toEqual({
      strategy: target,
      skills: target,
    });
    expect((await change("targets", { skills: null })).body.round.targets).toEqual({ strategy: target });
  });

  it("facts that duties depend on", async () => {
    const { body: list } = await program.get("/questionnaires/sme/facts");
    const { id: fact, duties } = list.facts.find(({ id: one }: { id: string }) => one === "ai-speaks-for-company");
    expect(duties).toEqual(["provider-transparency-companies"]);
    await change("profile", { aiUse: "operation" });
    const stateNow = async () => (await program.get(at("report"))).body.duties.find((duty: { id: string }) => duty.id === duties[0]).state;
    const states = [];
    for (const holds of [true, false, null]) {
      const { body } = await change("facts", { [fact]: holds });
      expect(body.facts).toEqual(holds === null ? undefined : { [fact]: holds });
      states.push(await stateNow());
    }
    expect(states).toEqual(["now", "does-not-apply", "to-clarify"]);
  });

  it("the brand, with pictures found sound first", async () => {
    expect((await program.get(at("brand"))).body).toMatchObject({ name: null, template: false });
    const logo = { type: "png", base64: png };
    const changed = await change("brand", { name: "Beratung Nord", colour: "#8A1538", logo });
    expect(changed.body).toMatchObject({ name: "Beratung Nord", colour: "#8a1538", logo: { type: "png" }, typeface: "fira-sans" });
    expect((await change("brand", { colour: null })).body).toMatchObject({ name: "Beratung Nord", colour: null });
    expect((await program.get(at("report"))).body.brand).toEqual({ name: "Beratung Nord", contact: null });
    for (const wrong of [{ logo: { type: "png", base64: "AAAA" } }, { template: { base64: "AAAA" } }, { colour: "#ffff00" }])
      expect((await change("brand", wrong)).body.errors).toMatchObject([{ path: Object.keys(wrong)[0] }]);
  });

  it("nothing that somebody else has changed meanwhile, where it says what it has seen", async () => {
    const seen = { "If-Match": await tag() };
    const brand = { "If-Match": (await program.get(at("brand"))).headers.get("etag") ?? "" };
    await change("answers", { "strategy-goals": { level: 1 } });
    await change("brand", { name: "A" });
    for (const [part, body, headers] of [
      ["profile", { aiUse: "trial" }, seen],
      ["plan/limits", { quarters: 2 }, seen],
      ["plan/steps", {}, seen],
      ["targets", {}, seen],
      ["facts", {}, seen],
      ["brand", { name: "B" }, brand],
    ] as const) {
      const refused = await change(part, body, headers);
      expect([refused.status, kindOf(refused)], part).toEqual([412, "changed-meanwhile"]);
    }
    expect((await change("profile", { aiUse: "trial" }, { "If-Match": await tag() })).body.aiUse).toBe("trial");
  });
});

it.each([
  ["profile", { organisation: { sizeClass: "inhabitants-under-20000" } }, "organisation.sizeClass"],
  ["profile", { track: "municipality" }, "track"],
  ["plan/limits", { budgetEuro: -1 }, "budgetEuro"],
  ["plan/limits", { pinned: ["nothing-of-the-kind"] }, "pinned.0"],
  ["plan/steps", { "nothing-of-the-kind": { status: "done" } }, "nothing-of-the-kind"],
  ["plan/steps", { "sme-ai-list": { status: "maybe" } }, "sme-ai-list.status"],
  ["targets", { strategy: { value: 101, by: "2027-12-31" } }, "strategy.value"],
  ["facts", { "nothing-of-the-kind": true }, "nothing-of-the-kind"],
  ["facts", { "buys-ai": "yes" }, "buys-ai"],
  ["brand", { typeface: "comic" }, "typeface"],
])("%s: refuses %j, and changes nothing", async (part, body, path) => {
  const before = await program.get(`/assessments/${id}`);
  const { status, body: problem } = await change(part, body);
  expect([status, problem.errors]).toMatchObject([422, [{ path }]]);
  expect((await program.get(`/assessments/${id}`)).body).toEqual(before.body);
});

it("links can be read again, by a key that may write", async () => {
  const { body: links } = await program.get(at("links"));
  const visitor = newVisitor(app.url);
  expect((await visitor.get(String(links.edit.de).replace(app.url, ""))).headers.get("location")).toBe(`/assessments/${id}`);
  expect(links.check).toBeNull();
  await visitor.post(`/assessments/${id}/checking`, { intent: "renew" });
  expect((await program.get(at("links"))).body.check.de).toMatch(/\/open\/[\w-]{43}$/);
});
