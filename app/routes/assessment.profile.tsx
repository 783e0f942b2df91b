import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProfileForm } from "../forms/profile/profile-form";
import { formState } from "../forms/submit-parts";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { editable, localeFor } from "../http/request";
import { savedForms, saveUrl } from "../http/assessment/saved-forms";
import { submitForm } from "../http/assessment/submit-form";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.assessment.profileTitle);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const { parts, stored } = savedForms.profile(assessment, locale);
  return { track: assessment.track, saveUrl: saveUrl(assessment.id, "profile", locale), state: formState(parts, stored) };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const refused = await submitForm(args.request, savedForms.profile(assessment, locale));
  return refused ?? redirect(locale.href(`/assessments/${assessment.id}`), { status: 303 });
}

export default function Profile() {
  const { track, state, saveUrl } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { assessment } = useLocale().messages;
  return (
    <div className="page prose">
      <h1>{assessment.profileTitle}</h1>
      <ProfileForm track={track} state={refused?.state ?? state} saveUrl={saveUrl} submit={assessment.profileSubmit} />
    </div>
  );
}
