import { versionTag } from "../../../app/core/assessment/answer";
import { dimensionIds } from "../../../app/core/vocabulary";
import { expectStatus, type Client } from "./client";

/** The first question of each topic of the questionnaire for enterprises. */
export type Questions = Record<string, string>;

const begin = "track=sme&depth=full&sizeClass=employees-10-49";

/** @returns the path of a new assessment. */
export async function beginAssessment(client: Client): Promise<string> {
  expectStatus(await client.get("/start?track=sme"), 200);
  const made = await client.post("/start", begin);
  expectStatus(made, 303);
  return /^\/assessments\/[\w-]+/.exec(made.location)?.[0] ?? "";
}

/** As the browser saves each change. */
export async function saveAnswer(client: Client, path: string, item: string, level: number, seen: number | null): Promise<void> {
  const tag = encodeURIComponent(versionTag(seen === null ? null : { level: seen as 1 }));
  const saved = await client.post(
    `${path}/save/answers`,
    `${item}.choice=${level}&${item}.seen=${tag}&${item}.note=&${item}.evidence=&${item}.reason=`,
  );
  expectStatus(saved, 200);
  if (!saved.text.includes(`"saved":{"${item}"`)) throw new Error(`Not saved: ${saved.text}`);
}

/**
 * Somebody begins, opens each topic and answers a question of it, and looks at the report: 11 pages and 9 writes.
 * @returns the path of the assessment.
 */
export async function journey(client: Client, questions: Questions): Promise<string> {
  const path = await beginAssessment(client);
  for (const [index, dimension] of dimensionIds.entries()) {
    expectStatus(await client.get(`${path}/${dimension}`), 200);
    await saveAnswer(client, path, questions[dimension] ?? "", index % 5, null);
  }
  expectStatus(await client.get(`${path}/check`), 200);
  expectStatus(await client.get(`${path}/report`), 200);
  return path;
}

/** As many pages and writes of the bare application. */
export async function bareJourney(client: Client): Promise<void> {
  for (let index = 0; index < dimensionIds.length + 1; index += 1) {
    expectStatus(await client.get("/page"), 200);
    expectStatus(await client.post("/save", "note=x"), 200);
  }
  expectStatus(await client.get("/page"), 200);
  expectStatus(await client.get("/page"), 200);
}
