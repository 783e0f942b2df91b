/**
 * Jobs in the order in which they get their turn, and how many may wait: first come, first served. Whoever wants to share
 * between visitors changes the order here; the pool asks for nothing else.
 */
export type WaitingLine<Job> = {
  /** @returns false where too many wait already. */
  push(job: Job): boolean;
  shift(): Job | undefined;
  /** @returns false where the job does not wait here. */
  remove(job: Job): boolean;
  size(): number;
};

export function openWaitingLine<Job>(capacity: number): WaitingLine<Job> {
  const jobs: Job[] = [];
  return {
    push: (job) => jobs.length < capacity && jobs.push(job) > 0,
    shift: () => jobs.shift(),
    remove(job) {
      const position = jobs.indexOf(job);
      if (position >= 0) jobs.splice(position, 1);
      return position >= 0;
    },
    size: () => jobs.length,
  };
}
