import { beforeEach, expect, it } from "vitest";
import { localeOf } from "../../app/i18n";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const { changes } = localeOf("de").messages;
let visitor: Visitor;
let id: string;
const at = (page: string) => `/assessments/${id}${page}`;
beforeEach(async () => {
  visitor = newVisitor(app.url);
  id = await visitor.begin();
});

it("says in words what was changed, when and by whom, and leads there from the overview and from each question", async () => {
  await visitor.saveAnswer(id, "strategy-goals", { choice: "2", note: "Beschluss von gestern" });
  await visitor.submit(at("/profile"), { depth: "full", sizeClass: "employees-1-9", land: "BY", name: "", aiUse: "trial" });
  const page = await visitor.text(at("/changes"));
  for (const text of ["offen → Stufe 2", "Notiz: hinzugefügt", "10 bis 49 Beschäftigte → 0 bis 9 Beschäftigte", "keine Angabe → Bayern"])
    expect(page).toContain(text);
  expect(page).toContain(changes.actors["edit-link"]);
  expect(page).not.toContain("Beschluss von gestern");
  expect(await visitor.text(at(""))).toContain(`href="${at("/changes")}"`);
  const question = await visitor.text(at("/strategy"));
  expect(question).toMatch(/Zuletzt geändert am .+ um \d\d:\d\d mit dem Bearbeitungslink\./);
  expect(question).toContain(`href="${at("/changes?question=strategy-goals")}"`);

  const ofQuestion = await visitor.text(at("/changes?question=strategy-goals"));
  expect(ofQuestion).toContain("offen → Stufe 2");
  expect(ofQuestion).not.toContain("Bayern");
  expect((await visitor.get(at("/changes?question=no-such"))).status).toBe(404);
  expect(await visitor.text(`/en${at("/changes")}`)).toContain("open → level 2");
});

it("shows many on several pages", async () => {
  const history = Array.from({ length: 150 }, (_, index) => ({
    ...({ at: "2026-05-12T08:00:00.000Z", by: "edit-link", what: "weight", of: "strategy", from: null, to: String(index) } as const),
  }));
  const response = await visitor.load(JSON.stringify(toSaveFile({ track: "sme", depth: "full", aiUse: "trial", modelVersion: "2.0.0", organisation: {}, answers: {}, history }))); // prettier-ignore
  id = /assessments\/([\w-]+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
  const [first, second] = [await visitor.text(at("/changes")), await visitor.text(at("/changes?page=2"))];
  expect(first).toContain(changes.count(151));
  expect(first).toContain(changes.actors.file);
  expect([first, second].map((page) => page.split('class="change-time"').length - 1)).toEqual([100, 51]);
  expect(first).toContain("?page=2");
});

it("is for whoever may edit, and for nobody else", async () => {
  const reader = newVisitor(app.url);
  await reader.get((await visitor.links(id)).read);
  expect((await reader.get(at("/changes"))).status).toBe(403);
  expect((await newVisitor(app.url).get(at("/changes"))).status).toBe(404);
});
