import type { Reminder } from "../../../db/reminders";
import { hashOf, newEditKey } from "../access/keys";
import { sendConfirmation } from "./reminders";
import type { Services } from "../services";

type Wish = Pick<Reminder, "address" | "month" | "language">;

/** Reminders as one request may ask for them. @param admit counts one that is asked for; throws where there were too many. */
export function remindersOf({ stores, mailer, environment, log }: Services, admit: () => Promise<void>) {
  const { reminders } = stores;
  return {
    isSetUp: mailer !== null,
    list: (assessmentId: string) => reminders.list(assessmentId),
    remove: (id: string, assessmentId: string) => reminders.remove(id, assessmentId),

    async ask(assessmentId: string, { address, month, language }: Wish): Promise<"tooMany" | "notSent" | null> {
      if (!mailer || environment.PUBLIC_URL === undefined) return "notSent";
      await admit();
      const key = newEditKey();
      if (!(await reminders.ask(assessmentId, { address, month, language }, hashOf(key), new Date()))) return "tooMany";
      try {
        await sendConfirmation(mailer, environment.PUBLIC_URL, { address, month, language, key });
        return null;
      } catch (error) {
        log.error({ code: (error as { code?: unknown }).code ?? "unknown" }, "a confirmation was not sent");
        await reminders.stop(hashOf(key));
        return "notSent";
      }
    },

    find: (key: string) => reminders.find(hashOf(key)),
    confirm: (key: string) => reminders.confirm(hashOf(key), new Date()),
    stop: (key: string) => reminders.stop(hashOf(key)),
  };
}
