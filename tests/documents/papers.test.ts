import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { languages, type Depth } from "../../app/core/vocabulary";
import { inclusions, withoutThose } from "../../app/documents/document-options";
import { paperFor, papers, papersFor, type Paper } from "../../app/documents/papers/paper";
import { writePaper } from "../../app/documents/papers/write-paper";
import { renderPdf, renderPng } from "../../app/documents/pdf/render-pdf";
import { standardTheme } from "../../app/documents/theme";
import type { Locale } from "../../app/i18n/index";
import { checkPdf } from "../support/pdf/check-pdf";
import { filledPages } from "../support/pdf/fullness";
import { textsOf } from "../support/document-texts";
import { organisations } from "../support/organisations";
import { squeezed } from "../support/printed";
import { frontierFor, reportFor } from "../support/report";
import { content } from "../support/content";
import { materialOf } from "../support/report-material";

/** From how many pages to how many, for everybody; the annex has what it has. */
const lengths: Record<Exclude<Paper, "annex">, { full: [number, number]; quick: [number, number] }> = {
  report: { full: [6, 12], quick: [4, 10] },
  "owner-page": { full: [2, 4], quick: [1, 1] },
  resolution: { full: [1, 2], quick: [1, 2] },
  slide: { full: [1, 1], quick: [1, 1] },
};
/** A stage beside the word for it. */
const stageTwice = /(Stufe|[Ss]tage) +(mindestens |at least )?(Stufe|[Ss]tage) \d/;
const short = papers.filter((paper) => paper !== "annex");

it("the slide is a picture as well", async () => {
  const report = reportFor(organisations(content)[0]!.assessment, content, "2026-11-22");
  const picture = renderPng(writePaper("slide", materialOf(report, "de")), 1920);
  const { width, height, format } = await sharp(picture).metadata();
  expect({ width, height, format }).toEqual({ width: 1920, height: 1080, format: "png" });
  const { channels } = await sharp(picture).stats();
  expect(channels[0]!.stdev, "letters and lines on it").toBeGreaterThan(10);
  const right = await sharp(picture).extract({ left: 1700, top: 250, width: 60, height: 250 }).stats();
  expect(right.channels[0]!.stdev, "its scale is as wide as what stands below it").toBeGreaterThan(3);
});

it("a paper that there is not for a kind of organisation is its usual one", () => {
  expect((["resolution", "annex", null] as const).map((wanted) => paperFor("sme", wanted))).toEqual(["owner-page", "annex", "owner-page"]);
  expect(paperFor("municipality", "owner-page")).toBe("report");
});

it.each(languages)("no paper heads two steps as three, in %s", (language) => {
  const material = materialOf(reportFor(organisations(content)[0]!.assessment, content, "2026-11-22"), language);
  const two = { ...material, view: { ...material.view, nextSteps: material.view.nextSteps.slice(0, 2) } };
  for (const paper of ["slide", "annex", "owner-page"] as const) {
    const said = writePaper(paper, two).blocks.flatMap(textsOf).join("\n");
    expect(said).toMatch(/^(Die beiden nächsten Schritte|Zwei Schritte|(The next )?two steps)$/im);
    expect(said).not.toMatch(/^(Die drei nächsten Schritte|Drei Schritte|(The next )?three steps)$/im);
  }
});

it.each(["owner-page", "report", "resolution"] as const)("%s says until when people mean to take a step", (paper) => {
  const report = reportFor(organisations(content).find(({ name }) => name === "tischlerei-muster")!.assessment, content, "2026-11-22");
  const id = report.nextSteps.at(-1) ?? "";
  const steps = new Map([[id, { status: "planned" as const, owner: "Meisterin Kara", due: "2026-12-10", note: "" }]]);
  for (const language of languages) {
    const material = materialOf(report, language, { steps });
    const said = writePaper(paper, material).blocks.flatMap(textsOf).join(" ");
    const [, ...afterName] = said.split("Meisterin Kara");
    const { date, shortDate } = material.locale;
    const until = new RegExp(`^(, \\w+)? (${date("2026-12-10")}|${shortDate("2026-12-10")})`);
    expect(afterName.length).toBeGreaterThan(0);
    expect(afterName.filter((text) => !until.test(text))).toEqual([]);
  }
});

