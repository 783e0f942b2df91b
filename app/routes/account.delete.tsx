import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { confirmedFor, redirectWith } from "../http/accounts/account-page";
import { localeFor, readForm } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.remove.title);

export async function loader(args: LoaderFunctionArgs) {
  const { own } = confirmedFor(args);
  const mappen = await own.mappen();
  return { address: own.address, count: (await own.list()).length + mappen.length, hasMappen: mappen.length > 0 };
}

export async function action(args: ActionFunctionArgs) {
  const { own } = confirmedFor(args);
  await readForm(args.request);
  return redirectWith(await own.remove(), `${localeFor(args.request).href("/sign-in")}?done=deleted`);
}

export default function DeleteAccount() {
  const { address, count, hasMappen } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { remove } = messages.accounts;
  return (
    <div className="page prose">
      <h1>{remove.title}</h1>
      <p className="lead">{remove.text(address)}</p>
      <p>
        {remove.stays(count)} {count > 0 && remove.others} {hasMappen && remove.invited}
      </p>
      {count > 0 && <p>{remove.shared}</p>}
      <form method="post" className="form-actions">
        <button className="button button-danger">{remove.confirm}</button>
        <a className="button button-secondary" href={href("/account")}>
          {remove.cancel}
        </a>
      </form>
    </div>
  );
}
