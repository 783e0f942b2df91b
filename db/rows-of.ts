import type { z } from "zod";
import type { Database } from "./connection";
import { parsed } from "./json-column";

/** Rows that belong to an assessment: the columns that are read of them, and where they stand. `?` is the assessment's id. */
export type Source<Column extends string = string> = { name: string; columns: readonly Column[]; where: string };

export const source = <Column extends string>(name: string, columns: readonly Column[], where: string): Source<Column> => ({
  ...{ name, columns, where },
});

/** Each value as text; null where there is none. */
export type SourceRow<Column extends string> = Record<Column, string | null>;

/** What many rows hold as JSON, by what one column says, in the order of that. */
export function parsedBy<Schema extends z.ZodType, Key extends string, Value extends string>(
  schema: Schema,
  rows: SourceRow<Key | Value>[],
  key: Key,
  value: Value,
): Record<string, z.infer<Schema>> {
  const entries = rows.map((row) => [row[key] ?? "", row[value]] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, text]) => [name, parsed(schema, text)]));
}

type Found = { source: string } & Record<string, string | null>;
type Breath = { sources: Map<string, Source>; found: Promise<Map<string, Found[]>> };
const breaths = new WeakMap<Database, Map<string, Breath>>();

/**
 * Reads rows that belong to an assessment, in no order. Whatever is asked for of one assessment in one breath, before anybody waits
 * for anything, is read with one statement: asking takes many times longer than what is found by an index.
 */
export async function rowsOf<Column extends string>(
  database: Database,
  assessmentId: string,
  from: Source<Column>,
): Promise<SourceRow<Column>[]> {
  const open = breaths.get(database) ?? new Map<string, Breath>();
  breaths.set(database, open);
  const breath = open.get(assessmentId) ?? breathe(database, assessmentId, open);
  breath.sources.set(from.name, from);
  const rows = (await breath.found).get(from.name) ?? [];
  return rows.map(
    (row) => Object.fromEntries(from.columns.map((column, place) => [column, row[`c${place}`] ?? null])) as SourceRow<Column>,
  );
}

function breathe(database: Database, assessmentId: string, open: Map<string, Breath>): Breath {
  const sources = new Map<string, Source>();
  const found = Promise.resolve().then(() => {
    open.delete(assessmentId);
    return read(database, assessmentId, [...sources.values()]);
  });
  const breath = { sources, found };
  open.set(assessmentId, breath);
  return breath;
}

async function read(database: Database, assessmentId: string, sources: Source[]): Promise<Map<string, Found[]>> {
  const { text, ids } = statementOf(sources.sort((a, b) => (a.name < b.name ? -1 : 1)));
  const answer = await database.raw<Found[] | { rows: Found[] }>(text, Array<string>(ids).fill(assessmentId));
  const bySource = new Map<string, Found[]>();
  for (const row of Array.isArray(answer) ? answer : answer.rows) {
    const rows = bySource.get(row.source);
    if (rows) rows.push(row);
    else bySource.set(row.source, [row]);
  }
  return bySource;
}

const statements = new Map<string, { text: string; ids: number }>();

function statementOf(sources: Source[]): { text: string; ids: number } {
  const key = sources.map(({ name }) => name).join(" ");
  const known = statements.get(key);
  if (known) return known;
  const width = Math.max(...sources.map(({ columns }) => columns.length));
  const selects = sources.map(({ name, columns, where }) => {
    const values = Array.from({ length: width }, (_none, place) => {
      const column = columns[place];
      return `${column === undefined ? "null" : `cast("${column}" as text)`} as c${place}`;
    });
    return `select '${name}' as source, ${values.join(", ")} from ${where}`;
  });
  const text = selects.join(" union all ");
  const statement = { text, ids: text.split("?").length - 1 };
  statements.set(key, statement);
  return statement;
}
