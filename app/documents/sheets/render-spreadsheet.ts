import { carriableText } from "../../core/assessment/text";
import type { Language } from "../../core/vocabulary";
import { automaticStyles, type AutomaticStyles } from "../odf/automatic-styles";
import { countries, odfPackage } from "../odf/package";
import { element, paragraphText, plainText, xmlFile, type Xml } from "../odf/xml";
import { standardTheme, type Theme } from "../theme";
import { coloursOf, conditionsOf, isAbsolute, looks, type Condition } from "./scale";
import { cornersOf, gridOf, isText, type Grid, type GridCell, type SheetProperties, type Sheetlike } from "./grid";
import type { ColumnKind } from "./tables/table";

const font = "Calibri";
/** The width of a letter of the standard font, in millimetres. */
const letterWidth = 2;
const masterPages: Record<Grid["paper"], string> = { pages: "Default", "one-page": "One-Page", "large-pages": "Large-Pages" };

/**
 * The same sheets as those of the workbook, as an OpenDocument spreadsheet. Numbers are numbers, dates are dates, and
 * every text is of the type text: there is no formula in it.
 */
export function renderSpreadsheet(
  tables: Sheetlike[],
  properties: SheetProperties & { description: string },
  theme: Theme = standardTheme,
): Uint8Array {
  const grids = tables.map(gridOf);
  const styles = automaticStyles();
  const sheets = grids.map((grid) => sheetOf(grid, properties.language, styles, theme));
  return odfPackage({
    kind: "spreadsheet",
    properties,
    content: xmlFile(
      "office:document-content",
      element("office:automatic-styles", {}, numberStyles(properties.language), styles.all()),
      element("office:body", {}, element("office:spreadsheet", {}, sheets, filtersOf(grids))),
    ),
    styles: stylesFile(properties.language, theme),
    settings: settingsFile(grids),
  });
}

function sheetOf({ name, widths, rows, frozen, paper }: Grid, language: Language, styles: AutomaticStyles, theme: Theme): Xml {
  const columns = widths.map((width) => {
    const properties = element("style:table-column-properties", { "style:column-width": `${Math.round(width * letterWidth)}mm` });
    return element("table:table-column", { "table:style-name": styles.add("table-column", {}, properties) });
  });
  const written = rows.map(({ cells, height }) => {
    const properties = element("style:table-row-properties", { "style:row-height": `${height}pt`, "style:use-optimal-row-height": "false" });
    return element("table:table-row", { "table:style-name": styles.add("table-row", {}, properties) }, cells.map((cell) => cellOf(cell, language, styles, theme)));
  }); // prettier-ignore
  const headRows = written.slice(0, frozen.rows);
  return element(
    "table:table",
    { "table:name": name, "table:style-name": styles.add("table", { masterPage: masterPages[paper] }, element("style:table-properties", { "table:display": "true" })) },
    columns,
    headRows.length > 0 ? element("table:table-header-rows", {}, headRows) : [],
    written.slice(frozen.rows),
  ); // prettier-ignore
}

function cellOf(cell: GridCell, language: Language, styles: AutomaticStyles, { colours }: Theme): Xml {
  const { value, kind, head, left, scale } = cell;
  const toLeft = left || isText(kind);
  const look = [
    element("style:table-cell-properties", {
      "style:vertical-align": "top",
      "fo:wrap-option": "wrap",
      "fo:background-color": head ? colours.hued : undefined,
      "fo:border-bottom": `0.5pt solid ${colours.line}`,
      "style:text-align-source": "fix",
    }),
    element("style:paragraph-properties", { "fo:text-align": toLeft ? "start" : "end", "fo:margin-left": toLeft ? "2mm" : undefined }),
    ...(head ? [element("style:text-properties", { "fo:font-weight": "bold", "fo:color": colours.action })] : []),
    ...(scale && value !== null ? conditionsOf(scale).map(mapOf) : []),
  ];
  const dataStyle = !head && kind in numberFormats[language] ? kind : undefined;
  const named = { "table:style-name": styles.add("table-cell", { parent: "Default", dataStyle }, ...look) };
  const shown = (text: string) => carriableText(text).split("\n").map((line) => element("text:p", {}, paragraphText(line))); // prettier-ignore
  if (value === null) return element("table:table-cell", named);
  if (typeof value === "number")
    return element("table:table-cell", { ...named, "office:value-type": kind === "share" ? "percentage" : "float", "office:value": value }, shown(String(value))); // prettier-ignore
  if (kind === "date" && !head)
    return element(
      "table:table-cell",
      { ...named, "office:value-type": "date", "office:date-value": value },
      shown(dayIn[language](value)),
    );
  const linked = kind === "link" && !head;
  return element("table:table-cell", { ...named, "office:value-type": "string" }, linked ? linkOf(value) : shown(value));
}

