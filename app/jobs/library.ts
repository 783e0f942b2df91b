import { readAuthored } from "../content/authored";
import type { Library } from "../documents/material";

/**
 * @param root folder that holds `content/` and `seeds/`.
 * @param version that the content must have: a report of one version is never set beside the words of another.
 * @throws where the content is wrong or another one.
 */
export function readLibrary(root: string, version?: string): Library {
  const { content, pages } = readAuthored(root);
  if (version !== undefined && content.version !== version)
    throw new Error(`The content is ${content.version}, the application was started with ${version}: restart it.`);
  return { content, glossary: { de: pages.de.glossary, en: pages.en.glossary } };
}
