import { setFlagsFromString } from "node:v8";
import highs, { type Highs } from "highs";

let loaded: Promise<Highs> | undefined;

/** The solver, loaded once a process. */
export const solver = (): Promise<Highs> => (loaded ??= load());

function load(): Promise<Highs> {
  // Node 20 soon compiles better what has run a little, which costs the first plans more than they win. Node 22 waits so long by itself.
  setFlagsFromString("--wasm-tiering-budget=13000000");
  return highs();
}
