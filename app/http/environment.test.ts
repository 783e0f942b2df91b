import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEnvironment, settings } from "./environment";

const defaults = {
  NODE_ENV: "production",
  PORT: 3000,
  HOST: "127.0.0.1",
  DATA_DIR: "data",
  DATABASE_URL: "file:data/ki-pegel.sqlite",
  TRUST_PROXY: 0,
  LOG_LEVEL: "info",
  RETENTION_MONTHS: 24,
  RETENTION_GRACE_DAYS: 30,
  PEOPLE_RETENTION_MONTHS: 12,
  TIME_ZONE: "Europe/Berlin",
  KEEP_ALIVE_SECONDS: 75,
  CALCULATION_QUEUE: 20,
  DOCUMENT_QUEUE: 50,
  VISITOR_SHARE: 25,
  ACCOUNTS: "off",
  WEBHOOKS: "off",
  ACCOUNT_IDLE_HOURS: 12,
  ACCOUNT_SESSION_DAYS: 7,
  ACCOUNT_RETENTION_MONTHS: 24,
  SIGN_INS_PER_ADDRESS: 60,
  SIGN_INS_IN_ALL: 5_000,
  ACCOUNT_MAILS_PER_ADDRESS: 20,
  ACCOUNT_MAILS_IN_ALL: 500,
  CREATIONS_PER_ADDRESS: 200,
  CREATIONS_IN_ALL: 5000,
  BARRIER_REPORTS_PER_ADDRESS: 10,
  BARRIER_REPORTS_IN_ALL: 200,
  DOWNLOADS_PER_ADDRESS: 300,
  DOWNLOADS_IN_ALL: 5000,
  UPLOADS_PER_ADDRESS: 60,
  UPLOADS_IN_ALL: 1000,
  REMINDERS_PER_ADDRESS: 10,
  REMINDERS_IN_ALL: 200,
  INVITATIONS_PER_ADDRESS: 30,
  INVITATIONS_IN_ALL: 300,
  EVIDENCE_FILE_MEGABYTES: 10,
  EVIDENCE_MEGABYTES: 100,
  EVIDENCE_IN_ALL_MEGABYTES: 10_000,
  BATCH_HOURS: 24,
  BATCHES_IN_ALL: 20,
  BATCH_IN_ALL_MEGABYTES: 5_000,
  API_LIMIT_PER_KEY: 300,
  API_LIMIT_PER_ADDRESS: 60,
};

it("needs nothing", () => {
  expect(readEnvironment({})).toEqual(defaults);
});

