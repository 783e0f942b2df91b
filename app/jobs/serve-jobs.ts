import type { Answer } from "./child-pool";

/** The other end of a child pool: takes the set-up with the first message and does a job for every other one. */
export function serveJobs<Setup, Request, Result>(work: (request: Request, setup: Setup) => Promise<Result>): void {
  // Without its parent there is nobody left to ask.
  process.once("disconnect", () => process.exit());
  process.once("message", (setup: Setup) => {
    process.on("message", (request: Request) => {
      const answer = (made: { result: Result } | { error: string }) =>
        process.send?.({ ...made, megabytes: process.memoryUsage.rss() / 1024 ** 2 } satisfies Answer<Result>);
      work(request, setup).then(
        (result) => answer({ result }),
        (error: Error) => answer({ error: error.stack ?? error.message }),
      );
    });
  });
}
