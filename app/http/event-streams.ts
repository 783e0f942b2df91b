export type StreamLimits = {
  /** Streams at once, in all and of one address: a whole room may stand behind one. */
  most?: number;
  perAddress?: number;
  /** How often is looked whether something has changed, and after what silence something is sent so that nobody hangs up. */
  lookMilliseconds?: number;
  beatMilliseconds?: number;
  /** When a stream ends in any case; the browser begins a new one by itself. */
  lifeMilliseconds?: number;
};

/** What a page follows. */
export type Followed = {
  /** Under which name all who follow the same share a look. */
  name: string;
  /** @returns a tag of what stands there, which says nothing else; null where there is nothing to follow any more. */
  look: () => Promise<string | null>;
};

/**
 * Streams of server-sent events that say that a page has changed, never what: the page is then fetched as by anybody. Bounded in
 * number and length. Each process looks into the database, so that it does not matter to which of several a change was sent.
 */
export function openEventStreams({
  most = 500,
  perAddress = 100,
  lookMilliseconds = 1_000,
  beatMilliseconds = 15_000,
  lifeMilliseconds = 15 * 60_000,
}: StreamLimits = {}) {
  const open = new Map<() => void, string>();
  const looks = new Map<string, { at: number; found: Promise<string | null> }>();

  /** One look serves all who follow the same. */
  function look({ name, look: find }: Followed): Promise<string | null> {
    const known = looks.get(name);
    if (known && performance.now() - known.at < lookMilliseconds * 0.9) return known.found;
    const found = find();
    looks.set(name, { at: performance.now(), found });
    return found;
  }

  const countOf = (address: string) => [...open.values()].filter((one) => one === address).length;

  function start(
    controller: ReadableStreamDefaultController<Uint8Array>,
    followed: Followed,
    address: string,
    signal: AbortSignal,
  ): () => void {
    const encoder = new TextEncoder();
    const born = performance.now();
    let [last, lastSent, isLooking] = ["", 0, false];
    const send = (text: string) => {
      controller.enqueue(encoder.encode(text));
      lastSent = performance.now();
    };
    const stop = () => {
      if (!open.delete(stop)) return;
      clearInterval(timer);
      signal.removeEventListener("abort", stop);
      if (!open.size) looks.clear();
      try {
        controller.close();
      } catch {
        // Whoever read it has closed it.
      }
    };
    const turn = async () => {
      if (isLooking) return;
      isLooking = true;
      // Where the database does not answer, the next look may find it there again.
      const tag = await look(followed).catch(() => last);
      isLooking = false;
      if (!open.has(stop)) return;
      // A reader so slow that what was sent lies here still has gone, or will come again.
      const isSlow = (controller.desiredSize ?? 0) < -8;
      if (tag !== null && tag !== last) send(`data: ${(last = tag)}\n\n`);
      else if (performance.now() - lastSent > beatMilliseconds) send(":\n\n");
      if (tag === null) send("event: over\ndata: over\n\n");
      if (tag === null || isSlow || performance.now() - born > lifeMilliseconds) stop();
    };
    const timer = setInterval(() => void turn(), lookMilliseconds);
    timer.unref();
    open.set(stop, address);
    signal.addEventListener("abort", stop, { once: true });
    void turn();
    return stop;
  }

  return {
    /** @returns the stream; null where there are too many. @param signal aborts when the reader leaves. */
    follow(followed: Followed, address: string, signal: AbortSignal): Response | null {
      if (open.size >= most || countOf(address) >= perAddress) return null;
      let stop: () => void = () => undefined;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => void (stop = start(controller, followed, address, signal)),
        cancel: () => stop(),
      });
      // What compresses or buffers on the way would hold events back.
      const headers = { "Content-Type": "text/event-stream", "Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no" };
      return new Response(body, { headers });
    },
    count: (): number => open.size,
    /** Ends all of them. */
    close(): void {
      for (const stop of [...open.keys()]) stop();
    },
  };
}
export type EventStreams = ReturnType<typeof openEventStreams>;
