import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { lineName } from "../http/device-list";
import { localeFor, readForm, refusal, settingCookies } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.keeping.forget.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeFor(request);
  const { forget } = locale.messages.keeping;
  const lines = await context.visitor.list();
  const id = new URL(request.url).searchParams.get("assessment");
  const line = lines.find((one) => one.id === id);
  if (id !== null ? !line : lines.length === 0) throw refusal("not-found");
  return { id: line?.id ?? null, text: line ? forget.one(lineName(line, locale)) : forget.all(lines.length) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const id = textOf(await readForm(request), "assessment");
  const home = localeFor(request).href("/");
  if (id !== "") await context.visitor.forget(id);
  else return redirect(home, { status: 303, headers: settingCookies(await context.visitor.forgetAll()) });
  return redirect(`${home}#device`, { status: 303 });
}

export default function Forget() {
  const { id, text } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { forget } = messages.keeping;
  return (
    <div className="page prose">
      <h1>{forget.title}</h1>
      <p className="lead">{text}</p>
      <p>{forget.warning}</p>
      <form method="post" action={href("/device/forget")} className="form-actions">
        {id !== null && <input type="hidden" name="assessment" value={id} />}
        <button className="button button-danger">{forget.confirm}</button>
        <a className="button button-secondary" href={href("/")}>
          {forget.cancel}
        </a>
      </form>
    </div>
  );
}
