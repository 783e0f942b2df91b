import { OwnShareError, TooBusyError } from "../../jobs/pool";
import { nameOf, openWaitingLine, type Owner } from "../../jobs/waiting-line";

export type DoorLimits = {
  /** Part of this process's time that one visitor may use for long; all visitors of an address twice as much. 1: no bound. */
  share: number;
  /** Requests that are worked at beside one another. */
  places?: number;
  /** Requests that may wait, half of them of one visitor. */
  waiting?: number;
};

/** A request that has been let in. */
export type Stay = {
  /** Goes on elsewhere, in another process, and takes no place here meanwhile. */
  outside<Result>(work: Promise<Result>): Promise<Result>;
  leave(): void;
};

/** So much at once is free for everybody: whoever clicks quickly or opens many pages at once waits for nothing. */
const burstMilliseconds = 1_500;
/** What a request is taken to cost until it is known. */
const estimateMilliseconds = 10;
/** How often whoever has used up their share is looked at again. */
const lookMilliseconds = 10;

/**
 * The way to this process's time, in which all pages are rendered and all forms saved, one after the other. Each visitor may
 * use a share of it, measured by what their requests really took; between those that wait, whoever has used least is next.
 */
export function openDoor({ share, places = 8, waiting = 100 }: DoorLimits, clock = () => performance.now()) {
  type Inside = { owner: Owner; spent: number };
  type Turn = { owner: Owner; begin: () => void; refuse: (error: Error) => void };
  const line = openWaitingLine<Turn>({ capacity: waiting, perVisitor: Math.ceil(waiting / 2) }, clock);
  const visitors = openCredits(share, clock);
  const addresses = openCredits(Math.min(1, 2 * share), clock);
  const inside = new Set<Inside>();
  let last = clock();
  let look: NodeJS.Timeout | null = null;

  /** Those who are inside have had the time since the last change together, each the same part of it. */
  function settle(): void {
    const part = (clock() - last) / Math.max(1, inside.size);
    for (const one of inside) one.spent += part;
    last = clock();
  }

  function spend(owner: Owner, milliseconds: number): void {
    visitors.spend(nameOf(owner), milliseconds);
    addresses.spend(owner.address, milliseconds);
  }

  function next(): void {
    const mayGo = (owner: Owner) => visitors.has(nameOf(owner)) && addresses.has(owner.address);
    while (inside.size < places) {
      const turn = line.shift(mayGo);
      if (!turn) break;
      turn.job.begin();
    }
    if (line.size() === 0 || look) return;
    look = setTimeout(() => {
      look = null;
      next();
    }, lookMilliseconds).unref();
  }

  function letIn(owner: Owner): Stay {
    const one: Inside = { owner, spent: 0 };
    let left = false;
    const stepIn = () => {
      settle();
      inside.add(one);
    };
    const stepOut = () => {
      settle();
      inside.delete(one);
      next();
    };
    spend(owner, estimateMilliseconds);
    stepIn();
    return {
      async outside(work) {
        stepOut();
        try {
          return await work;
        } finally {
          if (!left) stepIn();
        }
      },
      leave() {
        if (left) return;
        left = true;
        settle();
        inside.delete(one);
        spend(owner, one.spent - estimateMilliseconds);
        line.charge(owner, one.spent);
        next();
      },
    };
  }

  return {
    /** @throws TooBusyError or OwnShareError where too many wait; the signal's reason where whoever waits leaves. */
    enter: (owner: Owner, signal: AbortSignal): Promise<Stay> =>
      new Promise((resolve, reject) => {
        const turn: Turn = { owner, begin: () => resolve(letIn(owner)), refuse: reject };
        const pushed = line.push(turn, owner);
        if (pushed.outcome === "full") return reject(new TooBusyError("Too many requests are waiting."));
        if (pushed.outcome === "own-share-full") return reject(new OwnShareError("Too many requests of one visitor are waiting."));
        pushed.pushedOut?.refuse(new TooBusyError("Too many requests are waiting."));
        signal.addEventListener("abort", () => line.remove(turn) && reject(signal.reason as Error), { once: true });
        next();
      }),
    load: () => ({ waiting: line.size(), running: inside.size }),
  };
}

/** Time that grows with the time that passes, up to a burst, and is spent. */
function openCredits(share: number, clock: () => number) {
  const accounts = new Map<string, { credit: number; at: number }>();
  const now = (account: { credit: number; at: number } | undefined) =>
    account ? Math.min(burstMilliseconds, account.credit + share * (clock() - account.at)) : burstMilliseconds;
  return {
    has: (name: string): boolean => share >= 1 || now(accounts.get(name)) > 0,
    spend(name: string, milliseconds: number): void {
      accounts.set(name, { credit: now(accounts.get(name)) - milliseconds, at: clock() });
      if (accounts.size > mostAccounts) for (const [known, one] of accounts) if (now(one) >= burstMilliseconds) accounts.delete(known);
    },
  };
}
const mostAccounts = 10_000;
