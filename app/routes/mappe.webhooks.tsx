import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, FieldNotes, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { CopyLink } from "../components/layout/copy-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { DataTable } from "../components/report/data-table";
import { longestWebhookUrl, mostWebhooks, webhookEvents, webhookEventsSchema } from "../core/webhooks/webhook";
import { mappeHead } from "../http/mappe/mappe-page";
import { localeFor, ownMappe, readForm, refusal } from "../http/request";
import { webhookUrlFault } from "../http/webhooks/send";
import { webhookSettingsOf } from "../http/webhooks/settings";
import { webhookSecret } from "../http/webhooks/sign";
import { webhookLine, type WebhookLine } from "../views/webhooks";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.webhooks.title}: ${mappe.name}`);

/** Messages of each webhook that are shown. */
const shown = 20;

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await ownMappe(args);
  const { environment } = args.context;
  const locale = localeFor(args.request);
  const { searchParams } = new URL(args.request.url);
  const messages = await mappe.own.webhooks.messages(shown);
  return {
    mappe: await mappeHead(mappe),
    isOn: environment.WEBHOOKS !== "off",
    notice: searchParams.has("tested") ? ("tested" as const) : searchParams.has("saved") ? ("saved" as const) : null,
    webhooks: (await mappe.own.webhooks.list()).map((one) => webhookLine(one, messages.get(one.id) ?? [], locale, environment.TIME_ZONE)),
  };
}

type Faults = { url?: string; events?: string };

export async function action(args: ActionFunctionArgs) {
  const { id: mappeId, own } = await ownMappe(args);
  const settings = webhookSettingsOf(args.context.environment);
  if (!settings) throw refusal("not-found");
  const { messages, href } = localeFor(args.request);
  const words = messages.webhooks;
  const form = await readForm(args.request);
  const [intent, webhook] = [textOf(form, "intent"), textOf(form, "id")];
  if (intent === "add") {
    const url = textOf(form, "url").trim();
    const events = webhookEventsSchema.safeParse(form.getAll("events"));
    const fault = url.length > longestWebhookUrl ? "too-long" : webhookUrlFault(url, settings.reach);
    const errors: Faults = { ...(fault && { url: words.urlFaults[fault] }), ...(!events.success && { events: words.eventsMissing }) };
    const typed = { url, events: form.getAll("events").map(String) };
    if (fault || !events.success) return data({ errors, typed, secret: null }, { status: 422 });
    const id = await own.webhooks.add({ url: new URL(url).href, events: events.data });
    if (id === null) return data({ errors: { url: words.tooMany(mostWebhooks) }, typed, secret: null }, { status: 422 });
    return data({ errors: {}, typed: { url: "", events: [...webhookEvents] as string[] }, secret: webhookSecret(settings.secret, id) });
  }
  if (intent === "remove") await own.webhooks.remove(webhook);
  else if (intent === "on") await own.webhooks.switchOn(webhook);
  else if (intent !== "test") throw refusal("bad-request");
  else if (!(await own.webhooks.test(webhook))) throw refusal("bad-request");
  return redirect(href(`/mappen/${mappeId}/webhooks?${intent === "test" ? "tested" : "saved"}`), { status: 303 });
}

export default function Webhooks() {
  const { mappe, isOn, notice, webhooks } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = useLocale().messages.webhooks;
  const errors: Faults = answered?.errors ?? {};
  return (
    <MappeFrame mappe={mappe} current="settings" title={words.title}>
      <ErrorSummary errors={Object.entries(errors).map(([name, text]) => ({ name, text }))} />
      {notice && !answered && (
        <p className="alert alert-success" role="status">
          {notice === "tested" ? words.testSent : words.saved}
        </p>
      )}
      {answered?.secret && (
        <div className="alert alert-success" role="status">
          <h2>{words.secretTitle}</h2>
          <p>{words.secretText}</p>
          <CopyLink label={words.secret} url={answered.secret} />
        </div>
      )}
      <p className="lead">{words.lead}</p>
      {!isOn && <p>{words.off}</p>}
      {isOn && webhooks.length === 0 && <p>{words.none}</p>}
      {webhooks.map((webhook) => (
        <Webhook key={webhook.id} webhook={webhook} isOn={isOn} />
      ))}
      {isOn && webhooks.length < mostWebhooks && <Add typed={answered?.typed ?? { url: "", events: [...webhookEvents] }} errors={errors} />}
    </MappeFrame>
  );
}

function Webhook({ webhook: { id, url, events, switchedOff, messages }, isOn }: { webhook: WebhookLine; isOn: boolean }) {
  const words = useLocale().messages.webhooks;
  const { columns } = words;
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{url}</h2>
      <TextList texts={events} />
      {switchedOff && <p className="alert alert-warning">{switchedOff}</p>}
      {isOn && (
        <form method="post" className="form-actions">
          <input type="hidden" name="id" value={id} />
          {switchedOff ? (
            <button className="button button-secondary" name="intent" value="on" aria-label={words.switchOnOf(url)}>
              {words.switchOn}
            </button>
          ) : (
            <button className="button button-secondary" name="intent" value="test" aria-label={words.testOf(url)}>
              {words.test}
            </button>
          )}
          <button className="button button-danger" name="intent" value="remove" aria-label={words.removeOf(url)}>
            {words.remove}
          </button>
        </form>
      )}
      {messages.length === 0 ? (
        <p className="hint">{words.noMessages}</p>
      ) : (
        <DataTable
          label={words.log(url)}
          columns={[columns.created, columns.event, columns.outcome, columns.tries, columns.next]}
          numbers={[3]}
          rows={messages.map(({ key, cells }) => ({ key, cells }))}
        />
      )}
    </section>
  );
}

function Add({ typed, errors }: { typed: { url: string; events: string[] }; errors: Faults }) {
  const words = useLocale().messages.webhooks;
  return (
    <form method="post" className="form" noValidate>
      <h2>{words.newTitle}</h2>
      <input type="hidden" name="intent" value="add" />
      <TextInput name="url" label={words.url} hint={words.urlHint} value={typed.url} error={errors.url} />
      <fieldset
        className={errors.events ? "field field-wrong" : "field"}
        id="events"
        aria-describedby={errors.events ? "events.error" : undefined}
      >
        <legend>{words.events}</legend>
        <FieldNotes name="events" error={errors.events} />
        {webhookEvents.map((event) => (
          <label className="choice" key={event}>
            <input type="checkbox" name="events" value={event} defaultChecked={typed.events.includes(event)} autoComplete="off" />{" "}
            <span>{words.eventNames[event]}</span>
          </label>
        ))}
      </fieldset>
      <p className="form-actions">
        <button className="button">{words.submit}</button>
      </p>
    </form>
  );
}
