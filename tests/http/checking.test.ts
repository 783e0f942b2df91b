import { beforeEach, describe, expect, it } from "vitest";
import { versionTag } from "../../app/core/assessment/answer";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { localeOf } from "../../app/i18n";
import { readDemo } from "../../seeds/demo";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const { checking, changes } = localeOf("de").messages;
let owner: Visitor;
let checker: Visitor;
let id: string;
let item: string;
const at = (page: string) => `/assessments/${id}${page}`;
const stored = async () => (await app.services.stores.assessments.find(id))?.answers[item];
const linkIn = (page: string) => /\/open\/[\w-]{43}/.exec(page)?.[0] ?? "";

/** Fills in the form of an answer as the page shows it. */
async function say(state: string, note = "", by = "Revision", who = checker) {
  const page = await who.text(at("/checking"));
  const [, seen = ""] = new RegExp(`name="item" value="${item}"/?><input type="hidden" name="seen" value="([^"]*)"`).exec(page) ?? [];
  return who.post(at("/checking"), { item, seen, [`${item}.state`]: state, [`${item}.note`]: note, [`${item}.by`]: by });
}

beforeEach(async () => {
  [owner, checker] = [newVisitor(app.url), newVisitor(app.url)];
  const example = readDemo(process.cwd(), app.services.content.models).find(({ name }) => name === "musterwerk");
  const response = await owner.load(JSON.stringify(example && toSaveFile(example.assessment)));
  id = /assessments\/([\w-]+)/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
  const { answers = {} } = (await app.services.stores.assessments.find(id)) ?? {};
  item = Object.entries(answers).find(([, answer]) => "level" in answer && answer.level === 3)?.[0] ?? "";
  await owner.post(at("/checking"), { intent: "renew" });
  const opened = await checker.get(linkIn(await owner.text(at("/checking"))));
  expect(opened.headers.get("location")).toBe(at("/checking"));
});

