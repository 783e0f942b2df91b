import type { AnswerFields, FieldErrors } from "../forms/answers/answer-fields";

/** What the server says to one answer. */
export type SaveResult =
  | { status: "saved"; seen: string }
  | { status: "conflict"; seen: string; stored: AnswerFields }
  | { status: "refused"; errors: FieldErrors }
  | { status: "gone" };

export type SaveState =
  { kind: "idle" | "saving" | "incomplete" | "saved" | "refused" | "gone" | "conflict" } | { kind: "waiting"; seconds: number };

type Options = {
  /** Sends one answer; rejects when the server cannot be reached or is out of order. */
  send: (item: string, seen: string, fields: AnswerFields) => Promise<SaveResult>;
  /** Fingerprint of the stored answer, by item. */
  seen: Record<string, string>;
  onState: (state: SaveState) => void;
  onResult: (item: string, result: SaveResult) => void;
};

const retrySeconds = [1, 2, 4, 8, 15, 30];

/**
 * Saves answers one after another, each in its latest state, and tries again while the server is away.
 * "saved" is said only once the server has acknowledged everything that was put.
 */
export function createAutosave({ send, seen, onState, onResult }: Options) {
  const waiting = new Map<string, AnswerFields>();
  const marks = { ...seen };
  let running = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settling: ((everythingSaved: boolean) => void)[] = [];
  /** What the server did not take, by item: until the item is put again, not everything is saved. */
  const unresolved = new Map<string, "refused" | "gone" | "conflict">();

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    clearTimeout(timer);
    for (let next = first(); next; next = first()) {
      const [item, fields] = next;
      onState({ kind: "saving" });
      waiting.delete(item);
      try {
        const result = await send(item, marks[item] ?? "", fields);
        failures = 0;
        if ("seen" in result) marks[item] = result.seen;
        if (result.status !== "saved") unresolved.set(item, result.status);
        onResult(item, result);
      } catch {
        // Keep what failed, unless something newer has been put meanwhile.
        if (!waiting.has(item)) waiting.set(item, fields);
        const seconds = retrySeconds[Math.min(failures, retrySeconds.length - 1)] ?? 30;
        failures += 1;
        onState({ kind: "waiting", seconds });
        timer = setTimeout(() => void run(), seconds * 1000);
        running = false;
        settle(false);
        return;
      }
    }
    running = false;
    onState({ kind: [...unresolved.values()].at(-1) ?? "saved" });
    settle(unresolved.size === 0);
  }
  const first = () => waiting.entries().next().value;
  const settle = (everythingSaved: boolean) => {
    for (const resolve of settling.splice(0)) resolve(everythingSaved);
  };

  return {
    put(item: string, fields: AnswerFields): void {
      unresolved.delete(item);
      waiting.set(item, fields);
      void run();
    },
    /** Whether anything put has not been acknowledged. */
    pending: () => running || waiting.size > 0,
    /** Resolves when the current attempt has ended: whether everything put so far is saved. */
    settled: (): Promise<boolean> =>
      running ? new Promise((resolve) => settling.push(resolve)) : Promise.resolve(waiting.size === 0 && unresolved.size === 0),
  };
}
