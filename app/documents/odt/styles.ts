import type { Language } from "../../core/vocabulary";
import { countries } from "../odf/package";
import type { Typeface } from "../fonts";
import { element, type Xml } from "../odf/xml";
import type { Colours, Look, Theme } from "../theme";

/** Names of styles in the file. Where LibreOffice has a style for the purpose it is that one, so that templates of one's own fit. */
export const style = {
  body: "Text_20_body",
  title: "Title",
  subtitle: "Subtitle",
  product: "Cover_20_Product",
  lead: "Lead",
  hint: "Hint",
  bullets: "List_20_1",
  numbers: "Numbering_20_123",
  bullet: "List_20_Bullet",
  numbered: "List_20_Number",
  caption: "Caption",
  figure: "Figure",
  cell: "Table_20_Contents",
  head: "Table_20_Heading",
  term: "Fact_20_Term",
  number: "Key_20_Number",
  longNumber: "Key_20_Number_20_Long",
  numberLabel: "Key_20_Number_20_Label",
  numberNote: "Key_20_Number_20_Note",
  info: "Notice_20_Info",
  warning: "Notice_20_Warning",
  contentsTitle: "Contents_20_Heading",
  header: "Header",
  footer: "Footer",
  end: "Document_20_End",
  strong: "Strong_20_Emphasis",
  muted: "Muted",
  link: "Internet_20_link",
  indexLink: "Index_20_Link",
  pages: "Standard",
  coverPage: "First_20_Page",
} as const;
export const headingStyle = (level: number) => `Heading_20_${level}`;
export const contentsStyle = (level: number) => `Contents_20_${level}`;

/** Space within a cell above and below its text; in millimetres. */
export const cellPadding = 1;
/** In millimetres. */
export const textWidth = ({ width, side }: Look) => width - 2 * side;

export const points = (value: number) => `${Number(value.toFixed(2))}pt`;
export const millimetres = (value: number) => `${Number(value.toFixed(2))}mm`;

type Properties = Record<string, string | number>;
type Named = { parent?: string; next?: string; paragraph?: Properties; text?: Properties; outline?: number; listStyle?: string };

const shownName = (name: string) => name.replaceAll("_20_", " ");

function named(family: "paragraph" | "text", name: string, { parent, next, paragraph, text, outline, listStyle }: Named): Xml {
  return element(
    "style:style",
    {
      "style:name": name,
      "style:display-name": shownName(name),
      "style:family": family,
      "style:parent-style-name": parent ?? (family === "paragraph" && name !== "Standard" ? "Standard" : undefined),
      "style:next-style-name": next,
      "style:default-outline-level": outline,
      "style:list-style-name": listStyle,
    },
    paragraph ? element("style:paragraph-properties", paragraph) : [],
    text ? element("style:text-properties", text) : [],
  );
}

const bold = { "fo:font-weight": "bold" };
const spaced = (above: number, below: number): Properties => ({ "fo:margin-top": points(above), "fo:margin-bottom": points(below) });
/** A heading stays with two lines of what follows it. */
const keptWithNext = { "fo:keep-with-next": "always", "fo:keep-together": "always" };
const lines = (percent: number) => ({ "fo:line-height": `${percent}%` });

