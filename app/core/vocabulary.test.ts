import { expect, it } from "vitest";
import { idSchema, localizedSchema, partialDateSchema } from "./vocabulary";

it.each(["2026", "2026-01", "2026-10", "2026-12-31", "2026-09-01", "2026-09-10"])("a date may be as exact as %s", (date) => {
  expect(partialDateSchema.safeParse(date).success).toBe(true);
});
it.each(["26", "2026-13", "2026-00", "2026-01-32", "2026-1", "01.02.2026", ""])("%j is no date", (date) => {
  expect(partialDateSchema.safeParse(date).success).toBe(false);
});

it.each(["c05", "ai-act-art-4", "strategy"])("%s is an id", (id) => {
  expect(idSchema.safeParse(id).success).toBe(true);
});
it.each(["", "Strategy", "a_b", "-a", "a-", "a--b", "__proto__"])("%j is no id", (id) => {
  expect(idSchema.safeParse(id).success).toBe(false);
});

it("no line ends between a sign and its number", () => {
  const { de } = localizedSchema.parse({ de: " § 30 AO, §§ 8 und 9, Art. 6 Abs. 1 Nr. 2; § wie Art. der Sache", en: "§ 30" });
  expect(de).toBe("§\u00a030 AO, §§\u00a08 und 9, Art.\u00a06 Abs.\u00a01 Nr.\u00a02; § wie Art. der Sache");
});
