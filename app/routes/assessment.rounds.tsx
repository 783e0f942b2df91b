import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pageTitle, useLocale } from "../components/layout/locale";
import { DataTable } from "../components/report/data-table";
import { beginRound } from "../core/rounds/begin-round";
import { ErrorSummary, RadioGroup, Select, TextInput } from "../forms/field";
import { isMailAddress } from "../forms/mail/mail-address";
import { MailReminder } from "../forms/reminder/mail-reminder";
import { textOf } from "../forms/text-of";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { canCloseOn, monthsFrom, roundsPage } from "../http/assessment/rounds-page";

export const meta = pageTitle(({ messages }) => messages.rounds.title);

/** Tells the address to whoever knows it, and to nobody else who works here. */
const shortAddress = (address: string): string => address.replace(/^(.).*(@.*)$/, "$1…$2");

const savedSchema = z.enum(["closed", "begun", "not-so", "too-many", "reminder-asked", "reminder-removed"]);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const page = await roundsPage(assessment, await assessment.rounds(), localeFor(args.request), args.context);
  const { reminders } = args.context;
  const { date } = localeFor(args.request);
  const noted = (await reminders.list(assessment.id)).map(({ id, address, month, isConfirmed }) => ({
    ...{ id, isConfirmed, month: date(month), address: shortAddress(address) },
  }));
  return {
    ...page,
    sendsMail: reminders.isSetUp,
    noted,
    saved: savedSchema.nullable().catch(null).parse(new URL(args.request.url).searchParams.get("saved")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const { content, today } = args.context;
  const { href, messages, date, language } = localeFor(args.request);
  const form = await readForm(args.request);
  const [intent, number] = [textOf(form, "intent"), Number(textOf(form, "number"))];
  const done = (saved: z.infer<typeof savedSchema>) =>
    redirect(href(`/assessments/${assessment.id}/rounds?saved=${saved}`), { status: 303 });
  if (intent === "begin") {
    const { modelVersion } = content.questionnaires[assessment.track];
    const outcome = await assessment.beginRound(number, (whole) => beginRound(whole, modelVersion, content.models[whole.track]));
    if (!outcome) throw refusal("no-access");
    return done(outcome === "done" ? "begun" : outcome);
  }
  if (intent === "remind") {
    const typed = { month: textOf(form, "mail-month"), address: textOf(form, "address").trim() };
    const { errors } = messages.reminders;
    const refused = (wrong: Partial<Record<"month" | "address", string>>) => data({ mail: { typed, errors: wrong } }, { status: 422 });
    const isMonth = monthsFrom(today).includes(typed.month);
    const isAddress = isMailAddress(typed.address);
    if (!isMonth || !isAddress)
      return refused({ ...(!isMonth && { month: errors.month }), ...(!isAddress && { address: errors.address }) });
    const fault = await args.context.reminders.ask(assessment.id, { ...typed, language });
    return fault ? refused({ address: errors[fault] }) : done("reminder-asked");
  }
  if (intent === "forget-reminder") {
    await args.context.reminders.remove(textOf(form, "reminder"), assessment.id);
    return done("reminder-removed");
  }
  if (intent !== "close") throw refusal("bad-request");
  const rounds = await assessment.rounds();
  const closedOn = textOf(form, "date");
  if (!canCloseOn(closedOn, rounds, today)) {
    const from = rounds.closed.at(-1)?.closedOn;
    return data({ error: messages.rounds.close.dateError(from ? date(from) : null, date(today)), typed: closedOn }, { status: 422 });
  }
  const samePeople = textOf(form, "people") === "yes";
  const outcome = await assessment.closeRound(number, { closedOn, samePeople, contentVersion: content.version });
  if (!outcome) throw refusal("no-access");
  return done(outcome === "done" ? "closed" : outcome);
}

export default function Rounds() {
  const { id, state, waiting, closing, beginning, closed, saved, months, noted, sendsMail } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { rounds, result } = messages;
  const path = (page: string) => href(`/assessments/${id}${page}`);
  const isWarning = saved === "not-so" || saved === "too-many";
  const said = { "reminder-asked": messages.reminders.sent, "reminder-removed": messages.reminders.removed, ...rounds.saved };
  const [mail, round] = refused && "mail" in refused ? [refused.mail, undefined] : [null, refused];
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={path("")}>{messages.report.back}</a>
      </p>
      <h1>{rounds.title}</h1>
      <p className="lead">{rounds.lead}</p>
      {saved && !refused && (
        <p className={isWarning ? "alert alert-warning" : "alert alert-success"} role="status">
          {said[saved]}
        </p>
      )}
      <p>
        {state.join(" ")} {beginning && rounds.state.free}
      </p>
      {waiting && (
        <p className="form-actions">
          <a className="button" href={path(`/rounds/confirm/${waiting.topic}`)}>
            {rounds.confirm.link(waiting.count)}
          </a>
        </p>
      )}
      {beginning && <Begin {...beginning} />}
      {closing && <Close {...closing} isMain={waiting === null} refused={round} />}
      <h2>{rounds.closed.title}</h2>
      {closed.length === 0 ? <p>{rounds.closed.none}</p> : <Closed id={id} closed={closed} />}
      <ul>
        <li>
          <a href={path("/report/history")}>{result.parts.history}</a>
        </li>
        <li>
          <a href={path("/targets")}>{rounds.targets.link}</a>
        </li>
      </ul>
      <Reminder />
      <MailReminder sendsMail={sendsMail} months={months} noted={noted} refused={mail} />
    </div>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Begin({ number, newer, hasTeam }: NonNullable<Page["beginning"]>) {
  const { begin } = useLocale().messages.rounds;
  return (
    <section className="panel" aria-labelledby="begin">
      <h2 id="begin">{begin.title}</h2>
      <p>{begin.text}</p>
      {hasTeam && <p>{begin.people}</p>}
      {newer && <p>{begin.newer(newer)}</p>}
      <form method="post" action="?">
        <input type="hidden" name="number" value={number} />
        <button className="button" name="intent" value="begin">
          {begin.submit}
        </button>
      </form>
    </section>
  );
}

type Refused = { error: string; typed: string } | undefined;

type CloseProps = NonNullable<Page["closing"]> & { /** Whether nothing comes before it. */ isMain: boolean; refused: Refused };

function Close({ number, answered, asked, to, isMain, refused }: CloseProps) {
  const { close } = useLocale().messages.rounds;
  return (
    <section className="panel" aria-labelledby="close">
      {refused && <ErrorSummary errors={[{ name: "date", text: refused.error }]} />}
      <h2 id="close">{close.title(number)}</h2>
      <p>{close.text}</p>
      {answered < asked && <p>{close.open(answered, asked)}</p>}
      <form method="post" action="?" noValidate>
        <input type="hidden" name="number" value={number} />
        <TextInput name="date" type="date" label={close.date} hint={close.dateHint} value={refused?.typed ?? to} error={refused?.error} />
        {number > 1 && (
          <RadioGroup
            name="people"
            label={close.people(number - 1)}
            hint={close.peopleHint}
            value="no"
            options={(["no", "yes"] as const).map((value) => ({ value, label: close.peopleChoices[value] }))}
          />
        )}
        <button className={isMain ? "button" : "button button-secondary"} name="intent" value="close">
          {close.submit}
        </button>
      </form>
    </section>
  );
}

function Closed({ id, closed }: Pick<Page, "id" | "closed">) {
  const { messages, href } = useLocale();
  const { closed: words, name } = messages.rounds;
  return (
    <DataTable
      label={words.title}
      columns={[words.report, words.day, words.model]}
      numbers={[]}
      rows={closed.map(({ number, day, model }) => ({
        key: String(number),
        cells: [
          <a key="report" href={href(`/assessments/${id}/report?round=${number}`)}>
            {name(number)}
          </a>,
          day,
          model,
        ],
      }))}
    />
  );
}

function Reminder() {
  const { id, months } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { reminder } = messages.rounds;
  return (
    <section aria-labelledby="reminder">
      <h2 id="reminder">{reminder.title}</h2>
      <p>{reminder.text}</p>
      <form method="get" action={href(`/assessments/${id}/reminder.ics`)}>
        <Select name="month" label={reminder.month} value={months[5]?.value ?? ""} options={months} />
        <button className="button button-secondary">{reminder.submit}</button>
      </form>
    </section>
  );
}
