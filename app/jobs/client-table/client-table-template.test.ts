import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { content } from "../../../tests/support/content";
import { csvRows } from "../../../tests/support/csv-rows";
import { unzip } from "../../../tests/support/unzip";
import { dutiesFor, factsOf } from "../../core/duties/find-duties";
import { languages, tracks } from "../../core/vocabulary";
import { readXlsx } from "../../intake/sheets/read-xlsx";
import { factKey } from "./columns";
import { clientTableTemplate, type ClientTableFormat } from "./client-table-template";
import { readClientTable } from "./read-client-table";
import { readClients } from "./read-clients";

const textsOf = (workbook: Uint8Array) =>
  readXlsx(workbook).map(({ rows }) => rows.map((cells) => cells.filter((cell) => typeof cell === "string")));

const formats: ClientTableFormat[] = ["xlsx", "csv", "csv-plain"];
const cases = languages.flatMap((language) => tracks.flatMap((track) => formats.map((format) => [language, track, format] as const)));

describe.each(cases)("template in %s for %s as %s", (language, track, format) => {
  it("is understood, and holds nobody yet", async () => {
    const { clients, faults } = readClientTable(await clientTableTemplate(content, track, language, format), content);
    expect({ clients, codes: faults.map(({ code }) => code) }).toEqual({ clients: [], codes: ["no-clients"] });
  });

  it("has an example without a fault", async () => {
    const bytes = await clientTableTemplate(content, track, language, format);
    const rows = format === "xlsx" ? (textsOf(bytes)[0] ?? []) : csvRows(bytes);
    const [keys = [], titles = [], example = []] = rows;
    for (const head of [keys, titles]) {
      const { clients, faults } = readClients([head, ["Musterstadt", ...example.slice(1)]], content);
      expect(faults).toEqual([]);
      expect(Object.values(clients[0]?.assessment.answers ?? {})).toEqual([
        { level: 3, note: expect.any(String) as string, evidence: expect.any(String) as string },
        { answer: "dk" },
        { answer: "na", reason: expect.stringMatching(/Grund|reason/) as string },
      ]);
    }
  });
});

it("asks every question, and a workbook says what each level means", async () => {
  const ids = content.questionnaires.sme.dimensions.flatMap(({ items }) => items.map(({ id }) => id));
  const [head = []] = csvRows(await clientTableTemplate(content, "sme", "de", "csv"));
  const [ofClient, asked] = [head.slice(0, 13), head.slice(13, 13 + ids.length)];
  expect(ofClient.slice(0, 9)).toEqual(["name", "key", "track", "depth", "land", "sizeClass", "sector", "ownership", "aiUse"]);
  expect(ofClient.slice(9)).toEqual(["language", "contact", "budgetEuro", "personDaysPerQuarter"]);
  expect(asked).toEqual(ids);
  const facts = factsOf(dutiesFor(content.duties, "sme")).map(({ fact }) => factKey(fact));
  expect(facts).toContain("fact.professional-secrecy");
  expect(head.slice(13 + ids.length)).toEqual([...facts, ...ids.flatMap((id) => [`${id}.note`, `${id}.evidence`])]);
  const questions = await readSheet(Buffer.from(await clientTableTemplate(content, "sme", "de", "xlsx")), "Fragen");
  expect(questions.slice(1).map(([id]) => id)).toEqual(ids);
  const { anchors } = content.questionnaires.sme.text.de.items[ids[0] ?? ""] ?? {};
  expect(questions[1]?.slice(3, 8)).toEqual(anchors);
});

describe.each(languages)("a workbook in %s", (language) => {
  it("offers in each cell what it may hold, and takes all of it", async () => {
    const bytes = await clientTableTemplate(content, "sme", language, "xlsx");
    const xml = unzip(bytes).get("xl/worksheets/sheet1.xml") ?? "";
    const [clients, , values] = textsOf(bytes);
    const [keys = []] = clients ?? [];
    const lists = [...xml.matchAll(/sqref="([A-Z]+)3:[A-Z]+2001"><formula1>'[^']+'!\$C\$(\d+):\$C\$(\d+)</g)];
    expect(lists).toHaveLength(10);
    for (const [, letters = "", first, last] of lists) {
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const offered = values?.slice(Number(first) - 1, Number(last)).map(([, , name = ""]) => name) ?? [];
      expect(offered.length).toBeGreaterThan(0);
      for (const value of offered) {
        const row = keys.map((key, index) => (index === column ? value : ({ name: "A", track: "sme", depth: "full" }[key] ?? "")));
        expect(readClients([keys, row], content).faults, value).toEqual([]);
      }
    }
  });

  it("keeps headings and names in sight", async () => {
    const xml = unzip(await clientTableTemplate(content, "sme", language, "xlsx")).get("xl/worksheets/sheet1.xml") ?? "";
    expect(xml).toContain('<pane ySplit="2" xSplit="1" topLeftCell="B3"');
    // Of a screen of 768 pixels, rows are left to fill in.
    const frozen = [...xml.matchAll(/<row r="[12]" ht="([\d.]+)"/g)].map(([, height]) => Number(height));
    expect(frozen.reduce((sum, height) => sum + height, 0)).toBeLessThan(190);
  });
});
