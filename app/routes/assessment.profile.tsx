import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProfileForm } from "../forms/profile/profile-form";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { editable, localeFor } from "../http/request";
import { savedFormProps } from "../http/assessment/saved-forms";
import { submitSavedForm } from "../http/assessment/submit-form";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.assessment.profileTitle);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  return { track: assessment.track, ...(await savedFormProps("profile", assessment, localeFor(args.request), args.context)) };
}

export const action = (args: ActionFunctionArgs) => submitSavedForm(args, "profile", "");

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
