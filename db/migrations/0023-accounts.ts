import type { Knex } from "knex";

export async function up(database: Knex): Promise<void> {
  await database.schema.createTable("accounts", (table) => {
    table.comment("People who sign in, where the operator wants accounts. What they open lies in device_keys and device_mappe_keys.");
    table.string("id", 32).primary();
    table.string("address", 254).notNullable().unique();
    table.string("language", 2).notNullable().comment("of mails");
    table.string("password_hash", 200).nullable().comment("argon2id; null where somebody signs in at the provider alone");
    table.string("totp_sealed", 200).nullable().comment("secret of the second factor, AES-256-GCM under a key that is not in the database");
    table
      .integer("totp_step")
      .nullable()
      .comment("half minute of the last code, which is not taken again; null until a first code was right");
    table.string("created_at", 24).notNullable();
    table.string("used_at", 24).notNullable().index().comment("last sign-in or visit, to five minutes");
    table.string("warned_at", 24).nullable().comment("when a mail said that the account goes for want of use");
  });
  const ofAccount = (table: Knex.CreateTableBuilder) =>
    table.string("account_id", 32).notNullable().references("accounts.id").onDelete("CASCADE").index();
  await database.schema.createTable("account_sessions", (table) => {
    table.string("id", 32).primary();
    ofAccount(table);
    table.string("key_hash", 64).notNullable().unique().comment("SHA-256 of the secret in the cookie");
    table.string("browser", 80).notNullable().comment("kind of browser and system, such as Firefox, Linux");
    table.string("begun_at", 24).notNullable();
    table.string("seen_at", 24).notNullable().index();
    table.string("confirmed_at", 24).notNullable().comment("when its holder last proved who they are");
  });
  await database.schema.createTable("account_links", (table) => {
    table.comment("Links that work once, and the step between a password and a code.");
    table.string("key_hash", 64).primary();
    table.string("account_id", 32).nullable().references("accounts.id").onDelete("CASCADE").index();
    table.string("purpose", 12).notNullable();
    table.string("address", 254).notNullable();
    table.string("expires_at", 24).notNullable().index();
  });
  await database.schema.createTable("account_devices", (table) => {
    table.comment("Browsers from which somebody has signed in, whose attempts count apart from those of strangers.");
    ofAccount(table);
    table.string("device_hash", 64).notNullable();
    table.string("kept_at", 24).notNullable();
    table.primary(["account_id", "device_hash"]);
  });
  await database.schema.createTable("account_recovery_codes", (table) => {
    ofAccount(table);
    table.string("code_hash", 64).notNullable().comment("SHA-256 of 80 random bits; deleted once it is used");
    table.primary(["account_id", "code_hash"]);
  });
  await database.schema.createTable("account_identities", (table) => {
    ofAccount(table);
    table.string("issuer", 255).notNullable();
    table.string("subject", 255).notNullable().comment("the provider's id of the person");
    table.string("linked_at", 24).notNullable();
    table.primary(["issuer", "subject"]);
  });
  await database.schema.alterTable("mappe_people", (table) => {
    table.integer("by_account").notNullable().defaultTo(0).comment("1: invited by address, to take the Mappe into an account");
  });
  await database.schema.createTable("mappe_invitations", (table) => {
    table.comment("Links by which somebody takes a Mappe into their account, once.");
    table.string("key_hash", 64).primary();
    table.string("mappe_id", 32).notNullable();
    table.string("person_id", 32).notNullable();
    table.string("sealed_key", 128).notNullable().comment("the person's key to the Mappe, AES-256-GCM under the key in the link");
    table.string("expires_at", 24).notNullable().index();
    table.foreign(["mappe_id", "person_id"]).references(["mappe_id", "id"]).inTable("mappe_people").onDelete("CASCADE");
    table.unique(["mappe_id", "person_id"]);
  });
}

export async function down(database: Knex): Promise<void> {
  await database.schema.dropTable("mappe_invitations");
  // An owner by account is none that an earlier version knows.
  await database("mappe_people").where({ role: "owner" }).delete();
  await database.schema.alterTable("mappe_people", (table) => table.dropColumn("by_account"));
  for (const table of ["identities", "recovery_codes", "devices", "links", "sessions"]) await database.schema.dropTable(`account_${table}`);
  await database.schema.dropTable("accounts");
}
