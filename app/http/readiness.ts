import type { RequestHandler } from "express";
import type { Services } from "./services";

/** A write is tried when the last one that reached the disk is older. */
const freshMilliseconds = 10_000;

/**
 * Whether this process can be sent visitors: whether a write reaches the disk, not only whether the database answers. A load
 * balancer that asks often makes it write seldom.
 */
export function openReadiness(
  { stores, jobLoads, admission }: Pick<Services, "stores" | "jobLoads" | "admission">,
  clock = () => new Date(),
) {
  let written: Date | null = null;
  let trying: Promise<void> | null = null;

  async function write(): Promise<void> {
    const now = clock();
    if (written && Math.abs(now.getTime() - written.getTime()) < freshMilliseconds) return;
    await stores.times.note("write", now);
    written = now;
  }

  return async () => {
    trying ??= write().finally(() => (trying = null));
    const isWritten = await trying.then(
      () => true,
      () => false,
    );
    return { ready: isWritten, lastWrite: written?.toISOString() ?? null, waiting: { pages: admission.door.load(), ...jobLoads() } };
  };
}

/** As plain data for whoever watches the process. Nothing in it is about anybody. */
export function serveReadiness(readiness: ReturnType<typeof openReadiness>): RequestHandler {
  return (_request, response, next) => {
    readiness().then(
      (state) =>
        response
          .status(state.ready ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json(state),
      next,
    );
  };
}
