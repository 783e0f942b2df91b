import { SaxesParser } from "saxes";

export type XmlHandlers = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Goes over a document once. Declared entities are not resolved and nothing outside is fetched. @throws Error where it is no XML. */
export function walkXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = new SaxesParser();
  if (open) parser.on("opentag", ({ name, attributes }) => open(name, attributes));
  if (text) parser.on("text", text);
  if (close) parser.on("closetag", ({ name }) => close(name));
  parser.write(xml.replace(/^\uFEFF/, "")).close();
}
