import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { BrandForm } from "../forms/brand/brand-form";
import { brandFormProps, mappeBrandForm, submitBrand } from "../http/assessment/brand-form";
import { mappeHead } from "../http/mappe/mappe-page";
import { editableMappe, localeFor } from "../http/request";

export const handle = savesForm;
export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.branding.title}: ${mappe.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await editableMappe(args);
  const locale = localeFor(args.request);
  return {
    mappe: await mappeHead(mappe),
    form: { ...brandFormProps(await mappeBrandForm(mappe, locale)), saveUrl: locale.href(`/mappen/${mappe.id}/save/brand`) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const mappe = await editableMappe(args);
  const locale = localeFor(args.request);
  const refused = await submitBrand(args, await mappeBrandForm(mappe, locale));
  return refused ?? redirect(locale.href(`/mappen/${mappe.id}/documents`), { status: 303 });
}

export default function MappeBrand() {
  const { mappe, form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { branding } = useLocale().messages;
  return (
    <MappeFrame mappe={mappe} current="documents" title={branding.title}>
      <p className="lead">{branding.ofMappe.lead}</p>
      <p>{branding.ofMappe.which}</p>
      <BrandForm {...form} state={refused?.state ?? form.state} />
    </MappeFrame>
  );
}
