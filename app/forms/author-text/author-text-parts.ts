import { authorTextLimits } from "../../core/assessment/author-text";
import { commentField } from "../../core/assessment/author-text-fields";
import { logoSchema } from "../../core/brand/brand";
import { languageSchema, type DimensionId } from "../../core/vocabulary";
import type { Locale } from "../../i18n/index";
import { filePart } from "../file-part";
import { fieldPart, type Part } from "../part";
import { textPart } from "../text-part";

/** Who writes, the logo, and the texts; in the order of the form. */
export function authorTextParts(dimensions: { id: DimensionId; name: string }[], { language, messages }: Locale): Part[] {
  const { writing } = messages;
  return [
    textPart("author", writing.author, authorTextLimits.author, messages),
    filePart("logo", logoSchema, writing.logoFaults, "unreadable"),
    fieldPart("language", languageSchema, writing.errors.language, { usual: language }),
    textPart("summary", writing.summary, authorTextLimits.summary, messages),
    ...dimensions.map(({ id, name }) => textPart(commentField(id), writing.comment(name), authorTextLimits.comment, messages)),
  ];
}
