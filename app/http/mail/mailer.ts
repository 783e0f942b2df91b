import { createTransport } from "nodemailer";
import type { Language } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";
import type { Environment } from "../environment";

/** A mail as plain text. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Where one press stops what follows; null: nothing does. */ stopUrl: string | null;
};

/** Sends mails; null where the operator has set none up. */
export type Mailer = NonNullable<ReturnType<typeof openMailer>>;

const seconds = 1000;

export function openMailer({ SMTP_URL, MAIL_FROM }: Pick<Environment, "SMTP_URL" | "MAIL_FROM">) {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
  const transport = createTransport({
    url: SMTP_URL,
    ...{ connectionTimeout: 10 * seconds, greetingTimeout: 10 * seconds, socketTimeout: 30 * seconds },
    // A text is a text: nothing in it may have a file or an address read.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    /** @throws where the mail server does not take it. */
    async send({ to, subject, text, stopUrl }: Mail): Promise<void> {
      // As an object, so that nothing in the address is taken for a second one.
      const stop = stopUrl !== null && {
        "List-Unsubscribe": `<${stopUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      };
      const headers = { ...stop, "Auto-Submitted": "auto-generated" };
      await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: to }, subject, text, headers });
    },
    close: () => transport.close(),
  };
}

/** Where the public address leads; mails name no other, because a request's own host may be anybody's. */
export const publicUrl = (origin: string, language: Language, path: string): string =>
  origin.replace(/\/$/, "") + localeOf(language).href(path);
