import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, type IParagraphStyleOptions, type IPropertiesOptions } from "docx";
import type { Language } from "../../core/vocabulary";
import { firaSans } from "../fonts";
import { centimetres, colour } from "./look";

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
  numberLabel: "KeyNumberLabel",
  info: "NoticeInfo",
  warning: "NoticeWarning",
  gap: "Gap",
  link: "Hyperlink",
  table: "KiPegelTable",
  facts: "KiPegelFacts",
  numbers: "KiPegelNumbers",
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

const notice = (border: string, fill: string): IParagraphStyleOptions["paragraph"] => ({
  border: {
    left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: border },
    top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: fill },
    bottom: { style: BorderStyle.SINGLE, size: 4, space: 6, color: fill },
    right: { style: BorderStyle.SINGLE, size: 4, space: 6, color: fill },
  },
  shading: { fill, color: "auto", type: "clear" },
  indent: { left: 240, right: 140 },
  spacing: { before: 240, after: 280, line: 288, lineRule: LineRuleType.AUTO },
  keepLines: true,
});

/** Named as Word names its own styles in files, in small letters: programs look for them so. */
const heading = (level: number, size: number, color: string, before: number, after: number) => ({
  name: `heading ${level}`,
  run: { size, bold: true, color },
  paragraph: { spacing: { before, after, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
  next: style.body,
  quickFormat: true,
});

export function stylesFor(language: Language): IPropertiesOptions["styles"] {
  return {
    default: {
      document: {
        run: { font: firaSans.name, size: 21, color: colour.text, language: languageTag(language) },
        paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 72, bold: true, color: colour.text },
        paragraph: { spacing: { before: centimetres(4.6), after: 160, line: 228, lineRule: LineRuleType.AUTO }, keepLines: true },
        next: style.subtitle,
      },
      heading1: heading(1, 48, colour.action, 0, 280),
      heading2: heading(2, 31, colour.action, 480, 140),
      heading3: heading(3, 25, colour.text, 360, 100),
      heading4: heading(4, 21, colour.muted, 240, 60),
      // Not used, but the library writes them.
      heading5: { name: "heading 5" },
      heading6: { name: "heading 6" },
      listParagraph: { run: {}, paragraph: { spacing: { after: 80 } } },
      caption: {
        name: "caption",
        run: { size: 18, color: colour.muted },
        paragraph: { spacing: { before: 200, after: 100, line: 264, lineRule: LineRuleType.AUTO }, keepLines: true },
      },
      hyperlink: { run: { color: colour.action, underline: { type: "single", color: colour.underline } } },
    },
    paragraphStyles: [
      paragraphStyle(
        style.subtitle,
        "Subtitle",
        { size: 32, color: colour.action },
        { spacing: { after: 200, line: 276, lineRule: LineRuleType.AUTO } },
      ),
      paragraphStyle(style.product, "Cover Product", { size: 22, bold: true, color: colour.action }, { spacing: { after: 0 } }),
      paragraphStyle(
        style.contents,
        "TOC Heading",
        { size: 48, bold: true, color: colour.action },
        { spacing: { after: 280 }, keepNext: true },
      ),
      paragraphStyle("TOC1", "toc 1", { bold: true }, { spacing: { before: 160, after: 40 } }),
      paragraphStyle("TOC2", "toc 2", {}, { spacing: { after: 20, line: 276, lineRule: LineRuleType.AUTO }, indent: { left: 240 } }),
      paragraphStyle(style.body, "Body Text", {}, { spacing: { after: 160 } }),
      paragraphStyle(
        style.lead,
        "Lead",
        { size: 26, color: colour.muted },
        { spacing: { after: 240, line: 312, lineRule: LineRuleType.AUTO } },
      ),
      paragraphStyle(
        style.hint,
        "Hint",
        { size: 18, color: colour.muted },
        { spacing: { after: 160, line: 276, lineRule: LineRuleType.AUTO } },
      ),
      paragraphStyle(
        style.figure,
        "Figure",
        {},
        { spacing: { before: 200, after: 40, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
      ),
      paragraphStyle(style.cell, "Table Text", { size: 18 }, { spacing: { line: 264, lineRule: LineRuleType.AUTO } }),
      paragraphStyle(
        style.head,
        "Table Head",
        { size: 17, bold: true, color: colour.muted },
        { spacing: { line: 252, lineRule: LineRuleType.AUTO }, keepNext: true },
      ),
      paragraphStyle(style.term, "Fact Term", { size: 18, color: colour.muted }, { spacing: { line: 264, lineRule: LineRuleType.AUTO } }),
      paragraphStyle(
        style.number,
        "Key Number",
        { size: 52, bold: true, color: colour.action },
        { spacing: { line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
      ),
      paragraphStyle(
        style.numberLabel,
        "Key Number Label",
        { size: 18, bold: true },
        { spacing: { line: 252, after: 20, lineRule: LineRuleType.AUTO }, keepNext: true },
      ),
      paragraphStyle(style.info, "Notice Info", { size: 20 }, notice(colour.action, colour.hued)),
      paragraphStyle(style.warning, "Notice Warning", { size: 20 }, notice(colour.warning, colour.warningHued)),
      paragraphStyle(style.gap, "Gap", { size: 2 }, { spacing: { line: 20, lineRule: LineRuleType.EXACT, after: 240 } }),
      paragraphStyle("Header", "header", { size: 17, color: colour.muted }, { spacing: { line: 240, lineRule: LineRuleType.AUTO } }),
      paragraphStyle(
        "Footer",
        "footer",
        { size: 17, color: colour.muted },
        { spacing: { line: 240, lineRule: LineRuleType.AUTO }, alignment: AlignmentType.RIGHT },
      ),
    ],
  };
}

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
