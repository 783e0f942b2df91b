import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { localeFor, readForm, refusal, settingCookies } from "../http/request";
import { organisationName } from "../views/organisation-name";

export const meta = pageTitle(({ messages }) => messages.keeping.forget.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const locale = localeFor(request);
  const { forget } = locale.messages.keeping;
  const { visitor } = context;
  const search = new URL(request.url).searchParams;
  const [lines, parts] = await Promise.all([visitor.list(), visitor.parts()]);
  if (search.has("part")) {
    const part = parts.find(({ person }) => person.id === search.get("part"));
    if (!part) throw refusal("not-found");
    return {
      field: { name: "part", value: part.person.id },
      text: forget.part(organisationName(part, locale)),
      warning: forget.partWarning,
    };
  }
  if (search.has("assessment")) {
    const line = lines.find(({ id }) => id === search.get("assessment"));
    if (!line) throw refusal("not-found");
    const warning = [forget.warning, ...(context.accounts?.own ? [forget.alsoInAccount] : [])].join(" ");
    return { field: { name: "assessment", value: line.id }, text: forget.one(organisationName(line, locale)), warning };
  }
  const mappen = await visitor.mappen.list();
  if (lines.length + parts.length + mappen.length === 0) throw refusal("not-found");
  const held = forget.held(lines.length, parts.length, mappen.length);
  const text = context.accounts?.own ? forget.allBesideAccount : forget.all(locale.list(held));
  return { field: null, text, warning: lines.length > 0 ? forget.warning : forget.partWarning };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const [assessment, part] = [textOf(form, "assessment"), textOf(form, "part")];
  const home = localeFor(request).href("/");
  if (assessment !== "") await context.visitor.forget(assessment);
  else if (part !== "") await context.visitor.forgetPart(part);
  else return redirect(home, { status: 303, headers: settingCookies(await context.visitor.forgetAll()) });
  return redirect(`${home}#device`, { status: 303 });
}

export default function Forget() {
  const { field, text, warning } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { forget } = messages.keeping;
  return (
    <div className="page prose">
      <h1>{forget.title}</h1>
      <p className="lead">{text}</p>
      <p>{warning}</p>
      <form method="post" action={href("/device/forget")} className="form-actions">
        {field && <input type="hidden" {...field} />}
        <button className="button button-danger">{forget.confirm}</button>
        <a className="button button-secondary" href={href("/")}>
          {forget.cancel}
        </a>
      </form>
    </div>
  );
}
