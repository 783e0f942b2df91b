import { afterEach, beforeEach, expect, it } from "vitest";
import type { Answers } from "../../app/core/assessment/answer";
import { brandSchema } from "../../app/core/brand/brand";
import { parseSaveFile } from "../../app/core/assessment/parse-save-file";
import { toSaveFile } from "../../app/core/assessment/save-file";
import type { AssessmentState, WholeAssessment } from "../../app/core/assessment/whole-assessment";
import { openStores, type Stores } from "../../db";
import { openDatabase, type Database } from "../../db/connection";
import { tablesOf } from "../../db/tables";
import { createDatabase, type TestDatabase } from "../support/engine";
import { content } from "../support/content";

/** Tables that belong to an assessment and no save file has to carry. */
const otherTables: Record<string, string> = {
  mappe_assessments: "who else may see it is said where it is kept, and by nobody's file",
  batch_items: "its document among those of a Mappe, which is kept for a day",
  ring_members: "in which rings it takes part is consented to where it is kept",
  assessment_summaries: "worked out from the answers",
  webhook_messages: "what other programs were told of it, where it is kept",
  device_keys: "which browser opens it is nothing of the assessment",
  api_assessments: "which program has made it is nothing of the assessment",
  workshops: "a room for an hour: what was shown and recorded in it stands with its people and answers",
  reminders: "an address is kept for one mail, and goes into no file",
  api_creations: "kept for a day, so that a program makes nothing twice",
};
/** Columns that need not come back, and why. */
const otherColumns: Record<string, string> = {
  id: "another assessment",
  person_id: "a person of another assessment",
  key_hash: "nobody has a link to another assessment",
  assessment_id: "another assessment",
  edit_key_hash: "another assessment, opened by another link",
  read_key_hash: "another assessment, opened by another link",
  read_key_version: "another assessment, opened by another link",
  check_key_hash: "another assessment, opened by another link",
  check_key_version: "another assessment, opened by another link",
  removed_at: "what is removed has no save file",
  created_at: "when it was made here",
  updated_at: "when it was changed here",
};

let place: TestDatabase;
let stores: Stores;
let tables: Database;
beforeEach(async () => {
  place = await createDatabase();
  stores = await openStores(place.url);
  tables = await openDatabase(place.url);
});
afterEach(async () => {
  await tables.destroy();
  await stores.close();
  await place.remove();
});

/** An assessment in which nothing is left out. */
function filled(): WholeAssessment {
  const { modelVersion, dimensions } = content.questionnaires.sme;
  const [first, second, third, fourth, ...rest] = dimensions.flatMap(({ items }) => items);
  const na = rest.find(({ allowsNotApplicable }) => allowsNotApplicable);
  if (!first || !second || !third || !fourth || !na) throw new Error("The questionnaire has become too short for this test.");
  const answers: Answers = {
    [first.id]: { level: 3, note: "Beschluss vom März", evidence: "https://example.org/beschluss", date: "2026-11-25", by: "Erika" },
    [second.id]: { answer: "dk", note: "Frau Yıldız fragen", date: "2026-10-01" },
    [third.id]: { note: "noch offen", date: "2026-10-02" },
    [na.id]: { answer: "na", reason: "gibt es hier nicht", date: "2026-10-03" },
  };
  const state: AssessmentState = {
    ...{ track: "sme", depth: "quick", aiUse: "trial", modelVersion, answers },
    organisation: { name: "Musterbau GmbH", land: "NW", sizeClass: "employees-10-49", sector: "construction", ownership: "private" },
    previous: { [fourth.id]: { modelVersion: "1.0.0", item: "an-old-item", answer: { level: 2, note: "n", date: "2025-01-01" } } },
    weights: { strategy: 2, skills: 0.5 },
    facts: { "buys-ai": true, "professional-secrecy": false },
    plan: {
      limits: {
        ...{ budgetEuro: 12_500, personDaysPerQuarter: 8, quarters: 6 },
        ...{ pinned: ["sme-tool-rules"], excluded: ["sme-local-assistant"], forceDuties: false, cautious: true },
      },
      since: "2026-09-30",
      kept: {
        on: "2026-09-30",
        limits: { budgetEuro: 10_000, personDaysPerQuarter: 5, quarters: 4, pinned: [], excluded: [], forceDuties: true },
        from: { answers: "a-1", profile: "b-2", duties: "c-3" },
        ...{ score: { before: 20, after: 31.25 }, gap: 0.5 },
        steps: [
          {
            ...{ id: "sme-tool-rules", start: 1, quarters: 2, costEuro: [100, 500], personDays: [1, 2.5] },
            ...{ yearlyEuro: 50, yearlyPersonDays: 0.5 },
          },
        ],
      },
      steps: { "sme-tool-rules": { status: "begun", owner: "Erika", due: "2027-01-31", note: "läuft" } },
    },
    team: {
      people: [
        {
          ...{ name: "IT-Leitung", items: [first.id, second.id], until: "2026-12-01", state: "asks", ask: "Frau Yıldız fragen" },
          answers: { [first.id]: { level: 1, note: "anders", evidence: "Akte 7", date: "2026-11-20", by: "Erika" } },
        },
        {
          ...{ kind: "participant", name: "Kämmerei", items: [first.id], until: "2026-12-01", state: "done", ask: "niemanden" },
          answers: { [first.id]: { level: 4, date: "2026-11-20" } },
        },
      ],
      recorded: { [first.id]: { answer: { level: 2, date: "2026-11-21" }, reason: "besprochen", about: "a-1" } },
      showNames: true,
    },
    authorText: {
      ...{ author: "Beratung Beispiel", language: "en", summary: "Fazit\n\n- eins", comments: { strategy: "Gut" } },
      ...{ logo: { type: "png", base64: "iVBORw0KGgo=" }, answers: "a:1" },
    },
  };
  const targets = { strategy: { value: 60, by: "2027-12-31" } };
  const closed = { closedOn: "2026-05-12", samePeople: true, contentVersion: "abcd1234", targets };
  const history: WholeAssessment["history"] = [
    { at: "2026-05-12T08:00:00.000Z", by: "api", what: "answer", of: first.id, from: "1", to: "3" },
  ];
  const brand = brandSchema.parse({
    ...{ name: "Beratung Beispiel", colour: "#8a1538", typeface: "source-serif-4", footer: "Fuß", contact: "ki@beispiel.example" },
    ...{ voice: "organisation", logo: { type: "png", base64: "iVBORw0KGgo=" }, template: { base64: "UEsDBA==" } },
  });
  return {
    ...state,
    history,
    brand,
    rounds: { closed: [{ ...closed, state: { ...state, weights: { strategy: 3 } } }], begunOn: "2026-11-01", targets },
  };
}

