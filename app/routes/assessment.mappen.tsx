import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { editable, localeFor, readForm, refusal } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.mappe.ofAssessment.title);

/** Only whoever holds the assessment's own link decides who else sees it. */
async function owned(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { id, organisation, memberships } = await editable(args);
  if (!memberships) throw refusal("read-only");
  return { id, organisation, memberships };
}

export async function loader(args: LoaderFunctionArgs) {
  const { id, organisation, memberships } = await owned(args);
  return { id, name: organisation.name ?? null, mappen: await memberships.mappen() };
}

export async function action(args: ActionFunctionArgs) {
  const { id, memberships } = await owned(args);
  const form = await readForm(args.request);
  const [intent, mappeId] = [textOf(form, "intent"), textOf(form, "mappe")];
  const mine = (await memberships.mappen()).find((one) => one.mappeId === mappeId);
  if (!mine) throw refusal("bad-request");
  if (intent === "leave") await memberships.leaveMappe(mappeId);
  else if (intent === "agree-ring" && mine.sharing === "ring") await memberships.agreeToMappe(mappeId);
  else if (intent === "agree-read" || intent === "agree-edit") {
    await memberships.shareWithMappe(mappeId, intent === "agree-read" ? "read" : "edit");
    await memberships.agreeToMappe(mappeId);
  } else throw refusal("bad-request");
  return redirect(localeFor(args.request).href(`/assessments/${id}/mappen`), { status: 303 });
}

export default function MappenOfAssessment() {
  const { id, name, mappen } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { assessment } = messages;
  const { ofAssessment, sharing } = messages.mappe;
  return (
    <div className="page prose">
      <p className="kicker">{name ? assessment.overviewTitleOf(name) : assessment.overviewTitle}</p>
      <h1>{ofAssessment.title}</h1>
      <p className="lead">{ofAssessment.lead}</p>
      {mappen.length === 0 && <p>{ofAssessment.none}</p>}
      {mappen.map((one) => (
        <section key={one.mappeId} className="panel">
          <h2>{one.name}</h2>
          {one.isWaiting ? (
            <>
              <p>{ofAssessment.asks(one.name)}</p>
              <p>{one.sharing === "ring" ? ofAssessment.seesRing : ofAssessment.sees}</p>
            </>
          ) : (
            <p>
              {ofAssessment.may(sharing[one.sharing])}{" "}
              {one.ring && <a href={href(`/assessments/${id}/ring/${one.mappeId}`)}>{messages.ring.toRing}</a>}
            </p>
          )}
          <form method="post" className="form-actions">
            <input type="hidden" name="mappe" value={one.mappeId} />
            {one.isWaiting && one.sharing === "ring" && (
              <button className="button" name="intent" value="agree-ring">
                {ofAssessment.agreeRing}
              </button>
            )}
            {one.sharing !== "ring" && (one.isWaiting || one.sharing === "edit") && (
              <button className={one.isWaiting ? "button" : "button button-secondary"} name="intent" value="agree-read">
                {one.isWaiting ? ofAssessment.agree : ofAssessment.toRead}
              </button>
            )}
            {(one.isWaiting || one.sharing === "read") && (
              <button className="button button-secondary" name="intent" value="agree-edit">
                {one.isWaiting ? ofAssessment.agreeEdit : ofAssessment.toEdit}
              </button>
            )}
            <button className="button button-danger" name="intent" value="leave">
              {one.isWaiting ? ofAssessment.refuse : ofAssessment.revoke}
            </button>
          </form>
        </section>
      ))}
      <p>
        <a href={href(`/assessments/${id}`)}>{ofAssessment.back}</a>
      </p>
    </div>
  );
}