/** Everything that the document's parts refer to by name. @param book whether a chapter begins a page behind a cover. */
export function namedStyles({ colours, typeface }: Theme, look: Look, language: Language): Xml[] {
  const sized = (size: number, colour: keyof Colours = "text"): Properties => ({
    "fo:font-size": points(size),
    "fo:color": colours[colour],
  });
  const notice = (mark: string, surface: string): Named => ({
    paragraph: {
      ...spaced(12, 14),
      "fo:margin-left": "1mm",
      "fo:background-color": surface,
      "fo:border-left": `3pt solid ${mark}`,
      "fo:padding": "2.5mm",
      "fo:keep-together": "always",
    },
  });
  const paragraph = (name: string, rest: Named = {}) => named("paragraph", name, rest);
  return [
    element(
      "style:default-style",
      { "style:family": "paragraph" },
      element("style:paragraph-properties", { "fo:orphans": 2, "fo:widows": 2, "style:tab-stop-distance": "12.5mm", ...lines(109) }),
      element("style:text-properties", {
        "style:font-name": typeface.name,
        "fo:language": language,
        "fo:country": countries[language],
        "fo:hyphenate": "true",
        "fo:hyphenation-remain-char-count": 3,
        "fo:hyphenation-push-char-count": 3,
        ...sized(look.size),
      }),
    ),
    element("style:default-style", { "style:family": "graphic" }),
    element("style:default-style", { "style:family": "table" }, element("style:table-properties", { "table:border-model": "collapsing" })),
    paragraph("Standard"),
    paragraph(style.body, { paragraph: spaced(0, look.size * look.paragraphGap) }),
    paragraph(style.title, {
      next: style.subtitle,
      paragraph: { ...spaced(130, 10), ...lines(100), "fo:keep-together": "always" },
      text: { ...sized(36, "action"), ...bold, "fo:hyphenate": "true" },
    }),
    paragraph(style.subtitle, { next: style.body, paragraph: spaced(0, 24), text: sized(17, "muted") }),
    paragraph(style.product, { paragraph: spaced(0, 0), text: { ...sized(12, "action"), ...bold } }),
    paragraph("Heading", { next: style.body, paragraph: { ...keptWithNext, ...lines(96) }, text: { ...bold } }),
    ...look.headings.map(({ size, colour, above, below }, index) =>
      paragraph(headingStyle(index + 1), {
        parent: "Heading",
        next: style.body,
        outline: index + 1,
        paragraph: index > 0 ? spaced(above, below) : { ...spaced(above + look.chapterGap, below), ...(look.room === null && { "fo:break-before": "page" }) },
        text: sized(size, colour),
      }),
    ),
    paragraph(style.contentsTitle, { parent: "Heading", paragraph: spaced(0, 18), text: sized(look.headings[0]?.size ?? look.size, "action") }),
    ...[1, 2].map((level) =>
      paragraph(contentsStyle(level), {
        paragraph: level === 1 ? spaced(8, 2) : { ...spaced(0, 1), "fo:margin-left": "4mm" },
        text: level === 1 ? bold : {},
      }),
    ),
    paragraph(style.lead, { paragraph: spaced(0, look.lead), text: sized(look.lead) }),
    paragraph(style.hint, { paragraph: spaced(2, look.remark), text: sized(look.remark, "muted") }),
    paragraph(style.bullet, { parent: style.body, listStyle: style.bullets, paragraph: spaced(0, look.size * 0.35) }),
    paragraph(style.numbered, { parent: style.body, listStyle: style.numbers, paragraph: spaced(0, look.size * 0.35) }),
    paragraph(style.caption, { paragraph: { ...spaced(10, 5), "fo:keep-together": "always" }, text: sized(look.small, "muted") }),
    paragraph(style.figure, { paragraph: { ...spaced(8, 2), "fo:line-height": "100%" } }),
    paragraph(style.cell, { paragraph: lines(100), text: sized(look.small) }),
    paragraph(style.head, { parent: style.cell, paragraph: { "fo:keep-with-next": "always" }, text: { ...sized(look.small, "action"), ...bold } }),
    paragraph(style.term, { parent: style.cell, text: { ...sized(look.small, "muted"), ...bold } }),
    paragraph(style.numberLabel, { parent: style.cell, paragraph: { "fo:keep-with-next": "always" }, text: sized(look.small, "muted") }),
    paragraph(style.numberNote, { parent: style.cell, text: sized(look.small, "muted") }),
    paragraph(style.number, { parent: style.cell, paragraph: { "fo:keep-with-next": "always", ...lines(100) }, text: { ...sized(26, "action"), ...bold } }),
    paragraph(style.longNumber, { parent: style.number, text: { ...sized(14, "action"), ...bold } }),
    paragraph(style.end, { paragraph: { ...spaced(0, 0), "fo:line-height": "1pt" }, text: { "fo:font-size": "1pt" } }),
    paragraph(style.info, notice(colours.action, colours.hued)),
    paragraph(style.warning, notice(colours.warning, colours.warningHued)),
    paragraph(style.header, { paragraph: { "fo:border-bottom": `0.5pt solid ${colours.line}`, "fo:padding-bottom": "1.5mm" }, text: sized(8.5, "muted") }),
    element(
      "style:style",
      { "style:name": style.footer, "style:display-name": "Footer", "style:family": "paragraph", "style:parent-style-name": "Standard" },
      element(
        "style:paragraph-properties",
        {},
        element("style:tab-stops", {}, element("style:tab-stop", { "style:position": millimetres(textWidth(look)), "style:type": "right" })),
      ),
      element("style:text-properties", sized(8.5, "muted")),
    ),
    named("text", style.strong, { text: bold }),
    named("text", style.muted, { text: { "fo:color": colours.muted } }),
    named("text", style.indexLink, {}),
    named("text", style.link, { text: { "fo:color": colours.action, "style:text-underline-style": "solid", "style:text-underline-color": colours.underline } }),
    listStyle(style.bullets, false, colours),
    listStyle(style.numbers, true, colours),
    element(
      "text:outline-style",
      { "style:name": "Outline" },
      look.headings.map((_heading, index) => element("text:outline-level-style", { "text:level": index + 1, "style:num-format": "" })),
    ),
  ]; // prettier-ignore
}

