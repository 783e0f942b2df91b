import { createContext } from "react";
import type { Language } from "../../core/vocabulary";

/** What the frame of every page needs, whatever the page is. */
export type Site = {
  /** The language that the browser asks for; null where it is none of ours. */
  preferred: Language | null;
  /** Addresses of the page's scripts. */
  scripts: string[];
  /** Path below which the application is reached; "" at the root. */
  basePath: string;
  contentVersion: string;
  /** Whether the operator wants any accounts. */
  hasAccounts: boolean;
};

export const SiteContext = createContext<Site>({ preferred: null, scripts: [], basePath: "", contentVersion: "", hasAccounts: false });
