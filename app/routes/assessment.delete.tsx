import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { editable, speechOf } from "../server/request";

export const meta = pageTitle(({ words }) => words.assessment.deleteTitle);

export async function loader(args: LoaderFunctionArgs) {
  const { id, organisation } = await editable(args);
  return { id, name: organisation.name ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const forget = await assessment.remove();
  return redirect(speechOf(args.request).href("/deleted"), { status: 303, headers: { "Set-Cookie": forget } });
}

export default function Delete() {
  const { id, name } = useLoaderData<typeof loader>();
  const { words, href } = useSpeech();
  const { assessment } = words;
  return (
    <div className="page prose">
      <h1>{assessment.deleteTitle}</h1>
      {name && <p className="lead">{assessment.overviewTitleOf(name)}</p>}
      <p>{assessment.deleteText}</p>
      <form method="post" className="form-actions">
        <button className="button button-danger">{assessment.deleteConfirm}</button>
        <a className="button button-secondary" href={href(`/assessments/${id}`)}>
          {assessment.deleteCancel}
        </a>
      </form>
    </div>
  );
}
