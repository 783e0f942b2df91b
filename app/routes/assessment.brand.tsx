import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { BrandForm } from "../forms/brand/brand-form";
import { brandFormProps, submitBrand } from "../http/assessment/brand-form";
import { editable, localeFor } from "../http/request";
import { savedForms, saveUrl } from "../http/assessment/saved-forms";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.branding.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const form = { ...brandFormProps(await savedForms.brand(assessment, locale)), saveUrl: saveUrl(assessment.id, "brand", locale) };
  return { id: assessment.id, isInMappe: ((await assessment.memberships?.mappen()) ?? []).length > 0, form };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const refused = await submitBrand(args, await savedForms.brand(assessment, locale));
  return refused ?? redirect(locale.href(`/assessments/${assessment.id}/report/documents`), { status: 303 });
}

export default function BrandPage() {
  const { id, isInMappe, form } = useLoaderData<typeof loader>();
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
      {isInMappe && <p>{branding.inMappe}</p>}
      <BrandForm {...form} state={refused?.state ?? form.state} />
    </div>
  );
}
