import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendWebhook } from "../../app/http/webhooks/send";
import { signedHeaders } from "../../app/http/webhooks/sign";
import { sendDueWebhooks } from "../../app/http/webhooks/start-webhooks";
import { ownApp } from "../support/shared-app";
import { makeMappe } from "./mappe-visitor";
import { grantKey, kindOf, newProgram } from "./program";
import { newVisitor, type Visitor } from "./visitor";

const setting = "a secret of the operator, at least 32 characters";
const app = ownApp({ WEBHOOKS: "local", WEBHOOK_SECRET: setting });
const settings = { secret: setting, reach: "local" } as const;

type Received = { headers: IncomingMessage["headers"]; body: string };
let receiver: Server;
let url: string;
let received: Received[];
let answer: number;
beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answer, answer === 302 ? { Location: `${url}/elsewhere` } : {}).end("x".repeat(100_000));
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(() => void receiver.close());

let owner: Visitor;
let mappe: string;
beforeEach(async () => {
  [received, answer] = [[], 204];
  owner = newVisitor(app.url);
  mappe = await makeMappe(owner);
});
const page = () => `/mappen/${mappe}/webhooks`;
const add = (to = url, ...events: string[]) => {
  const form = new URLSearchParams({ intent: "add", url: to });
  for (const event of events) form.append("events", event);
  return owner.send(page(), { method: "POST", body: form });
};
const send = (at: Date) => sendDueWebhooks(app.services.stores, settings, () => at);
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const joinAndLeave = async () => {
  const client = newVisitor(app.url);
  const id = await client.begin({ name: "Musterbau GmbH" });
  const { edit } = await client.links(id);
  await owner.post(`/mappen/${mappe}/add`, { intent: "link", link: app.url + edit, sharing: "edit", consent: "on" });
  await client.post(`/assessments/${id}/mappen`, { intent: "leave", mappe });
  return id;
};

