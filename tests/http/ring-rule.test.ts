import { describe, expect, it } from "vitest";
import { invite as inviteToMappe } from "./mappe-visitor";
import { grantKey, kindOf, newProgram } from "./program";
import { answerAll, makeRing, type RingTown } from "./ring-visitor";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

/** Another rule for a ring that has members holds once each of them has agreed to it, and whoever tries to get round that. */
const app = sharedApp();
const named = "Die Werte der Mitglieder";

/** A ring, anonymous, whose members have all joined; its organiser proposes to open it. */
async function proposing(towns = 3) {
  const ring = await makeRing(app, ([1, 2, 3, 0, 4] as const).slice(0, towns));
  for (const member of ring.members) await ring.join(member);
  const propose = (rule: string) => ring.set(rule);
  expect((await propose("open")).status).toBe(303);
  const agree = (member: RingTown, more: Record<string, string> = {}) =>
    member.visitor.post(ring.address(member), {
      ...{ intent: "agree-rule", rule: "open", track: "municipality", modelVersion: "2.0.0" },
      ...more,
    });
  const withdraw = (member: RingTown) => member.visitor.post(ring.address(member), { intent: "withdraw-rule" });
  const shows = async (member: RingTown) => (await ring.page(member)).includes(named);
  const organised = () => ring.organiser.text(`/mappen/${ring.mappe}/ring`);
  const stop = () => ring.organiser.post(`/mappen/${ring.mappe}/ring`, { intent: "keep-rule" });
  const [first, second, third] = ring.members;
  if (!first || !second || !third) throw new Error("There are three.");
  return { ...ring, first, second, third, propose, agree, withdraw, shows, organised, stop };
}