/** A file beside this one lies, seen from within the package, one folder up. */
const linkOf = (address: string): Xml =>
  element(
    "text:p",
    {},
    element("text:a", { "xlink:type": "simple", "xlink:href": isAbsolute(address) ? address : `../${address}` }, paragraphText(address)),
  );

/** The style that a cell takes where a condition holds. */
function mapOf(condition: Condition): Xml {
  const said =
    "below" in condition ? `cell-content()<${condition.below}`
    : "from" in condition ? `cell-content()>=${condition.from}`
    : `cell-content()="${condition.equals.replaceAll('"', '""')}"`; // prettier-ignore
  return element("style:map", { "style:condition": said, "style:apply-style-name": styleName(condition) });
}

const styleName = ({ look }: Pick<Condition, "look">) => `Scale-${look}`;

const scaleStyles = (theme: Theme) =>
  looks.map((look) => {
    const { fill, text } = coloursOf(look, theme);
    return element(
      "style:style",
      { "style:name": styleName({ look }), "style:family": "table-cell", "style:parent-style-name": "Default" },
      element("style:table-cell-properties", { "fo:background-color": fill }),
      element("style:text-properties", { "fo:color": text }),
    );
  });

const digits = (decimals: number, more: Record<string, string> = {}) =>
  element("number:number", {
    "number:decimal-places": decimals,
    "number:min-decimal-places": decimals,
    "number:min-integer-digits": 1,
    ...more,
  });
const text = (said: string) => element("number:text", {}, plainText(said));
const [year, month, day] = ["year", "month", "day"].map((part) => element(`number:${part}`, { "number:style": "long" })) as [Xml, Xml, Xml];
const euros = digits(0, { "number:grouping": "true" });
/** An ISO date as its format shows it. */
const dayIn: Record<Language, (date: string) => string> = { de: (date) => date.split("-").reverse().join("."), en: (date) => date };

/** How numbers of a kind look; `number` stands as it is. */
type NumberFormats = Partial<Record<ColumnKind, [name: string, ...parts: Xml[]]>>;
const formats: NumberFormats = {
  whole: ["number:number-style", digits(0)],
  score: ["number:number-style", digits(1)],
  gain: ["number:number-style", digits(2)],
  share: ["number:percentage-style", digits(0), text("%")],
  weight: ["number:number-style", digits(1)],
};
const numberFormats: Record<Language, NumberFormats> = {
  de: {
    ...formats,
    date: ["number:date-style", day, text("."), month, text("."), year],
    euros: ["number:number-style", euros, text(" €")],
  },
  en: {
    ...formats,
    date: ["number:date-style", year, text("-"), month, text("-"), day],
    euros: ["number:number-style", text("€"), euros],
  },
};

const numberStyles = (language: Language) =>
  Object.entries(numberFormats[language]).map(([kind, [name, ...parts]]) => element(name, { "style:name": kind }, parts));

