/** Whether somebody looks for new cases, with `npm run test:hostile`, and has the time for it. */
export const isThorough = process.env.HOSTILE_RUNS !== undefined;
/** How many cases a run tries: a bounded number as a change is judged, tens of thousands where it is thorough. */
export const hostileRuns = (usual: number): number => Number(process.env.HOSTILE_RUNS ?? usual);
