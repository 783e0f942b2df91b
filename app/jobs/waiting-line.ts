/** On whose account something is done: a browser or a program, and the address that it comes from. */
export type Owner = { address: string; visitor: string };

/** For whom nobody in particular asks. */
export const nobody: Owner = { address: "", visitor: "" };

export type LineLimits = {
  /** How many may wait in all. */
  capacity: number;
  /** How many of one visitor may wait; no bound where it is left out. */
  perVisitor?: number;
};

/**
 * What waits for its turn. Next is whoever has had least of the time lately: first between addresses, then between the visitors
 * of an address, then whoever came first. Whoever sends a hundred jobs waits for them; nobody else does. Where the line is full,
 * a newcomer takes the place of the last job of whoever has more waiting.
 */
export type WaitingLine<Job> = {
  /** @returns whether it waits now, or why not: too many wait, or too many of this visitor. `pushedOut` waits no more in its favour. */
  push(job: Job, owner: Owner): { outcome: "waits"; pushedOut: Job | null } | { outcome: "full" } | { outcome: "own-share-full" };
  /** @param mayGo whose turn it can be; anybody's unless told. */
  shift(mayGo?: (owner: Owner) => boolean): { job: Job; owner: Owner } | undefined;
  /** @returns false where the job does not wait here. */
  remove(job: Job): boolean;
  /** Notes how long something of this owner took, in milliseconds. */
  charge(owner: Owner, milliseconds: number): void;
  size(): number;
};

/** What was used counts half after so long: nobody pays for yesterday. */
const halfLifeMilliseconds = 60_000;

export function openWaitingLine<Job>({ capacity, perVisitor = Infinity }: LineLimits, clock = () => performance.now()): WaitingLine<Job> {
  const waiting: { job: Job; owner: Owner }[] = [];
  const addresses = fadingSums(clock);
  const visitors = fadingSums(clock);

  const ofAddress = ({ address }: Owner) => waiting.filter(({ owner }) => owner.address === address).length;
  const ofVisitor = (owner: Owner) => waiting.filter((one) => nameOf(one.owner) === nameOf(owner)).length;

  /** Where in the line the last job stands of whoever has more there than this owner would have; -1 where nobody has. */
  function placeFor(owner: Owner): number {
    const own = [ofAddress(owner) + 1, ofVisitor(owner) + 1];
    return waiting.reduce((chosen, { owner: other }, place) => {
      const theirs = [ofAddress(other), ofVisitor(other)];
      const isMore = other.address === owner.address ? isAfter(theirs.slice(1), own.slice(1)) : isAfter(theirs.slice(0, 1), own);
      const most = waiting[chosen]?.owner;
      return isMore && (!most || !isAfter([ofAddress(most), ofVisitor(most)], theirs)) ? place : chosen;
    }, -1);
  }

  return {
    push(job, owner) {
      let pushedOut: Job | null = null;
      if (waiting.length >= capacity) {
        const place = placeFor(owner);
        if (place < 0) return { outcome: "full" };
        pushedOut = waiting.splice(place, 1)[0]?.job ?? null;
      } else if (ofVisitor(owner) >= perVisitor) return { outcome: "own-share-full" };
      waiting.push({ job, owner });
      return { outcome: "waits", pushedOut };
    },
    shift(mayGo = () => true) {
      let next = -1;
      let least: number[] = [];
      waiting.forEach(({ owner }, place) => {
        if (!mayGo(owner)) return;
        const used = [addresses.of(owner.address), visitors.of(nameOf(owner))];
        if (next < 0 || isAfter(least, used)) [next, least] = [place, used];
      });
      return next < 0 ? undefined : waiting.splice(next, 1)[0];
    },
    remove(job) {
      const place = waiting.findIndex((one) => one.job === job);
      if (place >= 0) waiting.splice(place, 1);
      return place >= 0;
    },
    charge(owner, milliseconds) {
      addresses.add(owner.address, milliseconds);
      visitors.add(nameOf(owner), milliseconds);
    },
    size: () => waiting.length,
  };
}

export const nameOf = ({ address, visitor }: Owner): string => `${address} ${visitor}`;

/** Whether the first list comes after the second, by the first place at which they differ. */
function isAfter(a: number[], b: number[]): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && (a[place] ?? 0) > (b[place] ?? 0);
}

/** Sums by name that fade. */
function fadingSums(clock: () => number) {
  const sums = new Map<string, { value: number; at: number }>();
  const now = ({ value, at }: { value: number; at: number }) => value * 0.5 ** ((clock() - at) / halfLifeMilliseconds);
  return {
    of: (name: string): number => {
      const sum = sums.get(name);
      return sum ? now(sum) : 0;
    },
    add(name: string, amount: number): void {
      const sum = sums.get(name);
      sums.set(name, { value: (sum ? now(sum) : 0) + amount, at: clock() });
      if (sums.size > mostRemembered) for (const [known, one] of sums) if (now(one) < 1) sums.delete(known);
    },
  };
}
const mostRemembered = 10_000;
