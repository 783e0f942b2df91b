import { describe, expect, it } from "vitest";
import { soundContent } from "../../../tests/support/builders";
import { cellName, readClients } from "./read-clients";

const { questionnaires } = soundContent();
const head = ["name", "track", "depth", "land", "sizeClass", "strategy-key", "strategy-more", "funding-key"];
const read = (...rows: string[][]) => readClients([head, ...rows], questionnaires);

describe("a row of the table", () => {
  it("is an assessment; empty cells say nothing", () => {
    expect(read(["Musterstadt", "municipality", "full", "NW", "inhabitants-20000-49999", "3", "na: gibt es nicht", ""])).toEqual({
      clients: [
        {
          row: 2,
          name: "Musterstadt",
          assessment: {
            track: "municipality",
            depth: "full",
            modelVersion: "1.2.3",
            organisation: { name: "Musterstadt", land: "NW", sizeClass: "inhabitants-20000-49999" },
            answers: { "strategy-key": { level: 3 }, "strategy-more": { answer: "na", reason: "gibt es nicht" } },
          },
        },
      ],
      faults: [],
    });
  });

  it("may be written as people write, in either language", () => {
    const { clients, faults } = readClients(
      [
        ["Name der Organisation", "Fragebogen", "Depth", "Land", "strategy-key", "strategy-more", "funding-key"],
        ["A", "Kommune", "quick check", "bayern", "weiß nicht", "Trifft nicht zu: eins: zwei", "0"],
        ["B", "municipality", "Kurzcheck", "Bavarien", "don’t know", "does not apply:x", "4"],
      ],
      questionnaires,
    );
    expect(faults.map(({ cell, code }) => [cell, code])).toEqual([["D3", "unknown-value"]]);
    expect(clients.map(({ assessment }) => assessment.answers)).toEqual([
      { "strategy-key": { answer: "dk" }, "strategy-more": { answer: "na", reason: "eins: zwei" }, "funding-key": { level: 0 } },
    ]);
    expect(clients[0]?.assessment).toMatchObject({ track: "municipality", depth: "quick", organisation: { land: "BY" } });
  });

  it("is left out where it is empty, or the second row that names the columns for people", () => {
    const titles = ["Name der Organisation", "Fragebogen", "Umfang", "Land", "Größe", "Ziele", "Mehr", "Geld"];
    const { clients, faults } = read(titles, [], ["", "", ""], ["A", "sme", "full"]);
    expect({ rows: clients.map(({ row }) => row), faults }).toEqual({ rows: [5], faults: [] });
  });
});

describe("faults", () => {
  it("are told at their cells, all at once, and sound rows are read nevertheless", () => {
    const { clients, faults } = read(
      ["", "verein", "half", "XX", "employees-1-9", "5", "na", "vielleicht"],
      ["Gut", "municipality", "full"],
      ["x".repeat(201), "municipality", "full", "", "employees-1-9", "2,5", "-1", "na: passt nicht"],
    );
    expect(clients.map(({ name }) => name)).toEqual(["Gut"]);
    expect(faults.map(({ cell, column, code }) => [cell, column, code])).toEqual([
      ["B2", "track", "unknown-track"],
      ["C2", "depth", "unknown-depth"],
      ["D2", "land", "unknown-value"],
      ["F2", "strategy-key", "level-out-of-range"],
      ["G2", "strategy-more", "reason-missing"],
      ["H2", "funding-key", "not-an-answer"],
      ["A2", "name", "missing"],
      ["A4", "name", "text-too-long"],
      ["E4", "sizeClass", "size-class-of-other-track"],
      ["F4", "strategy-key", "level-out-of-range"],
      ["G4", "strategy-more", "level-out-of-range"],
      ["H4", "funding-key", "not-applicable-not-allowed"],
    ]);
  });

  it("of the head are told once, not in every row", () => {
    const wrong = ["name", "track", "depth", "name", "strategy-kye", "", "__proto__"];
    const { clients, faults } = readClients([wrong, ["A", "sme", "full", "B", "3", "", "1"], ["C", "sme", "full"]], questionnaires);
    expect(faults).toEqual([
      { row: 1, column: "name", cell: "D1", code: "repeated-column" },
      { row: 1, column: "strategy-kye", cell: "E1", code: "unknown-column" },
      { row: 1, column: "__proto__", cell: "G1", code: "unknown-column" },
    ]);
    expect(clients.map(({ name }) => name)).toEqual(["A", "C"]);
  });

  it("name columns that are missing, and tables without clients", () => {
    expect(readClients([["name"], ["A"]], questionnaires).faults).toEqual([
      { row: 1, column: "track", cell: null, code: "missing-column" },
      { row: 1, column: "depth", cell: null, code: "missing-column" },
    ]);
    expect(read().faults).toEqual([{ row: null, column: null, cell: null, code: "no-clients" }]);
    expect(readClients([], questionnaires).faults).toHaveLength(3);
  });
});

it.each([[0, "A1"], [25, "Z1"], [26, "AA1"], [51, "AZ1"], [52, "BA1"], [701, "ZZ1"], [702, "AAA1"]])("column %i is %s", (column, name) => {
  expect(cellName(column, 1)).toBe(name);
}); // prettier-ignore