it(".env.example names every setting with its default, and no other", () => {
  const told = [...readFileSync(".env.example", "utf8").matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
  expect(told.map(([name]) => name).sort()).toEqual(Object.keys(settings.shape).sort());
  const given = Object.fromEntries(told.filter(([, value]) => value !== ""));
  expect(given).toEqual(Object.fromEntries(Object.entries(readEnvironment({})).map(([name, value]) => [name, String(value)])));
});

it("takes an empty value for none, and leaves variables of others alone", () => {
  const empty = Object.fromEntries([...Object.keys(defaults), "PUBLIC_URL", "OPERATOR_EMAIL"].map((name) => [name, ""]));
  expect(readEnvironment({ ...empty, OPERATOR_NAME: undefined, PATH: "/usr/bin" })).toEqual(defaults);
});

it("takes every setting", () => {
  const text = {
    NODE_ENV: "development",
    HOST: "::",
    DATA_DIR: "/var/lib/ki-pegel",
    PUBLIC_URL: "https://ki-pegel.example.org",
    LOG_LEVEL: "silent",
    METRICS_TOKEN: "a-long-random-word",
    ...{ WEBHOOKS: "on", WEBHOOK_SECRET: "b".repeat(32) },
    CLAMAV: "/run/clamav/clamd.ctl",
    SMTP_URL: "smtp://user:password@mail.example.org:587",
    MAIL_FROM: "ki-pegel@example.org",
    ...{ ACCOUNTS: "both", ACCOUNT_SECRET: "a".repeat(32), OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "id" },
    OIDC_CLIENT_SECRET: "secret",
    OIDC_NAME: "Beispiel",
    TIME_ZONE: "America/Sao_Paulo",
    OPERATOR_NAME: "Musterstadt",
    OPERATOR_ADDRESS: "Marktplatz 1",
    OPERATOR_EMAIL: "ki@musterstadt.example",
    OPERATOR_PHONE: "+49 123 456",
    OPERATOR_REPRESENTATIVE: "Die Bürgermeisterin",
    PRIVACY_CONTACT: "Datenschutz",
    ACCESSIBILITY_CONTACT: "Barrierefreiheit",
    ENFORCEMENT_BODY: "Durchsetzungsstelle",
  };
  const numbers = {
    PORT: 0,
    ...{ ACCOUNT_IDLE_HOURS: 1, ACCOUNT_SESSION_DAYS: 2, ACCOUNT_RETENTION_MONTHS: 3, SIGN_INS_PER_ADDRESS: 4, SIGN_INS_IN_ALL: 5 },
    ...{ ACCOUNT_MAILS_PER_ADDRESS: 6, ACCOUNT_MAILS_IN_ALL: 7 },
    TRUST_PROXY: 1,
    RETENTION_MONTHS: 6,
    RETENTION_GRACE_DAYS: 14,
    PEOPLE_RETENTION_MONTHS: 5,
    KEEP_ALIVE_SECONDS: 65,
    CALCULATION_QUEUE: 9,
    DOCUMENT_QUEUE: 8,
    VISITOR_SHARE: 100,
    CREATIONS_PER_ADDRESS: 7,
    CREATIONS_IN_ALL: 70,
    BARRIER_REPORTS_PER_ADDRESS: 6,
    BARRIER_REPORTS_IN_ALL: 60,
    DOWNLOADS_PER_ADDRESS: 4,
    DOWNLOADS_IN_ALL: 40,
    UPLOADS_PER_ADDRESS: 3,
    UPLOADS_IN_ALL: 30,
    REMINDERS_PER_ADDRESS: 2,
    REMINDERS_IN_ALL: 20,
    INVITATIONS_PER_ADDRESS: 4,
    INVITATIONS_IN_ALL: 40,
    EVIDENCE_FILE_MEGABYTES: 2,
    EVIDENCE_MEGABYTES: 20,
    EVIDENCE_IN_ALL_MEGABYTES: 200,
    BATCH_HOURS: 2,
    BATCHES_IN_ALL: 3,
    BATCH_IN_ALL_MEGABYTES: 40,
    API_LIMIT_PER_KEY: 1000,
    API_LIMIT_PER_ADDRESS: 5,
  };
  const asText = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
  expect(readEnvironment({ ...text, ...asText })).toEqual({
    ...text,
    ...numbers,
    DATABASE_URL: "file:/var/lib/ki-pegel/ki-pegel.sqlite",
  });
});

it.each(["file:/srv/x.sqlite", "file::memory:", "postgres://u:p@db/ki", "postgresql://db/ki"])("takes the database %s", (DATABASE_URL) => {
  expect(readEnvironment({ DATABASE_URL, DATA_DIR: "elsewhere" })).toMatchObject({ DATABASE_URL });
});

it("trusts no proxy unless told how many there are", () => {
  expect(readEnvironment({ TRUST_PROXY: "0" })).toMatchObject({ TRUST_PROXY: 0 });
});

describe("a wrong setting", () => {
  const wrong: Record<string, string[]> = {
    NODE_ENV: ["prod"],
    PORT: ["http", "-1", "65536", "80.5"],
    HOST: [" "],
    TIME_ZONE: ["Berlin", "Europe/Nowhere"],
    DATA_DIR: [" "],
    DATABASE_URL: ["mysql://db", "file:", "postgres://", "/srv/x.sqlite"],
    PUBLIC_URL: ["ki-pegel.example.org", "ftp://ki-pegel.example.org", "javascript:alert(1)"],
    TRUST_PROXY: ["yes", "-1"],
    LOG_LEVEL: ["loud"],
    METRICS_TOKEN: ["short"],
    RETENTION_MONTHS: ["0", "-3", "1.5", "two"],
    RETENTION_GRACE_DAYS: ["0"],
    PEOPLE_RETENTION_MONTHS: ["0"],
    KEEP_ALIVE_SECONDS: ["0", "long"],
    CALCULATION_QUEUE: ["0"],
    DOCUMENT_QUEUE: ["none"],
    VISITOR_SHARE: ["0", "101"],
    CREATIONS_PER_ADDRESS: ["0"],
    CREATIONS_IN_ALL: ["-1"],
    BARRIER_REPORTS_PER_ADDRESS: ["none"],
    BARRIER_REPORTS_IN_ALL: ["0"],
    DOWNLOADS_PER_ADDRESS: ["1.5"],
    DOWNLOADS_IN_ALL: ["0"],
    API_LIMIT_PER_KEY: ["0", "many"],
    API_LIMIT_PER_ADDRESS: ["-1"],
    OPERATOR_EMAIL: ["ki at musterstadt"],
  };
  it.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    "is named: %s=%s",
    (name, value) => {
      expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^The environment is not right:\n  ${name}: .+$`));
    },
  );

  it("is named together with all others", () => {
    const all = Object.fromEntries(Object.entries(wrong).map(([name, [value]]) => [name, value]));
    let message = "";
    try {
      readEnvironment(all);
    } catch (error) {
      message = (error as Error).message;
    }
    const named = message.split("\n").slice(1).map((line) => line.trim().split(":")[0]); // prettier-ignore
    expect(named.sort()).toEqual(Object.keys(wrong).sort());
  });
});

it.each(["clamd.ctl", "tcp://host", "http://host:3310"])("takes %s for no address of a scanner", (CLAMAV) => {
  expect(() => readEnvironment({ CLAMAV })).toThrow("CLAMAV");
  expect(readEnvironment({ CLAMAV: "tcp://clamav:3310" })).toMatchObject({ CLAMAV: "tcp://clamav:3310" });
});

it("sends no mail without a sender and a public address", () => {
  const mail = { SMTP_URL: "smtps://mail.example.org" };
  expect(() => readEnvironment(mail)).toThrow(/MAIL_FROM[^]*PUBLIC_URL/);
  expect(() => readEnvironment({ ...mail, SMTP_URL: "http://mail.example.org" })).toThrow("SMTP_URL");
});

describe("accounts", () => {
  const secret = { ACCOUNT_SECRET: "a".repeat(32), PUBLIC_URL: "https://ki-pegel.example.org" };
  const mail = { SMTP_URL: "smtps://mail.example.org", MAIL_FROM: "ki-pegel@example.org" };
  const provider = { OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "id", OIDC_CLIENT_SECRET: "secret", OIDC_NAME: "Beispiel" };

  it.each([
    [{ WEBHOOKS: "on" }, ["WEBHOOK_SECRET"]],
    [{ WEBHOOKS: "local", WEBHOOK_SECRET: "short" }, ["WEBHOOK_SECRET"]],
    [{ ACCOUNTS: "password" }, ["ACCOUNT_SECRET", "PUBLIC_URL", "SMTP_URL"]],
    [{ ACCOUNTS: "password", ...secret }, ["SMTP_URL"]],
    [{ ACCOUNTS: "oidc", ...secret }, ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"]],
    [{ ACCOUNTS: "both", ...secret, ...provider }, ["SMTP_URL"]],
    [{ ACCOUNTS: "oidc", ...secret, ...provider, OIDC_ISSUER: "http://id.example.org" }, ["OIDC_ISSUER"]],
    [{ ACCOUNTS: "password", ...secret, ...mail, ACCOUNT_SECRET: "short" }, ["ACCOUNT_SECRET"]],
  ])("%j: the start names what is missing", (variables, missing) => {
    for (const name of missing) expect(() => readEnvironment(variables)).toThrow(name);
  });

  it.each([
    { ACCOUNTS: "password", ...secret, ...mail },
    { ACCOUNTS: "oidc", ...secret, ...provider },
    { ACCOUNTS: "oidc", ...secret, ...provider, OIDC_ISSUER: "http://127.0.0.1:4000" },
  ])("%j: nothing is", (variables) => {
    expect(readEnvironment(variables).ACCOUNTS).toBe(variables.ACCOUNTS);
  });
});
