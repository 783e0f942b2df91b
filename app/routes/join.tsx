import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { cleanText, textLimits } from "../core/assessment/text";
import { ErrorSummary, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { checkCookie, localeFor, needCookies, readForm, refusal } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.workshop.join.title);

async function workshopFor({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const workshop = await context.visitor.workshopByCode(params.code ?? "");
  if (!workshop) throw refusal("no-workshop");
  return workshop;
}

/** A browser that has a place already goes there: nobody votes twice. */
export async function loader(args: LoaderFunctionArgs) {
  const { until, organisationName, joinedAs } = await workshopFor(args);
  const { href, date } = localeFor(args.request);
  if (joinedAs) throw redirect(href(`/participants/${joinedAs}`));
  const months = args.context.environment.PEOPLE_RETENTION_MONTHS;
  return data({ organisationName, until: date(until), months }, { headers: checkCookie(args.context) });
}

export async function action(args: ActionFunctionArgs) {
  needCookies(args.context);
  const workshop = await workshopFor(args);
  const { href, messages } = localeFor(args.request);
  const { join: words } = messages.workshop;
  if (workshop.joinedAs) return redirect(href(`/participants/${workshop.joinedAs}`), { status: 303 });
  const typed = textOf(await readForm(args.request), "name");
  const name = cleanText(typed);
  if (name.length > textLimits.name) return data({ error: words.nameTooLong, closed: null, typed }, { status: 422 });
  const joined = await args.context.visitor.join(workshop.id, name);
  if (joined === "full" || joined === "over") return data({ error: undefined, closed: words[joined], typed }, { status: 422 });
  return redirect(href(`/participants/${joined.id}`), { status: 303, headers: { "Set-Cookie": joined.cookie } });
}

export default function Join() {
  const { organisationName, until, months } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { join: words } = useLocale().messages.workshop;
  return (
    <div className="page prose">
      <h1>{organisationName ? words.titleOf(organisationName) : words.title}</h1>
      <form method="post" className="form" noValidate autoComplete="off">
        <ErrorSummary errors={refused?.error ? [{ name: "name", text: refused.error }] : []} />
        {/* No fault of what was typed. */}
        {refused?.closed && (
          <p className="alert alert-warning" role="alert">
            {refused.closed}
          </p>
        )}
        <TextInput name="name" label={words.name} hint={words.nameHint} value={refused?.typed ?? ""} error={refused?.error} />
        <div className="form-actions">
          <button className="button">{words.submit}</button>
        </div>
        <p className="hint">{words.kept(until)}</p>
        <p className="hint">{words.keptAfter(months)}</p>
      </form>
    </div>
  );
}
