import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";

export type Log = Logger;

/** Tells of something that was refused, or of a job that failed, where, and for which technical reason; of nobody. */
export type Notice = (event: "busy" | "too-many" | "limit" | "link" | "key" | "job" | "storage", path: string, reason?: string) => void;

/** Structured lines on standard output. */
export function openLog(level: string): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * One line a request: method, shape of the path, status, milliseconds. No address, no user agent, no query, and
 * no id or key of an assessment, because with them a line would speak of a person.
 */
export function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    // Read now: while a mounted handler answers, the path lacks the part it is mounted at.
    const path = shapeOf(request.path);
    response.on("finish", () => {
      const milliseconds = Math.round(performance.now() - start);
      log.info({ method: request.method, path, status: response.statusCode, milliseconds }, "request");
    });
    next();
  };
}

/** `/assessments/Xy…/report` → `/assessments/:id/report`; anything long and random goes. */
export function shapeOf(path: string): string {
  return path
    .replace(/\/(assessments|open|reminder|answer|parts|mappen|invitation|link|workshops|participants|w)\/[^/]+/gi, "/$1/:id")
    .replace(/[A-Za-z0-9_-]{20,}/g, ":random")
    .slice(0, 120);
}
