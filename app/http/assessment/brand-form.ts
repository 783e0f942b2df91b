import type { ActionFunctionArgs } from "@remix-run/node";
import { brandFields } from "../../core/brand/brand-fields";
import { brandLimits, logoSchema } from "../../core/brand/brand";
import { brandParts } from "../../forms/brand/brand-parts";
import { takeFile, takeLogo } from "../../forms/file-part";
import { formState } from "../../forms/submit-parts";
import { textOf } from "../../forms/text-of";
import type { Locale } from "../../i18n/index";
import type { OpenMappe } from "../access/held-mappe";
import { readForm } from "../request";
import type { SavedFormData } from "./saved-forms";
import { submitForm } from "./submit-form";

/** The brand of a Mappe as a form that is saved part by part like every other. */
export async function mappeBrandForm(
  { brand, edit }: Pick<OpenMappe, "brand"> & { edit: NonNullable<OpenMappe["edit"]> },
  locale: Locale,
): Promise<SavedFormData> {
  return { parts: brandParts(locale), stored: brandFields(await brand()), save: (changes) => edit.saveBrand(changes) };
}

/** What the form of a brand shows. */
export const brandFormProps = ({ parts, stored }: SavedFormData) => ({
  state: formState(parts, stored),
  stored: Object.keys(stored).length > 0,
  logo: logoSchema.nullable().parse(stored.logo ?? null),
  hasTemplate: "template" in stored,
});

/**
 * Saves a brand with its files as a form has sent it, or removes it.
 * @returns the form to show again; null where the page leads on.
 */
export async function submitBrand({ request, context }: ActionFunctionArgs, saved: SavedFormData): ReturnType<typeof submitForm> {
  const form = await readForm(request);
  if (textOf(form, "intent") === "remove") {
    await saved.save(Object.keys(saved.stored).map((field) => ({ field, seen: null, next: undefined })));
    return null;
  }
  await takeLogo(form, brandLimits.logoBytes, (bytes) => context.pictures.read(bytes));
  await takeFile(form, "template", brandLimits.templateBytes, (bytes) => context.templates.read(bytes));
  return submitForm(request, saved, form);
}
