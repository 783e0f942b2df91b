import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.alterTable("mappe_assessments", (table) => {
    table.text("client_key").nullable().comment("by which whoever brought a table calls it; its files are named by it");
  });
  await database.schema.createTable("batches", (table) => {
    table.comment("Documents of many organisations of a Mappe, made one after the other; the files lie beside the database.");
    table.string("id", 32).primary();
    table.string("mappe_id", 32).notNullable().references("mappen.id").onDelete("CASCADE").index();
    table.text("options").notNullable().comment("which documents, as an address names them");
    table.string("origin", 300).notNullable().comment("under which whoever asked reaches the application, for links in documents");
    table.string("day", 10).notNullable().comment("ISO day of the reports");
    table.string("created_at", 24).notNullable();
    table.string("worked_at", 24).notNullable().comment("when a document of it was begun last; next is whoever has waited longest");
    table.string("leased_until", 24).nullable().comment("until when a process works on it alone; null: none does");
    table.integer("summed").nullable().comment("how many organisations the workbook over all is about; null: there is none");
    table.string("finished_at", 24).nullable().index();
  });
  await database.schema.createTable("batch_items", (table) => {
    table.string("batch_id", 32).notNullable().references("batches.id").onDelete("CASCADE");
    table.integer("position").notNullable().comment("from 1; its file is called so");
    table.string("assessment_id", 32).notNullable().references("assessments.id").onDelete("CASCADE").index();
    table.string("state", 8).notNullable().comment("waiting, made or failed");
    table.string("file_name", 200).nullable().comment("in the archive");
    table.integer("bytes").notNullable().comment("that it takes on disk");
    table.string("fault", 16).nullable().comment("why there is none, see batchFaultSchema");
    table.primary(["batch_id", "position"]);
  });
}

export async function down(database: Knex): Promise<void> {
  for (const table of ["batch_items", "batches"]) await database.schema.dropTable(table);
  await database.schema.alterTable("mappe_assessments", (table) => void table.dropColumn("client_key"));
}
