import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { editable, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.assessment.deleteTitle);

export async function loader(args: LoaderFunctionArgs) {
  const { id, organisation } = await editable(args);
  return { id, name: organisation.name ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  await assessment.remove();
  return redirect(localeFor(args.request).href("/deleted"), { status: 303 });
}

export default function Delete() {
  const { id, name } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { assessment } = messages;
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
