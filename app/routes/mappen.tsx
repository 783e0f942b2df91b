import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeList } from "../components/mappe/mappe-list";
import { cleanText } from "../core/assessment/text";
import { mappeNameSchema, mappeTextLimits } from "../core/mappe/mappe";
import { checkCookie, localeFor, needCookies, readForm } from "../http/request";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle(({ messages }) => messages.mappe.title);

export async function loader({ context }: LoaderFunctionArgs) {
  const list = await context.visitor.mappen.list();
  const found = { list: list.map(({ id, name, role, count }) => ({ id, name, role, count })), isSignedIn: context.accounts?.own != null };
  return data(found, { headers: checkCookie(context) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  needCookies(context);
  const { messages, href } = localeFor(request);
  const { start } = messages.mappe;
  const form = await readForm(request);
  const forgotten = textOf(form, "forget");
  if (forgotten !== "") {
    await context.visitor.mappen.forget(forgotten);
    return redirect(href("/mappen"), { status: 303 });
  }
  const typed = textOf(form, "name");
  const name = mappeNameSchema.safeParse(typed);
  if (!name.success) {
    const error = cleanText(typed) === "" ? start.nameMissing : start.nameTooLong(mappeTextLimits.name);
    return data({ typed, error }, { status: 422 });
  }
  const { id, cookie } = await context.visitor.mappen.create(name.data);
  return redirect(href(`/mappen/${id}`), { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Mappen() {
  const { list, isSignedIn } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages } = useLocale();
  const { mappe } = messages;
  const { start } = mappe;
  return (
    <div className="page prose">
      <h1>{mappe.title}</h1>
      <p className="lead">{start.lead}</p>
      <TextList texts={start.facts} />
      <MappeList list={list} isSignedIn={isSignedIn} />
      <form method="post" className="form" noValidate>
        <h2>{start.newTitle}</h2>
        <ErrorSummary errors={refused ? [{ name: "name", text: refused.error }] : []} />
        <TextInput
          name="name"
          label={start.name}
          hint={start.nameHint}
          value={refused?.typed ?? ""}
          error={refused?.error}
          limit={mappeTextLimits.name}
        />
        <p className="form-actions">
          <button className="button">{start.submit}</button>
        </p>
      </form>
    </div>
  );
}
