import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { cleanText } from "../core/assessment/text";
import { clientKeySchema, longestClientKey } from "../core/mappe/client-key";
import { ErrorSummary, RadioGroup, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { CopyLink } from "../components/layout/copy-link";
import { TextToCopy } from "../components/layout/shown-link";
import { MailField } from "../forms/mail/mail-field";
import type { Messages } from "../i18n";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { QrCode } from "../components/layout/qr-code";
import { mappeHead, mappeMembers, memberNames } from "../http/mappe/mappe-page";
import { mailToTyped } from "../http/mail/mail-to-typed";
import { editableMappe, localeFor, readForm, refusal } from "../http/request";

export const meta = pageTitle<{ name: string }>(({ messages }, { name }) => messages.mappe.hand.title(name));

async function memberOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const mappe = await editableMappe(args);
  const members = await mappeMembers(mappe, args.context);
  const member = members.find(({ id }) => id === args.params.assessment);
  if (!member) throw refusal("not-found");
  return { mappe, member, called: memberNames(members, localeFor(args.request)).get(member.id) ?? "" };
}

export async function loader(args: LoaderFunctionArgs) {
  const { mappe, member, called } = await memberOf(args);
  const locale = localeFor(args.request);
  const made = (await mappe.edit.links(args.context.content.version)).find(({ id }) => id === member.id);
  const { searchParams } = new URL(args.request.url);
  const url = made?.key ? `${args.context.origin}${locale.href(openPath(made.key))}` : null;
  return {
    mappe: await mappeHead(mappe),
    name: called,
    clientKey: member.clientKey ?? "",
    notice: searchParams.has("saved") ? ("keySaved" as const) : searchParams.has("mailed") ? ("mailed" as const) : null,
    sendsMail: args.context.mails.isSetUp,
    sharing: member.sharing,
    isMade: made !== undefined,
    handOn: url === null ? null : { url, ...handOnWords(member.name, url, locale.messages) },
  };
}

const openPath = (key: string) => `/open/${key}`;

const handOnWords = (organisation: string | null, url: string, { mails, mappe }: Messages) => ({
  ...{ subject: mails.subjects.client, text: mappe.hand.message(organisation, url) },
});

export async function action(args: ActionFunctionArgs) {
  const { mappe, member } = await memberOf(args);
  const { messages, href } = localeFor(args.request);
  const { hand } = messages.mappe;
  const form = await readForm(args.request);
  if (textOf(form, "intent") === "key") {
    const typed = textOf(form, "clientKey");
    const read = cleanText(typed) === "" ? { success: true as const, data: null } : clientKeySchema.safeParse(typed);
    const outcome = read.success ? await mappe.edit.setClientKey(member.id, read.data) : null;
    if (outcome === "done") return redirect(href(`/mappen/${mappe.id}/members/${member.id}?saved`), { status: 303 });
    if (read.success && outcome === null) throw refusal("not-found");
    const error = read.success ? hand.keyTaken(cleanText(typed)) : hand.keyTooLong(longestClientKey);
    return data({ name: "clientKey", error, typed }, { status: 422 });
  }
  if (textOf(form, "intent") === "mail") {
    const mail = await mailLink(args, { mappe, member }, form);
    if (mail === null) return redirect(href(`/mappen/${mappe.id}/members/${member.id}?mailed`), { status: 303 });
    return data({ name: "address", error: mail.error ?? "", typed: mail.address }, { status: 422 });
  }
  const choice = textOf(form, "choice");
  if (choice === "leave") await mappe.edit.takeOut(member.id);
  else if (choice === "less" && member.sharing === "edit") await mappe.edit.shareLess(member.id);
  else if (choice !== "stay") return data({ name: "choice", error: hand.choiceMissing, typed: null }, { status: 422 });
  return redirect(href(`/mappen/${mappe.id}/members`), { status: 303 });
}

/** Sends the link to whoever is to answer. @returns what was typed and what is wrong with it; null where it is sent. */
async function mailLink(
  { request, context }: ActionFunctionArgs,
  { mappe, member }: Pick<Awaited<ReturnType<typeof memberOf>>, "mappe" | "member">,
  form: FormData,
) {
  const locale = localeFor(request);
  const key = (await mappe.edit.links(context.content.version)).find(({ id }) => id === member.id)?.key ?? null;
  if (key === null) throw refusal("bad-request");
  const text = (plain: string | null, urlOf: (path: string) => string) => handOnWords(plain, urlOf(openPath(key)), locale.messages).text;
  return mailToTyped(form, "address", { kind: "client", organisationName: member.name ?? undefined, text }, locale, context);
}

export default function HandOver() {
  const { mappe, name, clientKey, notice, sharing, isMade, handOn, sendsMail } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errorOf = (field: string) => (refused?.name === field ? refused.error : undefined);
  const { messages, href } = useLocale();
  const { hand, links } = messages.mappe;
  return (
    <MappeFrame mappe={mappe} current="members" title={hand.title(name)}>
      <ErrorSummary errors={refused ? [{ name: refused.name, text: refused.error }] : []} />
      {notice && !refused && (
        <p className="alert alert-success" role="status">
          {hand[notice]}
        </p>
      )}
      {isMade && (
        <>
          <p className="lead">{hand.lead}</p>
          {handOn === null ? (
            <p>{hand.linkOwned}</p>
          ) : (
            <>
              <CopyLink label={hand.link} url={handOn.url} />
              <QrCode text={handOn.url} label={links.qr(name)} />
              <TextToCopy label={messages.mails.handOn} subject={handOn.subject} text={handOn.text} />
              {sendsMail ? (
                <form method="post" className="form" noValidate autoComplete="off">
                  <MailField
                    name="address"
                    typed={refused?.name === "address" ? { address: refused.typed ?? "", error: refused.error } : null}
                  />
                  <p className="form-actions">
                    <button className="button button-secondary" name="intent" value="mail">
                      {hand.mail}
                    </button>
                  </p>
                </form>
              ) : (
                <p className="hint">{messages.mails.notSetUp}</p>
              )}
              <p className="hint">{hand.renewHint}</p>
            </>
          )}
        </>
      )}
      <form method="post" className="form" noValidate>
        <RadioGroup
          name="choice"
          label={hand.choice}
          error={errorOf("choice")}
          options={[
            { value: "stay", label: hand.stay, hint: hand.stayText },
            ...(sharing === "edit" ? [{ value: "less", label: hand.less, hint: hand.lessText }] : []),
            { value: "leave", label: hand.leave, hint: hand.leaveText },
          ]}
        />
        <p className="form-actions">
          <button className="button">{hand.submit}</button>
          <a className="button button-secondary" href={href(`/mappen/${mappe.id}/members`)}>
            {hand.cancel}
          </a>
        </p>
      </form>
      <form method="post" className="form" noValidate>
        <h2>{hand.keyTitle}</h2>
        <input type="hidden" name="intent" value="key" />
        <TextInput
          name="clientKey"
          label={hand.key}
          hint={hand.keyHint}
          value={(refused?.name === "clientKey" ? refused.typed : null) ?? clientKey}
          error={errorOf("clientKey")}
          limit={longestClientKey}
        />
        <p className="form-actions">
          <button className="button button-secondary">{hand.keySubmit}</button>
        </p>
      </form>
    </MappeFrame>
  );
}
