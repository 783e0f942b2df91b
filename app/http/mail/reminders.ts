import type { Stores } from "../../../db/index";
import { dayOf } from "../../core/day";
import type { Language } from "../../core/vocabulary";
import { localeOf } from "../../i18n/index";
import type { Environment } from "../environment";
import { hashOf, newEditKey } from "../access/keys";
import type { Log } from "../log";
import { publicUrl, type Mailer } from "./mailer";

const hour = 60 * 60 * 1000;

/** Asks whether the address is right, and says how to stop it. Nothing in the mail comes from whoever has asked. */
export async function sendConfirmation(
  mailer: Mailer,
  origin: string,
  { address, month, language, key }: { address: string; month: string; language: Language; key: string },
): Promise<void> {
  const { messages, date } = localeOf(language);
  const url = publicUrl(origin, language, `/reminder/${key}`);
  const { confirm } = messages.reminders.mails;
  await mailer.send({ to: address, subject: confirm.subject, text: confirm.text(date(month), url, origin), stopUrl: url });
}

/** `sending`: null where the operator has set up no mail, or does so no longer. */
type Settings = { sending: { mailer: Mailer; origin: string } | null; timeZone: Environment["TIME_ZONE"] };

/**
 * Sends what is due, at the start and every hour, each by one process only, and forgets each address once its mail is sent; what the
 * mail server does not take is tried again an hour later. What nobody confirms and what cannot be sent any more is forgotten also
 * where no mail is sent.
 * @returns what stops it.
 */
export function startReminders({ reminders }: Pick<Stores, "reminders">, { sending, timeZone }: Settings, log: Log): () => void {
  async function run(): Promise<void> {
    const now = new Date();
    const month = dayOf(now, timeZone).slice(0, 7);
    await reminders.forgetUnconfirmed(now);
    await reminders.forgetMissed(month);
    if (sending === null) return;
    const { mailer, origin } = sending;
    for (;;) {
      const key = newEditKey();
      const due = await reminders.claimDue(month, hashOf(key), now);
      if (!due) return;
      const { messages } = localeOf(due.language);
      const url = publicUrl(origin, due.language, `/reminder/${key}`);
      const { due: words } = messages.reminders.mails;
      await mailer.send({
        to: due.address,
        subject: words.subject,
        text: words.text(publicUrl(origin, due.language, "/"), url),
        stopUrl: url,
      });
      await reminders.remove(due.id);
    }
  }
  // What a mail server says may name the address: the log says only that it did not work.
  const tried = () =>
    void run().catch((error: unknown) => log.error({ code: (error as { code?: unknown }).code ?? "unknown" }, "a reminder was not sent"));
  tried();
  const timer = setInterval(tried, hour);
  timer.unref();
  return () => clearInterval(timer);
}