describe("another rule for a ring", () => {
  it("holds once the last member has agreed, and until then nobody sees more than before", async () => {
    const { members, first, second, third, agree, shows, page, organised, set } = await proposing();
    for (const member of [first, second]) expect((await agree(member)).status).toBe(303);
    for (const member of members) {
      expect(await shows(member)).toBe(false);
      expect(await page(member)).toContain("2 von 3 Mitgliedern stimmen zu. Bis alle zustimmen, gilt die bisherige Regel.");
    }
    expect(await first.visitor.text(`/assessments/${first.id}`)).not.toContain("ist eine andere Regel vorgeschlagen");
    expect(await third.visitor.text(`/assessments/${third.id}`)).toContain("ist eine andere Regel vorgeschlagen");
    await agree(third);
    for (const member of members) expect(await shows(member)).toBe(true);
    expect(await organised()).not.toContain("Vorgeschlagene Regel");
    // What holds now is changed by all alike: one alone does not bring it back.
    await set("anonymous");
    expect(await shows(first)).toBe(true);
    expect(await agree(first, { rule: "anonymous" })).toMatchObject({ status: 303 });
    expect(await shows(first)).toBe(true);
    for (const member of [second, third]) await agree(member, { rule: "anonymous" });
    for (const member of members) expect(await shows(member)).toBe(false);
  });

  it("waits for who has joined meanwhile, by the rule that holds", async () => {
    const { organiser, mappe, members, agree, shows, leave, invite, join, first, second, third } = await proposing();
    await leave(third);
    await invite([third]);
    expect(await third.visitor.text(`/assessments/${third.id}`)).toContain("in den Vergleichsring dieser Mappe eingeladen");
    expect((await join(third, { rule: "open" })).status).toBe(409);
    expect(await third.visitor.text(`/assessments/${third.id}/ring/${mappe}`)).toContain("wenn auch Sie ihr zustimmen");
    // Whoever is only invited agrees to nothing.
    expect((await agree(third)).status).toBe(409);
    await join(third);
    for (const member of [first, second]) await agree(member);
    expect(await shows(first)).toBe(false);
    await agree(third);
    for (const member of members) expect(await shows(member)).toBe(true);
    expect(await organiser.text(`/mappen/${mappe}/ring`)).not.toContain(named);
  });

  it("loses the consents that were withdrawn, and all of them to another proposal or to none", async () => {
    const { members, agree, withdraw, shows, propose, stop, organised, page, first, second, third } = await proposing();
    await agree(first);
    await agree(second);
    expect((await withdraw(first)).status).toBe(303);
    await agree(third);
    expect(await shows(third)).toBe(false);
    expect(await page(first)).toContain("2 von 3 Mitgliedern");
    // Proposed once more, it is the same proposal.
    await propose("open");
    expect(await page(first)).toContain("2 von 3 Mitgliedern");
    expect((await stop()).status).toBe(303);
    expect(await organised()).not.toContain("Vorgeschlagene Regel");
    expect((await agree(first)).status).toBe(409);
    await propose("open");
    expect(await page(first)).toContain("0 von 3 Mitgliedern");
    for (const member of members) expect(await shows(member)).toBe(false);
    // Once it holds, there is nothing to withdraw.
    for (const member of members) await agree(member);
    await withdraw(first);
    expect(await shows(first)).toBe(true);
  });

  it("holds for those who stay when somebody leaves who had not agreed, and not for who comes back", async () => {
    const { agree, shows, leave, invite, join, first, second, third } = await proposing();
    for (const member of [first, second]) await agree(member);
    await leave(third);
    expect(await shows(first)).toBe(true);
    await invite([third]);
    expect((await join(third)).status).toBe(409);
    expect((await join(third, { rule: "open" })).status).toBe(303);
    expect(await shows(third)).toBe(true);
  });

  it("asks anew whoever was removed while it came to hold", async () => {
    const { agree, shows, page, first, second, third } = await proposing();
    const { assessments } = app.services.stores;
    const untouched = new Date();
    for (const { id } of [first, second]) await answerAll(app, id, 4);
    // As retention does with what nobody has touched for long: it can still be brought back.
    await assessments.removeUntouchedSince(untouched, new Date());
    expect((await third.visitor.get(`/assessments/${third.id}`)).status).toBe(404);
    for (const member of [first, second]) await agree(member);
    expect(await shows(first)).toBe(true);
    expect(await assessments.restore([third.id], new Date())).toBe(1);
    expect(await page(third)).toContain("Sie sind eingeladen");
    expect(await page(first)).toMatch(/Die Werte der Mitglieder[^]*Stadt A/);
    expect((await page(first)).split(named)[1]).not.toContain("Stadt C");
  });

  it("is proposed by whoever owns the Mappe alone, for the same questionnaire, and brings no threshold down", async () => {
    const { organiser, mappe, members, agree, page, first, stop } = await proposing(5);
    const at = `/mappen/${mappe}/ring`;
    const editor = newVisitor(app.url);
    await editor.get(await inviteToMappe(organiser, mappe, "editor"));
    for (const intent of ["set", "keep-rule"])
      expect((await editor.post(at, { intent, rule: "anonymous", track: "municipality" })).status).toBe(403);
    expect((await first.visitor.post(at, { intent: "set", rule: "open", track: "municipality" })).status).toBe(404);
    await stop();
    expect((await organiser.post(at, { intent: "set", rule: "open", track: "sme" })).status).toBe(422);
    const lower = { intent: "set", rule: "open", track: "municipality", modelVersion: "1.0.0", fewestValues: "2", rounding: "1" };
    expect((await organiser.post(at, lower)).status).toBe(303);
    for (const [name, value] of [
      ["modelVersion", "1.0.0"],
      ["track", "sme"],
      ["rule", "offen"],
    ] as const)
      expect((await agree(first, { [name]: value })).status).toBe(409);
    for (const member of members) await agree(member);
    // Five values: by name for those who agreed, and still no figure.
    expect(await page(first)).toContain(named);
    expect(await page(first)).toContain("Ab sechs Werten stehen hier Zahlen.");
  });

  it("is told in the audit, consent by consent", async () => {
    const { organiser, mappe, agree, withdraw, shows, members, first } = await proposing();
    await agree(first);
    await withdraw(first);
    for (const member of members) await agree(member);
    await shows(first);
    const audit = await organiser.text(`/mappen/${mappe}/audit.csv`);
    for (const [said, times] of [
      ["andere Regel des Vergleichsrings vorgeschlagen (Offen)", 1],
      ["der vorgeschlagenen Regel zugestimmt (Offen)", 4],
      ["Zustimmung zur vorgeschlagenen Regel zurückgenommen", 1],
      ["neue Regel gilt, weil alle Mitglieder zugestimmt haben (Offen)", 1],
    ] as const)
      expect(audit.split(said).length - 1, said).toBe(times);
  });
});

