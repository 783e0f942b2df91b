import { join } from "node:path";
import { z } from "zod";
import { accountModes, takesPasswords, takesProvider } from "../core/accounts/account";

const text = z.string().trim().min(1);
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

const isLoopback = (url: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(url);

/** Every setting with its default; `.env.example` says the same in words. */
export const settings = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: text.default("127.0.0.1"),
  DATA_DIR: text.default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)./, "begins with file: or postgres://")
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: count(0).or(z.literal("0")).default(0).transform(Number),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  RETENTION_MONTHS: count(24),
  RETENTION_GRACE_DAYS: count(30),
  PEOPLE_RETENTION_MONTHS: count(12),
  TIME_ZONE: text.default("Europe/Berlin").refine(isTimeZone, "is no time zone such as Europe/Berlin"),
  KEEP_ALIVE_SECONDS: count(75),
  CALCULATION_QUEUE: count(20),
  DOCUMENT_QUEUE: count(50),
  VISITOR_SHARE: z.coerce.number().int().min(1).max(100).default(25),
  CREATIONS_PER_ADDRESS: count(200),
  CREATIONS_IN_ALL: count(5_000),
  BARRIER_REPORTS_PER_ADDRESS: count(10),
  BARRIER_REPORTS_IN_ALL: count(200),
  DOWNLOADS_PER_ADDRESS: count(300),
  DOWNLOADS_IN_ALL: count(5_000),
  UPLOADS_PER_ADDRESS: count(60),
  UPLOADS_IN_ALL: count(1_000),
  EVIDENCE_FILE_MEGABYTES: count(10),
  EVIDENCE_MEGABYTES: count(100),
  EVIDENCE_IN_ALL_MEGABYTES: count(10_000),
  BATCH_HOURS: count(24),
  BATCHES_IN_ALL: count(20),
  BATCH_IN_ALL_MEGABYTES: count(5_000),
  CLAMAV: z
    .string()
    .regex(/^(\/.+|tcp:\/\/[^/:]+:\d+)$/, "is a path such as /run/clamav/clamd.ctl, or tcp://host:3310")
    .optional(),
  REMINDERS_PER_ADDRESS: count(10),
  REMINDERS_IN_ALL: count(200),
  INVITATIONS_PER_ADDRESS: count(30),
  INVITATIONS_IN_ALL: count(300),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, "begins with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.email().optional(),
  ACCOUNTS: z.enum(accountModes).default("off"),
  ACCOUNT_SECRET: text.min(32).optional(),
  ACCOUNT_IDLE_HOURS: count(12),
  ACCOUNT_SESSION_DAYS: count(7),
  ACCOUNT_RETENTION_MONTHS: count(24),
  SIGN_INS_PER_ADDRESS: count(60),
  SIGN_INS_IN_ALL: count(5_000),
  ACCOUNT_MAILS_PER_ADDRESS: count(20),
  ACCOUNT_MAILS_IN_ALL: count(500),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith("https:") || isLoopback(url), "begins with https://, unless it is on this machine")
    .optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.max(60).optional(),
  WEBHOOKS: z.enum(["off", "on", "local"]).default("off"),
  WEBHOOK_SECRET: text.min(32).optional(),
  METRICS_TOKEN: text.min(16).optional(),
  API_LIMIT_PER_KEY: count(300),
  API_LIMIT_PER_ADDRESS: count(60),
  OPERATOR_NAME: text.optional(),
  OPERATOR_ADDRESS: text.optional(),
  OPERATOR_EMAIL: z.email().optional(),
  OPERATOR_PHONE: text.optional(),
  OPERATOR_REPRESENTATIVE: text.optional(),
  PRIVACY_CONTACT: text.optional(),
  ACCESSIBILITY_CONTACT: text.optional(),
  ENFORCEMENT_BODY: text.optional(),
});

const environmentSchema = settings
  .superRefine((values, context) => {
    // Whoever gets a mail is led to the public address: what a request names as its host may be anybody's.
    for (const name of ["MAIL_FROM", "PUBLIC_URL"] as const)
      if (values.SMTP_URL !== undefined && values[name] === undefined)
        context.addIssue({ code: "custom", path: [name], message: "is needed where SMTP_URL is set" });
    if (values.WEBHOOKS !== "off" && values.WEBHOOK_SECRET === undefined)
      context.addIssue({ code: "custom", path: ["WEBHOOK_SECRET"], message: "is needed where WEBHOOKS is not off" });
    const { ACCOUNTS } = values;
    const neededFor = (names: (keyof typeof values)[], why: string) => {
      for (const name of names)
        if (values[name] === undefined) context.addIssue({ code: "custom", path: [name], message: `is needed where ACCOUNTS is ${why}` });
    };
    if (ACCOUNTS !== "off") neededFor(["ACCOUNT_SECRET", "PUBLIC_URL"], "not off");
    // Whether an address is somebody's own shows only by a mail to it.
    if (takesPasswords(ACCOUNTS)) neededFor(["SMTP_URL"], "password or both");
    if (takesProvider(ACCOUNTS)) neededFor(["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"], "oidc or both");
  })
  .transform((values) => ({
    ...values,
    DATABASE_URL: values.DATABASE_URL ?? `file:${values.DATA_DIR}/ki-pegel.sqlite`,
  }));

export type Environment = z.infer<typeof environmentSchema>;

/** Files that prove answers lie beside the database, where no page leads. */
export const evidenceFolderOf = ({ DATA_DIR }: Pick<Environment, "DATA_DIR">): string => join(DATA_DIR, "evidence");

/** Documents of batches lie there until they are fetched or their time is over. */
export const batchFolderOf = ({ DATA_DIR }: Pick<Environment, "DATA_DIR">): string => join(DATA_DIR, "batches");

/**
 * Reads the settings; an empty value counts as not set.
 * @throws an error that names every wrong variable.
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""));
  const result = environmentSchema.safeParse(set);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not right:\n${faults.join("\n")}`);
}
