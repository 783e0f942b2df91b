import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { languages, type Language } from "../core/vocabulary";

const words = z.string().trim().min(1);

const proseSchema = z.strictObject({
  title: words,
  lead: words,
  sections: z.array(
    z.strictObject({
      heading: words,
      /** Shown only where the operator offers accounts. */
      onlyWith: z.literal("accounts").optional(),
      paragraphs: z.array(words).default([]),
      list: z.array(words).default([]),
      formulas: z.array(z.strictObject({ formula: words, meaning: words })).default([]),
    }),
  ),
});
export type Prose = z.infer<typeof proseSchema>;

const glossarySchema = z.strictObject({
  title: words,
  lead: words,
  entries: z.array(z.strictObject({ term: words, meaning: words })).min(1),
});

const proseNames = ["coding-rules", "imprint", "privacy", "accessibility", "method"] as const;
export type ProseName = (typeof proseNames)[number];

/** The pages that are prose, in both languages. */
export type Pages = Record<Language, Record<ProseName, Prose> & { glossary: z.infer<typeof glossarySchema> }>;

/** @throws where a page is missing in a language or has another form. */
export function readPages(folder: string): Pages {
  const read = <Schema extends z.ZodType>(name: string, language: Language, schema: Schema): z.output<Schema> => {
    const file = `${name}.${language}.yaml`;
    const result = schema.safeParse(parse(readFileSync(join(folder, file), "utf8")));
    if (!result.success) throw new Error(`content/pages/${file}: ${z.prettifyError(result.error)}`);
    return result.data;
  };
  const inLanguage = (language: Language) => ({
    ...(Object.fromEntries(proseNames.map((name) => [name, read(name, language, proseSchema)])) as Record<ProseName, Prose>),
    glossary: read("glossary", language, glossarySchema),
  });
  return Object.fromEntries(languages.map((language) => [language, inLanguage(language)])) as Pages;
}

/** Fills `{name}` in a page's texts; a value the operator has not given is said to be missing. */
export function fillProse(prose: Prose, values: Record<string, string | undefined>, missing: string): Prose {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? missing);
  return {
    title: fill(prose.title),
    lead: fill(prose.lead),
    sections: prose.sections.map(({ heading, paragraphs, list, formulas }) => ({
      formulas,
      heading: fill(heading),
      paragraphs: paragraphs.map(fill),
      list: list.map(fill),
    })),
  };
}
