import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { openStores, type Stores } from "../../db";
import { openDatabase, type Database } from "../../db/connection";
import { tablesOf } from "../../db/tables";
import { createDatabase, everythingIn, type TestDatabase } from "../support/engine";

const { tables: described } = z
  .object({
    tables: z.record(z.string(), z.object({ kept: z.string(), columns: z.record(z.string(), z.object({ personal: z.string() })) })),
  })
  .parse(parse(readFileSync("docs/privacy.yaml", "utf8")));

/** Every stored column that can hold something of a person, with how long it is kept. */
const personal = Object.entries(described).flatMap(([table, { kept, columns }]) =>
  Object.entries(columns).flatMap(([column, { personal: is }]) => (is === "no" ? [] : [{ table, column, is, kept }])),
);

/** What people, and whoever holds an assessment, a Mappe or an account, get of what is theirs; hashes and keys open it and are nothing else. */
const exported: Record<string, string> = {
  ...{
    "people.name": "their data",
    "people.ask": "their data",
    "person_answers.answer": "their data",
    "workshop_votes.vote": "their data",
  },
  ...Object.fromEntries(
    [
      ...["assessments.organisation", "answers.answer", "previous_answers.previous", "recorded_answers.recorded", "plan_steps.step"],
      ...["author_texts.text", "brands.brand", "rounds.round"],
    ].map((column) => [column, "save file"]),
  ),
  ...{ "accounts.address": "data of the account", "account_sessions.browser": "data of the account" },
  "account_identities.subject": "data of the account",
  "account_links.address": "kept for a day at most, and sent to that address",
  "reminders.address": "in the mail that confirms it",
  ...{ "mappen.name": "workbook of the Mappe", "mappe_people.name": "page of its people" },
  "rings.open_data": "page of the ring, and the data themselves once they are public",
  ...{
    "mappe_brands.brand": "page of the brand",
    "mappe_assessments.client_key": "workbook of the Mappe",
    "batch_items.file_name": "the archive",
  },
  "mappe_audit.by_id": "the audit of the Mappe, under the name that they have in it",
  ...{ "barrier_reports.message": "for the operator", "barrier_reports.contact": "for the operator", "api_keys.name": "for the operator" },
};

/** Whose row it is, by the column that names it; one of each. */
const owners: Record<string, string> = {
  assessment_id: "A",
  person_id: "P",
  workshop_id: "W",
  mappe_id: "M",
  account_id: "C",
  api_key_id: "K",
};
const ids: Record<string, string> = {
  assessments: "A",
  people: "P",
  mappe_people: "P",
  workshops: "W",
  mappen: "M",
  accounts: "C",
  api_keys: "K",
};
/** Rows that belong to two, and go with whichever goes first. */
const ofTwo = ["mappe_invitations", "mappe_assessments", "batch_items"];
/** What is removed already is out of everybody's hands. */
const notSet = ["removed_at", "revoked_at"];

const now = new Date("2026-11-26T12:00:00Z");
let place: TestDatabase;
let stores: Stores;
let database: Database;
const markOf = ({ table, column }: { table: string; column: string }) =>
  `#${personal.findIndex((one) => one.table === table && one.column === column)}#`;

/** Fills every table with a row in which each personal column holds a mark of its own. Tables wait for those that they belong to. */
beforeAll(async () => {
  place = await createDatabase();
  stores = await openStores(place.url);
  database = await openDatabase(place.url);
  let left = await tablesOf(database);
  for (let before = Infinity; left.length > 0 && left.length < before;) {
    before = left.length;
    const waiting: string[] = [];
    for (const table of left) if (!(await fill(table))) waiting.push(table);
    left = waiting;
  }
  expect(left, "tables that could not be filled").toEqual([]);
});
afterAll(async () => {
  await database.destroy();
  await stores.close();
  await place.remove();
});

async function fill(table: string): Promise<boolean> {
  const columns = Object.entries(await database(table).columnInfo());
  const row = columns
    .filter(([column]) => !notSet.includes(column))
    .map(([column, { type }]) => {
      if (personal.some((one) => one.table === table && one.column === column)) return [column, markOf({ table, column })];
      if (/int|real|float|double|numeric/i.test(type)) return [column, 1];
      return [column, column === "id" ? (ids[table] ?? "x") : (owners[column] ?? "x")];
    });
  return database(table).insert(Object.fromEntries(row)).then(() => true, () => false); // prettier-ignore
}

/** Columns of these that still hold their mark. */
async function left(kept: string[]): Promise<string[]> {
  const all = await everythingIn(database);
  return personal.filter((one) => kept.includes(one.kept) && all.includes(markOf(one))).map(({ table, column }) => `${table}.${column}`);
}
const keptBy = (kept: string[]) => personal.filter((one) => kept.includes(one.kept)).map(({ table, column }) => `${table}.${column}`);

it("says of every column with something of a person where they get it", () => {
  const columns = personal.filter(({ is }) => is !== "key").map(({ table, column }) => `${table}.${column}`);
  expect(columns.sort()).toEqual(Object.keys(exported).sort());
});

// One after the other on one database: what is someone's goes with them, and nothing of the others.
it.each<[who: string, kept: string[], erase: () => Promise<unknown>]>([
  ["a person", ["people", "vote"], () => stores.people.erase("A", "P", now)],
  ["an assessment", ["assessment", "workshop", "reminder"], () => stores.assessments.remove("A")],
  ["a Mappe", ["mappe", "audit", "batch"], () => stores.mappen.remove("M")],
  ["an account", ["account", "session", "accountLink"], () => stores.accounts.remove("C")],
])("erases %s from every column of every table", async (_who, kept, erase) => {
  const before = await left(kept);
  expect(before.length, "there is something to erase").toBeGreaterThan(0);
  const others = personal.map((one) => one.kept).filter((one) => !kept.includes(one) && one !== "hour");
  const untouched = await left(others);
  await erase();
  expect(await left(kept)).toEqual([]);
  const ofOne = (columns: string[]) => columns.filter((column) => !ofTwo.includes(column.split(".")[0] ?? ""));
  expect(ofOne(await left(others))).toEqual(ofOne(untouched));
});

it("leaves only what the operator keeps, and what an hour forgets", async () => {
  expect(await left(Object.keys(Object.fromEntries(personal.map(({ kept }) => [kept, true]))))).toEqual(keptBy(["operator", "hour"]));
});