/** A range of every list, with buttons to filter its rows. */
function filtersOf(grids: Grid[]): Xml | Xml[] {
  const ranges = grids.flatMap((grid, index) => {
    if (!grid.filtered) return [];
    const sheet = `'${grid.name.replaceAll("'", "''")}'`;
    const address = cornersOf(grid)
      .map((cell) => `${sheet}.${cell}`)
      .join(":");
    return [
      element("table:database-range", {
        "table:name": `__Anonymous_Sheet_DB__${index}`,
        "table:target-range-address": address,
        "table:display-filter-buttons": "true",
      }),
    ];
  });
  return ranges.length > 0 ? element("table:database-ranges", {}, ranges) : [];
}

const narrow = (side: string) => element("style:header-footer-properties", { "fo:min-height": "6mm", [side]: "2mm" });

/** As wide as the page; as many pages down as it takes, or one. */
function pageLayout(name: string): Xml {
  const isLarge = name === masterPages["large-pages"];
  return element(
    "style:page-layout",
    { "style:name": `${name}-layout` },
    element("style:page-layout-properties", {
      "fo:page-width": isLarge ? "420mm" : "297mm",
      "fo:page-height": isLarge ? "297mm" : "210mm",
      "style:print-orientation": "landscape",
      // Sheets on another paper go on counting.
      "style:first-page-number": "continue",
      "fo:margin": "12mm",
      "style:scale-to-X": 1,
      "style:scale-to-Y": name === masterPages["one-page"] ? 1 : 0,
    }),
    element("style:header-style", {}, narrow("fo:margin-bottom")),
    element("style:footer-style", {}, narrow("fo:margin-top")),
  );
}

function stylesFile(language: Language, theme: Theme): string {
  const { colours } = theme;
  const text = element("style:text-properties", {
    "fo:font-family": font,
    "fo:font-size": "11pt",
    "fo:color": colours.text,
    "fo:language": language,
    "fo:country": countries[language],
  });
  const counted = element("text:p", {}, element("text:page-number"), plainText(" / "), element("text:page-count"));
  return xmlFile(
    "office:document-styles",
    element(
      "office:styles",
      {},
      element("style:default-style", { "style:family": "table-cell" }, text),
      element("style:style", { "style:name": "Default", "style:family": "table-cell" }),
      scaleStyles(theme),
    ),
    element("office:automatic-styles", {}, Object.values(masterPages).map(pageLayout)),
    element(
      "office:master-styles",
      {},
      Object.values(masterPages).map((name) =>
        element(
          "style:master-page",
          { "style:name": name, "style:page-layout-name": `${name}-layout` },
          element("style:header", {}, element("text:p", {}, element("text:sheet-name"))),
          element("style:footer", {}, counted),
        ),
      ),
    ),
  );
}

/** Which rows and columns stay in sight. */
function settingsFile(grids: Grid[]): string {
  const item = (name: string, type: string, value: string | number) =>
    element("config:config-item", { "config:name": name, "config:type": type }, plainText(String(value)));
  const frozenMode = 2;
  const entries = grids.map(({ name, frozen: { rows, columns } }) =>
    element(
      "config:config-item-map-entry",
      { "config:name": name },
      item("HorizontalSplitMode", "short", columns > 0 ? frozenMode : 0),
      item("VerticalSplitMode", "short", rows > 0 ? frozenMode : 0),
      item("HorizontalSplitPosition", "int", columns),
      item("VerticalSplitPosition", "int", rows),
      item("ActiveSplitRange", "short", rows > 0 ? 2 : 3),
      item("PositionRight", "int", columns),
      item("PositionBottom", "int", rows),
    ),
  );
  return xmlFile(
    "office:document-settings",
    element(
      "office:settings",
      {},
      element(
        "config:config-item-set",
        { "config:name": "ooo:view-settings" },
        element(
          "config:config-item-map-indexed",
          { "config:name": "Views" },
          element(
            "config:config-item-map-entry",
            {},
            item("ViewId", "string", "view1"),
            element("config:config-item-map-named", { "config:name": "Tables" }, entries),
            item("ActiveTable", "string", grids[0]?.name ?? ""),
          ),
        ),
      ),
    ),
  );
}
