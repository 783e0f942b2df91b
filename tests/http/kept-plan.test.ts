import { beforeEach, describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { noStep } from "../../app/core/plan/settings";
import type { toReportFile } from "../../app/core/report-file";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { readDemo } from "../../seeds/demo";
import { sharedApp } from "../support/shared-app";
import { unzip } from "../support/unzip";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const { offer, frontier } = localeOf("de").messages.roadmap;
type Report = ReturnType<typeof toReportFile>;

let visitor: Visitor;
let id: string;
const at = (page: string) => `/assessments/${id}${page}`;
const stored = () => app.services.stores.plans.find(id);
const reportFile = async () => (await (await visitor.get(at("/report.json"))).json()) as Report;
const stepsOf = ({ plan }: Report) => plan.steps.map(({ id: step, from }) => [step, from]);
/** Sends the form of the plan as it stands, with some fields changed and the boxes that are ticked. */
async function send(intent: "plan" | "steps" | "nearest", fields: Record<string, string> = {}, ticked = ["forceDuties", "cautious"]) {
  const [page, { limits, steps }] = [await visitor.text(at("/plan")), await stored()];
  const { budgetEuro, personDaysPerQuarter, quarters } = limits ?? (await reportFile()).plan.limits;
  const numbers = Object.entries({ budgetEuro, personDaysPerQuarter, quarters }).map(([name, value]) => [name, String(value)]);
  const noted = Array.from(page.matchAll(/<select[^>]* name="([\w-]+)\.status"/g), ([, step = ""]) => {
    const { status, owner } = steps[step] ?? noStep;
    return [
      [`${step}.status`, status],
      [`${step}.owner`, owner],
    ];
  });
  const typed = Object.fromEntries([...numbers, ...noted.flat()]) as Record<string, string>;
  const boxes = Object.fromEntries(ticked.map((box) => [box, "on"]));
  return visitor.submit(at("/plan"), { intent, ...typed, ...boxes, ...fields }, page);
}
const take = (fields?: Record<string, string>) => send("plan", fields);
/** Everything is there of one topic from now on: what lifted it lifts nothing any more. */
async function answerAnew() {
  const [dimension] = app.services.content.questionnaires.municipality.dimensions;
  const page = await visitor.text(at("/strategy"));
  const fields = dimension?.items.map(({ id: item }) => [`${item}.choice`, "4"]) ?? [];
  await visitor.submit(at("/strategy"), Object.fromEntries(fields) as Record<string, string>, page);
}

beforeEach(async () => {
  visitor = newVisitor(app.url);
  const example = readDemo(process.cwd(), app.services.content.models).find(({ name }) => name === "musterstadt");
  const response = await visitor.load(JSON.stringify(example && toSaveFile(example.assessment)));
  id = /assessments\/([\w-]+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
});

describe("a plan that was taken", () => {
  it("is kept as it was suggested, and nothing is said as long as nothing changes", async () => {
    const suggested = await reportFile();
    expect(suggested.plan).toMatchObject({ suggested: true, takenOn: null, offer: null });
    expect((await take()).status).toBe(303);
    const report = await reportFile();
    expect(report.plan).toMatchObject({ suggested: false, takenOn: suggested.date, offer: null });
    expect(stepsOf(report)).toEqual(stepsOf(suggested));
    const page = await visitor.text(at("/plan"));
    expect(page).not.toContain(offer.title);
    expect(page).toContain(frontier);
  });

  it("is planned cautiously as suggested, and no longer where somebody takes the tick away", async () => {
    const ticked = /<input type="checkbox" id="cautious"[^>]* checked/;
    expect(await visitor.text(at("/plan"))).toMatch(ticked);
    await take();
    expect((await stored()).kept?.limits.cautious).toBe(true);
    const cautious = await reportFile();

    await send("plan", {}, ["forceDuties"]);
    expect(await visitor.text(at("/plan"))).not.toMatch(ticked);
    expect((await stored()).kept?.limits.cautious ?? false).toBe(false);
    const daring = await reportFile();
    expect(daring.plan.limits).toEqual({ ...cautious.plan.limits, cautious: undefined });
    expect(daring.plan.steps.length).toBeGreaterThan(cautious.plan.steps.length);
  });

  it("stays where the answers change; page, overview and API say so, and one press takes the new one", async () => {
    await take();
    const before = await reportFile();
    const [first] = before.plan.steps;
    if (!first) throw new Error("The plan is empty");
    await send("steps", {
      [`${first.id}.owner`]: "Frau Yıldız",
      [`${first.id}.status`]: "done",
    });
    await answerAnew();

    const changed = await reportFile();
    expect(stepsOf(changed)).toEqual(stepsOf(before).slice(1));
    expect(changed.plan.offer).toMatchObject({ changed: ["answers"], status: "planned" });
    expect(changed.plan.offer?.steps.map(({ id: step }) => step)).not.toEqual(changed.plan.steps.map(({ id: step }) => step));
    for (const language of languages) {
      const { messages, href, date } = localeOf(language);
      const { changed: sentence, causes, take: press, told: noted, toldCauses } = messages.roadmap.offer;
      const told = sentence(date(changed.date), causes.answers);
      const plan = await visitor.text(href(at("/plan")));
      for (const text of [messages.roadmap.offer.title, told, press]) expect(plan).toContain(text);
      // More money says nothing of what would not be solved today.
      expect(plan).not.toContain(messages.roadmap.frontier);
      expect(await visitor.text(href(at("/report")))).toContain(told);
      const reader = newVisitor(app.url);
      const { read } = await visitor.links(id);
      await reader.get(read);
      const forReaders = await reader.text(href(at("/plan")));
      expect(forReaders).toContain(told);
      expect(forReaders).not.toContain(press);
      // A council decides on the points of its paper, not on what has changed, and is not the one that has taken the plan.
      const paper = await visitor.get(at(`/document?kind=docx&paper=resolution&language=${language}`));
      const texts = (unzip(new Uint8Array(await paper.arrayBuffer())).get("word/document.xml") ?? "").replaceAll("\u00a0", " ");
      const places = [noted(date(changed.date), toldCauses.answers), messages.papers.decision.lead.municipality].map((one) =>
        texts.indexOf(one),
      );
      expect([places.every((place) => place >= 0), places.toSorted((a, b) => a - b)]).toEqual([true, places]);
      expect(texts).not.toContain(told);
    }

    expect((await take()).status).toBe(303);
    const after = await reportFile();
    expect(after.plan.offer).toBeNull();
    expect(stepsOf(after)).toEqual(changed.plan.offer?.steps.map(({ id: step, from }) => [step, from]));
    expect((await stored()).steps[first.id]).toMatchObject({ owner: "Frau Yıldız", status: "done" });
    expect(after.plan.steps.map(({ id: step }) => step)).not.toContain(first.id);
    expect(await visitor.text(at("/plan"))).toContain("Frau Yıldız");
  });

  it("is carried by the save file, and says there too what has changed", async () => {
    await take();
    await answerAnew();
    const file = await visitor.text(at("/ki-pegel.json"));
    const elsewhere = newVisitor(app.url);
    const response = await elsewhere.load(file);
    const copy = /assessments\/([\w-]+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
    const report = (await (await elsewhere.get(`/assessments/${copy}/report.json`)).json()) as Report;
    expect(report.plan).toEqual((await reportFile()).plan);
    expect(report.plan.offer?.changed).toEqual(["answers"]);
  });

  it("is none any more where somebody asks for one within limits that allow none, and then the page says what is missing", async () => {
    await take();
    await take({ personDaysPerQuarter: "0", budgetEuro: "0", quarters: "1", "choice.municipal-ai-office": "pinned" });
    expect((await stored()).kept).toBeNull();
    expect((await reportFile()).plan).toMatchObject({ status: "impossible", takenOn: null, offer: null });
  });

  it("is the nearest one that works once somebody takes its limits, without what no plan can hold", async () => {
    const [needy, needed] = ["municipal-multipliers", "municipal-literacy-programme"];
    const choices = { [`choice.${needy}`]: "pinned", [`choice.${needed}`]: "excluded" };
    await take({ personDaysPerQuarter: "0", budgetEuro: "0", quarters: "5", ...choices });
    const page = await visitor.text(at("/plan"));
    // Nobody is offered five quarters; they stand there because they are set.
    expect(page).toContain('<option value="5" selected="">');
    expect(page).toContain('value="nearest"');
    expect((await send("nearest", choices)).status).toBe(303);
    expect((await reportFile()).plan).toMatchObject({ status: "planned", takenOn: expect.any(String) as string });
    expect((await stored()).limits).toMatchObject({ pinned: [], excluded: [needed] });
    expect(await visitor.text(at("/plan"))).not.toContain('value="nearest"');
  });
});
