/** What a pool asks of a process. */
export type Question = { kind: string; request: unknown };
/** What it gets back: the result, or why there is none; and how much memory the process holds by now, in MB. */
export type Answer = ({ result: unknown } | { error: string }) & { megabytes: number };

/** What a process can do: kind of job → how it is done. */
export type Handlers = Record<string, (request: never) => unknown>;

/** The other end of a pool: does a job for every message and answers it with one. */
export function serve(handlers: Handlers): void {
  // Without its parent there is nobody left to ask.
  process.once("disconnect", () => process.exit());
  process.on("message", ({ kind, request }: Question) => {
    const answer = (made: { result: unknown } | { error: string }) =>
      process.send?.({ ...made, megabytes: process.memoryUsage.rss() / 1024 ** 2 } satisfies Answer);
    // In a turn of its own, so that what is thrown at once is an answer, too.
    Promise.resolve()
      .then(() => handlerOf(handlers, kind)(request as never))
      .then(
        (result) => answer({ result }),
        (error: Error) => answer({ error: error.stack ?? error.message }),
      );
  });
}

function handlerOf(handlers: Handlers, kind: string): Handlers[string] {
  const handler = handlers[kind];
  if (!handler) throw new Error(`There is no job "${kind}".`);
  return handler;
}
