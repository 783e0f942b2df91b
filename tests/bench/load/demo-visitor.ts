import { readFileSync } from "node:fs";
import { dimensionIds } from "../../../app/core/vocabulary";
import { openClient, type Client } from "./client";

/** Somebody with an assessment of which all is answered. */
export type DemoVisitor = { client: Client; path: string };

const boundary = "----bench";
const form = () =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\nContent-Type: application/json\r\n\r\n`,
    ),
    readFileSync("seeds/demo/musterwerk.json"),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

/** @param address from which they come. */
export async function visit(url: string, address: string): Promise<DemoVisitor> {
  const client = openClient(url, address);
  await client.get("/start");
  const loaded = await client.ask("POST", "/load", form(), `multipart/form-data; boundary=${boundary}`);
  return { client, path: /^\/assessments\/[\w-]+/.exec(loaded.location)?.[0] ?? "" };
}

let turn = 0;
/** Weights for a report, each time others, so that nothing is remembered. */
export function otherWeights(): string {
  turn += 1;
  return dimensionIds
    .map((dimension, place) => `weight-${dimension}=${["0.5", "1", "2", "3"][Math.floor(turn / 4 ** place) % 4]}`)
    .join("&");
}