/** Every table in which an assessment has rows, with the column that says whose they are. */
async function tablesOfAssessments(): Promise<[table: string, column: string][]> {
  const names = await tablesOf(tables);
  const found = await Promise.all(
    names.map(async (name): Promise<[string, string][]> => {
      if (name === "assessments") return [[name, "id"]];
      return (await tables.schema.hasColumn(name, "assessment_id")) ? [[name, "assessment_id"]] : [];
    }),
  );
  return found.flat().filter(([name]) => !(name in otherTables));
}

it("made, opened elsewhere and made again, the file is the same, and every column of every table comes back", async () => {
  const original = await stores.assessments.create(filled(), { edit: "e1", read: "r1" }, new Date("2026-11-21T12:00:00Z"));
  const file = toSaveFile((await stores.assessments.findWhole(original)) ?? filled());
  const { assessment, faults } = parseSaveFile(JSON.parse(JSON.stringify(file)), content.models);
  expect(faults).toEqual([]);
  if (!assessment) return;
  const copy = await stores.assessments.create(assessment, { edit: "e2", read: "r2" }, new Date("2026-11-22T12:00:00Z"), undefined, "file");
  const again = (await stores.assessments.findWhole(copy)) ?? assessment;
  // That it was made here is all that is added.
  expect(again.history.slice(file.history.length)).toMatchObject([{ by: "file", what: "begun" }]);
  expect(JSON.stringify(toSaveFile({ ...again, history: again.history.slice(0, file.history.length) }))).toBe(JSON.stringify(file));
  await tables("changes").where({ what: "begun" }).delete();

  const all = await tablesOfAssessments();
  expect(all.map(([table]) => table).sort()).toEqual([
    "answers",
    "assessments",
    "author_texts",
    "brands",
    "changes",
    "people",
    "person_answers",
    "plan_steps",
    "plans",
    "previous_answers",
    "recorded_answers",
    "rounds",
  ]);
  for (const [table, whose] of all) {
    const columns = Object.keys(await tables(table).columnInfo()).filter((column) => !(column in otherColumns));
    const rowsOf = (id: string) => tables(table).where(whose, id).orderBy(columns).select<Record<string, unknown>[]>(columns);
    const rows = await rowsOf(original);
    expect(rows, table).not.toEqual([]);
    for (const column of columns)
      for (const row of rows)
        expect([null, "", "{}", "[]"], `${table}.${column} is not filled: does this test know of it?`).not.toContain(row[column]);
    expect(await rowsOf(copy), `something of ${table} is not in the save file`).toEqual(rows);
  }
});
