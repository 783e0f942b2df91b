import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { ProfileForm } from "../forms/profile/profile-form";
import { isTrack, profileParts } from "../forms/profile/profile-parts";
import { toProfile } from "../core/assessment/profile-fields";
import { seenName } from "../forms/part";
import { formState, isSaved, submitParts, type Stored } from "../forms/submit-parts";
import { textOf } from "../forms/text-of";
import { DeviceList } from "../components/layout/device-list";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { deviceList } from "../http/access/device-list";
import { checkCookie, needCookies, readForm, localeFor, refusal } from "../http/request";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.start.title);

/** What an address may fill in beforehand. */
const prefilled = ["name", "aiUse", "land", "sizeClass", "sector", "ownership"];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const track = searchParams.get("track");
  const headers = checkCookie(context);
  if (!isTrack(track))
    return data({ track: null, state: null, device: await deviceList(searchParams, localeFor(request), context) }, { headers });
  const state = formState(profileParts(track, localeFor(request)), { depth: "quick" });
  for (const name of prefilled) if (name in state.typed) state.typed[name] = textOf(searchParams, name);
  return data({ track, state, device: null }, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  needCookies(context);
  const form = await readForm(request);
  const track = textOf(form, "track");
  if (!isTrack(track)) throw refusal("bad-request");
  const locale = localeFor(request);
  const parts = profileParts(track, locale);
  // What is not there at all is missing, not left as it was.
  for (const { name } of parts) form.set(seenName(name), "");
  let fields: Stored = {};
  const outcome = await submitParts(parts, form, {}, (changes) => {
    fields = Object.fromEntries(changes.map(({ field, next }) => [field, next]));
    return Promise.resolve([]);
  });
  if (!outcome) throw refusal("bad-request");
  // Only the language was changed: what is typed goes along, and nothing begins yet.
  if (form.has("stay")) return data({ track, state: { ...outcome.state, errors: {} } });
  if (!isSaved(outcome.state)) return data({ track, state: outcome.state }, { status: 422 });

  const { modelVersion, dimensions } = context.content.questionnaires[track];
  const profile = toProfile(fields);
  const { id, cookie } = await context.visitor.create({ track, ...profile, modelVersion, answers: {} });
  const first = profile.depth === "quick" ? "questions" : (dimensions[0]?.id ?? "check");
  return redirect(locale.href(`/assessments/${id}/${first}`), { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Start() {
  const opened = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { start } = messages;
  const { track, state } = refused ?? opened;
  const { device } = opened;
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
        <DeviceList list={device} />
      </div>
    );
  return (
    <div className="page prose">
      <h1>{start.title}</h1>
      <p className="lead">
        {messages.names.tracks[track]} · <a href={href("/start")}>{start.changeTrack}</a>
      </p>
      <ProfileForm track={track} state={state} saveUrl={href(`/start/${track}/check`)} mode="check" submit={start.submit} />
    </div>
  );
}
