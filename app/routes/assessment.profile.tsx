import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { readProfileFields, toProfile, toProfileFields } from "../forms/profile/profile-fields";
import { ProfileForm } from "../forms/profile/profile-form";
import { pageTitle, useLocale } from "../components/layout/locale";
import { editable, readForm, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.assessment.profileTitle);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  return { track: assessment.track, fields: toProfileFields(assessment) };
}

export async function action(args: ActionFunctionArgs) {
  const { id, track, depth, updateProfile } = await editable(args);
  // Track and depth stay what they are, whatever the form says.
  const fields = { ...readProfileFields(await readForm(args.request)), track, depth };
  const result = toProfile(fields);
  if ("wrong" in result) return data({ fields, wrong: result.wrong }, { status: 422 });
  await updateProfile(result.profile);
  return redirect(localeFor(args.request).href(`/assessments/${id}`), { status: 303 });
}

export default function Profile() {
  const { track, fields } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { assessment } = useLocale().messages;
  return (
    <div className="page prose">
      <h1>{assessment.profileTitle}</h1>
      <ProfileForm
        track={track}
        fields={refused?.fields ?? fields}
        wrong={refused?.wrong ?? []}
        submit={assessment.profileSubmit}
        askDepth={false}
      />
    </div>
  );
}
