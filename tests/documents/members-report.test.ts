import { describe, expect, it } from "vitest";
import { membersStanding, type PublishedRing } from "../../app/core/mappe/members-standing";
import { commonGaps } from "../../app/core/mappe/common-gaps";
import { mediansOf } from "../../app/core/mappe/portfolio";
import { languages, type Language } from "../../app/core/vocabulary";
import { makeMembersDocument } from "../../app/documents/members/make-members-document";
import { membersReport } from "../../app/documents/members/members-report";
import { renderPdf } from "../../app/documents/pdf/render-pdf";
import { standardTheme } from "../../app/documents/theme";
import { localeOf } from "../../app/i18n/index";
import { checkPdf } from "../support/pdf/check-pdf";
import { filledPages } from "../support/pdf/fullness";
import { textsOf } from "../support/document-texts";
import { portfolioRows, type Pattern } from "../support/portfolio-rows";
import { content } from "../support/content";
import { unzip } from "../support/unzip";

const today = "2026-11-26";
const mappeName = "Kreis Musterland";

const standingOf = (count: number, pattern?: Pattern, ring: PublishedRing | null = null) =>
  membersStanding({ rows: portfolioRows(content, count, today, pattern), ring, today }, content);
const inputOf = (standing: ReturnType<typeof standingOf>, language: Language = "de", name = mappeName, ring: PublishedRing | null = null) => ({
  ...{ standing, mappeName: name, content, locale: localeOf(language) },
  ring: ring?.setting.rule ?? null,
}); // prettier-ignore
const saidIn = (input: ReturnType<typeof inputOf>) => membersReport(input).blocks.flatMap(textsOf);

describe("the report on all", () => {
  for (const count of [12, 100])
    it.each(languages)(`has eight to twelve full pages for ${count} organisations, %s`, async (language) => {
      const pdf = renderPdf(membersReport(inputOf(standingOf(count), language)), { standard: "ua-1" });
      expect(await checkPdf(pdf, "ua-1")).toEqual([]);
      const pages = await filledPages(pdf, standardTheme.paper);
      expect(pages.length).toBeGreaterThanOrEqual(8);
      expect(pages.length).toBeLessThanOrEqual(12);
      for (const { fullness, lastSize, lastText, text } of pages) {
        expect(fullness, lastText).toBeGreaterThan(1 / 3);
        expect(lastSize, lastText).toBeLessThan(10.6);
        expect(text, lastText).not.toMatch(/[\p{L}\d]…|undefined|null|NaN|\[object/u);
      }
    });

  it("is called after the Kreis only where it is one", () => {
    const titleFor = (name: string) => membersReport(inputOf(standingOf(12), "de", name)).title;
    expect(titleFor("Landkreis Muster")).toBe("Stand im Kreis: Landkreis Muster");
    expect(titleFor("Märkischer Kreis")).toBe("Stand im Kreis: Märkischer Kreis");
    expect(titleFor("Arbeitskreis KI")).toBe("Stand der Mitglieder: Arbeitskreis KI");
  });

  it("names nobody", () => {
    expect(saidIn(inputOf(standingOf(12))).join("\n")).not.toMatch(/Stadt \d/);
  });

  it("has the overview's numbers, its medians rounded to five", () => {
    const rows = portfolioRows(content, 40, today);
    const standing = standingOf(40);
    const [{ overall, topics } = {}] = mediansOf(rows);
    const figures = standing.values[0]?.figures;
    const rounded = (value: number | null | undefined) => Math.floor((value ?? NaN) / 5 + 0.5) * 5;
    expect(figures?.overall?.median).toBe(rounded(Math.round(overall ?? NaN)));
    expect(figures?.topics.skills?.median).toBe(rounded(topics?.get("skills")));
    const counted = new Map(commonGaps(rows, content).map(({ item, low }) => [item, low]));
    expect(standing.gaps.length).toBeGreaterThan(5);
    for (const { item, low } of standing.gaps.filter(({ low: { kind } }) => kind === "exactly")) expect(low.count).toBe(counted.get(item));
  });

  it("says nothing of values and answers where there are fewer than six, and no quartile below eight", () => {
    const five = standingOf(5);
    expect([five.questions, five.gaps, five.measures, five.duties, five.values[0]?.figures.overall]).toEqual([[], [], [], [], null]);
    expect(standingOf(7).values[0]?.figures.overall).toMatchObject({ lower: null, upper: null });
    expect(standingOf(8).values[0]?.figures.overall?.lower).not.toBeNull();
  });

  it("says of no question how one or two stand, nor that all do", () => {
    const all = saidIn(inputOf(standingOf(12, (item, organisation) => (item % 3 === 0 ? 0 : item % 3 === 1 && organisation < 2 ? 4 : 1))));
    const counts = all.flatMap((text) => [...text.matchAll(/(unter |mindestens )?(\d+) von 12/g)].map(([whole]) => whole));
    const allowed = /^(unter 3|mindestens 10|[3-9]) von 12$/;
    const wrong = counts.filter((count) => !allowed.test(count));
    expect(counts).toContain("unter 3 von 12");
    expect(counts).toContain("mindestens 10 von 12");
    // How many have begun is no answer.
    expect([...new Set(wrong)]).toEqual(["12 von 12"]);
    expect(wrong).toHaveLength(1);
  });

  it("of a ring shows what it has published and nothing newer", () => {
    const half = { n: 9, lower: 5, median: 15, upper: 25 };
    const setting = { rule: "anonymous", track: "municipality", modelVersion: "2.0.0" } as const;
    const ring: PublishedRing = { setting, figures: { overall: half, topics: { skills: half } }, publishedOn: "2026-09-01", count: 9 };
    const standing = standingOf(12, undefined, ring);
    expect(standing.values).toEqual([
      { track: "municipality", modelVersion: "2.0.0", count: 9, figures: ring.figures, publishedOn: "2026-09-01" },
    ]);
    const texts = saidIn(inputOf(standing, "de", mappeName, ring));
    expect(texts).toContain("Zahlen des Vergleichsrings, veröffentlicht am 1. September 2026. Sie bleiben, bis der Ring sie erneuert.");
    expect(texts.join("\n")).toContain("Regel: Anonym.");
  });

  it("says the same in Word and OpenDocument", async () => {
    const input = inputOf(standingOf(12));
    const [headline = ""] = saidIn(input);
    for (const [kind, part] of [["docx", "word/document.xml"], ["odt", "content.xml"]] as const) {
      const text = unzip(await makeMembersDocument(input, kind, undefined)).get(part) ?? "";
      expect(text.replace(/<[^>]+>/g, "")).toContain(headline);
    } // prettier-ignore
  });
});
