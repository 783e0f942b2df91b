// Node runs the server's TypeScript through tsx. Node 20 does not hand that on to worker threads, not even through
// execArgv, so a worker starts here, in plain JavaScript, and goes on in the TypeScript file it was given.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
// eslint-disable-next-line @typescript-eslint/no-unsafe-member-access -- plain JavaScript has no type for it
await import(workerData.script);
