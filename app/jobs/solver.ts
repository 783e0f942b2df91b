import highs, { type Highs } from "highs";

let loaded: Promise<Highs> | undefined;

/** The solver, loaded once a process. */
export const solver = (): Promise<Highs> => (loaded ??= highs());
