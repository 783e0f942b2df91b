import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, type IParagraphStyleOptions, type IPropertiesOptions } from "docx";
import type { Language } from "../../core/vocabulary";
import type { Look } from "../theme";
import { colour, halfPoints, points } from "./look";

const locales: Record<Language, string> = { de: "de-DE", en: "en-GB" };

export const languageTag = (language: Language) => ({ value: locales[language] });

/** Names by which the document's parts are found in Word's style gallery. */
export const style = {
  subtitle: "Subtitle",
  product: "CoverProduct",
  contents: "TOCHeading",
  body: "BodyText",
  lead: "Lead",
  hint: "Hint",
  list: "ListParagraph",
  caption: "Caption",
  figure: "Figure",
  cell: "TableText",
  head: "TableHead",
  term: "FactTerm",
  number: "KeyNumber",
  longNumber: "KeyNumberLong",
  numberLabel: "KeyNumberLabel",
  numberNote: "KeyNumberNote",
  info: "NoticeInfo",
  warning: "NoticeWarning",
  gap: "Gap",
  link: "Hyperlink",
  table: "KiPegelTable",
  facts: "KiPegelFacts",
  numbers: "KiPegelNumbers",
  columns: "KiPegelColumns",
} as const;

export const bullets = "bullets";
export const decimals = "decimals";

/** Sizes are in half points, space in twips. */
const paragraphStyle = (
  id: string,
  name: string,
  run: IParagraphStyleOptions["run"],
  paragraph: IParagraphStyleOptions["paragraph"],
  basedOn = "Normal",
): IParagraphStyleOptions => ({ id, name, basedOn, next: id, quickFormat: true, run, paragraph });

type Colour = (typeof colour)[keyof typeof colour];

const notice = (border: Colour, fill: Colour): IParagraphStyleOptions["paragraph"] => ({
  border: {
    left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: border },
    top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: fill },
    bottom: { style: BorderStyle.SINGLE, size: 4, space: 6, color: fill },
    right: { style: BorderStyle.SINGLE, size: 4, space: 6, color: fill },
  },
  shading: { fill, color: "auto", type: "clear" },
  indent: { left: 240, right: 140 },
  spacing: { before: 240, after: 280 },
  keepLines: true,
});

/** Heights of a line, of 240. */
const tight = { line: 236, lineRule: LineRuleType.AUTO } as const;
const close = { line: 245, lineRule: LineRuleType.AUTO } as const;
const open = { line: 268, lineRule: LineRuleType.AUTO } as const;

/** Named as Word names its own styles in files, in small letters: programs look for them so. */
const heading = (look: Look, level: number) => {
  const { size, colour: named, above, below } = look.headings[level - 1] ?? { size: look.size, colour: "text", above: 0, below: 0 };
  return {
    name: `heading ${level}`,
    run: { size: halfPoints(size), bold: true, color: colour[named], font: { theme: "headings" as const } },
    paragraph: {
      spacing: { before: points(level === 1 ? above + look.chapterGap : above), after: points(below), ...tight },
      keepNext: true,
      keepLines: true,
    },
    next: style.body,
    quickFormat: true,
  };
};

