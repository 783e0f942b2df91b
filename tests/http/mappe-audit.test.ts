import { beforeEach, describe, expect, it } from "vitest";
import { wholeAudit } from "../../app/core/mappe/audit";
import { mappePermissions, operationAudit } from "../../app/http/access/permissions";
import { apiOperations } from "../../app/http/api/operations";
import { addressOf, mappeRightsAt, routePaths } from "../hostile/addresses";
import { csvRows } from "../support/csv-rows";
import { invite, makeMany, makeMappe, openLink } from "./mappe-visitor";
import { grantKey, newProgram } from "./program";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
let owner: Visitor;
let mappe: string;
beforeEach(async () => {
  owner = newVisitor(app.url);
  mappe = await makeMappe(owner);
});
const entries = (id = mappe) => app.services.stores.mappeAudit.list(id, wholeAudit, { offset: 0, limit: 500 });
const kindsSince = async (before: number, id = mappe) => [
  ...new Set((await entries(id)).slice(0, -before || undefined).map(({ what }) => what)),
];

describe("the audit of a Mappe", () => {
  it("says of every page what the table of permissions says, however its address is written", async () => {
    const links = await makeMany(owner, mappe, ["Ahlen"]);
    const assessment = await openLink(newVisitor(app.url), links.get("Ahlen") ?? "");
    const german = routePaths.filter((route) => /^\/mappen\/:id/.test(route));
    expect(german).toHaveLength(Object.keys(mappePermissions).length);
    const { batches } = app.services.stores;
    const wish = { mappeId: mappe, options: "kind=pdf", origin: app.url, day: "2026-11-26", assessmentIds: [assessment] };
    const started = await batches.create(wish, { open: 1_000, bytes: 1e12 }, new Date());
    const batch = typeof started === "string" ? "" : started.id;
    await batches.finish(batch, null, new Date());
    for (const [index, route] of german.entries()) {
      const path = addressOf(route, { ":id": mappe, ":assessment": assessment, ":batch": batch });
      const before = new Set((await entries()).map(({ what, of }) => what + of));
      const written = index % 2 === 0 ? path : path.replace("/mappen", "/m%61ppen");
      // Nothing is made here: there is no report on one member, and no document of nobody. What is refused is taken by nobody.
      const isRefused = /(\/report|\.zip|\/save\/brand)$/.test(route);
      expect((await owner.get(isRefused ? `${written}?begun=on` : written)).status, path).toBe(isRefused ? 404 : 200);
      const audit = isRefused ? null : mappeRightsAt(route).audit;
      const [fresh = null] = (await entries()).filter(({ what, of }) => !before.has(what + of));
      // The table of links was taken away above, and the members were seen, within the same hour.
      if (/(\/links\.csv|\/:batch)$/.test(route)) expect([...before, null], route).toContain(audit);
      else expect(fresh?.what ?? null, route).toBe(audit);
      if (route.endsWith("/:assessment")) expect(fresh?.of).toBe(assessment);
    }
  });

  it("says who came to an assessment through it, by name as long as they are in it, and hides its pages from all but owners", async () => {
    const [link = ""] = (await makeMany(owner, mappe, ["=Ahlen"])).values();
    const client = newVisitor(app.url);
    const assessment = await openLink(client, link);
    const editor = newVisitor(app.url);
    await editor.get(await invite(owner, mappe, "editor"));
    const before = (await entries()).length;
    await client.get(`/assessments/${assessment}`);
    expect(await kindsSince(before)).toEqual([]);
    for (const path of [`/assessments/${assessment}/report`, `/assessments/${assessment}/profile`])
      expect((await editor.get(path)).status).toBe(200);
    await editor.saveAnswer(assessment, "strategy-goals", { choice: "2" });
    await editor.get(`/assessments/${assessment}/ki-pegel.json`);
    expect((await kindsSince(before)).sort()).toEqual(["assessment", "assessment-changed", "assessment-file"]);
    for (const end of ["/audit", "/audit.csv"]) expect((await editor.get(`/mappen/${mappe}${end}`)).status).toBe(403);
    // Who is refused has seen nothing.
    expect((await kindsSince(before)).sort()).toEqual(["assessment", "assessment-changed", "assessment-file"]);

    const page = await owner.text(`/mappen/${mappe}/audit?assessment=${assessment}&group=exported`);
    expect(page).toMatch(/Datei einer Bewertung heruntergeladen: =Ahlen[^]*Wer darf editor \(darf bearbeiten\)/);
    expect(page).not.toContain("Bewertung bearbeitet");
    const table = await owner.text(`/mappen/${mappe}/audit.csv`);
    expect(table).toMatch(/;'=Ahlen\r?\n/);
    // The role stands with the invitation, and not once more with the name.
    expect(table).toMatch(/;Menschen eingeladen \(darf bearbeiten\);Wer darf editor\r?\n/);
    expect(await owner.text(`/en/mappen/${mappe}/audit`)).toContain("Edited an assessment: =Ahlen");
    const [person] = await app.services.stores.mappen.people(mappe);
    await owner.post(`/mappen/${mappe}/settings`, { intent: "remove-person", id: person?.id ?? "" });
    await client.post(`/assessments/${assessment}/mappen`, { intent: "leave", mappe });
    const [headings, ...rows] = csvRows(new TextEncoder().encode(await owner.text(`/mappen/${mappe}/audit.csv`)));
    expect(headings).toEqual(["Tag", "Uhrzeit", "Wer", "Was", "Organisation"]);
    const gone = `eine Organisation, die hier nicht mehr zu sehen ist (${assessment.slice(0, 6)})`;
    expect(rows.map((row) => row.slice(2))).toEqual(
      expect.arrayContaining([
        ["jemand", "Bewertung bearbeitet", gone],
        ["Wer alle Rechte hat", "Link eines Menschen zurückgenommen", "jemand"],
        ["Wer den Link zum Bearbeiten der Bewertung hat", "Zustimmung zurückgenommen", gone],
      ]),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Wer darf editor|Ahlen/);
  });

  it("says of programs what they read, by the name of their key, and is read by them", async () => {
    const { key } = await grantKey(app);
    const program = newProgram(app.url, key);
    const id: string = (await program.post("/mappen", { name: "Kreis" })).body.id;
    const [made] = (await program.post(`/mappen/${id}/assessments/new`, { assessments: [{ track: "sme", organisation: { name: "Bau" } }] })).body.assessments; // prettier-ignore
    const before = (await entries(id)).length;
    const reads = apiOperations.filter(({ path, method }) => path.startsWith("/mappen/{id}") && method === "get");
    for (const { path } of reads) await program.get(path.replace("{id}", id) + (path.endsWith("comparison") ? `?with=${made.id}` : ""));
    // There is no batch to be taken away, and no report on one.
    const told = reads.filter(({ id: name }) => name !== "fetchBatch" && name !== "readMembersReport");
    const expected = told.map((operation) => operationAudit[operation.id as keyof typeof operationAudit]);
    expect((await kindsSince(before, id)).sort()).toEqual([...new Set(expected)].filter((kind) => kind !== null).sort());
    await program.get(`/assessments/${made.id}/report`);
    const { body } = await program.get(`/mappen/${id}/audit?group=exported`);
    expect(body).toMatchObject({ count: 1, next: null });
    expect(body.entries).toEqual([
      expect.objectContaining({ by: "program", what: "assessment-file", assessment: made.id, organisation: "Bau", person: null }),
    ]);
    expect(body.entries[0].name).toEqual(expect.any(String));
  });
});