function listStyle(name: string, ordered: boolean, colours: Colours): Xml {
  const level = element(
    ordered ? "text:list-level-style-number" : "text:list-level-style-bullet",
    {
      "text:level": 1,
      ...(ordered ? { "style:num-format": "1", "style:num-suffix": "." } : { "text:bullet-char": "•" }),
    },
    element(
      "style:list-level-properties",
      { "text:list-level-position-and-space-mode": "label-alignment" },
      element("style:list-level-label-alignment", {
        "text:label-followed-by": "listtab",
        "text:list-tab-stop-position": "6mm",
        "fo:text-indent": "-5mm",
        "fo:margin-left": "6mm",
      }),
    ),
    element("style:text-properties", { "fo:color": colours.action, ...(ordered && bold) }),
  );
  return element("text:list-style", { "style:name": name, "style:display-name": shownName(name) }, level);
}

const headerHeight = 9;

/** The page with its margins: head and foot stand within those of the theme. */
export function pageLayout(name: string, look: Look, withHead: boolean): Xml {
  const above = withHead ? look.top - headerHeight - 4 : look.side;
  const below = withHead ? look.bottom - headerHeight : look.side;
  const side = (what: "header" | "footer") =>
    element(
      `style:${what}-style`,
      {},
      element("style:header-footer-properties", {
        "fo:min-height": millimetres(headerHeight),
        [what === "header" ? "fo:margin-bottom" : "fo:margin-top"]: millimetres(4),
      }),
    );
  return element(
    "style:page-layout",
    { "style:name": name },
    element("style:page-layout-properties", {
      "fo:page-width": millimetres(look.width),
      "fo:page-height": millimetres(look.height),
      "style:print-orientation": look.width > look.height ? "landscape" : "portrait",
      "fo:margin-left": millimetres(look.side),
      "fo:margin-right": millimetres(look.side),
      "fo:margin-top": millimetres(above),
      "fo:margin-bottom": millimetres(below),
    }),
    withHead ? [side("header"), side("footer")] : [],
  );
}

export const fontFace = ({ name, isSerif }: Pick<Typeface, "name" | "isSerif">, files: { path: string; weight: string }[]): Xml =>
  element(
    "style:font-face",
    {
      "style:name": name,
      "svg:font-family": `'${name}'`,
      "style:font-family-generic": isSerif ? "roman" : "swiss",
      "style:font-pitch": "variable",
    },
    element(
      "svg:font-face-src",
      {},
      files.map(({ path, weight }) =>
        element(
          "svg:font-face-uri",
          { "xlink:href": path, "xlink:type": "simple", "loext:font-style": "normal", "loext:font-weight": weight },
          element("svg:font-face-format", { "svg:string": "truetype" }),
        ),
      ),
    ),
  );