describe("the second person", () => {
  it("confirms an answer, which is marked on question, report, files and history, and counts", async () => {
    const band = async () => ((await (await owner.get(at("/report.json"))).json()) as { overall: { band: [number, number] } }).overall.band;
    const before = await band();
    expect(await owner.text(at("/report/certainty"))).toContain(localeOf("de").messages.report.selfAssessed.unchecked);
    const response = await say("confirmed");
    expect([response.status, response.headers.get("location")]).toEqual([303, at(`/checking?saved=${item}#${item}`)]);
    expect(await stored()).toMatchObject({ level: 3, check: { state: "confirmed", by: "Revision" } });
    const dimension = Object.values(app.services.content.questionnaires.sme.dimensions).find(({ items }) =>
      items.some((one) => one.id === item),
    )?.id;
    const marked = /bestätigt am \d/;
    expect(await owner.text(at(`/${dimension}`))).toMatch(/Bestätigt am [^<]+ von Revision\./);
    expect(await owner.text(at(`/report/topics/${dimension}`))).toMatch(marked);
    expect(await owner.text(at("/document?kind=csv&table=answers&language=de"))).toMatch(marked);
    expect(await owner.text(at("/report/certainty"))).toContain("Eine zweite Person hat 1 von");
    const { selfAssessed } = localeOf("de").messages.report;
    expect(await owner.text(at("/report/certainty"))).toContain(selfAssessed.checked);
    expect(await owner.text(at("/report/certainty"))).not.toContain(selfAssessed.unchecked);
    expect(await owner.text(at("/changes"))).toContain(`${changes.kinds.check}: ${checking.states.confirmed}`);
    expect(await owner.text(at("/changes"))).toContain(changes.actors["check-link"]);
    const reader = newVisitor(app.url);
    await reader.get((await owner.links(id)).read);
    const { answers } = (await (await reader.get(at("/ki-pegel.json"))).json()) as { answers: Record<string, object> };
    expect(answers[item], "whoever reads learns that it was checked, not by whom").toMatchObject({ check: { state: "confirmed" } });
    expect(JSON.stringify(answers)).not.toContain("Revision");
    const after = await band();
    expect(after[1] - after[0]).toBeLessThanOrEqual(before[1] - before[0]);
  });

  it("asks and sends back, with a word why; the owner finds it among what is to be clarified", async () => {
    const first = async (who: Visitor) => /<section id="([^"]+)" class="checked-answer"/.exec(await who.text(at("/checking")))?.[1];
    const inOrder = await first(owner);
    expect((await say("questioned", "Welche Fassung gilt?")).status).toBe(303);
    expect([await first(owner), await first(checker)], "what is asked comes first for the owner").toEqual([item, inOrder]);
    expect(inOrder).not.toBe(item);
    expect(await owner.text(at(""))).toContain(checking.task);
    expect(await owner.text(at("/checking"))).toContain("Welche Fassung gilt?");
    expect((await say("returned", "Das ist nur ein Entwurf.")).status).toBe(303);
    expect(await stored()).toMatchObject({ check: { state: "returned", note: "Das ist nur ein Entwurf." } });
  });

  it.each([
    ["", "", "Revision", checking.form.errors.state],
    ["returned", "", "Revision", checking.form.errors.note],
    ["confirmed", "Bemerkung bleibt stehen", "", checking.form.errors.by],
    ["confirmed", "x".repeat(2_001), "Revision", checking.form.errors.noteLength],
  ])("is told what is missing in %j with %.30s by %j, and keeps what was typed", async (state, note, by, error) => {
    const response = await say(state, note, by);
    const page = await response.text();
    expect([response.status, page.split(error).length]).toEqual([422, 3]);
    if (note) expect(page).toContain(note);
    expect((await stored())?.check).toBeUndefined();
  });

  it("confirms nothing that has been answered anew meanwhile", async () => {
    const page = await checker.text(at("/checking"));
    const [, seen = ""] = new RegExp(`name="item" value="${item}"/?><input type="hidden" name="seen" value="([^"]*)"`).exec(page) ?? [];
    await app.services.stores.answers.save(id, [{ item, seen: null, next: { level: 4 } }], { now: new Date(), today: "2026-11-26" });
    const response = await checker.post(at("/checking"), { item, seen, [`${item}.state`]: "confirmed", [`${item}.by`]: "Revision" });
    expect([response.status, (await response.text()).includes(checking.form.errors.changed)]).toEqual([409, true]);
    expect((await stored())?.check).toBeUndefined();
  });

  it.each(["the checker", "the owner"])("has their name deleted by %s, wherever it stands, and what they said stays", async (who) => {
    await say("confirmed");
    const everywhere = async () => JSON.stringify(await app.services.stores.assessments.findWhole(id));
    expect(await everywhere()).toContain("Revision");
    const visitor = who === "the owner" ? owner : checker;
    const done = await visitor.post(at("/checking"), { intent: "forget-names" });
    expect([done.status, done.headers.get("location")]).toEqual([303, at("/checking?forgotten#names")]);
    expect(await everywhere()).not.toContain("Revision");
    expect((await stored())?.check?.state).toBe("confirmed");
    const reader = newVisitor(app.url);
    await reader.get((await owner.links(id)).read);
    expect((await reader.post(at("/checking"), { intent: "forget-names" })).status).toBe(403);
  });

  it("reads the report and changes nothing but what they say", async () => {
    expect((await checker.get(at("/report"))).status).toBe(200);
    for (const page of ["", "/strategy", "/changes", "/rounds", "/profile"]) expect((await checker.get(at(page))).status, page).toBe(403);
    expect((await checker.saveAnswer(id, item, { choice: "4" })).status).toBe(403);
    expect((await checker.post(at("/checking"), { item: "no-such", seen: "" })).status).toBe(400);
    expect(await checker.text(at("/checking"))).not.toContain("/open/");
  });

  it("is none whom nobody has asked: not the owner, not a reader, not a stranger, not a renewed or withdrawn link", async () => {
    expect((await say("confirmed", "", "Revision", owner)).status).toBe(400);
    const reader = newVisitor(app.url);
    await reader.get((await owner.links(id)).read);
    expect([(await reader.get(at("/checking"))).status, (await newVisitor(app.url).get(at("/checking"))).status]).toEqual([403, 404]);
    await reader.get(linkIn(await owner.text(at("/checking"))));
    expect((await reader.get(at("/checking"))).status, "a reader may be asked as well").toBe(200);
    await owner.post(at("/checking"), { intent: "renew" });
    expect((await checker.get(at("/checking"))).status).toBe(404);
    const again = linkIn(await owner.text(at("/checking")));
    await owner.post(at("/checking"), { intent: "withdraw" });
    expect((await checker.get(again)).status).toBe(404);
    expect(await owner.text(at("/checking"))).toContain(checking.owner.none);
    expect((await stored())?.check).toBeUndefined();
  });
});

