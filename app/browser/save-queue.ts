import type { Typed } from "../forms/part";
import type { SaveResult } from "../forms/save-result";

/** A part as it is sent: what is typed, the tag of what it was made from, and what was sent before without hearing back. */
export type SentPart = { part: string; typed: Typed; seen: string; tried: Typed[] };

/** What came of sending: the server's word, or why there is none. */
export type Reply = { kind: "result"; result: SaveResult } | { kind: "away" | "denied" | "foreign" | "gone" };

/** Something typed that the server does not have, with what stands in its way. */
export type Unstored = { typed: Typed; tried: Typed[]; errors: Typed | null; newer: Typed | null };

export type QueueState =
  | { kind: "idle" | "unsaved" | "saving" | "saved" | "incomplete" | "conflict" | "gone" }
  | { kind: "away" | "denied" | "foreign"; seconds: number };

type Options = {
  send: (parts: SentPart[]) => Promise<Reply>;
  /** Tag and text of what is stored, by part. */
  stored: Map<string, { seen: string; typed: Typed }>;
  /** Called after every change, with the parts that need no keeping any more, as they were typed. */
  onChange: (settled: Record<string, Typed>) => void;
  /** Called when the server has answered for everything that could be sent. */
  onAnswered: () => void;
};

const retrySeconds = [1, 2, 4, 8, 15, 30];
const remembered = 3;

/**
 * Sends what is typed, each part in its latest state, and tries again while the server is away. A part is stored once the
 * server has said so for what is typed now, and not before.
 */
export function createSaveQueue({ send, stored, onChange, onAnswered }: Options) {
  const unstored = new Map<string, Unstored>();
  let running = false;
  let touched = false;
  let trouble: QueueState | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tagOf = (part: string) => stored.get(part)?.seen ?? "";
  const due = (): SentPart[] =>
    [...unstored].flatMap(([part, { typed, tried, errors, newer }]) =>
      errors || newer ? [] : [{ part, typed, tried: [...tried], seen: tagOf(part) }],
    );
  function schedule(milliseconds: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), milliseconds);
  }

  /** Also with nothing to send: whoever wants to go on learns whether the server answers. */
  async function run(): Promise<void> {
    if (running) return;
    running = true;
    do {
      clearTimeout(timer);
      const parts = due();
      for (const { part, typed, tried } of parts) change(part, { tried: [...tried, typed].slice(-remembered) });
      onChange({});
      const reply = await send(parts);
      if (reply.kind !== "result" || !parts.every(({ part, typed }) => isSettled(part, typed, reply.result))) {
        fail(reply.kind === "result" ? "foreign" : reply.kind);
        break;
      }
      [trouble, failures] = [null, 0];
      onChange(Object.fromEntries(parts.filter((sent) => settle(sent, reply.result)).map(({ part, typed }) => [part, typed])));
    } while (due().length > 0);
    running = false;
    onChange({});
    if (!trouble) onAnswered();
  }

  function fail(kind: "away" | "denied" | "foreign" | "gone") {
    if (kind === "gone") return void (trouble = { kind });
    const seconds = retrySeconds[Math.min(failures, retrySeconds.length - 1)] ?? 30;
    failures += 1;
    trouble = { kind, seconds };
    schedule(seconds * 1000);
  }

  /** @returns whether what is typed now is stored. */
  function settle({ part, typed }: SentPart, { saved, conflicts, errors }: SaveResult): boolean {
    const [seen, conflict, now] = [saved[part], conflicts[part], unstored.get(part)];
    if (seen !== undefined) {
      stored.set(part, { seen, typed });
      if (now && !sameTyped(now.typed, typed)) change(part, { tried: [] });
      else return unstored.delete(part);
    } else if (conflict) {
      stored.set(part, conflict);
      change(part, { tried: [], newer: conflict.typed });
    } else if (now && sameTyped(now.typed, typed)) change(part, { errors: errorsOf(typed, errors) });
    return false;
  }
  function change(part: string, to: Partial<Unstored>) {
    const now = unstored.get(part);
    if (now) unstored.set(part, { ...now, ...to });
  }

  return {
    unstored: unstored as ReadonlyMap<string, Unstored>,
    tagOf,
    due,
    /** What is typed, as far as it is known here. */
    typedLast: (part: string): Typed => unstored.get(part)?.typed ?? stored.get(part)?.typed ?? {},
    /** @param pause in milliseconds, before it is sent; null: it is sent when somebody asks for it. */
    put(part: string, typed: Typed, pause: number | null, tried = unstored.get(part)?.tried ?? []): void {
      touched = true;
      const newer = unstored.get(part)?.newer ?? null;
      const back = sameTyped(typed, stored.get(part)?.typed ?? {}) && tried.length === 0;
      if (back) unstored.delete(part);
      else unstored.set(part, { typed, tried, errors: null, newer });
      if (pause !== null) schedule(pause);
      onChange(back ? { [part]: typed } : {});
    },
    /** Also what nobody has changed is to be sent once. */
    putAll(parts: Record<string, Typed>): void {
      for (const [part, typed] of Object.entries(parts)) unstored.set(part, { typed, tried: [], errors: null, newer: null });
    },
    /** What is known to be wrong is not sent until it is typed anew. */
    refuse(part: string, errors: Typed): void {
      change(part, { errors });
      onChange({});
    },
    /** There is a newer value of somebody else, whose tag is known: one's own waits for a decision. */
    contest(part: string, newer: Typed): void {
      change(part, { newer });
      onChange({});
    },
    /** Puts one's own over the newer value that was shown. */
    keepMine(part: string): void {
      change(part, { newer: null, errors: null });
      void run();
    },
    /** One's own is given up. */
    drop(part: string): void {
      const typed = unstored.get(part)?.typed ?? {};
      unstored.delete(part);
      onChange({ [part]: typed });
    },
    send: run,
    state(): QueueState {
      const all = [...unstored.values()];
      if (trouble?.kind === "gone" || (trouble && !running)) return trouble;
      if (running && (trouble || all.length > 0)) return { kind: "saving" };
      if (all.some(({ newer }) => newer)) return { kind: "conflict" };
      if (all.some(({ errors }) => errors)) return { kind: "incomplete" };
      return { kind: all.length > 0 ? "unsaved" : touched ? "saved" : "idle" };
    },
  };
}

export const sameTyped = (a: Typed, b: Typed): boolean =>
  Object.keys({ ...a, ...b }).every((name) => (a[name] ?? "").replace(/\r\n/g, "\n") === (b[name] ?? "").replace(/\r\n/g, "\n"));

const errorsOf = (typed: Typed, errors: Typed): Typed => Object.fromEntries(Object.entries(errors).filter(([input]) => input in typed));

/** Whether the server has said what came of it: stored, contested or wrong. */
const isSettled = (part: string, typed: Typed, { saved, conflicts, errors }: SaveResult) =>
  part in saved || part in conflicts || Object.keys(errorsOf(typed, errors)).length > 0;
