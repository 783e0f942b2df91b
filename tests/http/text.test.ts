import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { grantKey, newProgram, type Program } from "./program";
import { sharedApp } from "../support/shared-app";
import { newVisitor, type Visitor } from "./visitor";

const app = sharedApp();
const item = "strategy-goals";
let program: Program;
let visitor: Visitor;
beforeAll(async () => {
  program = newProgram(app.url, (await grantKey(app)).key);
});
beforeEach(() => {
  visitor = newVisitor(app.url);
});

const fileOf = (note: string) => ({
  ...toSaveFile({ track: "sme", depth: "full", aiUse: "unknown", modelVersion: "2.0.0", organisation: { name: "Muster" }, answers: {} }),
  answers: { [item]: { level: 1, note } },
});
const loaded = (response: Response) => response.headers.get("location")?.split("/").at(-1) ?? "";

/** Every way in which a note comes in. @returns the id of the assessment that it is kept in. */
const doors: [name: string, enter: (note: string) => Promise<string>][] = [
  ["a file", async (note) => loaded(await visitor.load(JSON.stringify(fileOf(note))))],
  [
    "a file in UTF-16",
    async (note) => loaded(await visitor.load(new Blob([Buffer.from(`\uFEFF${JSON.stringify(fileOf(note))}`, "utf16le")]))),
  ],
  ["the API", async (note) => (await program.post("/assessments", fileOf(note))).body.id],
  [
    "the form",
    async (note) => {
      const id = await visitor.begin();
      await visitor.saveAnswer(id, item, { choice: "1", note });
      return id;
    },
  ],
];
const noteKept = async (id: string) => (await app.services.stores.assessments.find(id))?.answers[item]?.note;

describe.each(doors)("a note that comes through %s", (_name, enter) => {
  it("keeps its lines, whatever ends them", async () => {
    const id = await enter("Erste Zeile\u000BZweite Zeile\fDritte\r\nVierte\u2028Fünfte");
    expect(await noteKept(id)).toBe("Erste Zeile\nZweite Zeile\nDritte\nVierte\nFünfte");
  });

  it("is what it means: composed, with bullets, without what only says where lines break", async () => {
    expect(await noteKept(await enter("\uF0B7 Ko\u0308ln\u00A0\u2011 Daten\u00ADschutz"))).toBe("• Köln - Datenschutz");
  });

  it("may have 10,000 characters, a line break counted once", async () => {
    const line = `${"x".repeat(12)}\r\n`;
    const note = line.repeat(769).slice(0, -2);
    expect(note.length).toBeGreaterThan(10_000);
    expect((await noteKept(await enter(note)))?.length).toBe(769 * 13 - 1);
  });
});

describe("a note that is too long all the same", () => {
  it("is refused at every door", async () => {
    const note = "x".repeat(10_001);
    expect((await visitor.load(JSON.stringify(fileOf(note)))).status).toBe(422);
    expect((await program.post("/assessments", fileOf(note))).status).toBe(422);
  });
});

it("a file in an encoding that we do not read is refused by its name", async () => {
  const utf32 = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), ...Array.from("{}", (sign) => Buffer.from([sign.charCodeAt(0), 0, 0, 0]))]);
  const answer = await visitor.load(new Blob([utf32]));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("UTF-32LE");
});

it.each([0, 1, 2, 3, 4])("all answers at level %i: no mean is above 100, nor the geometric above the arithmetic", async (level) => {
  for (const track of ["municipality", "sme"] as const) {
    const { dimensions, modelVersion } = app.services.content.questionnaires[track];
    const items = dimensions.flatMap((dimension) => dimension.items);
    const answers = Object.fromEntries(items.map(({ id }) => [id, { level: level as 0 }]));
    const { body } = await program.post(
      "/scores",
      toSaveFile({ track, depth: "full", aiUse: "unknown", modelVersion, organisation: {}, answers }),
    );
    expect(body.overall.score).toBe(25 * level);
    expect(body.overall.geometric).toBeLessThanOrEqual(25 * level);
    expect(body.overall.geometric).toBeCloseTo(25 * level, 9);
  }
});