it.each(organisations(content))("the slide of $name can be read from the last row, and is no page to read out", async ({ assessment }) => {
  const report = reportFor(assessment, content, "2026-11-22");
  for (const language of languages) {
    const material = materialOf(report, language);
    const written = writePaper("slide", material);
    const pages = await filledPages(renderPdf(written, { standard: "ua-1" }), standardTheme.slide);
    expect(pages).toHaveLength(1);
    const [{ sizes, text }] = pages as [(typeof pages)[0]];
    // Below the letters of its chart is only the line that says by which method.
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter((size) => size < 13.6)).toEqual([8.5]);
    const words = written.blocks.flatMap(textsOf).join(" ").replace(material.view.organisation, "x").split(/\s+/);
    expect(words.length, text).toBeLessThanOrEqual(110);
  }
});

it.each<[string, ...(typeof inclusions)[number][]]>([
  ...["kleinhausen", "all-4", "tischlerei-muster", "nothing", "nobody-knows", "nothing-sme-quick"].map((name): [string] => [name]),
  ["kleinhausen", "notes", "evidence"],
  ["kleinhausen", "details"],
  ["kleinhausen", "details", "roadmap"],
  ["tischlerei-muster", ...inclusions],
])(
  "no page of the annex is nearly empty or ends in a heading, though chapters have little to say or are left out: %s",
  async (name, ...leftOut) => {
    const { assessment } = organisations(content).find((one) => one.name === name)!;
    const report = reportFor(assessment, content, "2026-11-22");
    const told = materialOf(report, "de", {}, frontierFor(report, assessment, content, "2026-11-22"));
    const material = { ...told, include: withoutThose(leftOut) };
    const pages = await filledPages(renderPdf(writePaper("annex", material), { standard: "ua-1" }), standardTheme.book);
    const first = pages.findIndex(({ text }) => text.startsWith(material.locale.messages.report.sections.summary));
    expect(first).toBeGreaterThan(1);
    const [chapter, section] = standardTheme.book.headings.map(({ size }) => size);
    for (const { fullness, lastText, text } of pages.slice(1, -1)) {
      expect(fullness, lastText).toBeGreaterThan(1 / 3);
      expect(text, lastText).not.toMatch(stageTwice);
    }
    for (const { lastSize, lastText } of pages.slice(first, -1)) expect([chapter, section], lastText).not.toContain(lastSize);
  },
);

it.each(["nothing", "nobody-knows", "nothing-sme-quick"])(
  "of what nobody knows no paper says that it is not there, nor when a plan sees to it that is nobody's: %s",
  (name) => {
    const { assessment } = organisations(content).find((one) => one.name === name)!;
    const material = materialOf(reportFor(assessment, content, "2026-11-22"), "de");
    const { noStrengths, duties, plan } = material.locale.messages.result;
    expect(material.view.money.grants).toEqual([]);
    expect(material.view.money.contacts.map(({ id }) => id)).toEqual(material.report.contacts.map(({ id }) => id));
    const poor = writePaper("report", materialOf({ ...material.report, funding: [] }, "de")).blocks.flatMap(textsOf);
    expect(poor).not.toContain(material.locale.messages.papers.money.title(0, null));
    expect(poor.filter((text) => text === material.locale.messages.papers.money.help)).toHaveLength(1);
    for (const paper of papers) {
      const said = writePaper(paper, material).blocks.flatMap(textsOf);
      expect(said).not.toContain(noStrengths(true));
      expect(said).not.toContain(plan.suggested);
      expect(said.filter((text) => text.includes(duties.atOnceInPlan("")))).toEqual([]);
      if (paper === "report") expect(said).toContain(noStrengths(false));
    }
  },
);

