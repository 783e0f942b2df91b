import { join } from "node:path";
import { readContent } from "../content/read-content";
import { readPages } from "../content/read-pages";
import type { Library } from "../documents/material";

/**
 * @param root folder that holds `content/` and `seeds/`.
 * @param version that the content must have: a report of one version is never set beside the words of another.
 * @throws where the content is wrong or another one.
 */
export function readLibrary(root: string, version?: string): Library {
  const { de, en } = readPages(join(root, "content/pages"));
  const content = readContent(root);
  if (version !== undefined && content.version !== version)
    throw new Error(`The content is ${content.version}, the application was started with ${version}: restart it.`);
  return { content, glossary: { de: de.glossary, en: en.glossary } };
}
