import type { AppLoadContext } from "@remix-run/node";
import { readMailAddress, type TypedAddress } from "../forms/mail/mail-address";
import type { Locale } from "../i18n/index";
import { refusal } from "./request";
import type { MailKind, Mails } from "./mails-of";

/**
 * Sends a mail to the address that somebody has typed into a field of a form, which needs one.
 * @returns what was typed and what is wrong with it; null where it is sent. @throws where no mail is sent from here.
 */
export async function mailToTyped(
  form: FormData,
  field: string,
  mail: { kind: MailKind; organisationName: string | undefined; text: Parameters<Mails["send"]>[3] },
  { messages: { mails: words }, language }: Locale,
  { mails }: Pick<AppLoadContext, "mails">,
): Promise<TypedAddress | null> {
  if (!mails.isSetUp) throw refusal("bad-request");
  const typed = readMailAddress(form, field, true, words);
  if (typed.error !== null) return typed;
  if (!(await mails.admit(typed.address))) return { ...typed, error: words.errors.tooMany };
  const { organisationName } = mail;
  const isSent = await mails.send(typed.address, mail.kind, { organisationName, language }, mail.text);
  return isSent ? null : { ...typed, error: words.errors.notSent };
}
