import { createHmac } from "node:crypto";
import type { AssessmentStore } from "../../db/assessments";
import type { DemoAssessment } from "../../seeds/demo";
import { keyHashesOf } from "../http/access/keys";

/** An example assessment in the database and the key that opens it. */
export type DemoEntry = DemoAssessment & { key: string; state: "new" | "kept" };

/**
 * Id and key of an example come from its name, so that a second run finds it again. This makes the key public
 * knowledge: anybody can work it out from this file. It is for trying out only and must never guard real answers.
 */
export function demoAccess(name: string): { id: string; key: string } {
  const derive = (what: string) => createHmac("sha256", "ki-pegel demo").update(`${what} ${name}`).digest();
  return { id: derive("id").subarray(0, 16).toString("base64url"), key: derive("edit key").toString("base64url") };
}

/** Keeps the examples that are not there yet; one that is there stays as people have left it. */
export async function fillDemo(assessments: AssessmentStore, examples: DemoAssessment[], now: Date): Promise<DemoEntry[]> {
  const entries: DemoEntry[] = [];
  for (const example of examples) {
    const { id, key } = demoAccess(example.name);
    const there = (await assessments.find(id)) !== null;
    // One that retention has removed and not yet deleted would be in the way.
    if (!there) await assessments.remove(id);
    if (!there) await assessments.create(example.assessment, keyHashesOf(key), now, id);
    entries.push({ ...example, key, state: there ? "kept" : "new" });
  }
  return entries;
}

/** @param origin address of the application, without a slash at the end. */
export function describeDemo(entries: DemoEntry[], origin: string): string {
  const rows = entries.map(({ name, assessment: { organisation, track, depth }, key, state }) => [
    organisation.name ?? name,
    track,
    depth,
    state,
    `${origin}/open/${key}`,
  ]);
  const table = [["Organisation", "Track", "Depth", "State", "Link for editing"], ...rows];
  const widths = table[0]?.map((_head, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [
    ...lines,
    "",
    "These organisations are invented. The links are the same in every installation, so anybody can know them:",
    "they are for trying out only. Enter nothing real there, and delete the examples before you go public.",
    "",
  ].join("\n");
}