export function stylesFor(language: Language, look: Look): IPropertiesOptions["styles"] {
  const small = halfPoints(look.small);
  const chapter = halfPoints(look.headings[0]?.size ?? look.size);
  return {
    default: {
      document: {
        run: { font: { theme: "body" }, size: halfPoints(look.size), color: colour.text, language: languageTag(language) },
        paragraph: { spacing: open },
      },
      title: {
        run: { size: halfPoints(36), bold: true, color: colour.action },
        paragraph: { spacing: { before: points(130), after: points(10), ...tight }, keepLines: true },
        next: style.subtitle,
      },
      heading1: heading(look, 1),
      heading2: heading(look, 2),
      heading3: heading(look, 3),
      heading4: heading(look, 4),
      // Not used, but the library writes them.
      heading5: { name: "heading 5" },
      heading6: { name: "heading 6" },
      listParagraph: { run: {}, paragraph: { spacing: { after: points(look.size * 0.35) } } },
      caption: {
        name: "caption",
        run: { size: small, color: colour.muted },
        paragraph: { spacing: { before: points(10), after: points(5), ...close }, keepLines: true },
      },
      hyperlink: { run: { color: colour.action, underline: { type: "single", color: colour.underline } } },
    },
    characterStyles: [{ id: "IndexLink", name: "Index Link" }],
    paragraphStyles: [
      paragraphStyle(style.subtitle, "Subtitle", { size: halfPoints(17), color: colour.muted }, { spacing: { after: points(24) } }),
      paragraphStyle(style.product, "Cover Product", { size: halfPoints(12), bold: true, color: colour.action }, { spacing: { after: 0 } }),
      paragraphStyle(style.contents, "TOC Heading", { size: chapter, bold: true, color: colour.action }, { spacing: { after: points(18) }, keepNext: true }),
      paragraphStyle("TOC1", "toc 1", { bold: true }, { spacing: { before: points(8), after: points(2) } }),
      paragraphStyle("TOC2", "toc 2", {}, { spacing: { after: points(1), ...close }, indent: { left: 240 } }),
      paragraphStyle(style.body, "Body Text", {}, { spacing: { after: points(look.size * look.paragraphGap) } }),
      paragraphStyle(style.lead, "Lead", { size: halfPoints(look.lead) }, { spacing: { after: points(look.lead), ...open } }),
      paragraphStyle(style.hint, "Hint", { size: halfPoints(look.remark), color: colour.muted }, { spacing: { before: points(2), after: points(look.remark), ...close } }),
      paragraphStyle(style.figure, "Figure", {}, { spacing: { before: points(8), after: points(2), line: 240, lineRule: LineRuleType.AUTO }, keepNext: true }),
      paragraphStyle(style.cell, "Table Text", { size: small }, { spacing: close }),
      paragraphStyle(style.head, "Table Head", { size: small, bold: true, color: colour.action }, { spacing: close, keepNext: true }),
      paragraphStyle(style.term, "Fact Term", { size: small, bold: true, color: colour.muted }, { spacing: close }),
      paragraphStyle(style.number, "Key Number", { size: halfPoints(26), bold: true, color: colour.action }, { spacing: close, keepNext: true }),
      paragraphStyle(style.longNumber, "Key Number Long", { size: halfPoints(14), bold: true, color: colour.action }, { spacing: close, keepNext: true }),
      paragraphStyle(style.numberLabel, "Key Number Label", { size: small, color: colour.muted }, { spacing: close, keepNext: true }),
      paragraphStyle(style.numberNote, "Key Number Note", { size: small, color: colour.muted }, { spacing: close }),
      paragraphStyle(style.info, "Notice Info", {}, notice(colour.action, colour.hued)),
      paragraphStyle(style.warning, "Notice Warning", {}, notice(colour.warning, colour.warningHued)),
      paragraphStyle(style.gap, "Gap", { size: 2 }, { spacing: { line: 20, lineRule: LineRuleType.EXACT, after: points(6) } }),
      paragraphStyle("Header", "header", { size: halfPoints(8.5), color: colour.muted }, { spacing: close }),
      paragraphStyle("Footer", "footer", { size: halfPoints(8.5), color: colour.muted }, { spacing: close }),
    ],
  };
} // prettier-ignore

export const numbering: IPropertiesOptions["numbering"] = {
  config: [
    { reference: bullets, levels: [level(LevelFormat.BULLET, "•")] },
    { reference: decimals, levels: [level(LevelFormat.DECIMAL, "%1.")] },
  ],
};

function level(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { run: { color: colour.action }, paragraph: { indent: { left: 400, hanging: 300 } } },
  };
}
