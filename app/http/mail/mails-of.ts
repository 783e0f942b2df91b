import { plainName } from "../../core/assessment/plain-name";
import type { Language } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";
import { publicUrl } from "./mailer";
import type { Services } from "../services";

/** What a mail to somebody whom the owner names is for. */
export type MailKind = "invite" | "nudge" | "check" | "client";

export type Mails = ReturnType<typeof mailsOf>;

/**
 * Mails to people whom an owner names, as one request may send them. Each goes out once, and its address is kept nowhere.
 * @param admit counts one to this recipient; throws a refusal where there were too many.
 */
export function mailsOf({ mailer, environment, log }: Services, admit: (recipient: string) => Promise<void>) {
  const { PUBLIC_URL } = environment;
  return {
    isSetUp: mailer !== null && PUBLIC_URL !== undefined,

    /** Counts it; asked before anything is made that it is to tell of. @returns whether it may be sent. */
    async admit(recipient: string): Promise<boolean> {
      try {
        await admit(recipient);
        return true;
      } catch (refused) {
        if (refused instanceof Response) return false;
        throw refused;
      }
    },

    /**
     * @param text gets the organisation's name as a mail may carry it, and what makes an address of a path. Nothing else in it may
     * come from whoever has asked.
     */
    async send(
      recipient: string,
      kind: MailKind,
      { organisationName, language }: { organisationName: string | undefined; language: Language },
      text: (organisation: string | null, urlOf: (path: string) => string) => string,
    ): Promise<boolean> {
      if (!mailer || PUBLIC_URL === undefined) return false;
      const { mails } = localeOf(language).messages;
      const body = text(organisationName === undefined ? null : plainName(organisationName), (path) =>
        publicUrl(PUBLIC_URL, language, path),
      );
      try {
        await mailer.send({ to: recipient, subject: mails.subjects[kind], text: `${body}\n\n${mails.foot(PUBLIC_URL)}\n`, stopUrl: null });
        return true;
      } catch (error) {
        log.error({ code: (error as { code?: unknown }).code ?? "unknown" }, "a mail was not sent");
        return false;
      }
    },
  };
}
