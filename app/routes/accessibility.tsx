import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { ProsePage } from "../components/layout/prose-page";
import { pageTitle, useLocale } from "../components/layout/locale";
import { cleanText } from "../core/assessment/text";
import { operatorProse } from "../http/operator-prose";
import type { Prose } from "../content/read-pages";
import { readForm } from "../http/request";

export const meta = pageTitle<{ prose: Prose }>((_speech, { prose }) => prose.title);

export function loader(args: LoaderFunctionArgs) {
  const thanks = new URL(args.request.url).searchParams.has("thanks");
  return { prose: operatorProse("accessibility", args), thanks };
}

const limits = { message: 5_000, contact: 200 };

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const fields = { message: textOf(form, "message"), contact: textOf(form, "contact") };
  const [message, contact] = [cleanText(fields.message), cleanText(fields.contact)];
  const wrong = {
    message: message === "" ? ("messageMissing" as const) : message.length > limits.message ? ("messageTooLong" as const) : null,
    contact: contact.length > limits.contact ? ("contactTooLong" as const) : null,
  };
  if (wrong.message || wrong.contact) return data({ fields, wrong }, { status: 422 });
  await context.barrierReports.add({ message, contact: contact || null }, context.now);
  return redirect(`${new URL(request.url).pathname}?thanks#report`, { status: 303 });
}

export default function Accessibility() {
  const { prose, thanks } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages } = useLocale();
  const { accessibility } = messages;
  const errors = Object.entries(refused?.wrong ?? {}).flatMap(([name, code]) => (code ? [{ name, text: accessibility[code] }] : []));
  const error = (name: string) => errors.find((one) => one.name === name)?.text;
  return (
    <ProsePage prose={prose}>
      <section>
        <h2 id="report">{accessibility.reportTitle}</h2>
        {thanks ? (
          <div className="alert alert-success" role="status">
            <h3>{accessibility.thanksTitle}</h3>
            <p>{accessibility.thanks}</p>
          </div>
        ) : (
          <form method="post" noValidate className="form">
            <p>{accessibility.reportLead}</p>
            <ErrorSummary errors={errors} />
            <TextInput
              multiline
              name="message"
              label={accessibility.message}
              error={error("message")}
              value={refused?.fields.message ?? ""}
            />
            <TextInput
              name="contact"
              label={accessibility.contact}
              hint={accessibility.contactHint}
              optional={messages.start.optional}
              error={error("contact")}
              value={refused?.fields.contact ?? ""}
            />
            <p className="form-actions">
              <button className="button">{accessibility.submit}</button>
            </p>
          </form>
        )}
      </section>
    </ProsePage>
  );
}
