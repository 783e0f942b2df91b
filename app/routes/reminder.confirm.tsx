import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { textOf } from "../forms/text-of";
import { localeFor, readForm, refusal } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.reminders.page.title);

/** Looking changes nothing: programs that check mails follow every link. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await context.reminders.find(params.key ?? "");
  if (!found) return data({ found: null }, { status: 404 });
  return data({ found: { month: localeFor(request).date(found.month), isConfirmed: found.isConfirmed } });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const key = params.key ?? "";
  const form = await readForm(request);
  const intent = textOf(form, "intent");
  // What mail programs send where somebody presses their button (RFC 8058).
  if (intent === "stop" || textOf(form, "List-Unsubscribe") === "One-Click") await context.reminders.stop(key);
  else if (intent === "confirm") await context.reminders.confirm(key);
  else throw refusal("bad-request");
  return redirect(localeFor(request).href(`/reminder/${key}`), { status: 303 });
}

export default function ReminderPage() {
  const { found } = useLoaderData<typeof loader>();
  const { page } = useLocale().messages.reminders;
  return (
    <div className="page prose">
      <h1>{page.title}</h1>
      <p className="lead">{found ? (found.isConfirmed ? page.confirmed(found.month) : page.ask(found.month)) : page.nothing}</p>
      {found && (
        <form method="post" className="form-actions">
          {!found.isConfirmed && (
            <button className="button" name="intent" value="confirm">
              {page.confirm}
            </button>
          )}
          <button className="button button-secondary" name="intent" value="stop">
            {page.stop}
          </button>
        </form>
      )}
    </div>
  );
}
