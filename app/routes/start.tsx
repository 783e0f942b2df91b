import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { isTrack, readProfileFields, toProfile } from "../forms/profile/profile-fields";
import { ProfileForm } from "../forms/profile/profile-form";
import { pageTitle, useLocale } from "../components/layout/locale";
import { askedItems } from "../core/questionnaire/questionnaire";
import { readForm, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.start.title);

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const track = searchParams.get("track");
  return { track: isTrack(track) ? track : null, fields: { ...readProfileFields(searchParams), depth: "quick" } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = readProfileFields(await readForm(request));
  const result = toProfile(fields);
  if ("wrong" in result) return data({ fields, wrong: result.wrong }, { status: 422 });

  const questionnaire = context.content.questionnaires[result.profile.track];
  const { modelVersion, dimensions } = questionnaire;
  const { id, cookie } = await context.visitor.create({ ...result.profile, modelVersion, answers: {} });
  const first = dimensions.find((dimension) => askedItems(dimension, result.profile.depth).length > 0);
  return redirect(localeFor(request).href(`/assessments/${id}/${first?.id ?? "check"}`), {
    status: 303,
    headers: { "Set-Cookie": cookie },
  });
}

export default function Start() {
  const { track: chosen, fields } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { start } = messages;
  const track = refused && isTrack(refused.fields.track) ? refused.fields.track : chosen;
  if (!track)
    return (
      <div className="page prose">
        <h1>{start.title}</h1>
        <p className="lead">{start.track}</p>
        <p className="form-actions">
          <a className="button" href={href("/start?track=municipality")}>
            {start.trackMunicipality}
          </a>
          <a className="button" href={href("/start?track=sme")}>
            {start.trackSme}
          </a>
        </p>
      </div>
    );
  return (
    <div className="page prose">
      <h1>{start.title}</h1>
      <p className="lead">
        {messages.names.tracks[track]} · <a href={href("/start")}>{start.changeTrack}</a>
      </p>
      <ProfileForm track={track} fields={refused?.fields ?? fields} wrong={refused?.wrong ?? []} submit={start.submit} askDepth />
    </div>
  );
}
