import type { EventEmitter } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** For so long nobody may have asked for anything. */
const quietMilliseconds = 3_000;
/** After fewer requests there is little to collect, however often a load balancer looks. */
const worthCollecting = 100;

/**
 * Collects what requests have left behind, and gives it back to the system, once nobody has asked for anything for a while. V8 by
 * itself collects as it allocates, so after a rush it would keep it all.
 * @param server emits "request". @returns a function that stops it.
 */
export function giveMemoryBack(server: EventEmitter, collect: () => void = openCollector()): () => void {
  let [sinceCollected, sinceLooked] = [0, 0];
  server.on("request", () => {
    sinceCollected += 1;
    sinceLooked += 1;
  });
  const looking = setInterval(() => {
    const isQuiet = sinceLooked === 0;
    sinceLooked = 0;
    if (!isQuiet || sinceCollected < worthCollecting) return;
    sinceCollected = 0;
    collect();
  }, quietMilliseconds).unref();
  return () => clearInterval(looking);
}

/** Node has no other way to it without an option at its start. */
function openCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as (how?: { type: "major"; flavor: "last-resort" }) => void;
  return () => {
    // Node 20 understands only this; the others keep the pages that it empties, unless they are told that memory runs short.
    collect();
    collect({ type: "major", flavor: "last-resort" });
  };
}
