import type { ListIds } from "./merge-numbering";

type Style = { id: string; name: string; type: string; xml: string };

/** Styles never hold one another. */
function stylesIn(xml: string): Style[] {
  return [...xml.matchAll(/<w:style\b[^>]*>[\s\S]*?<\/w:style>/g)].map(([style]) => ({
    id: /\bw:styleId="([^"]*)"/.exec(style)?.[1] ?? "",
    name: (/<w:name w:val="([^"]*)"/.exec(style)?.[1] ?? "").toLowerCase(),
    type: /\bw:type="([^"]*)"/.exec(style)?.[1] ?? "",
    xml: style,
  }));
}

const references = ["pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"];

/**
 * The styles of a template with those of ours that it lacks. Programs know a style by its name, whatever its id is, which
 * Word translates: "heading 1" is `Heading1` here and `berschrift1` there.
 * @param listIdOf how the template's lists are called here.
 * @returns also how markup of ours refers to them from now on.
 */
export function mergeStyles(ours: string, template: string, listIdOf: ListIds): { styles: string; renamed: (xml: string) => string } {
  const theirs = stylesIn(template);
  const ids = new Map<string, string>();
  const added = stylesIn(ours).filter(({ id, name, type }) => {
    const same = theirs.find((one) => one.name === name && one.type === type);
    if (same) ids.set(id, same.id);
    else if (theirs.some((one) => one.id === id)) ids.set(id, `KiPegel${id}`);
    return !same;
  });
  const renamed = (xml: string) =>
    ownColours(
      xml.replace(new RegExp(`<w:(${references.join("|")}) w:val="([^"]*)"`, "g"), (whole, element: string, id: string) =>
        ids.has(id) ? `<w:${element} w:val="${ids.get(id)}"` : whole,
      ),
    );
  const styles = added.map(({ id, xml }) => renamed(withoutDefault(xml)).replace(`w:styleId="${id}"`, `w:styleId="${ids.get(id) ?? id}"`));
  // A style may name a list that the template lacks.
  const kept = template.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/g, (list) => {
    const named = /<w:numId w:val="(\d+)"/.exec(list)?.[1];
    // A level without a list takes that of the style it is based on.
    if (named === undefined) return list;
    const id = listIdOf(named);
    return id === null ? "" : list.replace(/<w:numId w:val="\d+"/, `<w:numId w:val="${id}"`);
  });
  return { styles: kept.replace("</w:styles>", `${styles.join("")}</w:styles>`), renamed };
}

/** A style that is used where none is named is the template's. */
const withoutDefault = (xml: string) => xml.replace(/(<w:style\b[^>]*?) w:default="1"/, "$1");

/**
 * Text, paper and the first accent follow the template's theme. Our other colours mean something, and what stands in
 * their places there may be anything.
 */
const ownColours = (xml: string) => xml.replace(/ w:theme(Color|Fill)="(dark2|light2|text2|background2|accent[2-6])"/g, "");
