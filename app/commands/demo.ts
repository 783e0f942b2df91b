import { readDemo } from "../../seeds/demo";
import { openStores } from "../../db";
import { readAuthored } from "../content/authored";
import { readEnvironment } from "../http/environment";
import type { Command } from "./command";
import { describeDemo, fillDemo } from "./fill-demo";

/** Keeps the example assessments and prints their links. */
export const run: Command = async ({ root }) => {
  const { DATABASE_URL, HOST, PORT, PUBLIC_URL } = readEnvironment(process.env);
  const { content } = readAuthored(root);
  const stores = await openStores(DATABASE_URL);
  try {
    const entries = await fillDemo(stores.assessments, readDemo(root, content.models), new Date());
    const origin = PUBLIC_URL?.replace(/\/$/, "") ?? `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;
    process.stdout.write(describeDemo(entries, origin));
  } finally {
    await stores.close();
  }
};
