import type { DatabaseState } from "../../db/counts";

/** What a process says of itself; null where it does not answer. */
export type ProcessState = { url: string; told: { ready: boolean; metrics: Metric[] | null } | null };
/** One line of what Prometheus reads, with the name shortened by its beginning. */
export type Metric = { name: string; label: string; value: number };

export type Status = {
  versions: { program: string; content: string; node: string };
  database: DatabaseState;
  times: { backup: Date | null; retention: Date | null };
  processes: ProcessState[];
};

const hour = 3_600_000;
/** A backup each night may be late by a few hours. */
const oldestBackupHours = 30;

/** @param text as `/metrics` gives it. */
export function readMetrics(text: string): Metric[] {
  return [...text.matchAll(/^ki_pegel_(\w+)(?:\{\w+="([^"]*)".*\})? ([\d.e+-]+)$/gm)].map(([, name = "", label = "", value]) => ({
    ...{ name, label },
    value: Number(value),
  }));
}

/** @returns what an operator reads, and what somebody should look after: none where all is well. Times are in UTC. */
export function describeStatus({ versions, database, times, processes }: Status, now: Date): { text: string; concerns: string[] } {
  const { program, content, node } = versions;
  const { engine, bytes, schema, rows, removed, changed } = database;
  const described = processes.map(describeProcess);
  const count = (table: string) => rows[table] ?? 0;
  const lines = [
    `KI-Pegel ${program}, content ${content}, Node ${node} (this command)`,
    `Database: ${engine}, ${megabytes(bytes)}, schema ${schema}`,
    `  ${count("assessments")} assessments, ${changed} of them changed in the last 30 days; ${removed} removed by retention and not yet deleted`,
    `  ${count("answers")} answers, ${count("rounds")} closed rounds, ${count("api_keys")} API keys, ${count("barrier_reports")} reports of barriers`,
    `  last backup ${since(times.backup, now)}; last retention ${since(times.retention, now)}`,
    ...described.flatMap(({ lines }) => lines),
  ];
  const isOld = times.backup === null || now.getTime() - times.backup.getTime() > oldestBackupHours * hour;
  const backup = isOld ? [times.backup ? `The last backup is older than ${oldestBackupHours} hours.` : "There is no backup yet."] : [];
  const concerns = [...backup, ...described.flatMap(({ concern }) => concern ?? [])];
  return { text: `${[...lines, ...concerns.map((concern) => `! ${concern}`)].join("\n")}\n`, concerns };
}

function describeProcess({ url, told }: ProcessState): { lines: string[]; concern?: string } {
  if (told === null) return { lines: [`Process ${url}`], concern: `${url} does not answer.` };
  const concern = told.ready ? {} : { concern: `${url} is not ready: nothing can be written to its database.` };
  if (told.metrics === null) return { lines: [`Process ${url}: its figures are not shown to this command (METRICS_TOKEN)`], ...concern };
  const { metrics } = told;
  const of = (name: string) => metrics.filter((metric) => metric.name === name);
  const value = (name: string) => of(name)[0]?.value ?? 0;
  const requests = of("requests_total");
  const total = (some: Metric[]) => some.reduce((sum, { value }) => sum + value, 0);
  const event = (label: string) => total(of("events_total").filter((metric) => metric.label === label));
  const line = (label: string) => `${label} ${of("waiting").find((one) => one.label === label)?.value ?? 0}`;
  const faults = total(requests.filter(({ label }) => label.startsWith("5") && label !== "503"));
  return {
    lines: [
      `Process ${url}: up ${duration(value("uptime_seconds"))}, ${megabytes(value("resident_memory_bytes"))}, event loop ${Math.round(value("event_loop_delay_seconds") * 1000)} ms late (99 of 100)`,
      `  ${total(requests)} requests since its start, ${faults} of them failed; ${event("job")} jobs failed`,
      `  refused: ${event("link")} links, ${event("key")} API keys, ${event("limit")} over a limit, ${event("too-many")} over a visitor's share, ${event("busy")} because all was full`,
      `  waiting: ${of("waiting")
        .map(({ label }) => line(label))
        .join(", ")}`,
    ],
    ...concern,
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`;

function since(at: Date | null, now: Date): string {
  if (at === null) return "never";
  return `${at.toISOString().slice(0, 16).replace("T", " ")} (${duration((now.getTime() - at.getTime()) / 1000)} ago)`;
}

function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 2 * 3600) return `${Math.round(seconds / 60)} min`;
  return seconds < 48 * 3600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
