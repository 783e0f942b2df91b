import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AuthorText } from "../../app/core/assessment/author-text";
import { openStores, type Stores } from "../../db";
import { engines, type TestDatabase } from "./engines";

const words: AuthorText = {
  author: "Beratung Beispiel",
  language: "de",
  summary: "'); DROP TABLE report_words; --\n\n- eins",
  comments: { strategy: "Zu wenig Zeit" },
  logo: { type: "png", base64: "iVBORw0KGgo=" },
  answers: "a:1",
};
const now = new Date("2026-11-21T12:00:00Z");

describe.each(engines)("report words on $name", ({ create }) => {
  let place: TestDatabase;
  let stores: Stores;
  let id: string;
  beforeEach(async () => {
    place = await create();
    stores = await openStores(place.url);
    const assessment = { track: "sme", depth: "full", modelVersion: "1.0.0", organisation: {}, answers: {} } as const;
    id = await stores.assessments.create(assessment, { edit: "e", read: "r" }, now);
  });
  afterEach(async () => {
    await stores.close();
    place.remove();
  });

  it("are kept as they were written, the newest in place of earlier ones", async () => {
    expect(await stores.reportWords.find(id)).toBeNull();
    await stores.reportWords.save(id, words, now);
    expect(await stores.reportWords.find(id)).toEqual(words);
    await stores.reportWords.save(id, { ...words, summary: "", comments: {}, logo: null }, now);
    expect(await stores.reportWords.find(id)).toEqual({ ...words, summary: "", comments: {}, logo: null });
  });

  it("leave no trace once they are removed, alone or with their assessment", async () => {
    await stores.reportWords.save(id, words, now);
    await stores.reportWords.save(id, null, now);
    expect(await stores.reportWords.find(id)).toBeNull();
    expect(place.bytes()).not.toContain("Beratung Beispiel");
    await stores.reportWords.save(id, words, now);
    await stores.assessments.remove(id);
    expect(await stores.reportWords.find(id)).toBeNull();
    expect(place.bytes()).not.toContain("Beratung Beispiel");
  });
});
