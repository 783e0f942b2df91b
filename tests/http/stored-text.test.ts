import { beforeAll, describe, expect, it } from "vitest";
import { versionTag } from "../../app/core/assessment/answer";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();

const hostile: [string, string][] = [
  ["a script", `</script><script>alert("x")</script>`],
  ["a handler in an attribute", `" onmouseover="alert(1)" x='`],
  ["an end of the text field and an image", "</textarea></title><img src=x onerror=alert(1)>"],
  ["a comment", "<!--<script>"],
  ["entities", "&lt;b&gt; &amp; &#x27;"],
  ["SQL", "'); DROP TABLE answers; DELETE FROM assessments; --"],
  ["SQL placeholders", "?? :name $1 ${x} %s \\' \\\\"],
  ["a template", "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}"],
  ["a path", "../../../etc/passwd"],
  ["many kinds of letters", "ÄÖÜß ﷽ 漢字 😀👩‍👩‍👧 é \u202Etxet"],
];

/** As it must stand in HTML. */
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[sign] ?? sign);

function expectShownAsText(html: string, text: string): void {
  expect(html).toContain(escaped(text));
  if (escaped(text) !== text) expect(html).not.toContain(text);
  expectNoMarkup(html);
}

/** None of the hostile texts has become a part of the page. */
function expectNoMarkup(html: string): void {
  expect(html).not.toMatch(/<script>|<img|"\s*onmouseover/);
}

let visitor: Visitor;
beforeAll(() => {
  visitor = newVisitor(app.url);
});

describe.each(hostile)("%s", (_kind, typed) => {
  // Two ways to write the same letter are one.
  const text = typed.normalize("NFC");
  it("in the name of an organisation is a name", async () => {
    const id = await visitor.begin({ name: typed });
    expect(await app.services.stores.assessments.find(id)).toMatchObject({ organisation: { name: text } });
    for (const page of ["", "/profile", "/delete"]) expectShownAsText(await visitor.text(`/assessments/${id}${page}`), text);
    expect(await (await visitor.get(`/assessments/${id}/ki-pegel.json`)).json()).toMatchObject({ organisation: { name: text } });

    await visitor.submit(`/assessments/${id}/profile`, { depth: "full", sizeClass: "employees-1-9", name: `Neu ${typed}` });
    expect(await app.services.stores.assessments.find(id)).toMatchObject({ organisation: { name: `Neu ${text}` } });
  });

  it("in an answer is a reason, a note, an evidence", async () => {
    const id = await visitor.begin();
    const dimension = app.services.content.questionnaires.sme.dimensions.find(({ items }) =>
      items.some((item) => item.allowsNotApplicable),
    );
    const item = dimension?.items.find((one) => one.allowsNotApplicable)?.id ?? "";
    const saved = await visitor.saveAnswer(id, item, { choice: "na", reason: `R ${typed}`, note: `N ${typed}`, evidence: `E ${typed}` });
    expect(saved.status).toBe(200);
    const answer = { answer: "na", reason: `R ${text}`, note: `N ${text}`, evidence: `E ${text}` } as const;
    expect((await app.services.stores.assessments.find(id))?.answers).toMatchObject({ [item]: answer });
    const page = await visitor.text(`/assessments/${id}/${dimension?.id}`);
    for (const mark of ["R", "N", "E"]) expectShownAsText(page, `${mark} ${text}`);
    expect(await (await visitor.get(`/assessments/${id}/ki-pegel.json`)).json()).toMatchObject({ answers: { [item]: answer } });

    const conflict = await visitor.post(`/assessments/${id}/${dimension?.id}`, {
      [`${item}.choice`]: "1",
      [`${item}.note`]: `M ${text}`,
      [`${item}.seen`]: versionTag(null),
    });
    expect(conflict.status).toBe(409);
    const html = await conflict.text();
    for (const mark of ["R", "M"]) expectShownAsText(html, `${mark} ${text}`);
  });

  it("in a report of a barrier is a message and a contact", async () => {
    const response = await visitor.post("/accessibility", { message: `M ${typed}`, contact: `C ${typed}` });
    expect(response.status).toBe(303);
    expect((await app.services.stores.barrierReports.list()).at(-1)).toMatchObject({ message: `M ${text}`, contact: `C ${text}` });
    const refused = await visitor.post("/accessibility", { message: "", contact: text.padEnd(201, "x") });
    expect(refused.status).toBe(422);
    expectShownAsText(await refused.text(), text.padEnd(201, "x"));
  });

  it("in an address or a choice is shown as text or not at all", async () => {
    const id = await visitor.begin();
    for (const path of ["/start", "/regions", "/accessibility", "/unknown", `/assessments/${id}/report`, `/assessments/${id}`]) {
      const query = new URLSearchParams({ track: "sme", name: text, region: text, thanks: text, [text]: "x" });
      const html = await visitor.text(`${path}?${query}`);
      if (path === "/start") expectShownAsText(html, text);
      expectNoMarkup(html);
    }
    const fields = ["track", "depth", "land", "sizeClass", "sector", "ownership"];
    const refused = await visitor.post("/start", { ...Object.fromEntries(fields.map((name) => [name, text])), track: "sme" });
    expect(refused.status).toBe(422);
    expectNoMarkup(await refused.text());
  });
});

it("in the name of an organisation they stand on its report as text", async () => {
  const names = hostile.map(([, typed]) => typed.normalize("NFC"));
  for (const name of [names.slice(0, 5).join(" "), names.slice(5).join(" ")]) {
    const id = await visitor.begin({ name });
    expectShownAsText(await visitor.text(`/assessments/${id}/report`), name);
  }
});

it("control characters do not get into the store", async () => {
  const id = await visitor.begin({ name: "a\u0000b\u001B[31m\u0007c" });
  expect(await app.services.stores.assessments.find(id)).toMatchObject({ organisation: { name: "ab[31mc" } });
});
