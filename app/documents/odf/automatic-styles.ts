import { element, type Xml } from "./xml";

type Family = "paragraph" | "text" | "table" | "table-column" | "table-row" | "table-cell" | "graphic" | "section";
type Rest = { parent?: string; masterPage?: string; dataStyle?: string };

/** What a document formats beside its named styles. Equal wishes share a style. */
export type AutomaticStyles = {
  /** @returns the name of a style with these properties. */
  add(family: Family, rest: Rest, ...properties: Xml[]): string;
  all(): Xml[];
};

export function automaticStyles(): AutomaticStyles {
  const names = new Map<string, string>();
  const styles: Xml[] = [];
  return {
    add(family, { parent, masterPage, dataStyle }, ...properties) {
      const key = [family, parent, masterPage, dataStyle, ...properties].join("\n");
      const known = names.get(key);
      if (known) return known;
      const name = `${family}-${names.size + 1}`;
      names.set(key, name);
      const attributes = { "style:name": name, "style:family": family, "style:parent-style-name": parent, "style:master-page-name": masterPage, "style:data-style-name": dataStyle }; // prettier-ignore
      styles.push(element("style:style", attributes, properties));
      return name;
    },
    all: () => styles,
  };
}
