import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { brandLimits } from "../core/brand/brand";
import { BrandForm } from "../forms/brand/brand-form";
import { takeFile, takeLogo } from "../forms/file-part";
import { formState } from "../forms/submit-parts";
import { textOf } from "../forms/text-of";
import { editable, localeFor, readForm } from "../http/request";
import { savedForms, saveUrl } from "../http/saved-forms";
import { submitForm } from "../http/submit-form";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.branding.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const { parts, stored } = await savedForms.brand(assessment, locale);
  return {
    id: assessment.id,
    state: formState(parts, stored),
    saveUrl: saveUrl(assessment.id, "brand", locale),
    stored: Object.keys(stored).length > 0,
    hasLogo: "logo" in stored,
    hasTemplate: "template" in stored,
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const form = await readForm(args.request);
  const saved = await savedForms.brand(assessment, locale);
  const documents = locale.href(`/assessments/${assessment.id}/report/documents`);
  if (textOf(form, "intent") === "remove") {
    await saved.save(Object.keys(saved.stored).map((field) => ({ field, seen: null, next: undefined })));
    return redirect(documents, { status: 303 });
  }
  await takeLogo(form, brandLimits.logoBytes, (bytes) => args.context.pictures.read(bytes));
  await takeFile(form, "template", brandLimits.templateBytes, (bytes) => args.context.templates.read(bytes));
  return (await submitForm(args.request, saved, form)) ?? redirect(documents, { status: 303 });
}

export default function BrandPage() {
  const { id, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { branding, result } = messages;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report/documents`)}>{result.parts.documents}</a>
      </p>
      <h1>{branding.title}</h1>
      <p className="lead">{branding.lead}</p>
      <BrandForm {...form} state={refused?.state ?? form.state} />
    </div>
  );
}
