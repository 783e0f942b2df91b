import type { ReactNode } from "react";
import type { Locale } from "../../i18n";

/** A component in one of its states. */
export type Example = {
  /** What state that is, in a few English words; unique in its group. */
  name: string;
  /** What must hold for people who do not see it, or do not use a mouse. */
  holds: string;
  /** The component with its words in the page's language. */
  show: (locale: Locale) => ReactNode;
};
