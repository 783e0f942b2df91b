import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { redirectWith, signedInFor } from "../http/accounts/account-page";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.accounts.invitation.title);

/** Looking does not use it up: programs that check mails follow every link. */
export async function loader(args: LoaderFunctionArgs) {
  const { own } = signedInFor(args);
  const found = await own.invitation(args.params.key ?? "");
  return data({ found, address: own.address }, { status: found ? 200 : 404 });
}

export async function action(args: ActionFunctionArgs) {
  const { own } = signedInFor(args);
  const key = args.params.key ?? "";
  const { href } = localeFor(args.request);
  const id = await own.accept(key);
  return redirectWith([], href(id === null ? `/invitation/${key}` : `/mappen/${id}`));
}

export default function Invitation() {
  const { found, address } = useLoaderData<typeof loader>();
  const { messages } = useLocale();
  const { invitation } = messages.accounts;
  if (!found)
    return (
      <div className="page prose">
        <h1>{invitation.over.title}</h1>
        <p className="lead">{invitation.over.text}</p>
      </div>
    );
  return (
    <div className="page prose">
      <h1>{invitation.title}</h1>
      <p className="lead">{invitation.text(found.name, messages.mappe.rights[found.role])}</p>
      <p>{invitation.as(address)}</p>
      <form method="post" className="form-actions">
        <button className="button">{invitation.accept}</button>
      </form>
    </div>
  );
}
