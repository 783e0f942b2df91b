import { timingSafeEqual } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Request, RequestHandler } from "express";
import { hashOf } from "./access/keys";
import type { Services } from "./services";

const durations = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type Line = [labels: Record<string, string>, value: number];

/** Counts of this process since its start, in the text format of Prometheus. They tell how much was asked, of nobody and of no address. */
export function openMetrics({ admission, jobLoads, stores, content }: Pick<Services, "admission" | "jobLoads" | "stores" | "content">) {
  const requests = new Map<string, number>();
  const events = new Map<string, number>();
  const buckets = durations.map(() => 0);
  const all = { count: 0, seconds: 0 };
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const add = (counts: Map<string, number>, name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1);

  async function text(): Promise<string> {
    const [lastBackup, lastRetention] = [await stores.times.find("backup"), await stores.times.find("retention-run")];
    const loads = Object.entries({ pages: admission.door.load(), ...jobLoads() });
    const ofKind = (kind: "waiting" | "running"): Line[] => loads.map(([line, load]) => [{ line }, load[kind]]);
    const seconds = (at: Date | null) => (at ? at.getTime() / 1000 : 0);
    const memory = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    return [
      metric("info", "gauge", [[{ content: content.version, node: process.version }, 1]]),
      metric(
        "requests_total",
        "counter",
        [...requests].map(([status, count]): Line => [{ status }, count]),
      ),
      metric(
        "events_total",
        "counter",
        [...events].map(([event, count]): Line => [{ event }, count]),
      ),
      histogram(),
      metric("waiting", "gauge", ofKind("waiting")),
      metric("running", "gauge", ofKind("running")),
      metric("resident_memory_bytes", "gauge", [[{}, memory.rss]]),
      metric("heap_used_bytes", "gauge", [[{}, memory.heapUsed]]),
      metric("processor_seconds_total", "counter", [[{}, (user + system) / 1e6]]),
      metric("uptime_seconds", "gauge", [[{}, process.uptime()]]),
      metric("event_loop_delay_seconds", "gauge", [[{ quantile: "0.99" }, delay.percentile(99) / 1e9]]),
      metric("last_backup_timestamp_seconds", "gauge", [[{}, seconds(lastBackup)]]),
      metric("last_retention_timestamp_seconds", "gauge", [[{}, seconds(lastRetention)]]),
    ].join("");
  }

  function histogram(): string {
    const name = "ki_pegel_request_seconds";
    const lines = durations.map((most, index) => `${name}_bucket{le="${most}"} ${buckets[index] ?? 0}\n`);
    return `# TYPE ${name} histogram\n${lines.join("")}${name}_bucket{le="+Inf"} ${all.count}\n${name}_sum ${all.seconds}\n${name}_count ${all.count}\n`;
  }

  return {
    text,
    /** Something that an operator wants to see, such as a request that was turned away or a job that failed. */
    note: (event: string) => add(events, event),
    count: ((_request, response, next) => {
      const begun = performance.now();
      response.once("finish", () => {
        // A stream lasts as long as somebody follows it, which says nothing of how fast anything is.
        if (String(response.getHeader("Content-Type")).startsWith("text/event-stream")) return;
        const seconds = (performance.now() - begun) / 1000;
        add(requests, String(response.statusCode));
        durations.forEach((most, index) => seconds <= most && (buckets[index] = (buckets[index] ?? 0) + 1));
        all.count += 1;
        all.seconds += seconds;
      });
      next();
    }) satisfies RequestHandler,
  };
}
export type Metrics = ReturnType<typeof openMetrics>;

function metric(name: string, type: "gauge" | "counter", lines: Line[]): string {
  const labelled = ([labels, value]: Line) => {
    const text = Object.entries(labels).map(([label, content]) => `${label}="${content}"`);
    return `ki_pegel_${name}${text.length > 0 ? `{${text.join(",")}}` : ""} ${value}\n`;
  };
  return lines.length === 0 ? "" : `# TYPE ki_pegel_${name} ${type}\n${lines.map(labelled).join("")}`;
}

/**
 * For whoever asks from this machine and not through a proxy; with a token for whoever brings that, from anywhere.
 * @param token see METRICS_TOKEN.
 */
export function serveMetrics(metrics: Metrics, token: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (!mayRead(request, token)) return void response.status(404).type("text/plain").send("Not found.\n");
    metrics.text().then((text) => response.set("Cache-Control", "no-store").type("text/plain; version=0.0.4").send(text), next);
  };
}

function mayRead({ socket, headers }: Request, token: string | undefined): boolean {
  if (token !== undefined) return timingSafeEqual(Buffer.from(hashOf(headers.authorization ?? "")), Buffer.from(hashOf(`Bearer ${token}`)));
  const isLocal = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? "");
  return isLocal && headers["x-forwarded-for"] === undefined && headers.forwarded === undefined && headers.via === undefined;
}
