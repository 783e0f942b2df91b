import { openDatabase } from "../../../db/connection";

/**
 * Fills a database with copies of one assessment, its answers, its rounds and what was changed, as if so many had been kept.
 * @param model id of what is copied.
 * @param from the number of the first copy, so that a database can be filled further.
 */
export async function fill(databaseUrl: string, model: string, from: number, to: number): Promise<void> {
  const database = await openDatabase(databaseUrl);
  const copied: Record<string, { id: string; unique: string[] }> = {
    assessments: { id: "id", unique: ["edit_key_hash", "read_key_hash"] },
    answers: { id: "assessment_id", unique: [] },
    rounds: { id: "assessment_id", unique: [] },
    changes: { id: "assessment_id", unique: [] },
  };
  for (const [table, { id, unique }] of Object.entries(copied)) {
    const columns = Object.keys(await database(table).columnInfo()).filter((column) => column !== "removed_at");
    const chosen = columns.map((column) => {
      if (column === id) return "'filled' || n";
      return unique.includes(column) ? `'${column}' || n` : `copied."${column}"`;
    });
    await database.raw(
      `with recursive series(n) as (select ${from} union all select n + 1 from series where n < ${to})
       insert into ${table} (${columns.map((column) => `"${column}"`).join(", ")}) select ${chosen.join(", ")} from ${table} copied cross join series where copied.${id} = ?`,
      [model],
    );
  }
  await database.raw("analyze");
  await database.destroy();
}
