import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { mappeHead } from "../http/mappe/mappe-page";
import { localeFor, ownMappe } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.mappe.remove.title);

export const loader = async (args: LoaderFunctionArgs) => ({ mappe: await mappeHead(await ownMappe(args)) });

export async function action(args: ActionFunctionArgs) {
  await (await ownMappe(args)).own.remove();
  return redirect(localeFor(args.request).href("/mappen"), { status: 303 });
}

export default function DeleteMappe() {
  const { mappe } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { remove } = messages.mappe;
  return (
    <MappeFrame mappe={mappe} current={null} title={remove.title}>
      <p className="lead">{remove.text(mappe.count)}</p>
      <form method="post" className="form-actions">
        <button className="button button-danger">{remove.confirm}</button>
        <a className="button button-secondary" href={href(`/mappen/${mappe.id}/settings`)}>
          {remove.cancel}
        </a>
      </form>
    </MappeFrame>
  );
}
