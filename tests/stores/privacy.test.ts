import { readFileSync } from "node:fs";
import { format } from "oxfmt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { openDatabase, type Database } from "../../db/connection";
import { tablesOf } from "../../db/tables";
import { createDatabase, engine, type TestDatabase } from "../support/engine";

const kinds = {
  no: "–",
  typed: "text of people",
  key: "key or hash",
  person: "yes, if given",
};
const describedSchema = z.strictObject({
  kept: z.record(z.string(), z.string()),
  tables: z.record(
    z.string(),
    z.strictObject({
      kept: z.string(),
      /** What the privacy page says of it, in German. */
      page: z.array(z.string()),
      columns: z.record(z.string(), z.strictObject({ personal: z.enum(["no", "typed", "key", "person"]), says: z.string().optional() })),
    }),
  ),
});
const described = describedSchema.parse(parse(readFileSync("docs/privacy.yaml", "utf8")));

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createDatabase();
  database = await openDatabase(place.url);
});
afterAll(async () => {
  await database.destroy();
  await place.remove();
});

describe(`docs/privacy.yaml and the tables on ${engine}`, () => {
  it("describes each table and each column, and none that is not there", async () => {
    const there: Record<string, string[]> = {};
    for (const table of await tablesOf(database)) there[table] = Object.keys(await database(table).columnInfo()).sort();
    const said = Object.entries(described.tables).map(([table, { columns }]) => [table, Object.keys(columns).sort()] as const);
    expect(Object.fromEntries(said)).toEqual(there);
  });

  it("the privacy page tells of each table in which something is personal", () => {
    const page = readFileSync("content/pages/privacy.de.yaml", "utf8").replace(/\s+/g, " ");
    for (const [table, { page: lines, columns }] of Object.entries(described.tables)) {
      const isPersonal = Object.values(columns).some(({ personal }) => personal !== "no");
      if (isPersonal) expect(lines, table).not.toEqual([]);
      for (const line of lines) expect(page, table).toContain(line);
    }
  });
});

if (engine === "PostgreSQL") {
  /** SQLite keeps no comments. `npx vitest run --project postgres tests/stores/privacy -u` writes it anew. */
  it("stands in docs/privacy.md as it is in the schema", async () => {
    await expect(await toMarkdown()).toMatchFileSnapshot("../../docs/privacy.md");
  });
}

async function toMarkdown(): Promise<string> {
  const comments = await database.raw<{ rows: { table: string; column: string | null; type: string | null; comment: string | null }[] }>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as "type",
      case when a.attnum is null then obj_description(c.oid, 'pg_class') else col_description(c.oid, a.attnum) end as "comment"
    from pg_class c left join lateral (
      select attname, attnum, atttypid, atttypmod from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
      union all select null, null, null, null
    ) a on true
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  const of = (table: string, column: string | null) => comments.rows.find((row) => row.table === table && row.column === column);
  const parts = Object.entries(described.tables).map(([table, { kept, columns }]) => {
    const lines = Object.entries(columns).map(([column, { personal, says }]) => {
      const { type, comment } = of(table, column) ?? {};
      const text = says ?? comment;
      if (!text) throw new Error(`${table}.${column} is described neither by its migration nor in docs/privacy.yaml.`);
      return `| \`${column}\` | ${type} | ${kinds[personal]} | ${text.replaceAll("|", "\\|")} |`;
    });
    const period = described.kept[kept];
    if (!period) throw new Error(`docs/privacy.yaml does not say how long "${kept}" is.`);
    return `## \`${table}\`\n\n${of(table, null)?.comment ?? ""}\n\n**Kept:** ${period}\n\n| column | type | of a person? | what |\n| --- | --- | --- | --- |\n${lines.join("\n")}`;
  });
  const text = `# What is stored, and how long

Written by \`tests/stores/privacy.test.ts\` from the tables that the migrations make, with their comments, and from
[\`docs/privacy.yaml\`](privacy.yaml), which says what of it has to do with people. A column that is not described there fails the test. For
whoever keeps the record of processing activities (Article 30 GDPR); the page \`/privacy\` tells visitors the same in their words.

- **text of people**: they may name somebody in it, although they are asked not to. **yes, if given**: a field for a name, which may stay
  empty. **key or hash**: opens something, or knows a browser or an address again; nobody's name follows from it.
- Nothing else is stored: the log holds method, shape of the path, status and time, \`/metrics\` holds counts. Both hold no address, no key and
  no word that anybody typed. The tables of Knex (\`knex_migrations\`) hold names of migrations.
- In the browser stand one cookie with a random secret, and what somebody has typed and the server has not stored yet.
- Backups (\`npm run backup\`) hold everything as it was. What was deleted since goes with the backup: delete backups after a fixed time
  (docs/operations.md proposes 30 days), and delete again what people had deleted after bringing one back.

${parts.join("\n\n")}
`;
  return (await format("table.md", text, { printWidth: 140 })).code;
}