it.each(organisations(content))(
  "the annex for $name tells all that the plan has, offers none of it instead, and has no empty section",
  ({ assessment }) => {
    const report = reportFor(assessment, content, "2026-11-22");
    for (const language of languages) {
      const material = materialOf(report, language);
      const { blocks } = writePaper("annex", material);
      const { list, plan } = material.view;
      const titles = blocks.flatMap((block) => (block.kind === "heading" ? [block.text.replace(/^\d+\. /, "")] : []));
      const planned = plan.planned?.steps ?? [];
      const { roadmap } = material.locale.messages;
      const starts = blocks.flatMap((block) =>
        block.kind === "table" && block.columns[1]?.title.toLowerCase() === roadmap.start.toLowerCase()
          ? block.rows.map(([, start]) => start?.[0]?.text)
          : [],
      );
      expect(starts).toEqual(planned.map(({ days }) => material.locale.shortDate(days.start)));
      expect(titles).toEqual(expect.arrayContaining(planned.map(({ title }) => title)));
      expect([...list.instead, ...list.later].filter(({ id }) => planned.some((step) => step.id === id))).toEqual([]);
      const empty = blocks.filter((block, index) => {
        const next = blocks[index + 1];
        return block.kind === "heading" && (next === undefined || (next.kind === "heading" && next.level <= block.level));
      });
      expect(empty).toEqual([]);
    }
  },
);

/** What no page may say, nor any text of a paper. */
function expectSoundWords(text: string, depth: Depth, { decision, calendar }: Locale["messages"]["papers"], where: string): void {
  expect(text, where).not.toMatch(stageTwice);
  expect(text, where).not.toMatch(/[\p{L}\d]…|undefined|null|NaN|\[object/u);
  // Sentences are joined as one, and the paper speaks for the organisation: nobody else says what they know.
  expect(text, where).not.toMatch(/\.\.|[.;:],|\. –/);
  expect(text, where).not.toMatch(/\b(wir|we) (haben|kennen|konnten|rechnen|have|know|found|could)\b/i);
  // A sum stands below at least one of its numbers, and nine answers carry no value of a topic.
  expect(text, where).not.toMatch(new RegExp(`${decision.until} +${decision.sum}`));
  if (depth === "quick") expect(text, where).not.toContain(calendar.changed);
}

/**
 * What organisations like ours are offered is laid out in both languages. At the extremes, and where a paper is offered to others
 * only, the layout is judged in German, whose words are longer, and of the English ones what they say.
 */
describe.each(organisations(content))("the papers for $name", ({ assessment, isExtreme }) => {
  const report = reportFor(assessment, content, "2026-11-22");
  for (const language of languages) {
    const material = materialOf(report, language);
    const { papers: words } = material.locale.messages;
    for (const paper of short) {
      const isOffered = papersFor(assessment.track).includes(paper);
      it(`${paper}, ${language}`, async () => {
        const written = writePaper(paper, material);
        if (language === "en" && (isExtreme || !isOffered))
          return expectSoundWords(written.blocks.flatMap(textsOf).join(" "), assessment.depth, words, paper);
        const pdf = renderPdf(written, { standard: "ua-1" });
        expect(await checkPdf(pdf, "ua-1")).toEqual([]);
        const pages = await filledPages(pdf, standardTheme[written.look]);
        if (isOffered) {
          const [fewest, most] = lengths[paper][assessment.depth];
          expect(pages.length).toBeGreaterThanOrEqual(fewest);
          expect(pages.length).toBeLessThanOrEqual(most);
        }
        pages.forEach(({ fullness, lastSize, lastText, text }, index) => {
          const where = `page ${index + 1} ending in "${lastText}"`;
          if (pages.length > 1) expect(fullness, where).toBeGreaterThan(1 / 3);
          // Headings are larger than 10.6 points, everything below them smaller.
          expect(lastSize, where).toBeLessThan(10.6);
          expectSoundWords(text, assessment.depth, words, where);
          expect(squeezed(text).endsWith(squeezed(words.decision.costsHint)), where).toBe(false);
        });
      });
    }
  }
});
