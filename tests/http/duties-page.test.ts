import { describe, expect, it } from "vitest";
import { localeOf } from "../../app/i18n";
import { sharedApp } from "../support/shared-app";
import { today } from "../support/today";
import { newVisitor } from "./visitor";

const app = sharedApp();
const { groups, facts, duty, proof, until, then } = localeOf("de").messages.result.duties;

it.each([
  ["unknown", false, true],
  ["operation", true, false],
])("where the use of AI is %s, the page of duties opens what is to be clarified only as its first part", async (aiUse, isNow, isOpen) => {
  const visitor = newVisitor(app.url);
  const id = await visitor.begin({ aiUse });
  const page = await visitor.text(`/assessments/${id}/report/duties`);
  expect(page.includes(groups.now)).toBe(isNow);
  const fold = new RegExp(`<details([^>]*)><summary><strong>${groups["to-clarify"]}`).exec(page)?.[1];
  expect(fold?.includes("open")).toBe(isOpen);
  // Whoever says yes to a question reads what follows from it.
  expect(page).toContain(then);
});

it("shows of a duty first how far it is met and by when: a phone has room for so much", async () => {
  const visitor = newVisitor(app.url);
  const page = await visitor.text(`/assessments/${await visitor.begin({ aiUse: "operation" })}/report/duties`);
  const columns = [...page.matchAll(/<th scope="col"[^>]*>([^<]+)/g)].map(([, column]) => column);
  expect(columns.slice(0, 3)).toEqual([duty, proof, until]);
});

describe("a fact that a duty depends on", () => {
  const chatbot = "Bei eigener KI sagen, dass eine KI antwortet";
  /** The group of a page under which a duty stands. */
  const groupOf = (page: string) => {
    const before = page.slice(0, page.search(new RegExp(`<strong>${chatbot}</strong>|${chatbot}(<!-- -->)?<details`)));
    return Object.values(groups)
      .toSorted((a, b) => before.lastIndexOf(a) - before.lastIndexOf(b))
      .at(-1);
  };

  it("is told with yes or no, decides the duty for everybody who reads, and can be taken back", async () => {
    const visitor = newVisitor(app.url);
    const id = await visitor.begin({ aiUse: "operation" });
    const [page, form] = [`/assessments/${id}/report/duties`, `/assessments/${id}/facts`];
    const tell = async (chosen: string) => {
      const checked = (await visitor.text(form)).matchAll(/name="([\w-]+)" autoComplete="off" checked="" value="(\w+)"/g);
      const others = Object.fromEntries([...checked].map(([, name = "", value = ""]) => [name, value]));
      return visitor.submit(form, { ...others, "ai-speaks-for-company": chosen });
    };
    // What applies then.
    const meaning = new RegExp(`visually-hidden">: (<!-- -->)?${chatbot}`);
    expect(await visitor.text(page)).toMatch(meaning);
    expect(groupOf(await visitor.text(page))).toBe(groups["to-clarify"]);
    expect(await visitor.text(page)).toContain(`href="${form}"`);
    expect(await visitor.text(form)).toContain(chatbot);

    const response = await tell("yes");
    expect([response.status, response.headers.get("location")]).toEqual([303, page]);
    expect(groupOf(await visitor.text(page))).toBe(groups.now);

    await tell("no");
    const reader = newVisitor(app.url);
    await reader.get((await visitor.links(id)).read);
    const read = await reader.text(page);
    expect(groupOf(read)).toBe(groups["does-not-apply"]);
    expect(read).not.toMatch(meaning);
    expect(read).not.toContain(`href="${form}"`);
    expect((await reader.get(form)).status).toBe(403);
    expect(await visitor.text(`/assessments/${id}/changes`)).toContain("ja → nein");

    await tell("open");
    expect(groupOf(await visitor.text(page))).toBe(groups["to-clarify"]);
  });

  it("is to be looked at again in a new round, until somebody has", async () => {
    const visitor = newVisitor(app.url);
    const id = await visitor.begin({ aiUse: "operation" });
    const [page, form] = [`/assessments/${id}/report/duties`, `/assessments/${id}/facts`];
    const isReminded = async () => {
      const [tasks, duties, own] = [await visitor.text(`/assessments/${id}`), await visitor.text(page), await visitor.text(form)];
      return [tasks.includes(facts.toCheck), duties.includes(facts.again(1)), own.includes(facts.fromRound(1))];
    };
    const open = [...(await visitor.text(form)).matchAll(/name="([\w-]+)" autoComplete="off" checked="" value="open"/g)];
    const told = { ...Object.fromEntries(open.map(([, name = ""]) => [name, "open"])), "ai-speaks-for-company": "yes" };
    await visitor.submit(form, told);
    const turn = (intent: string, number: string, more = {}) => visitor.post(`/assessments/${id}/rounds`, { intent, number, ...more });
    expect(await isReminded()).toEqual([false, false, false]);
    await turn("close", "1", { date: today(), people: "same" });
    expect(await isReminded()).toEqual([false, false, false]);
    await turn("begin", "2");
    expect(await isReminded()).toEqual([true, true, true]);
    // Nothing is changed; to have looked is enough.
    await visitor.submit(form, told);
    expect(await isReminded()).toEqual([false, false, false]);
    expect(await visitor.text(`/assessments/${id}/changes`)).toContain(localeOf("de").messages.changes.kinds["facts-checked"]);
  });

  it("is refused as anything else, at its place", async () => {
    const visitor = newVisitor(app.url);
    const id = await visitor.begin({ aiUse: "operation" });
    const response = await visitor.submit(`/assessments/${id}/facts`, { "ai-speaks-for-company": "perhaps" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(facts.error);
  });

  it("is not asked before it is known how AI is used", async () => {
    const visitor = newVisitor(app.url);
    const id = await visitor.begin({ aiUse: "unknown" });
    expect(await visitor.text(`/assessments/${id}/facts`)).not.toContain(chatbot);
  });
});
