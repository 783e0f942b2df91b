import { isReachable } from "../blocks";
import type { Run, Runs } from "../document";
import { countries } from "../odf/package";
import type { AutomaticStyles } from "../odf/automatic-styles";
import { element, paragraphText, type Xml } from "../odf/xml";
import { unbroken } from "../unbroken";
import { style } from "./styles";

/** The words with their voices; an address that is none of a page or a mailbox is no link. */
export function wordsOf(runs: Runs, styles: AutomaticStyles): Xml[] {
  return runs.map(({ href, ...run }) =>
    href && isReachable(href)
      ? element("text:a", { "xlink:type": "simple", "xlink:href": href, "text:style-name": style.link, "text:visited-style-name": style.link }, spoken(run, styles))
      : spoken(run, styles),
  ); // prettier-ignore
}

function spoken({ text, strong, muted, language }: Run, styles: AutomaticStyles): Xml {
  const parent = strong ? style.strong : muted ? style.muted : undefined;
  const said = paragraphText(unbroken(text));
  if (!language) return parent ? element("text:span", { "text:style-name": parent }, said) : said;
  const foreign = element("style:text-properties", { "fo:language": language, "fo:country": countries[language] });
  return element("text:span", { "text:style-name": styles.add("text", { parent }, foreign) }, said);
}