describe("of what a colleague has answered alone", () => {
  let colleague: Visitor;
  let part: string;
  const answer = (evidence: string, seen: string) =>
    colleague.post(`${part}/save/answers`, { [`${item}.seen`]: seen, [`${item}.choice`]: "3", [`${item}.reason`]: "", [`${item}.note`]: "", [`${item}.evidence`]: evidence }); // prettier-ignore
  const topic = () =>
    app.services.content.questionnaires.sme.dimensions.find(({ items }) => items.some((one) => one.id === item))?.id ?? "";
  beforeEach(async () => {
    await app.services.stores.answers.save(id, [{ item, seen: null, next: null }], { now: new Date(), today: "2026-11-26" });
    const invited = await owner.post(at("/team"), { intent: "invite", name: "Erika Geheim", topics: topic(), until: "2099-12-01" });
    colleague = newVisitor(app.url);
    part = (await colleague.get(/\/answer\/[\w-]{43}/.exec(await invited.text())?.[0] ?? "")).headers.get("location") ?? "";
    await answer("Beschluss vom Mai", versionTag(null));
  });

  it("the checker sees the evidence, and what they say reaches the colleague and the owner, who alone learns whose it is", async () => {
    const shown = await checker.text(at("/checking"));
    expect(shown).toContain("Beschluss vom Mai");
    expect(shown).not.toContain("Erika");
    expect((await say("returned", "Das ist nur ein Entwurf.")).status).toBe(303);
    const theirs = await colleague.text(`${part}/${topic()}`);
    expect(theirs).toContain("Das ist nur ein Entwurf.");
    expect(theirs).not.toContain("Revision");
    expect(await colleague.text(part)).toContain(checking.askedBack(1));
    expect(await colleague.text(`${part}/data`)).not.toContain("Revision");
    expect(await owner.text(at(""))).toContain(checking.task);
    expect((await owner.text(at("/checking"))).replace(/<!-- -->/g, "")).toContain(`${checking.givenBy}: Erika Geheim`);
  });

  it("a confirmed one counts, until the colleague names other evidence", async () => {
    expect((await say("confirmed")).status).toBe(303);
    expect(await owner.text(at("/report/certainty"))).toMatch(
      /Eine zweite Person hat 1 von \d+ Antworten bestätigt\. Das ist eingerechnet\./,
    );
    await answer("Beschluss vom Juni", versionTag({ level: 3, evidence: "Beschluss vom Mai" }));
    expect(await owner.text(at("/report/certainty"))).not.toContain("Eine zweite Person hat");
    expect(JSON.stringify(await app.services.stores.people.find(id))).not.toContain("confirmed");
  });

  it("what was recorded is checked as it was recorded, and no longer once it is let go", async () => {
    const page = await owner.text(at("/team/answers"));
    expect(page, "one answer alone is nothing to agree on").not.toContain(`${item}.answers`);
    await owner.saveAnswer(id, item, { choice: "1", note: "" });
    const [, seen = ""] = new RegExp(`name="item" value="${item}"/?>[^]*?name="seen" value="([^"]*)"`).exec(await owner.text(at("/team/answers"))) ?? []; // prettier-ignore
    await owner.post(at("/team/answers"), { item, seen, choice: "4", reason: "besprochen" });
    expect((await app.services.stores.people.find(id)).recorded[item]?.answer).toMatchObject({ level: 4 });
    expect((await say("confirmed")).status).toBe(303);
    expect(await owner.text(at("/team/answers"))).toMatch(/Bestätigt am [^<]+ von Revision\./);
    await app.services.stores.people.withdrawRecorded(id, item, new Date());
    expect(await owner.text(at("/team/answers"))).not.toContain("Bestätigt am");
  });
});

it("a check falls away with what it was said of, and stays through everything else", async () => {
  await say("confirmed");
  const { answers = {} } = (await app.services.stores.assessments.find(id)) ?? {};
  const answer = answers[item];
  if (!answer || !("level" in answer)) throw new Error("The demo has changed");
  const save = (next: object) =>
    app.services.stores.answers.save(id, [{ item, seen: null, next: { ...answer, ...next } }], { now: new Date(), today: "2026-11-27" });
  await save({ note: "nur notiert" });
  expect((await stored())?.check?.state).toBe("confirmed");
  await save({ evidence: "etwas anderes", check: { state: "confirmed", by: "ich selbst", date: "2026-11-27" } });
  expect((await stored())?.check).toBeUndefined();
});
