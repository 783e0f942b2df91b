import { describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { localeOf } from "../../app/i18n";
import { readDemo } from "../../seeds/demo";
import { ownApp, sharedApp } from "../support/shared-app";
import { workersOf } from "../support/workers";
import { newVisitor, type Visitor } from "./visitor";

const profile = { track: "sme", depth: "quick", sizeClass: "employees-1-9" };
const { errors } = localeOf("de").messages;
const english = localeOf("en").messages.errors;
const from = (address: string) => ({ headers: { "X-Forwarded-For": address } });

describe("what strangers make is counted", () => {
  const app = ownApp({ CREATIONS_PER_ADDRESS: "2", CREATIONS_IN_ALL: "3", BARRIER_REPORTS_PER_ADDRESS: "1", BARRIER_REPORTS_IN_ALL: "2", DOWNLOADS_PER_ADDRESS: "1", TRUST_PROXY: "1" }); // prettier-ignore

  it("assessments, per address and in all; what is there stays open", async () => {
    const visitor = newVisitor(app.url);
    await visitor.get("/start");
    const begin = (path: string, address: string) => visitor.send(path, { method: "POST", body: new URLSearchParams(profile), ...from(address) }); // prettier-ignore
    const first = await begin("/start", "198.51.100.1");
    expect(first.status).toBe(303);
    expect((await begin("/start", "198.51.100.1")).status).toBe(303);

    const refused = [await begin("/start", "198.51.100.1"), await begin("/en/start", "198.51.100.1")] as const;
    for (const { status, headers } of refused) {
      expect(status).toBe(429);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect(await refused[0].text()).toContain(`<h1>${errors.tooManyTitle}</h1>`);
    expect(await refused[1].text()).toContain(`<h1>${english.tooManyTitle}</h1>`);

    expect((await begin("/start", "198.51.100.2")).status).toBe(303);
    const full = await begin("/start", "198.51.100.3");
    expect(full.status).toBe(503);
    expect(await full.text()).toContain(errors.busyTitle);

    const [, id = ""] = /assessments\/([^/]+)/.exec(first.headers.get("location") ?? "") ?? [];
    expect((await visitor.saveAnswer(id, "strategy-goals", { choice: "2" })).status).toBe(200);
  });

  it("reports of barriers, and nothing is kept of what is refused", async () => {
    const visitor = newVisitor(app.url);
    const report = (address: string) =>
      visitor.send("/accessibility", { method: "POST", body: new URLSearchParams({ message: `Von ${address}`, contact: "" }), ...from(address) }); // prettier-ignore
    const statuses: number[] = [];
    for (const last of [1, 1, 2, 3]) statuses.push((await report(`203.0.113.${last}`)).status);
    expect(statuses).toEqual([303, 429, 303, 503]);
    const kept = await app.services.stores.barrierReports.list();
    expect(kept.map(({ message }) => message)).toEqual(["Von 203.0.113.1", "Von 203.0.113.2"]);
  });

  it("documents, in plain words where there is no page", async () => {
    const visitor = newVisitor(app.url);
    const { edit, id } = await madeAt(app.services);
    await visitor.get(`/open/${edit}`);
    const path = `/assessments/${id}/document?kind=csv&language=en`;
    expect((await visitor.send(path, from("192.0.2.1"))).status).toBe(200);
    const refused = await visitor.send(path, from("192.0.2.1"));
    expect([refused.status, refused.headers.get("content-type")]).toEqual([429, "text/plain; charset=utf-8"]);
    expect(await refused.text()).toContain(english.tooManyTitle);
    expect((await visitor.send(path, from("192.0.2.2"))).status).toBe(200);
  });
});

/** An example, kept without asking at any door. */
async function madeAt({ stores, content }: ReturnType<typeof sharedApp>["services"], name = "Muster") {
  const { keyHashesOf, newEditKey } = await import("../../app/http/access/keys");
  const [example] = readDemo(process.cwd(), content.models);
  if (!example) throw new Error("There is no example.");
  const edit = newEditKey();
  const assessment = { ...example.assessment, organisation: { ...example.assessment.organisation, name } };
  const id = await stores.assessments.create(assessment, keyHashesOf(edit), new Date());
  return { edit, id };
}

describe("a fair share of the calculations", () => {
  const app = ownApp({ CALCULATION_QUEUE: "10", TRUST_PROXY: "1" });

  const signal = (name: NodeJS.Signals) => workersOf(process.pid).forEach((pid) => process.kill(pid, name));

  /** Somebody at an address of their own, with an assessment to look at. */
  async function somebody(address: string) {
    const visitor = newVisitor(app.url);
    const { edit, id } = await madeAt(app.services, address);
    await visitor.send(`/open/${edit}`, from(address));
    // Whoever has opened a page with the cookie is known by it.
    await visitor.send(`/assessments/${id}/profile`, from(address));
    return (number: number) => visitor.send(`/assessments/${id}/report?weight-strategy=${["0", "0.5", "2"][number]}&weight-funding=${["0", "0.5", "2"][number]}`, from(address)); // prettier-ignore
  }

  it("whoever asks for much waits; who asks for one thing does not wait for all that", async () => {
    const [greedy, other] = [await somebody("198.51.100.8"), await somebody("198.51.100.9")];
    expect((await greedy(0)).status).toBe(200);
    const order: string[] = [];
    const note = (name: string, asked: Promise<Response>) => asked.then(({ status }) => void order.push(`${name} ${status}`));
    signal("SIGSTOP");
    const first = note("greedy", greedy(1));
    await expect.poll(() => app.services.jobLoads().calculations?.running).toBe(1);
    const second = note("greedy", greedy(2));
    await expect.poll(() => app.services.jobLoads().calculations?.waiting).toBe(1);
    const late = note("other", other(1));
    await expect.poll(() => app.services.jobLoads().calculations?.waiting).toBe(2);
    signal("SIGCONT");
    await Promise.all([first, second, late]);
    expect(order).toEqual(["greedy 200", "other 200", "greedy 200"]);
  });

  it("one visitor has no more waiting than their share, and is told so with 429", async () => {
    const visitor = newVisitor(app.url);
    const { edit, id } = await madeAt(app.services, "Viele");
    await visitor.get(`/open/${edit}`);
    signal("SIGSTOP");
    const choices = ["0", "0.5", "2"];
    const asked = choices.flatMap((one) => choices.map((two) => visitor.get(`/en/assessments/${id}/report?weight-skills=${one}&weight-security=${two}`))); // prettier-ignore
    const refused = await Promise.race(asked);
    signal("SIGCONT");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).not.toBeNull();
    expect(await refused.text()).toContain(`<h1>${english.tooManyTitle}</h1>`);
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});

describe("public pages", () => {
  const app = sharedApp();
  const paths = ["/", "/en", "/initiatives", "/en/sources", "/method/sme", "/imprint"];

  it("are the same for everybody, and the same again", async () => {
    for (const path of paths) {
      const first = await newVisitor(app.url).text(path);
      expect(first).toMatch(/^<!doctype html>/);
      expect(await newVisitor(app.url).text(path), path).toBe(first);
    }
    const visitor = newVisitor(app.url);
    await visitor.begin({ name: "Geheime GmbH" });
    expect(await visitor.text("/initiatives")).toBe(await newVisitor(app.url).text("/initiatives"));
    expect(await visitor.text("/")).toContain("Geheime GmbH");
    expect(await newVisitor(app.url).text("/")).not.toContain("Geheime GmbH");
  });

  it("still answer questions, and do not exist where they do not", async () => {
    expect(await newVisitor(app.url).text("/initiatives?track=sme")).not.toBe(await newVisitor(app.url).text("/initiatives"));
    for (const path of ["/initiatives/none", "/en/regions/none", "/law/x"]) {
      const response = await newVisitor(app.url).get(path);
      expect([response.status, response.headers.get("content-type")], path).toEqual([404, "text/html; charset=utf-8"]);
    }
    expect((await newVisitor(app.url).send("/regions", { method: "HEAD" })).status).toBe(200);
  });
});

describe("what is sent", () => {
  const app = sharedApp();

  it("is read elsewhere where it is large: a file of wrong answers stops nobody", async () => {
    const answers = `{${Array.from({ length: 200_000 }, (_, index) => `"a${index}":0`).join(",")}}`;
    const [example] = readDemo(process.cwd(), app.services.content.models);
    const { answers: _left, ...file } = toSaveFile(example!.assessment);
    const sent = newVisitor(app.url).load(`${JSON.stringify(file).slice(0, -1)},"answers":${answers}}`);
    const response = await sent;
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(localeOf("de").messages.load.faultsTitle(200_000));
    expect(app.services.jobLoads().intake).toEqual({ waiting: 0, running: 0 });
  });

  it("may be no larger than its form needs", async () => {
    const visitor: Visitor = newVisitor(app.url);
    const id = await visitor.begin();
    const large = await visitor.post(`/assessments/${id}/save/answers`, { sent: "x".repeat(1024 * 1024) });
    expect(large.status).toBe(413);
    expect(await large.text()).toMatch(/höchstens 1 MB[^]*at most 1 MB/);
  });
});