describe("a webhook", () => {
  it("is told what was chosen, by ids alone, signed with the secret that was shown once", async () => {
    const shown = await (await add(url, "member.joined", "assessment.consent-withdrawn")).text();
    const [secret = ""] = /whsec_[A-Za-z0-9+/]{43}=/.exec(shown) ?? [];
    expect(await owner.text(page())).not.toContain(secret);
    const assessment = await joinAndLeave();
    expect(await send(later(1))).toBe(2);
    expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual(
      expect.arrayContaining([
        { type: "member.joined", timestamp: expect.any(String) as string, data: { mappe, assessment } },
        { type: "assessment.consent-withdrawn", timestamp: expect.any(String) as string, data: { mappe, assessment } },
      ]),
    );
    for (const { headers, body } of received) {
      const at = new Date(Number(headers["webhook-timestamp"]) * 1000);
      expect(headers).toMatchObject(signedHeaders(secret, String(headers["webhook-id"]), at, body));
    }
    expect(await send(later(2))).toBe(0);
    expect(await owner.text(page())).toContain("angekommen (204)");
  });

  it("that does not answer well is tried again with longer waits, and switched off when it never does", async () => {
    await add(url, "member.joined");
    const [webhook] = await app.services.stores.webhooks.list(mappe);
    const id = webhook?.id ?? "";
    answer = 302;
    for (let message = 0; message < 3; message += 1) {
      await app.services.stores.webhooks.test(mappe, id, later(message * 3000));
      const counts = [];
      for (const minutes of [1, 2, 8, 45, 240, 1500, 2900]) counts.push(await send(later(message * 3000 + minutes)));
      expect(counts).toEqual([1, 0, 1, 1, 1, 1, 0]);
    }
    expect(received).toHaveLength(15);
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(3);
    expect((await app.services.stores.webhooks.list(mappe))[0]?.switchedOffAt).not.toBeNull();
    expect((await owner.post(page(), { intent: "test", id })).status).toBe(400);
    answer = 200;
    await owner.post(page(), { intent: "on", id });
    expect((await owner.post(page(), { intent: "test", id })).headers.get("location")).toBe(`${page()}?tested`);
    expect(await send(later(1))).toBe(1);
  });

  it("is sent by one of two processes that look at once", async () => {
    await add(url, "member.joined");
    const [webhook] = await app.services.stores.webhooks.list(mappe);
    await app.services.stores.webhooks.test(mappe, webhook?.id ?? "", new Date());
    await Promise.all([send(later(1)), send(later(1))]);
    expect(received).toHaveLength(1);
  });

  it("is refused at its field where it leads nowhere, to an inner network, or says nothing", async () => {
    for (const wrong of [
      "x",
      "http://example.org/",
      "https://10.0.0.1/",
      "https://169.254.169.254/latest",
      "https://[::ffff:a00:1]/",
      "https://0x0a000001/",
    ])
      // prettier-ignore
      expect((await add(wrong, "member.joined")).status, wrong).toBe(422);
    const refused = await add("https://example.org/mine");
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("https://example.org/mine")]);
    expect(await app.services.stores.webhooks.list(mappe)).toEqual([]);
  });

  it("is told once of each time that an assessment is completed, by whatever change, and of documents that are ready", async () => {
    const program = newProgram(app.url, (await grantKey(app)).key);
    const id: string = (await program.post("/mappen", { name: "Kreis" })).body.id;
    await program.post(`/mappen/${id}/webhooks`, { url, events: ["assessment.completed", "batch.done"] });
    const made = (await program.post(`/mappen/${id}/assessments/new`, { assessments: [{ track: "sme", depth: "quick" }, { track: "sme" }] })).body; // prettier-ignore
    const [quick, full] = made.assessments as { id: string }[];
    const items = app.services.content.questionnaires.sme.dimensions.flatMap((one) => one.items.filter(({ key }) => key));
    const answers = Object.fromEntries(items.map(({ id: item }) => [item, { level: 2 }]));
    const [first = ""] = Object.keys(answers);
    const change = (assessment: string | undefined, changed: object) => program.patch(`/assessments/${assessment}/answers`, changed);
    const told = async () => {
      received = [];
      await send(later(1));
      return received.map(({ body }) => JSON.parse(body) as { type: string; data: object });
    };
    await change(quick?.id, { ...answers, [first]: null });
    expect(await told()).toEqual([]);
    const completed = (assessment: string | undefined) => [
      { type: "assessment.completed", timestamp: expect.any(String) as string, data: { mappe: id, assessment } },
    ];
    await change(quick?.id, { [first]: { answer: "dk" } });
    await change(quick?.id, { [first]: { level: 1 } });
    expect(await told()).toEqual(completed(quick?.id));
    // Of the whole questionnaire more is asked, until only the quick check is.
    await change(full?.id, answers);
    expect(await told()).toEqual([]);
    await program.patch(`/assessments/${full?.id}/profile`, { depth: "quick" });
    expect(await told()).toEqual(completed(full?.id));
    await program.post(`/assessments/${full?.id}/rounds/1/close`, {});
    await program.call("POST", `/assessments/${full?.id}/rounds/2/begin`);
    expect(await told()).toEqual([]);
    await program.post(`/assessments/${full?.id}/rounds/2/close`, {});
    expect(await told()).toEqual(completed(full?.id));

    const { stores } = app.services;
    const wish = { mappeId: id, options: "kind=csv", origin: app.url, day: "2026-11-26", assessmentIds: [quick?.id ?? ""] };
    const batch = (await stores.batches.create(wish, { open: 1_000, bytes: 1e12 }, new Date())) as { id: string };
    await Promise.all([stores.batches.finish(batch.id, null, new Date()), stores.batches.finish(batch.id, null, new Date())]);
    expect(await told()).toEqual([{ type: "batch.done", timestamp: expect.any(String) as string, data: { mappe: id, batch: batch.id } }]);
  });

  it("is made, listed, tried and deleted by programs", async () => {
    const program = newProgram(app.url, (await grantKey(app)).key);
    const id: string = (await program.post("/mappen", { name: "Kreis" })).body.id;
    const made = await program.post(`/mappen/${id}/webhooks`, { url, events: ["assessment.round-closed"] });
    expect([made.status, made.body]).toEqual([201, expect.objectContaining({ url, secret: expect.stringMatching(/^whsec_/) as string })]);
    expect((await program.call("POST", `/mappen/${id}/webhooks/${made.body.id}/test`)).status).toBe(204);
    const [assessment] = (await program.post(`/mappen/${id}/assessments/new`, { assessments: [{ track: "sme" }] })).body.assessments;
    await program.patch(`/assessments/${assessment.id}/answers`, { "strategy-goals": { level: 1 } });
    expect((await program.post(`/assessments/${assessment.id}/rounds/1/close`, { samePeople: true })).status).toBeLessThan(300);
    await send(later(1));
    expect(received.map(({ body }) => (JSON.parse(body) as { type: string }).type).sort()).toEqual([
      "assessment.round-closed",
      "webhook.test",
    ]);
    const { webhooks } = (await program.get(`/mappen/${id}/webhooks`)).body;
    expect(webhooks[0].messages.map(({ outcome, status }: { outcome: string; status: number }) => [outcome, status])).toEqual([
      ["delivered", 204],
      ["delivered", 204],
    ]);
    expect(kindOf(await program.post(`/mappen/${id}/webhooks`, { url: "https://127.0.0.1.nip.io:99999/", events: [] }))).toBe(
      "invalid-input",
    );
    expect((await program.delete(`/mappen/${id}/webhooks/${made.body.id}`)).status).toBe(204);
    expect((await program.get(`/mappen/${id}/webhooks`)).body.webhooks).toEqual([]);
  });

  it("reaches nothing on this machine where the operator has said no more than on, whatever a name leads to", async () => {
    for (const [to, outcome] of [
      [url, "forbidden"],
      [url.replace("http:", "https:"), "forbidden"],
      [url.replace("http://127.0.0.1", "https://localhost"), "forbidden"],
    ] as const)
      expect(await sendWebhook(to, {}, "{}", "public"), to).toEqual({ outcome, status: null });
    expect(received).toEqual([]);
  });
});