describe("another rule over the API", () => {
  it("is proposed, agreed to as it was shown, withdrawn, and holds when all have agreed", async () => {
    const program = newProgram(app.url, (await grantKey(app)).key);
    const mappe: string = (await program.post("/mappen", { name: "Regel" })).body.id;
    const at = `/mappen/${mappe}/ring`;
    const towns = ["A", "B"].map((name) => ({ track: "municipality", organisation: { name } }));
    const made = (await program.post(`/mappen/${mappe}/assessments/new`, { assessments: towns })).body.assessments as { id: string }[];
    const [first = "", second = ""] = made.map(({ id }) => id);
    const { setting } = (await program.post(at, { rule: "anonymous", track: "municipality" })).body;
    await program.post(`${at}/invitations`, { assessments: [first, second] });
    const own = (id: string, end = "") => `/assessments/${id}/mappen/${mappe}/ring${end}`;
    for (const id of [first, second]) {
      await answerAll(app, id, 2);
      await program.post(own(id, "/join"), { setting, consent: true });
    }
    const open = { ...setting, rule: "open" };
    const agree = (id: string, more: object = {}) => program.post(own(id, "/proposal"), { setting: open, consent: true, ...more });
    expect(kindOf(await agree(first))).toBe("ring-changed");
    expect((await program.post(at, { rule: "open", track: "municipality", fewestValues: 2 })).body.errors).toMatchObject([
      { path: "fewestValues" },
    ]);
    expect(kindOf(await program.post(at, { rule: "open", track: "sme" }))).toBe("ring-begun");
    expect((await program.post(at, { rule: "open", track: "municipality" })).body).toMatchObject({
      setting,
      proposal: { setting: open, agreed: 0 },
    });
    expect((await program.get(`/assessments/${first}/mappen`)).body.mappen).toMatchObject([{ ring: "asked" }]);
    expect((await agree(first, { consent: false })).body.errors).toMatchObject([{ path: "consent" }]);
    expect(kindOf(await agree(first, { setting }))).toBe("ring-changed");
    expect((await agree(first)).body).toMatchObject({ agreesToRule: true, proposal: { agreed: 1 }, named: null });
    expect((await program.delete(own(first, "/proposal"))).status).toBe(204);
    expect((await agree(second)).body).toMatchObject({ proposal: { agreed: 1 }, setting, named: null });
    expect((await program.delete(`${at}/proposal`)).status).toBe(204);
    expect((await program.get(at)).body).toMatchObject({ setting, proposal: null });
    await program.post(at, { rule: "open", track: "municipality" });
    await agree(second);
    const { named: values, ...view } = (await agree(first)).body;
    expect(view).toMatchObject({ setting: open, proposal: null });
    expect((values as { name: string }[]).map(({ name }) => name).sort()).toEqual(["A", "B"]);
    // A stranger's program proposes and agrees to nothing.
    const other = newProgram(app.url, (await grantKey(app)).key);
    for (const refused of [
      await other.post(at, { rule: "anonymous", track: "municipality" }),
      await other.delete(`${at}/proposal`),
      await other.post(own(first, "/proposal"), { setting, consent: true }),
      await other.delete(own(first, "/proposal")),
    ])
      expect(refused.status).toBe(404);
  });
});
