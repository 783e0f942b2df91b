import { data } from "@remix-run/node";
import { accountAddressSchema } from "../../core/accounts/account";
import type { Language } from "../../core/vocabulary";
import { textOf } from "../../forms/text-of";
import { localeFor, readForm } from "../request";

/**
 * Takes the address that a link is to be mailed to. Whether there is an account for it makes no difference to the answer.
 * @param mail sends the link.
 */
export async function askForLink(request: Request, mail: (address: string, language: Language) => Promise<unknown>) {
  const { messages, language } = localeFor(request);
  const typed = textOf(await readForm(request), "address");
  const address = accountAddressSchema.safeParse(typed);
  if (!address.success) return data({ typed, error: messages.accounts.addressFault, isSent: false }, { status: 422 });
  await mail(address.data, language);
  return data({ typed, error: null, isSent: true });
}
