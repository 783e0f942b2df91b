import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { editable, localeFor, refusal, settingCookies } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.assessment.deleteTitle);

export async function loader(args: LoaderFunctionArgs) {
  const { id, organisation, keys, memberships } = await editable(args);
  if (!keys) throw refusal("read-only");
  return { id, name: organisation.name ?? null, mappen: (await memberships?.mappen())?.length ?? 0 };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  if (!assessment.keys) throw refusal("read-only");
  await assessment.remove();
  const { visitor } = args.context;
  // With the last assessment goes what the browser is known by, unless it opens a part of one or a Mappe.
  const holdsMore = (await visitor.parts()).length > 0 || (await visitor.mappen.list()).length > 0;
  const isLast = (await visitor.list()).length === 0 && !holdsMore;
  const headers = isLast ? settingCookies(await visitor.forgetAll()) : {};
  return redirect(localeFor(args.request).href("/deleted"), { status: 303, headers });
}

export default function Delete() {
  const { id, name, mappen } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { assessment } = messages;
  return (
    <div className="page prose">
      <h1>{assessment.deleteTitle}</h1>
      {name && <p className="lead">{assessment.overviewTitleOf(name)}</p>}
      <p>
        {assessment.deleteText} {mappen > 0 && assessment.deleteMappen(mappen)}
      </p>
      <form method="post" className="form-actions">
        <button className="button button-danger">{assessment.deleteConfirm}</button>
        <a className="button button-secondary" href={href(`/assessments/${id}`)}>
          {assessment.deleteCancel}
        </a>
      </form>
    </div>
  );
}
