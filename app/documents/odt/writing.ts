import type { AutomaticStyles } from "../odf/automatic-styles";
import type { Look, Theme } from "../theme";
import type { Pictures } from "./pictures";

/** What the parts of a document share while it is written. */
export type Writing = {
  theme: Theme;
  look: Look;
  styles: AutomaticStyles;
  pictures: Pictures;
  /** A number that no other part of the document has. */
  nextNumber: () => number;
};
